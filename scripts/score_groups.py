"""Count how many planted disagreements between sources a brief tells, and how many it tells that are none.

    python scripts/score_groups.py [--groups 30] [--seed 0] [--pairs EVENT_PAIRS.jsonl] [--show]

A quarter of the groups holds wire copies. A told disagreement is right if two of its values are the planted ones; any other
is false. `--show` prints what was missed and what was false.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from presscheck.chains.brief.facts import Fact, Facts
from presscheck.evals.groups import Group, Planted, clean_groups, planted_groups
from presscheck.evals.suites import wilson
from presscheck.vectorstore.library import MemoryLibrary


def told(group: Group) -> list[Fact]:
    """Return the disagreements that are told of a group."""
    library = MemoryLibrary(group.articles)
    return [f for f in Facts(library, [a.id for a in group.articles]).all if not f.agree]


def meets(fact: Fact, planted: Planted) -> bool:
    """Tell whether both planted values are among the fact's."""
    around = [e.before[-80:] + e.text + e.after[:80] for e in fact.told]
    values = [e.text for e in fact.told]
    return all(
        any(v in value or (value in v and v in place) for value, place in zip(values, around, strict=True))
        for v in (planted.right, planted.wrong)
    )


def score(groups: Iterable[Group], *, show: bool) -> tuple[int, int, int, int]:
    """Return how many were planted and told, how many false ones were told, in how many groups."""
    planted = found = false = count = 0
    for group in groups:
        count += 1
        facts = told(group)
        for one in group.planted:
            planted += 1
            hit = any(meets(f, one) for f in facts)
            found += hit
            if show and not hit:
                print(f"missed {group.id} {one.fact}: {one.right} / {one.wrong}")
        for fact in facts:
            if not any(meets(fact, one) for one in group.planted):
                false += 1
                if show:
                    print(f"false {group.id} {fact.kind}: {[e.text for e in fact.told]} | {fact.what}")
    return planted, found, false, count


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    planted, found, false, count = score(planted_groups(given.groups, given.seed), show=given.show)
    low, high = wilson(found, planted)
    print(f"{found} of {planted} planted disagreements told ({found / planted:.1%}, {low:.1%} to {high:.1%})")
    print(f"{false} false ones in {count} groups with planted ones")
    _, _, false, count = score(clean_groups(given.groups, given.seed), show=given.show)
    print(f"{false} false ones in {count} groups without any")


if __name__ == "__main__":
    main()
