"""Control countries: where nothing related is expected, so that a fall seen there too is the instrument's.

A control has about as many internet users (CIA World Factbook), lies in another subregion (United Nations M49) than the
place asked and than the other controls, has no land border with it, and is not in the case. Candidates are ours:
countries of all sizes whose networks are widely measured and rarely cut nationwide, with their land neighbours. A
control is no promise: what happened there at the same hour is to be looked at.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.errors import InputError
from temoin.quantity import print_number
from temoin.words import LANGUAGES, Words
from temoin.world import Figure, country, figures

MOST = 5

_SUBREGIONS: dict[str, tuple[Words, str]] = {
    "northern africa": (Words("Afrique du Nord", "Northern Africa"), "DZ EG LY MA SD TN EH"),
    "western africa": (
        Words("Afrique de l’Ouest", "Western Africa"),
        "BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG",
    ),
    "middle africa": (Words("Afrique centrale", "Middle Africa"), "AO CM CF TD CG CD GQ GA ST"),
    "eastern africa": (
        Words("Afrique de l’Est", "Eastern Africa"),
        "IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS TZ UG ZM ZW",
    ),
    "southern africa": (Words("Afrique australe", "Southern Africa"), "BW LS NA SZ ZA"),
    "caribbean": (
        Words("Caraïbes", "the Caribbean"),
        "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    ),
    "central america": (Words("Amérique centrale", "Central America"), "BZ CR GT HN MX NI PA SV"),
    "south america": (
        Words("Amérique du Sud", "South America"),
        "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    ),
    "northern america": (Words("Amérique du Nord", "Northern America"), "BM CA GL PM US"),
    "central asia": (Words("Asie centrale", "Central Asia"), "KG KZ TJ TM UZ"),
    "eastern asia": (Words("Asie de l’Est", "Eastern Asia"), "CN HK JP KP KR MN MO TW"),
    "south-eastern asia": (Words("Asie du Sud-Est", "South-eastern Asia"), "BN ID KH LA MM MY PH SG TH TL VN"),
    "southern asia": (Words("Asie du Sud", "Southern Asia"), "AF BD BT IN IR LK MV NP PK"),
    "western asia": (
        Words("Asie de l’Ouest", "Western Asia"),
        "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    ),
    "eastern europe": (Words("Europe de l’Est", "Eastern Europe"), "BG BY CZ HU MD PL RO RU SK UA"),
    "northern europe": (
        Words("Europe du Nord", "Northern Europe"),
        "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    ),
    "southern europe": (
        Words("Europe du Sud", "Southern Europe"),
        "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    ),
    "western europe": (Words("Europe de l’Ouest", "Western Europe"), "AT BE CH DE FR LI LU MC NL"),
    "oceania": (
        Words("Océanie", "Oceania"),
        "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
    ),
}

_CANDIDATES: dict[str, str] = {
    # a candidate and its land neighbours
    "US": "CA MX",
    "CA": "US GL",
    "MX": "US GT BZ",
    "CR": "NI PA",
    "PA": "CR CO",
    "BR": "AR BO CO GF GY PY PE SR UY VE",
    "AR": "BO BR CL PY UY",
    "CL": "AR BO PE",
    "UY": "AR BR",
    "PY": "AR BO BR",
    "DO": "HT",
    "JM": "",
    "TT": "",
    "DE": "AT BE CH CZ DK FR LU NL PL",
    "NL": "BE DE",
    "AT": "CH CZ DE HU IT LI SI SK",
    "CH": "AT DE FR IT LI",
    "IT": "AT CH FR SI SM VA",
    "PT": "ES",
    "GR": "AL BG MK TR",
    "HR": "BA HU ME RS SI",
    "SI": "AT HR HU IT",
    "SE": "FI NO",
    "FI": "NO RU SE",
    "EE": "LV RU",
    "IE": "GB",
    "IS": "",
    "PL": "BY CZ DE LT RU SK UA",
    "CZ": "AT DE PL SK",
    "HU": "AT HR RO RS SI SK UA",
    "JP": "",
    "KR": "KP",
    "TW": "",
    "MN": "CN RU",
    "MY": "BN ID SG TH",
    "SG": "MY",
    "OM": "AE SA YE",
    "KW": "IQ SA",
    "CY": "",
    "MA": "DZ EH ES",
    "GH": "BF CI TG",
    "CV": "",
    "ZA": "BW LS MZ NA SZ ZW",
    "BW": "NA ZA ZM ZW",
    "NA": "AO BW ZA ZM",
    "RW": "BI CD TZ UG",
    "MU": "",
    "AU": "",
    "NZ": "",
    "FJ": "",
}

_MILLIONS = Words("{n} millions d’internautes", "{n} million internet users")
_WHY = Words(
    "{name} ({code}) : {users}, {against} ; {region}, sans frontière commune",
    "{name} ({code}): {users}, {against}; {region}, no common border",
)
_AGAINST = Words("contre {n} millions ({place})", "against {n} million ({place})")
_UNKNOWN = Words("nombre inconnu pour {place}", "number unknown for {place}")
_CHOSEN = Words("{name} ({code}) : choisi par vous", "{name} ({code}): chosen by you")
_THIS_PLACE = Words("ce lieu", "this place")
_NO_NUMBER = Words("nombre d’internautes inconnu", "number of internet users unknown")
_SIZE_UNKNOWN = 10_000_000
_FAR = Decimal(99)
_ROUND_FROM = 20


@dataclass(frozen=True, slots=True)
class Control:
    """A control country, and in one line why it was chosen."""

    code: str
    why: Words


def choose_controls(place: str | None, *, avoiding: Collection[str] = ()) -> tuple[Control, ...]:
    """Return five control countries for a country, the nearest in number of internet users first.

    Parameters
    ----------
    place : ISO 3166 code of the country the place is or lies in; None where it is not known, and ten million users
        stand for its size
    avoiding : countries that are known to be in the case

    Raises
    ------
    InputError : no country of that code

    Examples
    --------
    >>> [control.code for control in choose_controls("KZ")] == [control.code for control in choose_controls("KZ")]
    True
    """
    target = country(place).iso2 if place else None
    users = _users(target) if target else None
    barred = {*avoiding, *([target] if target else [])}
    region = _subregion(target) if target else None
    ranked = sorted(
        (code for code in _CANDIDATES if code not in barred and _unrelated(code, barred)),
        key=lambda code: (_distance(code, users), code),
    )
    taken: dict[str, str] = {}
    for code in ranked:
        own = _subregion(code)
        if own != region and own not in taken and len(taken) < MOST:
            taken[own] = code
    return tuple(Control(code, _why(code, target, users)) for code in taken.values())


def named_controls(codes: Sequence[str]) -> tuple[Control, ...]:
    """Return the controls that a person named, each once.

    Raises
    ------
    InputError : no country of that name or code
    """
    named = [country(code.strip()) for code in codes if code.strip()]
    if not named:
        raise InputError(
            "--controls",
            Words("pays attendus", "expected countries"),
            Words("écrivez par exemple --controls PT,UY", "write for instance --controls PT,UY"),
        )
    return tuple(Control(item.iso2, _CHOSEN.filled(name=item.name, code=item.iso2)) for item in dict.fromkeys(named))


def _unrelated(code: str, barred: set[str]) -> bool:
    return barred.isdisjoint(_CANDIDATES[code].split())


def _subregion(code: str) -> str:
    return next((name for name, (_, members) in _SUBREGIONS.items() if code in members.split()), code)


def _users(code: str) -> Figure | None:
    known = [item for item in figures(code) if item.indicator == "internet_users"]
    return max(known, key=lambda item: item.year, default=None)


def _distance(code: str, users: Figure | None) -> Decimal:
    own = _users(code)
    if own is None:
        return _FAR
    return abs((own.value / (users.value if users else _SIZE_UNKNOWN)).log10())


def _why(code: str, target: str | None, users: Figure | None) -> Words:
    place = country(target).name if target else _THIS_PLACE
    own = _users(code)
    return _WHY.filled(
        name=country(code).name,
        code=code,
        users=_MILLIONS.filled(n=_millions(own)) if own else _NO_NUMBER,
        against=_AGAINST.filled(n=_millions(users), place=place) if users else _UNKNOWN.filled(place=place),
        region=_SUBREGIONS[_subregion(code)][0],
    )


def _millions(users: Figure | None) -> Words:
    if users is None:
        return _NO_NUMBER
    millions = users.value / 1_000_000
    decimals = 0 if millions >= _ROUND_FROM else 1 if millions >= 1 else 2
    return Words(*(f"{print_number(millions, decimals, language)}" for language in LANGUAGES))
