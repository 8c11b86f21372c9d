"""What makes `check` fail: verdicts, severities and globs of reason codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from presscheck.errors import BadRequest
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity, Verdict

_WORDS = {*map(str, Verdict), *map(str, Severity)}


def parted(given: Iterable[str]) -> tuple[str, ...]:
    """Return the words of `--fail-on`, parted at commas; raises `BadRequest` where it is given and names nothing."""
    given = tuple(given)
    words = tuple(word.strip() for text in given for word in text.split(",") if word.strip())
    if given and not words:
        raise BadRequest("--fail-on is empty: nothing would ever fail.", help="Name fix, source or look.")
    return words


def patterns(given: Iterable[str]) -> tuple[str, ...]:
    """Split what `--fail-on` was given at commas; a word that can never match is an error, not a pass."""
    words = parted(given)
    for word in words:
        if word not in _WORDS and not any(fnmatchcase(reason.code, word) for reason in Reason):
            known = ", ".join([*map(str, Severity), *map(str, Verdict)])
            raise BadRequest(
                f"--fail-on {word}: no such verdict, severity or reason code. Take {known}, or quote.*"
            )
    return words


def falls_under(finding: Finding, words: Sequence[str]) -> bool:
    """Tell whether a finding makes the check fail."""
    return any(
        word in (finding.verdict.value, finding.severity.value) or fnmatchcase(finding.reason.code, word)
        for word in words
    )
