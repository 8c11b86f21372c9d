"""Shared by all tests: where the checkout is, how hypothesis runs, and a web desk on loopback."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

settings.register_profile("presscheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("presscheck")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the repository's root, which the tests of an installed wheel are told by PRESSCHECK_CHECKOUT."""
    return Path(os.environ.get("PRESSCHECK_CHECKOUT", Path(__file__).parent.parent))


@pytest.fixture(scope="session")
def examples_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a desk that holds the example articles, to be copied."""
    from presscheck.desk import Desk

    folder = tmp_path_factory.mktemp("examples") / "desk"
    Desk(folder).add(Path(__file__).parents[1] / "examples" / "sources")
    return folder


@pytest.fixture
def running() -> Callable[[ASGIApp], AbstractContextManager[str]]:
    """Return what gives the address at which an app is served, until the block ends."""
    return _running


@contextmanager
def _running(app: ASGIApp) -> Iterator[str]:
    import uvicorn

    from presscheck.commands.serving import Place, bound

    sock = bound(Place("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
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
