"""Rules over tokens, asked by several threads at once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from presscheck.text import date_rules

THREADS = 8


class Slow(str):
    """A pool of characters that lets other threads in whenever one is taken."""

    def __getitem__(self, key: object) -> str:
        time.sleep(0.001)
        return super().__getitem__(key)  # type: ignore[index]


def test_kinds_met_by_several_threads_at_once_have_a_letter_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds with one letter would make a rule match what it should not."""
    monkeypatch.setattr(date_rules, "_POOL", Slow(date_rules._POOL))
    letters, start = date_rules._Letters(), threading.Barrier(THREADS)
    kinds = [f"kind{number}" for number in range(THREADS)]

    def met(kind: str) -> str:
        start.wait()
        return letters[kind]

    with ThreadPoolExecutor(THREADS) as threads:
        given = list(threads.map(met, kinds))

    assert len(set(given)) == THREADS
    assert given == [letters[kind] for kind in kinds]
