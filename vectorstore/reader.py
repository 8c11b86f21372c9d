"""What `add` is given, read one source after the other; an address is fetched anew only if it has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck.errors import BadRequest
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders import load
from presscheck.vectorstore.loaders.fields import checked
from presscheck.vectorstore.store import Store

if TYPE_CHECKING:
    from presscheck.vectorstore.web import Validators


class Reader:
    """Reads files and folders (`Path`), web addresses (`str`) and articles for a store; `keep` once they are stored."""

    def __init__(
        self, store: Store, fields: Mapping[str, str] | None, *, allow_private: bool, obey_robots: bool
    ) -> None:
        self._store = store
        self._fields = checked(fields or {})
        self._allow_private, self._obey_robots = allow_private, obey_robots
        self._fetched: dict[str, Validators] = {}

    def read(self, source: str | Path | Article) -> Iterator[Article | Failure]:
        """Yield what a source holds. Raises `BadRequest` for a text that is no address."""
        if isinstance(source, Article):
            yield source
        elif isinstance(source, Path):
            yield from load(source, self._fields)
        elif isinstance(source, str) and source.startswith(("http://", "https://")):
            yield from self._read_web(source)
        else:
            help_ = "A str is a web address here; give a file as a Path and a text as Article(text=…)."
            raise BadRequest(f"{repr(source)[:60]} is no web address.", help=help_)

    def keep(self) -> None:
        """Note what the servers said of the versions that are stored now, so that these are not sent again."""
        for url, validators in self._fetched.items():
            if any(validators) and self._store.exists:
                self._store.shelf.note(_noted_as(url), json.dumps(list(validators)))

    def _read_web(self, url: str) -> Iterator[Article | Failure]:
        from presscheck.vectorstore.web import Limits, read_url

        limits, known = Limits(allow_private=self._allow_private), self._known(url)
        read = read_url(url, limits, known=known, obey_robots=self._obey_robots)
        if read.fresh:
            yield from read.found
            self._fetched[url] = read.validators
        else:
            stored = (h.article_id for h in self._store.heads() if url in (h.origin, h.url))
            yield from map(self._store.article, stored)

    def _known(self, url: str) -> Validators | None:
        from presscheck.vectorstore.web import Validators

        noted = self._store.shelf.meta(_noted_as(url)) if self._store.exists else None
        return Validators(*json.loads(noted)) if noted else None


def _noted_as(url: str) -> str:
    return f"web {url}"
