from __future__ import annotations

from presscheck.models import Finding, Report
from presscheck.reasons import Reason, Severity
from presscheck.render.sheet import Sheet, checked


def test_a_quotation_and_its_speaker_are_one_item(report: Report) -> None:
    """What is said of the words and of the speaker stands together, the worse first."""
    labels = {item.label for item in Sheet(report).items}

    assert {
        "altered, speaker right",
        "misattributed, words right",
        "a reporter’s question, words right",
    } <= labels


def test_one_block_a_sentence_the_worst_first(report: Report) -> None:
    """Each sentence that needs a person is one block, in the group of its worst finding."""
    sheet = Sheet(report)

    starts = [block.start for block in sheet.blocks]
    assert sorted(set(starts)) == starts
    assert [block.severity for block in sheet.group(Severity.FIX)] == [Severity.FIX] * 9
    assert [len(sheet.group(s)) for s in (Severity.SOURCE, Severity.LOOK)] == [1, 1]


def test_lines_count_from_where_the_text_starts(report: Report) -> None:
    """A head before the text moves the line numbers."""
    headless = report.model_copy(update={"first_line": 1})

    assert [Sheet(r).blocks[0].line for r in (headless, report)] == [1, 6]


def test_what_is_set_aside_needs_nobody(report: Report) -> None:
    """An accepted finding leaves the blocks, and only it does."""
    altered = next(f for f in report.findings if f.reason is Reason.QUOTE_ALTERED)

    sheet = Sheet(report, aside={altered.claim.id: "accepted: as the agency has it"})

    assert [altered] == [item.main for item in sheet.aside]
    assert len(sheet.group(Severity.FIX)) == 8


def test_short_ids_tell_claims_apart(report: Report) -> None:
    """Shortened claim ids are as short as they can be and unique."""
    short = Sheet(report).short_ids

    assert len(short) == len(set(short.values()))
    assert all(ident.startswith(cut) and len(cut) >= 4 for ident, cut in short.items())


def test_an_empty_report_is_no_pass(report: Report) -> None:
    """A report without findings, or with none that could be checked, says so."""
    assert checked(report)
    assert not checked(report.model_copy(update={"findings": ()}))


def test_a_sentence_with_a_fault_is_not_fine_as_a_whole(report: Report) -> None:
    """Its statement is not counted among what holds, whatever the rest of it is worth."""
    altered = next(f for f in report.findings if f.reason is Reason.QUOTE_ALTERED)
    whole = altered.claim.model_copy(update={"kind": "statement", "id": "whole"})
    also = report.model_copy(
        update={"findings": (*report.findings, Finding.of(whole, Reason.STATEMENT_SUPPORTED))}
    )

    assert len(Sheet(also).of(Severity.OK)) == len(Sheet(report).of(Severity.OK))
