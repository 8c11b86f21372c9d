"""Words of kinship beside a person's name: "his sister, Carmen", "Carmen, his sister,", "mum Carmen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presscheck.text.mentions import Mention

_GROUPS = (
    "mother mum mom mam mummy mommy mama stepmother stepmum stepmom; father dad daddy papa stepfather stepdad; "
    "sister half-sister stepsister; brother half-brother stepbrother; son stepson; daughter stepdaughter; "
    "wife girlfriend widow bride ex-wife ex-girlfriend; husband boyfriend widower ex-husband ex-boyfriend; "
    "aunt auntie; uncle; niece; nephew; cousin; grandmother grandma granny nan nana; "
    "grandfather grandpa grandad granddad; grandson; granddaughter; mother-in-law; father-in-law; sister-in-law; "
    "brother-in-law; son-in-law; daughter-in-law"
)
KINSHIP = {w: group.split()[0] for group in _GROUPS.split(";") for w in group.split()}
"""Words of kinship, each with the one that stands for all that say the same."""
_KIN = "|".join(sorted(KINSHIP, key=len, reverse=True))
_OFTEN_TITLES = frozenset({"Father", "Mother", "Sister", "Brother", "Uncle", "Aunt", "Auntie"})
_OWNER = r"(?P<owner>his|her|their|my|our|[\w.-]+\s?['’]s)\s+"
_AGES = {
    **dict.fromkeys(("older", "elder", "big", "eldest", "oldest"), "older"),
    **dict.fromkeys(("younger", "little", "kid", "baby", "youngest"), "younger"),
}
_SAID = rf"(?:(?P<age>(?a:late|only|then|{'|'.join(_AGES)}))\s+)?(?P<kin>(?a:{_KIN}))"
_BEFORE = re.compile(rf"(?<![\w-])(?:{_OWNER})?{_SAID}\s?,?\s+$", re.IGNORECASE)
_AFTER = re.compile(
    rf"\s?,\s+(?:the\s+)?(?:[A-Z][\w.-]+\s+){{0,2}}{_OWNER}{_SAID}"
    r"(?=[.;:)]|,(?!\s+(?:and|or|his|her|their)\b)|\s+who\b)"
)
_LONGEST = 50


class Relative(Mention):
    """A word of kinship with "older" or "younger", and whose relative it makes: "his", "Smith's", "" where it doesn't say."""

    owner: str = ""
    kin: str = ""
    age: str = ""

    def contradicts(self, other: Relative) -> bool:
        """Tell whether nobody can be both: a brother and a sister, the older and the younger."""
        return self.kin != other.kin or {self.age, other.age} == {"older", "younger"}


def relatives(text: str, start: int, end: int) -> Iterator[Relative]:
    """Yield the words of kinship that say whose relative the person named at `[start:end]` is, as they stand."""
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    for found in (before, _AFTER.match(text, end)):
        if found and found["kin"] not in _OFTEN_TITLES:
            age = _AGES.get((found["age"] or "").lower(), "")
            low, high = found.start("age" if age else "kin"), found.end("kin")
            kin, owner = KINSHIP[found["kin"].lower()], (found["owner"] or "").lower()
            yield Relative(text=text[low:high], start=low, end=high, owner=owner, kin=kin, age=age)
