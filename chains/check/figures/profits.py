"""A loss or a deficit told as a profit or a surplus, or the other way round."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.told import Told

_SIGN = re.compile(
    r"\b(?:(?P<plus>(?:profit|surplus|net income) of|earned|profit (?:was|came to|stood at|reached))|(?:loss|deficit|shortfall) of|lost|(?:loss|deficit) (?:was|came to|stood at|reached))\s+"
    rf"{HEDGE}"
)


def other_sign(claim: Told, source: Told) -> bool:
    """Whether the draft tells a loss or a deficit as a profit or a surplus, or the other way round."""
    ours, theirs = _SIGN.search(claim.before), _SIGN.search(source.before)
    return bool(ours and theirs) and bool(ours and ours["plus"]) != bool(theirs and theirs["plus"])
