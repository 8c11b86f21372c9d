"""Sentences of a reply: the sources' own words, attributed and dated; what stands between the marks is verbatim."""

from __future__ import annotations

import re

from presscheck.chains.brief.wording import credit, day
from presscheck.chains.chat.evidence import Unit
from presscheck.chains.chat.telling import Line
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, Evidence

SHORT = 5
"""A sentence of fewer words ("It has.") is told together with the next one."""
_BLANK = re.compile(r"\s+")


def line_of(unit: Unit, sources: Sources, *, more: bool = False) -> Line:
    """Return a sentence as a line of a reply, together with the one before it where it leans on that.

    With `more` the next sentence is told too.
    """
    evidence = passage_of(unit, sources, more=more)
    return Line(worded(evidence, sources.article(evidence.article_id)), (evidence,))


def passage_of(unit: Unit, sources: Sources, *, more: bool = False) -> Evidence:
    """Return the characters that answer: the sentence, and what it can't be understood without."""
    s = unit.sentence
    start, end = s.start, s.end
    if unit.leaned_on:
        start = unit.leaned_on[0].start
    if unit.following and (more or len(s.text.split()) < SHORT and unit.asked):
        end = unit.following.end
    return sources.evidence(s.article_id, start, end, speaker=s.speaker)


def worded(evidence: Evidence, article: Article) -> str:
    """Return the source's words as a sentence of a reply."""
    words = _BLANK.sub(" ", evidence.text).strip()
    if evidence.speaker:
        return f"{evidence.speaker} said{_on(article)}: “{_inner(words)}”"
    return f"{words} {credit(article)}".rstrip()


def _on(article: Article) -> str:
    when = day(article.published)
    return f" on {when}" if when else ""


def _inner(words: str) -> str:
    return words.replace("“", "‘").replace("”", "’").replace('"', "'")
