"""Run the golden rows on figures, quotations and speakers through other offline checkers, and write the table in the docs.

    pip install corroborate anchorcite gtrex krokai groundrails     # whichever install
    python scripts/score_peers.py [--write docs/evaluation.md]

A row calls for an alarm if a finding of severity fix or source is expected on a figure, quotation or attribution; else it calls
for none. Each peer is asked in the way its documentation shows, with its defaults; its "not grounded" counts as an alarm. A
checker of quotations alone is given the quotations of the rows on quotations and speakers.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from presscheck.chains.check import check_text
from presscheck.evals.judging import load_rows
from presscheck.evals.rows import CheckRow
from presscheck.reasons import Reason, Severity
from presscheck.text.quotes import find_quotes

ALARMS = (Severity.FIX, Severity.SOURCE)
KINDS = ("figure", "quote", "attribution")
ALARM_CODES = frozenset(
    r.code for r in Reason if r.severity in ALARMS and r.code.startswith(("figure.", "quote.", "speaker."))
)
BEGIN, END = "<!-- peers -->", "<!-- end peers -->"
Alarmed = Callable[[str, Sequence[str]], bool | None]
"""Whether a checker alarms on a text held against sources; None where it has nothing to say."""


def calls_for_alarm(row: CheckRow) -> bool:
    """Tell whether an alarm on a figure, quotation or speaker is what a row wants."""
    return any(_alarming(item.severity, item.reason) for item in row.expect if item.kind in (None, *KINDS))


def _alarming(severity: str | None, reason: str | None) -> bool:
    if severity is not None:
        return severity in (s.value for s in ALARMS)
    return reason in ALARM_CODES


def corroborate(text: str, sources: Sequence[str]) -> bool | None:
    """Ask for numbers, dates and quotations of the answer in the chunks."""
    from corroborate import check_answer

    return not check_answer("", list(sources), text).ok()


def anchorcite(text: str, sources: Sequence[str]) -> bool | None:
    """Ask for a sentence of the source that bears the claim out."""
    from anchorcite import anchor_claim

    return all(anchor_claim(text, source) is None for source in sources)


def gtrex(text: str, sources: Sequence[str]) -> bool | None:
    """Ask whether each quotation is grounded in a source."""
    from gtrex import Policy, Verifier

    quotes = [q.text for q in find_quotes(text)]
    verifiers = [Verifier(source, Policy()) for source in sources]
    return any(not any(v.verify(q).grounded for v in verifiers) for q in quotes) if quotes else None


def krokai(text: str, sources: Sequence[str]) -> bool | None:
    """Ask for a clean verdict on each quotation."""
    from krokai.corpus import Corpus
    from krokai.verdicts import CLEAN
    from krokai.verify import check

    quotes = [q.text for q in find_quotes(text)]
    if not quotes:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for number, source in enumerate(sources):
            Path(folder, f"source-{number}.txt").write_text(source, encoding="utf-8")
        corpus = Corpus([folder], quiet=True)
        return any(check(quote, corpus)[0] not in CLEAN for quote in quotes)


def groundrails(text: str, sources: Sequence[str]) -> bool | None:
    """Ask whether the claim is grounded in the passages."""
    import groundrails as peer

    found: Any = peer.check(text, list(sources))
    return not bool(getattr(found, "grounded", found))


PEERS: dict[str, Alarmed] = {
    "corroborate": corroborate,
    "anchorcite": anchorcite,
    "groundrails": groundrails,
    "gtrex": gtrex,
    "krokai": krokai,
}
QUOTATIONS_ONLY = ("gtrex", "krokai")


def ours(row: CheckRow) -> bool:
    """Whether Presscheck alarms on a figure, quotation or attribution of the row."""
    findings = check_text(row.draft, row.articles, as_of=row.as_of).findings
    return any(f.severity in ALARMS and f.claim.kind in KINDS for f in findings)


def shares(rows: Sequence[CheckRow], alarmed: Callable[[CheckRow], bool | None]) -> str:
    """Return faults caught and true rows left alone, as a part of a table's line."""
    caught: list[bool] = []
    quiet: list[bool] = []
    for row in rows:
        told = alarmed(row)
        if told is not None:
            (caught if calls_for_alarm(row) else quiet).append(told if calls_for_alarm(row) else not told)
    return f"{sum(caught)} of {len(caught)} | {sum(quiet)} of {len(quiet)}"


def table() -> list[str]:
    """Return the table, a line each."""
    rows = [
        row for row in load_rows() if isinstance(row, CheckRow) and (calls_for_alarm(row) or not row.loud)
    ]
    groups = {
        "figures": [row for row in rows if row.suite == "figures"],
        "quotations and speakers": [row for row in rows if row.suite in ("quotes", "speakers")],
    }
    lines = [
        "| checker | rows | faults caught | true texts left alone |",
        "|---|---|---|---|",
        *(f"| Presscheck | {name} | {shares(of, ours)} |" for name, of in groups.items()),
    ]
    for peer, ask in PEERS.items():
        if importlib.util.find_spec(peer) is None:
            lines.append(f"| {peer} | not installed | – | – |")
            continue
        for name, of in groups.items():
            if not (peer in QUOTATIONS_ONLY and name == "figures"):
                lines.append(f"| {peer} | {name} | {shares(of, asked(ask))} |")
    return lines


def asked(ask: Alarmed) -> Callable[[CheckRow], bool | None]:
    """Return a peer as a judge of rows."""
    return lambda row: ask(row.text, [article.text for article in row.articles])


def main() -> None:
    """Print the table, or write it between its marks in a page of the docs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    lines = "\n".join(table())
    if options.write is None:
        print(lines)
        return
    page = options.write.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    options.write.write_text(f"{before}{BEGIN}\n{lines}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
