import datetime as dt

import pytest

from temoin.claims.times.marks import mark
from temoin.claims.times.parts import find_parts


def parts(text):
    marked = mark(text)
    return [
        (text[part.start : part.end], part.first // dt.timedelta(hours=1), part.last // dt.timedelta(hours=1))
        for part in find_parts(text, marked.folded, marked.words)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("mercredi soir", [("soir", 16, 24)], id="after a weekday"),
        pytest.param("le 5 au soir", [("soir", 16, 24)], id="after a number"),
        pytest.param("en début de soirée", [("en début de soirée", 16, 21)], id="beginning"),
        pytest.param("en fin de matinée", [("en fin de matinée", 6, 13)], id="end"),
        pytest.param("le matin et le soir", [("le matin et le soir", 3, 24)], id="two are one"),
        pytest.param("dans la nuit", [("dans la nuit", 0, 32)], id="a night ends on the next day"),
        pytest.param("ce matin", [("matin", 3, 12)], id="this"),
        pytest.param("in the evening of 5 June", [("in the evening", 16, 24)], id="English"),
        pytest.param("overnight", [("overnight", 0, 32)], id="overnight"),
        pytest.param("hier après-midi", [("après-midi", 12, 19)], id="afternoon"),
    ],
)
def test_a_part_of_a_day_has_wide_hours(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le Soir de Valmora",
        "du matin au soir",
        "la nuit",
        "une nuit",
        "la journée s’achève",
        "à midi",
        "le matin-là"[:0],
    ],
    ids=["newspaper", "all day", "any night", "one night", "a day", "noon", "nothing"],
)
def test_what_is_no_part_of_a_day_told_is_left(text):
    assert parts(text) == []
