"""Whether a sentence tells who: the bearer of a role, somebody beside the verb, a name that the question has not."""

from __future__ import annotations

import re
from collections.abc import Collection

from presscheck.chains.chat.evidence.persons import bearers, described
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import SOMEBODY, acts
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.text.cues import CUES
from presscheck.text.mentions import Name
from presscheck.text.names import find_names
from presscheck.text.people import same_person
from presscheck.text.tokens import tokenize

_ACTOR = re.compile(
    r"\b(?:the|its|his|her|their|a|two|three|some) (?:\w+ )?(?:state|government|city|county|company|council|union|agency|police|army|ministry|department|authority|court|"
    r"parliament|party|bank|board|school|hospital|family|students?|workers?|residents?|volunteers?|owners?|taxpayers?|committee|team|club|firm|industry|service|government|office|foundation|association|church|"
    r"engineers?|doctors?|teachers?|lawyers?|experts?|neighbou?rs?|firefighters?|soldiers?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^\W*(?:and |so )?(?:who(?:['’]s| is| was| are| were| will be)|what(?:['’]s| is| was) the name of) (?:the |a |an )?((?:(?! who | that | to )[^?]){1,60})"
    r"|^\W*(?:and |so )?what(?:['’]s| is| was) (?:the |his |her |their )?([^?]{1,50}?)(?:['’]s|s['’]) names?\b",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"(?:\w+ed|\w+en|hurt|hit|shot|sent|held|caught|found|left|against|for|in|on|at|to|behind|responsible|going|there|\w+ing)\b",
    re.IGNORECASE,
)
"""Behind "who is" these name no role: "who was arrested", "who is against it"."""
_WHO_IS = re.compile(r"^\W*(?:and |so )?who(?:['’]s| is| was) ([^?]+?)\W*$", re.IGNORECASE)
_WHICH_BODY = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:company|firm|organi[sz]ation|agency|club|team|bank|airline|university|(?P<several>companies|firms|organi[sz]ations|agencies|clubs|teams|banks|airlines|universities))\b",
    re.IGNORECASE,
)
"""Asks for a name: "the company" is none."""
_WHO_ARE = re.compile(r"^\W*(?:and |so )?who (?:are|were) (?:the|its|their|his|her)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"^\W*(?:and |so )?who (?:will |would |is to |is going to )?(?:leads?|heads?|runs?|chairs?|led|headed|ran|chaired)\b",
    re.IGNORECASE,
)
LEADERS = ("head", "leader", "director", "chief", "president", "chairman", "chairwoman", "boss", "manager")
_OFFICE = re.compile(
    rf"\b(?P<whose>(?:its|their|the) (?:\w+ )?)?(?P<office>{'|'.join(LEADERS)})s?\b", re.IGNORECASE
)
NEAR = 40
"""Characters between an office and what it is the office of."""
_ADDRESS = frozenset("dr mr ms mrs doctor sir".split())
_BELONGS = re.compile(r",? (?:of|from|at|with|who) (?:the )?\w")
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told) (?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?: of| from| at) [^,.]{2,40})?(?:, [^,.]{2,40})?,? (?:said|says|told|called|warned|added|promised|announced|explained|claimed|wrote|insisted|stressed|confirmed)\b"
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_NAME_ASKED = re.compile(r"\bnames?\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the|a|an|its|his|her|their|one|two|three|\d+) \w+", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|we|my|our|us|me)\b")


def named_in(question: Question) -> str:
    """Return the person of "who is Noor Haddad", "" for other questions."""
    found = _WHO_IS.match(question.text)
    named = find_names(found[1]) if found else []
    person = [n.text for n in named if n.kind in ("person", "other") and found and n.text == found[1]]
    return person[0] if person else ""


def says_who(person: str, unit: Unit) -> bool:
    """Tell whether a sentence gives somebody's office or trade, or what they do or belong to: "Reed Colby of Ridgeline"."""
    if described(person, unit.sentence) - words_of(person) - _ADDRESS:
        return True
    ends = (n.end for n in unit.sentence.names if n.kind == "person" and same_person(person, n.text))
    return any(_BELONGS.match(unit.sentence.text[end:]) for end in ends)


def role_of(question: Question) -> frozenset[str]:
    """Return the words of the role whose bearer is asked for: "who is the director of the museum"; names don't count."""
    found = _ROLE.search(question.text)
    role = found[1] or found[2] if found else ""
    if not role or _NO_ROLE.match(role):
        return frozenset()
    named = frozenset().union(*(words_of(n.text) for n in find_names(role)))
    return words_of(role) - named - words_of(" ".join(t.lemma for t in question.terms if t.hard))


def tells_who(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence names who is asked for, or says who somebody is."""
    if which := _WHICH_BODY.search(question.text):
        new = _new_names(question, unit, ("organisation", "other", "place"))
        if not new or (which["several"] and len(new) > 1):
            return bool(new)
    if person := named_in(question):
        return says_who(person, unit)
    if role := role_of(question):
        return any(bearers(unit.sentence, role)) or _names_them(question, role, unit)
    if _LEADS.match(question.text):
        return _leader_of_it(question, unit) or acts(question, unit) == 2
    sure = acts(question, unit) if question.kind == "who" else None
    if _NAME_ASKED.search(question.text):
        return sure != 0 and any(
            n.kind == "person" and not _speaks(n, unit.sentence.text)
            for n in unit.sentence.names
            if not words_of(n.text) <= words_of(question.text)
        )
    if sure is not None:
        return sure > 0
    speaker = unit.sentence.speaker or ""
    tells_of_self = _FIRST.search(unit.sentence.text) is not None or question.kind == "who said"
    return (
        names_new(question, unit, ("person", "organisation", "other"))
        or (question.kind == "who said" and any(n.kind == "person" for s in unit.leaned_on for n in s.names))
        or (tells_of_self and not words_of(speaker) <= words_of(question.text))
        or any(p.search(unit.sentence.text) for p in (_ACTOR, _BY, SOMEBODY))
    )


def _names_them(question: Question, role: frozenset[str], unit: Unit) -> bool:
    """Tell whether a sentence that has a role lists who bears it, where several are asked for: "the hosts, Chile and Peru"."""
    new = [n for n in unit.sentence.names if not words_of(n.text) <= words_of(question.text)]
    return _WHO_ARE.match(question.text) is not None and role <= words_of(unit.sentence.text) and len(new) > 1


def _leader_of_it(question: Question, unit: Unit) -> bool:
    """Tell whether somebody bears a leader's office beside the name of what is led: "the head of the museum", "its director"."""
    led = {t.lemma for t in question.terms if t.hard}
    text = unit.sentence.text
    for found in _OFFICE.finditer(text):
        near = words_of(text[max(0, found.start() - NEAR) : found.end() + NEAR])
        if (not led or led & near or found["whose"]) and any(
            bearers(unit.sentence, words_of(found["office"]))
        ):
            return True
    return False


def _speaks(name: Name, text: str) -> bool:
    """Tell whether a name is only that of who says so."""
    told = _ATTRIBUTED.search(text[max(0, name.start - 40) : name.start])
    behind = [t.text.lower() for t in tokenize(text[name.end : name.end + 40]) if t.is_word][:1]
    return told is not None or _SAID.match(text[name.end :]) is not None or bool(CUES.intersection(behind))


def names_new(question: Question, unit: Unit, kinds: Collection[str]) -> bool:
    """Tell whether the sentence names something of these kinds that the question doesn't."""
    return bool(_new_names(question, unit, kinds))


def _new_names(question: Question, unit: Unit, kinds: Collection[str]) -> list[Name]:
    known = words_of(question.text)
    return [
        n
        for n in unit.sentence.names
        if n.kind in kinds and not words_of(n.text) <= known and not _INITIALS.fullmatch(n.text)
    ]
