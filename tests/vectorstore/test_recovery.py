"""Files that can't be read: what can still be read of them is kept, what is lost is named, and nothing is thrown away."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from presscheck import Article, Desk
from presscheck.cli import app
from presscheck.errors import DeskDamaged
from presscheck.models import text_hash
from presscheck.vectorstore.doctor import Examination, examine
from presscheck.vectorstore.salvage import CHROMA_FILE
from presscheck.vectorstore.store import ARTICLES, CHROMA, SHELF, Store

RECORDS = f"{CHROMA}/{CHROMA_FILE}"
IDS = sorted(f"b{number}" for number in range(40))


def written(number: int, edition: int = 1) -> str:
    """Return an article of some length, another one in each edition."""
    days = (f"On day {day} pier {number} took {day * number + edition} boats." for day in range(1, 80))
    return f"Edition {edition} of the harbour book, volume {number}. {' '.join(days)}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a desk of forty articles; the first two were replaced once, one more was removed."""
    desk = Desk(tmp_path / "desk")
    desk.add(*(Article(id=f"b{n}", text=written(n), title=f"Volume {n}") for n in range(41)))
    desk.add(*(Article(id=f"b{n}", text=written(n, 2), title=f"Volume {n}") for n in range(2)))
    desk.remove("b40")
    Store(desk.path).chroma.close()
    return desk.path


def home(folder: Path) -> Path:
    """Return where a desk's files are."""
    return Store(folder).home


def changed(folder: Path, file: str, sql: str) -> None:
    """Change a database behind the desk's back."""
    with closing(sqlite3.connect(home(folder) / file)) as database, database:
        database.execute(sql)


def overwritten(folder: Path, file: str, *, start: float = 0.0, size: int = 4096) -> None:
    """Write nonsense over a part of a file, beginning at a share of its length."""
    path = home(folder) / file
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as opened:
        opened.seek(int(path.stat().st_size * start))
        opened.write(b"\xa5" * size)


def named(found: Examination, kind: str) -> set[str]:
    """Return the articles that a repair names under a kind."""
    return {article for problem in found.mended if problem.kind == kind for article in problem.articles}


def ids(folder: Path) -> list[str]:
    """Return the ids of what is stored."""
    return sorted(head.article_id for head in Store(folder).heads())


def kept(folder: Path) -> list[Path]:
    """Return the folders in which damaged files are kept."""
    return list(folder.glob("damaged-*"))


def test_superseded_versions_outlive_a_chroma_that_cannot_be_read(folder: Path) -> None:
    """The shelf has a copy of each."""
    overwritten(folder, RECORDS)

    found = examine(folder, repair=True)

    assert found.healthy, str(found)
    assert ids(folder) == IDS
    assert Desk(folder).version(text_hash(written(1))).text == written(1)
    assert Desk(folder).version(text_hash(written(1, 2))).text == written(1, 2)
    assert not kept(folder)


def test_superseded_versions_that_no_file_has_whole_are_named(folder: Path) -> None:
    """Their articles stand in the report, the damaged files are kept, and the exit code says that not all is well."""
    overwritten(folder, RECORDS)
    changed(folder, SHELF, "UPDATE past SET body = 'x' WHERE article = 'b1'")

    told = CliRunner().invoke(app, ["doctor", "--repair", "--desk", str(folder)])

    assert told.exit_code == 1
    assert "lost: 1 versions of articles (b1)" in told.stdout
    assert kept(folder)[0].name in told.stdout
    assert Desk(folder).version(text_hash(written(0))).text == written(0)
    assert ids(folder) == IDS
    assert examine(folder).healthy


def test_superseded_versions_that_only_chroma_lost_are_written_again(folder: Path) -> None:
    """A record that goes missing is seen though no search asks for it."""
    store = Store(folder)
    with store.chroma.at(None) as client:
        records = client.get_collection(ARTICLES, embedding_function=None)
        records.delete(where={"sha256": text_hash(written(1))})
    store.chroma.close()

    found = examine(folder, repair=True)

    assert named(found, "version_loss") == {"b1"}
    assert found.healthy
    assert Desk(folder).version(text_hash(written(1))).text == written(1)


def test_a_shelf_of_an_older_release_learns_of_superseded_versions(folder: Path) -> None:
    """The doctor copies them from Chroma."""
    changed(folder, SHELF, "DROP TABLE past")
    changed(folder, SHELF, "DELETE FROM meta WHERE name = 'past'")
    assert examine(folder).healthy
    overwritten(folder, RECORDS)

    examine(folder, repair=True)

    assert Desk(folder).version(text_hash(written(0))).text == written(0)


def test_a_folder_in_the_shelfs_place_is_one_clear_line(folder: Path) -> None:
    """Whoever reads or adds is told what stands there."""
    shelf = home(folder) / SHELF
    shelf.unlink()
    shelf.mkdir()
    article = folder.parent / "new.txt"
    article.write_text("A new article about the harbour.", "utf-8")

    for command in (["search", "boats"], ["add", str(article)]):
        told = CliRunner().invoke(app, [*command, "--desk", str(folder)])
        assert told.exit_code == 2
        assert "shelf.db is a folder" in told.stderr
        assert "Traceback" not in told.stderr


def test_a_folder_in_the_shelfs_place_is_moved_aside_with_what_is_in_it(folder: Path) -> None:
    """The doctor says so, and makes the shelf anew from Chroma."""
    shelf = home(folder) / SHELF
    shelf.unlink()
    shelf.mkdir()
    (shelf / "letter.txt").write_text("mine", "utf-8")

    assert "a folder is in its place" in str(examine(folder))
    found = examine(folder, repair=True)

    assert found.healthy, str(found)
    assert (kept(folder)[0] / SHELF / "letter.txt").read_text("utf-8") == "mine"
    assert kept(folder)[0].name in str(found)
    assert ids(folder) == IDS


def test_both_files_damaged_keep_all_that_either_still_has(folder: Path) -> None:
    """Each article stands in one of them at least."""
    overwritten(folder, SHELF, start=0.4, size=20_000)
    overwritten(folder, RECORDS, start=0.4, size=20_000)
    before = str(examine(folder))

    found = examine(folder, repair=True)

    assert "damaged_file: 1 file, shelf.db" in before
    assert f"damaged_file: 1 file, {RECORDS}" in before
    assert "readable: " in before
    assert set(ids(folder)) | named(found, "lost") >= set(IDS)
    assert "recovered: " in str(found)
    assert (kept(folder)[0] / SHELF).is_file()
    assert (kept(folder)[0] / RECORDS).is_file()
    assert examine(folder).healthy


@pytest.mark.parametrize(("whole_records", "whole_shelf"), [(True, False), (False, True)])
def test_a_file_without_its_head_loses_nothing_that_the_other_has(
    folder: Path, whole_records: bool, whole_shelf: bool
) -> None:
    """One whole file is enough, whatever is left of the other."""
    for file, whole in ((RECORDS, whole_records), (SHELF, whole_shelf)):
        if not whole:
            overwritten(folder, file)

    found = examine(folder, repair=True)

    assert found.healthy, str(found)
    assert ids(folder) == IDS
    assert Desk(folder).version(text_hash(written(0))).text == written(0)


def test_a_broken_shelf_beside_a_chroma_that_cannot_be_opened_loses_nothing(folder: Path) -> None:
    """Its file is whole, so that only opening it tells."""
    overwritten(folder, SHELF, start=0.4, size=20_000)
    changed(folder, RECORDS, "DELETE FROM segments WHERE scope = 'METADATA'")

    found = examine(folder, repair=True)

    assert found.healthy, str(found)
    assert ids(folder) == IDS
    assert Desk(folder).version(text_hash(written(0))).text == written(0)
    assert len(list(folder.glob("store-*"))) == 1


def test_two_files_that_nothing_can_be_read_of_are_left_as_they_are(folder: Path) -> None:
    """The repair says so and changes neither."""
    overwritten(folder, RECORDS)
    overwritten(folder, SHELF)
    before = (home(folder) / SHELF).read_bytes(), (home(folder) / RECORDS).read_bytes()

    assert "readable: no articles" in str(examine(folder))
    with pytest.raises(DeskDamaged, match="Nothing can be read"):
        examine(folder, repair=True)

    assert ((home(folder) / SHELF).read_bytes(), (home(folder) / RECORDS).read_bytes()) == before
    assert not kept(folder)


def test_a_removed_article_stays_removed_whatever_is_damaged(folder: Path) -> None:
    """Its older record in Chroma is not taken for a loss."""
    overwritten(folder, SHELF)

    found = examine(folder, repair=True)

    assert "b40" not in ids(folder)
    assert not named(found, "lost")


def test_articles_that_only_a_broken_shelf_still_has_go_back_into_chroma(folder: Path) -> None:
    """Both are damaged at once, Chroma so that it can still be opened."""
    store = Store(folder)
    with store.chroma.at(None) as client:
        client.get_collection(ARTICLES, embedding_function=None).delete(where={"article": "b7"})
    store.chroma.close()
    changed(folder, SHELF, "INSERT INTO meta VALUES ('web http://a.example', '[]')")
    changed(folder, SHELF, "CREATE TABLE scrap AS SELECT randomblob(200000) AS junk")
    with closing(sqlite3.connect(home(folder) / SHELF)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'scrap'").fetchone()[0]
    with (home(folder) / SHELF).open("r+b") as opened:
        opened.seek((root - 1) * 4096)
        opened.write(b"\xa5" * 4096)

    found = examine(folder, repair=True)

    assert found.healthy, str(found)
    assert ids(folder) == IDS
    assert Store(folder).shelf.meta("web http://a.example") == "[]"
