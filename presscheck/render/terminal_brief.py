"""The brief for the terminal: sentences with numbers, and below them the places the numbers stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from presscheck.models import Brief, BriefSentence, BriefStory, Disagreement, Evidence
from presscheck.render.brief_words import said_by, sentences_below, sources_line, told_by, who, wording_line
from presscheck.render.safe import one_line
from presscheck.render.terminal_lines import WIDEST, put, wrapped
from presscheck.render.where import where


def show(brief: Brief, console: Console) -> None:
    """Print the brief."""
    put(console, lines(brief, min(console.width, WIDEST)))


def lines(brief: Brief, room: int) -> Iterator[Text]:
    """Yield the lines of the brief."""
    places: dict[str, int] = {}
    yield from wrapped(Text(one_line(brief.headline), "bold"), room)
    if brief.summary:
        yield Text()
        yield from wrapped(_cited(brief.summary, places), room)
    yield from _part(
        "",
        [_cited(s, places) for s in sentences_below(brief)],
        room,
        "" if brief.style == "paragraphs" else "– ",
    )
    for title, entries in _parts(brief, places):
        yield from _part(title, entries, room, "  ")
    yield from _part(
        "", [Text(line, "dim") for line in (sources_line(brief), wording_line(brief)) if line], room, ""
    )
    yield Text()
    for words, number in places.items():
        yield from wrapped(Text.assemble((f"[{number}] ", "cyan"), (words, "dim")), room, 0, 4)


def _parts(brief: Brief, places: dict[str, int]) -> Iterator[tuple[str, list[Text]]]:
    yield "STORIES", [entry for story in brief.stories for entry in _story(story, places)]
    figures = [_line(f.value, f"{f.what} ({said_by(f)})", f.citations, places) for f in brief.key_figures]
    yield "KEY FIGURES", figures
    quoted = [_line(f"“{one_line(q.words)}”", q.speaker, [q.citation], places) for q in brief.quotations]
    yield "QUOTATIONS", quoted
    yield (
        "THE SOURCES DISAGREE",
        [entry for d in brief.disagreements for entry in _disagreement(d, places)],
    )
    yield "FROM A SINGLE SOURCE", [_cited(s, places) for s in brief.single_source]
    yield "TIMELINE", [_line(e.date, e.text, [e.citation], places) for e in brief.timeline]


def _story(story: BriefStory, places: dict[str, int]) -> Iterator[Text]:
    head = Text.assemble((one_line(story.headline), "bold"), f" ({told_by(story)}): ")
    yield Text.assemble(head, _cited(story.summary, places))
    yield from (Text.assemble("  new: ", _cited(s, places)) for s in story.new)


def _disagreement(d: Disagreement, places: dict[str, int]) -> Iterator[Text]:
    yield Text(one_line(d.what))
    for at, (value, evidence) in enumerate(zip(d.values, d.citations, strict=False)):
        latest = " (latest)" if at == d.latest else ""
        yield Text.assemble("  ", _line(value, f"{who([evidence])}{latest}", [evidence], places))


def _part(title: str, entries: Sequence[Text], room: int, sign: str) -> Iterator[Text]:
    if not entries:
        return
    yield Text()
    if title:
        yield Text(title, "bold")
    for entry in entries:
        yield from wrapped(Text.assemble(sign, entry), room, 0, len(sign))


def _line(strong: str, words: str, citations: Iterable[Evidence], places: dict[str, int]) -> Text:
    return Text.assemble(
        (one_line(strong), "bold"), f" {one_line(words)} ".rstrip(), _refs(citations, places)
    )


def _cited(sentence: BriefSentence, places: dict[str, int]) -> Text:
    return Text.assemble(one_line(sentence.text), _refs(sentence.citations, places))


def _refs(citations: Iterable[Evidence], places: dict[str, int]) -> Text:
    numbers = (places.setdefault(" · ".join(where(e)), len(places) + 1) for e in citations)
    return Text("".join(f" [{number}]" for number in dict.fromkeys(numbers)), "cyan")
