"""Who is meant by "the governor", and whose words a sentence is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.check.sources import SourceSentence
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import WORD
from presscheck.text.cues import CUES
from presscheck.text.mentions import Name, Quote
from presscheck.text.names import find_names
from presscheck.text.people import fold, same_person, strip_titles, surname, title_of
from presscheck.text.quotes import find_quotes
from presscheck.text.role_words import noun_kind
from presscheck.text.tokens import tokenize
from presscheck.text.words import lemma

_BEHIND = re.compile(
    r"(?:, who (?:is|was|(?:identifies|describes) (?:him|her)self as|(?:serves|works|acts) as) | as | is | was | becomes? | became |, )([^.;]{0,60})"
)
AWAY = 450
"""Characters behind a name within which a sentence without one may speak of the same person."""
_NEAR_NAME = 40
"""Characters between a role and the name that bears it: "its director, Noor Haddad"."""
BEHIND = 9
"""Words behind a name within which its verb of speech stands: "Petra Lindqvist, who teaches logistics, expects"."""
_THE_ONE = re.compile(
    r"\W*The (?:[\w-]+ ){0,2}?([a-z][\w-]*)(?=,| (?:who|has|had|is|was|will|would|could|\w+ed)\b)"
)
_AGED = re.compile(r"\b[Tt]he \d+-year-old (?!\w+ (?:who|is|was|said)\b)")
_INVERTED = frozenset("said says added wrote asked explained to".split())
_SAYS = CUES - frozenset(
    "speak speaks spoke spoken speaking talk talks talked talking read reads begin begins began begun mean means meant want wants wanted know knows knew known thank "
    "thanks thanked thanking welcome welcomes welcomed congratulate congratulates congratulated celebrate celebrates celebrated join joins summon summoned".split()
)
"""Verbs that tell what somebody said, not only that they spoke."""
_REPORTS = {lemma(w) for w in _SAYS if not w.endswith("ing")} | set(
    "estimate believe insist reckon predict expect think accuse reject deny refuse dismiss blame demand welcome criticize criticise call want".split()
)
_QUOTED = re.compile(
    r"[\"“]|[^\"“]{0,200}”|.*\b(?:its|their|his|her) (?:[\w-]+ ){0,3}(?:head|spokes\w+|lawyer|leader|secretary|director|chairman|chief)\b"
)
_IT = re.compile(r"(?:It|They)\b")
_TURNS = frozenset(
    "reject deny refuse dismiss welcome criticize criticise condemn praise blame dispute".split()
)
"""Verbs that tell what somebody said to something."""
_BEFORE_NOUN = frozenset("the a an his her its their this that of no any some more".split())
_HE = re.compile(
    r"^[\"“]?(?:(?:[A-Z]\w+ ){1,4}|(?:In|At|On|After|By|For|With) [\w ,]{1,30})?(?:he|she|they|He|She|They)\b"
)


def person_in(text: str) -> str | None:
    """Return the person that is named in a text, the first of several."""
    return next((n.text for n in find_names(text) if n.kind == "person"), None)


def bearer(role: str, sentences: Sequence[SourceSentence]) -> str | None:
    """Return the person whom the sources call so: "the governor" is Miriam Oduya; None if nobody, or several alike."""
    wanted = words_of(role)
    found: Counter[str] = Counter()
    speakers = dict.fromkeys((s.speaker, s.head.title) for s in sentences if s.speaker and s.head.title)
    told = (name for sentence in sentences for name in bearers(sentence, wanted))
    titled = (who for who, title in speakers if wanted and wanted <= _in_title(who, title))
    for name in chain(told, titled):
        known = next((k for k in found if same_person(k, name)), name)
        found[known] += 1
    best = found.most_common(2)
    return best[0][0] if best and (len(best) < 2 or best[0][1] > best[1][1]) else None


def _in_title(speaker: str, title: str) -> frozenset[str]:
    """Return what stands before a speaker's name in a title: "Briefing by Press Secretary Jen Psaki"."""
    before, name, _ = title.partition(strip_titles(speaker))
    return words_of(before.rsplit(",", 1)[-1]) if name else frozenset()


def bearers(sentence: SourceSentence, wanted: frozenset[str]) -> Iterator[str]:
    """Yield the persons to whom a sentence gives a role, such as "chief executive"."""
    speaker = sentence.speaker
    if speaker and wanted and wanted <= words_of(speaker):
        yield speaker
    if not wanted or not wanted <= words_of(sentence.text):
        return
    for name in sentence.names:
        if name.kind == "person":
            told = _description(name, sentence.text)
            if wanted <= words_of(name.text) or all(
                likeness(w, WORD, words_of(told)) >= 0.85 for w in wanted
            ):
                yield name.text


def described(person: str, sentence: SourceSentence) -> frozenset[str]:
    """Return the words that stand beside a person's name, as an office or in apposition."""
    here = (n for n in sentence.names if n.kind == "person" and same_person(person, n.text))
    return frozenset().union(*(words_of(_description(n, sentence.text)) for n in here))


def _description(name: Name, text: str) -> str:
    around = text[max(0, name.start - _NEAR_NAME) : name.start]
    behind = _BEHIND.match(text[name.end :])
    return (
        f"{name.title or ''} {_clause(around)} {_apposed(behind[1]) if behind else ''} {title_of(name.text)}"
    )


def about(sentence: SourceSentence, text: str) -> str | None:
    """Return the person whom an article named last before a sentence that begins with "The blogger"; None far behind."""
    one = _THE_ONE.match(sentence.text)
    stands_for = _AGED.search(sentence.text) or (one and noun_kind(one[1]) == "person")
    if sentence.speaker or not stands_for or any(n.kind == "person" for n in sentence.names):
        return None
    before = [n for n in _people(text) if sentence.start - AWAY < n.start < sentence.start]
    return (before[-1].canonical or before[-1].text) if before else None


def _clause(before: str) -> str:
    """Keep of what stands before a name what may describe it: no verb lies between."""
    tokens = [t.text for t in tokenize(before)]
    verbs = (i for i, t in enumerate(tokens) if t.lower() in CUES or lexicon.parts(lemma(t))[:1] == "v")
    cut = max((i + 1 for i in verbs), default=0)
    return " ".join(tokens[cut:])


def _apposed(behind: str) -> str:
    """Keep of what stands behind a name what may describe it: what comes before the next verb."""
    tokens = [t.text for t in tokenize(behind)]
    verbs = (i for i, t in enumerate(tokens) if t.lower() in CUES or lexicon.parts(lemma(t))[:1] == "v")
    return " ".join(tokens[: next(verbs, len(tokens))])


@lru_cache(maxsize=256)
def _people(text: str) -> tuple[Name, ...]:
    """Return the persons whom an article names; a surname alone is known by the full name elsewhere in it."""
    return tuple(n for n in find_names(text) if n.kind == "person")


@lru_cache(maxsize=256)
def _quotes(text: str) -> tuple[Quote, ...]:
    return tuple(find_quotes(text))


def quotes(person: str, sentence: SourceSentence, text: str) -> bool:
    """Tell whether a sentence holds the person's words between quotation marks, or was spoken by them."""
    if sentence.speaker:
        return True
    return any(
        q.start < sentence.end
        and sentence.start < q.end
        and q.speaker is not None
        and same_person(person, q.speaker)
        for q in _quotes(text)
    )


def said_by(person: str, sentence: SourceSentence, before: Sequence[SourceSentence], text: str) -> bool:
    """Tell whether a sentence gives the person's words: spoken, quoted, or reported. `text` is the whole article."""
    if sentence.speaker:
        return same_person(person, sentence.speaker)
    quoted = [q for q in _quotes(text) if q.start < sentence.end and sentence.start < q.end]
    if any(q.speaker and same_person(person, q.speaker) for q in quoted):
        return True
    if quoted and all(q.speaker for q in quoted):
        return False
    family = fold(surname(person))
    within = [n for n in find_names(text) if sentence.start <= n.start < sentence.end]
    here = [n for n in within if (n.kind == "person" or fold(n.text) == family) and _is(person, n)]
    return any(_reports(n, sentence, text) for n in here) or _goes_on(person, sentence, before, text)


def tells_of(subject: str, sentence: SourceSentence, before: Sequence[SourceSentence]) -> bool:
    """Tell whether a sentence gives the words of "the prosecutor", who is not named: a verb of speech stands beside."""
    wanted = words_of(subject)
    if wanted <= words_of(sentence.speaker or ""):
        return True
    goes_on = before and (
        _HE.match(sentence.text) or _QUOTED.match(sentence.text) or _IT.match(sentence.text)
    )
    return any(told_by(subject, s) for s in (sentence, *(before[-1:] if goes_on else ())))


def told_by(source: str, sentence: SourceSentence) -> bool:
    """Tell whether a sentence is told as the word of a source: "Russia says it was shot down"."""
    wanted = words_of(source)
    if wanted <= words_of(sentence.speaker or ""):
        return True
    words = [t.text.lower() for t in tokenize(sentence.text) if t.is_word]
    heads = words_of(source.split()[-1]) or wanted
    places = [i for i, w in enumerate(words) if lemma(w) in heads]
    return any(
        any(lemma(w) in _REPORTS for w in words[i + 1 : i + BEHIND])
        or {"according", "said", "by"} & set(words[max(0, i - 6) : i])
        for i in places
    )


def _says_so(behind: Sequence[str]) -> bool:
    return any((w in _SAYS or lemma(w) in _TURNS) and not _a_noun(behind[:i]) for i, w in enumerate(behind))


def _is(person: str, name: Name) -> bool:
    return same_person(person, name.canonical or name.text)


def _goes_on(person: str, sentence: SourceSentence, before: Sequence[SourceSentence], text: str) -> bool:
    """Tell whether "He added that …" stands behind a sentence that names the person."""
    if not before or not _HE.match(sentence.text) or not _has_cue(sentence.text):
        return False
    last = [n for n in find_names(text) if before[-1].start <= n.start < before[-1].end]
    people = [n for n in last if n.kind == "person" or fold(n.text) == fold(surname(person))]
    return bool(people) and _is(person, people[-1])


def _reports(name: Name, sentence: SourceSentence, text: str) -> bool:
    """Tell whether a verb of speech stands behind the person's name, or "said" before it."""
    behind = [t.text.lower() for t in tokenize(text[name.end : sentence.end]) if t.is_word][:BEHIND]
    told = _says_so(behind)
    start = name.start - len(name.title or "")
    ahead = [t.text.lower() for t in tokenize(text[sentence.start : start]) if t.is_word][-2:]
    return told or any(w in _INVERTED for w in ahead)


def _a_noun(before: Sequence[str]) -> bool:
    """Tell whether the word behind these is a noun: "the 410 volunteers"."""
    return bool(before) and (before[-1][0].isdigit() or before[-1] in _BEFORE_NOUN)


def _has_cue(text: str) -> bool:
    return any(t.text.lower() in _SAYS for t in tokenize(text))
