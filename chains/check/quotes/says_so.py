"""Whether running text says that somebody said so: "Putin said that …", "The minister was asked. He said: “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presscheck.text.cues import CUES
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.people import fold, surname, title_of
from presscheck.text.titles import TITLES

WITHIN = 3
"""Words after a name among which the verb stands by which somebody is said to speak, in what is spoken."""

_MEANT = frozenset(("he", "she", "him", "her"))
_WORD = re.compile(r"[\w’'-]+")


def names_of(name: str) -> Iterator[str]:
    """Yield how somebody may be called: the surname, the title before the name, or the whole office ("the chief judge")."""
    if name[:4].lower() == "the ":
        yield name[4:]
        return
    if surname(name):
        yield surname(name)
    if title := title_of(name):
        yield f"the {title.split()[-1]}"


def says_so(text: str, called: str, within: int = WITHIN) -> bool:
    """Tell whether a text says of somebody that he says so, and names nobody else between that and its end."""
    flags = re.IGNORECASE if called.islower() or called.startswith("the ") else 0
    named = list(re.finditer(rf"\b{re.escape(called)}\b", text, flags))
    if not named or text[named[-1].end() :].startswith(("’s", "'s")):
        return False
    behind = [word[0] for word in _WORD.finditer(text, named[-1].end())]
    plain = [word.lower() for word in behind]
    then = (plain[i + 1] for i, word in enumerate(plain[:-1]) if word in _MEANT)
    return not CUES.isdisjoint([*plain[:within], *then]) and not any(map(_names_another, behind))


def _names_another(word: str) -> bool:
    return word[0].isupper() and fold(word) in FIRST_NAMES | TITLES
