"""What stands beside a chart."""

import datetime as dt

import pytest

from temoin.dossier.setting import MOST_TWICE, NARROW, WIDE, About, Draw

from .conftest import BLANK
from .sample_report import a_report

ABOUT = About(("A", "B"), "ab" * 32, dt.datetime(2022, 1, 5, tzinfo=dt.UTC))


def drawn(report, *, page=True, title="t"):
    return Draw(report, lambda spec: BLANK, page).chart("k", title, lambda width: {"width": width}, ABOUT)


def test_a_chart_carries_zone_sources_date_and_short_id():
    facts = drawn(a_report("en", synthetic=False)).facts
    assert facts == (
        "Axes: UTC and Etc/GMT-5, UTC+5",
        "Source: A · B",
        "As of 12 March 2031, 18:00 (UTC)",
        "Id ababababab (temoin show atlasie-2031 ababababab)",
    )


def test_the_offset_is_that_of_the_moment_drawn_not_of_today():
    assert "Axes: UTC and Asia/Almaty, UTC+6" in drawn(a_report("en", zone="Asia/Almaty")).facts
    assert "Axis: UTC" in drawn(a_report("en", zone="UTC")).facts


@pytest.mark.parametrize(("language", "mark"), [("fr", "Données synthétiques"), ("en", "Synthetic data")])
def test_a_synthetic_chart_says_so_first(language, mark):
    assert drawn(a_report(language)).facts[0] == mark


def test_a_page_has_a_narrow_twin_and_paper_has_none():
    assert drawn(a_report()).narrow
    assert not drawn(a_report(), page=False).narrow


def test_a_long_row_of_charts_is_drawn_once_each():
    widths = []
    draw = Draw(a_report(), lambda spec: widths.append(spec["width"]) or BLANK, page=True)
    for rank in range(MOST_TWICE + 3):
        draw.chart(f"k{rank}", "t", lambda width: {"width": width}, ABOUT)
    assert (widths.count(WIDE), widths.count(NARROW)) == (MOST_TWICE + 3, MOST_TWICE)


def test_a_hostile_title_stays_in_the_alternative():
    assert 'aria-label="&lt;b&gt;' in drawn(a_report(), title="<b>").drawing
