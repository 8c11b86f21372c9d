from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from presscheck.models import Brief, Evidence, Finding, Report
from presscheck.reasons import Severity
from presscheck.render import html
from presscheck.render.markup import Html, tag, text
from presscheck.render.sheet import URGENT

ATTACK = '<script>alert(1)</script><img src=x onerror="alert(1)">\'"&</style><!--'


class Page(HTMLParser):
    """Reads a page: its ids, the targets of its links, its elements, addresses it would load, and its words."""

    VOID = frozenset({"meta", "link", "br", "hr", "input"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        given = dict(attrs)
        self.tags.append(name)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.handlers += [k for k, _ in attrs if k.startswith("on") or k == "style"]
        self.targets += [v for k, v in attrs if k == "href" and name == "a" and v]
        self.loads += [v for k, v in attrs if k == "src" and v]
        self.loads += [str(given["href"])] if name == "link" else []
        if name not in self.VOID:
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        """Note an element's end, which must be that of the last one open."""
        assert name == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note words outside of style and script."""
        if not set(self.open) & {"style", "script"}:
            self.words += data


def with_text(report: Report, words: str) -> Report:
    """Return the report with words put wherever a source or a text could put them."""
    evidence: dict[str, str] = {
        "title": words,
        "publisher": words,
        "speaker": words,
        "before": words,
        "after": words,
    }

    def poisoned(finding: Finding) -> Finding:
        seen = [
            e.model_copy(update={**evidence, "origin": words, "url": f"javascript:{words}"})
            for e in finding.evidence
        ]
        told = {"explanation": words, "expected": words, "proof": words}
        return finding.model_copy(update={**told, "evidence": tuple(seen)})

    return report.model_copy(
        update={
            "title": words,
            "text": report.text.replace("MARLOW", words),
            "findings": tuple(poisoned(f) for f in report.findings),
            "sources": tuple(
                s.model_copy(update={"title": words, "name": words, "origin": words}) for s in report.sources
            ),
        }
    )


def test_every_link_leads_somewhere(report: Report, brief: Brief) -> None:
    """Every link inside a page has its target, and every id is there once."""
    for source in (report.to_html(), brief.to_html()):
        page = Page(source)
        inner = {t[1:] for t in page.targets if t.startswith("#")}
        assert inner <= set(page.ids)
        assert len(page.ids) == len(set(page.ids))


def test_text_finding_and_source_are_linked(report: Report) -> None:
    """Each marked item leads to its finding and back, each finding with evidence to a passage of the source."""
    page = Page(report.to_html())
    urgent = sum(item.severity in URGENT for item in report.findings)

    assert {f"m-{n}" for n in range(1, 12)} <= set(page.ids)
    assert {f"#f-{n}" for n in range(1, 12)} | {f"#m-{n}" for n in range(1, 12)} <= set(page.targets)
    assert urgent == 11
    assert len([t for t in page.targets if t.startswith("#e-")]) > 9


def test_the_page_holds_the_text(report: Report) -> None:
    """All of the text stands on the page, with the number of each line."""
    source = html.report(report)
    words = re.sub(r"\d+", "", " ".join(Page(source).words.split()))

    for line in report.text.splitlines():
        assert re.sub(r"\d+", "", " ".join(line.split())) in words
    assert 'data-line="6"' in source


def test_nothing_is_loaded(report: Report, brief: Brief) -> None:
    """A page asks for nothing from elsewhere, and its policy allows nothing but its own style and script."""
    for source in (report.to_html(), brief.to_html()):
        assert Page(source).loads == ["data:,"]
        assert "url(" not in source
        assert "@import" not in source
        assert "default-src 'none'" in source


def test_the_policy_names_the_hashes_of_what_is_inside(report: Report) -> None:
    """The hashes in the policy are those of the style and the script as they stand in the page."""
    source = report.to_html()
    style = re.search(r"<style>(.*?)</style>", source, re.S)
    script = re.search(r"<script>(.*?)</script>", source, re.S)

    assert style
    assert script
    assert text(html.policy(style[1], script[1])).replace("&#x27;", "'") in source


def test_articles_can_not_inject_markup(report: Report) -> None:
    """Markup in a text, a title, a speaker or an explanation stands on the page as words."""
    page = Page(with_text(report, ATTACK).to_html())

    assert "img" not in page.tags
    assert page.tags.count("script") == 1
    assert not page.handlers
    assert not [t for t in page.targets if not t.startswith("#")]
    assert "<script>alert(1)</script>" in page.words


@given(st.text())
def test_whatever_text_is_escaped(words: str) -> None:
    """An element made from any text holds no markup of its own."""
    made = tag("p", words, title=words)
    inner = made.removeprefix("<p").removesuffix("</p>")

    assert inner.count(">") == 1
    assert "<" not in inner
    assert inner.split(">")[0].count('"') == 2


def test_only_markup_passes_unescaped() -> None:
    """A slice of markup is text again, and is escaped."""
    assert text(Html("<b>x</b>")[:3]) == "&lt;b&gt;"


def test_only_web_addresses_are_links(report: Report) -> None:
    """A source's address is a link only if it is http or https."""
    first = report.findings[0]
    for address, linked in (("https://example.org/a", True), ("javascript:alert(1)", False)):
        sources = tuple(s.model_copy(update={"url": address}) for s in report.sources)
        page = Page(report.model_copy(update={"sources": sources}).to_html())
        assert linked == (address in page.targets)
    assert first.claim.text


def test_a_clean_text_says_so(report: Report) -> None:
    """With nothing to fix the page says so; with nothing checked it says that."""
    clean = report.model_copy(
        update={"findings": tuple(f for f in report.findings if f.severity is Severity.OK)}
    )
    empty = report.model_copy(update={"findings": ()})

    assert "Nothing to fix, nothing lacks a source." in clean.to_html()
    assert "Nothing was checked." in empty.to_html()


def test_findings_may_overlap(report: Report) -> None:
    """Marks that overlap or span lines are cut into links that don't nest, and no word is lost."""
    quote = report.findings[2]
    whole = quote.claim.model_copy(
        update={"id": "x", "start": 0, "end": len(report.text), "text": report.text}
    )
    inner = quote.claim.model_copy(update={"id": "y", "start": quote.claim.start + 3})
    overlapping = (quote.model_copy(update={"claim": whole}), quote.model_copy(update={"claim": inner}))
    page = Page(report.model_copy(update={"findings": (*report.findings, *overlapping)}).to_html())

    assert len(page.ids) == len(set(page.ids))
    assert "Few in Marlow doubt that the valley will recover." in page.words


def test_a_sources_passages_are_highlighted_once(report: Report, brief: Brief) -> None:
    """Evidence that lies close is stitched to one passage; each piece has one highlight."""
    source = report.to_html()
    places = {(e.article_id, e.start, e.end) for f in report.findings for e in f.evidence if own(report, e)}

    assert len(places) == len(re.findall(r'id="e-\d+"', source))
    assert re.findall(r'id="e-\d+"', brief.to_html())


def own(report: Report, evidence: Evidence) -> bool:
    """Tell whether the evidence stands in a source."""
    return evidence.article_id in {s.article_id for s in report.sources}


def test_what_is_set_aside_is_told(report: Report) -> None:
    """Findings that were accepted do not vanish without a word."""
    aside = {report.findings[0].claim.id: "accepted: as printed"}

    assert "Set aside: 1 accepted" in html.report(report, aside=aside)
