"""Made-up measurements and lists of Atlasie, to compare."""

import datetime as dt

import polars as pl

from temoin.outages.tables import OUTAGES, PICKS, REPORTED, SIGNALS

UTC = dt.UTC
HOUR = dt.timedelta(hours=1)
PLACE = "Atlasie"


def at(day: int, hour: float = 0) -> dt.datetime:
    return dt.datetime(2031, 3, day, tzinfo=UTC) + hour * HOUR


def measured(first: int = 1, last: int = 20, *, place: str = PLACE, gap: tuple[int, int] = (0, 0)) -> pl.DataFrame:
    """An hourly signal from one day to another, not measured from one day of the gap to the other."""
    hours = range(24 * (last - first))
    rows = [
        {"source": "5e" * 32, "row": 1 + hour, "place": place, "signal": "bgp", "time": at(first, hour),
         "scale": "absolute", "value": None if at(gap[0] or 1) <= at(first, hour) < at(gap[1] or 1) else 9.0}
        for hour in hours
    ]  # fmt: skip
    return SIGNALS.frame(rows)


def an_outage(began: dt.datetime, ended: dt.datetime | None, *, place: str = PLACE) -> tuple[dict, dict]:
    """A row of OUTAGES and the one of PICKS it rests on, an hour wide."""
    name = f"{place} {began:%d %H}"
    pick = {
        "id": f"pick {name}", "source": "5e" * 32, "place": place, "signal": "bgp", "family": "reach", "began": began,
        "began_earliest": began - HOUR, "began_latest": began + HOUR, "ended": ended,
        "ended_earliest": ended and ended - HOUR, "ended_latest": ended and ended + HOUR, "observed_until": at(20),
        "depth": 0.9, "lost_hours": 9.0, "confidence": 0.9, "learned_week": True, "step": 3600, "first_row": 1,
        "last_row": 2, "shape": "cut", "doubt": None,
    }  # fmt: skip
    event = {
        "id": f"outage {name}", "place": place, "began": began, "ended": ended, "began_earliest": began - HOUR,
        "began_latest": began + HOUR, "state": "ended" if ended else "ongoing", "kind": "blackout", "depth": 0.9,
        "lost_hours": 9.0, "confidence": 0.9, "preferred": "bgp", "picks": [pick["id"]], "fell": ["bgp"], "stayed": [],
        "unmeasured": [], "campaign": None, "observed_until": at(20), "places": [],
    }  # fmt: skip
    return event, pick


def tables(*outages: tuple[dict, dict]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Tables OUTAGES and PICKS."""
    return OUTAGES.frame([event for event, _ in outages]), PICKS.frame([pick for _, pick in outages])


def listed(row: int, began: dt.datetime, ended: dt.datetime | None = None, **other: object) -> dict[str, object]:
    """A row of REPORTED, its times to ten minutes."""
    width = dt.timedelta(minutes=10)
    usual: dict[str, object] = {
        "source": "71" * 32, "row": row, "id": f"L{row}", "publisher": "Invented Observatory", "kind": "shutdown",
        "place": PLACE, "place_text": PLACE, "scope": "national", "began_earliest": began,
        "began_latest": began + width, "ended_earliest": ended, "ended_latest": ended and ended + width,
        "status": "ended" if ended else "unknown", "extent": "full-network", "signals": [], "cause": "Exams",
        "ordered_by": "A minister", "url": None, "repaired": None, "began_estimated": False,
    }  # fmt: skip
    return usual | other


def reported(*rows: dict[str, object]) -> pl.DataFrame:
    """Table REPORTED."""
    return REPORTED.frame(list(rows))
