from __future__ import annotations

import re
from io import StringIO

import pytest
from rich.console import Console

from presscheck.chains.check import check_text
from presscheck.models import Article, Brief, Report
from presscheck.render import terminal, terminal_brief
from presscheck.render.safe import width
from presscheck.render.sheet import Sheet


def printed(report: Report, columns: int = 110, *, everything: bool = False, colour: bool = False) -> str:
    """Return the sheet as printed."""
    buffer = StringIO()
    console = Console(file=buffer, width=columns, force_terminal=colour, _environ={"TERM": "xterm-256color"})
    terminal.show(Sheet(report, name="draft.txt"), console, everything=everything)
    return buffer.getvalue()


def test_what_to_fix_stands_on_top(report: Report) -> None:
    """The counts come first, then what to fix, what needs a source, what to look at, then one folded line."""
    text = printed(report)

    order = ["9 to fix", "\nFIX", "\nNEEDS A SOURCE", "\nLOOK", "\nOK", "\nfolded"]
    assert sorted(order, key=text.index) == order


def test_an_altered_quotation_stands_word_by_word(report: Report) -> None:
    """The source's words stand over the draft's, aligned, the differences marked by a row that needs no colour."""
    text = printed(report)

    assert "             ALTERED, speaker right" in text
    assert (
        "             said   We expect that the Marlow bridge will be open to emergency vehicles by Friday\n"
        "             draft  We expect that the Marlow bridge will reopen  to all traffic        by Friday\n"
        "                                                          ‾‾‾‾‾‾‾    ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾\n" in text
    )


@pytest.mark.parametrize(
    "words",
    [
        "WRONG FIGURE: 410 civilian engineers → 140 civilian engineers",
        "WRONG SCALE: $31.5 billion → $31.5 million",
        "MISATTRIBUTED → Secretary Elias Harte, words right",
        "Col. Dana Whitlock · Corran Valley relief briefing, March 12, 2025 · briefing-2025-03-12.txt:9",
        "DOES NOT ADD UP: 1,150 homes",
        "this text, line 10",
        "NOT IN THE TRANSCRIPT",
        "Searched the complete transcript",
    ],
)
def test_a_finding_says_what_is_wrong_and_where(report: Report, words: str) -> None:
    """Each finding has its label, the source's value, the place with file and line, or what was searched."""
    assert words in printed(report)


def test_folded_findings_are_counted_and_unfolded(report: Report) -> None:
    """What is fine or was not judged is one line, until everything is asked for."""
    folded, whole = printed(report), printed(report, everything=True)

    assert "1 statement no source bears out   (--all)" in folded
    assert "Few in Marlow doubt" not in folded
    assert "Few in Marlow doubt that the valley will recover." in whole
    assert "--all" not in whole


@pytest.mark.parametrize("columns", [40, 57, 72, 100, 200])
def test_no_line_is_wider_than_the_window(report: Report, columns: int) -> None:
    """The sheet fits narrow windows and does not sprawl in wide ones."""
    assert max(map(width, printed(report, columns, everything=True).splitlines())) <= min(columns, 116)


def test_no_colour_without_a_terminal(report: Report) -> None:
    """In a pipe no escape sequence is written; on a terminal there is colour."""
    assert "\x1b" not in printed(report)
    assert "\x1b[" in printed(report, colour=True)


def test_articles_are_neither_markup_nor_escapes(report: Report) -> None:
    """Markup of rich and terminal escapes in a text are shown as they are."""
    text = report.text.replace("MARLOW, Ardenne", "[bold]\x1b[2JX[/bold]:smile:")
    sheet = printed(report.model_copy(update={"text": text, "title": "[red]\x1b]0;title\x07"}), colour=True)

    assert "\x1b[2J" not in sheet
    assert "\x1b]0" not in sheet


def test_nothing_checked_is_said(report: Report) -> None:
    """An empty report does not look like a pass."""
    empty = report.model_copy(
        update={"findings": (), "coverage": report.coverage.model_copy(update={"claims": {}})}
    )

    assert "nothing was checked" in printed(empty)


def test_left_out_sources_are_named(report: Report) -> None:
    """Copies of the text and later sources are named with the reason."""
    coverage = report.coverage.model_copy(update={"left_out": ("copy.txt",), "later": ("since.txt",)})
    text = printed(report.model_copy(update={"coverage": coverage}))

    assert "left out copy.txt: the text itself or a copy of it" in text
    assert "since.txt: published after the text" in text


def test_the_brief_cites_every_sentence(brief: Brief) -> None:
    """Each sentence ends with numbers, each number stands below with its place."""
    buffer = StringIO()
    terminal_brief.show(brief, Console(file=buffer, width=100))
    text = buffer.getvalue()

    assert "The flood damaged 1,150 homes, 640 of them in Marlow. [1]" in text
    assert "[1] Statement by Governor Miriam Oduya" in text
    assert "Guard soldiers\n" in text
    assert re.search(r"about 3,200 .*\(latest\)", text)


def test_a_source_without_a_title_is_named_once(brief: Brief) -> None:
    """Its file's name stands for it, and stands there only with the line."""
    bare = {"title": None, "publisher": None, "speaker": None, "origin": "notes.txt", "published": None}
    figure = brief.key_figures[0]
    nobody = figure.model_copy(update={"citations": (figure.citations[0].model_copy(update=bare),)})
    buffer = StringIO()
    terminal_brief.show(brief.model_copy(update={"key_figures": (nobody,)}), Console(file=buffer, width=100))

    assert "(notes.txt" in buffer.getvalue()
    assert "()" not in buffer.getvalue()
    assert "notes.txt · notes.txt" not in buffer.getvalue()


def test_what_two_items_rest_on_is_shown_once() -> None:
    """Two figures of a sentence that one sentence of the source gives otherwise: both values, then its words."""
    source = Article(
        text="The council has approved the budget of 82 million crowns by 14 votes to 9.", title="Session"
    )
    report = check_text("The council approved the budget of 82 billion crowns by 14 votes to 8.", source)
    lines = printed(report).splitlines()
    first, second = (
        next(at for at, line in enumerate(lines) if words in line)
        for words in ("WRONG SCALE", "WRONG FIGURE")
    )

    assert second == first + 1
    assert sum("source The council has approved" in line for line in lines) == 1
