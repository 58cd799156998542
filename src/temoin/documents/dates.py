"""Dates as texts write them, in French and English: found with their places, never guessed when ambiguous."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from temoin.documents.calendar_words import (
    ABBREVIATED,
    ENGLISH_MONTHS,
    MONTHS,
    WEEKDAYS,
    WITH_CAPITAL,
    WITH_POINT,
    Place,
)
from temoin.documents.date_marks import Marked, mark_dates
from temoin.documents.date_mention import DateMention, in_figures, in_words, settled, usual_order
from temoin.documents.other_scripts import find_in_other_scripts
from temoin.evidence.source import DateOrder
from temoin.words import Words

__all__ = ["DateMention", "find_dates"]

_GAP = rb" {0,3}\n? {0,3}"
_YEAR = rb"(?:1[5-9]|20|21)[0-9]{2}"
_ORDINAL = rb"(?: ?(?:er|st|nd|rd|th)(?![a-z]))?"
_FIRST = rb"[li]er|premier"
_DAY_BEFORE = re.compile(
    rb"(?<![\w.,/-])(?:(?P<first>[0-9]{1,2}|" + _FIRST + rb")" + _ORDINAL + _GAP
    + rb"(?:au|et(?: le)?|ou(?: le)?|a|-|to|and)" + _GAP
    + rb")?(?P<day>[0-9]{1,2}|" + _FIRST + rb")" + _ORDINAL + rb"[-/]?" + _GAP + rb"(?:of |de )?$"
)  # fmt: skip
_DAY_REACH = 32
_ENDS_DAY = frozenset(b"0123456789rthdef \n-/")
_YEAR_AFTER = re.compile(
    rb"\.?(?:(?:(?:,| de(?: l'an(?:nee)?)?| of)?" + _GAP + rb"|[-/])(?P<year>" + _YEAR + rb")(?![0-9]))?"
)
_SHORT_YEAR = re.compile(rb" '?([4-9][0-9])(?= ?[,;)\n]|\. |\.?$)")
_DAY_AFTER = re.compile(
    rb"\.?" + _GAP + rb"(?P<day>[0-9]{1,2})(?P<ordinal>st|nd|rd|th)?"
    rb"(?:" + _GAP + rb"(?:-|to|and)" + _GAP + rb"(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?"
    rb"(?![0-9]|[.,:/][0-9]| ?[h%]|[ ,][0-9]{3}(?![0-9]))(?:,?" + _GAP + rb"(?P<year>" + _YEAR + rb")(?![0-9]))?"
)  # fmt: skip
_COUNTS_AFTER = re.compile(rb" [a-z]")
_IN_BEFORE = re.compile(rb"\b(?:in|since|during) $")
_ANOTHER_MONTH = re.compile(rb"\.? [0-9]{1,2}(?:er)? (?:" + b"|".join(sorted(MONTHS, key=len)[::-1]) + rb")")
_NUMERIC = re.compile(
    rb"(?P<iso>" + _YEAR + rb"-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)(?=t[0-9]|[^\w-]|-[^0-9]|$)(?!/[0-9])"
    rb"|(?P<y1>" + _YEAR + rb")(?P<s1>[/.-])(?P<m1>[0-9]{1,2})(?P=s1)(?P<d1>[0-9]{1,2})(?![\w/]|[.,][0-9])"
    rb"|(?P<a2>[0-9]{1,2})(?P<s2> ?[/.-] ?)(?P<b2>[0-9]{1,2})(?P=s2)(?P<c2>" + _YEAR + rb"|[0-9]{2})(?![\w/]|"
    rb"[.,-][0-9])"
    rb"|(?P<m3>0[1-9]|1[0-2])[/-](?P<y3>" + _YEAR + rb")(?![\w/]|[.,-][0-9])"
)  # fmt: skip
_WEEKDAY_BEFORE = re.compile(rb"\b(" + b"|".join(WEEKDAYS) + rb"),?" + _GAP + rb"(?:the )?$")
_WEEKDAY_REACH = 20
# "Décret n° 2031-12" is a number, not a month.
_NUMBERED = re.compile("(?:\\b[Nn][°ºo]s?\\.?|№|\\b[Aa]rt(?:icle|\\.)?|#|\\b[Ll]oi|\\b[Dd]écret)\\s*$")
_NUMBERED_REACH = 10
_CLOCK = re.compile(
    rb"(?:t|" + _GAP + rb"(?:,|a|at|vers|-|\|)?" + _GAP + rb")(?P<hour>[01]?[0-9]|2[0-4]) ?(?P<mark>h(?:eures?)?|:) ?"
    rb"(?P<minute>[0-5][0-9])?(?: ?(?P<half>[ap])\.?m\b)?(?![0-9])"
)  # fmt: skip

_BY_WEEKDAY = Words("seule lecture qui tombe ce jour de la semaine", "the only reading that falls on that weekday")
_LIKE_OTHERS = Words("ordre des autres dates du texte", "the order of the other dates of the text")


def find_dates(
    text: str,
    *,
    language: str | None,
    order: DateOrder | None = None,
    months_alone: bool = False,
    marked: Marked | None = None,
) -> list[DateMention]:
    """Return the dates written in a text, in the order in which they stand.

    Read: "8 mai 2019", "1er janvier 2022", "January 5, 2022", "5 Jan. 2022", "sept. 2021", "du 5 au 6 janvier
    2022", "2022-01-05", "2022-01", "01/09/2021", "01/2022", "9 juin", and dates in Russian, Arabic and Chinese that
    name the month. A year alone is none of them. Order of a date in figures: the one given, else the only possible
    one, else day first in a French text, else the only one that falls on the weekday written before it, else the
    order of the other dates in figures where those agree, else open.

    Parameters
    ----------
    text : any length; time is linear in it
    language : ISO 639-1 code of the text, None where it is not known
    order : as given with ``--dates``
    months_alone : whether a month without day and year is one too
    marked : the text as :func:`temoin.documents.date_marks.mark_dates` gives it, where that is at hand

    Examples
    --------
    >>> [mention.value.text for mention in find_dates("Le 1er janvier 2022, puis en mars 2022.", language="fr")]
    ['2022-01-01', '2022-03']
    >>> [found] = find_dates("on 01/09/2021", language="en")
    >>> found.value, [reading.text for reading in found.readings]
    (None, ['2021-09-01', '2021-01-09'])
    >>> [found] = find_dates("jeudi 2 septembre 2021 à 21h08", language="fr")
    >>> found.weekday_agrees, found.clock
    (True, (21, 8))
    """
    marked = mark_dates(text) if marked is None else marked
    folded = marked.folded
    months = (place for place in marked.words if place[2] in MONTHS)
    mentions = [
        *_with_months(text, folded, months, months_alone=months_alone),
        *_with_figures(text, marked, language, order),
    ]
    mentions += (
        settled(text, (one.start, one.end), (one.year, one.month, one.day)) for one in find_in_other_scripts(text)
    )
    kept = [_in_context(folded, mention) for mention in _apart(mentions)]
    return _by_the_others(kept) if any(mention.value is None and mention.readings for mention in kept) else kept


def _apart(mentions: list[DateMention]) -> Iterator[DateMention]:
    end = 0
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end:
            yield mention
            end = mention.end


def _with_months(text: str, folded: bytes, months: Iterable[Place], *, months_alone: bool) -> Iterator[DateMention]:
    done = 0
    for place in months:
        if place[0] < done or not _is_month(text, folded, place):
            continue
        mention = _beside_month(text, folded, place, done)
        if mention is not None and (months_alone or mention.day is not None or mention.value is not None):
            done = mention.end
            yield mention


def _is_month(text: str, folded: bytes, place: Place) -> bool:
    start, end, word = place
    # "Le 14-Juillet" is a feast and no day of a year.
    if start and folded[start - 1] == ord("-") and text[start].isupper() and folded[end : end + 1] != b"-":
        return text[start - 2 : start - 1].isspace()
    if word not in WITH_CAPITAL:
        return True
    if text[start].isupper():
        return word != b"mar" or _ANOTHER_MONTH.match(folded, end) is None
    return not text[start:end].isascii() or (word in WITH_POINT and folded[end : end + 1] == b".")


def _beside_month(text: str, folded: bytes, place: Place, done: int) -> DateMention | None:
    start, end, word = place
    before = None
    if start and folded[start - 1] in _ENDS_DAY:
        before = _DAY_BEFORE.search(folded, max(done, start - _DAY_REACH), start)
    if before is None and word in ENGLISH_MONTHS and (found := _month_first(text, folded, place)):
        return found
    after = _YEAR_AFTER.match(folded, end)
    assert after is not None
    year = int(after["year"]) if after["year"] else None
    end = after.end() if year else end + (folded[end : end + 1] == b"." and word in ABBREVIATED)
    if before is None:
        if year is None and (short := _SHORT_YEAR.match(folded, end)):
            year, end = 1900 + int(short[1]), short.end()
        return settled(text, (start, end), (year, MONTHS[word], None))
    return in_words(text, (before.start(), end), (year, MONTHS[word]), (before["first"], before["day"]))


def _month_first(text: str, folded: bytes, place: Place) -> DateMention | None:
    start, end, word = place
    after = _DAY_AFTER.match(folded, end)
    if after is None:
        return None
    bare = not (after["year"] or after["ordinal"] or after["last"])
    # "in May 5 people" counts people.
    if bare and _COUNTS_AFTER.match(folded, after.end()) and _IN_BEFORE.search(folded, max(0, start - 8), start):
        return None
    year = int(after["year"]) if after["year"] else None
    days = (after["day"] if after["last"] else None, after["last"] or after["day"])
    return in_words(text, (start, after.end()), (year, MONTHS[word]), days)


def _with_figures(text: str, marked: Marked, language: str | None, order: DateOrder | None) -> Iterator[DateMention]:
    folded = marked.folded
    for start in marked.starts("figures", "year"):
        if start and folded[start - 1] in b"-t":
            continue
        match = _NUMERIC.match(folded, start)
        if match is None:
            continue
        span = match.span()
        if match["a2"]:
            mention = in_figures(text, span, (match["a2"], match["b2"], match["c2"]), language, order)
            if mention is not None:
                yield mention
        elif (parts := _year_first(match)) and (parts[2] is not None or not _is_numbered(text, span[0])):
            yield settled(text, span, parts)


def _year_first(match: re.Match[bytes]) -> tuple[int, int, int | None]:
    if match["y1"]:
        return int(match["y1"]), int(match["m1"]), int(match["d1"])
    if match["y3"]:
        return int(match["y3"]), int(match["m3"]), None
    year, month, *day = match["iso"].split(b"-")
    return int(year), int(month), int(day[0]) if day else None


def _is_numbered(text: str, start: int) -> bool:
    return _NUMBERED.search(text[max(0, start - _NUMBERED_REACH) : start]) is not None


def _in_context(folded: bytes, mention: DateMention) -> DateMention:
    clock = _clock(folded, mention.end)
    if clock is not None:
        mention = replace(mention, clock=clock)
    if not mention.readings or mention.readings[0].precision != "day":
        return mention
    before = _WEEKDAY_BEFORE.search(folded, max(0, mention.start - _WEEKDAY_REACH), mention.start)
    if before is None:
        return mention
    agreeing = [reading for reading in mention.readings if reading.first.weekday() == WEEKDAYS[before[1]]]
    if mention.value is None and len(agreeing) == 1:
        first: dt.date = agreeing[0].first
        return replace(
            mention, value=agreeing[0], month=first.month, day=first.day, weekday_agrees=True, why=_BY_WEEKDAY
        )
    return replace(mention, weekday_agrees=None if mention.value is None else mention.value in agreeing)


def _by_the_others(mentions: list[DateMention]) -> list[DateMention]:
    orders = {found for mention in mentions if mention.value is not None and (found := usual_order(mention))}
    if len(orders) != 1:
        return mentions
    return [_in_order(mention, next(iter(orders))) for mention in mentions]


def _in_order(mention: DateMention, order: DateOrder) -> DateMention:
    if mention.value is not None or not mention.readings:
        return mention
    alike: Iterable[DateMention] = (
        replace(mention, value=reading, month=reading.first.month, day=reading.first.day, why=_LIKE_OTHERS)
        for reading in mention.readings
        if usual_order(replace(mention, value=reading)) == order
    )
    return next(iter(alike), mention)


def _clock(folded: bytes, end: int) -> tuple[int, int] | None:
    match = _CLOCK.match(folded, end)
    if match is None or (match["mark"] == b":" and match["minute"] is None):
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] == b"p" else 0)
    return (hour, int(match["minute"] or 0)) if hour < 24 else None
