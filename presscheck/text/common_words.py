"""Words that many patterns name, as alternatives of a regular expression."""

from __future__ import annotations

from typing import Final

from presscheck.text.date_words import MONTHS

AUXILIARIES: Final = "is|are|was|were|do|does|did|has|have|had|will|would|can|could"
"""Verbs that stand before another one, or before a question's subject."""
MODALS: Final = "should|may|might"
"""More of them."""
HE: Final = "he|him|his|himself"
SHE: Final = "she|her|hers|herself"
THEY: Final = "they|them|their|theirs|themselves"
MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
"""Months, in full and cut short, without a full stop."""
