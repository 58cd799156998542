"""Dates that addresses bear, and numbers that are none."""

import pytest

from temoin.documents.addresses import date_in_address


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://journal.example/2031/05/08/le-reseau", "2031-05-08"),
        ("https://journal.example/20310508/le-reseau", "2031-05-08"),
        ("https://journal.example/reseau-2031-05-08.html", "2031-05-08"),
        ("https://journal.example/lire?id=77&date=2031-05-08", "2031-05-08"),
        ("https://journal.example/lire?pubdate=20310508", "2031-05-08"),
        ("https://journal.example/2031/05/le-reseau", "2031-05"),
        ("https://archive.example/web/20310601103000/https://journal.example/2031/05/08/reseau", "2031-05-08"),
    ],
)
def test_a_date_in_an_address_is_read_with_its_place(address, day):
    found = date_in_address(address)
    assert found is not None
    assert found.value.text == day
    assert address[found.start : found.end].replace("/", "-").replace("-", "") == day.replace("-", "")


@pytest.mark.parametrize(
    "address",
    [
        "https://journal.example/08/05/2031/le-reseau",
        "https://journal.example/2031/02/31/le-reseau",
        "https://journal.example/article-123456789",
        "https://journal.example/2031",
        "https://journal.example/2031/05/08/from-2030/04/07/",
        "https://[broken",
        "no address at all",
        "",
    ],
)
def test_what_is_no_date_or_several_is_left_alone(address):
    assert date_in_address(address) is None
