"""A change of unit in the middle of a series."""

import numpy as np
import polars as pl
import pytest

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages import sample
from temoin.outages.readers.sound import sound
from temoin.outages.readers.units import unit_change


def points(factor: float, *, days: int = 12, flat: bool = False) -> pl.DataFrame:
    curve = sample.curve("active_probing" if flat else "search", days=days)
    later = pl.col("time") >= sample.moment(6)
    return curve.with_columns(value=pl.when(later).then(pl.col("value") * factor).otherwise("value"))


def found(frame: pl.DataFrame) -> int | None:
    return unit_change(frame.select(pl.col("time").to_physical(), "value", at=pl.int_range(pl.len())))


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("factor", [1e3, 1 / 1024, 1e-6])
def test_a_curve_that_goes_on_in_another_unit_is_seen_at_its_first_point(factor: float, flat: bool) -> None:
    assert found(points(factor, flat=flat)) == 6 * 48


@pytest.mark.parametrize("factor", [0.03, 0.0, 1 / 300, 1 / 5000])
def test_a_deep_cut_is_no_change_of_unit(factor: float) -> None:
    assert found(points(factor)) is None


def test_what_is_left_of_a_blackout_keeps_no_shape() -> None:
    random = np.random.default_rng(3)
    left = points(1.0).with_columns(noise=pl.Series(np.exp(0.5 * random.standard_normal(12 * 48))))
    later = pl.col("time") >= sample.moment(6)
    cut = left.with_columns(value=pl.when(later).then(620 * pl.col("noise")).otherwise("value"))
    assert found(cut) is None


def test_reading_refuses_it_with_the_remedy_unless_the_file_says_its_units() -> None:
    frame = points(1e3).drop("source", "scale")
    with pytest.raises(InputError, match="unit"):
        sound(frame, Source(id="", size=0))
    assert sound(frame, Source(id="", size=0), units_said=True).height == frame.height
