"""People affected: bounds, never a point, never a sum of networks."""

import numpy as np
import polars as pl
import pytest

from temoin import world
from temoin.outages import NETWORKS, find_outages, measure, people_affected, people_findings, sample

NIGHT = slice(24 * 15, 24 * 15 + 8)


def part(place: str, *, left: float = 100.0) -> pl.DataFrame:
    values = [1000.0] * 24 * 17
    values[NIGHT] = [10 * left] * 8
    return sample.series(values, signal="bgp", place=place)


def networks(**users: int | None) -> pl.DataFrame:
    return NETWORKS.frame(
        [
            {
                "source": "table", "row": rank, "asn": int(name.removeprefix("AS")), "country": "IR",
                "operator": f"Operator {rank}", "access": "mobile", "users": count,
                "users_source": "A made-up estimate" if count else None, "users_date": "2023" if count else None,
            }
            for rank, (name, count) in enumerate(users.items(), start=1)
        ]
    )  # fmt: skip


def bounds(*series: pl.DataFrame, told: pl.DataFrame | None = None) -> list[dict[str, object]]:
    measured = measure(pl.concat(series), networks=told)
    outages = find_outages(measured.picks, measured.expected, networks=told)
    return list(people_affected(outages, measured.picks, networks=told).iter_rows(named=True))


def findings(*series: pl.DataFrame, told: pl.DataFrame | None = None):
    measured = measure(pl.concat(series), networks=told)
    outages = find_outages(measured.picks, measured.expected, networks=told)
    return people_findings(outages, measured.picks, networks=told)


FALLEN = [part("IR/AS1", left=10), part("IR/AS2", left=50), part("IR/AS3", left=2), part("IR/AS4", left=2)]


def test_at_least_the_users_of_the_most_affected_network_and_never_their_sum() -> None:
    (row,) = bounds(*FALLEN, told=networks(AS1=1_000_000, AS2=1_500_000, AS3=100_000, AS4=None))
    assert (row["low"], row["network"]) == (900_000, "IR/AS1")
    assert row["network_depth"] == pytest.approx(0.9)
    assert row["users_source"] == "A made-up estimate, 2023"
    assert row["evidence"] == ["table#row=1"]


def test_at_most_the_internet_users_of_the_country_of_the_last_year_known() -> None:
    (row,) = bounds(*FALLEN)
    share = world.figure("IR", "internet_users_share", int(str(row["national_year"])))
    people = world.figure("IR", "population", int(str(row["national_year"])))
    assert share is not None
    assert people is not None
    assert row["high"] == int(np.ceil(float(share.value / 100 * people.value)))
    assert int(str(row["national_year"])) <= 2024
    assert (row["low"], row["network"], row["evidence"]) == (None, None, [])


def test_one_network_alone_affects_its_own_users_at_most() -> None:
    (row,) = bounds(part("AS1", left=10), told=networks(AS1=1_000_000))
    assert (row["low"], row["high"]) == (900_000, 1_000_000)


def test_nothing_is_said_of_a_place_without_country_or_table() -> None:
    assert bounds(part("Atlasie", left=3)) == []


def test_the_words_name_both_bounds_their_sources_and_years() -> None:
    (finding,) = findings(*FALLEN, told=networks(AS1=1_000_000))
    assert finding.method == "outages.people/1"
    assert finding.verdict is None
    assert finding.words.en.startswith(
        "Iran, people affected: at least 900,000 (90% of the users of AS1, 1,000,000 by A made-up estimate, 2023); "
        "at most "
    )
    assert "(internet users of the country in 20" in finding.words.en
    assert "World Bank" in finding.words.en
    assert "au moins 900\u202f000 (90\xa0% des usagers de AS1" in finding.words.fr
    assert "jamais une somme" in finding.words.fr


def test_an_estimate_above_the_country_s_figure_cannot_be_told() -> None:
    (finding,) = findings(*FALLEN, told=networks(AS1=500_000_000))
    assert (finding.verdict, finding.because) == ("cannot_tell", "denominator")
    assert finding.settle is not None
    assert (finding.numbers["people_low"], finding.numbers["people_high"]) == (450_000_000, None)


def test_outages_of_which_the_same_is_said_share_a_finding() -> None:
    values = [1000.0] * 24 * 24
    for day in (15, 17, 19):
        values[24 * day : 24 * day + 8] = [20.0] * 8
    (finding,) = findings(sample.series(values, signal="bgp", place="IR"))
    assert len(finding.evidence) == 3
    assert "No lower bound" in finding.words.en


def test_a_region_is_not_told_the_number_of_its_country() -> None:
    assert len(bounds(part("IR/Fars", left=3))) == 1
    assert findings(part("IR/Fars", left=3)) == []
