"""Word files by python-docx: paragraphs and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.reading import clean, read_bytes

MOST_UNPACKED = 200_000_000
"""Bytes to which a Word file may unpack; more is a trap."""


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the document's article."""
    yield read_docx(read_bytes(path), str(path))


def read_docx(data: bytes, origin: str) -> Article:
    """Return a Word file's article; raises `UnreadableFile` where it is broken, a trap, or holds no words."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _refuse_traps(data)
    try:
        document = Document(io.BytesIO(data))
        inner = list(document.iter_inner_content())
        blocks = [clean(_words(block)).strip() for block in inner]
        heading = next((words for block, words in zip(inner, blocks, strict=True) if _is_title(block)), "")
    except (OpcError, LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableFile(f"a broken Word file ({type(error).__name__})") from error
    text = "\n\n".join(block for block in blocks if block)
    if not text:
        raise UnreadableFile("the Word file holds no words")
    kind = {"kind": "transcript"} if looks_like_transcript(text) else {}
    fields = _fields(document.core_properties)
    title = {"title": heading} if heading and "title" not in fields else {}
    return Article(text=text, origin=origin, **fields, **title, **kind)


def _refuse_traps(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        why = (
            "a broken Word file"
            if data.startswith(b"PK")
            else "not a Word file (.docx); an old .doc has to be saved anew"
        )
        raise UnreadableFile(why) from error
    if size > MOST_UNPACKED:
        raise UnreadableFile(f"unpacks to {size / 1e6:.0f} MB; refused")


def _is_title(block: Any) -> bool:  # noqa: ANN401 (a paragraph or a table of python-docx)
    style = getattr(getattr(block, "style", None), "name", None)
    return style in ("Title", "Heading 1") and bool(getattr(block, "text", "").strip())


def _words(block: Any) -> str:  # noqa: ANN401 (a paragraph or a table of python-docx)
    if hasattr(block, "rows"):
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
    return str(block.text)


def _fields(properties: Any) -> dict[str, Any]:  # noqa: ANN401 (python-docx's core properties)
    """Return title and author. When a file was made says nothing of when its text was published."""
    given = {"title": properties.title, "author": properties.author}
    return {name: clean(value).strip() for name, value in given.items() if value and value != "python-docx"}
