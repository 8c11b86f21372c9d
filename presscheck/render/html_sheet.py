"""The check sheet's page: the text with its marked items beside the findings, and the sources' passages below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presscheck.render.html_findings import Numbered, findings, rest
from presscheck.render.html_sources import sources
from presscheck.render.marks import lines
from presscheck.render.markup import Html, join, tag
from presscheck.render.sheet import URGENT, Item, Sheet
from presscheck.render.summary import coverage_lines, head_lines, set_aside
from presscheck.render.words import SIGNS, TALLY, capital, counted, made_by


def body(sheet: Sheet) -> Html:
    """Return the body of the page."""
    numbered = Numbered(sheet)
    side = tag(
        "div",
        *findings(numbered),
        *rest(numbered),
        _sources(numbered),
        class_="side",
        id="findings",
        tabindex="-1",
    )
    text = tag(
        "section", *paragraphs(numbered), class_="text", id="text", aria_label="The text", tabindex="0"
    )
    return join([
        tag("a", "To the findings", href="#findings", class_="skip"),
        masthead(sheet),
        tally(sheet),
        tag("main", text, side, class_="desk"),
        footer(sheet),
    ])  # fmt: skip


def masthead(sheet: Sheet) -> Html:
    """Return the head: what was checked against what."""
    first, *more = head_lines(sheet)
    name, _, against = first.partition("\t")
    title = sheet.report.title or name
    lead = capital(against) if title == name else f"{name} · {against}"
    said = [tag("p", line) for line in (lead, *more)]
    return tag("header", tag("p", "Presscheck", class_="brand"), tag("h1", title), *said, class_="mast")


def tally(sheet: Sheet) -> Html:
    """Return the counts, each a link to its group."""
    links = [
        tag(
            "li",
            tag("a", f"{SIGNS[s]} {counted(len(sheet.of(s)), noun)}", href=f"#{s.value}", class_=s.value),
        )
        for s, noun in TALLY.items()
        if sheet.of(s)
    ]
    keys = (("j", " "), ("k", " findings  "), ("t", " text  "), ("s", " source"))
    hint = tag("li", *(part for key, words in keys for part in (tag("kbd", key), words)), class_="keys")
    return tag("nav", tag("ul", *links, hint), class_="tally", aria_label="Counts")


def paragraphs(numbered: Numbered) -> Iterator[Html]:
    """Yield the lines of the text with their marks."""
    seen: set[str] = set()
    for line in lines(numbered.sheet, numbered.numbers):
        marks = [
            _mark(numbered, p.item, p.words, last=p.last, seen=seen) if p.item else p.words
            for p in line.pieces
        ]
        number = str(line.number)
        yield tag("p", *marks, data_line=number, id=f"line-{number}", dir="auto")


def _mark(numbered: Numbered, item: Item, words: str, *, last: bool, seen: set[str]) -> Html:
    number = numbered.of(item)
    again, urgent = number in seen, item.severity in URGENT
    seen.add(number)
    return tag(
        "a",
        words,
        tag("sup", number) if last and urgent else None,
        href=f"#f-{number}",
        id=None if again else f"m-{number}",
        class_=f"m {item.severity.value}",
        title=capital(item.label),
        tabindex="-1" if again else None,
        data_n=number,
    )


def _sources(numbered: Numbered) -> Html | None:
    places = [p for p in numbered.places.values() if numbered.own(p.evidence) is None]
    return sources(numbered.sheet.report.sources, places)


def footer(sheet: Sheet) -> Html:
    """Return the foot: what was left out, what made the sheet, of which text."""
    report = sheet.report
    aside = [f"set aside: {', '.join(set_aside(sheet))}"] if sheet.aside else []
    told: Iterable[str] = (capital(line) for line in (*aside, *coverage_lines(sheet)))
    digest = tag("p", "Text sha256 ", tag("code", report.text_sha256))
    return tag("footer", *(tag("p", line) for line in told), tag("p", made_by(report.engine)), digest)
