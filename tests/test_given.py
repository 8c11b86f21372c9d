"""What a caller gives from Python: what makes no sense is one clear error, and never a wrong answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import presscheck as pc
from presscheck.chains.check.chain import check_chain
from presscheck.errors import BadRequest, UnreadableFile
from presscheck.vectorstore.library import MemoryLibrary

SOURCE = "The board spent $4.2 million on the quay."
TEXT = "The quay cost $4.2 million."
API: Any = pc
"""Its types forbid what is given here."""
HALF = "The quay \ud800 cost $4.2 million."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> pc.Desk:
    """Return a desk with one source."""
    desk = pc.Desk(tmp_path_factory.mktemp("given") / "desk")
    desk.add(pc.Article(text=SOURCE, title="Quay", publisher="Halden Post"))
    return desk


@pytest.mark.parametrize("given", [SOURCE, pc.Article(text=SOURCE), [SOURCE]])
def test_a_single_source_is_one_source(given: Any) -> None:
    """A text given in place of a list is not taken for its characters."""
    report = pc.check_text(TEXT, sources=given)

    assert (len(report.sources), report.counts["verdict"]) == (1, {"supported": 2})


def test_a_date_is_the_midnight_it_begins_with(desk: pc.Desk) -> None:
    """`date` and `datetime` are taken alike, by hand and with a desk."""
    by_date, by_moment = (desk.check(TEXT, as_of=day) for day in (date(2024, 1, 1), datetime(2024, 1, 1)))

    assert by_date == by_moment
    assert (
        pc.check_text(TEXT, [SOURCE], as_of=date(2024, 1, 1))
        .engine.settings["as_of"]
        .startswith("2024-01-01")
    )
    assert pc.find_dates("on Monday", published=date(2024, 1, 3))[0].low == datetime(2024, 1, 1)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda d: API.check_text(TEXT, sources=None), "sources must be"),
        (lambda d: API.check_text(HALF, [SOURCE]), "the text holds half characters"),
        (lambda d: API.check_text(TEXT, [HALF]), "the text holds half characters"),
        (lambda d: API.check_text(TEXT, [SOURCE], as_of="2024-01-01"), "as_of must be a date"),
        (lambda d: API.check_text(TEXT, [SOURCE], model=5), "int is no model"),
        (lambda d: API.find_figures(None), "the text must be a str"),
        (lambda d: API.find_dates(Path("x")), "the text must be a str"),
        (lambda d: API.find_quotes(5), "the text must be a str"),
        (lambda d: API.find_names(b"x"), "the text must be a str"),
        (lambda d: d.add(5), "is no web address"),
        (lambda d: d.add([Path("x")]), "is no web address"),
        (lambda d: d.search(5), "the query must be a str"),
        (lambda d: d.search("quay", k="8"), "k must be a whole number"),
        (lambda d: d.search("quay", kind="blog"), "kind must be one of transcript"),
        (lambda d: d.search("quay", since="2024-01-01"), "since must be a date"),
        (lambda d: d.search("quay", publisher=5), "publisher must be a str"),
        (lambda d: d.check(TEXT, as_of="2024-01-01"), "as_of must be a date"),
        (lambda d: d.check(TEXT, publisher="Nobody"), "None of the stored sources is let through"),
        (lambda d: d.brief(5), "the topic must be a str"),
        (lambda d: d.brief("quay", words="150"), "words must be a whole number"),
        (lambda d: d.brief("quay", style="haiku"), "style must be one of bullets"),
        (lambda d: d.brief("quay", since="2024-01-01"), "since must be a date"),
        (lambda d: d.chat(5).ask("How much?"), "a thread's name must be a str"),
        (lambda d: d.chat(history=["How much?"]), "history must be messages"),
        (lambda d: d.chat().ask(None), "the question must be a str"),
        (lambda d: d.batch("nowhere", "out"), "the texts must be a Path"),
        (lambda d: d.batch(Path("nowhere"), Path("out"), do="both of them"), "do must be one of check"),
        (lambda d: d.export_to("desk.zip"), "the archive must be a Path"),
        (lambda d: d.export_to(Path()), "is a folder"),
        (lambda d: API.Desk(5), "a desk is a folder"),
    ],
)
def test_what_makes_no_sense_is_one_clear_error(
    ask: Callable[[Any], object], told: str, desk: pc.Desk
) -> None:
    """A wrong type or name is told as such, in a line."""
    with pytest.raises(BadRequest, match=told) as error:
        ask(desk)

    assert "\n" not in str(error.value)


def test_an_archive_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nothing is made of it."""
    with pytest.raises(UnreadableFile, match="No such file"):
        pc.Desk(tmp_path / "new").import_from(tmp_path / "none.zip")

    assert not (tmp_path / "new").exists()


def test_an_article_without_words_is_not_stored(desk: pc.Desk) -> None:
    """It is a failure, as an empty file is."""
    report = desk.add(pc.Article(text=" \n", title="Empty"))

    assert (report.added, report.failed[0].why) == ((), "holds no words")


def test_async_twins_take_what_their_methods_take(desk: pc.Desk) -> None:
    """Filters and all; and they answer the same."""

    async def ask() -> tuple[pc.Report, list[pc.Evidence], pc.Brief]:
        return (
            await desk.acheck(TEXT, kind="article", only=[desk.sources()[0].article_id]),
            await desk.asearch("quay", 3, publisher="Halden Post"),
            await desk.abrief("quay", only=desk.sources()[0].article_id),
        )

    report, found, brief = asyncio.run(ask())

    assert report == desk.check(TEXT)
    assert found == desk.search("quay", 3)
    assert brief == desk.brief("quay")


def test_the_check_is_a_langchain_runnable() -> None:
    """It takes what `check_text` takes, one or many."""
    library = MemoryLibrary([pc.Article(text=SOURCE)])

    assert check_chain(library).batch([TEXT, TEXT]) == [pc.check_text(TEXT, SOURCE)] * 2


def test_a_file_name_in_an_older_encoding_is_no_obstacle(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is stored beside the others, listed, checked against and written as JSON."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "caf\udce9.txt").write_text(SOURCE)
    (folder / "plain.txt").write_text("The regatta fills the port in July.")
    desk = pc.Desk(tmp_path / "desk")

    added, again = desk.add(folder), desk.add(folder)

    assert (len(added.added), len(again.unchanged), added.failed) == (2, 2, ())
    assert {head.name for head in desk.sources()} == {"caf⟨U+DCE9⟩.txt", "plain.txt"}
    assert "caf⟨U+DCE9⟩.txt" in pc.check_text(TEXT, folder).model_dump_json()
