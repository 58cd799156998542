from dataclasses import replace

from temoin.evidence import Finding, Settle
from temoin.words import same

FINDING = Finding("claims", "claims.sum/1", ("a", "b"), same("the sum holds"), {"tolerance": 1}, {"total": 3})


def test_an_id_is_drawn_from_method_parameters_and_evidence() -> None:
    assert FINDING.id != replace(FINDING, method="claims.sum/2").id
    assert FINDING.id != replace(FINDING, parameters={"tolerance": 2}).id
    assert FINDING.id != replace(FINDING, evidence=("a",)).id


def test_an_id_is_never_drawn_from_numbers_words_or_verdict() -> None:
    other = replace(FINDING, numbers={"total": 4}, words=same("it does not"), verdict="disagrees", because="sum")
    assert other.id == FINDING.id


def test_a_record_holds_the_stable_fields_and_its_numbers_at_top_level() -> None:
    settle = Settle(same("the annex"), same("the ministry"), same("Could you send it?"))
    record = replace(FINDING, verdict="cannot_tell", because="missing", settle=settle).record()
    stable = "type id source lens method verdict because words evidence settle"
    assert set(stable.split()) <= set(record)
    assert record["total"] == 3
    assert record["settle"]["holder"] == {"fr": "the ministry", "en": "the ministry"}
