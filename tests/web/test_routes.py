"""The verbs over HTTP: what comes back is what the desk gives, and errors say what to do."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.models import Article, Brief, Report
from presscheck.web.app import make_app
from presscheck.web.served import Served

EXAMPLES = Path(__file__).parents[2] / "examples"
Running = Callable[[ASGIApp], AbstractContextManager[str]]
DRAFT = (
    "The state has spent $31.5 billion so far. About 3,200 Guard soldiers are at work in the Corran Valley."
)
web = httpx.Client(timeout=60)


def test_a_check_is_the_desks_own(client: httpx.Client, desk: Desk) -> None:
    """The report that comes back is, byte for byte, the one that the desk gives."""
    answer = client.post("/api/check", json={"text": DRAFT})

    assert answer.json() == desk.check(Article(text=DRAFT)).model_dump(mode="json")
    assert Report.model_validate_json(answer.content).counts["severity"]["fix"] == 1


def test_a_body_that_is_no_json_is_told_how_to_be_sent(client: httpx.Client) -> None:
    """As curl sends it unless told otherwise."""
    answers = [
        client.post("/api/check", content=body, headers={"Content-Type": kind})
        for body, kind in (('{"text": "x"}', "application/x-www-form-urlencoded"), ("x", "application/json"))
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all("Content-Type: application/json" in answer.json()["error"]["message"] for answer in answers)


def test_only_the_chosen_sources_are_asked(client: httpx.Client, desk: Desk) -> None:
    """Ids, kinds and publishers narrow a check and a brief; an empty choice asks none."""
    one = desk.sources()[0]
    by_id = client.post("/api/check", json={"text": DRAFT, "sources": {"only": [one.article_id]}}).json()
    by_kind = client.post("/api/check", json={"text": DRAFT, "sources": {"kind": ["note"]}}).json()
    none = client.post("/api/check", json={"text": DRAFT, "sources": {"only": []}}).json()
    brief = client.post("/api/brief", json={"sources": {"only": [one.article_id]}}).json()

    assert [s["article_id"] for s in by_id["sources"]] == [one.article_id]
    assert {s["kind"] for s in by_kind["sources"]} == {"note"}
    assert none["coverage"]["sources_searched"] == 0
    assert {s["article_id"] for s in brief["sources"]} == {one.article_id}


def test_a_misspelt_filter_is_refused(client: httpx.Client) -> None:
    """An unknown field never lets everything through, and the answer does not repeat what was sent."""
    answer = client.post("/api/check", json={"text": DRAFT, "sources": {"publishers": ["x"]}})

    assert answer.status_code == 422
    assert "publishers" in answer.json()["error"]["message"]
    assert "31.5" not in answer.text


@pytest.mark.parametrize(("format", "type_"), [("html", "text/html"), ("markdown", "text/markdown")])
def test_results_can_be_saved(client: httpx.Client, format: str, type_: str) -> None:
    """A page or Markdown comes as a file to save, never to show."""
    for answer in (
        client.post("/api/check", json={"text": DRAFT, "format": format}),
        client.post("/api/brief", json={"format": format}),
    ):
        assert answer.headers["content-type"].startswith(type_)
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.text


def test_the_sheet_is_the_text_and_its_findings(client: httpx.Client) -> None:
    """The sheet's pieces are the text, and every mark has its finding."""
    sheet = client.post("/api/check", json={"text": DRAFT, "format": "sheet"}).json()
    words = "\n".join("".join(piece["words"] for piece in line["pieces"]) for line in sheet["lines"])
    marked = {p["n"] for line in sheet["lines"] for p in line["pieces"] if p["n"] is not None}
    items = {item["n"] for group in sheet["groups"] for block in group["blocks"] for item in block}
    folded = {item["n"] for fold in sheet["folded"] for item in fold["items"]}

    assert words == DRAFT
    assert marked <= items | folded
    assert (
        client.post("/api/sheet", json=client.post("/api/check", json={"text": DRAFT}).json()).json() == sheet
    )


def test_search_and_sources(client: httpx.Client, desk: Desk) -> None:
    """Search gives evidence whose words stand there; the list can be narrowed; a source comes with its text."""
    found = client.get("/api/search", params={"q": "Guard soldiers", "k": 3}).json()
    source = client.get(f"/api/sources/{found[0]['article_id']}").json()

    assert len(found) == 3
    assert source["text"][found[0]["start"] : found[0]["end"]] == found[0]["text"]
    assert [s["kind"] for s in client.get("/api/sources", params={"kind": "note"}).json()] == ["note"]
    assert len(client.get("/api/sources").json()) == len(desk.sources())
    assert client.get("/api/sources/nothing").status_code == 400


def test_a_text_is_added_and_removed(client: httpx.Client, desk: Desk) -> None:
    """A pasted text is stored with its head, found at once, and gone when it is removed."""
    before = client.get("/api/state").json()
    added = client.post(
        "/api/sources/text", json={"text": "The ferry sank at noon.", "title": "Ferry", "kind": "note"}
    )
    [ident] = added.json()["added"]

    assert desk.article(ident).title == "Ferry"
    assert client.get("/api/state").json()["sources"] == before["sources"] + 1
    assert client.delete(f"/api/sources/{ident}").json() == {"removed": [ident]}
    assert client.get("/api/state").json()["sources"] == before["sources"]
    assert client.get("/api/state").json()["generation"] > before["generation"]


def test_files_are_added_by_their_bytes(client: httpx.Client, desk: Desk) -> None:
    """Text, a web page and an archive are read; the name is shown and never a path."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inner.txt", "Rain fell on the harbour all night.")
    files = {
        "../../etc/plain.txt": b"Title: Plain\n\nThe mill burned down.",
        "C:\\temp\\page.html": b"<html><body><article><p>The dam held all week long, the mayor said.</p></article></body></html>",
        "press.zip": packed.getvalue(),
    }
    for name, data in files.items():
        report = client.post("/api/sources/file", params={"name": name}, content=data).json()
        assert len(report["added"]) == 1, report
        origin = desk.article(report["added"][0]).origin or ""
        assert origin.startswith(("plain.txt", "page.html", "press.zip"))


def test_two_files_of_one_name_are_two_sources(client: httpx.Client) -> None:
    """A file never replaces another for its name's sake; the same file again is there already."""
    first = client.post("/api/sources/file?name=a.txt", content=b"The mill burned down.").json()
    second = client.post("/api/sources/file?name=a.txt", content=b"The mill was rebuilt.").json()
    again = client.post("/api/sources/file?name=b.txt", content=b"The mill was rebuilt.").json()

    assert first["added"]
    assert second["added"]
    assert again["unchanged"] == second["added"]


def test_what_cannot_be_read_is_told(client: httpx.Client) -> None:
    """An empty, a binary and a broken file say why, with the name and without a path of the server."""
    for name, data in (
        ("empty.txt", b"  "),
        ("noise.txt", bytes(range(256)) * 40),
        ("broken.pdf", b"%PDF-1.7 nothing"),
    ):
        [failure] = client.post("/api/sources/file", params={"name": name}, content=data).json()["failed"]
        assert failure["origin"].startswith(name)
        assert "/tmp" not in json.dumps(failure)


def test_a_draft_is_read_without_being_stored(client: httpx.Client, desk: Desk) -> None:
    """`/api/read` gives a file's text and head back and adds nothing."""
    before = len(desk.sources())
    article = client.post("/api/read?name=draft.txt", content=(EXAMPLES / "draft.txt").read_bytes()).json()

    assert article["title"].startswith("Marlow bridge")
    assert len(desk.sources()) == before
    assert client.post("/api/read?name=x.txt", content=b"").status_code == 422


def test_addresses_of_this_machine_are_not_fetched(client: httpx.Client, url: str) -> None:
    """The server can't be made to ask itself or its network."""
    for address in (url, "http://169.254.169.254/latest/meta-data/", "http://localhost:1/"):
        report = client.post("/api/sources/address", json={"url": address}).json()
        assert not report["added"]
        assert report["failed"]
    assert client.post("/api/sources/address", json={"url": "file:///etc/passwd"}).status_code == 422


def test_too_much_is_refused(desk: Desk, running: Running) -> None:
    """A body over the limit is turned away, whether its length is told or not."""
    with running(make_app(Served(desk, most_bytes=10_000))) as url:

        def chunks() -> Iterator[bytes]:
            yield from (b"x" * 4000 for _ in range(10))

        told = web.post(f"{url}/api/sources/file?name=a.txt", content=b"x" * 10_001)
        untold = web.post(f"{url}/api/sources/file?name=a.txt", content=chunks())
        text = web.post(f"{url}/api/check", json={"text": "x" * 10_001})

    answers = (told, untold, text)
    assert [answer.status_code for answer in answers] == [413, 413, 413]
    assert all(answer.json()["error"]["message"] for answer in answers)


@pytest.mark.parametrize(
    ("route", "asked", "why"),
    [
        ("check", {"text": " \n "}, "no words"),
        ("check", {"text": DRAFT, "sources": {"only": ["nope"]}}, "no source 'nope'"),
        ("brief", {"sources": {"only": ["nope"]}}, "no source 'nope'"),
        ("brief", {"words": 19}, "20"),
        ("sources/text", {"text": "  "}, "no words"),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: httpx.Client, route: str, asked: dict[str, object], why: str
) -> None:
    """An empty text, an unknown source or too few words is an error, no empty answer."""
    answer = client.post(f"/api/{route}", json=asked)
    assert answer.status_code in (400, 422)
    assert why in answer.json()["error"]["message"]


def test_a_search_for_nothing_is_refused(client: httpx.Client) -> None:
    """As on the command line."""
    assert "empty" in client.get("/api/search?q=%20").json()["error"]["message"]


def test_an_empty_desk_lists_nothing_and_says_what_to_do(tmp_path: Path, running: Running) -> None:
    """Without sources the page opens; a check says to add some; the first add creates the desk."""
    with running(make_app(Served(Desk(tmp_path / "new")))) as url:
        state = web.get(f"{url}/api/state").json()
        refused = web.post(f"{url}/api/check", json={"text": DRAFT})
        added = web.post(f"{url}/api/sources/text", json={"text": "The ferry sank."}).json()

        assert (state["sources"], state["generation"]) == (0, 0)
        assert refused.status_code == 409
        assert "Add sources first" in refused.json()["error"]["message"]
        assert added["added"]
        assert web.get(f"{url}/api/state").json()["sources"] == 1


def test_another_process_is_noticed(client: httpx.Client, folder: Path) -> None:
    """What `presscheck add` stores in another process moves the state on and is found."""
    before = client.get("/api/state").json()
    code = (
        f"import presscheck as pc; pc.Desk({str(folder)!r}).add(pc.Article(text='A meteor fell on Tarnow.'))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
    after = client.get("/api/state").json()

    assert after["generation"] > before["generation"]
    assert after["sources"] == before["sources"] + 1
    assert (
        client.get("/api/search", params={"q": "meteor Tarnow", "k": 1})
        .json()[0]["text"]
        .startswith("A meteor")
    )


def test_a_changed_source_can_be_read_as_it_was_cited(client: httpx.Client, desk: Desk) -> None:
    """By its hash the superseded version comes back, so that an old citation still leads to its words."""
    desk.add(Article(id="report", text="Ten homes were lost."))
    old = client.get("/api/sources/report").json()
    desk.add(Article(id="report", text="Twelve homes were lost."))

    assert client.get("/api/sources/report").json()["text"].startswith("Twelve")
    assert (
        client.get("/api/sources/report", params={"sha256": old["sha256"]}).json()["text"].startswith("Ten")
    )


def test_the_doctor_and_the_description(client: httpx.Client) -> None:
    """The desk is healthy; the OpenAPI description names every verb."""
    paths = client.get("/openapi.json").json()["paths"]

    assert client.get("/api/doctor").json()["problems"] == []
    wanted = {
        "/api/sources",
        "/api/search",
        "/api/check",
        "/api/brief",
        "/api/chat",
        "/api/doctor",
        "/v1/models",
    }
    assert wanted <= set(paths)


def test_a_brief_comes_as_the_desk_writes_it(client: httpx.Client, desk: Desk) -> None:
    """The brief is the desk's own."""
    answer = client.post("/api/brief", json={"topic": "levee", "words": 80})

    assert Brief.model_validate_json(answer.content) == desk.brief("levee", words=80)


def test_the_page_of_a_brief_holds_all_of_it(client: httpx.Client, desk: Desk) -> None:
    """Every sentence, figure, quotation and story is on it, and each number leads to the evidence it stands for."""
    page = client.post("/api/brief", json={"words": 300, "format": "page"}).json()
    brief = desk.brief(words=300)
    rows = [row for section in page["sections"] for row in section["rows"]]
    said = {row["words"] for row in rows} | {page["summary"]["words"]}

    assert {s.text for s in brief.sentences} | {f"“{q.words}”" for q in brief.quotations} <= said
    assert {s.summary.text for s in brief.stories} <= said
    assert {(f.value, f.what) for f in brief.key_figures} <= {(r.get("value"), r["words"]) for r in rows}
    assert all(row["refs"] for row in rows)
    assert sorted({n for row in (*rows, page["summary"]) for n in row["refs"]}) == list(
        range(1, len(page["cited"]) + 1)
    )
    for cited in page["cited"]:
        place = cited["place"]
        assert desk.article(place["article_id"]).text[place["start"] : place["end"]]


def test_a_fault_tells_nothing_of_the_inside(folder: Path, running: Running) -> None:
    """What is no error of ours is a 500 without the exception's words; the log has them."""

    class Broken(Desk):
        def search(self, *_: object, **__: object) -> list[object]:  # type: ignore[override]
            raise RuntimeError("secret inside")

    with running(make_app(Served(Broken(folder)))) as url:
        answer = web.get(f"{url}/api/search", params={"q": "x"})

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "fault" in answer.json()["error"]["message"]
