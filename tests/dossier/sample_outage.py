"""A made-up outage of Atlasie: three signals fall, each in its own time, one stays."""

import datetime as dt
import math
from typing import Any

import polars as pl

from temoin.dossier.report import OutageChapter
from temoin.outages.tables import EXPECTED, OUTAGES, PICKS, REPORTED, SIGNALS

from .sample_documents import EXPORT_SOURCE, LIST_SOURCE, PLACE, UTC, name_of

BEGAN = dt.datetime(2031, 3, 8, 16, 30, tzinfo=UTC)
ENDED = dt.datetime(2031, 3, 9, 22, 0, tzinfo=UTC)
STEP = dt.timedelta(minutes=30)
FIRST = dt.datetime(2031, 3, 6, tzinfo=UTC)

_SHAPES = {
    "active probing": (40.0, 0.04, 0),
    "search": (22.0, 0.02, 2),
    "telescope": (9.0, 0.3, 1),
    "bgp": (0.5, 0.93, 3),
}


def chapter() -> OutageChapter:
    signals, expected = [], []
    for name, (swing, left, late) in _SHAPES.items():
        for rank in range(240):
            time = FIRST + rank * STEP
            usual = 80 + swing / 2 * math.sin(2 * math.pi * (rank % 48 - 14) / 48)
            down = BEGAN + late * STEP <= time < ENDED
            value = (
                None
                if name == "telescope" and 150 <= rank < 156
                else usual * (left if down else 1) + math.sin(rank * 7.1)
            )
            place = {"source": EXPORT_SOURCE.id, "place": PLACE, "signal": name, "time": time, "value": value}
            signals.append(place | {"row": rank + 1, "scale": "window-maximum"})
            expected.append(
                place | {"expected": usual, "low": usual - 6, "high": usual + 6, "down": down and name != "bgp"}
            )
    signals_frame, expected_frame = SIGNALS.frame(signals), EXPECTED.frame(expected)
    picks = [a_pick(name, late, left) for name, (_, left, late) in _SHAPES.items() if name != "bgp"]
    event = OUTAGES.frame([an_event(picks)])
    return OutageChapter(signals_frame, expected_frame, PICKS.frame(picks), event, published())


def published() -> pl.DataFrame:
    """What an invented observatory published of Atlasie: one row that dates the outage, one of a town, a long list."""
    rows = [
        a_published_row(1, BEGAN + STEP, ENDED),
        a_published_row(2, BEGAN, None, scope="local", extent="service-based", ordered_by=None, status="ongoing"),
        *(a_published_row(3 + rank, FIRST + rank * STEP, FIRST + (rank + 1) * STEP) for rank in range(40)),
    ]
    return REPORTED.frame(rows).with_columns(
        measured=pl.col("place"), rows=pl.concat_list("row", pl.col("row") + 100).cast(pl.List(pl.Int64))
    )


def a_published_row(row: int, began: dt.datetime, ended: dt.datetime | None, **other: object) -> dict[str, Any]:
    usual = {
        "source": LIST_SOURCE.id,
        "row": row,
        "id": f"OI-{row}",
        "publisher": "Observatoire inventé <b>",
        "kind": "outage",
        "place": PLACE,
        "place_text": "Atlasie, tout le pays",
        "scope": "national",
        "began_earliest": began,
        "began_latest": began + STEP,
        "ended_earliest": ended,
        "ended_latest": ended,
        "status": "ended",
        "extent": "full-network",
        "signals": [],
        "cause": "Élections",
        "ordered_by": "Le ministère inventé",
        "url": None,
        "repaired": "begin: month-first, clock-24h" if row == 1 else None,
        "began_estimated": False,
    }
    return usual | other


def a_pick(signal: str, late: int, left: float) -> dict[str, Any]:
    began = BEGAN + late * STEP
    return {
        "id": name_of("pick " + signal),
        "source": EXPORT_SOURCE.id,
        "place": PLACE,
        "signal": signal,
        "family": "use" if signal == "search" else "reach",
        "began": began,
        "began_earliest": began - STEP,
        "began_latest": began + STEP,
        "ended": ENDED,
        "ended_earliest": ENDED - STEP,
        "ended_latest": ENDED + STEP,
        "observed_until": ENDED + 20 * STEP,
        "shape": "cut",
        "doubt": None,
        "depth": 1 - left,
        "lost_hours": (1 - left) * 29.5,
        "confidence": 0.9,
        "learned_week": True,
        "step": 1800,
        "first_row": 130 + late,
        "last_row": 188,
    }


def an_event(picks: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": name_of("event"),
        "place": PLACE,
        "began": BEGAN,
        "ended": ENDED,
        "began_earliest": BEGAN - STEP,
        "began_latest": BEGAN + 3 * STEP,
        "state": "ended",
        "kind": "blackout",
        "depth": 0.965,
        "lost_hours": 28.4,
        "confidence": 0.94,
        "preferred": "active probing",
        "picks": [pick["id"] for pick in picks],
        "fell": ["active probing", "search", "telescope"],
        "stayed": ["bgp"],
        "unmeasured": ["mozilla"],
        "campaign": None,
        "observed_until": FIRST + 240 * STEP,
        "places": [],
    }
