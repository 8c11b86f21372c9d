"""The same place in two sentences: what stands there in the source instead of the draft's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from presscheck.chains.check.names.context import Aligned
from presscheck.chains.check.names.forms import is_country, same_thing, stands_in
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.mentions import Name, Sentence
from presscheck.text.names_lists import gazetteer, states
from presscheck.text.tokens import tokenize
from presscheck.text.words import STOPWORDS, content_words, lemma

# Tuned on mutations and on true claims of four summary sets; they belong together.
COVERAGE = 0.7
"""Share of the draft sentence's other content words that the source sentence must have."""
VERBATIM = 0.9
"""The same where the draft's name stands in the next sentence of the source."""
COVERAGE_UNKNOWN = 0.6
"""The same where the draft's name stands nowhere in the sources."""
AGREEMENT = 1.0
"""How far the words beside the two names must agree, of 2."""
AGREEMENT_ALL = 0.75
"""The same for a name that stands nowhere in the sources, where all else is the same."""
AGREEMENT_APART = 1.5
"""The same where what the draft's sentence tells stands in several sentences of the source."""
FEWEST = 3
"""Content words that both sentences must have; one less where nothing else differs."""
WINDOW = 3
"""Content words looked at on each side of a name."""


_ARTICLES = frozenset("the a an former mr mrs ms dr president senator sen rep gov gen secretary".split())
_PRONOUNS = frozenset("he she they it we i you".split())
_PREPOSITIONS = {
    **dict.fromkeys(("in", "at", "near", "inside", "within", "across"), "in"),
    **dict.fromkeys(("to", "into", "toward", "towards"), "to"),
    **{p: p for p in ("by", "of", "from", "for", "with", "against", "on", "over", "about", "between")},
}


_TURNED = ("",)
"""What follows a name where somebody else's doing is told behind it: it agrees with nothing."""


class Slot(NamedTuple):
    """The source's name that stands where the draft has another.

    `coverage` is the share of the other content words of the draft's sentence that the source's sentence has,
    `agreement` how far the words beside the two names agree (0 to 2).
    """

    source: SourceSentence
    name: Name
    coverage: float
    agreement: float


class Sides(NamedTuple):
    """The content words next to a name, the nearest first, and the preposition before it."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    preposition: str


def sides(text: str, start: int, end: int) -> Sides:
    """Return the content words on both sides of `text[start:end]`."""
    left = [t.text.lower() for t in tokenize(text[max(0, start - 80) : start]) if t.is_word]
    right = [t.text for t in tokenize(text[end : end + 80]) if t.is_word]
    while left and left[-1] in _ARTICLES:
        left.pop()
    preposition = _PREPOSITIONS.get(left[-1], "") if left else ""
    # "Mann, since he replaced": what follows is said of somebody else.
    first = next((i for i, w in enumerate(right) if w.lower() not in STOPWORDS), len(right))
    turned = any(w.lower() in _PRONOUNS for w in right[:first])
    return Sides(_content(reversed(left)), _TURNED if turned else _content(right), preposition)


def _content(words: Iterable[str]) -> tuple[str, ...]:
    found = [lemma(w) for w in words if w.lower() not in STOPWORDS and w not in ("s", "t")]
    return tuple(found[:WINDOW])


def agreement(a: Sides, b: Sides) -> float:
    """Return how far two places agree: 1 for each side whose nearest word is the same, less for a farther one.

    Places after different prepositions ("by the army", "at the university") don't agree at all.
    """
    if a.preposition != b.preposition:
        return 0.0
    return _side(a.left, b.left) + _side(a.right, b.right)


def _side(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return half a point for the same nearest word, a quarter for each of the next two found again."""
    if _TURNED in (a, b):
        return 0.0
    if not a or not b:
        return 0.25 if a == b else 0.0
    near = 0.5 if a[0] == b[0] else 0.25 * (a[0] in b)
    beyond = WINDOW - max(len(a), len(b)) if near else 0
    return near + 0.25 * (sum(word in b for word in a[1:]) + beyond)


def comparable(a: Name, b: Name) -> bool:
    """Tell whether two names are of one kind and grain, so that one may stand wrongly for the other."""
    if is_country(a) and is_country(b):
        return True
    if _is_nation(a) or _is_nation(b):
        return False
    if a.kind == b.kind:
        return a.kind != "other" or _plain(a) == _plain(b)
    listed = a.text in gazetteer() or b.text in gazetteer()
    return "other" in (a.kind, b.kind) and _plain(a) and _plain(b) and not listed


def _is_nation(name: Name) -> bool:
    """Whether it names a country that is no state or province of another."""
    return is_country(name) and name.canonical not in states()


def _unlisted(a: Name, b: Name) -> bool:
    """Whether one of them is of no known kind: where all else is the same, it may be of the other's."""
    return "other" in (a.kind, b.kind) and not is_country(a) and not is_country(b)


def _plain(name: Name) -> bool:
    """Whether it is one word, and no abbreviation: a lone surname may be taken for anything."""
    return " " not in name.text and not name.text.isupper()


def wrong_slot(
    name: Name, sentence: Sentence, mine: Sequence[Name], aligned: Sequence[Aligned], *, known: bool
) -> Slot | None:
    """Return the place in the sources where another name stands instead; None where no alignment is strong enough.

    `mine` are the names of the draft's sentence: a source's name that the sentence has elsewhere is not another.
    `known` says that the name stands somewhere in the sources: then more is asked for.
    """
    here = [b for b in aligned if b.coverage >= COVERAGE]
    if any(stands_in(name, b.source.text, by_surname=known) for b in here):
        return None
    near = any(stands_in(name, b.around, by_surname=known) for b in here)
    least = VERBATIM if near else COVERAGE if known else COVERAGE_UNKNOWN
    slots = [s for b in aligned for s in _slots(name, sentence, mine, b, by_surname=known)]
    strong = [s for s in slots if s.coverage >= least and s.agreement >= AGREEMENT]
    if not strong and not known:
        strong = [s for b in aligned if (s := _apart(name, sentence, mine, b))]
    return max(strong, key=lambda s: (s.coverage, s.agreement), default=None)


def _apart(name: Name, sentence: Sentence, mine: Sequence[Name], beside: Aligned) -> Slot | None:
    """Return the place beside the same words, where the source parts in several sentences what the draft's tells."""
    covered = beside.without_around(name)
    if covered < COVERAGE_UNKNOWN or beside.shared < FEWEST or stands_in(name, beside.around):
        return None
    here = sides(sentence.text, name.start - sentence.start, name.end - sentence.start)
    others = [m for m in mine if m.canonical != name.canonical]
    for other in beside.source.names:
        agreed = agreement(here, sides(beside.source.text, other.start, other.end))
        if (
            agreed >= AGREEMENT_APART
            and _exchanged(name, other, sentence, mine, beside, 0.0)
            and sum(not stands_in(m, beside.around) for m in others) <= len(others) // 3
        ):
            return Slot(beside.source, other, covered, agreed)
    return None


def _slots(
    name: Name, sentence: Sentence, mine: Sequence[Name], beside: Aligned, *, by_surname: bool
) -> list[Slot]:
    source = beside.source
    whole = beside.without(name)
    few = beside.shared < FEWEST and (whole < 1 or beside.shared < FEWEST - 1)
    if whole < COVERAGE_UNKNOWN or few or stands_in(name, source.text, by_surname=by_surname):
        return []
    here = sides(sentence.text, name.start - sentence.start, name.end - sentence.start)
    others = [m for m in mine if m.canonical != name.canonical]
    found = []
    least = AGREEMENT_ALL if whole == 1 and here.preposition and not by_surname else AGREEMENT
    for other in source.names:
        agreed = agreement(here, sides(source.text, other.start, other.end))
        if (
            agreed >= least
            and _exchanged(name, other, sentence, mine, beside, whole)
            and same_people(others, beside, other, len(sentence.text))
        ):
            covered = _coverage(name, beside, other, len(sentence.text))
            found.append(Slot(source, other, covered, max(agreed, AGREEMENT)))
    return found


def _exchanged(
    name: Name, other: Name, sentence: Sentence, mine: Sequence[Name], beside: Aligned, whole: float
) -> bool:
    """Whether the source's name can stand where the draft's does, and is not elsewhere in the draft's sentence."""
    alike = comparable(name, other) or (whole >= VERBATIM and _unlisted(name, other))
    owned = _owns(sentence.text, name.end - sentence.start) == _owns(beside.source.text, other.end)
    return alike and owned and not same_thing(name, other) and not _taken(other, mine, beside.source)


def _owns(text: str, end: int) -> bool:
    """Whether a name that ends here is only whose something is: "Mansour's club"."""
    return text[end : end + 2] in ("'s", "’s") or (text[end - 1] == "s" and text[end : end + 1] in ("'", "’"))


def _around(text: str, other: Name, length: int) -> str:
    """Return the stretch around a name that a sentence of this length would cover, a third more on each side."""
    reach = length + length // 3
    return text[max(0, other.start - reach) : other.end + reach]


def _coverage(name: Name, beside: Aligned, other: Name, length: int) -> float:
    """Return the share of the other content words that stand near the source's name, not far off in a long list."""
    wanted = beside.words - set(content_words(name.text))
    there = set(content_words(_around(beside.source.text, other, length)))
    return len(wanted & there) / max(1, len(wanted))


def same_people(others: Sequence[Name], beside: Aligned, other: Name, length: int) -> bool:
    """Tell whether nearly all the other names of the draft's sentence stand near the source's name."""
    near = _around(beside.source.text, other, length)
    return sum(not stands_in(m, near) for m in others) <= len(others) // 3


def _taken(other: Name, mine: Sequence[Name], source: SourceSentence) -> bool:
    """Whether the draft's sentence has the source's name elsewhere, as often as the source has it."""
    here = sum(same_thing(other, m, capitals_too=False) for m in mine)
    return here >= max(1, sum(same_thing(other, n, capitals_too=False) for n in source.names))
