"""SRT and WebVTT captions as a transcript: times go, cues are joined to lines, a speaker's mark opens a turn."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.reading import read_text

_TIME = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}.*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}")
_SPEAKER = re.compile(r"^(?:>>+|-)\s*([A-Z][\w .'’-]{1,40}):\s*|^>>+\s*")


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the captions' article."""
    text = read_captions(read_text(path))
    if not text:
        raise UnreadableFile("no captions were found")
    yield Article(text=text, origin=str(path), kind="transcript")


def read_captions(text: str) -> str:
    """Return what is said: one paragraph a turn, `SPEAKER: words` where the captions name one; "" if there is none."""
    turns: list[tuple[str | None, list[str]]] = []
    for lines in _cues(text):
        for line in lines:
            _say(turns, line)
    said = [(who, _joined(words)) for who, words in turns]
    return "\n\n".join(f"{who.upper()}: {words}" if who else words for who, words in said if words)


def _cues(text: str) -> Iterator[list[str]]:
    """Yield each cue's lines; what stands before the first time (a header, notes, styles) is none."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        time = next((i for i, line in enumerate(lines[:2]) if _TIME.fullmatch(line)), None)
        if time is not None:
            yield lines[time + 1 :]


def _say(turns: list[tuple[str | None, list[str]]], line: str) -> None:
    """Add a line to the turn that goes on, or open a new one where the line says who speaks."""
    voice, mark = _VOICE.search(line), _SPEAKER.match(line)
    words = html.unescape(_TAG.sub("", _SPEAKER.sub("", line, count=1))).strip()
    who = voice[1].strip() if voice else mark[1] if mark else None
    new = bool(mark) or (who is not None and (not turns or turns[-1][0] != who))
    if new or not turns:
        turns.append((who, []))
    said = turns[-1][1]
    if words and (not said or said[-1] != words):
        said.append(words)


def _joined(words: list[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(words)).strip()
