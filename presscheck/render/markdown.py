"""The check sheet and the brief as Markdown (GitHub flavoured); text from articles is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from presscheck.models import Brief, BriefSentence, BriefStory, Evidence, Report
from presscheck.reasons import Severity
from presscheck.render.brief_words import said_by, sentences_below, sources_line, told_by, who, wording_line
from presscheck.render.compare import KEPT_ON_PAGE, Column, columns, folded, shown, shown_in
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import URGENT, Block, Item, Sheet
from presscheck.render.summary import (
    coverage_lines,
    explanations,
    fine_shown,
    folded_line,
    gathered_line,
    head_lines,
    told,
    unsettled,
)
from presscheck.render.where import where
from presscheck.render.words import HEADINGS, TALLY, capital, counted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&])")
_LEADING = re.compile(r"^(?=[-+])|^(\d+)(?=[.)](?:\s|$))")
"""Where a line would begin a list."""


def report(report: Report, *, name: str | None = None, aside: Mapping[str, str] = {}) -> str:
    """Return the check sheet."""
    sheet = Sheet(report, name=name, aside=aside)
    return "\n".join(_sheet(sheet)).rstrip() + "\n"


def brief(brief: Brief) -> str:
    """Return the brief, its citations as footnotes."""
    notes: dict[str, int] = {}
    body = [f"# {plain(brief.headline)}", "", *_brief(brief, notes)]
    return "\n".join([*body, *(f"[^{number}]: {text}" for text, number in notes.items())]).rstrip() + "\n"


def plain(text: str) -> str:
    """Return the text on one line, nothing in it read as Markdown."""
    return _LEADING.sub(r"\1\\", _SPECIAL.sub(r"\\\1", one_line(text)))


def _sheet(sheet: Sheet) -> Iterator[str]:
    title, *more = head_lines(sheet)
    name, _, against = title.partition("\t")
    yield f"# {plain(sheet.report.title or name)}"
    yield from ("", "  \n".join((f"{plain(name)}, {plain(against)}", *map(plain, more))))
    yield from ("", f"**{_tally(sheet)}**")
    for severity in URGENT:
        yield from _group(sheet, severity)
    yield from _rest(sheet)


def _tally(sheet: Sheet) -> str:
    counts = [counted(len(sheet.of(s)), noun) for s, noun in TALLY.items() if sheet.of(s)]
    return " · ".join(counts) or (unsettled(sheet))


def _group(sheet: Sheet, severity: Severity) -> Iterator[str]:
    blocks = sheet.group(severity, gathered=sheet.second_hand)
    together = gathered_line(sheet.second_hand) if severity is Severity.LOOK else ""
    if blocks or together:
        yield from ("", f"## {HEADINGS[severity]}")
    for block in blocks:
        yield from ("", *_block(sheet, block))
    if together:
        yield from ("", f"{together}.")


def _block(sheet: Sheet, block: Block) -> Iterator[str]:
    yield f"**line {block.line}** {plain(shorten(one_line(block.text), 300))}"
    for item in block.items:
        yield ""
        yield from _item(sheet, item)


def _item(sheet: Sheet, item: Item) -> Iterator[str]:
    head, _, tail = item.label.partition(", ")
    ident = sheet.short_ids[item.main.claim.id]
    yield f"- **{plain(capital(head))}**{_told(item)}{', ' + plain(tail) if tail else ''} `{ident}`"
    cells = folded(columns(item.main), kept=KEPT_ON_PAGE)
    if cells:
        yield f"  - {'said' if item.main.claim.kind == 'quote' else 'source'}: {_row(cells, 0)}"
        yield f"  - draft: {_row(cells, 1)}"
    for words in explanations(item, bool(cells)):
        yield f"  - {plain(words)}"
    yield from _evidence(sheet, item, compared=bool(cells))


def _row(cells: Sequence[Column], side: int) -> str:
    words = ((cell[side], cell.differs) for cell in cells)
    return " ".join(f"**{plain(str(w))}**" if differs else plain(str(w)) for w, differs in words if w)


def _evidence(sheet: Sheet, item: Item, *, compared: bool) -> Iterator[str]:
    finding = item.main
    for evidence in shown(finding):
        own = sheet.own_line(evidence)
        spot = plain(" · ".join(where(evidence, own_line=own)))
        if compared or own is not None:
            yield f"  - {spot}"
            continue
        before, hit, after = shown_in(finding, evidence, 400)
        near = "nearest: " if evidence.stance == "nearest" else ""
        yield f"  - {near}“{_glued(before, hit, after)}” ({spot})"


def _glued(before: str, hit: str, after: str) -> str:
    """Put the hit in bold; what is escaped loses its outer spaces, so they are set again."""
    left = plain(before) + " " * before.endswith(" ")
    return f"{left}**{plain(hit)}**{' ' * after.startswith(' ')}{plain(after)}"


def _rest(sheet: Sheet) -> Iterator[str]:
    fine = fine_shown(sheet)
    folded_words = folded_line(sheet, len(fine)).removesuffix("   (--all)")
    if fine:
        yield from ("", f"**OK**: {' · '.join(plain(words) for words in fine)}")
    if folded_words:
        yield from ("", f"Folded: {plain(folded_words)}")
    for line in coverage_lines(sheet):
        yield from ("", plain(line))


def _brief(brief: Brief, notes: dict[str, int]) -> Iterator[str]:
    if brief.summary:
        yield from (_cited(brief.summary, notes), "")
    yield from _sentences(sentences_below(brief), notes, bullets=brief.style != "paragraphs")
    yield from _part("Stories", [line for story in brief.stories for line in _story(story, notes)])
    yield from _part("Key figures", [
        f"- **{plain(f.value)}** {plain(f.what)} ({plain(said_by(f))}){_refs(f.citations, notes)}"
        for f in brief.key_figures
    ])  # fmt: skip
    yield from _part("Quotations", [
        f"> “{plain(q.words)}”{_refs([q.citation], notes)}  \n> {plain(q.speaker)}\n" for q in brief.quotations
    ])  # fmt: skip
    yield from _part("Where the sources disagree", [
        line for d in brief.disagreements for line in _disagreement(d.what, d.values, d.citations, d.latest, notes)
    ])  # fmt: skip
    yield from _part("From a single source", [f"- {_cited(s, notes)}" for s in brief.single_source])
    timeline = [f"- **{plain(e.date)}** {plain(e.text)}{_refs([e.citation], notes)}" for e in brief.timeline]
    yield from _part("Timeline", timeline)
    yield from (f"{plain(line)}.\n" for line in (sources_line(brief), wording_line(brief)) if line)


def _story(story: BriefStory, notes: dict[str, int]) -> Iterator[str]:
    yield f"- **{plain(story.headline)}** ({told_by(story)}): {_cited(story.summary, notes)}"
    yield from (f"  - new: {_cited(s, notes)}" for s in story.new)


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from (f"## {title}", "", *lines, "")


def _sentences(sentences: Sequence[BriefSentence], notes: dict[str, int], *, bullets: bool) -> Iterator[str]:
    told = [_cited(s, notes) for s in sentences]
    if told:
        yield from ((f"- {line}" for line in told) if bullets else [" ".join(told)])
        yield ""


def _cited(sentence: BriefSentence, notes: dict[str, int]) -> str:
    return plain(sentence.text) + _refs(sentence.citations, notes)


def _refs(citations: Iterable[Evidence], notes: dict[str, int]) -> str:
    numbers = (notes.setdefault(_note(evidence), len(notes) + 1) for evidence in citations)
    return "".join(f"[^{number}]" for number in dict.fromkeys(numbers))


def _note(evidence: Evidence) -> str:
    return f"{plain(' · '.join(where(evidence)))}: “{plain(evidence.text)}”"


def _disagreement(
    what: str, values: Sequence[str], citations: Sequence[Evidence], latest: int | None, notes: dict[str, int]
) -> Iterator[str]:
    yield f"- {plain(what)}"
    for at, (value, evidence) in enumerate(zip(values, citations, strict=False)):
        said = f" {plain(who([evidence]))}" if who([evidence]) else ""
        yield f"  - **{plain(value)}**{said}{' (latest)' if at == latest else ''}{_refs([evidence], notes)}"


def _told(item: Item) -> str:
    words = told(item.main)
    return f" {plain(words)}" if words.startswith(" ") else plain(words)
