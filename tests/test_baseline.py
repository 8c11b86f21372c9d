from __future__ import annotations

from pathlib import Path

import pytest

from presscheck import baseline
from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Article, Claim, Engine, Evidence, Finding, Report
from presscheck.reasons import Reason


def finding(
    ident: str = "abc123", reason: Reason = Reason.FIGURE_VALUE, seen: str = "140 engineers"
) -> Finding:
    """Return a finding about the figure of a text."""
    claim = Claim(
        id=ident, kind="figure", text="410 engineers", start=0, end=13, sentence_start=0, sentence_end=13
    )
    evidence = Evidence(article_id="a", sha256="", start=0, end=len(seen), text=seen, stance="contradicts")
    return Finding.of(claim, reason, expected=seen, evidence=[evidence])


def report(*findings: Finding) -> Report:
    """Return a report of these findings."""
    text = Article(text="410 engineers")
    return Report(text=text.text, text_sha256=text.sha256, findings=findings, engine=Engine(version="0"))


def test_new_unchanged_and_fixed_are_told_apart() -> None:
    """Against an older report, findings are new, unchanged, or gone."""
    compared = baseline.compare(report(finding("a"), finding("b")), report(finding("b"), finding("c")))

    ids = [[f.claim.id for f in part] for part in (compared.new, compared.unchanged, compared.fixed)]
    assert ids == [["a"], ["b"], ["c"]]


def test_a_finding_with_other_evidence_is_new() -> None:
    """When the source now has another value, the finding comes up again."""
    compared = baseline.compare(report(finding(seen="150 engineers")), report(finding()))

    assert (len(compared.new), len(compared.unchanged), len(compared.fixed)) == (1, 0, 1)


def test_what_is_right_is_never_new() -> None:
    """Findings that need nobody are no part of the comparison."""
    compared = baseline.compare(report(finding(reason=Reason.FIGURE_MATCH)), report())

    assert not compared.new


def test_an_acceptance_holds_until_the_evidence_changes(tmp_path: Path) -> None:
    """An accepted finding keeps its note; with other evidence it lapses and is named; with other words it is gone."""
    file = tmp_path / "accepted.json"
    baseline.accept("abc", "counted anew by phone", baseline.rows_of(report(finding())), file)
    kept = baseline.read_accepted(file)

    assert baseline.standing(report(finding()), kept) == ({"abc123": "counted anew by phone"}, [])
    assert ({}, list(kept)) == baseline.standing(report(finding(seen="150 engineers")), kept)
    assert baseline.standing(report(finding("other")), kept) == ({}, [])


def test_accepting_again_replaces_the_note(tmp_path: Path) -> None:
    """One finding has one acceptance."""
    file = tmp_path / "accepted.json"
    rows = baseline.rows_of(report(finding(), finding("zzz")))
    for ident, note in (("abc123", "first"), ("zzz", "other"), ("abc123", "second")):
        baseline.accept(ident, note, rows, file)

    assert [a.note for a in baseline.read_accepted(file)] == ["second", "other"]


@pytest.mark.parametrize("ident", ["nosuch", "ab", ""])
def test_an_id_must_mean_one_finding(ident: str, tmp_path: Path) -> None:
    """An id that means none or several is refused, and nothing is written."""
    rows = baseline.rows_of(report(finding("abc"), finding("abd")))

    with pytest.raises(BadRequest, match="finding"):
        baseline.accept(ident, "note", rows, tmp_path / "accepted.json")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"{", b'{"accepted": 3}', b"\xff\xfe", b'{"text": "x"}'])
def test_broken_files_are_named(content: bytes, tmp_path: Path) -> None:
    """A file that is no report or no list of acceptances is named in one line."""
    file = tmp_path / "x.json"
    file.write_bytes(content)

    with pytest.raises(UnreadableFile, match=r"x\.json"):
        baseline.read_report(file)
    with pytest.raises(UnreadableFile, match=r"x\.json"):
        baseline.read_accepted(file)


def test_a_missing_file_accepts_nothing(tmp_path: Path) -> None:
    """Without a file nothing is accepted; a baseline that is missing is an error."""
    assert baseline.read_accepted(tmp_path / "none.json") == ()
    with pytest.raises(UnreadableFile):
        baseline.read_report(tmp_path / "none.json")


def test_the_last_check_is_remembered(tmp_path: Path) -> None:
    """What a check remembers is what can be accepted afterwards."""
    file = tmp_path / "state" / "last.json"
    baseline.remember(file, report(finding()))

    assert baseline.rows_of(report(finding())) == baseline.recall(file)
    assert baseline.recall(tmp_path / "none.json") == []
