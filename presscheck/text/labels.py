"""Speaker labels of transcripts: what one looks like, and what kind of speaker it names."""

from __future__ import annotations

import re
from typing import Literal

from presscheck.text.people import fold
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, TITLES, word_set

LabelKind = Literal["question", "moderator", "answer", "other"]

_NAME = r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þa-z.'’\-]{0,30})"
# In capitals ("MAJ. GEN. PAT RYDER:", "MCCABE" may be "McCABE"), a remark in brackets allowed; or "Q" and white space.
LABEL = re.compile(
    r"^[ \t\xa0]*(?:\*{1,2}|_{1,2})?(?:"
    r"((?:[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ0-9.,'’&\-]|(?<=M)c(?=[A-Z])){0,30}[ \xa0]+(?:(?:OF|THE|AND)[ \xa0])?){0,8}"
    r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ0-9.,'’\-]|(?<=M)c(?=[A-Z])){0,30})"
    r"(?:[ \xa0]*[(\[][^)\]\n]{1,60}[)\]])?(?:\*{1,2}|_{1,2})?[ \xa0]*:(?:\*{1,2}|_{1,2})?(?=\s|$)[ \t\xa0]*"
    r"|(Q)(?:[ \t\xa0]{2,}|[ \t\xa0](?=[^\s.,;:!?])|\.[ \t\xa0]+|[ \t\xa0]*[—–-][ \t\xa0]+))",
    re.MULTILINE,
)
MIXED_LABEL = re.compile(
    rf"^[ \t\xa0]*(?:\*{{1,2}})?((?:{_NAME}[ \xa0]+){{0,6}}{_NAME}|Q|A)(?:[ \xa0]*[(\[][^)\]\n]{{1,60}}[)\]])?"
    r"(?:\*{1,2})?[ \xa0]*:(?:\*{1,2})?(?=\s|$)[ \t\xa0]*",
    re.MULTILINE,
)

_ASKING = word_set(
    "q question reporter reporters questioner press media journalist journalists interviewer correspondent"
)
_LEADING = word_set(
    "moderator modertor moerator operator staff aide announcer interpreter translator host facilitator "
    "participants crosstalk clerk narrator coordinator"
)
_NO_LABELS = word_set(
    "subject from to cc date re note source contact update updated correction title kind publisher url "
    "complete time place location where when what who why how background summary topic topics agenda "
    "attendees participants warning editor embargo release tags category media press notes more related "
    "watch read photo photos video"
)
_ANONYMOUS = word_set("official officials speaker audience member participant male female voice witness")
_FUNCTION_WORDS = word_set("the a an of for to in on and or by with at from is are was were be this that")
_VERY_COMMON = word_set(
    "america american americans nation people history past success border action actions step steps key "
    "fact facts sheet sheets announcement announcements pillar section article part table figure "
    "chapter"
)


def _words(label: str) -> list[str]:
    return [w for w in (fold(word) for word in label.split()) if w]


def kind_of(label: str) -> LabelKind:
    """Tell what a label names: a questioner, whoever leads through, an official, or we can't tell ("other")."""
    words = _words(label)
    if not words:
        return "other"
    if (
        words[0] in {"q", "question"}
        or words[-1] in {"reporter", "questioner", "interviewer"}
        or words == ["press"]
    ):
        return "question"
    if words[-1] in _LEADING or words[0] in {"moderator", "operator", "staff", "announcer"}:
        return "moderator"
    if words[0] in _ASKING and len(words) <= 2 and words[0] not in {"press", "media"}:
        return "question"
    return "answer" if names_an_official(label) or words == ["a"] else "other"


def names_an_official(label: str) -> bool:
    """Tell whether a label holds a title ("MS. SINGH", "THE VICE PRESIDENT", "SENIOR ADMINISTRATION OFFICIAL")."""
    words = _words(label)
    if len(words) < 2 or words[0] in _NO_LABELS:
        return False
    numbered = {"one", "two", "three", "four", "1", "2", "3", "4"}
    if words[-1] in numbered:
        words = words[:-1]
    if words[-1] in _ANONYMOUS or (words[0] == "the" and words[-1] in TITLES | FRONT_TITLES):
        return True
    return any(w in TITLES or w in FRONT_TITLES for w in words[:-1]) and looks_like_name(label)


def looks_like_name(label: str) -> bool:
    """Tell whether a label can be somebody's name: few words, no function words but particles, not a heading."""
    words = _words(label)
    if not words or len(words) > 9 or words[0] in _NO_LABELS or words[-1] in _NO_LABELS:
        return False
    plain = [w for w in words if w not in TITLES and w not in MODIFIERS and w not in FRONT_TITLES]
    titled = len(plain) < len(words)
    if not titled and any(w in _FUNCTION_WORDS or w.isdigit() for w in words):
        return False
    if any(w in _VERY_COMMON or (w.endswith("ing") and len(w) > 5) for w in plain):
        return False
    return len(plain) <= 4 or titled
