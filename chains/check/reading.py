"""Draft and sources as they are read (`presscheck.text.reading`), and the report put back on the texts as given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from presscheck.models import Article, Claim, Evidence, Finding, Passage, Report, SourceInfo
from presscheck.text.reading import read
from presscheck.vectorstore.citing import cite
from presscheck.vectorstore.library import Library


def as_read(article: Article) -> Article:
    """Return an article with its text as it is read; all else, its hash too, stays."""
    text = read(article.text).text
    return article if text == article.text else article.model_copy(update={"text": text})


class ReadLibrary:
    """A library whose articles and passages are given as they are read."""

    def __init__(self, library: Library) -> None:
        self.given = library
        self._articles: dict[str, Article] = {}

    def heads(self) -> Sequence[SourceInfo]:
        """Return every current article without its text, in a stable order."""
        return self.given.heads()

    def article(self, article_id: str) -> Article:
        """Return a current article; KeyError if there is none of that id."""
        return as_read(self._given(article_id))

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        return [self._as_read(p) for p in self.given.passages(article_id)]

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages that hold any of the words, best first, with BM25 scores above 0."""
        return [(self._as_read(p), score) for p, score in self.given.search(words, k, only=only)]

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        return [self._as_read(p) for p in self.given.phrase(words, k, only=only)]

    def _given(self, article_id: str) -> Article:
        if article_id not in self._articles:
            self._articles[article_id] = self.given.article(article_id)
        return self._articles[article_id]

    def _as_read(self, passage: Passage) -> Passage:
        whole = self._given(passage.article_id).text
        reading = read(whole)
        if reading.text == whole:
            return passage
        start, end = reading.read_at(passage.start), reading.read_at(passage.end)
        return passage.model_copy(update={"start": start, "end": end, "text": reading.text[start:end]})


def as_given(report: Report, article: Article, library: Library) -> Report:
    """Return a report on texts as they are read as one on the texts as given: each place holds there."""
    placed = _Placed(article, library)
    findings = tuple(placed.finding(f) for f in report.findings)
    return report.model_copy(update={"text": article.text, "findings": findings})


class _Placed:
    """Claims and evidence at their places in the texts as given."""

    def __init__(self, article: Article, library: Library) -> None:
        self._article, self._library = article, library

    def finding(self, finding: Finding) -> Finding:
        evidence = tuple(self._evidence(e) for e in finding.evidence)
        claim = self._claim(finding.claim)
        if claim is finding.claim and all(a is b for a, b in zip(evidence, finding.evidence, strict=True)):
            return finding
        return finding.model_copy(update={"claim": claim, "evidence": evidence})

    def _claim(self, claim: Claim) -> Claim:
        text = self._article.text
        reading = read(text)
        if reading.text == text:
            return claim
        start, end = reading.given_span(claim.start, claim.end)
        low, high = reading.given_span(claim.sentence_start, claim.sentence_end)
        moved = {"start": start, "end": end, "sentence_start": low, "sentence_end": high}
        return claim.model_copy(update={**moved, "text": text[start:end]})

    def _evidence(self, evidence: Evidence) -> Evidence:
        own = evidence.sha256 == self._article.sha256 and evidence.article_id == self._article.id
        article = self._article if own else self._library.article(evidence.article_id)
        reading = read(article.text)
        if reading.text == article.text:
            return evidence
        start, end = reading.given_span(evidence.start, evidence.end)
        return cite(
            article, start, end, stance=evidence.stance, speaker=evidence.speaker, score=evidence.score
        )
