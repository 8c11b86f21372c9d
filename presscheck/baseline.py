"""What stood before and what somebody accepted: findings that need nobody again, until the words or the evidence change.

A finding is recognised by its fingerprint: the claim's id (a hash of its words and sentence), the reason, the source's value
and the evidence's words. So an acceptance lapses by itself when the sentence is edited or a source says otherwise.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Finding, Frozen, Report
from presscheck.reasons import Severity

NEEDS_SOMEBODY = (Severity.FIX, Severity.SOURCE, Severity.LOOK)


class Acceptance(Frozen):
    """A finding that somebody accepted, and why."""

    claim: str
    fingerprint: str
    reason: str
    text: str
    note: str


class Accepted(Frozen):
    """The file of what was accepted; meant to be kept beside the texts, under version control."""

    schema_version: int = 1
    accepted: tuple[Acceptance, ...] = Field(())


@dataclass(frozen=True)
class Comparison:
    """Findings that need somebody, against an older report: those that are new, unchanged, and the older's now gone."""

    new: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    fixed: tuple[Finding, ...]


def fingerprint(finding: Finding) -> str:
    """Return 16 hexadecimal digits that change with the words, the reason, the source's value or the evidence."""
    seen = sorted(e.text for e in finding.evidence if e.stance != "nearest")
    parts = [finding.claim.id, finding.reason.code, finding.expected or "", *seen]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def pressing(report: Report) -> list[Finding]:
    """Return the findings that need somebody."""
    return [f for f in report.findings if f.severity in NEEDS_SOMEBODY]


def compare(report: Report, old: Report) -> Comparison:
    """Compare with an older report on the same text or an earlier version of it."""
    before = {fingerprint(f): f for f in pressing(old)}
    now = {fingerprint(f): f for f in pressing(report)}
    return Comparison(
        new=tuple(f for key, f in now.items() if key not in before),
        unchanged=tuple(f for key, f in now.items() if key in before),
        fixed=tuple(f for key, f in before.items() if key not in now),
    )


def standing(report: Report, accepted: Sequence[Acceptance]) -> tuple[dict[str, str], list[Acceptance]]:
    """Return the notes of accepted findings by claim id, and the acceptances that lapsed with their evidence."""
    prints = {f.claim.id: fingerprint(f) for f in report.findings}
    held = {a.claim: a.note for a in accepted if prints.get(a.claim) == a.fingerprint}
    lapsed = [a for a in accepted if a.claim in prints and prints[a.claim] != a.fingerprint]
    return held, lapsed


def read_report(path: Path) -> Report:
    """Read a report that `--format json` wrote. Raises `UnreadableFile` for anything else."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        why = (
            error.strerror
            if isinstance(error, OSError)
            else "it is no report of `presscheck check --format json`"
        )
        raise UnreadableFile(f"{path}: {why}.") from error


def read_accepted(path: Path) -> tuple[Acceptance, ...]:
    """Read what was accepted; nothing if there is no such file."""
    try:
        return Accepted.model_validate_json(path.read_bytes()).accepted
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no file of accepted findings"
        raise UnreadableFile(f"{path}: {why}.") from error


def remember(path: Path, report: Report) -> None:
    """Keep what `accept` needs of the last check: ids, fingerprints and words of the findings that need somebody."""
    rows = [_row(f) for f in pressing(report)]
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def recall(path: Path) -> list[Acceptance]:
    """Return the findings of the last check, their notes empty."""
    try:
        return [Acceptance.model_validate(row) for row in json.loads(path.read_bytes())]
    except (OSError, ValueError):
        return []


def rows_of(report: Report) -> list[Acceptance]:
    """Return the findings of a report that can be accepted, their notes empty."""
    return [Acceptance.model_validate(_row(f)) for f in pressing(report)]


def _row(finding: Finding) -> Mapping[str, Any]:
    claim = finding.claim
    found = {"claim": claim.id, "fingerprint": fingerprint(finding), "reason": finding.reason.code}
    return {**found, "text": claim.text, "note": ""}


def accept(claim: str, note: str, known: Sequence[Acceptance], path: Path) -> Acceptance:
    """Accept the finding whose claim id begins with `claim`, and write it to the file. Raises `BadRequest`."""
    matches = [row for row in known if row.claim.startswith(claim.lower())] if claim else []
    if len(matches) != 1:
        why = f"{len(matches)} findings have" if matches else "no finding has"
        raise BadRequest(f"{why} an id that begins with {claim!r}.", help="The sheet shows each in brackets.")
    made = matches[0].model_copy(update={"note": note})
    kept = [a for a in read_accepted(path) if a.claim != made.claim]
    content = Accepted(accepted=tuple(sorted([*kept, made], key=lambda a: a.claim)))
    part = path.with_name(f"{path.name}.part")
    part.write_text(content.model_dump_json(indent=2) + "\n", "utf-8")
    part.replace(path)
    return made
