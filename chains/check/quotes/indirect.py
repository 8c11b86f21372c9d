"""Indirect speech ("Ryder said the troops would …"): did the person named say it, apart from whether it is so.

Only transcripts can tell. A clause with most of its content words in one place of a transcript is that person's if the
person has the floor there; somebody else's if only others come near it. That is worth a look, never called wrong: people
take up each other's words, and no words are claimed to be exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.speaker import anonymous, same_speaker
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.words import content_words

OWN, OTHERS, APART = 0.6, 0.7, 0.3
"""Share of the clause's content words that the person's own sentence must have; another's; and how far these must lie apart.

On 132 sentences of White House briefings turned into indirect speech, 86 % are given to the right person and none to a wrong
one; of 180 sentences of other briefings 2 % are taken for something said in these.
"""

LEAST = 5
"""Content words of a clause, from which on it can be told whose it is."""

_CUE = re.compile(
    r",?\s+(?:also\s+|later\s+|then\s+|further\s+)?(?:said|says|added|noted|stated|announced|confirmed|acknowledged|warned|"
    r"explained|insisted|stressed|emphasized|told\s+(?:reporters|the\s+\w+))\s+(?:on\s+\w+day\s+)?(?:that\s+)?"
)
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z]{2}\b(?! (?:said|says))")
_MARKS = re.compile('["“”„«»]')


class Told(NamedTuple):
    """A clause `draft[start:end]` that the draft gives to a speaker in indirect speech."""

    speaker: str
    start: int
    end: int


def told(draft: Draft) -> Iterator[Told]:
    """Yield the clauses of indirect speech whose speaker is named right before the verb."""
    for name in draft.names:
        cue = _CUE.match(draft.text, name.end) if name.kind == "person" else None
        if cue is None:
            continue
        end = draft.sentence_at(name.start).end
        clause = draft.text[cue.end() : end].rstrip(" .")
        if not _MARKS.search(draft.text, name.end, end) and len(set(content_words(clause))) >= LEAST:
            who = draft.people.named(name.canonical or name.text, draft.as_of) or name.text
            yield Told(who, cue.end(), cue.end() + len(clause))


def attributions(draft: Draft, sources: Sources) -> Iterator[Finding]:
    """Yield a finding on each clause of indirect speech of which a transcript tells whose it is."""
    for clause in told(draft):
        finding = None if anonymous(clause.speaker) else _whose(clause, draft, sources)
        if finding:
            yield finding


def _whose(clause: Told, draft: Draft, sources: Sources) -> Finding | None:
    text = draft.text[clause.start : clause.end]
    words = frozenset(content_words(text))
    spoken = [s for s in sources.search(text) if s.speaker and s.vouches]
    theirs = [same_speaker(clause.speaker, _named(draft, s)) for s in spoken]
    own = _nearest(words, [s for s, same in zip(spoken, theirs, strict=True) if same])
    other = _nearest(words, [s for s, same in zip(spoken, theirs, strict=True) if not same])
    own_share, other_share = _share(words, own), _share(words, other)
    claim = draft.claim("attribution", clause.start, clause.end)
    if own and own_share >= OWN and own_share >= other_share - APART / 2:
        if _of_others(text, own):
            return None
        evidence = sources.evidence(own.article_id, own.start, own.end, speaker=own.speaker, score=own_share)
        return Finding.of(
            claim, Reason.SPEAKER_MATCH, evidence=[evidence], explanation=f"{own.speaker} said so."
        )
    if other and other_share >= OTHERS and own_share <= other_share - APART:
        evidence = sources.evidence(
            other.article_id,
            other.start,
            other.end,
            stance="contradicts",
            speaker=other.speaker,
            score=other_share,
        )
        return Finding.of(
            claim,
            Reason.SPEAKER_WRONG,
            severity=Severity.LOOK,
            evidence=[evidence],
            expected=other.speaker,
            explanation=f"{other.speaker} said so; nothing like it is found of {clause.speaker}.",
        )
    return None


def _of_others(clause: str, sentence: SourceSentence) -> bool:
    """Tell whether the clause begins with a name that the sentence lacks, while it has another: "Mexico has offered …"."""
    first = _NAME.match(clause)
    return first is not None and first[0] not in sentence.text and _NAME.search(sentence.text, 1) is not None


def _named(draft: Draft, sentence: SourceSentence) -> str:
    return draft.people.named(sentence.speaker, sentence.head.published) or ""


def _nearest(words: frozenset[str], sentences: list[SourceSentence]) -> SourceSentence | None:
    return max(sentences, key=lambda s: _share(words, s), default=None)


def _share(words: frozenset[str], sentence: SourceSentence | None) -> float:
    return len(words & sentence.words) / len(words) if sentence else 0.0
