"""A large made-up case: fifty documents of five pages, one hundred series over twenty-five places."""

import datetime as dt

import polars as pl

from temoin.dossier.report import DocumentView, OutageChapter, Report, SourceView, StatementView

from .sample_documents import a_source, name_of, says
from .sample_outage import chapter
from .sample_report import TEXT, a_report

_SENTENCE = "In Atlasie, a made-up country, {n} subscribers lost their connection on 8 March 2031 at about 16:30 UTC. "


def a_large_report() -> Report:
    views, sources = [], []
    for rank in range(50):
        text = "\n\n".join(
            "".join(_SENTENCE.format(n=1000 * rank + line + page) for page in range(5)) for line in range(25)
        )
        source = a_source(f"document-{rank}.txt", text, language="en")
        figures = [
            says(source, text, str(1000 * rank + line + 4) + " subscribers", "people affected") for line in range(12)
        ]
        pages = tuple((page + 1, len(text) * page // 5, len(text) * (page + 1) // 5) for page in range(5))
        views.append(DocumentView(source, f"Document {rank}", text, pages, tuple(map(StatementView, figures))))
        sources.append(SourceView(source, "text", TEXT))
    return a_report("en", documents=tuple(views), sources=tuple(sources), outages=_many_places())


def _many_places() -> OutageChapter:
    one = chapter()
    early = [one.expected.with_columns(pl.col("time") - dt.timedelta(days=5 * week)) for week in range(1, 34)]
    expected = pl.concat(
        [*reversed([frame.with_columns(pl.lit(False).alias("down")) for frame in early]), one.expected]
    )
    places = [f"XA-{rank:02d}" for rank in range(25)]

    def everywhere(frame: pl.DataFrame, *ids: str) -> pl.DataFrame:
        return pl.concat([_moved(frame, place, ids) for place in places])

    signals = expected.drop("expected", "low", "high", "down").with_columns(
        pl.int_range(pl.len(), dtype=pl.Int64).over("signal").alias("row"), pl.lit("absolute").alias("scale")
    )
    return OutageChapter(
        everywhere(signals.select(one.signals.columns)),
        everywhere(expected),
        everywhere(one.picks, "id"),
        everywhere(one.outages.with_columns(pl.lit([]).cast(pl.List(pl.String)).alias("picks")), "id"),
    )


def _moved(frame: pl.DataFrame, place: str, ids: tuple[str, ...]) -> pl.DataFrame:
    named = [pl.col(name).map_elements(lambda old: name_of(old + place), pl.String) for name in ids]
    return frame.with_columns(pl.lit(place).alias("place"), *named)
