"""Across series and places: what ``measure`` walks series by series, then what several of them tell together."""

import polars as pl

from temoin.outages.measure import detect
from temoin.outages.measure.detect import Measured
from temoin.outages.measure.instrument import FEWEST_COUNTRIES, doubt_instrument
from temoin.outages.measure.rollup import FEWEST_PARTS, roll_up
from temoin.outages.measure.watched import watch
from temoin.outages.networks import holders_of
from temoin.outages.places import PATHS, Holders
from temoin.outages.settings import DEFAULT, Settings


def measure(signals: pl.DataFrame, *, settings: Settings = DEFAULT, networks: pl.DataFrame | None = None) -> Measured:
    """Return what each series' past promises and where it fell, with what several series tell together.

    Series by series as ``find_picks`` and ``expect`` do; then a place with three measured parts of one signal gets
    their joined series (see ``measure.rollup``), and the picks of a signal that drops alike in unrelated countries at
    once are in doubt (see ``measure.instrument``).

    Parameters
    ----------
    signals : table ``SIGNALS``, any number of series
    settings : the parameters, see ``Settings``
    networks : table ``NETWORKS``; without it a bare network (``AS58224``) is held by no country

    Returns
    -------
    tables ``EXPECTED`` (in order of source, place, signal, time) and ``PICKS`` (by place, began, signal, source);
    a series with fewer than two measures is in neither

    Raises
    ------
    TableError : a column is missing or of another type
    """
    holders = holders_of(networks)
    walked = walk(signals, holders=holders, settings=settings)
    if walked.picks["place"].n_unique() < FEWEST_COUNTRIES:
        return walked
    picks = doubt_instrument(walked.picks, watch(walked.expected), holders=holders)
    return Measured(walked.expected, picks)


def walk(signals: pl.DataFrame, *, holders: Holders = PATHS, settings: Settings = DEFAULT) -> Measured:
    """Return what each series' past promises and where it fell, with the joined series of places.

    What it gives for the series of one whole place (see ``Holders.whole``) does not depend on any other.

    Parameters
    ----------
    signals : table ``SIGNALS``
    holders : which place holds which
    settings : see ``Settings``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    walked = detect.measure(signals, settings=settings)
    if signals["place"].n_unique() < FEWEST_PARTS:
        return walked
    return roll_up(signals, walked, holders=holders, settings=settings)
