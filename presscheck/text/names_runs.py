"""Runs of capitalised words in a text: the raw stuff of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.text.first_names import EITHER, HE, SHE
from presscheck.text.mentions import Sentence
from presscheck.text.names_lists import (
    HEADS_WITH_FOR,
    HEADS_WITH_OF,
    ORGANISATION_NOUNS,
    openings_with_and,
    organisations,
    words,
)
from presscheck.text.titles import PARTICLES, TITLES
from presscheck.text.tokens import Token

FIRST = HE | SHE | EITHER
"""First names, in lower case."""

_DOTTED = words(
    "gen maj lt col sgt sen rep gov dr mr mrs ms mx prof st ste jr sr inc corp co ltd adm capt cmdr brig rev hon ft "
    "ala ariz ark calif colo conn fla ga ill kan ky md mass mich minn mont neb nev okla ore tenn vt va wis wyo "
    "mt pvt cpl pfc supt det fr msgr vice-adm u s atty asst bros no"
)
_LONGEST = 30
"""Words of a run; names are shorter, and what follows is read as another."""
_OF = frozenset({"of", "for", "on", "to", "against"})
_OPENING = frozenset('“"‘«:•*·–>')
_ENDS_OFFICE = frozenset({"State", "Staff", "Congress", "America", "England", "Defense", "Justice", "States"})
_PEOPLES = frozenset({"People", "Women", "Children", "Men"})
"""Whose body it may be: "People's Party", not "Smith's Party"."""
_NO_OPENING = frozenset({"la", "le", "das", "den", "st"})
_ALONE = frozenset({"Congress", "Senate", "Parliament", "House"})


class Word(NamedTuple):
    """A word of a run, the possessive ending and an abbreviation's dot sorted out: `text == whole[start:end]`."""

    text: str
    start: int
    end: int


class Run(NamedTuple):
    """Words of a name and of what stands around it. `initial`: the first capital may only begin a sentence."""

    words: tuple[Word, ...]
    initial: bool
    possessive: bool


def find_runs(text: str, tokens: Sequence[Token], sentence: Sentence) -> Iterator[Run]:
    """Yield the runs of capitalised words of one sentence; `tokens` are the sentence's own."""
    at, last = 0, len(tokens)
    first = next((i for i, t in enumerate(tokens) if t.text[0].isalnum()), last)
    while at < last:
        if not tokens[at][0][0].isupper() and not _opens(text, tokens, at):
            at += 1
            continue
        begin = at
        run, possessive, at = _run(text, tokens, at)
        initial = begin <= first or tokens[begin - 1].text in _OPENING
        yield Run(tuple(run), initial, possessive)


def _opens(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a name may begin here: a capital, or a particle before one ("al-Assad", "van Dyke")."""
    word = tokens[at].text
    if word[0].isupper():
        return True
    if "-" in word:
        head, _, tail = word.partition("-")
        return tail[:1].isupper() and head in {"al", "el", "ul", "ad", "as", "bin", "ben"}
    goes_on = at > 0 and tokens[at - 1].text in PARTICLES
    if word not in PARTICLES or (word in _NO_OPENING and not goes_on):
        return False
    return _capital(text, tokens, at) or _capital_after_particle(text, tokens, at)


def _capital_after_particle(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether another particle and then a capital follow: "von der Leyen"."""
    if at + 1 >= len(tokens) or tokens[at + 1].text not in PARTICLES:
        return False
    return _adjoins(text, tokens, at) and _capital(text, tokens, at + 1)


def _capital(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the next token is a capitalised word, only a space away."""
    return at + 1 < len(tokens) and _adjoins(text, tokens, at) and tokens[at + 1].text[0].isupper()


def _adjoins(text: str, tokens: Sequence[Token], at: int) -> bool:
    gap = text[tokens[at].end : tokens[at + 1].start]
    return bool(gap) and gap.isspace() and gap.count("\n") < 2


def _run(text: str, tokens: Sequence[Token], at: int) -> tuple[list[Word], bool, int]:
    """Read one run from `at`: its words, whether it ends in a possessive, and where to read on."""
    run: list[Word] = []
    last = len(tokens)
    while at < last:
        word, possessive, at = _word(tokens, at)
        run.append(word)
        if possessive or at >= last or len(run) >= _LONGEST or not _spaced(text, word, tokens[at]):
            return run, possessive, at
        joined = _joined(text, run, tokens, at)
        for _ in range(joined):
            run.append(Word(*tokens[at]))
            at += 1
        if not joined and not (tokens[at].text[0].isupper() or _opens(text, tokens, at)):
            return run, False, at
    return run, False, at


def _spaced(text: str, word: Word, following: Token) -> bool:
    gap = text[word.end : following.start]
    return bool(gap) and gap.isspace() and gap.count("\n") < 2


def _word(tokens: Sequence[Token], at: int) -> tuple[Word, bool, int]:
    """Read one word: its possessive ending left out, an abbreviation's dot taken in."""
    token = tokens[at]
    text, end = token.text, token.end
    if text[-2:] in ("'s", "’s", "'S", "’S") and len(text) > 2:
        if text[:-2] in _PEOPLES and _names_body(tokens, at + 1):
            return Word(*token), False, at + 1
        return Word(text[:-2], token.start, end - 2), True, at + 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.start != end:
        return Word(*token), False, at + 1
    if following.text == "." and (len(text) == 1 or text.lower() in _DOTTED):
        return Word(text + ".", token.start, following.end), False, at + 2
    if following.text in ("'", "’"):  # "Democrats’", and "U.S.’s", whose dots make tokens of their own
        own = at + 2 < len(tokens) and tokens[at + 2].text == "s" and tokens[at + 2].start == following.end
        return Word(*token), own or text[-1] in "sS", at + (3 if own else 1)
    return Word(*token), False, at + 1


def _names_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word closes a body's name: "People's | Party"."""
    return at < len(tokens) and tokens[at].text in ORGANISATION_NOUNS


def _joined(text: str, run: Sequence[Word], tokens: Sequence[Token], at: int) -> int:
    """Return how many small words at `at` join the run with a capitalised word after them; 0 if they don't."""
    small = tokens[at].text
    if small == "&":
        return int(_capital(text, tokens, at))
    if small in _OF and run[-1].text in HEADS_WITH_OF:
        the = at + 1 < len(tokens) and tokens[at + 1].text == "the" and _adjoins(text, tokens, at)
        at_last = at + int(the)
        return (1 + int(the)) * int(_capital(text, tokens, at_last))
    if small == "for" and run[-1].text in HEADS_WITH_FOR:
        return int(_capital(text, tokens, at))
    if small == "and" and _capital(text, tokens, at) and _one_office(run, text, tokens, at + 1):
        return 1
    return 0


def _one_office(run: Sequence[Word], text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands inside one name: "Department of Health and Human Services", "Food and Drug Administration"."""
    heads = [w.text for w in run]
    following = tokens[at].text
    if any(" ".join([*heads[i:], "and", following]) in openings_with_and() for i in range(len(heads))):
        return True
    if following.lower() in TITLES or following in organisations() or following.lower() in FIRST:
        return False
    office = next((i for i in range(len(run) - 1, 0, -1) if heads[i] in _OF), 0)
    if office and heads[office - 1] in HEADS_WITH_OF:
        return len(heads) - office <= 3 and heads[-1] not in _ENDS_OFFICE
    tail = at
    while tail + 1 < len(tokens) and tokens[tail + 1].text[0].isupper() and _adjoins(text, tokens, tail):
        tail += 1
    closes = tokens[tail].text.removesuffix("’s").removesuffix("'s") in ORGANISATION_NOUNS - _ALONE
    return closes and tail > at and heads[-1] not in ORGANISATION_NOUNS and len(heads) <= 3
