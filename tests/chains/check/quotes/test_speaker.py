"""The speaker that a draft names, held against who said it."""

import pytest

from presscheck.chains.check import check_text
from presscheck.chains.check.quotes.speaker import anonymous, fit, fit_question
from presscheck.models import Article

BRIEFING = Article(
    kind="transcript",
    title="Pentagon press briefing by Pat Ryder",
    text="MAJ. GEN. PAT RYDER:  Good day.\n\nQ  How many?\n\nMAJ. GEN. RYDER:  Few.\n\nMS. SINGH:  Thank you.",
)
STORY = Article(
    kind="article",
    text="The mayor of Tarn, Beatriz Solano, spoke on Sunday. “I slept in my car,” Solano said.",
)


@pytest.mark.parametrize(
    ("draft", "said_by", "role", "verdict"),
    [
        ("Ryder", "Maj. Gen. Pat Ryder", "answer", "match"),
        ("Gen. Ryder", "Maj. Gen. Pat Ryder", "answer", "match"),
        ("Singh", "Maj. Gen. Pat Ryder", "answer", "wrong"),
        ("the general", "Maj. Gen. Pat Ryder", "answer", "match"),
        ("the Pentagon", "Maj. Gen. Pat Ryder", "answer", "match"),
        ("the Kremlin", "Maj. Gen. Pat Ryder", "answer", "unknown"),
        ("Ryder", None, "question", "reporter"),
        ("a reporter", None, "question", "match"),
        (None, "Maj. Gen. Pat Ryder", "answer", "unknown"),
        ("a senior defense official", "Maj. Gen. Pat Ryder", "answer", "unknown"),
        ("she", "Ms. Singh", "answer", "unknown"),
        ("Singh", "Senior Defense Official", "answer", "wrong"),
        ("Lopez", "Senior Defense Official", "answer", "unknown"),
    ],
)
def test_speakers_of_a_transcript(draft: str | None, said_by: str | None, role: str, verdict: str) -> None:
    """Names, offices and houses fit or don't; whoever is unnamed on either side is unknown."""
    assert fit(draft, said_by, role, BRIEFING, ("Maj. Gen. Pat Ryder", "Ms. Singh")) == verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        (None, "match"),
        ("a reporter", "match"),
        ("Ann Lee", "match"),
        ("Tom Bray", "unknown"),
        ("Ryder", "reporter"),
    ],
)
def test_whoever_asks_in_the_draft(draft: str | None, verdict: str) -> None:
    """A question may be asked by nobody named or by whom it names, not by somebody who answers in the source."""
    assert (
        fit_question(draft, "Thanks. Ann Lee with the Gazette. How many?", ("Maj. Gen. Pat Ryder",))
        == verdict
    )


def test_an_office_that_the_source_gives_to_the_speaker() -> None:
    """An office such as "the mayor" is whose the article says it is."""
    assert fit("the mayor", "Beatriz Solano", "statement", STORY) == "match"
    assert fit("the governor", "Beatriz Solano", "statement", STORY) == "unknown"


@pytest.mark.parametrize(
    "name",
    ["officials", "a person familiar with the plan", "one senior aide", "he", "sources", "another witness"],
)
def test_the_unnamed_are_anonymous(name: str) -> None:
    """Who is only described is nobody that a source could be asked for."""
    assert anonymous(name)


@pytest.mark.parametrize("name", ["Ryder", "the general", "the White House", "Ms. Singh"])
def test_the_named_are_not(name: str) -> None:
    """A name, an office or a house can be compared."""
    assert not anonymous(name)


def test_two_people_of_one_surname_are_told_by_their_whole_names() -> None:
    """“Anna Lind said it, not Lind” would tell nothing."""
    source = Article(
        text="MAYOR ANNA LIND: We will rebuild the north pier before the winter storms arrive.\n",
        kind="transcript",
        complete="yes",
    )
    draft = "“We will rebuild the north pier before the winter storms arrive,” Mayor Anne Lind said."
    (told,) = (f.explanation for f in check_text(draft, source).findings if f.reason.code == "speaker.wrong")

    assert "Anna Lind said it, not Anne Lind" in told
