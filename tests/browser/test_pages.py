"""The pages in a real browser, on the check of the examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import presscheck as pc
from presscheck.models import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
ATTACK = '<script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'">'


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the report on the example draft."""
    return pc.check_text(EXAMPLES / "draft.txt", [EXAMPLES / "sources"])


@pytest.fixture
def sheet(report: Report, tmp_path: Path) -> str:
    """Return the address of the page."""
    file = tmp_path / "sheet.html"
    file.write_text(report.to_html(), "utf-8")
    return file.as_uri()


def in_view(page: Page, selector: str) -> bool:
    """Tell whether an element is inside the window and inside whatever scrolls around it."""
    found: bool = page.locator(selector).evaluate(
        """element => {
            const box = element.getBoundingClientRect();
            const pane = element.closest(".text")?.getBoundingClientRect() ?? {top: 0, bottom: innerHeight};
            return box.top >= Math.max(0, pane.top) - 1 && box.top < Math.min(innerHeight, pane.bottom);
        }"""
    )
    return found


def number_of(page: Page, words: str) -> str:
    """Return the number of the finding on these words of the text."""
    ident = page.locator(".m", has_text=words).first.get_attribute("id")
    assert ident
    return ident.removeprefix("m-")


def test_a_click_leads_to_the_finding_and_on_to_the_source(page: Page, sheet: str) -> None:
    """A click on a marked figure leads to its finding, a click there to the highlighted words of the source."""
    page.goto(sheet)
    number = number_of(page, "$31.5 billion")
    page.click(f"#m-{number}")
    assert in_view(page, f"#f-{number}")
    assert "Wrong scale" in page.inner_text(f"#f-{number}")

    page.click(f"#f-{number} .place a")
    page.wait_for_url("**#e-*")
    target = page.url.rpartition("#")[2]
    assert page.inner_text(f"#{target}") == "$31.5 million"
    assert in_view(page, f"#{target}")

    page.click(f"#{target} + .ref")
    page.wait_for_url(f"**#f-{number}")


def test_the_keyboard_alone_leads_there_too(page: Page, sheet: str) -> None:
    """Tab and Enter go from the text to the finding and on to the source."""
    page.goto(sheet)
    number = number_of(page, "$31.5 billion")
    page.focus(f"#m-{number}")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#f-{number}")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#e-*")
    target = page.url.rpartition("#")[2]
    assert page.inner_text(f"#{target}") == "$31.5 million"


def test_the_skip_link_leads_to_the_findings(page: Page, sheet: str) -> None:
    """Past the text."""
    page.goto(sheet)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.item') !== null")


def test_letters_step_through_the_findings(page: Page, sheet: str) -> None:
    """J and k go to the next and the previous finding, t to the text, s to the source."""
    page.goto(sheet)
    first, second = (str(item.get_attribute("id")) for item in page.locator(".item").all()[:2])
    for key, place in (("j", first), ("j", second), ("k", first)):
        page.keyboard.press(key)
        page.wait_for_url(f"**#{place}")
    page.keyboard.press("s")
    page.wait_for_url("**#e-*")
    page.keyboard.press("t")
    page.wait_for_url(f"**#m-{first.removeprefix('f-')}")


def test_the_text_follows_the_finding(page: Page, sheet: str) -> None:
    """Going to a finding brings its words into view, lit up."""
    page.set_viewport_size({"width": 1400, "height": 420})
    page.goto(sheet)
    number = number_of(page, "Miriam Odoya")
    page.evaluate("number => { location.hash = `f-${number}` }", number)
    page.wait_for_selector(f"#m-{number}.on")
    assert in_view(page, f"#m-{number}")


def test_it_works_without_scripts(browser: Browser, sheet: str) -> None:
    """With scripts switched off the links lead the same way, and folded findings open by a click."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(sheet)
    number = number_of(page, "$31.5 billion")
    page.click(f"#m-{number}")
    page.wait_for_url(f"**#f-{number}")
    page.click(f"#f-{number} .place a")
    page.wait_for_url("**#e-*")
    page.click("details.ok summary")
    assert page.locator("details.ok li").first.is_visible()
    assert not page.locator(".keys").is_visible()
    context.close()


def test_a_mark_opens_what_is_folded(page: Page, sheet: str) -> None:
    """A click on what is fine opens the folded list at its place."""
    page.goto(sheet)
    page.locator(".m.ok").first.click()
    assert page.locator("details.ok").get_attribute("open") is not None


def test_scripts_in_a_text_do_nothing(page: Page, report: Report, tmp_path: Path) -> None:
    """Markup in the text, the titles and the explanations stands there as words and runs nothing."""
    findings = tuple(
        f.model_copy(update={"explanation": ATTACK, "expected": ATTACK}) for f in report.findings
    )
    sources = tuple(
        s.model_copy(update={"title": ATTACK, "url": "javascript:alert(1)"}) for s in report.sources
    )
    text = report.text + "\n" + ATTACK
    poisoned = {"title": ATTACK, "text": text, "findings": findings, "sources": sources}
    file = tmp_path / "poisoned.html"
    file.write_text(report.model_copy(update=poisoned).to_html(), "utf-8")
    page.goto(file.as_uri())
    page.wait_for_timeout(100)

    assert "owned" not in page.title().removeprefix(ATTACK)
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1


def test_the_policy_stops_what_is_put_in_later(page: Page, sheet: str) -> None:
    """Even if markup got into the page, its policy would not run it."""
    page.goto(sheet)
    title = page.title()
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'owned'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", '<b id="b" onclick="document.title=1">b</b>');
            document.getElementById("b").click();
        }"""
    )

    assert page.title() == title


def test_nothing_is_asked_of_the_network(page: Page, sheet: str) -> None:
    """Opening the page and going through it asks for the page and nothing else; no error is logged."""
    asked: list[str] = []
    logged: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    page.goto(sheet)
    for key in "jjkts":
        page.keyboard.press(key)

    assert [url for url in asked if not url.startswith("data:")] == [sheet]
    assert logged == []


@pytest.mark.parametrize("width", [320, 600, 1000, 1800])
def test_it_fits_every_window(page: Page, sheet: str, width: int) -> None:
    """Nothing sticks out to the side, however narrow the window."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(sheet)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_light_and_dark(page: Page, sheet: str, scheme: str, contrast: str) -> None:
    """Text, labels and small print stand out from their background by at least 4.5 to 1 (WCAG AA)."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(sheet)
    weak = page.evaluate(contrast)

    assert weak == []
