"""A line is checked before it is sent: its words stand in its source, and no check finds a fault in it."""

from __future__ import annotations

from presscheck.chains.chat.answer.telling import Line
from presscheck.chains.check.run import check_article
from presscheck.chains.check.sources import Sources
from presscheck.models import Article
from presscheck.reasons import Severity
from presscheck.vectorstore.filtered import FilteredLibrary

FAULTS = frozenset({Severity.FIX, Severity.SOURCE})


def verified(line: Line, sources: Sources) -> bool:
    """Tell whether a line may be sent: its citations hold, and held against the sources that it cites nothing is wrong.

    The credit, a source's name and day, states nothing: a number in a title is no figure of the sentence.
    """
    for e in line.citations:
        if sources.article(e.article_id).text[e.start : e.end] != e.text:
            return False
    cited = {e.article_id for e in line.citations}
    library = FilteredLibrary(sources.library, lambda head: head.article_id in cited)
    report = check_article(Article(text=line.text), library)
    return not any(f.severity in FAULTS for f in report.findings)
