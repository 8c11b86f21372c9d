"""What speaks for and against a statement: substitutes, company, closeness, and what other checks found."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check import check_text
from presscheck.chains.check.contrasts.roles import swapped
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.statements.told import is_forecast
from presscheck.chains.check.support.signals import Signals, sentence_signals, text_signals
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import Words

SOURCE = ("Ann bought a red car in Aldport.", "Ben sold the old boat to a friend in Kelland after the storm.")


def signals(claim: str, source: tuple[str, ...] = SOURCE) -> Signals:
    """Return the signals of a claim."""
    return sentence_signals(Words(claim), Ground([Words(s) for s in source]))


def test_a_synonym_in_the_place_of_a_word_is_seen() -> None:
    """Where the source has "bought", "purchased" stands between the same words."""
    assert signals("Then Ann purchased a red car.")["slot_same"] == 1


def test_another_name_in_the_place_of_a_name_is_seen() -> None:
    """Between the words that the source has around "Kelland" stands "Estmere"."""
    assert signals("Ben sold the boat to a friend in Estmere after the storm.")["slot_name"] == 1


def test_an_inserted_word_is_told_from_a_substitute() -> None:
    """Nothing stands in the source where "rusty" stands here."""
    found = signals("Ben sold the old rusty boat to a friend.")

    assert (found["slot_insert"], found["slot_other"]) == (1, 0)


def test_words_in_strange_company_lower_the_context() -> None:
    """Ann beside the boat is another company than the source gives her."""
    assert (
        signals("Ann bought a red car.")["name_context_least"]
        > signals("Ann sold a boat.")["name_context_least"]
    )


def test_the_alignment_of_a_copy_is_whole() -> None:
    """A copy aligns from head to tail, with nothing changed."""
    found = signals(SOURCE[0])

    assert (found["align_cover"], found["align_changed"], found["align_head"], found["align_tail"]) == (
        1,
        0,
        1,
        1,
    )


def test_words_that_the_evidence_lacks_are_named() -> None:
    """The model weighs them by their table."""
    assert {"word:bicycle", "small:from"} <= set(signals("Ann bought a bicycle from Ben."))


@given(st.text(max_size=80), st.text(max_size=80))
def test_signals_are_finite_numbers(claim: str, source: str) -> None:
    """Whatever the two texts, every signal is a number."""
    if Words(claim).content:
        assert all(abs(value) < 1e6 for value in signals(claim, (source,)).values())


def test_what_other_checks_found_counts_by_kind_and_severity() -> None:
    """A figure that a source contradicts is a signal; a statement's own finding is none."""
    found = check_text(
        "The pier cost $40 million.", ["The pier cost $14 million. It opened in May."]
    ).findings

    counted = {name for name in text_signals([], found) if name.startswith("found.")}
    assert "found.figure.fix" in counted
    assert not any(name.startswith("found.statement") for name in counted)


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        ("rise", "fall", "opposite"),
        ("buy", "purchase", "same"),
        ("abbey", "church", "up"),
        ("boat", "idea", "other"),
    ],
)
def test_kinship_of_words(one: str, other: str, kinship: str) -> None:
    """Opposites, synonyms, what is more general, and strangers."""
    assert lexicon.kinship(one, other) == kinship


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Kate has described Hilary Mantel as cold.", "The author Hilary Mantel has described Kate as cold."),
        ("Sudria attacked the fleet of Norland.", "Norland attacked the fleet of Sudria."),
        ("Mercer was arrested by Brandt.", "Brandt was arrested by Mercer."),
    ],
)
def test_exchanged_roles_are_seen(claim: str, source: str) -> None:
    """Who does it and to whom are exchanged; the source against itself shows nothing."""
    assert list(swapped(Words(claim), Words(source)))
    assert not list(swapped(Words(source), Words(source)))


def test_active_and_passive_say_the_same() -> None:
    """No role is exchanged by the voice alone."""
    assert not list(swapped(Words("Kate was described by Mantel."), Words("Mantel described Kate.")))


@pytest.mark.parametrize(
    ("sentence", "forecast"),
    [
        ("Voters will punish the senate.", True),
        ("Rents are going to climb.", True),
        ("Analysts said voters will punish the senate.", False),
        ("The talks are scheduled and will open in May.", False),
        ("Voters punished the senate.", False),
    ],
)
def test_a_forecast_is_the_authors_own(sentence: str, forecast: bool) -> None:
    """Attributed and scheduled things can be checked."""
    assert is_forecast(sentence) is forecast


def test_a_word_of_the_same_stem_is_the_same_in_every_process() -> None:
    """Which of several words of one stem is shown does not hang on how Python orders a set that day."""
    told = """
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import Words
source = Words("The governor met members of the government and of the governorate.")
print(Ground([source]).in_other_words("governance"))
"""
    shown = [
        subprocess.run(
            [sys.executable, "-c", told],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert len(set(shown)) == 1, shown
