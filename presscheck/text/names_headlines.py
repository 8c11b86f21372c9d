"""Headlines, in which nearly every word has a capital: only names known from elsewhere, or in full, are taken from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presscheck.text.names_lists import is_common, known_in_small_letters
from presscheck.text.names_parts import Part
from presscheck.text.names_runs import Word
from presscheck.text.tokens import Token
from presscheck.text.words import lemma

_LONGEST = 25
_ENDS = frozenset('.!,”"')


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether nearly all longer words have a capital, so that a capital says nothing."""
    if len(tokens) > _LONGEST:
        return False
    ended = bool(tokens) and tokens[-1].text in _ENDS
    if ended and not tokens[0].text.isupper():
        return False
    long = [t.text for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    capital = sum(w[0].isupper() for w in long)
    ordinary = sum(w[0].isupper() and is_common(w) for w in long)
    if len(long) < 4 or capital < 0.8 * len(long) or ordinary < 0.4 * len(long):
        return False
    return not ended or all(w.isupper() for w in long)


def in_full(part: Part) -> bool:
    """Tell a person with title, first name and surname, who stands out in a headline, too."""
    words = [w for w in part.words if len(w.text.rstrip(".")) > 1]
    return (
        part.kind == "person"
        and part.title is not None
        and len(words) == 2
        and not any(is_common(lemma(w.text)) for w in words)
    )


def names_in_headlines(headlines: Iterable[Sequence[Token]], parts: Sequence[Part]) -> Iterator[Part]:
    """Yield names in headlines: those that the rest of the text has, and known ones; capitals don't matter."""
    forms = {p.text.lower(): p for p in parts}
    forms |= {p.words[-1].text.lower(): p for p in parts if p.kind == "person" and len(p.words) > 1}
    taken = {at for p in parts for at in range(p.start, p.end)}
    for tokens in headlines:
        at = 0
        while at < len(tokens):
            part, size = _headline_name(tokens, at, forms)
            if part and part.start not in taken:
                yield part
            at += size


def _headline_name(tokens: Sequence[Token], at: int, forms: dict[str, Part]) -> tuple[Part | None, int]:
    for size in range(min(6, len(tokens) - at), 0, -1):
        run = [_bare(t) for t in tokens[at : at + size]]
        name = " ".join(w.text for w in run).lower()
        known = forms.get(name)
        if (known or name in known_in_small_letters()) and _written_large(run):
            part = Part(tuple(run), run[0].start, run[-1].end, kind=known.kind if known else None)
            part.known = known is None
            return part, size
    return None, 1


def _written_large(run: Sequence[Word]) -> bool:
    return run[0].text[:1].isupper() and (len(run[0].text) > 2 or run[0].text.isupper())


def _bare(token: Token) -> Word:
    cut = 2 if token.text[-2:].lower() in ("'s", "’s") else 0
    return Word(token.text[: len(token.text) - cut], token.start, token.end - cut)
