import pytest

from temoin.claims.about.headings import attribute_of_header, list_opened
from temoin.claims.about.passages import Passage


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        ("AMIS FACEBOOK", "Facebook friends"),
        ("Abonnés", "followers"),
        ("Coût total", "cost"),
        ("Durée (heures)", "outage duration"),
        ("Internautes", "people affected"),
        ("Rang global", "rank"),
        ("Tonnage", "tonnage"),
        ("", None),
    ],
)
def test_a_header_names_the_property_of_its_column(header, attribute):
    assert attribute_of_header(header) == attribute


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Voici les investissements des comtés :", "investment"),
        ("Voici les investissements des comtés.", None),
        ("Voici les comtés :", None),
    ],
)
def test_the_words_that_open_a_list_say_what_it_tells(text, attribute):
    assert list_opened(Passage(text, 0, len(text), 0, (), ())) == attribute
