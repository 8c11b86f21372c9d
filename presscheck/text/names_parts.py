"""A run of capitalised words taken apart: title and person, people and office, known names inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presscheck.text.abbreviations import STARTERS
from presscheck.text.mentions import NameKind
from presscheck.text.names_front import (
    SMALL,
    TITLES,
    all_title,
    in_full,
    key,
    known_at,
    office_end,
    role_end,
    title_end,
)
from presscheck.text.names_lists import (
    CALENDAR,
    NOT_NAMES,
    ORGANISATION_NOUNS,
    country_names,
    demonyms,
    gazetteer,
    in_capitals,
    is_common,
    words,
)
from presscheck.text.names_runs import FIRST, Run, Word
from presscheck.text.titles import FRONT_TITLES
from presscheck.text.words import STOPWORDS, normalise

_AFTER_DAY = words(
    "Times Telegraph Mirror Express Herald Post Mail Night Club Review Morning Football League"
)
_ENDINGS = words("Jr Sr II III IV VI VII VIII IX XI XII Inc Corp Co Ltd MD PhD X")
# What a people's name stands before without being part of the name: "Israeli Army", "French Foreign Ministry".
_STATE_BODIES = words(
    """Army Navy Air Force Forces Armed Police Parliament Government Embassy Senate Congress Cabinet Ministry Ministries
    Foreign Defense Defence Interior Finance Justice Health Supreme Court Constitutional Coast Guard Marines Military
    Intelligence Security Service Services Border Treasury Consulate Mission State Department National Special
    Operations House Representatives"""
)

_PARTIES = frozenset({"Republican", "Democrat", "Democratic", "GOP"})


@dataclass(slots=True)
class Part:
    """A name in the making. `doubtful`: its first word may be a capital only because it begins a sentence."""

    words: tuple[Word, ...]
    start: int
    end: int
    title: str | None = None
    doubtful: bool = False
    kind: NameKind | None = None
    possessive: bool = False
    known: bool = False

    @property
    def text(self) -> str:
        """The words, one space between; a known name that stands in capitals in its usual form."""
        text = " ".join(w.text for w in self.words)
        return in_capitals().get(text, text) if text.isupper() else text


def take_apart(run: Run, text: str) -> Iterator[Part]:
    """Yield the names in a run, in order."""
    doubtful = run.initial
    for stretch in _stretches(run.words):
        begun = stretch[0] is run.words[0]
        trimmed, sure = _trim(stretch, doubtful and begun)
        if trimmed:
            yield from _names(trimmed, text, doubtful and begun and not sure, run)


def _stretches(run: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Cut the run at days, months and capitals that are no names."""
    stretch: list[Word] = []
    for i, word in enumerate(run):
        following = run[i + 1].text if i + 1 < len(run) else ""
        ends = bool(stretch) and word.text.rstrip(".") in _ENDINGS
        if not ends and (word.text in NOT_NAMES or _is_date(stretch, word, following)):
            if stretch:
                yield tuple(stretch)
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield tuple(stretch)


def _is_date(before: Sequence[Word], word: Word, following: str) -> bool:
    """Whether it is a day or month, not part of a person's name as in "Theresa May", "April Ryan"."""
    if word.text not in CALENDAR or (before and key(before[-1].text) in FIRST):
        return False
    if following in _AFTER_DAY:
        return False
    first_name = key(word.text) in FIRST and following and following not in CALENDAR
    return not (first_name and not is_common(following))


def _trim(stretch: tuple[Word, ...], initial: bool) -> tuple[tuple[Word, ...], bool]:
    """Take small words off both ends; tell whether the first capital is now one for its own sake."""
    sure = False
    while stretch and not known_at(stretch, 0):
        low = normalise(stretch[0].text)
        if low in STOPWORDS or (initial and not sure and low in STARTERS) or low in SMALL:
            stretch, sure = stretch[1:], True
        else:
            break
    while stretch and stretch[-1].text in SMALL:
        stretch = stretch[:-1]
    return stretch, sure


def known_names(run: Sequence[Word]) -> Iterator[Part]:
    """Yield the known names among the words, the longest first from the left."""
    at = 0
    while at < len(run):
        size = known_at(run, at)
        if size:
            piece = tuple(run[at : at + size])
            yield Part(piece, piece[0].start, piece[-1].end, known=True)
        at += size or 1


def _names(run: tuple[Word, ...], text: str, doubtful: bool, whole: Run) -> Iterator[Part]:
    """Yield the names of one stretch: known ones, a person with a title, a people and its office, or all as one."""
    possessive = whole.possessive and run[-1] is whole.words[-1]
    if known_at(run, 0) == len(run):
        yield _part(run, possessive=possessive, known=True, doubtful=doubtful and is_common(run[0].text))
        return
    if run[0].text.isupper() and " ".join(w.text for w in run) in in_capitals():
        yield _part(run, possessive=possessive, known=True)
        return
    cut = office_end(run, text) or title_end(run) or role_end(run)
    if cut == len(run):
        yield from known_names(run)
    elif cut and run[cut - 1].text in SMALL:
        yield _part(run, doubtful=doubtful, possessive=possessive)
    elif cut:
        yield from _inside_title(run[:cut])
        yield _part(
            run[cut:], title=text[run[0].start : run[cut - 1].end], kind="person", possessive=possessive
        )
    else:
        yield from _untitled(run, doubtful, possessive)


def _inside_title(run: Sequence[Word]) -> Iterator[Part]:
    """Yield the known names in a title, and words of it that are neither title nor ordinary."""
    known = list(known_names(run))
    taken = {w for part in known for w in part.words}
    for word in run:
        if word not in taken and not all_title([word]) and not is_common(word.text):
            known.append(_part((word,)))
    yield from sorted(known, key=lambda p: p.start)


def _untitled(run: tuple[Word, ...], doubtful: bool, possessive: bool) -> Iterator[Part]:
    size = _people_before(run)
    if size:
        yield _part(run[:size], known=True)
        run, doubtful = run[size:], False
    office = next((i for i, w in enumerate(run) if w.text in ("of", "for")), 0)
    if (
        0 < office < len(run) - 1
        and key(run[office - 1].text) in TITLES | FRONT_TITLES
        and all_title(run[:office])
    ):
        run, doubtful = _trim(run[office + 1 :], False)[0], False
    size = _office_before_person(run)
    if size:
        yield _part(run[:size], doubtful=doubtful)
        run, doubtful = run[size:], False
    if len(run) == 1 and "-" in run[0].text and run[0].text not in gazetteer():
        yield from _hyphened(run[0], doubtful, possessive)
        return
    yield _part(
        run, doubtful=doubtful, possessive=possessive, known=" ".join(w.text for w in run) in gazetteer()
    )


def _office_before_person(run: Sequence[Word]) -> int:
    """Return how many words name an organisation before a person's own: "Acme Corporation | Jennifer Fain"."""
    for i in range(1, len(run) - 1):
        if run[i - 1].text in ORGANISATION_NOUNS and key(run[i].text) in FIRST and len(run) - i < 4:
            return i if i > 1 and not is_common(run[-1].text) else 0
    return 0


def _part(run: tuple[Word, ...], **fields: object) -> Part:
    return Part(run, run[0].start, run[-1].end, **fields)  # type: ignore[arg-type]


def _people_before(run: Sequence[Word]) -> int:
    """Return how many words name a people or country before a name of its own: "Israeli | Army", "U.S. | Rep"."""
    size = known_at(run, 0)
    if not size or size == len(run):
        return 0
    head, rest = " ".join(w.text for w in run[:size]), run[size:]
    people = head in demonyms() or "." in head or head in {"US", "UK", "EU", "UN"}
    if people and all(w.text in _STATE_BODIES or w.text in SMALL for w in rest):
        return size
    if people and in_full(rest):
        return size
    if len(rest) == 1 and rest[0].text.removesuffix("s") in _PARTIES:
        return size
    return size if "." in head and head in country_names() else 0


def _hyphened(word: Word, doubtful: bool, possessive: bool) -> Iterator[Part]:
    """Yield the countries of "Israel-Iran", else the whole word."""
    halves: list[Word] = []
    at = word.start
    for half in word.text.split("-"):
        halves.append(Word(half, at, at + len(half)))
        at += len(half) + 1
    known = [h for h in halves if h.text in gazetteer()]
    if len(known) == len(halves) and all(h.text in demonyms() for h in halves):
        known = []
    if known and (len(known) > 1 or not all(h.text[:1].isupper() for h in halves)):
        yield from (_part((w,), known=True) for w in known)
    else:
        yield _part((word,), doubtful=doubtful, possessive=possessive)
