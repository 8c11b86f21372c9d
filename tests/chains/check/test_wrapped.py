"""Texts as they come out of mailboxes, terminals and web pages: wrapped lines, other line ends, unseen characters."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from presscheck import Article, Report, check_text
from presscheck.evals.rows import CheckRow, load_rows
from presscheck.text.reading import read
from presscheck.vectorstore.loaders import as_article, load

EXAMPLES = Path(__file__).parents[3] / "examples"
TALK = Article(
    kind="transcript",
    complete="yes",
    text="COL. DANA WHITLOCK: We will open the quay to fishermen in May, if the dredging is done. The levee is safe.",
)
INVENTED = "“We will open the quay to{}cruise ships next week and we will sell it,” Col. Dana Whitlock said."
TRUE = "“We will open the quay to fishermen in May, if the dredging is done,” Col. Dana Whitlock said."


def wrapped(text: str, width: int) -> str:
    """Return the text wrapped, character for character: some spaces are line breaks."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def _wrapped_line(line: str, width: int) -> str:
    made, start = list(line), 0
    for space in re.finditer(r"(?<=\S) (?=\S+)", line):
        word_end = line.find(" ", space.end())
        if (word_end if word_end > 0 else len(line)) - start > width:
            made[space.start()] = "\n"
            start = space.end()
    return "".join(made)


def wrap(article: Article, width: int) -> Article:
    return article.model_copy(update={"text": wrapped(article.text, width)})


def told(report: Report) -> list[tuple[object, ...]]:
    """Return kind, place, reason and severity of each finding."""
    return [(f.claim.kind, f.claim.start, f.claim.end, f.reason, f.severity) for f in report.findings]


def assert_places_hold(report: Report, draft: str, sources: Iterable[Article]) -> None:
    texts = {source.id: source.text for source in sources}
    assert report.text == draft
    for finding in report.findings:
        claim = finding.claim
        assert draft[claim.start : claim.end] == claim.text
        assert claim.sentence_start <= claim.start <= claim.end <= claim.sentence_end
        for e in finding.evidence:
            assert texts.get(e.article_id, draft)[e.start : e.end] == e.text


def assert_same_when_wrapped(draft: Article, sources: Sequence[Article], width: int) -> None:
    thin, thin_sources = wrap(draft, width), [wrap(source, width) for source in sources]
    report = check_text(thin, thin_sources)

    assert told(report) == told(check_text(draft, sources))
    assert_places_hold(report, thin.text, thin_sources)


@pytest.mark.parametrize("width", [68, 80])
@pytest.mark.parametrize("name", ["corrected.txt", "draft.txt"])
def test_wrapped_examples_are_read_as_before(name: str, width: int) -> None:
    """The lines at which a text and its sources are wrapped change no finding."""
    sources = [a for a in load(EXAMPLES / "sources") if isinstance(a, Article)]
    assert_same_when_wrapped(as_article(EXAMPLES / name), sources, width)


@pytest.mark.parametrize("width", [68, 80])
def test_wrapped_golden_drafts_are_read_as_before(width: int) -> None:
    """So it is for drafts of every kind."""
    rows = [r for r in load_rows() if isinstance(r, CheckRow) and not r.model and len(r.text) > 80]
    for row in rows[width % 7 :: 7]:
        assert_same_when_wrapped(row.draft, row.articles, width)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", " \n", "\n  ", "\u2028"])
def test_no_line_break_hides_an_invented_half_of_a_quotation(between: str) -> None:
    """The quotation goes on over the line's end, and what follows there is compared."""
    draft = INVENTED.format(between)
    (quote,) = [f for f in check_text(draft, [TALK]).findings if f.claim.kind == "quote"]

    assert quote.reason.code == "quote.not_in_transcript"
    assert quote.claim.text == draft[1 : draft.index("”")]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u2060", "\x1b[0m", "\x1b[1;31m"])
def test_characters_that_nobody_sees_split_no_word(mark: str) -> None:
    """Soft hyphens, spaces of no width and colour codes are passed over, in drafts and in sources."""
    draft = Article(text=TRUE.replace("men", f"{mark}men").replace("dredging", f"dredg{mark}ing"))
    source = TALK.model_copy(
        update={"text": TALK.text.replace("men", f"m{mark}en").replace("levee", f"le{mark}vee")}
    )
    report = check_text(draft, [source])

    assert [f[0:1] + f[3:] for f in told(report)] == [f[0:1] + f[3:] for f in told(check_text(TRUE, [TALK]))]
    assert_places_hold(report, draft.text, [source])


@pytest.mark.parametrize("marks", [("**", "**"), ("__", "__"), ("[", "](https://example.org/a_b)")])
def test_what_markdown_sets_around_words_is_passed_over(marks: tuple[str, str]) -> None:
    """Bold words and links are read as their words, in drafts and in sources; names of speakers too."""
    plain = "The levee cost £2.1 million, and the vote was 7 to 4."
    put = plain.replace("£2.1 million", "£2.1 million".join(marks)).replace("7 to 4", "7 to 4".join(marks))
    for draft, source in ((plain, put), (put, plain)):
        report = check_text(Article(text=draft), [Article(text=source)])

        assert {f.reason.code for f in report.findings} == {"figure.match", "statement.supported"}
        assert_places_hold(report, draft, [Article(text=source)])


@pytest.mark.parametrize("text", ["2**3", "a ** b", "f***", "see [1](#note)", "[sic] (see above)"])
def test_other_stars_and_brackets_stay(text: str) -> None:
    """Only marks that touch a word on one side are Markdown's."""
    assert read(text).text == text


@pytest.mark.parametrize("number", ["1" * 5000, "1,111," * 2000 + "111"])
def test_endless_digits_stop_no_check(number: str) -> None:
    """They are no figure, and the rest of the text is checked."""
    draft = f"The cost was {number} dollars. {TRUE}"
    report = check_text(draft, [TALK, Article(text=f"It cost {number} dollars.")])

    assert "quote.verbatim" in {f.reason.code for f in report.findings}
    assert "figure" not in {f.claim.kind for f in report.findings}


@pytest.mark.parametrize("text", ["word " * 30_000, "Ann Lee " * 15_000, "The levee is safe. " * 3_000])
def test_no_text_takes_more_than_its_length_asks_for(text: str) -> None:
    """One endless sentence, or one sentence without end repeated."""
    started = time.process_time()
    check_text(text, [TALK])

    assert time.process_time() - started < 10
