"""A language model behind one small class: asked within a budget, through a cache on disk, its failures told in one line.

The only module that imports LangChain's model packages. A model is `openai:NAME` (or any OpenAI-compatible server by
its base URL), another `init_chat_model` name whose package is installed, or a LangChain chat model:

    model = Model("openai:NAME", account=Account(max_tokens=50_000), cache=AnswerCache(path))
    model.ask(prompt, Shape)            # a pydantic object: json_schema, then function calling, then text; one repair
    model.say(prompt)                   # text
    model.stream(prompt)                # text, piece by piece
    model.turn(messages, tools)         # one turn of a conversation: LangChain's AIMessage, perhaps with tool calls
    model.takes_tools                   # whether `turn` may be given tools

A prompt is a text, or a list of LangChain messages. Each has an async twin: `aask`, `asay`, `astream`, `aturn`. All are
counted before they are sent (`BudgetSpent`: the call was not sent), kept in the cache under the exact model, server,
prompt and shape, and raise nothing but `ModelError` and what is below it.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from pydantic import BaseModel

from presscheck.answers import AnswerCache, key_of
from presscheck.errors import AnswerUnusable, ModelError, ModelUnknown
from presscheck.failures import passing, refuses_mode, refuses_temperature, told, unusable
from presscheck.model_options import ModelOptions as ModelOptions
from presscheck.replies import complete, parse, repairing, tokens_of, words_of, written
from presscheck.spending import Account, count_tokens
from presscheck.tracing import handlers, quiet

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

T = TypeVar("T", bound=BaseModel)
Mode = Literal["json_schema", "function_calling", "text"]
MODES: tuple[Mode, ...] = get_args(Mode)


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
        "max_tokens": options.longest_answer,
        **options.server,
    }
    from langchain.chat_models import init_chat_model

    try:
        made: BaseChatModel = init_chat_model(name, model_provider=provider, **given)
    except Exception as error:
        raise unusable(error, setting) from error
    if (getattr(made, "profile", None) or {}).get("temperature") is False:
        setattr(made, "temperature", None)  # noqa: B010
    return made


def embeddings(setting: str, options: ModelOptions | None = None) -> Embeddings:
    """Return the embeddings of a setting such as `openai:NAME`. Raises `ModelUnknown`, or `ModelError` for a missing key."""
    from langchain.embeddings import init_embeddings

    given: dict[str, Any] = dict((options or ModelOptions()).server)
    if setting.startswith("openai:"):
        given["check_embedding_ctx_length"] = (
            False  # else it sends token numbers, which only OpenAI itself reads
        )
    try:
        made: Embeddings = init_embeddings(setting, **given)
    except Exception as error:
        raise unusable(error, setting) from error
    return made


def known_openai_models() -> tuple[str, ...]:
    """Return the chat models that the installed openai package names."""
    from openai.types import ChatModel

    return tuple(str(name) for name in get_args(ChatModel))


def nearest_openai_models(name: str) -> list[str]:
    """Return the known names nearest to one that OpenAI does not serve."""
    return get_close_matches(name.removeprefix("openai:"), known_openai_models(), n=3)


class Ready(BaseModel):
    """What a model is asked for to see whether it answers in a given shape."""

    ready: bool


class Model:
    """A model that is asked for answers. Safe to use from several threads."""

    def __init__(
        self,
        setting: str | BaseChatModel,
        *,
        options: ModelOptions | None = None,
        account: Account | None = None,
        cache: AnswerCache | None = None,
        callbacks: Sequence[Any] = (),
    ) -> None:
        self.options = options or ModelOptions()
        self.chat = chat_model(setting, self.options)
        self.name = setting if isinstance(setting, str) else _name_of(self.chat)
        self._identity = setting if isinstance(setting, str) else _identity_of(self.chat)
        self.account = account or Account()
        self.cache = cache or AnswerCache()
        self._callbacks = [*callbacks, *handlers(self.options.trace)]
        self._mode: Mode = MODES[0]
        self._slots = threading.BoundedSemaphore(self.options.concurrency)

    @property
    def workers(self) -> int:
        """Calls to make at once: one under a budget, so that it ends at the same call each time."""
        return 1 if self.account.limited else self.options.concurrency

    @property
    def trust(self) -> float:
        """How much its verdicts move the support: as set, else 1 for a model that the openai package knows, else 0.

        A model with 1.5 billion parameters did worse than a coin here; one of OpenAI's is published to do better than the
        embedded engine (GPT-4, SummEdits). Any other is shown beside plain code, and moves nothing until it is measured.
        """
        if self.options.trust is not None:
            return self.options.trust
        return 1.0 if self.name.removeprefix("openai:") in known_openai_models() else 0.0

    @property
    def takes_tools(self) -> bool:
        """Whether the model can be offered tools, as far as its package knows; a server may still refuse (`ModelError`)."""
        from langchain_core.language_models import BaseChatModel

        if (getattr(self.chat, "profile", None) or {}).get("tool_calling") is False:
            return False
        return type(self.chat).bind_tools is not BaseChatModel.bind_tools

    def greet(self) -> str:
        """Try the model, without the cache, and return one line on how it answers. Raises as `ask` does."""
        try:
            self._fresh('Answer with the JSON object {"ready": true}', Ready)
        except ModelError as error:
            near = nearest_openai_models(self.name) if "does not serve" in str(error) else []
            raise (ModelError(f"{error} Known names: {', '.join(near)}.") if near else error) from error
        tools = "tools can be offered" if self.takes_tools else "no tools"
        return f"{self.name} answers (structure by {self._mode.replace('_', ' ')}; {tools})"

    # Structured answers

    def ask(self, prompt: str, shape: type[T]) -> T:
        """Return the model's answer in that shape.

        Raises `BudgetSpent` before a call that would pass the budget, `AnswerUnusable` where even a repair can't be
        read, `ModelError` where the server can't be asked.
        """
        key = self._key(prompt, json.dumps(shape.model_json_schema(), sort_keys=True))
        known, _ = parse(self.cache.get(key) or "", shape)
        if known is None:
            known = self._fresh(prompt, shape)
            self.cache.put(key, known.model_dump_json())
        return known

    def _fresh(self, prompt: str, shape: type[T]) -> T:
        text = self._structured(prompt, shape)
        answer, why = parse(text, shape)
        if answer is None:
            answer, why = parse(self._structured(repairing(prompt, text, why), shape), shape)
        if answer is None:
            raise AnswerUnusable(f"{self.name} did not answer in the shape asked for ({why}).")
        return answer

    def _structured(self, prompt: str, shape: type[BaseModel]) -> str:
        """Send the prompt in the first mode that the server takes, and remember that mode."""
        for mode in MODES[MODES.index(self._mode) :]:
            try:
                text = words_of(self._in_mode(prompt, shape, mode))
            except Exception as error:
                if mode != MODES[-1] and refuses_mode(error):
                    continue
                raise told(error, self.name) from error
            self._mode = mode
            return text
        raise ModelError(f"{self.name} takes no request.")

    def _in_mode(self, prompt: str, shape: type[BaseModel], mode: Mode) -> Any:  # noqa: ANN401 (LangChain's message)
        schema = json.dumps(shape.model_json_schema())
        if mode == "text":
            asked = f"{prompt}\n\nAnswer with one JSON object by this schema:\n{schema}"
            return self._send(self.chat, asked, asked)
        # A plain schema, not the class: with the class the client raises on a broken answer, which we want to see.
        # Only what sends is taken of the pair: what parses would raise on a refusal.
        structured: Any = self.chat.with_structured_output(
            shape.model_json_schema(), method=mode, include_raw=True
        )
        sender = getattr(structured, "first", structured)
        return self._send(sender, prompt, prompt + schema)

    # Text and conversation

    def say(self, prompt: str | Sequence[BaseMessage]) -> str:
        """Return the model's answer as text. Raises as `ask` does."""
        return self._known(self._key(written(prompt), "say"), lambda: str(self._sent(prompt).text))

    def stream(self, prompt: str | Sequence[BaseMessage]) -> Generator[str]:
        """Yield the model's answer piece by piece; an answer from the cache comes in one piece.

        Raises as `ask` does, and `ModelError` where the stream breaks off: what came before is then no whole answer.
        A stream that breaks before its first piece is asked for again.
        """
        key = self._key(written(prompt), "say")
        known = self.cache.get(key)
        if known is not None:
            yield known
            return
        pieces: list[str] = []
        for text in self._streamed(prompt):
            pieces.append(text)
            yield text
        self.cache.put(key, "".join(pieces))

    def turn(self, messages: Sequence[BaseMessage], tools: Sequence[Any] = ()) -> AIMessage:
        """Return the model's next message, which may call tools (functions, pydantic classes or LangChain tools)."""
        from langchain_core.messages import AIMessage
        from langchain_core.utils.function_calling import convert_to_openai_tool

        offered = json.dumps([convert_to_openai_tool(tool) for tool in tools], sort_keys=True)
        chat = self.chat.bind_tools(tools) if tools else self.chat
        key = self._key(written(messages), f"turn {offered}")

        def fresh() -> str:
            try:
                return str(self._send(chat, messages, written(messages) + offered).model_dump_json())
            except Exception as error:
                raise told(error, self.name) from error

        return AIMessage.model_validate_json(self._known(key, fresh))

    def _sent(self, prompt: str | Sequence[BaseMessage]) -> Any:  # noqa: ANN401 (LangChain's message)
        try:
            return self._send(self.chat, prompt, written(prompt))
        except Exception as error:
            raise told(error, self.name) from error

    def _streamed(self, prompt: str | Sequence[BaseMessage]) -> Iterator[str]:
        begun = False
        for left in range(self.options.retries, -1, -1):
            try:
                for text in self._pieces(prompt):
                    begun = begun or bool(text)
                    yield text
            except Exception as error:
                again = passing(error) or self._adapts_to(error)
                if begun or not left or isinstance(error, ModelError) or not again:
                    raise told(error, self.name) from error
            else:
                return

    def _pieces(self, prompt: str | Sequence[BaseMessage]) -> Iterator[str]:
        """Send and yield; what was set aside for it is settled however it ends."""
        counted, whole = written(prompt), None
        with self._paid(counted) as pay, quiet(on=bool(self.options.trace)), self._slots:
            try:
                for chunk in self.chat.stream(prompt, config={"callbacks": self._callbacks}):
                    whole = chunk if whole is None else whole + chunk
                    if chunk.text:
                        yield str(chunk.text)
            finally:
                if whole is not None:
                    pay(whole)
        if whole is None:
            raise AnswerUnusable(f"{self.name} gives an empty answer.")
        complete(whole, self.name)

    # What all calls go through

    def _known(self, key: str, fresh: Callable[[], str]) -> str:
        known = self.cache.get(key)
        if known is None:
            known = fresh()
            self.cache.put(key, known)
        return known

    def _key(self, prompt: str, asked_for: str) -> str:
        server = str(getattr(getattr(self.chat, "root_client", None), "base_url", ""))
        parts = {
            "model": self._identity,
            "server": self.options.base_url or server,
            "temperature": str(self.options.temperature),
        }
        return key_of({**parts, "prompt": prompt, "schema": asked_for})

    def _send(self, sender: Any, prompt: object, counted: str) -> Any:  # noqa: ANN401 (LangChain's runnable)
        """Send within the budget; `counted` is the text whose tokens are reserved."""
        with self._paid(counted) as pay, quiet(on=bool(self.options.trace)), self._slots:
            got = self._invoked(sender, prompt)
            message = got["raw"] if isinstance(got, dict) else got
            pay(message)
        return complete(message, self.name)

    def _invoked(self, sender: Any, prompt: object) -> Any:  # noqa: ANN401 (LangChain's runnable and message)
        config = {"callbacks": self._callbacks}
        try:
            return sender.invoke(prompt, config=config)
        except Exception as error:
            if not self._adapts_to(error):
                raise
            return sender.invoke(prompt, config=config)

    def _adapts_to(self, error: Exception) -> bool:
        """Do without a temperature from now on, where that is what the server asks for."""
        if not refuses_temperature(error) or getattr(self.chat, "temperature", None) is None:
            return False
        setattr(self.chat, "temperature", None)  # noqa: B010 (providers' classes have it, their base does not)
        return True

    @contextmanager
    def _paid(self, counted: str) -> Iterator[Callable[[Any], None]]:
        """Reserve for a call before it is sent; give what takes its message to settle."""
        reserved = self.account.reserve(count_tokens(counted), self.options.longest_answer)
        used = [(0, 0)]
        try:
            yield lambda message: used.append(tokens_of(message, counted))
        finally:
            self.account.settle(reserved, *used[-1])

    # Async twins: each runs in a thread of its own, through the same budget and cache

    async def aask(self, prompt: str, shape: type[T]) -> T:
        """`ask`, without blocking the event loop."""
        return await asyncio.to_thread(self.ask, prompt, shape)

    async def asay(self, prompt: str | Sequence[BaseMessage]) -> str:
        """`say`, without blocking the event loop."""
        return await asyncio.to_thread(self.say, prompt)

    async def aturn(self, messages: Sequence[BaseMessage], tools: Sequence[Any] = ()) -> AIMessage:
        """`turn`, without blocking the event loop."""
        return await asyncio.to_thread(self.turn, messages, tools)

    async def astream(self, prompt: str | Sequence[BaseMessage]) -> AsyncIterator[str]:
        """`stream`, without blocking the event loop."""
        pieces = self.stream(prompt)
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece


def _name_of(chat: BaseChatModel) -> str:
    """Return a name for a model given as an object: its class and what it calls its model."""
    name = getattr(chat, "model_name", None) or getattr(chat, "model", None)
    return f"{type(chat).__name__}:{name}" if name else type(chat).__name__


def _identity_of(chat: BaseChatModel) -> str:
    """Return what tells a model given as an object from others: its class and what it says of itself, without keys."""
    about = {k: str(v) for k, v in chat._identifying_params.items()}
    return f"{_name_of(chat)} {json.dumps(about, sort_keys=True)}"
