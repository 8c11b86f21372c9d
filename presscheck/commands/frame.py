"""What all commands share: errors as one line, exit codes, and `--against` with several paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

ORDER = ("add", "sources", "search", "check", "accept", "brief", "chat", "doctor")
INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


class Group(TyperGroup):
    """Turns every error into one clear line on stderr and the exit code that belongs to it; no traceback ever."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 (the context's class moved between releases)
        """Name the commands in the order one needs them, later ones after."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 (the context's class moved between releases of typer)
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if type(error).__name__ == "NoArgsIsHelpError" or os.environ.get("PRESSCHECK_DEBUG"):
                raise
            fail(*told(error))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (see invoke)
        """Read the options that stand before the command."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if type(error).__name__ == "NoArgsIsHelpError" or not hasattr(error, "format_message"):
                raise
            fail(*told(error))


def told(error: Exception) -> tuple[str, int]:
    """Return the line and the exit code of an error."""
    from presscheck.errors import PresscheckError

    if isinstance(error, PresscheckError):
        return str(error), error.exit_code
    if (usage := getattr(error, "format_message", None)) is not None:
        return _misused(usage(), getattr(error, "ctx", None)), 2
    if isinstance(error, BrokenPipeError):
        return "", 0
    if isinstance(error, OSError):
        return f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "), 2
    if isinstance(error, ModuleNotFoundError):
        return f"the package {error.name} is missing. Install Presscheck again, or that package.", 2
    if type(error).__name__ == "DatabaseError":  # SQLite's own, for a file that is none of its
        files = "a desk's threads.db, or a batch's ledger.db"
        return f"a database is damaged ({error}): {files}. Move it away, and it is made anew.", 2
    hint = "This is a fault of Presscheck; with PRESSCHECK_DEBUG=1 set it shows where."
    return f"{type(error).__name__}: {error}. {hint}", 2


def _misused(message: str, ctx: Any) -> str:  # noqa: ANN401 (see Group)
    """Say what is wrong with how a command was called, and where it is told how to call it."""
    return (
        f"{message.replace('Value error, ', '').rstrip('.')}{'' if message.rstrip('.').endswith('?') else '.'} See `{ctx.command_path} -h`."
        if ctx
        else message
    )


def fail(line: str, code: int) -> NoReturn:
    """Say what went wrong and end."""
    if line:
        say(f"presscheck: {line}")
    raise typer.Exit(code)


def say(line: str) -> None:
    """Write one visible line to stderr, whatever its encoding; a closed stderr is no reason to fail."""
    from presscheck.render.safe import one_line

    line = one_line(line)
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


class Against(TyperCommand):
    """A command whose `--against` takes several paths: `FILE --against a b c`, `--against=folder FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (see Group)
        """Give every path its own `--against` before the arguments are read."""
        flags = {o for p in self.params if getattr(p, "is_flag", False) for o in (*p.opts, *p.secondary_opts)}
        return super().parse_args(ctx, spread(args, flags))


def spread(args: Sequence[str], flags: set[str], option: str = "--against") -> list[str]:
    """Return the arguments with one path to each `--against`.

    All that follows it up to the next option are its paths; if no FILE is left then, the last of several is it.
    """
    rest: list[str] = []
    paths: list[str] = []
    last_run = 0
    queue = list(args)
    while queue:
        word = queue.pop(0)
        if word != option:
            rest.append(word)
            continue
        last_run = 0
        while queue and (queue[0] == "-" or not queue[0].startswith("-")):
            paths.append(queue.pop(0))
            last_run += 1
        if not last_run:
            rest.append(option)
    if last_run > 1 and not any(_positional(rest, flags)):
        rest.append(paths.pop())
    return [*(word for path in paths for word in (option, path)), *rest]


def _positional(args: Sequence[str], flags: set[str]) -> Iterator[str]:
    """Yield the arguments that are neither options nor an option's value."""
    words = iter(args)
    for word in words:
        if word == "--":
            yield from words
        elif word == "-" or not word.startswith("-"):
            yield word
        elif "=" not in word and word not in flags:
            next(words, None)
