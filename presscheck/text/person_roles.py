"""What a text says of a person beside the name: office, party, state, occupation."""

from __future__ import annotations

from collections.abc import Iterable

from presscheck.text.common_words import DETERMINERS, PREPOSITIONS
from presscheck.text.cues import BASES, SPEECH
from presscheck.text.people import fold, title_of
from presscheck.text.quote_tokens import Token, word_at
from presscheck.text.speaker_mentions import Candidate
from presscheck.text.titles import word_set

HE_NOUNS = word_set(
    "man congressman chairman spokesman businessman king father brother son husband actor boy uncle grandfather dad"
)
SHE_NOUNS = word_set(
    "woman congresswoman chairwoman spokeswoman businesswoman queen mother sister daughter wife actress girl aunt mom"
)
# Words for one office: the first of each group stands for all.
_GROUPS = (
    "senator sen sens; governor gov govs; representative rep reps congressman congresswoman lawmaker; "
    "president pres; general gen; lieutenant lt; colonel col; captain capt; admiral adm; sergeant sgt; major maj; "
    "professor prof; doctor dr; spokesman spokeswoman spokesperson; chairman chairwoman chairperson chair; "
    "nominee candidate frontrunner front-runner contender hopeful; lawyer attorney; advisor adviser aide; "
    "secretary sec; ambassador amb; mogul tycoon billionaire developer businessman businesswoman magnate"
)
_SAME = {w: group.split()[0] for group in _GROUPS.split(";") for w in group.split()}
# An office that not everybody can be called: it must have been said of the person.
OFFICES = word_set(
    "senator governor representative president general lieutenant colonel captain admiral sergeant major professor "
    "doctor spokesman chairman lawyer secretary ambassador minister mayor judge chancellor premier king queen pope "
    "bishop sheriff prosecutor director editor strategist pollster economist historian journalist reporter"
)

_PARTIES = {
    **dict.fromkeys(("democrat", "democratic", "democrats"), "democrat"),
    **dict.fromkeys(("republican", "republicans", "gop"), "republican"),
    **dict.fromkeys(("labour", "labor"), "labour"),
    **dict.fromkeys(("conservative", "tory"), "conservative"),
    **{party: party for party in ("libertarian", "green", "socialist", "independent")},
}
"""Words for a party before an office, each with one that stands for it: "the Democratic nominee"."""


def party_of(words: Iterable[str]) -> str:
    """Return the one party that words name, "" for none or several."""
    found = {_PARTIES[w] for w in words if w in _PARTIES}
    return found.pop() if len(found) == 1 else ""


def office(word: str) -> str:
    """Return the word that stands for an office in all its forms ("sen" is "senator")."""
    return _SAME.get(word, word)


def described_by(tokens: list[Token], mention: Candidate) -> set[str]:
    """Return the words before a name in its phrase, and those of a bracket or apposition behind it."""
    before = tokens[max(mention.first - 2, 0) : mention.last]
    words = {t.low for t in before if tokens[mention.first].start <= t.start < mention.name_start}
    words |= {
        fold(w) for w in title_of(" ".join(t.text for t in tokens[mention.first : mention.last + 1])).split()
    }
    at = mention.last + 1
    if word_at(tokens, at) == "(":
        words |= {t.low for t in tokens[at : at + 4]}
    elif word_at(tokens, at) == "," and word_at(tokens, at + 1) in DETERMINERS | {"who", "former"}:
        apposed: set[str] = set()
        for token in tokens[at + 1 : at + 12]:
            if token.low in SPEECH - BASES:
                apposed.clear()  # "the Danes, the coach said, were slow"
            if token.quote >= 0 or token.text in (",", ";", "—") or token.low in {"who"} | SPEECH - BASES:
                break
            apposed.add(token.low)
        words |= apposed
    return {office(w) for w in words if w[:1].isalpha() and w not in DETERMINERS and w not in PREPOSITIONS}
