"""The rules of evidence: which sources may vouch for a text, and how far each is to be trusted."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, is_later
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

STORY = (
    "The town of Halden will close its north quay on Monday for repairs that the harbour board expects to last six "
    "weeks. Ships will be sent to the south quay, which was widened last year at a cost of four million crowns. The "
    "board said that no jobs are at risk. Fishermen doubt it, and have asked the county for a hearing before Easter."
)
BRIEFING = Article(
    id="briefing",
    kind="transcript",
    complete="yes",
    published=datetime(2025, 3, 4),
    text="CAPT. LENA ORTEGA: The north quay closes on Monday.\n\nQ: Will the south quay close as well?\n\n"
    "CAPT. ORTEGA: The south quay stays open.\n",
)


def sources_for(
    draft: Article, *articles: Article, as_of: datetime | None = None, since: bool = False
) -> Sources:
    """Return what may vouch for a draft."""
    return Sources(MemoryLibrary(articles), Draft(draft, as_of), since=since)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (Article(text=STORY), Article(id="other", text=STORY)),
        (Article(id="same", text="A."), Article(id="same", text="B.")),
        (Article(text="A.", url="https://example.org/a"), Article(text="B.", url="https://example.org/a")),
        (Article(id="x", text="A.", origin="a.txt"), Article(id="y", text="B.", origin="a.txt")),
        (Article(text="A.", story_id="s"), Article(text="B.", story_id="s")),
    ],
    ids=["hash", "id", "address", "path", "story"],
)
def test_a_text_never_supports_itself(draft: Article, source: Article) -> None:
    """A source with the draft's id, address, path, hash or story is left out and counted."""
    sources = sources_for(draft, source, BRIEFING)

    assert sources.left_out == (source.id,)
    assert [h.article_id for h in sources.heads] == ["briefing"]


def test_a_near_copy_is_left_out() -> None:
    """A syndicated copy with a new last sentence does not vouch for the story it copies."""
    copy = Article(id="copy", text=STORY + " The county has not answered yet.")

    assert sources_for(Article(text=STORY), copy, BRIEFING).left_out == ("copy",)


def test_an_official_text_that_the_draft_repeats_is_its_source() -> None:
    """Only articles and notes can be copies of a draft."""
    official = Article(id="statement", kind="official", text=STORY + " This was issued by the board.")

    assert sources_for(Article(text=STORY), official, BRIEFING).left_out == ()


def test_an_older_version_that_differs_is_kept_where_it_is_all_there_is() -> None:
    """Whoever checks a text against nothing but its own older version wants the differences."""
    older = Article(id="older", text=STORY.replace("six weeks", "nine weeks"))

    assert sources_for(Article(text=STORY), older).left_out == ()


def test_what_came_out_later_is_kept_apart() -> None:
    """A source published after the text's own day is told, and searched only on demand."""
    late = Article(id="late", text="The quay stays closed.", published=datetime(2025, 3, 9))
    draft = Article(text="The quay closes.", published=datetime(2025, 3, 4))

    assert sources_for(draft, BRIEFING, late).later == ("late",)
    assert [h.article_id for h in sources_for(draft, BRIEFING, late).heads] == ["briefing"]
    assert {h.article_id for h in sources_for(draft, BRIEFING, late, since=True).heads} == {
        "briefing",
        "late",
    }


def test_days_are_compared_where_a_time_is_missing() -> None:
    """A source of the same day is not later than a text dated by day only."""
    assert not is_later(datetime(2025, 3, 4, 15, 30, tzinfo=UTC), datetime(2025, 3, 4))
    assert is_later(datetime(2025, 3, 4, 15, 30, tzinfo=UTC), datetime(2025, 3, 4, 9, 0, tzinfo=UTC))
    assert not is_later(None, datetime(2025, 3, 4))


def test_rank_is_by_kind_then_by_time() -> None:
    """Transcript before official text before article before note; within a rank the later one."""
    kinds = ("note", "article", "official", "transcript")
    articles = [Article(id=k, kind=k, text=f"{k} text.") for k in kinds]
    newer = Article(id="newer", kind="note", text="newer text.", published=datetime(2025, 1, 1))
    sources = sources_for(Article(text="Something else."), *articles, newer)

    ranked = sorted([*kinds, "newer"], key=sources.rank)

    assert ranked == ["note", "newer", "article", "official", "transcript"]


def test_questions_do_not_vouch() -> None:
    """What a reporter asks supports nothing; who speaks is known; the label is no part of what is said."""
    sources = sources_for(Article(text="The quay."), BRIEFING)

    found = {s.text: (s.role, s.vouches, s.speaker) for s in sources.search("quay", 9)}

    assert found == {
        "The north quay closes on Monday.": ("statement", True, "Capt. Lena Ortega"),
        "Will the south quay close as well?": ("question", False, None),
        "The south quay stays open.": ("answer", True, "Capt. Lena Ortega"),
    }


@given(st.integers(0, len(BRIEFING.text)), st.integers(0, len(BRIEFING.text)))
def test_evidence_holds_the_characters_it_points_to(a: int, b: int) -> None:
    """`source.text[start:end] == evidence.text`, and what is shown around it joins on."""
    start, end = sorted((a, b))
    evidence = sources_for(Article(text="x"), BRIEFING).evidence("briefing", start, end)

    assert evidence.text == BRIEFING.text[start:end]
    assert BRIEFING.text[start - len(evidence.before) : end + len(evidence.after)] == (
        evidence.before + evidence.text + evidence.after
    )
    assert evidence.line == BRIEFING.text[:start].count("\n") + 1
