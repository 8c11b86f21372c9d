"""What is told of a name that no source has: what comes nearest to it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.check.names.forms import Place, in_small_letters, places_of
from presscheck.chains.check.names.kin import opposite_forms
from presscheck.chains.check.sources import Sources
from presscheck.models import Claim, Finding
from presscheck.reasons import Reason
from presscheck.text.mentions import Name
from presscheck.text.names_lists import is_common


def absent(claim: Claim, name: Name, draft: Sequence[Name], sources: Sources) -> Finding:
    """Return the finding on a name that stands nowhere: in doubt where only the opposite quarter does."""
    for form in opposite_forms(name):
        places = [] if any(n.text == form for n in draft) else places_of(form, sources)
        if places:
            return _opposite(claim, form, places[0], sources)
    return Finding.of(claim, Reason.NAME_NOT_FOUND, explanation=_nearest(name, sources))


def _opposite(claim: Claim, form: str, place: Place, sources: Sources) -> Finding:
    shown = sources.evidence(place.passage.article_id, place.start, place.end, stance="nearest")
    return Finding.of(
        claim,
        Reason.NAME_DOUBTFUL,
        evidence=[shown],
        expected=form,
        explanation=f"The sources speak of {form}, never of {claim.text}.",
    )


def _nearest(name: Name, sources: Sources) -> str:
    """Say what the sources have of the name: in small letters, or a part of it."""
    small = in_small_letters(name.text, sources)
    if small:
        return f"No source has this name with capitals; one has “{small}”."
    part = next((p for p in _parts(name) if places_of(p, sources)), None)
    return f"No source has the whole name; one has “{part}”." if part else ""


def _parts(name: Name) -> Iterator[str]:
    """Yield the name without its first or last word, then each of these alone, where they are no ordinary words."""
    words = name.text.split()
    parts = [words[1:], words[:-1], words[-1:], words[:1]] if len(words) > 1 and name.kind != "person" else []
    for part in parts:
        if not all(is_common(w) for w in part):
            yield " ".join(part)
