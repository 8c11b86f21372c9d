"""Words that a speaker only tells of: a claim that he rejects, what others say, what stands in marks within his words.

They stand in the source word for word, and yet the speaker does not say so: the words around them are shown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.quotes.places import SENTENCE_START, Place
from presscheck.chains.check.quotes.words import read_words
from presscheck.text.common_words import PREPOSITIONS

NESTED = 4
"""Words in marks within a speech, from which on they are somebody's words and no name."""

BEHIND = 120
"""Characters behind the quoted words in which a claim is rejected."""

_END = r"(?:\s(?:(?!\b(?:and|but|because|so|as|when|while|after|before|since)\b)[^,;:.?!—–])*|\W*)$"
"""The rest of a clause, up to the words quoted."""

_FALSEHOOD = re.compile(
    r"\b(?:myth|lies?|falsehoods?|rumou?rs?|misconception|fiction|conspiracy theor(?:y|ies)|hoax|canard|(?:dis|mis)information)\b"
    r"[^,;:.?!—–]{0,30}\bthat\b(?!.*\bbut\b)[^;:.?!—–]*$",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:idea|notion|claims?|suggestions?|narrative|accusations?|allegations?|theor(?:y|ies)|arguments?|assumption|"
    r"insinuation|talk|reports?|reporting|premise|charge|fears?|perception|impression|belief)\b"
    rf"[^,;:.?!—–]{{0,30}}(?:\bthat|\bof|suggest\w*|say\w*|claim\w*)\b{_END}",
    re.IGNORECASE,
)
_REJECTS = re.compile(
    r"\b(?:reject|dismiss|den(?:y|ies|ied)|disput|refut|disagree|push(?:ed|ing)? back|not (?:buy|accept|share|believe)|"
    r"n't (?:buy|accept|share|believe)|debunk|rebut|resent|quarrel with|against)\w*\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:crap|nonsense|ridiculous|absurd|baseless|false|wrong|untrue|crazy|insane|stupid|garbage|rubbish|baloney|malarkey|"
    r"bull\w*|laughable|unfounded|outrageous|preposterous|ludicrous|bizarre|lies?|debunked|(?:not|n't)(?: \w+)? (?:true|so|right|"
    r"the case|accurate|correct)|no (?:truth|evidence|basis))\b|\bcome on\b",
    re.IGNORECASE,
)
_SAY = (
    r"(?:say|says|said|saying|claim|claims|claimed|claiming|argue|argues|argued|arguing|insist|insists|insisted|allege|alleges|"
    r"alleged|assert|asserts|asserted|contend|contends|pretend|pretends|pretending|chant|chants|chanting|shout|shouting|"
    r"(?:tell|tells|told|telling) (?:you|us|me|them|him|her|people|everyone|everybody|folks))"
)
_BETWEEN = (
    r"(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|to|be|been|being|go|going|out|there|around|now|just|"
    r"even|also|still|always|never|often|once|then|who|keeps?|started|likes?|want|wants|literally|actually|basically|"
    r"already|'s|'re|'ve|'d|'ll)\s+)"
)
_OTHERS = re.compile(
    r"(?P<who>\b(?:they|he|she|you|people|some|many|others|critics|opponents|everybody|everyone|somebody|someone|no one|nobody|"
    r"anyone|anybody|folks|republicans|democrats|those|who|[A-Z][\w-]+)(?: [a-z]+){0,2}?)(?:(?:, [^,;:.?!—–]{3,60},)?\s+|(?='))"
    rf"{_BETWEEN}{{0,5}}(?:[\w-]+\s+)??{_SAY}(?:\s+that)?{_END}"
)
_AS_SAID = re.compile(rf"\bas\s[^,;:.?!—–]{{3,40}}\b{_SAY}\b[^;:.?!—–]{{0,25}},{_END}", re.IGNORECASE)
_SELF = re.compile(r"\b(?:i|we|me|us)\b(?! quote\b)[^;:.?!—–]*$", re.IGNORECASE)
_NOT_OTHERS = frozenset("i we my our and but so it this that there".split())
"""What stands for the speaker, for a paper that he takes up, or for nobody."""
_TOLD = re.compile(
    r"\b(?:myth|lies?|falsehoods?|rumou?rs?|idea|notion|claim\w*|suggest\w*|narrative|accus\w+|alleg\w+|theory|reject\w*|"
    r"den(?:y|ies|ied|ying)|dismiss\w*|mock\w*|disput\w+|refut\w+|rebuk\w+|scoff\w*|critic\w*|quot(?:ed|es|ing)|recall\w*|"
    r"recount\w*|false|falsely|wrong|nonsense|ridicul\w+|imagin\w+|hypothetical\w*|slogans?|chant\w*|phrase|opponents|others)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|(?<=[\s(—–,]))[\"“‘'](?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])[\"”’'](?=[\s,.;:)—–?!]|$)")
_SPOKEN_FOR = frozenset("president administration".split())


class Embedded(NamedTuple):
    """The words before the quoted ones that tell whose they are; `doubtful` if the speaker may well stand by them."""

    lead: str
    doubtful: bool = False


def embedded(place: Place, start: int, end: int, outside: str) -> Embedded | None:
    """Return how a source leads in to `article.text[start:end]` if its speaker does not say so himself.

    `outside` is the draft's sentence without the quotation: where it tells as much, there is nothing to show.
    """
    around = place.utterance_around(start, end)
    if around is None or _TOLD.search(outside):
        return None
    text = place.article.text
    lead = _plain(SENTENCE_START.split(text[around[0] : start])[-1])
    rejected = _FALSEHOOD.search(lead) or (_CLAIM.search(lead) and _is_rejected(lead, text[end : around[1]]))
    if rejected and not _REJECTED.search(_plain(text[start:end])):
        return Embedded(lead)
    if (within := _nested(text, around, start, end)) is not None:
        return Embedded(" ".join(within.split()[-12:]))
    others = None if _first_word(text[start:end]) in PREPOSITIONS else _OTHERS.search(lead)
    if (
        others
        and _NOT_OTHERS.isdisjoint(others["who"].lower().split())
        and not _names(outside, others["who"])
    ):
        return Embedded(lead, _SPOKEN_FOR.intersection(lead.lower().split()) != frozenset())
    return Embedded(lead, True) if _AS_SAID.search(lead) and not _SELF.search(lead) else None


def _is_rejected(lead: str, behind: str) -> bool:
    """Tell whether a claim is rejected before, asked back, or called nonsense right behind."""
    if _REJECTS.search(lead):
        return True
    ended = re.match(r"[^.?!]{0,80}\?", behind)
    return bool(ended) or _REJECTED.search(_plain(behind[:BEHIND])) is not None


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].lower()


def _plain(text: str) -> str:
    """Return a text on one line with plain apostrophes."""
    return " ".join(text.replace("’", "'").split())


def _nested(text: str, around: tuple[int, int], start: int, end: int) -> str | None:
    """Return what leads in to marks within a speech that hold these words, but for what the speaker says of himself."""
    paragraph = max(around[0], text.rfind("\n", around[0], start) + 1)
    stop = text.find("\n", end, around[1])
    opened = [m.start() for m in _OPENS.finditer(text, paragraph, start + 1)]
    closed = _CLOSES.search(text, max(paragraph, end - 2), around[1] if stop < 0 else stop)
    if not opened or not closed or _CLOSES.search(text, opened[-1] + 1, start):
        return None
    lead = SENTENCE_START.split(text[paragraph : opened[-1]])[-1]
    said = len(read_words(text[opened[-1] : closed.start()])) >= NESTED or re.search(rf"{_SAY}\W*$", lead)
    return _plain(lead) if said and not _SELF.search(lead) else None


def _names(outside: str, who: str) -> bool:
    return who[0].isupper() and re.search(rf"\b{re.escape(who)}\b", outside) is not None
