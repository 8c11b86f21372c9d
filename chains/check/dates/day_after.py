"""Days told from another day of the text: "the following afternoon" after a sentence of Sunday is a Monday's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from presscheck.chains.check.dates.clauses import Alone, alone
from presscheck.chains.check.dates.compare import is_weekday
from presscheck.chains.check.draft import Draft
from presscheck.text.date_words import WEEKDAY_NAMES
from presscheck.text.mentions import DateMention, Sentence

_PART: Final = r"(?:morning|afternoon|evening|night)"
_AFTER: Final = re.compile(
    rf"\b(?:on )?the (?:following|next) (?:day\b|{_PART})|\b(?:a|one) day later\b|\bthe day after(?=[.,;]|$)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"\b(?:on )?the (?:previous|preceding) (?:day\b|{_PART})|\b(?:a|one) day earlier\b|\bthe day before(?=[.,;]|$)",
    re.IGNORECASE,
)
_REACH: Final = 3
"""How many sentences back the day may be told."""


def days_told(draft: Draft) -> Iterator[tuple[int, int, Alone]]:
    """Yield where a text tells a day from the weekday before it, with that sentence naming the day instead."""
    for sentence in draft.sentences:
        for step, pattern in ((1, _AFTER), (-1, _BEFORE)):
            for match in pattern.finditer(sentence.text):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                base = _weekday_before(draft, start, sentence)
                told = _told(draft, sentence, match, base, step) if base else None
                if told and draft.quote_at(start, end) is None:
                    yield start, end, told


def _weekday_before(draft: Draft, offset: int, sentence: Sentence) -> DateMention | None:
    """Return the last day told before, in this sentence or a few before it, if it is a weekday."""
    at = bisect_left(draft.sentences, sentence.start, key=lambda s: s.start)
    near = [d for s in draft.sentences[max(0, at - _REACH) : at + 1] for d in draft.dates_in(s)]
    known = [d for d in near if d.end <= offset and d.kind == "date" and d.grain == "day"]
    return known[-1] if known and is_weekday(known[-1]) else None


def _told(
    draft: Draft, sentence: Sentence, match: re.Match[str], base: DateMention, step: int
) -> Alone | None:
    if base.weekday is None:
        return None
    day = WEEKDAY_NAMES[(base.weekday + step) % 7].title()
    text = f"{sentence.text[: match.start()]}on {day}{sentence.text[match.end() :]}"
    return alone(draft, text, base.model_copy(update={"text": day}))
