"""Indirect speech: did the person named say it."""

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.indirect import attributions, told
from presscheck.chains.check.sources import Sources
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

TALK = Article(
    kind="transcript",
    text=(
        "MS. GRETA LINDQVIST:  We will rebuild the north pier before the winter storms arrive on the coast.\n\n"
        "Q  Did the ministry close the fish market because of rats in the roof beams?\n\n"
        "MR. JON ADEYEMI:  We have paid every family that lost a boat in the storm."
    ),
)


def reasons(text: str) -> list[tuple[str, str]]:
    """Return the reasons and severities on the indirect speech of a text."""
    draft = Draft(Article(text=text))
    return [
        (f.reason.code, f.severity.value) for f in attributions(draft, Sources(MemoryLibrary([TALK]), draft))
    ]


def test_the_clause_is_what_was_said() -> None:
    """The clause after the verb, without "that" and the full stop, with the speaker named before it."""
    draft = Draft(
        Article(
            text="Greta Lindqvist told reporters that the north pier would be rebuilt before winter storms."
        )
    )
    (clause,) = told(draft)

    assert draft.text[clause.start : clause.end] == "the north pier would be rebuilt before winter storms"
    assert clause.speaker == "Greta Lindqvist"


def test_the_one_who_said_it_fits() -> None:
    """A clause with the words of a person's turn is that person's."""
    text = "Greta Lindqvist said they would rebuild the north pier before the winter storms arrive."

    assert reasons(text) == [("speaker.match", "ok")]


def test_somebody_else_is_a_look() -> None:
    """A clause with another's words only is shown, not called wrong."""
    text = "Greta Lindqvist said they had paid every family that lost a boat in the storm."

    assert reasons(text) == [("speaker.wrong", "look")]


def test_what_was_only_asked_and_what_nobody_said_is_left_alone() -> None:
    """Questions tell nothing (an official may have said yes), nor does silence."""
    assert (
        reasons("Greta Lindqvist said the ministry closed the fish market because of rats in the roof beams.")
        == []
    )
    assert (
        reasons("Greta Lindqvist said the orchestra would play Mahler in the park every Sunday of August.")
        == []
    )


def test_quotations_are_not_indirect_speech() -> None:
    """What stands in quotation marks is checked as words."""
    assert (
        reasons("Greta Lindqvist said: “We will rebuild the north pier before the winter storms arrive.”")
        == []
    )
