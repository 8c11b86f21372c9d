"""The pages of briefs and batches in a real browser: nothing runs, nothing is fetched, all fits, all can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from presscheck.chains.batch.run import Options, run_batch
from presscheck.chains.batch.work import Job
from presscheck.chains.brief import make_brief
from presscheck.evals.groups import planted_groups
from presscheck.models import Article
from presscheck.render.batch_files import write_pages
from presscheck.vectorstore.library import MemoryLibrary

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ATTACK = '<script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'">'
LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4")].map(head => +head.tagName[1])
    .every((level, at, all) => at === 0 ? level === 1 : level <= all[at - 1] + 1)"""
"""Whether headings go down one level at a time."""
PAGES = ("brief", "stories", "summary", "digest")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the four pages, their texts hostile in titles and publishers."""
    made = tmp_path_factory.mktemp("pages")
    groups = list(planted_groups(4))
    hostile = [
        a.model_copy(update={"title": f"{a.title} {ATTACK}", "publisher": ATTACK}) for a in groups[0].articles
    ]
    (made / "brief.html").write_text(make_brief(MemoryLibrary(hostile), "cold store fire").to_html(), "utf-8")
    everything = [*hostile, *(a for g in groups[1:] for a in g.articles)]
    (made / "stories.html").write_text(make_brief(MemoryLibrary(everything)).to_html(), "utf-8")
    _batch(made, everything)
    return made


def _batch(made: Path, articles: list[Article]) -> None:
    rows = (a.model_dump_json(include={"title", "text", "publisher"}) for a in articles)
    (made / "drafts.jsonl").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    job = Job(check=True, brief=True, against=(str(made / "drafts.jsonl"),))
    counts = run_batch(made / "drafts.jsonl", made, job, Options())
    write_pages(made, counts, brief=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_can_be_read_and_asks_nobody(
    browser: Browser, folder: Path, contrast: str, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Narrow and wide, light and dark: no sideways scrolling, enough contrast, no request, no script of a text."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / f"{name}.html").as_uri())

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(contrast) == []
    assert page.evaluate(LEVELS)
    assert len(asked) == 1
    assert page.title() != "owned"
    context.close()


def test_a_number_of_the_brief_leads_to_the_highlighted_words(browser: Browser, folder: Path) -> None:
    """A click on the first citation shows its passage, marked."""
    page = browser.new_page()
    page.goto((folder / "brief.html").as_uri())
    target = page.locator("a.cite").first.get_attribute("href") or ""
    page.locator("a.cite").first.click()

    assert (
        page.locator(target).evaluate("e => e.tagName + (e.matches(':target') ? ':target' : '')")
        == "MARK:target"
    )
    page.close()


def test_what_differs_and_the_latest_can_be_seen(browser: Browser, folder: Path) -> None:
    """The disagreement stands on the page with its values and the mark of the latest."""
    page = browser.new_page()
    page.goto((folder / "brief.html").as_uri())

    assert page.get_by_text("Where the sources disagree").is_visible()
    assert page.locator(".latest").first.is_visible()
    page.close()
