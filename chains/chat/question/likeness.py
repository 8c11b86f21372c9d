"""How well a word of a question is met by the words of a source: the same, related by the lexicon, or near by vector."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from presscheck.chains.check.statements.ground import STEM
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER
from presscheck.given import whole_characters

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import Vectors, WordLlamaEmbeddings

LIKENESS = {"same": 0.75, "derived": 0.9, "up": 0.6, "opposite": 0.35, "": 0.0}
LONG = 5
"""Letters of a word that counts as a part of a longer one."""
NEAR = 0.6
"""Cosine of two words' vectors from which they count as near; by the questions of the chat suite."""

_ASKED_SO = """
kill die death dead fatality fatal toll victim perish body
hurt injure wound injury casualty
cost price pay spend expense charge worth
pay spend payment
earn salary wage pay income
begin start open launch
found establish create set
build construct finish complete erect construction
close shut closure
buy purchase acquire acquisition takeover merger
want seek demand ask wish call
raise increase rise
own belong owner
fall drop decline sink lose shrink
worker employee staff job
work employ help job employee worker staff role
live inhabitant resident population people
house home apartment
lead head chief leader boss director chairman chairwoman president
arrive receive deliver come land
visit come attend visitor guest
apply application applicant
hit strike
quake earthquake tremor
old age aged
child kid boy girl schoolchild pupil student
reach call telephone phone
give donate provide offer
allow permit approve
vote ballot election
win beat defeat victory winner champion elect
watch attend spectator see viewer
send deploy dispatch ship
last take run duration
spill leak
broken break damage
stop end halt cease
result outcome
free cost charge
fire dismiss layoff
hire employ recruit
doctor physician
school class pupil
sick ill patient disease
cause begin trigger reason
ceo chief executive
delay postpone put late
cancel call scrap
flee evacuate leave
arrest detain custody
car vehicle
find discover dig unearth uncover
see consider regard view
study graduate degree attend
confess admit
agree dispute disagree
last final latest
penalty punish punishment sentence fine
open reopen
against oppose reject object opponent
money fund cash dollar budget
hire employ recruit poach appoint
aid assistance help relief support
sell buy purchase available sale
drink alcohol drunk
deny reject dismiss refute insist
guilty admit plead
guilty deny plead
hit affect strike devastate
go travel visit trip head fly return
resign quit departure
name choose pick select nominate appoint
replace succeed successor
destroy wreck ruin burn gut flatten
rescue save pull
attack assault raid
crash collide collision accident
steal rob robbery theft thief burglary
accuse allege allegation accusation
charge indict indictment
sue lawsuit suit
convict guilty conviction
acquit clear acquittal
investigate probe inquiry examine investigation
ban prohibit forbid outlaw bar
criticize criticise condemn slam denounce blast
praise hail welcome applaud
support back endorse favor favour
apologize apologise apology
promise pledge vow commit
agree agreement deal
compensate compensation
produce manufacture make maker
vaccinate vaccine jab
infect infection
marry wedding marriage
born birth
postpone reschedule
protest march demonstrate rally demonstration
strike walkout
invest investment
publish release issue
broadcast air
explode blast explosion blow
collapse fall
break fracture
burn fire blaze
power electricity
cut reduce lower slash shed axe
suspend halt stop
admit confess acknowledge concede
admit deny
refuse decline
escape flee
search hunt look
missing disappear vanish
weigh weight
resume restart continue
recall withdraw
test check examine inspect inspection
train coach
operate run
use employ
contain hold
attack shoot stab
kidnap abduct
collect gather raise
fare ticket
score goal
divorce separate
marry wife husband spouse
swap exchange trade
write letter
permit license licence
lawyer attorney solicitor barrister counsel
rule decision judgment judgement verdict
lose revoke strip
void overturn annul invalidate quash
hospitalize hospitalise hospital
jail prison imprison
retire retirement
teach teacher
film movie
need require necessary
attend participate join
plane aircraft jet airliner
ship vessel boat
gun weapon firearm
company firm business
drug medicine medication
job post position
expect predict forecast estimate
advise advice recommend
"""
"""How news is asked about and how it is told: words of one line stand for each other, on top of the lexicon."""


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ASKED_SO.split("\n"):
        group = frozenset(line.split())
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


def likeness(term: str, kind: str, words: Collection[str]) -> float:
    """Return how well the best of the words meets the term, from 0 to 1."""
    if term in words:
        return 1.0
    if kind == NUMBER:
        return 0.0
    return max((_alike(term, word, kind is NAME) for word in words), default=0.0)


@lru_cache(maxsize=200_000)
def _alike(term: str, word: str, name: bool) -> float:
    if word[0].isdigit():
        return 0.0
    if len(term) >= STEM and term[:STEM] == word[:STEM]:
        return 0.9
    if name and not lexicon.known(term):
        part = min(len(term), len(word)) >= 4 and (term.startswith(word) or word.startswith(term))
        return 0.9 if part else 0.0
    if term in (f"un{word}", f"non{word}", f"in{word}") or word in (f"un{term}", f"non{term}", f"in{term}"):
        return LIKENESS["opposite"]
    if word in _groups().get(term, ()):
        return 0.85
    if word in (f"{term}er", f"{term}or", f"{term}r"):
        return 0.9  # who does it: "visited" and "visitors"
    if len(term) >= LONG and term in word:
        return 0.6  # a part of a compound: "fighting" and "firefighters"
    relation = lexicon.relation(term, word) or lexicon.relation(word, term)
    if relation or name:
        return 0.0 if name and relation == "up" else LIKENESS[relation]
    near = _cosine(term, word)
    return near if near >= NEAR else 0.0


def _cosine(a: str, b: str) -> float:
    a_vector, b_vector = vectors([a, b])
    return float(a_vector @ b_vector)


def vectors(texts: Sequence[str]) -> Vectors:
    """Return the texts' vectors, one a row, of length 1."""
    return _embeddings().vectors([whole_characters(text) for text in texts])


@cache
def _embeddings() -> WordLlamaEmbeddings:
    from presscheck.vectorstore.embeddings import WordLlamaEmbeddings

    return WordLlamaEmbeddings()
