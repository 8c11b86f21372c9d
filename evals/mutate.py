"""Plant known faults in articles, run the check, and count what was caught and what was flagged falsely, by kind.

No labels are needed: the faults are made here, and the article that a draft was made from is its source.
"""

from __future__ import annotations

import importlib
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from presscheck.chains.check import check_text
from presscheck.evals.mutation import Mutate, Mutation, alarms, caught, touching
from presscheck.models import Article, Frozen, Report

FAMILIES = ("figures", "dates", "quotes", "names", "statements")


class Outcome(Frozen):
    """One mutation and what the check made of it: the reasons on its characters, and whether that is right."""

    mutation: Mutation
    reasons: tuple[str, ...]
    right: bool


class Tally(Frozen):
    """How one kind of mutation fared: `right` of `total`."""

    kind: str
    control: bool
    right: int
    total: int

    @property
    def share(self) -> float:
        """The share that was caught, of controls the share left alone."""
        return self.right / self.total if self.total else 0.0


def family(name: str) -> Mutate:
    """Return the `mutate` function of a family."""
    mutate: Mutate = importlib.import_module(f"presscheck.evals.mutations.{name}").mutate
    return mutate


def mutations(
    articles: Iterable[Article],
    families: Sequence[str] = FAMILIES,
    *,
    seed: int = 0,
    per_article: int | None = None,
) -> Iterator[tuple[Article, Mutation]]:
    """Yield each article with mutations of it, the same for the same seed."""
    for article in articles:
        for name in families:
            rng = random.Random(f"{seed}:{article.id}:{name}")
            for mutation in islice(family(name)(article, rng), per_article):
                yield article, mutation


def check_mutation(article: Article, mutation: Mutation) -> Report:
    """Check the mutated draft against the article it was made from (and its distractors)."""
    draft = Article(id="draft", text=mutation.text, published=article.published)
    return check_text(draft, [article, *mutation.distractors])


def outcome(mutation: Mutation, report: Report) -> Outcome:
    """Judge a report: a fault must be caught with its code, a control must raise no alarm."""
    right = not alarms(mutation, report) if mutation.control else caught(mutation, report)
    reasons = tuple(f.reason.code for f in touching(mutation, report))
    return Outcome(mutation=mutation, reasons=reasons, right=right)


def run(
    articles: Iterable[Article],
    families: Sequence[str] = FAMILIES,
    *,
    seed: int = 0,
    per_article: int | None = None,
) -> Iterator[Outcome]:
    """Mutate the articles and check each mutation."""
    for article, mutation in mutations(articles, families, seed=seed, per_article=per_article):
        yield outcome(mutation, check_mutation(article, mutation))


def tally(outcomes: Iterable[Outcome]) -> list[Tally]:
    """Count by kind: faults first, then controls, each sorted by name."""
    counts: dict[tuple[bool, str], list[bool]] = {}
    for o in outcomes:
        counts.setdefault((o.mutation.control, o.mutation.kind), []).append(o.right)
    return [Tally(kind=k, control=c, right=sum(r), total=len(r)) for (c, k), r in sorted(counts.items())]
