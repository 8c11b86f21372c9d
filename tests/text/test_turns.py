"""Transcripts are read as turns that tile the text, each with its speaker and role."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.turns import Turn, find_turns, looks_like_transcript

BRIEFING = """Press Briefing by Press Secretary Lena Ortiz and Maj. Gen. Sam Whitlow

2:03 P.M. EDT

MS. ORTIZ:  Good afternoon. Two items at the top.

The bridge will reopen on Monday.

Q    Good afternoon.

MS. ORTIZ:  General?

MAJ. GEN. WHITLOW:  Thank you. Forty trucks left on Sunday.

Q    How many arrived?

GEN. WHITLOW:  Thirty-eight: two broke down.

Q  (Inaudible.)

MODERATOR:  Last question.

MS. ORTIZ:  Thank you.
"""


def said(text: str, turn: Turn) -> str:
    """Return what is said in a turn."""
    return text[turn.text_start : turn.end].strip()


def test_turns_tile_the_transcript() -> None:
    """Turns follow one another without a gap from the first label to the end."""
    turns = find_turns(BRIEFING)

    assert turns[0].start == BRIEFING.index("MS. ORTIZ")
    assert [t.start for t in turns[1:]] == [t.end for t in turns[:-1]]
    assert turns[-1].end == len(BRIEFING)


def test_labels_and_words_are_parted() -> None:
    """A turn's label and what is said stand apart."""
    turns = find_turns(BRIEFING)

    assert turns[0].label == "MS. ORTIZ"
    assert said(BRIEFING, turns[0]).startswith("Good afternoon. Two items")
    assert said(BRIEFING, turns[0]).endswith("reopen on Monday.")
    assert said(BRIEFING, turns[6]) == "(Inaudible.)"


def test_opening_is_a_statement_and_a_greeting_opens_no_questioning() -> None:
    """Before the first real question officials make statements, after it they answer."""
    roles = [t.role for t in find_turns(BRIEFING)]

    assert roles == [
        *(
            "statement",
            "question",
            "statement",
            "statement",
            "question",
            "answer",
            "question",
            "moderator",
            "answer",
        )
    ]


def test_speakers_get_their_fullest_name() -> None:
    """Short labels lead to the full name in another label or in the head; a question has no speaker."""
    speakers = {t.label: t.speaker for t in find_turns(BRIEFING)}

    assert speakers["MS. ORTIZ"] == "Lena Ortiz"
    assert speakers["GEN. WHITLOW"] == speakers["MAJ. GEN. WHITLOW"] == "Maj. Gen. Sam Whitlow"
    assert speakers["Q"] is None
    assert speakers["MODERATOR"] == "Moderator"


@pytest.mark.parametrize(
    ("head", "label", "speaker"),
    [
        ("", "MAJ. GEN. PAT O'NEIL", "Maj. Gen. Pat O'Neil"),
        ("", "MS. SINGH", "Ms. Singh"),
        ("", "SENIOR ADMINISTRATION OFFICIAL", "Senior Administration Official"),
        ("Remarks by President Alder Before Air Force One Departure", "THE PRESIDENT", "President Alder"),
        ("Remarks by Vice President Alder", "THE PRESIDENT", "The President"),
        ("Briefing by Secretary of Agriculture Tom Vellum", "SECRETARY VELLUM", "Secretary Tom Vellum"),
        ("Gaggle by Adviser for Strategic Communications John Kerry Hall", "MR. HALL", "John Kerry Hall"),
        ("Remarks", "PRESIDENT VON DER HEYDEN", "President von der Heyden"),
        ("Call with Janet McCabe", "MS. MCCABE", "Janet McCabe"),
    ],
)
def test_labels_in_readable_case(head: str, label: str, speaker: str) -> None:
    """A label in capitals is written as in running text, with the name that the head gives."""
    text = f"{head}\n\n{label}: We start now.\n\nQ: Why?\n\n{label}: Because."

    assert find_turns(text)[0].speaker == speaker


def test_title_names_the_speaker() -> None:
    """An article's title names a speaker as the head of its text does."""
    turns = find_turns("MS. ORTIZ: Hello.\nQ: Hello?", title="Briefing by Lena Ortiz")

    assert turns[0].speaker == "Lena Ortiz"


@pytest.mark.parametrize("label", ["Q:", "Q.", "Q   ", "QUESTION:", "REPORTER:", "Q (via phone):"])
def test_forms_of_question_labels(label: str) -> None:
    """However a transcript marks questions, they are questions."""
    text = f"MR. HALL: Hello there.\n\n{label} What now?\n\nMR. HALL: Wait."

    assert [t.role for t in find_turns(text)] == ["statement", "question", "answer"]


def test_mixed_case_labels_count_when_used_throughout() -> None:
    """Labels such as "Jim Garland:" are speakers if they come again, else they are not."""
    talk = "Jim Garland: Why?\nLena Ortiz: Because.\nJim Garland: Since when?\nLena Ortiz: Monday."

    assert [t.speaker for t in find_turns(talk)] == ["Jim Garland", "Lena Ortiz"] * 2
    assert find_turns("Jim Garland: editor\nLena Ortiz: writer\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The minister said: we will see.\n\nNobody answered.",
        "SECURING THE BORDER: The order ends grants.\n\nBUILDING ON SUCCESS: The order starts others.",
        "FROM: The desk\nTO: All\nSUBJECT: Labels",
        "Q1 sales rose.\n\nQ is a letter.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    """Headings, memo heads and prose are no turns."""
    assert not looks_like_transcript(text)


def test_transcripts_are_told_from_articles() -> None:
    """A briefing is a transcript; a statement to a person in a list is none."""
    statements = "\n".join(
        f"Senator Ann {name}: A fine bill." for name in ("Ash", "Birch", "Cedar", "Fir", "Ash")
    )

    assert looks_like_transcript(BRIEFING)
    assert not looks_like_transcript(statements)


@given(st.text(alphabet="QAMR.:' \n\tabc(é)*", max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """No text makes it fail, and turns always tile from the first label on."""
    turns = find_turns(text)

    assert all(a.end == b.start and a.start <= a.text_start <= a.end for a, b in pairwise(turns))


@pytest.mark.parametrize("piece", ["A ", "A", "A.A ", "MR. ", "(", "Q ", "* ", "\t", "A A:\n"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """A long run of anything is read at once."""
    began = time.perf_counter()
    find_turns(piece * 60_000)

    assert time.perf_counter() - began < 3


def test_a_label_behind_a_sentence_begins_a_turn() -> None:
    """Where a line break is missing, the label of somebody who speaks elsewhere, or "Q", still begins a turn."""
    text = "MS. ORTIZ: Good afternoon.\n\nQ: How many? MS. ORTIZ: Thirty-eight. Q And when? MS. ORTIZ: On Sunday.\n"

    turns = find_turns(text)

    assert [t.role for t in turns[1:]] == ["question", "answer", "question", "answer"]
    assert said(text, turns[2]) == "Thirty-eight."
    assert said(text, turns[3]) == "And when?"
