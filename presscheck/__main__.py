"""`python -m presscheck`."""

from __future__ import annotations

from presscheck.cli import main

if __name__ == "__main__":
    main()
