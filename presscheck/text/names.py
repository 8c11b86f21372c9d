"""Names in a text: people with their titles, organisations, places, nationalities.

No model: capitals, lists, titles, and what the rest of the text says of a word. A word that begins a sentence is a
name only if it is one elsewhere, or is no ordinary word. In headlines, where most words have a capital, only names
known from the lists or from the rest of the text are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presscheck.given import given_text
from presscheck.text.mentions import Name, Sentence
from presscheck.text.names_headlines import in_full, is_headline, names_in_headlines
from presscheck.text.names_kinds import kind_of
from presscheck.text.names_link import Links
from presscheck.text.names_lists import is_common
from presscheck.text.names_parts import Part, take_apart
from presscheck.text.names_runs import find_runs
from presscheck.text.names_settle import settled
from presscheck.text.names_titles import title_of
from presscheck.text.sentences import split_sentences
from presscheck.text.tokens import Token, tokenize

_DETERMINED = re.compile(
    r"(?:[.!?:;“\"(*•-]"
    r"|\b(?:the|this|that|these|those|our|their|its|his|her|your|my|a|an|each|every|any|no|all|some)(?:\s+[a-z][\w-]*)?)"
    r"\s*$",
    re.IGNORECASE,
)


def find_names(text: str) -> list[Name]:
    """Return the names in order: titles, articles and possessive endings outside the span.

    `canonical` is the fullest form in the text, a country for its people and, where it acts, its capital. Raises
    `BadRequest` for what is no text.
    """
    plain, headlines, lower = _read(given_text(text, "the text"))
    parts = list(settled(plain, lower, text))
    _characterise(parts, text)
    above = list(names_in_headlines(headlines, parts))
    _characterise(above, text)
    parts = sorted([*parts, *above], key=lambda p: p.start)
    links = Links(parts, text)
    return [name for part in parts if (name := _name(part, text, links))]


def _characterise(parts: Iterable[Part], text: str) -> None:
    for part in parts:
        part.kind = kind_of(part, text)
        part.title = title_of(part, text) if part.kind == "person" else None


def _read(text: str) -> tuple[list[Part], list[list[Token]], set[str]]:
    """Return the parts of ordinary sentences, the tokens of headlines, and the words seen in small letters."""
    tokens = tokenize(text)
    plain: list[Part] = []
    headlines: list[list[Token]] = []
    lower = {t.text for t in tokens if t.text[0].islower()}
    for sentence, own in _by_sentence(split_sentences(text), tokens):
        found = [p for run in find_runs(text, own, sentence) for p in take_apart(run, text)]
        if is_headline(own):
            headlines.append(own)
            found = list(filter(in_full, found))
        plain += found
    return plain, headlines, lower


def _by_sentence(
    sentences: Sequence[Sentence], tokens: Sequence[Token]
) -> Iterator[tuple[Sentence, list[Token]]]:
    at = 0
    for sentence in sentences:
        while at < len(tokens) and tokens[at].start < sentence.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        yield sentence, list(tokens[first:at])


def _name(part: Part, text: str, links: Links) -> Name | None:
    """Make the name; None of an ordinary word with a capital that stands for nothing ("the Board")."""
    kind, canonical = links.resolve(part)
    alone = kind == "other" and canonical == part.text and len(part.words) == 1 and not part.known
    if (
        alone
        and is_common(part.text)
        and not part.text.isupper()
        and _DETERMINED.search(text, max(0, part.start - 40), part.start)
    ):
        return None
    return Name(
        text=text[part.start : part.end],
        start=part.start,
        end=part.end,
        kind=kind,
        canonical=canonical,
        title=part.title if kind == "person" else None,
    )
