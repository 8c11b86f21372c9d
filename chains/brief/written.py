"""A brief worded by a model, and held to the sources: each sentence is checked before it is shown.

All passages go into one call if they fit; else notes are taken of as many as fit, and the brief is written from the notes
(map and reduce), so that nothing is cut. A sentence that does not hold is rewritten once with the findings in hand, then
replaced by the source's own sentence, or dropped; the brief counts each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from pydantic import BaseModel, Field

from presscheck.chains.brief.candidates import Candidate
from presscheck.chains.brief.choose import REPEATS, overlap, rarity
from presscheck.chains.brief.material import Material
from presscheck.chains.brief.verify import Verifier
from presscheck.chains.brief.wording import sentence
from presscheck.chains.model.fence import fenced
from presscheck.errors import ModelError
from presscheck.llm import Model
from presscheck.models import Brief, BriefSentence, Engine, Passage, Wording
from presscheck.prompts import load
from presscheck.spending import count_tokens
from presscheck.text.words import content_words

ROOM = 5000
"""Tokens of passages in one call."""
NEAREST = 0.3
"""A source's own sentence takes a written one's place from this share of common weight on."""
PROMPTS = ("brief", "brief_notes", "brief_rewrite")


class Written(BaseModel):
    """A sentence as the model gives it, with the numbers of the passages it rests on."""

    text: str = Field(max_length=1500)
    passages: list[int] = Field(default_factory=list, max_length=50)


class Notes(BaseModel):
    """The model's notes."""

    sentences: list[Written] = Field(max_length=200)


class Draft(BaseModel):
    """The model's brief."""

    headline: str = Field(default="", max_length=400)
    sentences: list[Written] = Field(max_length=60)


class Rewritten(BaseModel):
    """A sentence put right; empty where the passages say nothing of the kind."""

    text: str = Field(default="", max_length=1500)


class Line(NamedTuple):
    """A passage, or a note of one, as it stands in a prompt."""

    label: str
    text: str


class Outcome(NamedTuple):
    """What became of a written sentence."""

    sentence: BriefSentence | None
    fate: str


def reworded(made: Brief, material: Material, model: Model, words: int) -> Brief:
    """Return the brief with its sentences worded by the model; what stands beside them stays as plain code made it.

    Raises `ModelError` (`BudgetSpent` among them) where the model gives no brief.
    """
    passages = _numbered(material)
    draft = _draft(material, model, words, passages)
    writer = _Writer(material, model, passages)
    outcomes = _within(words, [writer.settled(w) for w in draft.sentences if w.text.strip()])
    kept = tuple(o.sentence for o in outcomes if o.sentence is not None)
    update: dict[str, Any] = {
        "wording": _counted(outcomes),
        "engine": Engine(
            version=made.engine.version, model=model.name, prompts={name: load(name).hash for name in PROMPTS}
        ),
    }
    if kept:
        headline = writer.headline(draft.headline) or made.headline
        update |= {"headline": headline, "summary": kept[0], "sentences": kept[1:]}
    return made.model_copy(update=update)


def _numbered(material: Material) -> dict[int, Passage]:
    """Return the passages by number: those that somebody states, the sources' order kept."""
    stated = [p for p in material.passages if p.role in ("statement", "answer") and p.text.strip()]
    return dict(enumerate(stated, 1))


def _draft(material: Material, model: Model, words: int, passages: Mapping[int, Passage]) -> Draft:
    subject = material.topic or "what matters most in these passages"
    lines = [Line(_label(material, n, p), p.text) for n, p in passages.items()]
    while len(parts := list(_parts(lines))) > 1:
        noted = _noted(model, subject, parts)
        if sum(len(n.text) for n in noted) >= sum(len(line.text) for line in lines):
            raise ModelError(f"{model.name} takes notes that are no shorter than what they are of.")
        lines = noted
    prompt = load("brief").fill(subject=subject, words=str(words), passages=_shown(lines))
    return model.ask(prompt, Draft)


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines in runs that fit into one call each."""
    part: list[Line] = []
    used = 0
    for line in lines:
        cost = count_tokens(_shown([line]))
        if part and used + cost > ROOM:
            yield part
            part, used = [], 0
        part.append(line)
        used += cost
    if part:
        yield part


def _noted(model: Model, subject: str, parts: Sequence[Sequence[Line]]) -> list[Line]:
    """Take notes of each part, several at once."""
    prompts = [load("brief_notes").fill(subject=subject, passages=_shown(part)) for part in parts]
    with ThreadPoolExecutor(model.workers) as pool:
        answers = list(pool.map(lambda prompt: model.ask(prompt, Notes), prompts))
    notes = [note for answer in answers for note in answer.sentences if note.text.strip()]
    return [Line(f"Passage {', '.join(map(str, note.passages)) or '?'}", note.text) for note in notes]


def _shown(lines: Sequence[Line]) -> str:
    return "\n\n".join(fenced(line.label, line.text) for line in lines)


def _label(material: Material, number: int, passage: Passage) -> str:
    article = material.library.article(passage.article_id)
    when = article.published.date().isoformat() if article.published else ""
    who = f"said by {passage.speaker}" if passage.speaker else article.publisher or ""
    return " · ".join(part for part in (f"Passage {number}", who, when) if part)


class _Writer:
    """Settles what becomes of each written sentence."""

    def __init__(self, material: Material, model: Model, passages: Mapping[int, Passage]) -> None:
        self._material, self._model, self._passages = material, model, passages
        self._verifier = Verifier(material.library, material.articles)
        self._weight = rarity(material.told)
        self._shown: list[frozenset[str]] = []

    def headline(self, text: str) -> str | None:
        """Return the headline if the sources bear it out."""
        return text.strip() if text.strip() and self._verifier.verify(text, ()).sentence else None

    def settled(self, written: Written) -> Outcome:
        """Return the sentence as it may be shown, and how it came to be."""
        outcome = self._settled(written)
        if outcome.sentence is not None:
            mine = frozenset(content_words(outcome.sentence.text))
            if any(overlap(mine, other, self._weight) > REPEATS + 0.2 for other in self._shown):
                return Outcome(None, "dropped")
            self._shown.append(mine)
        return outcome

    def _settled(self, written: Written) -> Outcome:
        cited = [self._passages[n] for n in dict.fromkeys(written.passages) if n in self._passages]
        first = self._verifier.verify(written.text, cited)
        if first.sentence is not None:
            return Outcome(first.sentence, "kept")
        again = self._rewritten(written, first.wrong, cited)
        second = self._verifier.verify(again, cited) if again else None
        if second is not None and second.sentence is not None:
            return Outcome(second.sentence, "rewritten")
        own = self._own(written.text, cited)
        return Outcome(own, "replaced") if own else Outcome(None, "dropped")

    def _rewritten(self, written: Written, wrong: Sequence[str], cited: Sequence[Passage]) -> str:
        """Ask once for the sentence put right; "" where that gives nothing."""
        prompt = load("brief_rewrite").fill(
            sentence=fenced("Sentence", written.text),
            findings=fenced("Findings", "\n".join(wrong)),
            passages=_shown([Line(f"Passage {n}", p.text) for n, p in enumerate(cited[:4], 1)]),
        )
        try:
            return self._model.ask(prompt, Rewritten).text.strip()
        except ModelError:
            return ""

    def _own(self, text: str, cited: Sequence[Passage]) -> BriefSentence | None:
        """Return the source's own sentence that is nearest, one in a cited passage if there is one."""
        mine = frozenset(content_words(text))
        ids = {p.id for p in cited}

        def near(c: Candidate) -> tuple[float, bool, str, int]:
            return overlap(mine, c.words, self._weight), c.passage.id in ids, c.article.id, -c.start

        best = max(self._material.pool, key=near, default=None)
        return sentence(best) if best and near(best)[0] >= NEAREST else None


def _within(words: int, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Drop the sentences that no longer fit into the number of words."""
    left, kept = words, []
    for outcome in outcomes:
        cost = len(outcome.sentence.text.split()) if outcome.sentence else 0
        kept.append(outcome if cost <= left else Outcome(None, "dropped"))
        left -= cost if cost <= left else 0
    return kept


def _counted(outcomes: Sequence[Outcome]) -> Wording:
    fates = [o.fate for o in outcomes]
    return Wording(
        written=len(fates),
        kept=fates.count("kept"),
        rewritten=fates.count("rewritten"),
        replaced=fates.count("replaced"),
        dropped=fates.count("dropped"),
    )
