"""Outages of regions and networks, told once by the place that holds them."""

import datetime as dt

import numpy as np
import polars as pl
import pytest

from temoin.outages import NETWORKS, find_outages, measure, sample

DAYS = 10
HOURS = 24 * DAYS
NIGHT = slice(24 * 7, 24 * 7 + 8)


def networks(count: int, fallen: int, *, left: float = 3.0, bare: bool = False, span: slice = NIGHT) -> pl.DataFrame:
    """Return so many hourly networks of a country, the first of which fall together."""
    noise = np.random.default_rng(5).normal(1.0, 0.02, (count, HOURS))
    values = 1000 * noise
    values[:fallen, span] *= left / 100
    names = [f"AS{number}" if bare else f"IR/AS{number}" for number in range(1, count + 1)]
    return pl.concat(
        [
            sample.series(row.tolist(), signal="active_probing", place=name)
            for name, row in zip(names, values, strict=True)
        ]
    )


def part(place: str, *spans: slice, left: float = 3.0, signal: str = "bgp") -> pl.DataFrame:
    values = [100.0] * HOURS
    for span in spans:
        for hour in range(*span.indices(HOURS)):
            values[hour] = left
    return sample.series(values, signal=signal, place=place)


def outages_of(*series: pl.DataFrame, told: pl.DataFrame | None = None) -> list[dict[str, object]]:
    measured = measure(pl.concat(series), networks=told)
    return list(find_outages(measured.picks, measured.expected, networks=told).iter_rows(named=True))


def test_250_networks_of_300_are_one_line() -> None:
    (outage,) = outages_of(networks(300, 250))
    assert (outage["place"], outage["parts"], len(outage["places"])) == ("IR", 300, 250)
    assert outage["depth"] == pytest.approx(0.97 * 250 / 300, abs=0.02)
    assert (outage["began"], outage["ended"]) == (sample.moment(7), sample.moment(7, 8))
    assert outage["lost_hours"] == pytest.approx(8 * 0.97 * 250 / 300, abs=0.3)


def test_3_networks_of_300_are_one_line_and_a_hundredth_of_the_country() -> None:
    (outage,) = outages_of(networks(300, 3))
    assert (outage["place"], outage["places"]) == ("IR", ["IR/AS1", "IR/AS2", "IR/AS3"])
    assert outage["depth"] == pytest.approx(0.97 * 3 / 300, abs=0.001)
    assert outage["kind"] == "partial"
    assert len(outage["picks"]) == 3


def test_hundreds_of_quiet_networks_are_no_line() -> None:
    assert outages_of(networks(400, 0)) == []


def test_2_networks_of_300_keep_their_own_lines() -> None:
    assert [outage["place"] for outage in outages_of(networks(300, 2))] == ["IR/AS1", "IR/AS2"]


def test_bare_networks_are_held_by_the_country_that_a_table_gives_them() -> None:
    rows = [
        {"source": "table", "row": number, "asn": number, "country": "IR", "access": "unknown"}
        for number in range(1, 31)
    ]
    told = NETWORKS.frame(rows)
    (outage,) = outages_of(networks(30, 25, bare=True), told=told)
    assert (outage["place"], len(outage["places"])) == ("IR", 25)
    assert len(outages_of(networks(30, 25, bare=True))) == 25


def test_a_signal_of_the_country_and_its_regions_are_one_event() -> None:
    regions = [part(f"IR/{name}", NIGHT, signal="active_probing") for name in ("Fars", "Ilam", "Qom")]
    (outage,) = outages_of(part("IR", NIGHT), part("IR", NIGHT, signal="search"), *regions)
    assert outage["fell"] == ["active_probing", "bgp", "search"]
    assert outage["places"] == ["IR/Fars", "IR/Ilam", "IR/Qom"]


def test_regions_fall_while_the_country_s_own_signals_stay() -> None:
    regions = [part(f"IR/{name}", NIGHT) for name in ("Fars", "Ilam", "Qom")]
    others = [part(f"IR/{number}") for number in range(30)]
    (outage,) = outages_of(part("IR", signal="active_probing"), *regions, *others)
    # Three of 33 regions lose 97 % of BGP: that of the 33 together keeps 91 % and has stayed, like probing.
    assert (outage["place"], outage["stayed"]) == ("IR", ["active_probing", "bgp"])
    assert outage["depth"] == pytest.approx(0.97 * 3 / 33, abs=0.01)


def test_counties_of_one_province_are_the_province_s_outage_and_not_the_country_s() -> None:
    counties = [part(f"IR/Fars/{number}", NIGHT) for number in range(4)]
    # Four of 34 counties lose 97 %: the country keeps 1 - 0.97 * 4 / 34 = 89 %, above the 84 % under which it falls.
    others = [part(f"IR/Province {number}/County") for number in range(30)]
    (outage,) = outages_of(*counties, *others)
    assert (outage["place"], outage["parts"], len(outage["places"])) == ("IR/Fars", 4, 4)


def test_provinces_in_three_branches_are_the_country_s() -> None:
    fallen = [part(f"IR/{name}/{number}", NIGHT) for name in ("Fars", "Ilam", "Qom") for number in range(3)]
    others = [part(f"IR/Province {number}/County") for number in range(60)]
    (outage,) = outages_of(*fallen, *others)
    assert (outage["place"], len(outage["places"]), outage["parts"]) == ("IR", 9, 69)
    assert outage["depth"] == pytest.approx(0.97 * 9 / 69, abs=0.01)


@pytest.mark.parametrize(
    ("span", "lines"),
    [
        pytest.param(NIGHT, 1, id="with the country"),
        pytest.param(slice(24 * 7 - 4, 24 * 7 + 20), 1, id="a little before, and longer"),
        pytest.param(slice(24 * 7 + 3, 24 * 7 + 7), 1, id="in the midst of it"),
        pytest.param(slice(24 * 4, 24 * 9), 2, id="three days before it, and after it"),
        pytest.param(slice(24 * 8, 24 * 8 + 6), 2, id="the day after"),
    ],
)
def test_a_part_is_told_by_the_country_s_outage(span: slice, lines: int) -> None:
    outages = outages_of(part("IR", NIGHT), part("IR", NIGHT, signal="search"), part("IR/Fars", span))
    assert len(outages) == lines
    assert [outage["places"] for outage in outages if outage["place"] == "IR"] == [["IR/Fars"] if lines == 1 else []]


def test_parts_that_begin_further_apart_than_signals_agree_keep_their_lines() -> None:
    spans = [slice(24 * 7 + late, 24 * 7 + late + 3) for late in (0, 8, 16)]
    fallen = [part(f"IR/{late.start}", late) for late in spans]
    assert len(outages_of(*fallen, *(part(f"IR/{name}") for name in range(20)))) == 3


def test_unrelated_countries_are_not_gathered() -> None:
    outages = outages_of(
        *(part(place, slice(24 * (4 + day), 24 * (4 + day) + 6)) for day, place in enumerate(("IR", "KZ", "BR")))
    )
    assert [outage["place"] for outage in outages] == ["BR", "IR", "KZ"]


def test_nights_that_recur_over_regions_are_a_line_each_with_one_campaign() -> None:
    nights = [slice(24 * day + 1, 24 * day + 5) for day in (5, 6, 7, 8)]
    outages = outages_of(*(part(f"IR/{name}", *nights) for name in "ABCDE"))
    assert [outage["began"] for outage in outages] == [sample.moment(day, 1) for day in (5, 6, 7, 8)]
    assert len({outage["campaign"] for outage in outages}) == 1
    assert all(len(outage["places"]) == 5 for outage in outages)


def test_each_outage_has_its_own_id() -> None:
    outages = outages_of(networks(40, 3), part("KZ", NIGHT), part("KZ", NIGHT, signal="search"))
    assert len({outage["id"] for outage in outages}) == len(outages) == 2


def test_many_networks_take_a_time_that_grows_with_them() -> None:
    signals = networks(400, 300)
    measured = measure(signals)
    begun = dt.datetime.now(dt.UTC)
    find_outages(measured.picks, measured.expected)
    assert dt.datetime.now(dt.UTC) - begun < dt.timedelta(seconds=5)


def test_networks_that_fall_while_their_country_s_own_series_stands_are_no_blackout_of_it() -> None:
    networks = [part(f"IR/AS{number}", NIGHT) for number in range(6)]
    (outage,) = outages_of(part("IR"), *networks)
    assert (outage["place"], outage["kind"], len(outage["places"])) == ("IR", "partial", 6)
    assert outage["fell"] == outage["stayed"] == ["bgp"]
