"""What must come out of the examples: every planted fault, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import presscheck as pc
from presscheck.models import Finding, Report
from presscheck.reasons import Severity, Verdict

EXAMPLES = Path(__file__).parents[1] / "examples"

PLANTED = [
    ("quote", "reopen to all traffic by Friday", "quote.altered"),
    ("attribution", "reopen to all traffic by Friday", "speaker.match"),
    ("date", "Monday, March 12", "date.weekday"),
    ("figure", "410 civilian engineers", "figure.value"),
    ("quote", "This is the finest relief operation", "quote.not_in_transcript"),
    ("attribution", "the state ignored warnings about the levee", "speaker.reporter"),
    ("statement", "The Corran dam is in danger of failing", "statement.negation"),
    ("figure", "$31.5 billion", "figure.scale"),
    ("attribution", "I can’t promise that for all of them", "speaker.wrong"),
    ("statement", "All families will be home by the end of March", "statement.quantifier"),
    ("name", "Miriam Odoya", "name.spelling"),
    ("figure", "530", "figure.value"),
]
RIGHT = [
    "the state ignored warnings about the levee",
    "I can’t promise that for all of them",
    "We will rebuild every home, and we will rebuild it higher",
    "about 3,200 Guard soldiers",
    "1.4 meters",
    "$48 million",
    "$120 million",
    "1,150 homes",
    "Nineteen families",
]


@pytest.fixture(scope="module")
def draft() -> Report:
    """Return the report on the draft."""
    return pc.check_text(EXAMPLES / "draft.txt", [EXAMPLES / "sources"])


@pytest.fixture(scope="module")
def corrected() -> Report:
    """Return the report on the corrected draft."""
    return pc.check_text(EXAMPLES / "corrected.txt", [EXAMPLES / "sources"])


def about(report: Report, words: str) -> list[Finding]:
    """Return the findings about these words."""
    return [f for f in report.findings if words in f.claim.text]


@pytest.mark.parametrize(("kind", "words", "reason"), PLANTED)
def test_every_planted_fault_comes_out(draft: Report, kind: str, words: str, reason: str) -> None:
    """Each fault of the draft is found for its reason."""
    assert reason in [f.reason.code for f in about(draft, words) if f.claim.kind == kind]


def test_nothing_else_is_wrong(draft: Report) -> None:
    """What is right in the draft is not called wrong or unsourced."""
    planted = [words for _, words, _ in PLANTED] + ["1,150 homes", "640"]
    loud = [f for f in draft.findings if f.severity in (Severity.FIX, Severity.SOURCE)]

    assert [f.claim.text for f in loud if not any(w in f.claim.text for w in planted)] == []


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_right_is_confirmed(draft: Report, words: str) -> None:
    """The words and figures of the draft that hold are confirmed by a source."""
    assert any(f.verdict is Verdict.SUPPORTED for f in about(draft, words))


def test_the_corrected_draft_is_clean(corrected: Report) -> None:
    """With every fault put right, nothing is to be fixed or sourced."""
    assert [f for f in corrected.findings if f.severity in (Severity.FIX, Severity.SOURCE)] == []


def test_evidence_stands_where_it_says(draft: Report) -> None:
    """Every piece of evidence is found in its file, in the line it names."""
    found = [e for f in draft.findings for e in f.evidence]

    assert found
    for evidence in found:
        path = Path(str(evidence.origin))
        lines = path.read_text("utf-8").splitlines()
        assert evidence.text.splitlines()[0] in lines[evidence.line - 1]
