"""The errors of Presscheck, one tree; each says what went wrong and what to do about it.

PresscheckError             exit code 2
├── InputError              what was given can't be read (a path, a file, an option)
│   ├── UnreadableFile      missing, empty, binary, too large, broken
│   └── BadRequest          an option or argument that makes no sense
├── DeskError               the stored sources can't be used
│   ├── DeskMissing         there is no desk at that path, or it holds nothing
│   ├── DeskTooNew          written by a newer version of Presscheck
│   ├── DeskLocked          another process is writing (retryable)
│   ├── DeskUnwritable      no permission, no space
│   ├── DeskUnreachable     the Chroma server is down or refuses (retryable)
│   └── DeskDamaged         what is stored does not fit together; `presscheck doctor` tells more
├── NothingToCheck          exit code 3: the text holds nothing that can be checked
└── ModelError              the language model can't be asked (missing key, server down)
    ├── ModelUnknown        no such model, or its package is not installed
    ├── TooLong             a text is too long for a prompt; it is never cut
    ├── AnswerUnusable      what the model answered can't be read, even after a repair
    └── BudgetSpent         the next call would pass the budget
"""

from __future__ import annotations


class PresscheckError(Exception):
    """Base of all errors; `help` is one sentence that says what to do."""

    exit_code = 2
    retryable = False
    help = ""

    def __init__(self, message: str, *, help: str | None = None) -> None:
        super().__init__(message)
        if help is not None:
            self.help = help

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} {self.help}".strip() if self.help else message


class InputError(PresscheckError):
    """What was given can't be read."""


class UnreadableFile(InputError):
    """A file is missing, empty, binary, too large or broken."""


class BadRequest(InputError):
    """An option or argument makes no sense."""


class DeskError(PresscheckError):
    """The stored sources can't be used."""


class DeskMissing(DeskError):
    """There is no desk at that path, or it holds no article."""

    help = "Add sources first: presscheck add PATH."


class DeskTooNew(DeskError):
    """The desk was written by a newer version of Presscheck."""

    help = "Upgrade Presscheck, or name another desk with --desk."


class DeskLocked(DeskError):
    """Another process is writing to the desk."""

    retryable = True
    help = "Wait for it to end, or give it longer with --wait SECONDS."


class DeskUnwritable(DeskError):
    """The desk can't be written: permissions, or no space left."""

    help = "Free space or change the permissions; what was stored is untouched."


class DeskUnreachable(DeskError):
    """The Chroma server is down, or refuses."""

    retryable = True
    help = "Start it (chroma run), or look at its address."


class DeskDamaged(DeskError):
    """What is stored does not fit together."""

    help = "Run `presscheck doctor` to see what is damaged and how to mend it."


class NothingToCheck(PresscheckError):
    """The text holds nothing that can be checked."""

    exit_code = 3


class ModelError(PresscheckError):
    """The language model can't be asked."""


class ModelUnknown(ModelError):
    """There is no such model, or its package is not installed."""

    help = "Name one as openai:NAME, and set OPENAI_BASE_URL for another server."


class TooLong(ModelError):
    """A text is too long for the model; it is not sent, rather than cut."""

    def __init__(self, message: str = "The sentence is too long to be put to a model.") -> None:
        super().__init__(message)


class AnswerUnusable(ModelError):
    """What the model answered can't be read, even after one repair."""

    help = "Try another model."


class BudgetSpent(ModelError):
    """The next call would pass the budget; it was not sent."""

    help = "What is done is kept; give more with --max-tokens or --max-cost."
