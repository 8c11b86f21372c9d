"""Sources and texts, and what became of adding them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from presscheck.models.base import ArticleKind, Completeness, Frozen, Role, storable, text_hash


class Article(Frozen):
    """A source or a text to be checked. Only `text` is needed; `id`, `sha256` follow when left out.

    `id` comes from the origin or address, else from the text, so that a changed file keeps its id. `published`
    keeps its time zone; a date without a time is midnight without a zone. `story_id` joins near-copies of one story.
    `first_line` is the line of the file on which the text starts (a head of `Key: value` lines is not part of it).
    `times` are those of a recording's captions: where in the text each starts, and when, in seconds from the start.
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

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: Any) -> Any:  # noqa: ANN401 (pydantic hands over whatever was given)
        if isinstance(data, Mapping) and isinstance(data.get("text"), str):
            told = {k: storable(v) if isinstance(v, str) and k != "text" else v for k, v in data.items()}
            named = told.get("origin") or told.get("url") or told["text"]
            return {
                **told,
                "sha256": data.get("sha256") or text_hash(data["text"]),
                "id": data.get("id") or text_hash(str(named))[:16],
            }
        return data

    @property
    def name(self) -> str:
        """What to call it in one line: file name, title, address or id."""
        if self.origin and "://" not in self.origin:
            return self.origin.replace("\\", "/").rsplit("/", 1)[-1]
        return self.title or self.url or self.origin or self.id


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
