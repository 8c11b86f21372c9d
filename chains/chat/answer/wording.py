"""Sentences of a reply: the sources' own words, attributed and dated; what stands between the marks is verbatim."""

from __future__ import annotations

import re

from presscheck.chains.brief.noise import FURNITURE
from presscheck.chains.brief.wording import credit, day
from presscheck.chains.chat.answer.telling import Line
from presscheck.chains.chat.evidence.sayings import throughout
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, Evidence
from presscheck.text.people import fold, surname

SHORT = 5
"""A sentence of fewer words ("It has.") is told together with the next one."""
ENOUGH = 45
"""Words after which an answer is not told further."""
_OPENS = re.compile(r"(?:^|[\s(])[\"“]\w")
_CLOSES = re.compile(r"[\w.,!?…][\"”](?:\W|$)")
_PARAGRAPH = re.compile(r"\n\s*[“\"]?")
_BLANK = re.compile(r"\s+")


def line_of(unit: Unit, sources: Sources, *, more: bool = False) -> Line:
    """Return a sentence as a line of a reply, together with the one before it where it leans on that.

    With `more` the next sentence is told too.
    """
    evidence = passage_of(unit, sources, more=more)
    article = sources.article(evidence.article_id)
    speaker = "" if evidence.speaker else throughout(article.text, evidence.start, evidence.end)
    if speaker and fold(surname(speaker)) not in fold(evidence.text):
        return Line(f"{speaker} said: “{_inner(_plain(evidence.text))}”", (evidence,), credit(article))
    return worded(evidence, article)


def passage_of(unit: Unit, sources: Sources, *, more: bool = False) -> Evidence:
    """Return the characters that answer: the sentence, and what it can't be understood without."""
    s = unit.sentence
    start, end = _whole_quotation(unit)
    if unit.leaned_on:
        start = min(start, unit.leaned_on[0].start)
    if s.speaker is None:
        start += _furniture(sources.article(s.article_id).text[start:end])
    if more or (len(s.text.split()) < SHORT and unit.asked):
        end = max(end, _far_enough(unit, 2 if more else 1))
    return sources.evidence(s.article_id, start, end, speaker=s.speaker)


def _furniture(text: str) -> int:
    """Return how many characters at the start belong to the page and not to what it says: "(CNN)", "scroll down for video"."""
    found = FURNITURE.match(text)
    return found.end() if found and found.end() < len(text) else 0


def _whole_quotation(unit: Unit) -> tuple[int, int]:
    """Return the place of a sentence, with what its quotation begins or ends with in the sentences beside it."""
    s = unit.sentence
    start, end = s.start, s.end
    if s.speaker is None and not _OPENS.search(s.text) and _CLOSES.search(s.text) and unit.before:
        start = next((b.start for b in reversed(unit.before) if _OPENS.search(b.text)), start)
    if s.speaker is None and _OPENS.search(s.text) and not _CLOSES.search(s.text):
        end = next((f.end for f in unit.following if _CLOSES.search(f.text)), end)
    return start, end


def _far_enough(unit: Unit, most: int) -> int:
    """Return where the answer ends, after at most so many further sentences, as soon as it has enough words."""
    words, end = len(unit.sentence.text.split()), unit.sentence.end
    for sentence in unit.following[:most]:
        if words >= ENOUGH:
            break
        words, end = words + len(sentence.text.split()), sentence.end
    return end


def worded(evidence: Evidence, article: Article) -> Line:
    """Return the source's words as a line of a reply."""
    words = _BLANK.sub(" ", evidence.text).strip()
    if evidence.speaker:
        return Line(f"{evidence.speaker} said{_on(article)}: “{_inner(words)}”", (evidence,))
    return Line(words, (evidence,), credit(article))


def credited(text: str, citations: tuple[Evidence, ...], sources: Sources) -> Line:
    """Return a sentence as a line, what names its source at its end apart."""
    known = (credit(sources.article(e.article_id)) for e in citations)
    behind = next((words for words in known if words and text.endswith(words)), "")
    return Line(text.removesuffix(behind).rstrip(), citations, behind)


def _plain(quoted: str) -> str:
    """Return the words of a quotation without its own marks, also those that open each of its paragraphs."""
    words = _PARAGRAPH.sub(" ", quoted).strip()
    return _BLANK.sub(" ", words.strip("“”\"‘’' " if words[:1] in "'‘" else '“”" '))


def _on(article: Article) -> str:
    when = day(article.published)
    return f" on {when}" if when else ""


def _inner(words: str) -> str:
    return words.replace("“", "‘").replace("”", "’").replace('"', "'")
