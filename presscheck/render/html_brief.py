"""The brief's page: every sentence with its citations, and the sources' passages they lead to beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presscheck.models import Brief, BriefSentence, BriefStory, Disagreement, Evidence, KeyFigure, Quotation
from presscheck.render.brief_words import said_by, sentences_below, sources_line, told_by, wording_line
from presscheck.render.html_sources import Place, sources
from presscheck.render.markup import Html, join, tag
from presscheck.render.safe import one_line
from presscheck.render.where import where
from presscheck.render.words import made_by


class Cited:
    """Numbers every piece of evidence where it is first cited."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, int, int], Place] = {}

    def refs(self, citations: Iterable[Evidence]) -> Html:
        """Return links to the evidence, numbered; the first one to each is what its passage leads back to."""
        return join(self._ref(evidence) for evidence in citations)

    def _ref(self, evidence: Evidence) -> Html:
        key = evidence.article_id, evidence.start, evidence.end
        fresh = key not in self.places
        number = str(len(self.places) + 1) if fresh else self.places[key].numbers[0]
        place = self.places.setdefault(key, Place(evidence, f"e-{number}", [number], "c"))
        spot = " · ".join(where(evidence))
        ident = f"c-{number}" if fresh else None
        return tag("a", number, href=f"#{place.ident}", id=ident, class_="cite", title=spot, data_n=number)


def body(brief: Brief) -> Html:
    """Return the body of the page."""
    cited = Cited()
    story = tag("section", *_story(brief, cited), class_="story", aria_label="The brief")
    passages = sources(brief.sources, list(cited.places.values()))
    lines = [tag("p", line) for line in (sources_line(brief), wording_line(brief)) if line]
    head = [tag("p", "Presscheck brief", class_="brand"), tag("h1", one_line(brief.headline))]
    return join([
        tag("header", *head, *lines, class_="mast"),
        tag("main", story, tag("div", passages, class_="side"), class_="desk"),
        tag("footer", tag("p", made_by(brief.engine))),
    ])  # fmt: skip


def _story(brief: Brief, cited: Cited) -> Iterator[Html]:
    if brief.summary:
        yield tag("p", brief.summary.text, cited.refs(brief.summary.citations), class_="summary", dir="auto")
    yield from _sentences(sentences_below(brief), cited, bullets=brief.style != "paragraphs")
    parts = (
        ("Stories", [_one_story(s, cited) for s in brief.stories]),
        ("Key figures", _figures(brief.key_figures, cited)),
        ("Quotations", [_quotation(q, cited) for q in brief.quotations]),
        ("Where the sources disagree", [_disagreement(d, cited) for d in brief.disagreements]),
        ("From a single source", list(_sentences(brief.single_source, cited, bullets=True))),
        ("Timeline", _timeline(brief, cited)),
    )
    for title, content in parts:
        if content:
            yield tag("h2", title)
            yield from content


def _sentences(sentences: Sequence[BriefSentence], cited: Cited, *, bullets: bool) -> Iterator[Html]:
    if bullets and sentences:
        lines = (tag("li", s.text, cited.refs(s.citations), dir="auto") for s in sentences)
        yield tag("ul", *lines, class_="bullets")
    elif sentences:
        yield tag("p", join((join([s.text, cited.refs(s.citations)]) for s in sentences), " "), dir="auto")


def _figures(figures: Sequence[KeyFigure], cited: Cited) -> list[Html]:
    rows = [
        tag(
            "tr",
            tag("td", f.value, class_="value"),
            tag("td", f.what, cited.refs(f.citations), _said_by(f)),
        )
        for f in figures
    ]
    return [tag("table", *rows)] if rows else []


def _said_by(figure: KeyFigure) -> Html | None:
    words = said_by(figure)
    return tag("span", words, class_="who" if figure.agree else "who differ") if words else None


def _one_story(story: BriefStory, cited: Cited) -> Html:
    told = tag("p", story.summary.text, cited.refs(story.summary.citations), dir="auto")
    new = [tag("li", s.text, cited.refs(s.citations), dir="auto") for s in story.new]
    news = tag("ul", *new, class_="bullets new", aria_label="New in it") if new else None
    head = tag("h3", one_line(story.headline), " ", tag("span", told_by(story), class_="who"))
    return tag("section", head, told, news, class_="told")


def _quotation(quotation: Quotation, cited: Cited) -> Html:
    words = tag("span", f"“{quotation.words}”", cited.refs([quotation.citation]))
    return tag("p", words, tag("span", _speaker(quotation), class_="who"), dir="auto")


def _speaker(quotation: Quotation) -> str:
    source = quotation.citation.publisher or quotation.citation.title or ""
    return " · ".join(part for part in (quotation.speaker, source) if part)


def _disagreement(disagreement: Disagreement, cited: Cited) -> Html:
    rows = []
    for at, (value, evidence) in enumerate(zip(disagreement.values, disagreement.citations, strict=False)):
        latest = tag("span", " latest", class_="latest") if at == disagreement.latest else None
        parts = dict.fromkeys(part for part in (evidence.publisher, *where(evidence)) if part)
        spot = tag("span", " · ".join(parts), class_="who")
        rows.append(
            tag("tr", tag("td", value, cited.refs([evidence]), class_="value"), tag("td", spot, latest))
        )
    return tag("table", tag("tr", tag("th", disagreement.what, colspan="2")), *rows)


def _timeline(brief: Brief, cited: Cited) -> list[Html]:
    rows = [
        tag("tr", tag("td", entry.date, class_="value"), tag("td", entry.text, cited.refs([entry.citation])))
        for entry in brief.timeline
    ]
    return [tag("table", *rows)] if rows else []
