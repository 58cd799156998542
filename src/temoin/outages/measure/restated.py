"""Restated measures: the same bins of one absolute series, retrieved twice, with other values.

A publisher completes and corrects what it published: the later retrieval is to be believed, and the difference is said.
Values in per cent of an export's own maximum are on no common scale: they are never compared, nor spliced.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

import polars as pl

from temoin.evidence import Finding, Rows, Settle
from temoin.outages.places import place_label
from temoin.outages.signals import signal_named
from temoin.outages.tables import SIGNALS
from temoin.period import iso, print_moment
from temoin.quantity import Quantity, print_number
from temoin.words import LANGUAGES, Words

RESTATED_METHOD = "outages.restated/1"
RELATIVE_TOLERANCE = 1e-6
"""Share of the earlier value up to which two values are the same printed otherwise."""
_MOST_RUNS = 5
_CHANGE = Quantity("largest_change", Words("plus grand écart", "largest change"), Words("%", "%"), 1)

_SAID = Words(
    "{place}, {signal} : {changed} des {common} mesures communes à deux relevés diffèrent, de {change} au plus, "
    "entre le {first} et le {last}{withdrawn}. {believed}",
    "{place}, {signal}: {changed} of the {common} measurements common to two retrievals differ, by {change} at most, "
    "between {first} and {last}{withdrawn}. {believed}",
)
_WITHDRAWN = Words(" ; {count} n’y sont plus", "; {count} are no longer there")
_LATER = Words(
    "Le relevé du {later} fait foi, celui du {earlier} est gardé",
    "The retrieval of {later} is to be believed, that of {earlier} is kept",
)
_UNDATED = Words(
    "La date d’un des relevés n’est pas dite : rien ne dit lequel fait foi",
    "One retrieval has no date: nothing says which is to be believed",
)
_OTHER_MEASURE = Words(
    ". Plus de la moitié diffèrent : ce n’est peut-être pas la même mesure",
    ". More than half differ: it may not be the same measure",
)
_SETTLE = Settle(
    Words("un troisième relevé des mêmes jours", "a third retrieval of the same days"),
    Words("le service qui publie la série", "the service that publishes the series"),
    Words(
        "Ces mesures ont-elles été corrigées depuis leur première publication, quand et pourquoi ?",
        "Were these measurements corrected after they were first published, when and why?",
    ),
)


def restated_findings(
    signals: pl.DataFrame,
    retrieved: Mapping[str, dt.datetime | None],
    *,
    labels: Mapping[str, Words] | None = None,
) -> list[Finding]:
    """Return one finding a series of which two retrievals differ, in order of place, signal, retrieval.

    Retrievals of one absolute series (place, signal, bin width) are compared each with the next, bin by bin. A value
    that the later one adds is no difference; one that it changes or no longer gives is. The verdict is ``disagrees``,
    or ``cannot_tell`` where a retrieval has no date.

    Parameters
    ----------
    signals : table ``SIGNALS``, any number of series
    retrieved : when each source was retrieved, UTC; None or absent where nobody said
    labels : names of places for people; those it lacks are asked of the world

    Raises
    ------
    TableError : a column is missing or of another type

    Examples
    --------
    >>> from temoin.outages import sample
    >>> first = sample.series([5.0, 5.0, 4.0])
    >>> second = sample.series([5.0, 5.0, 2.0]).with_columns(source=pl.lit("later"))
    >>> [finding.numbers["changed"] for finding in restated_findings(pl.concat([first, second]), {})]
    [1]
    """
    absolute = SIGNALS.require(signals).filter(pl.col("scale") == "absolute")
    several = absolute.filter(pl.col("source").n_unique().over("place", "signal") > 1)
    findings = []
    for key, retrievals in _retrievals(several, retrieved):
        for earlier, later in pairwise(retrievals):
            common = _compared(earlier, later)
            differing = common.filter(pl.col("changed") | pl.col("withdrawn"))
            if len(differing):
                label = (labels or {}).get(key[0]) or place_label(key[0])
                findings.append(_finding(key, common, differing, retrieved, label))
    return findings


def _retrievals(
    several: pl.DataFrame, retrieved: Mapping[str, dt.datetime | None]
) -> Iterator[tuple[tuple[str, str], list[pl.DataFrame]]]:
    # Bins of another width hold another measure of the same thing, not a correction of it.
    ordered = several.sort("place", "signal", "source", "time")
    of_series = pl.col("time").diff().over("source", "place", "signal")
    with_step = ordered.with_columns(step=of_series.min().over("source", "place", "signal"))
    for name, series in with_step.group_by(["place", "signal", "step"], maintain_order=True):
        parts = series.partition_by("source", maintain_order=True)
        parts.sort(key=lambda part: (_when(part, retrieved), str(part["source"][0])))
        yield (str(name[0]), str(name[1])), parts


def _when(part: pl.DataFrame, retrieved: Mapping[str, dt.datetime | None]) -> float:
    moment = retrieved.get(str(part["source"][0]))
    return moment.timestamp() if moment else 0.0


def _compared(earlier: pl.DataFrame, later: pl.DataFrame) -> pl.DataFrame:
    columns = ["time", "source", "row", "value"]
    known = earlier.select(columns).drop_nulls("value").unique("time", keep="last", maintain_order=True)
    other = later.select(columns).unique("time", keep="last", maintain_order=True)
    both = known.join(other, on="time", how="inner", suffix="_later").sort("time")
    gap = (pl.col("value_later") - pl.col("value")).abs()
    return both.with_columns(
        change=pl.when(pl.col("value") != 0).then(gap / pl.col("value").abs()),
        changed=(gap > RELATIVE_TOLERANCE * pl.col("value").abs()).fill_null(value=False),
        withdrawn=pl.col("value_later").is_null(),
    )


def _finding(
    key: tuple[str, str],
    common: pl.DataFrame,
    differing: pl.DataFrame,
    retrieved: Mapping[str, dt.datetime | None],
    label: Words,
) -> Finding:
    earlier, later = str(common["source"][0]), str(common["source_later"][0])
    dated = retrieved.get(earlier) is not None and retrieved.get(later) is not None
    numbers = {
        "place": key[0],
        "signal": key[1],
        "earlier": earlier,
        "later": later,
        "common": len(common),
        "changed": int(differing["changed"].sum()),
        "withdrawn": int(differing["withdrawn"].sum()),
        "largest_change": _largest(differing),
        "first": iso(differing["time"][0]),
        "last": iso(differing["time"][-1]),
    }
    return Finding(
        lens="outages",
        method=RESTATED_METHOD,
        evidence=(*_rows(differing, "source", "row"), *_rows(differing, "source_later", "row_later")),
        words=_words(numbers, differing, label, _believed(retrieved.get(earlier), retrieved.get(later))),
        parameters={"relative_tolerance": RELATIVE_TOLERANCE},
        numbers=numbers,
        verdict="disagrees" if dated else "cannot_tell",
        because="stale",
        settle=_SETTLE,
    )


def _largest(differing: pl.DataFrame) -> float | None:
    largest = differing.filter(pl.col("changed"))["change"].max()
    return round(float(str(largest)), 6) if largest is not None else None


def _rows(differing: pl.DataFrame, source: str, row: str) -> list[str]:
    runs = (
        differing.with_columns(run=(pl.col(row).diff() != 1).fill_null(value=True).cum_sum())
        .group_by("run", maintain_order=True)
        .agg(pl.first(source), pl.col(row).min().alias("first"), pl.col(row).max().alias("last"))
        .head(_MOST_RUNS)
    )
    return [str(Rows(name, first, last)) for name, first, last in runs.select(source, "first", "last").iter_rows()]


def _believed(earlier: dt.datetime | None, later: dt.datetime | None) -> Words:
    if earlier is None or later is None:
        return _UNDATED
    return _LATER.filled(earlier=_moment(earlier), later=_moment(later))


def _words(numbers: Mapping[str, object], differing: pl.DataFrame, label: Words, believed: Words) -> Words:
    gone, changed, common = (int(str(numbers[name])) for name in ("withdrawn", "changed", "common"))
    largest = numbers["largest_change"]
    said = _SAID.filled(
        place=label,
        signal=signal_named(str(numbers["signal"])).label,
        changed=_count(changed),
        common=_count(common),
        change=Words(*(_CHANGE.printed(float(str(largest or 0)), language) for language in LANGUAGES)),
        first=_moment(differing["time"][0]),
        last=_moment(differing["time"][-1]),
        withdrawn=_WITHDRAWN.filled(count=_count(gone)) if gone else Words("", ""),
        believed=believed,
    )
    doubt = _OTHER_MEASURE if 2 * changed > common else Words("", "")
    return Words(f"{said.fr}{doubt.fr}.", f"{said.en}{doubt.en}.")


def _count(number: int) -> Words:
    return Words(print_number(number, 0, "fr"), print_number(number, 0, "en"))


def _moment(moment: dt.datetime) -> Words:
    return Words(print_moment(moment, "UTC", "fr"), print_moment(moment, "UTC", "en"))
