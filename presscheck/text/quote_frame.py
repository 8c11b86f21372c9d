"""The sentences around quotations: each quotation masked, so that its words are not taken for the writer's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from presscheck.text.cues import SPEECH
from presscheck.text.mentions import Sentence
from presscheck.text.quote_marks import Marked
from presscheck.text.quote_tokens import Token, tokenise
from presscheck.text.reporting import Cue, find_cues
from presscheck.text.sentences import split_sentences
from presscheck.text.speaker_mentions import Candidate, candidates

_CAPITAL = re.compile(r"(?<!\w)[A-Z]\w+(?:-\w+)*")
_WITHIN = re.compile(r"(?<=[a-z,][ \xa0])[A-Z]\w+")
_WORD = re.compile(r"\S+")
_SMALL = frozenset("the and for with from into over that than his her its".split())
_DASH = re.compile(r"[ \t\xa0]*(?:[—–]|--?)[ \t\xa0]*[A-Z]")
_LOWER = re.compile(r"[ \t\xa0]*[a-z,;(—–-]")
_SUBJECT_VERB = re.compile(r"[ \t\xa0]*((?:[\w.’'-]+[ \xa0]){1,6}?)([a-z]+)\b([.,]?)")
_ATTRIBUTED = re.compile(rf"[ \t\xa0]*(?:[\w.’'-]+[ \xa0]){{2,7}}?(?:{'|'.join(sorted(SPEECH))})[.,]")


LONGEST = 120
"""Words that are read as one sentence at most."""


class Frame:
    """A text seen without the words of its quotations: sentences, and on demand their tokens and mentions."""

    def __init__(self, text: str, marked: Sequence[Marked]) -> None:
        self.text = text
        self.marked = marked
        self.masked = mask(text, marked)
        self._marks = [m.outer_start for m in marked]
        self._at = {m.outer_start: (m.outer_end, i) for i, m in enumerate(marked)}
        self._headlines: dict[int, bool] = {}
        self._cues: dict[int, list[Cue]] = {}
        self._read: dict[int, tuple[list[Token], list[Candidate]]] = {}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the masked text."""
        return [piece for s in split_sentences(self.masked) for piece in self._short(s.start, s.end)]

    def _short(self, start: int, end: int) -> Iterator[Sentence]:
        """Cut what has too many words for a sentence (a quotation is one), so that no text takes long."""
        words: list[int] = []
        if end - start > LONGEST:
            glued = self._marks[bisect_left(self._marks, start) : bisect_left(self._marks, end)]
            words = sorted({*(w.start() for w in _WORD.finditer(self.masked, start, end)), *glued})
        cuts = [start, *words[LONGEST::LONGEST], end]
        for low, high in pairwise(cuts):
            yield Sentence.model_construct(text=self.masked[low:high], start=low, end=high)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that holds a place (or the one before it)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def read(self, number: int) -> tuple[list[Token], list[Candidate]]:
        """Return tokens and mentions of a sentence; each is read once."""
        if number not in self._read:
            sentence = self.sentences[number]
            tokens = tokenise(self.masked, sentence.start, sentence.end, self._at)
            self._read[number] = tokens, candidates(tokens, self._known)
        return self._read[number]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(_WITHIN.findall(self.masked))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word.lower() for word in _CAPITAL.findall(self.text))

    def mentions_of(self, head: str) -> int:
        """Return how often a name's last word stands in the text."""
        return self._counts[head]

    def words_of(self, parts: Sequence[int]) -> frozenset[str]:
        """Return the lower-case words of a quotation that have a capital."""
        return frozenset(
            word.lower()
            for p in parts
            for word in _CAPITAL.findall(self.text, self.marked[p].start, self.marked[p].end)
        )

    def lead_in(self, number: int) -> int:
        """Return the sentence that leads in to a sentence with a colon ("Smith went on:"), -1 if there is none."""
        if number == 0:
            return -1
        before = self.sentences[number - 1].text.rstrip(" \xa0*_")
        return number - 1 if before.endswith((":", ",", ":-", "—")) else -1

    def cues(self, number: int) -> list[Cue]:
        """Return the reporting verbs of a sentence with their subjects; each sentence is read once."""
        if number not in self._cues:
            self._cues[number] = find_cues(*self.read(number))
        return self._cues[number]

    def is_headline(self, number: int) -> bool:
        """Tell a headline by its capitals: names in it run into other words."""
        if number not in self._headlines:
            words = [t.text for t in self.read(number)[0] if len(t.text) > 2 and t.text.isalpha()]
            words = [w for w in words if w.lower() not in _SMALL]
            large = sum(w[0].isupper() for w in words)
            speech = any(c.subjects and c.word.islower() for c in self.cues(number))
            self._headlines[number] = len(words) > 3 and large > 0.8 * len(words) and not speech
        return self._headlines[number]

    def same_paragraph(self, a: int, b: int) -> bool:
        """Tell whether no line ends between two places."""
        return "\n" not in self.masked[min(a, b) : max(a, b)]


def mask(text: str, marked: Sequence[Marked]) -> str:
    """Replace each quotation, marks included, by one long word and a comma or full stop; the length stays."""
    pieces: list[str] = []
    at = 0
    for m in marked:
        pieces.append(text[at : m.outer_start])
        length = m.outer_end - m.outer_start
        pieces.append("Q" + "x" * (length - 2) + _last_mark(text, m) if length > 1 else "Q"[:length])
        at = m.outer_end
    pieces.append(text[at:])
    return "".join(pieces)


def _last_mark(text: str, m: Marked) -> str:
    """Return what ends the masked word: "." if its sentence ends there, "," if it goes on, else "x"."""
    inside = text[m.start : m.end].rstrip(" \t\xa0'’")[-1:]
    if inside not in ".!?…,;:—-–":
        return "x"
    if inside in ",;:—-–" or _LOWER.match(text, m.outer_end) or _DASH.match(text, m.outer_end):
        return ","
    verb = _SUBJECT_VERB.match(text, m.outer_end)
    if verb and verb[2] in SPEECH and (inside in "?!" or verb[3]):
        return ","
    return "," if inside in "?!" and _ATTRIBUTED.match(text, m.outer_end) else "."
