"""A sentence of a source with what its reader has just read: where the words of a question may be met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from presscheck.chains.brief.authors import author_of
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.phrases import meant
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.chat.question.terms import SIDES
from presscheck.chains.check.sources import SourceSentence
from presscheck.chains.check.words.reading import read_words
from presscheck.text.mentions import Figure, Name
from presscheck.text.sentences import split_sentences

_HE = re.compile(r"\b(?:he|she|his|her|him)\b")
_LEANING = re.compile(
    r"(?:(?:and|but|so|then|well|look|yes|no|after|before|because of|despite|of|for)\b,? )?(?:he|she|it|they|this|that|these|those|such|both|neither|his|her|its|their|him|them)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:nobody|no one|nothing|none|everybody|everyone|somebody|anybody) else\b", re.IGNORECASE
)
_LIVES = re.compile(r"\blives (?:in|at|near|on|with|alone|there|outside|across)\b")
"""Here the word is no plural of "life"."""
_IN_CHARGE = re.compile(r"\bin charge\b", re.IGNORECASE)
_LED_TO = re.compile(r"\b(?:led|leads|leading) to\b", re.IGNORECASE)
"""Here something brings something about, nobody is at the head."""
_PAID = frozenset(("money", "payment"))


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence of a source and what its reader has just read; `number` is its place in the passage, from 0.

    `asked` is the question that the passage answers, `evaded` says that it begins with refusing to, `about` is the person
    whom an article named last before a sentence without one, `lead` the words of what an article begins with,
    `quoted` whose words an article puts between quotation marks here.
    """

    sentence: SourceSentence
    number: int
    asked: str
    before: tuple[SourceSentence, ...]
    following: tuple[SourceSentence, ...]
    evaded: bool = False
    about: str | None = None
    lead: frozenset[str] = frozenset()
    quoted: str = ""

    @cached_property
    def questions(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each sentence of the question that it answers, with its words."""
        return tuple((s.text, words_of(s.text) | meant(s.text)) for s in split_sentences(self.asked))

    def asked_for(self, question: Question) -> tuple[str, frozenset[str]]:
        """Return that sentence of the question before it which is nearest to this question, with its words."""

        def near(asked: tuple[str, frozenset[str]]) -> float:
            met = sum(t.weight * (t.lemma in asked[1]) for t in question.terms)
            return met - 0.1 * len(asked[1])

        return max(self.questions, key=near, default=("", frozenset()))

    @cached_property
    def leaned_on(self) -> tuple[SourceSentence, ...]:
        """What the sentence can't be understood without, of the sentences before it."""
        if not self.before or not leans(self.sentence):
            return ()
        return self.before if leans(self.before[-1]) else self.before[-1:]

    @cached_property
    def zones(self) -> dict[str, frozenset[str]]:
        """The words by where they stand."""
        head, own = self.sentence.head, own_words(self.sentence)
        for sentence in self.leaned_on:
            own |= own_words(sentence)
        return {
            "sentence": own,
            "speaker": words_of(self.sentence.speaker or self.quoted or author_of(head.title or "") or ""),
            "before": frozenset().union(*(own_words(s) for s in self.before)),
            "title": words_of(" ".join(filter(None, (head.title, head.publisher)))),
            "lead": self.lead,
        }


def own_words(sentence: SourceSentence) -> frozenset[str]:
    """Return the words of a sentence; an amount of money is asked for as "money"."""
    words = words_of(sentence.text) | (SIDES & set(read_words(sentence.text).forms))
    words |= meant(sentence.text)
    if _LIVES.search(sentence.text):
        words |= {"live"}
    if _IN_CHARGE.search(sentence.text):
        words -= {"charge"}
    if _LED_TO.search(sentence.text):
        words = words - {"lead"} | {"cause"}
    return words | _PAID if any(is_money(f) for f in sentence.figures) else words


def is_money(figure: Figure) -> bool:
    """Tell whether a figure is an amount of money: its unit is a currency's code."""
    return figure.unit[:3].isupper() and figure.unit[3:4] in ("", " ")


def _opens(name: Name, before: int) -> bool:
    """Tell whether a sentence opens with a surname alone that "he" may stand for."""
    return name.kind == "other" and name.start == 0 and name.end < before and " " not in name.text


def leans(sentence: SourceSentence) -> bool:
    """Tell whether a sentence can't be understood without the one before it: "she" or "it" stands for what is not named."""
    text = sentence.text
    he = _HE.search(text)
    if he and not any(n.kind == "person" or _opens(n, he.start()) for n in sentence.names):
        return True
    return _LEANING.match(text.lstrip("“\"'‘(")) is not None or _ELSE.search(text) is not None
