"""The small file that makes a folder a desk: its format, which of its stores counts, and what made its vectors."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from presscheck.errors import DeskDamaged, DeskMissing, DeskTooNew
from presscheck.vectorstore.loaders.folder import DESK_MARK

FORMAT = 1


class Mark(NamedTuple):
    """`store` is the folder within the desk's that holds Chroma and the shelf; a compaction makes the next one.

    `server` is the address of the Chroma server, where that holds the desk; never its token.
    """

    store: str
    embeddings: str
    server: str = ""


def read_mark(folder: Path) -> Mark:
    """Return a desk's mark; if it is lost or torn, or names no store, that of the newest store that is there.

    Raises `DeskMissing`, `DeskTooNew`, `DeskDamaged`.
    """
    try:
        told = json.loads((folder / DESK_MARK).read_text(encoding="utf-8"))
        version = int(told["format"])
        mark = Mark(*(str(told.get(name, "")) for name in Mark._fields))
    except NotADirectoryError:
        raise DeskMissing(f"{folder} is a file, not a desk.", help="Name a folder with --desk.") from None
    except FileNotFoundError:
        if (newest := _newest_store(folder)) is not None:
            return Mark(newest, "")
        raise DeskMissing(f"There is no desk at {folder}.") from None
    except OSError as error:
        why = f"{folder / DESK_MARK} can't be read ({error.strerror})."
        raise DeskDamaged(why, help="Look at its permissions.") from error
    except (ValueError, KeyError, TypeError) as error:
        if (newest := _newest_store(folder)) is not None:
            return Mark(newest, "")
        help_ = "Delete it, then fill or connect the desk anew: its folder holds no store of its own."
        raise DeskDamaged(f"{folder / DESK_MARK} can't be read.", help=help_) from error
    if version > FORMAT:
        raise DeskTooNew(f"The desk at {folder} has format {version}; this release reads {FORMAT}.")
    if not mark.server and not (folder / mark.store).is_dir():
        return mark._replace(store=_newest_store(folder) or mark.store)
    return mark


def has_desk(folder: Path) -> bool:
    """Whether a folder has a desk's mark, or a store whose mark is lost."""
    return (folder / DESK_MARK).is_file() or _newest_store(folder) is not None


def _newest_store(folder: Path) -> str | None:
    """Return the name of the folder whose Chroma was written last; None if there is none."""
    found = []
    for file in folder.glob("store-*/chroma/chroma.sqlite3"):
        with suppress(OSError):  # a compaction deletes the older one
            found.append((file.stat().st_mtime, file.parents[1].name))
    return max(found)[1] if found else None


def write_mark(folder: Path, mark: Mark) -> None:
    """Write a desk's mark in one step: a reader sees the old or the new one."""
    told = {"format": FORMAT, "made_by": "presscheck", **mark._asdict()}
    part = folder / f"{DESK_MARK}.{secrets.token_hex(4)}"
    with part.open("w", encoding="utf-8") as file:
        file.write(json.dumps(told))
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / DESK_MARK)
