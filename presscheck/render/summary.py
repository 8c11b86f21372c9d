"""The lines that sum a sheet up: what was checked against what, what is fine, what is folded, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from presscheck.models import Finding
from presscheck.reasons import Reason, Severity
from presscheck.render.safe import one_line, shorten
from presscheck.render.sheet import URGENT, Item, Sheet
from presscheck.render.words import ASIDES, LABELS, capital, claim_kinds, counted, source_kinds

FINE_KINDS = ("quote", "figure", "date")
"""What is named when it is right; names and statements are only counted."""
FINE_SHOWN = 8
NONE_EARLIER = (
    "No source from before the text is there, so that “not found” says nothing of it yet: add sources up to "
    "its day, or give the day that it speaks from with --as-of."
)
"""What the head says where every source came after the text."""


def head_lines(sheet: Sheet) -> tuple[str, ...]:
    """Return what was checked against what (name and rest parted by a tab), a warning, and what the text holds."""
    coverage, sources = sheet.report.coverage, sheet.report.sources
    number = coverage.sources_searched
    searched = sources[:number]  # those that only came later stand behind them
    if not number and coverage.later:
        against = f"checked against nothing but {counted(len(coverage.later), 'source')} that came later"
    elif not number:
        against = "no source was searched"
    elif number == len(searched) > 1:
        against = f"checked against {counted(number, 'source')}: {source_kinds(searched)}"
    elif number == len(searched):
        against = f"checked against {source_kinds(searched)}"
    else:
        against = f"checked against {counted(number, 'source')}"
    first = NONE_EARLIER if not number and coverage.later else ""
    kinds = " · ".join(claim_kinds(coverage.claims))
    return tuple(line for line in (f"{one_line(sheet.name)}\t{against}", first, kinds) if line)


def fine_shown(sheet: Sheet) -> list[str]:
    """Return the words of what is right and worth naming, each once: quotations, figures in digits, dates, the rest."""
    fine = [i for i in sheet.of(Severity.OK) if i.main.claim.kind in FINE_KINDS]
    words = dict.fromkeys(_named(i.main.claim.kind, i.main.claim.text) for i in sorted(fine, key=_worth))
    return list(words)[:FINE_SHOWN]


def _worth(item: Item) -> tuple[bool, int]:
    kind, text = item.main.claim.kind, item.main.claim.text
    digits = any(c.isdigit() for c in text)
    return kind != "quote" and not digits, FINE_KINDS.index(kind)


def _named(kind: str, text: str) -> str:
    words = shorten(one_line(text), 44)
    return f"“{words}”" if kind == "quote" else words


def folded_line(sheet: Sheet, shown: int) -> str:
    """Say what is folded: how many more are fine, and what was not judged, by label."""
    more = len(sheet.of(Severity.OK)) - shown
    parts = [f"{more} more fine"] if more > 0 and shown else [f"{more} fine"] if more > 0 else []
    parts += not_judged(sheet)
    parts += set_aside(sheet)
    return " · ".join(parts) + "   (--all)" if parts else ""


def set_aside(sheet: Sheet) -> list[str]:
    """Say what needs nobody again, and how often: "2 accepted", "3 unchanged"."""
    why = Counter(sheet.why_aside[i.main.claim.id].partition(":")[0] for i in sheet.aside)
    return [f"{number} {words}" for words, number in why.items()]


def unsettled(sheet: Sheet) -> str:
    """Say what a sheet comes to on which nothing is wrong and nothing is right: that is no pass."""
    return "nothing was checked" if sheet.nothing_checked else "nothing to fix, and nothing confirmed"


def clean(sheet: Sheet) -> str:
    """Say what a sheet comes to on which nothing is to be done; empty where something is."""
    if sheet.blocks:
        return ""
    fine = sheet.of(Severity.OK)
    return capital("nothing to fix, nothing lacks a source" if fine else unsettled(sheet)) + "."


def not_judged(sheet: Sheet) -> list[str]:
    """Say what was not judged, and how often: "2 questions", "1 opinion"."""
    labels = Counter(i.main.reason for i in sheet.of(Severity.INFO))
    return [_folded(reason, n) for reason, n in labels.most_common()]


def _folded(reason: Reason, number: int) -> str:
    one, many = FOLDED.get(reason, (LABELS[reason], LABELS[reason]))
    return f"{number} {one if number == 1 else many}"


FOLDED = {
    Reason.STATEMENT_UNSUPPORTED: ("statement no source bears out", "statements no source bears out"),
    Reason.NAME_NOT_FOUND: ("name not in the sources", "names not in the sources"),
    Reason.DATE_NOT_FOUND: ("date not in the sources", "dates not in the sources"),
    Reason.CLAIM_OPINION: ("opinion", "opinions"),
    Reason.CLAIM_PREDICTION: ("prediction", "predictions"),
    Reason.CLAIM_QUESTION: ("question", "questions"),
}


def coverage_lines(sheet: Sheet) -> tuple[str, ...]:
    """Say which sources were left out or came later."""
    coverage = sheet.report.coverage
    told = []
    if coverage.left_out:
        told.append(f"left out {_listed(coverage.left_out)}: the text itself or a copy of it")
    if coverage.later:
        told.append(f"later    {_listed(coverage.later)}: published after the text, makes nothing wrong")
    return tuple(told)


def _listed(names: tuple[str, ...]) -> str:
    shown = ", ".join(one_line(name) for name in names[:4])
    return shown if len(names) <= 4 else f"{shown} and {len(names) - 4} more"


def gathered_line(items: Collection[Item]) -> str:
    """Say how many quotations stand only in articles; empty where each is told of by itself."""
    told = f"{counted(len(items), 'quote')} stand only in articles, not in a transcript or official text"
    return told if items else ""


def explanations(item: Item, compared: bool) -> Iterator[str]:
    """Yield what the checks say in words, where it adds something to the label, the values and the comparison."""
    for finding in item.findings:
        aside = finding is not item.main and finding.reason in ASIDES
        if finding.severity in URGENT and not aside and not _says_it_all(finding, compared):
            yield one_line(finding.explanation)
        if finding.proof and finding.proof not in finding.explanation:
            yield one_line(finding.proof)


def _says_it_all(finding: Finding, compared: bool) -> bool:
    """Tell whether label, value and comparison leave nothing for the explanation to say."""
    if compared and finding.reason in SEEN_IN_WORDS:
        return True
    plain = finding.explanation == finding.reason.description
    if plain and finding.reason in SEEN_IN_LABEL:
        return True
    return (plain and compared) or (finding.expected is not None and finding.reason in SEEN_IN_VALUES)


SEEN_IN_WORDS = {Reason.QUOTE_ALTERED, Reason.QUOTE_NEGATION_LOST, Reason.QUOTE_PARAPHRASE}
"""Reasons that the words side by side explain."""
SEEN_IN_LABEL = {Reason.FIGURE_NOT_FOUND}
"""Reasons whose description only says their label again."""
SEEN_IN_VALUES = {
    Reason.FIGURE_SCALE, Reason.FIGURE_CURRENCY, Reason.FIGURE_VALUE, Reason.FIGURE_UNIT, Reason.FIGURE_DIRECTION,
    Reason.DATE_VALUE, Reason.DATE_WEEKDAY, Reason.NAME_SPELLING, Reason.NAME_OTHER,
}  # fmt: skip
"""Reasons that the two values, one beside the other, explain."""


def told(finding: Finding) -> str:
    """Say in a few words what is wrong with a figure, date, name or speaker: ": $400 billion → $400 million"."""
    expected = f" → {shorten(one_line(finding.expected), 60)}" if finding.expected else ""
    if finding.claim.kind in ("quote", "statement"):
        return ""
    return (
        expected
        if finding.claim.kind == "attribution"
        else f": {shorten(one_line(finding.claim.text), 60)}{expected}"
    )
