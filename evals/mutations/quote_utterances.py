"""What was said in an article, sentence by sentence: the material from which misquotations are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.models import Article, Role
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.turns import find_turns
from presscheck.text.words import content_words

SHORTEST, LONGEST = 7, 40
"""Words of the sentences taken."""

_UNFIT = re.compile(r"[\[\](){}“”\"…*]|\.\.\.|\b(?:inaudible|crosstalk)\b", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"\b(?:official|officials|audience|participant|aide|speaker|moderator)\b", re.IGNORECASE
)


class Utterance(NamedTuple):
    """A sentence that somebody said; `turn` numbers the turn or quotation it stands in."""

    text: str
    speaker: str | None
    role: Role
    turn: int

    @property
    def words(self) -> list[str]:
        """The words with their punctuation."""
        return self.text.split()


def utterances(article: Article) -> list[Utterance]:
    """Return the sentences fit to be quoted: not too short or long, with some content, plainly punctuated."""
    found = list(_turns(article) if article.kind == "transcript" else _quotations(article))
    return [u for u in found if _fit(u)]


def _turns(article: Article) -> Iterator[Utterance]:
    for i, turn in enumerate(find_turns(article.text, article.title or "")):
        if turn.role != "moderator" and not _ANONYMOUS.search(turn.label):
            for sentence in split_sentences(article.text[turn.text_start : turn.end]):
                yield Utterance(sentence.text, turn.speaker, turn.role, i)


def _quotations(article: Article) -> Iterator[Utterance]:
    for i, quote in enumerate(find_quotes(article.text)):
        if quote.kind == "direct" and len(quote.parts) == 1 and quote.speaker:
            for sentence in split_sentences(quote.text):
                yield Utterance(sentence.text, quote.speaker, "statement", i)


def _fit(utterance: Utterance) -> bool:
    return (
        SHORTEST <= len(utterance.words) <= LONGEST
        and len(set(content_words(utterance.text))) >= 4
        and not _UNFIT.search(utterance.text)
        and "\n" not in utterance.text
        and not (utterance.speaker and _ANONYMOUS.search(utterance.speaker))
    )
