"""Faults planted in figures: each draft differs from the source in one figure, and the check catches it."""

import random
from datetime import datetime

import pytest

from presscheck.evals.mutate import check_mutation, outcome
from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations.figures import mutate
from presscheck.models import Article

ARTICLE = Article(
    id="harbour",
    published=datetime(2024, 5, 3),
    text=(
        "The harbour authority of Aldport said that the storm damaged 340 boats along the northern quay. Repairs to the quay "
        "will cost $2.4 million and take more than 15 months, according to the plan that the council approved. Insurance "
        "premiums in the region rose 12.5 percent over the past year, the chamber of commerce said on Friday. The new "
        "breakwater is 26 miles from the old lighthouse and was built with 1,250,000 tonnes of stone from the hills."
    ),
)
MUTATIONS = list(mutate(ARTICLE, random.Random(1)))


def test_faults_and_controls_of_most_kinds_are_made() -> None:
    """An article with money, percent, measures and hedges yields most kinds of faults, and controls."""
    kinds = {m.kind for m in MUTATIONS}

    assert {
        "figure.value",
        "figure.scale",
        "figure.currency",
        "figure.bound",
        "figure.direction",
        "figure.outdated",
    } <= kinds
    assert {"control.figure.verbatim", "control.figure.spelling", "control.figure.rounded"} <= kinds


def test_the_same_seed_gives_the_same_faults() -> None:
    """Mutations depend on the article and the seed alone."""
    assert list(mutate(ARTICLE, random.Random(1))) == MUTATIONS


@pytest.mark.parametrize("mutation", MUTATIONS[:24], ids=lambda m: m.kind)
def test_a_fault_is_caught_and_a_control_is_not(mutation: Mutation) -> None:
    """The check finds the planted fault by its code and leaves the true sentence alone."""
    assert outcome(mutation, check_mutation(ARTICLE, mutation)).right
