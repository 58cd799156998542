"""What every test shares: where the development data lie, how a test skips without them, fixed seeds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples every time, and no verdict by the clock: a busy machine is no failure.
settings.register_profile("house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

SHARED = Path(os.environ.get("TEMOIN_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture
def shared() -> Callable[[str], Path]:
    """Return a function from a path under the shared folder to the file, skipping the test where it is absent."""

    def find(relative: str) -> Path:
        path = SHARED / relative
        if not path.exists():
            pytest.skip(f"development data not at hand: {relative}")
        return path

    return find
