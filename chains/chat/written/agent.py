"""A model with tools: LangChain's agent over the stored sources, within the budget and the cache of `presscheck.llm`."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from presscheck.chains.chat.question.reading import read_question
from presscheck.chains.chat.written.material import Material
from presscheck.errors import ModelError
from presscheck.models import Lookup
from presscheck.prompts import load

if TYPE_CHECKING:
    from presscheck.llm import Model

STEPS = 12
"""Steps of the agent's graph: about five calls of tools."""
ROOM = 1600
"""Characters of an article that `show` gives around a passage."""


class NoTools(ModelError):
    """The server does not take tools."""


class Accounted(BaseChatModel):
    """A LangChain chat model whose every call goes through a `Model`: its budget, its cache, its errors."""

    asked: Any
    tools: tuple[Any, ...] = ()

    @property
    def _llm_type(self) -> str:
        return "presscheck"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Any:  # noqa: ANN401 (LangChain's signature)
        """Return the same model with tools."""
        return Accounted(asked=self.asked, tools=tuple(tools))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401 (LangChain's signature)
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self.asked.turn(messages, self.tools))])


def agent_answer(
    model: Model, question: str, material: Material, numbers: Sequence[int], stop: threading.Event
) -> Iterator[str | Lookup]:
    """Yield what the agent looks up and at last its answer. Raises `NoTools` if the server refuses tools."""
    from langchain.agents import create_agent

    agent: Any = create_agent(Accounted(asked=model), tools=tools_for(material))
    prompt = load("chat_agent").fill(evidence=material.told(numbers), question=question)
    begun = False
    try:
        for update in agent.stream(
            {"messages": [("user", prompt)]}, {"recursion_limit": STEPS}, stream_mode="updates"
        ):
            if stop.is_set():
                return
            for message in _said(update):
                begun = True
                yield from _events(message)
    except ModelError as error:
        if begun:
            raise
        raise NoTools(str(error)) from error
    except RecursionError:  # LangGraph's error for too many steps: there is no answer then
        return


def _said(update: dict[str, Any]) -> Iterator[AIMessage]:
    for node in update.values():
        yield from (m for m in (node or {}).get("messages", ()) if isinstance(m, AIMessage))


def _events(message: AIMessage) -> Iterator[str | Lookup]:
    for call in message.tool_calls:
        yield Lookup(query=" ".join(str(value) for value in call["args"].values())[:200] or call["name"])
    if not message.tool_calls:
        yield str(message.text)


def tools_for(material: Material) -> list[Callable[..., str]]:
    """Return the tools: search, check, brief, show. What they give is evidence with numbers, or says why there is none."""
    finder = material.finder

    def search(query: str) -> str:
        """Search the stored sources; returns numbered sentences with who says them and when."""
        return material.told(material.search(read_question(query[:400])))

    def check(text: str) -> str:
        """Check a sentence against the stored sources; returns what is wrong with it."""
        from presscheck.chains.check.run import check_article
        from presscheck.models import Article

        report = check_article(Article(text=text[:4000]), finder.library)
        return "\n".join(f"{f.claim.text}: {f.reason.code}. {f.explanation}" for f in report.findings)[:ROOM]

    def brief(topic: str) -> str:
        """Write a short brief on a topic from the stored sources."""
        from presscheck.chains.brief import make_brief
        from presscheck.errors import BadRequest, NothingToCheck

        try:
            made = make_brief(finder.library, topic[:400], words=120)
        except (BadRequest, NothingToCheck) as error:
            return str(error)
        return "\n".join(s.text for s in (made.summary, *made.sentences) if s)

    def show(number: int) -> str:
        """Show what stands around the numbered evidence in its source."""
        if not 1 <= number <= len(material.found):
            return "There is no such number."
        e = material.found[number - 1]
        return f"{e.before[-ROOM:]}{e.text}{e.after[:ROOM]}"

    return [search, check, brief, show]
