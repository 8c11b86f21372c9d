"""What speaks for and against a statement, as numbers: how its words align with the sources, and what is left over."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from presscheck.chains.check.statements.aliases import abbreviated, absent_alternatives, given_names
from presscheck.chains.check.statements.compare import compare
from presscheck.chains.check.statements.ground import EVIDENCE, Ground, evidence, surroundings, weights_of
from presscheck.chains.check.statements.roundly import roundly
from presscheck.chains.check.support.closeness import closeness
from presscheck.chains.check.support.contexts import contexts
from presscheck.chains.check.support.model import REFUTED
from presscheck.chains.check.support.substitutes import part_of_speech, stands, substitutes
from presscheck.chains.check.words.cues import CONTRAST, EXCLUSIVE, LIMITS, LINKS, is_negative
from presscheck.chains.check.words.reading import NAME, NUMBER, STOP, WORD, Words
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity, Verdict

Signals = dict[str, float]

LACKED, FAR, SMALL = "word:", "far:", "small:"
"""Before a word: the sources lack it; they have it elsewhere; the evidence lacks this word without content."""
_ITEMS = ("figure", "quote", "attribution", "date")
WORDS = (LACKED, FAR, SMALL)
CONTRASTS = ("negation", "antonym", "role", "quantifier", "order", "modality", "denied", "claimed_by")
_KINDS = {WORD: "word", NAME: "name", NUMBER: "number"}
_MISSING = (
    *(f"{how}_{part}" for how in ("missing", "reworded") for part in ("noun", "verb", "modifier", "unknown")),
    *(
        "missing_name",
        "missing_number",
        "far_word",
        "far_name",
        "far_number",
        "derived",
        "broader",
        "narrower",
    ),
    *("other_words", "opposite", "missing_weight", "rarest_missing", "far_weight"),
)


def sentence_signals(claim: Words, ground: Ground) -> Signals:
    """Return the signals of one sentence held against the sources."""
    claim = claim.without(
        {*absent_alternatives(claim, ground), *abbreviated(claim, ground), *roundly(claim, ground)}
    )
    best = evidence(claim, ground)
    local = surroundings(best, ground)
    return {
        **_cover(claim, ground, best),
        **_missing(claim, ground, local),
        **_runs(claim, ground),
        **_together(claim, ground),
        **_polarity(claim, ground, best),
        **_cues(claim, ground, best),
        **_size(claim, ground),
        **_contrast(claim, ground),
        **substitutes(claim, ground, local),
        **contexts(claim, ground),
        **closeness(claim, ground, best),
        **_absent_words(claim, ground, best, local),
    }


def _cover(claim: Words, ground: Ground, best: Sequence[int]) -> Signals:
    need = weights_of(claim)
    total = sum(need.values()) or 1.0

    def share(words: set[str]) -> float:
        return sum(v for w, v in need.items() if w in words) / total

    seen: set[str] = set()
    steps = []
    for number in range(EVIDENCE):
        seen = seen | (ground.sets[best[number]] if number < len(best) else set())
        steps.append(share(seen))
    windows = (set().union(*ground.sets[i : i + 3]) for i in range(len(ground.sets)))
    soft = {w for w in need if ground.in_other_words(w)[0] in ("same", "derived")}
    return {
        **{f"cover_{n + 1}": step for n, step in enumerate(steps)},
        "cover_window": max((share(w) for w in windows), default=0.0),
        "cover_all": share(ground.vocabulary),
        "cover_soft": share(ground.vocabulary | soft),
    }


def _missing(claim: Words, ground: Ground, local: set[str]) -> Signals:
    found = dict.fromkeys(_MISSING, 0.0)
    total = sum(claim.weights) or 1.0
    given = given_names(claim, ground)
    found["missing_given"] = float(len(given))
    for i in claim.content:
        if i in given:
            continue
        lemma, weight = claim.lemmas[i], claim.weights[i]
        opposite = lemma not in local and ground.opposite(lemma, local) is not None
        found["opposite"] += opposite
        if lemma in ground.vocabulary or claim.forms[i] in ground.places:
            if lemma not in local:
                found[f"far_{_KINDS[claim.kinds[i]]}"] += 1
                found["far_weight"] += weight / total
            continue
        how = _how(claim, i, ground)
        part = part_of_speech(claim, i) if claim.kinds[i] is WORD else _KINDS[claim.kinds[i]]
        found[f"{how}_{part}" if f"{how}_{part}" in found else how] += 1
        found["other_words"] += how == "reworded" and not opposite
        if how in ("missing", "narrower"):
            found["missing_weight"] += weight / total
            found["rarest_missing"] = max(found["rarest_missing"], weight)
    found["names_and_numbers_there"] = float(not found["missing_name"] and not found["missing_number"])
    return found


def _how(claim: Words, place: int, ground: Ground) -> str:
    """Return how the sources have a word that doesn't stand in them."""
    lemma = claim.lemmas[place]
    relation = ground.in_other_words(lemma)[0] if claim.kinds[place] is WORD else ""
    if relation in ("same", "derived"):
        return "reworded" if relation == "same" else "derived"
    if claim.kinds[place] is WORD and lemma in ground.general:
        return "broader"
    return "narrower" if relation == "up" else "missing"


def _absent_words(claim: Words, ground: Ground, best: Sequence[int], local: set[str]) -> Signals:
    """Return the words themselves that the evidence lacks, names and numbers left out: "word:fail", "small:only"."""
    beside = {m for n in best for m in (n - 1, n, n + 1) if 0 <= m < len(ground.sentences)}
    forms = {form for n in beside for form in ground.sentences[n].forms}
    found = {}
    for i, kind in enumerate(claim.kinds):
        if kind is STOP and claim.forms[i] not in forms:
            found[f"{SMALL}{claim.forms[i]}"] = 1.0
        elif kind is WORD and not stands(claim, i, ground):
            found[f"{LACKED}{claim.lemmas[i]}"] = 1.0
        elif kind is WORD and claim.lemmas[i] not in local:
            found[f"{FAR}{claim.lemmas[i]}"] = 1.0
    return found


def _runs(claim: Words, ground: Ground) -> Signals:
    runs = list(_greedy_runs(claim.lemmas, ground))
    size = len(claim) or 1
    lengths = [n for _, _, n in runs]
    steps = list(pairwise(runs))
    return {
        "run_longest": max(lengths, default=0) / size,
        "run_words": float(max(lengths, default=0)),
        "run_cover": sum(lengths) / size,
        "run_density": sum(n * n for n in lengths) / size,
        "run_mean": sum(lengths) / (len(runs) or 1),
        "jumps": sum(abs(b[1] - a[1] - a[2]) > 40 for a, b in steps) / (len(runs) or 1),
        "backwards": sum(b[1] < a[1] for a, b in steps) / (len(runs) or 1),
    }


def _greedy_runs(lemmas: list[str], ground: Ground) -> list[tuple[int, int, int]]:
    """Return (place in the claim, place in the sources, words) of the longest runs, read from left to right."""
    found, at, there = [], 0, ground.lemmas
    while at < len(lemmas):
        longest, where = 0, -1
        for place in ground.places.get(lemmas[at], ()):
            n = 1
            while at + n < len(lemmas) and place + n < len(there) and lemmas[at + n] == there[place + n]:
                n += 1
            if n > longest:
                longest, where = n, place
        if longest:
            found.append((at, where, longest))
        at += longest or 1
    return found


def _together(claim: Words, ground: Ground) -> Signals:
    words = claim.lemmas
    pairs = list(pairwise(words))
    triples = list(zip(words, words[1:], words[2:], strict=False))
    content = [(words[i], claim.kinds[i]) for i in claim.content]
    beside = list(pairwise(content))
    near, gaps, named, broken, swapped = 0, [], [], 0, 0
    for (one, kind), (other, kind2) in beside:
        if ground.beside(one, other):
            near += 1
        elif ground.beside(other, one):
            swapped += 1
        elif one in ground.vocabulary and other in ground.vocabulary:
            broken += 1
        gap = ground.gap(one, other)
        if gap is not None:
            gaps.append(math.log1p(gap))
            if kind is not WORD or kind2 is not WORD:
                named.append(math.log1p(gap))
    return {
        "pairs": sum(map(ground.has, pairs)) / (len(pairs) or 1),
        "triples": sum(map(ground.has, triples)) / (len(triples) or 1),
        "together": near / (len(beside) or 1),
        "broken": float(broken),
        "swapped": float(swapped),
        "gap_mean": sum(gaps) / (len(gaps) or 1),
        "gap_most": max(gaps, default=0.0),
        "named_gap_mean": sum(named) / (len(named) or 1),
        "named_gap_most": max(named, default=0.0),
    }


def _polarity(claim: Words, ground: Ground, best: Sequence[int]) -> Signals:
    mine = [i for i, form in enumerate(claim.forms) if is_negative(form)]
    theirs = sum(is_negative(f) for n in best[:2] for f in ground.sentences[n].forms)
    alone = sum(not _negated_there(claim, i, ground) for i in mine)
    return {
        "negations": float(len(mine)),
        "negation_alone": float(alone),
        "negation_new": float(bool(mine) and not theirs),
        "negation_lost": float(not mine and theirs > 0),
    }


def _negated_there(claim: Words, place: int, ground: Ground) -> bool:
    """Whether one of the next two content words stands behind a negation in the sources too."""
    after = [i for i in claim.content if place < i <= place + 5][:2]
    for i in after:
        for there in ground.places.get(claim.lemmas[i], ())[:40]:
            if any(is_negative(f) for f in ground.forms[max(0, there - 6) : there + 1]):
                return True
    return False


def _cues(claim: Words, ground: Ground, best: Sequence[int]) -> Signals:
    mine = {*claim.forms, *claim.lemmas}
    theirs = {w for n in best for w in (*ground.sentences[n].forms, *ground.sentences[n].lemmas)}
    groups = {"contrast": CONTRAST, "exclusive": EXCLUSIVE, "hedge": LIMITS, "link": LINKS}
    found = {}
    for name, words in groups.items():
        found[f"{name}_new"] = float(len((mine & words) - theirs))
        found[f"{name}_lost"] = float(len((theirs & words) - mine))
    return found


def _size(claim: Words, ground: Ground) -> Signals:
    kinds = [claim.kinds[i] for i in claim.content]
    return {
        "words": float(len(claim)),
        "content": float(len(kinds)),
        "names": float(kinds.count(NAME)),
        "numbers": float(kinds.count(NUMBER)),
        "source_words": math.log1p(len(ground)),
        "spoken": ground.spoken,
    }


def _contrast(claim: Words, ground: Ground) -> Signals:
    compared = compare(claim, ground)
    code = compared.contrast.reason.code.partition(".")[2] if compared else ""
    return {f"contrast_{name}": float(name == code) for name in CONTRASTS}


def text_signals(sentences: Sequence[Signals], findings: Sequence[Finding] = ()) -> Signals:
    """Return the signals of a whole text: of its mean, highest and lowest sentence, and what other checks found."""
    found: Signals = {"sentences": float(len(sentences))}
    for name in sentences[0] if sentences else ():
        if name.startswith(WORDS):
            continue
        values = [s[name] for s in sentences]
        total = sum(values)
        found[f"{name}.mean"], found[f"{name}.sum"] = total / len(values), total
        found[f"{name}.max"], found[f"{name}.min"] = max(values), min(values)
    return found | _words(sentences) | _found(findings) | {REFUTED: float(any(map(_refutes, findings)))}


def _refutes(finding: Finding) -> bool:
    """Tell whether a figure, quotation, speaker or date is wrong: a text that holds it is not borne out."""
    wrong = finding.verdict is Verdict.CONTRADICTED and finding.severity is Severity.FIX
    return wrong and finding.claim.kind in _ITEMS and finding.reason is not Reason.FIGURE_BOUND


def _words(sentences: Sequence[Signals]) -> Signals:
    return {name: 1.0 for s in sentences for name in s if name.startswith(WORDS)}


def _found(findings: Sequence[Finding]) -> Signals:
    """Count what the checks of figures, quotations, dates and names found, by kind and severity."""
    keys = (
        f"{f.reason.value.partition('.')[0]}.{f.severity}" for f in findings if f.claim.kind != "statement"
    )
    return {f"found.{key}": float(number) for key, number in Counter(keys).items()}
