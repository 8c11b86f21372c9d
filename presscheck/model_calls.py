"""What every call to a model goes through: the budget, the cache, the slots, tracing, and what a server asks for anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from presscheck.answers import AnswerCache, key_of
from presscheck.errors import AnswerUnusable, ModelError
from presscheck.failures import passing, refuses_temperature, told
from presscheck.model_making import chat_model, identity_of, name_of
from presscheck.model_options import ModelOptions
from presscheck.replies import complete, tokens_of, written
from presscheck.spending import Account, count_tokens
from presscheck.tracing import handlers, quiet

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage


class ModelCalls:
    """Sends to one model, and keeps what it answered. Safe to use from several threads."""

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
        self.name = setting if isinstance(setting, str) else name_of(self.chat)
        self._identity = setting if isinstance(setting, str) else identity_of(self.chat)
        self.account = account or Account()
        self.cache = cache or AnswerCache()
        self._callbacks = [*callbacks, *handlers(self.options.trace)]
        self._slots = threading.BoundedSemaphore(self.options.concurrency)

    @property
    def workers(self) -> int:
        """Calls to make at once: one under a budget, so that it ends at the same call each time."""
        return 1 if self.account.limited else self.options.concurrency

    def known(self, key: str, fresh: Callable[[], str]) -> str:
        """Return what was answered to this before, else a fresh answer, which is kept."""
        known = self.cache.get(key)
        if known is None:
            known = fresh()
            self.cache.put(key, known)
        return known

    def key(self, prompt: str, asked_for: str) -> str:
        """Return under what an answer is kept: exact model, server, prompt, and what was asked for."""
        server = str(getattr(getattr(self.chat, "root_client", None), "base_url", ""))
        parts = {
            "model": self._identity,
            "server": self.options.base_url or server,
            "temperature": str(self.options.temperature),
        }
        return key_of({**parts, "prompt": prompt, "schema": asked_for})

    def send(self, sender: Any, prompt: object, counted: str) -> Any:  # noqa: ANN401 (LangChain's runnable)
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

    def streamed(self, prompt: str | Sequence[BaseMessage]) -> Iterator[str]:
        """Yield an answer piece by piece; a stream that breaks before its first piece is asked for again."""
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
