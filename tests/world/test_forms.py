"""The table of the words that name countries: each row known, each form once, each phrase without a country."""

import csv
import unicodedata
from importlib.resources import files
from typing import get_args

import pytest

from temoin.world.forms import How, bare_words, read_forms


def test_every_row_has_its_four_cells_and_a_known_kind():
    with (files("temoin.world") / "country_forms.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["iso2", "how", "language", "form"]
    assert {len(row) for row in rows} == {4}
    assert {form.how for form in read_forms()} <= set(get_args(How))
    assert {form.language for form in read_forms()} <= {"fr", "en", ""}


def test_no_form_stands_twice_for_one_country_in_one_language():
    forms = read_forms()
    assert len(set(forms)) == len(forms)


def test_forms_are_written_as_texts_write_them():
    for form in read_forms():
        assert form.text == form.text.strip()
        assert form.text == unicodedata.normalize("NFC", form.text)
        assert bare_words(form.text), form


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Côte d’Ivoire", ["cote", "d", "ivoire"], id="accent and typographic apostrophe"),
        pytest.param("Timor-Leste", ["timor", "leste"], id="hyphen"),
        pytest.param("Türkıye", ["turkiye"], id="dotless i"),
        pytest.param("São Tomé & Príncipe", ["sao", "tome", "and", "principe"], id="ampersand"),
        pytest.param("Guinée\u202f-\u00a0Bissau", ["guinee", "bissau"], id="no-break spaces"),
        pytest.param("’ – ", [], id="no word"),
    ],
)
def test_names_are_compared_by_their_bare_words(text, words):
    assert bare_words(text) == words
