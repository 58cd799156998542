"""Of which country a position speaks: the sentence first, the paragraph then, the whole text last."""

import pytest

from temoin.claims.about.subjects import Subjects
from temoin.claims.sentences import split_sentences
from temoin.world import find_countries

TWO_OF_THREE = "Au Sénégal, rien ne va.\n\nLe Sénégal attend 12 jours.\n\nLe Mali aussi."


def subjects(text, place=None):
    return Subjects(find_countries(text), split_sentences(text), place)


def place_of(text, mark, place=None):
    return subjects(text, place).place_at(text.index(mark))


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        pytest.param("Le Mali attend 12 jours.", "12", "ML", id="one country in the sentence"),
        pytest.param("Le Mali, puis le Sénégal 12 jours.", "12", "SN", id="the closest before the figure"),
        pytest.param("Le Mali tombe. Cela dure 12 jours.", "12", "ML", id="the paragraph names one alone"),
        pytest.param(
            "Le Mali et le Sénégal tombent. Cela dure 12 jours.", "12", None, id="the paragraph names two alike"
        ),
        pytest.param(f"{TWO_OF_THREE}\n\nCela dure 34 jours.", "34", "SN", id="more than half of the text"),
        pytest.param("Le Mali tombe.\n\nLe Sénégal aussi.\n\nCela dure 34 jours.", "34", None, id="half is not more"),
        pytest.param("Cela dure 34 jours.", "34", None, id="nobody is named"),
    ],
)
def test_the_closest_sure_country_holds(text, mark, expected):
    assert place_of(text, mark) == expected


def test_the_source_s_own_place_holds_only_where_the_paragraph_names_none():
    assert place_of("Cela dure 34 jours.", "34", place="KZ") == "KZ"
    assert place_of("Le Mali tombe. Cela dure 34 jours.", "34", place="KZ") == "ML"


def test_a_figure_before_two_countries_takes_only_the_text_s_main_one():
    text = f"{TWO_OF_THREE}\n\n34 jours au Mali ou au Sénégal."
    assert place_of(text, "34") == "SN"
    assert place_of("34 jours au Mali ou au Sénégal.", "34") is None


def test_a_paragraph_knows_its_countries_and_an_empty_text_none():
    text = "Le Mali tombe.\n\nLe Sénégal aussi."
    assert subjects(text).nearby(0) == {"ML"}
    assert subjects(text).nearby(len(text) - 1) == {"SN"}
    assert subjects("").nearby(0) == frozenset()
