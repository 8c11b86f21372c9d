"""The web desk in a real browser: what a person does there, and what a hostile source tries."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.models import Article, ChatEvent, Done, Lookup, Message, Reply, SentenceSent
from presscheck.web.app import make_app
from presscheck.web.guard import Rules
from presscheck.web.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Running = Callable[[ASGIApp], AbstractContextManager[str]]
pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = (EXAMPLES / "draft.txt").read_text("utf-8").partition("\n\n")[2]
TOKEN = "a-long-secret-of-the-desk"
ATTACK = (
    '<script>document.title = "owned"</script><img src=x onerror="document.title = \'owned\'">'
    "<svg onload=\"document.title='owned'\"></svg><a href=\"javascript:document.title='owned'\">x</a>"
)


class Slow(Desk):
    """A desk whose assistant can take its time: it answers "slowly" with a hundred sentences, and anything else as ever."""

    sent = 0

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ended = threading.Event()

    def _answer(
        self, only: Any, question: str, before: Sequence[Message], stop: threading.Event
    ) -> Iterator[ChatEvent]:
        if question == "slowly":
            yield from self._slowly(stop)
        else:
            yield from super()._answer(only, question, before, stop)

    def _slowly(self, stop: threading.Event) -> Iterator[ChatEvent]:
        try:
            yield Lookup(query="slowly")
            for self.sent in range(1, 101):
                yield SentenceSent(text=f"Sentence {self.sent}.")
                stop.wait(0.1)
            yield Done(reply=Reply(status="answered", text="All of them."))
        finally:
            self.ended.set()


@pytest.fixture
def desk(tmp_path: Path, examples_desk: Path) -> Slow:
    """Return a desk of one's own with the example articles."""
    shutil.copytree(examples_desk, tmp_path / "desk")
    return Slow(tmp_path / "desk")


@pytest.fixture
def url(desk: Slow, running: Running) -> Iterator[str]:
    """Return the address of the desk's page."""
    with running(make_app(Served(desk))) as address:
        yield f"{address}/"


@pytest.fixture
def opened(page: Page, url: str) -> Iterator[Page]:
    """Return the page, opened, with its sources listed; an error in its scripts fails the test."""
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(url)
    page.wait_for_selector("#shelf li[data-id]", state="attached")
    yield page
    assert failed == []


def until(page: Page, told: str) -> None:
    """Wait until an expression holds; the page's policy forbids what Playwright's own waiting does."""
    for _ in range(200):
        if page.evaluate(told):
            return
        page.wait_for_timeout(50)
    raise AssertionError(told)


def check(page: Page, text: str = DRAFT) -> None:
    """Paste a draft and check it."""
    page.fill("#draft", text)
    page.click("#check-go")
    page.wait_for_selector("#sheet .tally")


def ask(page: Page, question: str) -> None:
    """Ask and wait for the whole answer."""
    answers = page.locator(".answer .status").count()
    page.fill("#question", question)
    page.keyboard.press("Enter")
    page.locator(".answer .status").nth(answers).wait_for()


def in_view(page: Page, selector: str) -> bool:
    """Tell whether an element is inside the window."""
    found: bool = page.locator(selector).first.evaluate(
        "e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    )
    return found


def test_paste_check_open_a_finding_and_its_source(opened: Page) -> None:
    """From the draft to the finding to the words in their article, and back to the draft."""
    check(opened)
    opened.click(".m.fix:has-text('$31.5 billion')")
    finding = opened.locator(".item.on")
    assert "Wrong scale" in finding.inner_text()
    assert finding.evaluate("e => e === document.activeElement")

    finding.locator("[data-open]").click()
    opened.wait_for_selector("#reading mark")
    assert "$31.5 million" in opened.inner_text("#reading mark")
    assert in_view(opened, "#reading mark")
    assert opened.inner_text("#reader-title") == "Corran Valley relief briefing, March 12, 2025"

    opened.keyboard.press("Escape")
    assert not opened.locator("#reader").is_visible()
    opened.click("#draft-edit")
    assert opened.input_value("#draft") == DRAFT


def test_the_mark_is_exact_behind_signs_of_every_plane(opened: Page, desk: Slow) -> None:
    """Emoji, combining marks and right-to-left text before the cited words do not shift the mark."""
    desk.add(
        Article(
            text="🌊🏚️ Noël 𝔐𝔞𝔯𝔩𝔬𝔴 שלום 👩‍👩‍👧\n\n🚒 Crews saved 731 goats 🐐 from the flood.", title="Goats"
        )
    )
    opened.wait_for_selector("#shelf li:has-text('Goats')", timeout=60_000)
    check(opened, "🐐🐐 Crews saved 713 goats from the flood.")
    opened.locator(".item [data-open]").first.click()
    opened.wait_for_selector("#reading mark")

    assert "731 goats" in opened.inner_text("#reading mark")
    assert opened.inner_text("#reading mark").strip("🚒 .").startswith(("731", "Crews"))
    assert opened.locator(".m.fix").first.inner_text().startswith("713 goats")


def test_a_text_checked_in_the_chat_opens_as_a_sheet(opened: Page) -> None:
    """A text that is to be checked is answered with the findings; its sheet opens in the place of the draft."""
    opened.click("nav a[data-view=ask]")
    ask(opened, "Check this: The state has spent $31.5 billion so far.")
    opened.click("button:has-text('Open the check sheet')")
    opened.wait_for_selector("#sheet .item")

    assert "Wrong scale" in opened.inner_text("#sheet .item")


def test_the_keyboard_alone_does_it(opened: Page) -> None:
    """Ctrl-Enter checks, j goes to the finding, s opens the source, Escape closes it, k goes back."""
    opened.focus("#draft")
    opened.keyboard.insert_text(DRAFT)
    opened.keyboard.press("Control+Enter")
    opened.wait_for_selector("#sheet .tally")
    opened.keyboard.press("j")
    first = opened.locator(".item.on").get_attribute("data-item")
    opened.keyboard.press("j")
    assert opened.locator(".item.on").get_attribute("data-item") != first
    opened.keyboard.press("k")
    assert opened.locator(".item.on").get_attribute("data-item") == first
    opened.keyboard.press("s")
    opened.wait_for_selector("#reading mark")
    opened.keyboard.press("Escape")
    opened.keyboard.press("t")
    assert opened.evaluate("document.activeElement.classList.contains('m')")


def test_a_view_that_is_gone_to_is_ready_to_type_in(opened: Page) -> None:
    """A click on a view's name leads to its field, not past it."""
    for view, field in (("ask", "question"), ("brief", "brief-topic"), ("check", "draft")):
        opened.click(f"nav a[data-view={view}]")
        until(opened, f"document.activeElement.id === '{field}'")


def test_sources_are_pasted_dropped_filtered_and_removed(opened: Page, desk: Slow, tmp_path: Path) -> None:
    """A pasted text and a dropped file appear on the shelf, the filter narrows it, and one can be removed."""
    opened.click("#add-open")
    opened.fill("#paste-title", "Ferry disaster")
    opened.fill("#paste-text", "The ferry sank at noon.")
    opened.click("#add-text button")
    opened.wait_for_selector("#shelf li:has-text('Ferry disaster')", state="attached")
    assert "1 added" in opened.inner_text("#adding-told")
    opened.click("#adding-close")

    opened.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["Title: Mill fire\\n\\nThe mill burned down."], "mill.txt"));
            for (const type of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    opened.wait_for_selector("#shelf li:has-text('Mill fire')")
    assert len(desk.sources()) == 6

    opened.fill("#filter-words", "mill")
    assert opened.locator("#shelf li[data-id]").count() == 1
    assert opened.inner_text("#check-sources") == "1 of 6 sources"
    opened.click("#shelf .remove")
    opened.click("#shelf .sure button:has-text('Remove it')")
    opened.wait_for_selector("#shelf .empty")
    opened.fill("#filter-words", "")
    assert opened.locator("#shelf li[data-id]").count() == 5
    assert len(desk.sources()) == 5


def test_picked_files_go_in_and_bad_ones_are_told(opened: Page, tmp_path: Path) -> None:
    """Several files at once: the good are listed, the bad named with the reason."""
    (tmp_path / "good.txt").write_text("Title: Good one\n\nIt rained in Tarnow.")
    (tmp_path / "empty.txt").write_text(" ")
    opened.click("#add-open")
    opened.set_input_files("#file-pick", [tmp_path / "good.txt", tmp_path / "empty.txt"])
    opened.wait_for_selector("#shelf li:has-text('Good one')", state="attached")
    told = opened.inner_text("#adding-told")

    assert "1 added" in told
    assert "empty.txt" in told


def test_only_what_is_ticked_is_asked(opened: Page) -> None:
    """With the transcript unticked the figure that only it has is no longer found wrong by it."""
    opened.locator("#shelf li:has-text('briefing, March 12') input").uncheck()
    assert opened.inner_text("#check-sources") == "3 of 4 sources"
    check(opened)
    assert "Checked against 3 sources" in opened.inner_text("#sheet .told")

    opened.reload()
    opened.wait_for_selector("#shelf li.off", state="attached")
    assert opened.inner_text("#check-sources") == "3 of 4 sources"


def test_a_draft_can_be_opened_and_survives_a_reload(opened: Page) -> None:
    """A file's text and date are filled in, and are there after a reload."""
    opened.set_input_files("#draft-pick", EXAMPLES / "draft.txt")
    until(opened, "document.getElementById('draft').value.length > 100")
    opened.reload()

    assert opened.input_value("#draft").startswith("MARLOW, Ardenne.")
    assert opened.input_value("#as-of") == "2025-03-14"


def test_sources_of_another_process_appear(opened: Page, desk: Slow) -> None:
    """What is added elsewhere comes up by itself."""
    code = f"import presscheck as pc; pc.Desk({str(desk.path)!r}).add(pc.Article(text='A meteor fell.', title='Meteor'))"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)

    opened.wait_for_selector("#shelf li:has-text('Meteor')", timeout=60_000)
    assert opened.inner_text("#source-count") == "5"


def test_ask_follow_the_citation_and_find_the_thread_again(opened: Page) -> None:
    """The number behind a sentence opens the article at its words; a reload brings the thread back."""
    opened.click("nav a[data-view=ask]")
    ask(opened, "How many Guard soldiers are at work in the valley?")
    assert "3,200" in opened.inner_text(".answer")
    opened.click(".answer p .cite")
    opened.wait_for_selector("#reading mark")
    assert "3,200 Guard soldiers" in opened.inner_text("#reading mark")
    assert in_view(opened, "#reading mark")
    opened.click("#reader-close")

    said = opened.inner_text("#talk")
    opened.click("nav a[data-view=check]")
    opened.click("nav a[data-view=ask]")
    opened.wait_for_selector(".answer .status")  # what is hidden has another text
    assert opened.inner_text("#talk") == said
    opened.reload()
    opened.wait_for_selector(".answer .status")
    assert opened.inner_text("#talk") == said
    opened.click("#thread-new")
    opened.wait_for_selector(".hints")
    opened.click("#threads summary")
    opened.click("#thread-list a")
    opened.wait_for_selector(".answer .status")
    assert opened.inner_text("#talk") == said


def test_what_the_sources_do_not_say_is_told_as_such(opened: Page) -> None:
    """The answer to it is marked as none."""
    opened.click("nav a[data-view=ask]")
    ask(opened, "Who won the chess championship in Lisbon?")

    assert "NOT IN THE SOURCES" in opened.inner_text(".answer").upper()


def test_a_stream_is_stopped(opened: Page, desk: Slow) -> None:
    """Stop ends the answer, on the page and on the server; what came stays, and the next question works."""
    opened.click("nav a[data-view=ask]")
    opened.fill("#question", "slowly")
    opened.keyboard.press("Enter")
    opened.wait_for_selector(".answer p:has-text('Sentence 2.')")
    opened.click("#ask-stop")

    assert desk.ended.wait(20)
    assert desk.sent < 90
    assert "Stopped here." in opened.inner_text(".answer")
    ask(opened, "How many Guard soldiers are at work?")
    opened.reload()
    opened.wait_for_selector(".answer .status")
    assert "Sentence 2." in opened.inner_text("#talk")
    assert "3,200" in opened.inner_text("#talk")


def test_leaving_the_page_ends_the_work(opened: Page, desk: Slow) -> None:
    """A tab that goes elsewhere in the middle of an answer leaves nothing running."""
    opened.click("nav a[data-view=ask]")
    opened.fill("#question", "slowly")
    opened.keyboard.press("Enter")
    opened.wait_for_selector(".answer p:has-text('Sentence 2.')")
    opened.goto("about:blank")

    assert desk.ended.wait(20)
    assert desk.sent < 90


def test_a_thread_is_deleted_after_asking_once_more(opened: Page, desk: Slow) -> None:
    """The first click asks, the second deletes."""
    opened.click("nav a[data-view=ask]")
    ask(opened, "Who visited Marlow?")
    opened.click("#thread-delete")
    assert len(desk.threads().list()) == 1
    opened.click("#thread-delete")
    opened.wait_for_selector(".hints")
    assert len(desk.threads().list()) == 0


def test_a_brief_cites_and_is_saved(opened: Page) -> None:
    """Each sentence has its numbers, which open the source; the brief can be saved as a page."""
    opened.click("nav a[data-view=brief]")
    opened.fill("#brief-topic", "levee")
    opened.keyboard.press("Enter")
    opened.wait_for_selector("#brief .story")
    assert (
        opened.locator("#brief .bullets li").count()
        == opened.locator("#brief .bullets li:has(.cite)").count()
    )
    opened.locator("#brief .cite").first.click()
    opened.wait_for_selector("#reading mark")
    opened.click("#reader-close")
    with opened.expect_download() as waiting:
        opened.click("#brief .tools button:has-text('page')")
    assert waiting.value.suggested_filename == "brief.html"


def test_hostile_sources_run_nothing(page: Page, tmp_path: Path, running: Running) -> None:
    """Markup in texts, titles, publishers, file names, drafts and chat stands there as words, wherever it is shown."""
    desk = Slow(tmp_path / "desk")
    desk.add(
        Article(text=f"The mayor {ATTACK} said on Monday that 3,400 homes were lost.", title=f"T {ATTACK}",
                publisher=f"P {ATTACK}", url="javascript:document.title='owned'", kind="official"),
        Article(text=f"“We lost 3,400 homes {ATTACK},” Mayor Ada Brandt said.", title="Quote", author=ATTACK),
    )  # fmt: skip
    logged: list[str] = []
    with running(make_app(Served(desk))) as url:
        page.on("console", lambda message: logged.append(message.text))
        page.on("dialog", lambda _: pytest.fail("a dialog opened"))
        page.goto(url)
        page.wait_for_selector("#shelf li[data-id]")
        page.evaluate(
            """attack => {
                const data = new DataTransfer();
                data.items.add(new File(["It rained " + attack], attack.replaceAll("/", "") + ".txt"));
                document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
            }""",
            ATTACK,
        )
        until(page, "document.querySelectorAll('#shelf li[data-id]').length === 3")
        for title in page.locator("#shelf .title").all():
            title.click()
            page.wait_for_selector("#reader[open]")
            page.click("#reader-close")
        check(
            page,
            f"Mayor Ada Brandt said 3,500 homes {ATTACK} were lost. “We lost 3,500 homes {ATTACK},” she said.",
        )
        page.click("nav a[data-view=brief]")
        page.click("#brief-go")
        page.wait_for_selector("#brief .story")
        page.click("nav a[data-view=ask]")
        ask(page, f"How many homes were lost {ATTACK}?")
        page.click("#threads summary")
        page.goto(f"{url}/#/ask/{ATTACK}")
        page.reload()
        page.wait_for_selector(".hints")
        page.wait_for_timeout(200)

        assert "owned" not in page.title()
        assert page.locator("img, iframe, object, embed, body script, svg[onload]").count() == 0
        assert page.locator("[href^='javascript']").count() == 0
        assert not [line for line in logged if "Content Security Policy" in line or "rusted" in line]


def test_what_is_put_in_later_is_stopped_too(opened: Page) -> None:
    """Even a fault that set markup from a string would be refused by the browser, and no inline code would run."""
    title = opened.title()
    refused = opened.evaluate(
        """() => {
            try { document.body.insertAdjacentHTML("beforeend", '<img src=x onerror="document.title=1">'); return false; }
            catch (error) { return error instanceof TypeError; }
        }"""
    )
    opened.evaluate(
        "() => { const s = document.createElement('b'); s.setAttribute('style', 'color:red'); document.body.append(s); }"
    )

    assert refused
    assert opened.title() == title


def test_it_asks_only_its_own_server(page: Page, url: str) -> None:
    """Going through the whole page asks nothing of any other host, and logs no error."""
    asked: list[str] = []
    logged: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: logged.append(message.text))
    page.goto(url)
    page.wait_for_selector("#shelf li[data-id]")
    check(page)
    page.click("nav a[data-view=ask]")
    ask(page, "Who visited Marlow?")
    page.goto(f"{url}docs")
    page.wait_for_selector("#routes article")

    assert {address for address in asked if not address.startswith((url, "blob:", "data:"))} == set()
    assert logged == []


def test_another_sites_page_gets_nothing(page: Page, url: str, desk: Slow) -> None:
    """A page of another origin can neither read nor write here, nor put the desk into a frame."""
    page.goto("data:text/html,<title>evil</title>")
    told = page.evaluate(
        """async url => {
            const tried = [];
            for (const [path, options] of [["api/sources", {}], ["api/sources/text", {method: "POST", body: '{"text": "x"}'}],
                    ["api/sources/text", {method: "POST", body: '{"text": "x"}', headers: {"Content-Type": "application/json"}}],
                    ["api/state", {mode: "no-cors"}]])
                tried.push(await fetch(url + path, options).then(answer => answer.type, () => "failed"));
            return tried;
        }""",
        url,
    )

    assert told[:3] == ["failed"] * 3
    assert told[3] in ("opaque", "failed")
    assert len(desk.sources()) == 4


def test_the_token_is_asked_for_once(page: Page, desk: Slow, running: Running) -> None:
    """A wrong token is told, the right one opens the desk, and a reload needs none."""
    with running(make_app(Served(desk, rules=Rules(token=TOKEN)))) as url:
        page.goto(url)
        page.wait_for_selector("#login[open]")
        assert page.locator("#shelf li[data-id]").count() == 0
        page.keyboard.press("Escape")
        assert page.locator("#login").is_visible()
        page.fill("#token", "not the right one")
        page.keyboard.press("Enter")
        until(page, "document.getElementById('login-wrong').textContent")
        page.fill("#token", TOKEN)
        page.keyboard.press("Enter")
        page.wait_for_selector("#shelf li[data-id]")
        page.reload()
        page.wait_for_selector("#shelf li[data-id]")

        assert not page.locator("#login").is_visible()
        assert page.evaluate("document.cookie") == ""
        assert page.evaluate(f"JSON.stringify([localStorage, sessionStorage]).includes({TOKEN!r})") is False


def test_it_fits_every_window(opened: Page) -> None:
    """Nothing sticks out to the side, in any view, however narrow the window."""
    check(opened)
    for width in (1900, 1400, 1000, 700, 390, 320):
        opened.set_viewport_size({"width": width, "height": 800})
        for view in ("brief", "ask", "check"):
            opened.evaluate(f"location.hash = '#/{view}'")
            opened.wait_for_selector(f"#view-{view}", state="visible")
            assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, view)


def test_on_a_phone_the_shelf_is_a_drawer(browser: Browser, url: str) -> None:
    """It is closed at first, opens by its button, and a check works."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#shelf li[data-id]", state="attached")
    assert not page.locator("#rail").is_visible()
    page.tap("#rail-switch")
    assert page.locator("#rail").is_visible()
    page.tap("#rail-switch")
    check(page)
    assert page.locator(".item").count() > 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_light_and_dark(opened: Page, scheme: str, contrast: str) -> None:
    """Text, labels and small print stand out from their background by at least 4.5 to 1 (WCAG AA)."""
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert opened.evaluate(contrast) == []
    check(opened)
    assert opened.evaluate(contrast) == []
    opened.click("nav a[data-view=ask]")
    ask(opened, "Who visited Marlow?")
    assert opened.evaluate(contrast) == []


def test_everything_has_a_name(opened: Page) -> None:
    """Every button, field and dialog has a name for a screen reader, every view one first heading, and focus is kept."""
    check(opened)
    nameless = opened.evaluate(
        """() => [...document.querySelectorAll("button, input, select, textarea, a, dialog, [role=log]")].filter(e => {
            const labelled = e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.title || e.textContent.trim()
                || (e.labels && e.labels.length) || e.hidden || e.type === "file";
            return !labelled;
        }).map(e => e.outerHTML.slice(0, 80))"""
    )
    levels = opened.evaluate(
        "[...document.querySelectorAll('#view-check h1')].filter(e => e.checkVisibility()).length"
    )

    assert nameless == []
    assert levels == 1
    assert opened.evaluate("document.documentElement.lang") == "en"
    assert opened.evaluate("document.activeElement.tagName") == "H1"
    snapshot = opened.locator("body").aria_snapshot()
    for words in ('navigation "What to do"', 'complementary "Sources"', "main", "searchbox"):
        assert re.search(words, snapshot), snapshot[:2000]
