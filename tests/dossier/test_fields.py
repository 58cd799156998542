import pytest

from temoin.dossier.fields import FIELDS, field_name, named_value
from temoin.outages import outage_findings, sample
from temoin.outages.measure.detect import measure
from temoin.outages.measure.events import find_outages
from temoin.words import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_of_an_outage_has_a_name_for_people(language: Language) -> None:
    found = measure(sample.one_night_down())
    (finding,) = outage_findings(find_outages(found.picks, found.expected), found.picks)
    unnamed = {name for name in finding.numbers if field_name(name, language) == name} - {"campaign"}
    assert unnamed <= {name for name in finding.numbers if name in FIELDS}


def test_signals_and_states_are_called_as_people_call_them() -> None:
    assert named_value("fell", ["active_probing"], "fr") == ["sondage actif"]
    assert named_value("state", "partial-return", "en") != "partial-return"
    assert named_value("state", "something new", "en") == "something new"
    assert named_value("picks", [{"signal": "bgp", "depth": 0.5}], "fr") == [{"signal": "BGP", "part perdue": 0.5}]
