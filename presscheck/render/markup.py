"""HTML by construction: whatever is not `Html` already is escaped, so no text of an article can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from presscheck.render.safe import visible

VOID = frozenset({"br", "hr", "meta", "link", "input"})


class Html(str):
    """Markup that may stand in a page as it is."""

    __slots__ = ()


def text(words: str) -> Html:
    """Escape a text, its control characters shown as signs."""
    return words if isinstance(words, Html) else Html(escape(visible(words), quote=True))


def tag(name: str, *children: str | None, **attributes: str | bool | None) -> Html:
    """Return an element; strings are escaped, None is left out, `class_` is `class`, `True` an empty attribute."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{join(children)}</{name}>")


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'


def join(parts: Iterable[str | None], between: str = "") -> Html:
    """Join parts, each escaped unless it is markup; None is left out."""
    return Html(text(between).join(text(part) for part in parts if part is not None))
