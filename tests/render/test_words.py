from __future__ import annotations

from datetime import datetime

from presscheck.models import SourceInfo
from presscheck.reasons import Reason, Severity
from presscheck.render.words import HEADINGS, LABELS, SIGNS, counted, day, source_kinds


def test_every_reason_has_a_label() -> None:
    """People read a label for every reason there is."""
    assert set(Reason) == set(LABELS)
    assert set(Severity) == set(HEADINGS) == set(SIGNS)


def test_labels_never_say_contradicted() -> None:
    """People read altered, misattributed, outdated; never the bare verdict."""
    assert not [label for label in LABELS.values() if "contradict" in label]


def test_counts_take_the_right_number() -> None:
    """One figure, three figures."""
    assert (
        counted(1, "figure"),
        counted(3, "figure"),
        counted(1200, "name"),
    ) == ("1 figure", "3 figures", "1,200 names")


def test_days_are_written_in_ap_style() -> None:
    """Months are abbreviated as the AP does; no date gives nothing."""
    assert (
        day(datetime(2024, 10, 29)),
        day(datetime(2024, 5, 1)),
        day(None),
    ) == ("Oct. 29, 2024", "May 1, 2024", "")


def test_kinds_of_sources_are_summed_up() -> None:
    """Transcripts come first; excerpts are told apart."""

    def info(kind: str, complete: str = "unknown") -> SourceInfo:
        return SourceInfo(article_id=kind, name=kind, kind=kind, complete=complete, sha256="")

    kinds = source_kinds([info("note"), info("transcript", "excerpt"), info("note")])
    assert kinds == "1 transcript (excerpts), 2 notes"
