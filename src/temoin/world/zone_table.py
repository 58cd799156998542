"""The zones of each country, from the table that the IANA database ships with the package ``tzdata``."""

from functools import cache
from importlib.resources import files

# The table puts the zones of a country in geographical order; the capital's comes first here.
_CAPITAL_ZONES = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei",
    "PS": "Asia/Hebron",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
_KOSOVO = ("Europe/Belgrade",)


@cache
def zones_of() -> dict[str, tuple[str, ...]]:
    """Return the zones of every country that has one, by two-letter code, the capital's first.

    Kosovo, which the table does not list, lives by the zone of Belgrade.
    """
    zones: dict[str, list[str]] = {}
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            iso2, _, zone, *_ = line.split("\t")
            zones.setdefault(iso2, []).append(zone)
    return {iso2: _capital_first(iso2, listed) for iso2, listed in zones.items()} | {"XK": _KOSOVO}


def _capital_first(iso2: str, listed: list[str]) -> tuple[str, ...]:
    first = _CAPITAL_ZONES.get(iso2, listed[0])
    return (first, *(zone for zone in listed if zone != first))
