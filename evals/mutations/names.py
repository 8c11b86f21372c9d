"""Faults in names: misspelt, another person, place or organisation in the slot, a wrong title; and true controls."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import Final

from presscheck.evals.mutation import Mutation, with_other_words
from presscheck.evals.mutations import name_edits as edits
from presscheck.models import Article
from presscheck.text.mentions import Name, Sentence
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.vectorstore.tiling import tile

LONGEST = 60_000
"""Characters of an article that are read; transcripts are longer than a draft ever needs."""

FAULTS: Final[dict[str, edits.Edit]] = {
    "name.spelling": edits.misspelt,
    "name.other.person": edits.other_person,
    "name.other.place": edits.other_place,
    "name.other.organisation": edits.other_organisation,
}
CAUGHT: Final = ("name.spelling", "name.other", "name.title", "quote.altered", "speaker.wrong")
"""A wrong name inside quotation marks is an altered quotation, one before "said" may be the wrong speaker."""
CONTROLS: Final[dict[str, edits.Edit]] = {
    "control.name.verbatim": edits.verbatim,
    "control.name.surname": edits.surname_alone,
    "control.name.full": edits.in_full,
    "control.name.abbreviation": edits.abbreviated,
    "control.name.demonym": edits.demonym,
}
_TITLES = (
    (re.compile(r"\bPrime Minister\b"), "President"),
    (re.compile(r"\b(?:Press Secretary|press secretary)\b"), "Ambassador"),
    (re.compile(r"\b(?:Defen[cs]e Secretary|Secretary of Defen[cs]e)\b"), "Secretary of State"),
    (re.compile(r"\bSecretary of State\b"), "Treasury Secretary"),
    (re.compile(r"\bSecretary of (?:the )?[A-Z]\w+\b"), "Secretary of State"),
    (re.compile(r"\bVice President\b"), "President"),
    (re.compile(r"\bPresident\b"), "Prime Minister"),
    (re.compile(r"\bForeign Minister\b"), "Defense Minister"),
    (re.compile(r"\bSen\."), "Rep."),
    (re.compile(r"\bSenator\b"), "Governor"),
    (re.compile(r"\b(?:Rep\.|Congressman|Congresswoman|Representative)"), "Sen."),
    (re.compile(r"\bGov\."), "Sen."),
    (re.compile(r"\bGovernor\b"), "Mayor"),
    (re.compile(r"\bMaj\. Gen\."), "Lt. Gen."),
    (re.compile(r"\b(?:spokesman|spokeswoman|spokesperson)\b"), "ambassador"),
)


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls, one sentence each, made from the article's own sentences."""
    text = article.text[:LONGEST]
    names = find_names(text)
    for sentence in _statements(article, text):
        own = _outside_quotes(
            sentence, [n for n in names if sentence.start <= n.start and n.end <= sentence.end]
        )
        if own and 8 <= len(sentence.text.split()) <= 60:
            yield from _sentence(article, sentence, own, names, rng)


def _outside_quotes(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """Leave out quoted names and speakers: what is wrong with those is a matter of the quotation."""
    quotes = find_quotes(sentence.text)
    spans = [(q.start, q.end) for q in quotes] + [(q.speaker_start or 0, q.speaker_end or 0) for q in quotes]
    return [
        n
        for n in names
        if not any(a < n.end - sentence.start and n.start - sentence.start < b for a, b in spans)
    ]


def _statements(article: Article, text: str) -> Iterator[Sentence]:
    """Yield the sentences that may vouch for something: in a transcript not the reporters' questions."""
    for passage in tile(article.model_copy(update={"text": text})):
        if passage.role in ("statement", "answer"):
            for s in split_sentences(passage.text):
                yield Sentence(text=s.text, start=s.start + passage.start, end=s.end + passage.start)


def _sentence(
    article: Article, sentence: Sentence, own: Sequence[Name], every: Sequence[Name], rng: random.Random
) -> Iterator[Mutation]:
    """Yield one fault of each kind that the sentence allows, and the controls."""
    for kind, edit in FAULTS.items():
        yield from _one(article, sentence, own, every, rng, kind, CAUGHT, edit)
    for kind, edit in CONTROLS.items():
        yield from _one(article, sentence, own, every, rng, kind, (), edit)
    yield from _retitled(article, sentence, own)
    yield from _untitled(article, sentence, own)


def _one(
    article: Article,
    sentence: Sentence,
    own: Sequence[Name],
    every: Sequence[Name],
    rng: random.Random,
    kind: str,
    expect: tuple[str, ...],
    edit: edits.Edit,
) -> Iterator[Mutation]:
    for name in rng.sample(list(own), len(own)):
        instead = edit(sentence, name, every, rng)
        if instead:
            yield _put(article, sentence, name.start, name.end, instead, kind, expect)
            return


def _put(
    article: Article,
    sentence: Sentence,
    start: int,
    end: int,
    instead: str,
    kind: str,
    expect: tuple[str, ...],
) -> Mutation:
    """Return the sentence with `[start:end]` of the article replaced."""
    low, high = start - sentence.start, end - sentence.start
    return with_other_words(article, sentence.text, low, high, instead, kind, expect)


def _retitled(article: Article, sentence: Sentence, own: Sequence[Name]) -> Iterator[Mutation]:
    """Yield the sentence with a wrong title for one person."""
    for name in own:
        if not name.title:
            continue
        at = sentence.text.rfind(name.title, 0, name.start - sentence.start)
        for right, wrong in _TITLES:
            match = right.search(name.title)
            if match and at >= 0:
                start = sentence.start + at + match.start()
                end = sentence.start + at + match.end()
                yield _put(article, sentence, start, end, wrong, "name.title", ("name.title", "name.other"))
                return


def _untitled(article: Article, sentence: Sentence, own: Sequence[Name]) -> Iterator[Mutation]:
    """Yield the control with a title left out."""
    for name in own:
        at = sentence.text.find(f"{name.title} {name.text}") if name.title else -1
        if at >= 0:
            start = sentence.start + at
            yield _put(article, sentence, start, name.end, name.text, "control.name.untitled", ())
            return
