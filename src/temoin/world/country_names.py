"""Countries: ISO codes, names in French and English, currency, and the time zones their people live by.

Names, the correspondence of two-letter and three-letter codes, and currencies are those of CLDR as Babel carries it;
the zones are those of the table ``zone.tab`` of the IANA database. Variants of names are ours (``country_forms.csv``).
Kosovo has no ISO code: it stands here as ``XK`` and ``XKX``, which the World Bank and the European Union use.
"""

import datetime as dt
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from temoin.errors import InputError
from temoin.words import Words
from temoin.world.forms import bare_words, read_forms
from temoin.world.zone_table import zones_of

# CLDR keeps the three-letter codes of states that are no more beside those of their successors.
_WITHDRAWN = frozenset({"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"})
_KOSOVO = "XK"
# CLDR lists several currencies for these; theirs first, not the one they share.
_OWN_CURRENCY = {"BT": "BTN", "HT": "HTG", "LS": "LSL", "NA": "NAD", "PA": "PAB", "PS": "ILS", "ZW": "ZWG"}
_CURRENCIES_OF = dt.date(2026, 1, 1)
# CLDR 48 knows it; the version in Babel 2.18 still gives the lev on that day.
_LATER_CURRENCY = {"BG": "EUR"}
# CLDR writes these for menus, not for sentences.
_NAMES = {
    "CD": Words("République démocratique du Congo", "Democratic Republic of the Congo"),
    "CG": Words("République du Congo", "Republic of the Congo"),
    "HK": Words("Hong Kong", "Hong Kong"),
    "MM": Words("Birmanie", "Myanmar"),
    "MO": Words("Macao", "Macao"),
}
# What may follow a name in brackets or after a comma without naming another place.
_DESCRIBES = frozenset(
    {
        *("arab", "bolivarian", "dem", "democratic", "fed", "federal", "federated", "federation", "islamic", "kingdom"),
        *("of", "people", "peoples", "plurinational", "rep", "republic", "s", "state", "states", "sultanate", "the"),
        *("union", "united", "arabe", "bolivarienne", "democratique", "du", "de", "des", "etat", "etats", "federale"),
        *("federes", "islamique", "l", "la", "royaume", "republique", "unie", "unis", "province", "china"),
        *("d", "rb", "sts"),
    }
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1.

    Parameters
    ----------
    iso2, iso3 : ISO 3166-1 codes of two and three letters
    name : name in French and English
    currency : ISO 4217 code of its own currency on 1 January 2026; None where it has none
    zones : IANA zones, the capital's first, then in the order of the zone table; empty for two uninhabited islands
    """

    iso2: str
    iso3: str
    name: Words
    currency: str | None
    zones: tuple[str, ...]


def menu_names(iso2: str) -> tuple[str, str]:
    """Return the names of CLDR, made for menus, in French and English: ``Congo-Kinshasa``, ``Myanmar (Burma)``."""
    from babel import Locale

    return Locale("fr").territories[iso2], Locale("en").territories[iso2]


@cache
def countries() -> tuple[Country, ...]:
    """Return every country, in order of two-letter code; also at hand as ``world.COUNTRIES``."""
    from babel import Locale
    from babel.core import get_global

    french, english = Locale("fr").territories, Locale("en").territories
    codes = {
        targets[0]: alias
        for alias, targets in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", alias) and alias not in _WITHDRAWN
    }
    zones = zones_of()
    wanted = sorted([*zones, "BV", "HM"])
    return tuple(
        Country(
            iso2,
            "XKX" if iso2 == _KOSOVO else codes[iso2],
            _NAMES.get(iso2) or Words(french[iso2].replace("'", "’"), english[iso2].replace("'", "’")),
            _currency(iso2),
            zones.get(iso2, ()),
        )
        for iso2 in wanted
    )


def country(code_or_name: str) -> Country:
    """Return the country that a code or a name stands for.

    A code is ISO 3166-1 of two or three letters. A name may be French or English, current, formal or former, with or
    without accents and capitals. A name that two countries share is refused, never guessed.

    Parameters
    ----------
    code_or_name : such as ``KZ``, ``KAZ``, ``Kazakhstan``, ``Iran (Islamic Republic Of)``

    Raises
    ------
    InputError : nothing is known by that name, with those that look like it; or several are, with their codes

    Examples
    --------
    >>> country("KAZ").name.fr, country("cote d'ivoire").iso2, country("Iran (Islamic Republic Of)").iso3
    ('Kazakhstan', 'CI', 'IRN')
    """
    by_code = _by_code()
    if found := by_code.get(code_or_name.strip().upper()):
        return found
    candidates = _candidates(code_or_name)
    if len(candidates) == 1:
        return by_code[next(iter(candidates))]
    raise _ambiguous(code_or_name, candidates) if candidates else _unknown(code_or_name)


def find_country(code_or_name: str) -> Country | None:
    """Return the country that a code or a name stands for, None where it stands for none or for several.

    Examples
    --------
    >>> found = find_country("Allemagne")
    >>> found and found.iso2, find_country("Congo"), find_country("Atlasie")
    ('DE', None, None)
    """
    if found := _by_code().get(code_or_name.strip().upper()):
        return found
    candidates = _candidates(code_or_name)
    return _by_code()[next(iter(candidates))] if len(candidates) == 1 else None


@cache
def _by_code() -> dict[str, Country]:
    return {item.iso2: item for item in countries()} | {item.iso3: item for item in countries()}


@cache
def _by_name() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for form in read_forms():
        if form.how in ("name", "alias"):
            names.setdefault(_folded(form.text), set()).add(form.iso2)
    for item in countries():
        for text in (item.name.fr, item.name.en, *menu_names(item.iso2)):
            names.setdefault(_folded(text), set()).add(item.iso2)
    return {name: frozenset(codes) for name, codes in names.items()}


def _candidates(text: str) -> frozenset[str]:
    names = _by_name()
    if found := names.get(_folded(text)):
        return found
    main, rest = _split(text)
    found, again = names.get(_folded(main), frozenset()), names.get(_folded(rest))
    return found if found == again or (rest and _DESCRIBES.issuperset(_folded(rest).split())) else frozenset()


def _split(text: str) -> tuple[str, str]:
    main, mark, rest = re.sub(r"[()]", ",", text).partition(",")
    return (main, rest) if mark else (text, "")


def _folded(text: str) -> str:
    words = bare_words(text)
    if len(words) > 1 and words[0] in ("the", "le", "la", "les", "l"):
        words = words[1:]
    return " ".join("saint" if word == "st" else word for word in words)


def _currency(iso2: str) -> str | None:
    from babel.numbers import get_territory_currencies

    listed = get_territory_currencies(iso2, _CURRENCIES_OF, _CURRENCIES_OF)
    own = _LATER_CURRENCY.get(iso2) or _OWN_CURRENCY.get(iso2)
    return own or (str(listed[0]) if listed else None)


@lru_cache(maxsize=4096)
def _near(name: str) -> tuple[str, ...]:
    # A list of thousands of rows may write one name that nobody knows in each.
    close = get_close_matches(name, _by_name(), n=3, cutoff=0.7)
    return tuple(sorted({code for each in close for code in _by_name()[each]}))


def _unknown(text: str) -> InputError:
    named = [_by_code()[code] for code in _near(_folded(text))]
    if not named:
        remedy = Words("écrivez un code ISO 3166, par exemple KZ", "write an ISO 3166 code, for instance KZ")
    else:
        remedy = Words(
            "voulez-vous dire " + ", ".join(f"{item.name.fr} ({item.iso2})" for item in named) + "\u202f?",
            "did you mean " + ", ".join(f"{item.name.en} ({item.iso2})" for item in named) + "?",
        )
    return InputError(text, Words("pays inconnu", "unknown country"), remedy)


def _ambiguous(text: str, codes: frozenset[str]) -> InputError:
    named = [_by_code()[code] for code in sorted(codes)]
    return InputError(
        text,
        Words("plusieurs pays portent ce nom", "several countries bear this name"),
        Words(
            "écrivez " + " ou ".join(f"{item.iso2} ({item.name.fr})" for item in named),
            "write " + " or ".join(f"{item.iso2} ({item.name.en})" for item in named),
        ),
    )
