"""Where the last check of a folder is kept, so that `accept` needs only an id: ids, hashes and words, no more."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def last_check() -> Path:
    """Return the file for the current folder (`$XDG_STATE_HOME/presscheck/…`, else below `~/.local/state`)."""
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    here = hashlib.sha256(str(Path.cwd()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Path(base) / "presscheck" / "last" / f"{here}.json"
