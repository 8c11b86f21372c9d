"""A desk on a real Chroma server: the same answers as on disk, on every machine, and one writer at a time."""

import itertools
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from presscheck import Article, Desk
from presscheck.errors import BadRequest, DeskLocked, DeskUnreachable
from presscheck.vectorstore import lease
from presscheck.vectorstore.chroma import named
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.server import TOKEN as TOKEN_VARIABLE
from presscheck.vectorstore.server import connected, server_at

BRIEFING = Article(
    id="briefing",
    kind="transcript",
    text="CAPT. LENA ORTEGA: The north quay closes on Monday. We have moved approximately 12,000 containers.\n\n"
    "Q: Will the south quay close as well?\n\nCAPT. ORTEGA: The south quay stays open.\n",
)
STORY = Article(id="story", publisher="Halden Post", text="The regatta fills the port of Halden in July.")
DRAFT = 'Ortega said 14,000 containers were moved. "The south quay stays open," Ortega said.'
NUMBER = itertools.count()

Make = Callable[..., Desk]


@pytest.fixture(params=["disk", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """Return a desk with two sources, on disk and on a server."""
    server = None
    if request.param == "server":
        server = f"{request.getfixturevalue('chroma_server')}#both-{next(NUMBER)}"
    desk = Desk(tmp_path / "desk", server=server)
    desk.add(BRIEFING, STORY)
    return desk


@pytest.fixture
def address(chroma_server: str) -> str:
    """Return the address of a desk of its own on the server."""
    return f"{chroma_server}#desk-{next(NUMBER)}"


def test_search_and_check_answer_alike(desk: Desk) -> None:
    """Words, meaning, filters, figures and quotations: whatever holds the desk."""
    assert "12,000 containers" in desk.search("how many containers were moved", k=1)[0].text
    assert {hit.publisher for hit in desk.search("port", publisher="Halden Post")} == {"Halden Post"}
    codes = {finding.reason.value for finding in desk.check(DRAFT).findings}
    assert {"figure.value", "quote.verbatim"} <= codes


def test_replaced_removed_and_compacted_alike(desk: Desk) -> None:
    """What was replaced or removed is gone from search, and the doctor finds nothing."""
    old = desk.article("story").sha256
    desk.add(STORY.model_copy(update={"text": "The circus fills the port of Halden in July.", "sha256": ""}))
    desk.remove("briefing")
    desk.compact()

    assert [hit.text for hit in desk.search("what fills the port")] == [
        "The circus fills the port of Halden in July."
    ]
    assert desk.version(old).text == STORY.text
    assert examine(desk.path).healthy


def test_another_machine_sees_each_write_at_its_next_request(address: str, tmp_path: Path) -> None:
    """Two folders on one server: what one adds, replaces, removes and compacts, the other sees."""
    one, other = Desk(tmp_path / "one", server=address), Desk(tmp_path / "other", server=address)
    one.add(BRIEFING)
    assert other.connect() == 1
    one.add(STORY)
    assert "regatta" in other.search("regatta port")[0].text
    other.remove("story")
    assert [head.article_id for head in one.sources()] == ["briefing"]
    one.add(Article(id="late", text="The lighthouse was sold on Tuesday."))
    one.compact()
    assert "lighthouse" in other.search("lighthouse sold")[0].text
    assert Desk(tmp_path / "one").search("lighthouse"), "the folder remembers its server"
    assert examine(one.path).healthy
    assert examine(other.path).healthy


def test_lost_rows_on_a_server_are_told_and_given_anew(address: str, tmp_path: Path) -> None:
    """The doctor mends a desk on a server as well."""
    desk = Desk(tmp_path / "desk", server=address)
    desk.add(BRIEFING, STORY)
    server = server_at(address)
    passages = connected(server).get_collection(named(server, "passages"), embedding_function=None)
    passages.delete(ids=passages.get(include=[], limit=1)["ids"])

    found = examine(desk.path, repair=True)

    assert {problem.kind for problem in found.mended} == {"row_loss"}
    assert found.healthy, str(found)


def test_a_server_that_is_down_is_one_clear_error(tmp_path: Path) -> None:
    """Nobody answers at this address."""
    with pytest.raises(DeskUnreachable, match="can't be reached"):
        Desk(tmp_path / "desk", server="http://127.0.0.1:9").add(STORY)


def test_the_token_is_sent_and_never_stored(
    guarded: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it the server refuses and the error says what to set; with it all goes well."""
    address, token = guarded
    desk = Desk(tmp_path / "desk", server=f"{address}#guarded")
    with pytest.raises(DeskUnreachable, match=TOKEN_VARIABLE):
        desk.add(STORY)

    monkeypatch.setenv(TOKEN_VARIABLE, token)
    desk.add(STORY)

    assert "regatta" in desk.search("regatta")[0].text
    files = [path for path in (tmp_path / "desk").rglob("*") if path.is_file()]
    assert not any(token.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize(
    "address",
    ["chroma.example:8000", "ftp://a#b", "http://#x", "http://u:p@h:1", "http://h:1#../x", "http://h#"],
)
def test_addresses_that_make_no_sense_are_refused(address: str, tmp_path: Path) -> None:
    """No scheme, no host, a password, a name that is a path; an empty name is the usual one."""
    if address.endswith("#"):
        assert server_at(address).name == "presscheck"
        return
    with pytest.raises(BadRequest):
        Desk(tmp_path / "desk", server=address)


def test_a_desk_on_disk_is_not_moved_by_naming_a_server(address: str, tmp_path: Path) -> None:
    """What is stored would not be there."""
    Desk(tmp_path / "desk").add(STORY)

    with pytest.raises(BadRequest, match="on disk"):
        Desk(tmp_path / "desk", server=address).add(BRIEFING)


def test_a_second_writer_waits_and_the_error_names_the_first(address: str) -> None:
    """The lock on the server is held by one; it is free again afterwards."""
    client = connected(server_at(address))
    with (
        lease.leased(client, "lock-a", 1),
        pytest.raises(DeskLocked, match=r"process \d+"),
        lease.leased(connected(server_at(address)), "lock-a", 0.3),
    ):
        pass
    with lease.leased(client, "lock-a", 0) as held:
        held.check()


def test_the_lock_of_a_dead_writer_is_taken_over_by_one(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A holder whose count stands still is gone; of several that wait, one after the other gets the lock."""
    monkeypatch.setattr(lease, "DEAD", 2.0)
    monkeypatch.setattr(lease, "BEAT", 0.2)
    client, holding, most = connected(server_at(address)), [], []
    client.create_collection(
        "lock-b", metadata={"pid": 1, "host": "gone", "beat": 7}, embedding_function=None
    )

    def write() -> None:
        with lease.leased(connected(server_at(address)), "lock-b", 60) as held:
            holding.append(1)
            most.append(len(holding))
            held.check()
            holding.pop()

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1, 1, 1]


def test_a_writer_that_lost_its_lock_stops(address: str) -> None:
    """Who slept too long must not write any more."""
    client = connected(server_at(address))
    with lease.leased(client, "lock-c", 1) as held:
        client.get_collection("lock-c", embedding_function=None).modify(name="lock-c-dead")
        with pytest.raises(DeskLocked, match="meanwhile"):
            held.check()
