"""A run of capitalised words taken apart: title and person, people and office, known names inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presscheck.text.abbreviations import STARTERS
from presscheck.text.mentions import NameKind
from presscheck.text.names_lists import (
    CALENDAR,
    HONORIFICS,
    MORE_TITLES,
    NOT_NAMES,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    STRONG_TITLES,
    WORDY_SURNAMES,
    country_names,
    demonyms,
    gazetteer,
    in_capitals,
    is_common,
    known_sizes,
    words,
)
from presscheck.text.names_runs import FIRST, Run, Word
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, OFFICES
from presscheck.text.titles import TITLES as USUAL_TITLES
from presscheck.text.words import STOPWORDS, normalise

_AFTER_DAY = words(
    "Times Telegraph Mirror Express Herald Post Mail Night Club Review Morning Football League"
)
TITLES = USUAL_TITLES | MORE_TITLES
_ENDINGS = words("Jr Sr II III IV VI VII VIII IX XI XII Inc Corp Co Ltd MD PhD X")
_NO_SURNAME = re.compile(
    r"(?:ary|ing|ed|al|ive|ous|ic|able|ible|ful|less|ly|ion|ment|ship|ness|ity|ance|ence|der)$"
)
_OFFICE_BEFORE = re.compile(
    r"\b(?:secretary|minister|undersecretary|president|governor|mayor)\s+(?:of|for)\s+$"
)
_SMALL = frozenset({"of", "for", "to", "on", "the", "and", "against"})
# What a people's name stands before without being part of the name: "Israeli Army", "French Foreign Ministry".
_STATE_BODIES = words(
    """Army Navy Air Force Forces Armed Police Parliament Government Embassy Senate Congress Cabinet Ministry Ministries
    Foreign Defense Defence Interior Finance Justice Health Supreme Court Constitutional Coast Guard Marines Military
    Intelligence Security Service Services Border Treasury Consulate Mission State Department National Special
    Operations House Representatives"""
)


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


def key(word: str) -> str:
    """Return a word in lower case without its dots: "Gen." is "gen"."""
    return word.lower().replace(".", "")


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
    while stretch and not _known_at(stretch, 0):
        low = normalise(stretch[0].text)
        if low in STOPWORDS or (initial and not sure and low in STARTERS) or low in _SMALL:
            stretch, sure = stretch[1:], True
        else:
            break
    while stretch and stretch[-1].text in _SMALL:
        stretch = stretch[:-1]
    return stretch, sure


def _known_at(run: Sequence[Word], at: int) -> int:
    """Return how many words of the run make up a known name from `at`; 0 if none does."""
    for size in known_sizes().get(run[at].text, ()):
        if at + size <= len(run) and " ".join([w.text for w in run[at : at + size]]) in gazetteer():
            return size
    return 0


def known_names(run: Sequence[Word]) -> Iterator[Part]:
    """Yield the known names among the words, the longest first from the left."""
    at = 0
    while at < len(run):
        size = _known_at(run, at)
        if size:
            piece = tuple(run[at : at + size])
            yield Part(piece, piece[0].start, piece[-1].end, known=True)
        at += size or 1


def _names(run: tuple[Word, ...], text: str, doubtful: bool, whole: Run) -> Iterator[Part]:
    """Yield the names of one stretch: known ones, a person with a title, a people and its office, or all as one."""
    possessive = whole.possessive and run[-1] is whole.words[-1]
    if _known_at(run, 0) == len(run):
        yield _part(run, possessive=possessive, known=True, doubtful=doubtful and is_common(run[0].text))
        return
    if run[0].text.isupper() and " ".join(w.text for w in run) in in_capitals():
        yield _part(run, possessive=possessive, known=True)
        return
    cut = _office_end(run, text) or title_end(run)
    if cut == len(run):
        yield from known_names(run)
    elif cut and run[cut - 1].text in _SMALL:
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
        if word not in taken and not _all_title([word]) and not is_common(word.text):
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
        and _all_title(run[:office])
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
    size = _known_at(run, 0)
    if not size or size == len(run):
        return 0
    head, rest = " ".join(w.text for w in run[:size]), run[size:]
    people = head in demonyms() or "." in head or head in {"US", "UK", "EU", "UN"}
    if people and all(w.text in _STATE_BODIES or w.text in _SMALL for w in rest):
        return size
    if people and key(rest[0].text) in FIRST and len(rest) > 1:
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


def title_end(run: Sequence[Word]) -> int:
    """Return how many words stand as a title before a person's name; all of them where there is no name, or 0."""
    last = len(run) - 1
    cut = 0
    for i, word in enumerate(run):
        folded = key(word.text)
        if folded in TITLES or (folded in FRONT_TITLES and _all_title(run[:i])):
            cut = i + 1
    if not cut:
        return 0
    cut = _skip_office(run, cut)
    while cut <= last and key(run[cut].text) in TITLES | MODIFIERS | FRONT_TITLES and cut < last:
        cut += 1
    if cut > last:
        return cut if _all_title(run) or any(w.text == "of" for w in run) else 0
    return cut if _person_may_follow(run, cut) else 0


def _office_end(run: Sequence[Word], text: str) -> int:
    """Return how many words name the office where "secretary of" stands before: "secretary of | State | Hillary"."""
    if not _OFFICE_BEFORE.search(text, max(0, run[0].start - 24), run[0].start):
        return 0
    named = " ".join(key(w.text) for w in run) + " "
    office = next((o for o in OFFICES if named.startswith(o + " ")), None)
    size = len(office.split()) if office else _known_at(run, 0)
    return size if 0 < size < len(run) and key(run[size].text) in FIRST else 0


def _all_title(run: Sequence[Word]) -> bool:
    titles = TITLES | FRONT_TITLES | MODIFIERS | _SMALL | {"crown", "grand", "supreme"}
    return all(
        key(w.text) in titles or normalise(w.text) in titles or _known_at(run, i) for i, w in enumerate(run)
    )


def _skip_office(run: Sequence[Word], cut: int) -> int:
    """Return where the name begins after "Secretary" in "Secretary of Health and Human Services Xavier Becerra"."""
    if cut >= len(run) or run[cut].text not in {"of", "for", "to"}:
        return cut
    rest = " ".join(key(w.text) for w in run[cut + 1 :]) + " "
    office = next((o for o in OFFICES if rest.startswith(o + " ")), None)
    if office:
        return cut + 1 + len(office.split())
    at = cut + 1 + (run[cut + 1].text == "the")
    return at + max(_known_at(run, at), _body_at(run, at), 1) if at < len(run) else at


def _body_at(run: Sequence[Word], at: int) -> int:
    """Return how many words from `at` name a body before a person: "European Council | Charles Michel"."""
    ends = (i for i in range(at + 1, min(at + 4, len(run) - 2)) if run[i].text in ORGANISATION_NOUNS)
    return next((i + 1 - at for i in ends if not is_common(run[i + 1].text)), 0)


def _wordy(name: Sequence[Word], title: str, cut: int) -> bool:
    """Whether ordinary words after a title are a surname: "Mr. Board", "President Bush", not "Executive Order"."""
    if title in HONORIFICS:
        return True
    strong = title in STRONG_TITLES - ({"general"} if cut == 1 else set())
    return strong and (name[-1].text in WORDY_SURNAMES or not _NO_SURNAME.search(name[-1].text))


def _person_may_follow(run: Sequence[Word], cut: int) -> bool:
    """Whether what follows a title can be a person: not "General Motors", "Justice Department", "Governor of Texas"."""
    name = run[cut:]
    if any(w.text in _SMALL for w in name) or name[-1].text in ORGANISATION_NOUNS | PLACE_NOUNS:
        return False
    if key(name[0].text) not in FIRST and all(is_common(w.text) for w in name):
        return _wordy(name, key(run[cut - 1].text), cut)
    return not (len(name) == 1 and (name[0].text in demonyms() or name[0].text in country_names()))
