"""A report as SARIF 2.1.0 (OASIS), what code hosts and editors read: one result a finding.

`ruleId` is the reason code. Severity gives kind and level: fix is fail/error, source fail/warning, look review/none,
ok pass/none, info informational/none (the standard wants level none wherever the kind is not fail). Regions count
lines and columns from 1 in code points; the fingerprint is the claim's id; evidence stands as related locations.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from presscheck.models import Claim, Evidence, Finding, Report
from presscheck.reasons import Reason, Severity
from presscheck.render.safe import one_line
from presscheck.render.sheet import URGENT, Lines
from presscheck.render.where import where
from presscheck.render.words import LABELS, capital

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
KINDS: Mapping[Severity, tuple[str, str]] = {
    Severity.FIX: ("fail", "error"),
    Severity.SOURCE: ("fail", "warning"),
    Severity.LOOK: ("review", "none"),
    Severity.OK: ("pass", "none"),
    Severity.INFO: ("informational", "none"),
}
Json = dict[str, Any]


def report(
    report: Report,
    *,
    uri: str = "text",
    everything: bool = False,
    accepted: Mapping[str, str] = {},
    states: Mapping[str, str] = {},
    fixed: Iterable[Finding] = (),
) -> str:
    """Return the report as SARIF; without `everything`, only what needs a person.

    `uri` is the file's, `accepted` maps claim ids to notes (they become suppressions), `states` claim ids to baseline
    states (new, unchanged), `fixed` are findings of the baseline that are gone (absent).
    """
    lines = Lines(report.text, report.first_line)
    shown = [f for f in report.findings if everything or f.severity in URGENT]
    gone = tuple(fixed)
    rules = list(dict.fromkeys(f.reason for f in (*shown, *gone)))
    results = [{**_result(f, rules, uri, lines), **_standing(f, accepted, states)} for f in shown] + [
        {**_head(f, rules), "baselineState": "absent", "locations": [_file(uri)]} for f in gone
    ]
    run: Json = {
        "tool": {"driver": _driver(report, rules)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri}, "hashes": {"sha-256": report.text_sha256}}],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def file_uri(path: str) -> str:
    """Return a path as a URI reference: relative as it is, absolute as file://, an address unchanged."""
    if "://" in path:
        return quote(path, safe=":/?#[]@!$&'()*+,;=%~-._")
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(path.replace("\\", "/")), safe="/~-._")


def _driver(report: Report, rules: Sequence[Reason]) -> Json:
    return {
        "name": "Presscheck",
        "semanticVersion": report.engine.version,
        "rules": [_rule(reason) for reason in rules],
    }


def _rule(reason: Reason) -> Json:
    return {
        "id": reason.code,
        "name": "".join(part.capitalize() for part in reason.code.replace(".", "_").split("_")),
        "shortDescription": {"text": capital(LABELS[reason])},
        "fullDescription": {"text": reason.description},
        "defaultConfiguration": {"level": KINDS[reason.severity][1]},
        "properties": {"tags": [reason.family], "verdict": reason.verdict.value},
    }


def _head(finding: Finding, rules: Sequence[Reason]) -> Json:
    kind, level = KINDS[finding.severity]
    return {
        "ruleId": finding.reason.code,
        "ruleIndex": rules.index(finding.reason),
        "kind": kind,
        "level": level,
        "message": {"text": message(finding)},
        "fingerprints": {"claimId/v1": finding.claim.id},
    }


def message(finding: Finding) -> str:
    """Say in one or two sentences what is the matter."""
    claimed = f"{capital(LABELS[finding.reason])}: “{one_line(finding.claim.text)}”."
    expected = f" The source has “{one_line(finding.expected)}”." if finding.expected else ""
    plain = finding.explanation == finding.reason.description
    return f"{claimed}{expected}{'' if plain else ' ' + one_line(finding.explanation)}"


def _result(finding: Finding, rules: Sequence[Reason], uri: str, lines: Lines) -> Json:
    related = [_related(at, e) for at, e in enumerate(finding.evidence, 1)]
    place = {"artifactLocation": {"uri": uri, "index": 0}, "region": _region(finding.claim, lines)}
    result = {**_head(finding, rules), "locations": [{"physicalLocation": place}]}
    return {**result, "relatedLocations": related} if related else result


def _file(uri: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "index": 0}}}


def _region(claim: Claim, lines: Lines) -> Json:
    last = max(claim.start, claim.end - 1)
    return {
        "startLine": lines.line(claim.start),
        "startColumn": lines.column(claim.start),
        "endLine": lines.line(last),
        "endColumn": lines.column(last) + 1,
        "snippet": {"text": claim.text},
    }


def _related(number: int, evidence: Evidence) -> Json:
    place: Json = {
        "artifactLocation": {"uri": file_uri(evidence.origin or evidence.url or evidence.article_id)},
        "region": {"startLine": evidence.line, "snippet": {"text": evidence.text}},
    }
    words = f"{evidence.stance}: “{one_line(evidence.text)}” ({', '.join(where(evidence))})"
    return {"id": number, "physicalLocation": place, "message": {"text": words}}


def _standing(finding: Finding, accepted: Mapping[str, str], states: Mapping[str, str]) -> Json:
    ident, told = finding.claim.id, Json()
    if ident in states:
        told["baselineState"] = states[ident]
    if ident in accepted:
        told["suppressions"] = [{"kind": "external", "status": "accepted", "justification": accepted[ident]}]
    return told
