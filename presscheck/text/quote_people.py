"""From a mention ("she", "the senator", "Rubio") to the person whom the text names.

People are looked for backwards from the mention and scored by nearness, by being the subject of their sentence, and
by what is told of their gender and office. Constants were tuned by reading 120 resolved mentions of news articles.
"""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.text.cues import CUES
from presscheck.text.people import Gender, fold
from presscheck.text.person_roles import HE_NOUNS, SHE_NOUNS
from presscheck.text.quote_bodies import stands_for
from presscheck.text.quote_described import BACK, Descriptions, Near
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_names import MentionNames
from presscheck.text.quote_signs import (
    ASKS,
    acts,
    as_for,
    begins_clause,
    is_asked,
    is_epithet,
    is_one,
    is_only_described,
    is_person,
    is_questioned,
)
from presscheck.text.quote_tokens import POSSESSIVES, Token, is_capital, word_at
from presscheck.text.speaker_mentions import Candidate
from presscheck.text.speakers import Choice

_GENDER: dict[str, Gender] = {"he": "he", "his": "he", "she": "she", "her": "she"}
_CONTINUES = frozenset(("went on", "goes on", "continued", "continues", "added", "adds"))
"""Verbs of somebody who has been speaking."""
PARAGRAPH = 1.0
"""How much less somebody named in another paragraph is likely to be meant."""
DEEPEST = 12
"""How many mentions may lead one to the next."""
_NOUNS_OF_OTHERS: dict[Gender, frozenset[str]] = {"he": SHE_NOUNS, "she": HE_NOUNS}


class Cast:
    """The people of a text, and who of them a mention means."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._named = MentionNames(frame)
        self.names = self._named.full
        self._described = Descriptions(frame, self._named, lambda m, number: self._before(m, number, None))
        self._known: dict[int, str | None] = {}
        self._depth = 0

    def resolve(self, choice: Choice, said: frozenset[str] = frozenset()) -> str:
        """Return the person (or body) that a chosen mention means: the fullest form, else the mention.

        `said` holds the capitalised words of the quotation, in lower case: nobody names himself.
        """
        mention = choice.mention
        found = self._resolve(mention, choice.sentence, said) or self._named.as_written(mention)
        beside = self._beside(mention, choice.sentence)
        return (
            f"{self._resolve(beside, choice.sentence) or self._named.as_written(beside)} and {found}"
            if beside
            else found
        )

    def _beside(self, mention: Candidate, sentence: int) -> Candidate | None:
        """Return Cruz of "“…,” Cruz and Holt said": two names that begin the clause together."""
        tokens, mentions = self.frame.read(sentence)
        if mention.kind != "name" or word_at(tokens, mention.first - 1) != "and":
            return None
        other = next((m for m in mentions if m.kind == "name" and m.last == mention.first - 2), None)
        begins = other and (other.first == 0 or tokens[other.first - 1].quote >= 0)
        return other if begins and word_at(tokens, mention.last + 1) in CUES else None

    def _resolve(self, mention: Candidate, sentence: int, said: frozenset[str] = frozenset()) -> str | None:
        """Return whom a mention means, None if the text does not tell; each is looked up once."""
        if mention.start not in self._known:
            self._known[mention.start] = None  # a mention that leads back to itself leads nowhere
            if self._depth < DEEPEST:
                self._depth += 1
                self._known[mention.start] = self._look_up(mention, sentence, said)
                self._depth -= 1
        return self._known[mention.start]

    def _look_up(self, mention: Candidate, sentence: int, said: frozenset[str]) -> str | None:
        if mention.head == "who":
            return self._antecedent(mention, sentence)
        if mention.kind == "pronoun":
            told = _GENDER.get(mention.head)
            return told and (
                self._spoke_last(mention, sentence, told)
                or self._pronoun(mention, sentence, told, said)
                or self._spoke_before(mention, sentence, told)
            )
        tokens, mentions = self.frame.read(sentence)
        if is_epithet(tokens, mention):
            return self._described.likeliest(mention, sentence, said)
        if mention.kind == "name" and (
            tokens[mention.first].low not in ("a", "an", "another", "one")
            or is_only_described(tokens, mention)
        ):
            return self._named.of(mention)
        beside = self._named.apposed(mention, tokens, mentions)
        meant = None if beside else stands_for(self.frame, mention, sentence)
        if meant:
            return self._resolve(*meant) or self._named.as_written(meant[0])
        return beside or (
            self._described.meant(mention, sentence, said) if mention.kind == "person" else None
        )

    # Pronouns

    def _antecedent(self, mention: Candidate, sentence: int) -> str | None:
        """Return whom "who" stands for: the mention right before it."""
        _, mentions = self.frame.read(sentence)
        before = [m for m in mentions if m.last < mention.first and m.head != "who"]
        if not before:
            return None
        text = self.frame.text[before[-1].start : before[-1].end]
        return self._resolve(before[-1], sentence) or " ".join(text.split())

    def _pronoun(self, mention: Candidate, sentence: int, told: Gender, said: frozenset[str]) -> str | None:
        best, best_score = None, -9.0
        for name, score in self._before(mention, sentence, told):
            known = self.names.gender(name)
            if (known and known != told) or (said and fold(name.split()[-1]) in said):
                continue
            score += 0.5 * (known == told) - 0.7 * (" " not in name)
            if score > best_score:
                best, best_score = name, score
        return best

    def _spoke_last(self, mention: Candidate, sentence: int, told: Gender) -> str | None:
        """Return who spoke last before "he went on", unless that was a question or another begins a sentence since."""
        cues = self.frame.cues(sentence)
        if not any(c.word in _CONTINUES and any(m == mention for m, _ in c.subjects) for c in cues):
            return None
        for number in range(sentence, max(sentence - BACK, -1), -1):
            tokens, mentions = self.frame.read(number)
            speaker, asks = self._speaking(number, mention)
            low = speaker.end if speaker else -1
            since = (m for m in mentions if low < m.start < mention.start and begins_clause(tokens, m))
            if any(self._person(m, number, tokens, told, True) for m in since):
                return None
            if speaker:
                name = None if asks else self._person(speaker, number, tokens, told, True)
                return name if name and self.names.gender(name) in (None, told) else None
        return None

    def _speaking(self, number: int, mention: Candidate) -> tuple[Candidate | None, bool]:
        """Return who speaks last in a sentence before a mention, and whether that is a question."""
        for cue in reversed(self.frame.cues(number)):
            for m, form in cue.subjects:
                if form in ("sv", "vs") and m.start < mention.start and is_one(m):
                    return m, cue.word in ASKS
        return None, False

    def _spoke_before(self, mention: Candidate, sentence: int, told: Gender) -> str | None:
        """Return "the mayor" of "…," the mayor said. "…," he added: somebody who spoke right before, without a name."""
        for number in (sentence, sentence - 1) if sentence else (sentence,):
            for cue in reversed(self.frame.cues(number)):
                for m, _ in cue.subjects:
                    if (
                        m.kind in ("person", "noun")
                        and m.start < mention.start
                        and m.head not in _NOUNS_OF_OTHERS[told]
                    ):
                        return self._resolve(m, number) or self._named.as_written(m)
        return None

    def _before(self, mention: Candidate, sentence: int, told: Gender | None) -> Iterator[Near]:
        """Yield the people named before a mention, or meant by a pronoun of its kind, with scores."""
        _, here = self.frame.read(sentence)
        later = {m.head for m in here if m.kind == "name" and m.first > mention.last}
        for number in range(sentence, max(sentence - BACK, -1), -1):
            if number < sentence and self.frame.is_headline(number):
                continue
            for name, m, role in self._cast_in(number, mention, sentence, told):
                if not (m.head in later or fold(name.split()[-1]) in later):
                    apart = PARAGRAPH * (not self.frame.same_paragraph(m.start, mention.start))
                    yield Near(name, self._prominence(m, role) - (sentence - number) - apart)

    def _cast_in(
        self, number: int, mention: Candidate, sentence: int, told: Gender | None
    ) -> Iterator[tuple[str, Candidate, float]]:
        """Yield the people of one sentence before a mention, each with how prominent the part is that it plays."""
        tokens, mentions = self.frame.read(number)
        people = [m for m in mentions if number < sentence or m.last < mention.first]
        first = next((m for m in people if not m.object and m.kind in ("name", "pronoun", "person")), None)
        speaking = {
            m.start for c in self.frame.cues(number) for m, form in c.subjects if form in ("sv", "vs")
        }
        just_said = self._just_said(mention, sentence) if number == sentence else frozenset()
        for m in people:
            if number == sentence and _GENDER.get(tokens[m.first].low) == told and m.kind == "name":
                continue  # "of his daughter Ida he said"
            role = 0.8 * (m is first)
            if number < sentence and is_questioned(tokens, m):
                role = 2.0
            elif m.start in speaking:
                role = 1.5
            elif acts(tokens, m) or is_asked(tokens, m):
                role = 1.2
            name = self._person(m, number, tokens, told, role > 1)
            role += 2.0 * (number == sentence and m.last == mention.first - 2 and as_for(tokens, m))
            role -= 0.5 * (m.kind == "person")
            role += (2.0 if told else -9.0) * (m.start in just_said)
            if name is not None:
                yield name, m, role

    def _just_said(self, mention: Candidate, sentence: int) -> frozenset[int]:
        """Return where those stand who are said to speak right before a mention: "Smith said he"."""
        before = (c for c in self.frame.cues(sentence) if c.index in (mention.first - 1, mention.first - 2))
        return frozenset(m.start for c in before for m, _ in c.subjects)

    def _person(
        self, m: Candidate, number: int, tokens: list[Token], told: Gender | None, subject: bool
    ) -> str | None:
        """Return the person that an earlier mention means, if it is one."""
        if m.kind == "pronoun":
            return self._resolve(m, number) if told and _GENDER.get(m.head) == told else None
        if m.kind == "person":
            return self._resolve(m, number)
        if m.kind != "name":
            return self._owner(m, number, tokens)
        name = self._named.of(m)
        return name if is_person(name, m, tokens, subject) else None

    def _owner(self, m: Candidate, number: int, tokens: list[Token]) -> str | None:
        """Return Trump of "Trump's biggest applause", Rubio of "the senator's answer"."""
        at = next((i for i in range(m.first + 1, m.last) if tokens[i].low in POSSESSIVES), 0)
        if not at:
            return None
        if not is_capital(tokens[at - 1]):
            owner = Candidate(m.start, tokens[at - 1].end, m.first, at - 1, "person", tokens[at - 1].low)
            return self._resolve(owner, number) if tokens[m.first].low == "the" else None
        start = at - 1
        while start > m.first and is_capital(tokens[start - 1]):
            start -= 1
        name = self.names.fullest(self.frame.text[tokens[start].start : tokens[at - 1].end])
        return name if is_person(name, m, tokens) else None

    def _prominence(self, m: Candidate, role: float) -> float:
        often = min(self.frame.mentions_of(m.head), 5) / 5 if m.kind == "name" else 0.3
        return role - 0.7 * m.object - 0.5 * (m.owner and not role) + 0.5 * often
