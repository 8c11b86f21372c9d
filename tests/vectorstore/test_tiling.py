"""Passages tile an article exactly, end where sentences and turns end, and stay small."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck.models import Article
from presscheck.vectorstore.tiling import estimate_tokens, tile

BRIEFING = """James Hall, the ministry's briefing room

MS. HALE: Good morning. The bridge reopened on Monday, and all 14 lanes are in use. We thank the crews.

Q: Was anybody hurt?

MS. HALE: No. Nobody was hurt.

Q    And what did it cost?

DR. MARTA OKAFOR: About $40 million.
"""


@given(st.text(max_size=3000), st.integers(1, 300))
@settings(max_examples=300, deadline=None)
def test_passages_are_the_text(text: str, budget: int) -> None:
    """Joined in order, the passages of any text are the text, and each stands where it says."""
    passages = tile(Article(text=text), budget)

    assert "".join(p.text for p in passages) == text
    assert [p.ordinal for p in passages] == list(range(len(passages)))
    assert all(text[p.start : p.end] == p.text for p in passages)


@given(
    st.lists(st.sampled_from(["Q: ", "MS. HALE: ", "MR. ROE: ", "Yes. ", "What of it? ", "\n", "\n\n", "x"]))
)
@settings(max_examples=300, deadline=None)
def test_turns_tile_too(parts: list[str]) -> None:
    """Whatever the order of labels, words and line breaks in a transcript, nothing is lost and nothing told twice."""
    text = "".join(parts)

    assert "".join(p.text for p in tile(Article(text=text, kind="transcript"))) == text


def test_one_speaker_a_passage() -> None:
    """No passage of a transcript holds two speakers, and each knows its own with full name and role."""
    passages = tile(Article(text=BRIEFING, kind="transcript"))

    found = [(p.speaker, p.role) for p in passages if "?" in p.text or "$" in p.text or "Nobody" in p.text]
    assert [role for _, role in found] == ["question", "answer", "question", "answer"]
    assert "OKAFOR" in str(found[-1][0]).upper()
    assert all(p.text.count(":") <= 1 for p in passages)


def test_an_article_that_reads_like_a_transcript_is_cut_into_turns() -> None:
    """A transcript is cut at its speakers even where nobody said that it is one."""
    assert [p.role for p in tile(Article(text=BRIEFING))] == [
        p.role for p in tile(Article(text=BRIEFING, kind="transcript"))
    ]


def test_passages_end_with_sentences() -> None:
    """A long paragraph is cut only between sentences, never within "Maj. Gen. Ryder"."""
    text = "Maj. Gen. Pat Ryder told reporters on Oct. 29 that the U.S. had sent 400 troops. " * 60
    passages = tile(Article(text=text))

    assert len(passages) > 3
    assert all(p.text.endswith("troops. ") for p in passages)


def test_paragraphs_stay_whole() -> None:
    """Where paragraphs fit, passages end with paragraphs."""
    text = "\n\n".join(
        f"The council met in March {i}. " + "It spoke of the harbour and its cranes. " * 9 for i in range(9)
    )

    *before, _ = tile(Article(text=text))

    assert before
    assert all(p.text.endswith("\n\n") for p in before)


@pytest.mark.parametrize(
    "text", ["word " * 4000, "x" * 9000, "字" * 4000, "a,b;" * 3000, "\n" * 5000, "7" * 5000]
)
def test_passages_stay_under_the_budget(text: str) -> None:
    """A text without sentence ends is cut as well: after words if it has some, else anywhere."""
    passages = tile(Article(text=text))

    assert "".join(p.text for p in passages) == text
    assert max(estimate_tokens(p.text) for p in passages) <= 256 or not text.strip()


def test_empty_text_has_no_passages() -> None:
    """A text without characters has no passage."""
    assert tile(Article(text="")) == []


def test_ids_are_the_same_each_time() -> None:
    """Equal articles have passages of equal ids, and no two passages share one."""
    first, second = tile(Article(text=BRIEFING)), tile(Article(text=BRIEFING))

    assert [p.id for p in first] == [p.id for p in second]
    assert len({p.id for p in first}) == len(first)


@pytest.mark.parametrize("piece", ["a", "a. ", "\n", " ", "Q: ", "“", ".", "MS. A: b\n", "1,", "字", "(.\n"])
def test_time_grows_with_length_only(piece: str) -> None:
    """Hostile texts of 200,000 characters are tiled within seconds."""
    began = time.process_time()
    tile(Article(text=piece * (200_000 // len(piece))))

    assert time.process_time() - began < 20
