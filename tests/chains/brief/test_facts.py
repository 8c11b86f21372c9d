"""What several sources tell together: agreement, disagreement, copies with one vote."""

from datetime import datetime

import pytest

from presscheck.chains.brief import make_brief
from presscheck.chains.brief.facts import Fact, Facts
from presscheck.evals.groups import Group, clean_groups, planted_groups
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary


def article(publisher: str, text: str, day: int) -> Article:
    """Return an article of a publisher."""
    return Article(id=publisher, publisher=publisher, text=text, published=datetime(2025, 3, day))


POST = article(
    "Post", "The mill fire injured 14 workers. Police closed the bridge. Owner Jan Moe was at the site.", 4
)
COURIER = article(
    "Courier", "Some 41 workers were injured in the mill fire. The bridge was closed by police.", 5
)
ECHO = article("Echo", "Fourteen workers were injured in the fire at the mill, doctors said.", 6)


def facts(*articles: Article) -> tuple[Fact, ...]:
    """Return what these articles tell together."""
    return Facts(MemoryLibrary(articles), [a.id for a in articles]).all


def test_two_values_of_one_thing_are_a_disagreement() -> None:
    """Each source stands there with its own words, the oldest first."""
    (differing,) = [f for f in facts(POST, COURIER) if not f.agree]

    assert [e.text for e in differing.told] == ["14 workers", "Some 41 workers"]
    assert "injured" in differing.what


def test_sources_that_agree_stand_on_one_side() -> None:
    """The values "14" and "Fourteen" are one camp against 41."""
    (differing,) = [f for f in facts(POST, COURIER, ECHO) if not f.agree]
    camps = {e.publisher: camp for e, camp in zip(differing.told, differing.camps, strict=True)}

    assert camps["Post"] == camps["Echo"] != camps["Courier"]


def test_the_latest_is_marked_in_the_brief() -> None:
    """The newest source's value is what `latest` points at; its key figure says that the sources differ."""
    brief = make_brief(MemoryLibrary([POST, COURIER]), "mill fire")

    (told,) = brief.disagreements
    assert told.values[told.latest or 0] == "Some 41 workers"
    assert [f.agree for f in brief.key_figures if "41" in f.value] == [False]


def test_evidence_holds_its_words() -> None:
    """Every place of a fact is characters of its source."""
    texts, found = {a.id: a.text for a in (POST, COURIER, ECHO)}, facts(POST, COURIER, ECHO)

    assert found
    for fact in found:
        for e in fact.told:
            assert texts[e.article_id][e.start : e.end] == e.text


def test_copies_of_one_story_have_one_vote() -> None:
    """A wire copy is no second source: the fact is told by two, not by three."""
    copied = [g for g in planted_groups(8) if g.copies]

    assert copied
    for group in copied:
        stories = {a.story_id for a in MemoryLibrary(group.articles)._articles.values()}
        for fact in facts(*group.articles):
            assert len({e.article_id for e in fact.told}) <= len(stories) < len(group.articles)


def test_an_article_that_tells_both_values_speaks_of_two_things() -> None:
    """15 % ethanol against 85 % gasoline is no disagreement."""
    one = article("One", "The fuel is 15 percent ethanol and 85 percent gasoline.", 4)
    other = article("Other", "The fuel is 15 percent ethanol, the ministry says.", 5)

    assert all(f.agree for f in facts(one, other))


def test_planted_disagreements_are_told() -> None:
    """At least eight in ten of the planted ones, over groups of outlets with wire copies among them."""
    planted = found = 0
    for group in planted_groups(12, seed=0):
        told = {e.text for f in facts(*group.articles) if not f.agree for e in f.told}
        planted += len(group.planted)
        found += sum(any(v in words for v in (p.right, p.wrong) for words in told) for p in group.planted)

    assert found >= 0.8 * planted


@pytest.mark.parametrize("group", list(clean_groups(6, seed=3)), ids=lambda g: str(g.id))
def test_nothing_is_told_where_all_agree(group: Group) -> None:
    """Other words, roundings and hedges are no disagreement."""
    assert [f for f in facts(*group.articles) if not f.agree] == []
