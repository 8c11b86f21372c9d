"""The files of a folder that hold articles, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path

from presscheck.vectorstore.loaders.own import written_here

DESK_MARK = "presscheck-desk.json"
"""A folder with this file in it is a desk, not a source."""


def articles_files(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    """Yield the files below `folder` whose suffix is known, sorted.

    Hidden ones, links that lead out, and what Presscheck itself wrote are skipped.
    """
    root = folder.resolve()
    for path in _in_sight(folder):
        if path.suffix.lower() in suffixes and _stays(path, root) and not written_here(path):
            yield path


def of_other_kinds(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    """Yield the files below `folder` whose suffix is not known, sorted; hidden ones are skipped."""
    return (path for path in _in_sight(folder) if path.suffix.lower() not in suffixes)


def _in_sight(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` that are neither hidden nor in a desk."""
    for where, folders, files in os.walk(folder):
        here = Path(where)
        if (here / DESK_MARK).exists():
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield here / name


def _stays(path: Path, root: Path) -> bool:
    return not path.is_symlink() or path.resolve().is_relative_to(root)
