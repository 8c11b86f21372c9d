"""What goes wrong at a model's server, told in one line of ours; keys never appear in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from presscheck.errors import AnswerUnusable, ModelError, ModelUnknown, TooLong

STATUS: Mapping[int, str] = {
    401: "refuses the key; set OPENAI_API_KEY",
    403: "does not allow this model with this key",
    404: "does not serve this model",
    429: "is asked too often, or its quota is used up",
}
_LONG = re.compile(
    r"context[ _](?:length|size|window)|prompt is too long|too many tokens|tokens exceed", re.IGNORECASE
)
_KEY = re.compile(r"api[_ ]key", re.IGNORECASE)
_UNUSABLE = {
    "LengthFinishReasonError": "was cut off at its longest answer; set PRESSCHECK_LONGEST_ANSWER higher",
    "ContentFilterFinishReasonError": "was stopped by its provider's content filter",
    "OpenAIRefusalError": "refuses to answer",
}


def told(error: Exception, name: str) -> ModelError:
    """Return an error as one of ours, in one line that says what is wrong."""
    if isinstance(error, ModelError):
        return error
    kind = type(error).__name__
    status = getattr(error, "status_code", None)
    if too_long(error):
        return TooLong(f"{name}: the prompt is longer than the model takes.")
    if kind in _UNUSABLE:
        return AnswerUnusable(f"{name} {_UNUSABLE[kind]}.", help="")
    if isinstance(status, int):
        return ModelError(f"{name}: the server {STATUS.get(status, f'answers {status}')}.")
    if "Timeout" in kind:
        return ModelError(f"{name}: the server does not answer in time.")
    if "Connect" in kind:
        return ModelError(f"{name}: the server can't be reached.", help="Is it running? See OPENAI_BASE_URL.")
    if "Protocol" in kind or "ReadError" in kind:
        return ModelError(f"{name}: the server broke off its answer.")
    if _KEY.search(str(error)):
        return ModelError(f"{name}: no key is set.", help="Set OPENAI_API_KEY.")
    return ModelError(f"{name}: the server's answer can't be read ({kind}).")


def unusable(error: Exception, setting: str) -> ModelError:
    """Return why a model's name can't be used."""
    provider = setting.partition(":")[0]
    if isinstance(error, ImportError):
        return ModelUnknown(f"The package of {provider} models is not installed ({first_line(error)}).")
    if isinstance(error, ValueError) and not _KEY.search(str(error)):
        return ModelUnknown(f"{setting!r} can't be used: {first_line(error)}.")
    return told(error, setting)


def refuses_mode(error: Exception) -> bool:
    """Tell whether a server does not know this way of asking for structure."""
    if too_long(error) or refuses_temperature(error):
        return False
    status = getattr(error, "status_code", None)
    return status in (400, 404, 415, 422, 501) or isinstance(error, NotImplementedError)


def too_long(error: Exception) -> bool:
    """Tell whether a server says that the prompt is longer than its model takes."""
    return getattr(error, "status_code", None) in (400, 413, 422) and bool(_LONG.search(str(error)))


def refuses_temperature(error: Exception) -> bool:
    """Tell whether a server says that its model takes no temperature, as those do that think first."""
    return getattr(error, "status_code", None) in (400, 422) and "temperature" in str(error)


def passing(error: Exception) -> bool:
    """Tell whether a failure may be gone the next time: a broken connection, not a refusal."""
    kind = type(error).__name__
    return any(word in kind for word in ("Connect", "Protocol", "Timeout", "ReadError", "APIError"))


def first_line(error: Exception) -> str:
    """Return the first line of an error, without its stop."""
    return str(error).strip().partition("\n")[0].rstrip(".")
