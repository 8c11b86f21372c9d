"""Writes are finished or undone, whatever moment they are cut off at."""

from pathlib import Path

import pytest

from presscheck.models import Article
from presscheck.vectorstore.store import SHELF, Store
from presscheck.vectorstore.writer import Writer


def put(store: Store, text: str) -> None:
    """Store one article under the one id."""
    with store.write() as writer:
        writer.put([Article(id="a", text=text)])


def test_an_article_added_after_a_removal_that_was_cut_off_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added last counts, on the shelf and on one that is made anew from Chroma."""
    store = Store(tmp_path / "desk")
    put(store, "The first words.")
    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_shelve", lambda *args, **kwargs: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt), store.write() as writer:
            writer.remove(["a"])

    put(store, "The second words.")
    assert store.article("a").text == "The second words."

    (store.home / SHELF).unlink()
    assert Store(store.folder).article("a").text == "The second words."
