"""The lens as a whole: declared data, findings, and what importing it costs."""

import subprocess
import sys

import pytest

from temoin.evidence.locator import parse_locator
from temoin.outages import METHODS, Settings, find_outages, outage_findings, sample, survey
from temoin.outages.signals import KNOWN, signal_named


def test_every_alias_means_one_signal() -> None:
    names = [name for signal in KNOWN for name in (signal.name, *signal.aliases)]
    assert [signal_named(name).name for name in names] == [
        signal.name for signal in KNOWN for _ in (signal.name, *signal.aliases)
    ]


def test_every_signal_has_both_languages_and_a_unit() -> None:
    assert all(signal.label.fr and signal.label.en and signal.unit.fr and signal.unit.en for signal in KNOWN)


def test_every_method_has_limits_and_a_reference_and_every_parameter_belongs_to_one() -> None:
    assert all(method.limits.fr and method.limits.en and method.references for method in METHODS)
    shown = [name for method in METHODS for name, _ in method.parameters]
    assert sorted(shown) == sorted(Settings().record())


def test_a_finding_carries_the_outage_s_id_and_its_fields() -> None:
    measured = survey(sample.one_night_down())
    outages = find_outages(measured.picks, measured.expected)
    (finding,) = outage_findings(outages, measured.picks)
    assert finding.id == outages["id"][0]
    assert finding.verdict is None
    assert finding.source == "synthetic"
    assert [str(parse_locator(reference)) for reference in finding.evidence] == list(finding.evidence)
    assert list(finding.numbers) == [
        "place", "began", "ended", "began_earliest", "began_latest", "state", "kind", "depth", "lost_hours",
        "confidence", "preferred", "picks", "fell", "stayed", "unmeasured", "campaign", "observed_until",
    ]  # fmt: skip
    assert finding.numbers["picks"][0] == {
        "signal": "active_probing", "began": "2024-03-19T20:00:00Z", "ended": "2024-03-20T04:00:00Z",
        "depth": pytest.approx(0.97, abs=0.01),
    }  # fmt: skip


def test_the_words_are_french_and_english_and_name_no_cause() -> None:
    measured = survey(sample.one_night_down())
    (finding,) = outage_findings(find_outages(measured.picks, measured.expected), measured.picks)
    assert finding.words.fr.startswith("Atlasie : connexion perdue à 97\xa0% à partir du 19 mars 2024 à 20 h 00 (UTC)")
    assert "back on 20 March 2024, 04:00 (UTC)" in finding.words.en
    assert not any(word in (finding.words.fr + finding.words.en).lower() for word in ("shutdown", "ordonn", "ordered"))


def test_importing_the_lens_does_not_import_numba() -> None:
    code = "import sys, temoin.outages, temoin.outages.readers; print('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
