"""Outages in words, in both languages, with the fields of the command line."""

import polars as pl
import pytest

from temoin.evidence.locator import parse_locator
from temoin.outages import find_outages, measure, outage_findings, sample
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
        "parts",
    ]  # fmt: skip
    assert finding.numbers["picks"][0] == {
        "signal": "active_probing", "began": "2024-03-19T20:00:00Z", "ended": "2024-03-20T04:00:00Z",
        "depth": pytest.approx(0.97, abs=0.01), "observed_until": "2024-04-01T00:00:00Z",
    }  # fmt: skip


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
