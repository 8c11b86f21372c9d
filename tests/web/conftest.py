"""The web desk on loopback: a real server in a thread, over a desk of the project's example articles."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.web.app import make_app
from presscheck.web.served import Served

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def running() -> Callable[[ASGIApp], AbstractContextManager[str]]:
    """Return what gives the address at which an app is served, until the block ends."""
    return _running


@contextmanager
def _running(app: ASGIApp) -> Iterator[str]:
    from presscheck.commands.serving import Place, bound

    sock = bound(Place("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        sock.close()


@pytest.fixture(scope="session")
def examples_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a desk that holds the example articles, to be copied."""
    folder = tmp_path_factory.mktemp("examples") / "desk"
    Desk(folder).add(EXAMPLES / "sources")
    return folder


@pytest.fixture
def folder(tmp_path: Path, examples_desk: Path) -> Path:
    """Return the folder of a desk of one's own that holds the example articles."""
    shutil.copytree(examples_desk, tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def desk(folder: Path) -> Desk:
    """Return the desk that is served."""
    return Desk(folder)


@pytest.fixture
def url(desk: Desk) -> Iterator[str]:
    """Return the address of the server."""
    with _running(make_app(Served(desk))) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    """Return a client of the server."""
    with httpx.Client(base_url=url, timeout=30) as opened:
        yield opened
