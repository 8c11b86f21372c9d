"""A language model behind one small class: asked within a budget, through a cache on disk, its failures told in one line.

A model is `openai:NAME` (or any OpenAI-compatible server by its base URL), another `init_chat_model` name whose package
is installed, or a LangChain chat model:

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
from collections.abc import AsyncIterator, Generator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from pydantic import BaseModel

from presscheck.errors import AnswerUnusable, ModelError
from presscheck.failures import refuses_mode, told
from presscheck.model_calls import ModelCalls
from presscheck.model_making import chat_model as chat_model
from presscheck.model_making import embeddings as embeddings
from presscheck.model_making import known_openai_models as known_openai_models
from presscheck.model_making import nearest_openai_models as nearest_openai_models
from presscheck.model_options import ModelOptions as ModelOptions
from presscheck.replies import parse, repairing, words_of, written

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage, BaseMessage

T = TypeVar("T", bound=BaseModel)
Mode = Literal["json_schema", "function_calling", "text"]
MODES: tuple[Mode, ...] = get_args(Mode)


class Ready(BaseModel):
    """What a model is asked for to see whether it answers in a given shape."""

    ready: bool


class Model(ModelCalls):
    """A model that is asked for answers. Safe to use from several threads."""

    _mode: Mode = MODES[0]

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
        key = self.key(prompt, json.dumps(shape.model_json_schema(), sort_keys=True))
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
            return self.send(self.chat, asked, asked)
        # A plain schema, not the class: with the class the client raises on a broken answer, which we want to see.
        # Only what sends is taken of the pair: what parses would raise on a refusal.
        structured: Any = self.chat.with_structured_output(
            shape.model_json_schema(), method=mode, include_raw=True
        )
        sender = getattr(structured, "first", structured)
        return self.send(sender, prompt, prompt + schema)

    # Text and conversation

    def say(self, prompt: str | Sequence[BaseMessage]) -> str:
        """Return the model's answer as text. Raises as `ask` does."""
        return self.known(self.key(written(prompt), "say"), lambda: str(self._sent(prompt).text))

    def stream(self, prompt: str | Sequence[BaseMessage]) -> Generator[str]:
        """Yield the model's answer piece by piece; an answer from the cache comes in one piece.

        Raises as `ask` does, and `ModelError` where the stream breaks off: what came before is then no whole answer.
        """
        key = self.key(written(prompt), "say")
        known = self.cache.get(key)
        if known is not None:
            yield known
            return
        pieces: list[str] = []
        for text in self.streamed(prompt):
            pieces.append(text)
            yield text
        self.cache.put(key, "".join(pieces))

    def turn(self, messages: Sequence[BaseMessage], tools: Sequence[Any] = ()) -> AIMessage:
        """Return the model's next message, which may call tools (functions, pydantic classes or LangChain tools)."""
        from langchain_core.messages import AIMessage
        from langchain_core.utils.function_calling import convert_to_openai_tool

        offered = json.dumps([convert_to_openai_tool(tool) for tool in tools], sort_keys=True)
        chat = self.chat.bind_tools(tools) if tools else self.chat
        key = self.key(written(messages), f"turn {offered}")

        def fresh() -> str:
            try:
                return str(self.send(chat, messages, written(messages) + offered).model_dump_json())
            except Exception as error:
                raise told(error, self.name) from error

        return AIMessage.model_validate_json(self.known(key, fresh))

    def _sent(self, prompt: str | Sequence[BaseMessage]) -> Any:  # noqa: ANN401 (LangChain's message)
        try:
            return self.send(self.chat, prompt, written(prompt))
        except Exception as error:
            raise told(error, self.name) from error

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
