"""The work of `presscheck eval`."""

from __future__ import annotations

import importlib.util
import json
import platform
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from presscheck import __version__
from presscheck.commands.output import progress, write
from presscheck.errors import BadRequest, UnreadableFile
from presscheck.evals import compare, gate
from presscheck.evals.suites import RunResult, run_suites
from presscheck.models import Article, Frozen
from presscheck.vectorstore.loaders import as_articles


def need_statistics() -> None:
    """Raise `BadRequest` where scikit-learn, scipy or matplotlib is not installed."""
    missing = [name for name in ("sklearn", "scipy", "matplotlib") if importlib.util.find_spec(name) is None]
    if missing:
        raise BadRequest(
            "The evaluation needs scikit-learn, scipy and matplotlib.", help="Install presscheck[evals]."
        )


def run_golden(names: Sequence[str], format: str, out: Path | None) -> None:
    """Run the golden suites and write the result."""
    need_statistics()
    start = time.perf_counter()
    with progress("Running the golden suites"):
        run = run_suites(names)
    if format == "html":
        from presscheck.render import html_eval

        write(html_eval.suites(run), out)
    else:
        write(_json(run) if format == "json" else _suites_text(run), out)
    _record(out, time.perf_counter() - start)


def _json(result: Frozen) -> str:
    return result.model_dump_json(indent=1) + "\n"


def _suites_text(run: RunResult) -> str:
    lines = [f"{'suite':<14}{'rows':>6}{'held':>6}   share, 95 % interval"]
    for s in run.suites:
        lines.append(
            f"{s.suite:<14}{s.rows:>6}{s.held:>6}   {100 * s.share:5.1f} [{100 * s.low:.1f}, {100 * s.high:.1f}]"
        )
    failed = [(f.id, w) for s in run.suites for f in s.failures for w in f.wrong]
    return "\n".join([*lines, *(f"  ✗ {row}: {wrong}" for row, wrong in failed)]) + "\n"


def _record(out: Path | None, seconds: float) -> None:
    """Write what may differ from run to run beside the result."""
    if out is not None:
        told = {
            "seconds": round(seconds, 2),
            "version": __version__,
            "python": platform.python_version(),
            "cost": 0.0,
        }
        write(json.dumps(told, indent=1) + "\n", out.with_name(f"{out.stem}.run.json"))


def run_labelled(data: Path | None, predictions: Path | None, format: str, out: Path | None) -> None:
    """Score labelled claims."""
    need_statistics()
    from presscheck.evals import labelled

    if data is None:
        raise BadRequest("The suite support needs labelled claims.", help="Name a file with --data FILE.")
    start = time.perf_counter()
    with progress("Checking the claims"):
        made = list(labelled.predict(labelled.load(data)))
    if not made:
        raise UnreadableFile(f"{data} holds no claims.")
    if predictions is not None:
        write("".join(p.model_dump_json() + "\n" for p in made), predictions)
    scores = labelled.scores(made)
    if format == "json":
        plain = {
            name: {metric: score.model_dump() for metric, score in of.items()} for name, of in scores.items()
        }
        write(json.dumps(plain, indent=1) + "\n", out)
    elif format == "html":
        from presscheck.evals import plots
        from presscheck.render import html_eval

        drawn = {"Reliability": plots.reliability(made), "Precision and recall": plots.precision_recall(made)}
        write(html_eval.labelled(scores, made, drawn), out)
    else:
        lines = [f"{name}: {metric} {score}" for name, of in scores.items() for metric, score in of.items()]
        write("\n".join(lines) + "\n", out)
    _record(out, time.perf_counter() - start)


def run_mutations(
    paths: Sequence[Path], families: Sequence[str], per_article: int, seed: int, format: str, out: Path | None
) -> None:
    """Plant faults in articles and tell how they fared."""
    from presscheck.evals import mutate

    unknown = [name for name in families if name not in mutate.FAMILIES]
    if unknown:
        raise BadRequest(
            f"There is no family {unknown[0]!r}.", help=f"They are: {', '.join(mutate.FAMILIES)}."
        )
    articles: Iterable[Article] = [a for path in paths for a in as_articles(path)]
    start = time.perf_counter()
    with progress("Planting faults"):
        outcomes = list(mutate.run(articles, families or mutate.FAMILIES, seed=seed, per_article=per_article))
    if not outcomes:
        raise UnreadableFile("Nothing could be planted in these articles.", help="They may be too short.")
    tallies = mutate.tally(outcomes)
    if format == "html":
        need_statistics()
        from presscheck.evals import plots
        from presscheck.render import html_eval

        write(html_eval.mutations(tallies, outcomes, plots.by_kind(tallies)), out)
    elif format == "json":
        told = {
            "tallies": [t.model_dump() for t in tallies],
            "outcomes": [o.model_dump(mode="json") for o in outcomes],
        }
        write(json.dumps(told, indent=1) + "\n", out)
    else:
        write(_tallies_text(tallies), out)
    _record(out, time.perf_counter() - start)


def _tallies_text(tallies: Sequence[object]) -> str:
    from presscheck.evals.mutate import Tally

    rows = [t for t in tallies if isinstance(t, Tally)]
    lines = [f"{'kind':<34}{'right':>7}{'of':>6}"]
    for t in rows:
        meaning = "left alone" if t.control else "caught"
        lines.append(f"{t.kind:<34}{t.right:>7}{t.total:>6}   {100 * t.share:5.1f} % {meaning}")
    for control, name in ((False, "faults caught"), (True, "controls left alone")):
        of = [t for t in rows if t.control is control]
        total = sum(t.total for t in of)
        if total:
            lines.append(
                f"{name:<34}{sum(t.right for t in of):>7}{total:>6}   {100 * sum(t.right for t in of) / total:5.1f} %"
            )
    return "\n".join(lines) + "\n"


def run_comparison(before: Path, after: Path) -> None:
    """Print what differs between two runs."""
    need_statistics()
    lines = []
    for d in compare.compare(_load_run(before), _load_run(after)):
        note = "" if d.same_rows else "   (the rows differ)"
        lines.append(
            f"{d.suite:<14}{100 * d.before:6.1f} → {100 * d.after:5.1f}   +{len(d.gained)} −{len(d.lost)}   p = {d.p:.3f}{note}"
        )
        lines += [f"  + {row}" for row in d.gained] + [f"  − {row}" for row in d.lost]
    write("\n".join(lines) + "\n")


def _load_run(path: Path) -> RunResult:
    try:
        return RunResult.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValidationError) as error:
        raise UnreadableFile(
            f"{path} is no run.", help="Make one with `presscheck eval run --format json`."
        ) from error


def run_gate(*, update: bool, lower: bool, path: Path | None) -> int:
    """Hold a run against the floors; return 1 where one is undercut."""
    need_statistics()
    where = path or gate.FLOORS
    floors = gate.load_floors(where) if where.exists() or not update else {}
    with progress("Running the golden suites"):
        run = run_suites()
    if update:
        gate.save_floors(gate.updated(run, floors, lower=lower), where)
        return 0
    lines = list(gate.undercut(run, floors))
    write("".join(f"{line}\n" for line in lines) or "Every suite holds its floor.\n")
    return 1 if lines else 0
