"""Split a sentence into claims with a model; a split that loses or adds a figure, name or doubt does not count."""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic import BaseModel, Field

from presscheck.chains.model.fence import tame
from presscheck.llm import Model
from presscheck.prompts import load
from presscheck.text.words import content_words, normalise

MOST = 12
"""Claims that a sentence may be split into."""
TANGLED = 18
"""Words from which a sentence with more than one clause is worth splitting."""
DOUBT = frozenset(
    "may might could would can allegedly reportedly apparently possibly probably likely unlikely not never no nearly almost "
    "about around roughly approximately least most over under than some".split()
)

_JOINT = re.compile(
    r"[,;:–—]\s|\b(?:and|but|while|which|who|whose|after|before|because|as|that|including)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d,.]*")
_WORD = re.compile(r"[\w'-]+")


class Claims(BaseModel):
    """The model's answer."""

    claims: list[str] = Field(max_length=MOST)


class Part(NamedTuple):
    """A claim in its own words, and the characters of the sentence that it comes from."""

    text: str
    start: int
    end: int


def is_tangled(sentence: str) -> bool:
    """Tell whether a sentence seems to make several claims: it is long, and joined in two places or more."""
    return len(sentence.split()) >= TANGLED and len(_JOINT.findall(sentence)) >= 2


def decompose(model: Model, sentence: str, before: str = "") -> list[Part]:
    """Return the claims of a sentence; the whole sentence where the model's split does not hold."""
    answer = model.ask(load("decompose").fill(before=tame(before), sentence=tame(sentence)), Claims)
    parts = [part for text in answer.claims if (part := _placed(text, sentence)) is not None]
    return parts if holds(sentence, before, [p.text for p in parts]) else [Part(sentence, 0, len(sentence))]


def holds(sentence: str, before: str, claims: list[str]) -> bool:
    """Tell whether the claims together keep every figure and word of doubt, and none adds a word from nowhere."""
    if not claims:
        return False
    said, known = _kept(sentence), set(content_words(f"{before} {sentence}"))
    told = _kept(" ".join(claims))
    added = set(content_words(" ".join(claims))) - known
    return said == told and len(added) <= len(claims)


def _kept(text: str) -> set[str]:
    folded = normalise(text)
    numbers = {n.strip(".,") for n in _NUMBER.findall(folded)}
    return numbers | {word for word in _WORD.findall(folded) if word in DOUBT}


def _placed(claim: str, sentence: str) -> Part | None:
    """Map a claim back to the sentence: from the first to the last of its words that stand there."""
    wanted = {word for word in _WORD.findall(normalise(claim)) if len(word) > 3 or word.isdigit()}
    found = [m for m in _WORD.finditer(normalise(sentence)) if m[0] in wanted]
    return Part(claim, found[0].start(), found[-1].end()) if found else None
