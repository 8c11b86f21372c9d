"""Answers that a model writes: the question made self-contained, evidence fetched, each sentence checked before it is sent.

A model that can call tools may look further by itself (`agent`); another is asked in a fixed chain: evidence, answer, and
once more with other searches where that gave nothing. What comes out unverified is left out; if nothing is left, the
embedded engine answers.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from presscheck.chains.chat.answer.answering import answer, whose
from presscheck.chains.chat.answer.telling import Line, Outcome, Telling
from presscheck.chains.chat.evidence.finder import Finder
from presscheck.chains.chat.question.reading import Question, read_question
from presscheck.chains.chat.written.material import Material
from presscheck.chains.chat.written.sentences import MOST, NONE, borne_out, whole_sentences
from presscheck.chains.model.fence import tame
from presscheck.errors import ModelError
from presscheck.models import Lookup, Message
from presscheck.prompts import load
from presscheck.text.words import content_words

if TYPE_CHECKING:
    from presscheck.llm import Model

THREAD = 6
"""Messages of the thread that a model sees, each cut to so many characters:"""
CUT = 400
SEARCHES = 3
_NAMES = re.compile(r"\b[A-Z][\w'’-]+|\d[\d.,]*")


class Writer:
    """Writes one answer with a model."""

    def __init__(self, model: Model, finder: Finder, stop: threading.Event) -> None:
        self.model, self.finder, self.stop = model, finder, stop
        self.material = Material(finder)
        self.dropped = 0

    def answer(self, message: str, question: Question, before: Sequence[Message]) -> Telling:
        """Tell the answer; `question` is the message as the rules understand it in its thread."""
        sent = 0
        try:
            asked = self.alone(message, question, before)
            for item in self._tried(asked, question):
                sent += isinstance(item, Line)
                yield item
        except ModelError as error:
            if not sent:
                yield Line(f"The model can’t be asked ({str(error).strip()}). Without it:")
        if sent:
            return Outcome("partial" if self.dropped else "answered")
        return (yield from answer(question, self.finder))

    def alone(self, message: str, question: Question, before: Sequence[Message]) -> str:
        """Return the question so that it can be understood alone; the rules' reading where the model's adds something."""
        if not before or not (question.context or question.text != message):
            return question.text
        thread = "\n".join(f"{m.role}: {tame(m.text)[:CUT]}" for m in before[-THREAD:])
        told = self.model.say(load("chat_question").fill(thread=thread, question=tame(message)))
        line = next((part.strip() for part in told.splitlines() if part.strip()), "")
        known = f"{thread} {message}"
        added = [w for w in _NAMES.findall(line)[1:] if w.lower() not in known.lower()]
        fair = (
            0 < len(line.split()) <= 40
            and not added
            and set(content_words(message)) & set(content_words(line))
        )
        return line if fair else question.text

    def _tried(self, asked: str, question: Question) -> Iterator[Line | Lookup]:
        yield Lookup(query=asked)
        numbers = [
            *self.material.search(whose(question, self.finder)),
            *self.material.search(read_question(asked)),
        ]
        sent = yield from self._sent(self._answers(asked, numbers), question)
        if sent or self.stop.is_set():
            return
        others = self._searches(asked)
        more = [n for other in others for n in self.material.search(read_question(other))]
        if set(more) - set(numbers):
            yield Lookup(query="; ".join(others))
            yield from self._sent(self._chained(asked, more), question)

    def _sent(
        self, pieces: Iterator[str | Lookup], question: Question
    ) -> Generator[Line | Lookup, None, int]:
        """Yield the sentences that are borne out, and what is looked up meanwhile; return how many were."""
        sent = 0
        lookups: list[Lookup] = []
        point = replace(question, terms=question.terms or question.context)
        for number, text in enumerate(whole_sentences(_texts(pieces, lookups))):
            yield from lookups
            lookups.clear()
            if self.stop.is_set() or number >= MOST or NONE.search(text):
                break
            line = borne_out(text, point, self.finder.sources)
            self.dropped += line is None
            if line is not None:
                sent += 1
                yield line
        return sent

    def _answers(self, asked: str, numbers: Sequence[int]) -> Iterator[str | Lookup]:
        """Yield the model's answer piece by piece: with tools where it can call them, else in a chain."""
        if self.model.takes_tools:
            from presscheck.chains.chat.written.agent import NoTools, agent_answer

            try:
                yield from agent_answer(self.model, asked, self.material, numbers, self.stop)
            except NoTools:
                yield from self._chained(asked, numbers)
        else:
            yield from self._chained(asked, numbers)

    def _chained(self, asked: str, numbers: Sequence[int]) -> Iterator[str]:
        prompt = load("chat_answer").fill(evidence=self.material.told(numbers), question=tame(asked))
        for piece in self.model.stream(prompt):
            if self.stop.is_set():
                return
            yield piece

    def _searches(self, asked: str) -> list[str]:
        told = self.model.say(load("chat_search").fill(question=tame(asked)))
        lines = [re.sub(r"^[\s\-*\d.)\"]+", "", line).strip(' "') for line in told.splitlines()]
        return [line[:200] for line in lines if line][:SEARCHES]


def _texts(pieces: Iterator[str | Lookup], lookups: list[Lookup]) -> Iterator[str]:
    """Yield the pieces of text; what is looked up is put aside until the next sentence is whole."""
    for piece in pieces:
        if isinstance(piece, Lookup):
            lookups.append(piece)
        else:
            yield piece
