"""Places by name: the only file of the lens that asks the world for a country.

A place is a country (``IR``, ISO 3166), a part of one by path (``IR/Tehran``, ``IR/Tehran/Shahriar``), a network
(``AS58224``), a network within a place (``IR/AS58224``), or any other name, which is its own.
"""

from functools import lru_cache

from temoin.errors import InputError
from temoin.words import Words, same
from temoin.world import country, main_zone, zone_of


def place_code(name: str) -> str:
    """Return the ISO 3166 code of a country by its name or code.

    Raises
    ------
    InputError : no country of that name
    """
    return country(name).iso2


def zones_of_country(code: str) -> tuple[str, ...]:
    """Return the IANA zones of a country, its capital's first; empty where none is known.

    Examples
    --------
    >>> zones_of_country("IR")
    ('Asia/Tehran',)
    """
    try:
        return country(code).zones
    except InputError:
        return ()


def place_label(place: str) -> Words:
    """Return a place's name for people; a region, an AS or a made-up place is its own name.

    Examples
    --------
    >>> place_label("Atlasie").fr
    'Atlasie'
    """
    if len(place) != 2:
        return same(place)
    try:
        return country(place).name
    except InputError:
        return same(place)


def parent_of(place: str) -> str | None:
    """Return the place that holds a place by its path, None for a whole one.

    Examples
    --------
    >>> parent_of("IR/Tehran/Shahriar"), parent_of("IR/AS58224"), parent_of("AS58224")
    ('IR/Tehran', 'IR', None)
    """
    holder, _, part = place.rpartition("/")
    return holder if holder and part else None


def country_of(place: str) -> str | None:
    """Return the ISO 3166 code of the country that a place is or lies in, None where its path says none.

    Examples
    --------
    >>> country_of("IR/Tehran/Shahriar"), country_of("ir"), country_of("Atlasie")
    ('IR', None, None)
    """
    code = place.partition("/")[0]
    if len(code) != 2 or not code.isupper():
        return None
    try:
        return country(code).iso2
    except InputError:
        return None


@lru_cache(maxsize=4096)
def zone_of_place(place: str) -> str:
    """Return the zone by which a place's clock is told: its region's, else its country's capital's, else UTC.

    Where the path names no country, ``UTC`` means that the zone is not known.

    Examples
    --------
    >>> zone_of_place("KZ"), zone_of_place("RU/Sakhalin"), zone_of_place("AS9198")
    ('Asia/Almaty', 'Asia/Sakhalin', 'UTC')
    """
    code = country_of(place)
    if code is None:
        return "UTC"
    try:
        return zone_of(code, place.split("/")[1] if "/" in place else None)
    except InputError:
        pass
    try:
        return main_zone(code)
    except InputError:
        return "UTC"
