"""Score everything on public data that is not part of this repository, one table, with 95 % intervals.

    python scripts/score_public.py DATA [PART…] [--logits FILE]

DATA holds the folders `figures`, `quotes`, `retrieval`, `briefs`, `support` and `transcripts`; PART is one or more of the
modules in `scripts/public`. Intervals are bootstrap intervals by document, meeting, pair, sentence or phrase. Support of
claims is cross-validated: `train_support.py DATA/support --logits FILE` makes FILE, in four minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from public import briefs, dates, events, figures, planted, quotes, search, support
from public.table import HEAD, Line

PARTS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "figures": figures.lines,
    "dates": dates.lines,
    "quotes": quotes.lines,
    "planted": planted.lines,
    "search": search.lines,
    "briefs": briefs.lines,
    "events": events.lines,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--logits", type=Path)
    given = parser.parse_args()
    print(HEAD)
    for name in given.parts or PARTS:
        for line in PARTS[name](given.data):
            print(line, flush=True)
    if given.logits:
        for line in support.lines(given.logits):
            print(line, flush=True)


if __name__ == "__main__":
    main()
