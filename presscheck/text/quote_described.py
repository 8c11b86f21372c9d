"""From a description ("the senator", "the Democratic nominee", "the Texan") to the person whom the text describes so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from presscheck.text.common_words import DETERMINERS
from presscheck.text.people import Gender, fold
from presscheck.text.person_roles import HE_NOUNS, OFFICES, SHE_NOUNS, described_by, office, party_of
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_names import MentionNames
from presscheck.text.quote_tokens import Token
from presscheck.text.role_words import singular
from presscheck.text.speaker_mentions import Candidate

BACK = 8
"""How many sentences back a pronoun or description is looked up."""
CLEAR = 1.0
"""How far one must stand out whose party the text does not tell, to be taken for a party's."""
_ANYBODY = frozenset(
    "person official source aide user man woman insider operative adviser advisor victim accuser complainant witness "
    "neighbor neighbour resident survivor bystander caller passenger customer protester".split()
)


class Near(NamedTuple):
    """Somebody named before a mention: the name, and how well the place fits."""

    name: str
    score: float


Before = Callable[[Candidate, int], Iterable[Near]]
"""Gives the people named before a mention in a sentence of a number."""


class Descriptions:
    """The people of a text as it describes them."""

    def __init__(self, frame: Frame, names: MentionNames, before: Before) -> None:
        self._frame, self._names, self._before = frame, names, before

    def likeliest(self, mention: Candidate, sentence: int, said: frozenset[str]) -> str | None:
        """Return whom "the Texan" means: whoever stands out of those named before."""
        before = (n for n in self._before(mention, sentence) if fold(n.name.split()[-1]) not in said)
        return max(before, key=lambda near: near.score, default=Near("", 0.0)).name or None

    @cached_property
    def _roles(self) -> dict[str, frozenset[str]]:
        """The words that describe each person anywhere in the text."""
        found: dict[str, set[str]] = {}
        for number in range(len(self._frame.sentences)):
            tokens, mentions = self._frame.read(number)
            for m in mentions:
                if m.kind == "name":
                    found.setdefault(self._names.of(m), set()).update(described_by(tokens, m))
                elif m.kind == "person" and (name := self._names.apposed(m, tokens, mentions)):
                    found.setdefault(name, set()).update(office(t.low) for t in tokens[m.first : m.last + 1])
        return {name: frozenset(words) for name, words in found.items()}

    def meant(self, mention: Candidate, sentence: int, said: frozenset[str]) -> str | None:
        """Return whom "the senator" means; "a senator", "senators" and "his aide" are others than those named."""
        tokens, _ = self._frame.read(sentence)
        if not _means_one(tokens[mention.first], mention.head):
            return None
        if mention.head in _ANYBODY:
            return self._unnamed(mention, sentence)
        words = {office(t.low) for t in tokens[mention.first : mention.last]} - DETERMINERS
        return self._best(mention, sentence, words, said) or self._by_role(words, office(mention.head))

    def _best(self, mention: Candidate, sentence: int, words: set[str], said: frozenset[str]) -> str | None:
        """Return who of those named before fits best; of a party whom the text gives to it, or who stands out clearly."""
        head, party = office(mention.head), party_of(words)
        told = self._described_as(head, party)
        scores: dict[str, float] = {}
        for name, score in self._before(mention, sentence):
            roles = self._roles.get(name, frozenset())
            fits = name in told if told or head in OFFICES else _of_party(roles, party)
            if fits and self._may_be(name, mention, said):
                scores[name] = max(scores.get(name, -9.0), score + 0.7 * len(words & roles))
        if not scores:
            return None
        first, *others = sorted(scores, key=lambda name: -scores[name])
        if not party or party_of(self._roles.get(first, ())) == party:
            return first
        return first if all(scores[first] - scores[other] >= CLEAR for other in others) else None

    def _described_as(self, head: str, party: str) -> set[str]:
        """Return those whom the text describes by this word, and gives to no other party."""
        return {n for n, roles in self._roles.items() if head in roles and _of_party(roles, party)}

    def _may_be(self, name: str, mention: Candidate, said: frozenset[str]) -> bool:
        """Tell whether the person is no woman for "the spokesman", and not named in what is said."""
        told: Gender | None = (
            "he" if mention.head in HE_NOUNS else "she" if mention.head in SHE_NOUNS else None
        )
        known = self._names.full.gender(name)
        return not (told and known and known != told) and fold(name.split()[-1]) not in said

    def _unnamed(self, mention: Candidate, sentence: int) -> str | None:
        """Return whom "the official" means: "a senior administration official" named before, word for word."""
        for number in range(sentence, max(sentence - BACK, -1), -1):
            tokens, mentions = self._frame.read(number)
            for m in reversed(mentions):
                new = m.kind == "person" and tokens[m.first].low in ("a", "an", "one")
                if new and m.start < mention.start and (m.head == mention.head or mention.head == "person"):
                    return self._names.as_written(m)
        return None

    def _by_role(self, words: set[str], head: str) -> str | None:
        """Return the one person anywhere in the text whom these words describe."""
        fitting = {n: len(words & self._roles[n]) for n in self._described_as(head, party_of(words))}
        top = max(fitting.values(), default=0)
        named = [n for n, k in fitting.items() if k == top]
        return named[0] if len(named) == 1 else None


def _of_party(roles: Iterable[str], party: str) -> bool:
    """Tell whether somebody whom these words describe may be of a party, if one is asked for."""
    return not party or party_of(roles) in ("", party)


def _means_one(first: Token, head: str) -> bool:
    """Tell "the senator" and "Senator" from several, from one of them, and from somebody's own."""
    if singular(head) != head or (first.low in DETERMINERS and first.low not in ("the", "this", "that")):
        return False
    return first.low == "the" or not first.text[:1].islower()
