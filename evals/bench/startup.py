"""How long the commands take as whole processes, in seconds of the processor."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from presscheck.evals.bench.measure import Measure, median_seconds

SOURCE = """Title: Harbour board briefing
Date: 2025-03-04
Kind: transcript
Complete: yes

CAPT. LENA ORTEGA: We have moved approximately 12,000 containers since Monday. The north quay will reopen in April.

Q: Is the south quay safe?

CAPT. ORTEGA: It is not safe, and nobody should go there until the engineers have finished their work.
"""
DRAFT = """The harbour has moved about 12,000 containers, Capt. Lena Ortega said. "The north quay will open again in April,"
Ortega said. She warned that "nobody should go there until the engineers have finished their work."
"""


def bench() -> Iterator[Measure]:
    """Measure `--help` and a whole check against a folder."""
    command = [sys.executable, "-m", "presscheck"]
    yield Measure("python -c pass", _process([sys.executable, "-c", "pass"]), "s")
    yield Measure("presscheck --help", _process([*command, "--help"]), "s", 0.4)
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder, "sources")
        sources.mkdir()
        (sources / "briefing.txt").write_text(SOURCE, encoding="utf-8")
        draft = Path(folder, "draft.txt")
        draft.write_text(DRAFT, encoding="utf-8")
        check = [*command, "check", str(draft), "--against", str(sources), "--format", "json"]
        yield Measure("presscheck check --against, whole process", _process(check), "s", 1.2)


def _process(command: list[str]) -> float:
    return median_seconds(lambda: subprocess.run(command, capture_output=True, check=False))
