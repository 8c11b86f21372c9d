"""What web pages leave in a text that is no part of the news: credits, captions, link lists, sentences run together."""

from __future__ import annotations

import re

from presscheck.text.date_words import MONTH_NAMES

FURNITURE = re.compile(
    r"(?:(?:share this with.{0,160}?copy this link|scroll down for video)\s*|"
    r"\((?-i:CNN|AP|AFP|Reuters|REUTERS|UPI|BBC|PA)\)\s*(?:[-–—]+\s*)?|"
    r"\((?-i:[A-Z])[\w.’' -]{2,40}/(?-i:[A-Z])[\w.’' -]{1,40}\)\s*|"
    r"(?-i:[A-Z]{3,}[A-Z ,.'’-]{0,30})(?:, \w+\.?)? \((?-i:CNN|AP|AFP|Reuters|UPI)\)\s*[-–—]+\s*)+",
    re.IGNORECASE,
)
"""What stands before a sentence: "(CNN)", the photographer and his agency, "scroll down for video"."""
_MARKED = re.compile(
    r"(?:click here|read more|related:|watch:|share this|advertisement|image copyright|getty images|photo:|file photo|video:|"
    r"what we know about|follow us|sign up|by [A-Z]\w+ [A-Z]\w+ · )",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:left|right|above|below|cent(?:er|re)|top|bottom|pictured|file|seen here|file photo)\b[^)]{0,40}\)|\bpictured (?:here|left|right|above|below|with)\b|"
    r"\b(?:is|are) (?:shown|seen|pictured),? (?:here|left|right|above|below)\b|^(?-i:[A-Z][a-z]+)(?: (?!said|says|added|wrote|asked|told)[a-z]+){0,2}: (?-i:[A-Z])(?![^.]{0,40}[“\"'‘])",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"^[^.“\"]{0,160}?\b(?:walks?|marche?s?|speaks?|arrives?|waits?|stands?|poses?|looks? on|attends?|gestures?|holds?|sits?|boards?|"
    r"departs?|listens?|shakes?|waves?|gather|embraces?|is seen|are seen|shows?)\b[^“\"]{0,200}"
    rf"\b(?:{'|'.join(name[:3].capitalize() for name in MONTH_NAMES)})\w*\.? \d{{1,2}}, (?:19|20)\d\d\.?$"
)
"""A caption's sentence: in the present, with a full date at its end."""
_GLUED = re.compile(
    r"[a-z]{3,}(?<!Mc)(?<!Mac)[A-Z][a-z]{2,} [a-z]|"
    r"(?<=[a-z0-9]) (?:The|There|This|These|Many|Most|It|He|She|They|In|On|At|An|But|And|When|While|After|Scroll) (?=[a-z]|[A-Z]{2,} )"
)
"""Two sentences run together: "how it was downedHow the sanctions hit", "by the incident Many of those"."""


def noisy(text: str) -> bool:
    """Tell whether a sentence is a caption, a link, or two sentences run together."""
    return bool(_MARKED.match(text) or _CAPTION.search(text) or _SHOWN.match(text) or _GLUED.search(text))


def bare_quote(text: str) -> bool:
    """Tell whether all of a sentence stands between marks, so that nobody is named who said it."""
    single = text[:1] in "'‘" and text[-1:] in "'’" and re.search(r"[,.!?]['’] \w", text) is None
    return single or re.fullmatch(r"[“\"][^“”\"]+[”\"]", text) is not None
