"""One figure by two sources (``corroborate.figure/1``): told alike, otherwise, cut short, of a wider place, or copied.

Figures are of one thing where place or entity, attribute, service and unit are the same. Of one date, they agree or
disagree; where the dates are not said, that cannot be told. Two sources that share figures report one study: there, a
figure that is the other cut off rather than rounded is told as such, and the same figure given to a wider place too.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import combinations

from temoin.claims.checks.amounts import bare_unit, digits_of, quoted, reach, tell, value_of
from temoin.corroborate.retold import compare_tolls, told_series
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.period import PartialDate
from temoin.words import Words
from temoin.world import find_country

METHOD = "corroborate.figure/1"
SHARED_FIGURES = 2

_KINDS = frozenset({"money", "count", "duration", "percent"})
_SAYS_NO_MORE = frozenset({"money", "count", "percent", "duration", "rank", "ratio", "other", "date", "spending"})
_MOST_OF_A_SOURCE = 2000
_FEWEST_DIGITS = 3
_STILL_HOLDS = dt.timedelta(days=120)
_REGIONS: tuple[tuple[str, str, Words], ...] = (
    ("sub-saharan", r"afrique (?:sub-?saharienne|au sud du sahara)|sud du sahara|sub-?saharan africa",
     Words("l’Afrique subsaharienne", "sub-Saharan Africa")),
    ("west africa", r"afrique de l[’']ouest|west(?:ern)? africa", Words("l’Afrique de l’Ouest", "West Africa")),
    ("north africa", r"afrique du nord|maghreb|north(?:ern)? africa", Words("l’Afrique du Nord", "North Africa")),
    ("central asia", r"asie centrale|central asia", Words("l’Asie centrale", "Central Asia")),
    ("european union", r"union européenne|european union", Words("l’Union européenne", "the European Union")),
    ("africa", r"\bafrique(?! du sud\b)|\bafrica\b|du continent africain", Words("l’Afrique", "Africa")),
    ("asia", r"\basie\b|\basia\b", Words("l’Asie", "Asia")),
    ("europe", r"\beurope\b", Words("l’Europe", "Europe")),
)  # fmt: skip
_INSIDE = {"sub-saharan": "africa", "west africa": "africa", "north africa": "africa", "central asia": "asia",
           "european union": "europe"}  # fmt: skip
_LABELS = {name: label for name, _, label in _REGIONS}
_REGION = re.compile("|".join(f"(?P<r{rank}>{words})" for rank, (_, words, _) in enumerate(_REGIONS)), re.IGNORECASE)
_DISAGREES = Words(
    "Les sources ne disent pas le même chiffre de {what}\u00a0: {told}.",
    "The sources do not tell the same figure of {what}: {told}.",
)
_NO_DATE = Words(
    "Les sources donnent des chiffres différents de {what}, sans dire de quand\u00a0: {told}.",
    "The sources give different figures of {what}, without saying as of when: {told}.",
)
_COPIED = Words(
    "Le même chiffre de {what} est donné à des dates différentes\u00a0: {told}. L’un a pu être recopié sans être "
    "relevé.",
    "The same figure of {what} is given as of different dates: {told}. One may have been copied, not taken again.",
)
_CUT_SHORT = Words(
    "{coarse} ({first}) n’est pas l’arrondi de {fine} ({second})\u00a0: le chiffre est tronqué\u00a0; arrondi, "
    "ce serait "
    "{right}.",
    "{coarse} ({first}) is not {fine} ({second}) rounded: the figure is cut off; rounded, it would be {right}.",
)
_WIDER = Words(
    "{figure} est donné pour {wide} ({first}) et pour {narrow} ({second})\u00a0: ce ne peut être les deux.",
    "{figure} is given for {wide} ({first}) and for {narrow} ({second}): it cannot be both.",
)
_SETTLE = Settle(
    Words("l’étude ou le relevé d’où vient le chiffre", "the study or the record that the figure comes from"),
    Words("qui l’a publié en premier", "whoever published it first"),
    Words(
        "Quel est le chiffre exact, de quel territoire et à quelle date\u202f?",
        "What is the exact figure, of which territory and as of when?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Voices:
    publishers: Mapping[str, str]
    published: Mapping[str, PartialDate]

    def of(self, statement: Statement) -> str:
        return self.publishers.get(statement.source) or statement.source[:10]


def compare_figures(
    statements: Iterable[Statement],
    *,
    publishers: Mapping[str, str] | None = None,
    published: Mapping[str, PartialDate] | None = None,
) -> list[Finding]:
    """Return the findings on figures that two sources give of one thing and do not tell alike.

    Parameters
    ----------
    statements : any; of those of one source only, the tolls of its voices are compared
    publishers : id of a source to the name it speaks under; else the first characters of its id
    published : id of a source to its date

    Returns
    -------
    findings, each id once; ``numbers`` holds ``change`` (``otherwise``, ``cut short``, ``wider``, ``copied``,
    ``toll``, ``series``) and
    ``sources``: ``statement source value as_of``

    Examples
    --------
    >>> compare_figures([])
    []
    """
    voices = _Voices(publishers or {}, published or {})
    figures = [one for one in statements if one.claim and one.kind in _KINDS and value_of(one) is not None]
    by_source: dict[str, list[Statement]] = {}
    for one in figures:
        by_source.setdefault(one.source, []).append(one)
    tolls = compare_tolls(figures, voices.publishers)
    if len(by_source) < 2:
        return tolls
    found = [*tolls, *_told_otherwise(figures, voices), *_regions(figures, voices), *told_series(figures)]
    for first, second in _sharing(by_source):
        found += _cut_short(by_source[first], by_source[second], voices)
    explained = {finding.evidence for finding in found if finding.numbers["change"] == "cut short"}
    kept = [one for one in found if one.numbers["change"] != "otherwise" or one.evidence not in explained]
    return list({finding.id: finding for finding in kept}.values())


def _told_otherwise(figures: Sequence[Statement], voices: _Voices) -> Iterator[Finding]:
    together: dict[tuple[str | None, ...], list[Statement]] = {}
    for one in figures:
        about = _about(one)
        if about and one.attribute not in _SAYS_NO_MORE:
            key = (about, one.attribute, one.platform, one.kind, bare_unit(one.unit))
            together.setdefault(key, []).append(one)
    for each in together.values():
        for first, second in _pairs(each):
            if finding := _compared(first, second, voices):
                yield finding


def _about(statement: Statement) -> str | None:
    """A person or a thing by the last word of its name; a country by its code."""
    entity = statement.entity
    if entity is None:
        return statement.place
    if found := find_country(entity):
        return found.iso2
    plain = unicodedata.normalize("NFKD", entity).encode("ascii", "ignore").decode().casefold().split()
    return plain[-1] if plain else None


def _pairs(each: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """One pair of sources once: those whose statement of a thing is alone in its source, date by date."""
    alone: dict[tuple[str, str | None], list[Statement]] = {}
    for one in each:
        alone.setdefault((one.source, one.as_of), []).append(one)
    single = [group[0] for group in alone.values() if len({one.value for one in group}) == 1]
    for first, second in combinations(single, 2):
        if first.source != second.source:
            yield first, second


def _compared(first: Statement, second: Statement, voices: _Voices) -> Finding | None:
    meet = reach(first).meets(reach(second))
    dated = first.as_of is not None and second.as_of is not None
    if meet:
        copied = dated and first.as_of != second.as_of and first.value == second.value and len(digits_of(first)) > 3
        return _told((first, second), ("cannot_tell", "stale", _COPIED, "copied"), voices) if copied else None
    if dated and first.as_of == second.as_of:
        return _told((first, second), ("disagrees", "source", _DISAGREES, "otherwise"), voices)
    if dated or first.platform is None or not _together(first, second, voices):
        return None
    return _told((first, second), ("cannot_tell", "stale", _NO_DATE, "otherwise"), voices)


def _together(first: Statement, second: Statement, voices: _Voices) -> bool:
    """Whether two sources appeared within the months in which a figure still holds."""
    dates = [voices.published.get(one.source) for one in (first, second)]
    days = [date.first for date in dates if date is not None]
    return len(days) < 2 or abs(days[0] - days[1]) <= _STILL_HOLDS


def _told(statements: tuple[Statement, ...], judged: tuple[Verdict, Because, Words, str], voices: _Voices) -> Finding:
    verdict, because, wording, change = judged
    first = statements[0]
    what = " ".join(part for part in (first.entity or first.place, first.attribute, first.platform) if part)
    lines = [(voices.of(one), quoted(one), one.as_of or _date(one, voices) or "") for one in statements]
    told = Words(
        *(
            "; ".join(f"{name}, {figure.in_(language)}{f' ({date})' if date else ''}" for name, figure, date in lines)
            for language in ("fr", "en")
        )
    )
    words = wording.filled(what=Words(f"«\u00a0{what}\u00a0»", f"“{what}”"), told=told)
    return _finding(statements, (verdict, because, words, change))


def _date(statement: Statement, voices: _Voices) -> str | None:
    date = voices.published.get(statement.source)
    return date.text if date else None


def _finding(statements: Sequence[Statement], judged: tuple[Verdict, Because, Words, str]) -> Finding:
    verdict, because, words, change = judged
    places = {one.place for one in statements if one.place}
    numbers: dict[str, object] = {"place": places.pop()} if len(places) == 1 else {}
    numbers["change"] = change
    numbers["sources"] = [
        {"statement": one.id, "source": one.source, "value": one.value, "as_of": one.as_of} for one in statements
    ]
    return Finding(
        "corroborate",
        METHOD,
        tuple(sorted(one.id for one in statements)),
        words,
        parameters={"change": change},
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=_SETTLE,
    )


def _sharing(by_source: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[str, str]]:
    """Pairs of sources that print at least two same figures of three digits: they report one study."""
    printed = {
        source: {(one.kind, one.unit, one.value) for one in each if len(digits_of(one)) >= _FEWEST_DIGITS}
        for source, each in by_source.items()
    }
    for first, second in combinations(sorted(by_source), 2):
        small = min(len(by_source[first]), len(by_source[second]))
        if small <= _MOST_OF_A_SOURCE and len(printed[first] & printed[second]) >= SHARED_FIGURES:
            yield first, second


def _cut_short(first: Sequence[Statement], second: Sequence[Statement], voices: _Voices) -> Iterator[Finding]:
    fine: dict[tuple[str, str | None, str | None], list[Statement]] = {}
    for one in (*first, *second):
        fine.setdefault((one.kind, one.unit, one.place), []).append(one)
    for (_, _, place), each in fine.items():
        for coarse, other in ((a, b) for a in each for b in each if a.source != b.source):
            if place and coarse.qualifier == "exact" and _is_cut(coarse, other):
                yield _finding(
                    (coarse, other), ("disagrees", "rounding", _cut_words(coarse, other, voices), "cut short")
                )
                break


def _is_cut(coarse: Statement, fine: Statement) -> bool:
    value, other = value_of(coarse), value_of(fine)
    if not value or not other or len(digits_of(coarse)) < 2 or len(digits_of(fine)) <= len(digits_of(coarse)):
        return False
    alike = coarse.attribute == fine.attribute or {coarse.attribute, fine.attribute} & _SAYS_NO_MORE
    return bool(alike) and not reach(coarse).meets(reach(fine)) and _cut(other, value) == value


def _cut(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return value.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_DOWN) if exponent < 28 else value


def _cut_words(coarse: Statement, fine: Statement, voices: _Voices) -> Words:
    value, other = value_of(coarse), value_of(fine)
    assert value is not None
    assert other is not None
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    right = (other / Decimal(10) ** exponent).to_integral_value() * Decimal(10) ** exponent
    return _CUT_SHORT.filled(
        coarse=quoted(coarse),
        fine=quoted(fine),
        first=voices.of(coarse),
        second=voices.of(fine),
        right=tell(right, coarse.unit),
    )


def _regions(figures: Sequence[Statement], voices: _Voices) -> Iterator[Finding]:
    told: dict[tuple[str, str | None, str | None], dict[str, list[Statement]]] = {}
    for one in figures:
        if (
            one.kind in ("money", "duration", "count")
            and len(digits_of(one)) >= _FEWEST_DIGITS
            and (name := _region(one))
        ):
            told.setdefault((one.kind, one.unit, one.value), {}).setdefault(name, []).append(one)
    for by_region in told.values():
        for narrow, wide in _INSIDE.items():
            if narrow not in by_region or wide not in by_region:
                continue
            small, large = by_region[narrow][0], by_region[wide][0]
            if small.source == large.source:
                continue
            words = _WIDER.filled(
                figure=quoted(large),
                wide=_LABELS[wide],
                narrow=_LABELS[narrow],
                first=voices.of(large),
                second=", ".join(dict.fromkeys(voices.of(one) for one in by_region[narrow])),
            )
            everyone = (*by_region[wide], *by_region[narrow])
            yield _finding(everyone, ("disagrees", "scope", words, "wider"))


def _region(statement: Statement) -> str | None:
    """The region named closest to a figure in its sentence, those before it first."""
    position = statement.start - statement.quote_start
    found = [(match.start(), match.lastgroup) for match in _REGION.finditer(statement.quote)]
    if not found:
        return None
    before = [group for start, group in found if start < position]
    group = before[-1] if before else found[0][1]
    return _REGIONS[int((group or "r0")[1:])][0]
