"""Which time zone a place lives by: countries with one zone answer, the others want a region, a date or a flag.

Cities that give their name to a zone are known from the zone table; regions and further cities are in
``places.csv``, ours, a row a place and zone. A place with two zones has two rows: it answers only when they agree.
"""

import csv
import datetime as dt
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from io import StringIO

from temoin.errors import InputError
from temoin.period import zone
from temoin.words import Words
from temoin.world.country_names import Country, countries, country
from temoin.world.forms import bare_words

# China has one legal time; the other zone is that of a local custom, and only its region may ask for it.
_CUSTOM_ONLY = frozenset({"Asia/Urumqi"})
_KINDS_OF_REGION = frozenset(
    {
        *("city", "krai", "oblast", "of", "province", "region", "republic", "state", "the"),
        *("de", "du", "la", "le", "republique", "ville"),
    }
)
_AGREE_FROM, _AGREE_UNTIL = 2000, 2037


def zone_of(iso2: str, region: str | None = None, on: dt.date | None = None) -> str:
    """Return the IANA zone of a country, or of one of its regions or cities.

    A country of one zone answers whatever the region. A country of several answers without a region only if all of
    them keep the same time on the day asked; without a day, if they do so from 2000 on.

    Parameters
    ----------
    iso2 : country code or name
    region : region or city, French, English or local name
    on : day at which the time is read, whole, in UTC

    Raises
    ------
    InputError : the country or the region is unknown, or the zones differ; names them and the flag ``--zone``

    Examples
    --------
    >>> zone_of("MA"), zone_of("KZ", "Aktau"), zone_of("KZ", on=dt.date(2024, 6, 1))
    ('Africa/Casablanca', 'Asia/Aqtau', 'Asia/Almaty')
    """
    where = country(iso2)
    zones: Sequence[str] = [name for name in where.zones if name not in _CUSTOM_ONLY]
    if region is not None and len(where.zones) > 1:
        zones = _zones_of_region(where, region)
    if not zones:
        raise InputError(
            where.iso2,
            Words("aucun fuseau connu", "no known time zone"),
            Words("passez --zone UTC ou un fuseau IANA", "pass --zone UTC or an IANA zone"),
        )
    if len(zones) == 1 or _agree(tuple(zones), on):
        return zones[0]
    raise _several(region or where.iso2, where.name, zones, on)


def main_zone(iso2: str) -> str:
    """Return the zone of a country's capital, for display only: what a whole country lived by is ``zone_of``.

    Raises
    ------
    InputError : the country is unknown or has no zone

    Examples
    --------
    >>> main_zone("RU")
    'Europe/Moscow'
    """
    where = country(iso2)
    return where.zones[0] if where.zones else zone_of(iso2)


@cache
def _places() -> dict[str, dict[str, tuple[str, ...]]]:
    places: dict[str, dict[str, tuple[str, ...]]] = {}
    for item in countries():
        cities = {_folded(name.rsplit("/", 1)[1].replace("_", " ")): (name,) for name in item.zones}
        places[item.iso2] = {city: zones for city, zones in cities.items() if zones[0] not in _CUSTOM_ONLY}
    table = (files(__package__) / "places.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(StringIO(table)):
        known, name = places[row["iso2"]], _folded(row["place"])
        if row["zone"] not in known.get(name, ()):
            known[name] = (*known.get(name, ()), row["zone"])
    return places


def _zones_of_region(where: Country, region: str) -> tuple[str, ...]:
    known = _places()[where.iso2]
    if found := known.get(_folded(region)):
        return found
    close = get_close_matches(_folded(region), known, n=3, cutoff=0.7)
    near = Words(f" (proches : {', '.join(close)})" if close else "", f" (near: {', '.join(close)})" if close else "")
    raise InputError(
        region,
        Words(
            f"région ou ville inconnue, {where.name.fr}{near.fr}", f"unknown region or city, {where.name.en}{near.en}"
        ),
        _pass_zone(where.zones),
    )


def _folded(text: str) -> str:
    words = bare_words(text.replace("'", "").replace("’", ""))
    return " ".join([word for word in words if word not in _KINDS_OF_REGION] or words)


@cache
def _agree(names: tuple[str, ...], on: dt.date | None) -> bool:
    if on is None:
        days = [dt.date(year, month, 15) for year in range(_AGREE_FROM, _AGREE_UNTIL + 1) for month in range(1, 13)]
    else:
        days = [on]
    moments = [dt.datetime.combine(day, dt.time(hour), dt.UTC) for day in days for hour in (0, 6, 12, 18)]
    moments += [dt.datetime.combine(day, dt.time(23, 59), dt.UTC) for day in days]
    return all(len({moment.astimezone(zone(name)).utcoffset() for name in names}) == 1 for moment in moments)


def _several(asked: str, name: Words, zones: Sequence[str], on: dt.date | None) -> InputError:
    when = Words(f" le {on.isoformat()}", f" on {on.isoformat()}") if on else Words("", "")
    return InputError(
        asked,
        Words(f"plusieurs heures légales{when.fr} ({name.fr})", f"several legal times{when.en} ({name.en})"),
        _pass_zone(zones),
    )


def _pass_zone(zones: Sequence[str]) -> Words:
    listed = " | ".join(zones)
    return Words(f"nommez une région ou passez --zone {listed}", f"name a region or pass --zone {listed}")
