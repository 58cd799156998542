"""One figure told twice."""

from dataclasses import replace

from temoin.claims.checks.repeats import check_repeats

from .making import marked, page

TEXT = "Aveline a 376 000 abonnés. Plus loin, elle en a 367 000."


def told(second="367 000", value=367_000, **fields):
    known = {"entity": "Aveline Corvane", "attribute": "followers", "platform": "Instagram"} | fields
    first = marked(TEXT, "376 000 abonnés", 376_000, "abonnés", **known)
    return page(TEXT, first, replace(marked(TEXT, second, value, "abonné", **known), attributed_to=None))


def test_two_values_of_one_day_disagree():
    (found,) = check_repeats(told(as_of="2021-06-01"))
    assert (found.verdict, found.because) == ("disagrees", "stale")
    assert found.numbers["values"] == ["376000", "367000"]


def test_without_a_date_it_cannot_be_told():
    (found,) = check_repeats(told())
    assert found.verdict == "cannot_tell"


def test_the_same_value_or_a_rounded_one_says_nothing():
    assert check_repeats(told(value=376_000, as_of="2021-06-01")) == []
    assert check_repeats(told(as_of="2021-06-01", qualifier="about")) == []


def test_two_values_of_one_sentence_are_set_against_each_other():
    text = "Aveline passe de 367 000 à 376 000 abonnés."
    known = {"entity": "Aveline Corvane", "attribute": "followers", "platform": "Instagram", "as_of": "2021-06-01"}
    figures = [
        marked(text, printed, int(printed.replace(" ", "")), "abonnés", **known) for printed in ("367 000", "376 000")
    ]
    assert check_repeats(page(text, *figures)) == []


def test_the_day_of_publication_is_no_date_of_a_figure():
    here = told(as_of="2021-06-01")
    (found,) = check_repeats(page(TEXT, *here.statements, published="2021-06-01"))
    assert found.verdict == "cannot_tell"


def test_a_country_or_an_unknown_attribute_is_not_one_thing():
    assert check_repeats(told(entity="Kazakhstan")) == []
    assert check_repeats(told(attribute="count", as_of="2021-06-01")) == []
    assert check_repeats(told(entity=None, as_of="2021-06-01")) == []
