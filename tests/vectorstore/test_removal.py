"""What is removed or replaced: out of search at once, kept by its hash or gone from every file after a compaction."""

from datetime import datetime
from pathlib import Path

import pytest

from presscheck import Article, Desk
from presscheck.errors import BadRequest
from presscheck.models import text_hash
from presscheck.vectorstore.versions import versions

OLD = "The quagga exhibit of the Halden museum opened in 1907 with eleven animals."
NEW = "The quagga exhibit of the Halden museum opened in 1908 with twelve animals."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk of four articles, one of them replaced once."""
    desk = Desk(tmp_path / "desk")
    desk.add(
        Article(id="museum", text=OLD, publisher="Halden Post", published=datetime(2024, 5, 1, 12)),
        Article(id="ferry", text="The zeppelin ferry ran until 1931.", publisher="Coast News"),
        Article(id="quay", text="The marzipan quay was built in 1950.", published=datetime(2024, 6, 1)),
        Article(id="tram", text="The tram depot burned in 1962.", published=datetime(2025, 1, 1)),
    )
    desk.add(Article(id="museum", text=NEW, publisher="Halden Post", published=datetime(2024, 5, 1, 12)))
    return desk


def held(folder: Path, words: str) -> list[str]:
    """Return the files that hold these words, as they are or as a record has them."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def ids(desk: Desk) -> set[str]:
    """Return the ids of all sources."""
    return {head.article_id for head in desk.sources()}


def test_a_superseded_version_is_kept_by_its_hash_and_out_of_search(desk: Desk) -> None:
    """A report that cites it can still be opened, yet no query finds its words."""
    assert desk.version(text_hash(OLD)).text == OLD
    assert desk.version(text_hash(NEW)).text == NEW
    assert not any("1907" in hit.text for hit in desk.search("quagga exhibit opened 1907 eleven animals"))


def test_a_compaction_keeps_superseded_versions_unless_told_otherwise(desk: Desk) -> None:
    """They go only when that is asked for."""
    desk.compact()
    assert desk.version(text_hash(OLD)).text == OLD

    desk.compact(keep_versions=False)
    with pytest.raises(BadRequest, match="hash"):
        desk.version(text_hash(OLD))
    assert desk.version(text_hash(NEW)).text == NEW
    assert "1908" in desk.search("quagga exhibit")[0].text


def test_sources_are_removed_by_publisher_and_by_date(desk: Desk) -> None:
    """Only what the filters let through goes; what has no date is not older than any."""
    assert desk.remove(publisher="coast news") == ("ferry",)
    assert set(desk.remove(until=datetime(2024, 12, 31))) == {"museum", "quay"}
    assert ids(desk) == {"tram"}


def test_an_unknown_id_removes_nothing(desk: Desk) -> None:
    """A mistyped id is told, and nothing goes."""
    with pytest.raises(BadRequest, match="nobody"):
        desk.remove("tram", "nobody")
    assert len(ids(desk)) == 4


def test_after_a_compaction_no_file_holds_what_was_removed(desk: Desk) -> None:
    """Neither the words nor the packed record nor the passages' ids are left in any file of the desk."""
    with desk._store.write() as writer:
        version, body = writer.shelf.stored("ferry")
        past = {v.key for v in versions(writer.articles) if v.article_id == "museum"}
    assert held(desk.path, body)
    assert held(desk.path, version.key)

    desk.remove("ferry", "museum")
    assert not any("zeppelin" in hit.text for hit in desk.search("zeppelin ferry"))
    desk.compact()

    for words in ("zeppelin", body, version.key, "quagga", *past):
        assert held(desk.path, words) == []
    assert ids(desk) == {"quay", "tram"}
    with pytest.raises(BadRequest):
        desk.version(text_hash(OLD))
