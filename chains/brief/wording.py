"""How a source's sentence stands in a brief: spoken words as an attributed, dated quotation, others with their publisher."""

from __future__ import annotations

from datetime import datetime

from presscheck.chains.brief.candidates import Candidate
from presscheck.models import Article, BriefSentence
from presscheck.vectorstore.citing import cite


def day(moment: datetime | None) -> str:
    """Return a date as news writes it: `Oct. 29, 2024`; empty where it is unknown."""
    if moment is None:
        return ""
    month = (
        "Jan.",
        "Feb.",
        "March",
        "April",
        "May",
        "June",
        "July",
        "Aug.",
        "Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
    )[moment.month - 1]
    return f"{month} {moment.day}, {moment.year}"


def credit(article: Article) -> str:
    """Return who says so and when: `(desk notes, Oct. 21, 2024)`."""
    who = article.publisher or article.author or article.title or article.name
    return f"({', '.join(part for part in (who, day(article.published)) if part)})"


def worded(candidate: Candidate) -> str:
    """Return the sentence as it stands in a brief; between its quotation marks or before its credit it is verbatim."""
    return quotation(candidate) if candidate.spoken else f"{candidate.text} {credit(candidate.article)}"


def quotation(candidate: Candidate) -> str:
    """Return spoken words as a quotation with speaker and date."""
    words = candidate.text
    stop = words[-1] if words[-1] in "!?" else ","
    body = words[:-1] if words[-1] in ".!?" else words
    when = day(candidate.article.published)
    return f"“{_inner_marks(body)}{stop}” {candidate.passage.speaker} said{f' on {when}' if when else ''}."


def _inner_marks(words: str) -> str:
    """Set a quotation inside the quotation in single marks."""
    return words.replace("“", "‘").replace("”", "’")


def sentence(candidate: Candidate) -> BriefSentence:
    """Return the candidate as a sentence of a brief with its citation."""
    citation = cite(candidate.article, candidate.start, candidate.end, speaker=candidate.passage.speaker)
    return BriefSentence(text=worded(candidate), citations=(citation,))
