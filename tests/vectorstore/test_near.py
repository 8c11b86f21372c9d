"""The nearest passages are exactly those that comparing all vectors gives, whatever was written in between."""

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck.models import Article
from presscheck.vectorstore.near import Vectors
from presscheck.vectorstore.store import Store


class FakeShelf:
    """Rows with vectors, as a shelf gives them."""

    def __init__(self, name: str, generation: int, known: dict[int, list[float]]) -> None:
        self.name, self.generation, self.known = name, generation, known

    def rows(self) -> list[int]:
        """Return all rows."""
        return sorted(self.known)

    def vectors(self, rows: list[int] | None = None) -> tuple[list[int], np.ndarray]:
        """Return rows with their vectors."""
        found = sorted(self.known if rows is None else set(rows) & set(self.known))
        return found, np.array([self.known[row] for row in found], np.float32).reshape(len(found), 3)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_held_follows_every_write(changes: list[tuple[int, int]], data: st.DataObject) -> None:
    """After rows came and went, and when an older snapshot is asked again, the answer is that of comparing all."""
    rng, held, next_row = np.random.default_rng(7), Vectors(), 1
    known: dict[int, list[float]] = {}
    shelves = []
    for generation, (more, fewer) in enumerate(changes, 1):
        for row in sorted(known)[:fewer]:
            known = {key: value for key, value in known.items() if key != row}
        known = {**known, **{next_row + n: list(rng.normal(size=3)) for n in range(more)}}
        next_row += more
        shelves.append(FakeShelf("one", generation, known))
    for _ in range(4):
        shelf = data.draw(st.sampled_from(shelves))
        asked = rng.normal(size=3)
        close = {row: np.dot(asked, v) / np.linalg.norm(v) for row, v in shelf.known.items()}
        expected = sorted(close, key=lambda row: -close[row])

        assert held.nearest(shelf, asked, 5) == expected[:5]  # type: ignore[arg-type]
        some = expected[::2]
        assert held.nearest(shelf, asked, 5, some) == some[:5]  # type: ignore[arg-type]


def test_an_article_put_in_the_place_of_another_is_found_by_its_own_words(tmp_path: Path) -> None:
    """A row is never used twice, so that what is held in memory is never taken for another passage."""
    store = Store(tmp_path / "desk")
    for words in ("The harbour was dredged.", "A violin was stolen.", "Snow closed the pass."):
        with store.write() as writer:
            writer.put([Article(id="only", text=words)])
        with store.reading() as shelf:
            (row,) = store.nearest(shelf, words, 3)
            assert shelf.by_row([row])[row].text == words
