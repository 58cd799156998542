"""The dates that a document bears, weighed: the one taken, those that are not and why, and the bounds of all.

Trust goes down from what the text states to the day, to what the document declares, to a day in its address, to a month
in the text, to a month in its address. When it was captured bounds it from above. When the file was made says little:
a template or a later copy changes it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from temoin.documents.addresses import date_in_address
from temoin.documents.proposed import Proposed, Subject, proposed
from temoin.documents.published import DECLARED, day_of, said_day, the_day, together
from temoin.period import PartialDate
from temoin.words import Words

_ADDRESS = Words("date dans l’adresse", "date in the address")
_BETTER = Words(
    "le texte ne donne que le mois, que cette date précise", "the text gives the month alone, which this date narrows"
)
_SAME = Words("l’adresse porte la même date", "the address bears the same date")
_TRUST = ("text", "declared", "address")
_TAKEN = {
    "text": Words(
        "le texte donne {day}\u00a0; il est cru avant le reste",
        "the text gives {day}; it is believed before the rest",
    ),
    "declared": Words(
        "le document déclare {day}, cru avant l’adresse",
        "the document declares {day}, which is believed before the address",
    ),
    "address": Words("l’adresse donne le jour, {day}", "the address gives the day, {day}"),
}
_CAPTURED = Words("capturé ce jour-là\u00a0: publié au plus tard alors", "captured that day: published by then")
_AFTER_CAPTURE = Words("après la capture pourtant, du {day}", "yet after its capture, of {day}")
_BOUND = Words("le texte parle pourtant du {day}", "yet the text tells of {day}")
_FILE = {
    "created": Words(
        "date de création du fichier, qui n’est pas celle de la publication",
        "date of creation of the file, not that of publication",
    ),
    "modified": Words(
        "date de modification du fichier, qui n’est pas celle de la publication",
        "date of change of the file, not that of publication",
    ),
}
_LATER = Words(
    "plus tard que le {day} retenu\u00a0: une copie ou une version d’après",
    "later than {day}, which is taken: a copy or a later version",
)
_EARLIER = Words(
    "plus tôt que le {day} retenu\u00a0: préparé d’avance, tiré d’un modèle, ou d’une horloge déréglée",
    "earlier than {day}, which is taken: prepared ahead, from a template, or by a wrong clock",
)
_BEFORE_ITS_TALE = Words(
    "plus tôt pourtant que le {day}, dont le texte parle\u00a0: l’une des deux dates est à vérifier",
    "yet earlier than {day}, which the text tells of: one of the two dates is to be checked",
)
_FILE_SUBJECTS: tuple[Subject, ...] = ("created", "modified")
_ZONES = dt.timedelta(days=1)
"""A day of capture is one of UTC: where it was already tomorrow, a page may bear tomorrow’s date."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a document bears or that was said of it; ``start`` is where it stands in the text, if it does."""

    text: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: str
    value: PartialDate
    proposal: Proposed


def weigh_dates(
    stated: Sequence[Proposed], properties: Mapping[str, str], address: Address | None
) -> Iterator[Proposed]:
    """Yield the date of publication to take, every other that disagrees with it, bounds, and the file's own dates.

    Parameters
    ----------
    stated : what the text and the declared properties propose, from ``propose_published``
    properties : of the document
    address : where it was found, if that is known

    Yields
    ------
    ``published`` once at most, and then no ``not-before``; ``other-date`` for each sign that gives another date
    """
    captured = day_of(properties, "captured")
    candidates = list(_candidates(stated, properties, address))
    taken = _taken(candidates)
    if taken is not None:
        yield _noted(taken, candidates, stated, captured)
        yield from _others(taken, candidates)
    for each in stated:
        if each.subject == "ambiguous" or (each.subject == "not-before" and taken is None):
            yield each
    if captured is not None:
        yield proposed("not-after", captured.text, _CAPTURED)
    bound = next((PartialDate(each.value) for each in stated if each.subject == "not-before"), None)
    yield from _of_the_file(properties, None if taken is None else taken.value, bound)


def _candidates(
    stated: Sequence[Proposed], properties: Mapping[str, str], address: Address | None
) -> Iterator[_Candidate]:
    declared = day_of(properties, "published")
    for each in stated:
        if each.subject == "published" and each.start is not None:
            yield _Candidate("text", PartialDate(each.value), each)
    if declared is not None:
        yield _Candidate("declared", declared, proposed("published", declared.text, DECLARED))
    found = date_in_address(address.text) if address is not None else None
    if address is not None and found is not None:
        span = None if address.start is None else (address.start + found.start, address.start + found.end)
        why = _ADDRESS if span else together([_ADDRESS, Words(f"«\u00a0{address.text}\u00a0»", f"“{address.text}”")])
        yield _Candidate("address", found.value, proposed("published", found.value.text, why, span))


def _taken(candidates: list[_Candidate]) -> _Candidate | None:
    def rank(each: _Candidate) -> tuple[bool, int]:
        return each.value.precision != "day", _TRUST.index(each.kind)

    return min(candidates, key=rank, default=None)


def _noted(
    taken: _Candidate, candidates: list[_Candidate], stated: Sequence[Proposed], captured: PartialDate | None
) -> Proposed:
    notes = [taken.proposal.why]
    others = [each for each in candidates if each is not taken]
    if taken.kind != "text" and any(each.kind == "text" and _meets(each.value, taken.value) for each in others):
        notes.append(_BETTER)
    if any(each.kind == "address" and each.value == taken.value for each in others):
        notes.append(_SAME)
    bound = next((PartialDate(each.value) for each in stated if each.subject == "not-before"), None)
    if bound is not None and bound.first > taken.value.last:
        notes.append(_BOUND.filled(day=said_day(bound)))
    if captured is not None and taken.value.first > captured.last + _ZONES:
        notes.append(_AFTER_CAPTURE.filled(day=said_day(captured)))
    return replace(taken.proposal, why=together(notes))


def _others(taken: _Candidate, candidates: list[_Candidate]) -> Iterator[Proposed]:
    for each in candidates:
        if each is taken or _meets(each.value, taken.value):
            continue
        why = together([each.proposal.why, _TAKEN[taken.kind].filled(day=the_day(taken.value))])
        span = (
            None
            if each.proposal.start is None or each.proposal.end is None
            else (each.proposal.start, each.proposal.end)
        )
        yield proposed("other-date", each.value.text, why, span)


def _meets(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def _of_the_file(
    properties: Mapping[str, str], taken: PartialDate | None, bound: PartialDate | None
) -> Iterator[Proposed]:
    for subject in _FILE_SUBJECTS:
        day = day_of(properties, subject)
        if day is not None:
            notes = [_FILE[subject], *_beside(day, taken, bound if taken is None else None)]
            yield proposed(subject, day.text, together(notes))


def _beside(day: PartialDate, taken: PartialDate | None, bound: PartialDate | None) -> Iterator[Words]:
    if taken is not None and taken.precision == "day":
        if day.first > taken.last + _ZONES:
            yield _LATER.filled(day=said_day(taken))
        if day.last < taken.first - _ZONES:
            yield _EARLIER.filled(day=said_day(taken))
    if bound is not None and bound.precision == "day" and day.last < bound.first - _ZONES:
        yield _BEFORE_ITS_TALE.filled(day=said_day(bound))
