"""The numbers of a text, in digits, in words, and in both ("2 millions 300 mille", "3 cent mille", "6,5 Md")."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from temoin.claims.figures.cardinals import cardinal_at
from temoin.claims.figures.han import han_numbers
from temoin.claims.figures.left_alone import after_reference_word
from temoin.claims.figures.nouns import NOUNS, noun_after
from temoin.claims.figures.numbers import NO_SPACES, NUMBER, SPACES, DecimalSign, Habits, Number, find_numbers
from temoin.claims.figures.spelled import Numeral, find_spelled
from temoin.claims.figures.vocabulary import FRENCH_LONG_SCALE, MAGNITUDES, WORDS, Part, magnitudes

_ONE = (Decimal(1),)
_MAGNITUDE = re.compile(rf"(?:[{SPACES}]{{0,2}}|[{SPACES}]?\n)(?:([百千万亿億萬]+)|([^\W\d_]+))")
_ABBREVIATED = frozenset(["тыс", "млн", "млрд", "трлн", "mln", "mio", "mn"])
_ORDINAL = re.compile(
    rf"(?:(?:ᵉʳᵉ|ᵉʳ|ᵉ|[eè]re|er|i?[èe]mes?|nde?|st|nd|rd|th|e)(?![^\W_])|[{SPACES}](?:ᵉ|e|[èe]me)(?=[{SPACES}\n.,;)]))"
    rf"(?![{SPACES}]?(?:siècle|century|arrondissement|république|republic|circonscription|trimestre|semestre|"
    r"quarter|amendment|division|régiment|étage|chambre|ministre|dame\b|degré|semestre|mandat|jour\b))"
)
_HALF_MORE = re.compile(
    rf"[{SPACES}](?:et[{SPACES}](?P<half>demie?)|and[{SPACES}]a[{SPACES}](?P<a_half>half)|et[{SPACES}](?:un[{SPACES}])?(?P<quarter>quart)|"
    rf"et[{SPACES}](?P<quarters>trois[{SPACES}]quarts))(?![^\W_])"
)
_ADDED = {"half": "0.5", "a_half": "0.5", "quarter": "0.25", "quarters": "0.75"}
_GAP = re.compile(rf"[{SPACES}](?:et[{SPACES}])?(?=[0-9a-z])")
_ARABIC_AND = re.compile(r" و ?(?=[0-9])")
_SLASHED = re.compile(r"[1-9](?<![0-9/.,:-][1-9])/(10|[2-9])(?![0-9/.,:%])(?=[ \u00a0\n.,;)]|\Z)")
_WHOLE = re.compile(r"(?<![0-9/.,:-])([0-9]{1,3})[ \u00a0]{1,2}\Z")
_DEEPEST = 4
_DAY_LEADS = re.compile(
    rf"(?<![^\W_])(?:le|du|au|the|on|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|"
    rf"satur|sun)day)[{SPACES}]\Z"
)
_SIGNS = {"½": "0.5", "⅓": "0.3333", "⅔": "0.6667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6",
          "⅘": "0.8", "⅙": "0.1667", "⅚": "0.8333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}  # fmt: skip
_VULGAR = re.compile(f"[{''.join(_SIGNS)}]")
_ANOTHER_M = re.compile(r"(?:,| and| or| to)[ \n][0-9][0-9.,]*m(?![^\W_])")
_PEOPLE = frozenset(
    "residents citizens viewers listeners visitors refugees students workers adults tourists passengers travellers "
    "streams copies homes children women men callers players barrels doses".split()
)
_ON_A_NAME = re.compile(r" on [A-Z]")
_LOWER_AFTER = re.compile(r"[ \u00a0][a-zà-ÿ]|[,;:)\n]|\Z")
_LETTERS_OF_MONEY = re.compile(r"[$€£]\Z|(?:USD|EUR|GBP)[ \u00a0]?\Z")
_MONEY_AFTER = re.compile(r"[ \u00a0\u202f]?(?:[$€£]|usd|eur|euros?|dollars?|fcfa|dh|f cfa)")
# "MDH" is a million dirhams, "kUSD" a thousand dollars.
_LETTER_AND_CODE = re.compile(r"(M|k|K|Md|Mds)(?:DHS?|USD|EUR|FCFA|CFA|DA|DT|CHF|XOF|XAF|MAD|FCF)\Z")


def find_numerals(
    text: str,
    lower: str,
    language: str | None,
    *,
    decimal: DecimalSign | None = None,
    taken: Sequence[tuple[int, int]] = (),
) -> list[Numeral]:
    """Return the numbers of a cleaned text in order, none inside another.

    Parameters
    ----------
    taken : spans of dates and clock times, in order: no number goes on from one

    Examples
    --------
    >>> text = "deux à 3 cent mille"
    >>> [str(found.value) for found in find_numerals(text, text, "fr")]
    ['2', '300000']
    """
    reader = _Digits(text, lower, language, Habits(text, language=language, decimal=decimal))
    reader.taken_ends = frozenset(end for _, end in taken)
    found: list[Numeral] = []
    until = 0
    # The leading line break lets a word at the very start have something before it, as every other has.
    words = (
        one._replace(start=one.start - 1, end=one.end - 1) for one in find_spelled("\n" + lower, language=language)
    )
    numerals = [*reader.all(), *words]
    numerals += _slashed(text) if "/" in text else ()
    numerals += _vulgar(text) if any(sign in text for sign in _SIGNS) else ()
    numerals += [one for stream in han_numbers(text) for one in stream]
    numerals.sort()
    for numeral in numerals:
        if numeral.start >= until:
            found.append(numeral)
            until = numeral.end
        elif numeral.start < found[-1].end < numeral.end and numeral.form == "share":
            found[-1] = numeral
            until = numeral.end
    return found


def _vulgar(text: str) -> Iterator[Numeral]:
    for match in _VULGAR.finditer(text):
        yield Numeral(match.start(), match.end(), (_SIGNS[match[0]],), _ONE, "share")


def _slashed(text: str) -> Iterator[Numeral]:
    for match in _SLASHED.finditer(text):
        share = Decimal(match[0][0]) / Decimal(match[1])
        if share < 1:
            whole = _WHOLE.search(text, max(0, match.start() - 6), match.start())
            value = Decimal(whole[1] if whole else 0) + share
            start = whole.start() if whole else match.start()
            yield Numeral(start, match.end(), (f"{value.quantize(Decimal('0.0001')).normalize():f}",), _ONE, "share")


class _Digits:
    def __init__(self, text: str, lower: str, language: str | None, habits: Habits) -> None:
        self._text = text
        self._lower = lower
        self._language = language
        self._words = WORDS[language]
        self._habits = habits
        self._depth = 0
        self.taken_ends: frozenset[int] = frozenset()

    def _is_apart(self, start: int, end: int) -> bool:
        # "Article 12, 15 millions", "le 12, 40 %": what follows the comma is another number.
        lead = _DAY_LEADS.search(self._lower, max(0, start - 12), start)
        return end in self.taken_ends or lead is not None or after_reference_word(self._lower, start)

    def all(self) -> Iterator[Numeral]:
        until = 0
        for number in find_numbers(self._text, self._habits, self._is_apart):
            if number.start >= until:
                found = self._numeral(number)
                until = found.end
                yield found

    def _numeral(self, number: Number) -> Numeral:
        start, end, readings = number
        after = self._text[end : end + 1]
        if not after or (after not in SPACES and after != "\n" and not after.isalpha()):
            return Numeral(start, end, readings, _ONE, "digits")
        if rank := self._rank(number):
            return rank
        ones, stop, printed = self._magnitude(start, end)
        if printed is None:
            return self._unscaled(number)
        if len(readings) > 1 and self._language in ("fr", "en"):
            readings = readings[:1]  # "1,028 million" is a decimal: nobody prints a thousand millions so
        found = Numeral(start, stop, readings, ones, "digits")
        return self._continued(found) if after != "\n" else found

    def _rank(self, number: Number) -> Numeral | None:
        start, end, readings = number
        if self._text[end] not in SPACES + "ᵉeèérnsti":
            return None
        ordinal = _ORDINAL.match(self._text, end)
        digits = readings[0]
        if ordinal is None or not digits.isdigit() or len(digits) > (3 if self._text[end] in SPACES else 6):
            return None
        return Numeral(start, ordinal.end(), (digits,), _ONE, "rank")

    def _magnitude(self, start: int, end: int) -> tuple[tuple[Decimal, ...], int, str | None]:
        match = _MAGNITUDE.match(self._text, end)
        if match is None:
            return _ONE, end, None
        word: str = match[1] or match[2]
        if word not in MAGNITUDES and (len(word) < 3 or (word := word.lower()) not in MAGNITUDES):
            return self._letter(start, end, match)
        if match[1] is None and len(word) <= 2 and not self._is_letter(match, word):
            return _ONE, end, None
        stop = match.end()
        if word in _ABBREVIATED and self._text[stop : stop + 1] == ".":
            stop += 1
        if word in FRENCH_LONG_SCALE:
            return magnitudes(word, language=self._language), stop, word
        return (Decimal(10) ** MAGNITUDES[word],), stop, word

    def _letter(self, start: int, end: int, match: re.Match[str]) -> tuple[tuple[Decimal, ...], int, str | None]:
        coded = _LETTER_AND_CODE.match(match[2] or "")
        if coded:
            return magnitudes(coded[1], language=self._language), match.start(2) + len(coded[1]), coded[1]
        if match[2] in ("m", "b") and match.start(2) == end:
            beside = _LETTERS_OF_MONEY.search(self._text, max(0, start - 4), start)
            if beside or _MONEY_AFTER.match(self._lower, match.end()) or self._counts_people(match.end(), match[2]):
                return (Decimal(10) ** (6 if match[2] == "m" else 9),), match.end(), match[2]
        return _ONE, end, None

    def _counts_people(self, end: int, letter: str) -> bool:
        # "9.5m social media users" are millions, "a 9.5m mast" is not.
        if self._language == "fr" or letter != "m":
            return False
        while another := _ANOTHER_M.match(self._text, end):
            end = another.end()  # "40m and 35m users"
        if _ON_A_NAME.match(self._text, end):
            return True
        noun = noun_after(self._text, end, language="en")
        return noun is not None and (noun.printed.lower() in NOUNS or noun.printed.lower() in _PEOPLE)

    def _is_letter(self, match: re.Match[str], word: str) -> bool:
        if "\n" in match[0]:
            return False
        after = self._text[match.end() : match.end() + 1]
        if after and after in ".’'&/-²³" and not (after == "." and match.start(2) == match.start()):
            return False
        if match.start(2) > match.start():  # "450 M. Dupont", "12 K Street"
            return (
                word in ("Md", "Mds", "md", "mds", "bn", "mn", "tn", "k")
                or after in ("€", "$", "£")
                or (word in ("M", "k", "K") and _MONEY_AFTER.match(self._lower, match.end()) is not None)
                or (word in ("M", "K") and _LOWER_AFTER.match(self._text, match.end()) is not None)
            )
        return True

    def _unscaled(self, number: Number) -> Numeral:
        start, end, readings = number
        plain = Numeral(start, end, readings, _ONE, "digits")
        if len(readings) > 1:
            return plain
        gap = _GAP.match(self._lower, end)
        if gap is None:
            return plain
        if half := _HALF_MORE.match(self._lower, end):
            return self._with_half(plain, half)
        return self._by_word(plain)

    def _by_word(self, plain: Numeral) -> Numeral:
        match = _MAGNITUDE.match(self._lower, plain.end)
        word = self._words.get(match[2]) if match and match[2] else None
        if match is None or word is None or (match.start(2) == plain.end and word.part is not Part.DOZEN):
            return plain
        if word.part is Part.DOZEN:
            return Numeral(plain.start, match.end(), plain.readings, (Decimal(word.value),), "dozen")
        if word.part is not Part.HUNDRED or not plain.readings[0].isdigit() or len(plain.readings[0]) > 2:
            return plain
        hundreds = Numeral(plain.start, match.end(), plain.readings, (Decimal(100),), "digits")
        continued = self._continued(hundreds)
        # "50 cents par baril" are coins; "3 cents personnes" and "3 cent mille" are hundreds.
        return plain if continued is hundreds and self._are_coins(match.end()) else continued

    def _are_coins(self, end: int) -> bool:
        match = re.compile(rf"[{SPACES}]([^\W\d_]+)").match(self._lower, end)
        return match is None or not match[1].endswith(("s", "x")) or match[1] in ("plus", "moins", "dans", "sans")

    def _with_half(self, found: Numeral, half: re.Match[str]) -> Numeral:
        assert half.lastgroup is not None
        value = Decimal(found.readings[0]) + Decimal(_ADDED[half.lastgroup])
        return Numeral(found.start, half.end(), (f"{value:f}",), found.ones, "words")

    def _continued(self, found: Numeral) -> Numeral:
        if found.ones[0] >= 1000 and (more := _ARABIC_AND.match(self._text, found.end)):
            return self._plus_digits(found, more.end(), Decimal(found.readings[0]) * found.ones[0]) or found
        gap = _GAP.match(self._lower, found.end)
        if gap is None or len(found.ones) > 1:
            return found
        if half := _HALF_MORE.match(self._lower, found.end):
            return self._with_half(found, half)
        if not found.readings[0].isdigit():
            return found
        return self._times(found) or self._plus(found, gap) or found

    def _times(self, found: Numeral) -> Numeral | None:
        if found.ones[0] > 1000:
            return None
        match = _MAGNITUDE.match(self._lower, found.end)
        word = self._words.get(match[2]) if match and match[2] else None
        if match is None or word is None or word.part is not Part.SCALE or word.value <= found.ones[0]:
            return None
        count = Decimal(found.readings[0]) * found.ones[0]
        ones = magnitudes(match[2], language=self._language) if word.value >= 10**9 else (Decimal(word.value),)
        return self._continued(Numeral(found.start, match.end(), (f"{count:f}",), ones, "words"))

    def _plus(self, found: Numeral, gap: re.Match[str]) -> Numeral | None:
        total = Decimal(found.readings[0]) * found.ones[0]
        if "et" in gap[0] and found.ones[0] != 100:
            return None
        if self._lower[gap.end()].isdigit():
            return self._plus_digits(found, gap.end(), total)
        rest = cardinal_at(self._lower, gap.end(), self._words, joins=0)
        if rest is None or rest.value >= found.ones[0] or rest.value == 0 or self._is_new(rest.end):
            return None
        one = Decimal(rest.scale)
        return Numeral(found.start, rest.end, (f"{(total + rest.value) / one:f}",), (one,), "words")

    def _is_new(self, end: int) -> bool:
        match = _MAGNITUDE.match(self._lower, end)
        word = self._words.get(match[2]) if match and match[2] else None
        return word is not None and word.part in (Part.SCALE, Part.HUNDRED)

    def _plus_digits(self, found: Numeral, at: int, total: Decimal) -> Numeral | None:
        match = NUMBER.match(self._text, at)
        if match is None or "|" in self._text[found.start : match.end()]:
            return None
        digits = match[0].translate(NO_SPACES)
        if not digits.isdigit() or self._depth > _DEEPEST:
            return None
        self._depth += 1
        rest = self._numeral(Number(at, match.end(), (digits,)))
        self._depth -= 1
        one = found.ones[0]
        if rest.value is None or rest.form == "rank" or not 0 < rest.value < one or self._is_new(rest.end):
            return None
        lettered = self._text[found.end - 1] in "kK"
        if lettered or not (rest.scaled or rest.value >= 1000 or one <= 1000):
            return None
        whole = total + rest.value
        return Numeral(found.start, rest.end, (f"{whole / rest.ones[0]:f}",), rest.ones, "digits")
