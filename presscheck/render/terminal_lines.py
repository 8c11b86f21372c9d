"""Lines for the terminal: wrapped with indents, nothing in them read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

WIDEST = 116
_RULER = Console(width=WIDEST, color_system=None)


def put(console: Console, lines: Iterable[Text]) -> None:
    """Print lines that are wrapped already."""
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False)


def wrapped(text: Text, room: int, indent: int = 0, hang: int = 0) -> Iterator[Text]:
    """Wrap a text; the first line is indented by `indent`, the others by `hang`."""
    padded = Text.assemble(" " * indent, text)
    first = padded.wrap(_RULER, max(room, indent + 8), tab_size=4)
    if len(first) < 2:
        yield trimmed(padded)
        return
    yield trimmed(first[0])
    rest = padded[len(first[0].plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    yield from (trimmed(Text.assemble(" " * hang, line)) for line in rest.wrap(_RULER, max(8, room - hang)))


def trimmed(text: Text) -> Text:
    """Return the text without the spaces at its end."""
    text.rstrip()
    return text
