"""Reporting verbs of a sentence and who their subjects can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from presscheck.text.common_words import SUBORDINATORS
from presscheck.text.cues import ACCORDING, BASES, BE, CUES, MODALS, PHRASAL, PHRASAL_VERBS, SPEECH, is_adverb
from presscheck.text.quote_tokens import POSSESSIVES, Token, word_at
from presscheck.text.speaker_mentions import Candidate, covers

Form = Literal["vs", "sv", "agent", "first", "near"]
"""Verb then subject; subject then verb; "by X" after a passive; the first or nearest mention of the clause."""

_NO_VERB_AFTER = POSSESSIVES | frozenset(
    "the a an his her their its this of in no my our your any some".split()
)
_PLURAL = frozenset("i we they you who to not".split())
_CLAUSE = SUBORDINATORS | {"what", "about"}
"""Words behind a verb that begin what it is about: "Asked whether she would go, Holt said"."""
_SIGNS = ("—", "–", "-", "--", "(")
_FARTHEST = 40


class Cue(NamedTuple):
    """A reporting verb: its token, the word, and the mentions that can be its subject, each with its form."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which a cue has no use for
    word: str
    subjects: tuple[tuple[Candidate, Form], ...]

    @property
    def strength(self) -> str:
        """`says` of a verb of speech, `frames` of one that only may report ("called")."""
        return "says" if self.word in SPEECH or not self.word.isalpha() else "frames"


def find_cues(tokens: list[Token], mentions: Sequence[Candidate]) -> list[Cue]:
    """Return the reporting verbs of a sentence with their possible subjects."""
    cues = []
    for at, token in enumerate(tokens):
        if token.low in ACCORDING and word_at(tokens, at + 1) in ("to", "the"):
            target = next((m for m in mentions if at < m.first <= at + 4), None)
            cues.append(Cue(at, "according to", ((target, "vs"),) if target else ()))
        elif token.text in _SIGNS and at and tokens[at - 1].quote >= 0:
            if signed := _signed(tokens, mentions, at):
                cues.append(Cue(at, "—", ((signed, "vs"),)))
        elif token.low == "in" and (words := _words_of(tokens, mentions, at)):
            cues.append(words)
        elif word_at(tokens, at + 1) == PHRASAL_VERBS.get(token.low):
            cues.append(Cue(at, f"{token.low} {tokens[at + 1].low}", _subjects(tokens, mentions, at)))
        elif token.low in ("put", "puts", "putting") and word_at(tokens, at + 1) == "it":
            cues.append(Cue(at, "put it", _subjects(tokens, mentions, at)))
        elif token.low in CUES and _is_verb(tokens, mentions, at):
            cues.append(Cue(at, token.low, _subjects(tokens, mentions, at)))
    return cues


def _signed(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Candidate | None:
    """Return who signs a quotation behind a dash, "— Ann Holt", or in brackets."""
    signed, bracket = covers(mentions, at + 1), tokens[at].text == "("
    if signed is None or (bracket and signed.kind != "name"):
        return None
    return signed if word_at(tokens, signed.last + 1) in ((")", ",") if bracket else ("", ".", ",")) else None


def _words_of(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Cue | None:
    """Return the cue of "in the words of Smith", "in Smith’s words"."""
    for i in range(at + 1, min(at + 9, len(tokens))):
        if tokens[i].low == "words" and word_at(tokens, i + 1) == "of":
            speaker = next((m for m in mentions if i + 2 <= m.first <= i + 3), None)
        elif tokens[i].low in ("words", "phrase") and word_at(tokens, i - 1) in POSSESSIVES:
            speaker = covers(mentions, i - 2)
        else:
            continue
        return Cue(at, "in the words of", ((speaker, "vs"),)) if speaker else None
    return None


def _is_verb(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> bool:
    """Tell a verb from a noun of the same form ("the claim", "on the list")."""
    before = word_at(tokens, at - 1)
    if before in _NO_VERB_AFTER or covers(mentions, at) is not None:
        return False
    if tokens[at].low not in BASES:
        return True
    return before in _PLURAL or before in MODALS or is_adverb(before) or covers(mentions, at - 1) is not None


def _subjects(
    tokens: list[Token], mentions: Sequence[Candidate], at: int
) -> tuple[tuple[Candidate, Form], ...]:
    if at == 0 and tokens[at].low.endswith("ing"):
        main = _of_main_clause(tokens, mentions)
        return ((main, "first"),) if main else ()
    if _is_passive(tokens, at):
        agent = _agent(tokens, mentions, at)
        return ((agent, "agent"),) if agent else ()
    behind = _agent_behind_quote(tokens, mentions, at)
    if behind is not None:
        return ((behind, "agent"),)
    after, before = _after(tokens, mentions, at), _before(tokens, mentions, at)
    if after is not None and (before is None or (at and tokens[at - 1].quote >= 0)):
        return ((after, "vs"),)
    if before is not None:
        return ((before, "sv"),)
    return _of_clause(tokens, mentions, at)


def _of_main_clause(tokens: list[Token], mentions: Sequence[Candidate]) -> Candidate | None:
    """Return Holt of "Describing the man as “a hero,” Holt left": who stands right behind the first quotation."""
    quote = next((i for i, t in enumerate(tokens) if t.quote >= 0), None)
    return None if quote is None else next((m for m in mentions if quote < m.first <= quote + 2), None)


def _is_passive(tokens: list[Token], at: int) -> bool:
    """Tell "was asked", "is being called"; "was quoted as saying" has its own verb behind it."""
    if not tokens[at].low.endswith(("ed", "wn", "en", "ld", "lt", "ught")) or tokens[at].low == "said":
        return False
    at -= 1
    while at >= 0 and is_adverb(tokens[at].low) and tokens[at].low not in BE:
        at -= 1
    return word_at(tokens, at) in BE


def _agent(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Candidate | None:
    """Return X of "called “…” by X"."""
    for i in range(at + 1, min(at + 8, len(tokens) - 1)):
        if tokens[i].low == "by":
            return covers(mentions, i + 1)
    return None


def _agent_behind_quote(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Candidate | None:
    """Return X of "a deal labelled “…” by X", where no "is" tells the passive."""
    if not tokens[at].low.endswith("ed"):
        return None
    quote = next((i for i in range(at + 1, min(at + 5, len(tokens) - 2)) if tokens[i].quote >= 0), None)
    return covers(mentions, quote + 2) if quote and tokens[quote + 1].low == "by" else None


def _after(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Candidate | None:
    """Return the subject behind its verb: "…," said Smith; the verb follows a quotation or a comma after it."""
    low = tokens[at].low
    read = low in ("read", "reads") and at > 0 and tokens[at - 1].quote >= 0
    if not (low in SPEECH or read) or low.endswith("ing") or (at and not _follows_clause(tokens, at)):
        return None
    at += 1
    while at < len(tokens) and (tokens[at].low in PHRASAL or is_adverb(tokens[at].low)):
        at += 1
    if word_at(tokens, at) in _CLAUSE:
        return None
    return next((m for m in mentions if at <= m.first <= at + 1 and not m.object and not m.owner), None)


def _follows_clause(tokens: list[Token], at: int) -> bool:
    """Tell whether a verb stands behind a quotation, or behind a comma with another right after its subject."""
    if tokens[at - 1].quote >= 0:
        return True
    if tokens[at - 1].text not in (",", "—", "–"):
        return False
    if at > 1 and tokens[at - 2].quote >= 0:
        return True
    return any(t.text in (",", ".", "—") or t.quote >= 0 for t in tokens[at + 2 : at + 6]) and not any(
        t.quote >= 0 for t in tokens[at - 1 : at + 2]
    )


def _before(tokens: list[Token], mentions: Sequence[Candidate], at: int) -> Candidate | None:
    """Return the mention right before a verb, or across adverbs and appositions ("Smith, 52, a lawyer, said")."""
    at -= 1
    for _ in range(_FARTHEST):
        if at < 0:
            return None
        if tokens[at].low == "who" and word_at(tokens, at - 1) == ",":
            return covers(mentions, at)
        if is_adverb(tokens[at].low) or tokens[at].low in ("to", "'d", "’d"):
            at -= 1
        elif tokens[at].text in (",", ")", "—", "–", "-"):
            opened = _opening(tokens, mentions, at)
            if opened < 0:
                return None
            at = opened - 1
        else:
            break
    mention = covers(mentions, at)
    return mention if mention is not None and not mention.owner and not _is_object(tokens, mention) else None


def _is_object(tokens: list[Token], mention: Candidate) -> bool:
    """Tell whether a preposition governs a mention; "before", "after", "as", "since" may begin a clause."""
    return mention.object and word_at(tokens, mention.first - 1) not in (
        "before",
        "after",
        "as",
        "since",
        "than",
    )


def _opening(tokens: list[Token], mentions: Sequence[Candidate], close: int) -> int:
    """Return where the apposition that ends at a comma, bracket or dash begins; -1 if there is none."""
    opener = "(" if tokens[close].text == ")" else tokens[close].text
    for at in range(close - 1, max(close - _FARTHEST, 0), -1):
        if tokens[at].quote >= 0:
            return -1
        before = covers(mentions, at - 1)
        if tokens[at].text == opener and before is not None and not before.object and before.last == at - 1:
            return at
    return -1


def _of_clause(
    tokens: list[Token], mentions: Sequence[Candidate], at: int
) -> tuple[tuple[Candidate, Form], ...]:
    """Return the first and the nearest mention of the clause before a verb: "He shrugged and said"."""
    start = next((i for i in range(at - 1, -1, -1) if tokens[i].quote >= 0 or tokens[i].text in ";:"), 0)
    inside = [
        m
        for m in mentions
        if start <= m.first < at
        and not m.owner
        and not _is_object(tokens, m)
        and word_at(tokens, m.first - 1) != "("
    ]
    if not inside:
        return ()
    return ((inside[0], "first"),) if len(inside) == 1 else ((inside[0], "first"), (inside[-1], "near"))
