"""What is done to quoted words: each edit returns the words as they would be printed, or None where it does not fit."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from presscheck.text.words import STOPWORDS, lemma, normalise

_NEGATED = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|would|could|should|have|has|had)n['’]t|won['’]t|can['’]t|cannot|not|never)\b"
)
_POSITIVE = {"won't": "will", "can't": "can", "cannot": "can"}
_CONDITION = re.compile(
    r"(?:,| —)? (?:unless|only if|if|as long as|provided that|provided|except|until|subject to|depending on)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:know|knows|knew|see|seen|ask|asked|asking|wonder|wondering|sure|check|determine|tell|told|say|said|decide|"
    r"question|clear|matter|care|as|even|what|and|or|but|evaluate|out|idea|wondered|on|of|about|understand|confirm|look|"
    r"find|to|at|speak|not|with|like|curious|clarify|assess)$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|must)\b")
_SMALL = {
    "will": "would", "would": "will", "can": "could", "could": "can", "may": "will", "is": "was", "are": "were",
    "have": "had", "we": "they", "i": "we", "our": "their", "these": "those", "some": "all", "many": "most",
    "more": "less", "before": "after", "from": "to", "should": "must",
}  # fmt: skip
_INVENTED = (
    "We have drawn up a {noun} that nobody in this room is going to forget in a hurry",
    "History will judge every one of us by how bravely we faced the {noun} this winter",
    "My grandmother would have settled the whole {noun} over a single pot of coffee",
    "You cannot paint a {noun} green and then expect the neighbors to applaud you",
    "Every farmer I met on the road spoke to me of nothing but the {noun}",
    "The window for a negotiated {noun} stays open for as long as both sides want it",
    "This {noun} was handed to us broken and we mean to hand it on repaired",
    "Frankly the {noun} kept all of us awake for three nights in a row",
    "There is no {noun} on earth that could persuade me to walk away from that table",
    "Let the record show that our {noun} stood firm when the storm came ashore",
)


def exact(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Leave the words as they are, but for the full stop that a newspaper replaces."""
    return bare(text)


def bare(text: str) -> str:
    """Return the words without the punctuation at their end that a newspaper replaces."""
    return text.rstrip(" .,;:—–-")


def part(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Quote a part of the sentence."""
    words = text.split()
    if len(words) < 9:
        return None
    start = rng.randint(1, len(words) - 6)
    length = rng.randint(4, min(12, len(words) - start))
    taken = " ".join(words[start : start + length])
    left = " ".join([*words[max(0, start - 2) : start], "|", *words[start + length : start + length + 2]])
    if _NEGATED.search(left) or _CONDITION.search(f" {left}"):
        return None
    return bare(taken) or None


def recase(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Change the case of the first letter, as when a quotation is fitted into a sentence."""
    taken = bare(text.split(" ", 1)[1]) if " " in text else ""
    if _NEGATED.search(text.split(" ", 1)[0].lower()) or len(taken.split()) < 5:
        return None
    return taken[0].swapcase() + taken[1:] if taken and taken[0].isalpha() else None


def retype(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Write the same words by another house style: quotes, dashes, percent, numbers."""
    typed = text.replace("’", "'").replace(" — ", " - ").replace("—", "--")
    typed = re.sub(r"\bpercent\b", "%", typed) if rng.random() < 0.5 else typed
    for word, digit in (("two", "2"), ("three", "3"), ("ten", "10"), ("five", "5")):
        typed = re.sub(rf"\b{word}\b", digit, typed)
    return bare(typed) if typed != text else None


def replace_by_bracket(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Say in brackets whom a pronoun means."""
    named = {"he": "[the president]", "she": "[the secretary]", "they": "[the allies]", "it": "[the bill]"}
    for pronoun, name in named.items():
        found = re.search(rf"\b{pronoun}\b(?!['’])", text, re.IGNORECASE)
        if found and found.start() > 0:
            return bare(text[: found.start()] + name + text[found.end() :])
    return None


def add_bracket(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Explain a word in brackets."""
    words = bare(text).split()
    at = rng.randint(3, len(words) - 2)
    return " ".join(
        [*words[:at], rng.choice(["[in Washington]", "[sic]", "[last week]", "[the agency]"]), *words[at:]]
    )


def shorten(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Leave out some words and show it, where neither a negation nor a condition goes with them."""
    words = bare(text).split()
    if len(words) < 14:
        return None
    start = rng.randint(4, len(words) - 8)
    stop = start + rng.randint(2, 4)
    hidden = " ".join(words[start:stop])
    if _negates(hidden) or _CONDITION.search(f" {hidden}"):
        return None
    return " ".join([*words[:start], rng.choice(["…", "...", ". . ."]), *words[stop:]])


def leave_out_slips(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Leave out a word or words said twice: "we — we will"."""
    found = re.search(r"\b((?:[\w’']+ ){0,3}[\w’']+)(?:,? — | |, )(?=\1\b(?![’']))", text, re.IGNORECASE)
    return bare(text[: found.start()] + text[found.end() :]) if found else None


def change_word(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Put another word of the same shape in the place of one that carries content."""
    words = bare(text).split()
    places = [i for i in range(1, len(words) - 1) if plain(words[i])]
    if not places:
        return None
    i = rng.choice(places)
    old = normalise(words[i])
    fitting = [w for w in others if w[-2:] == old[-2:] and lemma(w) != lemma(old)] or list(others)
    new = rng.choice(fitting)
    return None if lemma(new) == lemma(old) else " ".join([*words[:i], new, *words[i + 1 :]])


def lose_word(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Leave out an inner word that carries content and is not said twice."""
    words = bare(text).split()
    keys = [normalise(w).strip(",.;:") for w in words]
    places = [
        i for i in range(2, len(words) - 2) if plain(words[i]) and keys[i] not in (keys[i - 1], keys[i + 1])
    ]
    if not places:
        return None
    i = rng.choice(places)
    return " ".join([*words[:i], *words[i + 1 :]])


def add_word(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Put in a word that was not said."""
    words = bare(text).split()
    i = rng.randint(2, len(words) - 2)
    new = rng.choice(
        [
            "very",
            "deeply",
            "fully",
            "now",
            "completely",
            "simply",
            "always",
            "immediately",
            rng.choice(others),
        ]
    )
    around = [normalise(w).strip(",.;:") for w in words[i - 1 : i + 1]]
    return None if new in around else " ".join([*words[:i], new, *words[i:]])


def lose_negation(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Turn one negated statement into its opposite."""
    words = text.split()
    found = [
        m
        for m in _NEGATED.finditer(text)
        if m.start() > 0 and not _said_again(words, len(text[: m.start()].split()))
    ]
    if not found:
        return None
    chosen = rng.choice(found)
    plain = normalise(chosen[0])
    positive = _POSITIVE.get(plain, plain.removesuffix("n't") if plain.endswith("n't") else "")
    return bare(re.sub(r" {2,}", " ", text[: chosen.start()] + positive + text[chosen.end() :]))


def hide_negation(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Hide a "not" behind an ellipsis, with the word before it or after."""
    words = bare(text).split()
    places = [
        i
        for i in range(3, len(words) - 4)
        if normalise(words[i]) in ("not", "never") and not _said_again(words, i)
    ]
    if not places:
        return None
    i = rng.choice(places)
    start, stop = rng.choice([(i, i + 1), (i, i + 2), (i - 1, i + 1)])
    return " ".join([*words[:start], "…", *words[stop:]])


def _said_again(words: Sequence[str], at: int) -> bool:
    """Tell whether a word stands a second time nearby, as in "we do not — not yet": then one of them may go."""
    near = [*words[max(0, at - 5) : at], *words[at + 1 : at + 6]]
    return normalise(words[at]).strip(",.;:") in {normalise(w).strip(",.;:") for w in near}


def put_in_negation(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Put a "not" behind an auxiliary, in brackets half of the time."""
    found = [m for m in _AUXILIARY.finditer(text) if m.start() > 0 and not _NEGATED.match(text, m.end() + 1)]
    if not found:
        return None
    at = rng.choice(found).end()
    return bare(f"{text[:at]} {rng.choice(['not', '[not]'])}{text[at:]}")


def bracket_negation(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Replace a "not" by a bracket that says something else."""
    words = bare(text).split()
    places = [i for i in range(2, len(words) - 2) if words[i] == "not" and not _said_again(words, i)]
    if not places:
        return None
    i = rng.choice(places)
    return " ".join([*words[:i], rng.choice(["[still]", "[now]", "[the agency]"]), *words[i + 1 :]])


def change_small_word(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Put another small word in the place of one: "will" for "would", "we" for "I"."""
    words = bare(text).split()
    keys = [normalise(w) for w in words]
    places = [
        i
        for i in range(1, len(words) - 1)
        if _SMALL.get(keys[i], keys[i]) not in keys[i - 1 : i + 2] and not _said_again(words, i)
    ]
    if not places:
        return None
    i = rng.choice(places)
    return " ".join([*words[:i], _SMALL[keys[i]], *words[i + 1 :]])


def cut_condition(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Leave off the clause that limits what was said."""
    found = _CONDITION.search(text)
    if not found:
        return None
    kept = bare(text[: found.start()])
    cut = text[found.end() :].split()
    announced = text[: found.start()].rstrip().endswith((":", ";", "."))
    if announced or len(kept.split()) < 5 or len(cut) < 3 or _WHETHER.search(kept):
        return None
    return kept


def fabricate(text: str, rng: random.Random, others: Sequence[str]) -> str | None:
    """Invent something that nobody said, about a thing that was spoken of."""
    return rng.choice(_INVENTED).format(noun=rng.choice(others))


def plain(word: str) -> bool:
    """Tell whether a word carries content, stands without a mark and is no negation."""
    key = normalise(word).strip(",.;:")
    return (
        word.isalpha()
        and key not in STOPWORDS
        and len(key) > 3
        and key not in ("never", "nobody", "nothing", "nowhere")
    )


def _negates(words: str) -> bool:
    return bool(
        re.search(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", words)
    )
