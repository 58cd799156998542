"""Addresses to open by hand, and the days that are looked at around an event."""

import datetime as dt
from urllib.parse import urlsplit

import pytest

from temoin.errors import InputError
from temoin.live import ioda
from temoin.period import UTC, Period

DAY = dt.timedelta(days=1)


def days(first: int, last: int, month: int = 1) -> Period:
    """Days of 2022, both inside."""
    return Period(dt.datetime(2022, month, first, tzinfo=UTC), dt.datetime(2022, month, last, tzinfo=UTC) + DAY)


def test_links_reach_back_28_days_before_the_end_of_a_short_period():
    dashboard, api = ioda.links("KZ", days(4, 12))
    assert dashboard.url == "https://ioda.inetintel.cc.gatech.edu/country/KZ?from=1639612800&until=1642032000"
    assert api.url == (
        "https://api.ioda.inetintel.cc.gatech.edu/v2/signals/raw/country/KZ?from=1639612800&until=1642032000"
    )
    assert dashboard.words.fr.startswith("Tableau de bord IODA")
    assert dashboard.url in dashboard.words.en


def test_links_of_a_long_period_come_28_days_at_a_time():
    assert len(ioda.links("AS64500", Period(days(1, 1).begin, days(28, 28, month=2).end))) == 6


def test_the_last_window_of_a_long_period_is_whole_too():
    addresses = [link.url for link in ioda.links("KZ", Period(days(1, 1).begin, days(10, 10, month=2).end))][::2]
    bounds = [dict(item.split("=") for item in urlsplit(address).query.split("&")) for address in addresses]
    assert [(int(each["until"]) - int(each["from"])) / 86400 for each in bounds] == [28, 28]
    assert int(bounds[1]["from"]) < int(bounds[0]["until"])


@pytest.mark.parametrize(
    ("event", "now", "begin", "length"),
    [
        pytest.param((4, 4), (2030, 1, 1), (2021, 12, 14), 28, id="a day: one window"),
        pytest.param((4, 12), (2030, 1, 1), (2021, 12, 14), 37, id="nine days and seven after"),
        pytest.param((4, 4), (2022, 1, 6), (2021, 12, 14), 23, id="nothing later than now"),
    ],
)
def test_an_event_is_looked_at_from_21_days_before_to_7_after(event, now, begin, length):
    seen = ioda.incident_period(days(*event), dt.datetime(*now, tzinfo=UTC))
    assert seen.begin == dt.datetime(*begin, tzinfo=UTC)
    assert seen.hours / 24 == length


def test_an_event_still_to_come_is_refused():
    with pytest.raises(InputError, match="in the past"):
        ioda.incident_period(days(4, 4), dt.datetime(2022, 1, 1, tzinfo=UTC))


def test_an_event_told_in_a_zone_is_looked_at_through_whole_utc_days():
    event = Period(dt.datetime(2022, 1, 3, 18, tzinfo=UTC), dt.datetime(2022, 1, 5, 18, tzinfo=UTC))
    seen = ioda.incident_period(event, dt.datetime(2030, 1, 1, tzinfo=UTC))
    assert ioda.days_of(seen) == "2021-12-13/2022-01-09"
    assert len(ioda.windows(seen)) == 1


def test_whole_days_stop_at_the_present():
    now = dt.datetime(2022, 1, 5, 9, tzinfo=UTC)
    asked = Period(dt.datetime(2022, 1, 3, 18, tzinfo=UTC), dt.datetime(2022, 1, 5, 6, tzinfo=UTC))
    assert ioda.whole_days(asked, now) == Period(dt.datetime(2022, 1, 3, tzinfo=UTC), now)


def test_the_last_28_days_are_one_window_though_the_day_is_not_over():
    hour = dt.datetime(2022, 1, 13, 9, tzinfo=UTC)
    (dashboard, _api) = ioda.links("KZ", Period(hour - 28 * DAY, hour))[:2]
    assert "2021-12-16/2022-01-12" in dashboard.words.en
