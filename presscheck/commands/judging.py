"""What makes `check` fail: verdicts, severities and globs of reason codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from presscheck.errors import BadRequest
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity, Verdict

_WORDS = {*map(str, Verdict), *map(str, Severity)}


def patterns(given: Iterable[str]) -> tuple[str, ...]:
    """Split what `--fail-on` was given at commas; a word that can never match is an error, not a pass."""
    words = tuple(word.strip() for text in given for word in text.split(",") if word.strip())
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
