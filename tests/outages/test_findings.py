"""Outages in words, in both languages, with the fields of the command line."""

import datetime as dt
import re

import polars as pl
import pytest

from temoin.evidence.locator import parse_locator
from temoin.outages import NETWORKS, find_outages, measure, outage_findings, sample
from temoin.words import Words, typeset


def finding_of(signals: pl.DataFrame, **labels: Words):
    measured = measure(signals)
    return outage_findings(find_outages(measured.picks, measured.expected), measured.picks, labels=labels)[0]


def test_a_finding_carries_the_outage_s_id_and_its_fields() -> None:
    measured = measure(sample.one_night_down())
    outages = find_outages(measured.picks, measured.expected)
    (finding,) = outage_findings(outages, measured.picks)
    assert finding.id == outages["id"][0]
    assert finding.verdict is None
    assert finding.source == "synthetic"
    assert [str(parse_locator(reference)) for reference in finding.evidence] == list(finding.evidence)
    assert list(finding.numbers) == [
        "place", "began", "ended", "began_earliest", "began_latest", "state", "kind", "depth", "lost_hours",
        "confidence", "preferred", "picks", "fell", "stayed", "unmeasured", "campaign", "observed_until", "places",
        "parts", "signals_observed_until",
    ]  # fmt: skip
    assert finding.numbers["picks"][0] == {
        "signal": "active_probing", "began": "2024-03-19T20:00:00Z", "ended": "2024-03-20T04:00:00Z",
        "depth": pytest.approx(0.97, abs=0.01),
    }  # fmt: skip
    assert finding.numbers["signals_observed_until"]["active_probing"] == "2024-04-01T00:00:00Z"


def test_the_words_are_french_and_english_and_name_no_cause() -> None:
    words = finding_of(sample.one_night_down()).words
    assert words.fr.startswith(typeset("Atlasie : connexion perdue à 97\xa0% à partir du 19 mars 2024 à 20 h 00 (UTC)"))
    assert typeset("revenue le 20 mars 2024 à 4 h 00 (UTC)") in words.fr
    assert "back on 20 March 2024, 04:00 (UTC)" in words.en
    assert typeset("Resté : BGP") in words.fr
    assert not any(word in (words.fr + words.en).lower() for word in ("shutdown", "ordonn", "ordered"))


def test_what_is_not_yet_published_is_said_so() -> None:
    words = finding_of(sample.missing()).words
    assert typeset("suite pas encore publiée : dernière mesure le 19 mars 2024 à 23 h 00 (UTC)") in words.fr
    assert "not yet published: last measured on 19 March 2024, 23:00 (UTC)" in words.en


def test_a_partial_return_names_who_is_back_and_who_is_not() -> None:
    long = sample.series([9000.0] * 480 + [90.0] * 48)
    short = sample.series([9000.0] * 480 + [90.0] * 6 + [9000.0] * 42, signal="search")
    words = finding_of(pl.concat([long, short])).words
    assert typeset("retour partiel : recherche Google de nouveau là, sondage actif toujours pas") in words.fr
    assert "partial return: Google search back, active probing still not" in words.en


def test_a_label_given_wins_over_the_place_s_code() -> None:
    assert finding_of(sample.one_night_down(), Atlasie=Words("L’Atlasie", "Atlasia")).words.en.startswith("Atlasia: ")


def parts(place: str, count: int, fallen: int) -> pl.DataFrame:
    series = []
    for number in range(1, count + 1):
        values = [1000.0] * 24 * 17
        if number <= fallen:
            values[24 * 15 : 24 * 15 + 8] = [20.0] * 8
        series.append(sample.series(values, signal="bgp", place=f"{place}{number}"))
    return pl.concat(series)


def words_of(signals: pl.DataFrame, networks: pl.DataFrame | None = None) -> Words:
    measured = measure(signals, networks=networks)
    outages = find_outages(measured.picks, measured.expected, networks=networks)
    return outage_findings(outages, measured.picks, networks=networks)[0].words


def test_many_networks_are_five_names_and_a_count() -> None:
    words = words_of(parts("IR/AS", 30, 20))
    assert words.en.endswith(
        "Networks that fell with it: 20 of 30, among them AS1, AS10, AS11, AS12, AS13 and 15 more."
    )
    assert words.fr.endswith(
        "Réseaux tombés avec ce lieu\xa0: 20 sur 30, dont AS1, AS10, AS11, AS12, AS13 et 15 autres."
    )


def test_few_regions_are_all_named() -> None:
    words = words_of(parts("IR/Region ", 4, 3))
    assert words.en.endswith("Regions that fell with it: 3 of 4: Region 1, Region 2 and Region 3.")
    assert words.fr.endswith("Régions tombées avec ce lieu\xa0: 3 sur 4\xa0: Region 1, Region 2 et Region 3.")


def test_networks_that_the_country_hardly_feels_are_not_called_its_loss() -> None:
    words = words_of(parts("IR/AS", 300, 3))
    assert words.en.startswith(
        "Iran: 3 of 300 networks down from 19 March 2024, 00:00 (UTC), 1% of what the signal “BGP”"
    )
    assert words.fr.startswith("Iran\xa0: 3 sur 300 réseaux tombés à partir du 19 mars 2024")
    assert "less than 1%" in words_of(parts("IR/AS", 900, 3)).en


def test_a_network_is_called_by_its_operator_and_access() -> None:
    rows = [
        {"source": "t", "row": n, "asn": n, "country": "IR", "operator": f"Firm {n}", "access": "mobile"}
        for n in (1, 2, 3)
    ]
    told = NETWORKS.frame(rows)
    assert "Network: Firm 1, mobile." in words_of(parts("AS", 1, 1), told).en
    assert "AS1 (Firm 1, mobile), AS2 (Firm 2, mobile) and AS3 (Firm 3, mobile)" in words_of(parts("AS", 3, 3), told).en


def test_signals_that_come_back_together_are_not_told_one_by_one() -> None:
    assert "Back:" not in words_of(sample.one_night_down()).en


def test_a_lasting_change_of_level_is_dated_by_its_day_and_called_what_it_is() -> None:
    loss = sample.Loss(sample.moment(70), sample.moment(200), 0.4)
    signals = sample.curve("youtube", (loss,), days=150, step=dt.timedelta(hours=2))
    found = measure(signals)
    finding = min(
        outage_findings(find_outages(found.picks, found.expected), found.picks), key=lambda one: one.numbers["began"]
    )
    assert finding.numbers["kind"] == "throttling"
    assert "connexion perdue" not in finding.words.fr
    assert re.match(r"Atlasie.: niveau plus bas de \d\d.% depuis le 13 mai 2024, d’après le signal", finding.words.fr)
    assert re.match(r"Atlasie: a level \d\d% lower since 13 May 2024, according to", finding.words.en)
    assert ":00" not in finding.words.en


def test_picks_have_one_entry_a_signal_with_four_fields() -> None:
    measured = measure(sample.one_night_down())
    (finding,) = outage_findings(find_outages(measured.picks, measured.expected), measured.picks)
    assert {tuple(pick) for pick in finding.numbers["picks"]} == {("signal", "began", "ended", "depth")}
    named = [pick["signal"] for pick in finding.numbers["picks"]]
    assert sorted(named) == sorted(set(named)) == sorted(finding.numbers["signals_observed_until"])
