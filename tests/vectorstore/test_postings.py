"""A large index: its rows are ranked in memory, with the scores that SQLite's own ranking gives."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.vectorstore import lexical
from presscheck.vectorstore.lexical import LexicalIndex
from presscheck.vectorstore.postings import Newest, Postings

WORDS = (
    "dam",
    "dams",
    "levee",
    "flooded",
    "flooding",
    "river",
    "council",
    "vote",
    "voted",
    "Zoë",
    "naïve",
    "７",
    "H5N1",
)
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=30
)


def index_of(texts: Sequence[str]) -> LexicalIndex:
    """Return an index of these texts, each an article of its own."""
    index = LexicalIndex()
    index.add((row, f"a{row}", text) for row, text in enumerate(texts))
    return index


@given(TEXTS, st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.integers(1, 40))
def test_scores_and_order_are_those_of_fts5(texts: list[str], asked: list[str], first: int) -> None:
    """Every row that holds a word is found, in FTS5's order and with its score, however many are wanted first."""
    index = index_of(texts)
    terms = lexical.query_terms(" ".join(asked))
    plain = index.search(" ".join(asked), len(texts))

    ranked = list(Postings(index.db).ranked(terms, first))

    assert [row for row, _ in ranked] == [row for row, _ in plain]
    assert [score for _, score in ranked] == pytest.approx([score for _, score in plain])


def test_a_large_index_answers_as_a_small_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way of searching changes with the size, what is found does not, whoever is asked for."""
    texts = [f"the council of town {n % 7} voted on dam {n}" for n in range(60)]
    index = index_of(texts)
    asked = [("dam 12 council", None), ("town 3", {f"a{n}" for n in range(40)}), ("nothing of it", None)]
    small = [index.search(words, 5, only=only) for words, only in asked]
    monkeypatch.setattr(lexical, "POSTINGS", 50)

    large = [index.search(words, 5, only=only) for words, only in asked]

    assert [[row for row, _ in found] for found in large] == [[row for row, _ in found] for found in small]


def test_what_another_process_writes_is_found_at_the_next_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing read before hides a row that was added since, nor shows one that is gone."""
    monkeypatch.setattr(lexical, "POSTINGS", 1)
    writer = LexicalIndex(tmp_path / "index")
    writer.add([(1, "one", "a levee broke"), (2, "two", "a levee held")])
    reader = LexicalIndex(tmp_path / "index", create=False)
    assert [row for row, _ in reader.search("levee", 5)] == [1, 2]

    writer.add([(3, "three", "a levee is built")])
    writer.remove("one")

    assert [row for row, _ in reader.search("levee", 5)] == [2, 3]
    assert [row for row, _ in writer.search("levee", 5)] == [2, 3]


def test_a_search_leaves_the_callers_transaction_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever searches while writing can still undo what was written."""
    monkeypatch.setattr(lexical, "POSTINGS", 1)
    index = index_of(["a levee broke", "a levee held"])
    index.db.execute("BEGIN")
    index.remove("a0")

    assert [row for row, _ in index.search("levee", 5)] == [1]
    assert index.db.in_transaction
    index.db.execute("ROLLBACK")
    assert [row for row, _ in index.search("levee", 5)] == [0, 1]


def test_who_reads_the_same_state_reads_the_words_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A snapshot a request costs nothing anew; one of a later state sees what is new."""
    monkeypatch.setattr(lexical, "POSTINGS", 1)
    path, newest, number = tmp_path / "index", Newest(), 1
    writer = LexicalIndex(path)
    writer.add([(1, "one", "a levee broke"), (2, "two", "a levee held")])

    def found() -> tuple[list[int], list[str]]:
        asked: list[str] = []
        index = LexicalIndex(path, create=False, newest=newest, state=lambda: ("file", number))
        index.db.execute("BEGIN")
        index.db.set_trace_callback(asked.append)
        rows = [row for row, _ in index.search("levee", 5)]
        index.close()
        return rows, [sql for sql in asked if "stands" in sql or "docsize" in sql]

    first, again = found(), found()
    writer.add([(3, "three", "a levee is built")])
    number = 2

    assert first[0] == again[0] == [1, 2]
    assert first[1]
    assert not again[1]
    assert found()[0] == [1, 2, 3]
