"""Whether two figures measure alike: one unit, units that convert, shares in any form, nouns that mean the same."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from presscheck.text.currencies import MINOR, is_currency
from presscheck.text.mentions import Figure
from presscheck.text.units import UNITS, convert

_ALIKE = (
    "troop soldier serviceman servicemember personnel fighter force combatant",
    "person people individual resident inhabitant citizen human american",
    "death fatality victim dead killed life casualty",
    "injury injured wounded hurt",
    "child kid youngster minor boy girl pupil student schoolchild",
    "job position post worker employee staff",
    "officer police policeman cop",
    "home house household property dwelling",
    "car vehicle automobile",
    "firm company business",
    "country nation state",
    "attack strike raid bombing airstrike",
    "missile rocket projectile",
    "dose shot vaccination jab vaccine",
    "plane aircraft jet airplane",
    "shot round bullet",
    "vote ballot",
    "game match",
    "goal point",
    "woman lady female", "man male",
    "suspect arrest man person",
    "hour hr", "time occasion",
    "medal gold silver bronze",
    "lawmaker legislator senator representative member mp",
    "migrant immigrant refugee asylum-seeker",
    "patient case person", "body person", "user customer subscriber account person",
    "customer home household", "family household",
)  # fmt: skip
_CLASSES: dict[str, set[int]] = {}
for _index, _words in enumerate(_ALIKE):
    for _word in _words.split():
        _CLASSES.setdefault(_word, set()).add(_index)

_ONE_WORD = (
    {"point", "percentage point"}, {"pound", "GBP"}, {"degree", "celsius"}, {"degree", "fahrenheit"},
)  # fmt: skip
"""Units that one word may stand for."""
GREAT = 1e5
"""So great a number often leaves out its unit, the currency that stands before it or once for several."""
BARE = 0.35
"""How alike the units of such numbers must be."""
POINTS = {"percentage point": 1.0, "point": 1.0, "basis point": 0.01}
"""Units that the difference of two shares is told in, and how much of a hundredth each is."""


class Scale(NamedTuple):
    """How the source's values are brought to the claim's unit, and how alike the two things are (0 to 1)."""

    factor: float = 1.0
    offset: float = 0.0
    alike: float = 1.0
    converted: bool = False

    def __call__(self, value: float) -> float:
        """Return the source's value in the claim's unit."""
        return value * self.factor + self.offset


def is_measure(unit: str) -> bool:
    """Whether it is a unit of measure, not a counted noun."""
    head = unit.partition(" per ")[0]
    return head in UNITS or is_currency(unit) or unit.endswith(" of age") or unit in ("fraction", "times")


def scale_to(claim: Figure, source: Figure) -> Scale | None:
    """Return how to compare the two figures' values, or None where they measure different things."""
    return _scale(claim.unit, source.unit)


_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0}


@lru_cache(maxsize=4096)
def _scale(our_unit: str, their_unit: str) -> Scale | None:
    ours, our_per = _split(our_unit)
    theirs, their_per = _split(their_unit)
    if ours == theirs and our_per in _MONTHS and their_per in _MONTHS and our_per != their_per:
        return Scale(_MONTHS[our_per] / _MONTHS[their_per], converted=True)
    penalty = 1.0 if our_per == their_per else 0.7 if not (our_per and their_per) else 0.0
    if not penalty:
        return None
    if ours == theirs:
        return Scale(alike=penalty if ours else 0.8 * penalty)
    if {ours, theirs} in _ONE_WORD:
        return Scale(alike=0.9 * penalty)
    if not ours or not theirs:
        other = ours or theirs
        return Scale(alike=0.8 if other.endswith(" of age") else 0.35 if is_measure(other) else 0.6)
    return _converted(ours, theirs, penalty) or _nouns(ours, theirs, penalty)


def _split(unit: str) -> tuple[str, str]:
    head, _, per = unit.partition(" per ")
    return head, per


def _converted(ours: str, theirs: str, penalty: float) -> Scale | None:
    if ours in MINOR or theirs in MINOR:
        return _minor(ours, theirs, penalty)
    zero, one = convert(0.0, theirs, ours), convert(1.0, theirs, ours)
    if zero is None or one is None:
        return _ages(ours, theirs, penalty)
    return Scale(one - zero, zero, penalty, converted=True)


def _minor(ours: str, theirs: str, penalty: float) -> Scale | None:
    if MINOR.get(theirs) == ours:
        return Scale(0.01, 0.0, penalty, converted=True)
    if MINOR.get(ours) == theirs:
        return Scale(100.0, 0.0, penalty, converted=True)
    return None


def _ages(ours: str, theirs: str, penalty: float) -> Scale | None:
    """Let a bare "35 years" be an age."""
    bare = {u.removesuffix(" of age") for u in (ours, theirs)}
    return Scale(alike=0.8 * penalty) if len(bare) == 1 else None


def _nouns(ours: str, theirs: str, penalty: float) -> Scale | None:
    if is_measure(ours) or is_measure(theirs):
        return None
    if _CLASSES.get(ours, set()) & _CLASSES.get(theirs, set()):
        return Scale(alike=0.95 * penalty)
    return Scale(alike=0.4 * penalty)


def as_percent(figure: Figure) -> float | None:
    """Return a share in percent, however it is told: "20 %", "a fifth", "one in five"; None for anything else."""
    if figure.unit == "percent":
        return figure.low if figure.low == figure.high else None
    if figure.unit == "fraction":
        return 100 * figure.low
    if figure.kind == "ratio" and figure.unit != "times" and figure.high:
        return 100 * figure.low / figure.high
    return None


_FEW, _MANY = 12, 100
"""An equal count of so many of one kind of thing is hardly a coincidence."""


def same_things(claim: Figure, source: Figure) -> bool:
    """Whether both count so many of one kind of thing that an equal number is no coincidence."""
    return (
        claim.low > _MANY and claim.unit == source.unit not in ("person", "") and not is_measure(claim.unit)
    )


def same_count(claim: Figure, source: Figure) -> bool:
    """Whether both count more than a few things of one kind, and as many: "21 states"."""
    return claim.unit == source.unit not in ("person", "") and claim.low == source.low > _FEW


def alike_bare(figure: Figure) -> float:
    """Return how alike the units must be where one of the two figures, this one, has none."""
    return BARE if figure.low >= GREAT else 0.6
