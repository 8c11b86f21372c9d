"""What a source only reports as denied or alleged by somebody, told in the statement as a fact."""

from __future__ import annotations

from presscheck.chains.check.align import Alignment
from presscheck.chains.check.contrast import Contrast
from presscheck.chains.check.cues import CONJUNCTIONS
from presscheck.chains.check.reading import Words
from presscheck.reasons import Reason

DENIED = frozenset("deny refute repudiate disavow rebut dismiss".split())
ALLEGED = frozenset("claim allege accuse assert contend insist maintain purport suspect rumor rumour".split())
_TOLD = (
    (DENIED - {"dismiss"})
    | ALLEGED
    | frozenset("say tell according denial accusation allegation alleged allegedly".split())
)
SUBJECTS = frozenset("he she it they we i".split())
SUBJECT = 4
"""Words before the verb that may be its subject."""
COVER = 0.7
ENOUGH = 3
"""Words with content that must stand behind the verb: all, where the statement has fewer."""


def hearsay(alignment: Alignment) -> Contrast | None:
    """Return the contrast where the aligned words all stand behind "denied" or "claimed", and the claim lacks it."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER or _TOLD & set(claim.lemmas) or _TOLD & set(claim.forms):
        return None
    for place, lemma in enumerate(source.lemmas):
        told = lemma in DENIED or lemma in ALLEGED
        if not told or place in alignment.here or not _a_verb(source.forms, place):
            continue
        held = [j for i, j in alignment.pairs if claim.weights[i]]
        behind = [j for j in held if j > place]
        if not _all_told(claim, source, place, held) or not _governs(source, place, behind[0]):
            continue
        reason = Reason.SOURCE_DENIED if lemma in DENIED else Reason.SOURCE_CLAIMED_BY
        first, last = alignment.pairs[0][0], alignment.pairs[-1][0]
        shown = f"The source has it only behind “{source.forms[place]}”"
        return Contrast(reason, (first, last), (place, max(behind)), shown)
    return None


def _all_told(claim: Words, source: Words, place: int, held: list[int]) -> bool:
    """Whether the statement stands behind the verb, whole but for a subject that a denial shares with it.

    "The mayor denied that he took bribes" has the mayor before the verb, "he" behind it.
    """
    behind = [j for j in held if j > place]
    if len(behind) >= min(ENOUGH, len(claim.content)) and len(behind) >= 0.75 * len(held):
        return True
    if source.lemmas[place] not in DENIED or len(behind) < 2 or "but" in source.forms[place : behind[-1]]:
        return False
    after = source.forms[place + 1 : place + 3]
    shared = bool(SUBJECTS & set(after)) or after[0].endswith("ing")
    return shared and all(j > place or place - j <= SUBJECT for j in held)


def _governs(source: Words, place: int, first: int) -> bool:
    """Whether the clause behind the verb is what it denies or claims: it begins at once, or with "that"."""
    between = source.forms[place + 1 : first]
    if source.clauses[first] != source.clauses[place] and "that" not in between:
        return False
    return len(between) <= 4 and not CONJUNCTIONS & set(between) - {"that"}


def _a_verb(forms: list[str], place: int) -> bool:
    """Whether it is used as a verb, not as a noun ("the claim that") and not to be ("was denied entry")."""
    before = forms[place - 1] if place else ""
    return before not in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "this",
        "that",
        "was",
        "were",
        "been",
        "its",
        "not",
    )
