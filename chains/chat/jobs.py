"""Jobs beside answering: check a text, brief, compare the sources, show a source, tell what is new, say what can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from presscheck.chains.brief import make_brief
from presscheck.chains.chat.answer.answering import NOT_SAID, refuse, whose
from presscheck.chains.chat.answer.choose import OWN, answers, lacks
from presscheck.chains.chat.answer.differing import differ
from presscheck.chains.chat.answer.telling import Line, Outcome, Telling
from presscheck.chains.chat.answer.verify import verified
from presscheck.chains.chat.answer.wording import credited, line_of, worded
from presscheck.chains.chat.evidence.finder import Finder
from presscheck.chains.chat.evidence.fitting import Fit
from presscheck.chains.chat.evidence.meeting import MET
from presscheck.chains.chat.kinds.amounts import asked_figures
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.antecedents import Talk
from presscheck.chains.chat.question.intents import COMMANDS, numbers_in
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.chat.question.terms import terms_of
from presscheck.chains.check.sources import timestamp
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.models import Article, BriefSentence, Evidence, Finding, Lookup, Report, ReportSent
from presscheck.reasons import Severity
from presscheck.text.dates import find_dates
from presscheck.vectorstore.library import Library

ALARMS = (Severity.FIX, Severity.SOURCE, Severity.LOOK)
SPEAKS = 0.5
"""Share of a topic's weight from which a source is said to speak of it."""
BEHIND = 0.2
"""Share of a topic's weight by which a source that speaks of something else is behind."""
UNKNOWN = 8.0
"""Weight of a word that no table knows: mostly a name."""
MOST = 8
"""Sources told of when they are compared or listed."""


def check(text: str, library: Library, ask: Callable[[Article], Report]) -> Telling:
    """Check a text and tell what needs a person, the worst first."""
    if not text.strip():
        yield Line("Give the text to check behind the command, or paste it.")
        return Outcome("answered")
    yield Lookup(query=text[:120])
    report = ask(Article(text=text))
    yield ReportSent(report=report)
    yield Line(_summary(report))
    for severity in ALARMS:
        for finding in report.by_severity(severity):
            yield Line(f"“{finding.claim.text.strip()}”: {finding.explanation}", _shown(finding, library))
    return Outcome("answered", report=report)


def _summary(report: Report) -> str:
    counts = [(len(report.by_severity(s)), s) for s in Severity]
    told = {
        "fix": "to fix",
        "source": "without a source",
        "look": "to look at",
        "ok": "borne out",
        "info": "not checked or not found",
    }
    parts = [f"{n} {told[s.value]}" for n, s in counts if n]
    return (
        f"Checked against {report.coverage.sources_searched} sources: {', '.join(parts)}."
        if parts
        else "It holds nothing that can be checked."
    )


def _shown(finding: Finding, library: Library) -> tuple[Evidence, ...]:
    """Return the evidence that stands in a stored source: of a text that contradicts itself it is the text."""
    stored = {h.article_id for h in library.heads()}
    return tuple(e for e in finding.evidence[:2] if e.article_id in stored)


def brief(topic: str, finder: Finder) -> Telling:
    """Tell a brief on a topic, or on what is newest."""
    yield Lookup(query=topic or "the newest sources")
    try:
        made = make_brief(finder.library, topic or None)
    except (NothingToCheck, BadRequest):
        yield Line(NOT_SAID)
        return Outcome("not_in_sources")
    told = [s for s in (made.summary, *made.sentences) if s]
    if not _names_all(topic, told):
        yield Line(NOT_SAID)
        return Outcome("not_in_sources")
    for sentence in told:
        if verified(line := credited(sentence.text, sentence.citations, finder.sources), finder.sources):
            yield line
    return Outcome("answered", brief=made)


def _names_all(topic: str, told: Sequence[BriefSentence]) -> bool:
    """Tell whether every name of the topic stands somewhere in the brief."""
    words = words_of(" ".join(f"{s.text} {e.text} {e.title or ''}" for s in told for e in s.citations))
    return all(
        likeness(t.lemma, t.kind, words) >= MET for t in terms_of(topic) if t.hard or t.weight >= UNKNOWN
    )


def compare(question: Question, finder: Finder) -> Telling:
    """Tell what each story says on a topic, one after the other, and whether they differ."""
    yield Lookup(query=question.text)
    question = whose(question, finder)
    fits = finder.fits(question)
    found = [f for f in fits if _speaks_of(question, f)]
    best = max((f.cover for f in found), default=0.0)
    spoken = _one_a_story([f for f in found if f.cover > best - BEHIND])
    lines = [
        (f, line)
        for f in spoken
        for line in [line_of(f.unit, finder.sources)]
        if verified(line, finder.sources)
    ]
    if not lines:
        return (yield from refuse(fits, finder))
    apart = _differ(question, [f for f, _ in lines])
    if len(lines) == 1:
        yield Line("Only one of the sources speaks of it:")
    else:
        yield Line(f"{len(lines)} sources speak of it{', and their figures differ' if apart else ''}:")
    for _, line in lines:
        yield line
    return Outcome("conflicting" if apart else "answered")


def _speaks_of(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence speaks of a topic, or answers where "how long it lasted" is compared."""
    if question.kind != "what":
        return answers(question, fit)
    return fit.cover >= SPEAKS and fit.own >= OWN and not lacks(question, fit)


def _one_a_story(fits: Iterable[Fit]) -> list[Fit]:
    """Return the best sentence of each story, in order of time; copies of one story count as one."""
    best: dict[str, Fit] = {}
    for fit in fits:
        head = fit.unit.sentence.head
        best.setdefault(head.story_id or head.article_id, fit)
    return sorted(list(best.values())[:MOST], key=lambda f: timestamp(f.unit.sentence.head.published))


def _differ(question: Question, fits: Sequence[Fit]) -> bool:
    amounts = [asked_figures(question, f.unit) for f in fits]
    return any(differ(a, b) for i, a in enumerate(amounts) for b in amounts[i + 1 :])


def show(message: str, talk: Talk, library: Library) -> Telling:
    """Show what the last reply cites, or the passages with these numbers, each with what stands around it."""
    numbers = numbers_in(message)
    shown = [(n, e) for n, e in enumerate(talk.cited, 1) if not numbers or n in numbers]
    if not shown:
        yield Line(
            "The last reply cites nothing of that kind."
            if talk.replies
            else "Nothing was said yet that has a source."
        )
        return Outcome("not_in_sources")
    for _, evidence in shown:
        article = library.article(evidence.article_id)
        yield Line(f"{_where(evidence, article)}: “{_around(evidence, article.text)}”", (evidence,))
    return Outcome("answered")


def _where(evidence: Evidence, article: Article) -> str:
    day = evidence.published.date().isoformat() if evidence.published else ""
    named = (evidence.title or article.name, evidence.publisher or "", day, f"line {evidence.line}")
    return ", ".join(part for part in named if part)


def _around(evidence: Evidence, text: str) -> str:
    """Return the paragraph in which the evidence stands."""
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    return " ".join(text[start : end if end >= 0 else len(text)].split())


def new(since: str, finder: Finder, today: datetime) -> Telling:
    """Tell which sources are new since a day: by when they were published, or else added; without a day, those of the newest day."""
    library = finder.library
    articles = [library.article(h.article_id) for h in library.heads()]
    moment = _moment(since, today) or max((timestamp(a.published) for a in articles), default=0.0) - 1
    yield Lookup(query=f"new since {since}" if since else "the newest sources")
    found = [a for a in articles if timestamp(a.published or a.added) >= moment]
    found.sort(key=lambda a: timestamp(a.published), reverse=True)
    if not found:
        yield Line("Nothing was published or added since then.")
        return Outcome("not_in_sources")
    yield Line(f"{len(found)} {'source is' if len(found) == 1 else 'sources are'} new:")
    for article in found[:MOST]:
        yield from _lead(article, finder)
    return Outcome("answered")


def _moment(since: str, today: datetime) -> float | None:
    found = next((d for d in find_dates(since, today) if d.low is not None), None)
    return timestamp(found.low) if found else None


def _lead(article: Article, finder: Finder) -> Iterable[Line]:
    """Yield the first sentence that an article tells."""
    for passage in finder.library.passages(article.id):
        for sentence in finder.sources.sentences(passage) if passage.role in ("statement", "answer") else ():
            if len(sentence.text.split()) >= 6:
                shown = finder.sources.evidence(
                    article.id, sentence.start, sentence.end, speaker=sentence.speaker
                )
                yield worded(shown, article)
                return


def who_said_that(talk: Talk, finder: Finder) -> Telling:
    """Tell who said what the last reply tells, and when."""
    for evidence in talk.cited:
        article = finder.library.article(evidence.article_id)
        yield worded(evidence, article)
    if not talk.cited:
        yield Line(NOT_SAID)
    return Outcome("answered" if talk.cited else "not_in_sources")


def help_() -> Telling:
    """Say what can be asked."""
    yield Line("Ask about the stored sources in your own words; every answer cites them. Shortcuts:")
    for name, does in COMMANDS.items():
        yield Line(f"{name}: {does}")
    return Outcome("answered")
