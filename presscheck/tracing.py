"""Opt-in tracing of model calls through LangChain callbacks. Nothing is sent anywhere unless `trace` says where to.

`langsmith` sends to LangSmith (by its own `LANGSMITH_…` variables); `opentelemetry` makes spans for the tracer that the
process has set up; `package.module:Name` makes a callback handler of that name. Prompts hold text of the sources: trace
only to where they may go.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from presscheck.errors import BadRequest

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler


def handlers(trace: str | None) -> list[BaseCallbackHandler]:
    """Return the callback handlers of a `trace` setting; none where it is empty. Raises `BadRequest`."""
    if not trace:
        return []
    if trace == "langsmith":
        from langchain_core.tracers import LangChainTracer

        return [LangChainTracer()]
    module, _, name = ("presscheck.spans:Spans" if trace == "opentelemetry" else trace).partition(":")
    try:
        made: Any = getattr(import_module(module), name)()
    except (ImportError, AttributeError, ValueError, TypeError) as error:
        help_ = "Take langsmith, opentelemetry, or package.module:Handler."
        raise BadRequest(f"Can't trace to {trace!r} ({error}).", help=help_) from error
    return [made]


@contextmanager
def quiet(*, on: bool) -> Iterator[None]:
    """Keep LangChain from tracing by itself, as it does when LangSmith's variables are set, unless tracing is on."""
    if on:
        yield
        return
    from langsmith.run_helpers import tracing_context

    with tracing_context(enabled=False):
        yield
