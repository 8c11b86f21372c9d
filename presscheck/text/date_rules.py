"""Rules over tokens: patterns whose letters are kinds of tokens, each with a function that builds what it means.

A pattern such as ``m:month/maybe the? d:num/ord (comma? y:year)?`` reads: a token of kind `month` or `maybe`, called
`m`; perhaps `the`; … It becomes one regular expression over a string with one character for each token, so that
reading stays linear and fast. Of several rules that fit at one place, the first in the list whose function accepts wins.
"""

from __future__ import annotations

import itertools
import re
import string
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from presscheck.text.date_lexer import Token

DAYS: Final = "day/wd/rday/hol"
DATE: Final = "day/mon/yr/wk/per/wd/rday/rmon/hol"
"""Kinds of tokens that several rules take: what is a day, what is a date."""


class Found(NamedTuple):
    """The tokens that a rule has matched, by their labels, with what stands around them."""

    text: str
    tokens: Sequence[Token]
    first: int
    end: int
    labels: dict[str, Token]

    def __call__(self, label: str) -> Any:  # noqa: ANN401 (a token's value is whatever its kind stands for)
        """Return the value of the token with this label, None if it is not there."""
        token = self.labels.get(label)
        return token.value if token else None

    def word(self, label: str) -> str:
        """Return the labelled token as it stands in the text, in lower case; '' if it is not there."""
        token = self.labels.get(label)
        return self.text[token.start : token.end].lower() if token else ""

    def has(self, kind: str) -> bool:
        """Whether a token of this kind is among those matched."""
        return any(token.kind == kind for token in self.tokens[self.first : self.end])

    def before(self, steps: int = 1) -> Token:
        """Return the token before the first."""
        place = self.first - steps
        return self.tokens[place] if place >= 0 else _NOTHING

    def after(self, steps: int = 0) -> Token:
        """Return the token after the last."""
        place = self.end + steps
        return self.tokens[place] if place < len(self.tokens) else _NOTHING

    def node(self, kind: str, value: object, first: str = "") -> Token:
        """Make the token that stands for the whole, or for what begins at the label `first`."""
        start = self.labels[first].start if first else self.tokens[self.first].start
        return Token(kind, value, start, self.tokens[self.end - 1].end)


_NOTHING: Final = Token("other", None, -1, -1)
Build = Callable[[Found], Token | None]
Rule = tuple[str, Build]

_POOL: Final = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100)))


class _Letters(dict[str, str]):
    """The character that stands for each kind of token; a new kind is given the next, by one thread at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._giving = threading.Lock()

    def __missing__(self, kind: str) -> str:
        with self._giving:
            return self.setdefault(kind, _POOL[len(self)])


_LETTERS: Final = _Letters()


_ITEM: Final = re.compile(r"(?:(\w+):)?([a-z]+(?:/[a-z]+)*)")


def _compile(pattern: str, *, labelled: bool = False) -> str:
    """Return the regular expression of a pattern; a label used in two branches gets two groups, `d_0` and `d_1`."""
    number = itertools.count()

    def replace(match: re.Match[str]) -> str:
        label, kinds = match.groups()
        letters = "".join(_LETTERS[kind] for kind in kinds.split("/"))
        letters = f"[{letters}]" if len(letters) > 1 else letters
        return f"(?P<{label}_{next(number)}>{letters})" if label and labelled else letters

    return _ITEM.sub(replace, pattern).replace(" ", "").replace("(", "(?:").replace("(?:?", "(?")


class Grammar:
    """A list of rules, applied from left to right; what a rule builds replaces the tokens it was built from.

    Expressions are made when first needed: importing stays quick.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = list(rules)
        self._single: dict[int, re.Pattern[str]] = {}

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<r{i}>{_compile(p)})" for i, (p, _) in enumerate(self._rules)))

    def _rule(self, number: int) -> re.Pattern[str]:
        if number not in self._single:
            self._single[number] = re.compile(_compile(self._rules[number][0], labelled=True))
        return self._single[number]

    def __call__(self, text: str, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens with every match replaced by the token built from it."""
        codes = "".join([_LETTERS[token.kind] for token in tokens])
        result: list[Token] = []
        done = place = 0
        while match := self._any.search(codes, place):
            built, end = self._build(text, tokens, codes, match)
            if built is None:
                place = match.start() + 1
                continue
            result.extend(tokens[done : match.start()])
            result.append(built)
            done = place = end
        result.extend(tokens[done:])
        return result

    def _build(
        self, text: str, tokens: Sequence[Token], codes: str, match: re.Match[str]
    ) -> tuple[Token | None, int]:
        first = int((match.lastgroup or "r0")[1:])
        for number in range(first, len(self._rules)):
            own = self._rule(number).match(codes, match.start())
            if own is None:
                continue
            places = {name.partition("_")[0]: own.start(name) for name in own.groupdict() if own[name]}
            labels = {name: tokens[place] for name, place in places.items()}
            built = self._rules[number][1](Found(text, tokens, own.start(), own.end(), labels))
            if built is not None:
                return built, own.end()
        return None, match.end()
