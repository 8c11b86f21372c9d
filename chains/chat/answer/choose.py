"""Whether a sentence answers a question, and which of several answers stands first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presscheck.chains.brief.noise import noisy
from presscheck.chains.chat.answer.apart import OPENS, about_another
from presscheck.chains.chat.evidence.evasive import denied, names_only, procedural, untold
from presscheck.chains.chat.evidence.fitting import Fit
from presscheck.chains.chat.evidence.meeting import MET_PREDICATE
from presscheck.chains.chat.kinds.holding import closeness, holds, strength
from presscheck.chains.chat.kinds.moods import only_possible
from presscheck.chains.chat.kinds.whens import another, exactly, in_time
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import STRICT, Kind, Question
from presscheck.chains.chat.question.terms import SIDES
from presscheck.chains.check.sources import RANK, timestamp

FACTS: frozenset[Kind] = frozenset((*STRICT, "whether"))
"""Kinds of question that what may happen doesn't answer, if they ask for what happened."""
ENOUGH = 0.62
"""Share of a question's weight that an answer meets at least."""
OWN = 0.34
OWN_OF = {"amount": 0.2, "when": 0.18, "whether": 0.42, "said": 0.0, "why": 0.3}
"""Share that the sentence's own words meet, by kind of question, unless it opens the answer to such a question."""
ASKED = 0.6
"""Share that the question before an answer meets, for the answer's first sentences to need no words of their own."""
ALONE = 0.8
"""How well the only word of a question must be met."""
LINKED = 0.25
"""Share of the talk before that the answer to a follow-up question is near to."""
OF_ITS_OWN = 2
"""Words that such a question has at least."""
LINK_ALIKE = 0.2
"""What somebody said that is farther than this from the talk before are not ranked with the best."""
ALIKE, ALIKE_AMOUNT = 0.12, 0.4
"""Answers this close to the best one are ranked by the kind of source and by time; amounts change, so more of them are."""
CLOSE = 0.4
"""How much it counts that what is asked for stands beside the question's words."""
OTHER = 0.25
"""How much it counts against a sentence that it tells of the last strike before the one asked for."""
NOISE = 0.15
"""How much it counts against a sentence that it is a caption, or two run together."""
NOW = 0.2
"""How much it counts that what is asked about now is told of now."""
IN_TIME = 0.2
"""How much it counts that what is asked about the time ahead is told of it."""
PLACES = frozenset(
    "city town village county country state nation council government company clinic hospital school factory plant museum airport bridge dam prison ship ferry".split()
)
OWN_PLACE = 0.7
"""A sentence that says so much of a question need not say "the city", of which the whole source tells."""
SPARE = 4
"""Questions of at least so many words may lack one that is no name or number."""
_PREPOSITIONS = frozenset("in on at of from to near for by with".split())
SPARE_WEIGHT = 0.25
_MANNER = re.compile(r"\bhow (?:did|was|were|has|have|had)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|nowadays|currently|at present|these days|still|today)\b", re.IGNORECASE)


def answers(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence answers a question."""
    return (
        fit.cover >= ENOUGH
        and (fit.link >= LINKED or _on_its_own(question, fit))
        and not lacks(question, fit)
        and not about_another(question, fit)
        and not names_only(fit.unit.sentence.text, spoken=fit.unit.sentence.speaker is not None)
        and _says_it(question, fit)
        and holds(question, fit.unit)
        and not (
            (question.kind in FACTS or _MANNER.search(question.text) is not None)
            and (only_possible(question, fit.unit) or untold(fit.unit.sentence.text))
        )
        and not (question.kind == "said" and procedural(fit.unit.sentence.text))
        and (
            question.kind in ("whether", "said", "who said", "what")
            or not denied(question, fit.unit.sentence.text)
        )
    )


def _on_its_own(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence holds so many words of the question that it need not be near to the talk before."""
    said = fit.same or fit.own >= ALONE or (fit.cover >= ALONE and fit.asked >= ASKED)
    return said and len([t for t in question.terms if not t.light and not t.taken]) >= OF_ITS_OWN


def lacks(question: Question, fit: Fit) -> bool:
    """Tell whether a word is missing that an answer must have."""
    if not fit.missing or fit.same:
        return False
    plain = [t for t in question.terms if not t.light]
    lost = fit.missing[0]
    if (
        len(fit.missing) == 1
        and _the_place(lost.lemma, question.text)
        and max(fit.own, fit.asked) >= OWN_PLACE
    ):
        return False
    spare = (
        len(fit.missing) == 1
        and len(plain) >= SPARE
        and not (lost.hard or lost.lemma in SIDES or lost.predicate)
        and lost.lemma != question.counted
    )
    return not spare or lost.weight > SPARE_WEIGHT * sum(t.weight for t in plain)


def _the_place(word: str, text: str) -> bool:
    """Tell whether a word is the "city" of "how much does the city spend", not that of "is he in the city"."""
    found = re.search(rf"(?:(\w+) )?\bthe {word}\b", text, re.IGNORECASE)
    return word in PLACES and found is not None and (found[1] or "").lower() not in _PREPOSITIONS


def _says_it(question: Question, fit: Fit) -> bool:
    """Tell whether the sentence itself is about it, not only what stands around it."""
    if len([t for t in question.terms if not t.light]) == 1 and question.kind != "said":
        return fit.same or max(fit.own, fit.asked) >= ALONE
    sure = fit.same or question.kind not in STRICT or strength(question, fit.unit) > 0
    if fit.own >= (OWN_OF.get(question.kind, OWN) if sure else OWN):
        return True
    said = fit.unit.sentence.text
    opens = fit.asked >= ASKED and fit.unit.number < OPENS and not fit.unit.evaded
    return sure and opens and not procedural(said)


def ranked(question: Question, good: Sequence[Fit]) -> list[Fit]:
    """Return the answers in the order to be tried: of those about as good as the best, the best source first."""
    if not good:
        return []
    good = sorted(good, key=lambda f: -_worth(question, f))
    within = ALIKE_AMOUNT if question.kind == "amount" else ALIKE
    apart = LINK_ALIKE if question.kind == "said" else 1.0
    close = [
        f
        for f in good
        if _worth(question, f)
        >= _worth(question, good[0])
        - (ALIKE_AMOUNT if question.kind != "when" and strength(question, f.unit) > 1 else within)
        and f.link >= good[0].link - apart
    ]
    least = min(len(f.around) for f in close)
    close = [f for f in close if len(f.around) == least]
    close = [f for f in close if _told_so(question, f)] or close
    best: dict[str, Fit] = {}
    for f in sorted(close, key=lambda f: -strength(question, f.unit)):
        best.setdefault(f.unit.sentence.article_id, f)
    first = sorted(
        best.values(),
        key=lambda f: (
            strength(question, f.unit),
            in_time(question, f.unit),
            not another(question, f.unit),
            exactly(question, f.unit),
            *_trust(f),
        ),
        reverse=True,
    )
    return first + [f for f in good if f not in first]


def _told_so(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence says "promised" where it is asked what somebody promised."""
    own = fit.unit.zones["sentence"]
    how = (t for t in question.terms if t.light and t.predicate)
    return question.kind == "said" and any(likeness(t.lemma, t.kind, own) >= MET_PREDICATE for t in how)


def _worth(question: Question, fit: Fit) -> float:
    other = OTHER * another(question, fit.unit)
    now = NOW * (_NOW.search(question.text) is not None and _NOW.search(fit.unit.sentence.text) is not None)
    close = CLOSE * closeness(question, fit.unit)
    noise = NOISE * noisy(fit.unit.sentence.text)
    return fit.score - other - noise + close + IN_TIME * in_time(question, fit.unit) + now


def _trust(fit: Fit) -> tuple[int, float, float]:
    head = fit.unit.sentence.head
    return RANK[head.kind], timestamp(head.published), fit.score
