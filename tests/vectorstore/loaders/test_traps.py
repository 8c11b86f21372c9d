"""Files that are laid as traps: each is refused in one line, at once, and reads nothing that it should not."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from docx import Document

from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders import load

SECRET = "the secret of another folder"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(path: Path, document: str) -> None:
    """Write a Word file with this XML as its document."""
    plain = path.with_name("plain.docx")
    Document().save(str(plain))
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(name, document if name == "word/document.xml" else given.read(name))
    plain.unlink()


def body(doctype: str, words: str) -> str:
    """Return a Word document's XML with a DOCTYPE of its own."""
    said = f'<w:body xmlns:w="{WORD}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>'
    return f'<?xml version="1.0"?><!DOCTYPE z [{doctype}]><w:document xmlns:w="{WORD}">{said}</w:document>'


def why(path: Path) -> str:
    """Return why the file is refused."""
    (found,) = load(path)
    assert isinstance(found, Failure), found
    assert "\n" not in found.why
    return found.why


@pytest.mark.timeout(60)
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no regular file is refused without being opened."""
    os.mkfifo(tmp_path / "pipe.txt")

    assert "not a regular file" in why(tmp_path / "pipe.txt")


def test_links_out_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    """Neither a linked file nor a linked folder brings in what the folder does not hold."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret.txt").write_text(SECRET)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "story.txt").write_text("The north quay is closed.")
    (folder / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (folder / "linked").symlink_to(tmp_path / "out")
    (folder / "round").symlink_to(folder)

    assert [found.text for found in load(folder) if isinstance(found, Article)] == [
        "The north quay is closed."
    ]


@pytest.mark.timeout(60)
def test_entities_of_a_word_file_are_not_expanded(tmp_path: Path) -> None:
    """A bomb of entities is refused, and one that names a file brings nothing of it."""
    (tmp_path / "secret.txt").write_text(SECRET)
    word_file(tmp_path / "bomb.docx", body(f'<!ENTITY e0 "ha">{ENTITIES}', "&e9;"))
    named = f'<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'
    word_file(tmp_path / "thief.docx", body(named, "It says: &e;"))

    assert "broken Word file" in why(tmp_path / "bomb.docx")
    assert all(SECRET not in repr(found) for found in load(tmp_path / "thief.docx"))


@pytest.mark.timeout(60)
def test_entities_of_a_page_are_not_expanded(tmp_path: Path) -> None:
    """An entity that a web page defines stays as it is written."""
    page = f'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY e0 "haha">{ENTITIES}]><html><body>'
    page += "<p>The council of Tarn says &e9; of the new bridge over the river.</p>" * 6
    (tmp_path / "bomb.html").write_text(page)

    (found,) = load(tmp_path / "bomb.html")

    assert isinstance(found, Article)
    assert "Tarn says &e9; of" in found.text
    assert "haha" not in found.text


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "page",
    ["<p>The quay is closed.</p>" * 60_000, "<div>" * 60_000 + "The quay is closed." + "</div>" * 60_000],
    ids=["long", "deep"],
)
def test_endless_pages_are_refused(tmp_path: Path, page: str) -> None:
    """A page of more elements than any article has is not read for minutes."""
    (tmp_path / "page.html").write_text(f"<html><body><article>{page}</article></body></html>")

    assert "page" in why(tmp_path / "page.html")


def test_the_archive_of_a_desk_is_no_source(tmp_path: Path) -> None:
    """It says what takes it in, once and not for each of its lines."""
    with zipfile.ZipFile(tmp_path / "desk.zip", "w") as made:
        for name in ("manifest.json", "articles.jsonl", "notes.json"):
            made.writestr(name, "{}\n{}\n")

    assert "presscheck desk import" in why(tmp_path / "desk.zip")
