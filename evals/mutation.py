"""The record of one planted fault, or of one true control, made from a real article."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from presscheck.models import Article, Finding, Frozen, Report
from presscheck.reasons import Severity

ALARMS = frozenset({Severity.FIX, Severity.SOURCE})


class Mutation(Frozen):
    """A draft with one known fault at `text[start:end]`, or a true control (`control`), made from an article.

    `kind` is the reason code that the fault calls for, or `control.…`; `was` is what was right there; `expect` holds
    the reason codes (globs) any of which counts as caught; `distractors` are further sources that it needs.
    """

    kind: str
    control: bool
    text: str
    start: int
    end: int
    was: str
    source_id: str
    expect: tuple[str, ...] = ()
    distractors: tuple[Article, ...] = ()


def with_other_words(
    article: Article, sentence: str, start: int, end: int, words: str, kind: str, expect: tuple[str, ...] = ()
) -> Mutation:
    """Return a sentence of the article with `sentence[start:end]` replaced by other words."""
    return Mutation(
        kind=kind,
        control=kind.startswith("control"),
        text=sentence[:start] + words + sentence[end:],
        start=start,
        end=start + len(words),
        was=sentence[start:end],
        source_id=article.id,
        expect=expect,
    )


Mutate = Callable[[Article, random.Random], Iterator[Mutation]]


def touching(mutation: Mutation, report: Report) -> list[Finding]:
    """Return the findings whose claim overlaps the mutated characters."""
    return [f for f in report.findings if f.claim.start < mutation.end and mutation.start < f.claim.end]


def caught(mutation: Mutation, report: Report) -> bool:
    """Tell whether a finding on the mutated characters has one of the expected reasons."""
    codes = [f.reason.code for f in touching(mutation, report)]
    return any(fnmatchcase(code, pattern) for code in codes for pattern in mutation.expect)


def alarms(mutation: Mutation, report: Report) -> list[Finding]:
    """Return the findings of severity fix or source on these characters: on a control, false alarms."""
    return [f for f in touching(mutation, report) if f.severity in ALARMS]
