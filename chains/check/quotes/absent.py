"""A quotation that stands nowhere: say what was searched, the complete record of the event, an excerpt, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presscheck.chains.check.quotes.lookup import Lookup
from presscheck.chains.check.quotes.speaker import anonymous, same_speaker, speaks, stands_for
from presscheck.chains.check.sources import RANK, timestamp
from presscheck.models import SourceInfo
from presscheck.reasons import Reason
from presscheck.text.people import surname

FEW = 8
"""Up to so many sources, those that were given no kind are read to see whether they are transcripts."""

NAMED, EXAMINED = 60, 12
"""Passages that name the speaker, asked for, and records that are examined, the newest first."""

DAY = 86_400


@dataclass(frozen=True)
class Absence:
    """Why a quotation counts as not found, and the records that were searched for it."""

    reason: Reason
    records: tuple[SourceInfo, ...]

    @property
    def explanation(self) -> str:
        """One sentence on what was searched."""
        names = (
            "the transcript" if r.name == r.article_id else f"“{r.title or r.name}”" for r in self.records[:2]
        )
        named = " and ".join(names)
        if self.reason is Reason.QUOTE_NOT_IN_TRANSCRIPT:
            return f"Not in {named}, a complete record."
        if self.reason is Reason.QUOTE_NOT_IN_EXCERPT:
            return f"Not in {named}; no complete record of it is among the sources."
        return "Nothing like it stands in any source, and none is a record of what this speaker said."


def absence(speaker: str | None, lookup: Lookup) -> Absence:
    """Tell which "not found" it is: by the newest records in which the speaker speaks."""
    records = records_of(speaker, lookup)
    if not records:
        return Absence(Reason.QUOTE_NOT_FOUND, ())
    whole = all(r.complete == "yes" for r in records)
    return Absence(Reason.QUOTE_NOT_IN_TRANSCRIPT if whole else Reason.QUOTE_NOT_IN_EXCERPT, tuple(records))


def records_of(speaker: str | None, lookup: Lookup) -> list[SourceInfo]:
    """Return the newest transcripts or official texts in which a person speaks, of one day.

    With no name it is the only record there is, if there is but one.
    """
    heads = lookup.sources.heads
    few = len(heads) <= FEW
    records = [
        h for h in heads if RANK[h.kind] >= RANK["official"] or (few and lookup.turns(h.article_id).spoken)
    ]
    if not speaker or anonymous(speaker):
        return records if len(records) == 1 else []
    named = (
        _naming(speaker, records, lookup)
        if len(records) > FEW
        else dict.fromkeys(h.article_id for h in records)
    )
    newest = sorted(
        (h for h in records if h.article_id in named), key=lambda h: timestamp(h.published), reverse=True
    )
    found: list[SourceInfo] = []
    for i, head in enumerate(newest):
        if found and not _same_day(head, found[0]):
            break
        if named[head.article_id] or (i < EXAMINED and _speaks(speaker, head, lookup)):
            found.append(head)
    return found


def _naming(speaker: str, records: Sequence[SourceInfo], lookup: Lookup) -> dict[str, bool | None]:
    """Return the ids of records that name a person, true where a passage is surely the person's own."""
    ids = frozenset(h.article_id for h in records)
    family = surname(speaker) or speaker
    folded = family.casefold()
    named: dict[str, bool | None] = {
        h.article_id: None for h in records if folded in (h.title or "").casefold()
    }
    for passage, _ in lookup.sources.library.search(family, NAMED, only=ids):
        own = bool(passage.speaker) and same_speaker(speaker, passage.speaker or "")
        named[passage.article_id] = named.get(passage.article_id) or own
    return named


def _same_day(a: SourceInfo, b: SourceInfo) -> bool:
    if a.published is None or b.published is None:
        return a.published is b.published
    return abs(timestamp(a.published) - timestamp(b.published)) < DAY


def _speaks(speaker: str, head: SourceInfo, lookup: Lookup) -> bool:
    article = lookup.article(head.article_id)
    if lookup.turns(head.article_id).spoken:
        return speaks(speaker, lookup.speakers(article))
    return stands_for(speaker, article)
