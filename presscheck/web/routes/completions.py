"""The OpenAI-compatible endpoint: existing chat programs drive the assistant.

Stateless: the messages are the thread. Footnotes follow in the text, and a `presscheck` object with the whole reply stands
beside it. Settings of a model's sampling are taken and mean nothing here; system messages are left aside, since answers
come from the sources alone.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from sse_starlette import EventSourceResponse

from presscheck.desk import Desk
from presscheck.errors import BadRequest
from presscheck.models import CitationSent, Done, Evidence, Message, SentenceSent
from presscheck.web.footnotes import footnotes, recalled
from presscheck.web.refusals import told
from presscheck.web.served import Here, Served
from presscheck.web.streams import relayed, while_there

router = APIRouter(prefix="/v1", tags=["OpenAI-compatible"])

MODEL = "presscheck"
LOOKED_BACK = 6
"""Messages whose footnotes are read back."""


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class Said(BaseModel):
    """A message of the conversation so far."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """Its words. Raises `BadRequest` for a part that is no text."""
        if not isinstance(self.content, list):
            return self.content or ""
        for part in self.content:
            if part.type != "text":
                raise BadRequest(
                    f"A message holds a part of type {part.type[:40]!r}.", help="Only text is read."
                )
        return "\n".join(part.text for part in self.content)


class StreamOptions(BaseModel):
    """What a client asks of a stream."""

    include_usage: bool = False


class Completion(BaseModel):
    """A request; whatever else OpenAI's has is taken and left aside."""

    model_config = ConfigDict(extra="ignore")

    messages: Annotated[list[Said], Field(min_length=1, max_length=1000)]
    model: str = MODEL
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: Annotated[int | None, Field(ge=1, le=1)] = 1


@router.get("/models")
async def models() -> dict[str, Any]:
    """List the one model there is: the assistant."""
    return {"object": "list", "data": [_model()]}


@router.get("/models/{name}")
async def model(name: str) -> dict[str, Any]:
    """Return the one model there is, by any name."""
    return {**_model(), "id": name}


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": "presscheck"}


@router.post("/chat/completions", response_model=None)
async def completions(here: Here, request: Request, asked: Completion) -> Response:
    """Answer the last message of a conversation from the stored sources."""
    question = _question(asked.messages)
    history = await here.run(_before, here.desk, asked.messages[:-1])
    head = {"id": f"chatcmpl-{secrets.token_hex(12)}", "created": int(time.time()), "model": asked.model}
    if asked.stream:
        usage = bool(asked.stream_options and asked.stream_options.include_usage)
        return EventSourceResponse(_chunks(here, question, history, head, usage=usage))
    reply = await while_there(request, here.desk.chat(history=history).aask(question))
    text = reply.text + footnotes(reply.citations)
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    whole = {**head, "object": "chat.completion", "choices": [{**choice, "logprobs": None}], **_usage(here)}
    return JSONResponse({**whole, "presscheck": reply.model_dump(mode="json")})


def _question(messages: Sequence[Said]) -> str:
    """Return what is asked. Raises `BadRequest` if the last word is not the user's."""
    if messages[-1].role != "user":
        raise BadRequest("The last message is not the user's.")
    return messages[-1].text


def _before(desk: Desk, messages: Sequence[Said]) -> list[Message]:
    """Return what was said before, without the system's messages; the newest answers with what they cited."""
    said = [m for m in messages if m.role in ("user", "assistant") and m.text]
    older, newer = said[:-LOOKED_BACK], said[-LOOKED_BACK:]
    plain = [Message(role="user" if m.role == "user" else "assistant", text=m.text) for m in older]
    return plain + [
        Message(role="user", text=m.text) if m.role == "user" else recalled(desk, m.text) for m in newer
    ]


async def _chunks(
    here: Served, question: str, history: Sequence[Message], head: dict[str, Any], *, usage: bool
) -> AsyncIterator[str]:
    """Yield the reply's sentences as deltas, the footnotes as the last, then the whole reply beside an empty one."""

    def chunk(delta: dict[str, str], finish: str | None = None, **more: Any) -> str:  # noqa: ANN401 (JSON)
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        return json.dumps({**head, "object": "chat.completion.chunk", "choices": [choice], **more})

    cited: list[Evidence] = []
    yield chunk({"role": "assistant", "content": ""})
    try:
        first = True
        async with aclosing(relayed(here.desk.chat(history=history).astream(question), here.turns)) as events:
            async for event in events:
                if isinstance(event, CitationSent):
                    cited.append(event.evidence)
                elif isinstance(event, SentenceSent):
                    yield chunk({"content": event.text if first else f"\n{event.text}"})
                    first = False
                elif isinstance(event, Done):
                    if cited:
                        yield chunk({"content": footnotes(cited)})
                    yield chunk({}, "stop", presscheck=event.reply.model_dump(mode="json"))
        if usage:
            yield json.dumps({**head, "object": "chat.completion.chunk", "choices": [], **_usage(here)})
    except Exception as error:
        yield json.dumps(told(error)[1])
    yield "[DONE]"


def _usage(here: Served) -> dict[str, Any]:
    """Return the tokens a model was asked for: none by the embedded engine; not told where there is a model."""
    none = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    return {} if here.model else {"usage": none}
