"""What stops a check before it starts: a language it does not read, a text too long, no source but the text itself."""

from __future__ import annotations

import unicodedata

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources
from presscheck.models import Finding
from presscheck.reasons import Reason

LONGEST = 2_000_000
"""Characters of the longest text that is checked."""


def barrier(draft: Draft, sources: Sources) -> list[Finding]:
    """Return the one finding that says why nothing can be checked, or none."""
    reason = _why_not(draft, sources)
    if reason is None or not draft.text.strip():
        return []
    first = len(draft.text) - len(draft.text.lstrip())
    line_end = draft.text.find("\n", first)
    end = min(first + 200, len(draft.text) if line_end < 0 else line_end)
    return [Finding.of(draft.claim("statement", first, end), reason)]


def _why_not(draft: Draft, sources: Sources) -> Reason | None:
    if len(draft.text) > LONGEST:
        return Reason.CHECK_TOO_LONG
    if not draft.article.language.startswith("en") or not mostly_latin(draft.text):
        return Reason.CHECK_LANGUAGE
    if sources.left_out and not sources.heads and not sources.later:
        return Reason.SOURCE_SELF_ONLY
    return None


def mostly_latin(text: str) -> bool:
    """Tell whether at least half of the letters (of the first 4,000 characters) are Latin."""
    letters = [c for c in text[:4000] if c.isalpha()]
    latin = sum(c < "\u0250" or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return not letters or 2 * latin >= len(letters)
