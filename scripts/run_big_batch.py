"""Run a batch of many generated drafts, kill it hard several times, and see that nothing is lost or done twice.

    python scripts/run_big_batch.py OUT [--drafts 20000] [--kills 5] [--workers 2] [--plot memory.png]
    python scripts/run_big_batch.py OUT --speed [--drafts 600]

Memory (resident, of the run and its workers) is sampled every second; its plot is written where `--plot` says. `--speed`
gives the rate of two workers as a multiple of one's, and how busy the processors were with other things meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from presscheck.chains.batch.ledger import Ledger
from presscheck.evals.groups import clean_groups, planted_groups

PAGE = os.sysconf("SC_PAGE_SIZE")


def write_input(folder: Path, drafts: int) -> tuple[Path, Path]:
    """Write the sources and the file of drafts; each draft is one of a kind."""
    sources, given = folder / "sources.jsonl", folder / "drafts.jsonl"
    articles = [a for g in clean_groups(6) for a in g.articles]
    sources.write_text(
        "".join(a.model_dump_json(include={"text", "title", "publisher"}) + "\n" for a in articles)
    )
    texts = [a.text.split("\n\n") for g in planted_groups(30) for a in g.articles]
    rng = random.Random(5)
    with given.open("w", encoding="utf-8") as file:
        for n in range(drafts):
            lines = rng.choice(texts)
            kept = " ".join(rng.sample(lines, min(4, len(lines))))
            file.write(json.dumps({"title": f"Draft {n}", "text": f"Draft {n}. {kept}"}) + "\n")
    return sources, given


def start(given: Path, sources: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start the batch as its own process group."""
    command = [sys.executable, "-m", "presscheck", "batch", str(given), "--against", str(sources)]
    return subprocess.Popen(
        [*command, "--out", str(out), "--workers", str(workers)],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def family(group: int) -> Iterator[int]:
    """Yield the processes of a process group."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[2]) == group:
                yield int(entry.name)


def resident(group: int) -> float:
    """Return the resident memory of a process group in megabytes."""
    total = 0
    for pid in family(group):
        try:
            total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
        except OSError:
            continue
    return total / 1e6


def lines_of(out: Path) -> int:
    """Return how many lines of results there are."""
    results = out / "results.jsonl"
    if not results.exists():
        return 0
    with results.open("rb") as file:
        return sum(1 for _ in file)


def killed_and_resumed(folder: Path, drafts: int, kills: int, workers: int, plot: Path | None) -> None:
    """Run to the end with kills on the way, and print what came of it."""
    sources, given = write_input(folder, drafts)
    out = folder / "out"
    samples: list[tuple[int, float]] = []
    begun = time.monotonic()
    for number in range(kills + 1):
        stop_at = drafts * (number + 1) // (kills + 1) if number < kills else drafts + 1
        process = start(given, sources, out, workers)
        while process.poll() is None:
            time.sleep(1)
            done = lines_of(out)
            samples.append((done, resident(process.pid)))
            if done >= stop_at:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                print(f"killed at {done}", flush=True)
                break
    report(out, drafts, samples, time.monotonic() - begun)
    if plot:
        draw(samples, plot)


def report(out: Path, drafts: int, samples: list[tuple[int, float]], seconds: float) -> None:
    """Print whether all is there once, and how flat memory was."""
    ledger = Ledger(out / "ledger.db")
    tries = [entry.tries for entry in ledger.entries()]
    ledger.close()
    with (out / "results.jsonl").open() as file:
        keys = [json.loads(line)["key"] for line in file]
    files = sum(1 for _ in (out / "items").rglob("*.report.json"))
    print(
        f"{drafts} drafts: {len(keys)} lines, {len(set(keys))} keys, {files} files; tried once: {tries.count(1)}"
    )
    early = [mb for done, mb in samples if drafts * 0.05 < done < drafts * 0.15]
    late = [mb for done, mb in samples if drafts * 0.9 < done]
    if early and late:
        print(f"memory: {max(early):.0f} MB at most near a tenth, {max(late):.0f} MB at most near the end")
    print(f"{seconds:.0f} s, {drafts / seconds:.1f} drafts a second with the pauses of the kills")


def draw(samples: list[tuple[int, float]], plot: Path) -> None:
    """Plot memory over items done."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(8, 3.2))
    axes.plot([done for done, _ in samples], [mb for _, mb in samples], ".", markersize=2)
    axes.set(
        xlabel="drafts done",
        ylabel="resident memory, MB",
        ylim=(0, None),
        title="A batch, killed hard on the way",
    )
    figure.tight_layout()
    figure.savefig(plot, dpi=110)


def busy() -> tuple[float, float]:
    """Return the seconds that all processors have worked, and all seconds they had."""
    fields = [int(x) for x in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return sum(fields) - fields[3] - fields[4], sum(fields)


def speed(folder: Path, drafts: int) -> None:
    """Print the rate with one worker and with two."""
    sources, given = write_input(folder, drafts)
    seconds: dict[int, float] = {}
    for workers in (1, 2, 1, 2):
        out = folder / f"out-{workers}"
        shutil.rmtree(out, ignore_errors=True)
        began, before = time.monotonic(), busy()
        start(given, sources, out, workers).wait()
        took = time.monotonic() - began
        used, had = (a - b for a, b in zip(busy(), before, strict=True))
        seconds[workers] = min(took, seconds.get(workers, took))
        print(f"{workers} workers: {drafts / took:.1f}/s, processors {used / had:.0%} busy")
    print(f"2 workers give {seconds[1] / seconds[2]:.2f} times the rate of 1")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--drafts", type=int, default=20000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.speed:
        speed(given.folder, given.drafts)
    else:
        killed_and_resumed(given.folder, given.drafts, given.kills, given.workers, given.plot)


if __name__ == "__main__":
    main()
