"""The sentences of the sources that may stand in a brief by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from presscheck.models import Article, Passage
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.words import content_words
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.spoken import sentences

SHORTEST, LONGEST = 6, 60
"""Words of a sentence that may stand in a brief."""

LEANING_START = re.compile(
    r"(?:he|she|it|they|this|that|these|those|such|there|here|his|her|its|their|him|them|so|but|and|or|nor|yet|also|then|"
    r"however|meanwhile|instead|therefore|thus|moreover|furthermore|still|again|otherwise|likewise|similarly|indeed|"
    r"besides|nonetheless|nevertheless|conversely|both|neither|the latter|the former|another|others|one of (?:them|those)|"
    r"in (?:addition|contrast|fact|turn|response)|for (?:example|instance)|as (?:such|a result)|on the other hand|because of (?:this|that)|"
    r"well|yes|yeah|no|okay|ok|thanks|thank you|look|sure|right|great|good (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|theirs)\b", re.IGNORECASE)
DEMONSTRATIVE = re.compile(
    r"\b(?:this|that|these|those|it)\s+(?:is|was|has|will|would|means|meant|shows|comes|came)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Candidate:
    """A sentence of a source; `position` is its place among the article's sentences, from 0."""

    article: Article
    passage: Passage
    start: int
    end: int
    text: str
    position: int

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of the content words."""
        return frozenset(content_words(self.text))

    @property
    def length(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @property
    def spoken(self) -> bool:
        """Whether it stands in a transcript, and so may appear only as a quotation."""
        return self.article.kind == "transcript"


def candidates(library: Library, passages: Sequence[Passage]) -> list[Candidate]:
    """Return the sentences of these passages that can stand alone: no questions, nothing that leans on what is left out."""
    return [
        c
        for passage in passages
        for c in _of_passage(library.article(passage.article_id), passage)
        if stands_alone(c)
    ]


def _of_passage(article: Article, passage: Passage) -> Iterator[Candidate]:
    if passage.role not in ("statement", "answer"):
        return
    for number, s in enumerate(sentences(passage)):
        yield Candidate(article, passage, s.start, s.end, s.text, 4 * passage.ordinal + number)


def stands_alone(candidate: Candidate) -> bool:
    """Tell whether a reader understands the sentence without the one before it."""
    text = candidate.text
    return (
        SHORTEST <= candidate.length <= LONGEST
        and text[-1:] in ".!”\"'’)"
        and not LEANING_START.match(text.lstrip("“\"'‘("))
        and not DEMONSTRATIVE.search(text)
        and not text.startswith(("#", "*", "-", "•"))
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and not (candidate.spoken and not candidate.passage.speaker)
        and _persons_are_named(text)
    )


def _persons_are_named(text: str) -> bool:
    """Tell whether "he", "they" and the like come after a name they can stand for."""
    quoted = [(q.start, q.end) for q in find_quotes(text)]
    pronoun = next((m for m in PERSON.finditer(text) if not any(a <= m.start() < b for a, b in quoted)), None)
    return pronoun is None or any(n.end <= pronoun.start() and n.kind == "person" for n in find_names(text))
