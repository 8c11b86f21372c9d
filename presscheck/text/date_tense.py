"""Whether the words around a date speak of what is past or of what is to come."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text.date_specs import Tense

_CUE: Final = re.compile(
    r"(?P<future>\b(?:will(?:\ not)?(?:\ have)?|shall|won[’']t|going\ to|plans?\ to|planning|planned\ for|plans\ for|expects?|expected|set\ (?:to|for)|due|"
    r"scheduled|slated|is\ to|are\ to|to\ be|(?:may|might|can)\ (?:not\ )?have|would|could|may|might|can|should|must|upcoming|ahead\ of|hopes?\ to|intends?\ to|aims?\ to|"
    r"wants?\ to|about\ to|begins|starts|opens|expires?|takes\ effect|resumes|faces|kicks\ off|runs\ until|look(?:s|ing)\ forward)\b"
    r"|[’']ll\b)"
    r"|(?P<past>\b(?:was|were|had|did|said|told|has|have|been|since|ago|wrote|went|came|began|became|made|took|gave|"
    r"found|held|met|led|left|won|lost|spoke|saw|fell|rose|hit|got|sent|kept|ran|\w{2,}ed)\b)",
    re.IGNORECASE | re.VERBOSE,
)
_STOP: Final = re.compile(r"(?:(?<=[a-z]{3})|(?<=[\d%)]))[.!?][\"”’)]?\s+(?=[A-Z\"“])|\n")
_REACH: Final = 160
"""How many characters to either side are read."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return -1 for past, 1 for future, 0 if nothing tells: the nearest verb before in the sentence, else after."""
    before = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    cues = list(_CUE.finditer(before))
    cue = cues[-1] if cues else _CUE.search(_STOP.split(text[end : end + _REACH])[0])
    if cue is None:
        return 0
    return 1 if cue.lastgroup == "future" else -1
