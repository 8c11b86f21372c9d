"""Worker processes that begin without the script that started them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without_script() -> Iterator[None]:
    """Let processes that begin meanwhile not run the caller's script, which they need nothing of.

    Python runs it in each of them: one without `if __name__ == "__main__":` would begin itself anew there.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script
