"""Ask a model to judge claims, several in a call, and believe only what stands verbatim in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from pydantic import BaseModel, Field, create_model
from pydantic.config import JsonDict

from presscheck.chains.model.fence import fenced, fits, tame
from presscheck.errors import ModelError, TooLong
from presscheck.llm import Model
from presscheck.models import Passage
from presscheck.prompts import load
from presscheck.text.words import content_words

SHORTEST = 3
"""Words that a verdict must rest on at least."""

LONGEST_WORDS = 100
"""Characters of evidence that a model may copy; enough to find the place, and cheap."""

Verdict = Literal["supported", "contradicted", "not_found"]
REASONS = {
    "says it": "the source says it",
    "other number": "another number",
    "other name": "another name",
    "other date": "another date",
    "other speaker": "somebody else said it",
    "less certain": "the source is less certain",
    "opposite": "the source says the opposite",
    "only part": "only a part of it is said",
    "not said": "it is not said",
}
"""What a model may give as its reason, and how that is told: a closed list, so that no text of its own is ever shown."""


class Judged(BaseModel):
    """One judgement as the model gives it."""

    claim: int
    verdict: Verdict
    evidence: int = 0
    words: str = Field(default="", json_schema_extra={"maxLength": LONGEST_WORDS})
    reason: str = Field(default="", json_schema_extra={"enum": list(REASONS)})

    @property
    def told(self) -> str:
        """The reason as it is told; nothing where it is none of the list."""
        return REASONS.get(self.reason, "")


class Judgements(BaseModel):
    """The model's answer."""

    judgements: list[Judged]


@cache
def judgements_of(count: int) -> type[Judgements]:
    """Return the answer's shape for so many claims: a small model that may go on repeats itself."""
    many: JsonDict = {"minItems": count, "maxItems": count}
    return create_model(
        "Judgements", __base__=Judgements, judgements=(list[Judged], Field(json_schema_extra=many))
    )


class Question(NamedTuple):
    """A claim and the passages it is held against."""

    claim: str
    evidence: Sequence[Passage]


class Answer(NamedTuple):
    """A verified judgement: the passage and the characters of its article that decide; none for `not_found`."""

    verdict: Verdict
    reason: str
    passage: Passage | None = None
    start: int = 0
    end: int = 0


Outcome = Answer | ModelError | None
"""None where the model gave no answer that counts."""


def judge(model: Model, questions: Sequence[Question]) -> list[Outcome]:
    """Return an outcome for each question, in order; an error of the model comes out as itself."""
    at_once = model.options.claims_at_once
    known: list[Outcome] = [_unasked(q) for q in questions]
    asked = [n for n, outcome in enumerate(known) if outcome is None]
    calls = [[questions[n] for n in asked[at : at + at_once]] for at in range(0, len(asked), at_once)]
    with ThreadPoolExecutor(model.workers) as pool:
        answers = pool.map(lambda some: _judge_some(model, some), calls)
        told = dict(zip(asked, chain.from_iterable(answers), strict=True))
    return [told.get(n, outcome) for n, outcome in enumerate(known)]


def _unasked(question: Question) -> Outcome:
    """Return what can be told without asking; None where the model is to be asked."""
    if not fits(question.claim):
        return TooLong()
    return None if question.evidence else Answer("not_found", REASONS["not said"])


def _judge_some(model: Model, questions: Sequence[Question]) -> list[Outcome]:
    """Ask about some claims in one call; about each by itself where together they are too long for the model."""
    passages = list({p.id: p for q in questions for p in q.evidence}.values())
    try:
        answer = model.ask(prompt_for(questions, passages), judgements_of(len(questions)))
    except TooLong as error:
        alone = len(questions) == 1
        return [error] if alone else [o for q in questions for o in _judge_some(model, [q])]
    except ModelError as error:
        return [error] * len(questions)
    given = {j.claim: j for j in answer.judgements}
    return [verified(given.get(n), q.claim, passages) for n, q in enumerate(questions, 1)]


def prompt_for(questions: Sequence[Question], passages: Sequence[Passage]) -> str:
    """Return the prompt: claims and evidence numbered, each fenced."""
    claims = "\n\n".join(fenced(f"Claim {n}", q.claim) for n, q in enumerate(questions, 1))
    evidence = "\n\n".join(fenced(f"Evidence {n}", p.text) for n, p in enumerate(passages, 1))
    return load("judge").fill(evidence=evidence, claims=claims, count=str(len(questions)))


def verified(judged: Judged | None, claim: str, passages: Sequence[Passage]) -> Answer | None:
    """Return the judgement if its words stand verbatim in a passage that may vouch; None if it does not count.

    Words that share none of their own with the claim decide nothing about it, whatever the model says.
    """
    if judged is None:
        return None
    if judged.verdict == "not_found":
        return Answer("not_found", judged.told)
    if len(judged.words.split()) < SHORTEST or not {*content_words(judged.words)} & {*content_words(claim)}:
        return None
    place = next(_places(judged, passages), None)
    return None if place is None else Answer(judged.verdict, judged.told, *place)


def _places(judged: Judged, passages: Sequence[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """Yield where the words stand, the passage that the model named first."""
    words = tame(judged.words).strip(" \"'“”‘’.…")
    if len(judged.words) >= LONGEST_WORDS:
        words = words.rpartition(" ")[0]  # the last word was cut by the schema's limit
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words.split()) + r"(?!\w)")
    named = passages[judged.evidence - 1 : judged.evidence] if judged.evidence > 0 else ()
    for passage in (*named, *passages):
        found = pattern.search(passage.text) if passage.role in ("statement", "answer") else None
        if found:
            yield passage, passage.start + found.start(), passage.start + found.end()
