"""The people of a `people.toml`."""

from datetime import date, datetime
from pathlib import Path

import pytest

from presscheck.errors import UnreadableFile
from presscheck.text.people_known import People

PEOPLE = """
[[person]]
name = "Patrick S. Ryder"
aliases = ["PR"]
titles = [{ title = "Pentagon press secretary", from = 2022-08-19, to = 2025-01-20 }]

[[person]]
name = "Lena Ortiz"
titles = [{ title = "Pentagon press secretary", from = 2025-01-21 }]
"""


def test_a_file_of_people_adds_aliases_and_titles_with_dates(tmp_path: Path) -> None:
    """A title leads to whoever held it that day, an alias to its owner."""
    path = tmp_path / "people.toml"
    path.write_text(PEOPLE, encoding="utf-8")
    people = People.load(path)

    assert people.same("the Pentagon press secretary", "Pat Ryder", date(2024, 10, 29))
    assert people.same("the Pentagon press secretary", "Ms. Ortiz", date(2025, 3, 1))
    assert people.same("the Pentagon press secretary", "Ms. Ortiz")
    assert people.same("PR", "Gen. Ryder")
    assert not people.same("PR", "Lena Ortiz")
    assert people.find("nobody") is None


@pytest.mark.parametrize(
    "content", ["[[person]]\n", "person = 3", "=", '[[person]]\nname="A"\ntitles=[{title="B",from=3}]']
)
def test_a_broken_file_of_people_says_so(tmp_path: Path, content: str) -> None:
    """What can't be read is one clear error."""
    path = tmp_path / "people.toml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(UnreadableFile, match=r"people\.toml"):
        People.load(path)


def test_a_name_is_given_only_for_just_that_name_alias_or_title(tmp_path: Path) -> None:
    """A surname alone may be anybody's: it stays as it is."""
    path = tmp_path / "people.toml"
    path.write_text(PEOPLE, encoding="utf-8")
    people = People.load(path)

    assert people.named("the Pentagon press secretary", datetime(2024, 10, 29)) == "Patrick S. Ryder"
    assert people.named("the Pentagon press secretary", date(2025, 3, 1)) == "Lena Ortiz"
    assert people.named("Gen. PR") == "Patrick S. Ryder"
    assert people.named("Ryder") == "Ryder"
    assert people.named(None) is None


def test_a_desk_without_the_file_knows_nobody(tmp_path: Path) -> None:
    """The file is optional."""
    assert People.of_desk(tmp_path) == People()
