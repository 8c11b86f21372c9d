"""How a sentence is told: a question, an opinion, a forecast, or something that can be checked."""

from __future__ import annotations

import re

from presscheck.reasons import Reason

_QUESTION = re.compile(r"\?[\"'”’)\]]*\s*$")
_OPINION = re.compile(
    r"^(?:i|we) (?:think|believe|feel|hope|wish|guess|suppose|find)\b|^(?:in my (?:view|opinion)|frankly|sadly|luckily)\b"
    r"|\b(?:should|ought to) be (?:ashamed|applauded|praised|proud)\b"
    r"|^(?:it|this|that) (?:is|was) (?:simply |just |truly )?(?:a )?(?:disgrac|sham|outrag|wonderful|absurd)",
    re.IGNORECASE,
)


def not_checkable(sentence: str) -> Reason | None:
    """Return why a sentence can't be checked, or None."""
    if _QUESTION.search(sentence):
        return Reason.CLAIM_QUESTION
    if _OPINION.search(sentence) and '"' not in sentence and "“" not in sentence:
        return Reason.CLAIM_OPINION
    return None
