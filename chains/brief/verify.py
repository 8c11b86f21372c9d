"""Whether a sentence of a brief holds: it goes through the check against the brief's own sources, and must be cited by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from presscheck.chains.brief.attributed import speaker_missing
from presscheck.chains.brief.choose import telling
from presscheck.chains.brief.facts import around
from presscheck.chains.check import check_article
from presscheck.models import Article, BriefSentence, Evidence, Finding, Passage
from presscheck.reasons import Reason, Severity, Verdict
from presscheck.text.words import content_words
from presscheck.vectorstore.filtered import FilteredLibrary
from presscheck.vectorstore.library import Library

MOST_CITED = 3
KEPT_WORDS = 0.7
"""How much of a written sentence's weight its sources must have in their own words."""
RELATED = 0.6
"""A place with less than this share of the best one's words is not cited."""
STRICT = frozenset(
    [
        Reason.QUOTE_CONDITION_CUT,
        Reason.STATEMENT_MODALITY,
        Reason.STATEMENT_JOINED,
        Reason.STATEMENT_UNSUPPORTED,
        Reason.SOURCE_DENIED,
        Reason.SOURCE_CLAIMED_BY,
        Reason.SOURCE_DISAGREE,
        Reason.FIGURE_OUTDATED,
        Reason.FIGURE_NOT_FOUND,
        Reason.DATE_NOT_FOUND,
        Reason.NAME_NOT_FOUND,
        Reason.CHECK_TOO_LONG,
        Reason.CHECK_LANGUAGE,
    ]
)
"""What may stand in a person's draft for a look, but not in a sentence that a model wrote."""


class Verified(NamedTuple):
    """The sentence with what bears it out, or None and what is wrong with it."""

    sentence: BriefSentence | None
    wrong: tuple[str, ...] = ()


class Verifier:
    """Holds sentences against the sources of one brief."""

    def __init__(self, library: Library, article_ids: Collection[str]) -> None:
        ids = frozenset(article_ids)
        self._library = FilteredLibrary(library, lambda head: head.article_id in ids)

    def verify(self, text: str, cited: Sequence[Passage]) -> Verified:
        """Check one sentence; its citations are where the check found it, those in the cited passages first."""
        words = " ".join(text.split())
        report = check_article(Article(id="brief", text=words), self._library)
        wrong = [_told(f) for f in report.findings if _fails(f)]
        found = _evidence(words, report.findings, cited)
        if not found:
            wrong.append("No source says this.")
        elif missing := speaker_missing(words, found, self._text_of):
            wrong.append(f"It is told as a fact, but {missing} said it: say so.")
        return (
            Verified(None, tuple(dict.fromkeys(wrong)))
            if wrong
            else Verified(BriefSentence(text=words, citations=found))
        )

    def _text_of(self, article_id: str) -> str:
        return self._library.article(article_id).text


def _fails(finding: Finding) -> bool:
    return finding.severity in (Severity.FIX, Severity.SOURCE) or finding.reason in STRICT


def _told(finding: Finding) -> str:
    source = f" (the source: “{finding.evidence[0].text[:200]}”)" if finding.evidence else ""
    return f"“{finding.claim.text[:120]}”: {finding.explanation}{source}"


def _evidence(words: str, findings: Sequence[Finding], cited: Sequence[Passage]) -> tuple[Evidence, ...]:
    """Return the places that bear the sentence out: none if only a name or figure of it is found, or too few words.

    The check tells whether the sources carry a statement of any person's; a model's must besides keep to their words.
    """
    good = [f for f in findings if f.verdict is Verdict.SUPPORTED and f.claim.kind in ("statement", "quote")]
    places = {(e.article_id, e.start, e.end): e for f in good for e in f.evidence if e.stance == "supports"}
    mine = frozenset(content_words(words))
    share = {key: _share(mine, content_words(" ".join((*around(e), e.text)))) for key, e in places.items()}
    best = sorted(places, key=lambda k: (-share[k], not _within(places[k], cited), k))
    near = [places[k] for k in best if share[k] >= RELATED * share[best[0]]][:MOST_CITED]
    told = frozenset(w for e in near for w in content_words(" ".join((*around(e), e.text))))
    return tuple(near) if _share(mine, told) >= KEPT_WORDS else ()


def _share(words: frozenset[str], told: Iterable[str]) -> float:
    """Return how much of the words' weight, by how rare they are in English, is told."""
    held = words & frozenset(told)
    whole = sum(telling(w) for w in words)
    return sum(telling(w) for w in held) / whole if whole else 0.0


def _within(evidence: Evidence, cited: Sequence[Passage]) -> bool:
    return any(p.article_id == evidence.article_id and p.start <= evidence.start < p.end for p in cited)
