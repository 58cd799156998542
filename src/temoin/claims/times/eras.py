"""Years, decades, quarters, half-years and seasons that a text names.

Four digits are a year after a word such as "en", else only where they count nothing and look like the years people
write of. Seasons are those of the north; a winter of one year may be the one it began or ended in.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from temoin.claims.times.day import ONE_DAY, Day, stretch, whole, year_named
from temoin.documents.calendar_words import Place
from temoin.documents.date_marks import Marked
from temoin.period import PartialDate

_YEAR_DIGITS = rb"(?:1[6-9]|20|21)[0-9]{2}"
_YEAR = re.compile(
    rb"[12](?<![\w.,/$+#=@].)(?:(?<=1)[6-9]|(?<=2)[01])[0-9]{2}(?![0-9])"
    rb"(?:s\b|[ ]?[-/~][ ]?(?P<to>" + _YEAR_DIGITS + rb"|[1-9][0-9])(?![\w/-]|[.,][0-9]))?(?![\w/%$]|[.,-][0-9]|"
    rb" ?[%$|]| (?:gmt|utc)\b)"
)  # fmt: skip
_SURELY = re.compile(
    rb"(?:\b(?:en|in|since|depuis|annee|year|by|d'ici|fin|debut|des|courant|avant|apres|before|after|until|during|"
    rb"exercice|d'ici a|entre|between|from|an|l'an|through|late|early|mid|printemps|hiver|ete|automne)[ \n]|"
    rb"\bmi[- ]|\bmid-)$"
)
# What comes back every year is told apart by its year.
_NAMED_BY_YEAR = re.compile(
    rb"\b(?:rapports?|bilan|editions?|legislatives|presidentielles?|municipales|europeennes|regionales|elections?|"
    rb"campagne|rentree|budget|classement|barometre|indice|enquete|mondial|jeux|report|survey|edition|index)[ \n]$"
)
_NAMED_BEHIND = re.compile(
    rb" (?:(?:general|presidential|legislative|parliamentary) )?(?:elections?|census|report|budget|season|campaign)\b"
)
_RARELY = re.compile(
    rb"(?:[0-9] |\b(?:plus de|moins de|more than|less than|environ|pres de|quelque|about|over|nearly|almost|some|"
    rb"au moins|"
    rb"at least|les|ces|a peine|only|resolution|iso|norme|n[o\xb0\xba]s?\.?|article|art\.|numero|number|page|p\.|"
    rb"rue|bp|box) |- )$"
)
_TO_NUMBER = re.compile(rb" (?:et|a|and|to|ou|or) [0-9]+(?:[ .,][0-9]{3})*(?![0-9])")
_THOUSANDS = re.compile(rb" [0-9]{3}(?![0-9])")
_MONEY_SIGNS = frozenset("€£¥₽₦")
_NEVER_BEFORE = _MONEY_SIGNS | {"-"}
_REACH = 14
_THE_YEAR = re.compile(
    rb"[ ,\n]+(?:de l'annee |de l'an |de l'exercice |de |d'|of )?(?P<year>" + _YEAR_DIGITS + rb")(?![0-9])"
)
_YEAR_TOUCHING = re.compile(rb"[-/](?P<year>20[0-9]{2})\b")
_YEAR_BEFORE = re.compile(rb"\b(?P<year>20[0-9]{2})[- /]$")
_TWO_YEARS = re.compile(rb"[-/](?P<to>[0-9]{4}|[0-9]{2})(?![0-9])")
_DECADE = re.compile(
    rb"[ \n](?:(?P<century>1[6-9]|20))?(?P<tens>[0-9])0(?![0-9])(?:[- ](?:(?:et|a|and) )?(?P<to>[0-9]{2,4})(?![0-9]))?"
)
_ORDINALS = (
    rb"(?P<n1>premier|1er|1re|first|1st|premiere)|(?P<n2>deuxieme|second|2e|2eme|2nd|seconde)|(?P<n3>troisieme|3e|3eme|"
    rb"third|3rd)|(?P<n4>quatrieme|4e|4eme|fourth|4th)"
)
_WHICH = re.compile(rb"\b(?:" + _ORDINALS + rb"|(?P<last>dernier|last))[ \n]$")
_HALF_OF = re.compile(rb" of")
_SEASON_BEFORE = re.compile(
    rb"(?:\b(?:(?P<this>cet|ce|this)|(?P<last>last)|au|the|in|en|of|de|since|depuis) |(?P<the>l'))$"
)
_SEASON_BEHIND = re.compile(rb" (?P<last>dernier)\b")
_SEASONS: Mapping[bytes, tuple[int, int]] = {
    **dict.fromkeys((b"printemps", b"spring"), (3, 6)),
    **dict.fromkeys((b"ete", b"summer"), (6, 9)),
    **dict.fromkeys((b"automne", b"autumn", b"fall"), (9, 12)),
    **dict.fromkeys((b"hiver", b"winter"), (12, 15)),
}
_OLDEST, _NEWEST = 1900, 2059


def find_years(text: str, marked: Marked, is_count: Callable[[int], bool]) -> Iterator[Day]:
    """Yield the years, ranges of years and decades in figures of a text.

    Parameters
    ----------
    text, marked : the text, and the same made ready
    is_count : position after four digits to whether they count something there

    Examples
    --------
    >>> from temoin.documents.date_marks import mark_dates
    >>> [day.value.text for day in find_years("en 2019", mark_dates("en 2019"), lambda end: False)]
    ['2019']
    """
    folded = marked.folded
    for match in (found for place in marked.starts("year") if (found := _YEAR.match(folded, place))):
        start, end = match.span()
        year = int(match[0][:4])
        if not _is_year(text, folded, (start, end), is_count):
            continue
        if match["to"]:
            to = int(match["to"]) if len(match["to"]) == 4 else year // 100 * 100 + int(match["to"])
            if year < to and (len(match["to"]) == 4 or to == year + 1):
                yield stretch(start, end, dt.date(year, 1, 1), dt.date(to, 12, 31))
            elif len(match["to"]) == 4:
                yield whole(start, start + 4, year_named(year))
        elif match[0].endswith(b"s"):
            if year % 10 == 0:
                yield stretch(start, end, dt.date(year, 1, 1), dt.date(year + 9, 12, 31))
        else:
            yield whole(start, end, year_named(year))


def _is_year(text: str, folded: bytes, span: tuple[int, int], is_count: Callable[[int], bool]) -> bool:
    start, end = span
    if _NAMED_BY_YEAR.search(folded, max(0, start - 20), start) or _NAMED_BEHIND.match(folded, end):
        return True
    second = _TO_NUMBER.match(folded, end)
    if second and is_count(second.end()):
        return False
    if _SURELY.search(folded, max(0, start - _REACH), start):
        return True
    before, behind = text[max(0, start - 1) : start], text[end : end + 2].strip()[:1]
    if before in _NEVER_BEFORE or behind in _MONEY_SIGNS or not _OLDEST <= int(folded[start : start + 4]) <= _NEWEST:
        return False
    counts = _RARELY.search(folded, max(0, start - _REACH), start) or _THOUSANDS.match(folded, end) or is_count(end)
    return not counts


def read_era(folded: bytes, place: Place, published: PartialDate | None) -> Day | None:
    """Return the decade, quarter, half-year or season that stands at a word, or None.

    Examples
    --------
    >>> folded = b"au deuxieme trimestre 2021"
    >>> day = read_era(folded, (12, 21, b"trimestre"), None)
    >>> day.low, day.high
    (datetime.date(2021, 4, 1), datetime.date(2021, 6, 30))
    """
    return _READERS[place[2]](folded, place, published)


def _decade(folded: bytes, place: Place, _: PartialDate | None) -> Day | None:
    found = _DECADE.match(folded, place[1])
    if found is None:
        return None
    century, tens = found["century"], int(found["tens"])
    if century is None and tens < 3:
        return None
    first = int(century or 19) * 100 + tens * 10
    to = first % 100 if found["to"] is None else int(found["to"]) % 100
    last = first // 100 * 100 + to
    if found["to"] is None or last <= first or last % 10:
        last = first
    end = found.end() if last > first else found.end("tens") + 1
    return stretch(place[0], end, dt.date(first, 1, 1), dt.date(last + 9, 12, 31))


def _part_of_year(folded: bytes, place: Place, published: PartialDate | None, months: int) -> Day | None:
    which = _WHICH.search(folded, max(0, place[0] - 12), place[0])
    if which is None:
        return None
    year = _THE_YEAR.match(folded, place[1])
    rank = next((rank for rank in range(1, 5) if which[f"n{rank}"]), 12 // months)
    if rank > 12 // months:
        return None
    if year:
        return _months(which.start(), year.end(), int(year["year"]), (rank - 1) * months + 1, months)
    if published is None or published.precision == "year":
        return None
    base = published.first
    first = (base.month - 1) // months * months + 1 - months if which["last"] else (rank - 1) * months + 1
    if which["last"]:
        return _months(which.start(), place[1], base.year - (first < 1), first % 12, months)
    return _months(which.start(), place[1], base.year - (first > base.month), first, months)


def _quarter(folded: bytes, place: Place, published: PartialDate | None) -> Day | None:
    return _part_of_year(folded, place, published, 3)


def _half(folded: bytes, place: Place, published: PartialDate | None) -> Day | None:
    if place[2] == b"half" and (published is None or not _THE_YEAR.match(folded, place[1])):
        published = None
    return _part_of_year(folded, place, published, 6)


def _short(folded: bytes, place: Place, _: PartialDate | None) -> Day | None:
    behind = _THE_YEAR.match(folded, place[1]) or _YEAR_TOUCHING.match(folded, place[1])
    before = None if behind else _YEAR_BEFORE.search(folded, max(0, place[0] - 6), place[0])
    year = behind or before
    if year is None:
        return None
    months = 3 if place[2][:1] in b"qt" else 6
    span = (before.start() if before else place[0], behind.end() if behind else place[1])
    return _months(*span, int(year["year"]), (int(place[2][1:]) - 1) * months + 1, months)


def _season(folded: bytes, place: Place, published: PartialDate | None) -> Day | None:
    before = _SEASON_BEFORE.search(folded, max(0, place[0] - 10), place[0])
    year = _THE_YEAR.match(folded, place[1])
    if before is None and not (year and place[2] not in (b"ete", b"fall", b"spring")):
        return None
    start = before.start() if before else place[0]
    first, last = _SEASONS[place[2]]
    if year:
        return _season_of(folded, (start, year.end()), int(year["year"]), first, last)
    behind = _SEASON_BEHIND.match(folded, place[1])
    if published is None or before is None or not (behind or before["this"] or before["last"]):
        return None
    base = published.first
    gone = behind is not None or before["last"] is not None
    of = base.year - (gone and base.month <= min(last, 12))
    return _months(start, behind.end() if behind else place[1], of, first, 4)


def _season_of(folded: bytes, span: tuple[int, int], year: int, first: int, last: int) -> Day:
    two = _TWO_YEARS.match(folded, span[1])
    if first != 12:
        return _months(*span, year, first, last - first + 1)
    if two:
        return _months(span[0], two.end(), year, first, 4)
    return stretch(*span, dt.date(year - 1, 12, 1), dt.date(year + 1, 3, 31))


def _months(start: int, end: int, year: int, first: int, count: int) -> Day:
    after = first + count - 1
    last = dt.date(year + after // 12, after % 12 + 1, 1) - ONE_DAY
    return stretch(start, end, dt.date(year, first, 1), last)


_READERS: Mapping[bytes, Callable[[bytes, Place, PartialDate | None], Day | None]] = {
    **dict.fromkeys((b"annees", b"decennie"), _decade),
    **dict.fromkeys((b"trimestre", b"quarter"), _quarter),
    **dict.fromkeys((b"semestre", b"half"), _half),
    **dict.fromkeys(_SEASONS, _season),
    **dict.fromkeys((b"q1", b"q2", b"q3", b"q4", b"t1", b"t2", b"t3", b"t4", b"s1", b"s2", b"h1", b"h2"), _short),
}
WORDS = frozenset(_READERS)
"""Folded words that this module may read a stretch of time at."""
