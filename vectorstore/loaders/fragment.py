"""A piece of HTML (a feed entry's content) as plain text by lxml: paragraphs apart, scripts and styles gone."""

from __future__ import annotations

import re

_BLOCKS = (
    "p div section article header footer li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table pre figure".split()
)
_GONE = "script style template noscript iframe object svg figcaption".split()


def text_of(fragment: str) -> str:
    """Return the words of an HTML fragment, or of plain text, blocks apart by blank lines; "" if there are none."""
    from lxml import etree, html

    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    etree.strip_elements(root, *_GONE, etree.Comment, with_tail=False)
    for element in root.iter("br"):
        element.tail = "\n" + (element.tail or "")
    for element in root.iter(*_BLOCKS):
        element.text = "\n\n" + (element.text or "")
        element.tail = "\n\n" + (element.tail or "")
    text = re.sub(r"[ \t\r\f\v]*\n[ \t\r\f\v]*", "\n", root.text_content())
    return re.sub(r"\n{3,}", "\n\n", text).strip()
