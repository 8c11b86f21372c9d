"""Write what in the docs is made from the program: the commands, the reason codes, example output, JSON Schemas.

    python scripts/make_docs.py            write
    python scripts/make_docs.py --check    compare only; exit 1 and name what is out of date

Output of a command stands in README.md and docs/*.md between `<!-- output: COMMAND -->` and `<!-- end -->`; the command
may end with `| head N`. It runs in the project's folder, without a model.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from presscheck.cli import app
from presscheck.reasons import Reason
from presscheck.render.schema import MODELS, as_text
from presscheck.render.words import HEADINGS, LABELS, capital

ROOT = Path(__file__).parents[1]
MADE = "<!-- Made by scripts/make_docs.py; edit the program instead. -->"
_OUTPUT = re.compile(r"(<!-- output: (.+?)(?: \| head (\d+))? -->\n).*?(<!-- end -->)", re.S)


def main() -> None:
    """Write, or compare."""
    only_compare = "--check" in sys.argv[1:]
    stale = [(path, text) for path, text in made() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{'out of date' if only_compare else 'written'}: {path.relative_to(ROOT)}")
        if not only_compare:
            path.write_text(text, "utf-8")
    sys.exit(only_compare and bool(stale))


def made() -> Iterator[tuple[Path, str]]:
    """Yield each file with the text it should have."""
    yield ROOT / "docs" / "cli.md", commands()
    yield ROOT / "docs" / "reasons.md", reasons()
    for name in MODELS:
        yield ROOT / "presscheck" / "render" / f"{name}.schema.json", as_text(name)
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = path.read_text("utf-8")
        if path.name not in ("cli.md", "reasons.md") and _OUTPUT.search(text):
            yield path, _OUTPUT.sub(_with_output, text)


def _with_output(match: re.Match[str]) -> str:
    head, command, limit, end = match.groups()
    lines = output(command).splitlines()
    more = ["…"] if limit and len(lines) > int(limit) else []
    return "\n".join([head.rstrip(), "```", *lines[: int(limit) if limit else None], *more, "```", end])


def output(command: str) -> str:
    """Return what a command prints."""
    words = shlex.split(command)
    assert words[0] == "presscheck"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PRESSCHECK_")}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env={**kept, "COLUMNS": "96", "PYTHONIOENCODING": "utf-8", "XDG_STATE_HOME": os.devnull},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def commands() -> str:
    """Return the page of the commands."""
    root = typer.main.get_command(app)
    parts = ["# Commands", MADE, str(root.help), "Options of all commands:", _options(root)]
    for name, command in _walk(root, "presscheck"):
        usage = " ".join(
            [name, *(_shown(p) for p in command.params if p.param_type_name == "argument"), "[OPTIONS]"]
        )
        parts += [
            f"## {name}",
            f"```\n{usage}\n```",
            re.sub(r"\n[ \n]+", "\n\n", str(command.help)),
            _options(command),
        ]
    exits = "Exit codes: 0 done; 1 something fell under `--fail-on` (`add`: some went in, some not); 2 could not run; "
    parts += ["## Exit codes", exits + "3 nothing could be checked."]
    return "\n\n".join(part for part in parts if part) + "\n"


def _walk(group: Any, name: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (typer's classes moved between releases)
    for each in group.list_commands(None):
        command = group.commands[each]
        yield f"{name} {each}", command
        if hasattr(command, "commands"):
            yield from _walk(command, f"{name} {each}")


def _shown(parameter: Any) -> str:  # noqa: ANN401
    return str(parameter.metavar or parameter.name.upper())


def _options(command: Any) -> str:  # noqa: ANN401
    rows = [_row(p) for p in command.params if not getattr(p, "hidden", False) and p.name != "help"]
    return "\n".join(["| | |", "|---|---|", *rows]) if rows else ""


def _row(parameter: Any) -> str:  # noqa: ANN401
    flag = getattr(parameter, "is_flag", False)
    label = _shown(parameter)
    if parameter.param_type_name == "option":
        label = ", ".join(parameter.opts) + ("" if flag else f" {_value(parameter)}")
    told = (parameter.help or "") + ("" if flag else _default(parameter))
    return f"| `{_cell(label)}` | {_cell(told)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _value(parameter: Any) -> str:  # noqa: ANN401
    choices = getattr(getattr(parameter, "type_descriptor", None), "choices", None)
    choices = choices or getattr(getattr(parameter, "type", None), "choices", None)
    if parameter.metavar or not choices:
        return str(parameter.metavar or "N")
    return "|".join(str(getattr(choice, "value", choice)) for choice in choices)


def _default(parameter: Any) -> str:  # noqa: ANN401
    value = getattr(parameter.default, "value", parameter.default)
    shown = value not in (None, (), [], ...) and not callable(value) and not parameter.required
    return f" Unless given: `{value}`." if shown else ""


def reasons() -> str:
    """Return the page of the reason codes."""
    lead = (
        "Every finding has one of these codes. A code has one verdict and one severity: **fix** is wrong against the best "
        "source, **source** stands nowhere, **look** should be read by a person, **ok** holds, **info** is folded."
    )
    head = "| code | people read | verdict | severity | when |\n|---|---|---|---|---|"
    rows = [
        f"| `{r.code}` | {LABELS[r]} | {r.verdict.value.replace('_', ' ')} | {r.severity.value} | {r.description} |"
        for r in Reason
    ]
    groups = ", ".join(f"`{s.value}` stands under “{capital(words)}”" for s, words in HEADINGS.items())
    return (
        "\n\n".join(["# Reason codes", MADE, lead, f"On the check sheet {groups}.", "\n".join([head, *rows])])
        + "\n"
    )


if __name__ == "__main__":
    main()
