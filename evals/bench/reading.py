"""How fast a text is read, on news-like text made here (no development data)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presscheck.evals.bench.measure import Measure, median_seconds
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences

PARAGRAPH = (
    "The port authority of Halden said on Tuesday, March 4, 2025, that it had spent nearly $48.5 million on the north "
    "quay since 2021, more than twice what it had planned. “We will not ask the town for another cent,” Capt. Lena "
    "Ortega, the harbour master, told reporters. Traffic rose 4.5 percent to about 12,000 containers a week, she said, "
    "while the share of ships that waited longer than two days fell from 18 to 11 percent. Critics were not convinced. "
    "“One in five ships still turns away,” said Jonas Brandt of the Halden Shipping Association (HSA), who wants an "
    "inquiry by the end of June.\n\n"
)
TEXT = PARAGRAPH * 300

GOALS: dict[str, tuple[Callable[[str], object], float | None]] = {
    "split_sentences": (split_sentences, None),
    "find_figures": (find_figures, 300.0),
    "find_dates": (find_dates, 200.0),
    "find_quotes": (find_quotes, None),
    "find_names": (find_names, None),
}


def bench() -> Iterator[Measure]:
    """Measure KB of text read a second, each reader on one core."""
    kilobytes = len(TEXT.encode()) / 1000
    for name, (read, goal) in GOALS.items():
        seconds = median_seconds(lambda read=read: read(TEXT), 3)  # type: ignore[misc]
        yield Measure(f"{name}, text a second", kilobytes / seconds, "KB/s", goal, at_least=True)
