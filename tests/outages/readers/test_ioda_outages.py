"""What IODA's two answers share."""

import datetime as dt

import pytest

from temoin.errors import InputError
from temoin.outages.readers.ioda_outages import moment_of, place_of, signals_of


@pytest.mark.parametrize(
    ("datasource", "minutes"),
    [("bgp", 5), ("ping-slash24", 10), ("gtr", 30), ("new-source", 60)],
    ids=["bgp", "probing", "search", "unknown is the widest"],
)
def test_a_time_stands_for_a_bin_of_its_source(datasource: str, minutes: int) -> None:
    earliest, latest = moment_of(0, datasource, "start")
    assert (earliest.year, latest - earliest) == (1970, dt.timedelta(minutes=minutes))


def test_a_truth_value_is_no_time() -> None:
    with pytest.raises(InputError, match="seconds"):
        moment_of(True, "bgp", "start")


def test_a_network_without_a_number_is_no_place() -> None:
    with pytest.raises(InputError, match="place"):
        place_of("asn", "many", None)


def test_a_source_is_its_declared_signal() -> None:
    assert signals_of("merit-nt") == ["telescope"]
    assert signals_of(None) == []
