"""The briefs suite: topics over the sources of the chat sets, and what a brief on each must and must not hold.

Whatever the topic: every sentence is cited and its places hold, spoken words come as quotations, and the brief keeps
within its number of words.
"""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.brief import make_brief
from presscheck.errors import NothingToCheck
from presscheck.evals.chat import library_of
from presscheck.evals.citations import citation_scores
from presscheck.evals.judged import Judged, Suite
from presscheck.evals.overlap import overlap
from presscheck.evals.rows import golden_lines
from presscheck.models import Brief, BriefSentence, Frozen
from presscheck.text.words import normalise
from presscheck.vectorstore.library import Library


class BriefRow(Frozen):
    """A topic over a set of sources; each of `must` stands in the brief (of "a|b" one), none of `must_not` does; `reference` is a brief by hand."""

    id: str
    set: str
    topic: str
    words: int = 100
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    reference: str = ""


def suite() -> Suite:
    """Return the topics as a suite."""
    return Suite([BriefRow.model_validate_json(line) for line in golden_lines("briefs.jsonl")], judge)


def judge(row: BriefRow) -> Judged:
    """Write the brief and tell what is wrong with it."""
    library = library_of(row.set)
    sentences = _written(row, library)
    return Judged(
        id=row.id,
        text=row.topic,
        sources=tuple(library.article(head.article_id).text for head in library.heads()),
        expected=(*row.must, *(f"not {words}" for words in row.must_not)),
        came_out=tuple(sentence.text for sentence in sentences),
        wrong=(*_contents(row, sentences), *_form(row, sentences, library)),
        measures={**citation_scores([(s.text, s.citations) for s in sentences]), **_overlap(row, sentences)},
    )


def _overlap(row: BriefRow, sentences: list[BriefSentence]) -> dict[str, float]:
    return overlap(" ".join(s.text for s in sentences), row.reference) if row.reference else {}


def _written(row: BriefRow, library: Library) -> list[BriefSentence]:
    try:
        return told(make_brief(library, row.topic, words=row.words))
    except NothingToCheck:
        return []


def told(brief: Brief) -> list[BriefSentence]:
    """Return the brief's sentences, the summary first."""
    return [*([brief.summary] if brief.summary else []), *brief.sentences]


def _contents(row: BriefRow, sentences: list[BriefSentence]) -> Iterator[str]:
    text = normalise(" ".join(sentence.text for sentence in sentences))
    for wanted in row.must:
        if not any(normalise(words) in text for words in wanted.split("|")):
            yield f"{wanted!r} is missing"
    for words in row.must_not:
        if normalise(words) in text:
            yield f"{words!r} must not stand there"


def _form(row: BriefRow, sentences: list[BriefSentence], library: Library) -> Iterator[str]:
    if (length := sum(len(s.text.split()) for s in sentences)) > row.words:
        yield f"{length} words where {row.words} were asked for"
    for sentence in sentences:
        if not sentence.citations:
            yield f"no citation: {sentence.text}"
        for e in sentence.citations:
            if library.article(e.article_id).text[e.start : e.end] != e.text:
                yield f"the place does not hold: {e.text}"
        if any(e.kind == "transcript" for e in sentence.citations) and not set(sentence.text) & set('“"'):
            yield f"spoken words that are no quotation: {sentence.text}"
