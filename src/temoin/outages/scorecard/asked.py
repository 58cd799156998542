"""What must be reached on the families, and the rows in which methods are compared."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from temoin.held import Held
from temoin.outages.scorecard.families import PLAIN, Family
from temoin.outages.scorecard.scoring import Score, total
from temoin.outages.scorecard.tally import Tally

_PLAIN = {family.name for family in PLAIN}
_MOST_ALARMS = 0.1
_SILENT = 0.99
_LITTLE_NOISE = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the comparison: its name, and which families are in it."""

    name: str
    holds: Callable[[Family], bool]


def _plain(
    kind: str, *, noisy: bool | None = None, depths: tuple[float, float] = (0.0, 1.0)
) -> Callable[[Family], bool]:
    def holds(family: Family) -> bool:
        deep = family.loss is not None and depths[0] <= family.loss.depth <= depths[1]
        right = noisy is None or noisy == (family.sigma > _LITTLE_NOISE)
        return family.kind == kind and family.name in _PLAIN and deep and right

    return holds


def _hurt(kind: str, *, noisy: bool = False) -> Callable[[Family], bool]:
    return lambda family: family.kind == kind and family.name not in _PLAIN and noisy == (family.sigma > _LITTLE_NOISE)


def _wider(family: Family) -> bool:
    return _hurt("slight")(family) and family.history is None


_SLIGHT = _plain("slight", noisy=False, depths=(0.0, 0.25))
_RAMPS = _plain("ramp", noisy=False, depths=(0.45, 1.0))

ROWS: tuple[Row, ...] = (
    Row("blackouts", _plain("blackout")),
    Row("blackouts, hurt", _hurt("blackout")),
    Row("-45%, noise up to 5%", _plain("partial", noisy=False)),
    Row("-45%, noise 10%", _plain("partial", noisy=True)),
    Row("-45%, hurt", _hurt("partial")),
    Row("-45%, noise 10%, bins of 15 to 60 min", _hurt("partial", noisy=True)),
    Row("-20 and -25%, noise up to 5%", _SLIGHT),
    Row("-20 and -25%, noise 5%, bins of 15 to 60 min", _wider),
    Row("-25%, noise 5%, after 8 days", lambda family: family.kind == "slight" and family.history is not None),
    Row("-30%, noise up to 5%", _plain("slight", noisy=False, depths=(0.3, 1.0))),
    Row("-20 to -30%, noise 10%", _plain("slight", noisy=True)),
    Row("ramps to -45 and -60%, noise up to 5%", _RAMPS),
    Row("ramps to -30%, noise up to 5%", _plain("ramp", noisy=False, depths=(0.0, 0.3))),
    Row("ramps, noise 10%", _plain("ramp", noisy=True)),
    Row("nights and exam mornings", lambda family: family.kind == "recurring"),
    Row("throttling for months", lambda family: family.kind == "level"),
)
"""The rows of recall and onset error; false alarms and holidays are counted over all families."""


def together(tallies: Sequence[Tally], holds: Callable[[Family], bool] = lambda _: True) -> Score:
    """Return the score over the families chosen."""
    return total(tally.score for tally in tallies if holds(tally.family))


def delays_of(tallies: Sequence[Tally], holds: Callable[[Family], bool]) -> list[int | None]:
    """Return the delays over the families chosen."""
    return [delay for tally in tallies if holds(tally.family) for delay in tally.delays]


def must_reach(tallies: Sequence[Tally]) -> Iterator[Held]:
    """Yield what must be reached on the families, with what was measured."""
    every: tuple[tuple[str, Callable[[Family], bool], float, int | None, int | None], ...] = (
        ("blackouts, hurt ones included", lambda family: family.kind == "blackout", 1.0, 1, 3),
        ("-45%, noise up to 5%", _plain("partial", noisy=False), 1.0, 2, None),
        ("-45%, noise 10%", _plain("partial", noisy=True), 1.0, 2, None),
        ("-45%, hurt", _hurt("partial"), 1.0, 2, None),
        ("-45%, noise 10%, bins of 15 to 60 min", _hurt("partial", noisy=True), 1.0, 2, None),
        ("-20 and -25%, noise up to 5%", _SLIGHT, 0.95, None, None),
        ("-20 and -25%, noise 5%, bins of 15 to 60 min", _wider, 0.95, None, None),
        ("ramps of 30 to 60 min to -45 and -60%, noise up to 5%", _RAMPS, 0.90, None, None),
    )
    for name, holds, least, most, latest in every:
        scored = together(tallies, holds)
        yield Held(f"{name}: found", f"at least {least:.0%}", f"{scored.found}/{scored.events}", scored.recall >= least)
        if most is not None:
            told = f"{_number(scored.error(0.5))}; {_number(scored.error(0.95))}; {_number(scored.error(1.0))}"
            asked = f"at most {most} bin{'s' * (most > 1)} (median; p95; largest)"
            yield Held(f"{name}: onset error", asked, told, scored.error(1.0) <= most)
        if latest is not None:
            yield _delay(name, delays_of(tallies, holds), latest)
    scored = together(tallies)
    few = scored.alarms_a_month <= _MOST_ALARMS
    told = f"{scored.alarms_a_month:.3f} ({scored.alarms} in {scored.days / 28:.0f} months)"
    yield Held("false alarms per 28 days, all families", f"at most {_MOST_ALARMS}", told, few)
    told = f"{scored.silent}/{scored.holidays}"
    yield Held("holidays silent", f"at least {_SILENT:.0%}", told, scored.silence >= _SILENT)
    yield from _recurrences(tallies)


def _recurrences(tallies: Sequence[Tally]) -> Iterator[Held]:
    for name, word in (("nights", "nights"), ("exam mornings", "exam")):
        chosen = [tally for tally in tallies if tally.family.kind == "recurring" and word in tally.family.name]
        scored = total(tally.score for tally in chosen)
        yield Held(f"{name}: found", "all", f"{scored.found}/{scored.events}", scored.found == scored.events)
        grouped = sum(tally.grouped or 0 for tally in chosen)
        series = sum(tally.series for tally in chosen)
        yield Held(f"{name}: one campaign, next date right", "all", f"{grouped}/{series} series", grouped == series)


def _delay(name: str, delays: Sequence[int | None], latest: int) -> Held:
    known = sorted(delay for delay in delays if delay is not None)
    never = len(delays) - len(known)
    told = f"{known[len(known) // 2]}; {known[-1]}" if known else "none"
    told += f"; {never} never" if never else ""
    asked = f"at most {latest} bins (median; largest)"
    return Held(f"{name}: confirmed in streaming", asked, told, bool(known) and not never and known[-1] <= latest)


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.0f}"
