"""A text cut into sentences, with their places.

A full stop ends a sentence unless what stands before it is an abbreviation and what follows goes on; a
blank line always ends one; a single line break does where the line is a paragraph or a heading, not where
text is wrapped. What is longer than any sentence is cut between two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presscheck.text.abbreviations import (
    AFTER_CLOCK,
    AMBIGUOUS,
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    CLOCK,
    STARTERS,
)
from presscheck.text.cues import BASES, SPEECH
from presscheck.text.date_words import SHORT_NAMES
from presscheck.text.lines import blocks
from presscheck.text.mentions import Sentence

LONGEST = 3000
"""Characters that are read as one sentence at most."""

_CLOSERS = "\"'”’»)\\]}"
_OPENERS = "\\-\"'“‘«(\\[{—–"

# A place where a sentence may end: its marks, closing quotes and brackets, a reference mark; then white
# space, or a capital with none between (scraped text runs paragraphs together), or a mark of a script
# without spaces.
_CANDIDATE = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[{_CLOSERS}]*(?:\[\w{{1,4}}\])*)"
    rf"(?:(?P<space>\s+)|(?=[—–]\s?[A-Z])|(?P<glued>(?=[“\"]?[A-Z][a-z]*[\s,])))"
    r"|[。！？｡؟۔।]+[”’」』）]*(?P<wide>\s*)"
)
_BEFORE_GLUED = re.compile(r"(?:[^\W\d_A-Z]{2}|\d[^\W\d_A-Z]?|%)$")
"""What stands before a full stop that a capital follows at once: the end of a word, or of an amount ("£6.8m.The")."""
_QUOTES = "\"'“‘`"
_LAST_WORD = re.compile(r"[^\s\"“”‘(\[{—–/]*$")
_NEXT_WORD = re.compile(rf"[{_OPENERS}\s]*([^\W_][\w'’.&-]*)?")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_SAID = "|".join(sorted(word for word in SPEECH - BASES if not word.endswith("ing")))
_SPEECH = re.compile(rf"(?:[A-Z][\w.'’-]*,?\s+){{1,7}}(?:{_SAID})\b(?!:)")
"""Who said the question before, and not what follows: "Mr Lund explained: “…"."""


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences in order, without the white space around them; they never overlap."""
    return [Sentence(text=piece, start=at, end=at + len(piece)) for piece, at in sentence_pieces(text)]


def sentence_pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the same sentences as `split_sentences`, each as its characters and its start only."""
    for start, end in blocks(text):
        for low, high in _short(text, _split(text, start, end)):
            piece = text[low:high].lstrip()
            low = high - len(piece)
            if piece := piece.rstrip():
                yield piece, low


def _short(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence between two words, so that no text takes long."""
    for low, high in spans:
        while high - low > LONGEST:
            at = text.rfind(" ", low + LONGEST // 2, low + LONGEST) + 1 or low + LONGEST
            yield low, at
            low = at
        yield low, high


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of one block's sentences."""
    low = start
    small = text[start:end].islower()
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() < end and (_ends(text, low, match) or _ends_in_small_letters(text, match, small)):
            at = _cut(text, low, match)
            yield low, at
            low = at
    yield low, end


def _cut(text: str, low: int, match: re.Match[str]) -> int:
    """Return where the next sentence begins; a straight quote glued on both sides opens or closes by count."""
    opens = (
        match["glued"] is not None
        and match["close"] == '"'
        and text.count('"', low, match.start("close")) % 2 == 0
    )
    return match.start("close") if opens else match.end()


def _ends_in_small_letters(text: str, match: re.Match[str], small: bool) -> bool:
    """Whether a full stop ends it though a small letter follows: one that stands apart, or in a text without capitals."""
    if match["wide"] is not None or not match["space"] or match["close"]:
        return False
    apart = match.start() > 0 and text[match.start() - 1].isspace()
    quoted = text[match.end() : match.end() + 1] in _QUOTES
    if apart:
        dotted = (
            text[match.end()] == "." or text[max(0, match.start() - 3) : match.start()].rstrip()[-1:] == "."
        )
        return not dotted and (match["mark"] == "." or (match["mark"] in "!?" and not quoted))
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    return small and match["mark"] == "." and len(word[0] if word else "") > 3


def _ends(text: str, low: int, match: re.Match[str]) -> bool:
    """Whether the sentence that began at `low` ends at this mark."""
    if match["wide"] is not None:
        return True
    if match["glued"] is not None and not _BEFORE_GLUED.search(
        text, max(low, match.start() - 3), match.start()
    ):
        return False
    following = _NEXT_WORD.match(text, match.end())
    after = (following and following[1]) or ""
    if not after:
        return match["mark"][0] != "." or len(match["mark"]) < 2
    if after[0].islower():
        return False
    if match["mark"] != ".":
        return _ends_loud(text, match, after)
    if match["close"].strip("'’"):
        return True
    return _ends_dotted(text, low, match.start(), after)


def _ends_loud(text: str, match: re.Match[str], after: str) -> bool:
    """Whether "?", "!" or an ellipsis ends it; a question in quotation marks goes on with its speaker."""
    if "!" in match["mark"] or "?" in match["mark"]:
        return not (match["close"] and _SPEECH.match(text, match.end()))
    spaced = match.start() > 0 and text[match.start() - 1].isspace()
    return len(match["mark"]) == 4 or not spaced or after.lower() in STARTERS


def _ends_dotted(text: str, low: int, dot: int, after: str) -> bool:
    """Whether a single full stop ends it, from the word before and the word after."""
    last = _LAST_WORD.search(text, max(low, dot - 20), dot)
    word = last[0] if last else ""
    key = word.lower()
    starts = after.lower() in STARTERS
    if key in BEFORE_NAMES:
        return False
    if key in BEFORE_NUMBERS:
        return not after[0].isdigit() and (word[0].islower() or starts)
    if key in SHORT_NAMES and word[0].isupper():
        return starts
    if key in CLOCK:
        return after.lower() not in AFTER_CLOCK
    if len(word) == 1 and word.isalpha():
        return starts and after != "A"
    if word.isdigit() and dot - len(word) <= low:
        return False
    if key in AMBIGUOUS or _DOTTED.match(word):
        return starts
    return True
