"""The signals that the lens knows: one declared entry each, whatever name a file gives it."""

from dataclasses import dataclass
from typing import Literal

from temoin.words import Words, same

Family = Literal["reach", "use", "other"]


@dataclass(frozen=True, slots=True)
class Signal:
    """A measured signal as declared.

    Parameters
    ----------
    name : stable name in tables and JSON
    label : name for people
    family : ``reach`` when machines answer or are routed, whoever is awake; ``use`` when people act, and so sleep,
        rest and celebrate; ``other`` when nothing is known
    unit : what an absolute value counts
    aliases : names under which files carry it, in any case and punctuation
    service : the one service that it measures, by its own name; None where it measures a network. When it falls and
        the rest stays, the service is blocked or slowed, and the network is not down
    """

    name: str
    label: Words
    family: Family
    unit: Words
    aliases: tuple[str, ...] = ()
    service: str | None = None


KNOWN: tuple[Signal, ...] = (
    Signal(
        "active_probing",
        Words("sondage actif", "active probing"),
        "reach",
        Words("blocs /24 qui répondent", "/24 blocks that answer"),
        ("ping-slash24", "Active Probing (#/24s Up)", "probing", "trinocular"),
    ),
    Signal(
        "bgp",
        same("BGP"),
        "reach",
        Words("blocs /24 annoncés", "/24 blocks announced"),
        ("BGP (#Visible /24s)", "bgp visible slash24"),
    ),
    Signal(
        "search",
        Words("recherche Google", "Google search"),
        "use",
        Words("requêtes, relatives", "queries, relative"),
        ("gtr", "gtr-norm", "Google (Search)", "gtr_search", "gtr.WEB_SEARCH", "google search"),
    ),
    Signal(
        "cities",
        Words("villes vues par Mozilla", "cities seen by Mozilla"),
        "use",
        Words("villes", "cities"),
        ("mozilla", "Mozilla (City Count)", "city count"),
    ),
    Signal(
        "telescope",
        Words("télescope réseau", "network telescope"),
        "use",
        Words("adresses IP distinctes", "unique IP addresses"),
        ("merit-nt", "ucsd-nt", "Telescope (# Unique Source IPs)", "darknet"),
    ),
    Signal(
        "traffic",
        Words("trafic réseau", "network traffic"),
        "use",
        Words("octets, relatifs", "bytes, relative"),
        ("netflows", "radar.netflows", "cloudflare netflows"),
    ),
    Signal(
        "http",
        Words("requêtes HTTP", "HTTP requests"),
        "use",
        Words("requêtes, relatives", "requests, relative"),
        ("http requests", "radar.http", "cloudflare http"),
    ),
    Signal(
        "youtube",
        Words("trafic YouTube", "YouTube traffic"),
        "use",
        Words("part du trafic, normalisée", "share of traffic, normalised"),
        ("gtr.YOUTUBE", "google youtube"),
        service="YouTube",
    ),
    Signal(
        "google_traffic",
        Words("trafic d’un produit Google non précisé", "traffic of an unnamed Google product"),
        "use",
        Words("part du trafic, normalisée", "share of traffic, normalised"),
    ),
    Signal(
        "tor_users",
        Words("utilisateurs de Tor", "Tor users"),
        "use",
        Words("utilisateurs par jour, estimés", "users a day, estimated"),
        ("userstats-relay-country", "tor direct users"),
        service="Tor",
    ),
    Signal(
        "tor_bridge_users",
        Words("utilisateurs de Tor par des ponts", "Tor users through bridges"),
        "use",
        Words("utilisateurs par jour, estimés", "users a day, estimated"),
        ("userstats-bridge-country",),
        service="Tor",
    ),
    Signal(
        "ooni_measurements",
        Words("mesures OONI", "OONI measurements"),
        "use",
        Words("mesures", "measurements"),
        ("measurement_count",),
    ),
    Signal(
        "asns",
        Words("réseaux vus en BGP", "networks seen in BGP"),
        "reach",
        Words("systèmes autonomes annoncés", "autonomous systems announced"),
        ("asns_ris",),
    ),
    Signal(
        "prefixes_v4",
        Words("préfixes IPv4 vus en BGP", "IPv4 prefixes seen in BGP"),
        "reach",
        Words("préfixes IPv4 annoncés", "IPv4 prefixes announced"),
        ("v4_prefixes_ris",),
    ),
    Signal(
        "prefixes_v6",
        Words("préfixes IPv6 vus en BGP", "IPv6 prefixes seen in BGP"),
        "reach",
        Words("préfixes IPv6 annoncés", "IPv6 prefixes announced"),
        ("v6_prefixes_ris",),
    ),
    Signal(
        "connectivity",
        Words("connectivité", "connectivity"),
        "reach",
        Words("pour cent d’adresses IP joignables", "per cent of IP addresses reachable"),
        ("ip_observatory",),
    ),
)


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


_BY_NAME = {_folded(name): signal for signal in KNOWN for name in (signal.name, *signal.aliases)}


def signal_named(name: str) -> Signal:
    """Return the declared signal that a name means; an unknown name is kept as it is, family ``other``.

    Examples
    --------
    >>> signal_named("Active Probing (#/24s Up)").name
    'active_probing'
    >>> signal_named("gtr").family
    'use'
    >>> signal_named("YouTube").name, signal_named("YouTube").service
    ('youtube', 'YouTube')
    >>> signal_named("satisfaction").family
    'other'
    """
    kept = " ".join(name.split())
    return _BY_NAME.get(_folded(kept)) or Signal(kept, same(kept), "other", same(""))


def is_known(name: str) -> bool:
    """Return whether a name means a declared signal.

    Examples
    --------
    >>> is_known("GTR search"), is_known("satisfaction")
    (True, False)
    """
    return _folded(name) in _BY_NAME
