"""The web desk on loopback: a real server in a thread, over a desk of the project's example articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from presscheck.desk import Desk
from presscheck.web.app import make_app
from presscheck.web.served import Served


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
def url(desk: Desk, running: Callable[[ASGIApp], AbstractContextManager[str]]) -> Iterator[str]:
    """Return the address of the server."""
    with running(make_app(Served(desk))) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    """Return a client of the server."""
    with httpx.Client(base_url=url, timeout=60) as opened:
        yield opened
