"""A table of a million rows held as Parquet bytes: tens of megabytes, where the frame takes hundreds."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

_ROWS_A_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class HeldFrame:
    """The bytes of a Parquet file, made into a frame where it is asked for, whole or a piece at a time.

    Examples
    --------
    >>> growing = GrowingFrame(pl.DataFrame({"value": [1, 2]}))
    >>> growing.add(pl.DataFrame({"value": [3]}))
    >>> growing.held().frame()["value"].to_list(), growing.held().height
    ([1, 2, 3], 3)
    """

    data: bytes

    @property
    def height(self) -> int:
        """How many rows there are."""
        return int(pl.scan_parquet(io.BytesIO(self.data)).select(pl.len()).collect().item())

    def frame(self) -> pl.DataFrame:
        """Return all rows."""
        return pl.read_parquet(io.BytesIO(self.data))

    def pieces(self) -> Iterator[pl.DataFrame]:
        """Yield the rows in order, some ten thousands at a time."""
        for first in range(0, self.height, _ROWS_A_PIECE):
            yield pl.scan_parquet(io.BytesIO(self.data)).slice(first, _ROWS_A_PIECE).collect()


class GrowingFrame:
    """Rows that come batch by batch and are never all a frame at once.

    Parameters
    ----------
    first : the first rows, or none; it says the columns
    """

    def __init__(self, first: pl.DataFrame) -> None:
        self._batches = [_bytes_of(first)]

    def add(self, batch: pl.DataFrame) -> None:
        """Put rows at the end."""
        if batch.height:
            self._batches.append(_bytes_of(batch))

    def held(self) -> HeldFrame:
        """Return all rows; the same bytes for the same rows and batches."""
        if len(self._batches) == 1:
            return HeldFrame(self._batches[0])
        joined = io.BytesIO()
        pl.scan_parquet(self._batches).sink_parquet(
            joined, compression="zstd", statistics=False, row_group_size=_ROWS_A_PIECE, maintain_order=True
        )
        return HeldFrame(joined.getvalue())


def _bytes_of(frame: pl.DataFrame) -> bytes:
    written = io.BytesIO()
    frame.write_parquet(written, compression="zstd", statistics=False, row_group_size=_ROWS_A_PIECE)
    return written.getvalue()
