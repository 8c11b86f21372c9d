"""An "only" or "all" that no source has where it tells the rest."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.words.reading import Words

_AS_MUCH = {
    "only": """only just sole solely but except alone single lone exclusively limited merely no not until unless""",
    "all": """all every each both whole entire everyone everybody any everything always across no none throughout total
    full""",
}
"""Words that tell as much in the sources."""
_SAYING = {"only": "only", "solely": "only", "all": "all", "every": "all", "everyone": "all", "always": "all"}
_NOT_SO = {("all", "but"), ("not", "only"), ("if", "only"), ("not", "all"), ("at", "all"), ("not", "every")}
"""Words beside each other that tell no such limit."""


def limit_added(claim: Words, told: Sequence[Words]) -> str | None:
    """Say which "only" or "all" stands in the statement alone."""
    for place, form in enumerate(claim.forms):
        beside = {tuple(claim.forms[k : k + 2]) for k in (place - 1, place) if k >= 0}
        if form not in _SAYING or _NOT_SO & beside:
            continue
        same = set(_AS_MUCH[_SAYING[form]].split())
        if all(same.isdisjoint(words.forms) for words in told):
            return f"No source says “{claim.span(place, min(place + 1, len(claim) - 1))}”"
    return None
