"""Statements joined into one quotation."""

from presscheck.chains.check.quotes.pieces import sayings
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.splice import Splice, find_splice
from presscheck.chains.check.quotes.turns import read_turns
from presscheck.models import Article
from presscheck.vectorstore.tiling import tile

TALK = Article(
    kind="transcript",
    text=(
        "MS. VALE:  We will open the school in May. The roof was mended by the fathers of the village. We thank them.\n\n"
        "Q  And the library?\n\n"
        "MR. ROTH:  The library needs a new roof before the winter comes. Nobody has promised us one."
    ),
)


def splice(quotation: str) -> Splice | None:
    """Look for the parts of a quotation in the talk."""
    (saying,) = sayings(quotation, [(0, len(quotation))])
    turns = read_turns(TALK.text, tile(TALK))
    return find_splice(
        saying, [Place(TALK, turns, TALK.id, t.start, t.end, i) for i, t in enumerate(turns.turns)]
    )


def test_parts_of_two_speakers_are_found() -> None:
    """Each part comes with its place and speaker, in the order of the quotation."""
    found = splice("We will open the school in May before the winter comes")

    assert found
    assert found.cover == 1
    assert [(TALK.text[slice(*p.span)], p.place.speaker) for p in found.parts] == [
        ("We will open the school in May", "Ms. Vale"),
        ("before the winter comes", "Mr. Roth"),
    ]


def test_parts_of_one_turn_in_another_order_are_joined() -> None:
    """Two statements of one speaker turned around are no quotation."""
    assert splice("The roof was mended by the fathers, we will open the school in May")


def test_one_statement_is_not_spliced() -> None:
    """What stands in a run, or lacks words within one sentence, is none of two statements."""
    assert splice("We will open the school in May") is None
    assert splice("The library needs a new roof the winter comes") is None


def test_short_runs_prove_nothing() -> None:
    """Runs of two or three words stand anywhere."""
    assert splice("We will mend a roof before the village") is None
