"""Statements: does a source carry the sentence, and how sure are we.

One finding for each sentence that says something. Signals and their weighing are in `signals` and `model`; what
differs between a sentence and the place it aligns with is named by `contrast`, `roles`, `hearsay` and `links`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.chains.check.statements.another_speaker import unnamed_speaker
from presscheck.chains.check.statements.astray import misplaced
from presscheck.chains.check.statements.compare import Compared, compare_all, nearest
from presscheck.chains.check.statements.doubts import doubt
from presscheck.chains.check.statements.ground import Ground, evidence, held_by
from presscheck.chains.check.statements.links import unsourced_link
from presscheck.chains.check.statements.quoted import only_quoted
from presscheck.chains.check.statements.told import is_forecast, not_checkable
from presscheck.chains.check.support.score import QUOTED, checkable, ground_for, sentence_support, signals_of
from presscheck.chains.check.words.reading import Words, read_words
from presscheck.models import Claim, Evidence, Finding, Stance
from presscheck.reasons import Reason, Severity
from presscheck.text.mentions import Sentence

CARRIED = 0.5
"""The probability from which a source is said to carry a sentence: the boundary of the balanced training sets."""
HELD = 0.7
"""The share of a statement's weight that the sentences shown with it must have: of those scored above 0.5, three in four
that have it are right, of the others half (labelled claims, cross-validated)."""
SURELY = 0.75
"""The probability from which words of the same meaning count as held too: three in four are right as well."""
_OPEN = frozenset([Severity.FIX, Severity.SOURCE])
_NOWHERE = frozenset([Reason.FIGURE_NOT_FOUND, Reason.DATE_NOT_FOUND])
SHOWN = 2
"""Sentences shown for a statement that is carried."""


def check(draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> Iterator[Finding]:
    """Yield one finding for each sentence that states something."""
    if not sources.heads:
        return
    inside = draft.by_sentence(earlier)
    for sentence in checkable(draft):
        yield Statement(sentence, draft, sources, inside[sentence.start]).finding()


class Statement:
    """One sentence of the draft beside what the sources say around it."""

    def __init__(
        self, sentence: Sentence, draft: Draft, sources: Sources, earlier: Sequence[Finding]
    ) -> None:
        self.sentence, self.draft, self.sources, self.earlier = sentence, draft, sources, earlier
        self.words: Words = read_words(sentence.text)
        self.ground: Ground
        self.found: list[SourceSentence]
        self.ground, self.found = ground_for(sentence.text, sources)

    def finding(self) -> Finding:
        """Return the finding: what differs, if that can be shown; else whether it is carried."""
        reason = not_checkable(self.sentence.text)
        if reason is not None:
            return Finding.of(self._claim(), reason)
        if only_quoted(self.sentence, self.draft, self.earlier):
            return self._quoted()
        self.best = evidence(self.words, self.ground)
        signals = signals_of(self.sentence, self.sources, self.ground)
        self.confidence = sentence_support(self.sentence, self.draft, signals, self.earlier)
        return self._contradicted() or self._joined() or self._carried()

    def _claim(self) -> Claim:
        return self.draft.claim("statement", self.sentence.start, self.sentence.end)

    def _quoted(self) -> Finding:
        """Return the finding of a sentence that the check of quotations bears out, with what it shows."""
        said = (f.evidence[0] for f in self.earlier if f.reason is Reason.SPEAKER_MATCH)
        return Finding.of(
            self._claim(),
            Reason.STATEMENT_SUPPORTED,
            evidence=list(said)[:SHOWN],
            confidence=QUOTED,
        )

    def _contradicted(self) -> Finding | None:
        compared = compare_all(self.words, self.ground)
        if compared is None:
            return None
        place, agreeing = self.found[compared.sentence], [self.found[n] for n in compared.agreeing]
        if any(a.article_id == place.article_id for a in agreeing):
            return None
        mine = self.sources.rank(place.article_id)[0]
        rival = max((self.sources.rank(a.article_id)[0] for a in agreeing), default=-1)
        if mine == rival:
            return self._disagree(compared)
        return self._contrast(compared) if mine > rival else None

    def _disagree(self, compared: Compared) -> Finding:
        """Return the finding where one source says it and another, of the same rank, something else."""
        agreeing = self._shown(compared.agreeing[:1], "supports")
        return Finding.of(
            self._claim(),
            Reason.SOURCE_DISAGREE,
            evidence=[*agreeing, *self._shown([compared.sentence], "contradicts")],
            confidence=self.confidence,
            explanation=f"One source says so; in another, {_small(compared.contrast.told)}.",
        )

    def _contrast(self, compared: Compared) -> Finding:
        contrast, place = compared.contrast, self.found[compared.sentence]
        shown = self.sources.evidence(
            place.article_id, place.start, place.end, stance="contradicts", speaker=place.speaker
        )
        return Finding.of(
            self._claim(),
            contrast.reason,
            evidence=[shown],
            expected=compared.words.span(*contrast.theirs),
            confidence=self.confidence,
            explanation=f"{contrast.told}.",
        )

    def _joined(self) -> Finding | None:
        link = unsourced_link(self.sentence.text, self.ground)
        if link is None:
            return None
        shown = self._shown([*link.first, *link.second], "nearest")
        told = f"Both parts stand in the sources; that one is “{link.text}” the other does not."
        return Finding.of(
            self._claim(),
            Reason.STATEMENT_JOINED,
            evidence=shown,
            confidence=self.confidence,
            explanation=told,
        )

    def _carried(self) -> Finding:
        held = self._held()
        against = self._against() if held else ""
        carried = held and not against and self._all_found() and self._said_by_them()
        shown = (
            self._shown(self.best[:SHOWN], "supports") if carried else self._shown(self.best[:1], "nearest")
        )
        return Finding.of(
            self._claim(),
            Reason.STATEMENT_SUPPORTED if carried else self._absent(),
            evidence=shown,
            confidence=self.confidence,
            explanation=against,
        )

    def _held(self) -> bool:
        """Tell whether it scores enough and the sentences shown have enough of it."""
        shown = self.best[:SHOWN]
        if self.confidence < CARRIED:
            return False
        plainly = held_by(self.words, self.ground, shown) >= HELD
        return plainly or (
            self.confidence >= SURELY and held_by(self.words, self.ground, shown, in_other_words=True) >= HELD
        )

    def _against(self) -> str:
        """Say what speaks against it though its words stand in the sources: a name astray, a "not"; "" for nothing."""
        name = misplaced(self.words, self.ground)
        if name is not None:
            span = self.words.span(name.start, name.stop - 1)
            return f"The sources have “{span}”, but not where they tell the rest."
        told = doubt(self.words, self.ground, self.best)
        return f"{told}." if told else ""

    def _all_found(self) -> bool:
        """Tell whether no other check found something wrong in the sentence, or no source for a figure or date."""
        inside = (f for f in self.earlier if self.sentence.start <= f.claim.start < self.sentence.end)
        return not any(f.severity in _OPEN or f.reason in _NOWHERE for f in inside)

    def _said_by_them(self) -> bool:
        """Tell whether whom the statement has say it is named where somebody says it."""
        return not unnamed_speaker(self.words, self.ground, self.best[0])

    def _absent(self) -> Reason:
        """Return why nothing carries it: a forecast of the author's own, or else what the sources don't have."""
        alone = not nearest(self.words, self.ground)
        forecast = alone and is_forecast(self.sentence.text)
        return Reason.CLAIM_PREDICTION if forecast else Reason.STATEMENT_UNSUPPORTED

    def _shown(self, numbers: Sequence[int], stance: Stance) -> list[Evidence]:
        places = [self.found[n] for n in numbers]
        return [
            self.sources.evidence(p.article_id, p.start, p.end, stance=stance, speaker=p.speaker)
            for p in places
        ]


def _small(told: str) -> str:
    return told[0].lower() + told[1:]
