"""A file's bytes as text: its encoding found, and what is no text refused with a reason."""

from __future__ import annotations

import codecs
import html
import re
from pathlib import Path

from presscheck.errors import UnreadableFile
from presscheck.text.reading import COLOUR

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TAG = re.compile(
    r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|</?[a-zA-Z][^<>]*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_NEWLINE = re.compile(r"\r\n?")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_AS_BROWSERS = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"), "cp1252")
_WESTERN = frozenset("“”‘’„‚–—…€£¥§°½¼¾²³©®™•·«»´¨¡¿\xa0éèêëàâäáãåçíìîïóòôöõøúùûüñßæœÉÀÄÁÅÇÖØÜÑÆ")
_LOOKED_AT = 8192
_ALWAYS_READ = 100_000


def read_text(path: Path) -> str:
    """Return a file's text, cleaned; raises `UnreadableFile` if it is missing, empty, binary or too large."""
    return decode(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises `UnreadableFile` if there is no such file, it is empty or too large."""
    if not path.exists():
        raise UnreadableFile("no such file or folder")
    if not path.is_file():
        raise UnreadableFile("not a regular file")
    size = path.stat().st_size
    if not size:
        raise UnreadableFile("the file is empty")
    if size > _ALWAYS_READ and size > (most := most_bytes()):
        raise UnreadableFile(f"too large ({size / 1e6:.0f} MB; at most {most / 1e6:.0f} MB are read)")
    return path.read_bytes()


def most_bytes() -> int:
    """Return the size of the largest file that is read."""
    # The settings take a tenth of a second to import, and nearly every file is small.
    from presscheck.settings import settings

    return settings().max_bytes


def decode(data: bytes) -> str:
    """Return bytes as clean text: UTF-8 unless they say or look otherwise; raises `UnreadableFile` if they are none."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        text = _guess(data)
    if not marked and looks_binary(text):
        raise UnreadableFile("a binary file, not text")
    text = clean(text)
    if not text.strip():
        raise UnreadableFile("the file holds no words")
    return text


def clean(text: str) -> str:
    r"""Return text with `\n` as its only line end and a space for each control character, which no article means.

    The colour codes of a terminal go.
    """
    if "\x1b" in text:
        text = COLOUR.sub("", text)
    return _CONTROL.sub(" ", _NEWLINE.sub("\n", text))


def plain_line(text: str) -> str:
    """Return a title or name as one plain line: no markup, no control characters, no runs of blanks."""
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(clean(html.unescape(text) if "&" in text else text).split())


def looks_binary(text: str) -> bool:
    """Say whether more than one character in ten at the start is a control character, or one is NUL."""
    start = text[:_LOOKED_AT]
    return "\0" in start or len(_CONTROL.findall(start)) * 10 > len(start)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """Return a web page's bytes as clean text: UTF-8 where they are, else as the server or the page itself says.

    As browsers do, latin-1 is read as windows-1252. Pages that call themselves latin-1 and are UTF-8 are common; bytes
    that are valid UTF-8 and something else are not.
    """
    if any(data.startswith(mark) for mark, _ in _MARKS) or not data.strip():
        return decode(data)
    declared = _META.search(data[:_LOOKED_AT])
    named = charset or (declared[1].decode("ascii", "replace") if declared else None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _declared(data, named) or _guess(data)
    if looks_binary(text):
        raise UnreadableFile("a binary file, not a web page")
    return clean(text)


def _declared(data: bytes, charset: str | None) -> str | None:
    """Return the text in the charset that is named; None if there is none, or more than a little of it is broken."""
    name = (charset or "utf-8").strip().lower()
    name = _AS_BROWSERS.get(name, name)
    try:
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    broken = text.count("\ufffd")
    return text if broken <= (2 + len(text) // 1000 if charset else len(text) // 2000) else None


def _guess(data: bytes) -> str:
    if b"\0" in data[:_LOOKED_AT]:
        raise UnreadableFile("a binary file, not text")
    western = _western(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableFile("its encoding can't be told; save it as UTF-8")
    return str(best)


def _western(data: bytes) -> str | None:
    """Return windows-1252 where it makes sense: among Latin letters, few marks and accents of Western languages.

    A guess by frequencies takes a lone £ for a Polish Ł.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    others = [c for c in text if c > "\x7f"]
    accents = sum(c.isalpha() for c in others)
    return text if _WESTERN.issuperset(others) and accents * 10 <= len(text) else None
