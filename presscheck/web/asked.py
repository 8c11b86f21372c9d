"""The bodies of requests. Unknown fields are refused, so that a misspelt filter never lets everything through."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from presscheck.given import FEWEST_WORDS
from presscheck.models import ArticleKind

Words = Annotated[str, Field(max_length=500)]


def _told(text: str) -> str:
    if not text.strip():
        raise ValueError("it holds no words")
    return text


Text = Annotated[str, Field(min_length=1, max_length=2_000_000), AfterValidator(_told)]


class Asked(BaseModel):
    """Base of all bodies."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Chosen(Asked):
    """Which sources to ask: all, unless narrowed. `only` names them by id; an empty list is none at all."""

    only: tuple[str, ...] | None = None
    publisher: tuple[Words, ...] = ()
    kind: tuple[ArticleKind, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def filters(self) -> dict[str, Any]:
        """The filters as the desk takes them."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class NewText(Asked):
    """A source that was pasted."""

    text: Text
    title: Words | None = None
    publisher: Words | None = None
    author: Words | None = None
    url: Words | None = None
    published: datetime | None = None
    kind: ArticleKind = "article"


class NewAddress(Asked):
    """A source on the web."""

    url: Annotated[str, Field(pattern=r"^https?://", max_length=2000)]


class ToCheck(Asked):
    """A text to check, and the sources to check it against. `format` is how the answer is written."""

    text: Text
    title: Words | None = None
    published: datetime | None = None
    as_of: datetime | None = None
    sources: Chosen = Chosen()
    format: Literal["json", "sheet", "html", "markdown"] = "json"


class ToBrief(Asked):
    """What a brief is about (what is newest, unless a topic is named), and how it is written."""

    topic: Words | None = None
    style: Literal["bullets", "paragraphs", "timeline"] = "bullets"
    words: Annotated[int, Field(ge=FEWEST_WORDS, le=2000)] = 150
    since: datetime | None = None
    sources: Chosen = Chosen()
    format: Literal["json", "page", "html", "markdown"] = "json"


class Question(Asked):
    """A question. In a named thread, which begins where the name is new, it is kept; without a name nothing is."""

    thread: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    text: Annotated[str, Field(min_length=1, max_length=50_000)]
    only: tuple[str, ...] | None = None
