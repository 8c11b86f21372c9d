"""Misquotations made from an article."""

import random

import pytest

from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations.quotes import mutate
from presscheck.models import Article

TALK = Article(
    kind="transcript",
    title="Harbor briefing",
    text="""MS. LINDQVIST:  We will rebuild the north pier before the winter storms arrive on the coast. The work will cost more than the ministry first thought, and we will not pretend otherwise to anybody. We will open the fish market in June unless the inspectors find rot in the roof beams.

Q  Was the minister warned about the crane before the winter storms reached the harbor wall?

MS. LINDQVIST:  He was not warned about the crane by the port office. The letter went to the port office, and the port office did not pass the letter on to the ministry. They kept the letter in a drawer — in a drawer full of old newspapers and fishing permits.

MR. ADEYEMI:  We have paid every family that lost a boat, and we will pay the harbor workers as long as the court allows it. The new timetable gives the island a boat every hour, two percent more than it had before.""",  # noqa: E501
)


def made(article: Article = TALK) -> list[Mutation]:
    """Return all mutations of an article."""
    return list(mutate(article, random.Random(1)))


def test_spans_hold() -> None:
    """The fault stands where the mutation says, and it came from the article named."""
    found = made()

    assert found
    for mutation in found:
        assert 0 <= mutation.start < mutation.end <= len(mutation.text)
        assert mutation.source_id == TALK.id
        assert mutation.control == mutation.kind.startswith("control") == (not mutation.expect)


@pytest.mark.parametrize(
    "kind",
    [
        "quote.altered.changed",
        "quote.altered.lost",
        "quote.altered.added",
        "quote.altered.misprint",
        "quote.negation_lost",
        "quote.negation_lost.ellipsis",
        "quote.condition_cut",
        "quote.fabricated",
        "quote.spliced",
        "speaker.wrong",
        "speaker.reporter",
        "control.quote.exact",
        "control.quote.partial",
        "control.quote.ellipsis",
        "control.quote.filler",
    ],
)
def test_each_kind_is_made(kind: str) -> None:
    """A short transcript yields every kind of fault and control."""
    assert kind in {m.kind for m in made()}


def test_the_same_seed_makes_the_same() -> None:
    """Mutations are reproducible."""
    assert made() == made()


def test_a_fault_is_not_what_was_said() -> None:
    """Altered words don't stand in the article."""
    faults = [m for m in made() if m.kind.startswith("quote") and m.kind != "quote.condition_cut"]

    assert faults
    assert [m.text for m in faults if m.text[m.start : m.end].rstrip(".") in TALK.text] == []


def test_an_article_yields_what_it_quotes() -> None:
    """Of an article its attributed quotations are the material."""
    story = Article(
        text="“I slept in my car because the long road to the valley was gone,” Beatriz Solano said on Sunday."
    )

    kinds = {m.kind for m in made(story)}
    assert "control.quote.exact" in kinds
    assert "speaker.reporter" not in kinds


def test_an_article_vouches_for_no_misprint() -> None:
    """Against an article alone nobody can say which of two stories misquotes."""
    assert "quote.altered.misprint" not in {m.kind for m in made(TALK.model_copy(update={"kind": "article"}))}


def test_few_words_are_enough() -> None:
    """An article whose only quotation has no word to spare still yields its faults and controls."""
    story = Article(text="“Trying To Campaign As A Harbor Healer Of The Valley,” Beatriz Solano said.")

    assert {m.control for m in made(story)} == {True, False}


def test_nothing_said_yields_nothing() -> None:
    """A text in which nobody speaks gives no misquotations."""
    assert made(Article(text="The road was gone.")) == []
