"""Who speaks a quotation: each mention around it is scored by its place and grammar, the best one wins.

A score is the sum of the weights of the features that hold of a mention. The weights stand in `speaker_weights.json`;
`scripts/train_quotes.py` fits them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from presscheck.text.asked import is_said, question_at
from presscheck.text.common_words import DETERMINERS, PRONOUNS, SUBORDINATORS
from presscheck.text.cues import CUES, SPEECH, SPEECH_NOUNS
from presscheck.text.noun_phrases import INVERTS
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_tokens import Token, word_at
from presscheck.text.reporting import Cue
from presscheck.text.speaker_mentions import Candidate

SAID_NEXT = PRONOUNS | DETERMINERS | {"that", "there"}
"""Words that begin what is said in indirect speech."""
_JOINING = frozenset(("while", "but", "and", "whereas", "though"))
_RULED_OUT = frozenset(("behind_colon", "parted", "closed", "asked_about", "goes_on", "aside"))
"""Features of a mention that cannot be the speaker."""


class Choice(NamedTuple):
    """A mention that could be the speaker: its reporting verb, what speaks for it, the number of its sentence."""

    mention: Candidate
    cue: str | None
    score: float
    features: tuple[str, ...]
    sentence: int


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weights of the features, read once."""
    path = Path(__file__).with_name("speaker_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def rank(frame: Frame, parts: Sequence[int], last: Choice | None = None) -> list[Choice]:
    """Return the mentions that could speak a quotation, the best first.

    `parts` are the numbers of its marked pieces, `last` the speaker chosen for the quotation before it.
    """
    weights = load_weights()
    home = frame.sentence_of(frame.marked[parts[0]].outer_start)
    described = list(_described(frame, parts, home, last))
    if last is not None and home - last.sentence > 2:
        described.append((last.mention, ["far", last.mention.kind], None, last.sentence))
    choices = [
        Choice(mention, cue, sum(weights.get(n, 0.0) for n in names), tuple(names), sentence)
        for mention, names, cue, sentence in described
        if _RULED_OUT.isdisjoint(names)
    ]
    return sorted(choices, key=lambda c: -c.score)


def _described(
    frame: Frame, parts: Sequence[int], home: int, last: Choice | None
) -> Iterator[tuple[Candidate, list[str], str | None, int]]:
    """Yield each mention around a quotation with its features, its verb, and its sentence."""
    ends = {frame.sentence_of(frame.marked[p].outer_start) for p in parts}
    lead = frame.lead_in(home)
    said = frame.words_of(parts)
    nearby = {home - 2, home - 1, *ends, max(ends) + 1}
    for number in sorted(n for n in nearby if 0 <= n < len(frame.sentences)):
        where = "lead" if number == lead else _where(frame, number, home, ends, parts[0])
        tokens, mentions = frame.read(number)
        places = _places(tokens, parts, where)
        question = question_at(tokens, frame.cues(number), places)
        cues = [c for c in frame.cues(number) if question is None or c.index < question or is_said(c)]
        reach = min((_gap(c, places) for c in cues if c.subjects), default=0)
        spoken = any(c.subjects and not _parted(tokens, c.index, places) for c in cues)
        for order, mention in enumerate(mentions):
            names, cue = _features(tokens, mentions, cues, mention, places, reach)
            names += ["parted"] * (spoken and _parted(tokens, mention.first, places))
            names += _more_features(frame, mention, order, said)
            names += ["asked_about"] * (cue is None and question is not None and mention.first >= question)
            if last is not None and number == last.sentence and mention.start == last.mention.start:
                free = "_free" if not any(c.subjects for c in cues) else ""
                names.append("spoke_last" + ("_other" if "other_clause" in names else free))
            prefix = "" if where in ("home", "lead") else f"{where}:"
            yield mention, [where, *(prefix + n for n in names)], cue, number


def _where(frame: Frame, number: int, home: int, ends: set[int], quote: int) -> str:
    """Name the place of a sentence: the quotation's own, before or after it, in its paragraph or not."""
    if number in ends:
        return "home"
    same = frame.same_paragraph(frame.sentences[number].start, frame.marked[quote].outer_start)
    step = "next" if number > home else "prev" if number == home - 1 else "prev2"
    return step if same else step + "_par"


def _places(tokens: Sequence[Token], parts: Sequence[int], where: str) -> list[int]:
    """Return where the quotation stands among the tokens: behind the last one of a sentence that leads in."""
    if where == "lead":
        return [len(tokens)]
    return [i for i, t in enumerate(tokens) if t.quote in parts] if where == "home" else []


def _features(
    tokens: list[Token],
    mentions: Sequence[Candidate],
    cues: Sequence[Cue],
    mention: Candidate,
    places: Sequence[int],
    reach: int,
) -> tuple[list[str], str | None]:
    """Return what grammar and distance say of a mention, and the verb that it is the subject of."""
    before, behind = word_at(tokens, mention.first - 1), word_at(tokens, mention.last + 1)
    mine = [
        (c, form)
        for c in cues
        for m, form in c.subjects
        if m is mention and not _parted(tokens, c.index, places)
    ]
    cue, form = min(mine, key=lambda c: _gap(c[0], places), default=(None, None))
    names: list[str] = [mention.kind]
    names += ["owner"] * mention.owner + ["object"] * mention.object
    near = cue is not None and bool(places) and _gap(cue, places) <= reach
    under = before in SUBORDINATORS or before == "who"
    names += (
        ["under_near" if near else "under"] * under + ["as"] * (before == "as") + ["by"] * (before == "by")
    )
    names += ["colon"] * (behind == ":")
    if mention.owner and any(t.low in SPEECH_NOUNS for t in tokens[mention.last + 1 : mention.last + 6]):
        names.append("owns_words")
    if cue is not None:
        names.append(_cue_feature(tokens, cue, str(form), places))
        far = f"_{form}_{cue.strength}" if places else ""
        names.append("nearest_cue" if _gap(cue, places) <= reach else f"farther{far}")
        names += ["goes_on"] * _goes_on(tokens, cue, cues, places)
        names += ["closed"] * _is_closed(tokens, cue, cues, places)
        names += ["other_clause"] * _is_other_clause(tokens, cue, cues, places)
        names += ["aside"] * (mention.head == "who" and _is_aside(tokens, cue, cues, places))
    if before in CUES and "vs" not in str(form):
        names.append("addressee")
    if places:
        names.append(_distance(mentions, mention, places))
        names += ["behind_colon"] * (cue is None and _behind_colon(tokens, mention, places))
    return names, cue.word if cue else None


def _parted(tokens: Sequence[Token], at: int, places: Sequence[int]) -> bool:
    """Tell whether a semicolon parts a word from the quotation: "It was, Smith said, “luck”; it was, said Jones, …"."""
    between = [sorted((at, p)) for p in places]
    return bool(places) and all(any(t.text == ";" for t in tokens[low:high]) for low, high in between)


def _behind_colon(tokens: Sequence[Token], mention: Candidate, places: Sequence[int]) -> bool:
    """Tell Halden of a headline such as "‘We will stay’: Halden waits for answers"."""
    return any(p + 1 < mention.first and tokens[p + 1].text == ":" for p in places)


def _more_features(frame: Frame, mention: Candidate, order: int, said: frozenset[str]) -> list[str]:
    """Return what else speaks for or against: the first of its sentence, named in the quotation, named often."""
    names = ["first"] if order == 0 else []
    if mention.kind == "name":
        names += ["in_quote"] if mention.head in said else []
        names.append(
            "named_" + ("1" if (n := frame.mentions_of(mention.head)) < 2 else "2" if n < 5 else "5")
        )
    return names


def _is_other_clause(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], places: Sequence[int]) -> bool:
    """Tell whether between a verb and the quotation stand another quotation and then a verb with its own subject."""
    ahead = [p for p in places if p > cue.index]
    quoted = next((i for i in range(cue.index, ahead[0] if ahead else 0) if tokens[i].quote >= 0), None)
    return quoted is not None and any(
        quoted < other.index < ahead[0]
        and any(m.first > quoted and m.kind != "pronoun" for m, _ in other.subjects)
        for other in cues
    )


def _is_closed(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], places: Sequence[int]) -> bool:
    """Tell whether a clause with a speaker of its own begins behind a verb: "Smith said, while Jones warned of “X”"."""
    ahead = min((p for p in places if p > cue.index), default=-1)
    return any(
        cue.index < other.index < ahead
        and any(
            _begins_clause(tokens, m) and m.first > cue.index for m, form in other.subjects if form == "sv"
        )
        for other in cues
    )


def _is_aside(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], places: Sequence[int]) -> bool:
    """Tell whether a relative clause is over before the quotation: "Smith said Holt, who wrote in, should be “glad”"."""
    ahead = min((p for p in places if p > cue.index), default=-1)
    comma = next((i for i in range(cue.index, ahead) if tokens[i].text == ","), ahead)
    over = comma + 1 < ahead and tokens[comma + 1].low in INVERTS
    said = (m for c in cues if c.index < cue.index for m, form in c.subjects if form == "sv")
    return over and any(m.head != "who" for m in said)


def _goes_on(tokens: list[Token], cue: Cue, cues: Sequence[Cue], places: Sequence[int]) -> bool:
    """Tell whether a verb behind the quotation says something else: "The mayor said it “failed,” Holt said it had not"."""
    last = max(places, default=cue.index)
    return (
        cue.index > last
        and word_at(tokens, cue.index + 1) in SAID_NEXT
        and any(
            c.index < min(places) and c.word in SPEECH and any(f == "sv" for _, f in c.subjects) for c in cues
        )
    )


def _begins_clause(tokens: Sequence[Token], m: Candidate) -> bool:
    return m.first > 1 and tokens[m.first - 1].low in _JOINING and tokens[m.first - 2].text == ","


def _gap(cue: Cue, places: Sequence[int]) -> int:
    return min((abs(cue.index - p) for p in places), default=cue.index)


def _cue_feature(tokens: Sequence[Token], cue: Cue, form: str, places: Sequence[int]) -> str:
    """Name a verb's strength, form, side of the quotation and distance: `says_sv_after_0`."""
    if not places:
        return f"{cue.strength}_{form}"
    nearest = min(places, key=lambda p: abs(p - cue.index))
    side = "after" if cue.index > nearest else "before"
    gap = abs(nearest - cue.index) - 1
    low, high = sorted((nearest, cue.index))
    across = any(t.quote >= 0 for t in tokens[low + 1 : high])
    near = "across" if across else "0" if gap <= 1 else "3" if gap <= 4 else "9" if gap <= 10 else "far"
    return f"{cue.strength}_{form}_{side}_{near}"


def _distance(mentions: Sequence[Candidate], mention: Candidate, places: Sequence[int]) -> str:
    """Name the side on which a mention stands, and how many others (up to 3) stand between."""
    nearest = min(places, key=lambda p: min(abs(p - mention.first), abs(p - mention.last)))
    low, high = sorted((nearest, mention.first))
    between = sum(low < m.first < high and m is not mention for m in mentions)
    return f"{'right' if mention.first > nearest else 'left'}{min(between, 3)}"
