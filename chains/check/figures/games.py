"""Who won a game with a score ("lost 98-104 to the Pilots"), and who is ahead by a figure ("six behind the Bears")."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.figures.heads import names_beside
from presscheck.chains.check.figures.told import CLAUSE, Told
from presscheck.text.date_words import WEEKDAY_NAMES

_WON = (
    r"(?:w[io]n(?:s|ning)?|beat(?:s|ing)?|defeat(?:ed|s|ing)|edg(?:ed|es|ing)|thrash(?:ed|es|ing)|rout(?:ed|s|ing)|overc[ao]me"
    r"|down(?:ed|s|ing)|outclass(?:ed|es)|stunned|crushed|hammered|eliminated|knocked out|saw off|(?:got|get|eased|swept|squeezed) past"
    r"|triumph(?:ed|s)?|prevailed|victorious)"
)
_LOST = r"(?:los[et](?:s|ing)?|fell|went down|slumped|succumbed|crashed|(?:was|were|been|being) (?:well )?(?:beaten|defeated|edged|thrashed|routed|downed|crushed|knocked out))"
_VERB = re.compile(rf"\b(?:(?P<lost>{_LOST})|(?P<won>{_WON}))\b")
_NOUN = re.compile(
    r"(?:(?:,?\s(?:and\s)?\d+-\d+(?:\s\(\d+(?:-\d+)?\))?)*)\s(?:[a-z-]+\s){0,2}?(?:(?P<won>win|victory|triumph|defeat of|rout of|thrashing of)|(?P<lost>defeat|loss))\b"
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_OTHER = re.compile(r"\b(?:over|against|at|to|by|past|of)\s")
_NO_TEAMS = frozenset(["The", "On", "In", "At", "After", "Before", *map(str.capitalize, WEEKDAY_NAMES)])


class Game(NamedTuple):
    """The names of the winner and of the loser, either of them empty where it is not told."""

    winner: frozenset[str]
    loser: frozenset[str]


def game(told: Told) -> Game | None:
    """Return who won and who lost by the score, None where the words do not say."""
    start, end = told.figure.start, told.figure.end
    left = max((m.end() for m in CLAUSE.finditer(told.folded, 0, start)), default=0)
    verb = next(iter(_VERB.finditer(told.folded, left, start)), None)
    noun = None if verb else _NOUN.match(told.folded, end)
    mark = verb or noun
    if mark is None:
        return None
    right = CLAUSE.search(told.folded, max(end, mark.end()))
    stop = right.start() if right else len(told.sentence)
    subject = _names(told.sentence[left : verb.start() if verb else start])
    other = _other(told, mark, stop)
    return Game(subject, other) if mark["won"] else Game(other, subject)


def _other(told: Told, mark: re.Match[str], stop: int) -> frozenset[str]:
    """Return the other side: before the score or, behind a word that leads to it, after."""
    if mark.start() >= told.figure.end:
        at = mark.end() - 3 if mark[0].endswith(" of") else mark.end()
        return _after_link(told, at, stop)
    lost = not mark["won"]
    between = (
        _after_link(told, mark.end(), told.figure.start)
        if lost
        else _names(told.sentence[mark.end() : told.figure.start])
    )
    return between or _after_link(told, told.figure.end, stop)


def _after_link(told: Told, start: int, stop: int) -> frozenset[str]:
    link = _OTHER.search(told.folded, start, stop)
    return _names(told.sentence[link.end() : stop].split(",")[0]) if link else frozenset()


def _names(text: str) -> frozenset[str]:
    return frozenset(m[0].removesuffix("'s").removesuffix("’s") for m in _NAME.finditer(text)) - _NO_TEAMS


_LEADS = re.compile(
    r"\b(?:(?P<won>leads?|led|leading|(?:is|are|was|were|stay(?:s|ed)?) (?:\w+ ){0,2}ahead of)|(?P<lost>trail(?:s|ed|ing)?|(?:is|are|was|were) (?:\w+ ){0,2}behind|lag(?:s|ged)? behind))\b"
)
_LEAD = re.compile(r"\blead (?:over|on)\b")
_AHEAD = re.compile(
    r"(?:\s[a-z]+)?\s(?:(?P<won>ahead of|clear of|in front of)|(?P<lost>behind))\s+(?:the\s+)?"
)
_ASIDE = re.compile(r",\s(?:who|whose|which|with)\b[^,;:]*,")
_FROM = re.compile(r"\s(?:from|over|ahead of)\s")


def lead(told: Told) -> Game | None:
    """Return who is ahead and who is behind by a figure: "leads the Greens by 11 points", "six behind the Bears"."""
    start, end = told.figure.start, told.figure.end
    left = max((m.end() for m in CLAUSE.finditer(told.folded, 0, start)), default=0)
    if after := _AHEAD.match(told.folded, end):
        subject, other = _names(told.sentence[left:start]), _first_names(told.sentence[after.end() :])
        return Game(subject, other) if after["won"] else Game(other, subject)
    if noun := _LEAD.search(told.folded, left, start):
        return Game(_names(told.sentence[left : noun.start()]), _names(told.sentence[noun.end() : start]))
    verb = next(iter(_LEADS.finditer(told.folded, left, start)), None)
    if verb is None:
        return None
    subject, other = _subject(told.sentence[: verb.start()]), _names(told.sentence[verb.end() : start])
    if not other and (link := _FROM.match(told.folded, end)):
        other = _first_names(told.sentence[link.end() :])
    return Game(subject, other) if verb["won"] else Game(other, subject)


def _subject(before: str) -> frozenset[str]:
    """Return the names of the clause that a verb ends, without what is only put in: "Lund, who was behind in May, leads"."""
    return _names(CLAUSE.split(_ASIDE.sub(" ", before))[-1])


def _first_names(text: str) -> frozenset[str]:
    return _names(re.split(r"[,.;:]|\s(?:and|who|which|with|in|on|after)\s", text)[0])


def other_winner(claim: Told, source: Told) -> bool:
    """Whether the draft makes the loser of the source's game its winner, or puts the one behind ahead."""
    read = game if claim.figure.kind == "score" else lead
    if claim.figure.kind != source.figure.kind or claim.figure.kind not in ("score", "quantity"):
        return False
    ours = read(claim)
    theirs = read(source) if ours else None
    return ours is not None and theirs is not None and _turned(ours, theirs)


def other_leader(claim: Told, source: Told) -> bool:
    """Whether the greater of two shares is given to the one behind: "leads by 26 to 24 percent"."""
    after = next((f for f in claim.figures if f.start >= claim.figure.end), None)
    if after is None or claim.folded[claim.figure.end : after.start].strip() not in ("to", "percent to"):
        return False
    game = lead(claim)
    owner = names_beside(source) if game else frozenset()
    if game is None or not claim.figure.low > after.low:
        return False
    return bool(owner & game.loser) and not owner & game.winner


def _turned(ours: Game, theirs: Game) -> bool:
    both = theirs.winner & theirs.loser
    won, lost = theirs.winner - both, theirs.loser - both
    wrong = bool(ours.winner & lost) + bool(ours.loser & won)
    right = bool(ours.winner & won) + bool(ours.loser & lost)
    return wrong > right
