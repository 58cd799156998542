"""What stands before and after a number and says what it counts: money, percent, durations, data, nouns."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from temoin.claims.figures.cleaned import lowered
from temoin.claims.figures.currencies import (
    COUNTRY_OF,
    CURRENCIES,
    ISO,
    SIGNS,
    Money,
    money_before,
    money_named,
    money_sign,
    money_word,
)
from temoin.claims.figures.figure import Setting
from temoin.claims.figures.nouns import NEVER_COUNTED, noun_after, times_per
from temoin.claims.figures.vocabulary import MAGNITUDES
from temoin.evidence import Kind

_S = " \u00a0\u202f\u2009"
DURATIONS: dict[str, str] = {
    name: unit
    for names, unit in (
        ("seconde secondes second seconds sec", "s"),
        ("minute minutes min mn minutes-là", "min"),
        ("heure heures hour hours hr hrs h", "h"),
        ("jour jours day days journée journées", "day"),
        ("semaine semaines week weeks", "week"),
        ("mois month months", "month"),
        ("an ans année années year years", "year"),
        ("trimestre trimestres", "quarter"),
        ("décennie décennies decade decades", "decade"),
    )
    for name in names.split()
}
_PERCENTS = frozenset("pourcent pourcents pourcentage pourcentages percent pct pc".split())
# Symbols are told apart by their capitals: "Mb" is a bit and "MB" a byte.
SYMBOLS: dict[str, str] = {
    "ko": "kB", "Ko": "kB", "kB": "kB", "Mo": "MB", "MB": "MB", "Go": "GB", "GB": "GB", "To": "TB", "TB": "TB",
    "Po": "PB", "PB": "PB", "Gb": "Gbit", "Mb": "Mbit", "kbit/s": "kbit/s", "kbps": "kbit/s", "kb/s": "kbit/s",
    "Mbit/s": "Mbit/s", "Mbits/s": "Mbit/s", "Mb/s": "Mbit/s", "Mbps": "Mbit/s", "Gbit/s": "Gbit/s",
    "Gb/s": "Gbit/s", "Gbps": "Gbit/s", "Tbps": "Tbit/s", "Tbit/s": "Tbit/s", "Mo/s": "MB/s", "MB/s": "MB/s",
    "Go/s": "GB/s", "GB/s": "GB/s", "kH/s": "kH/s", "MH/s": "MH/s", "GH/s": "GH/s", "TH/s": "TH/s", "PH/s": "PH/s",
    "EH/s": "EH/s", "km": "km", "km/h": "km/h", "km²": "km²", "km2": "km²", "m²": "m²", "m2": "m²", "m³": "m³",
    "m": "m", "cm": "cm", "mm": "mm", "kg": "kg", "ha": "ha", "W": "W", "kW": "kW", "MW": "MW", "GW": "GW",
    "kWh": "kWh", "MWh": "MWh", "GWh": "GWh", "TWh": "TWh", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz",
    "°C": "°C", "ms": "ms", "BTC": "BTC", "ETH": "ETH", "octets": "B", "octet": "B", "bytes": "B",
    "gigaoctets": "GB", "gigabytes": "GB", "mégaoctets": "MB", "megabytes": "MB", "téraoctets": "TB",
    "terabytes": "TB", "kilomètres": "km", "kilometres": "km", "kilometers": "km", "mètres": "m", "mégabits": "Mbit",
}  # fmt: skip
GLUED = frozenset(SYMBOLS.values())
SYMBOL_WORDS = frozenset(re.split(r"[^a-zµé]", name.lower())[0] for name in SYMBOLS)
_OF = rf"(?:[{_S}]{{0,2}}|-|[{_S}]?\n)(?:(?:de|of|des)[{_S}\n]|d['’]{{1,2}})?"
_WORD = re.compile(rf"{_OF}(?:\((?=[^\W\d_]+\)))?([^\W\d_]+|[%‰$€£¥￥₸₽₦₹₩₴₺₫₪₵₱])")
_SYMBOL = re.compile(rf"[{_S}]?((?:[A-Za-zµ°é]+)(?:/[a-z])?[²³23]?)(?![^\W_])")
_PER_CENT = re.compile(r"[ \u00a0\u202f-]?cents?\b")
_HYPHENATED = re.compile(r"-([a-z]+)(?:-old)?\b")
_CFA = re.compile(r"[ \u00a0.-]{0,2}cfa\b")
_POINTS = re.compile(rf"[{_S}](?:de[{_S}]pourcentage|de[{_S}]base|percentage points)")
_SCALE = re.compile(rf"[{_S}]?([^\W\d_]+)(?![^\W_])")
_ALSO_WORDS = frozenset("da dt won sol real sum mark marks marques cent cents sterling".split())
_NAMED_BEFORE = frozenset("$€£¥￥₸₽₦₹₩₴₺₫₪₵₱")


class Unit(NamedTuple):
    """What a number counts: kind, unit, the span of the words that say so, whether there are any."""

    kind: Kind
    unit: str | None
    start: int
    end: int
    named: bool = True


class Units:
    """Finds the units around the numbers of one text."""

    def __init__(self, text: str, lower: str, setting: Setting) -> None:
        self._text = text
        self._lower = lower
        self._setting = setting

    def of(self, start: int, end: int, *, scaled: bool = False) -> Unit | None:
        """Return the unit of the number from ``start`` to ``end``; None where no word or sign says it."""
        if before := self._before(start, end):
            return before
        found = _WORD.match(self._lower, end)
        if found is None:
            return self._symbol(start, end) or self._noun(start, end)
        name = found[1]
        known = self._known(name, start, found, scaled=scaled)
        if known is None and name in SYMBOL_WORDS:
            known = self._symbol(start, end)
        # The "e" of "e-mails" is no word by itself.
        if known is not None or (name in NEVER_COUNTED and self._text[found.end() : found.end() + 1] != "-"):
            return known
        return self._noun(start, end)

    def money(self, position: int, money: Money) -> str | None:
        """Return the unit of an amount of money: its ISO code, a hundredth told as such, or None."""
        if money.word.hundredth:
            return money.word.hundredth
        setting = self._setting
        code = money.said or money.word.code(setting.nearby(position), setting.everywhere)
        return code or setting.currency

    def _before(self, start: int, end: int) -> Unit | None:
        last = self._text[start - 1 : start]
        if last in " \u00a0\u202f":
            last = self._text[start - 2 : start - 1]
        begin = max(0, start - 5)
        if last not in _NAMED_BEFORE and self._text[begin:start] == self._lower[begin:start]:
            return None  # codes are in capitals
        money = money_before(self._text, start)
        if money is None or (money.word is not SIGNS.get("$") and self._text[end : end + 1] == "%"):
            return None
        if last == "K" and self.money(start, money) is None:
            return None
        after = _WORD.match(self._lower, end)
        if after and after[1] in SIGNS and self._text[start - 1 : start] == " ":
            return None
        return Unit("money", self.money(start, money), money.start, end)

    def _known(self, name: str, start: int, found: re.Match[str], *, scaled: bool) -> Unit | None:
        special = _SPECIAL.get(name)
        if special is not None:
            return special(self, start, found)
        if name in SIGNS:
            return self._sign(start, found)
        if name in COUNTRY_OF and (named := money_named(self._lower, name, found.end())) is not None:
            return Unit("money", named.said, start, named.end)
        if name in CURRENCIES:
            return self._currency(name, start, found)
        if name in DURATIONS and not (scaled and self._lower[found.start(1) - 1 : found.start(1)] == "-"):
            return self._duration(name, start, found)
        code = self._text[found.start(1) : found.end(1)]
        return Unit("money", code, start, found.end()) if code in ISO else None

    def _sign(self, start: int, found: re.Match[str]) -> Unit | None:
        if self._text[found.end() : found.end() + 1].isdigit() and self._text[found.start(1) - 1].isspace():
            return None  # the sign is that of the next number
        money = money_sign(self._text, self._lower, found.start(1), found.end(1))
        return Unit("money", self.money(start, money), start, money.end)

    def _currency(self, name: str, start: int, found: re.Match[str]) -> Unit | None:
        if name in _ALSO_WORDS and not self._is_currency(name, start, found):
            return None
        money = money_word(self._lower, name, found.start(1), found.end(1))
        if money is None:
            return None
        if money.word.hundredth or self._text[start - 1 : start] != "$":
            return Unit("money", self.money(start, money), start, money.end)
        return None

    def _is_currency(self, name: str, start: int, found: re.Match[str]) -> bool:
        if name in ("cent", "cents"):
            return self._text[start : start + 1].isdigit() or self._setting.language == "en" or name == "cents"
        if name in ("da", "dt"):
            return self._text[found.start(1) : found.end(1)].isupper()
        if name in ("mark", "marks", "marques"):
            money = money_word(self._lower, name, found.start(1), found.end(1))
            return money is not None and money.said is not None
        return name in ("won", "sol", "real") and self._lower[found.start(1) - 3 : found.start(1)] in ("de ", "of ")

    def _duration(self, name: str, start: int, found: re.Match[str]) -> Unit | None:
        end = found.end()
        if hyphenated := _HYPHENATED.match(self._lower, found.start(1) - 1):
            end = hyphenated.end()
        return Unit("duration", DURATIONS[name], start, end)

    def percent(self, start: int, found: re.Match[str]) -> Unit | None:
        """Return the percentage that a sign or "pour cent" says; None where "pour" says something else."""
        if found[1] in ("pour", "per"):
            cent = _PER_CENT.match(self._lower, found.end())
            return Unit("percent", "%", start, cent.end()) if cent else None
        return Unit("percent", "‰" if found[1] == "‰" else "%", start, found.end())

    def francs_cfa(self, start: int, found: re.Match[str]) -> Unit | None:
        """Return the money that an "F" begins."""
        cfa = _CFA.match(self._lower, found.end())
        if cfa is None:
            return self._francs(start, found)
        money = Money(CURRENCIES["cfa"], None, start, cfa.end())
        return Unit("money", self.money(start, money), start, cfa.end())

    def _francs(self, start: int, found: re.Match[str]) -> Unit | None:
        # A bare "F" is a franc only where a country that has one is named.
        if self._text[found.start(1) : found.end() + 1] not in ("F ", "F.", "F,", "F)", "F\n", "F"):
            return None
        code = self.money(start, Money(CURRENCIES["franc"], None, start, found.end()))
        return Unit("money", code, start, found.end()) if code else None

    def times(self, start: int, found: re.Match[str]) -> Unit | None:
        """Return the times that a number counts: a rate, a factor, or how often."""
        noun = times_per(self._lower, found.start(1), found.end())
        return Unit("ratio" if noun.is_factor else "count", noun.unit, start, noun.end)

    def points(self, start: int, found: re.Match[str]) -> Unit | None:
        """Return the points that a number counts, which are no percentage."""
        after = _POINTS.match(self._lower, found.end())
        return Unit("count", "points", start, after.end() if after else found.end())

    def _symbol(self, start: int, end: int) -> Unit | None:
        found = _SYMBOL.match(self._text, end)
        unit = SYMBOLS.get(found[1]) if found else None
        if found is None or unit is None:
            return None
        if unit == "m" and self._text[end : end + 1] not in " \u00a0\u202f":
            return None
        return Unit("count", unit, start, found.end())

    def _noun(self, start: int, end: int) -> Unit | None:
        noun = noun_after(self._text, end, language=self._setting.language)
        if noun is None:
            return None
        return Unit("ratio" if noun.is_factor else "count", noun.unit, start, noun.end)


_Special = Callable[[Units, int, re.Match[str]], Unit | None]
_SPECIAL: Mapping[str, _Special] = dict.fromkeys(("%", "‰", "pour", "per", *sorted(_PERCENTS)), Units.percent) | {
    "f": Units.francs_cfa,
    "points": Units.points,
    "point": Units.points,
    "fois": Units.times,
    "times": Units.times,
}


def is_counted(text: str, end: int, language: str | None) -> bool:
    """Return whether the words after a number that may be a year or a day make it a figure: "2000 personnes".

    Examples
    --------
    >>> is_counted("2000 personnes", 4, "fr"), is_counted("2000, il", 4, "fr")
    (True, False)
    """
    window = text[max(0, end - 8) : end + 48]
    at = min(end, 8)
    if (found := _SCALE.match(window, at)) and found[1].lower() in MAGNITUDES:
        return True
    return Units(window, lowered(window), Setting(language)).of(at, at) is not None
