"""Quotations in a text: what stands between marks and was said by somebody, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.given import given_text
from presscheck.text.cues import SPEECH
from presscheck.text.lines import joined
from presscheck.text.mentions import Quote, QuoteKind
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_groups import groups
from presscheck.text.quote_kinds import kind_of, score
from presscheck.text.quote_labels import label_of, labelled
from presscheck.text.quote_marks import Marked, find_marked
from presscheck.text.quote_people import Cast
from presscheck.text.quote_tokens import word_at
from presscheck.text.speakers import SAID_NEXT, Choice, rank

MIN_SCORE = 1.5
ASKED = "asked"
"""The cue of words that stand in a question which nobody named asks."""
_ASKED_FIRST = frozenset((ASKED, "pressed", "questioned", "quizzed"))

_SAYS = SPEECH - {"told", "tell", "tells"}
"""Verbs whose object is what is said, not to whom."""


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of a text in order; scare quotes, titles of works and measures are none.

    Raises `BadRequest` for what is no text.
    """
    lines_joined = joined(given_text(text, "the text"))
    marked = find_marked(lines_joined)
    if not marked:
        return []
    frame = Frame(lines_joined, marked)
    cast = Cast(frame)
    found: list[Quote] = []
    last: Choice | None = None
    for group in groups(frame):
        choices = [c for c in rank(frame, group, last) if not _is_next_speaker(frame, group[-1], c)]
        asked = _is_question(frame, group[0])
        likely = next((c for c in choices if not _says_own(frame, group[-1], c)), None)
        best = likely if likely and likely.score > MIN_SCORE and not asked else None
        if marked[group[0]].block and best is None:
            continue
        if score(frame, group, choices[0] if choices else None) > 0:
            speaker: str | None = None
            label = label_of(frame, group[0]) if best else None
            if best and label and label.start <= best.mention.start < label.end:
                best = labelled(best, label)
                speaker = cast.names.fullest(label.name) if label.person else label.name
            elif best:
                speaker = cast.resolve(best, frame.words_of(group))
            last = best or last
            pieces = [marked[i] for i in group]
            found.append(_quote(text, pieces, best, speaker, kind_of(frame, group), ASKED if asked else None))
    return found


def _is_question(frame: Frame, piece: int) -> bool:
    """Tell "Asked whether the yard “will close,” Holt said": the words are those of the question."""
    tokens, _ = frame.read(frame.sentence_of(frame.marked[piece].outer_start))
    if not tokens or tokens[0].low not in _ASKED_FIRST:
        return False
    first = next((t for t in tokens if t.quote >= 0 or t.text in (",", ";", ":")), None)
    return first is not None and first.quote == piece


def _is_next_speaker(frame: Frame, piece: int, choice: Choice) -> bool:
    """Tell Holt of "“Do you regret it?” “No,” Holt said": of two quotations side by side each has its own speaker."""
    if piece + 1 >= len(frame.marked):
        return False
    here, following = frame.marked[piece], frame.marked[piece + 1]
    between = frame.text[here.outer_end : following.outer_start]
    side_by_side = here.closed and bool(between) and not between.strip(" \xa0\u2009")
    return side_by_side and choice.mention.start >= following.outer_end


def _says_own(frame: Frame, piece: int, choice: Choice) -> bool:
    """Tell Holt of "“It is the law.” Holt said he would read it": the next sentence is on something else that is said."""
    here = frame.marked[piece]
    if here.block or choice.sentence <= frame.sentence_of(here.outer_start) or choice.cue not in _SAYS:
        return False
    tokens, _ = frame.read(choice.sentence)
    return word_at(tokens, choice.mention.last + 2) in SAID_NEXT


def _quote(
    text: str,
    pieces: Sequence[Marked],
    best: Choice | None,
    speaker: str | None,
    kind: QuoteKind,
    cue: str | None,
) -> Quote:
    start, end = pieces[0].start, pieces[-1].end
    mention = best.mention if best else None
    return Quote(
        text=text[start:end],
        start=start,
        end=end,
        parts=tuple((p.start, p.end) for p in pieces),
        speaker=speaker,
        speaker_start=mention.start if mention else None,
        speaker_end=mention.end if mention else None,
        cue=best.cue if best and best.cue != "—" else cue,
        kind=kind,
    )
