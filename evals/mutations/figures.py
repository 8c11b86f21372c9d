"""Figures changed in value, scale, unit, currency, bound, direction or place, and controls that are right.

Each draft is one sentence of the article, with one figure written otherwise; the article is its source.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from presscheck.evals.mutation import Mutation, with_other_words
from presscheck.evals.mutations import figure_edits as edits
from presscheck.models import Article
from presscheck.text.figures import find_figures
from presscheck.text.mentions import Figure
from presscheck.text.sentences import split_sentences

Edit = Callable[[Figure, random.Random], str | None]

FAULTS: dict[str, tuple[Edit, str]] = {
    "figure.value": (edits.other_value, "figure.value"),
    "figure.value.swapped": (edits.swapped_digits, "figure.value"),
    "figure.scale": (edits.other_scale, "figure.scale"),
    "figure.unit": (edits.other_unit, "figure.unit"),
    "figure.currency": (edits.other_currency, "figure.currency"),
    "figure.bound": (edits.other_bound, "figure.bound"),
    "figure.points": (edits.other_points, "figure.points"),
}
CONTROLS: dict[str, Edit] = {
    "control.figure.verbatim": edits.verbatim,
    "control.figure.spelling": edits.other_spelling,
    "control.figure.scale": edits.same_value_other_scale,
    "control.figure.rounded": edits.rounded,
    "control.figure.derived": edits.converted,
}
PASSES = 3
"""How often each kind is tried on an article."""
_WORDS = range(8, 46)
_MARKS = re.compile(r"[\"“”?|*#\n]")


class Told(NamedTuple):
    """A sentence of the article and one of its figures, by the sentence's own offsets."""

    sentence: str
    figure: Figure


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls from the sentences of an article that hold a figure, kinds by turns."""
    told = list(_told(article))
    if not told:
        return
    makers = [*_edited(), _turned, _moved, _older]
    for _ in range(PASSES):
        for make in makers:
            made = next((m for _ in range(20) if (m := make(article, rng.choice(told), told, rng))), None)
            if made:
                yield made


Maker = Callable[[Article, Told, list[Told], random.Random], Mutation | None]


def _told(article: Article) -> Iterator[Told]:
    """Find the sentences to work on: whole, of moderate length, no question, no quotation."""
    for sentence in split_sentences(article.text):
        if len(sentence.text.split()) in _WORDS and not _MARKS.search(sentence.text):
            for figure in find_figures(sentence.text):
                if (
                    figure.kind == "quantity"
                    and figure.low == figure.high
                    and (figure.low > 12 or not figure.low.is_integer() or "$" in figure.text)
                ):
                    yield Told(sentence.text, figure)


def _edited() -> list[Maker]:
    """Return a maker for each edit of the figure's own words."""

    def maker(kind: str, edit: Edit, expect: tuple[str, ...]) -> Maker:
        def make(article: Article, told: Told, every: list[Told], rng: random.Random) -> Mutation | None:
            text = edit(told.figure, rng)
            if text is None or (expect and not _new(text, every)):
                return None
            made = _mutation(article, kind, told, text, expect)
            return made if _read_there(made) else None

        return make

    faults = [maker(kind, edit, (code,)) for kind, (edit, code) in FAULTS.items()]
    return faults + [maker(kind, edit, ()) for kind, edit in CONTROLS.items()]


def _read_there(made: Mutation) -> bool:
    """Whether the figure as mutated is still read as one ("FEMA(1849)" looks like a year)."""
    return any(f.start < made.end and made.start < f.end for f in find_figures(made.text))


def _new(text: str, every: list[Told]) -> bool:
    """Whether the article has the figure as mutated nowhere, nor tells the same sentence with another value."""
    read = find_figures(text)
    if len(read) != 1:
        return False
    other = read[0]
    return not any(
        f.figure.low == other.low and f.figure.unit == other.unit and f.figure.bound == other.bound
        for f in every
    )


def _mutation(
    article: Article,
    kind: str,
    told: Told,
    text: str,
    expect: tuple[str, ...],
    *,
    distractors: tuple[Article, ...] = (),
) -> Mutation:
    sentence, figure = told
    made = with_other_words(article, sentence, figure.start, figure.end, text, kind, expect)
    return made.model_copy(update={"distractors": distractors})


def _turned(article: Article, told: Told, every: list[Told], rng: random.Random) -> Mutation | None:
    """Turn a rise into a fall, or a fall into a rise."""
    figure = told.figure
    if figure.change is None:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(edits.OTHER_WAY)})\b")
    before = list(pattern.finditer(told.sentence, max(0, figure.start - 40), figure.start))
    match = before[-1] if before else pattern.search(told.sentence, figure.end, figure.end + 25)
    if match is None:
        return None
    other = edits.OTHER_WAY[match[0]]
    draft = told.sentence[: match.start()] + other + told.sentence[match.end() :]
    shift = len(other) - len(match[0]) if match.start() < figure.start else 0
    read = [f for f in find_figures(draft) if f.start == figure.start + shift]
    if not read or read[0].change in (None, figure.change):
        return None
    return Mutation(
        kind="figure.direction", control=False, text=draft, start=read[0].start, end=read[0].end, was=match[0],
        source_id=article.id, expect=("figure.direction",),
    )  # fmt: skip


def _moved(article: Article, told: Told, every: list[Told], rng: random.Random) -> Mutation | None:
    """Put in a figure that the article gives for something else."""
    others = [
        o.figure.text
        for o in every
        if o.sentence != told.sentence and o.figure.unit == told.figure.unit and _apart(o.figure, told.figure)
    ]
    return (
        _mutation(article, "figure.value.moved", told, rng.choice(others), ("figure.value", "figure.scale"))
        if others
        else None
    )


def _apart(one: Figure, other: Figure) -> bool:
    small, large = sorted((abs(one.low), abs(other.low)))
    return large > 1.3 * small and "=" == one.bound == other.bound


def _older(article: Article, told: Told, every: list[Told], rng: random.Random) -> Mutation | None:
    """Tell a value that an older article had; the newer one has moved on."""
    text = edits.other_value(told.figure, rng)
    if text is None or article.published is None or not _new(text, every):
        return None
    older = told.sentence[: told.figure.start] + text + told.sentence[told.figure.end :]
    source = Article(
        id="older",
        text=" ".join([*_others(told, every, rng), older]),
        kind=article.kind,
        published=article.published - timedelta(days=9),
    )
    made = _mutation(article, "figure.outdated", told, text, ("figure.outdated",), distractors=(source,))
    return made if _read_there(made) else None


def _others(told: Told, every: list[Told], rng: random.Random) -> list[str]:
    """Choose sentences that the older article told besides, so that it is no copy of the one-sentence draft."""
    others = sorted({t.sentence for t in every} - {told.sentence})
    return rng.sample(others, min(4, len(others))) or ["It was the first report of the day."] * 2
