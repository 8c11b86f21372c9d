"""What "the statement" and "the network" stand for: whoever issued the one, the medium named before the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presscheck.text.quote_frame import Frame
from presscheck.text.quote_tokens import POSSESSIVES, word_at
from presscheck.text.speaker_mentions import Candidate
from presscheck.text.titles import word_set

BACK = 8
"""Sentences back in which it is told who issued a statement."""
NEAR = 2
"""Sentences back in which a medium is named."""
_ISSUED = word_set("statement letter memo email e-mail tweet post release report message note")
_MEDIA = word_set("network newspaper paper station channel broadcaster outlet magazine website")
_MEDIA_NAMES = word_set(
    "times post news journal tribune herald globe gazette daily guardian telegraph press mail mirror sun star courier "
    "inquirer examiner chronicle observer review register bee record weekly magazine radio tv television network"
)
_LETTERS = frozenset(
    "ABC AFP AP BBC CBC CBS CNBC CNN C-SPAN ESPN HBO ITN ITV MSNBC NBC NHK NPR NYT PBS RAI RFI RTE SBS TASS UPI WSJ ZDF".split()
)
_CALL_SIGN = re.compile(r"[WK][A-Z]{3}(?:-TV|-FM|-AM)?")
"""What an American station is called: "WKRN-TV"."""

Meant = tuple[Candidate, int]
"""A mention and the number of its sentence."""


def stands_for(frame: Frame, mention: Candidate, sentence: int) -> Meant | None:
    """Return the mention that "the statement" or "the network" stands for, None for all else and where none is named."""
    tokens, _ = frame.read(sentence)
    if tokens[mention.first].low != "the" or mention.last != mention.first + 1:
        return None
    if mention.head in _ISSUED:
        return next(_issuers(frame, mention, sentence), None)
    return next(_named(frame, mention, sentence), None) if mention.head in _MEDIA else None


def _issuers(frame: Frame, mention: Candidate, sentence: int) -> Iterator[Meant]:
    """Yield who is said before to speak "in a statement", the nearest first."""
    for number in range(sentence, max(sentence - BACK, -1), -1):
        tokens, _ = frame.read(number)
        told = [i for i, t in enumerate(tokens) if t.low == mention.head and t.start < mention.start]
        if any({"a", "an"} & {word_at(tokens, i - 1), word_at(tokens, i - 2)} for i in told):
            for cue in frame.cues(number):
                for subject, _ in cue.subjects:
                    if subject.start < mention.start and subject.head not in _ISSUED:
                        yield subject, number


def _named(frame: Frame, mention: Candidate, sentence: int) -> Iterator[Meant]:
    """Yield the media named before, the nearest first; whose something is ("the Gazette's editorial") as well."""
    for number in range(sentence, max(sentence - NEAR - 1, -1), -1):
        tokens, mentions = frame.read(number)
        for m in reversed([m for m in mentions if m.last < mention.first or number < sentence]):
            ends = [i for i in range(m.first + 1, m.last + 1) if tokens[i].low in POSSESSIVES]
            last = ends[0] - 1 if ends else m.last
            named = tokens[last].text[:1].isupper() and (m.kind == "name" or ends)
            name = m._replace(
                end=tokens[last].end, last=last, kind="name", head=tokens[last].low, name_start=m.start
            )
            text = frame.text[name.start : name.end]
            if named and _is_medium(text):
                yield name, number


def may_be(described: str, name: str) -> bool:
    """Tell whether a text may mean a medium by "the network", "the newspaper"."""
    the, *noun = described.lower().split()
    return the == "the" and len(noun) == 1 and noun[0] in _MEDIA and _is_medium(name)


def _is_medium(name: str) -> bool:
    last = name.split()[-1]
    return last.lower() in _MEDIA_NAMES or last.upper() in _LETTERS or _CALL_SIGN.fullmatch(last) is not None
