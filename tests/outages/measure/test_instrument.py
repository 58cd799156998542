"""The same drop of one signal in unrelated countries at once is the instrument."""

import polars as pl
import pytest

from temoin.outages import find_outages, measure, sample, watch
from temoin.outages.measure.instrument import coincidences

DAY = 24
ONSET = 24 * 16


def country(place: str, *, left: float = 100, signal: str = "search", late: int = 0, hours: int = 6) -> pl.DataFrame:
    values = [9000.0] * DAY * 18
    for hour in range(ONSET + late, ONSET + late + hours):
        values[hour] = 90 * left
    return sample.series(values, signal=signal, place=place)


def doubted(*series: pl.DataFrame) -> list[str]:
    return sorted(measure(pl.concat(series)).picks.filter(pl.col("doubt") == "instrument")["place"].to_list())


def outages_of(*series: pl.DataFrame) -> pl.DataFrame:
    measured = measure(pl.concat(series))
    return find_outages(measured.picks, measured.expected)


@pytest.mark.parametrize(
    ("series", "places"),
    [
        pytest.param(
            [country(place, left=30) for place in ("IR", "FR", "BR")], ["BR", "FR", "IR"], id="three continents"
        ),
        pytest.param(
            [country(place, left=30, late=late) for late, place in enumerate(("IR", "FR", "BR"))],
            ["BR", "FR", "IR"],
            id="within two bins",
        ),
        pytest.param(
            [country(place, left=30, late=4 * late) for late, place in enumerate(("IR", "FR", "BR"))],
            [],
            id="hours apart",
        ),
        pytest.param([country(place, left=30) for place in ("IR", "FR")], [], id="two countries"),
        pytest.param([country(place, left=30) for place in ("GH", "CI", "NG", "BJ")], [], id="neighbours: a cable"),
        pytest.param([country(place, left=30) for place in ("GH", "ZA", "KE")], [], id="one continent"),
        pytest.param(
            [country(place, left=30) for place in ("Atlasie", "Bordurie", "Syldavie")],
            [],
            id="places that are no country",
        ),
        pytest.param(
            [country(place, left=30) for place in ("GH", "ZA", "Atlasie")], [], id="one continent and a made-up place"
        ),
        pytest.param(
            [
                *(country(place, left=30) for place in ("IR", "FR", "BR")),
                *(country(place) for place in ("DE", "US", "JP", "KE")),
            ],
            [],
            id="less than half of the countries watched",
        ),
        pytest.param(
            [country("IR", left=2), *(country(place, left=60) for place in ("FR", "BR", "US"))],
            ["BR", "FR", "US"],
            id="a country that lost much more keeps its fall",
        ),
        pytest.param(
            [*(country(place, left=30) for place in ("IR", "FR")), country("BR", left=30, signal="telescope")],
            [],
            id="another signal",
        ),
    ],
)
def test_one_signal_falls_in(series: list[pl.DataFrame], places: list[str]) -> None:
    assert doubted(*series) == places


def test_a_fall_of_the_instrument_makes_no_event() -> None:
    assert outages_of(*(country(place, left=10) for place in ("IR", "FR", "BR"))).is_empty()


def test_a_country_whose_other_signals_fell_as_well_has_its_event_through_those() -> None:
    searched = [country(place, left=10) for place in ("IR", "FR", "BR", "US")]
    others = [country("IR", left=4, signal=name) for name in ("active_probing", "bgp")]
    stayed = [country(place, signal="bgp") for place in ("FR", "BR", "US")]
    (outage,) = outages_of(*searched, *others, *stayed).iter_rows(named=True)
    assert (outage["place"], outage["fell"], outage["unmeasured"]) == ("IR", ["active_probing", "bgp"], ["search"])


def test_the_only_other_signal_of_a_country_speaks_for_it() -> None:
    searched = [country(place, left=10) for place in ("IR", "FR", "BR")]
    (outage,) = outages_of(*searched, country("IR", left=4, signal="bgp")).iter_rows(named=True)
    assert (outage["place"], outage["fell"]) == ("IR", ["bgp"])


def test_two_families_that_fall_together_in_most_of_the_countries_are_the_world() -> None:
    both = [country(place, left=10, signal=name) for place in ("IR", "FR", "BR") for name in ("search", "bgp")]
    assert doubted(*both) == []
    assert outages_of(*both)["place"].to_list() == ["BR", "FR", "IR"]


def test_regions_count_as_their_country() -> None:
    regions = [country(f"{place}/{name}", left=30) for place in ("IR", "FR", "BR") for name in "ABC"]
    assert set(doubted(*regions)) >= {"IR", "FR", "BR", "IR/A", "FR/B", "BR/C"}
    assert outages_of(*regions).is_empty()
    assert doubted(*regions[:6]) == []


def test_each_drop_names_who_fell_and_who_was_watched() -> None:
    series = [*(country(place, left=30) for place in ("IR", "FR", "BR")), country("JP")]
    measured = measure(pl.concat(series))
    (found,) = coincidences(measured.picks, watch(measured.expected))
    assert (found.signal, found.first) == ("search", sample.moment(16))
    assert (found.fallen, found.watched) == (("BR", "FR", "IR"), ("BR", "FR", "IR", "JP"))


def test_one_network_of_many_does_not_speak_for_its_country() -> None:
    # One network of six loses 70 %: its country keeps 1 - 0.7 / 6 = 88 %, above the 84 % under which it falls.
    calm = [country(f"{code}/AS{number}") for code in ("IR", "FR", "BR") for number in range(5)]
    flaky = [country(f"{code}/AS9", left=30) for code in ("IR", "FR", "BR")]
    assert doubted(*calm, *flaky) == []
    assert outages_of(*calm, *flaky)["place"].to_list() == ["BR/AS9", "FR/AS9", "IR/AS9"]


def test_the_only_network_measured_in_a_country_speaks_for_it() -> None:
    assert doubted(*(country(f"{code}/AS9", left=30) for code in ("IR", "FR", "BR"))) == ["BR/AS9", "FR/AS9", "IR/AS9"]
