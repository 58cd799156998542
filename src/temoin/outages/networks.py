"""Networks: who operates an autonomous system and how people reach it, after a table that the analyst supplies.

Nothing is shipped: estimates of users by network (APNIC's, an operator's, a regulator's) are theirs who make them, and
the analyst names whose and of when. See ``readers.networks_csv`` for the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from temoin.outages.network_tables import NETWORKS
from temoin.outages.places import PATHS, Holders, asn_of, country_of
from temoin.words import Words

ACCESSES = {
    "fixed": Words("fixe", "fixed"),
    "mobile": Words("mobile", "mobile"),
    "both": Words("fixe et mobile", "fixed and mobile"),
}
"""What a network's access is called; an unknown one is not said."""


@dataclass(frozen=True, slots=True)
class Network:
    """What a table says of one network.

    Parameters
    ----------
    asn, country, operator, access, users, users_source, users_date : as in table ``NETWORKS``
    source, row : where it stands
    """

    source: str
    row: int
    asn: int
    country: str
    operator: str | None
    access: str
    users: int | None
    users_source: str | None
    users_date: str | None

    @property
    def called(self) -> Words | None:
        """Its operator and access in words, None where the table says neither."""
        access = ACCESSES.get(self.access)
        if self.operator is None:
            return access
        return Words(self.operator, self.operator) if access is None else access_of(self.operator, access)


def access_of(operator: str, access: Words) -> Words:
    """Return an operator with its access.

    Examples
    --------
    >>> access_of("Réseau d’Atlasie", ACCESSES["mobile"]).fr
    'Réseau d’Atlasie, mobile'
    """
    return Words(f"{operator}, {access.fr}", f"{operator}, {access.en}")


def holders_of(networks: pl.DataFrame | None) -> Holders:
    """Return which place holds which, with the country that a table gives each bare network.

    A network that tables give to several countries is held by none.

    Parameters
    ----------
    networks : table ``NETWORKS``, None for none

    Raises
    ------
    TableError : a column is missing or of another type
    """
    if networks is None or networks.is_empty():
        return PATHS
    one = (
        NETWORKS.require(networks)
        .group_by("asn")
        .agg(pl.col("country").unique())
        .filter(pl.col("country").list.len() == 1)
    )
    return Holders({f"AS{asn}": countries[0] for asn, countries in one.sort("asn").iter_rows()})


def networks_named(networks: pl.DataFrame | None, places: Iterable[str]) -> dict[str, Network]:
    """Return what a table says of the places that are networks.

    A row of the place's own country comes first; a bare network that has rows in several countries is not told apart
    and is left out. Of two sources the later given counts.

    Parameters
    ----------
    networks : table ``NETWORKS``, None for none
    places : any places

    Raises
    ------
    TableError : a column is missing or of another type
    """
    if networks is None:
        return {}
    numbers = {place: asn for place in places if (asn := asn_of(place)) is not None}
    rows = NETWORKS.require(networks).filter(pl.col("asn").is_in(list(numbers.values())))
    by_asn: dict[int, dict[str, Network]] = {}
    for row in rows.iter_rows(named=True):
        by_asn.setdefault(row["asn"], {})[row["country"]] = Network(**row)
    found = {}
    for place, asn in numbers.items():
        said = by_asn.get(asn, {})
        country = country_of(place) if "/" in place else None
        network = said.get(country) if country else next(iter(said.values()), None) if len(said) == 1 else None
        if network is not None:
            found[place] = network
    return found
