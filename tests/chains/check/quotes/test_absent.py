"""What is said of a quotation that stands nowhere."""

from datetime import datetime

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.absent import Absence, absence
from presscheck.chains.check.quotes.lookup import Lookup
from presscheck.chains.check.sources import Sources
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary


def briefing(
    day: int, complete: str, text: str = "MS. VALE:  Good day.\n\nQ  Why?\n\nMS. VALE:  So."
) -> Article:
    """Return a transcript of a day in March."""
    return Article(
        id=f"day-{day}",
        title=f"Briefing of March {day}",
        text=text,
        kind="transcript",
        complete=complete,
        published=datetime(2031, 3, day),
    )


def why(speaker: str | None, *articles: Article) -> Absence:
    """Ask why a quotation of the speaker was not found."""
    return absence(speaker, Lookup(Sources(MemoryLibrary(articles), Draft(Article(text="x")))))


def test_the_latest_record_of_the_speaker_decides() -> None:
    """An older complete record says nothing of the latest event, of which there is an excerpt."""
    assert why("Vale", briefing(3, "yes"), briefing(9, "excerpt")).reason.code == "quote.not_in_excerpt"
    assert why("Vale", briefing(3, "excerpt"), briefing(9, "yes")).reason.code == "quote.not_in_transcript"


def test_a_record_in_which_another_speaks_counts_for_nothing() -> None:
    """The speaker must have the floor in it, not be spoken of."""
    other = briefing(9, "yes", "MR. ROTH:  Vale is ill.\n\nQ  Why?\n\nMR. ROTH:  So.")

    assert why("Vale", other).reason.code == "quote.not_found"


def test_an_official_text_is_its_authors() -> None:
    """A statement is a record of whoever its title names; that it is complete is not known."""
    statement = Article(text="The dam held.", title="Statement by Minister Varga", kind="official")

    assert why("Varga", statement).reason.code == "quote.not_in_excerpt"
    assert "Statement by Minister Varga" in why("Varga", statement).explanation


def test_among_many_records_the_latest_that_has_the_speaker_is_found() -> None:
    """Records of others in between, and how many there are, make no difference."""
    days = [briefing(n, "yes", "MR. ROTH:  Vale is ill.\n\nQ  Why?\n\nMR. ROTH:  So.") for n in range(5, 25)]

    assert (
        why("Vale", briefing(3, "excerpt"), briefing(2, "yes"), *days).reason.code == "quote.not_in_excerpt"
    )


def test_without_a_name_the_only_record_is_meant() -> None:
    """A quotation without a speaker is held against the one record there is, if there is one."""
    assert why(None, briefing(3, "yes")).reason.code == "quote.not_in_transcript"
    assert why(None, briefing(3, "yes"), briefing(9, "yes")).reason.code == "quote.not_found"
