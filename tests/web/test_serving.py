"""`presscheck serve` and `mcp` as programs: where they listen, for whom, and how they end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from presscheck.cli import app
from presscheck.commands import extras

TOKEN = "a-long-secret-of-the-desk"
web = httpx.Client(timeout=60)


@contextmanager
def program(*args: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a command and give it with the address that it tells; it is killed in the end."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PRESSCHECK_")}
    started = subprocess.Popen(
        [sys.executable, "-m", "presscheck", *args],
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stderr
    line = started.stderr.readline()
    address = re.search(r"http://\S+?:\d+/", line)
    assert address, line + started.stderr.read()
    try:
        yield started, address[0]
    finally:
        started.kill()
        started.communicate()


def test_it_serves_and_ends_when_interrupted(folder: Path) -> None:
    """It says where, answers, logs nothing of what was asked, and Ctrl-C ends it though a stream is open."""
    with program("serve", "--desk", str(folder), "--port", "0") as (started, url):
        assert url.startswith("http://127.0.0.1:")
        assert web.get(f"{url}api/state").json()["sources"] == 4
        assert web.get(f"{url}api/search", params={"q": "very secret words"}).status_code == 200
        with web.stream("POST", f"{url}api/chat", json={"text": "How many soldiers are at work?"}):
            started.send_signal(signal.SIGINT)
            out, err = started.communicate(timeout=60)

    assert started.returncode == 0
    assert out == ""
    assert "secret" not in err
    assert "Traceback" not in err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example"])
@pytest.mark.parametrize("command", [["serve"], ["mcp", "--http"]])
def test_beyond_this_machine_a_token_is_demanded(tmp_path: Path, host: str, command: list[str]) -> None:
    """Without one it does not listen at all, and one line says what to do."""
    result = CliRunner(env={"PRESSCHECK_TOKEN": ""}).invoke(
        app, [*command, "--host", host, "--desk", str(tmp_path)]
    )

    assert result.exit_code == 2
    assert "token" in result.stderr
    assert "PRESSCHECK_TOKEN" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_short_token_is_refused(tmp_path: Path) -> None:
    """A token that can be guessed is none; one that can't be read says so."""
    (tmp_path / "token").write_text("1234\n")
    for given in (tmp_path / "token", tmp_path / "missing", tmp_path):
        result = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--token-file", str(given)])
        assert result.exit_code == 2
        assert "1234" not in result.stderr


def test_a_token_opens_it_to_others_and_is_never_told(folder: Path, tmp_path: Path) -> None:
    """With a token it listens everywhere, asks for it, and tells it to nobody."""
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    args = (
        "serve",
        "--desk",
        str(folder),
        "--port",
        "0",
        "--host",
        "0.0.0.0",
        "--token-file",
        str(tmp_path / "token"),
    )
    with program(*args) as (started, url):
        assert web.get(f"{url}api/state").status_code == 401
        answer = web.get(f"{url}api/state", headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code == 200
        pages = [web.get(f"{url}{path}").text for path in ("", "static/app.js", "docs")]
        started.send_signal(signal.SIGTERM)
        out, err = started.communicate(timeout=60)

    assert not [text for text in (*pages, answer.text, out, err) if TOKEN in text]


def test_the_token_may_come_from_the_environment(folder: Path) -> None:
    """PRESSCHECK_TOKEN is asked for on loopback, too."""
    with program("serve", "--desk", str(folder), "--port", "0", PRESSCHECK_TOKEN=TOKEN) as (_, url):
        assert web.get(f"{url}api/state").status_code == 401
        assert web.get(f"{url}api/state", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_a_taken_port_is_one_clear_line(folder: Path) -> None:
    """The line says what to do."""
    with program("serve", "--desk", str(folder), "--port", "0") as (_, url):
        port = url.rstrip("/").rpartition(":")[2]
        result = CliRunner().invoke(app, ["serve", "--desk", str(folder), "--port", port])

    assert result.exit_code == 2
    assert "--port" in result.stderr
    assert result.stderr.count("\n") == 1


def test_mcp_over_http_as_a_program(folder: Path) -> None:
    """`presscheck mcp --http` tells its address and answers there."""
    with program("mcp", "--http", "--desk", str(folder), "--port", "0") as (_, url):
        ask = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        answer = web.post(f"{url}mcp", json=ask, headers={"Accept": "application/json, text/event-stream"})

    assert '"ask"' in answer.text


@pytest.mark.parametrize(
    ("command", "extra"),
    [
        (("serve",), "web"),
        (("mcp",), "mcp"),
        (("eval", "run", "names"), "evals"),
        (("eval", "mutate", "x"), "evals"),
        (("eval", "gate"), "evals"),
    ],
)
def test_a_missing_extra_is_one_clear_line(
    command: tuple[str, ...], extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the packages are not installed the error says how to install them."""
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name in extras.EXTRAS[extra] else name)
    result = CliRunner().invoke(app, command)

    assert (result.exit_code, result.stdout) == (2, "")
    assert f'pip install "presscheck[{extra}]"' in result.stderr


def test_help_loads_nothing_heavy() -> None:
    """`presscheck serve --help` imports neither FastAPI nor MCP, nor what answers."""
    code = (
        "import sys; from typer.testing import CliRunner; from presscheck.cli import app;"
        "CliRunner().invoke(app, ['serve', '--help']); CliRunner().invoke(app, ['mcp', '--help']);"
        "print(sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert [
        m
        for m in ("fastapi", "starlette", "uvicorn", "mcp", "chromadb", "langchain_core")
        if f"'{m}'" in loaded
    ] == []


def test_readers_do_not_wait_for_a_writer(folder: Path) -> None:
    """While another process holds the desk's lock, what is added waits and everything else is answered."""
    with program("serve", "--desk", str(folder), "--port", "0") as (_, url):
        hold = f"""
import sys, presscheck as pc
with pc.Desk({str(folder)!r})._store.write():
    print("held", flush=True)
    sys.stdin.read()
"""
        holder = subprocess.Popen(
            [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert holder.stdout
        holder.stdout.readline()
        adding = [
            threading.Thread(
                target=web.post,
                args=(f"{url}api/sources/text",),
                kwargs={"json": {"text": f"Barge {n} sank."}, "timeout": 60},
            )
            for n in range(8)
        ]
        for thread in adding:
            thread.start()
        time.sleep(0.5)
        assert web.get(f"{url}api/search", params={"q": "levee"}, timeout=60).status_code == 200
        assert web.post(f"{url}api/check", json={"text": "It rained."}, timeout=60).status_code == 200
        assert web.get(f"{url}api/state").json()["sources"] == 4
        holder.communicate("")
        for thread in adding:
            thread.join()
        assert web.get(f"{url}api/state").json()["sources"] == 4 + 8


def test_two_writers_wait_for_each_other(folder: Path) -> None:
    """Texts that are added from many threads at once all go in."""
    with program("serve", "--desk", str(folder), "--port", "0") as (_, url):

        def add(number: int) -> None:
            answer = web.post(f"{url}api/sources/text", json={"text": f"Barge {number} sank."}, timeout=60)
            assert answer.json().get("added"), answer.text

        threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        time.sleep(0.1)
        assert web.get(f"{url}api/state").json()["sources"] == 4 + 8
        assert web.get(f"{url}api/doctor", timeout=60).json()["problems"] == []
