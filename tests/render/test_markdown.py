from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from presscheck.models import Brief, Report
from presscheck.render.markdown import plain


def test_the_sheet_as_markdown(report: Report) -> None:
    """The differences are bold, the place stands below."""
    text = report.to_markdown()

    assert text.startswith("# Marlow bridge to open on Friday")
    assert (
        "said: We expect that the Marlow bridge will **be open** to **emergency vehicles** by Friday" in text
    )
    assert "- **Misattributed** → Secretary Elias Harte, words right" in text
    assert "“We have spent **$31.5 million** of it so far" in text


def test_every_sentence_of_the_brief_has_its_footnote(brief: Brief) -> None:
    """Footnotes that are used are defined, and the other way round."""
    text = brief.to_markdown()
    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.M))

    assert defined == set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert "homes, 640 of them in Marlow.[^1]" in text


@given(st.text())
def test_text_is_never_markup(text: str) -> None:
    """Every sign that Markdown would read is escaped, and no line begins a list."""
    shown = plain(text)

    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|#]", shown)
    assert not re.match(r"\s*([-+]|\d+[.)](\s|$))", shown)


def test_only_what_markdown_reads_is_escaped() -> None:
    """A backslash before anything else would be seen."""
    assert plain("1.3 million") == "1.3 million"
    assert plain("2. The pier") == "2\\. The pier"
    assert plain("- the pier") == "\\- the pier"
