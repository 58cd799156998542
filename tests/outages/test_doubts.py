"""What a failing instrument is said to be, in words."""

import polars as pl

from temoin.outages import find_outages, measure, outage_findings, sample, watch
from temoin.outages.doubts import instrument_findings


def country(place: str, *, left: float = 100, signal: str = "search") -> pl.DataFrame:
    values = [9000.0] * 24 * 18
    values[24 * 16 : 24 * 16 + 6] = [90 * left] * 6
    return sample.series(values, signal=signal, place=place)


def test_the_finding_says_it_in_words() -> None:
    series = [*(country(place, left=30) for place in ("IR", "FR", "BR")), country("JP")]
    measured = measure(pl.concat(series))
    outages = find_outages(measured.picks, measured.expected)
    (finding,) = outage_findings(outages, measured.picks, watched=watch(measured.expected))
    assert finding.method == "outages.instrument/1"
    assert finding.words.en == (
        "Signal “Google search”: the same drop at once, on 20 March 2024, 00:00 (UTC), in 3 unrelated countries "
        "(Brazil, France, Iran), of 4 that it watched then (stayed: Japan). This points to the instrument, not to "
        "these countries: by themselves these falls make no outage."
    )
    assert "3 pays sans lien entre eux (Brésil, France, Iran), sur 4 qu’il observait alors (restés" in finding.words.fr
    assert len(finding.evidence) == 1
    (bare,) = outage_findings(outages, measured.picks)
    assert (bare.id, bare.numbers["stayed_places"]) == (finding.id, None)


def test_two_signals_that_failed_are_two_findings() -> None:
    fallen = [country(place, left=30, signal=name) for place in ("IR", "FR", "BR") for name in ("search", "telescope")]
    found = instrument_findings(measure(pl.concat(fallen)).picks)
    assert [finding.numbers["signal"] for finding in found] == ["search", "telescope"]
    assert len({finding.id for finding in found}) == 2


def test_without_doubt_nothing_is_said() -> None:
    assert instrument_findings(measure(country("IR", left=30)).picks) == []
