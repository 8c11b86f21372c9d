"""What speaks for and against a statement, as numbers: how its words align with the sources, and what is left over."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from presscheck.chains.check.statements.aliases import abbreviated, absent_alternatives
from presscheck.chains.check.statements.astray import astray, misplaced
from presscheck.chains.check.statements.compare import compare
from presscheck.chains.check.statements.ground import EVIDENCE, Ground, evidence, surroundings, weights_of
from presscheck.chains.check.statements.roundly import roundly
from presscheck.chains.check.support.closeness import closeness
from presscheck.chains.check.support.contexts import contexts
from presscheck.chains.check.support.lacking import WORDS, absent_words, missing
from presscheck.chains.check.support.model import REFUTED
from presscheck.chains.check.support.order import pairs_together, runs
from presscheck.chains.check.support.substitutes import substitutes
from presscheck.chains.check.words.cues import CONTRAST, EXCLUSIVE, LIMITS, LINKS, is_negative
from presscheck.chains.check.words.reading import NAME, NUMBER, Words
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity, Verdict

Signals = dict[str, float]

_ITEMS = ("figure", "quote", "attribution", "date")
CONTRASTS = ("negation", "antonym", "role", "quantifier", "order", "modality", "denied", "claimed_by")


def sentence_signals(claim: Words, ground: Ground) -> Signals:
    """Return the signals of one sentence held against the sources."""
    claim = claim.without(
        {*absent_alternatives(claim, ground), *abbreviated(claim, ground), *roundly(claim, ground)}
    )
    best = evidence(claim, ground)
    local = surroundings(best, ground)
    return {
        **_cover(claim, ground, best),
        **missing(claim, ground, local),
        **runs(claim, ground),
        **pairs_together(claim, ground),
        **_polarity(claim, ground, best),
        **_cues(claim, ground, best),
        **_size(claim, ground),
        **_contrast(claim, ground),
        **_places_of_names(claim, ground),
        **substitutes(claim, ground, local),
        **contexts(claim, ground),
        **closeness(claim, ground, best),
        **absent_words(claim, ground, best, local),
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


def _places_of_names(claim: Words, ground: Ground) -> Signals:
    """Count the names that stand elsewhere in the sources than what is told of them, and tell whether any name or day does."""
    stray = sum(1 for _ in astray(claim, ground))
    return {
        "names_astray": float(stray),
        "misplaced": float(stray > 0 or misplaced(claim, ground) is not None),
    }


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
