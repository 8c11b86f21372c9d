"""The very first write, cut off before anything was stored, is told as that and not as damage."""

from pathlib import Path

import pytest

from presscheck.desk import Desk
from presscheck.models import Article
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.store import CHROMA, SHELF, Store

TEXT = "The storm at Pell Point sank four trawlers, the coast guard said."


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    """Give a desk whose first write has made its files and stored nothing."""
    store = Store(tmp_path / "desk")
    with store.write():
        pass
    store.chroma.close()
    return store


def cut_off_with(store: Store, left: str) -> None:
    """Leave of the files what is there when the process is killed early."""
    shelf, chroma = store.home / SHELF, store.home / CHROMA / "chroma.sqlite3"
    if left == "half a shelf":
        shelf.rename(shelf.with_suffix(".part"))
    shelf.unlink(missing_ok=True)
    if left == "half a Chroma":
        chroma.with_name(f"{chroma.name}-journal").write_bytes(b"")
        chroma.write_bytes(b"")
    if left == "nothing":
        chroma.unlink()


@pytest.mark.parametrize("left", ["nothing", "half a Chroma", "an empty Chroma", "half a shelf"])
def test_a_first_write_that_was_cut_off_is_unfinished(empty: Store, left: str) -> None:
    cut_off_with(empty, left)
    (told,) = examine(empty.folder).problems
    assert str(told).startswith("unfinished: 1 write, the desk's first: a write was cut off")
    Desk(empty.folder).add(Article(text=TEXT))
    assert examine(empty.folder).healthy


def test_files_that_were_lost_later_are_damage(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.add(Article(text=TEXT))
    home = Store(desk.path).home
    (home / SHELF).unlink()
    assert [p.kind for p in examine(desk.path).problems] == ["damaged_file"]
    (home / CHROMA / "chroma.sqlite3").unlink()
    assert [p.kind for p in examine(desk.path).problems] == ["damaged_file", "damaged_file", "readable"]
