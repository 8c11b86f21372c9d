"""Faults in names: misspelt, another person, place or organisation in the slot, a wrong title; and true controls."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from presscheck.evals.mutation import Mutation
from presscheck.models import Article
from presscheck.text.mentions import Name, Sentence
from presscheck.text.names import find_names
from presscheck.text.names_lists import countries, country_names, demonyms, gazetteer, organisations, places
from presscheck.text.people import given_names, same_person, surname
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.tokens import tokenize
from presscheck.vectorstore.tiling import tile

LONGEST = 60_000
"""Characters of an article that are read; transcripts are longer than a draft ever needs."""

_PERSONS = ("Helen Marsh", "Tomas Okafor", "Ingrid Valdez", "Peter Lindqvist", "Amara Boateng", "Daniel Roth")
_TITLES = (
    (re.compile(r"\bPrime Minister\b"), "President"),
    (re.compile(r"\b(?:Press Secretary|press secretary)\b"), "Ambassador"),
    (re.compile(r"\b(?:Defen[cs]e Secretary|Secretary of Defen[cs]e)\b"), "Secretary of State"),
    (re.compile(r"\bSecretary of State\b"), "Treasury Secretary"),
    (re.compile(r"\bSecretary of (?:the )?[A-Z]\w+\b"), "Secretary of State"),
    (re.compile(r"\bVice President\b"), "President"),
    (re.compile(r"\bPresident\b"), "Prime Minister"),
    (re.compile(r"\bForeign Minister\b"), "Defense Minister"),
    (re.compile(r"\bSen\."), "Rep."),
    (re.compile(r"\bSenator\b"), "Governor"),
    (re.compile(r"\b(?:Rep\.|Congressman|Congresswoman|Representative)"), "Sen."),
    (re.compile(r"\bGov\."), "Sen."),
    (re.compile(r"\bGovernor\b"), "Mayor"),
    (re.compile(r"\bMaj\. Gen\."), "Lt. Gen."),
    (re.compile(r"\b(?:spokesman|spokeswoman|spokesperson)\b"), "ambassador"),
)
_CAPITAL_NEXT = re.compile(r"[\s-]+[A-Z]")
_POSSESSIVE = re.compile(r"['’]s\b")


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls, one sentence each, made from the article's own sentences."""
    text = article.text[:LONGEST]
    names = find_names(text)
    for sentence in _statements(article, text):
        own = _outside_quotes(
            sentence, [n for n in names if sentence.start <= n.start and n.end <= sentence.end]
        )
        if own and 8 <= len(sentence.text.split()) <= 60:
            yield from _sentence(article, sentence, own, names, rng)


def _outside_quotes(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """Leave out quoted names and speakers: what is wrong with those is a matter of the quotation."""
    quotes = find_quotes(sentence.text)
    spans = [(q.start, q.end) for q in quotes] + [(q.speaker_start or 0, q.speaker_end or 0) for q in quotes]
    return [
        n
        for n in names
        if not any(a < n.end - sentence.start and n.start - sentence.start < b for a, b in spans)
    ]


def _statements(article: Article, text: str) -> Iterator[Sentence]:
    """Yield the sentences that may vouch for something: in a transcript not the reporters' questions."""
    for passage in tile(article.model_copy(update={"text": text})):
        if passage.role in ("statement", "answer"):
            for s in split_sentences(passage.text):
                yield Sentence(text=s.text, start=s.start + passage.start, end=s.end + passage.start)


_Make = Callable[[Sentence, Name, Sequence[Name], random.Random], str | None]


def _sentence(
    article: Article, sentence: Sentence, own: Sequence[Name], every: Sequence[Name], rng: random.Random
) -> Iterator[Mutation]:
    """Yield one fault of each kind that the sentence allows, and the controls."""
    for kind, expect, make in _FAULTS:
        yield from _one(article, sentence, own, every, rng, kind, expect, make)
    for kind, make in _CONTROLS:
        yield from _one(article, sentence, own, every, rng, kind, (), make)
    yield from _retitled(article, sentence, own)
    yield from _untitled(article, sentence, own)


def _one(
    article: Article,
    sentence: Sentence,
    own: Sequence[Name],
    every: Sequence[Name],
    rng: random.Random,
    kind: str,
    expect: tuple[str, ...],
    make: _Make,
) -> Iterator[Mutation]:
    for name in rng.sample(list(own), len(own)):
        instead = make(sentence, name, every, rng)
        if instead:
            yield _put(article, sentence, name.start, name.end, instead, kind, expect)
            return


def _put(
    article: Article,
    sentence: Sentence,
    start: int,
    end: int,
    instead: str,
    kind: str,
    expect: tuple[str, ...],
) -> Mutation:
    """Return the sentence with `[start:end]` of the article replaced."""
    low, high = start - sentence.start, end - sentence.start
    text = sentence.text[:low] + instead + sentence.text[high:]
    was = sentence.text[low:high]
    control = kind.startswith("control")
    return Mutation(
        kind=kind,
        control=control,
        text=text,
        start=low,
        end=low + len(instead),
        was=was,
        source_id=article.id,
        expect=expect,
    )


def _misspelt(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the name with one slip in its longest word; None where the word is too short or not a name's own."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", name.text) if not w.isupper()]
    if not words or name.kind == "other":
        return None
    word = max(words, key=len)
    wrong = _slip(word, rng)
    if (
        wrong == word
        or wrong in gazetteer()
        or any(wrong.casefold() == w.text.casefold() for n in every for w in tokenize(n.text))
    ):
        return None
    return name.text.replace(word, wrong, 1)


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    match rng.randrange(4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            vowels = [i for i, c in enumerate(word) if i and c in "aeiouy"] or [at]
            i = rng.choice(vowels)
            return word[:i] + rng.choice([c for c in "aeiou" if c != word[i]]) + word[i + 1 :]


def _person(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another person: one of the article's where it has one, else an invented one."""
    if name.kind != "person" or name.text.isupper():
        return None
    others = [
        n.text
        for n in every
        if n.kind == "person"
        and given_names(n.text)
        and not n.text.isupper()
        and not same_person(n.canonical, name.canonical)
        and n.text not in sentence.text
        and surname(n.text) not in sentence.text
    ]
    other = rng.choice(others) if others and rng.random() < 0.5 else rng.choice(_PERSONS)
    return other if given_names(name.text) else surname(other)


def _place(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another country for a country, another people for a people, another city for a city."""
    if _CAPITAL_NEXT.match(sentence.text, name.end - sentence.start):  # "U.S. Army" is more than a place
        return None
    if name.text in demonyms():
        return _another(
            [c.demonyms[0] for c in countries() if c.demonyms and c.capitals], name, sentence, rng
        )
    if name.text in country_names():
        return _another(
            [c.name for c in countries() if c.capitals and c.name.split()[0] != "Republic"],
            name,
            sentence,
            rng,
        )
    if name.kind == "place" and name.text in places():
        return _another(sorted(places() - set(country_names())), name, sentence, rng)
    return None


def _organisation(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    if name.kind != "organisation" or len(name.text) < 4:
        return None
    listed = sorted({n for n in organisations().values() if len(n.split()) > 1})
    return _another(listed, name, sentence, rng)


def _another(choices: Sequence[str], name: Name, sentence: Sentence, rng: random.Random) -> str | None:
    fitting = [c for c in choices if c not in sentence.text and c != name.text and c != name.canonical]
    return rng.choice(fitting) if fitting else None


def _retitled(article: Article, sentence: Sentence, own: Sequence[Name]) -> Iterator[Mutation]:
    """Yield the sentence with a wrong title for one person."""
    for name in own:
        if not name.title:
            continue
        at = sentence.text.rfind(name.title, 0, name.start - sentence.start)
        for right, wrong in _TITLES:
            match = right.search(name.title)
            if match and at >= 0:
                start = sentence.start + at + match.start()
                end = sentence.start + at + match.end()
                yield _put(article, sentence, start, end, wrong, "name.title", ("name.title", "name.other"))
                return


def _untitled(article: Article, sentence: Sentence, own: Sequence[Name]) -> Iterator[Mutation]:
    """Yield the control with a title left out."""
    for name in own:
        at = sentence.text.find(f"{name.title} {name.text}") if name.title else -1
        if at >= 0:
            start = sentence.start + at
            yield _put(article, sentence, start, name.end, name.text, "control.name.untitled", ())
            return


def _verbatim(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    return name.text


def _family(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the surname alone."""
    if name.kind != "person" or not given_names(name.text):
        return None
    return surname(name.text)


def _full(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the fullest form of the name that the article has."""
    if name.kind not in ("person", "organisation") or name.canonical == name.text:
        return None
    return name.canonical if not name.title else None


def _abbreviated(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another form in use: "U.S." for "United States", an abbreviation that the article explains."""
    short = [
        n.text
        for n in every
        if n.canonical == name.canonical and n.text != name.text and n.kind == name.kind == "organisation"
    ]
    if name.text in ("United States", "U.S."):
        return "U.S." if name.text == "United States" else "United States"
    return rng.choice(short) if short else None


def _demonym(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the adjective for a country's possessive; the ending is left where it stands."""
    after = sentence.text[name.end - sentence.start :]
    country = next((c for c in countries() if c.name == name.text and c.demonyms), None)
    if (
        country is None
        or _POSSESSIVE.match(after)
        or not re.match(r" (?:government|forces|troops|military)", after)
    ):
        return None
    return country.demonyms[0]


# A wrong name inside quotation marks is an altered quotation, one before "said" may be the wrong speaker.
_CAUGHT = ("name.spelling", "name.other", "name.title", "quote.altered", "speaker.wrong")
_FAULTS: tuple[tuple[str, tuple[str, ...], _Make], ...] = (
    ("name.spelling", _CAUGHT, _misspelt),
    ("name.other.person", _CAUGHT, _person),
    ("name.other.place", _CAUGHT, _place),
    ("name.other.organisation", _CAUGHT, _organisation),
)
_CONTROLS: tuple[tuple[str, _Make], ...] = (
    ("control.name.verbatim", _verbatim),
    ("control.name.surname", _family),
    ("control.name.full", _full),
    ("control.name.abbreviation", _abbreviated),
    ("control.name.demonym", _demonym),
)
