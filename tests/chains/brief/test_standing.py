"""Sentences that can stand alone."""

import pytest

from presscheck.chains.brief.standing import joining, limited, stands_alone

ALONE = [
    "The harbour board closed the north quay on Monday.",
    "A teacher was banned after he let pupils change their answers.",
    "The Welsh club backed their fans in handing back tickets.",
    "The report that was leaked on Monday names three ministers.",
    "This week the council meets in the old town hall.",
    "It is hoped that the theatre will reopen in 2018.",
    "The former Arsenal player was left bloodied on Saturday.",
]
LEANING = [
    "He said the money was there for all of them.",
    "This would cost the town four million more.",
    "They will not pay for the quay again, ever.",
    "Obesity, he told reporters, is a national question.",
    "In the picture she is seen at the gate.",
    "Unless the wind drops, no ship will leave today.",
    "The board means that it was never asked that.",
    "“We will not ask the town again,” he said.",
    "The minister spoke of (the old plan and left early.",
    "For that reason the board will meet again on Friday.",
]


@pytest.mark.parametrize("text", ALONE)
def test_what_names_everything_stands(text: str) -> None:
    """Who or what is meant stands in the sentence."""
    assert stands_alone(text)


@pytest.mark.parametrize("text", LEANING)
def test_what_leans_is_left_out(text: str) -> None:
    """An unnamed "he", "this" or "they", and a torn quotation, do not stand."""
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["The officer said he would not leave the post.", "Their plan is what the board asked for."]
)
def test_speech_is_held_to_more(text: str) -> None:
    """In talk a role is no name: who listened knew, who reads does not."""
    assert not stands_alone(text, spoken=True)


def test_only_what_ties_is_left_off() -> None:
    """The words "But" and "Meanwhile," go; "If" and "Although" never do."""
    assert joining("But the quay stays open.") == len("But ")
    assert joining("Meanwhile, the quay stays open.") == len("Meanwhile, ")
    assert joining("If the wind drops, the quay opens.") == 0
    assert joining("Although it rained, the quay opened.") == 0


def test_a_condition_in_the_next_sentence_is_seen() -> None:
    """A sentence that the next one limits may not stand without it."""
    assert limited("Unless the wind turns.")
    assert limited("But only if the money comes.")
    assert not limited("The money comes in May.")
