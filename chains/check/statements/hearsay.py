"""What a source only reports as denied, alleged or open, told in the statement as a fact."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.contrasts.parties import aside, said_by_party
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.cues import ALLEGED, BELIEVED, CONJUNCTIONS, is_negative
from presscheck.chains.check.words.phrases import clears_deal
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import PRONOUNS

DENIED = frozenset("deny refute repudiate disavow rebut dismiss".split())
_SAYINGS = frozenset(
    "allegation allegations accusation accusations rumor rumors rumour rumours claims reports suspicions".split()
)
"""What is alleged, as a noun: rejected, it is denied."""
_NOTIONS = frozenset("idea notion suggestion suggestions claim view".split())
_HELD_TRUE = frozenset(["believe", "think"])
_DOUBT = frozenset("doubt oppose reject disagree unlikely against skeptical sceptical".split())
_TRACES = frozenset("evidence proof indication sign".split())
"""Of these there is "no …": denied as well."""
OPEN = frozenset("whether if unless".split())
_SUPPOSED = frozenset("who whoever anyone anybody those when whenever".split())
"""Words that tell a case, as "if" does: "those who test positive"."""
_NOUNS = _SAYINGS - {"claims", "reports"}
_TOLD = (
    (DENIED - {"dismiss"})
    | ALLEGED
    | BELIEVED
    | _SAYINGS
    | frozenset(
        "say tell according denial alleged allegedly charge acquit clear guilty indict whether evidence".split()
    )
)
_SAY = frozenset(["say", "said", "tell"])
_ARTICLES = frozenset("the a an his her their this that was were been its not".split())
_FIRST = frozenset("i we".split())
SUBJECT = 8
"""Words before the verb that may be its subject."""
DENIAL = 9
"""Words, at most, that only say that what was told before is denied."""
_UNTRUE = re.compile(
    r"(?:but |and )?(?:that|this|it|those|these)(?: (?:reports?|claims?|rumou?rs))?(?:['’]s| is| was| are| were)"
    r"(?:n['’]t)?(?: (?:simply|just|flatly|plainly|completely|totally|absolutely|not|quite))*"
    r" (?:(?<=not )true|(?<=n['’]t )true|untrue|false|wrong|nonsense|crap|baloney|a lie|a myth)(?:,? (?:either|too|at all))?[.!”\"]*$"
)
"""All of a sentence that takes the one before back."""
_DENIED_THINGS = _SAYINGS | frozenset("claim allegation accusation charge charges wrongdoing".split())
COVER = 0.7
MOVED = 0.85
"""The same of words that stand in the source's sentence in another order."""
LEAST_DENIED = 2
"""Words with content that whoever says it must deny."""
ENOUGH = 3
"""Words with content that must stand behind the verb: all, where the statement has fewer."""


class Trigger(NamedTuple):
    """Words that take what stands behind them back, the last of them, and whether they share their subject with it."""

    reason: Reason
    last: int
    shares: bool = True


def hearsay(alignment: Alignment) -> Contrast | None:
    """Return the contrast where the aligned words all stand behind "denied" or "claimed", and the claim lacks it."""
    claim, source = alignment.claim, alignment.source
    told = _TOLD & {*claim.lemmas, *claim.forms}
    none_too = any(map(is_negative, claim.forms)) and not _TRACES.isdisjoint(claim.lemmas)
    if not _enough(alignment) or told - _SAY or none_too:
        return None
    held = [j for i, j in alignment.pairs if claim.weights[i]]
    for place in range(len(source)):
        trigger = _trigger(alignment, place)
        if trigger is None:
            continue
        trace = _without_trace(source, place)
        own = bool(told) and not trace and _denied_by_teller(alignment, trigger, place, held)
        if place in alignment.here or (told and not (own or trace)):
            continue
        if not own and not _takes_back(claim, source, trigger, held):
            continue
        first, last = alignment.pairs[0][0], alignment.pairs[-1][0]
        begins = place - 1 if any(map(is_negative, source.forms[place - 1 : place])) else place
        shown = f"The source has it only behind “{source.span(begins, trigger.last)}”"
        reason = Reason.STATEMENT_NEGATION if own else trigger.reason
        return Contrast(reason, (first, last), (place, max(held)), shown)
    return None if told else _with_aside(alignment, held)


def _denied_by_teller(alignment: Alignment, trigger: Trigger, place: int, held: list[int]) -> bool:
    """Whether whoever says it in the statement denies it: "Obi said she lied" for "Obi denied that she lied"."""
    claim, source = alignment.claim, alignment.source
    verb = next((i for i, lemma in enumerate(claim.lemmas) if lemma in _SAY), 0)
    beside = set(claim.lemmas[max(0, verb - 2) : verb + 3])
    says = [j for j, lemma in enumerate(source.lemmas) if lemma in _SAY]
    near = {*range(max(0, place - SUBJECT), place), *(k for j in says for k in range(j - 2, j + 3))}
    named = (j for j in near if 0 <= j < len(source) and source.kinds[j] is not STOP)
    tellers = [j for j in named if source.lemmas[j] in beside]
    told = [j for j in held if j not in tellers]
    behind = [j for j in told if j > trigger.last]
    enough = len(behind) >= max(LEAST_DENIED, 0.75 * len(told)) and _governs(source, trigger.last, behind[0])
    return trigger.reason is Reason.SOURCE_DENIED and bool(tellers) and enough


def _without_trace(source: Words, place: int) -> bool:
    """Whether there is "no evidence", which nobody who says so takes back."""
    return source.forms[place] in _TRACES and "no" in source.forms[max(0, place - 2) : place]


def _enough(alignment: Alignment) -> bool:
    """Whether enough is aligned, or nearly all stands there in another order; "did not take bribes" tells a denial itself."""
    moved = alignment.held >= MOVED and not any(map(is_negative, alignment.claim.forms))
    return moved or alignment.cover >= COVER


def _with_aside(alignment: Alignment, held: list[int]) -> Contrast | None:
    """Return the contrast where the source names one side's people as those who say it, in a clause of its own."""
    clause = aside(alignment, held) if held else None
    if clause is None:
        return None
    shown = f"The source has it only from “{alignment.source.span(*clause)}”"
    mine = (alignment.pairs[0][0], alignment.pairs[-1][0])
    return Contrast(
        Reason.SOURCE_CLAIMED_BY, mine, (min(held[0], clause[0]), max(held[-1], clause[1])), shown
    )


def _not_believed(claim: Words, source: Words, place: int) -> bool:
    """Whether a source has "does not believe that" there, of what the statement neither denies nor doubts."""
    between = is_negative(source.forms[place - 1]) and source.forms[place + 1 : place + 2] == ["that"]
    return between and _DOUBT.isdisjoint(claim.lemmas) and not any(map(is_negative, claim.forms))


def _trigger(alignment: Alignment, place: int) -> Trigger | None:
    """Return what a word, with those beside it, makes of what follows."""
    source = alignment.source
    form, lemma, behind = source.forms[place], source.lemmas[place], source.forms[place + 1 : place + 7]
    before = source.forms[max(0, place - 2) : place]
    if lemma in ("reject", "dismiss", "deny") and (
        said := next((n for n in behind[:3] if n in _SAYINGS | _NOTIONS), None)
    ):
        return Trigger(Reason.SOURCE_DENIED, place + 1 + behind.index(said))
    if lemma in DENIED and _a_verb(source.forms, place):
        return Trigger(Reason.SOURCE_DENIED, place)
    if place and lemma in _HELD_TRUE and _not_believed(alignment.claim, source, place):
        return Trigger(Reason.SOURCE_DENIED, place)
    if form in ("true", "truth") and {"not", "no"} & set(before) and "that" in behind[:1]:
        return Trigger(Reason.SOURCE_DENIED, place)
    if (lemma == "guilty" and "not" in before) or _without_trace(source, place):
        return Trigger(Reason.SOURCE_DENIED, place)
    if (lemma == "acquit" or form == "cleared") and "of" in behind and not clears_deal(source, place):
        return Trigger(Reason.SOURCE_DENIED, place)
    if (lemma == "charge" and "with" in behind[:3]) or lemma == "indict" or form in _NOUNS:
        return Trigger(Reason.SOURCE_CLAIMED_BY, place)
    if lemma in ALLEGED and _a_verb(source.forms, place):
        return Trigger(Reason.SOURCE_CLAIMED_BY, place, shares=False)
    if said_by_party(alignment, place):
        return Trigger(Reason.SOURCE_CLAIMED_BY, place, shares=False)
    if (
        lemma in BELIEVED
        and _a_verb(source.forms, place)
        and not _FIRST & set(source.forms[max(0, place - 4) : place])
    ):
        return Trigger(Reason.STATEMENT_MODALITY, place, shares=False)
    supposed = form == "if" and bool(_SUPPOSED & set(alignment.claim.forms))
    return Trigger(Reason.STATEMENT_MODALITY, place) if form in OPEN and not supposed else None


def _takes_back(claim: Words, source: Words, trigger: Trigger, held: list[int]) -> bool:
    """Whether the statement stands behind the trigger, whole but for a subject that both share.

    "The mayor denied that he took bribes" has the mayor before the verb, "he" behind it.
    """
    behind = [j for j in held if j > trigger.last]
    if not behind or not _governs(source, trigger.last, behind[0]):
        return False
    if _with_pronoun(source, behind) and 2 <= len(behind) >= 0.6 * len(held):
        return True  # "The law takes effect unless the president vetoes it"
    if len(behind) >= min(ENOUGH, len(claim.content)) and len(behind) >= 0.75 * len(held):
        return True
    if not trigger.shares or len(behind) < 2 or "but" in source.forms[trigger.last : behind[-1]]:
        return False
    after = source.forms[trigger.last + 1 : behind[0] + 1]
    shared = bool(PRONOUNS & set(after)) or any(form.endswith("ing") for form in after)
    return shared and all(j > trigger.last or trigger.last - j <= SUBJECT for j in held)


def _with_pronoun(source: Words, behind: list[int]) -> bool:
    """Whether a pronoun that can stand for the rest follows what stands behind the verb."""
    return bool({"it", "them", "so"} & set(source.forms[behind[-1] + 1 : behind[-1] + 2]))


def _governs(source: Words, place: int, first: int) -> bool:
    """Whether the clause behind the verb is what it denies or claims: it begins at once, or with "that"."""
    between = source.forms[place + 1 : first]
    if source.clauses[first] != source.clauses[place] and "that" not in between:
        return False
    return len(between) <= 4 and not CONJUNCTIONS & set(between) - {"that"}


def _a_verb(forms: list[str], place: int) -> bool:
    """Whether it is used as a verb, not as a noun ("the claim that") and not to be ("was denied entry")."""
    return (forms[place - 1] if place else "") not in _ARTICLES


def dismissed_behind(alignment: Alignment, behind: Words) -> Contrast | None:
    """Return the contrast where the next sentence says no more than that it is not so: "That is simply not true".

    Who is said to have said it in both may have said it all the same.
    """
    more = _times_said(alignment.source) > _times_said(alignment.claim)
    told = _TOLD & {*alignment.claim.lemmas} and not more
    if told or not alignment.pairs or alignment.cover < COVER or not _UNTRUE.match(behind.text.lower()):
        return None
    first, last = alignment.pairs[0], alignment.pairs[-1]
    shown = f"The source goes on: “{behind.span(0, len(behind) - 1)}”"
    return Contrast(Reason.SOURCE_DENIED, (first[0], last[0]), (first[1], last[1]), shown)


def _times_said(words: Words) -> int:
    return sum(lemma in _SAY for lemma in words.lemmas)


def denied_behind(alignment: Alignment, behind: Words) -> Contrast | None:
    """Return the contrast where what follows takes back all that is aligned: "…; he denies it", "She denied the claims"."""
    claim = alignment.claim
    if not alignment.pairs or alignment.cover < COVER or _TOLD & {*claim.lemmas, *claim.forms}:
        return None
    if not _denies_it(behind):
        return None
    shown = f"The source goes on: “{behind.span(0, len(behind) - 1)}”"
    mine = (alignment.pairs[0][0], alignment.pairs[-1][0])
    return Contrast(Reason.SOURCE_DENIED, mine, (alignment.pairs[0][1], alignment.pairs[-1][1]), shown)


def _denies_it(words: Words) -> bool:
    """Whether a few words only say that somebody denies what was told before."""
    place = next((i for i, lemma in enumerate(words.lemmas) if lemma in DENIED), None)
    if place is None or len(words) > DENIAL or not _a_verb(words.forms, place):
        return False
    behind = words.forms[place + 1 :]
    return behind[:1] in (["it"], ["this"], ["that"]) or bool(_DENIED_THINGS & set(behind))
