"""The sentences of the sources that a model is shown for one claim: those nearest to it, whole, up to some room."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.chains.check.support.score import ground_for
from presscheck.chains.model.fence import addresses_a_model
from presscheck.models import Passage
from presscheck.text.words import content_words

ROOM = 800
"""Characters of evidence for one claim. What a small model is shown beyond that costs time and misleads it."""


def excerpts(sources: Sources, claim: str, room: int = ROOM) -> list[Passage]:
    """Return parts of passages that may vouch, in the order of the sources; neighbouring sentences make one part.

    No sentence is cut: at least one is given, others as long as there is room. Sentences that read like instructions to a
    model are left out. Of small sources every sentence is considered, since a paraphrase may share no word with the claim.
    """
    _, near = ground_for(claim, sources)
    found = list({s.text: s for s in reversed(near) if not addresses_a_model(s.text)}.values())[::-1]
    chosen = list(_fitting(_nearest_first(found, frozenset(content_words(claim))), room))
    return list(_joined(sorted(chosen, key=lambda s: (s.article_id, s.start))))


def _nearest_first(found: Sequence[SourceSentence], words: frozenset[str]) -> list[SourceSentence]:
    """Return the sentences by the words that they share with the claim, rare words counting more."""
    known = Counter(word for s in found for word in s.words & words)
    weight = {word: math.log(1 + len(found) / count) for word, count in known.items()}
    return sorted(found, key=lambda s: -sum(weight[word] for word in sorted(s.words & words)))


def _fitting(sentences: Sequence[SourceSentence], room: int) -> Iterator[SourceSentence]:
    for number, sentence in enumerate(sentences):
        room -= len(sentence.text)
        if number and room < 0:
            return
        yield sentence


def _joined(sentences: Sequence[SourceSentence]) -> Iterator[Passage]:
    part: list[SourceSentence] = []
    for sentence in sentences:
        if part and not _follows(part[-1], sentence):
            yield _part_of(part)
            part = []
        part.append(sentence)
    if part:
        yield _part_of(part)


def _follows(before: SourceSentence, after: SourceSentence) -> bool:
    between = before.passage.text[before.end - before.passage.start : after.start - before.passage.start]
    return before.passage.id == after.passage.id and not between.strip()


def _part_of(sentences: Sequence[SourceSentence]) -> Passage:
    whole, start, end = sentences[0].passage, sentences[0].start, sentences[-1].end
    text = whole.text[start - whole.start : end - whole.start]
    return whole.model_copy(update={"id": f"{whole.id}@{start}", "start": start, "end": end, "text": text})
