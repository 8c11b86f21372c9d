"""Model calls as OpenTelemetry spans: model, tokens and failures; the words of prompts and answers are not in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from opentelemetry import trace
from opentelemetry.trace import Span, StatusCode


class Spans(BaseCallbackHandler):
    """One span a call, named and described by the conventions for generative models (`gen_ai.*`)."""

    def __init__(self) -> None:
        self._open: dict[UUID, Span] = {}

    def on_chat_model_start(
        self, serialized: dict[str, Any] | None, messages: list[list[Any]], *, run_id: UUID, **told: object
    ) -> None:
        """Open the call's span."""
        span = trace.get_tracer("presscheck").start_span("chat")
        metadata = told.get("metadata")
        known = metadata if isinstance(metadata, dict) else {}
        span.set_attribute("gen_ai.operation.name", "chat")
        span.set_attribute("gen_ai.request.model", str(known.get("ls_model_name", "")))
        self._open[run_id] = span

    def on_llm_end(self, response: Any, *, run_id: UUID, **told: object) -> None:  # noqa: ANN401 (LangChain's result)
        """Note the tokens and close it."""
        if span := self._open.pop(run_id, None):
            usage = getattr(response.generations[0][0].message, "usage_metadata", None) or {}
            span.set_attribute("gen_ai.usage.input_tokens", int(usage.get("input_tokens", 0)))
            span.set_attribute("gen_ai.usage.output_tokens", int(usage.get("output_tokens", 0)))
            span.end()

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **told: object) -> None:
        """Note the kind of failure and close it."""
        if span := self._open.pop(run_id, None):
            span.set_status(StatusCode.ERROR, type(error).__name__)
            span.end()
