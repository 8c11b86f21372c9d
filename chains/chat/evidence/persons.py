"""Who is meant by "the governor": the bearer of a role, and whom an article named before "the blogger"."""

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
from presscheck.text.mentions import Name
from presscheck.text.names import find_names
from presscheck.text.people import fold, same_person, strip_titles, surname, title_of
from presscheck.text.role_words import noun_kind
from presscheck.text.tokens import tokenize
from presscheck.text.words import lemma

_BEHIND = re.compile(
    r"(?:, who (?:is|was|(?:identifies|describes) (?:him|her)self as|(?:serves|works|acts) as) | as | is | was | becomes? | became |, )([^.;]{0,60})"
)
_IS_THEN = re.compile(r", [^,.;]{3,80}, (?:is|was|became|will be) ([^.;]{0,60})")
"""Behind what somebody is in apposition: "Ida Lund, one of the town's bakers, was the first guest"."""
AWAY = 450
"""Characters behind a name within which a sentence without one may speak of the same person."""
_NEAR_NAME = 40
"""Characters between a role and the name that bears it: "its director, Noor Haddad"."""
SO_CALLED = 0.85
"""How well a word of a role must be met: a chief executive is a CEO."""
_THE_ONE = re.compile(
    r"\W*The (?:[\w-]+ ){0,2}?([a-z][\w-]*)(?=,| (?:who|has|had|is|was|will|would|could|\w+ed)\b)"
)
_AGED = re.compile(r"\b[Tt]he \d+-year-old (?!\w+ (?:who|is|was|said)\b)")


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


def called(name: str, sentences: Sequence[SourceSentence]) -> str | None:
    """Return the person whose surname this is, whom the sources name most."""
    if not name[:1].isupper() or " " in name:
        return None
    people = (n for s in sentences for n in s.names if n.kind == "person" and " " in n.text)
    found = Counter(n.canonical or n.text for n in people if fold(surname(n.text)) == fold(name))
    return found.most_common(1)[0][0] if found else None


def bearers(sentence: SourceSentence, wanted: frozenset[str]) -> Iterator[str]:
    """Yield the persons to whom a sentence gives a role, such as "chief executive"."""
    speaker = sentence.speaker
    if speaker and wanted and wanted <= words_of(speaker):
        yield speaker
    own = words_of(sentence.text)
    if not wanted or not all(likeness(w, WORD, own) >= SO_CALLED for w in wanted):
        return
    for name in sentence.names:
        if name.kind == "person":
            told = _description(name, sentence.text)
            if wanted <= words_of(name.text) or all(
                likeness(w, WORD, words_of(told)) >= SO_CALLED for w in wanted
            ):
                yield name.text


def described(person: str, sentence: SourceSentence) -> frozenset[str]:
    """Return the words that stand beside a person's name, as an office or in apposition."""
    here = (n for n in sentence.names if n.kind == "person" and same_person(person, n.text))
    return frozenset().union(*(words_of(_description(n, sentence.text)) for n in here))


def _description(name: Name, text: str) -> str:
    around = text[max(0, name.start - _NEAR_NAME) : name.start]
    rest = text[name.end :]
    behind = (m[1] for m in (_BEHIND.match(rest), _IS_THEN.match(rest)) if m)
    return f"{name.title or ''} {_clause(around)} {' '.join(map(_apposed, behind))} {title_of(name.text)}"


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
    return " ".join(tokens[max((i + 1 for i in _verbs(tokens)), default=0) :])


def _apposed(behind: str) -> str:
    """Keep of what stands behind a name what may describe it: what comes before the next verb."""
    tokens = [t.text for t in tokenize(behind)]
    return " ".join(tokens[: next(_verbs(tokens), len(tokens))])


def _verbs(tokens: Sequence[str]) -> Iterator[int]:
    return (
        i
        for i, t in enumerate(tokens)
        if t.lower() in CUES or (t[:1].islower() and lexicon.parts(lemma(t))[:1] == "v")
    )


@lru_cache(maxsize=256)
def _people(text: str) -> tuple[Name, ...]:
    """Return the persons whom an article names; a surname alone is known by the full name elsewhere in it."""
    return tuple(n for n in find_names(text) if n.kind == "person")
