"""A brief as the page shows it: plain data, its words and numbers put together by what makes the HTML brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from presscheck.models import Brief, BriefSentence, Disagreement, Evidence
from presscheck.render.brief_words import said_by, sentences_below, sources_line, told_by, who, wording_line
from presscheck.render.safe import one_line, visible
from presscheck.render.where import where
from presscheck.render.words import made_by
from presscheck.web.sheet import place_of

Row = dict[str, Any]


class Numbers:
    """Numbers every piece of evidence where it is first cited."""

    def __init__(self) -> None:
        self.cited: list[Evidence] = []
        self._known: dict[tuple[str, int, int], int] = {}

    def of(self, citations: Iterable[Evidence]) -> list[int]:
        """Return the numbers of the evidence."""
        return [self._one(evidence) for evidence in citations]

    def _one(self, evidence: Evidence) -> int:
        key = evidence.article_id, evidence.start, evidence.end
        if key not in self._known:
            self.cited.append(evidence)
            self._known[key] = len(self.cited)
        return self._known[key]


def brief_page(brief: Brief) -> dict[str, Any]:
    """Return what the page shows of a brief: `sections` of rows, and under `cited` what their numbers lead to."""
    numbers = Numbers()
    lines = (sources_line(brief), wording_line(brief), made_by(brief.engine))
    summary = _sentence(brief.summary, numbers) if brief.summary else None
    sections = [section for section in _sections(brief, numbers) if section["rows"]]
    return {
        "headline": one_line(brief.headline),
        "lines": [line for line in lines if line],
        "summary": summary,
        "sections": sections,
        "cited": [{"where": " · ".join(where(e)), "place": place_of(e)} for e in numbers.cited],
    }


def _sections(brief: Brief, numbers: Numbers) -> Iterable[dict[str, Any]]:
    yield _section(
        "", "text" if brief.style == "paragraphs" else "bullets", _sentences(sentences_below(brief), numbers)
    )
    for at, story in enumerate(brief.stories):
        rows = _sentences([story.summary, *story.new], numbers)
        head = {"headline": one_line(story.headline), "told": told_by(story)}
        yield _section("" if at else "Stories", "story", rows) | head
    figures = [
        _row(f.what, numbers.of(f.citations), value=f.value, who=said_by(f), differ=not f.agree)
        for f in brief.key_figures
    ]
    yield _section("Key figures", "table", figures)
    quoted = [
        _row(f"“{q.words}”", numbers.of([q.citation]), who=_speaker(q.speaker, q.citation))
        for q in brief.quotations
    ]
    yield _section("Quotations", "lines", quoted)
    for at, each in enumerate(brief.disagreements):
        title = "" if at else "Where the sources disagree"
        yield _section(title, "table", _values(each, numbers)) | {"what": one_line(each.what)}
    yield _section("From a single source", "bullets", _sentences(brief.single_source, numbers))
    dated = [_row(e.text, numbers.of([e.citation]), value=e.date) for e in brief.timeline]
    yield _section("Timeline", "table", dated)


def _section(title: str, form: str, rows: list[Row]) -> dict[str, Any]:
    return {"title": title, "form": form, "rows": rows}


def _row(words: str, refs: list[int], **more: Any) -> Row:  # noqa: ANN401 (JSON)
    shown = {name: visible(value) if isinstance(value, str) else value for name, value in more.items()}
    return {"words": visible(words), "refs": refs, **shown}


def _sentence(sentence: BriefSentence, numbers: Numbers) -> Row:
    return _row(sentence.text, numbers.of(sentence.citations))


def _sentences(sentences: Sequence[BriefSentence], numbers: Numbers) -> list[Row]:
    return [_sentence(sentence, numbers) for sentence in sentences]


def _values(each: Disagreement, numbers: Numbers) -> list[Row]:
    pairs = enumerate(zip(each.values, each.citations, strict=False))
    return [
        _row("", numbers.of([e]), value=value, who=_speaker(who([e]), e), latest=at == each.latest)
        for at, (value, e) in pairs
    ]


def _speaker(speaker: str, evidence: Evidence) -> str:
    source = evidence.publisher or evidence.title or ""
    return " · ".join(dict.fromkeys(part for part in (speaker, source) if part))
