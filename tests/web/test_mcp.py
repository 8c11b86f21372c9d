"""The MCP server, called by the client of the same package: in process, over HTTP, and as a program on its pipes."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import anyio
import httpx
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.models import Brief, Reply, Report
from presscheck.web.guard import Guard, Rules
from presscheck.web.mcp_server import http_app, make_server

Running = Callable[[ASGIApp], AbstractContextManager[str]]
DRAFT = "The state has spent $31.5 billion so far."
TOKEN = "a-long-secret-of-the-desk"
web = httpx.Client(timeout=60)


def run(work: Callable[[], Awaitable[Any]]) -> Any:
    """Run to the end in a thread of its own: the test's thread may have a loop already."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: anyio.run(work)).result()


async def tried(client: Client) -> dict[str, Any]:
    """List the tools and call each."""
    listed = {tool.name: tool for tool in (await client.list_tools()).tools}
    return {
        "listed": listed,
        "search": await client.call_tool("search", {"query": "Guard soldiers", "k": 2}),
        "check": await client.call_tool("check", {"text": DRAFT}),
        "brief": await client.call_tool("brief", {"topic": "levee", "words": 80}),
        "ask": await client.call_tool("ask", {"question": "How many Guard soldiers are at work?"}),
    }


def text_of(result: Any) -> str:
    """Return what an assistant reads."""
    assert not result.is_error, result
    return "\n".join(part.text for part in result.content)


def all_work(found: dict[str, Any]) -> None:
    """Assert that each tool gave its result, in words and as data."""
    assert sorted(found["listed"]) == ["ask", "brief", "check", "search"]
    for tool in found["listed"].values():
        assert tool.description
        assert tool.annotations.read_only_hint
    assert "Guard soldiers" in text_of(found["search"])
    assert len(found["search"].structured_content["passages"]) == 2
    assert "$31.5 million" in text_of(found["check"])
    assert Report.model_validate(found["check"].structured_content["report"]).counts["severity"]["fix"] == 1
    assert text_of(found["brief"])
    assert Brief.model_validate(found["brief"].structured_content["brief"]).sentences is not None
    assert "3,200" in text_of(found["ask"])
    assert "[1]" in text_of(found["ask"])
    assert Reply.model_validate(found["ask"].structured_content["reply"]).status == "answered"


def test_the_tools_in_process(desk: Desk) -> None:
    """A client lists the four tools and calls each of them."""

    async def work() -> dict[str, Any]:
        async with Client(make_server(desk)) as client:
            return await tried(client)

    all_work(run(work))


def test_the_tools_over_http(desk: Desk, running: Running) -> None:
    """The same over HTTP."""
    with running(Guard(http_app(make_server(desk)), Rules())) as url:

        async def work() -> dict[str, Any]:
            async with Client(f"{url}/mcp") as client:
                return await tried(client)

        all_work(run(work))


def test_the_tools_on_the_pipes_of_a_program(folder: Path) -> None:
    """`presscheck mcp` speaks the protocol on its standard input and output, and nothing else."""

    async def work() -> dict[str, Any]:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "presscheck", "mcp", "--desk", str(folder)]
        )
        async with Client(stdio_client(command)) as client:
            return await tried(client)

    all_work(run(work))


def test_errors_are_told_to_the_caller(tmp_path: Path, desk: Desk) -> None:
    """An empty desk, a bad argument and an unknown tool are results that say so; the server goes on."""

    async def work() -> list[Any]:
        async with Client(make_server(Desk(tmp_path / "none"))) as client:
            return [
                await client.call_tool("ask", {"question": "How many?"}),
                await client.call_tool("search", {"query": "x", "k": 1000}),
                await client.call_tool("brief", {"words": 100}),
            ]

    empty, bad, again = run(work)
    assert [r.is_error for r in (empty, bad, again)] == [True, True, True]
    assert "is empty" in empty.content[0].text or "no desk" in empty.content[0].text
    assert "Traceback" not in again.content[0].text


def test_over_http_the_guard_stands_before_it(desk: Desk, running: Running) -> None:
    """Foreign names and pages get nothing; with a token, only who sends it."""
    with running(Guard(http_app(make_server(desk)), Rules(token=TOKEN))) as url:
        ask = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        headers = {"Accept": "application/json, text/event-stream"}
        known = {**headers, "Authorization": f"Bearer {TOKEN}"}

        assert web.post(f"{url}/mcp", json=ask, headers=headers).status_code == 401
        assert web.post(f"{url}/mcp", json=ask, headers={**known, "Host": "evil.example"}).status_code == 421
        assert (
            web.post(f"{url}/mcp", json=ask, headers={**known, "Origin": "http://evil.example"}).status_code
            == 403
        )
        assert web.post(f"{url}/mcp", json=ask, headers=known).status_code == 200
