"""Words that mean the opposite of each other: a table of the verbs and adjectives of the news, then the lexicon's."""

from __future__ import annotations

from functools import cache

from presscheck.chains.check import lexicon

_TABLE = """
accept: reject refuse decline
acquit: convict
admit: deny
advance: retreat withdraw
allow: ban forbid prohibit block bar prevent
approve: reject veto block oppose
arrest: release free
arrive: leave depart
attack: defend
back: oppose reject
ban: allow permit legalise legalize
begin: end finish
better: worse
boost: cut reduce weaken
build: demolish destroy
buy: sell
cheap: expensive
climb: fall drop decline
close: open reopen
confirm: deny
conservative: liberal
deploy: withdraw
early: late
encourage: discourage
enter: leave exit
expand: shrink reduce cut contract
extend: shorten end
fall: rise increase climb grow jump gain
first: last final
free: jail imprison detain
friend: enemy foe
gain: lose fall loss
guilty: innocent
high: low
hire: fire dismiss
import: export
improve: worsen deteriorate
include: exclude omit
increase: decrease fall drop decline reduce cut
invest: divest
join: leave quit
keep: remove drop abandon
large: small
lawful: unlawful
legal: illegal
lift: impose
lose: win gain
love: hate
lower: raise increase
male: female
man: woman
major: minor
maximum: minimum
more: fewer less
new: old
north: south
east: west
northern: southern
eastern: western
open: close shut
optimistic: pessimistic
pass: fail reject
permanent: temporary
positive: negative
praise: criticise criticize condemn
private: public
profit: loss
promote: demote
protect: endanger
public: private
punish: reward
raise: cut lower reduce
reject: accept approve adopt
release: withhold detain
remain: leave
rise: fall drop decline decrease
safe: dangerous unsafe
save: spend
seize: return
send: receive
start: stop end
strengthen: weaken
strong: weak
succeed: fail
success: failure
support: oppose reject
surrender: resist
survive: die
tighten: loosen ease relax
top: bottom
true: false
up: down
upper: lower
victory: defeat
voluntary: mandatory compulsory
warn: reassure
win: lose
young: old
over: under
above: below
inside: outside
internal: external
former: current
husband: wife
father: mother
son: daughter
brother: sister
"""
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "de")


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    found = set()
    for line in _TABLE.strip().splitlines():
        word, _, others = line.partition(": ")
        for other in others.split():
            found |= {(word, other), (other, word)}
    return frozenset(found)


def are_opposite(one: str, other: str) -> bool:
    """Tell whether two lemmas mean the opposite of each other."""
    return (one, other) in _pairs() or _negated(one, other) or lexicon.relation(one, other) == "opposite"


def _negated(one: str, other: str) -> bool:
    """Whether one is the other with a prefix that negates, and both are words."""
    short, long = sorted((one, other), key=len)
    cut = len(long) - len(short)
    return 2 <= cut <= 3 and len(short) > 3 and long.endswith(short) and long[:cut] in _PREFIXES
