"""Quotations changed, cut, joined, invented or given to the wrong person, and controls that are lawful.

Made from any transcript, and from the attributed quotations of any article. Each draft is one sentence with the
quotation and its speaker, as newspapers write it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations import quote_edits as edits
from presscheck.evals.mutations.quote_utterances import Utterance, utterances
from presscheck.models import Article
from presscheck.text.people import same_person, surname
from presscheck.text.words import normalise

Edit = Callable[[str, random.Random, Sequence[str]], str | None]
"""Returns the words as misquoted, or None where the edit does not fit; the last argument is other words to put in."""

FAULTS: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "quote.altered.changed": (edits.change_word, ("quote.altered",)),
    "quote.altered.lost": (edits.lose_word, ("quote.altered",)),
    "quote.altered.added": (edits.add_word, ("quote.altered",)),
    "quote.altered.small_word": (edits.change_small_word, ("quote.altered",)),
    "quote.negation_lost": (edits.lose_negation, ("quote.negation_lost",)),
    "quote.negation_lost.ellipsis": (edits.hide_negation, ("quote.negation_lost",)),
    "quote.negation_lost.put_in": (edits.put_in_negation, ("quote.negation_lost",)),
    "quote.negation_lost.bracket": (edits.bracket_negation, ("quote.negation_lost",)),
    "quote.condition_cut": (edits.cut_condition, ("quote.condition_cut",)),
    "quote.fabricated": (edits.fabricate, ("quote.not_*",)),
}
CONTROLS: dict[str, Edit] = {
    "control.quote.exact": edits.exact,
    "control.quote.partial": edits.part,
    "control.quote.case": edits.recase,
    "control.quote.typography": edits.retype,
    "control.quote.bracket_replaced": edits.replace_by_bracket,
    "control.quote.bracket_added": edits.add_bracket,
    "control.quote.ellipsis": edits.shorten,
    "control.quote.filler": edits.leave_out_slips,
    "control.quote.interrupted": edits.exact,
}
INTERRUPTED = "“{a},” {who} said, “{q}.”"
SENTENCES = ("“{q},” {who} said.", "{who} said, “{q}.”", "{who} told reporters: “{q}.”", "“{q},” said {who}.")
SAID = ("control", "speaker", "quote.condition_cut")
"""Kinds whose words stand in the article as they are."""
OTHERS = frozenset({"matter", "report", "answer"})
"""Words to put in where the article quotes none that are fit for it."""
RECORDS, ONLY_IN_RECORDS = frozenset({"transcript", "official"}), frozenset({"quote.altered.misprint"})
"""Only against a record of what was said is an earlier story that misquotes it a misprint."""
PASSES = 6
"""How often each kind is tried on an article."""


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls made from a transcript's turns or an article's quotations, kinds by turns."""
    said = utterances(article)
    spoken = [u for u in said if u.role != "question" and u.speaker]
    if not spoken:
        return
    seen = normalise(article.text)
    makers = [m for m in _makers(said, spoken) if article.kind in RECORDS or m[0] not in ONLY_IN_RECORDS]
    for _ in range(PASSES):
        for kind, make in rng.sample(makers, len(makers)):
            made = next((m for _ in range(12) if (m := make(rng))), None)
            if made and (kind.startswith(SAID) or _bare(made[1]) not in seen):
                yield _mutation(article, kind, *made, rng)


Made = tuple[str, str, str, tuple[str, ...]]
"""Who it is given to, the words, what was right there, and the text of an earlier misprint, if any."""
Maker = Callable[[random.Random], Made | None]


def _bare(quotation: str) -> str:
    return normalise(quotation).rstrip(".,?! ")


def _makers(said: list[Utterance], spoken: list[Utterance]) -> list[tuple[str, Maker]]:
    """Return each kind with what makes one of it."""
    words = sorted({w for u in said for w in u.text.split() if edits.plain(w) and w.islower()} or OTHERS)

    def edited(edit: Edit) -> Maker:
        def make(rng: random.Random) -> Made | None:
            chosen = rng.choice(spoken)
            text = edit(chosen.text, rng, words)
            return (surname(chosen.speaker or ""), text, chosen.text, ()) if text else None

        return make

    found = [(kind, edited(edit)) for kind, edit in CONTROLS.items()]
    found += [(kind, edited(edit)) for kind, (edit, _) in FAULTS.items()]
    found.append(("quote.altered.misprint", lambda rng: _misprint(rng, spoken, words)))
    found.append(("quote.spliced", lambda rng: _splice(rng, spoken)))
    found.append(("speaker.wrong", lambda rng: _wrong_speaker(rng, spoken)))
    found.append(("speaker.reporter", lambda rng: _reporter(rng, said, spoken)))
    return found


def _misprint(rng: random.Random, spoken: list[Utterance], words: Sequence[str]) -> Made | None:
    chosen = rng.choice(spoken)
    text = edits.change_word(chosen.text, rng, words)
    who = surname(chosen.speaker or "")
    return (who, text, chosen.text, (f"“{text},” {who} said earlier this week.",)) if text else None


def _splice(rng: random.Random, spoken: list[Utterance]) -> Made | None:
    one, other = rng.choice(spoken), rng.choice(spoken)
    if one.turn == other.turn or len(one.words) < 10 or len(other.words) < 10:
        return None
    head = one.words[: rng.randint(5, len(one.words) - 4)]
    tail = other.words[rng.randint(4, len(other.words) - 5) :]
    text = edits.bare(" ".join([*head, *tail]))
    return surname(one.speaker or ""), text, f"{one.text} / {other.text}", ()


def _wrong_speaker(rng: random.Random, spoken: list[Utterance]) -> Made | None:
    chosen = rng.choice(spoken)
    others = sorted({surname(u.speaker or "") for u in spoken if not _same(u.speaker, chosen.speaker)})
    who = rng.choice(others or ["Halvorsen", "Okonkwo", "Pemberton"])
    return who, edits.bare(chosen.text), chosen.speaker or "", ()


def _reporter(rng: random.Random, said: list[Utterance], spoken: list[Utterance]) -> Made | None:
    asked = [u for u in said if u.role == "question"]
    if not asked:
        return None
    chosen = rng.choice(asked)
    if any(edits.bare(chosen.text).lower() in u.text.lower() for u in spoken):
        return None
    return surname(rng.choice(spoken).speaker or ""), edits.bare(chosen.text), chosen.text, ()


def _same(a: str | None, b: str | None) -> bool:
    return a == b or bool(a and b and same_person(a, b))


def _mutation(
    article: Article, kind: str, who: str, text: str, was: str, misprints: tuple[str, ...], rng: random.Random
) -> Mutation:
    draft = _interrupted(text, who, rng) if kind.endswith("interrupted") else _sentence(text, who, rng)
    start = draft.find(text) if text in draft else 1
    return Mutation(
        kind=kind,
        control=kind.startswith("control"),
        text=draft,
        start=start,
        end=start + len(text) if text in draft else len(draft) - 1,
        was=was,
        source_id=article.id,
        expect=_expected(kind),
        distractors=tuple(
            Article(text=t, title="An earlier story", published=article.published) for t in misprints
        ),
    )


def _sentence(text: str, who: str, rng: random.Random) -> str:
    form = rng.choice(SENTENCES)
    if text.endswith(("?", "!")):
        form = form.replace("{q},”", "{q}”").replace("{q}.”", "{q}”")
    return form.format(q=text, who=who)


def _interrupted(text: str, who: str, rng: random.Random) -> str:
    """Print a quotation with its speaker in the midst."""
    words = text.split()
    at = rng.randint(2, len(words) - 2)
    return INTERRUPTED.format(a=edits.bare(" ".join(words[:at])), q=" ".join(words[at:]), who=who)


def _expected(kind: str) -> tuple[str, ...]:
    if kind in FAULTS:
        return FAULTS[kind][1]
    return () if kind.startswith("control") else (kind.removesuffix(".misprint"),)
