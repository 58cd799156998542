"""The dateline that opens a text, against what only looks like one."""

import pytest

from temoin.claims import sample
from temoin.claims.about.datelines import dateline_of


@pytest.mark.parametrize(
    ("text", "city", "day"),
    [
        pytest.param("Dakar, 14 novembre 2023 – Le réseau est coupé.", "Dakar", "14 novembre 2023", id="a dash"),
        pytest.param("Accra, 2 May 2024: The internet is cut.", "Accra", "2 May 2024", id="a colon"),
        pytest.param("Titre\nLomé, le 3 mai 2024 (TogoNet) – Rien.", "Lomé", "3 mai 2024", id="an agency"),
        pytest.param("NAIROBI, June 27 (Newswire) - Kenya will pay.", "NAIROBI", "June 27", id="capitals"),
    ],
)
def test_a_dateline_is_a_city_and_a_day_that_open_a_line(text, city, day):
    found = dateline_of(text)
    assert found is not None
    assert (text[slice(*found.city)], text[slice(*found.day)]) == (city, day)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dakar, 14 mai 2023 : Coupure.\nThiès, 15 mai 2023 : Coupure.", id="a chronology"),
        pytest.param("Le 14 novembre 2023, à Dakar – Tout est coupé.", id="prose"),
        pytest.param("Dakar, 14 novembre 2023", id="nothing behind"),
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text):
    assert dateline_of(text) is None


def test_the_day_of_a_dateline_is_of_the_page_and_never_of_the_outage():
    text = "Dakar, 14 novembre 2023 – Le gouvernement a coupé l’internet mobile du 31 juillet au 3 août."
    days = {one.text: (one.attribute, one.claim) for one in sample.read(text, published="2023-11-15")}
    assert days["14 novembre 2023"] == ("publication date", False)
    assert all(claim for said, (_, claim) in days.items() if said != "14 novembre 2023")
