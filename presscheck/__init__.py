"""Presscheck: briefs in which every sentence cites its source, and a check of any text against the stored sources."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presscheck.chains.check import check_text as check_text
    from presscheck.desk import Desk as Desk
    from presscheck.errors import PresscheckError as PresscheckError
    from presscheck.models import AddReport as AddReport
    from presscheck.models import Article as Article
    from presscheck.models import Brief as Brief
    from presscheck.models import Claim as Claim
    from presscheck.models import Evidence as Evidence
    from presscheck.models import Finding as Finding
    from presscheck.models import Passage as Passage
    from presscheck.models import Reply as Reply
    from presscheck.models import Report as Report
    from presscheck.reasons import Reason as Reason
    from presscheck.reasons import Severity as Severity
    from presscheck.reasons import Verdict as Verdict
    from presscheck.text.dates import find_dates as find_dates
    from presscheck.text.figures import find_figures as find_figures
    from presscheck.text.names import find_names as find_names
    from presscheck.text.quotes import find_quotes as find_quotes

__version__ = "0.1.0"

_HOME = {
    "check_text": "presscheck.chains.check",
    "Desk": "presscheck.desk",
    "PresscheckError": "presscheck.errors",
    "find_dates": "presscheck.text.dates",
    "find_figures": "presscheck.text.figures",
    "find_names": "presscheck.text.names",
    "find_quotes": "presscheck.text.quotes",
    **dict.fromkeys(("Reason", "Severity", "Verdict"), "presscheck.reasons"),
    **dict.fromkeys(
        ("AddReport", "Article", "Brief", "Claim", "Evidence", "Finding", "Passage", "Reply", "Report"),
        "presscheck.models",
    ),
}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a module attribute can be anything)
    """Import a public name when it is first asked for, so that `import presscheck` stays light (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return list(__all__)
