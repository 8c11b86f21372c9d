"""The sources' passages on a page, each piece of evidence highlighted once and leading back to what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presscheck.models import Evidence, SourceInfo
from presscheck.render.markup import Html, join, tag
from presscheck.render.spans import Segment, Span, Stitched, segments, stitched
from presscheck.render.where import file_name, source_title, web_address
from presscheck.render.words import capital, day


@dataclass(frozen=True)
class Place:
    """A piece of evidence, its anchor on the page, and the numbers of what rests on it."""

    evidence: Evidence
    ident: str
    numbers: list[str]
    back: str = "f"


def place_words(parts: Sequence[str]) -> Html:
    """Join the parts of a place; a file's name with its line does not break."""
    *most, last = parts
    return join([*most, tag("span", last, class_="part" if len(last) < 40 else None)], "\u00a0· ")


def sources(listed: Sequence[SourceInfo], places: Sequence[Place]) -> Html | None:
    """Return the sources with their cited passages, then the names of those that were searched without a hit."""
    by_article: dict[str, list[Place]] = {}
    for place in places:
        by_article.setdefault(place.evidence.article_id, []).append(place)
    info = {source.article_id: source for source in listed}
    cited = [_source(info.get(article, held[0].evidence), held) for article, held in by_article.items()]
    others = [source_title(source) for source in listed if source.article_id not in by_article]
    also = tag("p", "Also searched: ", join(others, "; "), ".", class_="quiet") if others else None
    if not cited and not also:
        return None
    return tag("section", tag("h2", "What the sources say", id="sources"), *cited, also, class_="sources")


def _source(source: SourceInfo | Evidence, places: list[Place]) -> Html:
    passages = [_passage(piece, places) for piece in stitched([p.evidence for p in places])]
    return tag("article", tag("h3", source_title(source)), _about(source), *passages)


def _about(source: SourceInfo | Evidence) -> Html:
    kind = {"official": "Official text"}.get(source.kind, capital(source.kind))
    if isinstance(source, SourceInfo) and source.complete != "unknown":
        kind += {"yes": ", complete", "excerpt": ", excerpts"}[source.complete]
    named = source_title(source)
    parts = [
        p for p in (kind, source.publisher, day(source.published), file_name(source)) if p and p != named
    ]
    address = web_address(source)
    link = (
        tag("a", address, href=address, rel="noopener noreferrer")
        if address and address not in parts
        else None
    )
    return tag("p", join([*parts, *([link] if link else [])], " · "), class_="meta")


def _passage(piece: Stitched, places: Sequence[Place]) -> Html:
    held = [p for p in places if p.evidence in piece.evidence]
    spans = [
        Span(p.evidence.start - piece.start, p.evidence.end - piece.start, at) for at, p in enumerate(held)
    ]
    cut = list(segments(len(piece.text), spans))
    last = {key: at for at, segment in enumerate(cut) for key in segment.keys}
    begun: set[int] = set()
    parts: list[Html | str] = []
    for at, segment in enumerate(cut):
        words = _whole_words(piece, segment)
        parts += _highlight(words, [held[k] for k in segment.keys if k not in begun], bool(segment.keys))
        parts += [ref for k in segment.keys if last[k] == at for ref in _refs(held[k])]
        begun.update(segment.keys)
    line = tag("span", str(min(e.line for e in piece.evidence)), class_="at", title="line")
    dots = "…" if piece.start else None
    return tag("p", line, dots, *parts, "…" if _goes_on(piece) else None, class_="passage", dir="auto")


def _goes_on(piece: Stitched) -> bool:
    """Tell whether the passage seems to be cut in a sentence."""
    return not piece.text.rstrip().endswith((".", "!", "?", "”", '"', ":"))


def _whole_words(piece: Stitched, segment: Segment) -> str:
    """Return the segment's text, without the half words at the passage's ends unless they are evidence."""
    words = piece.text[segment.start : segment.end]
    if segment.keys:
        return words
    if segment.start == 0 and piece.start and " " in words:
        words = words[words.index(" ") :]
    if segment.end == len(piece.text) and _goes_on(piece) and " " in words:
        words = words[: words.rindex(" ")]
    return words


def _highlight(words: str, fresh: list[Place], marked: bool) -> Iterator[Html | str]:
    if not marked:
        yield words
        return
    numbers = " ".join(n for p in fresh for n in p.numbers) or None
    anchors = [tag("span", id=p.ident) for p in fresh[1:]]
    yield tag("mark", *anchors, words, id=fresh[0].ident if fresh else None, data_n=numbers)


def _refs(place: Place) -> Iterator[Html]:
    for number in place.numbers:
        yield tag("a", number, href=f"#{place.back}-{number}", class_="ref", aria_label=f"Back to {number}")
