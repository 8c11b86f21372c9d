"""What stands beside a brief's sentences shrinks with the number of words asked for."""

from presscheck.chains.brief import make_brief
from presscheck.models import Article, Brief
from presscheck.vectorstore.library import MemoryLibrary

PLACES = ("Aldmoor", "Brockham", "Carden", "Dunvale", "Elmsted", "Farrow", "Gransby", "Hollin")
THINGS = ("bridges", "tramways", "orchards", "foundries", "ferries", "vineyards", "quarries", "theatres")


def brief(words: int) -> Brief:
    told = enumerate(zip(PLACES, THINGS, strict=True), 1)
    return make_brief(MemoryLibrary(_article(n, place, thing) for n, (place, thing) in told), words=words)


def _article(number: int, place: str, thing: str) -> Article:
    text = (
        f"{place} lost {number}7 {thing} in the flood of {2000 + number}, the council of {place} said on Monday. "
        f"“Nobody here had ever seen so many {thing} go under water in a single night,” Mayor Ann {place}son said."
    )
    return Article(id=place, title=f"{place} mourns its {thing}", publisher=f"{place} Post", text=text)


def test_the_lists_shrink_with_the_words() -> None:
    short, half, usual = brief(20), brief(75), brief(150)
    for name in ("stories", "key_figures", "quotations", "timeline"):
        sizes = [len(getattr(made, name)) for made in (short, half, usual)]
        assert sizes == sorted(sizes), name
    assert [len(made.quotations) for made in (short, half, usual)] == [1, 4, 8]
    assert len(short.stories) == 3
    assert len(usual.stories) == 8
