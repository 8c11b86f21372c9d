"""What a model sends back, read: its words, its tokens, the shape asked for, and what is wrong with it.

Takes LangChain's messages as they come, without importing LangChain.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from presscheck.errors import AnswerUnusable
from presscheck.spending import count_tokens

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

T = TypeVar("T", bound=BaseModel)

_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
_CUT = ("length", "max_tokens", "MAX_TOKENS")
_FILTERED = ("content_filter", "SAFETY")


def words_of(message: Any) -> str:  # noqa: ANN401 (LangChain's message)
    """Return the answer as text: the arguments of a tool call, else what the message says."""
    calls = getattr(message, "tool_calls", None)
    if calls:
        return json.dumps(calls[0]["args"])
    broken = getattr(message, "invalid_tool_calls", None)
    return str(broken[0]["args"]) if broken else str(message.text)


def tokens_of(message: Any, asked: str) -> tuple[int, int]:  # noqa: ANN401 (LangChain's message)
    """Return tokens in and out as the server counts them, else as we do."""
    usage = getattr(message, "usage_metadata", None)
    if usage:
        return int(usage["input_tokens"]), int(usage["output_tokens"])
    return count_tokens(asked), count_tokens(words_of(message))


def complete(message: Any, name: str) -> Any:  # noqa: ANN401 (LangChain's message)
    """Return the message. Raises `AnswerUnusable` where the model refused, was stopped, or was cut off."""
    if message.additional_kwargs.get("refusal"):
        raise AnswerUnusable(f"{name} refuses to answer.")
    about = message.response_metadata
    ended = about.get("finish_reason") or about.get("stop_reason")
    if ended in _FILTERED:
        raise AnswerUnusable(f"{name} was stopped by its provider's content filter.")
    if ended in _CUT:
        raise AnswerUnusable(
            f"{name} was cut off at its longest answer.", help="Set PRESSCHECK_LONGEST_ANSWER higher."
        )
    return message


def parse(text: str, shape: type[T]) -> tuple[T | None, str]:
    """Read an answer in that shape out of a text; returns None and the reason where it can't be read."""
    why = "no JSON object"
    for body in (text, *_FENCE.findall(text)):
        start, end = body.find("{"), body.rfind("}")
        if start < 0 or end < start:
            continue
        try:
            return shape.model_validate_json(body[start : end + 1]), ""
        except ValidationError as error:
            first = error.errors()[0]
            why = f"{'.'.join(map(str, first['loc'])) or 'JSON'}: {first['msg']}"
    return None, why


def repairing(prompt: str, answer: str, why: str) -> str:
    """Return the prompt that asks once more, showing what could not be read (its first 4,000 characters)."""
    return (
        f"{prompt}\n\nYour last answer could not be read ({why}):\n{answer[:4000]}\n\n"
        "Answer again, with nothing but the JSON object."
    )


def written(prompt: str | Sequence[BaseMessage]) -> str:
    """Return a prompt as one text, for counting and for the cache."""
    if isinstance(prompt, str):
        return prompt
    return json.dumps([(m.type, m.content, getattr(m, "tool_calls", [])) for m in prompt], sort_keys=True)
