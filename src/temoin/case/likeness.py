"""A table like one confirmed before: what of that decision is proposed again, and what changed since.

The words of a header bind what a person decided of its column. What a title says over the table, its unit, platform,
measure and date, is each file's own: that is read anew, never taken from an older file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from temoin.case.settings import ConfirmedTable
from temoin.documents.tables.headers import Meaning, amount_meaning, folded, measure_in, parse_meaning, platform_in
from temoin.documents.tables.plans import ColumnPlan
from temoin.documents.tables.proposing import is_by_format
from temoin.documents.tables.units import Unit, currencies_of, unit_within
from temoin.evidence.digest import digest
from temoin.quantity import plain
from temoin.words import Words

_ALIKE = 0.5
_DATES_IN_NAMES = re.compile(
    r"\b(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|dec(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|october|november|december|september|[tqsvwh]?\d+|final|copie|copy)\b"
)
_TIMES = {
    "1": Words("", ""),
    "1000": Words("milliers", "thousands"),
    "1000000": Words("millions", "millions"),
    "1000000000": Words("milliards", "billions"),
}


def header_words(name: str) -> str:
    """Return a header as it is compared.

    Examples
    --------
    >>> header_words("Relevé  LE ")
    'relevé le'
    """
    return " ".join(name.split()).casefold()


def series_key(key: str, file: str, sheet: str) -> str:
    """Return the key of what holds for one series of files alone: a header, a file's name and a sheet's, without dates.

    Examples
    --------
    >>> series_key("9f3b", "achats-2031-01.xlsx", "Janvier") == series_key("9f3b", "Achats 2031-02.xlsx", "Février")
    True
    >>> series_key("9f3b", "achats.xlsx", "1") == series_key("9f3b", "sondages.xlsx", "1")
    False
    """
    stem, dot, _ = file.rpartition(".")
    words = [_DATES_IN_NAMES.sub(" ", folded(text)) for text in (stem if dot else file, sheet)]
    return digest([key, *(" ".join(each.split()) for each in words)])[:12]


def is_currency_by_hand(column: ColumnPlan, meaning: Meaning | None, said: str | None) -> bool:
    """Return whether a column's currency, or what a sign in it stands for, is a person's word and not its header's.

    Parameters
    ----------
    said : the currency that a person gave when the file was added
    """
    if meaning is None or meaning.field != "amount":
        return False
    if meaning.currency is None or unit_within(column.name).currency == meaning.currency:
        return meaning.sign is not None
    proposed = column.meaning.currency if column.meaning is not None else None
    by_title = proposed == meaning.currency and proposed != said and not is_by_format(column.why)
    return meaning.sign is not None or not by_title


def most_like(confirmed: Mapping[str, ConfirmedTable], columns: Sequence[ColumnPlan]) -> ConfirmedTable | None:
    """Return the confirmed table that shares most headers with these columns; None where under half are shared."""
    names = {header_words(each.name) for each in columns if each.number}
    best: tuple[float, ConfirmedTable | None] = (_ALIKE, None)
    for said in confirmed.values():
        known = {header_words(name) for name, _ in said.columns if not name.startswith("@")}
        alike = len(names & known) / max(1, len(names | known))
        if alike >= best[0] and said.columns and not said.rejected:
            best = (alike, said)
    return best[1]


def read_again(like: ConfirmedTable, columns: Sequence[ColumnPlan]) -> dict[str, Meaning | None]:
    """Return what columns are proposed to hold: as decided before, but for what this file's own title says."""
    known = {header_words(name): meaning for name, meaning in like.columns if not name.startswith("@")}
    return {
        each.name: _again(parse_meaning(known[header_words(each.name)]), each)
        if each.number and header_words(each.name) in known
        else each.meaning
        for each in columns
    }


def is_of_other_day(meanings: Mapping[str, Meaning | None], columns: Sequence[ColumnPlan]) -> bool:
    """Return whether a decision gives its counts another date than the one this file's title says."""
    day = next((each.examples[0] for each in columns if each.name == "@observed_at" and each.examples), "")
    proposed = {each.name: each.meaning for each in columns}
    for name, meaning in meanings.items():
        now = proposed[name]
        if day and meaning and meaning.on and meaning.on != day and not (now and now.on):
            return True
    return False


def difference(like: ConfirmedTable, columns: Sequence[ColumnPlan], meanings: Mapping[str, Meaning | None]) -> Words:
    """Return in what a table differs from one confirmed before: columns, and what its columns held and now hold."""
    names = {header_words(each.name): each.name for each in columns if each.number}
    known = {header_words(name): name for name, _ in like.columns if not name.startswith("@")}
    changes = [
        *_columns("nouvelles colonnes", "new columns", [name for key, name in names.items() if key not in known]),
        *_columns("colonnes disparues", "columns gone", [name for key, name in known.items() if key not in names]),
        *_was_and_is(like, columns, meanings),
        *_titles_now(columns),
    ]
    if not changes:
        return Words(
            "mêmes colonnes qu’un tableau déjà confirmé, mais leur ordre, leur nombre ou le titre a changé",
            "the columns of a table confirmed before, but their order, their number or the title changed",
        )
    return Words(
        f"comme un tableau déjà confirmé, à ceci près : {' ; '.join(each.fr for each in changes)}",
        f"like a table confirmed before, but for: {'; '.join(each.en for each in changes)}",
    )


def _again(before: Meaning | None, column: ColumnPlan) -> Meaning | None:
    if before is None or before.field not in {"amount", "value"}:
        return before
    name, now = column.name, column.meaning
    if before.field == "amount":
        now = now if now is not None and now.field == "amount" else amount_meaning(name, Unit())
        own = unit_within(name)
        settled = own.currency or before.currency in currencies_of(own.shared)
        return replace(
            before,
            currency=before.currency if settled else now.currency,
            times=before.times if own.times != 1 else now.times,
            on=now.on,
            sign=None,
        )
    now = now if now is not None and now.field == "value" else Meaning("value")
    return replace(
        before,
        measure=before.measure if measure_in(name) else None,
        platform=before.platform if platform_in(name) else None,
        times=before.times if unit_within(name).times != 1 else now.times,
        on=now.on,
    )


def _columns(fr: str, en: str, names: Sequence[str]) -> Iterable[Words]:
    if names:
        told = (", ".join(f"« {name} »" for name in names), ", ".join(f'"{name}"' for name in names))
        yield Words(f"{fr} {told[0]}", f"{en} {told[1]}")


def _was_and_is(
    like: ConfirmedTable, columns: Sequence[ColumnPlan], meanings: Mapping[str, Meaning | None]
) -> Iterable[Words]:
    known = {header_words(name): parse_meaning(meaning) for name, meaning in like.columns}
    for each in columns:
        was, now = known.get(header_words(each.name)), meanings.get(each.name)
        if was is None or now is None or not each.number or was == now:
            continue
        before, after = _held(was), _held(now)
        yield Words(
            f"« {each.name} » était : {before.fr} ; maintenant : {after.fr}",
            f'"{each.name}" was: {before.en}; now: {after.en}',
        )


def _held(meaning: Meaning) -> Words:
    unsaid = Words("monnaie non dite", "currency not said") if meaning.field == "amount" else Words("", "")
    code = plain(meaning.times)
    times = _TIMES.get(code, Words(f"× {code}", f"× {code}"))
    said = [each for each in (meaning.platform, meaning.measure, meaning.on, meaning.currency) if each]
    fr = [*said, *([] if meaning.currency else [unsaid.fr]), times.fr]
    en = [*said, *([] if meaning.currency else [unsaid.en]), times.en]
    return Words(" ".join(filter(None, fr)) or "non dit", " ".join(filter(None, en)) or "not said")


def _titles_now(columns: Sequence[ColumnPlan]) -> Iterable[Words]:
    said = ", ".join(each.examples[0] for each in columns if not each.number and each.examples)
    if said:
        yield Words(f"le titre dit maintenant : {said}", f"the title now says: {said}")
