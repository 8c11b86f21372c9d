"""Words of the news that mean the opposite of each other, and words that exclude each other. Lists only."""

from __future__ import annotations

TABLE = """
abolish: introduce restore retain
above: below
acquittal: conviction
advance: retreat
against: favor favour
agree: disagree
ahead: behind
allow: ban bar block forbid prevent prohibit
ally: critic enemy opponent rival
always: never
appoint: dismiss fire sack
approve: block oppose shelve veto
arrive: depart
attend: boycott miss skip
ban: legalise legalize permit
begin: finish
best: worst
better: worse
big: little small
borrow: lend
bottom: top
boy: girl
brother: sister
build: demolish destroy
close: open reopen
cold: hot
common: rare
compliance: defiance
comply: defy
conceal: disclose reveal
confirm: recant
conservative: liberal
convict: acquit clear
convicted: innocent
critic: admirer supporter
current: former
cut: boost expand freeze raise restore
daughter: son
dead: alive living
decline: accept climb growth rise
decrease: rise
defeat: victory
defend: attack condemn criticise criticize denounce
deficit: surplus
demote: promote
deny: acknowledge admit concede confirm grant
die: survive
discourage: encourage
dispute: acknowledge concede
divest: invest
divide: unite
domestic: foreign
double: halve
down: up
downgrade: upgrade
drop: climb rise
dry: wet
early: late
ease: worsen
east: west
eastern: western
empty: full
enact: repeal
end: begin continue extend start
endanger: protect
enter: exit
everyone: nobody
exclude: accept agree allow announce approve back consider embrace include plan promise propose support
expand: contract shrink
expensive: cheap cheaper
export: import
extend: shorten
external: internal
fail: pass succeed
failure: success
fall: climb gain grow jump rise
false: true
father: mother
female: male
first: final last
found: missing
free: arrest capture detain imprison jail kidnap seize
freeze: raise
friend: enemy foe
growth: recession
guilty: acquit clear innocent
halt: continue restart resume
hasten: delay postpone
hate: love
heavy: light
heed: ignore
hide: reveal
high: low
highest: lowest
hire: dismiss fire sack
husband: wife
illegal: legal
illegitimate: legitimate
improve: deteriorate worsen
include: omit
increase: cut decline decrease drop fall freeze lower reduce
inside: outside
keep: abandon abolish drop remove scrap
king: queen
large: small
lawful: unlawful
lead: trail
least: most
leave: arrive enter join remain stay
lift: extend impose retain tighten
lose: gain recapture retain win
loser: winner
loss: gain profit
lower: freeze raise upper
major: minor
majority: minority
man: woman
maximum: minimum
mild: serious severe
more: fewer less
narrow: wide widen
nationalise: privatise
nationalize: privatize
negative: positive
newest: oldest
north: south
northern: southern
old: new young
open: shut
opponent: supporter
oppose: back support
optimistic: pessimistic
outperform: underperform
over: under
peaceful: violent
permanent: temporary
permanently: temporarily
plunge: soar surge
poor: rich
praise: attack condemn criticise criticize denounce
predecessor: successor
private: public
proceed: abandon cancel drop halt scrap
protest: support
punish: reward
quit: join stay
reassure: warn
receive: send
recovery: relapse
reduce: boost expand freeze raise
refuse: accept agree grant
reject: accept adopt approve back pass support uphold
release: arrest capture detain kidnap seize withhold
resign: remain stay
resist: surrender
restart: suspend
resume: shelve suspend
return: flee seize
rural: urban
safe: dangerous unsafe
save: spend
scrap: introduce retain
sell: acquire buy
short: long tall
sign: veto
slow: fast quick speed
slump: soar surge
stop: continue restart start
strong: weak
tighten: ease loosen relax
unanimous: divided split
unharmed: hurt injure wound
unhurt: hurt injure wound
uphold: dismiss lift overturn quash reverse strike
voluntary: compulsory mandatory
weaken: boost strengthen
welcome: condemn criticise criticize denounce
withdraw: advance deploy join remain
withhold: disclose grant
"""
"""Each pair stands once, in either direction."""
INSTEAD = """
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
first only
drop bring
because despite although
hold release
postpone take hold make
"""
"""Words that exclude each other where all around them is the same; in other places they tell nothing."""
