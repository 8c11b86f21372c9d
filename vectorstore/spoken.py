"""The sentences of a passage as said or written: a transcript's speaker label belongs to none of them."""

from __future__ import annotations

from presscheck.models import Passage
from presscheck.text.labels import LABEL, MIXED_LABEL
from presscheck.text.mentions import Sentence
from presscheck.text.sentences import sentence_pieces


def sentences(passage: Passage) -> list[Sentence]:
    """Return the sentences of a passage without its speaker's label; offsets count in the article's text."""
    skip = label_end(passage)
    shift = passage.start + skip
    return [
        Sentence(text=piece, start=shift + at, end=shift + at + len(piece))
        for piece, at in sentence_pieces(passage.text[skip:])
    ]


def label_end(passage: Passage) -> int:
    """Return where the words begin after a speaker's label at the passage's start; 0 if it has none."""
    if passage.speaker is None and passage.role == "statement":
        return 0
    label = LABEL.match(passage.text) or MIXED_LABEL.match(passage.text)
    return label.end() if label else 0
