"""The desk on a real Chroma on disk: stored, found again, replaced, removed, checked against."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from presscheck import Article, Desk, PresscheckError
from presscheck.errors import BadRequest, DeskMissing, DeskTooNew
from presscheck.vectorstore.loaders.folder import DESK_MARK

BRIEFING = (
    "Title: Harbour briefing\nDate: 2025-03-04\nKind: transcript\nComplete: yes\n\n"
    "CAPT. LENA ORTEGA: The north quay closes on Monday. We have moved approximately 12,000 containers.\n\n"
    "Q: Will the south quay close as well?\n\nCAPT. ORTEGA: The south quay stays open.\n"
)
STORY = "Title: Regatta\nPublisher: Halden Post\nDate: 2025-03-06\n\nThe regatta fills the port of Halden in July.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two sources."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "briefing.txt").write_text(BRIEFING)
    (tmp_path / "in" / "story.txt").write_text(STORY)
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    """Return a desk that holds them."""
    desk = Desk(folder / "desk")
    desk.add(folder / "in")
    return desk


def test_adding_twice_changes_nothing(desk: Desk, folder: Path) -> None:
    """What is there already is left alone."""
    again = desk.add(folder / "in")

    assert (again.added, len(again.unchanged), again.replaced, again.failed) == ((), 2, (), ())


def test_a_changed_file_replaces_its_older_version(desk: Desk, folder: Path) -> None:
    """The article keeps its id; the older words are found no more."""
    before = {h.article_id for h in desk.sources()}
    (folder / "in" / "story.txt").write_text(STORY.replace("regatta fills", "circus fills"))

    report = desk.add(folder / "in")

    assert (len(report.replaced), len(report.unchanged)) == (1, 1)
    assert {h.article_id for h in desk.sources()} == before
    assert "circus" in desk.search("what fills the port", k=1)[0].text
    assert not any("regatta fills" in e.text for e in desk.search("regatta fills the port", k=8))


def test_search_finds_by_words_and_by_meaning_within_filters(desk: Desk) -> None:
    """Words, meaning, publisher, date, kind and speaker narrow it down."""
    assert "12,000 containers" in desk.search("how many containers were moved", k=1)[0].text
    assert {e.publisher for e in desk.search("port", publisher="Halden Post")} == {"Halden Post"}
    assert desk.search("quay", since=datetime(2025, 3, 5))[0].title == "Regatta"
    assert {e.kind for e in desk.search("quay", kind="transcript")} == {"transcript"}
    assert {e.speaker for e in desk.search("quay", speaker="Ortega")} == {"Capt. Lena Ortega"}
    assert desk.search("quay", publisher="Nobody") == []


def test_evidence_of_a_search_holds_its_characters(desk: Desk) -> None:
    """`source.text[start:end] == evidence.text`, without the speaker's label."""
    found = desk.search("quay", k=8)

    assert found
    for evidence in found:
        assert desk.article(evidence.article_id).text[evidence.start : evidence.end] == evidence.text
        assert not evidence.text.startswith("CAPT.")


def test_a_check_answers_alike_with_a_desk_and_by_hand(desk: Desk, folder: Path) -> None:
    """The findings are the same, whatever holds the sources."""
    from presscheck import check_text

    draft = 'The harbour moved 15,000 containers. "The south quay stays open," Ortega said.'
    stored = [(f.claim.text, f.reason) for f in desk.check(draft).findings]
    given = [(f.claim.text, f.reason) for f in check_text(draft, [folder / "in"]).findings]

    assert stored == given
    assert stored


def test_only_the_chosen_sources_are_asked(desk: Desk) -> None:
    """Search, check and brief keep to the sources named by their ids; none named is none asked."""
    first, second = (head.article_id for head in desk.sources())

    assert {e.article_id for e in desk.search("the", only=[first])} <= {first}
    assert desk.search("the", only=[]) == []
    for wrong in (
        partial(desk.search, ""),
        partial(desk.search, "the", k=0),
        partial(desk.search, "the", only=["nope"]),
    ):
        with pytest.raises(BadRequest):
            wrong()
    with pytest.raises(BadRequest, match="nope"):
        desk.check("It rained.", only=["nope"])
    assert [s.article_id for s in desk.check("It rained.", only=[second]).sources] == [second]
    assert {s.article_id for s in desk.brief(only=[second]).sources} == {second}


def test_the_generation_grows_with_each_write(desk: Desk, tmp_path: Path) -> None:
    """A write by anybody moves the number on; where there is no desk it is 0."""
    before = desk.generation
    Desk(desk.path).add(Article(text="The ferry sank."))

    assert desk.generation > before
    assert Desk(tmp_path / "none").generation == 0


def test_removed_sources_are_gone(desk: Desk) -> None:
    """From search and from the list; an id that is not there removes nothing."""
    story = next(h.article_id for h in desk.sources() if h.title == "Regatta")
    with pytest.raises(BadRequest, match="nobody"):
        desk.remove(story, "nobody")
    assert len(desk.sources()) == 2

    desk.remove(story)

    assert [h.title for h in desk.sources()] == ["Harbour briefing"]
    assert not any("regatta" in e.text for e in desk.search("regatta", k=8))


def test_reading_from_a_missing_or_empty_desk_is_an_error(tmp_path: Path, folder: Path) -> None:
    """Nothing is created by looking."""
    with pytest.raises(DeskMissing):
        Desk(tmp_path / "nothing").check("Some text.")
    assert not (tmp_path / "nothing").exists()
    desk = Desk(folder / "desk")
    desk.add(folder / "in" / "story.txt")
    desk.remove(*(h.article_id for h in desk.sources()))
    with pytest.raises(DeskMissing, match="empty"):
        desk.search("port")


def test_a_newer_desk_is_refused(desk: Desk, folder: Path) -> None:
    """A desk made by a newer release is not touched."""
    (folder / "desk" / DESK_MARK).write_text('{"format": 99}')

    with pytest.raises(DeskTooNew, match="99"):
        Desk(folder / "desk").sources()
    with pytest.raises(DeskTooNew):
        Desk(folder / "desk").add(folder / "in")


def test_a_str_is_never_a_path(folder: Path) -> None:
    """A mistyped path can't become a source."""
    with pytest.raises(BadRequest, match="web address"):
        Desk(folder / "desk").add(str(folder / "in"))


def test_the_good_go_in_and_the_bad_are_told(folder: Path) -> None:
    """One bad file never stops the rest."""
    (folder / "in" / "bad.jsonl").write_text('{"text": "Good text."}\n{broken\n')
    report = Desk(folder / "desk").add(folder / "in", folder / "missing.txt")

    assert len(report.added) == 3
    assert [f.origin.rsplit("/", 1)[1] for f in report.failed] == ["bad.jsonl:2", "missing.txt"]


def test_two_articles_with_one_id_are_told(folder: Path) -> None:
    """The first goes in, the other is told."""
    report = Desk(folder / "desk").add(Article(id="x", text="One."), Article(id="x", text="Two."))

    assert report.added == ("x",)
    assert "has the id x" in report.failed[0].why


def test_another_process_sees_what_is_added(desk: Desk, folder: Path) -> None:
    """A reader that is open all the time sees each addition at its next request, by words and by vectors."""
    for number in range(3):
        text = f"Crane number {number} of the shipyard fell over in the storm."
        code = f"from presscheck import Article, Desk; Desk({str(folder / 'desk')!r}).add(Article(id='c{number}', text={text!r}))"
        subprocess.run([sys.executable, "-c", code], check=True)

        assert any(e.text == text for e in desk.search(text, k=4))
        assert len(desk.sources()) == 3 + number


def test_the_retriever_gives_documents(desk: Desk) -> None:
    """LangChain sees passages with the metadata of evidence."""
    document = desk.retriever(k=1).invoke("containers")[0]

    assert "12,000" in document.page_content
    assert document.metadata["speaker"] == "Capt. Lena Ortega"


async def _both(desk: Desk) -> tuple[int, str]:
    report = await desk.acheck("The regatta fills the port of Halden in July.")
    brief = await desk.abrief("regatta")
    return len(report.findings), brief.headline


def test_the_async_twins_work(desk: Desk) -> None:
    """They give what their blocking twins give."""
    import asyncio

    with ThreadPoolExecutor(1) as thread:  # this thread may have a loop of its own: the browser tests' driver
        count, headline = thread.submit(lambda: asyncio.run(_both(desk))).result()

    assert count > 0
    assert headline == "Regatta"


def test_a_desk_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A file in the place of the folder is one clear error."""
    (tmp_path / "desk").write_text("not a folder")

    with pytest.raises(PresscheckError, match="can't be written"):
        Desk(tmp_path / "desk").add(Article(text="Some text."))


def test_a_full_disk_loses_nothing(desk: Desk, folder: Path) -> None:
    """Where no file may grow any more, adding ends with one clear line, and what was stored stays and can be added to."""
    (folder / "big.txt").write_text(
        "".join(f"Lot {n} of the harvest came in at {n * 7} tons.\n" for n in range(9_000))
    )
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000));"
        "from presscheck.cli import main; main()"
    )
    adding = [sys.executable, "-c", program, "add", str(folder / "big.txt"), "--desk", str(desk.path)]
    full = subprocess.run(adding, capture_output=True, text=True, timeout=120)

    assert full.returncode == 2
    assert "can't be written" in full.stderr
    assert "Free space" in full.stderr
    assert "Traceback" not in full.stderr
    assert len(Desk(desk.path).sources()) == 2
    assert Desk(desk.path).add(folder / "big.txt").added
    assert Desk(desk.path).search("lot 8999 harvest")


def test_a_batch_from_a_plain_script_does_not_run_the_script_again(desk: Desk, folder: Path) -> None:
    """Its worker processes would else begin the script, and with it the batch, anew."""
    script = folder.parent / "script.py"
    lines = (
        "from pathlib import Path",
        "import presscheck as pc",
        f"desk = pc.Desk({str(desk.path)!r})",
        f"counts = desk.batch(Path({str(folder)!r}), Path({str(folder.parent / 'out')!r}))",
        "print(counts['done'], counts['failed'])",
    )
    script.write_text("\n".join(lines))

    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == (f"{len(list(folder.iterdir()))} 0\n", "")
