"""Places by name, and which holds which: the file of the lens that asks the world for a country.

A place is a country (``IR``, ISO 3166), a part of one by path (``IR/Tehran``, ``IR/Tehran/Shahriar``), a network
(``AS58224``), a network within a place (``IR/AS58224``), or any other name, which is its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """Return a place's name for people: a part of a country stands before it; a made-up place is its own name.

    Examples
    --------
    >>> place_label("Atlasie").fr, place_label("IR/Tehran/Shahriar").en
    ('Atlasie', 'Shahriar, Tehran (Iran)')
    """
    code, *parts = place.split("/")
    if len(code) != 2:
        return same(place)
    try:
        name = country(code).name
    except InputError:
        return same(place)
    inside = ", ".join(reversed(parts))
    return Words(f"{inside} ({name.fr})", f"{inside} ({name.en})") if inside else name


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


@dataclass(frozen=True, slots=True)
class Holders:
    """Which place holds which: by path, and for a bare network by the country that a user's table gives it.

    Parameters
    ----------
    countries : country of a bare network, ``AS58224`` to ``IR``

    Examples
    --------
    >>> Holders({"AS58224": "IR"}).above("AS58224"), Holders().above("IR/Tehran/Shahriar")
    (('IR',), ('IR/Tehran', 'IR'))
    """

    countries: Mapping[str, str] = field(default_factory=dict)

    def parent(self, place: str) -> str | None:
        """Return the place that holds a place, None for a whole one."""
        return parent_of(place) or self.countries.get(place)

    def above(self, place: str) -> tuple[str, ...]:
        """Return the places that hold a place, the nearest first."""
        holders: list[str] = []
        holder = self.parent(place)
        while holder is not None:
            holders.append(holder)
            holder = self.parent(holder)
        return tuple(holders)

    def whole(self, place: str) -> str:
        """Return the whole place, most often a country, in which a place lies.

        Examples
        --------
        >>> Holders().whole("IR/Tehran/Shahriar"), Holders().whole("AS58224")
        ('IR', 'AS58224')
        """
        return (place, *self.above(place))[-1]


PATHS = Holders()
"""Places by their paths alone."""


def is_network(place: str) -> bool:
    """Return whether a place is a network, alone or within another.

    Examples
    --------
    >>> is_network("IR/AS58224"), is_network("AS58224"), is_network("AS/Nord")
    (True, True, False)
    """
    return asn_of(place) is not None


def asn_of(place: str) -> int | None:
    """Return the number of the network that a place is, None for a place that is none.

    Examples
    --------
    >>> asn_of("IR/AS58224"), asn_of("IR")
    (58224, None)
    """
    name = place.rpartition("/")[2]
    digits = name.removeprefix("AS")
    return int(digits) if digits != name and digits.isascii() and digits.isdigit() else None
