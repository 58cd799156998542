"""The date of publication that a document proposes, or the day before which it cannot have been published."""

import re
from collections.abc import Iterator, Mapping

from temoin.documents.dateline import Dateline, is_date_line, is_labelled, is_update
from temoin.documents.dates import DateMention
from temoin.documents.layout import Layout
from temoin.documents.proposed import Proposed, proposed
from temoin.errors import InputError
from temoin.period import PartialDate
from temoin.words import Words, same

# Future and conditional of French verbs, and what announces a day to come.
_AHEAD = re.compile(
    r"(?i)\b(?:\w+(?:eront|irait|erait|raient|iront|dront|dra)|\w{2,}(?<!op)(?<!cam)era|sera|aura|auront|ira"
    r"|d[’']ici|jusqu[’']?\w*|prévue?s?|programmée?s?|attendue?s?|à partir du|au plus tard|avant le"
    r"|prochaine?s?|échéance|will|shall|scheduled|due|upcoming|until|no later than|by|expected|next|expires?)\b"
)
# What is held on a day set in advance: named alone, it may still be to come.
_EVENT = re.compile(
    r"(?i)\b(?:élections?|scrutins?|législatives|présidentielles?|municipales|référendums?|votes?|tours?|sommets?"
    r"|conférences?|procès|audiences?|festivals?|rendez-vous|elections?|referendums?|polls?|summits?|hearings?|trials?)"
    r"\b[^,;:]{0,25}$"
)
_PAST = re.compile(
    r"(?i)\b(?:été|eu|a|ont|avait|avaient|était|étaient|fut|furent|depuis|was|were|had|has|have|since|\w{3,}ed|\w+aient"
    r"|s[’']est|se sont)\b"
)
# A line that begins in lower case goes on from the one above, which a page has wrapped.
_SENTENCE_BREAK = re.compile(r"[.!?…]\s|\n(?![a-zà-ÿ0-9])")
_LOOK_BACK = 90
_LOOK_AHEAD = 15
_ISO_DAY = 10

_DATELINE = Words("date en tête du texte", "dateline that opens the text")
_LABELLED = Words("date annoncée comme celle de la publication", "date announced as that of publication")
_NEAR_TITLE = Words("ligne de date près du titre", "date line near the title")
_SIGNED = Words("ligne de date au bas du texte", "date line at the foot of the text")
DECLARED = Words("date déclarée par le document lui-même", "date declared by the document itself")
_MONTH_ONLY = Words("seul le mois est donné", "only the month is given")
_UPDATED = Words(
    "le texte ne donne que la date de sa mise à jour", "the text gives no other date than that of its update"
)
_NOT_BEFORE = Words(
    "le texte ne donne pas sa date\u202f; c’est la dernière qu’il mentionne",
    "the text does not give its own date; this is the latest it mentions",
)


def propose_published(
    text: str,
    layout: Layout,
    properties: Mapping[str, str],
    dates: list[DateMention],
    dateline: Dateline | None,
) -> Iterator[Proposed]:
    """Yield each date of publication stated, in this order of trust; where none stands, the bound ``not-before``.

    A dateline; a date announced as that of publication, or alone on its line, before or after the body (never one
    announced as an update); what the page declares; a month. A date whose order is open is ``ambiguous``, unless the
    page declares one of its readings.
    """
    declared = day_of(properties, "published")
    stated = list(_stated(text, layout, dates, dateline))
    open_ones = {mention.start: mention for mention, _ in stated if mention.value is None and len(mention.readings) > 1}
    yield from (_ambiguous(mention) for mention in open_ones.values() if declared not in mention.readings)
    certain = [(mention, why) for mention, why in stated if mention.value is not None]
    by_day = [(mention, why) for mention, why in certain if mention.value and mention.value.precision == "day"]
    if by_day:
        mention, why = by_day[0]
        notes = [why, *_updated(text, layout, dates), *_later(text, mention, dates)]
        yield _from_text(mention, together(notes), declared)
        yield from _other_days(by_day)
        return
    if declared is not None:
        yield proposed("published", declared.text, DECLARED)
    if certain:
        mention, why = certain[0]
        yield _from_text(mention, together([why, _MONTH_ONLY, *_latest_within(mention, dates)]), None)
    elif declared is None:
        yield from _not_before(text, dates)


def _other_days(by_day: list[tuple[DateMention, Words]]) -> Iterator[Proposed]:
    seen = {by_day[0][0].value}
    for mention, why in by_day[1:]:
        if mention.value not in seen:
            seen.add(mention.value)
            yield _from_text(mention, why, None)


def day_of(properties: Mapping[str, str], name: str) -> PartialDate | None:
    """Return the day, or the less precise date, of a property that holds a date or a time; None where it holds none."""
    said = properties.get(name, "")
    try:
        return PartialDate(said[:_ISO_DAY]) if said else None
    except InputError:
        return None


def _stated(
    text: str, layout: Layout, dates: list[DateMention], dateline: Dateline | None
) -> Iterator[tuple[DateMention, Words]]:
    if dateline is not None and dateline.mention is not None:
        yield dateline.mention, _DATELINE
    around = [(block, _NEAR_TITLE) for block in layout.near_title] + [(block, _SIGNED) for block in layout.foot]
    inside = [
        (mention, block, where)
        for block, where in around
        for mention in dates
        if block.start <= mention.start < block.end and not is_update(text, mention)
    ]
    yield from ((mention, _LABELLED) for mention, block, _ in inside if is_labelled(block, mention))
    yield from ((mention, where) for mention, block, where in inside if is_date_line(block, dates))


def _updated(text: str, layout: Layout, dates: list[DateMention]) -> Iterator[Words]:
    for block in layout.margins:
        for mention in dates:
            if block.start <= mention.start < block.end and mention.value is not None and is_update(text, mention):
                yield Words("mis à jour le {day}", "updated on {day}").filled(day=said_day(mention.value))
                return


def _later(text: str, stated: DateMention, dates: list[DateMention]) -> Iterator[Words]:
    assert stated.value is not None
    for mention in dates:
        day = mention.until or mention.value
        if day is None or day.first <= stated.value.last or is_update(text, mention) or _is_ahead(text, mention):
            continue
        if _PAST.search(_sentence(text, mention)):
            why = Words("le texte parle pourtant du {day} au passé", "yet the text tells of {day} as past")
            yield why.filled(day=said_day(day))
            return


def _latest_within(month: DateMention, dates: list[DateMention]) -> Iterator[Words]:
    assert month.value is not None
    days = [day for mention in dates if (day := mention.until or mention.value) is not None and day.precision == "day"]
    within = [day for day in days if month.value.first <= day.first <= month.value.last]
    if within:
        why = Words("pas avant le {day}, que le texte mentionne", "not before {day}, which the text mentions")
        yield why.filled(day=said_day(max(within)))


def _from_text(mention: DateMention, why: Words, declared: PartialDate | None) -> Proposed:
    assert mention.value is not None
    value = mention.value
    notes = [why]
    if mention.why is not None:
        notes.append(mention.why)
    if mention.weekday_agrees is False:
        notes.append(Words("le jour de la semaine ne s’accorde pas", "the weekday does not agree"))
    if declared is not None and not declared.first <= value.first <= declared.last:
        notes.append(
            Words("le document, lui, déclare {day}", "the document itself declares {day} instead").filled(
                day=the_day(declared)
            )
        )
    return proposed("published", value.text, together(notes), (mention.start, mention.end))


def together(notes: list[Words]) -> Words:
    """Return notes as one, each after a semicolon."""
    return Words("\u202f; ".join(note.fr for note in notes), "; ".join(note.en for note in notes))


def _ambiguous(mention: DateMention) -> Proposed:
    days = [said_day(reading) for reading in mention.readings]
    why = Words(
        f"la date du texte se lit {' ou '.join(day.fr for day in days)}\xa0: --dates dmy | mdy | ymd tranche",
        f"the text’s date reads {' or '.join(day.en for day in days)}: --dates dmy | mdy | ymd settles it",
    )
    value = " | ".join(reading.text for reading in mention.readings)
    return proposed("ambiguous", value, why, (mention.start, mention.end))


def said_day(date: PartialDate) -> Words:
    """Return a date in words."""
    from babel.dates import format_date

    shape = {"day": "d MMMM y", "month": "MMMM y"}.get(date.precision)
    if shape is None:
        return same(date.text)
    french = format_date(date.first, shape, locale="fr")
    return Words(
        french.replace("1 ", "1er ", 1) if french.startswith("1 ") else french,
        format_date(date.first, shape, locale="en"),
    )


def the_day(date: PartialDate) -> Words:
    """Return a date in words, with the article that French puts before a day.

    Examples
    --------
    >>> the_day(PartialDate("2031-03-14")).fr, the_day(PartialDate("2031-03")).fr
    ('le 14 mars 2031', 'mars 2031')
    """
    said = said_day(date)
    return Words(f"le {said.fr}", said.en) if date.precision == "day" else said


def _not_before(text: str, dates: list[DateMention]) -> Iterator[Proposed]:
    past = [
        (value, mention)
        for mention in dates
        if (value := mention.until or mention.value) is not None and not _is_ahead(text, mention)
    ]
    if past:
        value, mention = max(past, key=lambda pair: (pair[0].first, pair[0].precision == "day", -pair[1].start))
        why = _UPDATED if is_update(text, mention) else _NOT_BEFORE
        yield proposed("not-before", value.text, why, (mention.start, mention.end))


def _is_ahead(text: str, mention: DateMention) -> bool:
    before = _SENTENCE_BREAK.split(text[max(0, mention.start - _LOOK_BACK) : mention.start])[-1]
    after = _SENTENCE_BREAK.split(text[mention.end : mention.end + _LOOK_AHEAD])[0]
    if _AHEAD.search(f"{before} {after}"):
        return True
    return _EVENT.search(before) is not None and _PAST.search(_sentence(text, mention)) is None


def _sentence(text: str, mention: DateMention) -> str:
    before = _SENTENCE_BREAK.split(text[max(0, mention.start - _LOOK_BACK) : mention.start])[-1]
    after = _SENTENCE_BREAK.split(text[mention.end : mention.end + _LOOK_BACK])[0]
    return f"{before} {after}"
