"""The check sheet's page: the text with its marked items beside the findings, and the sources' passages below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from presscheck.models import Evidence, Finding
from presscheck.reasons import Severity
from presscheck.render.compare import KEPT_ON_PAGE, columns, folded, shown, shown_in
from presscheck.render.html_sources import Place, place_words, sources
from presscheck.render.marks import Numbers, lines, marked
from presscheck.render.markup import Html, join, tag
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import URGENT, Block, Item, Sheet
from presscheck.render.summary import clean, coverage_lines, explanations, head_lines, set_aside
from presscheck.render.where import where
from presscheck.render.words import FOLDED_GROUPS, HEADINGS, SIGNS, TALLY, capital, counted, made_by


class Numbered:
    """The items of a sheet, numbered, and their evidence."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.numbers = Numbers(sheet)

    def of(self, item: Item) -> str:
        """Return the item's number."""
        return str(self.numbers.of(item))

    @cached_property
    def places(self) -> dict[tuple[str, int, int], Place]:
        """Every piece of evidence once, with the numbers of the items that rest on it."""
        found: dict[tuple[str, int, int], Place] = {}
        for item in self.numbers.items:
            for evidence in (e for f in item.findings for e in f.evidence):
                key = evidence.article_id, evidence.start, evidence.end
                place = found.setdefault(key, Place(evidence, f"e-{len(found) + 1}", []))
                if self.of(item) not in place.numbers:
                    place.numbers.append(self.of(item))
        return found

    def own(self, evidence: Evidence) -> int | None:
        """Return the line of evidence that stands in the text itself; None for a source's."""
        return self.sheet.own_line(evidence)


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


def findings(numbered: Numbered) -> Iterator[Html]:
    """Yield the groups of findings, the worst first."""
    sheet = numbered.sheet
    for severity in URGENT:
        blocks = sheet.group(severity)
        if blocks:
            title = tag("h2", HEADINGS[severity], id=severity.value)
            cards = [_card(numbered, block) for block in blocks]
            yield tag("section", title, *cards, class_=severity.value)
    if words := clean(sheet):
        yield tag("p", words, class_="clean")


def _card(numbered: Numbered, block: Block) -> Html:
    return tag(
        "article", *(_item(numbered, item) for item in block.items), class_=f"card {block.severity.value}"
    )


def _item(numbered: Numbered, item: Item) -> Html:
    number, compared = numbered.of(item), _compared(item)
    return tag(
        "div",
        _item_head(numbered, item),
        compared or _change(item.main),
        *(tag("p", words, class_="why") for words in explanations(item, bool(compared))),
        *_seen(numbered, item, bool(compared)),
        id=f"f-{number}",
        class_=f"item {item.severity.value}",
        tabindex="-1",
        data_n=number,
    )


def _item_head(numbered: Numbered, item: Item) -> Html:
    label, _, others = item.label.partition(", ")
    number, sheet = numbered.of(item), numbered.sheet
    line = str(sheet.lines.line(item.main.claim.start))
    return tag(
        "header",
        tag(
            "a",
            number,
            href=f"#m-{number}",
            class_="num",
            aria_label=f"Finding {number}, to its place in the text",
        ),
        tag("h3", capital(label)),
        tag("span", others, class_="aside") if others else None,
        tag("span", f"line {line} ", tag("code", sheet.short_ids[item.main.claim.id]), class_="spot"),
    )


def _compared(item: Item) -> Html | None:
    cells = folded(columns(item.main), kept=KEPT_ON_PAGE)
    if not cells:
        return None
    said = join([_cell("ins", c.said) if c.differs else c.said for c in cells], " ")
    draft = join([_cell("del", c.draft) if c.differs else c.draft for c in cells], " ")
    label = "Said" if item.main.claim.kind == "quote" else "Source"
    rows = tag("dt", label), tag("dd", said, dir="auto"), tag("dt", "Draft"), tag("dd", draft, dir="auto")
    return tag("dl", *rows, class_="compare")


def _cell(name: str, words: str) -> Html:
    """Mark words that differ; a caret stands where the other side has words and this one has none."""
    return tag(name, words) if words else tag("span", "‸", class_="gap", title="words are missing here")


def _change(finding: Finding) -> Html:
    """Return the words of the draft, and the source's value where it is another."""
    words = shorten(one_line(finding.claim.text), 300)
    quoted = f"“{words}”" if finding.claim.kind in ("quote", "attribution") else words
    if not finding.expected or finding.severity is not Severity.FIX:
        return tag("p", quoted, class_="change", dir="auto")
    expected = tag("ins", one_line(finding.expected))
    if finding.claim.kind == "attribution":
        return tag("p", quoted, tag("span", "→", class_="arrow"), expected, class_="change", dir="auto")
    return tag(
        "p", tag("del", quoted), tag("span", "→", class_="arrow"), expected, class_="change", dir="auto"
    )


def _seen(numbered: Numbered, item: Item, compared: bool) -> Iterator[Html]:
    """Yield the source's words with their place; only the place where they stand above already."""
    finding = item.main
    for evidence in shown(finding):
        place = _place(numbered, evidence)
        if compared or numbered.own(evidence) is not None:
            yield tag("p", place, class_="place")
            continue
        before, hit, after = shown_in(finding, evidence, 420)
        near = "Nearest: " if evidence.stance == "nearest" else None
        quote = tag("blockquote", near, before, tag("mark", hit), after, dir="auto")
        yield tag("figure", quote, tag("figcaption", place, class_="place"), class_="seen")


def _place(numbered: Numbered, evidence: Evidence) -> Html:
    own = numbered.own(evidence)
    words = place_words(where(evidence, own_line=own))
    if own is not None:
        return tag("a", words, href=f"#line-{own}")
    key = evidence.article_id, evidence.start, evidence.end
    return tag("a", words, href=f"#{numbered.places[key].ident}")


def rest(numbered: Numbered) -> Iterator[Html]:
    """Yield what is folded: what is right, and what was not judged."""
    for severity, words in FOLDED_GROUPS:
        items = numbered.sheet.of(severity)
        if items:
            listed = tag("ul", *(_line(numbered, item) for item in items), class_="list")
            title = tag("summary", f"{len(items)} {words}", id=severity.value)
            yield tag("details", title, listed, class_=severity.value)


def _line(numbered: Numbered, item: Item) -> Html:
    number, claim = numbered.of(item), item.main.claim
    words = tag("span", shorten(one_line(claim.text), 200), class_="words")
    linked = tag("a", words, href=f"#m-{number}") if marked(item) else words
    proof = tag("p", one_line(item.main.proof), class_="proof") if item.main.proof else None
    places = (tag("p", _place(numbered, e), class_="place") for e in item.main.evidence[:1])
    label = tag("span", capital(item.label), class_="label")
    return tag("li", linked, label, proof, *places, id=f"f-{number}", data_n=number, tabindex="-1")


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
