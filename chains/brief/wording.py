"""How a source's sentence stands in a brief: spoken words as an attributed, dated quotation, others with their publisher."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from presscheck.chains.brief.authors import author_of
from presscheck.chains.brief.candidates import Candidate
from presscheck.models import Article, BriefSentence, Evidence
from presscheck.vectorstore.citing import cite

MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()

Worded = Callable[[Candidate], str]


def day(moment: datetime | None) -> str:
    """Return a date as news writes it: `Oct. 29, 2024`; empty where it is unknown."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}" if moment else ""


def credit(article: Article) -> str:
    """Return who says so and when: `(desk notes, Oct. 21, 2024)`; empty where nothing is known of either.

    Of a signed statement who gave it is named too: its "we" is theirs.
    """
    named = article.name if article.origin or article.url else None
    who = article.publisher or article.author or article.title or named
    parts = [part for part in (author_of(article.title or ""), who, day(article.published)) if part]
    return f"({', '.join(parts)})" if parts else ""


def worded(candidate: Candidate) -> str:
    """Return the sentence as it stands in a brief; between its quotation marks or before its credit it is verbatim."""
    return (
        quotation(candidate) if candidate.spoken else f"{candidate.text} {credit(candidate.article)}".rstrip()
    )


def plainly(candidate: Candidate) -> str:
    """Return the sentence without its credit, where the brief has one source and names it once."""
    return quotation(candidate) if candidate.spoken else candidate.text


def quotation(candidate: Candidate) -> str:
    """Return spoken words as a quotation with speaker and date."""
    words = candidate.text
    stop = words[-1] if words[-1] in "!?" else ","
    body = words[:-1] if words[-1] in ".!?" else words
    when = day(candidate.article.published)
    return f"“{_inner_marks(body)}{stop}” {candidate.passage.speaker} said{f' on {when}' if when else ''}."


def _inner_marks(words: str) -> str:
    """Set a quotation inside the quotation in single marks."""
    first, *rest = words.replace("“", "‘").replace("”", "’").split('"')
    return first + "".join("‘’"[n % 2] + part for n, part in enumerate(rest))


def sentence(candidate: Candidate, words: Worded = worded) -> BriefSentence:
    """Return the candidate as a sentence of a brief with its citation."""
    return BriefSentence(text=words(candidate), citations=(place(candidate),))


def place(candidate: Candidate) -> Evidence:
    """Return the candidate's characters in its source."""
    return cite(candidate.article, candidate.start, candidate.end, speaker=candidate.passage.speaker)
