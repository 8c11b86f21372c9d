"""Who may ask: names, origins, tokens; and the policy on every response."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.web.app import make_app
from presscheck.web.guard import Rules
from presscheck.web.served import Served

Running = Callable[[ASGIApp], AbstractContextManager[str]]
TOKEN = "a-long-secret-of-the-desk"


@pytest.fixture
def guarded(desk: Desk, running: Running) -> Iterator[httpx.Client]:
    """Return a client of a server that asks for a token."""
    rules = Rules(frozenset({"localhost", "desk.example"}), anywhere=True, token=TOKEN)
    with (
        running(make_app(Served(desk, rules=rules))) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[", "10.0.0.7"]
)
def test_a_foreign_name_is_turned_away(client: httpx.Client, host: str) -> None:
    """A page that points its own name at this machine (DNS rebinding) gets nothing, not even the page."""
    for path in ("/", "/api/state", "/v1/models", "/openapi.json"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code in (400, 421)
        assert "Corran" not in answer.text


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "127.0.0.1:9999", "LOCALHOST", "[::1]:80"])
def test_this_machines_names_are_its_own(client: httpx.Client, host: str) -> None:
    """Whatever the port (a tunnel may have another), the machine's own names are let in."""
    assert client.get("/api/state", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
def test_other_sites_pages_may_not_ask(client: httpx.Client, headers: dict[str, str]) -> None:
    """Reading and writing are refused alike, and no header lets another origin in."""
    for method, path in (
        ("GET", "/api/sources"),
        ("POST", "/api/sources/text"),
        ("POST", "/v1/chat/completions"),
    ):
        answer = client.request(
            method, path, headers=headers, json={"text": "x"} if method == "POST" else None
        )
        assert answer.status_code == 403
        assert not [name for name in answer.headers if name.startswith("access-control")]
    preflight = client.options("/api/check", headers={**headers, "Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 403


def test_a_link_of_another_site_leads_to_the_page(client: httpx.Client) -> None:
    """A link may lead to the empty page, under the server's own name only; it can't be framed, nor anything be sent to it."""
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    assert client.get("/", headers=headers).status_code == 200
    assert client.get("/", headers={**headers, "Host": "evil.example"}).status_code == 421
    assert client.post("/", headers=headers).status_code == 405
    assert client.get("/static/app.js", headers=headers).status_code == 403


def test_the_pages_own_requests_are_let_in(client: httpx.Client, url: str) -> None:
    """The page's origin, and programs that send none, may ask."""
    assert (
        client.get("/api/sources", headers={"Origin": url, "Sec-Fetch-Site": "same-origin"}).status_code
        == 200
    )
    assert client.get("/api/sources").status_code == 200


def test_a_form_of_another_kind_is_no_request(client: httpx.Client, desk: Desk) -> None:
    """What a plain form can send (no JSON) adds nothing."""
    before = len(desk.sources())
    for type_ in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = client.post("/api/sources/text", content=b'{"text": "x"}', headers={"Content-Type": type_})
        assert answer.status_code in (415, 422)
    assert len(desk.sources()) == before


def test_without_the_token_only_the_empty_page_comes(guarded: httpx.Client) -> None:
    """The page's files come without it, the desk's content doesn't; a wrong one is no better than none."""
    assert guarded.get("/").status_code == 200
    assert guarded.get("/static/app.js").status_code == 200
    for headers in (
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Cookie": "presscheck="},
        {"Cookie": f"presscheck={TOKEN}"},
    ):
        for path in ("/api/state", "/api/sources", "/v1/models", "/openapi.json", "/api/threads"):
            answer = guarded.get(path, headers=headers)
            assert answer.status_code == 401, (path, headers)
            assert TOKEN not in answer.text
    assert guarded.get("/static/../../../etc/passwd").status_code in (401, 404)


def test_the_token_opens_it(guarded: httpx.Client) -> None:
    """As a bearer it works for programs; given once it becomes a cookie that scripts and other sites don't get."""
    assert guarded.get("/api/state", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.post("/api/session", json={"token": "wrong"}).status_code == 401
    answer = guarded.post("/api/session", json={"token": TOKEN})
    cookie = answer.headers["set-cookie"]

    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert guarded.get("/api/state").status_code == 200
    assert guarded.get("/api/state", headers={"Origin": "https://evil.example"}).status_code == 403
    guarded.delete("/api/session")
    guarded.cookies.clear()
    assert guarded.get("/api/state").status_code == 401


def test_names_beyond_this_machine(guarded: httpx.Client) -> None:
    """A server for others goes by its name and by bare addresses, and by no other name."""
    headers = {"Authorization": f"Bearer {TOKEN}"}

    assert guarded.get("/api/state", headers={**headers, "Host": "desk.example"}).status_code == 200
    assert guarded.get("/api/state", headers={**headers, "Host": "192.168.1.20:8765"}).status_code == 200
    assert guarded.get("/api/state", headers={**headers, "Host": "evil.example"}).status_code == 421


def test_every_response_carries_the_policy(client: httpx.Client) -> None:
    """Pages, data, errors and streams: own files only, no inline script, no frame, nothing kept in caches."""
    for answer in (
        client.get("/"),
        client.get("/api/sources"),
        client.get("/nothing"),
        client.get("/", headers={"Host": "evil.example"}),
        client.post("/api/chat", json={"text": "How many soldiers?"}),
    ):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] in ("no-store", "no-cache")


def test_the_page_holds_no_inline_code() -> None:
    """No file of the page has a script, a style or a handler inside the markup, or sets markup from a string."""
    from importlib.resources import files

    for file in files("presscheck.web.page").iterdir():
        text = file.read_text("utf-8") if file.name.endswith((".html", ".js")) else ""
        assert "innerHTML" not in text
        assert "insertAdjacentHTML" not in text
        assert "document.write" not in text
        assert "eval(" not in text
        assert "://" not in text.replace("https://…", "").replace('includes("://")', "").replace(
            "/^https?:\\/\\//i", ""
        )
        if file.name.endswith(".html"):
            assert " style=" not in text
            assert "<style" not in text
            assert " onclick" not in text
            assert text.count("<script") == text.count('<script type="module" src="/static/')


def test_a_socket_is_no_way_in(url: str) -> None:
    """There are no web sockets."""
    answer = httpx.get(
        f"{url}/api/state",
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "eA==",
        },
    )

    assert answer.status_code != 101


def test_the_page_is_sent_once(client: httpx.Client) -> None:
    """A file that the browser has is not sent again."""
    first = client.get("/static/app.js")

    assert client.get("/static/app.js", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert client.get("/static/nothing.js").status_code == 404
    assert client.get("/static/__init__.py").status_code == 404


def test_no_path_of_the_server_is_in_the_state(client: httpx.Client, folder: Path) -> None:
    """The page learns the desk's name, not where it lies."""
    for path in ("/api/state", "/api/doctor", "/"):
        assert str(folder.parent) not in client.get(path).text
