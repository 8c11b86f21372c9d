"""The findings of a sheet's page: the cards, worst first, and below them what is folded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from presscheck.models import Evidence, Finding
from presscheck.reasons import Severity
from presscheck.render.compare import KEPT_ON_PAGE, columns, folded, shown, shown_in
from presscheck.render.html_sources import Place, place_words
from presscheck.render.marks import Numbers, marked
from presscheck.render.markup import Html, join, tag
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import URGENT, Block, Item, Sheet
from presscheck.render.summary import clean, explanations
from presscheck.render.where import where
from presscheck.render.words import FOLDED_GROUPS, HEADINGS, capital


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
