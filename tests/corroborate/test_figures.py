"""One figure by two sources."""

import json
from dataclasses import replace

import pytest

from temoin.claims.read import read_statements
from temoin.corroborate.figures import compare_figures
from temoin.evidence import Statement
from temoin.evidence.source import Reading
from temoin.period import PartialDate


def says(source, value, half=0, **fields):
    given = {"kind": "count", "unit": "followers", "attribute": "followers", "entity": "Aveline Corvane"} | fields
    quote = given.pop("quote", f"Elle en a {value}.")
    start = quote.index(str(value))
    bounds = {"value": str(value), "low": str(value - half), "high": str(value + half)}
    printed = str(value)
    return Statement(
        source * 64, "7" * 64, start, start + len(printed), printed, extractor="hand/1", quote=quote, quote_start=0,
        **(bounds | given),
    )  # fmt: skip


def test_two_values_of_one_day_disagree():
    first = says("a", 376_000, platform="Instagram", as_of="2019-06-09")
    second = says("b", 367_000, platform="Instagram", as_of="2019-06-09", entity="A. Corvane")
    (found,) = compare_figures([first, second], publishers={"a" * 64: "L’Écho"})
    assert (found.verdict, found.because) == ("disagrees", "source")
    assert found.numbers["change"] == "otherwise"
    assert "L’Écho" in found.words.en


def test_two_values_without_a_date_may_be_of_two_days():
    first, second = says("a", 121_000, platform="Twitter"), says("b", 124_000, platform="Twitter")
    days = {"a" * 64: PartialDate("2019-05-08"), "b" * 64: PartialDate("2019-06-12")}
    (found,) = compare_figures([first, second], published=days)
    assert (found.verdict, found.because) == ("cannot_tell", "stale")
    late = days | {"b" * 64: PartialDate("2020-06-12")}
    assert compare_figures([first, second], published=late) == []


def test_two_days_with_two_values_are_a_history_and_with_one_value_perhaps_a_copy():
    first = says("a", 121_432, platform="Twitter", as_of="2019-05-08")
    (series,) = compare_figures([first, says("b", 124_000, platform="Twitter", as_of="2019-06-12")])
    assert (series.verdict, series.numbers["change"]) == (None, "series")
    (found,) = compare_figures([first, says("b", 121_432, platform="Twitter", as_of="2019-06-12")])
    assert (found.verdict, found.numbers["change"]) == ("cannot_tell", "copied")


def test_rounded_figures_that_meet_agree_silently():
    fields = {"platform": "Twitter", "as_of": "2019-05-08"}
    assert compare_figures([says("a", 121_432, **fields), says("b", 121_000, half=500, **fields)]) == []


@pytest.mark.parametrize(
    "other",
    [{"platform": "Facebook"}, {"entity": "Basile Dorlis"}, {"unit": "friends"}, {"attribute": "views"}],
    ids=["service", "entity", "unit", "attribute"],
)
def test_what_is_not_one_thing_is_not_compared(other):
    fields = {"platform": "Twitter", "as_of": "2019-05-08"}
    assert compare_figures([says("a", 121_000, **fields), says("b", 367_000, **fields | other)]) == []


def test_one_source_alone_says_nothing():
    fields = {"platform": "Twitter", "as_of": "2019-05-08"}
    assert compare_figures([says("a", 121_000, **fields), says("a", 367_000, **fields)]) == []


def money(source, value, half, place, quote):
    return says(
        source, value, half=half, kind="money", unit="USD", attribute="cost", entity=None, place=place, quote=quote
    )


STUDY = [
    money("a", 2_160_000_000, 5_000_000, "MA", "Au Maroc, 2160000000"),
    money("b", 2_160_000_000, 5_000_000, "MA", "Au Maroc, 2160000000"),
    money("a", 125_900_000, 50_000, "TD", "Au Tchad, 125900000"),
    money("b", 125_900_000, 50_000, "TD", "Au Tchad, 125900000"),
]
FINE = money("a", 1_866_300_000, 50_000, "SD", "Au Soudan, 1866300000")


def test_a_figure_cut_off_instead_of_rounded_is_told():
    coarse = money("b", 1_800_000_000, 50_000_000, "SD", "Au Soudan, 1800000000")
    (found,) = compare_figures([*STUDY, FINE, coarse])
    assert (found.verdict, found.because) == ("disagrees", "rounding")
    assert "1,9 milliard" in found.words.fr.replace("\u00a0", " ")


def test_a_figure_rounded_as_it_should_says_nothing():
    coarse = money("b", 1_900_000_000, 50_000_000, "SD", "Au Soudan, 1900000000")
    assert compare_figures([*STUDY, FINE, coarse]) == []


def test_sources_that_share_no_study_are_not_searched_for_cut_figures():
    coarse = money("b", 1_800_000_000, 50_000_000, "SD", "Au Soudan, 1800000000")
    assert compare_figures([FINE, coarse]) == []


def test_a_figure_given_to_a_wider_place_is_told():
    narrow = money("a", 2_160_000_000, 5_000_000, None, "L’Afrique subsaharienne perd 2160000000")
    wide = money("b", 2_160_000_000, 5_000_000, None, "Dans le monde, la seule Afrique perd 2160000000")
    (found,) = compare_figures([narrow, wide])
    assert (found.verdict, found.because, found.numbers["change"]) == ("disagrees", "scope", "wider")
    assert compare_figures([narrow, replace(narrow, source="b" * 64)]) == []


def test_the_development_documents_hold_one_cut_figure_and_one_wider_place(shared):
    dates = json.loads(shared("labels/document_pubdates.json").read_text(encoding="utf-8"))
    published = {name.removesuffix(".txt").zfill(64): PartialDate(date) for name, date in dates.items()}
    statements = []
    for source, date in published.items():
        text = shared(f"labels/documents/{source[-2:]}.txt").read_text(encoding="utf-8")
        known = {"text_hash": "7" * 64, "language": "fr", "published": date, "reading": Reading()}
        statements += read_statements(text, source=source, **known)
    found = compare_figures(statements, published=published)
    assert sorted(one.numbers["change"] for one in found if one.verdict == "disagrees") == ["cut short", "wider"]
