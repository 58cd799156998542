"""What a case is about when nobody said it: what it measures first, then what its documents name."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import polars as pl

from temoin.case.about import countries_about, outages_span
from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.outages import sample
from temoin.period import UTC

NAMED = "Réseau coupé au Togo\n\nLe 5 mars 2024, au Togo, un observateur inventé a dit que le réseau était coupé.\n"


def add_curve(case: Case, folder: Path, place: str) -> None:
    curve = sample.one_night_down().select("time", "signal", "value").with_columns(place=pl.lit(place))
    curve.write_csv(folder / f"{place.replace('/', '-')}.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    add_file(case, folder / f"{place.replace('/', '-')}.csv", Wish())


def add_named(case: Case, folder: Path) -> None:
    (folder / "named.txt").write_text(NAMED, encoding="utf-8")
    add_file(case, folder / "named.txt", Wish())


def test_an_empty_case_is_about_nothing(case: Case) -> None:
    assert countries_about(analyse(case)) == ()
    assert outages_span(analyse(case), "KZ") is None


def test_what_is_measured_stands_before_what_documents_name(case: Case, tmp_path: Path) -> None:
    add_named(case, tmp_path)
    assert countries_about(analyse(case)) == ("TG",)
    add_curve(case, tmp_path, "KZ/Almaty")
    assert countries_about(analyse(case)) == ("KZ",)


def test_what_a_person_said_stands_before_both(case: Case, tmp_path: Path, reopened: Callable[[], Case]) -> None:
    add_curve(case, tmp_path, "KZ")
    (case.folder / "temoin.toml").write_text('countries = ["FR"]\n')
    assert countries_about(analyse(reopened())) == ("FR",)


def test_a_made_up_place_is_no_country_but_its_outage_is_a_span(filled: Case) -> None:
    analysis = analyse(filled)
    assert countries_about(analysis) == ()
    span = outages_span(analysis, "KZ")
    assert span is not None
    assert (span.begin, span.end) == (dt.datetime(2024, 3, 19, 20, tzinfo=UTC), dt.datetime(2024, 3, 20, 4, tzinfo=UTC))
