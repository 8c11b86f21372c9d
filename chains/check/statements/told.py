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
_FORECAST = re.compile(
    r"\b(?:will|won['’]t|shall)\b|['’]ll\b|\b(?:is|are|was) (?:\w+ly )?(?:going|likely|unlikely|bound|sure|certain|destined) to\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|add(?:ed|s)|according to|announc\w+|promis\w+|pledg\w+|vow(?:ed|s)|warn(?:ed|s)"
    r"|predict\w*|forecast\w*|expect(?:s|ed)?|estimat\w+|schedul\w+|plan(?:s|ned)?|believ\w+|think(?:s)?|insist\w*)\b"
    r"|[\"“”]",
    re.IGNORECASE,
)

_OF_ITSELF = re.compile(
    r"^\W*(?:sure\W+|certainly\W+)?(?:here(?:['’]s| is| are)|this is|below is) (?:a|an|the|my|your)\b[^.]{0,60}"
    r"\b(?:summary|brief|rewrite|version|draft|article)\b",
    re.IGNORECASE,
)


def speaks_of_itself(sentence: str) -> bool:
    """Tell whether a sentence only announces the text: "Here is a summary of the article in 99 words:"."""
    return _OF_ITSELF.search(sentence) is not None


def is_forecast(sentence: str) -> bool:
    """Tell whether a sentence foretells in the author's own name: attributed and scheduled things can be checked."""
    return bool(_FORECAST.search(sentence)) and not _ATTRIBUTED.search(sentence)


def not_checkable(sentence: str) -> Reason | None:
    """Return why a sentence can't be checked, or None."""
    if _QUESTION.search(sentence):
        return Reason.CLAIM_QUESTION
    if _OPINION.search(sentence) and '"' not in sentence and "“" not in sentence:
        return Reason.CLAIM_OPINION
    return None
