"""Statements as lines of JSON: the promised fields, a number as a number, money as text."""

import json

from temoin.claims import sample
from temoin.claims.records import records

FIELDS = (
    "type id source start end text kind value low high unit qualifier entity attribute as_of attributed_to through "
    "platform target means claim"
).split()


def lines(text):
    return {line["kind"]: line for line in records(sample.read(text))}


def test_a_line_has_the_promised_fields_in_order():
    (line,) = lines("La panne a duré 92 heures.").values()
    assert list(line) == FIELDS


def test_numbers_are_numbers_and_money_and_dates_are_text():
    found = lines("Le 5 janvier 2022, 12,5 % du réseau tombent, 300 000 abonnés perdent 4,50 euros.")
    assert found["percent"]["value"] == 12.5
    assert found["count"]["value"] == 300_000
    assert isinstance(found["count"]["value"], int)
    assert found["money"]["value"] in {"4.5", "4.50"}
    assert found["date"]["value"] == "2022-01-05"


def test_what_is_vague_is_null_and_never_zero():
    line = lines("Des dizaines de morts.")["count"]
    assert (line["value"], line["low"], line["high"], line["qualifier"]) == (None, 20, None, "vague")


def test_every_line_goes_through_json_and_back():
    for line in records(sample.read("Selon NetMesure, 12,5 % du réseau et des dizaines de villes, le 5 janvier 2022.")):
        assert json.loads(json.dumps(line, allow_nan=False)) == line
