"""The work of `presscheck eval`."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck import __version__
from presscheck.commands.asking import Asking, asked_model, tell_spending
from presscheck.commands.output import progress, write
from presscheck.errors import BadRequest, UnreadableFile
from presscheck.evals import gate
from presscheck.evals.suites import RunResult, run_suites
from presscheck.models import Article, Engine, Frozen
from presscheck.vectorstore.loaders import as_articles

if TYPE_CHECKING:
    from presscheck.evals.compare import Difference
    from presscheck.evals.judged import Judged
    from presscheck.evals.labelled import LabelledResult
    from presscheck.llm import Model


def run_golden(names: Sequence[str], asking: Asking, format: str, out: Path | None) -> None:
    """Run the golden suites and write the result."""
    model = asked_model(asking)
    start = time.perf_counter()
    with progress("Running the golden suites"):
        run = run_suites(names, model)
    if format == "html":
        from presscheck.render import html_eval

        write(html_eval.suites(run), out)
    else:
        write(_json(run) if format == "json" else _suites_text(run), out)
    _record(out, time.perf_counter() - start, model)


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


def _record(out: Path | None, seconds: float, model: Model | None = None) -> None:
    """Write what may differ from run to run beside the result: time, calls, tokens, cost."""
    if out is None:
        tell_spending(model)
        return
    told: dict[str, object] = {
        "seconds": round(seconds, 2),
        "version": __version__,
        "python": platform.python_version(),
    }
    if model is not None:
        spent = model.account.spent
        told |= {"calls": spent.calls, "tokens": spent.tokens, "cost": spent.cost}
    write(json.dumps(told, indent=1) + "\n", out.with_name(f"{out.stem}.run.json"))


def run_labelled(
    data: Path | None, predictions: Path | None, asking: Asking, format: str, out: Path | None
) -> None:
    """Score labelled claims."""
    from presscheck.evals import labelled

    if data is None:
        raise BadRequest("The suite support needs labelled claims.", help="Name a file with --data FILE.")
    model = asked_model(asking)
    start = time.perf_counter()
    with progress("Checking the claims"):
        both = list(labelled.predict(labelled.load(data), model))
    if not both:
        raise UnreadableFile(f"{data} holds no claims.")
    made = [prediction for prediction, _ in both]
    if predictions is not None:
        write("".join(p.model_dump_json() + "\n" for p in made), predictions)
    engine = Engine(version=__version__, model=model.name if model else None)
    result = labelled.LabelledResult(engine=engine, sets=labelled.scores(made), predictions=tuple(made))
    write(_labelled(result, [judged for _, judged in both if judged.wrong], format), out)
    _record(out, time.perf_counter() - start, model)


def _labelled(result: LabelledResult, failures: Sequence[Judged], format: str) -> str:
    if format == "json":
        return _json(result)
    if format == "text":
        lines = [f"{name}: {metric} {s}" for name, of in result.sets.items() for metric, s in of.items()]
        return "\n".join(lines) + "\n"
    from presscheck.evals import plots
    from presscheck.render import html_eval

    drawn = {
        "Reliability": plots.reliability(result.predictions),
        "Precision and recall": plots.precision_recall(result.predictions),
    }
    return html_eval.labelled(result.sets, result.predictions, drawn, failures)


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


def run_comparison(paths: Sequence[Path]) -> None:
    """Print what differs between two runs, or the table of several."""
    from presscheck.evals import compare

    runs = [compare.load_run(path) for path in paths]
    if len(runs) == 2:
        write("".join(f"{line}\n" for line in _differences(compare.compare(*runs))))
        write("\n")
    write("".join(f"{line}\n" for line in _columns(compare.matrix(runs))))


def _differences(differences: Sequence[Difference]) -> Iterator[str]:
    for d in differences:
        note = "" if d.same_rows else "   (the rows differ)"
        change = f"{100 * d.before:6.1f} → {100 * d.after:5.1f}   +{len(d.gained)} −{len(d.lost)}"
        yield f"{d.suite:<14}{change}   p = {d.p:.3f}{note}"
        yield from (f"  + {row}" for row in d.gained)
        yield from (f"  − {row}" for row in d.lost)


def _columns(table: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        first, *others = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield "   ".join([first, *others]).rstrip()


def run_gate(names: Sequence[str], *, update: bool, lower: bool, path: Path | None) -> int:
    """Hold a run against the floors; return 1 where one is undercut."""
    where = path or gate.FLOORS
    floors = gate.load_floors(where) if where.exists() or not update else {}
    with progress("Running the golden suites"):
        run = run_suites(names)
    if update:
        gate.save_floors(gate.updated(run, floors, lower=lower), where)
        return 0
    asked = {name: floor for name, floor in floors.items() if not names or name in names}
    lines = list(gate.undercut(run, asked))
    write("".join(f"{line}\n" for line in lines) or "Every suite holds its floor.\n")
    return 1 if lines else 0
