"""A made-up outage of Atlasie: three signals fall, each in its own time, one stays."""

import datetime as dt
import math
from typing import Any

from temoin.dossier.report import OutageChapter
from temoin.outages.tables import EXPECTED, OUTAGES, PICKS, SIGNALS

from .sample_documents import EXPORT_SOURCE, PLACE, UTC, name_of

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
    return OutageChapter(signals_frame, expected_frame, PICKS.frame(picks), OUTAGES.frame([an_event(picks)]))


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
