"""Whose words an official text is: the person whom its title names as the author, "Statement by Governor Reyes on …"."""

from __future__ import annotations

import re
from functools import lru_cache

from presscheck.text.names import find_names

_SIGNED = re.compile(
    r"^(?:\w+ )?(?:statement|remarks|letter|message|op-ed|opening statement)s?(?: as prepared(?: for delivery)?)? (?:by|from|of) ",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[,:]? (?:on|about|after|following|regarding|marking|in|at|to|for|as|(?-i:[a-z]{3,}ing))\b|[,:;|]",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def author_of(title: str) -> str | None:
    """Return the person of "Statement by Governor Ana Reyes on the flood"; None where a title names no one author."""
    signed = _SIGNED.match(title)
    if signed is None:
        return None
    named = _BEHIND.split(title[signed.end() :])[0]
    people = [n for n in find_names(named) if n.kind == "person"]
    return people[0].text if len(people) == 1 else None
