"""Amounts printed in two currencies against the rates of the day (``claims.conversion/1``).

The implied rate is the first amount as printed over the second with its rounding. It is set against the daily rates at
the date of the amount and in the month before publication: it may hold at one of them, at several, or at none. A total
whose parts each have their date is of all these dates.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.checks.amounts import plain_bounds, quoted, tell, value_of
from temoin.claims.checks.exchange import Quoted, daily_rates, mixed
from temoin.claims.checks.exchange import quoted as rates_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.pairs import Pair, dates_of, find_pairs
from temoin.claims.checks.sums import find_totals
from temoin.evidence import Because, Finding, Settle, Verdict
from temoin.period import PartialDate, print_date
from temoin.quantity import Interval
from temoin.words import LANGUAGES, Language, Words

METHOD = "claims.conversion/1"
_YEAR = dt.timedelta(days=365)
_MONTH = dt.timedelta(days=31)
# Where the official rate and that of the market are far apart.
_SEVERAL_RATES = frozenset({"IRR", "LBP", "SYP", "ARS", "VES", "SDG", "ZWL", "CUP", "MMK", "NGN", "ETB"})
_BY_YEAR = Decimal("1.5")

_UNTIL = Words("mois jusqu’au ", "month to ")
_HEAD = Words(
    "{pair}\u00a0: un cours de {implied} {first} pour 1 {second}",
    "{pair}: a rate of {implied} {first} for 1 {second}",
)
_ALL = Words(
    "{head}. La conversion tient à la date du texte ({rates}).", "{head}. The conversion holds at its date ({rates})."
)
_ONE = Words(
    "{head}. La conversion tient aux cours connus {held}, non {missed} ({rates}).",
    "{head}. The conversion holds at the rates known {held}, not {missed} ({rates}).",
)
_SEVERAL = Words(
    "{head}. La conversion tient aux cours connus {held}\u00a0; rien ne dit lesquels ont servi ({rates}).",
    "{head}. The conversion holds at the rates known {held}; nothing tells which were used ({rates}).",
)
_ELSEWHERE = Words(
    "{head}. La conversion ne tient à aucune date que le texte donne ({rates}), mais à d’autres jours de l’époque.",
    "{head}. The conversion holds at no date that the text gives ({rates}), but on other days of that time.",
)
_OFF = Words(
    "{head}, quand le cours était de {rate}\u00a0: la conversion est fausse d’un facteur {factor}. {right} feraient "
    "environ {expected}.",
    "{head}, when the rate was {rate}: the conversion is off by a factor of {factor}. {right} would make about "
    "{expected}.",
)
_APART = Words(
    "{head}, quand le cours moyen de l’année est de {rate}\u00a0: l’écart est d’un facteur {factor}, mais "
    "d’autres cours "
    "ont pu avoir cours.",
    "{head}, when the mean rate of the year is {rate}: they are a factor of {factor} apart, but other rates may have "
    "been in use.",
)
_SWAPPED = Words(
    "{head}, quand le cours était de {rate}\u00a0: les deux monnaies semblent échangées.",
    "{head}, when the rate was {rate}: the two currencies seem to be swapped.",
)
_NO_RATE = Words(
    "{head}. Aucun cours de ces monnaies n’est connu ici pour cette date.",
    "{head}. No rate of these currencies is known here for that date.",
)
_BY_AVERAGE = Words(
    "{head}, proche du cours moyen de l’année ({rates})\u00a0; seul l’ordre de grandeur est vérifié.",
    "{head}, close to the mean rate of the year ({rates}); only the order of magnitude is checked.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A conversion set against the rates of the dates it may be of."""

    pair: Pair
    candidates: tuple[Quoted, ...]
    held: tuple[Quoted, ...]
    verdict: Verdict
    because: Because | None
    wording: Words
    factor: Decimal | None = None


def check_conversions(page: Page) -> list[Finding]:
    """Return one finding an amount printed in two currencies.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``implied implied_low implied_high base quote factor`` and
    ``rates``, a line a candidate date: ``date first last low high mean holds``
    """
    return [_finding(page, judged) for judged in page.once(judge_conversions)]


def judge_conversions(page: Page) -> list[Judged]:
    """Return each amount printed in two currencies with the dates at which its conversion holds."""
    return [judged for pair in page.once(find_pairs) if (judged := _judge(page, pair))]


def _judge(page: Page, pair: Pair) -> Judged | None:
    point = pair.point
    if point is None:
        return None
    candidates = tuple(_candidates(page, pair))
    if not candidates:
        return Judged(pair, (), (), "cannot_tell", "missing", _NO_RATE)
    if all(one.daily for one in candidates):
        return _judge_by_days(pair, candidates)
    if _near(point, candidates):
        return Judged(pair, candidates, (), "cannot_tell", "rate", _BY_AVERAGE)
    return _off(pair, candidates)


def _judge_by_days(pair: Pair, candidates: tuple[Quoted, ...]) -> Judged:
    loose = pair.implied_loosely
    held = tuple(one for one in candidates if one.reach.meets(loose))
    if not held and _around(pair, candidates).meets(loose):
        return Judged(pair, candidates, (), "cannot_tell", "date", _ELSEWHERE)
    if not held:
        return _off(pair, candidates)
    if len(held) < len(candidates):
        return Judged(pair, candidates, held, "agrees", "date", _ONE)
    if len(held) == 1 or _always(pair, candidates):
        return Judged(pair, candidates, held, "agrees", None, _ALL)
    return Judged(pair, candidates, held, "cannot_tell", "date", _SEVERAL)


def _candidates(page: Page, pair: Pair) -> list[Quoted]:
    currencies = (pair.second_currency, pair.first_currency)
    published = page.published
    parts = _dated_parts(page, pair)
    if parts:
        found = [mixed(*currencies, parts)]
    else:
        dates = [date for date in dates_of(page, pair.first)[:3] if not _just_before(date, published)]
        found = [rates_of(*currencies, date) for date in dates]
    if published is not None:
        found.append(rates_of(*currencies, published, published=True))
    return list({one.label: one for one in found if one is not None}.values())


def _just_before(date: PartialDate, published: PartialDate | None) -> bool:
    """Whether a date lies in the month before publication, whose rates are looked at anyhow."""
    if published is None:
        return False
    return published.last - _MONTH <= date.first and date.last <= published.last


def _dated_parts(page: Page, pair: Pair) -> list[tuple[Decimal, PartialDate]]:
    """The parts of a total with their dates, where the text gives each its own."""
    total = next((one for one in page.once(find_totals) if one.stated.id == pair.first.id), None)
    if total is None:
        return []
    dated = [(value_of(one), dates_of(page, one)) for one in total.parts]
    known = [(value, dates[0]) for value, dates in dated if value and len(dates) == 1]
    return known if len(known) == len(dated) else []


def _around(pair: Pair, candidates: Sequence[Quoted]) -> Interval:
    """The rates of the whole time from a year before the first candidate to a month after the last."""
    first, last = min(one.first for one in candidates) - _YEAR, max(one.last for one in candidates) + _MONTH
    values = [value for _, value in daily_rates(pair.second_currency, pair.first_currency, first, last)]
    values += [value for one in candidates for value in (one.low, one.high)]
    return Interval(min(values), max(values), closed=True)


def _always(pair: Pair, candidates: Sequence[Quoted]) -> bool:
    first, last = min(one.first for one in candidates), max(one.last for one in candidates)
    rates = daily_rates(pair.second_currency, pair.first_currency, first, last)
    return bool(rates) and all(value in pair.implied_loosely for _, value in rates)


def _near(point: Decimal, candidates: Sequence[Quoted]) -> bool:
    return any(one.mean / _BY_YEAR <= point <= one.mean * _BY_YEAR for one in candidates)


def _off(pair: Pair, candidates: tuple[Quoted, ...]) -> Judged:
    point = pair.point
    assert point is not None
    closest = candidates[-1]
    factor = max(point / closest.latest, closest.latest / point)
    if _near(1 / point, candidates):
        return Judged(pair, candidates, (), "disagrees", "unit", _SWAPPED, factor)
    because: Because = "magnitude" if factor >= 5 else "rate"
    if not closest.daily and (factor < 5 or _SEVERAL_RATES & set(pair.currencies)):
        return Judged(pair, candidates, (), "cannot_tell", "rate", _APART, factor)
    return Judged(pair, candidates, (), "disagrees", because, _OFF, factor)


def _finding(page: Page, judged: Judged) -> Finding:
    pair, point = judged.pair, judged.pair.point
    assert point is not None
    flip = point < 1
    shown = 1 / point if flip else point
    names = (pair.second_currency, pair.first_currency) if flip else (pair.first_currency, pair.second_currency)
    head = _HEAD.filled(
        pair=Words(*(f"{quoted(pair.first).in_(one)} = {quoted(pair.second).in_(one)}" for one in LANGUAGES)),
        implied=tell(shown),
        first=names[0],
        second=names[1],
    )
    missed = [one for one in judged.candidates if one not in judged.held]
    closest = judged.candidates[-1] if judged.candidates else None
    words = judged.wording.filled(
        head=head,
        held=_dates(judged.held),
        missed=_dates(missed),
        rates=_rates(judged.candidates, flip=flip),
        rate=tell(_turned(closest.latest, flip=flip)) if closest else "",
        factor=tell(round(judged.factor, 1)) if judged.factor else "",
        right=quoted(pair.first),
        expected=_expected(pair, closest) if closest else "",
    )
    return Finding(
        "claims",
        METHOD,
        (pair.first.id, pair.second.id),
        words,
        numbers=_numbers(judged),
        verdict=judged.verdict,
        because=judged.because,
        settle=None if judged.verdict == "agrees" else _settle(judged),
        source=page.source,
    )


def _numbers(judged: Judged) -> dict[str, object]:
    pair, point = judged.pair, judged.pair.point
    assert point is not None
    rates = [
        {"date": one.label, "first": one.first.isoformat(), "last": one.last.isoformat(), "holds": one in judged.held}
        | {"low": float(round(one.low, 4)), "high": float(round(one.high, 4)), "mean": float(round(one.mean, 4))}
        for one in judged.candidates
    ]
    return {
        "base": pair.second_currency,
        "quote": pair.first_currency,
        "implied": float(round(point, 4)),
        **plain_bounds("implied", pair.implied),
        "holds_at": [one.label for one in judged.held],
        "factor": float(round(judged.factor, 1)) if judged.factor else None,
        "rates": rates,
        "rate_source": "ECB" if judged.candidates and judged.candidates[-1].daily else "yearly mean",
    }


def _turned(value: Decimal, *, flip: bool) -> Decimal:
    return 1 / value if flip else value


def _expected(pair: Pair, closest: Quoted) -> Words:
    first = Decimal(pair.first.value or 0) * pair.first_worth
    made = first / closest.latest
    return tell(Decimal(f"{made:.3g}"), pair.second_currency)


def _rates(candidates: Sequence[Quoted], *, flip: bool) -> Words:
    texts = []
    habits: tuple[tuple[Language, str, str], ...] = (("fr", "\u00a0: ", "\u202f; "), ("en", ": ", "; "))
    for language, colon, comma in habits:
        told = []
        for one in candidates:
            ends = sorted({_turned(one.low, flip=flip), _turned(one.high, flip=flip)})
            before = _UNTIL.in_(language) if one.published and one.dates[0].precision == "day" else ""
            told.append(before + _printed(one, language) + colon + "–".join(tell(end).in_(language) for end in ends))
        texts.append(comma.join(dict.fromkeys(told)))
    return Words(texts[0], texts[1])


def _dates(candidates: Sequence[Quoted]) -> Words:
    told = list(dict.fromkeys(_when(one) for one in candidates))
    return Words(" et ".join(one.fr for one in told), " and ".join(one.en for one in told))


def _when(one: Quoted) -> Words:
    date = one.dates[0]
    french, english = (_printed(one, language) for language in LANGUAGES)
    if len(one.dates) > 1:
        return Words(f"aux dates de ses parties ({french})", f"at the dates of its parts ({english})")
    if date.precision != "day":
        return Words(f"en {french}", f"in {english}")
    if one.published:
        return Words(f"dans le mois qui finit le {french}", f"in the month up to {english}")
    return Words(f"le {french}", f"on {english}")


def _printed(one: Quoted, language: Language) -> str:
    return " – ".join(print_date(date, language) for date in one.dates)


def _settle(judged: Judged) -> Settle:
    return Settle(
        Words("le jour et la source du cours employé", "the day and the source of the rate that was used"),
        Words("l’auteur du texte", "the author of the text"),
        Words(
            "À quel cours, de quel jour et de quelle source, avez-vous converti {first} en {second}\u202f?",
            "At which rate, of which day and from which source, did you convert {first} into {second}?",
        ).filled(first=quoted(judged.pair.first), second=quoted(judged.pair.second)),
    )
