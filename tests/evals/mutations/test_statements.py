"""The mutations of statements are what they say they are, and the check catches them."""

import random

from presscheck.evals.mutate import check_mutation, outcome
from presscheck.evals.mutations.statements import mutate
from presscheck.models import Article

ARTICLE = Article(
    text="The port authority of Aldport was closed on Monday after an oil spill near the pier. Some of the dockworkers "
    "returned to work on Tuesday morning at the docks. The senate of Norland approved the water bill before the "
    "summer break. The company may close its old plant in Deln next year. Residents claimed that the dam was built with poor "
    "concrete by the firm. The mayor was praised by the divers of the harbour in Estmere."
)


def test_faults_and_controls_are_made_and_told_apart() -> None:
    """Controls expect nothing; faults name the code that they call for."""
    made = list(mutate(ARTICLE, random.Random(1)))

    assert {m.kind for m in made} >= {"statement.negation", "statement.order", "statement.quantifier"}
    assert all(m.control == m.kind.startswith("control") == (not m.expect) for m in made)
    assert all(m.text[m.start : m.end] == m.text for m in made)


def test_the_same_seed_makes_the_same() -> None:
    """Nothing depends on anything but article and seed."""
    assert list(mutate(ARTICLE, random.Random(3))) == list(mutate(ARTICLE, random.Random(3)))


def test_most_faults_are_caught_and_no_control_is_flagged() -> None:
    """The floor that the docs promise, on one article."""
    outcomes = [outcome(m, check_mutation(ARTICLE, m)) for m in mutate(ARTICLE, random.Random(1))]

    assert all(o.right for o in outcomes if o.mutation.control)
    faults = [o.right for o in outcomes if not o.mutation.control]
    assert sum(faults) >= 0.85 * len(faults)
