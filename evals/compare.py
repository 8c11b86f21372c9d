"""Two runs side by side: what got better, what got worse, and whether that may be chance (exact McNemar test)."""

from __future__ import annotations

from collections.abc import Mapping

from scipy.stats import binomtest

from presscheck.evals.suites import RunResult, SuiteResult
from presscheck.models import Frozen


class Difference(Frozen):
    """One suite in two runs: shares, the rows that changed, and the probability of such a change by chance."""

    suite: str
    before: float
    after: float
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    p: float
    same_rows: bool


def compare(before: RunResult, after: RunResult) -> list[Difference]:
    """Return a line for each suite that both runs have; rows are paired by id."""
    earlier = {s.suite: s for s in before.suites}
    return [_difference(earlier[s.suite], s) for s in after.suites if s.suite in earlier]


def _difference(before: SuiteResult, after: SuiteResult) -> Difference:
    failed: Mapping[bool, set[str]] = {
        False: {f.id for f in before.failures},
        True: {f.id for f in after.failures},
    }
    gained, lost = sorted(failed[False] - failed[True]), sorted(failed[True] - failed[False])
    changed = len(gained) + len(lost)
    p = float(binomtest(len(gained), changed).pvalue) if changed else 1.0
    return Difference(
        suite=after.suite,
        before=before.share,
        after=after.share,
        gained=tuple(gained),
        lost=tuple(lost),
        p=round(p, 6),
        same_rows=before.digest == after.digest,
    )
