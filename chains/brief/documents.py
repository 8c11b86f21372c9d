"""Titles that say what kind of document it is, and not what happened: "Press conference of …", "Fact sheet: …"."""

from __future__ import annotations

import re

_KINDS = re.compile(
    r"^(?:press (?:conference|briefing|gaggle|call|release)|background press|remarks|briefing|hearing|public hearing|statement|readout|transcript|"
    r"interview|minutes|fact sheet|town hall|news conference|testimony|speech|address)\b|\bquestion time\b|\b(?:press|news) (?:conference|briefing)\b",
    re.IGNORECASE,
)


def names_document(title: str) -> bool:
    """Tell whether a title says what kind of document it is, and not what happened: "Press conference of …"."""
    return _KINDS.search(title) is not None
