"""Recurrence in words: each campaign as one conclusion, and what a line of an outage says of its campaign."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from temoin.evidence import Finding
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD, find_campaigns
from temoin.outages.measure.events import evidence_of
from temoin.outages.places import country_of, place_label
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import CAMPAIGNS, OUTAGES, PICKS
from temoin.period import PartialDate, iso, print_date, zone
from temoin.words import LANGUAGES, Language, Words, same

_PARTS_OF_DAY = (
    (5, Words("nuits", "nights")),
    (12, Words("matins", "mornings")),
    (18, Words("après-midi", "afternoons")),
    (21, Words("soirs", "evenings")),
    (24, Words("nuits", "nights")),
)
_CLOCKS = Words("de {begins} à {ends}", "from {begins} to {ends}")
_FROM = Words("à partir de {begins}, jusqu’à une heure qui varie", "from {begins}, until a time that varies")
_LOCAL = Words("heure locale ({zone})", "local time ({zone})")
_UNKNOWN_ZONE = Words("UTC (fuseau du lieu inconnu)", "UTC (the place’s zone is not known)")
_OPENING = Words(
    "{place} : {times} {parts}, {clocks} {clock}, {rule}", "{place}: {times} {parts}, {clocks} {clock}, {rule}"
)
_SPAN = Words(" du {first} au {last}", " from {first} to {last}")
_EVERY_DAY = Words("chaque jour", "every day")
_EVERY = Words("tous les {count} jours", "every {count} days")
_WEEKLY = Words("chaque {days}", "every {days}")
_DATES = Words("à des dates sans règle apparente : {dates}", "on dates without a visible rule: {dates}")
_NEXT = Words("; prochaine attendue le {next}", "; the next one is expected on {next}")
_NO_NEXT = Words(
    "; aucune date attendue, car les dates ne suivent ni un nombre de jours ni des jours de la semaine",
    "; no date is expected, for the dates keep neither a number of days nor days of the week",
)
_DENIED = Words(
    "; attendue ensuite le {next}, elle n’est pas venue : {missed} dates mesurées sans panne depuis",
    "; expected next on {next}, it did not come: {missed} dates measured without an outage since",
)
_DENIED_ONCE = Words(
    "; attendue le {next}, elle n’est pas venue ; la suivante, selon la même règle, le {following}",
    "; expected on {next}, it did not come; the one after, by the same rule, on {following}",
)
_NOT_WHY = Words(". Revenir à la même heure ne dit pas pourquoi.", ". To come back at the same time does not say why.")
_MOST_DATES = 8


def campaign_findings(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    *,
    settings: Settings = DEFAULT,
    labels: Mapping[str, Words] | None = None,
) -> list[Finding]:
    """Return one finding a campaign: how often, at what local time, by which rule, and when the next is expected.

    It rests on the rows that the picks of its outages rest on. It judges nothing: the verdict is None.

    Parameters
    ----------
    outages : table ``OUTAGES``
    picks : table ``PICKS``, holding every pick that they name
    settings : the parameters with which both were found
    labels : names of places for people; those it lacks are asked of the world

    Raises
    ------
    TableError : a column is missing or of another type
    """
    named = {str(pick["id"]): pick for pick in PICKS.require(picks).iter_rows(named=True)}
    members = dict(OUTAGES.require(outages).select("id", "picks").iter_rows())
    findings = []
    for campaign in find_campaigns(outages, settings=settings).iter_rows(named=True):
        of_campaign = [named[pick] for outage in campaign["outages"] for pick in members[outage]]
        sources = {pick["source"] for pick in of_campaign}
        label = (labels or {}).get(campaign["place"]) or place_label(campaign["place"])
        findings.append(
            Finding(
                lens="outages",
                method=CAMPAIGN_METHOD,
                evidence=evidence_of(of_campaign),
                words=campaign_words(campaign, label, _dates(campaign, outages)),
                parameters={name: settings.record()[name] for name in ("same_clock_minutes", "recurs_within_days")},
                numbers=_numbers(campaign),
                source=str(sources.pop()) if len(sources) == 1 else None,
            )
        )
    return findings


def with_campaigns(
    records: Sequence[Mapping[str, object]], outages: pl.DataFrame, *, settings: Settings = DEFAULT
) -> list[dict[str, object]]:
    """Return records of outages with the rule of their campaign in words and the dates it gives next.

    ``campaign_rule`` holds both languages and ``campaign_next`` times in UTC with Z; both are None for an outage that
    does not recur.

    Parameters
    ----------
    records : as findings of outages record themselves
    outages : table ``OUTAGES``, the same outages
    settings : the parameters with which they were found
    """
    campaigns = {row["id"]: row for row in find_campaigns(outages, settings=settings).iter_rows(named=True)}
    return [dict(record) | _fields(campaigns.get(record.get("campaign"))) for record in records]


def campaign_words(campaign: Mapping[str, Any], label: Words, dates: Sequence[dt.date]) -> Words:
    """Return a campaign in one sentence.

    Parameters
    ----------
    campaign : one row of table ``CAMPAIGNS``
    label : the place's name for people
    dates : its local dates, in order
    """
    clocks = _CLOCKS if campaign["ends_at"] else _FROM
    said = _OPENING.filled(
        place=label,
        times=campaign["times"],
        parts=_part_of_day(campaign["begins_at"]),
        clocks=clocks.filled(begins=_clock(campaign["begins_at"]), ends=_clock(campaign["ends_at"] or "00:00")),
        clock=_zone(campaign),
        rule=rule_words(campaign, dates),
    )
    span, following = _span(campaign, dates), _next(campaign)
    return Words(f"{said.fr}{span.fr}{following.fr}{_NOT_WHY.fr}", f"{said.en}{span.en}{following.en}{_NOT_WHY.en}")


def rule_words(campaign: Mapping[str, Any], dates: Sequence[dt.date] = ()) -> Words:
    """Return the rule of a campaign in words: every day, every N days, days of the week, or its dates.

    Examples
    --------
    >>> rule_words({"rule": "weekdays:mon,tue", "zone": "UTC", "begins_at": "01:00"}).fr
    'chaque lundi et mardi'
    """
    rule = str(campaign["rule"])
    if rule == "every-day":
        return _EVERY_DAY
    if rule.startswith("every-"):
        return _EVERY.filled(count=rule.split("-")[1])
    if rule.startswith("weekdays:"):
        ranks = [("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day) for day in rule[9:].split(",")]
        return _WEEKLY.filled(days=_weekdays(ranks))
    shown = _listed([_day(day) for day in dates[:_MOST_DATES]])
    more = "…" if len(dates) > _MOST_DATES else ""
    return _DATES.filled(dates=Words(shown.fr + more, shown.en + more))


def _fields(campaign: Mapping[str, Any] | None) -> dict[str, object]:
    if campaign is None:
        return {"campaign_rule": None, "campaign_next": None}
    clocks = (_CLOCKS if campaign["ends_at"] else _FROM).filled(
        begins=_clock(campaign["begins_at"]), ends=_clock(campaign["ends_at"] or "00:00")
    )
    rule = _irregular() if campaign["rule"] == "dates" else rule_words(campaign)
    zone_words = _zone(campaign)
    return {
        "campaign_rule": {
            "fr": f"{rule.fr}, {clocks.fr} {zone_words.fr}",
            "en": f"{rule.en}, {clocks.en} {zone_words.en}",
        },
        "campaign_next": [iso(moment) for moment in campaign["next"]],
    }


def _irregular() -> Words:
    return Words("à des dates sans règle apparente", "on dates without a visible rule")


def _numbers(campaign: Mapping[str, Any]) -> dict[str, object]:
    kept = {name: campaign[name] for name in CAMPAIGNS.schema.names() if name != "id"}
    return {"campaign": campaign["id"]} | {name: _plain(value) for name, value in kept.items()}


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return iso(value) if isinstance(value, dt.datetime) else value


def _dates(campaign: Mapping[str, Any], outages: pl.DataFrame) -> list[dt.date]:
    began = outages.filter(pl.col("id").is_in(campaign["outages"])).sort("began")["began"]
    return [moment.astimezone(zone(campaign["zone"])).date() for moment in began]


def _zone(campaign: Mapping[str, Any]) -> Words:
    if campaign["zone"] == "UTC" and country_of(str(campaign["place"])) is None:
        return _UNKNOWN_ZONE
    return _LOCAL.filled(zone=campaign["zone"])


def _span(campaign: Mapping[str, Any], dates: Sequence[dt.date]) -> Words:
    if campaign["rule"] == "dates":
        return same("")
    return _SPAN.filled(first=_day(dates[0]), last=_day(dates[-1]))


def _next(campaign: Mapping[str, Any]) -> Words:
    following, missed = list(campaign["next"]), list(campaign["missed"])
    if not following:
        return _NO_NEXT
    if not missed:
        return _NEXT.filled(next=_moment(following[0], campaign))
    if len(missed) == 1 and len(following) > 1:
        return _DENIED_ONCE.filled(next=_moment(missed[0], campaign), following=_moment(following[1], campaign))
    return _DENIED.filled(next=_moment(missed[0], campaign), missed=len(missed))


def _moment(moment: dt.datetime, campaign: Mapping[str, Any]) -> Words:
    local = moment.astimezone(zone(campaign["zone"]))
    day, clock = _day(local.date()), _clock(f"{local:%H:%M}")
    utc = (
        same("")
        if campaign["zone"] == "UTC"
        else Words(f" ({_told(moment, 'fr')} UTC)", f" ({_told(moment, 'en')} UTC)")
    )
    return Words(f"{day.fr} à {clock.fr}{utc.fr}", f"{day.en} at {clock.en}{utc.en}")


def _told(moment: dt.datetime, language: Language) -> str:
    return _clock(f"{moment:%H:%M}").in_(language)


def _part_of_day(begins_at: str) -> Words:
    hour = int(begins_at[:2])
    return next(words for until, words in _PARTS_OF_DAY if hour < until)


def _clock(clock: str) -> Words:
    hour, minute = clock.split(":")
    tail = "" if minute == "00" else f"\xa0{minute}"
    return Words(f"{int(hour)}\xa0h{tail}", clock)


def _day(day: dt.date) -> Words:
    date = PartialDate(day.isoformat())
    return Words(*(print_date(date, language) for language in LANGUAGES))


def _weekdays(ranks: Sequence[int]) -> Words:
    from babel.dates import get_day_names

    names = {language: get_day_names("wide", locale=language) for language in LANGUAGES}
    return _listed([Words(names["fr"][rank], names["en"][rank]) for rank in ranks])


def _listed(words: Sequence[Words]) -> Words:
    return Words(_joined([one.fr for one in words], "et"), _joined([one.en for one in words], "and"))


def _joined(told: list[str], joint: str) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {joint} {told[-1]}"
