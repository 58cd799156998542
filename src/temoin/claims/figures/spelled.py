"""Numbers in words: whole ones, decimals, shares, ranks, dozens, and vague ones ("des dizaines").

"Des dizaines" is at least two tens, without a value; "des millions" is said from one and a half on, and is at least
one. "Un", "une", "a" and "one" alone are articles more often than numbers, and are left.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from temoin.claims.figures.cardinals import STEP, Cardinal, adds_up, cardinal_at
from temoin.claims.figures.vocabulary import WORDS, Part, Word, magnitudes

Form = Literal["digits", "words", "rank", "share", "dozen", "vague"]

_ONE = (Decimal(1),)
_SPACES = " \u00a0\u202f\u2009"
_LEAD = re.compile(
    rf"(?<![^\W_])(?:une?|one|an?)[{_SPACES}\n-]"
    r"(?:(?:sur|in|out of|virgule|point|et|and|and a|et un|demi|demie|half)[ -])?\Z"
)
_ARTICLE = re.compile(rf"an?[{_SPACES}\n](?:whole )?(?=[a-z])")
_SHARE_ARTICLE = re.compile(rf"(?<![^\W_])(?:le|la|les|du|au|un|une|the|one|a|des|aux|deux)[{_SPACES}\n-]\Z")
_MANY = re.compile(
    rf"(?<![^\W_])(?:(?:des|plusieurs|quelques|quelque|de nombreuses|de nombreux|par|ces|les|aux|d['’]autres|"
    rf"several|some|many|a few|the|by the)[{_SPACES}\n]|(?P<one>une?[{_SPACES}]))?\Z"
)
_OF = re.compile(rf"[{_SPACES}\n-](?:(?:de|d['’]un|of an?|of|an?)[{_SPACES}\n-])?([^\W\d_]+)")
_ON = re.compile(rf"[{_SPACES}\n](?:sur|in|out of|in every)[{_SPACES}\n](?=[^\W_])")
_PART = re.compile(r"[ -](?:an? )?")
_WORD = re.compile(r"[^\W\d_]+")
_ZEROS = re.compile(r"(?:zéro|zero)[ -]")
# A share that names no whole is no figure: "un quart d'heure", "le quart de finale", "the first half".
_NO_SHARE = re.compile(
    rf"[{_SPACES}-](?:d['’]heure|de[{_SPACES}]finale|arrière|monde|temps|finale?s?|de tour|"
    r"time|term)|[ -](?:final|back)"
)
_SUPERLATIVE = re.compile(r"[ -](?:\w+est|most|least)(?![^\W_])")
# "Thousands were arrested" counts; "thousands separators" does not.
_STANDING = re.compile(r"[ \n](?:of|more|were|are|have|had|fled|died|took|and)\b|[,.;:)]|\Z")
_ENGLISH_MANY = frozenset(["hundreds", "thousands", "dozens"])
_FEW_RANKS = frozenset(["first", "second", "seconde", "seconds", "secondes", "tierce", "tierces"])


class Numeral(NamedTuple):
    """A number as it stands: its span, its readings, what one of each may be worth, how it is written.

    ``readings`` are plain ASCII numbers with a point, several where a sign is ambiguous; ``ones`` several where a
    magnitude is. ``vague`` is at least its reading.
    """

    start: int
    end: int
    readings: tuple[str, ...]
    ones: tuple[Decimal, ...]
    form: Form

    @property
    def value(self) -> Decimal | None:
        """The value, None where there are several readings."""
        if len(self.readings) > 1 or len(self.ones) > 1:
            return None
        return Decimal(self.readings[0]) * self.ones[0]

    @property
    def scaled(self) -> bool:
        """Whether a magnitude was said."""
        return self.ones != _ONE


# Written out, what the engine knows as a class of signs: it leaps over what a plain set does not hold.
_ANY_SPACE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


def _anchors(words: Mapping[str, Word]) -> re.Pattern[str]:
    silent = (Part.POINT, Part.AND)
    by_letter: dict[str, list[str]] = {}
    for word, meant in words.items():
        if meant.part in silent or word in ("un", "une", "one"):
            continue
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = "|".join(
        f"{letter}(?:{'|'.join(sorted(rests, key=len, reverse=True))})" for letter, rests in sorted(by_letter.items())
    )
    return re.compile(rf"[{_ANY_SPACE}'’(«“\"\[/:;,.|>–—-](?P<word>{branches})(?![^\W_])")


_ANCHORS = {language: _anchors(words) for language, words in WORDS.items()}


def find_spelled(lower: str, *, language: str | None) -> Iterator[Numeral]:
    """Yield the numbers in words of a text in small letters, in order; the first sign of the text is left.

    Examples
    --------
    >>> [str(found.value) for found in find_spelled(" un virgule quatre et deux tiers", language="fr")]
    ['1.4', '0.6667']
    """
    reader = Spelled(lower, language)
    until = 0
    for match in _ANCHORS[language].finditer(lower):
        start = match.start("word")
        if start < until:
            continue
        found = reader.around(start)
        if found is not None and found.start >= until:
            until = found.end
            yield found


class Spelled:
    """Reads the numbers in words of one text in small letters."""

    def __init__(self, lower: str, language: str | None) -> None:
        self._lower = lower
        self._language = language
        self._words = WORDS[language]

    def around(self, anchor: int) -> Numeral | None:
        """Return the number that the word at a position belongs to."""
        lead = _LEAD.search(self._lower, max(0, anchor - 20), anchor)
        if lead is not None:
            found = self.at(lead.start())
            if found is not None and found.end > anchor:
                return found
        return self.at(anchor)

    def at(self, start: int, *, joins: int = 2) -> Numeral | None:
        """Return the number in words that begins at a position."""
        cardinal = cardinal_at(self._lower, start, self._words, joins=joins)
        if cardinal is not None:
            return self._after(start, cardinal)
        if article := _ARTICLE.match(self._lower, start):
            word = self._word_after(article.end())
            if word and word.part in (Part.HUNDRED, Part.SCALE, Part.DOZEN, Part.SHARE, Part.RANK, Part.HALF):
                return self._one(start, article.end(), word)
            return None
        return self._alone(start)

    def _one(self, start: int, after: int, word: Word) -> Numeral | None:
        if word.part in (Part.HUNDRED, Part.SCALE):
            scaled = cardinal_at(self._lower, after, self._words)
            end = self._end_of_word(after)
            value = word.value
            if scaled is not None and scaled.value > value:
                value, end = scaled.value, scaled.end
            return self._after(start, Cardinal(value, end, value, 1))
        return self._after(start, Cardinal(1, after - 1, 1, 1))

    def _word_after(self, start: int) -> Word | None:
        end = self._end_of_word(start)
        return self._words.get(self._lower[start:end])

    def _end_of_word(self, start: int) -> int:
        match = _WORD.match(self._lower, start)
        return match.end() if match else start

    def _alone(self, start: int) -> Numeral | None:
        end = self._end_of_word(start)
        printed = self._lower[start:end]
        word = self._words.get(printed)
        if word is None:
            return None
        if word.part is Part.RANK:
            few = printed in _FEW_RANKS and not (printed == "second" and _SUPERLATIVE.match(self._lower, end))
            party = self._lower.startswith(("-part", " part", "-pers"), end)
            return None if few or word.plural or party else _rank(start, end, word.value)
        if word.part in (Part.DOZEN, Part.SCALE):
            return self._many(start, end, word)
        if word.part is Part.HALF:
            return self._half(start, end)
        return self._share_alone(start, end, word)

    def _half(self, start: int, end: int) -> Numeral | None:
        of = _OF.match(self._lower, end)
        scale = self._words.get(of[1]) if of else None
        if of and scale and scale.part in (Part.SCALE, Part.DOZEN):
            return Numeral(start, of.end(), ("0.5",), self._ones(of[1], scale), "words")
        halved = self._lower.startswith((" of ", " the "), end) and self._lower[start:end] == "half"
        if halved or (self._lower.endswith(" et ", 0, start) and self._lower[start:end] in ("demi", "demie")):
            return Numeral(start, end, ("0.5",), _ONE, "share")
        return None

    def _share_alone(self, start: int, end: int, word: Word) -> Numeral | None:
        article = _SHARE_ARTICLE.search(self._lower, max(0, start - 7), start)
        scaled = _OF.match(self._lower, end)
        alone = article is None and self._lower[start - 1 : start] != "\n"
        if (alone and not (scaled and scaled[1].startswith("million"))) or _NO_SHARE.match(self._lower, end):
            return None
        if word.value == 4 and article and "the" in article[0]:
            return None
        own = article is not None and article[0].rstrip(" \u00a0\n-") in ("le", "la", "un", "une", "the", "one", "a")
        begin = article.start() if article is not None and own else start
        return self._of_scale(_fraction(begin, end, Decimal(1), word.value))

    def _ones(self, printed: str, word: Word) -> tuple[Decimal, ...]:
        if word.part is Part.SCALE and word.value >= 10**9:
            return magnitudes(printed, language=self._language)
        return (Decimal(word.value),)

    def _many(self, start: int, end: int, word: Word) -> Numeral | None:
        if not word.plural or self._lower.endswith("(in ", 0, start):
            return None
        many = _MANY.search(self._lower, max(0, start - 14), start)
        alone = many is None or not many[0]
        if alone and self._lower[start:end] in _ENGLISH_MANY and _STANDING.match(self._lower, end):
            total, end = self._multiplied(end, word.value)
            return Numeral(start, end, ("2",), (Decimal(total),), "vague")
        begin = many.start() if many else start
        of = many is None or not many[0]
        if self._lower[max(0, start - 4) : start].endswith(("(", "(en ", " en ", " in ", "(in ", "\nen ")):
            return None  # "(en millions d’euros)" says in what a table is printed
        if of and not self._lower.startswith((" of ", "\nof ", " de ", " d’", " d'"), end):
            return None
        if many and many["one"]:  # "plus d'un milliers": a slip for one thousand
            return Numeral(begin, end, ("1",), (Decimal(word.value),), "dozen")
        total, end = self._multiplied(end, word.value)
        least = 1 if total >= 10**6 else 2
        return Numeral(begin, end, (str(least),), (Decimal(total),), "vague")

    def _multiplied(self, end: int, value: int) -> tuple[int, int]:
        of = _OF.match(self._lower, end)
        word = self._words.get(of[1]) if of else None
        if of and word and word.plural and word.part in (Part.SCALE, Part.DOZEN) and word.value > value:
            return value * word.value, of.end()
        return value, end

    def _after(self, start: int, cardinal: Cardinal) -> Numeral | None:
        step = STEP.match(self._lower, cardinal.end)
        word = self._words.get(step[1]) if step else None
        plain = self._plain(start, cardinal)
        if step is None or word is None:
            return self._on(plain, cardinal)
        continued: dict[Part, Callable[[int, Cardinal, re.Match[str], Word], Numeral | None]] = {
            Part.POINT: self._decimal, Part.SHARE: self._share, Part.RANK: self._ordinal, Part.DOZEN: self._dozen,
            Part.HALF: self._by_half, Part.AND: self._and_part, Part.SMALL: self._of_rank,
            Part.HUNDRED: self._of_rank,
        }  # fmt: skip
        reader = continued.get(word.part)
        return (reader(start, cardinal, step, word) if reader else None) or self._on(plain, cardinal)

    def _plain(self, start: int, cardinal: Cardinal) -> Numeral:
        if cardinal.scale >= 10**9:
            printed = _WORD.findall(self._lower[start : cardinal.end])[-1]
            ones = magnitudes(printed, language=self._language)
            if ones != _ONE:
                one = next((one for one in ones if one == cardinal.scale), ones[0])
                share = Decimal(cardinal.value) / one
                return Numeral(start, cardinal.end, (f"{share.normalize():f}",), ones, "words")
        one = Decimal(cardinal.scale)
        return Numeral(start, cardinal.end, (f"{Decimal(cardinal.value) / one:f}",), (one,), "words")

    def _on(self, found: Numeral, cardinal: Cardinal) -> Numeral | None:
        on = _ON.match(self._lower, found.end)
        of = on and cardinal_at(self._lower, on.end(), self._words)
        if of and cardinal.value < of.value and _is_share_of(cardinal.value, of.value):
            return _fraction(found.start, of.end, Decimal(cardinal.value), of.value)
        return None if self._lower[found.start : found.end] in ("un", "une", "one") else found

    def _decimal(self, start: int, cardinal: Cardinal, step: re.Match[str], _: Word) -> Numeral | None:
        begin = step.end() + 1
        zeros = 0
        while match := _ZEROS.match(self._lower, begin):
            zeros += 1
            begin = match.end()
        decimals = cardinal_at(self._lower, begin, self._words)
        if decimals is None:
            return None
        after = STEP.match(self._lower, decimals.end)
        digits, end = str(decimals.value), decimals.end
        ones: tuple[Decimal, ...] = _ONE
        if decimals.scale > 1:  # "un virgule quatre million": the magnitude is that of the whole
            digits, ones = str(decimals.value // decimals.scale), (Decimal(decimals.scale),)
        elif after and (scale := self._words.get(after[1])) and scale.part is Part.SCALE:
            end, ones = after.end(), self._ones(after[1], scale)
        return Numeral(start, end, (f"{cardinal.value}.{'0' * zeros}{digits}",), ones, "words")

    def _share(self, start: int, cardinal: Cardinal, step: re.Match[str], word: Word) -> Numeral | None:
        if _NO_SHARE.match(self._lower, step.end()):
            return None
        return self._of_scale(_fraction(start, step.end(), Decimal(cardinal.value), word.value))

    def _of_scale(self, share: Numeral) -> Numeral:
        of = _OF.match(self._lower, share.end)
        word = self._words.get(of[1]) if of else None
        if of and word and word.part is Part.SCALE:
            return Numeral(share.start, of.end(), share.readings, self._ones(of[1], word), "words")
        return share

    def _ordinal(self, start: int, cardinal: Cardinal, step: re.Match[str], word: Word) -> Numeral | None:
        if step[1] in _FEW_RANKS and cardinal.value < 20:
            return None
        total = _composed(cardinal, word.value)
        if total is not None and not word.plural:
            return _rank(start, step.end(), total)
        return _fraction(start, step.end(), Decimal(cardinal.value), word.value) if word.value > 2 else None

    def _of_rank(self, start: int, cardinal: Cardinal, step: re.Match[str], _: Word) -> Numeral | None:
        below = cardinal_at(self._lower, step.start(1), self._words)
        after = STEP.match(self._lower, below.end) if below else None
        rank = self._words.get(after[1]) if after else None
        if after is not None and rank is not None and rank.part is Part.AND:  # "un vingt et unième"
            after = STEP.match(self._lower, after.end())
            rank = self._words.get(after[1]) if after else None
        if below is None or after is None or rank is None or rank.part is not Part.RANK:
            return None
        whole = _composed(below, rank.value)
        return None if whole is None else _fraction(start, after.end(), Decimal(cardinal.value), whole)

    def _dozen(self, start: int, cardinal: Cardinal, step: re.Match[str], word: Word) -> Numeral | None:
        total, end = self._multiplied(step.end(), word.value)
        return Numeral(start, end, (str(cardinal.value),), (Decimal(total),), "dozen")

    def _by_half(self, start: int, cardinal: Cardinal, step: re.Match[str], _: Word) -> Numeral | None:
        if cardinal.value != 1:
            return None
        return self._half(start, step.end()) or Numeral(start, step.end(), ("0.5",), _ONE, "share")

    def _and_part(self, start: int, cardinal: Cardinal, step: re.Match[str], _: Word) -> Numeral | None:
        match = _PART.match(self._lower, step.end())
        if match is None:
            return None
        rank = self._word_after(match.end())
        if rank and rank.part is Part.RANK and rank.value in (1, 11) and adds_up(cardinal.value % 100, rank.value):
            return _rank(start, self._end_of_word(match.end()), cardinal.value + rank.value)
        part, end = self._part(match.end())
        if part is None:
            return None
        one = Decimal(cardinal.scale)
        share = Decimal(cardinal.value) / one + part
        found = Numeral(start, end, (f"{share.normalize():f}",), (one,), "words")
        return self._of_scale(found) if cardinal.scale == 1 else found

    def _part(self, start: int) -> tuple[Decimal | None, int]:
        word = self._word_after(start)
        end = self._end_of_word(start)
        if word is not None and word.part in (Part.HALF, Part.SHARE):
            return Decimal(1) / word.value, end
        count = cardinal_at(self._lower, start, self._words)
        step = STEP.match(self._lower, count.end) if count else None
        of = self._words.get(step[1]) if step else None
        if count and step and of and of.part in (Part.SHARE, Part.RANK, Part.HALF):
            return Decimal(count.value) / of.value, step.end()
        return None, start


def _composed(cardinal: Cardinal, value: int) -> int | None:
    tens = cardinal.value % 100
    if value < 100 and tens == 4 and value == 20:
        return cardinal.value + 76
    if value < 100 and cardinal.value >= 10 and adds_up(tens, value):
        return cardinal.value + value
    if value == 100 and 1 < cardinal.value < 100:
        return cardinal.value * 100
    return cardinal.value * value if value >= 1000 and cardinal.value > 1 else None


def _is_share_of(share: int, whole: int) -> bool:
    return 0 < share < whole <= 1000


def _rank(start: int, end: int, value: int) -> Numeral:
    return Numeral(start, end, (str(value),), _ONE, "rank")


def _fraction(start: int, end: int, share: Decimal, whole: int) -> Numeral:
    value = share / whole
    rounded = value.quantize(Decimal("0.0001")) if value > Decimal("0.01") else value
    return Numeral(start, end, (f"{rounded.normalize():f}",), _ONE, "share")
