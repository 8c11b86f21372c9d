"""A desk goes into one file and comes out of it the same; a file from anybody does no harm."""

import json
import zipfile
from pathlib import Path

import pytest

from presscheck import Article, Desk
from presscheck.errors import BadRequest, DeskMissing, UnreadableFile
from presscheck.vectorstore.archive import LINES, MANIFEST, NOTES

OLD = "The museum opened in 1907."
NEW = "The museum opened in 1908."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with a superseded version, a removed article, and one read from a file."""
    desk = Desk(tmp_path / "desk")
    (tmp_path / "tram.txt").write_text("The tram depot burned in 1962.")
    desk.add(Article(id="museum", text=OLD, title="Museum"), Article(id="gone", text="A secret."))
    desk.add(Article(id="museum", text=NEW, title="Museum"), tmp_path / "tram.txt")
    desk.remove("gone")
    return desk


def changed(path: Path, to: Path, **parts: bytes) -> Path:
    """Write an archive anew with other parts."""
    names = {"manifest": MANIFEST, "articles": LINES, "notes": NOTES}
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for key, name in names.items():
            new.writestr(name, parts.get(key, old.read(name)))
    return to


def test_a_desk_comes_out_as_it_went_in(desk: Desk, tmp_path: Path) -> None:
    """Articles with all that is known of them, superseded versions, and places; what was removed is not in it."""
    assert desk.export_to(tmp_path / "desk.zip") == 2
    other = Desk(tmp_path / "other")

    report = other.import_from(tmp_path / "desk.zip")

    assert (len(report.added), report.failed) == (2, ())
    assert list(other.sources()) == list(desk.sources())
    assert all(other.article(h.article_id) == desk.article(h.article_id) for h in desk.sources())
    assert other.version(Article(text=OLD).sha256).text == OLD
    assert [hit.text for hit in other.search("museum opened")][:1] == [NEW]
    assert other.add(tmp_path / "tram.txt").unchanged, "the file is known by its place"
    assert b"A secret" not in zipfile.ZipFile(tmp_path / "desk.zip").read(LINES)


def test_importing_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """And a lost cache is made anew with the current versions, not the superseded ones."""
    desk.export_to(tmp_path / "desk.zip")
    other = Desk(tmp_path / "other")
    other.import_from(tmp_path / "desk.zip")

    assert len(other.import_from(tmp_path / "desk.zip").unchanged) == 2
    other._store.home.joinpath("shelf.db").unlink()
    assert Desk(tmp_path / "other").article("museum").text == NEW


def test_versions_can_be_left_out(desk: Desk, tmp_path: Path) -> None:
    """What has been superseded need not go along."""
    desk.export_to(tmp_path / "desk.zip", keep_versions=False)

    assert b"1907" not in zipfile.ZipFile(tmp_path / "desk.zip").read(LINES)


def test_only_an_archive_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    """A slip in the name costs no other file."""
    (tmp_path / "story.txt").write_text("The north quay closes on Monday.")
    for name, told in (("story.txt", "would be overwritten"), ("no/desk.zip", "no such folder")):
        with pytest.raises(BadRequest, match=told):
            desk.export_to(tmp_path / name)
    desk.export_to(tmp_path / "desk.zip")

    assert desk.export_to(tmp_path / "desk.zip") > 0
    assert (tmp_path / "story.txt").read_text() == "The north quay closes on Monday."


def test_an_empty_desk_is_not_exported(tmp_path: Path) -> None:
    """There is nothing to write, and nothing is made."""
    with pytest.raises(DeskMissing):
        Desk(tmp_path / "nothing").export_to(tmp_path / "desk.zip")
    assert list(tmp_path.iterdir()) == []


def test_bad_lines_are_told_and_the_rest_goes_in(desk: Desk, tmp_path: Path) -> None:
    """A text that does not fit its hash, half characters and broken JSON are no articles."""
    desk.export_to(tmp_path / "desk.zip")
    bad = [
        b"{broken",
        b"[]",
        json.dumps({"article": {"id": "x", "text": "Other.", "sha256": "0" * 64}, "current": True}).encode(),
        b'{"article": {"id": "y", "text": "\\ud800"}, "current": true}',
    ]
    good = zipfile.ZipFile(tmp_path / "desk.zip").read(LINES)
    path = changed(tmp_path / "desk.zip", tmp_path / "bad.zip", articles=b"\n".join(bad) + b"\n" + good)

    report = Desk(tmp_path / "other").import_from(path)

    assert len(report.added) == 2
    assert [failure.origin for failure in report.failed] == [f"{LINES}:{n}" for n in range(1, 5)]


@pytest.mark.parametrize("manifest", [b"{}", b"nothing", b'{"presscheck_desk": "x"}', b"[1]"])
def test_what_is_no_archive_is_refused(desk: Desk, tmp_path: Path, manifest: bytes) -> None:
    """Whatever stands where the manifest should."""
    desk.export_to(tmp_path / "desk.zip")
    path = changed(tmp_path / "desk.zip", tmp_path / "bad.zip", manifest=manifest)

    with pytest.raises(UnreadableFile):
        Desk(tmp_path / "other").import_from(path)
    (tmp_path / "text.zip").write_text("no zip")
    with pytest.raises(UnreadableFile):
        Desk(tmp_path / "other").import_from(tmp_path / "text.zip")


def test_a_newer_format_is_refused(desk: Desk, tmp_path: Path) -> None:
    """A later release may have changed what the lines mean."""
    desk.export_to(tmp_path / "desk.zip")
    path = changed(tmp_path / "desk.zip", tmp_path / "new.zip", manifest=b'{"presscheck_desk": 99}')

    with pytest.raises(BadRequest, match="99"):
        Desk(tmp_path / "other").import_from(path)


def test_a_bomb_is_refused(desk: Desk, tmp_path: Path) -> None:
    """A file that unpacks to far more than text does is not unpacked."""
    desk.export_to(tmp_path / "desk.zip")
    path = changed(tmp_path / "desk.zip", tmp_path / "bomb.zip", articles=b" " * 30_000_000)

    with pytest.raises(UnreadableFile, match="far more"):
        Desk(tmp_path / "other").import_from(path)
