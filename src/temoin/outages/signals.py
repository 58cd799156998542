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
    """

    name: str
    label: Words
    family: Family
    unit: Words
    aliases: tuple[str, ...] = ()


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
    >>> signal_named("youtube").name, signal_named("youtube").family
    ('youtube', 'other')
    """
    kept = " ".join(name.split())
    return _BY_NAME.get(_folded(kept)) or Signal(kept, same(kept), "other", same(""))
