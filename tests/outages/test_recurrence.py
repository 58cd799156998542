"""Campaigns in words, in both languages, with the fields of the command line."""

import datetime as dt

import polars as pl
import pytest

from temoin.evidence.locator import parse_locator
from temoin.outages import campaign_findings, find_outages, measure, outage_findings, sample, with_campaigns
from temoin.outages.recurrence import campaign_words, rule_words
from temoin.words import same, typeset


def a_place(place: str, *days: int, hours: tuple[float, float] = (1, 5), length: int = 28) -> pl.DataFrame:
    nights = tuple(sample.Loss(sample.moment(day, hours[0]), sample.moment(day, hours[1]), 0.95) for day in days)
    return pl.concat([sample.curve(name, nights, days=length, place=place) for name in ("active_probing", "search")])


def joined(signals: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    found = measure(signals)
    return find_outages(found.picks, found.expected), found.picks


def words_of(signals: pl.DataFrame) -> tuple[str, str]:
    (finding,) = campaign_findings(*joined(signals))
    return finding.words.fr, finding.words.en


def test_a_curfew_is_told_in_the_local_time_of_the_place() -> None:
    fr, en = words_of(a_place("MM", *range(14, 28), hours=(18.5, 20.5)))
    assert (
        "14 nuits, de 1\xa0h à 3\xa0h heure locale (Asia/Yangon), chaque jour du 19 mars 2024 au 1er avril 2024" in fr
    )
    assert typeset("; prochaine attendue le 2 avril 2024 à 1\xa0h (18\xa0h\xa030 UTC)") in fr
    assert "14 nights, from 01:00 to 03:00 local time (Asia/Yangon), every day from 19 March 2024 to 1 April 2024" in en
    assert "; the next one is expected on 2 April 2024 at 01:00 (18:30 UTC)" in en


def test_exam_mornings_name_their_weekdays() -> None:
    days = (14, 15, 16, 17, 21, 22, 23, 24)
    fr, en = words_of(a_place("IQ", *days, hours=(3, 5), length=25))
    assert "8 matins, de 6\xa0h à 8\xa0h heure locale (Asia/Baghdad), chaque lundi, mardi, mercredi et jeudi" in fr
    assert "8 mornings, from 06:00 to 08:00 local time (Asia/Baghdad), every Monday, Tuesday, Wednesday and" in en


def test_a_place_whose_zone_is_not_known_says_so() -> None:
    fr, en = words_of(a_place("Atlasie", *range(15, 25), length=25))
    assert "UTC (fuseau du lieu inconnu)" in fr
    assert "UTC (the place’s zone is not known)" in en


def test_a_campaign_that_stopped_says_what_did_not_come() -> None:
    fr, en = words_of(a_place("Atlasie", *range(15, 25)))
    assert typeset("; attendue ensuite le 29 mars 2024 à 1\xa0h, elle n’est pas venue : 3 dates mesurées") in fr
    assert "expected next on 29 March 2024 at 01:00, it did not come: 3 dates measured without an outage" in en
    once = words_of(a_place("Atlasie", *range(15, 25), length=26))[1]
    assert "it did not come; the one after, by the same rule, on 30 March 2024 at 01:00" in once


def test_dates_without_a_rule_are_listed_and_promise_nothing() -> None:
    fr, en = words_of(a_place("Atlasie", 14, 15, 18, 23))
    assert typeset("à des dates sans règle apparente : 18 mars 2024, 19 mars 2024, 22 mars 2024 et 27 mars 2024") in fr
    assert "no date is expected, for the dates keep neither a number of days nor days of the week" in en


def test_it_never_says_why() -> None:
    fr, en = words_of(sample.recurring())
    assert "ne dit pas pourquoi" in fr
    assert not any(word in (fr + en).lower() for word in ("shutdown", "ordonn", "ordered", "couvre-feu", "curfew"))


def test_a_finding_rests_on_the_rows_of_its_outages_and_carries_its_table() -> None:
    outages, picks = joined(sample.recurring())
    (finding,) = campaign_findings(outages, picks)
    assert finding.method == "outages.campaign/2"
    assert len(finding.evidence) == len(picks)
    assert [str(parse_locator(reference)) for reference in finding.evidence] == list(finding.evidence)
    assert finding.numbers["rule"] == "every-day"
    assert finding.numbers["campaign"] == outages["campaign"][0]
    assert finding.numbers["next"][0] == "2024-03-29T01:00:00Z"


def test_each_line_of_a_campaign_carries_its_rule_and_its_next_dates() -> None:
    lone = sample.Loss(sample.moment(20, 12), sample.moment(20, 15), 0.95)
    nights = [sample.Loss(sample.moment(day, 1), sample.moment(day, 5), 0.95) for day in range(15, 28)]
    outages, picks = joined(sample.curve("active_probing", (*nights, lone)))
    records = with_campaigns([each.record() for each in outage_findings(outages, picks)], outages)
    alone = [record for record in records if record["campaign"] is None]
    assert [(record["campaign_rule"], record["campaign_next"]) for record in alone] == [(None, None)]
    together = [record for record in records if record["campaign"]]
    assert len(together) == 13
    assert together[0]["campaign_rule"]["en"] == "every day, from 01:00 to 05:00 UTC (the place’s zone is not known)"
    assert together[0]["campaign_next"][:2] == ["2024-04-01T01:00:00Z", "2024-04-02T01:00:00Z"]


@pytest.mark.parametrize(
    ("rule", "fr", "en"),
    [
        ("every-day", "chaque jour", "every day"),
        ("every-3-days", "tous les 3 jours", "every 3 days"),
        ("weekdays:fri", "chaque vendredi", "every Friday"),
        ("dates", "à des dates sans règle apparente\xa0: 4 mars 2024", "on dates without a visible rule: 4 March 2024"),
    ],
    ids=["every day", "every third day", "Fridays", "dates"],
)
def test_a_rule_has_words_in_both_languages(rule: str, fr: str, en: str) -> None:
    words = rule_words({"rule": rule}, [dt.date(2024, 3, 4)])
    assert (words.fr, words.en) == (fr, en)


def test_an_end_that_varies_is_said_to_vary() -> None:
    campaign = {
        "place": "Atlasie", "zone": "UTC", "times": 3, "begins_at": "22:00", "ends_at": None, "rule": "every-day",
        "next": [dt.datetime(2024, 3, 7, 22, tzinfo=dt.UTC)], "missed": [],
    }  # fmt: skip
    words = campaign_words(campaign, same("Atlasie"), [dt.date(2024, 3, day) for day in (4, 5, 6)])
    assert "3 nuits, à partir de 22\xa0h, jusqu’à une heure qui varie" in words.fr
    assert "from 22:00, until a time that varies" in words.en
