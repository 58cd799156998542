"""People affected by an outage: bounds, never a point.

The lower bound is one network's: of the fallen networks that a table gives users, the largest product of its users and
the share it lost, by the signal that saw it lose the least. It is never a sum. A person often has a fixed line and a
mobile one, or several subscriptions, so the users of two networks overlap to an unknown extent; those of one do not.

The upper bound is the country's internet users, the larger of two published estimates for the latest year that is not
after the outage. A sum over networks would be an upper bound too, were the table complete and its estimates never low;
neither is known, so it is not used. Where one network alone fell, its own users are the bound if they are fewer.

An estimate above the country's figure contradicts it: there is then no upper bound, and the finding says so.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import polars as pl

from temoin import world
from temoin.evidence import Finding
from temoin.evidence.finding import Settle
from temoin.evidence.locator import Rows
from temoin.outages.findings import DEPTH
from temoin.outages.network_tables import PEOPLE
from temoin.outages.networks import Network, networks_named
from temoin.outages.places import country_of, place_label
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import OUTAGES, PICKS
from temoin.quantity import Quantity
from temoin.words import Words, same

PEOPLE_METHOD = "outages.people/1"
_DIGITS = 3
_COUNT = Quantity("people", Words("personnes", "people"), same(""), 0)

_BOTH = Words("{place}, personnes touchées : au moins {low}, au plus {high}", "{place}, people affected: {low}; {high}")
_LOW = Words(
    "{count} ({depth} des usagers de {network}, {users} selon {source})",
    "at least {count} ({depth} of the users of {network}, {users} by {source})",
)
_HIGH = Words(
    "{count} (internautes du pays en {year} ; {source})",
    "at most {count} (internet users of the country in {year}; {source})",
)
_ONE_NETWORK = Words("{count} (les usagers de ce seul réseau)", "at most {count} (the users of this one network)")
_ONLY_HIGH = Words(
    "{place}, personnes touchées : au plus {high}. Pas de borne basse : aucun réseau tombé n’a d’estimation d’usagers",
    "{place}, people affected: {high}. No lower bound: no fallen network has an estimate of its users",
)
_ONLY_LOW = Words(
    "{place}, personnes touchées : au moins {low}. Pas de borne haute : le nombre d’internautes du pays manque",
    "{place}, people affected: {low}. No upper bound: the country’s number of internet users is not known",
)
_AGAINST = Words(
    "{place}, personnes touchées : au moins {low}, plus que les internautes du pays, {count} en {year} ({source}) : "
    "l’un des deux chiffres est faux ou d’une autre époque",
    "{place}, people affected: {low}, more than the internet users of the country, {count} in {year} ({source}): one "
    "of the two figures is wrong or of another time",
)
_NO_SUM = Words(
    ". Des bornes, jamais une somme : une même personne peut être abonnée à plusieurs réseaux.",
    ". Bounds, never a sum: one person may subscribe to several networks.",
)
_SETTLE = Settle(
    Words("le nombre d’internautes de l’année de la panne", "the number of internet users in the year of the outage"),
    Words("le régulateur des télécommunications, ou l’UIT", "the telecommunications regulator, or the ITU"),
    Words(
        "Combien de personnes utilisaient internet dans le pays cette année-là, et combien sur ce réseau ?",
        "How many people used the internet in the country that year, and how many on this network?",
    ),
)


@dataclass(frozen=True, slots=True)
class National:
    """Internet users of a country in a year, with who says so."""

    users: int
    year: int
    source: str


def people_affected(
    outages: pl.DataFrame, picks: pl.DataFrame, *, networks: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return bounds of the people that each outage affected.

    Parameters
    ----------
    outages : table ``OUTAGES``
    picks : table ``PICKS``, holding those of the networks
    networks : table ``NETWORKS``; without it there is no lower bound

    Returns
    -------
    table ``PEOPLE``, in the order of the outages; one of which neither bound is known is absent

    Raises
    ------
    TableError : a column is missing or of another type
    """
    clean = PICKS.require(picks).filter(pl.col("doubt").is_null())
    rows = [_row(outage, clean, networks) for outage in OUTAGES.require(outages).iter_rows(named=True)]
    return PEOPLE.frame([row for row in rows if row["low"] is not None or row["national_year"] is not None])


def people_findings(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    *,
    networks: pl.DataFrame | None = None,
    settings: Settings = DEFAULT,
    labels: Mapping[str, Words] | None = None,
) -> list[Finding]:
    """Return the bounds in words; outages of which the same is said share one finding.

    Of a region whose lower bound is not known nothing is said: the country's internet users tell nothing of it.

    The verdict is ``cannot_tell`` where the estimate of a network exceeds the country's figure, else None.

    Parameters
    ----------
    outages, picks, networks : as in ``people_affected``
    settings : the parameters with which the outages were found
    labels : names of places for people; those it lacks are asked of the world

    Raises
    ------
    TableError : a column is missing or of another type
    """
    alike: dict[Words, list[dict[str, object]]] = {}
    for row in people_affected(outages, picks, networks=networks).iter_rows(named=True):
        if row["low"] is None and row["place"] != country_of(row["place"]):
            continue
        label = (labels or {}).get(row["place"]) or place_label(row["place"])
        alike.setdefault(_words(row, label), []).append(row)
    return [_finding(words, rows, settings) for words, rows in alike.items()]


def _row(outage: Mapping[str, object], picks: pl.DataFrame, networks: pl.DataFrame | None) -> dict[str, object]:
    place, began = str(outage["place"]), outage["began"]
    assert isinstance(began, dt.datetime)
    said = networks_named(networks, _fallen(outage))
    most = max(_losses(outage, picks, said), default=None, key=lambda loss: (loss[0], loss[2]))
    own = said.get(place)
    country = country_of(place) or (own.country if own else None)
    national = _national(country, began.year) if country else None
    low, high = (most[0] if most else None), (national.users if national else None)
    if own is not None and own.users is not None and (high is None or own.users <= high):
        high = own.users
    if low is not None and high is not None and low > high:
        high = None
    network = said[most[2]] if most else None
    return {
        "outage": outage["id"],
        "place": place,
        "low": low,
        "high": high,
        "network": most[2] if most else None,
        "network_users": network.users if network else None,
        "network_depth": most[1] if most else None,
        "users_source": ", ".join(filter(None, (network.users_source, network.users_date))) if network else None,
        "national_year": national.year if national else None,
        "national_source": national.source if national else None,
        "national_users": national.users if national else None,
        "evidence": [str(Rows(network.source, network.row, network.row))] if network else [],
    }


def _fallen(outage: Mapping[str, object]) -> list[str]:
    places = outage["places"]
    return [str(outage["place"]), *(places if isinstance(places, list) else ())]


def _losses(
    outage: Mapping[str, object], picks: pl.DataFrame, said: Mapping[str, Network]
) -> list[tuple[int, float, str]]:
    until = outage["ended"] if outage["ended"] is not None else outage["observed_until"]
    meanwhile = picks.filter(
        pl.col("place").is_in(list(said)),
        pl.col("began") < pl.lit(until),
        pl.coalesce("ended", "observed_until") > pl.lit(outage["began"]),
    )
    by_signal = meanwhile.group_by("place", "signal").agg(pl.col("depth").max())
    depths = by_signal.group_by("place").agg(pl.col("depth").min()).sort("place")
    return [(int(users * depth), depth, place) for place, depth in depths.iter_rows() if (users := said[place].users)]


def _national(country: str, year: int) -> National | None:
    known = {(each.indicator, each.year): each for each in world.figures(country) if each.year <= year}
    estimates: list[tuple[str, National]] = []
    for (indicator, of_year), each in known.items():
        people = known.get(("population", of_year))
        if indicator == "internet_users":
            estimates.append((indicator, National(int(each.value), of_year, each.source)))
        elif indicator == "internet_users_share" and people is not None:
            users = int((each.value / 100 * people.value).to_integral_value(ROUND_CEILING))
            estimates.append((indicator, National(users, of_year, each.source)))
    latest = dict(sorted(estimates, key=lambda pair: pair[1].year))
    return max(latest.values(), key=lambda found: found.users, default=None)


def _words(row: Mapping[str, object], label: Words) -> Words:
    low = high = same("")
    if row["low"] is not None:
        low = _LOW.filled(
            count=_rounded(row["low"], ROUND_FLOOR),
            depth=_share(row["network_depth"]),
            network=same(str(row["network"]).rpartition("/")[2]),
            users=_printed(row["network_users"]),
            source=row["users_source"],
        )
    national = {
        "count": _rounded(row["national_users"] or 0, ROUND_CEILING),
        "year": row["national_year"],
        "source": row["national_source"],
    }
    if row["high"] is not None:
        alone = row["high"] != row["national_users"]
        high = _ONE_NETWORK.filled(count=_rounded(row["high"], ROUND_CEILING)) if alone else _HIGH.filled(**national)
    if row["low"] is None:
        return _closed(_ONLY_HIGH.filled(place=label, high=high))
    if row["high"] is not None:
        return _closed(_BOTH.filled(place=label, low=low, high=high))
    pattern = _ONLY_LOW if row["national_users"] is None else _AGAINST
    return _closed(pattern.filled(place=label, low=low, **national))


def _closed(words: Words) -> Words:
    return Words(words.fr + _NO_SUM.fr, words.en + _NO_SUM.en)


def _finding(words: Words, rows: Sequence[Mapping[str, object]], settings: Settings) -> Finding:
    first = rows[0]
    told: tuple[str, ...] = ("network", "network_users", "network_depth", "users_source")
    told += ("national_users", "national_year", "national_source")
    against = first["low"] is not None and first["high"] is None and first["national_users"] is not None
    evidence = [str(row["outage"]) for row in rows]
    evidence += sorted({str(each) for row in rows if isinstance(row["evidence"], list) for each in row["evidence"]})
    return Finding(
        lens="outages",
        method=PEOPLE_METHOD,
        evidence=tuple(evidence),
        words=words,
        parameters=settings.record(),
        numbers={"place": first["place"], "people_low": first["low"], "people_high": first["high"]}
        | {name: first[name] for name in told},
        verdict="cannot_tell" if against else None,
        because="denominator" if against else None,
        settle=_SETTLE if against else None,
    )


def _rounded(value: object, direction: str) -> Words:
    number = Decimal(str(value))
    last = max(0, number.adjusted() - _DIGITS + 1) if number else 0
    return _printed(number.quantize(Decimal(1).scaleb(last), rounding=direction))


def _printed(value: object) -> Words:
    number = Decimal(str(value))
    plain = number.quantize(Decimal(1))
    return Words(_COUNT.printed(plain, "fr"), _COUNT.printed(plain, "en"))


def _share(value: object) -> Words:
    share = float(str(value))
    return Words(DEPTH.printed(share, "fr"), DEPTH.printed(share, "en"))
