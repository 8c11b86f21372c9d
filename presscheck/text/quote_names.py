"""The names of mentions: the fullest form in the text, and the name that stands beside a description."""

from __future__ import annotations

from presscheck.text.cues import CUES
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.full_names import FullNames
from presscheck.text.names_lists import gazetteer, is_common
from presscheck.text.people import fold
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_signs import comma_after, is_person, names_no_person
from presscheck.text.quote_tokens import Token, word_at
from presscheck.text.role_words import is_listed
from presscheck.text.speaker_mentions import Candidate


class MentionNames:
    """Reads the names of mentions in a frame; `full` are the full names of its text."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.full = FullNames(frame.text)

    def as_written(self, mention: Candidate) -> str:
        """Return the words of a mention on one line."""
        return " ".join(self._frame.text[mention.start : mention.end].split())

    def of(self, mention: Candidate) -> str:
        """Return the fullest form of the name in a mention."""
        name, _, home = self._frame.text[mention.name_start : mention.end].rpartition(" of ")
        if not name:
            return self.full.fullest(home)
        words = name.split()
        person = len(words) > 1 and (fold(words[0]) in FIRST_NAMES or not any(map(is_common, words)))
        at_home = person or home in gazetteer() or (" " in name and is_listed(home.split()[-1].lower()))
        return self.full.fullest(name if at_home else f"{name} of {home}")

    def apposed(self, mention: Candidate, tokens: list[Token], mentions: list[Candidate]) -> str | None:
        """Return the name beside a description: "a senator, John Smith," or "John Smith, a senator,"."""
        comma = comma_after(tokens, mention.last + 1)
        for m in mentions:
            if m.kind != "name" or m is mention:
                continue
            behind = m.first == comma + 1
            ahead = mention.first == m.last + 2 and word_at(tokens, m.last + 1) == ","
            if ahead and word_at(tokens, mention.last + 1) in CUES:
                continue  # "Clinton, a top aide said, is confident"
            name = self.of(m)
            known = mention.kind == "person" and " " in name and not names_no_person(name)
            if (behind or ahead) and (known or is_person(name, m, tokens)):
                return name
        return None
