"""What stands beside the brief: key figures, who said what, disagreements, timeline, what rests on a single source."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from presscheck.chains.brief.candidates import Candidate, story_of
from presscheck.chains.brief.choose import overlap, rarity
from presscheck.chains.brief.facts import Fact, around, shorten
from presscheck.chains.brief.wording import place, sentence, worded
from presscheck.models import (
    Article,
    BriefSentence,
    Disagreement,
    Evidence,
    KeyFigure,
    Quotation,
    TimelineEntry,
)
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import DateMention, Figure
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.words import content_words
from presscheck.vectorstore.citing import cite

SAME_FACT = 0.5
"""From this share of shared weight on, two sentences of different stories tell the same."""
MOST = 8
LONGEST = 120
FEWEST, MOST_WORDS = 4, 70
"""Words of a quotation; what is longer is mostly narration between two quotations."""


def key_figures(chosen: Sequence[Candidate], facts: Iterable[Fact]) -> tuple[KeyFigure, ...]:
    """Return the figures of the sources: what each measures, its value as written, who says so, whether they agree.

    Those that several stories tell come first, then those of the chosen sentences.
    """
    shared = [_shared(f) for f in facts if f.kind == "figure"]
    known = {e.text for figure in shared for e in figure.citations}
    alone = [f for f in _alone(chosen) if f.value not in known]
    return (*shared[:MOST], *alone)[:MOST]


def _shared(fact: Fact) -> KeyFigure:
    return KeyFigure(what=fact.what, value=fact.told[-1].text, citations=fact.told, agree=fact.agree)


def _alone(chosen: Sequence[Candidate]) -> Iterator[KeyFigure]:
    seen: set[tuple[float, float, str]] = set()
    for c in chosen:
        for figure in find_figures(c.source_text):
            key = (figure.low, figure.high, figure.unit)
            if figure.kind in ("quantity", "ratio") and _worth(figure, c.source_text) and key not in seen:
                seen.add(key)
                told = cite(
                    c.article, c.start + figure.start, c.start + figure.end, speaker=c.passage.speaker
                )
                yield KeyFigure(
                    what=shorten("…".join(around(told)), LONGEST), value=figure.text, citations=(told,)
                )


def _worth(figure: Figure, text: str) -> bool:
    """Tell whether a figure says what it measures by itself; an age behind a name is none."""
    aged = (
        figure.unit in ("", "year of age")
        and text[: figure.start].endswith(", ")
        and text[figure.end :].startswith((",", "."))
    )
    return figure.high >= 2 and any(c.isdigit() for c in figure.text) and not aged


def disagreements(facts: Iterable[Fact], near: frozenset[str]) -> tuple[Disagreement, ...]:
    """Return what the sources differ in, as far as it has to do with the topic's words (with anything if there are none)."""
    told = (f for f in facts if not f.agree and (not near or near & set(content_words(_context(f)))))
    return tuple(
        Disagreement(
            what=f.what,
            values=tuple(_value(f, e) for e in f.told),
            citations=f.told,
            latest=len(f.told) - 1 if f.told[-1].published else None,
        )
        for f in told
    )


def _context(fact: Fact) -> str:
    return " ".join(part for e in fact.told for part in (e.title or "", *around(e)))


def _value(fact: Fact, evidence: Evidence) -> str:
    """Return what a source says: of a quotation who it names, else its words."""
    return fact.said_by.get(evidence.article_id, "") or " ".join(evidence.text.split())


def quotations(
    articles: Iterable[Article],
    spoken: Sequence[Candidate],
    weight: Mapping[str, float],
    topic: frozenset[str],
) -> tuple[Quotation, ...]:
    """Return who said what: the weightiest words of each speaker, at most two a speaker; on the topic if there is one."""
    found = [*_spoken(spoken), *(q for a in articles if a.kind != "transcript" for q in _written(a))]
    fit = [q for q in found if not topic or topic & set(content_words(_said_about(q)))]
    ranked = sorted(fit, key=lambda q: (-_worth_telling(q, weight), q.citation.article_id, q.citation.start))
    return tuple(_few_each(ranked))[:MOST]


def _spoken(candidates: Iterable[Candidate]) -> Iterator[Quotation]:
    for c in candidates:
        if c.spoken and c.passage.speaker:
            yield Quotation(speaker=c.passage.speaker, words=c.source_text, citation=place(c))


def _written(article: Article) -> Iterator[Quotation]:
    for q in find_quotes(article.text):
        if (
            q.kind == "direct"
            and q.speaker
            and len(q.parts) == 1
            and FEWEST < len(q.text.split()) < MOST_WORDS
            and _named(q.speaker)
        ):
            yield Quotation(speaker=q.speaker, words=q.text, citation=cite(article, q.start, q.end))


def _named(speaker: str) -> bool:
    return any(n.kind == "person" for n in find_names(f"{speaker} said so."))


def _said_about(quotation: Quotation) -> str:
    return f"{quotation.citation.before[-120:]} {quotation.words}"


def _worth_telling(quotation: Quotation, weight: Mapping[str, float]) -> float:
    words = set(content_words(quotation.words))
    return sum(weight.get(w, 0.0) for w in words) / math.sqrt(5 + len(quotation.words.split()))


def _few_each(ranked: Iterable[Quotation]) -> Iterator[Quotation]:
    counts: dict[str, int] = {}
    seen: set[str] = set()
    for q in ranked:
        key = " ".join(content_words(q.words))
        if counts.get(q.speaker, 0) < 2 and key not in seen:
            counts[q.speaker] = counts.get(q.speaker, 0) + 1
            seen.add(key)
            yield q


def dated(candidate: Candidate) -> DateMention | None:
    """Return the first day, month or year that a sentence tells of, if it can be placed."""
    found = find_dates(candidate.source_text, candidate.article.published)
    return next((d for d in found if d.kind == "date" and d.low is not None and d.value[:4].isdigit()), None)


def timeline(ranked: Sequence[Candidate], weight: Mapping[str, float]) -> tuple[TimelineEntry, ...]:
    """Return the dated sentences that tell most, earliest first; a date counts to the day, month or year that is told."""
    rare = rarity(ranked)
    kept: list[tuple[DateMention, Candidate]] = []
    for c in sorted(ranked, key=lambda c: (-_density(c, weight), c.article.id, c.start)):
        day = dated(c)
        if day and len(kept) < MOST and not any(overlap(c.words, k.words, rare) > SAME_FACT for _, k in kept):
            kept.append((day, c))
    entries = [TimelineEntry(date=d.value, text=worded(c), citation=place(c)) for d, c in kept]
    return tuple(sorted(entries, key=lambda e: (e.date, e.citation.article_id, e.citation.start)))


def _density(candidate: Candidate, weight: Mapping[str, float]) -> float:
    return sum(weight.get(w, 0.0) for w in candidate.words) / math.sqrt(5 + len(candidate.words))


def single_source(chosen: Sequence[Candidate], told: Sequence[Candidate]) -> tuple[BriefSentence, ...]:
    """Return the chosen sentences that no other story tells; copies of one story count as one.

    Nothing is listed where there is one story only: then all of it rests on that.
    """
    if len({story_of(c.article) for c in told}) < 2:
        return ()
    weight = rarity(told)

    def confirmed(c: Candidate) -> bool:
        return any(
            story_of(other.article) != story_of(c.article)
            and overlap(c.words, other.words, weight) >= SAME_FACT
            for other in told
        )

    return tuple(sentence(c) for c in chosen if not confirmed(c))
