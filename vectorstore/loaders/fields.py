"""Which fields of a record are an article's: the names that news APIs, exports and JSON Feed use, or a map of the user's.

A path leads into nested objects by dots (`fields.bodyText`), into lists by number (`provider.0.name`). Case is of no
account. Known are the shapes of NewsAPI, the Guardian, the New York Times, GDELT, mediastack, Webhose, GNews,
newsdata.io, Event Registry, Bing and JSON Feed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from presscheck.errors import BadRequest
from presscheck.vectorstore.loaders.head import KEYS

FieldMap = Mapping[str, str]
"""An article's field and the path at which a record has it."""

FULL = (
    "text body bodytext content_text article full_text fulltext maintext fields.bodytext fields.body content_html "
    "content"
).split()
"""Where the whole text stands, best first."""
TEASERS = "lead_paragraph abstract description desc summary fields.trailtext snippet".split()
"""Where a few sentences of it stand: better than nothing, and marked as an excerpt."""

PATHS: Mapping[str, Sequence[str]] = {
    "id": ["id"],
    "title": "title headline headline.main webtitle fields.headline name".split(),
    "publisher": (
        "publisher source outlet outletname site publication fields.publication source.name source.title source_name provider.0.name "
        "thread.site_full thread.site domain source_id"
    ).split(),
    "author": "author byline author.name byline.original fields.byline authors creator writer".split(),
    "url": "url link weburl web_url external_url".split(),
    "published": (
        "published date publishedat published_at date_published datepublished pubdate pub_date webpublicationdate "
        "published_date publication_date date_publish datetime thread.published"
    ).split(),
    "kind": ["kind"],
    "complete": ["complete"],
    "language": ["language", "lang"],
}

LISTS = ("articles", "items", "results", "hits", "docs", "posts", "news", "value", "data")
"""Where answers of news APIs and JSON Feed keep their list of articles."""
AROUND = ("response", "result", "articles", "hits", "data")
"""Objects in which that list may stand."""

NAMES = frozenset(path for paths in (FULL, *PATHS.values()) for path in paths)
"""Every name that is known, in lower case."""


def read_map(given: str) -> dict[str, str]:
    """Read `text=body,title=headline`; raises `BadRequest` for a field that no article has."""
    found = {}
    for pair in given.split(","):
        name, sign, path = (part.strip() for part in pair.partition("="))
        field = KEYS.get(name.lower(), name.lower())
        if not sign or not path or field not in (*PATHS, "text"):
            known = ", ".join(["text", *PATHS])
            raise BadRequest(f"--map {pair.strip()!r}: write FIELD=NAME, with FIELD one of {known}.")
        found[field] = path
    return found


def checked(fields: FieldMap) -> dict[str, str]:
    """Return a map given as such; raises `BadRequest` for a field that no article has."""
    return read_map(",".join(f"{field}={path}" for field, path in fields.items())) if fields else {}


def pick(record: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401 (any JSON)
    """Return what stands at a path of a record, None if nothing does; a column may have the whole path as its name."""
    whole = _inside(record, path)
    if whole is not None or "." not in path:
        return whole
    value: Any = record
    for step in path.split("."):
        value = _inside(value, step)
    return value


def _inside(value: Any, name: str) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(value, Mapping):
        if name in value:
            return value[name]
        low = name.lower()
        return next((v for key, v in value.items() if isinstance(key, str) and key.lower() == low), None)
    if isinstance(value, list) and name.isdigit() and int(name) < len(value):
        return value[int(name)]
    return None


def found(record: Mapping[str, Any], paths: Sequence[str]) -> tuple[Any, str]:
    """Return the first value that is no object and not empty, with its path; (None, "") if there is none."""
    for path in paths:
        value = pick(record, path)
        if value is not None and value != "" and value != [] and not isinstance(value, Mapping):
            return value, path
    return None, ""


def articles_in(data: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return the list of articles within an answer of a news API; what is no such answer comes back as it is."""
    if not isinstance(data, Mapping) or isinstance(found(data, FULL)[0], str):
        return data
    for key in LISTS:
        if isinstance(data.get(key), list):
            return data[key]
    for key in AROUND:
        inner = data.get(key)
        if isinstance(inner, Mapping) and isinstance(listed := articles_in(inner), list):
            return listed
    return data
