"""Stretches of time out of tables."""

import datetime as dt

import polars as pl

from temoin.outages import expect, find_campaigns, find_outages, measure, sample
from temoin.outages.figure.spans import expected_spans, fallen_spans, measured_spans
from temoin.period import Period

HOUR = dt.timedelta(hours=1)


def test_what_is_measured_and_what_is_not_follow_each_other() -> None:
    spans = list(measured_spans(expect(sample.series([5, 5, None, 5]))))
    edges = [sample.BEGIN + hours * HOUR for hours in (0, 2, 3, 4)]
    assert spans == [
        ("calm", Period(edges[0], edges[1])),
        ("hatch", Period(edges[1], edges[2])),
        ("calm", Period(edges[2], edges[3])),
    ]


def test_outages_of_a_campaign_and_others_are_told_apart() -> None:
    lone = sample.Loss(sample.moment(20, 12), sample.moment(20, 15), 0.95)
    nights = [sample.Loss(sample.moment(day, 1), sample.moment(day, 5), 0.95) for day in range(15, 28)]
    found = measure(sample.curve("active_probing", (*nights, lone)))
    outages = find_outages(found.picks, found.expected)
    campaigns = find_campaigns(outages)
    looks = [name for name, _ in fallen_spans(outages, campaigns)]
    assert (looks.count("cut"), looks.count("other")) == (13, 1)
    awaited = [span for _, span in expected_spans(campaigns, outages)]
    assert awaited[0] == Period(sample.moment(28, 1), sample.moment(28, 5))


def test_dates_that_did_not_come_are_few_however_long_ago() -> None:
    found = measure(sample.curve("active_probing", tuple(
        sample.Loss(sample.moment(day, 1), sample.moment(day, 5), 0.95) for day in range(10, 14)
    )))  # fmt: skip
    outages = find_outages(found.picks, found.expected)
    assert len(list(expected_spans(find_campaigns(outages), outages))) == 3


def test_an_outage_without_an_end_goes_to_the_last_measure() -> None:
    found = measure(sample.series([9000.0] * 480 + [90.0] * 48))
    outages = find_outages(found.picks, found.expected)
    ((look, span),) = fallen_spans(outages, find_campaigns(outages))
    assert (look, span.end) == ("other", sample.moment(22))
    assert find_campaigns(outages).filter(pl.lit(value=True)).is_empty()
