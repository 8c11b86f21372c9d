"""What a benchmark gives: one measured number and what it is held against."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Measure(NamedTuple):
    """One number; `limit` is what it must stay under (or, where `at_least`, reach); None is only told."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether the limit is kept."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        goal = (
            ""
            if self.limit is None
            else f"   {'holds' if self.holds else 'MISSED'}: {sign} {self.limit:g} {self.unit}"
        )
        return f"{self.name:<58} {self.value:>10.3f} {self.unit:<12}{goal}"


def median_seconds(action: Callable[[], object], times: int = 5) -> float:
    """Run the action several times and return the median seconds of the processor, its child processes' among them."""
    took = []
    for _ in range(times):
        start = processor_seconds()
        action()
        took.append(processor_seconds() - start)
    return statistics.median(took)


def processor_seconds() -> float:
    """Return what this process and those that it has waited for have used so far: machines are shared."""
    return time.process_time() + sum(os.times()[2:4])
