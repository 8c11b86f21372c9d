"""What the terminal's sheet folds: what is fine, what was not judged, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.cells import cell_len
from rich.text import Text

from presscheck.models import Evidence
from presscheck.reasons import Severity
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import Item, Sheet
from presscheck.render.summary import fine_shown, folded_line
from presscheck.render.terminal_lines import wrapped
from presscheck.render.where import where
from presscheck.render.words import HEADINGS, SIGNS

COLOURS = {
    Severity.FIX: "bold red",
    Severity.SOURCE: "bold yellow",
    Severity.LOOK: "bold cyan",
    Severity.OK: "green",
    Severity.INFO: "dim",
}


def place(sheet: Sheet, evidence: Evidence) -> str:
    """Say where the evidence stands."""
    return " · ".join(where(evidence, own_line=sheet.own_line(evidence)))


def rest(sheet: Sheet, room: int, *, everything: bool) -> Iterator[Text]:
    """Yield what is folded: in a line or two, or each with its place."""
    if everything:
        for severity in (Severity.OK, Severity.INFO):
            yield from _all(sheet, severity, room)
        yield from _aside(sheet, room)
        return
    fine = fine_shown(sheet)
    text = folded_line(sheet, len(fine))
    if fine or text:
        yield Text()
    if fine:
        words = chain.from_iterable((Text(f"✓ {w}", "green"), Text("   ")) for w in fine)
        yield from wrapped(Text.assemble(("OK       ", "bold green"), *words), room, 0, 9)
    if text:
        yield from wrapped(Text.assemble(("folded   ", "dim"), text), room, 0, 9)


def _all(sheet: Sheet, severity: Severity, room: int) -> Iterator[Text]:
    title = HEADINGS[severity].upper() if severity is Severity.OK else "NOT JUDGED"
    yield from _listed(sheet, sheet.of(severity), Text(title, COLOURS[severity]), room)


def _aside(sheet: Sheet, room: int) -> Iterator[Text]:
    yield from _listed(sheet, sheet.aside, Text("SET ASIDE", "dim"), room)


def _listed(sheet: Sheet, items: Sequence[Item], title: Text, room: int) -> Iterator[Text]:
    if items:
        yield from (Text(), title)
    for item in items:
        claim = item.main.claim
        sign = Text.assemble(
            " ", (SIGNS[item.severity], COLOURS[item.severity]), f" line {sheet.lines.line(claim.start)}"
        )
        first, *more = wrapped(Text(shorten(one_line(claim.text), 90)), room, 13, 13)
        yield Text.assemble(sign, first[cell_len(sign.plain) :])
        yield from more
        yield from wrapped(Text(" · ".join(_about(sheet, item)), "dim"), room, 13, 15)


def _about(sheet: Sheet, item: Item) -> Iterator[str]:
    yield item.label
    why = sheet.why_aside.get(item.main.claim.id)
    if why:
        yield one_line(why)
    if item.main.proof:
        yield one_line(item.main.proof)
    yield from (
        f"{'nearest: ' if e.stance == 'nearest' else ''}{place(sheet, e)}" for e in item.main.evidence[:1]
    )
