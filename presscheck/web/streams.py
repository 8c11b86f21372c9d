"""Events to a client as they come (server-sent events); a client that goes away ends the work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from anyio import CapacityLimiter
from fastapi import HTTPException, Request

T = TypeVar("T")

WAITING = 16
"""Events that may wait for a slow client before the work waits, too."""

GONE = 499
"""The status of a request whose client did not wait; nobody reads it."""

_running: set[asyncio.Task[None]] = set()


async def relayed(events: AsyncIterator[T], turns: CapacityLimiter) -> AsyncGenerator[T, None]:
    """Yield the events of another task's iterator; when this one is closed or cancelled, that task is cancelled.

    The first event comes at once, those after it take turns: so each of many clients soon hears that it was heard. The
    work has a task of its own since the server cancels a response again and again until it is gone, which would
    cut short how the work cleans up (Python's own cancellation comes once).
    """
    queue: asyncio.Queue[T | BaseException | None] = asyncio.Queue(WAITING)
    task = asyncio.get_running_loop().create_task(_pumped(events, queue, turns))
    _running.add(task)
    task.add_done_callback(_running.discard)
    try:
        while (event := await queue.get()) is not None:
            if isinstance(event, BaseException):
                raise event
            yield event
    finally:
        task.cancel()


async def _pumped(
    events: AsyncIterator[T], queue: asyncio.Queue[T | BaseException | None], turns: CapacityLimiter
) -> None:
    ending: BaseException | None = None
    try:
        await queue.put(await anext(events))
        while True:
            async with turns:
                event = await anext(events)
            await queue.put(event)
    except StopAsyncIteration:
        pass
    except Exception as error:
        ending = error
    finally:
        if (close := getattr(events, "aclose", None)) is not None:
            await close()
    await queue.put(ending)


async def while_there(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """Return what the work gives; when the client goes away meanwhile, the work is cancelled."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        raise HTTPException(GONE, "The client has gone.")
    finally:
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
