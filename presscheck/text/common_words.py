"""Small classes of words that many rules name: as alternatives of a regular expression, then as sets."""

from __future__ import annotations

from typing import Final

from presscheck.text.date_words import MONTHS
from presscheck.text.titles import word_set

AUXILIARIES: Final = "is|are|was|were|do|does|did|has|have|had|will|would|can|could"
"""Verbs that stand before another one, or before a question's subject."""
MODALS: Final = "should|may|might"
"""More of them."""
HE: Final = "he|him|his|himself"
SHE: Final = "she|her|hers|herself"
THEY: Final = "they|them|their|theirs|themselves"
MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
"""Months, in full and cut short, without a full stop."""

PRONOUNS = word_set("he she they i we who it")
POSSESSIVE_PRONOUNS = word_set("his her their my our its")
DETERMINERS = POSSESSIVE_PRONOUNS | word_set(
    "the a an another one your this that these those some many several two three four five six most both each every "
    "few other any all no"
)
PREPOSITIONS = word_set(
    "of in on at by for with from to about against over under between among into onto upon through during before "
    "after behind since until without within toward towards despite like unlike near including via as than "
    "along alongside amid following around across off beside beyond per"
)
SUBORDINATORS = word_set(
    "when while after before although though because if since whether despite whom which that as how where why until unless whereas"
)
