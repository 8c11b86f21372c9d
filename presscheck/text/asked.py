"""Questions told in indirect speech: "A reporter asked what he would say to the “victims”" gives him no words."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.text.cues import BASES
from presscheck.text.quote_tokens import Token, word_at
from presscheck.text.reporting import Cue

_ASK = frozenset(("ask", "asks", "asked", "asking"))
_QUESTIONS = frozenset(("whether", "if", "what", "how", "why", "when", "where", "who"))
_THOUGHT = frozenset(
    ("thought", "believed", "felt", "knew", "wanted", "meant", "considered", "expected", "hoped")
)
_REACH = 4


def question_at(tokens: list[Token], cues: Sequence[Cue], places: Sequence[int]) -> int | None:
    """Return where a question begins that goes on up to the quotation: at its "what", behind whoever "asked"."""
    for cue in cues:
        if cue.word not in _ASK or not cue.subjects:
            continue
        near = range(cue.index + 1, cue.index + _REACH)
        at = next((i for i in near if word_at(tokens, i) in _QUESTIONS), None)
        if at is not None and places and at < min(places):
            return at
    return None


def is_said(cue: Cue) -> bool:
    """Tell a verb of what was said before ("called") from one of what may be said ("would say", "think")."""
    return not (cue.word in BASES | _THOUGHT or cue.word.endswith(("s", "ing")))
