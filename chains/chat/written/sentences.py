"""A model's sentences: taken out of its answer as it comes, and held to the sources before any is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presscheck.chains.chat.answer.telling import Line
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.run import check_article
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, Evidence, Finding
from presscheck.reasons import Reason, Severity, Verdict
from presscheck.text.sentences import split_sentences
from presscheck.text.words import content_words

MOST = 6
"""Sentences of an answer that are looked at; more is no answer to a question."""
ABOUT = 0.5
"""Share of a question's weight that a sentence, with its evidence, meets."""
QUOTED = 0.5
"""Share of a sentence between quotation marks from which the quotation's verdict is the sentence's."""
NONE = re.compile(
    r"\bNOT[ _]IN[ _](?:THE[ _])?SOURCES\b|^\s*(?:the )?(?:sources|evidence)(?: do(?:es)?)? (?:not|n['’]t)\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"^\W*[\"“]\w+[\"”]\s*:|[{}]")
"""A tool's call that a small model writes out as text: `"query": "the levee"`."""
ADDS = 2
"""Content words of a sentence that a further place must add to be cited."""
_MARKS = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]|\*\*|^#+ |^[-*] |^\d+\. ", re.MULTILINE)


def whole_sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Yield each sentence once it is complete, without the numbers and marks that a model adds."""
    text, sent = "", 0
    for piece in pieces:
        text += piece
        done = _split(text)[:-1]
        yield from done[sent:]
        sent = max(sent, len(done))
    yield from _split(text)[sent:]


def _split(text: str) -> list[str]:
    return [s.text for line in _MARKS.sub("", text).splitlines() for s in split_sentences(line)]


def borne_out(text: str, question: Question, sources: Sources) -> Line | None:
    """Return a sentence as a line with what bears it out; None unless the sources say all of it and it is to the point."""
    if _CALL.search(text):
        return None
    findings = check_article(Article(text=text), sources.library).findings
    evidence = _evidence(findings, text)
    if (
        not evidence
        or not all(_passes(f, text) for f in findings)
        or not _to_the_point(text, evidence, question)
    ):
        return None
    return Line(text, evidence)


def _passes(finding: Finding, text: str) -> bool:
    if finding.severity not in (Severity.OK, Severity.INFO):
        return False
    if finding.claim.kind == "statement":
        return finding.verdict is Verdict.SUPPORTED or _is_quotation(text)
    return finding.reason is not Reason.NAME_NOT_FOUND and finding.reason is not Reason.DATE_NOT_FOUND


def _is_quotation(text: str) -> bool:
    inside = sum(len(m[0]) for m in re.finditer(r"[“\"][^”\"]*[”\"]", text))
    return inside >= QUOTED * len(text)


def _evidence(findings: Iterable[Finding], text: str) -> tuple[Evidence, ...]:
    """Return the places that bear out a sentence: the first, and others that add words of it."""
    left: set[str] = set(content_words(text))
    chosen: list[Evidence] = []
    for finding in findings:
        if finding.verdict is Verdict.SUPPORTED and finding.claim.kind in ("statement", "quote"):
            for evidence in finding.evidence:
                added = left & set(content_words(evidence.text))
                if not chosen or len(added) >= ADDS:
                    chosen.append(evidence)
                    left -= added
    return tuple(chosen)


def _to_the_point(text: str, evidence: tuple[Evidence, ...], question: Question) -> bool:
    words = words_of(" ".join([text, *(f"{e.text} {e.speaker or ''} {e.title or ''}" for e in evidence)]))
    plain = [t for t in question.terms if not t.light]
    met = sum(t.weight * likeness(t.lemma, t.kind, words) for t in plain)
    return met >= ABOUT * sum(t.weight for t in plain)
