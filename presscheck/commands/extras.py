"""The packages that some commands need beside the core, told before they are imported."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from presscheck.errors import PresscheckError

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "evals": ("sklearn", "scipy", "matplotlib"),
    "mcp": ("mcp", "fastapi", "sse_starlette", "uvicorn"),
    "web": ("fastapi", "sse_starlette", "uvicorn"),
}


def need(extra: str) -> None:
    """Raise a clear error where the packages of an extra are not installed."""
    missing = [name for name in EXTRAS[extra] if find_spec(name) is None]
    if missing:
        help_ = f'Install them with: pip install "presscheck[{extra}]".'
        raise PresscheckError(f"the packages {', '.join(missing)} are missing.", help=help_)
