"""Links between the parts of a sentence (because, after, in line with): claims of their own."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.statements.ground import Ground, evidence
from presscheck.chains.check.words.reading import Words

CARRIED = {"cause": 0.5, "contrast": 0.5, "time": 0.65}
"""The share of a part's weight that one sentence must have, by the kind of link."""
_LINK = re.compile(
    r"\b(?P<cause>because(?: of)?|due to(?! be\b)|owing to|as a result(?: of)?|thanks to|prompting|leading to|which led to"
    r"|in response to|in retaliation for|in line with|in exchange for|prompted by|caused by|so that|therefore)\b"
    r"|\b(?P<contrast>despite|in spite of|although|even though)\b"
    r"|\b(?P<time>shortly after|soon after|after|(?<!the )following|before|ahead of|in the wake of)\b",
    re.IGNORECASE,
)

_ALSO = {
    "cause": re.compile(
        r"\b(?:in order to|to (?:get|win|gain|avoid|save|protect)|since|cited|citing|reasons?|factors?|blam(?:ed?|es|ing))\b",
        re.IGNORECASE,
    ),
    "contrast": re.compile(r"\b(?:but|however|yet|though|nevertheless|nonetheless)\b", re.IGNORECASE),
    "time": re.compile(r"\b(?:since|later|ago|earlier|subsequently)\b", re.IGNORECASE),
}
"""Words that tell the same of two things, in other places of a sentence."""


class Link(NamedTuple):
    """A link, its kind, and the sentences of the ground that carry the part before and the part behind it."""

    text: str
    kind: str
    start: int
    end: int
    first: list[int]
    second: list[int]


def unsourced_link(text: str, ground: Ground) -> Link | None:
    """Return a link whose two parts stand in different sentences, none of which links them."""
    for match in _LINK.finditer(text):
        parts = _parts(text, match)
        if parts is None:
            continue
        kind = match.lastgroup or ""
        first, second = (_carriers(part, ground, CARRIED[kind]) for part in parts)
        if not first or not second or set(first) & set(second):
            continue
        if abs(first[0] - second[0]) <= 1 and kind != "cause":
            continue
        if any(_linked(ground.sentences[n].text, kind) for n in (*first, *second)):
            continue
        return Link(match[0], kind, match.start(), match.end(), first, second)
    return None


def _parts(text: str, match: re.Match[str]) -> tuple[Words, Words] | None:
    """Return the words of the two parts; "Because B, A" is cut at its first comma."""
    before, after = text[: match.start()], text[match.end() :]
    if len(before.split()) < 3:
        cut = after.find(",")
        if cut < 0:
            return None
        before, after = after[cut + 1 :], after[:cut]
    one, other = Words(before), Words(after)
    return (one, other) if len(one.content) >= 3 and len(other.content) >= 2 else None


def _carriers(part: Words, ground: Ground, least: float) -> list[int]:
    """Return the one sentence that has most of a part, if it has enough of it."""
    best = evidence(part, ground, 1)
    if not best:
        return []
    need = {part.lemmas[i]: part.weights[i] for i in part.content}
    held = sum(w for word, w in need.items() if word in ground.sets[best[0]])
    return best if held >= least * sum(need.values()) else []


def _linked(sentence: str, kind: str) -> bool:
    return bool(_ALSO[kind].search(sentence)) or any(m.lastgroup == kind for m in _LINK.finditer(sentence))
