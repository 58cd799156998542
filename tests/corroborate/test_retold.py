"""Tolls that two voices give otherwise, and audiences from date to date."""

import pytest

from temoin.claims import sample
from temoin.corroborate.figures import compare_figures
from temoin.corroborate.retold import compare_tolls, told_series

from .test_figures import says

TOLL = {"unit": "deaths", "attribute": "deaths", "entity": None, "place": "SN", "as_of": "2021-05-18"}
COUNCIL, CROSS = {"attributed_to": "conseil d’Aubrac"}, {"attributed_to": "Croix verte"}


def toll(value, voice, **fields):
    return says("a", value, **(TOLL | voice | fields))


def test_two_tolls_of_two_voices_are_told_with_both_names():
    (found,) = compare_tolls([toll(7, COUNCIL), toll(19, CROSS)], {"a" * 64: "L’Écho"})
    assert (found.verdict, found.because, found.numbers["change"]) == ("cannot_tell", "source", "toll")
    assert "conseil d’Aubrac (L’Écho)" in found.words.fr
    assert "Croix verte" in found.words.en
    assert found.settle is not None


def test_two_tolls_are_found_in_a_text_that_is_read():
    text = "Le bilan est de 7 morts, selon le ministère de la Santé. Le bilan est de 19 morts, selon Amnesty."
    assert len(compare_figures(sample.read(text, published="2021-05-20"))) == 1


@pytest.mark.parametrize(
    "other",
    [
        toll(7, CROSS),
        toll(19, COUNCIL),
        toll(19, {"attributed_to": None}),
        toll(19, CROSS, attribute="injuries"),
        toll(19, CROSS, place="TD"),
        toll(19, CROSS, as_of="2021-05-19"),
    ],
    ids=["the same", "one voice", "no voice", "another toll", "another place", "another date"],
)
def test_tolls_that_may_both_hold_are_not_told(other):
    assert compare_tolls([toll(7, COUNCIL), other], {}) == []


def test_an_audience_of_several_dates_is_a_series_in_order():
    told = [says("a", 256_000, platform="Facebook", as_of="2021-03-01")]
    told += [says("b", 281_000, platform="Facebook", as_of="2021-09-01")]
    told += [says("c", 310_000, platform="Facebook", as_of="2020-12-01")]
    (found,) = told_series(told)
    assert found.verdict is None
    assert [line["as_of"] for line in found.numbers["sources"]] == ["2020-12-01", "2021-03-01", "2021-09-01"]
    assert [one.numbers["change"] for one in compare_figures(told)] == ["series"]


def test_an_audience_of_one_source_or_of_one_value_is_no_series():
    one = says("a", 256_000, platform="Facebook", as_of="2021-03-01")
    assert told_series([one, says("a", 281_000, platform="Facebook", as_of="2021-09-01")]) == []
    assert told_series([one, says("b", 256_000, platform="Facebook", as_of="2021-09-01")]) == []
