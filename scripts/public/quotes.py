"""Quotations and who said them: articles with annotated attributions, and direct quotations one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from presscheck import find_quotes
from presscheck.text.quotes import Quote
from public.table import Counts, Line, Row, ratio, rows

FITTED = "weights fitted here; by weights that had not seen the article: 94.8"


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines of both sets."""
    articles = list(rows(data / "quotes" / "polnear_dev.jsonl"))
    found = [counts for row in articles if (counts := _article(row))[2]]
    single = _single(data / "quotes" / "polnear_direct_quotes_dev.jsonl", articles)
    for name, counts, units in (
        ("polnear", found, f"{len(found)} articles"),
        (
            "polnear_direct_quotes",
            single,
            f"{sum(int(c[2]) for c in single)} quotations, {len(single)} articles",
        ),
    ):
        yield Line(
            name, "direct quotations found", units, ratio(counts, lambda c: c[0] / c[2]),
            "a plain pattern 98.4 (measured elsewhere)", "yes",
        )  # fmt: skip
        yield Line(
            name, "found with the right speaker's mention", units, ratio(counts, lambda c: c[1] / c[2]),
            "a plain pattern 71.7 (measured elsewhere)", FITTED,
        )  # fmt: skip


def _article(row: Row) -> Counts:
    """Return an article's direct quotations found, with the right speaker's mention or name, and tagged."""
    quotes = find_quotes(row["text"])
    tagged = [a for a in row["attributions"] if a.get("kind") == "direct" and a["content"]]
    spans = [(min(c["start"] for c in a["content"]), max(c["end"] for c in a["content"])) for a in tagged]
    return _met([(*span, a["source"]) for span, a in zip(spans, tagged, strict=True)], quotes)


def _single(path: Path, articles: Sequence[Row]) -> list[Counts]:
    texts = {row["doc"]: row["text"] for row in articles}
    tagged: dict[str, list[tuple[int, int, Sequence[Row]]]] = {}
    for row in rows(path):
        tagged.setdefault(row["doc"], []).append((row["start"], row["end"], row["speaker_spans"]))
    return [_met(each, find_quotes(texts[doc])) for doc, each in tagged.items()]


def _met(tagged: Sequence[tuple[int, int, Sequence[Row]]], quotes: Sequence[Quote]) -> Counts:
    met = [(_covering(start, end, quotes), source) for start, end, source in tagged]
    found = [(quote, source) for quote, source in met if quote is not None]
    return len(found), sum(_right(quote, source) for quote, source in found), len(tagged)


def _covering(start: int, end: int, quotes: Sequence[Quote]) -> Quote | None:
    """Return the quotation that covers most of these characters, if it covers half of the shorter of both."""
    best = max(quotes, key=lambda q: min(q.end, end) - max(q.start, start), default=None)
    if best is None:
        return None
    shared = min(best.end, end) - max(best.start, start)
    return best if shared >= 0.5 * min(best.end - best.start, end - start) else None


def _right(quote: Quote, source: Sequence[Row]) -> bool:
    """Tell whether the speaker's mention is the tagged one; none where none is tagged."""
    if not source or quote.speaker_start is None or quote.speaker_end is None:
        return not source and quote.speaker is None
    return any(quote.speaker_start < s["end"] and s["start"] < quote.speaker_end for s in source)
