"""From lines to events: numbers the citations and puts the reply together."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

from presscheck.models import (
    Brief,
    ChatEvent,
    CitationSent,
    Done,
    Evidence,
    Lookup,
    Reply,
    Report,
    ReportSent,
    SentenceSent,
)

Status = Literal["answered", "partial", "not_in_sources", "conflicting"]


class Line(NamedTuple):
    """A sentence of a reply (or heading, or list item) and what bears it out; `credit`, behind it, names the source."""

    text: str
    citations: tuple[Evidence, ...] = ()
    credit: str = ""


class Outcome(NamedTuple):
    """What else a reply holds, known when its lines are told."""

    status: Status
    report: Report | None = None
    brief: Brief | None = None


Telling = Generator[Line | Lookup | ReportSent, None, Outcome]
"""What a job is: it yields lines and says what is looked up, and returns the outcome."""


def tell(telling: Telling) -> Iterator[ChatEvent]:
    """Yield the events of a reply, each citation before the first line that uses its number."""
    cited: list[Evidence] = []
    numbers: dict[tuple[str, int, int], int] = {}
    sent: list[str] = []
    outcome = None
    try:
        while outcome is None:
            try:
                item = next(telling)
            except StopIteration as stop:
                outcome = stop.value
                continue
            if not isinstance(item, Line):
                yield item
                continue
            for evidence in item.citations:
                if (key := _key(evidence)) not in numbers:
                    cited.append(evidence)
                    numbers[key] = len(cited)
                    yield CitationSent(number=len(cited), evidence=evidence)
            sent.append(_numbered(item, numbers))
            yield SentenceSent(text=sent[-1])
    finally:
        telling.close()
    yield Done(
        reply=Reply(
            status=outcome.status,
            text="\n".join(sent),
            citations=tuple(cited),
            report=outcome.report,
            brief=outcome.brief,
        )
    )


def _key(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.sha256, evidence.start, evidence.end


def _numbered(line: Line, numbers: dict[tuple[str, int, int], int]) -> str:
    marks = "".join(f"[{n}]" for n in dict.fromkeys(numbers[_key(e)] for e in line.citations))
    return " ".join(part for part in (line.text, line.credit, marks) if part)
