"""The people a desk knows: other names of a person, and titles with the days on which they were held (`people.toml`)."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from presscheck.errors import UnreadableFile
from presscheck.text.people import fold, same_person, strip_titles

FILE = "people.toml"
"""What the file is called in a desk's folder."""


@dataclass(frozen=True, slots=True)
class Office:
    """A title that a person held from `since` up to and including `until` (None: open)."""

    title: str
    since: date | None = None
    until: date | None = None

    def held(self, on: date | None) -> bool:
        """Tell whether the title was held that day; without a day, whether it is held with no end."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the desk knows them: full name, other names, titles with dates."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """The people of a desk's `people.toml`.

    [[person]]
    name = "Patrick S. Ryder"
    aliases = ["Pat Ryder"]
    titles = [{ title = "Pentagon press secretary", from = 2022-08-19, to = 2025-01-20 }]
    """

    persons: tuple[Person, ...] = ()

    @classmethod
    def load(cls, path: Path) -> People:
        """Read a `people.toml`; raises UnreadableFile where it is missing or says something else."""
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            return cls(tuple(_person(row) for row in data.get("person", [])))
        except (
            OSError,
            UnicodeDecodeError,
            tomllib.TOMLDecodeError,
            KeyError,
            TypeError,
            AttributeError,
        ) as why:
            raise UnreadableFile(
                f"{path} can't be read as a list of people: {why}.",
                help='Each entry needs [[person]] and name = "…"; aliases and titles may follow.',
            ) from why

    @classmethod
    def of_desk(cls, folder: Path) -> People:
        """Return the people of a desk, none where it has no `people.toml`."""
        return cls.load(folder / FILE) if (folder / FILE).is_file() else cls()

    def named(self, mention: str | None, on: datetime | date | None = None) -> str | None:
        """Return the full name of the one person who has just this name, alias or title that day; else the mention."""
        if not mention or not self.persons:
            return mention
        fitting = self._called(mention, on.date() if isinstance(on, datetime) else on)
        return fitting[0].name if len(fitting) == 1 else mention

    @property
    def digest(self) -> str:
        """Return a short hash of the entries: a report says by which of them it was made."""
        return hashlib.sha256(repr(self.persons).encode()).hexdigest()[:12]

    def find(self, mention: str, on: date | None = None) -> Person | None:
        """Return the one person meant by a name, alias or title held that day; None if none or several fit."""
        fitting = self._called(mention, on) or [
            p for p in self.persons if any(same_person(mention, n) for n in (p.name, *p.aliases))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _called(self, mention: str, on: date | None) -> list[Person]:
        forms = {_plain(mention), _plain(strip_titles(mention))}
        return [p for p in self.persons if forms & _known_as(p, on)]

    def same(self, a: str, b: str, on: date | None = None) -> bool:
        """Tell whether two mentions are one person, by these entries or else by the names alone."""
        x, y = self.find(a, on), self.find(b, on)
        return x == y if x and y else same_person(a, b)


NOBODY = People()
"""No people are known."""


def _known_as(person: Person, on: date | None) -> set[str]:
    titles = (office.title for office in person.offices if office.held(on))
    return {_plain(name) for name in (person.name, *person.aliases, *titles)}


def _plain(mention: str) -> str:
    return " ".join(fold(w) for w in mention.split() if fold(w) not in {"the", "a"})


def _person(row: Mapping[str, Any]) -> Person:
    offices = tuple(
        Office(str(t["title"]), _day(t.get("from")), _day(t.get("to"))) for t in row.get("titles", [])
    )
    return Person(str(row["name"]), tuple(map(str, row.get("aliases", []))), offices)


def _day(value: object) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    raise TypeError(f"{value!r} is not a date such as 2024-10-29")
