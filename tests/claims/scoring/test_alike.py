"""What counts as the same value, unit, entity and attribute."""

import pytest

from temoin.claims.scoring.alike import same_attribute, same_entity, same_unit, same_value
from temoin.claims.scoring.labels import Label
from temoin.evidence import Statement


def a_label(kind, value, **said):
    fields = {"unit": None, "entity": None, "attribute": None, "as_of": None, "attributed_to": None, "claim": True}
    return Label("L", 0, 9, "x", kind, value, **(fields | said))


def a_statement(kind, value=None, attribute="count", **said):
    return Statement("s", "t", 0, 9, "x", kind, attribute, "claims.figures/1", "x", 0, value=value, **said)


@pytest.mark.parametrize(
    ("label", "statement", "same"),
    [
        pytest.param(a_label("percent", 0.18), a_statement("percent", "18"), True, id="a share and its percentage"),
        pytest.param(a_label("percent", -0.1), a_statement("percent", "10"), True, id="the sign aside"),
        pytest.param(a_label("count", 1000.0), a_statement("count", "1000.5"), True, id="within a thousandth"),
        pytest.param(a_label("count", 1000.0), a_statement("count", "1002"), False, id="further than a thousandth"),
        pytest.param(a_label("count", (20, None)), a_statement("count", low="20"), True, id="a vague count"),
        pytest.param(a_label("count", (20, None)), a_statement("count", low="20", high="90"), False, id="bounded"),
        pytest.param(a_label("count", 5.0), a_statement("date", "2005"), False, id="a date is no count"),
        pytest.param(a_label("date", "2019-03"), a_statement("date", "2019-03"), True, id="a month"),
        pytest.param(a_label("date", "2019-03"), a_statement("date", "2019-03-01"), False, id="finer than printed"),
        pytest.param(
            a_label("datetime", "2022-01-05T16:30:00+06:00"),
            a_statement("datetime", "2022-01-05T10:30:00Z"),
            True,
            id="one moment in two zones",
        ),
        pytest.param(
            a_label("datetime", "2020-10-26T21:31"),
            a_statement("datetime", low="2020-10-26T07:31:00Z", high="2020-10-27T09:31:00Z"),
            True,
            id="a clock without a zone within its bounds",
        ),
        pytest.param(
            a_label("datetime", "2020-10-26T21:31"),
            a_statement("datetime", low="2020-11-26T07:31:00Z", high="2020-11-27T09:31:00Z"),
            False,
            id="bounds of another day",
        ),
        pytest.param(a_label("time_vague", None), a_statement("datetime"), True, id="no value on either side"),
    ],
)
def test_values(label, statement, same):
    assert same_value(label, statement) is same


@pytest.mark.parametrize(
    ("label", "statement", "same"),
    [
        pytest.param(a_label("money", 1, unit="USD"), a_statement("money", unit="USD"), True, id="one currency"),
        pytest.param(a_label("money", 1, unit="USD"), a_statement("money", unit="CAD"), False, id="two dollars"),
        pytest.param(a_label("count", 1, unit="abonnés"), a_statement("count", unit="followers"), True, id="languages"),
        pytest.param(a_label("count", 1, unit="abonnés"), a_statement("count", unit="friends"), False, id="friends"),
        pytest.param(a_label("count", 1, unit="abonnés"), a_statement("count"), False, id="no unit read"),
        pytest.param(a_label("duration", 1, unit="heures"), a_statement("duration", unit="h"), True, id="hours"),
    ],
)
def test_units(label, statement, same):
    assert same_unit(label, statement) is same


@pytest.mark.parametrize(
    ("said", "read", "same"),
    [
        ("Soudan", "Sudan", True),
        ("Kassym-Jomart Tokayev", "Tokayev", True),
        ("Instagram", "Kazakhstan", False),
        ("Instagram", None, False),
    ],
)
def test_entities(said, read, same):
    assert same_entity(a_label("count", 1, entity=said), a_statement("count", entity=read)) is same


@pytest.mark.parametrize(
    ("said", "read", "same"),
    [
        ("coût des blocages", "cost", True),
        ("abonnés Twitter", "Twitter followers", True),
        ("abonnés Twitter", "Twitter friends", False),
        ("durée de la coupure", "outage duration", True),
        ("age", "count", False),
    ],
)
def test_attributes(said, read, same):
    assert same_attribute(a_label("count", 1, attribute=said), a_statement("count", attribute=read)) is same
