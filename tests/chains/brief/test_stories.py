"""Many stories: joined by event, ranked by independent sources, each with what is new."""

from datetime import datetime
from pathlib import Path

import pytest

from presscheck.chains.brief import make_brief
from presscheck.chains.brief.clusters import events
from presscheck.desk import Desk
from presscheck.errors import NothingToCheck
from presscheck.evals.groups import clean_groups
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

GROUPS = list(clean_groups(6, seed=1))
ARTICLES = [a for g in GROUPS for a in g.articles]


def test_articles_of_one_event_are_joined() -> None:
    """Each event is one story, and no story holds two events."""
    found = events(MemoryLibrary(ARTICLES)._articles.values())

    assert sorted(tuple(sorted(a.id for a in e.articles)) for e in found) == sorted(
        tuple(sorted(a.id for a in g.articles)) for g in GROUPS
    )


def test_what_comes_back_months_later_is_another_event() -> None:
    """The same words tell another event where months lie between."""
    text = "Thousands marched through Lier against the new toll on the harbour bridge, and police closed two streets."
    first, soon, late = (
        Article(id=name, title=title, text=f"{text} {more}", published=day)
        for name, title, more, day in (
            ("a", "Thousands march against bridge toll", "Shops stayed open.", datetime(2025, 3, 4)),
            ("b", "March against toll fills Lier", "The mayor was abroad.", datetime(2025, 3, 5)),
            ("c", "Lier marches against bridge toll", "Bus drivers joined them.", datetime(2026, 3, 6)),
        )
    )

    assert sorted([a.id for a in event.articles] for event in events([first, soon, late])) == [
        ["a", "b"],
        ["c"],
    ]


def test_independent_sources_rank_and_copies_do_not_count() -> None:
    """Stories come by the number of independent sources, a wire copy not counted."""
    brief = make_brief(MemoryLibrary(ARTICLES))
    counts = [s.independent for s in brief.stories]

    assert counts == sorted(counts, reverse=True)
    for story in brief.stories:
        group = next(g for g in GROUPS if story.sources[0] in {a.id for a in g.articles})
        assert story.independent == len(group.articles) - group.copies


def test_a_storys_first_sentence_stands_under_its_headline_alone() -> None:
    """In a list nothing is told twice; paragraphs are read as a text."""
    brief = make_brief(MemoryLibrary(ARTICLES))
    told = brief.stories[1].summary.text.split(" (")[0]

    paragraphs = brief.model_copy(update={"style": "paragraphs"})

    assert told in {s.text.split(" (")[0] for s in brief.sentences}
    assert brief.to_markdown().count(told) + 1 == paragraphs.to_markdown().count(told)


def test_what_is_new_is_told_by_no_older_source() -> None:
    """A story's news comes from its newest article and says what the older one does not."""
    old = Article(
        id="old",
        title="Mill fire in Aas",
        text="A fire burned the mill in Aas. Nobody was hurt in the mill fire in Aas.",
        published=datetime(2025, 3, 4),
    )
    new = Article(
        id="new",
        title="Mill fire in Aas",
        text="A fire burned the mill in Aas. Police in Aas arrested the owner of the mill on Friday.",
        published=datetime(2025, 3, 5),
    )
    other = Article(
        id="other",
        title="Trams stop",
        text="Tram drivers in Ostby stopped work for a whole day this week.",
        published=datetime(2025, 3, 5),
    )

    brief = make_brief(MemoryLibrary([old, new, other]))
    story = next(s for s in brief.stories if "old" in s.sources)

    assert ["arrested the owner" in s.text for s in story.new] == [True]


def test_last_run_takes_what_was_added_since(tmp_path: Path) -> None:
    """The second brief holds what was added after the first; then there is nothing new."""
    desk = Desk(tmp_path / "desk")
    desk.add(Article(text="The harbour board closed the north quay in Aas on Monday.", origin="a"))
    assert {s.origin for s in desk.brief(since="last-run").sources} == {"a"}

    desk.add(Article(text="Tram drivers in Ostby stopped work for a whole day.", origin="b"))
    desk.brief(counts=False)  # only looked at, as in the browser
    assert {s.origin for s in desk.brief(since="last-run").sources} == {"b"}

    with pytest.raises(NothingToCheck, match="Nothing was added"):
        desk.brief(since="last-run")


@pytest.mark.parametrize("style", ["bullets", "paragraphs", "timeline"])
def test_each_style_tells_with_citations(style: str) -> None:
    """All styles hold sentences with citations; the timeline goes by date."""
    brief = make_brief(MemoryLibrary(GROUPS[0].articles), "cold store", style=style)  # type: ignore[arg-type]

    assert brief.style == style
    assert brief.summary
    assert all(s.citations for s in brief.sentences)
    assert [e.date for e in brief.timeline] == sorted(e.date for e in brief.timeline)
