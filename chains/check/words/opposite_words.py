"""Words of the news that mean the opposite of each other, and words that exclude each other. Lists only."""

from __future__ import annotations

TABLE = """
accept: reject refuse decline
acquit: convict
admit: deny
advance: retreat withdraw reject
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
praise: criticize condemn
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
against: favor
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
ignore: heed obey follow
lead: trail
legitimate: illegitimate
less: more
living: dead
long: short
majority: minority
mild: severe serious
most: least
nationalize: privatise privatize
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
sign: veto reject refuse
abstain: support oppose
slump: surge soar
soar: plunge
plunge: surge
speed: slow
stay: leave quit
strike: uphold
suspend: resume
uphold: overturn quash reverse
upgrade: downgrade
welcome: condemn criticize
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
exclude: agree accept approve back support consider promise plan propose announce allow embrace
cancel: proceed announce launch
postpone: hasten
proceed: cancel abandon scrap drop halt
resign: remain stay
withdraw: join remain
uphold: lift dismiss reject
praise: denounce attack
denounce: praise welcome defend
defend: criticize condemn
scrap: keep retain introduce
retain: scrap lose
abolish: introduce keep retain restore
ease: tighten worsen
shelve: approve resume
restart: halt suspend stop
lift: extend tighten retain
concede: deny dispute
acknowledge: deny dispute
unhurt: injure hurt wound
unharmed: injure hurt wound
unanimous: divided split
rare: common
freeze: raise cut lower increase reduce
release: seize capture kidnap
free: seize capture kidnap
keep: end donate scrap sell dismiss
poor: wealthy rich
disclose: hide
lengthen: shorten
shorten: lengthen
endorse: oppose reject condemn criticize
thank: blame criticize
blame: praise credit exonerate
ratify: reject
reinstate: suspend dismiss sack fire
slash: raise increase expand
trim: raise increase
raise: slash trim
increase: slash trim
overrule: uphold
present: absent
crowded: empty
liberate: occupy capture
escalate: ease
calm: tense
invade: withdraw
disarm: arm
hostile: friendly
cooperate: obstruct
help: hinder
accelerate: slow
deep: shallow
thaw: freeze
install: remove dismantle
dismantle: build erect assemble
appear: vanish disappear
vanish: appear
birth: death
pardon: convict
promote: relegate
precede: follow
senior: junior
bullish: bearish
inflow: outflow
appreciate: depreciate
optimism: pessimism
sober: drunk
overweight: underweight
forgo: receive accept
clear: block
"""
INSTEAD = """
for against
before after
plaintiff defendant
prosecution defense
prosecutor defender
buyer seller
creditor debtor
landlord tenant
employer employee
host visitor
home away
in outside
within outside beyond
until after since
with without
stable critical
lift issue
murder manslaughter
gold silver bronze
left right
spring summer autumn winter
morning afternoon evening night
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
first only
drop bring
because despite although
hold release
postpone take hold make
"""
"""Words that exclude each other where all around them is the same; in other places they tell nothing."""
