"""Who is meant by "the governor", and whose words a sentence is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from presscheck.chains.chat.likeness import likeness
from presscheck.chains.chat.question import words_of
from presscheck.chains.check.reading import WORD
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.cues import CUES
from presscheck.text.mentions import Quote
from presscheck.text.names import find_names
from presscheck.text.people import same_person, title_of
from presscheck.text.quotes import find_quotes
from presscheck.text.tokens import tokenize

_NEAR_NAME = 40
"""Characters between a role and the name that bears it: "its director, Noor Haddad"."""
BEHIND = 9
"""Words behind a name within which its verb of speech stands: "Petra Lindqvist, who teaches logistics, expects"."""
_INVERTED = frozenset("said says added wrote asked explained to".split())
_HE = re.compile(r"^[\"“]?(?:he|she|they)\b", re.IGNORECASE)


def person_in(text: str) -> str | None:
    """Return the person that is named in a text, the first of several."""
    return next((n.text for n in find_names(text) if n.kind == "person"), None)


def bearer(role: str, sentences: Sequence[SourceSentence]) -> str | None:
    """Return the person whom the sources call so: "the governor" is Miriam Oduya; None if nobody, or several alike."""
    wanted = words_of(role)
    found: Counter[str] = Counter()
    for sentence in sentences:
        for name in _bearers(sentence, wanted):
            known = next((k for k in found if same_person(k, name)), name)
            found[known] += 1
    best = found.most_common(2)
    return best[0][0] if best and (len(best) < 2 or best[0][1] > best[1][1]) else None


def _bearers(sentence: SourceSentence, wanted: frozenset[str]) -> Iterable[str]:
    speaker = sentence.speaker
    if speaker and wanted and wanted <= words_of(speaker):
        yield speaker
    if not wanted or not wanted <= words_of(sentence.text):
        return
    for name in sentence.names:
        if name.kind == "person":
            around = sentence.text[max(0, name.start - _NEAR_NAME) : name.start]
            behind = re.match(r", [^.;]{0,60}", sentence.text[name.end :])
            told = f"{name.title or ''} {_clause(around)} {behind[0] if behind else ''} {title_of(name.text)}"
            if all(likeness(w, WORD, words_of(told)) >= 0.85 for w in wanted):
                yield name.text


def _clause(before: str) -> str:
    """Keep of what stands before a name what may describe it: no verb of speech lies between."""
    tokens = [t.text for t in tokenize(before)]
    cut = max((i + 1 for i, t in enumerate(tokens) if t.lower() in CUES), default=0)
    return " ".join(tokens[cut:])


@lru_cache(maxsize=256)
def _quotes(text: str) -> tuple[Quote, ...]:
    return tuple(find_quotes(text))


def said_by(person: str, sentence: SourceSentence, before: Sequence[SourceSentence], text: str) -> bool:
    """Tell whether a sentence gives the person's words: spoken, quoted, or reported. `text` is the whole article."""
    if sentence.speaker:
        return same_person(person, sentence.speaker)
    quoted = [q for q in _quotes(text) if q.start < sentence.end and sentence.start < q.end]
    if any(q.speaker and same_person(person, q.speaker) for q in quoted):
        return True
    if quoted and not _named(person, sentence):
        return False
    reports = _reports(person, sentence) or (
        bool(before)
        and _HE.match(sentence.text) is not None
        and _named(person, before[-1])
        and _has_cue(sentence.text)
    )
    return reports and not (quoted and _other_speaks(person, quoted))


def _reports(person: str, sentence: SourceSentence) -> bool:
    """Tell whether a verb of speech stands behind the person's name, or "said" before it."""
    tokens = [t for t in tokenize(sentence.text) if t.is_word]
    for name in sentence.names:
        if name.kind != "person" or not same_person(person, name.text):
            continue
        behind = [t.text.lower() for t in tokens if t.start >= name.end][:BEHIND]
        ahead = [t.text.lower() for t in tokens if t.start < name.start - len(name.title or "")][-2:]
        if any(w in CUES for w in behind) or any(w in _INVERTED for w in ahead):
            return True
    return False


def _has_cue(text: str) -> bool:
    return any(t.text.lower() in CUES for t in tokenize(text))


def _other_speaks(person: str, quoted: Sequence[Quote]) -> bool:
    return all(q.speaker is not None and not same_person(person, q.speaker) for q in quoted)


def _named(person: str, sentence: SourceSentence) -> bool:
    return any(n.kind == "person" and same_person(person, n.text) for n in sentence.names)
