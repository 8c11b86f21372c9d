"""Put another name, day or number of the same source into claims that are right, and count what the check makes of it.

    python scripts/score_swapped.py DATA [KIND…] [--seed N] [--most N] [--show OUTCOME]

`DATA` holds `support/*.jsonl` (claims of one sentence labelled as supported) and `briefs/news_with_references_dev.jsonl`
(sentences of reference summaries): right sentences in other words than their source's. A swapped one is caught where it
has an alarm that the right one has not, passes where it is called sourced, and is folded otherwise. "Right ones called
sourced" counts the same sentences before the swap.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from score_turned import ALARMS, Turned

from presscheck import check_text
from presscheck.models import Finding
from presscheck.text.names import find_names
from presscheck.text.sentences import split_sentences

NAMES: Final = ("person", "place", "organisation", "nationality")
_YEAR: Final = r"\b(?:19|20)\d\d\b"
PATTERNS: Final = {
    "year": re.compile(_YEAR),
    "month": re.compile(
        r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    ),
    "weekday": re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    "number": re.compile(rf"(?<![\w.,])(?!{_YEAR})\d[\d,]*(?:\.\d+)?(?![\w,.]*\d)"),
    "number in words": re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"),
}


def right_sentences(data: Path) -> Iterator[tuple[str, str]]:
    """Yield source and sentence of claims that are right."""
    for name in ("wice_dev", "cliff_val", "frank_val", "summedits_dev"):
        for line in (data / "support" / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            claim = row["claim"]
            if row["label"] == 1 and claim != claim.lower() and len(list(split_sentences(claim))) == 1:
                yield row["source"], claim
    for line in (data / "briefs" / "news_with_references_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for sentence in split_sentences(row["reference"]):
            if 30 < len(sentence.text) < 300:
                yield row["article"], sentence.text


def swapped(source: str, told: str, chance: random.Random) -> Iterator[tuple[str, Turned]]:
    """Yield what can be swapped in a sentence, with its kind: a name for one of its kind, a number for a number."""
    names = defaultdict(set)
    for name in find_names(source):
        names[name.kind].add(name.text)
    for name in find_names(told):
        own = set(name.text.lower().split())
        fitting = [
            n
            for n in sorted(names[name.kind])
            if n not in told and own.isdisjoint(n.lower().split()) and (" " in n) == (" " in name.text)
        ]
        if name.kind in NAMES and fitting:
            yield (
                name.kind,
                Turned(source, told, told[: name.start] + chance.choice(fitting) + told[name.end :]),
            )
    for kind, pattern in PATTERNS.items():
        here = list(pattern.finditer(told))
        others = sorted({m.group() for m in pattern.finditer(source)} - {m.group() for m in here})
        if here and others:
            at = chance.choice(here)
            yield kind, Turned(source, told, told[: at.start()] + chance.choice(others) + told[at.end() :])


def outcome(one: Turned) -> tuple[str, bool]:
    """Return what came of the swapped sentence, and whether the right one is called sourced."""
    before, after = (check_text(text, sources=[one.source]).findings for text in (one.told, one.fault))
    known = {f.reason for f in before}
    if any(f.severity in ALARMS and f.reason not in known for f in after):
        return "caught", _sourced(before)
    return ("passes" if _sourced(after) else "folded"), _sourced(before)


def _sourced(findings: tuple[Finding, ...]) -> bool:
    return any(f.reason.code == "statement.supported" for f in findings)


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--show", default="", help="print the sentences with this outcome")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    found: dict[str, list[Turned]] = defaultdict(list)
    for source, told in dict.fromkeys(right_sentences(given.data)):
        for kind, one in swapped(source, told, chance):
            found[kind].append(one)
    print("| swapped | sentences | caught | passes | folded | right ones called sourced |")
    print("|---|---|---|---|---|---|")
    for kind in given.kinds or found:
        chosen = chance.sample(found[kind], min(given.most, len(found[kind])))
        counts: Counter[str] = Counter()
        for one in chosen:
            told, sourced = outcome(one)
            counts.update([told, *(["sourced"] if sourced else [])])
            if told == given.show:
                print(f"{told}: {one.fault} (was: {one.told})")
        cells = (counts[k] for k in ("caught", "passes", "folded", "sourced"))
        print(f"| {kind} | {len(chosen)} | {' | '.join(map(str, cells))} |", flush=True)


if __name__ == "__main__":
    main()
