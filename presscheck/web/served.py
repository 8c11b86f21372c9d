"""What all routes share: the desk, who may ask, how much, and how many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, ParamSpec, TypeVar, cast

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import Depends, Request

from presscheck.desk import Desk
from presscheck.web.guard import Rules

P = ParamSpec("P")
T = TypeVar("T")

QUICK, LONG = 4, 3
"""Requests that are worked on at once: what is looked up, and what takes a while; more threads only take the
interpreter from each other."""
TURNS = 1
"""Replies whose sentences are worked on at once, by the embedded engine; a model's answers are waited for."""
TURNS_OF_A_MODEL = 16


@dataclass(frozen=True)
class Served:
    """A desk and how it is served. `most_bytes` is the largest body that is taken; `model` the model's name."""

    desk: Desk
    model: str | None = None
    rules: Rules = field(default_factory=Rules)
    most_bytes: int = 50_000_000
    quick: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(QUICK))
    long: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(LONG))
    turns: CapacityLimiter = field(init=False)
    writing: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))

    def __post_init__(self) -> None:
        """Say how many replies take turns."""
        object.__setattr__(self, "turns", CapacityLimiter(TURNS_OF_A_MODEL if self.model else TURNS))

    async def run(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Look something up in a thread, a few at a time, first come first served."""
        return await run_sync(partial(do, *args, **kwargs), limiter=self.quick)

    async def work(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that may take a while; what is only looked up need not wait for it."""
        return await run_sync(partial(do, *args, **kwargs), limiter=self.long)

    async def write(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that writes, one at a time: a desk has one writer, and those who read need not wait for it."""
        return await run_sync(partial(do, *args, **kwargs), limiter=self.writing)


def _served(request: Request) -> Served:
    return cast("Served", request.app.state.served)


Here = Annotated[Served, Depends(_served)]
"""A route's parameter that holds what is served."""
