"""The evidence that a model is shown: sentences of the sources, numbered, each with who says it and when."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.brief.wording import credit, day
from presscheck.chains.chat.answer.wording import passage_of
from presscheck.chains.chat.evidence.finder import Finder
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.model.fence import tame
from presscheck.models import Evidence

SENTENCES = 8
"""Sentences that one search adds."""
NEAR = 0.2
"""Share of a question's weight that a sentence must meet to be shown."""


class Material:
    """What was found for one question so far."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.found: list[Evidence] = []

    def search(self, question: Question) -> list[int]:
        """Add the sentences nearest to a question; return their numbers, old ones too."""
        fits = [f for f in self.finder.fits(question)[:SENTENCES] if f.cover >= NEAR]
        return self.add([f.unit for f in fits])

    def add(self, units: Sequence[Unit]) -> list[int]:
        """Add sentences, each with what it leans on, and return their numbers, counted from 1."""
        return [self._number(passage_of(u, self.finder.sources)) for u in units]

    def _number(self, evidence: Evidence) -> int:
        places = [(e.article_id, e.start, e.end) for e in self.found]
        place = evidence.article_id, evidence.start, evidence.end
        if place not in places:
            self.found.append(evidence)
            return len(self.found)
        return places.index(place) + 1

    def told(self, numbers: Sequence[int]) -> str:
        """Return these pieces as a prompt shows them."""
        return (
            "\n".join(f"[{n}] {self._piece(self.found[n - 1])}" for n in dict.fromkeys(numbers))
            or "(nothing)"
        )

    def _piece(self, evidence: Evidence) -> str:
        article = self.finder.library.article(evidence.article_id)
        words = tame(" ".join(evidence.text.split()))
        if evidence.speaker:
            return f"{tame(evidence.speaker)}, {day(article.published)}: “{words}”"
        return f"{words} {tame(credit(article))}"
