"""Countries named in a text: the right country, the exact words, and nobody where the words only look so."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.world import COUNTRIES, find_countries
from temoin.world.forms import read_forms
from temoin.world.mentions import _findable


def named(text):
    return [(item.iso2, text[item.start : item.end], item.how) for item in find_countries(text)]


FOUND = {
    "a French name after an elision": ("l’Iran", [("IR", "Iran", "name")]),
    "an English possessive": ("Iran's internet", [("IR", "Iran", "name")]),
    "a feminine adjective": ("la presse kazakhe", [("KZ", "kazakhe", "demonym")]),
    "a French noun": ("les Marocains", [("MA", "Marocains", "demonym")]),
    "an English adjective": ("Chinese officials", [("CN", "Chinese", "demonym")]),
    "a city under two names": ("Nur-Sultan (Astana)", [("KZ", "Nur-Sultan", "city"), ("KZ", "Astana", "city")]),
    "capitals without accents": ("AUX ETATS-UNIS", [("US", "ETATS-UNIS", "name")]),
    "capitals with accents": ("AUX ÉTATS-UNIS", [("US", "ÉTATS-UNIS", "name")]),
    "a straight apostrophe": ("Cote d'Ivoire", [("CI", "Cote d'Ivoire", "name")]),
    "a name across a line": ("en Burkina\nFaso", [("BF", "Burkina\nFaso", "name")]),
    "a no-break space": ("Arabie\u00a0saoudite", [("SA", "Arabie\u00a0saoudite", "name")]),
    "the Congo of Kinshasa": ("en RDC", [("CD", "RDC", "name")]),
    "a formal name": ("République du Kazakhstan", [("KZ", "République du Kazakhstan", "name")]),
    "an abbreviation with points": ("the U.S. said", [("US", "U.S.", "name")]),
    "two abbreviations": ("US-UK talks", [("US", "US", "name"), ("GB", "UK", "name")]),
    "two that touch by a hyphen": ("Franco-Moroccan", [("MA", "Moroccan", "demonym")]),
    "Jordan away from names": ("The internet in Jordan was cut", [("JO", "Jordan", "name")]),
    "Chad at the beginning": ("Chad was offline", [("TD", "Chad", "name")]),
    "a country called as a first name": ("à la Dominique", [("DM", "la Dominique", "name")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_finds(text, expected):
    assert named(text) == expected


NOBODY = {
    "a country inside a word": "machine, roman, Nigerlandia, Chadian2, omanut",
    "common words in small letters": "turkey, china, jordan, chad, polish, mali, cuba",
    "people": "Michael Jordan, Chad Wolf, Jordan Bardella et Dominique Strauss",
    "seas and rivers": "golfe d’Oman, mer de Chine méridionale, delta du Niger, Gulf of Guinea",
    "institutions": "Georgia Tech, Agence France-Presse, the Washington Post",
    "parts of the world": "Latin American, sud-américaines, l’océan Indien",
    "a language": "en chinois, en arabe",
    "a name that two share": "au Congo, en Corée",
    "a shout": "CONTACT US NOW",
    "an amount": "US$5",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_names_nobody_in(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Niger et Nigeria", ["NE", "NG"]),
        ("nigérien, nigérian", ["NE", "NG"]),
        ("Guinée, Guinée-Bissau, Guinée équatoriale, Papouasie-Nouvelle-Guinée", ["GN", "GW", "GQ", "PG"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["GN", "GW", "GQ", "PG"]),
        ("Sudan, South Sudan, soudanais, sud-soudanais", ["SD", "SS", "SD", "SS"]),
        ("North Korea, République de Corée, nord-coréen", ["KP", "KR", "KP"]),
        ("République du Congo et République démocratique du Congo", ["CG", "CD"]),
        ("Samoa américaines, Samoa", ["AS", "WS"]),
        ("French Guiana, France", ["GF", "FR"]),
    ],
)
def test_the_longest_reading_wins(text, codes):
    assert [item.iso2 for item in find_countries(text)] == codes


def test_accents_written_as_separate_marks_are_read_and_counted():
    text = unicodedata.normalize("NFD", "Un Égyptien à Téhéran, né")
    assert named(text) == [
        ("EG", unicodedata.normalize("NFD", "Égyptien"), "demonym"),
        ("IR", unicodedata.normalize("NFD", "Téhéran"), "city"),
    ]


# Common words, saints and a garment as well: left out of sentences on purpose.
NOT_IN_SENTENCES = {"BL", "GG", "JE", "MF", "RE"}
IN_SENTENCES = [item for item in COUNTRIES if item.iso2 not in NOT_IN_SENTENCES and "(" not in item.name.en]


@pytest.mark.parametrize("item", IN_SENTENCES, ids=[item.iso2 for item in IN_SENTENCES])
def test_every_country_is_found_by_its_english_name(item):
    assert [mention.iso2 for mention in find_countries(f"news from {item.name.en} today")] == [item.iso2]


def test_no_form_belongs_to_two_countries_in_sentences():
    countries = {}
    for form in read_forms():
        if form.how in ("name", "city", "demonym"):
            countries.setdefault(form.text.casefold(), set()).add(form.iso2)
    assert {text: codes for text, codes in countries.items() if len(codes) > 1} == {}


def test_every_form_names_a_known_country_and_a_phrase_names_none():
    codes = {item.iso2 for item in COUNTRIES}
    for form in read_forms():
        assert (form.iso2 in codes) != (form.how == "none"), form


KNOWN = sorted(text for text, form in _findable().items() if form.how != "none")


@given(st.lists(st.sampled_from(KNOWN) | st.text(max_size=12), max_size=8))
def test_mentions_are_in_order_never_overlap_and_are_words_of_the_text(pieces):
    text = " ; ".join(pieces)
    end = 0
    for item in find_countries(text):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start].isalpha()
        assert item.start == 0 or not (text[item.start - 1].isalnum() or text[item.start - 1] == "_")
        assert item.end == len(text) or not (text[item.end].isalnum() or text[item.end] == "_")
        end = item.end


@given(st.sampled_from(KNOWN), st.sampled_from(["", "x ", "«\u00a0", "(\n", "e\u0301te\u0301, "]))
def test_offsets_slice_to_the_words_whatever_stands_before(form, before):
    text = f"{before}{form}."
    for item in find_countries(text):
        assert text[item.start : item.end] in form


def test_a_long_text_gives_what_each_of_its_parts_gives():
    part = "Le Kazakhstan a coupé Internet à Almaty ; the Iranian network fell in Tehran, said a spokesman. "
    once = [(item.iso2, item.start, item.end) for item in find_countries(part)]
    often = [(item.iso2, item.start, item.end) for item in find_countries(part * 50)]
    shifted = [
        (iso2, start + len(part) * rank, end + len(part) * rank) for rank in range(50) for iso2, start, end in once
    ]
    assert often == shifted


def test_an_article_on_kazakhstan_is_mostly_about_kazakhstan(shared):
    text = shared("seeds/000_471bdb00d92684e8.txt").read_text(encoding="utf-8")
    codes = [item.iso2 for item in find_countries(text)]
    assert codes.count("KZ") / len(codes) > 0.8
