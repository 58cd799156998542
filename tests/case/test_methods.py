"""The pages of all methods: what findings and statements name is there once, whole, in both languages."""

import re

import pytest

from temoin import corroborate, outages
from temoin.case.methods import METHODS
from temoin.claims import sample

NAMES = [method.name for method in METHODS]


def test_a_name_is_a_room_s_and_stands_once():
    assert len(set(NAMES)) == len(NAMES)
    assert all(re.fullmatch(r"(outages|claims|corroborate)\.[a-z_]+/[1-9]\d*", name) for name in NAMES)


@pytest.mark.parametrize("method", METHODS, ids=NAMES)
def test_a_page_says_in_both_languages_what_it_does_and_what_it_cannot(method):
    for words in (method.title, method.does, method.limits):
        assert words.fr.strip()
        assert words.en.strip()
        assert words.fr != words.en
    assert len(method.limits.en) > 40


@pytest.mark.parametrize("method", METHODS, ids=NAMES)
def test_a_page_names_what_it_follows_and_each_parameter_once(method):
    assert all(reference.strip() for reference in method.references)
    assert method.references
    names = [name for name, _value in method.parameters]
    assert len(set(names)) == len(names)
    assert all(value.strip() for _name, value in method.parameters)


@pytest.mark.parametrize("method", METHODS, ids=NAMES)
def test_french_is_typeset_with_its_signs(method):
    for words in (method.title, method.does, method.limits):
        assert "'" not in words.fr
        assert not re.search(r"\w[;:!?»]|«\w", words.fr)


def test_what_is_printed_names_a_page_that_is_there():
    read = sample.read("Selon NetMesure, 12 % du réseau tombent le 5 janvier 2022 à 10h30 (UTC).")
    assert {statement.extractor for statement in read} <= set(NAMES)
    assert {"claims.figures/2", "claims.times/2"} <= {statement.extractor for statement in read}
    assert {method.name for room in (outages, corroborate) for method in room.METHODS} < set(NAMES)
