"""How fast the outage lens goes through archives of every network: from memory, from Parquet, one bin at a time."""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import polars as pl

from temoin.engine import map_in_threads
from temoin.outages.measure.archive import chunks_of, find_picks_packed
from temoin.outages.measure.stream import Stream
from temoin.outages.scorecard.families import PLAIN
from temoin.outages.tables import PACKED

EVERY_NETWORK, A_FEW = 66_698, 4_096
_AT_ONCE = 2048
_DIFFERENT = 512
_BEGIN, _STEP, _BINS = 1_706_486_400, 300, 8064
_DAYS_STREAMED = 4


def archive_paces(series: int) -> Iterator[str]:
    """Yield a Markdown table: so many series of 28 days in bins of 5 minutes, one in a hundred with a blackout.

    Peak memory is the process's, of all that came before in it as well.
    """
    yield f"## {series:,} series of 28 days in bins of 5 minutes"
    yield ""
    yield "| | seconds | million points a second | picks | peak memory, GB |"
    yield "|---|---|---|---|---|"
    drawn = _drawn()
    find_picks_packed(_chunk(drawn, 0, 2))
    starts = range(0, series, _AT_ONCE)
    with tempfile.TemporaryDirectory() as folder:
        for start in starts:
            chunk = _chunk(drawn, start, min(_AT_ONCE, series - start))
            chunk.write_parquet(Path(folder) / f"{start:06d}.parquet", compression="lz4")
        yield _row("from Parquet", partial(_picks, lambda: chunks_of(Path(folder), _AT_ONCE)), series)
    chunks = [_chunk(drawn, start, min(_AT_ONCE, series - start)) for start in starts]
    yield _row("from memory", partial(_picks, lambda: iter(chunks)), series)
    yield ""
    yield from _one_bin(series)
    yield ""


def _picks(chunks: Callable[[], Iterator[pl.DataFrame]]) -> int:
    return sum(map(len, map_in_threads(find_picks_packed, chunks(), workers=os.cpu_count() or 1)))


def _row(what: str, run: Callable[[], int], series: int) -> str:
    started = time.perf_counter()
    picks = run()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 30 if sys.platform == "darwin" else 1 << 20)
    return f"| {what} | {seconds:.1f} | {series * _BINS / seconds / 1e6:.0f} | {picks} | {peak:.1f} |"


def _one_bin(series: int) -> Iterator[str]:
    stream = Stream(series, begin=_BEGIN, step=_STEP)
    random = np.random.default_rng(1)
    levels = random.uniform(100, 1e6, series).astype(np.float32)
    noises = [np.exp(0.05 * random.standard_normal(series)).astype(np.float32) for _ in range(24)]
    took = []
    for index in range(_DAYS_STREAMED * 86_400 // _STEP):
        values = levels * noises[index * 7 % 24]
        started = time.perf_counter()
        list(stream.advance(values))
        took.append(1000 * (time.perf_counter() - started))
    settled = took[86_400 // _STEP + 1 :]
    yield f"One new bin of all of them, as a stream: median {np.median(settled):.1f} ms, "
    yield f"99 in a hundred under {np.percentile(settled, 99):.1f} ms, {_DAYS_STREAMED} days long."


def _drawn() -> np.ndarray:
    quiet = next(family for family in PLAIN if family.sigma == 0.05 and family.kind == "quiet")
    blackout = next(family for family in PLAIN if family.sigma == 0.05 and family.kind != "quiet")
    curves = [(blackout if rank % 100 == 0 else quiet).draw(rank).values for rank in range(_DIFFERENT)]
    return np.stack(curves).astype(np.float32)


def _chunk(drawn: np.ndarray, start: int, series: int) -> pl.DataFrame:
    ranks = np.arange(start, start + series)
    return PACKED.require(
        pl.DataFrame(
            {
                "source": pl.repeat("synthetic", series, eager=True),
                "row": ranks + 1,
                "place": [f"series {rank}" for rank in ranks],
                "signal": pl.repeat("traffic", series, eager=True),
                "scale": pl.repeat("absolute", series, eager=True),
                "begin": pl.repeat(_BEGIN, series, eager=True, dtype=pl.Int64),
                "step": pl.repeat(_STEP, series, eager=True, dtype=pl.Int64),
                "values": pl.Series(drawn[ranks % _DIFFERENT]).cast(pl.List(pl.Float32)),
            }
        )
    )
