"""What a brief says of itself, in words that all its forms share."""

from __future__ import annotations

from collections.abc import Iterable

from presscheck.models import Brief, BriefSentence, BriefStory, Evidence, KeyFigure
from presscheck.render.where import source_title
from presscheck.render.words import counted, source_kinds


def sources_line(brief: Brief) -> str:
    """Say what it was made from, and where everything rests on one source; empty if no source is listed."""
    if not brief.sources:
        return ""
    line = f"From {counted(len(brief.sources), 'source')}: {source_kinds(brief.sources)}"
    stories = {s.story_id or s.article_id for s in brief.sources}
    if len(stories) > 1:
        return line
    copies = " (the others are copies of it)" if len(brief.sources) > 1 else ""
    return f"{line}. All of it rests on a single source{copies}"


def sentences_below(brief: Brief) -> list[BriefSentence]:
    """Return the sentences below the first; in a list, those that a story's headline leads are told there alone."""
    led = {s.summary for s in brief.stories} if brief.style == "bullets" else set()
    return [s for s in brief.sentences if s != brief.summary and s not in led]


def wording_line(brief: Brief) -> str:
    """Say what became of the sentences that a model wrote; empty where none did."""
    w = brief.wording
    if w is None:
        return ""
    parts = (
        (w.kept, "held"),
        (w.rewritten, "rewritten once"),
        (w.replaced, "replaced by the source's own"),
        (w.dropped, "dropped"),
    )
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{brief.engine.model} wrote {counted(w.written, 'sentence')}, each checked against the sources: {told or 'none'}"


def who(citations: Iterable[Evidence]) -> str:
    """Name who says so: speakers, else publishers, titles or files, each once."""
    names = (e.speaker or e.publisher or source_title(e) for e in citations)
    return ", ".join(dict.fromkeys(names))


def said_by(figure: KeyFigure) -> str:
    """Say who gives a figure, and whether the sources agree."""
    if not figure.agree:
        return f"{who(figure.citations)}; the sources differ"
    several = len({e.article_id for e in figure.citations}) > 1
    return f"{who(figure.citations)}{'; they agree' if several else ''}".removeprefix("; ")


def told_by(story: BriefStory) -> str:
    """Say by how many independent sources a story is told."""
    return counted(story.independent, "independent")
