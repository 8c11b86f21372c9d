from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presscheck.models import Claim, Evidence, Finding
from presscheck.reasons import Reason
from presscheck.render.compare import Column, cell_width, columns, folded, in_place, rows

WORDS = st.text("abc ", max_size=80)
CELLS = st.lists(
    st.builds(Column, WORDS, WORDS, st.booleans()).map(lambda c: c if c.differs else c._replace(draft=c.said))
)


def test_a_quotation_without_a_comparison_gets_one() -> None:
    """Case and punctuation aside, the words of an altered quotation are compared with what was said."""
    text = "troops will take on infantry roles"
    claim = Claim(id="1", kind="quote", text=text, start=0, end=9, sentence_start=0, sentence_end=9)
    finding = Finding.of(claim, Reason.QUOTE_ALTERED, expected="Troops will be employed in infantry roles.")

    cells = columns(finding)

    assert [
        Column("Troops will", "Troops will", False),
        Column("be employed in", "take on", True),
        Column("infantry roles.", "infantry roles.", False),
    ] == cells


def test_long_equal_runs_are_cut() -> None:
    """Only some words on each side of a difference stay, so that it meets the eye."""
    many = " ".join("abcdefghij")
    cells = [Column(many, many, False), Column("x", "y", True), Column(many, many, False)]

    assert [cell.said for cell in folded(cells, kept=3)] == ["… h i j", "x", "a b c …"]


@given(CELLS, st.integers(8, 60))
def test_rows_fit_and_keep_every_word(cells: list[Column], room: int) -> None:
    """No row is wider than its room, and both sides' words come out in order."""
    laid = list(rows(cells, room))

    assert all(sum(map(cell_width, row)) + len(row) - 1 <= room for row in laid)
    for side in (0, 1):
        flat = "".join(str(cell[side]) for row in laid for cell in row).replace(" ", "")
        assert "".join(str(cell[side]) for cell in cells).replace(" ", "") == flat


def test_evidence_is_shown_in_its_sentence() -> None:
    """The source's value stands in its sentence, not in the whole passage."""
    evidence = Evidence(
        article_id="a", sha256="", start=50, end=62, text="$31.5 million",
        before="The legislature set aside $48 million. We have spent ", after=" of it so far. We asked for nothing.",
    )  # fmt: skip

    assert tuple(in_place(evidence)) == ("We have spent ", "$31.5 million", " of it so far.")


def test_evidence_is_cut_to_its_room() -> None:
    """A long sentence is cut on both sides of the value."""
    evidence = Evidence(
        article_id="a", sha256="", start=0, end=3, text="ten", before="word " * 60, after=" word" * 60
    )

    assert len("".join(in_place(evidence, None, 80))) <= 90
