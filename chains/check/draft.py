"""The text being checked, and what is read in it; each thing is read once."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from presscheck.models import Article, Claim, ClaimKind, Finding
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import DateMention, Figure, Name, Quote, Sentence
from presscheck.text.names import find_names
from presscheck.text.people_known import NOBODY, People
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.words import normalise


class Draft:
    """A text to be checked. `as_of` is the day it speaks from: its own date unless another is given.

    `people` are those whose other names and titles are known.
    """

    def __init__(self, article: Article, as_of: datetime | None = None, people: People = NOBODY) -> None:
        self.article = article
        self.text = article.text
        self.as_of = as_of or article.published
        self.people = people
        self._claims_made: dict[tuple[str, str, str, int], int] = {}
        self._alike: Counter[tuple[str, str, str]] = Counter()

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order."""
        return split_sentences(self.text)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures, in order."""
        return find_figures(self.text)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates, in order, relative ones placed by the day the text speaks from."""
        return find_dates(self.text, self.as_of)

    def dates_in(self, sentence: Sentence) -> list[DateMention]:
        """Return the dates that begin in a sentence."""
        starts = self._date_starts
        return self.dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [d.start for d in self.dates]

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotations with their speakers, in order."""
        return [self._named(quote) for quote in find_quotes(self.text)]

    def _named(self, quote: Quote) -> Quote:
        """Put the person's name where the speaker is named by a title or another name."""
        name = self.people.named(quote.speaker, self.as_of)
        return quote if name == quote.speaker else quote.model_copy(update={"speaker": name})

    @cached_property
    def names(self) -> list[Name]:
        """The names, in order."""
        return find_names(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds the character, or the nearest before it; the whole text if there is none."""
        if not self.sentences:
            return Sentence(text=self.text, start=0, end=len(self.text))
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def quote_at(self, start: int, end: int) -> Quote | None:
        """Return the quotation that holds these characters, if any."""
        near = self.quotes_in(start, max(start + 1, end))
        return next(
            (q for q in near for a, b in (q.parts or ((q.start, q.end),)) if a <= start and end <= b), None
        )

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """Return the quotations that reach into these characters."""
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        return [q for q in self.quotes[first : bisect_left(self._quote_starts, end)] if start < q.end]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [q.start for q in self.quotes]

    def by_sentence(self, findings: Iterable[Finding]) -> defaultdict[int, list[Finding]]:
        """Return the findings that reach into each sentence, by the sentence's start."""
        found: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in findings:
            first = max(0, bisect_right(self._sentence_starts, finding.claim.start) - 1)
            last = max(first + 1, bisect_left(self._sentence_starts, finding.claim.end))
            for sentence in self.sentences[first:last]:
                found[sentence.start].append(finding)
        return found

    def claim(self, kind: ClaimKind, start: int, end: int) -> Claim:
        """Make the claim of these characters; its id survives edits elsewhere in the text."""
        first, last = self.sentence_at(start), self.sentence_at(max(start, end - 1))
        words, around = _key(self.text[start:end]), _key(self.text[first.start : last.end])
        return Claim(
            id=self._claim_id(kind, words, around, start),
            kind=kind,
            text=self.text[start:end],
            start=start,
            end=end,
            sentence_start=min(first.start, start),
            sentence_end=max(last.end, end),
        )

    def _claim_id(self, kind: str, words: str, around: str, start: int) -> str:
        """Hash what is claimed and where; the nth claim alike in a like sentence is told from the first."""
        made = (kind, words, around, start)
        if made not in self._claims_made:
            self._claims_made[made] = self._alike[kind, words, around]
            self._alike[kind, words, around] += 1
        same = self._claims_made[made]
        return hashlib.sha256(
            f"{kind}\x1f{words}\x1f{around}\x1f{same}".encode("utf-8", "replace")
        ).hexdigest()[:12]


def _key(text: str) -> str:
    return " ".join(normalise(text).split())
