"""Many who ask the assistant at once, over HTTP on loopback: a real server, and clients in a process of their own."""

from __future__ import annotations

import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from presscheck.desk import Desk
from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure
from presscheck.evals.bench.startup import SOURCE

STREAMS, ARTICLES = 50, 20
QUESTIONS = (
    "How many containers were moved?",
    "What did Ortega say about the south quay?",
    "When will the north quay reopen?",
    "Who may go there?",
    "Is the south quay safe?",
)


def bench() -> Iterator[Measure]:
    """Measure how long fifty clients wait for their first event."""
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as url:
        ask_at_once(url, QUESTIONS, 1)  # what is loaded once is loaded
        waited = ask_at_once(url, QUESTIONS, STREAMS)
    yield Measure(f"{STREAMS} streams at once: answered", len(waited), "", STREAMS, at_least=True)
    yield Measure("first event of a stream, median", statistics.median(waited) * 1000, "ms", 300)
    yield Measure("first event of a stream, the last", max(waited) * 1000, "ms")


def ask_at_once(url: str, questions: Sequence[str], streams: int) -> list[float]:
    """Ask so many times at once; return the seconds until the first event of each stream that came to its end."""
    return asyncio.run(_ask_all(url, [questions[n % len(questions)] for n in range(streams)]))


async def _ask_all(url: str, texts: Sequence[str]) -> list[float]:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        waited = await asyncio.gather(*(_ask(client, text) for text in texts))
    return [seconds for seconds in waited if seconds is not None]


async def _ask(client: httpx.AsyncClient, text: str) -> float | None:
    """Return the seconds until the first event, or None where the stream broke off."""
    began, first, done = time.perf_counter(), None, False
    async with client.stream("POST", "/api/chat", json={"text": text}) as answer:
        async for line in answer.aiter_lines():
            if first is None and line.startswith("data: "):
                first = time.perf_counter() - began
            done = done or line == "event: done"
    return first if done else None


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Give the address of a server over a desk of a briefing and some articles."""
    (folder / "sources").mkdir()
    (folder / "sources" / "briefing.txt").write_text(SOURCE, "utf-8")
    for number in range(ARTICLES):
        (folder / "sources" / f"{number}.txt").write_text(news(number), "utf-8")
    Desk(folder / "desk").add(folder / "sources")
    command = [sys.executable, "-m", "presscheck", "serve", "--desk", str(folder / "desk"), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            told = server.stderr.readline() if server.stderr else ""
            address = re.search(r"http://\S+?:\d+", told)
            if not address:
                raise RuntimeError(f"the server did not start: {told}")
            yield address[0]
        finally:
            server.kill()
