"""Whether a sentence can stand alone: nothing in it leans on what was said before, and nothing it needs comes after.

A spoken sentence is held to more than a written one: what a listener understands from the talk before it, a reader of
the one sentence does not.
"""

from __future__ import annotations

import re

from presscheck.chains.brief.noise import FURNITURE, bare_quote, noisy
from presscheck.text.common_words import HE, SHE, THEY
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.role_words import noun_kind
from presscheck.text.words import STOPWORDS

SHORTEST, LONGEST = 6, 60
"""Words of a sentence that may stand in a brief."""

JOINING = re.compile(
    r"(?:(?:and|but|so(?! (?:far|much|many|that|long|on|called)\b)|also|meanwhile|however|moreover|furthermore|nevertheless|nonetheless|in addition|besides)\b,?|"
    r"(?:now|well|okay|ok|yes|yeah|right|look|again|and again),)\s+",
    re.IGNORECASE,
)
"""Words at the start that only tie a sentence to the one before it: without them it says the same."""
LEANING = re.compile(
    r"(?:he|she|it|they|that|those|these|such|here|his|her|its|their|him|them|this(?!\s+(?:morning|week|month|year|spring|"
    r"summer|autumn|fall|winter)\b)|or|nor|then|yet|(?:for |of |with )?the (?:rest|others?)\b(?! of)|the other (?:\w+ )?(?=[a-z]+s\b)|on that|with that|at the time|still|instead|therefore|thus|again|otherwise|likewise|similarly|"
    r"indeed|conversely|both|neither|either|the (?:latter|former)(?=,?\s+(?:is|are|was|were|has|had|said|will|would)\b)|another|"
    r"others|some of (?:them|those|these)|one of (?:them|those|these)|in (?:contrast|fact|turn|response|that|this|the pictures?)|for (?:example|instance|that|this)|"
    r"as (?:such|a result|well)|on the other hand|because of (?:this|that)|after (?:that|this)|at that|during (?:that|this)|"
    r"well|yes|yeah|no,|okay|ok|thanks|thank you|look|sure|right|great|good (?:morning|afternoon|evening)|"
    r"unless|except|provided|although|though|only if|even so|not)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:as mentioned|the above|see (?:above|below)|mentioned (?:above|earlier))\b",
    re.IGNORECASE,
)
"""Words that point at another sentence."""
OPEN = re.compile(r"(?:^|[\s:,])['‘](?=[A-Z])(?!.*['’](?:\W|$))")
"""A single mark that opens and does not close."""
HE_SHE = re.compile(rf"\b(?:{HE}|{SHE})\b", re.IGNORECASE)
SEVERAL = re.compile(rf"\b(?:{THEY})\b", re.IGNORECASE)
POINTING = re.compile(
    r"\b(?:(?P<it>it)\s+(?:is|was|has|had|will|would|means|meant|shows|showed|comes|came|does|did|can|could|may|might)|"
    r"(?:this|these|those|that)\s+(?:is|was|are|were|has|had|will|would|means|meant|shows|showed|comes|came|can|could)"
    r"|(?:this|that|these|those)(?=\s*[.,;!?]))\b",
    re.IGNORECASE,
)
EXPLETIVE = re.compile(
    r"it\s+(?:is|was|has been|had been|will be|would be)\s+(?:\w+ly\s+)?(?:said|hoped|believed|thought|claimed|alleged|understood|expected|"
    r"reported|announced|revealed|feared|estimated|known|confirmed|likely|unlikely|possible|impossible|clear|unclear|"
    r"necessary|important|time|too early|hard|difficult|easy|true|unknown|not clear|not known|not yet)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"[a-z0-9%]\s+$")
"""What stands before a "that" that begins a relative clause."""
NOT_RELATIVE = re.compile(
    r"\b(?:said|says|say|and|but|or|if|when|because|so|think|thinks|thought|believe|know|all|of|to|on|with|for)\s+$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:people|police|children|men|women|team|club|company|government|council|party|group|firm|staff|committee|couple|family|board|force|union|army|crew)\b|\b\w+[^s\W]s\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"(?:in|on|at|after|before|during|with|for|from|by|under|over|as|while|when|despite|since|until)\b",
    re.IGNORECASE,
)
WITHHELD = re.compile(
    r"\s*(?:unless|only if|but only|except|provided that|as long as|if not|not yet|though|although)\b",
    re.IGNORECASE,
)
"""What, at the start of the next sentence, limits the one before it."""
CHATTER = re.compile(
    r"\b(?:thank(?:s| you)|sorry|welcome|let me|let’s|i mean|you know|i don’t know|i do not know|i don’t think there’s|i haven’t|folks|everybody|"
    r"good to (?:see|be)|go ahead|your question|that question|take (?:a|your) question|as i (?:said|mentioned)|as you know|i think i|"
    r"i want to (?:be|make|say|start|just)|i would (?:say|note|just|refer)|refer you to|can speak to|i would speak|i’d speak|i (?:don’t|do not) have (?:anything|any|a|more)|i’d (?:say|note|just|refer)|i’ll be|i can’t|i won’t|"
    r"get back to you|you all|you guys)\b",
    re.IGNORECASE,
)
"""What is said around what is told."""
STUMBLE = re.compile(
    r"\w- —|\b(?:the|an?|i|i’m|i’ve|it|we|they|to|so|so much|whether|is|was|that|and|but|of|for|in|most|can|will) — |"
    r"\b(\w+) — \1\b|\(inaudible\)|\(sic\)",
    re.IGNORECASE,
)
"""A false start."""
TOLD_WORDS = 5
"""Content words of a spoken sentence at least."""


def joining(text: str) -> int:
    """Return how many characters at the start are no part of what the sentence says."""
    furniture = FURNITURE.match(text)
    start = furniture.end() if furniture else 0
    match = JOINING.match(text, start)
    return match.end() if match and len(text) > match.end() else start


def stands_alone(text: str, *, spoken: bool = False) -> bool:
    """Tell whether a reader understands the sentence without the one before it."""
    return bool(
        SHORTEST <= len(text.split()) <= LONGEST
        and text[-1:] in ".!”\"'’)"
        and not text.startswith(("#", "*", "-", "•"))
        and not (text.startswith("(") and text.rstrip(".").endswith(")"))
        and ((EXPLETIVE.match(text) and not spoken) or not LEANING.match(text.lstrip("“\"'‘(")))
        and not noisy(text)
        and not bare_quote(text)
        and not ELSEWHERE.search(text)
        and not (spoken and _chatter(text))
        and _marks_close(text)
        and not OPEN.search(text)
        and _points_inside(text)
        and _persons_are_named(text, spoken=spoken)
    )


def _chatter(text: str) -> bool:
    """Tell whether a spoken sentence tells nothing: thanks, promises to answer, false starts."""
    there = text.lower().startswith("there")
    return bool(there or CHATTER.search(text) or STUMBLE.search(text)) or len(_content(text)) < TOLD_WORDS


def limited(following: str) -> bool:
    """Tell whether the sentence that follows takes something back from the one before it."""
    return WITHHELD.match(following) is not None


def _marks_close(text: str) -> bool:
    return (
        text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    )


def _points_inside(text: str) -> bool:
    """Tell whether no "this is" or "it was" points at something before the sentence."""
    return all(_points_at_own(text, match) for match in POINTING.finditer(text))


def _points_at_own(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    if match["it"]:
        return bool(EXPLETIVE.match(text, match.start())) or len(_content(before)) >= 3
    if match[0].lower().startswith("that "):
        return bool(RELATIVE.search(before)) and not NOT_RELATIVE.search(before)
    return False


def _content(text: str) -> list[str]:
    return [word for word in _words(text) if word not in STOPWORDS]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text.lower())


def _persons_are_named(text: str, *, spoken: bool) -> bool:
    """Tell whether "he", "they" and the like come after somebody in the sentence for whom they can stand."""
    quoted = [(q.start, q.end) for q in find_quotes(text)]

    def first(pattern: re.Pattern[str]) -> re.Match[str] | None:
        outside = (m for m in pattern.finditer(text) if not any(a <= m.start() < b for a, b in quoted))
        return next(outside, None)

    he, they = first(HE_SHE), first(SEVERAL)
    return (he is None or _somebody(text[: he.start()], spoken)) and (
        they is None or _several(text[: they.start()], spoken)
    )


def _somebody(before: str, spoken: bool) -> bool:
    if any(n.kind == "person" for n in find_names(before)):
        return True
    return not spoken and any(noun_kind(word) == "person" for word in _words(before))


def _several(before: str, spoken: bool) -> bool:
    if spoken:
        return any(n.kind in ("person", "organisation") for n in find_names(before))
    return bool(COUNTED.search(before)) or bool(find_names(before))
