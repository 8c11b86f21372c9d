"""The words that carry a question, and how much each counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from presscheck.chains.chat.question.phrases import verbs_in
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER, STOP, WORD, Words, read_words

_FRAME = re.compile(
    r"\b(?:please|tell (?:me|us)|show (?:me|us)|can you|could you|would you|do you know|(?:do|does|did) (?:the|your|our|any) (?:sources?|articles?|documents?|transcripts?|reports?) "
    r"(?:say|tell|mention|state|report)(?: about| on)?|according to(?: (?:the|your|our) (?:sources?|articles?|documents?|reports?))?|in (?:the|your|our) (?:sources?|articles?|documents?)|"
    r"how (?:many|much|long|high|deep|far|big|large|old|often|fast|tall|wide|heavy|hot|cold|strong|soon|come)|what (?:else|exactly)|"
    r"what|which|who(?:m|se)?|when|where|why|whether|exactly|i(?:'d| would) like to know|i want to know|i wonder|remind me|any idea|is it (?:true|known) that)\b",
    re.IGNORECASE,
)
LIGHT = frozenset(
    "say tell claim think announce respond reply answer comment react describe explain mention report happen take place do make give know "
    "come go find out much many number help use run receive affect concern exist stay hold involve amount total kind sort type thing way people person time day date year month exactly currently now today "
    "far so still yet already also about there be have use call name ask talk speak statement say's mean put figure percentage percent share "
    "source article document word quote result outcome anybody somebody anyone someone nobody everybody everyone anything something reason old long high deep big large tall wide fast heavy long often soon else plan expect compare".split()
)
"""Words that frame a question rather than say what it is about; a source may put them otherwise."""
_TO_NAME = re.compile(r" to (?:the )?[A-Z]")
_PLACES = frozenset("country city town state village region place location county district province".split())
_WHICH = re.compile(r"\b(?:which|what) $", re.IGNORECASE)
_HAPPENS = frozenset("happen occur take go do be have mean come get say call know use hold".split())
_VAGUE = frozenset(
    "happen take place do have be mean go get receive affect concern involve exist stay hold plan expect help compare number say know".split()
)
"""Verbs that a source puts otherwise: homes that are affected it calls flooded."""
PHRASE = 6.0
"""Weight of a verb of two words."""
_AUXILIARY = re.compile(
    r"\b(?:(?:has|have|had|will|would|can|could|must|should) (?=[^?]*\bbeen? ))?(?:[^?]*\b(?=been? ))?(do|does|did|will|would|can|could|must|should|is|are|was|were|been|be|has|have|had)\b",
    re.IGNORECASE,
)
_HAD = frozenset(("has", "have", "had"))
_BE = frozenset(("is", "are", "was", "were", "been", "be"))
_WHO_DID = re.compile(
    r"\bwho(?: else| first| has| have| had| also| will)? (?!(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|else|said|says)\b)(\w+)",
    re.IGNORECASE,
)
"""The verb of a question for somebody who did something counts, however common it is."""
_ONE_OF = re.compile(r"ones?\b(?: of\b|\W*$)", re.IGNORECASE)
_ASIDE = re.compile(
    r"^\W*\w.{8,}?\b(?P<clause>when|while|after|as soon as|because|once)\b (?!19|20)\w+ \w+",
    re.IGNORECASE,
)
"""A clause that tells when or why: what it says helps to find the answer, but need not stand in it."""
_OWNS = frozenset(("owns", "owned"))
SIDES = frozenset("against without".split())
"""Stop words that tell one answer from another."""
_LASTS = re.compile(r"\bhow long .{2,60}\blast(?:ed|s)?\b", re.IGNORECASE)
"""Here any length of time will do: "a nine-day strike" says how long it lasted."""
_BEFORE_NOUN = frozenset("the a an on of in at for by this that his her its their to".split())


@dataclass(frozen=True)
class Term:
    """A content word of a question: its lemma, kind as `reading` has it, weight.

    A source may lack a `light` one; a `predicate` says what happened, and the sentence itself must say so. A `taken` one
    was said before: a sentence near to the last answer need not say it again.
    """

    lemma: str
    kind: str
    weight: float
    light: bool = False
    predicate: bool = False
    taken: bool = False

    @property
    def hard(self) -> bool:
        """Whether an answer must have it: a name or a number."""
        return self.kind in (NAME, NUMBER)


def terms_of(text: str) -> tuple[Term, ...]:
    """Return the words that carry the question, each once."""
    words = read_words(_FRAME.sub(lambda m: " " * len(m[0]), text))
    found: dict[str, Term] = {}
    aside = _ASIDE.search(text)
    who = _WHO_DID.search(text)
    asked_verb = who.start(1) if who else -1
    done = _verb_behind(words, text)
    phrases = verbs_in(text)
    for i, (lemma, kind, weight) in enumerate(zip(words.lemmas, words.kinds, words.weights, strict=True)):
        side = words.forms[i] in SIDES or words.forms[i] in _OWNS
        if kind is STOP and not side:
            continue
        main = words.starts[i] == asked_verb or (i == done and (lemma not in LIGHT or _goes(words, i, text)))
        beside = aside is not None and words.starts[i] > aside.start("clause")
        if words.forms[i] in phrases:
            meaning = phrases[words.forms[i]]
            found.setdefault(meaning, Term(meaning, WORD, PHRASE, predicate=True))
            continue
        if lemma in _PLACES and _WHICH.search(text[: words.starts[i]]):
            found.setdefault(lemma, Term(lemma, kind, 2.0, light=True))
            continue
        if kind is NUMBER and _ONE_OF.match(text[words.starts[i] :]):
            continue
        lasts = lemma == "last" and _LASTS.search(text) is not None
        main = main and not lasts
        light = beside or lasts or (not side and not main and lemma in LIGHT and kind is not NAME)
        noun = i > 0 and words.forms[i - 1] in _BEFORE_NOUN
        verb = main or side or (kind == WORD and not light and not noun and lexicon.parts(lemma)[:1] == "v")
        found.setdefault(lemma, Term(lemma, kind, 2.0 if light else max(weight, 2.0), light, verb))
    if done >= 0 and all(t.light for t in found.values()) and words.lemmas[done] not in _HAPPENS:
        lemma = words.lemmas[done]
        found[lemma] = Term(lemma, words.kinds[done], max(words.weights[done], 2.0), predicate=True)
    return tuple(found.values())


def common_verb(text: str) -> str:
    """Return the verb of a question where it is a common one that no term carries: "call" of "did he call them"; else ""."""
    words = read_words(text)
    done = _verb_behind(words, text)
    verb = words.lemmas[done] if done >= 0 else ""
    return verb if verb in LIGHT - _VAGUE else ""


def _verb_behind(words: Words, text: str) -> int:
    """Return the place of the verb that "did" or "was" leads to: "where did Todman study", "when was the mine opened"."""
    aux = _AUXILIARY.search(text)
    if not aux:
        return -1
    had = aux[1].lower() in _HAD
    base = not had and aux[1].lower() not in _BE
    behind = [i for i in words.content if words.starts[i] >= aux.end()]
    for n, i in enumerate(behind):
        form, lemma = words.forms[i], words.lemmas[i]
        close = aux[1].lower() in ("be", "been")
        participle = form.endswith(("d", "en", "t", "n")) or form == "made"
        unlisted = had and not lexicon.known(lemma)
        fits = form == lemma if base else close or (participle and (form != lemma or unlisted))
        if (
            (n or close)
            and fits
            and words.kinds[i] == WORD
            and (unlisted or lemma == "go" or "v" in lexicon.parts(lemma))
        ):
            if i and words.forms[i - 1] in _BEFORE_NOUN:
                continue
            return i
    return -1


def _goes(words: Words, place: int, text: str) -> bool:
    """Tell whether a verb is the "go" of "will he go to Puerto Rico"."""
    return words.lemmas[place] == "go" and _TO_NAME.match(text[words.ends[place] :]) is not None
