"""What the sources tell otherwise though a statement's words stand there: an alarm, or why it is not called sourced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.statements.agents import another_does
from presscheck.chains.check.statements.attached import hung_on_another, names_exchanged
from presscheck.chains.check.statements.causes import another_cause, cause_nowhere
from presscheck.chains.check.statements.ground import Ground, evidence, surroundings
from presscheck.chains.check.statements.limits import limit_added
from presscheck.chains.check.statements.opposed import deed_opposed, opposite_there
from presscheck.chains.check.statements.polarity import not_added, not_left_out, verb_denied
from presscheck.chains.check.statements.timing import out_of_order
from presscheck.chains.check.statements.undecided import only_reported, only_tried, still_to_do
from presscheck.chains.check.statements.unlike import Unlike, held_in_other_words
from presscheck.chains.check.statements.whose import anothers
from presscheck.chains.check.words.reading import Words
from presscheck.reasons import Reason

Test = Callable[[Words, Sequence[Words]], Unlike | None]
ALARMS: tuple[tuple[Test, Reason, float], ...] = (
    (out_of_order, Reason.STATEMENT_ORDER, 0.6),
    (deed_opposed, Reason.STATEMENT_ANTONYM, 0.8),
    (another_does, Reason.STATEMENT_ROLE, 0.75),
    (names_exchanged, Reason.STATEMENT_ROLE, 0.75),
)
"""What is told as wrong, and the share of the statement that the sentence must have, in these or other words."""
DENIED = 0.8
"""The same share where a verb is denied."""
TESTS: tuple[Test, ...] = (
    opposite_there,
    out_of_order,
    another_does,
    hung_on_another,
    names_exchanged,
    another_cause,
    only_tried,
    only_reported,
    still_to_do,
    anothers,
)
AROUND = 2
"""Sentences around which the words of a cause are looked for."""


def told_otherwise(claim: Words, ground: Ground) -> tuple[Contrast, int] | None:
    """Return what differs, and the number of the sentence, where it tells nearly all of the statement."""
    numbers = evidence(claim, ground)
    told = [ground.sentences[n] for n in numbers]
    for found, reason, least in _alarms(claim, told, ground.sentences):
        if found and held_in_other_words(claim, found.words) >= least:
            return Contrast(reason, found.mine, found.theirs, found.told), numbers[told.index(found.words)]
    return None


def doubt(claim: Words, ground: Ground, best: Sequence[int]) -> str | None:
    """Say what the sentences that tell of it tell otherwise; None where nothing is found."""
    told = [ground.sentences[n] for n in best]
    if any(words.forms == claim.forms for words in told):
        return None
    found = next(filter(None, _unlike(claim, told, ground.sentences)), None)
    if found:
        return found.told
    return limit_added(claim, told) or cause_nowhere(claim, told, surroundings(best[:AROUND], ground))


def _alarms(
    claim: Words, told: Sequence[Words], everywhere: Sequence[Words]
) -> Iterator[tuple[Unlike | None, Reason, float]]:
    yield verb_denied(claim, told, everywhere), Reason.STATEMENT_NEGATION, DENIED
    yield from ((test(claim, told), reason, least) for test, reason, least in ALARMS)


def _unlike(claim: Words, told: Sequence[Words], everywhere: Sequence[Words]) -> Iterator[Unlike | None]:
    yield not_added(claim, told, everywhere)
    yield not_left_out(claim, told, everywhere)
    yield from (test(claim, told) for test in TESTS)
