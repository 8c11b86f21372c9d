"""The check as a whole: what it counts, what stops it, and that equal inputs give equal bytes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck import Article, Finding, PresscheckError, Reason, Report, check_text
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources

BRIEFING = Article(
    id="briefing",
    kind="transcript",
    published=datetime(2025, 3, 4),
    text="CAPT. LENA ORTEGA: We have moved approximately 12,000 containers. The south quay stays open.\n",
)
DRAFT = 'The harbour moved about 12,000 containers, Capt. Lena Ortega said. "The south quay stays open," Ortega said.'


def told(report: Report) -> dict[str, str]:
    """Return the reason of each claim by its text."""
    return {f"{f.claim.kind}: {f.claim.text}": f.reason.code for f in report.findings}


def test_a_true_text_raises_no_alarm() -> None:
    """What the sources say comes out as supported, with the place."""
    report = check_text(DRAFT, [BRIEFING])

    assert set(report.counts["severity"]) <= {"ok", "info"}
    assert told(report)["quote: The south quay stays open,"] in ("quote.verbatim", "quote.adjusted")
    for finding in report.findings:
        assert DRAFT[finding.claim.start : finding.claim.end] == finding.claim.text
        for evidence in finding.evidence:
            assert BRIEFING.text[evidence.start : evidence.end] == evidence.text


def test_equal_inputs_give_equal_bytes() -> None:
    """Nothing in a report depends on the time, the order of a set or a cache."""
    assert check_text(DRAFT, [BRIEFING]).model_dump_json() == check_text(DRAFT, [BRIEFING]).model_dump_json()


def test_a_claims_id_survives_edits_elsewhere() -> None:
    """A new first sentence moves every claim and changes no id."""
    before = {f.claim.id: f.claim.text for f in check_text(DRAFT, [BRIEFING]).findings}
    after = {
        f.claim.id: f.claim.text for f in check_text(f"Good morning, Halden.\n\n{DRAFT}", [BRIEFING]).findings
    }

    assert before.items() <= after.items()


def test_a_report_survives_json() -> None:
    """What is written as JSON is read back as the same report."""
    report = check_text(DRAFT, [BRIEFING])

    assert Report.model_validate_json(report.model_dump_json()) == report


def test_only_the_text_itself_is_no_source() -> None:
    """A text whose only source is itself is told so, and no support is claimed."""
    report = check_text(DRAFT, [DRAFT])

    assert [f.reason for f in report.findings] == [Reason.SOURCE_SELF_ONLY]
    assert report.support is None
    assert report.coverage.not_checked == {"source.self_only": 1}


@pytest.mark.parametrize(
    "text", ["港口将于周一关闭北码头进行维修。", "أعلن الميناء إغلاق الرصيف الشمالي يوم الاثنين."]
)
def test_a_language_that_is_not_read_is_not_passed(text: str) -> None:
    """Chinese or Arabic text comes out as not checked."""
    report = check_text(text, [BRIEFING])

    assert [f.reason for f in report.findings] == [Reason.CHECK_LANGUAGE]


def test_an_empty_text_is_no_pass() -> None:
    """Nothing to check gives no finding and no support."""
    report = check_text("   \n", [BRIEFING])

    assert report.findings == ()
    assert report.support is None


def test_a_mistyped_path_is_an_error(tmp_path: Path) -> None:
    """A path that is not there never becomes a text that passes."""
    with pytest.raises(PresscheckError, match=r"missing\.txt"):
        check_text(tmp_path / "missing.txt", [BRIEFING])


def test_later_sources_vouch_but_make_nothing_wrong() -> None:
    """What came out after the text's day may confirm it, and is told as such; it never contradicts."""
    late = Article(id="late", text="The harbour moved 15,000 containers.", published=datetime(2025, 3, 9))

    def by_length(draft: Draft, sources: Sources, _: Sequence[Finding]) -> Iterator[Finding]:
        known = any(h.article_id == "late" for h in sources.heads)
        yield Finding.of(
            draft.claim("figure", 0, 3), Reason.FIGURE_MATCH if known else Reason.FIGURE_NOT_FOUND
        )
        yield Finding.of(draft.claim("figure", 4, 9), Reason.FIGURE_VALUE if known else Reason.FIGURE_MATCH)

    draft = Article(text="The harbour moved 15,000 containers to us.", published=datetime(2025, 3, 4))
    first, second = check_text(draft, [BRIEFING, late], checks=(by_length,)).findings

    assert (first.reason, second.reason) == (Reason.FIGURE_MATCH, Reason.FIGURE_MATCH)
    assert first.explanation.endswith("(published since then)")


def test_later_sources_are_named() -> None:
    """The report has the names of those that came later, and lists the ones that vouch for something."""
    late = Article(
        id="x1",
        title="Late",
        origin="late.txt",
        text="The harbour moved 15,000 containers.",
        published=datetime(2025, 3, 9),
    )
    draft = Article(text="The harbour moved 15,000 containers to us.", published=datetime(2025, 3, 4))
    report = check_text(draft, [late])

    assert (report.coverage.later, report.coverage.sources_searched) == (("late.txt",), 0)
    assert [s.name for s in report.sources] == ["late.txt"]
    assert "checked against nothing but 1 source that came later" in report.to_markdown()
    assert "No source from before the text is there" in report.to_markdown()


def test_a_later_source_does_not_vouch_for_words_that_it_gives_to_another() -> None:
    """They stay without a source: it makes nothing wrong, and nothing right either."""
    said = "We will not close the north quay before the summer is over"
    late = Article(
        text=f"HARBOUR MASTER LENA ORTEGA: {said}.\n\nMAYOR TOM REYES: The fair is in June.\n",
        kind="transcript",
        published=datetime(2025, 3, 9),
    )
    draft = Article(text=f"“{said},” Mayor Tom Reyes said.", published=datetime(2025, 3, 4))
    reasons = {f.claim.kind: f.reason for f in check_text(draft, [late]).findings}

    assert reasons["quote"] is Reason.QUOTE_NOT_FOUND
    assert "attribution" not in reasons


@settings(max_examples=60)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gets_a_report_whose_places_hold(text: str, source: str) -> None:
    """No text makes the check fail, and every claim and every piece of evidence points to its characters."""
    report = check_text(text, [source])

    for finding in report.findings:
        assert text[finding.claim.start : finding.claim.end] == finding.claim.text
        assert all(source[e.start : e.end] == e.text for e in finding.evidence)
