from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from presscheck.models import Report
from presscheck.reasons import Reason, Severity
from presscheck.render import sarif

STRING = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 0}
LINE = {"type": "integer", "minimum": 1}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has no other properties."""
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


def listed(items: Any) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


MESSAGE = closed(["text"], text={"type": "string", "minLength": 1})
REGION = closed(
    [], startLine=LINE, startColumn=LINE, endLine=LINE, endColumn=LINE, snippet=closed(["text"], text=STRING)
)
ARTIFACT = closed(["uri"], uri={"type": "string", "format": "uri-reference"}, index=NUMBER)
PHYSICAL = closed(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION)
LOCATION = closed([], id=NUMBER, physicalLocation=PHYSICAL, message=MESSAGE)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SUPPRESSION = closed(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=STRING,
)
RESULT = {
    **closed(
        ["message", "ruleId"],
        ruleId=STRING,
        ruleIndex=NUMBER,
        kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        level=LEVEL,
        message=MESSAGE,
        locations=listed(LOCATION),
        relatedLocations={**listed(LOCATION), "uniqueItems": True},
        fingerprints={"type": "object", "additionalProperties": STRING},
        baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
        suppressions=listed(SUPPRESSION),
    ),
    # The standard, 3.27.10: if kind is anything but fail, level is none.
    "if": {"properties": {"kind": {"const": "fail"}}},
    "else": {"properties": {"level": {"const": "none"}}},
}
RULE = closed(
    ["id"], id=STRING, name=STRING, shortDescription=MESSAGE, fullDescription=MESSAGE,
    defaultConfiguration=closed([], level=LEVEL),
    properties={"type": "object", "properties": {"tags": {**listed(STRING), "uniqueItems": True}}},
)  # fmt: skip
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=closed(["name"], name=STRING, semanticVersion=STRING, rules=listed(RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=listed(
        closed([], location=ARTIFACT, hashes={"type": "object", "additionalProperties": STRING})
    ),
    results=listed(RESULT),
)
SARIF = closed(["version", "runs"], **{"$schema": STRING}, version={"const": "2.1.0"}, runs=listed(RUN))
"""The parts of the schema of SARIF 2.1.0 that are written, each closed as there."""


def made(report: Report, **options: Any) -> dict[str, Any]:
    """Return the one run of a report as SARIF, validated."""
    log = json.loads(sarif.report(report, uri="draft.txt", **options))
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    run: dict[str, Any] = log["runs"][0]
    return run


def test_results_have_rule_level_and_place(report: Report) -> None:
    """A wrong scale is an error at its line and column, in code points."""
    run = made(report)

    result = next(r for r in run["results"] if r["ruleId"] == "figure.scale")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "figure.scale"
    assert (result["kind"], result["level"]) == ("fail", "error")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = report.text.splitlines()[region["startLine"] - 6]
    assert (
        "$31.5 billion"
        == line[region["startColumn"] - 1 : region["endColumn"] - 1]
        == region["snippet"]["text"]
    )


def test_fingerprint_is_the_claim(report: Report) -> None:
    """The fingerprint is the claim's id, which survives edits elsewhere."""
    ids = {r["fingerprints"]["claimId/v1"] for r in made(report)["results"]}

    urgent = (Severity.FIX, Severity.SOURCE, Severity.LOOK)
    assert {f.claim.id for f in report.findings if f.severity in urgent} == ids


def test_evidence_is_a_related_location(report: Report) -> None:
    """The source's file, line and words stand with the result."""
    result = next(r for r in made(report)["results"] if r["ruleId"] == "name.spelling")
    place = result["relatedLocations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"].endswith("governor-2025-03-13.txt")
    assert (place["region"]["startLine"], place["region"]["snippet"]["text"]) == (7, "Miriam Oduya")


def test_everything_includes_what_is_right(report: Report) -> None:
    """With everything asked for, what holds is a pass and what was not judged is informational."""
    kinds = {r["kind"] for r in made(report, everything=True)["results"]}

    assert {"fail", "review", "pass", "informational"} == kinds


def test_accepted_and_old_findings_are_told(report: Report) -> None:
    """Accepted findings are suppressed with their note; baseline states are given, gone findings are absent."""
    first, second, *_ = [f for f in report.findings if f.severity is Severity.FIX]
    run = made(
        report,
        accepted={first.claim.id: "as printed"},
        states={second.claim.id: "new"},
        fixed=[report.findings[-1]],
    )

    by_claim = {r["fingerprints"]["claimId/v1"]: r for r in run["results"]}
    assert by_claim[first.claim.id]["suppressions"][0]["justification"] == "as printed"
    assert by_claim[second.claim.id]["baselineState"] == "new"
    assert [r["baselineState"] for r in run["results"] if r.get("baselineState") == "absent"] == ["absent"]


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_kind_and_level(severity: Severity) -> None:
    """Only what fails has a level."""
    kind, level = sarif.KINDS[severity]

    assert (kind == "fail") == (level != "none")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/c.txt", "a%20b/c.txt"),
        ("https://example.org/x?y=1", "https://example.org/x?y=1"),
        ("a\\b.txt", "a/b.txt"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    """Relative paths stay relative, escaped; addresses stay as they are."""
    assert uri == sarif.file_uri(path)


def test_message_says_what_the_source_has(report: Report) -> None:
    """The message needs no other field to be understood."""
    scale = next(f for f in report.findings if f.reason is Reason.FIGURE_SCALE)

    assert sarif.message(scale) == "Wrong scale: “$31.5 billion”. The source has “$31.5 million”."
