"""The year of a day or month that is written without one.

In order of trust: what its own words say ("dernier", "de cette année"); a full date of its paragraph written shortly
before, which the story goes on from; a full date of the text within a month of it; the date of publication, when that
puts it within half a year. Otherwise it stays open between the years that fit, and the reason says why.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from temoin.claims.times.day import bounds_of, month_of
from temoin.claims.times.relative import NO_PUBLICATION
from temoin.claims.times.tenses import tense_around
from temoin.documents.date_mention import DateMention
from temoin.period import PartialDate
from temoin.words import Words

_BEHIND = re.compile(
    rb"[ \n](?:(?P<this>de cette annee|of this year|this year|cette annee)"
    rb"|(?P<last_year>de l'an(?:nee)? (?:derniere?|passee?)|of last year|last year)"
    rb"|(?P<same>de la meme annee|(?:of )?(?:the|that) same year|of that year)"
    rb"|(?P<last>derniere?)|(?P<next>prochaine?|next))(?![a-z])"
)
_LAST_BEFORE = re.compile(rb"\b(?:(?P<last>last|past)|(?P<next>next)|(?P<this>this|cet?|cette)) $")
# A law's or a birth's date is no step of the story that a text tells.
_STEP = re.compile(
    rb"(?:^|\b(?:le|en|on|in|of|since|depuis|du|au|fin|debut|mi|by|dans|des|from|d'|[a-z]+di|[a-z]+day,?)[ -]|"
    rb"[(,:\n-] ?)$"
)
_NO_STEP = re.compile(
    rb"\b(?:loi|decret|arrete|ordonnance|act|law|nee?|nees|born|directive|reglement|circulaire)[a-z]*[^.\n]{0,16}$"
)
_STORY = 400
_HALF_YEAR, _TWO_MONTHS, _ONE_MONTH = dt.timedelta(days=184), dt.timedelta(days=62), dt.timedelta(days=31)
_FORTNIGHT = dt.timedelta(days=14)
_SINCE = re.compile(rb"\b(?:depuis|since)[ \n]$")
_FEW_MONTHS = 6

TWO_YEARS = Words("deux années conviennent", "two years fit")
_GOES_ON = Words("année de la date qui précède", "the year of the date before it")


class Years:
    """What tells the year of days and months without one, in one text.

    Parameters
    ----------
    folded : the text
    mentions : its written dates
    published : of its source
    """

    def __init__(self, folded: bytes, mentions: Sequence[DateMention], published: PartialDate | None) -> None:
        self._folded = folded
        self._published = published
        dated = [one for one in mentions if one.value is not None]
        self._full = sorted({bounds_of(one.value)[0] for one in dated if one.value and one.value.precision == "day"})
        self._years = sorted({day.year + shift for day in self._full for shift in (-1, 0, 1)})
        self._steps = [one for one in dated if self._is_step(one)]
        self._starts = [one.start for one in self._steps]

    def _is_step(self, mention: DateMention) -> bool:
        before = max(0, mention.start - 30)
        return (
            _STEP.search(self._folded, before, mention.start) is not None
            and _NO_STEP.search(self._folded, before, mention.start) is None
        )

    def words_behind(self, end: int) -> re.Match[bytes] | None:
        """Return the words behind a place that say a year, such as "dernier"."""
        return _BEHIND.match(self._folded, end)

    def words_before(self, start: int) -> re.Match[bytes] | None:
        """Return the word before a place that says a year, such as "last"."""
        return _LAST_BEFORE.search(self._folded, max(0, start - 6), start)

    def of_day(
        self, month: int, day: int, at: tuple[int, int], behind: re.Match[bytes] | None
    ) -> tuple[list[dt.date], Words | None]:
        """Return the days that a day and a month may stand for at a place, one where it is settled, and why."""
        step = self._step_before(at[0])
        said = self._said_year(behind, step)
        if said is not None or (behind is not None and behind["same"]):
            found = _date(said, month, day) if said is not None else None
            return ([found] if found else []), None
        if behind is None and step is not None and (near := _nearest(step, month, day)):
            # A day just gone by when the text came out is news, however long ago its story began.
            news = self._just_gone(month, day) if abs(near - step) > _ONE_MONTH else None
            return [news or near], None if news else _GOES_ON
        beside = self._beside(month, day)
        if len(beside) == 1 and behind is None:
            return beside, None
        if self._published is None:
            return [], NO_PUBLICATION
        return _by_publication(self._published.first, month, day, behind)

    def of_month(
        self, month: int, at: tuple[int, int], words: Sequence[re.Match[bytes] | None]
    ) -> tuple[list[PartialDate], Words | None]:
        """Return the months that the name of one may stand for at a place, one where it is settled, and why."""
        step = self._step_before(at[0])
        behind = next((one for one in words if one), None)
        said = self._said_year(behind, step)
        if said is not None:
            return [month_of(said, month)], None
        if behind is None and step is not None:
            since = _SINCE.search(self._folded, max(0, at[0] - 10), at[0])
            return [_month_before(step, month) if since else _month_after(step, month)], _GOES_ON
        if self._published is None or self._published.precision == "year":
            return [], NO_PUBLICATION
        base = self._published.first
        past, coming = _month_before(base, month), _month_from(base, month)
        groups = behind.groupdict() if behind else {}
        if groups.get("last"):
            return [past if month != base.month else month_of(base.year - 1, month)], None
        if groups.get("next"):
            return [coming if month != base.month else month_of(base.year + 1, month)], None
        return self._by_tense(past, coming, at)

    def _by_tense(
        self, past: PartialDate, coming: PartialDate, at: tuple[int, int]
    ) -> tuple[list[PartialDate], Words | None]:
        assert self._published is not None
        tense = tense_around(self._folded, *at)
        if past == coming or tense == "past":
            return [past], None
        if tense == "future":
            return [coming], None
        base = self._published.first
        ago = (base.year - past.first.year) * 12 + base.month - past.first.month
        return ([past], None) if ago <= _FEW_MONTHS else ([past, coming], TWO_YEARS)

    def _just_gone(self, month: int, day: int) -> dt.date | None:
        if self._published is None or self._published.precision != "day":
            return None
        base = self._published.first
        possible = [_date(base.year + shift, month, day) for shift in (-1, 0)]
        return next((one for one in possible if one and dt.timedelta() <= base - one <= _FORTNIGHT), None)

    def _said_year(self, behind: re.Match[bytes] | None, step: dt.date | None) -> int | None:
        groups = behind.groupdict() if behind else {}
        if groups.get("same"):
            return step.year if step else None
        if self._published is None:
            return None
        if groups.get("this"):
            return self._published.first.year
        return self._published.first.year - 1 if groups.get("last_year") else None

    def _step_before(self, start: int) -> dt.date | None:
        rank = bisect_right(self._starts, start) - 1
        if rank < 0 or self._steps[rank].end > start or start - self._steps[rank].end > _STORY:
            return None
        step = self._steps[rank]
        if self._folded.find(b"\n\n", step.end, start) >= 0 or step.value is None:
            return None
        return bounds_of(step.until or step.value)[0]

    def _beside(self, month: int, day: int) -> list[dt.date]:
        return [found for year in self._years if (found := _date(year, month, day)) and self._is_beside(found)]

    def _is_beside(self, found: dt.date) -> bool:
        rank = bisect_left(self._full, found)
        return any(abs(anchor - found) <= _ONE_MONTH for anchor in self._full[max(rank - 1, 0) : rank + 1])


def _by_publication(
    base: dt.date, month: int, day: int, behind: re.Match[bytes] | None
) -> tuple[list[dt.date], Words | None]:
    possible = [found for shift in (-1, 0, 1) if (found := _date(base.year + shift, month, day))]
    groups = behind.groupdict() if behind else {}
    if groups.get("last"):
        return [found for found in possible if found < base][-1:], None
    if groups.get("next"):
        return [found for found in possible if found > base][:1], None
    same = [found for found in possible if found.year == base.year]
    if same and abs(same[0] - base) <= _HALF_YEAR:
        return same, None
    beside = [found for found in possible if abs(found - base) <= _TWO_MONTHS]
    if beside:
        return beside, None
    return [found for found in possible if abs(found - base) <= 2 * _HALF_YEAR], TWO_YEARS


def _nearest(step: dt.date, month: int, day: int) -> dt.date | None:
    possible = [found for shift in (-1, 0, 1) if (found := _date(step.year + shift, month, day))]
    near = [found for found in possible if abs(found - step) <= _HALF_YEAR]
    return near[0] if len(near) == 1 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_before(base: dt.date, month: int) -> PartialDate:
    return month_of(base.year - (month > base.month), month)


def _month_from(base: dt.date, month: int) -> PartialDate:
    return month_of(base.year + (month < base.month), month)


def _month_after(step: dt.date, month: int) -> PartialDate:
    distance = (month - step.month) % 12
    return month_of(step.year, step.month + (distance if distance <= 2 * _FEW_MONTHS - 3 else distance - 12))
