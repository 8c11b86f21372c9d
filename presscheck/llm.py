"""A chat model behind one small class: asked for structured answers, within a budget, through a cache.

The only module that imports LangChain's model packages. A model is `openai:NAME` (or any OpenAI-compatible server by
its base URL), another `init_chat_model` name whose package is installed, or a LangChain chat model.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from presscheck.answers import AnswerCache, key_of
from presscheck.errors import AnswerUnusable, ModelError, ModelUnknown
from presscheck.spending import Account, count_tokens

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

T = TypeVar("T", bound=BaseModel)
Mode = Literal["json_schema", "function_calling", "text"]
MODES: tuple[Mode, ...] = get_args(Mode)
LONGEST_ANSWER = 2000
"""Tokens reserved and allowed for one answer."""

_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class ModelOptions:
    """How a model is asked: server, time limit (seconds), retries, temperature, calls at once."""

    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    seconds: float = 60.0
    retries: int = 4
    temperature: float = 0.0
    concurrency: int = 4


def chat_model(setting: str | BaseChatModel, options: ModelOptions | None = None) -> BaseChatModel:
    """Return the LangChain model of a setting. Raises `ModelUnknown`, or `ModelError` for a missing key."""
    if not isinstance(setting, str):
        return setting
    provider, _, name = setting.partition(":")
    if not name:
        raise ModelUnknown(f"{setting!r} names no model.")
    options = options or ModelOptions()
    given: dict[str, Any] = {
        "temperature": options.temperature,
        "timeout": options.seconds,
        "max_retries": options.retries,
    }
    given |= {k: v for k, v in (("base_url", options.base_url), ("api_key", options.api_key)) if v}
    from langchain.chat_models import init_chat_model

    try:
        made: BaseChatModel = init_chat_model(name, model_provider=provider, **given)
        return made
    except ImportError as error:
        raise ModelUnknown(f"The package of {provider} models is not installed ({error}).") from error
    except ValueError as error:
        raise ModelUnknown(f"{setting!r} can't be used: {_first_line(error)}.") from error
    except Exception as error:
        raise told(error, setting) from error


def embeddings(setting: str, options: ModelOptions | None = None) -> Embeddings:
    """Return the LangChain embeddings of a setting such as `openai:NAME`. Raises `ModelUnknown`."""
    from langchain.embeddings import init_embeddings

    options = options or ModelOptions()
    given = {k: v for k, v in (("base_url", options.base_url), ("api_key", options.api_key)) if v}
    try:
        made: Embeddings = init_embeddings(setting, check_embedding_ctx_length=False, **given)
    except (ImportError, ValueError) as error:
        raise ModelUnknown(f"{setting!r} can't be used: {_first_line(error)}.") from error
    return made


def known_openai_models() -> tuple[str, ...]:
    """Return the chat models that the installed openai package names."""
    from openai.types import ChatModel

    return tuple(str(name) for name in get_args(ChatModel))


class Model:
    """A model that is asked for answers of a given shape. Safe to use from several threads."""

    def __init__(
        self,
        setting: str | BaseChatModel,
        *,
        options: ModelOptions | None = None,
        account: Account | None = None,
        cache: AnswerCache | None = None,
    ) -> None:
        self.options = options or ModelOptions()
        self.chat = chat_model(setting, self.options)
        self.name = setting if isinstance(setting, str) else type(setting).__name__
        self.account = account or Account()
        self.cache = cache or AnswerCache()
        self._mode: Mode = MODES[0]
        self._slots = threading.BoundedSemaphore(self.options.concurrency)

    def ask(self, prompt: str, shape: type[T]) -> T:
        """Return the model's answer in that shape.

        Raises `BudgetSpent` before a call that would pass the budget, `AnswerUnusable` where even a repair can't be
        read, `ModelError` where the server can't be asked.
        """
        key = self._key(prompt, shape)
        known = self.cache.get(key)
        if known is not None:
            return shape.model_validate_json(known)
        answer = self._fresh(prompt, shape)
        self.cache.put(key, answer.model_dump_json())
        return answer

    def _key(self, prompt: str, shape: type[BaseModel]) -> str:
        schema = json.dumps(shape.model_json_schema(), sort_keys=True)
        server = self.options.base_url or str(getattr(self.chat, "openai_api_base", "") or "")
        temperature = str(self.options.temperature)
        return key_of(
            {
                "model": self.name,
                "server": server,
                "temperature": temperature,
                "prompt": prompt,
                "schema": schema,
            }
        )

    def _fresh(self, prompt: str, shape: type[T]) -> T:
        text = self._say(prompt, shape)
        answer, why = parse(text, shape)
        if answer is None:
            answer, why = parse(self._say(_repair(prompt, text, why), shape), shape)
        if answer is None:
            raise AnswerUnusable(f"{self.name} did not answer in the shape asked for ({why}).")
        return answer

    def _say(self, prompt: str, shape: type[BaseModel]) -> str:
        """Send the prompt in the first mode that the server takes, and remember that mode."""
        for mode in MODES[MODES.index(self._mode) :]:
            try:
                text = self._call(prompt, shape, mode)
            except Exception as error:
                if mode != MODES[-1] and _refuses_mode(error):
                    continue
                raise told(error, self.name) from error
            self._mode = mode
            return text
        raise ModelError(f"{self.name} takes no request.")

    def _call(self, prompt: str, shape: type[BaseModel], mode: Mode) -> str:
        schema = shape.model_json_schema()
        asked = (
            prompt
            if mode != "text"
            else f"{prompt}\n\nAnswer with one JSON object by this schema:\n{json.dumps(schema)}"
        )
        reserved = self.account.reserve(count_tokens(asked + json.dumps(schema)), LONGEST_ANSWER)
        used = (0, 0)
        try:
            with self._slots:
                message = _sender(self.chat, shape, mode)(asked)
            used = _used(message, asked)
            return _words(message)
        finally:
            self.account.settle(reserved, *used)


def _sender(chat: BaseChatModel, shape: type[BaseModel], mode: Mode) -> Callable[[str], Any]:
    """Return what sends a prompt and gives the raw message back."""
    if mode == "text":
        return chat.invoke
    # A plain schema, not the class: with the class the client raises on a broken answer, which we want to see.
    structured = chat.with_structured_output(shape.model_json_schema(), method=mode, include_raw=True)

    def send(prompt: str) -> Any:  # noqa: ANN401 (LangChain's message)
        result = structured.invoke(prompt)
        return result["raw"] if isinstance(result, dict) else result

    return send


def _words(message: Any) -> str:  # noqa: ANN401 (LangChain's message)
    """Return the answer as text: the arguments of a tool call, else what the message says."""
    calls = getattr(message, "tool_calls", None)
    return json.dumps(calls[0]["args"]) if calls else str(getattr(message, "text", "") or message.content)


def _used(message: Any, asked: str) -> tuple[int, int]:  # noqa: ANN401 (LangChain's message)
    """Return tokens in and out as the server counts them, else as we do."""
    usage = getattr(message, "usage_metadata", None)
    if usage:
        return int(usage["input_tokens"]), int(usage["output_tokens"])
    return count_tokens(asked), count_tokens(_words(message))


def parse(text: str, shape: type[T]) -> tuple[T | None, str]:
    """Read an answer in that shape out of a text; returns None and the reason where it can't be read."""
    fenced = _FENCE.search(text)
    body = fenced[1] if fenced else text
    start, end = body.find("{"), body.rfind("}")
    if start < 0 or end < start:
        return None, "no JSON object"
    try:
        return shape.model_validate_json(body[start : end + 1]), ""
    except ValidationError as error:
        first = error.errors()[0]
        return None, f"{'.'.join(map(str, first['loc'])) or 'JSON'}: {first['msg']}"


def _repair(prompt: str, answer: str, why: str) -> str:
    return f"{prompt}\n\nYour last answer could not be read ({why}):\n{answer[:4000]}\n\nAnswer again, with nothing but the JSON object."


def _refuses_mode(error: Exception) -> bool:
    """Tell whether a server does not know this way of asking for structure."""
    return getattr(error, "status_code", None) in (400, 404, 415, 422, 501) or isinstance(
        error, NotImplementedError
    )


STATUS: Mapping[int, str] = {
    401: "refuses the key; set OPENAI_API_KEY",
    403: "does not allow this model with this key",
    404: "does not serve this model",
    429: "is asked too often, or its quota is used up",
}


def told(error: Exception, name: str) -> ModelError:
    """Return an error as one of ours, in one line that says what is wrong; keys never appear in it."""
    if isinstance(error, ModelError):
        return error
    kind = type(error).__name__
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return ModelError(f"{name}: the server {STATUS.get(status, f'answers {status}')}.")
    if "Timeout" in kind:
        return ModelError(f"{name}: the server does not answer in time.")
    if "Connection" in kind:
        return ModelError(f"{name}: the server can't be reached.", help="Is it running? See OPENAI_BASE_URL.")
    if "api_key" in str(error) or "API key" in str(error):
        return ModelError(f"{name}: no key is set.", help="Set OPENAI_API_KEY.")
    return ModelError(f"{name}: {kind} ({_first_line(error)[:160]}).")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
