"""Sources and texts, and what became of adding them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import AfterValidator, ModelWrapValidatorHandler, ValidationError, model_validator

from presscheck.errors import BadRequest
from presscheck.models.base import ArticleKind, Completeness, Frozen, Role, storable, text_hash

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Article(Frozen):
    """A source or a text to be checked. Only `text` is needed; `id`, `sha256` follow when left out.

    `id` comes from the origin or address, else from the text, so that a changed file keeps its id. `published`
    keeps its time zone; a date without a time is midnight without a zone. `story_id` joins near-copies of one story.
    `first_line` is the line of the file on which the text starts (a head of `Key: value` lines is not part of it).
    `times` are those of a recording's captions: where in the text each starts, and when, in seconds from the start.
    Raises `BadRequest` for what does not fit.
    """

    id: str = ""
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    origin: str | None = None
    published: datetime | None = None
    added: datetime | None = None
    kind: ArticleKind = "article"
    complete: Completeness = "unknown"
    language: str = "en"
    sha256: str = ""
    story_id: str | None = None
    first_line: int = 1
    times: tuple[tuple[int, float], ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _made(cls, data: Any, make: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 (pydantic hands over whatever was given)
        try:
            return make(_identified(data))
        except ValidationError as error:
            raise BadRequest(f"This is no article: {'; '.join(map(_wrong, error.errors()))}.") from error

    @property
    def name(self) -> str:
        """What to call it in one line: file name, title, address or id."""
        if self.origin and "://" not in self.origin:
            return self.origin.replace("\\", "/").rsplit("/", 1)[-1]
        return self.title or self.url or self.origin or self.id


def _identified(data: Any) -> Any:  # noqa: ANN401 (pydantic hands over whatever was given)
    """Return what was given of an article with its id and the hash of its text."""
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        return data
    told = {k: storable(v) if isinstance(v, str) and k != "text" else v for k, v in data.items()}
    named = told.get("origin") or told.get("url") or told["text"]
    return {
        **told,
        "sha256": data.get("sha256") or text_hash(data["text"]),
        "id": data.get("id") or text_hash(str(named))[:16],
    }


def _wrong(fault: ErrorDetails) -> str:
    """Say what is wrong with one field."""
    name = ".".join(map(str, fault["loc"])) or "it"
    if fault["type"] == "missing":
        return f"{name} is missing"
    if fault["type"] == "extra_forbidden":
        return f"there is no field {name!r}"
    return f"{name}: {fault['msg'][:1].lower()}{fault['msg'][1:]}"


class Passage(Frozen):
    """A piece of one article; an article's passages tile it: joined in order they are its text."""

    id: str
    article_id: str
    ordinal: int
    start: int
    end: int
    text: str
    speaker: str | None = None
    role: Role = "statement"


class SourceInfo(Frozen):
    """A source as listed in a report: what was searched, or why it was left out."""

    article_id: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    url: str | None = None
    origin: str | None = None
    kind: ArticleKind = "article"
    complete: Completeness = "unknown"
    language: str = "en"
    sha256: str
    story_id: str | None = None


class Failure(Frozen):
    """Something that could not be added: where it came from and why."""

    origin: Annotated[str, AfterValidator(storable)]
    why: Annotated[str, AfterValidator(storable)]


class AddReport(Frozen):
    """What `add` did, by article id (`failed` by origin)."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
