"""Make a brief from a library of sources: without a model from the sources' own sentences, or worded by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from presscheck import __version__
from presscheck.chains.brief.asides import (
    MOST,
    dated,
    disagreements,
    key_figures,
    quotations,
    single_source,
    timeline,
)
from presscheck.chains.brief.candidates import Candidate
from presscheck.chains.brief.choose import choose
from presscheck.chains.brief.documents import names_document
from presscheck.chains.brief.material import Material, gather
from presscheck.chains.brief.stories import MOST_STORIES, filled, leading, listed, stories
from presscheck.chains.brief.wording import credit, plainly, sentence, worded
from presscheck.chains.check.sources import timestamp
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.given import FEWEST_WORDS, given_choice, given_number, given_text
from presscheck.models import Brief, BriefSentence, Engine, SourceInfo
from presscheck.vectorstore.library import Library

if TYPE_CHECKING:
    from presscheck.llm import Model

Entry = TypeVar("Entry")
Style = Literal["bullets", "paragraphs", "timeline"]

USUAL = 150
"""Words from which the lists beside the sentences are as long as they get."""
_THE_SHIP = re.compile(r"The [a-z]")
"""So begins a sentence about what was named before."""


def make_brief(
    library: Library,
    topic: str | None = None,
    *,
    style: Style = "bullets",
    words: int = USUAL,
    articles: Collection[str] | None = None,
    model: Model | None = None,
) -> Brief:
    """Write a brief of at most `words` words on a topic, or on these articles (by id), or on the newest ones.

    The stories, key figures, quotations and dates beside its sentences shrink with it.

    Raises `BadRequest` for what makes no sense, a number of words that no sentence fits too, `NothingToCheck` where the sources hold nothing
    on the topic; with a model `ModelError` where it can't be asked.
    """
    given_choice(style, "style", get_args(Style))
    topic = None if topic is None else given_text(topic, "the topic").strip()
    if given_number(words, "words") < FEWEST_WORDS:
        raise BadRequest(f"{words} words hold no sentence.", help=f"Ask for at least {FEWEST_WORDS}.")
    material = gather(library, topic, articles)
    best = _best(material, style, words)
    if not best:
        raise NothingToCheck(
            f"The sources hold nothing on {topic!r} that fits."
            if topic
            else "The sources hold nothing to tell."
        )
    made = _put_together(material, best, style, words)
    if model is None:
        return made
    from presscheck.chains.brief.written import reworded

    return reworded(made, material, model, words)


def _best(material: Material, style: Style, words: int) -> list[Candidate]:
    pool = material.pool
    if style == "timeline":
        pool = [c for c in pool if dated(c)] or pool
    if not material.one_source:
        return choose(pool, material.subject, words, lambda c: len(worded(c).split()), material.weight)
    said = len(credit(next(iter(material.articles.values()))).split())
    return choose(pool, material.subject, words - said, lambda c: len(plainly(c).split()), material.weight)


def _put_together(material: Material, best: Sequence[Candidate], style: Style, words: int) -> Brief:
    ordered = sorted(best, key=_by_date if style == "timeline" else _when_and_where)
    told = sorted(stories(material), key=lambda pair: names_document(pair[1].headline))
    summary, body = _sentences(material, best, ordered, style)
    headline = _headline(material, best[0])
    if told:
        lead = leading(told, words) or [told[0][1]]
        headline, (summary, *more) = lead[0].headline, filled(lead, best, words)
        body = tuple(more)
    figures = key_figures(ordered, material.facts)
    spoken = [c for c in material.pool if c.spoken]
    said = quotations(material.articles.values(), spoken, material.weight, material.subject)
    differing = disagreements(material.facts, material.subject)
    days = timeline(material.pool, material.weight)
    alone = single_source(ordered, material.told)
    return Brief(
        headline=headline,
        summary=summary,
        style=style,
        sentences=body,
        key_figures=_few(figures, words),
        quotations=_few(said, words),
        disagreements=_few(differing, words),
        single_source=_few(alone, words),
        timeline=_few(days, words),
        stories=_few(listed([story for _, story in told], words), words, MOST_STORIES),
        sources=_listed(material.library, material.articles),
        engine=Engine(version=__version__),
    )


def _few(entries: Sequence[Entry], words: int, most: int = MOST) -> tuple[Entry, ...]:
    """Return as many of a list's entries as go with a brief of so many words, and at least one."""
    return tuple(entries) if words >= USUAL else tuple(entries[: max(1, most * words // USUAL)])


def _sentences(
    material: Material, best: Sequence[Candidate], ordered: Sequence[Candidate], style: Style
) -> tuple[BriefSentence, tuple[BriefSentence, ...]]:
    """Return the sentence that says it all, and the others."""
    words = plainly if material.one_source else worded
    as_told = material.one_source and style != "timeline" and not best[0].spoken
    naming = (c for c in ordered if not _THE_SHIP.match(c.text))
    first = next(naming, ordered[0]) if as_told else best[0]
    body = [c for c in ordered if c is not first]
    made = [_on_its_day(c, sentence(c, words)) if style == "timeline" else sentence(c, words) for c in body]
    return sentence(first), tuple(made)


def _on_its_day(candidate: Candidate, made: BriefSentence) -> BriefSentence:
    day = dated(candidate)
    return made.model_copy(update={"text": f"{day.value}: {made.text}"}) if day else made


def _headline(material: Material, best: Candidate) -> str:
    """Return the title of the best sentence's article; what is spoken is told under its topic."""
    if best.spoken and material.topic:
        return material.topic[:1].upper() + material.topic[1:]
    titles = [a.title for a in (best.article, *material.articles.values()) if a.title]
    telling = (t for t in titles if not names_document(t))
    return next(telling, best.article.title) or material.topic or best.text


def _when_and_where(candidate: Candidate) -> tuple[float, str, int]:
    return timestamp(candidate.article.published), candidate.article.id, candidate.start


def _by_date(candidate: Candidate) -> tuple[str, float, str, int]:
    day = dated(candidate)
    return (day.value if day else "", *_when_and_where(candidate))


def _listed(library: Library, article_ids: Collection[str]) -> tuple[SourceInfo, ...]:
    return tuple(h for h in library.heads() if h.article_id in article_ids)
