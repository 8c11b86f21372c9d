"""The check sheet as data: one block a sentence, worst first, the rest folded; every rendering starts from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from presscheck.models import Evidence, Finding, Report
from presscheck.reasons import Reason, Severity, Verdict
from presscheck.render.words import ASIDES, LABELS

URGENT = (Severity.FIX, Severity.SOURCE, Severity.LOOK)
"""The severities that stand above the fold, worst first."""
RANK: Mapping[Severity, int] = {severity: at for at, severity in enumerate(Severity)}
RECORDS = ("transcript", "official")
"""Kinds of sources that are a record of what was said."""
_KINDS = {kind: at for at, kind in enumerate(("quote", "attribution", "figure", "date", "name", "statement"))}


@dataclass(frozen=True)
class Item:
    """One thing to tell: a finding, or a quotation's with its speaker's; the worst first."""

    findings: tuple[Finding, ...]

    @property
    def main(self) -> Finding:
        """The finding that counts."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """The severity of the worst."""
        return self.main.severity

    @property
    def label(self) -> str:
        """What it is called: "altered, speaker right"."""
        others = (ASIDES.get(f.reason, LABELS[f.reason]) for f in self.findings[1:])
        return ", ".join(dict.fromkeys((LABELS[self.main.reason], *others)))


@dataclass(frozen=True)
class Block:
    """A sentence and what must be told about it."""

    text: str
    start: int
    end: int
    line: int
    items: tuple[Item, ...]

    @property
    def severity(self) -> Severity:
        """The severity of the worst item."""
        return self.items[0].severity


class Lines:
    """Where the lines of a text begin; both lines and columns count from 1.

    `first` is the number of the text's first line in its file, when a head stands before it.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
        self._first = first

    def index(self, offset: int) -> int:
        """Return the index of the line that holds the character; the first is 0."""
        return bisect_right(self._starts, offset) - 1

    def line(self, offset: int) -> int:
        """Return the number of the line that holds the character."""
        return self.index(offset) + self._first

    def column(self, offset: int) -> int:
        """Return the column of the character."""
        return offset - self._starts[self.index(offset)] + 1


class Sheet:
    """What an editor sees of a report.

    `aside` holds the ids of claims that were accepted or stood in the baseline, and why: they are counted and, where
    everything is shown, listed, but need nobody.
    """

    def __init__(
        self,
        report: Report,
        *,
        name: str | None = None,
        aside: Mapping[str, str] = {},
    ) -> None:
        self.report = report
        self.name = name or report.title or "text"
        self.lines = Lines(report.text, report.first_line)
        self.why_aside = aside

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items but those set aside, in the order of the text.

        A sentence of which a part is wrong, or stands nowhere, is not fine as a whole, however well sourced the rest.
        """
        found = tuple(paired(f for f in self.report.findings if f.claim.id not in self.why_aside))
        faulty = {_place(i)[0] for i in found if i.severity in (Severity.FIX, Severity.SOURCE)}
        return tuple(i for i in found if not (_whole(i) and _place(i)[0] in faulty))

    @cached_property
    def aside(self) -> tuple[Item, ...]:
        """The items set aside."""
        return tuple(Item((f,)) for f in self.report.findings if f.claim.id in self.why_aside)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The sentences that need a person, in the order of the text."""
        return self._blocks(self.items)

    def group(self, severity: Severity, *, gathered: Collection[Item] = ()) -> tuple[Block, ...]:
        """Return the blocks whose worst item has this severity, without what is told of together."""
        apart = {id(item) for item in gathered}
        blocks = self._blocks(i for i in self.items if id(i) not in apart) if apart else self.blocks
        return tuple(block for block in blocks if block.severity is severity)

    @cached_property
    def second_hand(self) -> tuple[Item, ...]:
        """The quotations that stand only in articles, where no source is a record of what was said: all for one cause."""
        if any(source.kind in RECORDS for source in self.report.sources):
            return ()
        found = tuple(i for i in self.items if i.main.reason is Reason.QUOTE_SECONDHAND)
        return found if len(found) > 1 else ()

    def of(self, severity: Severity) -> tuple[Item, ...]:
        """Return the items of one severity, in the order of the text."""
        return tuple(item for item in self.items if item.severity is severity)

    @cached_property
    def nothing_checked(self) -> bool:
        """Whether nothing at all could be checked."""
        return not checked(self.report)

    @cached_property
    def short_ids(self) -> Mapping[str, str]:
        """The shortest beginnings of the claims' ids, at least four characters, that tell them apart."""
        ids = {f.claim.id for f in self.report.findings}
        length = next((n for n in range(4, 64) if len({i[:n] for i in ids}) == len(ids)), 64)
        return {i: i[:length] for i in ids}

    def own_line(self, evidence: Evidence) -> int | None:
        """Return the line of evidence that stands in the text itself; None for a source's."""
        own = evidence.sha256 == self.report.text_sha256
        if own and all(s.article_id != evidence.article_id for s in self.report.sources):
            return self.lines.line(evidence.start)
        return None

    def _blocks(self, items: Iterable[Item]) -> tuple[Block, ...]:
        urgent = sorted((i for i in items if i.severity in URGENT), key=_place)
        return tuple(self._block(list(group)) for _, group in groupby(urgent, key=lambda i: _place(i)[0]))

    def _block(self, items: list[Item]) -> Block:
        start = min(i.main.claim.sentence_start for i in items)
        end = max(i.main.claim.sentence_end for i in items)
        worst = tuple(sorted(items, key=lambda i: (RANK[i.severity], i.main.claim.start)))
        return Block(self.report.text[start:end], start, end, self.lines.line(start), worst)


def checked(report: Report) -> bool:
    """Tell whether anything was checked: an empty report, or one of nothing but what can't be checked, is no pass."""
    return any(f.verdict is not Verdict.NOT_CHECKABLE for f in report.findings)


def _place(item: Item) -> tuple[int, int]:
    return item.main.claim.sentence_start, item.main.claim.start


def _whole(item: Item) -> bool:
    return item.main.claim.kind == "statement" and item.severity is Severity.OK


def paired(findings: Iterable[Finding]) -> Iterator[Item]:
    """Join each quotation with the finding about its speaker; everything else stands alone."""
    findings = tuple(findings)
    speakers = [f for f in findings if f.claim.kind == "attribution"]
    quoted = {id(s): q for q in findings if q.claim.kind == "quote" for s in speakers if _overlap(q, s)}
    for finding in findings:
        if finding.claim.kind == "quote":
            yield _item(finding, *(s for s in speakers if quoted.get(id(s)) is finding))
        elif id(finding) not in quoted:
            yield Item((finding,))


def _item(*findings: Finding) -> Item:
    return Item(tuple(sorted(findings, key=lambda f: (RANK[f.severity], _KINDS[f.claim.kind]))))


def _overlap(one: Finding, other: Finding) -> bool:
    return one.claim.start < other.claim.end and other.claim.start < one.claim.end
