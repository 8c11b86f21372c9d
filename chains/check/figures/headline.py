"""A headline held against its own body: where the body tells the same thing with another value, one of them is wrong."""

from __future__ import annotations

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures.arithmetic import Slip
from presscheck.chains.check.figures.coincidence import vague
from presscheck.chains.check.figures.relation import relate
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure, Sentence
from presscheck.text.words import content_words

LONGEST = 110
"""Characters of the longest first line that is taken for a headline."""
SHARED_WORDS = 3
"""How many content words a sentence of the body must share with the headline, beside the unit."""


def headline_slips(draft: Draft) -> dict[int, Slip]:
    """Return the figures of the headline that the body tells otherwise, by their start."""
    end = _headline_end(draft.text)
    figures = [f for f in draft.figures if f.end <= end and not vague(f)]
    body = [f for f in draft.figures if f.start >= end]
    return {f.start: slip for f in figures if (slip := _against(draft, f, body))}


def _headline_end(text: str) -> int:
    """Return where the headline ends: the first line, if it is short, no sentence, and something follows it."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start:end].rstrip() if end > 0 else ""
    return end if 0 < len(line) <= LONGEST and line[-1] not in '.!?:;,”"' and text[end:].strip() else 0


def _against(draft: Draft, figure: Figure, body: list[Figure]) -> Slip | None:
    relations = [(f, r) for f in body if (r := relate(figure, f)) and r.alike >= 0.9]
    if any(r.good for _, r in relations):
        return None
    head = set(content_words(draft.sentence_at(figure.start).text))
    for other, relation in relations:
        if relation.reason in (Reason.FIGURE_VALUE, Reason.FIGURE_SCALE) and _same_thing(
            head, draft.sentence_at(other.start)
        ):
            return Slip(figure, (other,), f"headline: {figure.text}; body: {other.text}")
    return None


def _same_thing(head: set[str], sentence: Sentence) -> bool:
    return len(head & set(content_words(sentence.text))) >= SHARED_WORDS
