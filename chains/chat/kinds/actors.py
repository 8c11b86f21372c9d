"""Who did something, and to whom: the persons and bodies of a sentence before and behind its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.phrases import verbs_in
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.words.reading import WORD, Words, read_words

VERB_ALIKE = 0.8
"""How well a sentence's word must meet the question's verb to be taken for it."""
REACH = 90
"""Characters between a verb and who does it, or to whom it is done."""
_BE = frozenset("is are was were be been being get gets got".split())
_PASSIVE = re.compile(
    r"\bwho(?:m)?(?: else)? (?:(?:is|are|was|were|got|gets|will be|has been|have been|had been|must be|should be) (?!the |a |an )\w+(?:ed|en|t|n|d)\b|"
    r"(?:did|does|do) |(?:will|would|has|have|had) (?=(?:the|an?|his|her|their|its|they|he|she|it|we|you)\b|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""Asks to whom something was done: "who was arrested", "whom did the police arrest"."""
SOMEBODY = re.compile(
    r"\b(?:the|its|his|her|their|our|a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|some|several|many|most|both|other|police|prosecutors|officials|residents|workers)"
    r"(?: [\w'’-]+){0,3}?[ ]?\b(?:\w{3,}(?:ers?|ors?|ists?|ians?|ees?|m[ae]n|ants?|ents)|brothers?|sisters?|wom[ae]n|m[ae]n|people|persons?|child(?:ren)?|students?|pupils|police|thie(?:f|ves)|"
    r"parents?|mother|father|son|daughter|wife|husband|family|families|couple|girls?|boys?|friends?|state|government|city|county|town|province|company|council|union|agency|army|ministry|department|"
    r"authority|court|parliament|party|bank|board|school|university|hospital|committee|team|club|firm|industry|service|office|foundation|association|church|crew|group|guard|coach|chief|head|"
    r"clerk|judge|nurses?|guests?|guide|king|queen|mayor|museum|utility|railway|airline|yard|studio|network|newspaper|commission|federation|league|institute|taxpayers?|tenants?|laborator(?:y|ies)|lab|cent(?:er|re)|clinic)\b"
    r"|\b(?:(?:[\w-]+ )?(?:parties|unions|groups|companies|banks|cities|states|countries|voters|members|leaders|activists|lawmakers|senators)|police|prosecutors|"
    r"officials|residents|workers|rescuers|scientists|researchers|experts|firefighters|volunteers|students|parents|critics|protesters|farmers|fishermen|engineers|doctors|taxpayers)\b",
    re.IGNORECASE,
)
_BEGINS = frozenset(
    "open launch begin start make file lead conduct order announce issue give hold take".split()
)
_FROM = re.compile(r" (?:from|by) (?:the |a |an )?$")
_BEFORE_NOUN = frozenset("the a an its his her their this that another".split())
_OFFICES = frozenset("leader boss director chairman chairwoman president".split())
"""Who holds one leads, but the word is no verb."""
_SELF = re.compile(r"\b(?:I|we)\b")


def acts(question: Question, unit: Unit) -> int | None:
    """Return how surely the sentence names who is asked for beside the question's verb: 2 a name, 1 "the council", 0 nobody.

    None where the sentence lacks the verb, so that nothing can be told.
    """
    words = read_words(unit.sentence.text)
    places = verb_places(question, words, unit.sentence.text)
    if not places:
        return None
    patient = _PASSIVE.search(question.text) is not None
    return max(max(_found(question, unit, words, i, patient=patient), default=0) for i in places)


def verb_places(question: Question, words: Words, text: str = "") -> list[int]:
    """Return where a sentence has the question's verbs, or words that stand for them; `text` is the sentence."""
    verbs = [t.lemma for t in question.terms if t.predicate and t.kind == WORD] or [question.verb]
    phrases = verbs_in(text)
    plain = (i for i in range(len(words)) if words.kinds[i] == WORD and words.lemmas[i] not in _OFFICES)
    return [
        i
        for i in plain
        if any(likeness(v, WORD, {phrases.get(words.forms[i], words.lemmas[i])}) >= VERB_ALIKE for v in verbs)
    ]


def _found(question: Question, unit: Unit, words: Words, place: int, *, patient: bool) -> Iterator[int]:
    """Yield how surely each person or body is the one that is asked for."""
    start, end = words.starts[place], words.ends[place]
    by = next((i for i in range(place + 1, min(place + 7, len(words))) if words.forms[i] == "by"), None)
    passive = by is not None or bool(_BE & set(words.forms[max(0, place - 3) : place]))
    for a, b, how in _somebody(question, unit):
        before, behind = b <= start and start - b <= REACH, a >= end and a - end <= REACH
        if patient:
            fits = before if passive else behind
        elif _is_noun(words, place):
            begun = place > 1 and words.lemmas[place - 2] in _BEGINS
            fits = (before and begun) or (behind and _FROM.match(unit.sentence.text[end:a]) is not None)
        elif passive:
            fits = by is not None and a >= words.ends[by] and a - words.ends[by] <= REACH
        else:
            fits = before
        if fits:
            yield how


def _is_noun(words: Words, place: int) -> bool:
    """Tell whether what was done is told as a noun: "a complaint from a woman", "a 3-1 win"."""
    first = place - 2 if place > 1 and words.forms[place - 1][0].isdigit() else place - 1
    return first >= 0 and words.forms[first] in _BEFORE_NOUN and not words.forms[place].endswith("ed")


def _somebody(question: Question, unit: Unit) -> Iterator[tuple[int, int, int]]:
    """Yield the place of each person and body, and 2 for a name that the question doesn't hold, 1 for a common noun."""
    known, text = words_of(question.text), unit.sentence.text
    for name in unit.sentence.names:
        if name.kind in ("person", "organisation", "other") and not words_of(name.text) <= known:
            yield name.start, name.end, 2
    for found in SOMEBODY.finditer(text):
        if not words_of(found[0]) <= known:
            yield found.start(), found.end(), 1
    speaker = words_of(unit.sentence.speaker or "")
    if speaker and not speaker <= known:
        for found in _SELF.finditer(text):
            yield found.start(), found.end(), 1
