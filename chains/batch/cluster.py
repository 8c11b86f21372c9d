"""A Dask cluster in place of local processes; the extra `dask` brings it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from presscheck.errors import BadRequest


@contextmanager
def cluster(address: str, workers: int) -> Iterator[Executor]:
    """Connect to a scheduler at `tcp://…`, or start a local cluster (`local`). Raises `BadRequest`."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise BadRequest("Dask is not installed.", help="Install presscheck[dask].") from error
    if address == "local":
        with (
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as own,
            Client(own) as client,
        ):
            yield client.get_executor(pure=False, retries=3)
        return
    try:
        connected = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise BadRequest(
            f"No Dask scheduler answers at {address}.", help="Write tcp://HOST:PORT, or local."
        ) from error
    with connected as client:
        yield client.get_executor(pure=False, retries=3)
