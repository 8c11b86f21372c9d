"""The doctor tells each kind of damage apart, and mends it."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from presscheck.errors import DeskMissing
from presscheck.models import Article
from presscheck.vectorstore.chroma import all_ids
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.loaders.folder import DESK_MARK
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import ARTICLES, CHROMA, PASSAGES, SHELF, Store

WORDS = (
    "harbour",
    "crane",
    "council",
    "budget",
    "tide",
    "quay",
    "school",
    "market",
    "bridge",
    "ferry",
    "tax",
    "mayor",
)


def text(number: int) -> str:
    """Return an article that differs from the others."""
    pairs = [(WORDS[(number + n) % 12], WORDS[(number * n + 5) % 12]) for n in range(60)]
    return " ".join(f"The {a} of district {number} met the {b} on day {n}." for n, (a, b) in enumerate(pairs))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a desk of thirty articles, one of them replaced once and one removed."""
    store = Store(tmp_path / "desk")
    add(store, *(Article(id=f"a{n}", text=text(n)) for n in range(31)))
    add(store, Article(id="a3", text=text(300)))
    with store.write() as writer:
        writer.remove(["a30"])
    return store


def add(store: Store, *articles: Article) -> None:
    """Add articles."""
    intake = Intake(store)
    for article in articles:
        intake.take(article)
    assert not intake.finish().failed


def within(store: Store, file: str, damage: str) -> None:
    """Change one of a desk's databases behind its back."""
    store.chroma.close()
    with closing(sqlite3.connect(store.home / file)) as database:
        database.execute(damage)
        database.commit()


def assert_mended(store: Store, kind: str) -> None:
    """Repair, and assert that this was told, that all is well now, and that all thirty articles are found."""
    found = examine(store.folder, repair=True)

    assert {problem.kind for problem in found.mended} - {"recovered"} == {kind}
    assert found.healthy, str(found)
    again = Store(store.folder)
    assert sorted(h.article_id for h in again.heads()) == sorted(f"a{n}" for n in range(30))
    assert all(search(again, text(n)[:200], 3) for n in (1, 2, 5, 29))
    assert again.article("a3").text == text(300)


def test_a_whole_desk_is_healthy(store: Store) -> None:
    """Nothing is found where nothing is wrong, and one screen says so."""
    found = examine(store.folder)

    assert found.healthy
    assert (found.articles, found.generation) == (30, 3)
    assert "All is well" in str(found)
    assert json.loads(found.model_dump_json())["problems"] == []
    assert examine(store.folder, graph=True).healthy


def test_a_missing_desk_is_an_error(tmp_path: Path) -> None:
    """There is nothing to look at."""
    with pytest.raises(DeskMissing):
        examine(tmp_path / "nothing")


def test_lost_rows_are_told_and_given_anew(store: Store) -> None:
    """Passages deleted behind the store's back come back under new ids."""
    with store.chroma.at(None) as client:
        passages = client.get_collection(PASSAGES, embedding_function=None)
        passages.delete(ids=passages.get(include=[], limit=2)["ids"])

    assert_mended(store, "row_loss")


def test_a_lost_vector_is_told_and_given_anew(store: Store) -> None:
    """A passage whose vector is another's is not reached by its own."""
    with store.chroma.at(None) as client:
        passages = client.get_collection(PASSAGES, embedding_function=None)
        passages.update(
            ids=passages.get(include=[], limit=1)["ids"], embeddings=np.eye(1, 256, dtype=np.float32)
        )

    assert_mended(store, "vector_loss")


def test_orphans_are_told_and_deleted(store: Store) -> None:
    """Vectors of no article do no harm and go."""
    with store.chroma.at(None) as client:
        passages = client.get_collection(PASSAGES, embedding_function=None)
        passages.add(ids=["nobody.0"], embeddings=np.eye(1, 256, dtype=np.float32))

    assert_mended(store, "orphans")


def test_a_lost_record_is_told_and_written_again(store: Store) -> None:
    """An article that only the shelf still has goes back into Chroma."""
    with store.chroma.at(None) as client:
        client.get_collection(ARTICLES, embedding_function=None).delete(where={"article": "a7"})

    assert_mended(store, "record_loss")


def test_a_damaged_record_is_told_and_written_again(store: Store) -> None:
    """A record that does not fit its hash is replaced by what the shelf has."""
    with store.chroma.at(None) as client:
        articles = client.get_collection(ARTICLES, embedding_function=None)
        key = articles.get(where={"article": "a8"})["ids"][0]
        articles.update(ids=[key], metadatas=[{"body": "not a body"}])

    assert_mended(store, "damaged_text")


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM words WHERE rowid = 5",
        "UPDATE words SET text = 'something else' WHERE rowid = 7",
        "DELETE FROM places WHERE row = 9",
        "DELETE FROM articles WHERE id = 'a9'",
        "UPDATE articles SET head = json_set(head, '$.title', 'Wrong') WHERE id = 'a4'",
        "UPDATE articles SET place = 'elsewhere.txt' WHERE id = 'a4'",
        "UPDATE passages SET speaker = 'Nobody' WHERE row = 11",
        "UPDATE passages SET ordinal = ordinal + 1 WHERE article = 'a6'",
        "UPDATE passages SET role = 'question' WHERE article = 'a6'",
        "DELETE FROM shingles",
        "DELETE FROM shingles WHERE article = 'a5' AND hash % 2 = 0",
    ],
)
def test_a_stale_index_is_told_and_made_anew(store: Store, damage: str) -> None:
    """Words, titles, speakers, passages or marks that are missing or differ, and articles that the shelf lacks."""
    connection = sqlite3.connect(store.home / SHELF)
    connection.execute(damage)
    connection.commit()
    connection.close()

    assert_mended(store, "stale_index")


@pytest.mark.parametrize("name", [SHELF, f"{CHROMA}/chroma.sqlite3"])
def test_a_damaged_file_is_told_and_made_anew(store: Store, name: str) -> None:
    """The shelf is made from Chroma, Chroma from the shelf."""
    store.chroma.close()
    path = store.home / name
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 3)
        file.write(b"\xff" * 20_000)

    assert_mended(store, "damaged_file")


def test_a_missing_shelf_is_made_anew(store: Store) -> None:
    """Chroma alone can rebuild every article."""
    (store.home / SHELF).unlink()

    assert Store(store.folder).article("a3").text == text(300)
    assert examine(store.folder).healthy


def test_a_write_that_was_cut_off_is_told(store: Store) -> None:
    """It is no damage: the next write finishes it, and so does a repair."""
    store.shelf.note("intent", json.dumps({"add": {"abc": 2}}))

    assert_mended(store, "unfinished")


def test_vectors_that_chroma_has_lost_are_told_and_given_anew(tmp_path: Path) -> None:
    """An index put back to an older state lacks what was added since: Chroma lists the passages, and has no vectors."""
    store = Store(tmp_path / "desk")
    add(store, Article(id="a0", text=text(0)))
    synced_often(store)
    add(store, *(Article(id=f"a{n}", text=text(n)) for n in range(10)))
    store.chroma.close()
    index = index_of_vectors(store)
    shutil.copytree(index, tmp_path / "older")
    add(store, *(Article(id=f"a{n}", text=text(n)) for n in range(10, 30)), Article(id="a3", text=text(300)))
    store.chroma.close()
    shutil.rmtree(index)
    (tmp_path / "older").rename(index)

    found = examine(store.folder)

    assert [problem.kind for problem in found.problems] == ["vector_loss"]
    assert found.problems[0].count >= 20
    assert_mended(store, "vector_loss")


def index_of_vectors(store: Store) -> Path:
    """Return the folder in which Chroma keeps the vectors of passages."""
    asked = (
        "SELECT segments.id FROM segments JOIN collections ON collections.id = collection "
        "WHERE collections.name = ? AND scope = 'VECTOR'"
    )
    with closing(sqlite3.connect(store.home / CHROMA / "chroma.sqlite3")) as chroma:
        return store.home / CHROMA / str(chroma.execute(asked, (PASSAGES,)).fetchone()[0])


def synced_often(store: Store) -> None:
    """Make the collection of passages anew, as one that writes its index after every few vectors."""
    often: Any = {"hnsw": {"space": "cosine", "sync_threshold": 10, "batch_size": 5}}
    with store.chroma.at(None) as client:
        client.delete_collection(PASSAGES)
        client.create_collection(PASSAGES, configuration=often, embedding_function=None)
    store.chroma.close()
    examine(store.folder, repair=True)


def test_chromas_own_graph_is_asked_only_if_wanted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its graph does not lead to is no damage to a search; who asks is told, and a repair gives it anew."""
    with store.reading() as shelf:
        key = shelf.shelved()["a5"].key
    told = json.dumps({"lost": [], "off_graph": [f"{key}.0"]})
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(
            command, 0, told if "--graph" in command and len(asked) < 3 else whole
        )

    whole = json.dumps({"lost": [], "off_graph": []})
    monkeypatch.setattr(subprocess, "run", run)

    assert examine(store.folder).healthy
    found = examine(store.folder, repair=True, graph=True)

    assert [(p.kind, p.articles) for p in found.mended] == [("off_graph", ("a5",))]
    with store.reading() as shelf:
        assert shelf.shelved()["a5"].key != key


def test_removed_articles_stay_removed_when_chroma_is_made_anew(store: Store) -> None:
    """Their older records can still be read; they are not taken for versions to be kept."""
    with store.chroma.at(None) as client:
        passages = client.get_collection(PASSAGES, embedding_function=None)
        passages.delete(ids=list(all_ids(passages)))

    assert_mended(store, "row_loss")


def test_a_record_that_lost_its_text_is_no_removal(store: Store) -> None:
    """It is told as damaged, and written again from what search still has."""
    within(
        store, f"{CHROMA}/chroma.sqlite3", "DELETE FROM embedding_metadata WHERE key = 'body' AND id % 7 = 0"
    )

    assert_mended(store, "damaged_text")


@pytest.mark.parametrize("damage", ["DELETE FROM words_idx", "DELETE FROM words_data WHERE id > 10"])
def test_an_index_of_words_that_finds_nothing_is_told(store: Store, damage: str) -> None:
    """Though every text is there: a search for its words would miss it."""
    within(store, SHELF, damage)

    assert_mended(store, "stale_index")


def test_an_index_of_vectors_that_chroma_cannot_open_is_made_anew(store: Store) -> None:
    """The doctor itself needs no whole Chroma."""
    within(store, f"{CHROMA}/chroma.sqlite3", "DELETE FROM segments WHERE scope = 'METADATA'")

    assert_mended(store, "damaged_file")


@pytest.mark.parametrize(
    "mark", [None, "", '{"form', '{"format": 1, "store": "store-nowhere", "embeddings": "", "server": ""}']
)
def test_a_desk_whose_mark_is_lost_keeps_all_that_it_has(store: Store, mark: str | None) -> None:
    """The newest store that is there counts; the next write adds to it and deletes nothing."""
    file = store.folder / DESK_MARK
    if mark is None:
        file.unlink()
    else:
        file.write_text(mark, "utf-8")

    assert examine(store.folder).healthy
    again = Store(store.folder)
    add(again, Article(id="new", text=text(77)))
    assert len(again.heads()) == 31
    assert examine(store.folder).healthy
