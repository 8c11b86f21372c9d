"""Words that mean the opposite of each other: a table of the verbs and adjectives of the news, then the lexicon's."""

from __future__ import annotations

from functools import cache, lru_cache

from presscheck.chains.check.words import lexicon

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
boy: girl
king: queen
acquire: sell
agree: disagree refuse
ahead: behind
alive: dead
ally: enemy rival opponent
always: never
appoint: dismiss sack fire
attend: boycott miss skip
against: favour favor
protest: support
best: worst
big: small little
borrow: lend
comply: defy
compliance: defiance
continue: stop end halt
conviction: acquittal
convict: clear
convicted: innocent
critic: supporter ally admirer
deficit: surplus
delay: hasten
detain: release
disclose: conceal withhold
divide: unite
domestic: foreign
double: halve
early: late
everyone: nobody
fast: slow
full: empty
grant: deny refuse withhold
growth: decline recession
guilty: acquit clear
halt: continue resume
heavy: light
highest: lowest
hot: cold
ignore: heed
lead: trail
legitimate: illegitimate
less: more
living: dead
long: short
majority: minority
mild: severe serious
most: least
nationalise: privatise
nationalize: privatize
oldest: newest
opponent: supporter
outperform: underperform
peaceful: violent
permanently: temporarily
predecessor: successor
quick: slow
recovery: relapse
repeal: enact
reveal: conceal hide
rich: poor
rural: urban
sack: hire
sign: veto
slump: surge soar
soar: plunge
plunge: surge
speed: slow
stay: leave quit
strike: uphold
suspend: resume
uphold: overturn quash reverse
upgrade: downgrade
welcome: condemn criticise criticize
wet: dry
tall: short
cheaper: expensive
restore: cut
recapture: lose
recant: confirm
missing: found
flee: return
wide: narrow
widen: narrow
winner: loser
"""
_INSTEAD = """
for against
before after
plaintiff defendant
prosecution defence defense
prosecutor defender
buyer seller
creditor debtor
landlord tenant
employer employee
host visitor
home away
stable critical
lift issue
murder manslaughter
gold silver bronze
left right
spring summer autumn winter
morning afternoon evening night
foreign defence interior finance health justice education transport agriculture energy environment trade
foreign defense interior finance health justice education transport agriculture energy environment trade
president premier chancellor king
north south east west northeast northwest southeast southwest
red blue green yellow black white orange
wife husband daughter son mother father brother sister uncle aunt niece nephew cousin
cancel postpone
cancel delay
miss play
cut create
cut add
drop raise
go stay
draw beat
draw lose
draw win
break begin
break resume
demand oppose
first second third fourth fifth
order block
order refuse
clear disqualify
"""
"""Words that exclude each other where all around them is the same; in other places they tell nothing."""
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "de")


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    found = set()
    for line in _TABLE.strip().splitlines():
        word, _, others = line.partition(": ")
        for other in others.split():
            found |= {(word, other), (other, word)}
    return frozenset(found)


@lru_cache(maxsize=16384)
def are_opposite(one: str, other: str) -> bool:
    """Tell whether two lemmas mean the opposite of each other."""
    if (one, other) in _pairs() or _negated(one, other) or _compared(one, other):
        return True
    return lexicon.relation(one, other) == "opposite"


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in _INSTEAD.strip().splitlines())


def exclusive(one: str, other: str) -> bool:
    """Tell whether two words can't both be right in one place: for and against, gold and silver."""
    return one != other and any(one in group and other in group for group in _groups())


def _compared(one: str, other: str) -> bool:
    """Whether both are comparatives or superlatives of opposites: older and younger, largest and smallest."""
    for ending in ("er", "est"):
        if one.endswith(ending) and other.endswith(ending):
            cut = len(ending)
            return any((a, b) in _pairs() for a in _bases(one[:-cut]) for b in _bases(other[:-cut]))
    return False


def _bases(stem: str) -> tuple[str, ...]:
    """Return what a word may be without "er": old, large (larg), early (earli), big (bigg)."""
    return (stem, f"{stem}e", stem[:-1] + "y" if stem.endswith("i") else stem[:-1])


def _negated(one: str, other: str) -> bool:
    """Whether one is the other with a prefix that negates, and both are words."""
    short, long = sorted((one, other), key=len)
    cut = len(long) - len(short)
    return 2 <= cut <= 3 and len(short) > 3 and long.endswith(short) and long[:cut] in _PREFIXES
