"""What forbids that two figures that meet be of the same thing: another actor, another fate, another measure, a date.

"Supported" is a promise. Forty-one arrested are not forty-one killed, the seats of one party are not another's, and a
second month running is no second place.
"""

import re
import unicodedata
from collections.abc import Iterable

from temoin.corroborate.contexts import Context
from temoin.corroborate.measures import attributes_fit, days_of, meet_in_days
from temoin.corroborate.spellings import words_of
from temoin.corroborate.superlatives import is_near_copy
from temoin.evidence import Statement

_TIMES = frozenset(("date", "datetime"))
_FATES = {
    "killed": r"tu(?:e|es|ee|ees|er|ent)|morte?s?|mour\w+|dece\w+|abatt\w+|kill\w*|dead|deaths?|died|slain|assassin\w*",
    "arrested": r"arrete\w*|arrestation\w*|arrest\w*|interpell\w+|detenu\w*|incarcer\w+|emprisonn\w+|jailed|detain\w+",
    "wounded": r"bless\w+|injur\w+|wound\w+",
    "released": r"liber(?:e|es|ee|ees|er|ation)|relach\w+|releas\w+|freed",
    "missing": r"disparu\w*|missing",
    "displaced": r"deplace\w*|displac\w+",
    "convicted": r"condamn\w+|convict\w+|sentenced",
    "acquitted": r"acquitt\w+",
    "up": r"hauss\w*|augment\w+|progress\w+|gagn\w+|gain\w*|rose|rises?|rising|risen|increas\w+|grew|grown",
    "down": r"baiss\w*|recul\w*|chut\w+|perd\w*|dimin\w+|f[ae]ll|fallen|drop\w*|lost|loses?|declin\w+|decreas\w+",
    "open": r"ouv(?:ert|r)\w*|open\w*",
    "closed": r"ferm(?:e|es|ee|ees|er|ent|eture|etures)|clos\w*|shut",
}
_FATE = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in _FATES.items()}
_OF_PEOPLE = frozenset(("killed", "arrested", "wounded", "released", "missing", "displaced", "convicted", "acquitted"))
_OPPOSITE = {"up": "down", "down": "up", "open": "closed", "closed": "open"}
_PAUSE = re.compile(r"[,;:.!?»”]|\b(?:et|and|mais|but|dont|contre)\b")
_AGAIN = re.compile(
    r"\b(?:fois|time|mois|month|jour|day|semaine|week|annee|year|baisse|hausse|loss|gain|tour|round|trimestre|quarter|"
    r"edition|mandat|term|straight|consecuti\w+|affilee)\b"
)
_AFTER = 40
_ALIKE = 5


def are_of_other_things(draft: Context, known: Context) -> bool:
    """Return whether something said beside two figures that meet forbids that they be of the same thing.

    Parameters
    ----------
    draft, known : what surrounds each
    """
    one, other = draft.statement, known.statement
    if _names_another(draft, known) or _fates_differ(one, other):
        return True
    if one.kind == other.kind == "rank" and _is_again(one) != _is_again(other):
        return True
    return one.kind not in _TIMES and not attributes_fit(one, other) and not is_near_copy(one.quote, other.quote)


def fates_of(statement: Statement) -> tuple[frozenset[str], bool]:
    """Return what is said to have happened to what a figure counts, and whether it stands beside the figure.

    Examples
    --------
    >>> from temoin.evidence import Statement
    >>> quote = "La police a tué 12 personnes."
    >>> at = Statement("s", "t", 16, 29, "12 personnes", "count", "count", "x/1", quote, 0)
    >>> sorted(fates_of(at)[0])
    ['killed']
    """
    quote = _bare(statement.quote)
    start, end = statement.start - statement.quote_start, statement.end - statement.quote_start
    after = quote[end:]
    pause = _PAUSE.search(after)
    before = quote[:start]
    pauses = [match.end() for match in _PAUSE.finditer(before)]
    for part in (quote[start:end], after[: pause.start() if pause else None], before[pauses[-1] if pauses else 0 :]):
        if found := _fates_in(part):
            return found, True
    return _fates_in(quote), False


def own_time_fits(draft: Context, known: Context) -> bool:
    """Return whether a time that stands beside one figure may be one that stands beside the other."""
    return any(_times_meet(one, other) for one in draft.times for other in known.times)


def own_times_differ(draft: Context, known: Context) -> bool:
    """Return whether both figures are dated beside them, and to days of which none is shared."""
    return are_apart(draft.times, known.times)


def are_apart(one: Iterable[Statement], other: Iterable[Statement]) -> bool:
    """Return whether two lists of times both hold days, and share none of them."""
    first = [each for each in one if days_of(each) is not None]
    second = [each for each in other if days_of(each) is not None]
    return bool(first and second) and not any(meet_in_days(each, held) for each in first for held in second)


def _times_meet(one: Statement, other: Statement) -> bool:
    if one.text.casefold() == other.text.casefold():
        return True
    return (
        days_of(one) is not None and days_of(other) is not None and one.kind == other.kind and meet_in_days(one, other)
    )


def _names_another(draft: Context, known: Context) -> bool:
    if draft.loose:
        return False
    pairs = ((draft.near, known.near), (_printed_names(draft.statement), _printed_names(known.statement)))
    return any(ours and theirs and not _know(ours, known) and not _know(theirs, draft) for ours, theirs in pairs)


def _know(names: frozenset[str], context: Context) -> bool:
    # A country and its people begin alike: Kenya's Treasury, le Trésor kényan.
    said = {key[:_ALIKE] for key in context.levels}
    return any(name[:_ALIKE] in said for name in names)


def _printed_names(statement: Statement) -> frozenset[str]:
    # A common noun, or an actor carried over from elsewhere, tells nobody apart.
    entity = statement.entity or ""
    if not entity[:1].isupper() or entity not in statement.quote:
        return frozenset()
    return frozenset(word.key for word in words_of(entity) if word.capital)


def _fates_differ(one: Statement, other: Statement) -> bool:
    if one.kind in _TIMES or other.kind in _TIMES:
        return False
    (ours, beside), (theirs, theirs_beside) = fates_of(one), fates_of(other)
    if not beside or ours & theirs:
        return False
    if ours & _OF_PEOPLE:
        return theirs_beside or not theirs or bool(theirs & _OF_PEOPLE)
    if theirs_beside and theirs & _OF_PEOPLE and ours:
        return False
    return any(_OPPOSITE.get(each) in theirs for each in ours)


def _is_again(statement: Statement) -> bool:
    end = statement.end - statement.quote_start
    said = _bare(statement.text + statement.quote[end : end + _AFTER])
    pause = _PAUSE.search(said)
    return _AGAIN.search(said[: pause.start() if pause else None]) is not None


def _fates_in(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _FATE.items() if pattern.search(text))


def _bare(text: str) -> str:
    # One character for each, so that positions hold.
    return "".join((unicodedata.normalize("NFD", each)[:1] or each) for each in text.casefold()) if text else ""
