"""Faults planted in dates: each draft differs from the source in one date, and the check catches it."""

import random
from datetime import datetime

import pytest

from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.run import check_text
from presscheck.evals.mutate import outcome
from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations.dates import mutate
from presscheck.models import Article

ARTICLE = Article(
    id="harbour",
    published=datetime(2024, 5, 3),
    text=(
        "The harbour authority of Aldport said on Thursday that the storm damaged the boats along the northern quay. The council "
        "of Marwick approved the plan for the new breakwater on April 30, 2024, after a long debate. The old lighthouse on "
        "the northern shoals was built in September 1894 by Danish engineers. Insurers of the ruined fishing boats will publish their first estimate of the "
        "damage in the region next week. Fishing off the western islands was banned in 2011 to protect the cod. The ferry to "
        "Bergen resumed its service on Monday, April 29, with two new ships."
    ),
)
MUTATIONS = list(mutate(ARTICLE, random.Random(1)))


def test_faults_and_controls_of_all_kinds_are_made() -> None:
    """Days, months, years, weekdays and relative dates yield all kinds."""
    kinds = {m.kind for m in MUTATIONS}

    assert {f"date.value.{k}" for k in ("day", "month", "year", "weekday", "relative")} | {
        "date.weekday"
    } <= kinds
    assert {f"control.date.{k}" for k in ("verbatim", "spelling", "coarser", "weekday", "relative")} <= kinds


def test_the_same_seed_gives_the_same_faults() -> None:
    """Mutations depend on the article and the seed alone."""
    assert list(mutate(ARTICLE, random.Random(1))) == MUTATIONS


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: m.kind)
def test_a_fault_is_caught_and_a_control_is_not(mutation: Mutation) -> None:
    """The check finds the planted fault by its code and leaves the true sentence alone."""
    draft = Article(id="draft", text=mutation.text, published=ARTICLE.published)
    report = check_text(draft, [ARTICLE], checks=(dates.check,))

    assert outcome(mutation, report).right, mutation.text
