"""Shared by all tests: where the checkout is, and how hypothesis runs."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("presscheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("presscheck")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the repository's root, which the tests of an installed wheel are told by PRESSCHECK_CHECKOUT."""
    return Path(os.environ.get("PRESSCHECK_CHECKOUT", Path(__file__).parent.parent))
