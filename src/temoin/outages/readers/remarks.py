"""What a person should hear of points that were read: too few to judge, names kept as places, bins that shift.

None of it is an error. Each is told once, in a sentence, so that silence never passes for a judgement.
"""

import datetime as dt

import polars as pl

from temoin.outages.settings import DEFAULT
from temoin.period import iso
from temoin.words import Words
from temoin.world import find_country

_TOLD = 5
_ENOUGH = 12  # points before a step is known
_FEW = 2
_RARE = 0.01
_SHORTEST = dt.timedelta(days=DEFAULT.min_history_days)


def remarks_on(signals: pl.DataFrame) -> tuple[Words, ...]:
    """Return what a person should hear of all points read, a sentence a remark; nothing where there is none.

    Parameters
    ----------
    signals : table ``SIGNALS``
    """
    return (*unjudged(signals), *kept_names(signals), *shifts(signals))


def unjudged(signals: pl.DataFrame) -> tuple[Words, ...]:
    """Return a sentence where series measure nothing, or too little for anything to be judged, or only ever zero.

    Parameters
    ----------
    signals : table ``SIGNALS``

    Examples
    --------
    >>> from temoin.outages import sample
    >>> [words.en for words in unjudged(sample.one_night_down().head(1))]
    ['1 series with a single measured point: nothing can be judged']
    """
    measured = pl.col("value").is_not_null()
    time = pl.col("time").filter(measured)
    series = signals.group_by("source", "place", "signal").agg(
        measured.sum().alias("measured"), (time.max() - time.min()).alias("span"), pl.col("value").max().alias("most")
    )
    short, several = pl.col("span") < _SHORTEST, pl.col("measured") > 1
    none = series.filter(pl.col("measured") == 0).height
    one = series.filter(pl.col("measured") == 1).height
    brief = series.filter(several, short).height
    zero = series.filter(several, ~short, pl.col("most") == 0).height
    days = f"{DEFAULT.min_history_days:g}"
    said = (
        (none, "sans aucune valeur mesurée : rien à juger", "without any measured value: nothing can be judged"),
        (one, "d’un seul point mesuré : rien à juger", "with a single measured point: nothing can be judged"),
        (brief, f"de moins de {days} jours : trop peu pour juger", f"of less than {days} days: too little to judge by"),
        (zero, "où tout vaut zéro : aucun niveau dont tomber", "of zeros alone: no level to fall from"),
    )
    return tuple(Words(f"{n} série{'s' if n > 1 else ''} {fr}", f"{n} series {en}") for n, fr, en in said if n)


def kept_names(signals: pl.DataFrame) -> tuple[Words, ...]:
    """Return a sentence where a place is written as a country's name: it is kept as a place of its own.

    A name is not turned into a code: Georgia is a state too, and Jordan a person.

    Parameters
    ----------
    signals : table ``SIGNALS``
    """
    places = sorted(place for place in signals["place"].unique() if len(place) > len("KZ"))
    found = [(place, known.iso2) for place in places if (known := find_country(place)) is not None]
    if not found:
        return ()
    names, codes = (", ".join(part[at] for part in found[:_TOLD]) for at in (0, 1))
    more = "…" if len(found) > _TOLD else ""
    return (
        Words(
            f"noms gardés tels quels, chacun un lieu à part : {names}{more} ; pour le pays, écrivez son code : "
            f"{codes}{more}",
            f"names kept as they are, each a place of its own: {names}{more}; for the country, write its code: "
            f"{codes}{more}",
        ),
    )


def shifts(signals: pl.DataFrame) -> tuple[Words, ...]:
    """Return a sentence for each series, five at most, whose bins stop falling on the minutes they fell on before.

    A clock that was set, or a change of export, does so once or twice. A series whose times follow no step at all is
    not spoken of, nor is a gap of whole bins, which cannot be told from bins that were not measured.

    Parameters
    ----------
    signals : table ``SIGNALS``
    """
    key = pl.struct("source", "place", "signal").rle_id()
    points = signals.select(series=key, time=pl.col("time").to_physical(), at=pl.int_range(pl.len()))
    points = _in_one_run(points, signals).sort("series", "time")
    same = pl.col("series") == pl.col("series").shift(1)
    points = points.with_columns(gap=pl.when(same).then(pl.col("time").diff()))
    steps = points.group_by("series").agg(pl.col("gap").median().cast(pl.Int64).alias("step"), pl.len().alias("points"))
    steps = steps.filter(pl.col("points") >= _ENOUGH, pl.col("step") > 0)
    moved = points.join(steps, on="series", how="inner", maintain_order="left")
    moved = moved.filter(pl.col("gap") % pl.col("step") != 0)
    few = pl.max_horizontal(pl.lit(_FEW), pl.col("points").first() * _RARE)
    told = moved.group_by("series", maintain_order=True).agg(
        pl.col("at", "gap", "step").first(), (pl.len() <= few).alias("few")
    )
    first = told.filter("few").head(_TOLD)
    rows = signals[first["at"]].with_columns(first["gap"], first["step"])
    return tuple(_shift(row) for row in rows.iter_rows(named=True))


def _in_one_run(points: pl.DataFrame, signals: pl.DataFrame) -> pl.DataFrame:
    """Runs of one series numbered as one; a file that gives its series one after the other has them so already."""
    runs = points.group_by("series").agg(pl.col("at").first()).sort("series")
    named = signals[runs["at"]].select("source", "place", "signal")
    if not named.is_duplicated().any():
        return points
    whole = runs.select("series").with_columns(whole=named.select(pl.struct(pl.all()).rank("dense")).to_series())
    return points.join(whole, on="series", how="left", maintain_order="left").with_columns(series="whole")


def _shift(row: dict[str, object]) -> Words:
    gap, step = int(str(row["gap"])), int(str(row["step"]))
    nearest = min(gap % step, -gap % step) / 60_000_000
    when = row["time"]
    since = iso(when) if isinstance(when, dt.datetime) else ""
    return Words(
        f"les intervalles de {row['place']}, {row['signal']} se décalent de {nearest:g} min à partir de {since} "
        f"(point {row['row']}) : horloge remise à l’heure ?",
        f"the bins of {row['place']}, {row['signal']} shift by {nearest:g} min from {since} on (point {row['row']}): "
        "was a clock set?",
    )
