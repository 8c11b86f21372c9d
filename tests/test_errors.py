"""Every error says what to do, with an exit code a script can rely on."""

from typing import Any

import pytest

from presscheck import errors
from presscheck.models import Article
from presscheck.reasons import Reason, Severity, Verdict

TREE = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.PresscheckError)]


@pytest.mark.parametrize("error", TREE)
def test_exit_codes_are_those_of_the_design(error: type[errors.PresscheckError]) -> None:
    """Nothing to check exits with 3, everything else that stops a command with 2."""
    assert error.exit_code == (3 if error is errors.NothingToCheck else 2)


@pytest.mark.parametrize("error", TREE)
def test_the_docstring_draws_the_tree(error: type[errors.PresscheckError]) -> None:
    """Each error is named in the module's docstring."""
    assert error.__name__ in (errors.__doc__ or "")


def test_the_help_follows_the_message() -> None:
    """What to do about it is part of the one line."""
    assert (
        str(errors.DeskMissing("There is no desk at x."))
        == "There is no desk at x. Add sources first: presscheck add PATH."
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"body": "The pier is open."}, "text is missing; there is no field 'body'."),
        ({"text": "The pier is open.", "kind": "blog"}, "kind: input should be 'transcript', 'official'"),
        ({"text": None}, "text: input should be a valid string."),
        (
            {"text": "The pier is open.", "published": "yesterday"},
            "published: input should be a valid datetime",
        ),
    ],
)
def test_an_article_that_is_none_is_a_bad_request(given: dict[str, Any], said: str) -> None:
    """Whoever makes one by hand gets an error of ours, in one line."""
    with pytest.raises(errors.BadRequest, match="This is no article: ") as caught:
        Article(**given)
    assert said in str(caught.value)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_carries_verdict_severity_and_description(reason: Reason) -> None:
    """A code alone leads to all that is known of it."""
    assert Reason(reason.code) is reason
    assert isinstance(reason.verdict, Verdict)
    assert isinstance(reason.severity, Severity)
    assert reason.description.endswith(".")


@pytest.mark.parametrize("reason", [r for r in Reason if r.severity is Severity.OK])
def test_only_what_is_supported_is_ok(reason: Reason) -> None:
    """No reason is fine without a source that carries it."""
    assert reason.verdict is Verdict.SUPPORTED
