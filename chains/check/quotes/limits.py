"""What is left off around or inside a quotation that takes from its sense: a condition, or a "not".

Words left out are shown and a person decides: an automatic verdict on omissions was wrong too often elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.quotes.compare import SENTENCE_BREAK, Comparison, sentence_breaks, sentence_span
from presscheck.chains.check.quotes.words import is_content
from presscheck.chains.check.words.cues import is_negative
from presscheck.text.words import normalise

_LIMIT = (
    r"(?:unless|except(?: (?:that|if|when|for|in))?|only (?:if|when|after|with)|if|as long as|so long as|provided|providing|"
    r"as far as (?:i|we|anyone|anybody) (?:(?:can )?(?:know|tell|see|remember|recall)|understand)|to (?:the best of )?(?:my|our) knowledge|"
    r"until|once (?:the|we|they|he|she|it|you|i|this|that|these|those|our|their|there|all)|assuming|subject to|depending on|contingent (?:up)?on|on (?:the )?condition|pending|barring|in the event)\b"
)
_FOLLOWS = re.compile(rf"[\s,;:-]*(?:(?:and|but|or)\s+)?{_LIMIT}")
_LEADS = re.compile(rf"[\s,;:-]*(?:(?:and|but|so|now|well|look|again)[\s,]+)*{_LIMIT}.*[,-]\s*$", re.DOTALL)
_LEADS_WITHIN = re.compile(rf"\b(?:that|but|because)\s+{_LIMIT}[^,;]*,\s*$")
_ANY_LIMIT = re.compile(rf"\b{_LIMIT}")
# "if" after these means "whether", or belongs to an idiom.
_WHETHER = re.compile(
    r"\b(?:know|knows|knew|see|ask|asked|asking|wonder|wondering|sure|check|determine|tell|told|say|decide|question|clear|"
    r"matter|care|as|even|what|evaluate|understand|confirm|find out|idea|curious|clarify|assess|remember|doubt)\W*$"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|no|without|neither|nor|nobody|cannot)|n't)\s+(?:(?:a|an|the|any|yet|really|necessarily|going|to)\s+)*"
    r"(?:(?:think|believe|say|said|saying|mean|expect|agree|suggest|suggesting|claim|claiming|accept|feel|true|the case|"
    r"certain|convinced|sure)\s+(?:(?!and\b|but\b)[\w'-]+\s+){0,5})?$"
)
_RIGHT_BEFORE = re.compile(
    r"(?:\b(?:not|never|no|cannot)|n't)\s+(?:(?:a|an|the|any|yet|really|necessarily|going|to)\s+)*"
    r"(?:(?:think|thinking|believe|say|said|saying|mean|expect|agree|suggest|suggesting|claim|claiming|feel|true|the case|"
    r"certain|convinced|sure)\s+(?:that\s+)?)?$"
)
_NOT_DOING = re.compile(r"(?:\bnot|\bnever|n't)\s+[\w-]+\s+$")
_TURNED = re.compile(
    r"\b(?:not|no|never|nor|neither|without|nobody|nothing|cannot|den(?:y|ies|ied|ying)|refus\w+|reject\w+|dismiss\w+|"
    r"rul\w+ out|declin\w+|disput\w+|avoid\w+|doubt\w*|fail\w*|stopp?\w* short|unlikely|hardly)\b|n't\b"
)
_CLAUSE = re.compile(
    r"[,;:-]|\b(?:and|but|that|which|who|because|so|where|when|although|though|if|while|unless|since)\b"
)
_NOT_DENIED = frozenset("matter only just merely simply".split())
_NOUNS = frozenset("nobody nothing none no".split())
_SHOWN = 30
AGAIN = 6
"""Words before and after an ellipsis in which a hidden negation may stand a second time."""


class Limit(NamedTuple):
    """Words of the source that limit what is quoted and were left off; `fatal` if a "not" was cut out of the clause, or off its front."""

    text: str
    fatal: bool


def left_off(found: Comparison, outside: str) -> Limit | None:
    """Return the gravest limit that was left off; `outside` is the draft's sentence without the quotation."""
    limits = [*_inside(found), *_around(found, normalise(outside))]
    return min(limits, key=lambda limit: not limit.fatal, default=None)


def _inside(found: Comparison) -> list[Limit]:
    """Look at what each ellipsis hides."""
    limits = [_hidden(found, first, last) for first, last in found.hidden]
    return [limit for limit in limits if limit]


def _hidden(found: Comparison, first: int, last: int) -> Limit | None:
    said = found.said
    words = said.words[first:last]
    shown = said.text[words[0].start : words[-1].end]
    for i in range(first, last):
        if (
            is_negative(said.words[i].key)
            and not said.optional[i]
            and not _quoted_too(found, first, i, last)
            and _shares_sentence(found, first, i, last)
        ):
            return Limit(shown, _governs(found, first, i, last))
    limiting = next((part for part in _parts(found, first, last) if _limits(part)), None)
    return Limit(limiting, False) if limiting else None


def _parts(found: Comparison, first: int, last: int) -> list[str]:
    """Return what an ellipsis hides of the sentences quoted: the end of the one before it, the beginning of the one behind."""
    said = found.said
    before, behind = said.words[first - 1].end if first else said.words[first].start, said.words[last].start
    ends = list(SENTENCE_BREAK.finditer(said.text, before, behind))
    if not ends:
        return [said.text[said.words[first].start : said.words[last - 1].end]]
    return [said.text[before : ends[0].start()].strip(" ,;:—–-"), said.text[ends[-1].end() : behind].strip()]


def _limits(hidden: str) -> bool:
    text = normalise(hidden)
    return any(not _WHETHER.search(text[: m.start()]) for m in _ANY_LIMIT.finditer(text))


def _quoted_too(found: Comparison, first: int, at: int, last: int) -> bool:
    """Tell whether a hidden "no evidence" stands in the quotation too, right before the ellipsis or behind it."""
    said = [w.key for w in found.said.words[max(found.first, first - AGAIN) : min(found.last, last + AGAIN)]]
    hidden = [w.key for w in found.said.words[at : at + 2]]
    start = first - max(found.first, first - AGAIN)
    kept = said[:start], said[start + last - first :]
    return is_content(hidden[-1]) and any(
        part[i : i + 2] == hidden for part in kept for i in range(len(part) - 1)
    )


def _governs(found: Comparison, first: int, at: int, last: int) -> bool:
    """Tell whether a hidden "not" belongs to what is quoted: no clause begins between, or it stands right before."""
    said = found.said
    head = normalise(said.text[said.words[first - 1].end : said.words[at].start]) if first else ","
    return not _CLAUSE.search(head) or (at >= last - 2 and said.words[at].key not in _NOUNS)


def _shares_sentence(found: Comparison, first: int, at: int, last: int) -> bool:
    """Tell whether a hidden word stands in a sentence of which something is quoted."""
    before = sentence_breaks(found.said, max(0, first - 1), at) if first else 1
    return not before or not sentence_breaks(found.said, at, last)


def _around(found: Comparison, outside: str) -> list[Limit]:
    """Look at the rest of the sentence, before the quotation and after."""
    text = found.said.text
    low, high = sentence_span(text, found.start, found.end)
    before, after = text[low : found.start], text[found.end : high]
    plain_before, plain_after = normalise(before), normalise(after)
    limits: list[Limit] = []
    if not _ANY_LIMIT.search(outside):
        quoted_end = normalise(text[max(0, found.end - 40) : found.end])
        follows = _FOLLOWS.match(plain_after)
        if follows and after[: follows.end()].islower() and not _WHETHER.search(quoted_end):
            limits.append(Limit(_shorten(after), False))
        elif _LEADS.match(plain_before) or _LEADS_WITHIN.search(plain_before):
            limits.append(Limit(before.strip(), False))
    if not _TURNED.search(outside):
        beheaded = _beheaded(found, plain_before)
        if beheaded or _NOT_BEFORE.search(plain_before):
            limits.append(Limit(" ".join(before.split()[-4:]), beheaded))
    return limits


def _beheaded(found: Comparison, before: str) -> bool:
    """Tell "A school will open" of "no school will open" or "I don't think a school will open": told as a sentence.

    "No matter" and "not only" deny nothing; what is no sentence in the source is made one by its capital: "does not need
    a school".
    """
    first = found.saying.pieces[0]
    if not first.raw[0][0].isupper() or first.words[0].key in _NOT_DENIED:
        return False
    if _RIGHT_BEFORE.search(before):
        return True
    return found.said.text[found.start].islower() and _NOT_DOING.search(before) is not None


def _shorten(text: str) -> str:
    words = text.strip(" ,;:—–-.").split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
