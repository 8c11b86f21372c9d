"""The check sheet for the terminal: what to fix on top, words side by side, the rest folded.

Every line is a rich `Text`, which reads no markup; text from articles passes `safe`. The differences are marked by a
row of signs, so that they show without colour too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from presscheck.models import Evidence, Finding
from presscheck.reasons import Reason, Severity
from presscheck.render.compare import Column, cell_width, columns, folded, rows, shown, shown_in
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import URGENT, Block, Item, Sheet
from presscheck.render.summary import (
    NONE_EARLIER,
    coverage_lines,
    explanations,
    gathered_line,
    head_lines,
    told,
    unsettled,
)
from presscheck.render.terminal_lines import WIDEST, put, trimmed, wrapped
from presscheck.render.terminal_rest import COLOURS, place, rest
from presscheck.render.words import HEADINGS, SIGNS, TALLY, counted

NARROW = 72
"""Under this many columns the sentence goes below its line number, and indents shrink."""


def show(sheet: Sheet, console: Console, *, everything: bool = False) -> None:
    """Print the sheet."""
    put(console, lines(sheet, min(console.width, WIDEST), everything=everything))


def lines(sheet: Sheet, room: int, *, everything: bool = False) -> Iterator[Text]:
    """Yield the lines of the sheet, none wider than `room` (but at least 40) columns."""
    room = max(room, 40)
    yield from _head(sheet, room)
    for severity in URGENT:
        yield from _group(sheet, severity, room, () if everything else sheet.second_hand)
    yield from rest(sheet, room, everything=everything)
    for text in coverage_lines(sheet):
        yield from wrapped(Text(text, "dim"), room, 0, 9)


def _head(sheet: Sheet, room: int) -> Iterator[Text]:
    title, *more = head_lines(sheet)
    name, _, rest = title.partition("\t")
    yield from wrapped(Text.assemble((name, "bold"), "   ", rest), room, 0, 3)
    for text in more:
        yield from wrapped(Text(text, "bold" if text == NONE_EARLIER else "dim"), room, 0, 3)
    yield from wrapped(_tally(sheet), room, 0, 0)


def _tally(sheet: Sheet) -> Text:
    counts = [(s, counted(len(sheet.of(s)), noun)) for s, noun in TALLY.items() if sheet.of(s)]
    if not counts:
        return Text(unsettled(sheet), "bold")
    return Text("   ").join(Text(f"{SIGNS[s]} {words}", COLOURS[s]) for s, words in counts)


def _group(sheet: Sheet, severity: Severity, room: int, gathered: Collection[Item]) -> Iterator[Text]:
    blocks = sheet.group(severity, gathered=gathered)
    together = gathered_line(gathered) if severity is Severity.LOOK else ""
    if blocks or together:
        yield Text()
        yield Text(HEADINGS[severity].upper(), COLOURS[severity])
    for at, block in enumerate(blocks):
        if at:
            yield Text()
        yield from _block(sheet, block, room)
    if together:
        yield from [Text()] if blocks else []
        yield from wrapped(
            Text.assemble(" ", (SIGNS[severity], COLOURS[severity]), f" {together}   (--all)"), room, 0, 3
        )


def _block(sheet: Sheet, block: Block, room: int) -> Iterator[Text]:
    label = f"line {block.line}"
    indent = 5 if room < NARROW else max(13, len(label) + 5)
    sentence = _sentence(block, 2 * (room - indent))
    sign = Text.assemble(" ", (SIGNS[block.severity], COLOURS[block.severity]), " ", (label, "bold"))
    if room < NARROW:
        yield sign
        yield from wrapped(sentence, room, indent, indent)
    else:
        first, *rest = wrapped(sentence, room, indent, indent)
        yield Text.assemble(sign, first[cell_len(sign.plain) :])
        yield from rest
    told = [list(_under_label(sheet, item, indent, room)) for item in block.items]
    for item, under, following in zip(block.items, told, [*told[1:], None], strict=True):
        yield from _label(sheet, item, indent, room)
        if following is None or _plain(under) != _plain(
            following
        ):  # what two rest on is shown once, below both
            yield from under


def _plain(lines: Iterable[Text]) -> list[str]:
    return [line.plain for line in lines]


def _sentence(block: Block, limit: int) -> Text:
    """Return the sentence, cut around its first item, the items in bold."""
    text = one_line(block.text)
    words = [one_line(i.main.claim.text) for i in block.items]
    first = min((at for at in (text.find(w) for w in words) if at >= 0), default=0)
    if len(text) > limit and first > limit // 3:
        text = "…" + text[first - limit // 4 :].partition(" ")[2]
    result = Text(shorten(text, limit))
    for item, claimed in zip(block.items, words, strict=True):
        at = result.plain.find(claimed[:40])
        if at >= 0 and claimed != text:
            result.stylize(
                "underline" if item.severity is not Severity.FIX else "bold", at, at + len(claimed)
            )
    return result


def _under_label(sheet: Sheet, item: Item, indent: int, room: int) -> Iterator[Text]:
    """Show what an item rests on: both versions or the source's words, what the check says, the place."""
    compared = columns(item.main)
    if compared:
        yield from _side_by_side(
            compared, indent, room, "said" if item.main.claim.kind == "quote" else "source"
        )
    else:
        yield from _in_source(sheet, item.main, indent, room)
    for text in explanations(item, bool(compared)):
        yield from wrapped(Text(text), room, indent, indent)
    yield from _places(sheet, item, indent, room)


def _label(sheet: Sheet, item: Item, indent: int, room: int) -> Iterator[Text]:
    head, _, tail = item.label.partition(", ")
    ident = f"[{sheet.short_ids[item.main.claim.id]}]"
    label = Text.assemble(
        (head.upper(), COLOURS[item.severity]), told(item.main), f", {tail}" if tail else ""
    )
    *most, last = wrapped(label, room - len(ident) - 1, indent, indent + 2)
    yield from most
    yield Text.assemble(last, " " * max(1, room - cell_len(last.plain) - len(ident)), (ident, "dim"))


def _side_by_side(cells: Sequence[Column], indent: int, room: int, label: str) -> Iterator[Text]:
    for row in rows(folded(cells), room - indent - 7):
        sides = ("said", label, "bold green"), ("draft", "draft", "bold red")
        told = [s for s in sides if any(getattr(c, s[0]) for c in row)]
        if not any(c.differs for c in row):
            told = [("said", "", "")]
        for side, name, style in told:
            words = (((getattr(c, side), style if c.differs else ""), cell_width(c)) for c in row)
            yield _row(name, words, indent)
        if len(told) > 1:
            yield _marks(row, indent + 7)


def _marks(row: Sequence[Column], indent: int) -> Text:
    """Return the row of signs under what differs."""
    marks = Text(" ").join(Text(("‾" if c.differs else " ") * cell_width(c), "red") for c in row)
    return trimmed(Text.assemble(" " * indent, marks))


def _row(label: str, cells: Iterable[tuple[tuple[str, str], int]], indent: int) -> Text:
    row = Text.assemble(" " * indent, (f"{label:7}", "dim"))
    for (words, style), wide in cells:
        row.append(words, style or None).append(" " * (wide - cell_len(words) + 1))
    row.rstrip()
    return row


def _in_source(sheet: Sheet, finding: Finding, indent: int, room: int) -> Iterator[Text]:
    """Show the source's words around the value, or the nearest that it has; the text itself stands above already."""
    others = [e for e in finding.evidence if sheet.own_line(e) is None]
    for evidence in others[: 3 if finding.reason is Reason.SOURCE_DISAGREE else 1]:
        near = evidence.stance == "nearest"
        before, hit, after = shown_in(finding, evidence, 2 * (room - indent - 9))
        style = "" if near else "bold"
        text = Text.assemble(("nearest" if near else "source", "dim"), " ", before, (hit, style), after)
        yield from wrapped(text, room, indent, indent + 2)


def _places(sheet: Sheet, item: Item, indent: int, room: int) -> Iterator[Text]:
    places = dict.fromkeys(place(sheet, e) for f in item.findings for e in placed(f, item))
    for text in list(places)[:3]:
        yield from wrapped(Text(text, "dim"), room, indent, indent + 2)


def placed(finding: Finding, item: Item) -> tuple[Evidence, ...]:
    """Return the evidence whose place is told: all where sources disagree, else the first; of a right speaker none."""
    if finding is not item.main and finding.severity is Severity.OK:
        return ()
    return shown(finding)
