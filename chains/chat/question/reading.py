"""What a question asks for: its kind, the words that matter, whom it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.terms import Term, common_verb, terms_of
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import Words, read_words
from presscheck.text.common_words import AUXILIARIES, MODALS
from presscheck.text.names import find_names

Kind = Literal["amount", "when", "who", "where", "why", "whether", "said", "who said", "what"]

Place = tuple[str, int, int]
STRICT: tuple[Kind, ...] = ("who", "when", "where", "amount")
"""Kinds of question whose answer must say what happened."""
_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        "who said",
        (
            r"\bwho(?: was it (?:that|who)| exactly| else)? (?:said|says|told|claimed|claims|stated|announced|called|described|denied|promised|"
            r"warned|asked|admitted|insisted|argued|mentioned|confirmed|predicted|estimated|expects?|expected)\b"
            r"|\bwhose (?:words|quote|quotation|statement|claim)\b|\bwho is quoted\b|\bby whom\b.*\bsaid\b|\baccording to whom\b"
        ),
    ),
    (
        "said",
        (
            r"\bwhat (?:else )?(?:did|does|do|has|have|had) .{1,80}?\b(?:say|said|tell|told|state|claim|think|announce|promise|warn|respond|"
            r"reply|answer|comment|have to say|demand|argue|mean)\b"
            r"|\bhow (?:did|does|do|has|have) .{1,60}?\b(?:respond|reply|react|answer|describe|explain|comment|put it)\b"
            r"|\bwhat (?:was|were|is|are) .{1,60}?(?:'s|’s|s'|\bthe) (?:response|reply|answer|reaction|comment|statement|position|view)\b"
        ),
    ),
    (
        "amount",
        (
            r"\bhow (?:many|much|long|high|deep|far|big|large|old|often|fast|tall|wide|heavy|hot|cold|strong|soon after)\b"
            r"|\bwhat (?:is|was|are|were)?\s*(?:the )?(?:\w+ )?(?:percentage|percent|share|number|amount|proportion|fraction|price|cost|size|"
            r"length|height|depth|age|rate|total|sum|death toll|toll|budget|population|capacity|value|speed|distance|magnitude|figure|margin|"
            r"turnout|salary)\b|\bwhat (?:does|did|do|would|will) .{2,60}\b(?:cost|weigh|earn)\b|\bwhat percentage\b|\bthe number of\b"
        ),
    ),
    (
        "when",
        (
            r"\bwhen\b|\b(?:what|which|on what|on which|by what|since what|in what|in which) (?:day|date|year|month|time|week|hour)\b"
            r"|\bhow soon\b|\bhow long ago\b|\bsince when\b"
        ),
    ),
    (
        "where",
        r"\bwhere\b|\b(?:what|which|in what|in which) (?:place|city|town|country|state|village|region|location|district|street|county|province)\b",
    ),
    (
        "why",
        (
            r"\bwhy\b|\bhow come\b|\bwhat (?:is|was|were|are)? ?the (?:reasons?|causes?|purpose)\b"
            r"|\bwhat (?:caused|causes|led to|prompted|made|sparked|triggered)\b|\bfor what reason\b"
        ),
    ),
    (
        "who",
        (
            r"\bwho(?:m|se)?\b|\bwhat(?:['’]s| is| was| are| were) (?:(?:the |his |her |their )?(?:\w+['’]s )?names? of|(?:his|her|their|its) names?)\b|\bwhat(?:['’]s| is| was| are| were) [^?]{2,50}?['’]s? names?\b|"
            r"\b(?:what|which) (?:(?!kind|sort|type|part)\w+ )?(?:person|officials?|man|woman|people|compan(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)|groups?|teams?)\b"
        ),
    ),
    ("what", r"\b(?:what|which|how)\b"),
    (
        "whether",
        (
            r"^(?:[A-Z][\w.'’ -]{1,30}, )?(?:and |but |so |then |ok,? )?"
            rf"(?:{AUXILIARIES}|{MODALS}|isn't|aren't|"
            r"wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|won't)\b|\b(?:whether|if)\b"
        ),
    ),
)
_HOW = re.compile(
    r"^\W*(?:and |but |so )?(how|why) (?:did|do|does|was|were|is|are|has|have|had|can|could|will|would)\b",
    re.IGNORECASE,
)
_CLAUSES = frozenset(("when", "where", "why", "who"))
"""Kinds of question whose word can also open a clause."""
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


@dataclass(frozen=True)
class Question:
    """A self-contained question. `context` are words of the talk before it, to which an answer must be near.

    `speaker` is whose words are asked for, `skip` are places shown already, `last` those of the last answer: article id,
    start, end. `counting` is what "how many of them" counts, `also` are other words for those
    whom it names, by their words in it.
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    context: tuple[Term, ...] = ()
    speaker: str | None = None
    skip: frozenset[Place] = field(default=frozenset())
    last: frozenset[Place] = field(default=frozenset())
    counting: str = ""
    also: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of all its content words."""
        return words_of(self.text)

    @cached_property
    def verb(self) -> str:
        """Of "did he call them" the common verb "call", which no term carries; "" for other questions."""
        return common_verb(self.text)

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The persons whom it names."""
        return tuple(n.text for n in find_names(self.text) if n.kind == "person")

    @cached_property
    def counted(self) -> str:
        """Of "how many Guard soldiers are …" the noun "soldier"; "" for other questions."""
        found = _COUNTED.search(self.text)
        if not found:
            return self.counting
        words = read_words(found[1])
        nouns: list[int] = []
        for i in words.content:
            if nouns and _plural(words.forms[nouns[-1]], words.lemmas[nouns[-1]]) and _a_verb(words, i):
                break
            nouns.append(i)
        return words.lemmas[nouns[-1]] if nouns else ""

    @cached_property
    def according(self) -> str:
        """Of "where was it, according to the owner" the words "the owner"; "" for other questions."""
        found = _ACCORDING.search(self.text)
        return found[1].strip() if found else ""

    @cached_property
    def subject(self) -> str:
        """Of "what did the governor say about …" the words "the governor"; "" for other questions."""
        found = _SUBJECT.search(self.text) or _POSSESSED.search(self.text)
        return found["who"].strip() if found and self.kind in ("said", "why", "whether", "what") else ""


def _plural(form: str, noun: str) -> bool:
    return form != noun and (form.endswith("s") or noun in ("person", "man", "woman", "child"))


def _a_verb(words: Words, place: int) -> bool:
    """Tell whether a word behind a plural is its verb: "Germans see", "people slept"."""
    return not words.forms[place].endswith("s") and "v" in lexicon.parts(words.lemmas[place])[:2]


_VERB = (
    rf"(?:{AUXILIARIES}|of|in|on|at|for|from|to|that|who|which|by|with|went|got|came|"
    rf"died|fell|must|{MODALS}|there|been|being|remain\w*|took|take\w*|work\w*|live\w*|left|lost|attend\w*|visit\w*|need\w*)"
)
_COUNTED = re.compile(
    rf"\b(?:how (?:many|much)|(?:percentage|percent|share|number|proportion|fraction)(?= of))(?: more| other| of the| of)? (?!{_VERB}\b)((?:(?!{_VERB}\b)[\w'’-]+ ){{0,3}}?(?!{_VERB}\b)[\w'’-]+)(?= {_VERB}\b|\?|$|,)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to ((?:the |a )?[^,?]{2,50})", re.IGNORECASE)
_SAYING = (
    r"(?:say|said|tell|told|state|claim|think|announce|promise|warn|respond|reply|answer|comment|have to say|demand|argue|mean|complain|"
    r"explain|react|describe|put it|call|ask|want|expect|suggest|deny|confirm|admit|urge|criticize|criticise|propose|predict|believe|fear)"
)
_SUBJECT = re.compile(
    rf"\b(?:did|does|do|has|have|had) (?P<who>(?:(?!\b{_SAYING}\b).){{2,60}}?) (?:also |then |exactly |really )?{_SAYING}\b",
    re.IGNORECASE,
)
_POSSESSED = re.compile(
    r"\b(?:was|were|is|are) (?P<who>.{2,60}?)(?:['’]s|s['’]) (?:response|reply|answer|reaction|comment|statement|position|view|words)\b",
    re.IGNORECASE,
)


def read_question(text: str, kind: Kind | None = None) -> Question:
    """Read a question that needs nothing said before it."""
    return Question(text=text, kind=kind or kind_of(text), terms=terms_of(text))


def kind_of(text: str) -> Kind:
    """Return what is asked for; a clause behind the question ("who died when …") asks for nothing."""
    found = [(kind, at.start()) for kind, pattern in _PATTERNS if (at := pattern.search(text))]
    if not found:
        return "what"
    kind, start = found[0]
    if kind in ("where", "when", "who") and start and (how := _HOW.match(text)):
        return "why" if how[1].lower() == "why" else "what"
    opens = next((k for k, at in found if k in _CLAUSES and at < start), kind)
    return opens if kind in _CLAUSES else kind
