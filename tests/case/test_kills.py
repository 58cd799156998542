import importlib.util
import sys
from pathlib import Path

import pytest

STORM = Path(__file__).parents[2] / "benchmarks" / "kills.py"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not to be had on Windows")
def test_random_kills_lose_nothing_and_change_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE_DATE_EPOCH", "TEMOIN_AUTHOR", "TEMOIN_KEYS", "TEMOIN_LANG"):
        monkeypatch.setenv(name, "")
    spec = importlib.util.spec_from_file_location("kills", STORM)
    assert spec is not None
    assert spec.loader is not None
    kills = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "kills", kills)
    spec.loader.exec_module(kills)
    assert kills.storm(10, seed=1, files=2).kills >= 4
