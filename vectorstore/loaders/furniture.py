"""What of a page is furniture by its very elements: taken out of the tree before the text is looked for.

Trafilatura knows menus and boxes by their names and by how many links they hold; here goes what it leaves: captions,
dialogs, what is hidden, paragraphs that are one link to another story, and tables that only lay out the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MOST = 1 / 3
"""An element with more than this share of the page's text is never taken for furniture: some pages hide themselves
until a script shows them, or stand in one form."""
LINKED = 0.8
"""A cell with this share of its text in links is a menu."""

_ELEMENTS = "figcaption button dialog nav template noscript select textarea object iframe".split()
_ROLES = frozenset(
    "dialog alertdialog navigation search contentinfo banner menu menubar toolbar tooltip".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])"
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|credit|cutline)(?:$|[\s_-])|caption-text", re.IGNORECASE)
_LAYOUT = "p div table ul ol h1 h2 h3 h4 blockquote article section form center".split()

Element = Any
"""An element of lxml."""


def take_out_furniture(tree: Element) -> None:
    """Take furniture out of a page's tree, in place."""
    most = MOST * len(_text(tree))
    for element in [*_marked(tree), *_lone_links(tree), *_notes(tree)]:
        if element.getparent() is not None and len(_text(element)) <= most:
            element.drop_tree()
    _unwrap_layout(tree, most)


def _marked(tree: Element) -> Iterator[Element]:
    """Yield the elements that their names, roles or styles call furniture."""
    yield from tree.iter(*_ELEMENTS)
    for element in tree.iterfind(".//*[@role]"):
        if element.get("role").strip().lower() in _ROLES:
            yield element
    yield from tree.iterfind(".//*[@hidden]")
    for element in tree.iterfind(".//*[@style]"):
        if _HIDDEN.search(element.get("style").lower()):
            yield element
    for element in tree.iterfind(".//*[@class]"):
        if element.tag in ("p", "div", "span", "small", "em", "cite") and _CAPTION.search(
            element.get("class")
        ):
            yield element


def _lone_links(tree: Element) -> list[Element]:
    """Return the paragraphs that are nothing but a link of some words: promotions of other stories."""
    found = []
    for paragraph in tree.iter("p"):
        text = _text(paragraph)
        links = list(paragraph.iter("a"))
        if len(links) == 1 and len(text.split()) >= 3 and _text(links[0]) == text:
            found.append(paragraph)
    return found


def _notes(tree: Element) -> list[Element]:
    """Return the raised numbers that lead to footnotes; they would stick to the word, or the figure, before them."""
    return [sup for sup in tree.iter("sup") if next(sup.iter("a"), None) is not None]


def _unwrap_layout(tree: Element, most: float) -> None:
    """Turn tables that lay out the page into plain blocks, without the cells that are menus; the widest is the article."""
    tables = [t for t in tree.iter("table") if _lays_out(t)]
    widest = _widest(tables, most) if next(tree.iter("article"), None) is None else None
    for table in tables:
        for cell in [*table.iter("td", "th")]:
            text = _text(cell)
            linked = sum(len(_text(link)) for link in cell.iter("a"))
            if cell.getparent() is not None and len(text) <= most and linked > LINKED * len(text):
                cell.drop_tree()
        for element in [*table.iter("table", "tbody", "thead", "tr", "td", "th")]:
            element.tag = "article" if element is widest else "div"


def _widest(tables: list[Element], most: float) -> Element | None:
    """Return the innermost cell that holds nearly all that any cell holds."""
    cells = [(cell, len(_text(cell))) for table in tables for cell in table.iter("td")]
    longest = max((length for _, length in cells), default=0)
    held = [cell for cell, length in cells if length > most and length > 0.9 * longest]
    return held[-1] if held else None


def _lays_out(table: Element) -> bool:
    """Say whether a table holds blocks of text rather than values."""
    return any(next(cell.iter(*_LAYOUT), None) is not None or _lines(cell) > 3 for cell in table.iter("td"))


def _lines(cell: Element) -> int:
    return sum(1 for _ in cell.iter("br"))


def _text(element: Element) -> str:
    return " ".join(str(element.text_content()).split())
