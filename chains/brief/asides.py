"""What stands beside the brief: key figures, who said what, the timeline, what rests on a single source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.brief.candidates import Candidate
from presscheck.chains.brief.choose import overlap, rarity
from presscheck.chains.brief.wording import sentence
from presscheck.models import BriefSentence, Evidence, KeyFigure, Quotation, TimelineEntry
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import Figure
from presscheck.text.quotes import find_quotes
from presscheck.vectorstore.citing import cite

SAME_FACT = 0.5
"""From this share of shared weight on, two sentences of different stories tell the same."""
MOST = 8


def key_figures(chosen: Sequence[Candidate]) -> tuple[KeyFigure, ...]:
    """Return the figures of the chosen sentences: what each measures, its value as written, where."""
    return tuple(_figures(chosen))[:MOST]


def _figures(chosen: Sequence[Candidate]) -> Iterator[KeyFigure]:
    seen: set[tuple[float, float, str]] = set()
    for candidate in chosen:
        for figure in find_figures(candidate.text):
            key = (figure.low, figure.high, figure.unit)
            if figure.kind in ("quantity", "ratio") and figure.high >= 2 and key not in seen:
                seen.add(key)
                yield KeyFigure(
                    what=_what(figure),
                    value=figure.text,
                    citations=(_place(candidate, figure.start, figure.end),),
                )


def _what(figure: Figure) -> str:
    return " ".join(figure.about) or figure.unit


def quotations(chosen: Sequence[Candidate]) -> tuple[Quotation, ...]:
    """Return who said what, from the chosen sentences: spoken ones, and quotations with a named speaker in articles."""
    return tuple(_quotations(chosen))[:MOST]


def _quotations(chosen: Sequence[Candidate]) -> Iterator[Quotation]:
    for c in chosen:
        if c.spoken and c.passage.speaker:
            yield Quotation(speaker=c.passage.speaker, words=c.text, citation=_place(c, 0, len(c.text)))
        elif not c.spoken:
            for q in find_quotes(c.text):
                if q.speaker and q.kind == "direct":
                    yield Quotation(speaker=q.speaker, words=q.text, citation=_place(c, q.start, q.end))


def timeline(chosen: Sequence[Candidate]) -> tuple[TimelineEntry, ...]:
    """Return the dated sentences, earliest first; a date counts to the day, month or year that is told."""
    entries = [
        TimelineEntry(date=d.value, text=c.text, citation=_place(c, 0, len(c.text)))
        for c in chosen
        for d in find_dates(c.text, c.article.published)[:1]
        if d.kind == "date" and d.low is not None and d.value[:4].isdigit()
    ]
    return tuple(sorted(entries, key=lambda e: e.date))


def single_source(chosen: Sequence[Candidate], pool: Sequence[Candidate]) -> tuple[BriefSentence, ...]:
    """Return the chosen sentences that no other story tells; copies of one story count as one."""
    weight = rarity(pool)

    def confirmed(candidate: Candidate) -> bool:
        return any(
            _story(other) != _story(candidate) and overlap(candidate.words, other.words, weight) >= SAME_FACT
            for other in pool
        )

    return tuple(sentence(c) for c in chosen if not confirmed(c))


def _story(candidate: Candidate) -> str:
    return candidate.article.story_id or candidate.article.id


def _place(candidate: Candidate, start: int, end: int) -> Evidence:
    at = candidate.start
    return cite(candidate.article, at + start, at + end, speaker=candidate.passage.speaker)
