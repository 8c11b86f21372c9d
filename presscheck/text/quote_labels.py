"""Labels before quotations in a collection of statements: "Halden Port Authority Chief Executive Ann Lee: “…”"."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.text.names import find_names
from presscheck.text.quote_frame import Frame
from presscheck.text.speakers import Choice

_SMALL = r"of|and|the|for|in|at|on|to|de|la|van|von|der|&"
_LABEL = re.compile(
    rf"(?:^|\n)[ \t\xa0*•–—-]*((?:[A-Z][^\s:;!?“”\"]*|\((?:[^()\n]{{1,40}})\)|{_SMALL}|[–-])"
    rf"(?:[ \xa0]+(?:[A-Z][^\s:;!?“”\"]*|\([^()\n]{{1,40}}\)|{_SMALL}|[–-])){{0,24}}):[ \t\xa0*_]*$"
)
_LONGEST = 240
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")


class Label(NamedTuple):
    """A label, `text[start:end]`, and the person or body that it names, from `name_start` to `name_end`."""

    start: int
    end: int
    name: str
    name_start: int
    name_end: int
    person: bool


def label_of(frame: Frame, piece: int) -> Label | None:
    """Return the label right before a marked piece: the person in it is named, else the body that it is."""
    mark = frame.marked[piece].outer_start
    low = max(0, mark - _LONGEST)
    match = _LABEL.search(frame.text, low, mark)
    if match is None or (match.start() == low and low):
        return None
    label, start = match[1], match.start(1)
    body = _BRACKET.sub("", label)
    named = find_names(f"{label} said it.")  # in a sentence, where not each word has a capital
    persons = [n for n in named if n.kind == "person"]
    if any(label.startswith(("’", "'"), n.end) for n in persons):
        return None  # "See the Mayor's Plan"
    person = next((n for n in persons if n.end == len(body) or n.start == 0 or len(persons) == 1), None)
    low, high = (person.start, person.end) if person else (0, len(body))
    return Label(start, start + len(label), label[low:high], start + low, start + high, person is not None)


def labelled(choice: Choice, label: Label) -> Choice:
    """Return a choice within a label as whom the label names."""
    mention = choice.mention._replace(start=label.name_start, end=label.name_end, name_start=label.name_start)
    return choice._replace(mention=mention)
