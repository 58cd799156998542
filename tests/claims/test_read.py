import json

import pytest

from temoin.claims import records, sample


def place_of(text, figure, **known):
    (found,) = (one for one in sample.read(text, **known) if one.text.startswith(figure))
    return found.place


def test_positions_count_code_points_and_the_quote_is_the_sentence():
    text = "🌍 Rien. La panne a coûté 1,5 million d’euros. Fin."
    (found,) = sample.read(text)
    assert text[found.start : found.end] == found.text == "1,5 million d’euros"
    assert text[found.quote_start :].startswith(found.quote)
    assert found.quote == "La panne a coûté 1,5 million d’euros."


def test_ids_are_unique_within_a_document():
    found = sample.read("Le 5 janvier 2022 à 10h30 (UTC), 12 villes et 12 villes, soit 12 % et 3 €.")
    assert len({one.id for one in found}) == len(found) == 5


def test_the_place_is_that_of_the_sentence_then_of_the_paragraph_then_of_the_text():
    text = (
        "Le Mali compte 12 villes. Il y a 13 villes.\n\nAu Togo, 14 villes.\n\nAu Mali, on sait.\n\nEn tout, 15 villes."
    )
    assert [place_of(text, figure) for figure in ("12", "13", "14", "15")] == ["ML", "ML", "TG", "ML"]


def test_in_a_list_of_countries_each_figure_goes_with_the_one_before_it():
    text = "Le Mali (12 villes), le Togo (13 villes)."
    assert [place_of(text, "12"), place_of(text, "13")] == ["ML", "TG"]


def test_a_text_about_several_countries_gives_no_place_to_a_figure_that_names_none():
    assert place_of("Le Mali parle.\n\nLe Togo parle.\n\nEn tout, 15 villes.", "15") is None


def test_the_place_of_the_source_holds_where_the_text_names_none():
    assert place_of("En tout, 15 villes.", "15", place="KZ") == "KZ"


def test_the_dollars_of_a_country_do_not_make_it_the_place():
    text = "In Mali it cost 3 million US dollars and hit 12 towns."
    assert place_of(text, "12", language="en") == "ML"


def test_a_figure_far_from_any_full_stop_still_has_a_short_quote():
    found = sample.read("| 1 234 | " * 2000)
    assert len(found) == 2000
    assert max(len(one.quote) for one in found) <= 1000
    assert all(one.text in one.quote for one in found)


@pytest.mark.parametrize("text", ["", " \n ", "Rien."])
def test_a_text_without_figures_has_no_statement(text):
    assert sample.read(text) == []


def test_records_hold_numbers_money_as_text_and_dates_as_iso():
    text = "Au Mali, le 5 janvier 2022, la panne a coûté 3,5 millions d’euros, touché 12 villes et 18,5 % du trafic."
    lines = records(sample.read(text))
    assert [line["value"] for line in lines] == ["2022-01-05", "3500000", 12, 18.5]
    assert [line["kind"] for line in lines] == ["date", "money", "count", "percent"]
    assert json.dumps(lines)


def test_a_vague_record_has_a_low_bound_and_neither_value_nor_high():
    (line,) = records(sample.read("des dizaines de morts"))
    assert (line["value"], line["low"], line["high"], line["qualifier"]) == (None, 20, None, "vague")


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        pytest.param("En avril 2019, 12 villes sont coupées.", "2019-04", id="the only day of the sentence"),
        pytest.param("En 2019 puis en 2020, 12 villes sont coupées.", None, id="two days"),
        pytest.param("C’est 12 villes de moins qu’en 2019.", None, id="a comparison"),
        pytest.param("12 villes sont coupées.", None, id="no day"),
    ],
)
def test_a_figure_holds_at_the_only_day_its_sentence_names(text, as_of):
    (found,) = (one for one in sample.read(text) if one.kind == "count")
    assert found.as_of == as_of


@pytest.mark.parametrize("language", ["ar", "ru", "es", "de", "zh", "pt", "sw", "xx"])
def test_a_text_in_another_language_is_read_for_its_digits(language):
    (money,) = (one for one in sample.read("2024-03-05: 450 000 EUR", language=language) if one.kind == "money")
    assert (money.value, money.unit) == ("450000", "EUR")
