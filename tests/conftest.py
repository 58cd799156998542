"""What every test shares: where the development data lie, and how a test skips without them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

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
