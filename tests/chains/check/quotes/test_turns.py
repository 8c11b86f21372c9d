"""The turns that an article's passages make."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.quotes.turns import read_turns
from presscheck.models import Article
from presscheck.vectorstore.tiling import tile


def test_turns_have_no_labels() -> None:
    """Each turn is what was said, with who said it and as what."""
    talk = Article(
        text="MS. VALE:  We go. At dawn.\n\nQ  Why?\n\nQ  And how?\n\nMS. VALE:  So.", kind="transcript"
    )
    turns = read_turns(talk.text, tile(talk))

    assert [(talk.text[t.start : t.end].strip(), t.speaker, t.role) for t in turns.turns] == [
        ("We go. At dawn.", "Ms. Vale", "statement"),
        ("Why?", None, "question"),
        ("And how?", None, "question"),
        ("So.", "Ms. Vale", "answer"),
    ]
    assert turns.speakers == ("Ms. Vale",)
    assert turns.spoken


def test_a_long_turn_is_one() -> None:
    """Passages of one speaker that follow each other are one turn."""
    long = " ".join(f"Sentence number {n} is about the harbor and its many boats." for n in range(80))
    talk = Article(text=f"MS. VALE:  {long}\n\nQ  Why?\n\nMS. VALE:  So.", kind="transcript")

    assert len(tile(talk)) > 4
    assert len(read_turns(talk.text, tile(talk)).turns) == 3


def test_an_article_is_one_turn_of_nobody() -> None:
    """A text without speakers is read as one stretch."""
    story = Article(text="The road was gone. “I walked,” Ida Holm said.\n\nNote: nobody else did.")
    turns = read_turns(story.text, tile(story))

    assert (len(turns.turns), turns.spoken, turns.speakers) == (1, False, ())


@given(st.text(alphabet="QA:. \nabMS", max_size=80))
def test_turns_stand_in_order_within_the_text(text: str) -> None:
    """Whatever the text, turns don't overlap."""
    turns = read_turns(text, tile(Article(text=text, kind="transcript"))).turns

    assert all(a.start >= 0 and a.end <= b.start <= len(text) for a, b in itertools.pairwise(turns))
