"""Sentences that tell several things are compared part by part, and a deed with who did it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.run import CHECKS, check_text
from presscheck.chains.check.statements.parts import parts
from presscheck.chains.check.words.reading import Words

WORDS = st.sampled_from(
    ["union", "welcomed", "it", ",", ";", "while", "but", "and", "groups", "closed", "the", "."]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_parts_hold_every_word_once_and_in_order(text: str) -> None:
    """Where a sentence has parts, they are the sentence."""
    words = Words(text)
    told = [form for part in parts(words) for form in part.forms]
    assert told in ([], words.forms)


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        (
            "The union welcomed the decision, while safety groups criticised it.",
            "The union welcomed the decision",
        ),
        ("Work resumed in the outer bay; the inner bay stays closed.", "Work resumed in the outer bay"),
        ("Witnesses saw a van but officers have not found it.", "Witnesses saw a van"),
    ],
)
def test_a_sentence_is_parted_where_another_thing_is_told(sentence: str, first: str) -> None:
    """At a semicolon, at “while” and “but”, at “and” behind a comma."""
    part = parts(Words(sentence))[0]
    assert part.span(0, len(part) - 1) == first


@pytest.mark.parametrize("sentence", ["Bread, milk, and eggs were sold out.", "She resigned.", ""])
def test_a_list_is_not_parted(sentence: str) -> None:
    """Each part has a verb and something that it is told of."""
    assert parts(Words(sentence)) == ()


def reasons(text: str, source: str) -> set[str]:
    """Return the codes of what must be mended or looked at."""
    found = check_text(text, sources=[source]).findings
    return {f.reason.code for f in found if f.severity in ("fix", "look")}


UNION = (
    "The transport union welcomed the decision, while road safety groups criticised it. Rain fell overnight."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Road safety groups welcomed the decision.", {"statement.antonym"}),
        ("The transport union criticised the decision.", {"statement.antonym"}),
        ("Road safety groups criticised the decision.", set()),
        ("The transport union welcomed the decision.", set()),
    ],
)
def test_each_part_is_held_against_its_own_subject(text: str, told: set[str]) -> None:
    """That the sentence has the verb somewhere else makes no exchanged one right."""
    assert reasons(text, UNION) == told


SOLD = "The council of Ard sold the depot to a charity rather than to a hotel. A bank had bid for it as well."


def test_what_is_set_aside_is_not_told_as_done() -> None:
    """“Rather than” takes back what follows."""
    assert reasons("The council of Ard sold the depot to a hotel.", SOLD) == {"statement.negation"}
    assert reasons("The council of Ard sold the depot to a charity.", SOLD) == set()


FREED = "Rebels in the north released nineteen aid workers on Sunday. The army pulled back its guns."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army released nineteen aid workers on Sunday.", {"statement.role"}),
        ("Rebels released nineteen aid workers on Sunday.", set()),
        ("The group released nineteen aid workers on Sunday.", set()),
        ("The insurgents released nineteen aid workers on Sunday.", set()),
    ],
)
def test_a_deed_of_another_party_is_told(text: str, told: set[str]) -> None:
    """Only of one that the sources name, by a word that can't stand for the other."""
    assert reasons(text, FREED) == told


def test_small_words_alone_before_rather_than_set_nothing_against_it() -> None:
    """Without a word that stands for what was done instead, nothing is told."""
    source = "The council sold the depot, and so it was to be as it was rather than to a hotel. Rain fell."
    assert "statement.negation" not in reasons("The council sold the depot to a hotel.", source)


SAID = (
    "Ruth Calloway, who chairs the council, opened the talks. She said the dam at Marlow would be inspected before the "
    "winter. Tomas Okafor of the union arrived late. Okafor argued that the valley road needs three new bridges."
)


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("Tomas Okafor said the dam at Marlow would be inspected before the winter.", "She"),
        ("Calloway argued that the valley road needs three new bridges.", "Okafor"),
    ],
)
def test_words_of_another_person_are_told_with_who_said_them(claim: str, shown: str) -> None:
    """Whoever is named must be who says it, as far as the source's own name or pronoun tells."""
    findings = check_text(claim, [SAID], checks=CHECKS[-1:]).findings
    [role] = [f for f in findings if f.reason.code == "statement.role"]
    assert f"“{shown}” that says so" in role.explanation


@pytest.mark.parametrize(
    "claim",
    [
        "Ruth Calloway said the dam at Marlow would be inspected before the winter.",
        "Calloway said the dam at Marlow would be inspected before the winter.",
        "Okafor argued that the valley road needs three new bridges.",
        "The union argued that the valley road needs three new bridges.",
    ],
)
def test_who_says_it_in_the_source_may_be_named(claim: str) -> None:
    """By the whole name, by the surname, or by what they speak for."""
    findings = check_text(claim, [SAID], checks=CHECKS[-1:]).findings
    assert not [f for f in findings if f.severity in ("fix", "look")]
