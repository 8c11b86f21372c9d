"""How fast saved web pages go into a desk, beside their bare text in the same run.

Times are of the processor, that of the processes which read pages among them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from presscheck.desk import Desk
from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure, processor_seconds

PAGES = 1000


def bench() -> Iterator[Measure]:
    """Measure adding a folder of pages as a share of the rate of adding their text."""
    with tempfile.TemporaryDirectory() as folder:
        pages, texts = Path(folder, "pages"), Path(folder, "texts")
        for number in range(PAGES):
            _write(pages / f"{number:04}.html", page(number))
            _write(texts / f"{number:04}.txt", "\n\n".join(paragraphs(number)))
        _write(Path(folder, "warm", "a.html"), page(PAGES))
        Desk(Path(folder, "desk-warm")).add(Path(folder, "warm"))
        seconds = {kind: _seconds(folder, kind) for kind in ("texts", "pages")}
    yield Measure("adding bare texts", PAGES / seconds["texts"], "articles/s")
    yield Measure("adding saved pages", PAGES / seconds["pages"], "articles/s")
    share = seconds["texts"] / seconds["pages"]
    yield Measure("adding pages as a share of adding their text", share, "", 0.5, at_least=True)


def _seconds(folder: str, kind: str) -> float:
    desk = Path(folder, f"desk-{kind}")
    start = processor_seconds()
    report = Desk(desk).add(Path(folder, kind))
    seconds = processor_seconds() - start
    if len(report.added) != PAGES:
        raise RuntimeError(f"{len(report.added)} of {PAGES} {kind} went in: {report.failed[:1]}")
    shutil.rmtree(desk)
    return seconds


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def paragraphs(number: int) -> list[str]:
    """Return an article's paragraphs, about 850 words in all as in news."""
    return news(number).split("\n\n")


def page(number: int) -> str:
    """Return the article as a newspaper's page, with the furniture that surrounds it."""
    links = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(40))
    related = "".join(
        f'<article><h3><a href="/r/{n}">A story of another day, number {n}</a></h3></article>'
        for n in range(8)
    )
    body = "".join(f'<p class="css-{n}">{text}</p>' for n, text in enumerate(paragraphs(number)))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report {number}</title>'
        '<meta property="og:site_name" content="The Halden Post"><meta name="author" content="Jonas Brandt">'
        f'<meta property="article:published_time" content="2025-03-{1 + number % 28:02}T10:00:00Z">'
        f"<style>{'.a{color:red}' * 200}</style><script>{'var a=1;' * 300}</script></head><body><header><nav><ul>{links}</ul></nav></header>"
        f'<main><article><h1>Report {number}</h1><figure><img src="a.jpg"><figcaption>The quay</figcaption></figure>{body}</article>'
        f'<aside class="related">{related}</aside></main><footer><ul>{links}</ul><p>All rights reserved.</p></footer></body></html>'
    )
