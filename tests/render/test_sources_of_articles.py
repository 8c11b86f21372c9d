"""The sheet where the sources are articles: one line for what is second hand, and what says whose words they are."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from presscheck.chains.check import check_text
from presscheck.models import Article, ArticleKind, Report
from presscheck.render import html, markdown, terminal
from presscheck.render.sheet import Sheet

STORY = (
    "The harbour stood still on Friday. The director Bo Hartl was asked about it twice. “We were late in every part of "
    "the work and there is nobody to blame but ourselves,” he said, with the port in ninth place. “The cranes are old "
    "and the crews are tired,” Ute Kern said. “Nobody has paid us since the spring,” she added.\n"
)
DRAFT = (
    "“We were late in every part of the work and there is nobody to blame but ourselves,” Ute Kern said.\n\n"
    "“The cranes are old and the crews are tired,” Ute Kern said.\n\n"
    "“Nobody has paid us since the spring,” Ute Kern said.\n"
)
TOGETHER = "2 quotations stand only in articles, not in a transcript or official text"


def report(kind: ArticleKind = "article") -> Report:
    record = Article(id="other", title="Minutes", text="The port is in ninth place.", kind=kind)
    return check_text(DRAFT, [Article(id="story", title="Harbour", text=STORY, origin="story.txt"), record])


def printed(made: Report, *, everything: bool = False) -> str:
    buffer = StringIO()
    terminal.show(Sheet(made), Console(file=buffer, width=100), everything=everything)
    return buffer.getvalue()


def test_quotations_of_articles_alone_are_told_of_in_one_line() -> None:
    made = report()
    for sheet in (printed(made), markdown.report(made)):
        assert TOGETHER in sheet
        assert "second hand, speaker right" not in sheet.casefold()
    assert "2 to look at" in printed(made)


def test_each_of_them_stands_where_everything_is_shown() -> None:
    made = report()
    assert printed(made, everything=True).count("SECOND HAND") == 2
    assert html.report(made).count("<h3>Second hand</h3>") == 2


def test_where_a_record_is_stored_each_stands_by_itself() -> None:
    assert printed(report("transcript")).count("SECOND HAND") == 2


def test_of_a_misattributed_quotation_the_source_shows_who_said_it() -> None:
    lines = " ".join(printed(report()).split())
    assert "MISATTRIBUTED → Bo Hartl" in lines
    assert (
        "source The director Bo Hartl was asked about it twice. “We were late in … to blame but ourselves,” he said, "
        "with the port in ninth place." in lines
    )


def test_in_a_long_line_the_place_has_its_column() -> None:
    made = report()
    told = {
        e.column for f in made.findings for e in f.evidence if e.article_id == "story" and "late" in e.text
    }
    assert STORY.index("We were late") + 1 in told
    assert f"story.txt:1:{STORY.index('We were late') + 1}" in printed(made)
    assert {e.column for f in made.findings for e in f.evidence if e.article_id == "other"} <= {None}
