"""How likely it is that everything in a text, or in one sentence of it, is borne out by the sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.statements.quoted import only_quoted
from presscheck.chains.check.support.model import REFUTED, support_model
from presscheck.chains.check.support.signals import Signals, sentence_signals, text_signals
from presscheck.chains.check.words.reading import read_words
from presscheck.models import Finding, Passage
from presscheck.text.mentions import Sentence

WHOLE = 96
"""Sources of no more passages than this are read whole; of larger ones, what a search finds for each sentence."""
BLANK = 4
"""Characters, at most, between two sentences that follow each other."""
FOUND = 8
"""Passages that a search gives."""
QUOTED = 0.95
"""What a sentence scores that is only a quotation, found word for word and as its speaker's."""

Place = tuple[Ground, list[SourceSentence]]
_WHOLE: WeakKeyDictionary[Sources, Place | None] = WeakKeyDictionary()
_SIGNALS: WeakKeyDictionary[Sources, dict[str, Signals]] = WeakKeyDictionary()


def ground_for(sentence: str, sources: Sources) -> Place:
    """Return what the sources say around a sentence, and the sentences of it; questions are left out."""
    if sources not in _WHOLE:
        _WHOLE[sources] = _read_whole(sources)
    return _WHOLE[sources] or _make([s for s in sources.search(sentence, FOUND) if s.vouches])


def _read_whole(sources: Sources) -> Place | None:
    passages: list[Passage] = []
    for head in sources.heads:
        passages += sources.passages(head.article_id)
        if len(passages) > WHOLE:
            return None
    return _make([s for passage in passages for s in sources.sentences(passage) if s.vouches])


def _make(found: list[SourceSentence]) -> Place:
    found.sort(key=lambda s: (s.article_id, s.start))
    apart = (n for n, (one, other) in enumerate(pairwise(found), 1) if not _follows(one, other))
    return Ground([read_words(s.text) for s in found], [*apart]), found


def _follows(one: SourceSentence, other: SourceSentence) -> bool:
    return one.article_id == other.article_id and other.start - one.end <= BLANK


def checkable(draft: Draft) -> list[Sentence]:
    """Return the sentences that state something: those with a word that carries content."""
    return [s for s in draft.sentences if read_words(s.text).content]


def signals_of(sentence: Sentence, sources: Sources, ground: Ground | None = None) -> Signals:
    """Return the signals of one sentence of a draft; they are kept as long as its sources."""
    known = _SIGNALS.setdefault(sources, {})
    if sentence.text not in known:
        ground = ground or ground_for(sentence.text, sources)[0]
        known[sentence.text] = sentence_signals(read_words(sentence.text), ground)
    return known[sentence.text]


def sentence_support(
    sentence: Sentence, draft: Draft, signals: Signals, findings: Sequence[Finding]
) -> float:
    """Return the probability that one sentence holds, from its signals and what other checks found in it.

    What they found wrong has findings of its own: here it counts as a signal among others.
    """
    if only_quoted(sentence, draft, findings):
        return QUOTED
    inside = [f for f in findings if sentence.start <= f.claim.start < sentence.end]
    beyond = text_signals([signals], inside) | {REFUTED: 0.0}
    return support_model().probability(beyond)


def support(draft: Draft, sources: Sources, findings: Sequence[Finding]) -> float | None:
    """Return the probability that all parts of the draft hold; None where there is nothing to check it against."""
    sentences = checkable(draft)
    if not sentences or not sources.heads:
        return None
    inside = draft.by_sentence(findings)
    open_ones = [s for s in sentences if not only_quoted(s, draft, inside[s.start])]
    if not open_ones:
        return QUOTED
    return support_model().probability(text_signals([signals_of(s, sources) for s in open_ones], findings))
