"""A likeness as a finding: fields, words, and what it never says."""

import pytest

from temoin.outages import character_findings, characters, find_outages, measure, sample, watched_since


@pytest.fixture(scope="module")
def found():
    signals = sample.recurring()
    measured = measure(signals)
    outages = find_outages(measured.picks, measured.expected)
    told = characters(outages, measured.picks, since=watched_since(signals))
    return outages, character_findings(told, outages, measured.picks)


def test_a_finding_judges_nothing_and_rests_on_its_outage_and_rows(found) -> None:
    outages, findings = found
    assert [finding.numbers["outage"] for finding in findings] == outages["id"].to_list()
    assert all(finding.verdict is None and finding.method == "outages.character/1" for finding in findings)
    assert all(finding.evidence[0] == finding.numbers["outage"] for finding in findings)
    assert len({finding.id for finding in findings}) == len(findings)


def test_a_finding_prints_its_prior_its_range_and_its_ratio(found) -> None:
    numbers = found[1][3].numbers
    assert numbers["prior"] == 0.2129
    assert numbers["likeness_low"] <= numbers["likeness"] <= numbers["likeness_high"]
    assert numbers["likelihood_ratio"] > 10
    assert "campaign-near" in numbers["traits_present"]


def test_the_words_say_what_it_is_not(found) -> None:
    for finding in found[1]:
        assert "ce n’est pas une preuve d’ordre" in finding.words.fr
        assert "this is no proof of an order" in finding.words.en
        both = (finding.words.fr + finding.words.en).lower()
        assert not any(word in both for word in ("shutdown", "ordered", "ordonn", "government", "gouvernement"))


def test_every_trait_told_carries_its_rate(found) -> None:
    words = found[1][3].words.en
    assert "recounted on their list" in words
    assert "Bischof et al., SIGCOMM 2023" in words
    assert "Not known yet: " in words
