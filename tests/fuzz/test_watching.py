"""The watch itself: what no reader may do is seen, told once, and the rest of the inputs still run."""

import sys

import pytest

from fuzz import watching
from fuzz.watching import watch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and audit of this kind are POSIX")


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("hangs", "more than"),
        ("crashes", "the process ended with -11"),
        ("raises", "KeyError"),
        ("prints", "bytes printed: a remark"),
        ("warns", "a warning"),
        ("writes", "a file left: left"),
        ("writes-elsewhere", "a file opened for writing"),
        ("runs", "os.system"),
        pytest.param("grows", "more than 1 GB", marks=pytest.mark.slow),
    ],
)
def test_what_no_reader_may_do_is_seen(monkeypatch: pytest.MonkeyPatch, deed: str, told: str) -> None:
    monkeypatch.setattr(watching, "LONGEST", 1.0 if deed == "hangs" else 20.0)
    tally = watch(deed, seed=1, inputs=24, seconds=60, worker="tests.fuzz.misbehaving")
    assert (tally.inputs, tally.faults, tally.refused) == (24, 1, 23)
    (fault,) = tally.told.values()
    assert told in str(fault["what"])
    assert fault["rank"] == 20


def test_a_reader_that_behaves_has_its_line() -> None:
    tally = watch("sflc", seed=1, inputs=60, seconds=60)
    assert (tally.inputs, tally.faults) == (60, 0)
    assert tally.read + tally.refused == 60
    assert "60 inputs" in tally.line()


def test_time_that_is_up_ends_the_inputs() -> None:
    assert watch("sflc", seed=1, inputs=10**9, seconds=3).inputs < 10**6
