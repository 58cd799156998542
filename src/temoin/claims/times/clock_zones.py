"""What the words behind a clock time say of its zone."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

ZoneSaid = Literal["utc", "local", "named", "unknown", "none"]

_S = "[ \n\u00a0\u202f]"
_ZONE = re.compile(
    rf"{_S}?,?{_S}?(?P<open>[(\[])?{_S}?(?:"
    rf"(?:heure )?(?P<utc>UTC|GMT|T\.?U\.?(?=\W|$)|temps universel|Z\b)"
    rf"(?P<offset>{_S}?[+−–-]{_S}?\d{{1,2}}(?:(?::|h)?[0-5]\d)?)?(?!\w)"
    rf"|(?P<plain>[+−-]\d\d:?[0-5]\d(?!\d))"
    rf"|(?P<local>(?:à l['’]|en )?heures? (?:locales?|du pays)|locales?\b|(?:in )?local(?: time)?\b|dans le pays|"
    rf"in the country)"
    rf"|(?:à l['’])?heures? (?:de |d['’]|du )(?P<city_fr>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
    rf"|heures? (?P<of>française|marocaine|algérienne|tunisienne|russe|chinoise|kazakhe|belge|suisse|allemande)s?\b"
    rf"|(?P<city_en>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) time\b"
    rf"|(?P<letters>[A-Z]{{3,4}})(?![\w-]))(?(open)[)\]]?)"
)
_COUNTRIES = {
    "française": "France",
    "marocaine": "Maroc",
    "algérienne": "Algérie",
    "tunisienne": "Tunisie",
    "russe": "Moscou",
    "chinoise": "Chine",
    "kazakhe": "Kazakhstan",
    "belge": "Belgique",
    "suisse": "Suisse",
    "allemande": "Allemagne",
}
# Each of these names one offset; of those that name several, none is chosen.
_OFFSETS = {
    **dict.fromkeys(("WET",), 0.0),
    **dict.fromkeys(("CET", "WEST", "WAT"), 1.0),
    **dict.fromkeys(("CEST", "EET", "CAT", "SAST"), 2.0),
    **dict.fromkeys(("EEST", "EAT", "MSK"), 3.0),
    **dict.fromkeys(("PKT",), 5.0),
    **dict.fromkeys(("NPT",), 5.75),
    **dict.fromkeys(("WIB",), 7.0),
    **dict.fromkeys(("HKT",), 8.0),
    **dict.fromkeys(("JST", "KST"), 9.0),
}
_SHARED = frozenset("EST EDT CST CDT MST PST PDT IST BST AST ALMT".split())


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """The zone that words say.

    Parameters
    ----------
    end : where they end
    said : ``unknown`` is an abbreviation that several zones share
    shift : offset from UTC where ``said`` is ``utc``
    city : the place whose time it is where ``said`` is ``named``
    """

    end: int
    said: ZoneSaid
    shift: dt.timedelta = dt.timedelta()
    city: str | None = None


def zone_words(text: str, end: int) -> ZoneWords | None:
    """Return the zone that the words behind a clock time say, or None.

    Examples
    --------
    >>> zone_words("10h30 (UTC+5:30)", 5)
    ZoneWords(end=16, said='utc', shift=datetime.timedelta(seconds=19800), city=None)
    """
    found = _ZONE.match(text, end)
    if found is None:
        return None
    end = found.end()
    if found["letters"]:
        return _abbreviated(found["letters"], end)
    if found["utc"] or found["plain"]:
        return ZoneWords(end, "utc", _shift(found["plain"] or found["offset"]))
    city = found["city_fr"] or found["city_en"] or _COUNTRIES.get(found["of"] or "")
    return ZoneWords(end, "named", city=city) if city else ZoneWords(end, "local")


def _abbreviated(letters: str, end: int) -> ZoneWords | None:
    if letters in _OFFSETS:
        return ZoneWords(end, "utc", dt.timedelta(hours=_OFFSETS[letters]))
    return ZoneWords(end, "unknown") if letters in _SHARED else None


def _shift(printed: str | None) -> dt.timedelta:
    if not printed:
        return dt.timedelta()
    digits = re.sub(r"\D", "", printed)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    shift = dt.timedelta(hours=hours, minutes=minutes)
    return shift if "+" in printed else -shift
