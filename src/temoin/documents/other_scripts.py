"""Dates in Russian, Arabic and Chinese, as far as they name the month: found in texts of any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUSSIAN = (
    *("январ[яеь]", "феврал[яеь]", "март[ае]?", "апрел[яеь]", "ма[яей]", "июн[яеь]"),
    *("июл[яеь]", "август[ае]?", "сентябр[яеь]", "октябр[яеь]", "ноябр[яеь]", "декабр[яеь]"),
)
# The names of the Levant beside those of Egypt and the Gulf and those of the Maghreb.
_ARABIC = (
    *("يناير|جانفي|كانون الثاني", "فبراير|فيفري|شباط", "مارس|آذار", "أبريل|إبريل|أفريل|نيسان"),
    *("مايو|ماي|أيار", "يونيو|جوان|حزيران", "يوليو|يوليوز|جويلية|تموز", "أغسطس|غشت|أوت|آب"),
    *("سبتمبر|شتنبر|أيلول", "أكتوبر|تشرين الأول", "نوفمبر|نونبر|تشرين الثاني", "ديسمبر|دجنبر|كانون الأول"),
)
_S = "[ \u00a0\u202f]?"


def _by_name(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(f"(?P<m{rank}>{names})" for rank, names in enumerate(months, 1))
    return re.compile(
        rf"(?:(?<![\w.,])(?P<day>\d{{1,2}}){_S})?(?<![^\W\d_])(?:{names})(?![^\W\d_])(?:{_S}(?P<year>\d{{4}})(?!\d))?"
    )


_BY_NAME = ((_by_name(_RUSSIAN), "аяе"), (_by_name(_ARABIC), "اريب"))
_CHINESE = re.compile(r"(?<!\d)(?:(?P<year>\d{4})\s?年\s?)(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?[日号])?")


@dataclass(frozen=True, slots=True)
class Written:
    """A month that a text names with its day, its year, or both; code points ``start`` to ``end``."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def find_in_other_scripts(text: str) -> Iterator[Written]:
    """Yield the dates of a text that are written in Cyrillic, Arabic or Chinese; a month alone is none.

    Examples
    --------
    >>> [(one.year, one.month, one.day) for one in find_in_other_scripts("2019年8月, 5 января 2022")]
    [(2019, 8, None), (2022, 1, 5)]
    """
    if text.isascii():
        return
    if "年" in text:
        yield from (found for match in _CHINESE.finditer(text) if (found := _written(match, int(match["month"]))))
    for pattern, telling in _BY_NAME:
        if any(letter in text for letter in telling):
            for match in pattern.finditer(text):
                named = next(rank for rank in range(1, 13) if match[f"m{rank}"])
                if (match["day"] or match["year"]) and (found := _written(match, named)):
                    yield found


def _written(match: re.Match[str], month: int) -> Written | None:
    year = int(match["year"]) if match["year"] else None
    day = int(match["day"]) if match["day"] else None
    if not 1 <= month <= 12 or (year is not None and year < 1500) or (day is not None and not 1 <= day <= 31):
        return None
    return Written(match.start(), match.end(), year, month, day)
