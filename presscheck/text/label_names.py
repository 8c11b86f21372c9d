"""From the labels of a transcript to the speakers' names: "GEN. RYDER" is "Maj. Gen. Pat Ryder"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.labels import kind_of
from presscheck.text.people import fold, fullest, given_names, same_person, surname, title_of
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, PARTICLES, TITLES, word_set

_SMALL = word_set("of the and for to in on at")
_PLAIN_HONORIFICS = word_set("mr ms mrs miss mx")
_CAPITALS = word_set("ceo cfo coo us u.s usa uk eu un ii iii iv am pm mp md jr. fbi cia nsc dod nato usaid")
_BEFORE_SURNAME = r"((?:[A-Z][\w.’'\-]*[ \xa0]+){1,3})"
_OFFICE_HOLDER = r"\b(?i:%s)\s+((?:[A-Z]\.\s+|[A-Z][\w’'\-]+\s+){0,3}[A-Z][\w’'\-]+)"


def speaker_names(labels: Sequence[str], head: str, text: str) -> dict[str, str | None]:
    """Map each label to a name: the fullest label of that person, else as the head or the text names them in full."""
    forms = [label for label in dict.fromkeys(labels) if kind_of(label) in ("answer", "other")]
    names: dict[str, str | None] = {label: _readable(label, text) for label in dict.fromkeys(labels)}
    for label in forms:
        names[label] = _full_name(label, forms, head, text)
    names.update({label: None for label in names if kind_of(label) == "question" or label == "A"})
    return names


def _full_name(label: str, forms: Iterable[str], head: str, text: str) -> str:
    if _is_office(label):
        return _holder(label, forms, head) or _readable(label, text)
    same = [form for form in forms if not _is_office(form) and same_person(label, form)]
    best = fullest(same) or label
    if given_names(best):
        return _readable(best, text)
    family = surname(best)
    named = _named_in(family, head) or _named_in(family, text)
    if not named:
        return _readable(best, text)
    title = title_of(best)
    return f"{_readable(title, text)} {named}" if title and fold(title) not in _PLAIN_HONORIFICS else named


def _is_office(label: str) -> bool:
    """Tell whether a label names an office alone: "THE PRESIDENT", "SENIOR ADMINISTRATION OFFICIAL"."""
    words = [fold(w) for w in label.split()]
    return words[0] == "the" or any(w in {"official", "officials", "audience"} for w in words)


def _holder(label: str, forms: Iterable[str], head: str) -> str | None:
    """Return who holds the office by the head: "Remarks by President Biden" names THE PRESIDENT."""
    office = label.split(maxsplit=1)[1] if label.lower().startswith("the ") else ""
    if not office:
        return None
    others = [form for form in forms if form != label and not _is_office(form)]
    for match in re.finditer(_OFFICE_HOLDER % re.escape(office), head):
        before = head[: match.start()].rstrip().lower()
        if not before.endswith("vice") and not any(same_person(match[1], form) for form in others):
            return f"{_readable(office, head)} {_leading_name(match[1])}"
    return None


def _leading_name(words: str) -> str:
    """Cut what follows a name in a headline: "Biden Before Air Force One" is "Biden"."""
    split = words.split()
    length = 1
    if fold(split[0]) in FIRST_NAMES and len(split) > 1:
        length = 2 + (bool(_INITIAL.fullmatch(split[1])) and len(split) > 2)
    return " ".join(split[:length])


def _named_in(family: str, text: str) -> str | None:
    """Return the full name under which a text speaks of somebody, the commonest one: given names and surname."""
    if not family:
        return None
    found: Counter[str] = Counter()
    for match in re.finditer(rf"\b{_BEFORE_SURNAME}((?i:{re.escape(family)}))(?!\w)", text):
        given = _given(match[1].split())
        if given and not (match[2].isupper() and len(match[2]) > 2):
            found[" ".join([*given, match[2]])] += 1
    return found.most_common(1)[0][0] if found else None


def _given(words: list[str]) -> list[str]:
    """Return the given names at the end of the words before a surname: from a known first name on, else the last."""
    for i, word in enumerate(words):
        if fold(word) in FIRST_NAMES and not any(w.endswith(".") and len(w) > 2 for w in words[i:]):
            return words[i:]
    initial = len(words) > 1 and _INITIAL.fullmatch(words[-1])
    last = words[-2:] if initial else words[-1:]
    return last if all(_may_be_given(word) for word in last) else []


def _may_be_given(word: str) -> bool:
    if _INITIAL.fullmatch(word):
        return True
    return fold(word) not in _NOT_GIVEN and not re.search(r"['’.]", word) and not word.isupper()


_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_NOT_GIVEN = (
    TITLES
    | FRONT_TITLES
    | MODIFIERS
    | word_set(
        "and but so thank thanks with when as for that what the hi hello hey good ask see let well yes no like after if "
        "by from to in of on because while did does is was are has have will would could can since before said doctors "
        "both even here okay again maybe then also just our your my his her their"
    )
)


def _readable(label: str, text: str) -> str:
    """Write a label as in running text: "MAJ. GEN. PAT RYDER" is "Maj. Gen. Pat Ryder"."""
    words = label.replace("\xa0", " ").split()
    return " ".join(_cased(word, i, text) for i, word in enumerate(words))


def _cased(word: str, place: int, text: str) -> str:
    if not word.isupper() or fold(word) in _CAPITALS or re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    if place and (word.lower() in _SMALL or fold(word) in PARTICLES):
        return word.lower()
    known = re.search(rf"\b(?!{re.escape(word)}\b)(?i:{re.escape(word)})\b", text)
    if known and not known[0].islower() and not known[0].isupper():
        return known[0]
    plain = "-".join(part.capitalize() for part in word.split("-"))
    return re.sub(r"\b(Mc|O['’])([a-z])", lambda m: m[1] + m[2].upper(), plain)
