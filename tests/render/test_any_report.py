"""Whatever a report holds, every rendering stands."""

from __future__ import annotations

import json
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from presscheck.models import Article, Claim, DiffPart, Engine, Evidence, Finding, Report
from presscheck.reasons import Reason
from presscheck.render import html, markdown, sarif, terminal
from presscheck.render.safe import width
from presscheck.render.sheet import Sheet

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
KINDS = st.sampled_from(["figure", "quote", "attribution", "date", "name", "statement"])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Make a report of any findings on any text."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
    findings = tuple(draw(_finding(text, number)) for number in range(draw(st.integers(0, 6))))
    article = Article(text=text)
    return Report(text=text, text_sha256=article.sha256, findings=findings, engine=Engine(version="0"))


@st.composite
def _finding(draw: st.DrawFn, text: str, number: int) -> Finding:
    spot = st.integers(0, len(text))
    start, end = sorted((draw(spot), draw(spot)))
    first, last = sorted((draw(spot), draw(spot)))
    claim = Claim(
        id=f"{number:012x}", kind=draw(KINDS), text=text[start:end], start=start, end=end,
        sentence_start=min(first, start), sentence_end=max(last, end),
    )  # fmt: skip
    words = draw(TEXT)
    evidence = Evidence(
        article_id=draw(TEXT), title=draw(TEXT), speaker=draw(TEXT), origin=draw(TEXT), sha256="", start=30,
        end=30 + len(words), text=words, before=draw(TEXT)[:30], after=draw(TEXT),
    )  # fmt: skip
    diff = [
        DiffPart(op=op, text=draw(TEXT))
        for op in draw(st.lists(st.sampled_from(["equal", "delete", "insert"])))
    ]
    return Finding.of(
        claim,
        draw(st.sampled_from(Reason)),
        evidence=[evidence] * draw(st.integers(0, 2)),
        expected=draw(st.none() | TEXT),
        diff=diff[:6],
        proof=draw(st.none() | TEXT),
        explanation=draw(TEXT),
    )


@settings(max_examples=60, deadline=None)
@given(reports(), st.integers(40, 140))
def test_every_rendering_stands(report: Report, columns: int) -> None:
    """No text, span or value makes a rendering fail; the sheet fits its window, the page holds one script."""
    buffer = StringIO()
    terminal.show(Sheet(report), Console(file=buffer, width=columns), everything=True)
    page = html.report(report)

    assert max((width(line) for line in buffer.getvalue().split("\n")), default=0) <= max(columns, 40)
    assert page.count("<script>") == 1
    page.encode("utf-8")
    assert markdown.report(report).startswith("# ")
    assert json.loads(sarif.report(report))["version"] == "2.1.0"
