"""Where the sources have a name of the draft, under any of its forms, or spelt otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.names.context import Aligned, Context
from presscheck.chains.check.names.forms import Place, forms, known, places_of, same_thing
from presscheck.chains.check.names.offices import same_office, same_post
from presscheck.chains.check.names.spelling import (
    is_misspelt,
    is_variant,
    may_be_short_for,
    name_words,
    near,
    plain,
    written_otherwise,
)
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.text.mentions import Name
from presscheck.text.names_lists import is_common
from presscheck.text.people import given_names, regnal, same_person, surname
from presscheck.text.said_titles import titled
from presscheck.text.tokens import tokenize

SAME_THING = 0.5
"""Share of a sentence's content words that a source's must have to be about the same persons."""
SAME_SENTENCE = 0.7
"""Share of a sentence's other content words that a source's sentence must have to be taken for the same."""


class Spelt(NamedTuple):
    """A name as a source spells it, with its place there."""

    text: str
    article_id: str
    start: int
    end: int


class NameSources:
    """Looks names up in the sources; each is looked up once."""

    def __init__(self, context: Context, sources: Sources) -> None:
        self._context, self._sources = context, sources
        self._places: dict[tuple[str, str], Place | None] = {}
        self._mentions: dict[tuple[str, str], list[tuple[SourceSentence, Name]]] = {}

    def place(self, name: Name) -> Place | None:
        """Return where the name stands, in its strictest form and the best source; None if nowhere."""
        key = (name.text, name.canonical)
        if key not in self._places:
            self._places[key] = self._look_up(name) or self._variant(name)
        return self._places[key]

    def _look_up(self, name: Name) -> Place | None:
        full = name.kind == "person" and (given_names(name.text) or regnal(name.text))
        family = surname(name.text) if full else ""
        for form in forms(name):
            places = places_of(form, self._sources)
            if places and not (form == family and self._somebody_else(name, places)):
                return places[0]
        return None

    def _somebody_else(self, name: Name, places: list[Place]) -> bool:
        """Whether the sources have this surname only with other first names, or these with a slip."""
        bearers = [n for _, n in self._bearers(name, places)]
        full = [n.text for n in bearers if given_names(n.text) or regnal(n.text)] + _speaking(
            surname(name.text), places
        )
        inside = [n for n in bearers if n.kind not in ("person", "other")]
        same = [f for f in full if same_person(name.text, f)]
        return bool(full or inside) and not (same and not any(is_misspelt(name.text, f) for f in same))

    def _bearers(self, name: Name, places: list[Place]) -> list[tuple[SourceSentence, Name]]:
        """Return the names with this surname where it stands, and where the title stands with it."""
        family = surname(name.text)
        there = [s for p in places for s in self._sources.sentences(p.passage)]
        there += self._sources.search(f"{name.title} {family}", 4) if name.title else []
        return [(s, n) for s in there for n in s.names if _family(n) == family.casefold()]

    def parted(self, name: Name) -> Name:
        """Return the person in "National Security Advisor Finer", where the sources have this title before the surname."""
        title, _, family = name.text.rpartition(" ")
        if not title or name.kind != "other":
            return name
        bearers = self._bearers(name, places_of(family, self._sources))
        if not any(n.kind == "person" and (n.title or "").endswith(title) for _, n in bearers):
            return name
        person = {"text": family, "start": name.end - len(family), "canonical": family}
        return name.model_copy(update={**person, "title": title, "kind": "person"})

    def namesake(self, name: Name) -> tuple[SourceSentence, Name] | None:
        """Return whom the sources name with this surname and post, where nobody there has this first name."""
        if name.kind != "person" or not name.title or not given_names(name.text):
            return None
        bearers = self._bearers(name, places_of(surname(name.text), self._sources))
        full = [(s, n) for s, n in bearers if n.kind == "person" and given_names(n.text)]
        if any(same_person(name.text, n.text) for _, n in full):
            return None
        holders = [(s, n) for s, n in full if s.vouches and n.title and same_post(name.title, n.title)]
        if not holders and any(n.title and same_office(name.title, n.title) for _, n in bearers):
            holders = [(s, n) for s, n in full if s.vouches]
        one = holders and all(same_person(holders[0][1].text, n.text) for _, n in holders)
        return holders[0] if one else None

    def other_bearer(self, name: Name) -> tuple[SourceSentence, Name] | None:
        """Return the one person of this surname whom the sources name in full, where it is another than the draft's."""
        if name.kind != "person" or not given_names(name.text):
            return None
        bearers = self._bearers(name, places_of(surname(name.text), self._sources))
        full = [(s, n) for s, n in bearers if n.kind == "person" and given_names(n.text)]
        one = bool(full) and all(same_person(full[0][1].text, n.text) for _, n in full)
        if not one or not full[0][0].vouches or same_person(name.text, full[0][1].text):
            return None
        mine, theirs = (plain(given_names(n)[0]) for n in (name.text, full[0][1].text))
        return None if may_be_short_for(*sorted((mine, theirs), key=len)) else full[0]

    def less_than(self, name: Name, place: Place) -> str | None:
        """Return what the sources have of somebody named in full, if only the surname, or the first name otherwise written."""
        if name.kind != "person" or not given_names(name.text) or place.form != surname(name.text):
            return None
        places = places_of(place.form, self._sources)
        full = [n.text for _, n in self._bearers(name, places) if given_names(n.text)]
        full += _speaking(place.form, places)
        first, *theirs = (plain(given_names(n)[0]) for n in (name.text, *full))
        written = any(not written_otherwise(first, other) for other in theirs)
        return None if written else (full or [place.form])[0]

    def mentions(self, name: Name) -> list[tuple[SourceSentence, Name]]:
        """Return the sentences that name this person, with the name as it stands there, the best source first."""
        key = (name.text, name.canonical)
        if key not in self._mentions:
            self._mentions[key] = self._mentioned(name)
        return self._mentions[key]

    def bearers(self, name: Name) -> list[tuple[SourceSentence, Name]]:
        """Return the mentions; of a lone surname and another's full name only those that tell the same thing."""
        found = self.mentions(name)
        if given_names(name.canonical):
            return [(s, n) for s, n in found if same_person(name.canonical, n.text)]
        near = {
            (b.source.article_id, b.source.start)
            for b in self._context.beside(name)
            if b.coverage >= SAME_THING
        }
        full = {n.text for s, n in found if given_names(n.text) and (s.article_id, s.start) in near}
        return [(s, n) for s, n in found if not given_names(n.text) or n.text in full]

    def _mentioned(self, name: Name) -> list[tuple[SourceSentence, Name]]:
        here = self.place(name)
        spelt = {surname(name.text), surname(here.form) if here else ""} - {""}
        places = [p for family in sorted(spelt) for p in places_of(family, self._sources)]
        return [
            (sentence, titled(n, sentence.text))
            for place in places
            for sentence in self._sources.sentences(place.passage)
            for n in sentence.names
            if names_person(n) and same_thing(name, n)
        ]

    def _near(self, name: Name) -> Iterator[tuple[SourceSentence, Name, bool]]:
        """Yield the names of the sentences nearest to the draft's, and whether these speak of the same thing."""
        for beside in self._context.beside(name):
            for other in beside.source.names:
                yield beside.source, other, beside.shared > 1
        for sentence in self._sources.search(name.text, 4):
            for other in sentence.names:
                yield sentence, other, False

    def _variant(self, name: Name) -> Place | None:
        """Return where the name stands in another lawful spelling ("Kiev", "Zelenskyy")."""
        for sentence, other, _ in self._near(name):
            if is_variant(name.text, other.text) or is_variant(name.canonical, other.text):
                start = sentence.start + other.start
                return Place(sentence.passage, start, start + len(other.text), other.text)
        return None

    def spelt_otherwise(self, name: Name) -> Spelt | None:
        """Return how the sources spell the name, where the draft's spelling is a slip."""
        if known(name.text):
            return None
        for sentence, other, aligned in self._near(name):
            if _slip(name, other, aligned):
                start = sentence.start + other.start
                return Spelt(other.text, sentence.article_id, start, start + len(other.text))
        return next(self._word_by_word(name), None) or next(self._who_speaks(name), None)

    def _who_speaks(self, name: Name) -> Iterator[Spelt]:
        """Yield the surname of whoever says in a source what the draft's sentence tells."""
        for beside in self._context.beside(name) if name.kind == "person" else ():
            family = surname(beside.source.speaker or "")
            if family and near(surname(name.text), family):
                for place in places_of(family, self._sources)[:1]:
                    yield Spelt(place.form, place.passage.article_id, place.start, place.end)

    def _word_by_word(self, name: Name) -> Iterator[Spelt]:
        """Yield the right spelling of one word of the name where the same sentence has all its others."""
        for beside in self._context.beside(name):
            if beside.without(name) >= SAME_SENTENCE:
                yield from _one_word(name, beside)


def _one_word(name: Name, beside: Aligned) -> Iterator[Spelt]:
    """Yield "Department" for "Departemnt of Defense", with its place in the source's sentence."""
    source = beside.source
    there = {t.text.casefold(): t for t in tokenize(source.text) if t.text[0].isupper()}
    strange = [
        w for w in name_words(name.text) if w.casefold() not in source.text.casefold() and not is_common(w)
    ]
    if len(strange) != 1:
        return
    for token in there.values():
        if near(strange[0], token.text):
            yield Spelt(token.text, source.article_id, source.start + token.start, source.start + token.end)


def names_person(name: Name) -> bool:
    """Tell whether it is a person, or a lone word that may be a surname."""
    return name.kind == "person" or (name.kind == "other" and " " not in name.text)


def _speaking(family: str, places: list[Place]) -> list[str]:
    """Return those of this surname who speak where it stands, as far as their first name is known."""
    speakers = {p.passage.speaker or "" for p in places}
    return [s for s in sorted(speakers) if given_names(s) and surname(s).casefold() == family.casefold()]


def _family(name: Name) -> str:
    return surname(name.text).casefold()


def _slip(name: Name, other: Name, aligned: bool) -> bool:
    """Whether the source's name is the draft's with a letter or two put right."""
    if " " not in other.text and is_common(other.text):
        return False
    if name.kind == "person" and given_names(name.text):
        if given_names(other.text):
            return is_misspelt(name.text, other.text)
        return aligned and near(surname(name.text), other.text)
    if given_names(other.text) and other.kind == "person" and " " not in name.text:
        return aligned and near(name.text, surname(other.text))
    return is_misspelt(name.text, other.text) and (
        aligned or known(other.text) or " " in name.text or bool(name.title and name.title == other.title)
    )
