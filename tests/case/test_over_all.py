import pytest

from temoin.case.over_all import said_over_all
from temoin.documents.tables.headers import parse_meaning
from temoin.errors import InputError


def over_all(name, text, **columns):
    found = said_over_all(name, text, {column: parse_meaning(meaning) for column, meaning in columns.items()})
    return {column: str(meaning or "") for column, meaning in found.items()}


def test_a_constant_goes_to_every_column_of_counts():
    found = over_all(
        "@account", "Lumen, Ada", Compte="account", Abonnés="value,measure:followers", Vues="measure:views"
    )
    assert found == {
        "Compte": "account",
        "Abonnés": 'value,measure:followers,"account:Lumen, Ada"',
        "Vues": 'value,measure:views,"account:Lumen, Ada"',
    }


def test_what_a_header_says_itself_stays():
    found = over_all("@measure", "measure:followers", Vues="value,measure:views", Facebook="value,platform:Facebook")
    assert found == {"Vues": "value,measure:views", "Facebook": "value,measure:followers,platform:Facebook"}


def test_a_later_answer_takes_the_place_of_an_earlier_one():
    assert over_all("@account", "Bo", Abonnés="value,account:Ada") == {"Abonnés": "value,account:Bo"}


@pytest.mark.parametrize(
    ("name", "text"), [("@payer", "Ada"), ("@observed_at", "hier"), ("@currency", "dollars")], ids=str
)
def test_what_fits_no_column_or_cannot_be_is_refused(name, text):
    with pytest.raises(InputError):
        over_all(name, text, Abonnés="value,measure:followers")
