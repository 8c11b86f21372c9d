"""Which capitals that begin a sentence begin a name: the rest of the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presscheck.text.names_front import TITLES, key
from presscheck.text.names_lists import ORGANISATION_NOUNS, PLACE_NOUNS, WORDY_SURNAMES, gazetteer, is_common
from presscheck.text.names_parts import Part
from presscheck.text.names_runs import FIRST
from presscheck.text.titles import MODIFIERS

_VERB = re.compile(
    r"(?:['’]s)?\s+(?:(?:also|has|had|have|is|was|will|would|did|does|can|could|may|might|then|later|never|says|told)\b"
    r"|[a-z]+(?:ed|es)\b|(?:said|beat|won|lost|made|went|took|hit|sees|wants|gave|left|met|ran|began|told|spoke)\b)"
)


def settled(parts: Sequence[Part], lower: set[str], text: str) -> Iterator[Part]:
    """Yield the parts that are names, a doubtful first word dropped or the whole."""
    firm = {p.text for p in parts if not p.doubtful}
    words = {w.text for p in parts if not p.doubtful for w in p.words}
    for part in parts:
        if not part.doubtful or part.text in firm:
            yield part
        elif len(part.words) == 1:
            if _stands_alone(part, words, lower) or _surname_with_verb(part, lower, text):
                yield part
        else:
            yield _shortened(part, firm, words, lower)


def _stands_alone(part: Part, words: set[str], lower: set[str]) -> bool:
    """Whether a lone word that begins a sentence is a name."""
    word = part.text
    if word in words:
        return True
    if part.known and word.lower() not in lower:
        return True
    return not is_common(word) and word.lower() not in lower


def _surname_with_verb(part: Part, lower: set[str], text: str) -> bool:
    """Whether it is a surname though a word too: "Brown said so"; "Brown bears" are no name."""
    if part.text not in WORDY_SURNAMES or part.text.lower() in lower:
        return False
    return part.possessive or bool(_VERB.match(text, part.end))


def _shortened(part: Part, firm: set[str], words: set[str], lower: set[str]) -> Part:
    """Drop the first word of several where it only begins the sentence: "Yesterday Biden" → "Biden"."""
    first, rest = part.words[0].text, part.words[1:]
    others = " ".join(w.text for w in rest)
    ordinary = is_common(first) and first not in words and key(first) not in FIRST
    if part.known or not ordinary:
        return part
    qualifies = len(rest) == 1 and key(first) in MODIFIERS | TITLES and not is_common(others)
    if qualifies or others in firm or others in gazetteer() or (first.lower() in lower and not _office(part)):
        return Part(rest, rest[0].start, part.end, part.title, False, part.kind, part.possessive)
    return part


def _office(part: Part) -> bool:
    return part.words[-1].text in ORGANISATION_NOUNS | PLACE_NOUNS
