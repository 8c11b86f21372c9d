"""The assistant: threads, and replies streamed a verified sentence at a time."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse

from presscheck.models import Message, Reply, ThreadInfo
from presscheck.web.asked import Question
from presscheck.web.refusals import told
from presscheck.web.routes.check import download
from presscheck.web.served import Here, Served
from presscheck.web.streams import relayed, while_there

router = APIRouter(prefix="/api", tags=["chat"])

Name = Annotated[str, Query(min_length=1, max_length=200, description="The thread's name.")]


@router.get("/threads")
async def threads(here: Here) -> list[ThreadInfo]:
    """List the threads, the latest first."""
    return list(await here.run(lambda: here.desk.threads().list()))


@router.get("/thread")
async def messages(here: Here, name: Name) -> list[Message]:
    """Return what was said in a thread, with the replies' citations."""
    return list(await here.run(lambda: here.desk.threads().messages(name)))


@router.get("/thread/export", response_class=Response)
async def export(here: Here, name: Name) -> Response:
    """Return a thread as Markdown."""
    return download(await here.run(lambda: here.desk.threads().export(name)), "text/markdown", "thread.md")


@router.delete("/thread")
async def forget(here: Here, name: Name) -> dict[str, str]:
    """Delete a thread."""
    await here.run(lambda: here.desk.threads().delete(name))
    return {"deleted": name}


@router.post("/ask")
async def ask(here: Here, request: Request, question: Question) -> Reply:
    """Ask in a thread; the reply comes as a whole."""
    chat = here.desk.chat(question.thread, only=question.only)
    return await while_there(request, chat.aask(question.text))


@router.post("/chat", response_class=EventSourceResponse)
async def chat(here: Here, question: Question) -> EventSourceResponse:
    """Ask in a thread; the reply comes as events: lookup, citation, sentence, report, done (or error)."""
    return EventSourceResponse(_events(here, question))


async def _events(here: Served, question: Question) -> AsyncIterator[dict[str, str]]:
    try:
        async with aclosing(
            relayed(here.desk.chat(question.thread, only=question.only).astream(question.text), here.turns)
        ) as events:
            async for event in events:
                yield {"event": event.event, "data": event.model_dump_json()}
    except Exception as error:
        yield {"event": "error", "data": json.dumps(told(error)[1])}
