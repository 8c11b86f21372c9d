"""Text from articles, made safe to show: no terminal escape, no hidden character, no line break where none belongs."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """Show control characters and those that turn the reading direction as signs: ESC as ␛, U+202E as ⟨U+202E⟩."""
    return _HIDDEN.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return "" if code == 0x0D else chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return " " if code in (0x85, 0x2028, 0x2029) else f"⟨U+{code:04X}⟩"


def one_line(text: str) -> str:
    """Return the text visible and on one line, runs of white space as one space."""
    return _SPACE.sub(" ", visible(text)).strip()


def shorten(text: str, limit: int) -> str:
    """Cut at a word's end to at most `limit` characters, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    head = text[: max(1, limit - 1)]
    words = head.rsplit(" ", 1)[0]
    return (words if len(words) > limit // 2 else head).rstrip(" ,;:–—-") + "…"


def shorten_start(text: str, limit: int) -> str:
    """Cut the beginning at a word's start to at most `limit` characters, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    tail = text[len(text) - max(1, limit - 1) :]
    words = tail.split(" ", 1)[-1]
    return "…" + (words if len(words) > limit // 2 else tail).lstrip()


def width(text: str) -> int:
    """Return how many columns the text takes in a terminal: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
