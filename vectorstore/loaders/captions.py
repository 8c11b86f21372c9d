"""SRT and WebVTT captions as a transcript: cues are joined to lines, a speaker's mark opens a turn.

The times leave the text and are kept beside it, so that evidence can say when a thing was said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.reading import read_text

_TIME = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}.*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}")
_SPEAKER = re.compile(r"^(?:>>+|-)\s*([A-Z][\w .'’-]{1,40}):\s*|^>>+\s*")


Time = tuple[int, float]
"""Where in the text a caption starts, and when in the recording, in seconds."""
Cue = tuple[float, str]


class Turn(NamedTuple):
    """What one speaker says without a break."""

    speaker: str | None
    cues: list[Cue]


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the captions' article."""
    text, times = read_captions(read_text(path))
    if not text:
        raise UnreadableFile("no captions were found")
    yield Article(text=text, origin=str(path), kind="transcript", times=times)


def read_captions(text: str) -> tuple[str, tuple[Time, ...]]:
    """Return what is said, one paragraph a turn, `SPEAKER: words` where the captions name one; and each caption's time."""
    turns: list[Turn] = []
    for seconds, lines in _cues(text):
        for line in lines:
            _say(turns, seconds, line)
    return _joined([turn for turn in turns if turn.cues])


def _cues(text: str) -> Iterator[tuple[float, list[str]]]:
    """Yield each cue's time and lines; what stands before the first time (a header, notes, styles) is none."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        for at, line in enumerate(lines[:2]):
            if _TIME.fullmatch(line):
                yield _seconds(line.split()[0]), lines[at + 1 :]
                break


def _seconds(clock: str) -> float:
    """Return `01:02:03,500` or `02:03.500` in seconds."""
    seconds = 0.0
    for part in clock.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _say(turns: list[Turn], seconds: float, line: str) -> None:
    """Add a line to the turn that goes on, or open a new one where the line says who speaks."""
    voice, mark = _VOICE.search(line), _SPEAKER.match(line)
    words = " ".join(html.unescape(_TAG.sub("", _SPEAKER.sub("", line, count=1))).split())
    who = voice[1].strip() if voice else mark[1] if mark else None
    new = bool(mark) or (who is not None and (not turns or turns[-1].speaker != who))
    if new or not turns:
        turns.append(Turn(who, []))
    said = turns[-1].cues
    if words and (not said or said[-1][1] != words):
        said.append((seconds, words))


def _joined(turns: Sequence[Turn]) -> tuple[str, tuple[Time, ...]]:
    pieces: list[str] = []
    times: list[Time] = []
    length = 0

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for turn in turns:
        put("\n\n" if pieces else "")
        put(f"{turn.speaker.upper()}:" if turn.speaker else "")
        for number, (seconds, words) in enumerate(turn.cues):
            put(" " if number or turn.speaker else "")
            times.append((length, seconds))
            put(words)
    return "".join(pieces), tuple(times)
