"""Transcripts as turns: who speaks from where to where, and as what (statement, question, answer, moderator)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from presscheck.models import Role
from presscheck.text.label_names import speaker_names
from presscheck.text.labels import LABEL, MIXED_LABEL, kind_of, looks_like_name

GREETING_WORDS = 8
"""A question turn of at most so many words without a question mark ("Good afternoon.") opens no questioning."""


class Turn(NamedTuple):
    """One turn of a transcript: `text[start:end]` with its label, `text[text_start:end]` without.

    Consecutive turns tile the transcript from the first label on. `speaker` is the fullest name form given anywhere
    in the transcript, None for a question whose asker is not named.
    """

    start: int
    end: int
    text_start: int
    label: str
    speaker: str | None
    role: Role


def find_turns(text: str, title: str = "") -> list[Turn]:
    """Return the turns of a transcript in order; [] where no speaker labels are found.

    `title` (of the article) helps to name speakers: "Press Briefing by Press Secretary Jen Psaki" names MS. PSAKI.
    """
    marks = _labels(text)
    if not marks:
        return []
    names = speaker_names([label for _, _, label in marks], f"{title}\n{text[: marks[0][0]]}", text)
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    roles = _roles([(label, text[body:end]) for (_, body, label), end in zip(marks, ends, strict=True)])
    return [
        Turn(start, end, body, label, names.get(label), role)
        for (start, body, label), end, role in zip(marks, ends, roles, strict=True)
    ]


def looks_like_transcript(text: str) -> bool:
    """Tell whether a text is mostly a transcript: speakers who take turns, or one who has the floor.

    A collection of statements, one to a person, is none.
    """
    marks = _labels(text)
    if not marks or len(text) - marks[0][0] < 0.5 * len(text):
        return False
    distinct = len({label for _, _, label in marks})
    return distinct <= 3 or len(marks) >= 1.5 * distinct


def _labels(text: str) -> list[tuple[int, int, str]]:
    """Return (start of the line, start of what is said, label) of each turn."""
    found = [(m.start(), m.end(), m[1] or m[2]) for m in LABEL.finditer(text)]
    kept = _trusted(label for _, _, label in found)
    if kept:
        found = sorted([*found, *_within_lines(text, kept)])
    else:
        found = [(m.start(), m.end(), m[1]) for m in MIXED_LABEL.finditer(text)]
        kept = _consistent([label for _, _, label in found])
    return [mark for mark in found if mark[2] in kept]


def _within_lines(text: str, labels: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the labels of titled speakers, and "Q", that stand behind a sentence where a line break is missing."""
    titled = sorted(re.escape(label) for label in labels if kind_of(label) == "answer" and " " in label)
    marks = [rf"{label}[ \xa0]*:(?=\s)" for label in titled] + [r"Q(?=[ \xa0]+[A-Z])"] * ("Q" in labels)
    if marks:
        for match in re.finditer(rf"(?<=[^A-Z][.?!—”)\]])[ \xa0]+({'|'.join(marks)})[ \t\xa0]*", text):
            yield match.start(1), match.end(), match[1].rstrip(": \xa0")


def _trusted(labels: Iterable[str]) -> set[str]:
    """Of labels in capitals, keep those that name a speaker; a heading such as "SECURING THE BORDER" names none.

    Where some label is surely a speaker's, or two names come again, any that has the form of a name counts.
    """
    counts = Counter(labels)
    sure = {label for label in counts if kind_of(label) != "other"}
    names = {label for label in counts if looks_like_name(label)}
    if not sure and sum(counts[label] > 1 for label in names) < 2:
        return set()
    return sure | names


def _consistent(labels: Sequence[str]) -> set[str]:
    """Of labels such as "Jim Garamone", keep them if two or more come again: else they are headings or lists."""
    counts = Counter(labels)
    again = {label for label, n in counts.items() if n > 1}
    if len(again) < 2 and not (again and any(kind_of(label) == "question" for label in counts)):
        return set()
    return {label for label in counts if label in again or looks_like_name(label)}


def _roles(turns: Sequence[tuple[str, str]]) -> list[Role]:
    """Give each turn its role: what officials say before the first question is a statement, later an answer."""
    roles: list[Role] = []
    asked = False
    for label, said in turns:
        kind = kind_of(label)
        asked = asked or (kind == "question" and not _only_greets(said))
        roles.append(kind if kind in ("question", "moderator") else "answer" if asked else "statement")
    return roles


def _only_greets(said: str) -> bool:
    return "?" not in said and len(said.split(maxsplit=GREETING_WORDS)) <= GREETING_WORDS
