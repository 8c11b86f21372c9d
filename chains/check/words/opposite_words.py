"""Words of the news that mean the opposite of each other, and words that exclude each other. Lists only."""

from __future__ import annotations

TABLE = """
abolish: introduce restore retain
above: below
absent: present
abundance: dearth lack scarcity shortage
acquit: convict guilty
acquittal: conviction
advance: retreat
affordable: costly expensive
against: favor
agree: disagree
ahead: behind
allow: ban bar block forbid prevent prohibit
ally: critic enemy opponent rival
always: never
appear: disappear vanish
applaud: blast condemn criticize denounce slam
appoint: dismiss fire sack
appreciate: depreciate
approve: block shelve veto
arm: disarm
arrive: depart
attack: defend praise
attend: boycott miss skip
attract: deter repel
ban: legalise legalize permit
bearish: bullish
begin: cease finish stop
best: worst
better: worse
big: little small
birth: death
blame: credit exonerate praise thank
blast: commend hail laud
boom: bust slump
boost: cut reduce weaken
borrow: lend
bottom: top
boy: girl
broaden: narrow
brother: sister
build: demolish destroy
buoyant: depressed weak
calm: tense
cancel: announce launch
cheap: costly
cheaper: costlier dearer
clear: block convict guilty
close: open reopen
cold: hot
commend: censure condemn criticize denounce slam
common: rare
compliance: defiance
comply: defy
condemn: defend endorse hail laud praise welcome
confidence: doubt
confirm: recant
conservative: liberal
convict: pardon
cooperate: obstruct
cordial: hostile
create: abolish destroy
critic: admirer supporter
criticize: defend endorse praise thank welcome
crowded: deserted
current: former
cut: restore
daughter: son
dead: alive living
decline: accept climb growth rise
decrease: rise
deep: shallow
deepen: ease
defeat: victory
deficit: surplus
collapse: boom flourish thrive
demolish: preserve rebuild restore
denounce: defend praise welcome
deny: acknowledge admit concede confirm grant
deserted: packed
deter: encourage
die: survive
disclose: conceal hide withhold
discourage: encourage
dismantle: assemble build erect install
dispute: acknowledge concede
divest: invest
divide: unite
domestic: foreign
double: halve
down: up
downgrade: upgrade
drop: climb rise
drunk: sober
dry: wet
early: late
ease: escalate tighten worsen
east: west
eastern: western
dwindle: expand grow rise
elder: younger
embrace: reject shun
empty: crowded full
enact: repeal
end: begin continue extend start
endanger: protect
enter: exit
everyone: nobody
exceed: miss
exclude: accept agree allow announce approve back consider embrace include plan promise propose support
expand: contract cut reduce shrink slash
expensive: cheap cheaper
export: import
external: internal
fail: pass succeed
failure: success
fall: climb gain grow jump rise
false: true
father: mother
female: male
first: final last
follow: precede
forgo: accept receive
found: missing
free: arrest capture detain imprison jail kidnap seize
freeze: cut lower reduce thaw
frequent: infrequent rare
friend: enemy foe
friendly: hostile tense
glut: shortage
grant: withhold
growth: recession
hail: criticize denounce slam
halt: continue restart resume
harden: soften
hasten: delay postpone
hate: love
heavy: light
help: hinder undermine
high: low
highest: lowest
hire: dismiss fire sack
hostile: positive welcoming
husband: wife
ignore: follow heed obey
illegal: legal
illegitimate: legitimate
improve: deteriorate worsen
include: omit
increase: cut decline decrease drop fall freeze lower reduce slash trim
inflow: outflow
innocent: convicted guilty
inside: outside
install: remove
invalidate: uphold
junior: senior
keep: abandon abolish dismiss donate drop end overhaul remove replace scrap sell upend
king: queen
large: small
laud: criticize denounce slam
lawful: unlawful
lead: trail
least: most
leave: arrive enter join remain stay
lenient: harsh
liberate: capture occupy
lift: extend impose retain tighten
lose: gain recapture retain win
loser: winner
loss: gain profit
lower: upper
major: minor
majority: minority
man: woman
maximum: minimum
meager: ample generous
merge: demerge split
mild: serious severe
more: fewer less
narrow: wide widen
nationalize: privatise privatize
negative: positive
newest: oldest
north: south
northern: southern
old: new young
open: shut
opponent: supporter
oppose: abstain approve back endorse support
optimism: pessimism
optimist: pessimist
optimistic: pessimistic
outperform: underperform
over: under
overestimate: underestimate
overweight: underweight
peaceful: violent
permanent: temporary
permanently: temporarily
plentiful: scarce
plenty: lack shortage
plunge: soar surge
poor: rich wealthy
praise: blast censure fault slam
predecessor: successor
preserve: scrap
private: public
proceed: abandon cancel drop halt scrap
promote: demote relegate
punish: reward
quit: join stay
raise: cut freeze lower reduce slash trim
reassure: warn
receive: send
recovery: relapse
recruit: dismiss
refuse: accept agree grant sign
reinstate: dismiss fire sack suspend
reject: accept adopt advance approve back endorse pass ratify sign support uphold
relaxed: tense
release: arrest capture detain kidnap seize withhold
reopen: shut
resign: remain stay
resist: surrender
restart: suspend
resume: shelve suspend
return: flee seize
reveal: conceal hide
rural: urban
safe: dangerous unsafe
save: spend
scarce: abundant
scrap: introduce retain
sell: acquire buy
short: long tall
shortage: surplus
shortcoming: strength
shorten: extend lengthen
shun: welcome
sign: veto
slow: accelerate fast quick speed
slump: soar surge
stop: continue restart resume start
strength: weakness
strengthen: weaken
strong: weak
superior: inferior
support: abstain protest
thrive: struggle wither
tighten: loosen relax
tough: easy lenient
unanimous: divided split
unharmed: hurt injure wound
unhurt: hurt injure wound
uphold: annul dismiss lift overrule overturn quash reverse strike toss void
urge: discourage
voluntary: compulsory mandatory
widespread: rare
withdraw: advance deploy invade join remain
"""
"""Each pair stands once, in either direction."""
INSTEAD = """
say deny
last next
early late
earlier later
yesterday today tomorrow
slightly sharply
slightly significantly
slightly dramatically
slightly steeply
narrowly easily
narrowly unanimously
quickly slowly
strongly weakly
highly hardly
police witness resident neighbor protester
official resident protester witness activist
prosecutor defendant victim witness
critic supporter
kill injure wound
arrest release
charge release
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
sell purchase
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
