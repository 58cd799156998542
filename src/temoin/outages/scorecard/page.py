"""The page of the scorecard, line by line, in Markdown: made by the command, never by hand."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from temoin.outages.scorecard.asked import ROWS, delays_of, together
from temoin.outages.scorecard.scoring import Score
from temoin.outages.scorecard.tally import OURS, Tally


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a method is on the same series: its name, seconds a series, millions of points a second."""

    name: str
    seconds: float
    millions: float


def opening(command: str, made_on: Mapping[str, str]) -> Iterator[str]:
    """Yield the title, and what the page was made with.

    Parameters
    ----------
    command : the command that made it
    made_on : what to tell of the program, the day and the machine, name to value
    """
    yield "# Scorecard of the outage lens"
    yield ""
    yield f"Made by `{command}`; nothing here is written by hand. Definitions stand at the end."
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield from (f"| {name} | {value} |" for name, value in made_on.items())
    yield ""


def compared(tallies: Mapping[str, Sequence[Tally]], helped: Sequence[str], seeds: int) -> Iterator[str]:
    """Yield the comparison of methods on the same series.

    Parameters
    ----------
    tallies : name of a method to its tallies, ours first
    helped : names of those that were given the season
    seeds : series drawn from each family
    """
    names = [f"{name} †" if name in helped else name for name in tallies]
    yield "## Beside the peers"
    yield ""
    yield f"The same {seeds} series of each family for all. A cell is found/events (onset error in bins: median; p95;"
    yield "largest). † was given the season for free, from the whole series, the future included."
    yield ""
    yield "| | " + " | ".join(names) + " |"
    yield "|---|" + "---|" * len(names)
    for row in ROWS:
        cells = [_found(together(of_one, row.holds)) for of_one in tallies.values()]
        yield f"| {row.name} | " + " | ".join(cells) + " |"
    every = [together(of_one) for of_one in tallies.values()]
    yield "| false alarms per 28 days | " + " | ".join(f"{one.alarms_a_month:.2f}" for one in every) + " |"
    yield "| holidays silent | " + " | ".join(f"{one.silent}/{one.holidays}" for one in every) + " |"
    yield "| lines per event | " + " | ".join(_rounded(one.lines_an_event, 2) for one in every) + " |"
    for name, row in (("delay, blackouts", ROWS[0]), ("delay, -45%, noise up to 5%", ROWS[2])):
        cells = [_late(delays_of(of_one, row.holds)) for of_one in tallies.values()]
        yield f"| {name} | " + " | ".join(cells) + " |"
    yield ""


def every_family(tallies: Sequence[Tally], seeds: int) -> Iterator[str]:
    """Yield the lens's own score on each family."""
    yield f"## {OURS}, family by family"
    yield ""
    yield f"{seeds} series of each. Onset error: median; 95th percentile; largest, in bins. Delay: median; largest, in"
    yield "measured bins."
    yield ""
    yield "| family | found | onset error | delay | false alarms per 28 days | holidays silent | lines per event |"
    yield "|---|---|---|---|---|---|---|"
    for tally in tallies:
        scored = tally.score
        cells = (
            f"{scored.found}/{scored.events}" if scored.events else "",
            _errors(scored),
            _late(tally.delays),
            f"{scored.alarms_a_month:.2f}",
            f"{scored.silent}/{scored.holidays}" if scored.holidays else "",
            _rounded(scored.lines_an_event, 2) if scored.found else "",
        )
        yield f"| {tally.family.name} | " + " | ".join(cells) + " |"
    yield ""


def paces(measured: Sequence[Pace], series: int, points: int) -> Iterator[str]:
    """Yield how fast each method is, the lens first, and how many times slower than it the others are."""
    yield "## Speed"
    yield ""
    yield f"{series} series of {points:,} points, from memory, after a first call, best of three; peers on ten of them."
    yield ""
    yield f"| method | seconds a series | million points a second | times {OURS}'s time |"
    yield "|---|---|---|---|"
    for pace in measured:
        ratio = pace.seconds / measured[0].seconds
        yield f"| {pace.name} | {pace.seconds:.6f} | {pace.millions:.2f} | {ratio:,.1f} |"
    yield ""


def definitions() -> Iterator[str]:
    """Yield the definitions that the scoring holds to, as its module says them."""
    from temoin.outages.scorecard import peers, scoring

    yield "## Definitions"
    yield ""
    for module in (scoring, peers):
        told = (module.__doc__ or "").partition("\n\nReferences\n")[0]
        yield from told.partition("\n\n")[2].strip().splitlines()
        yield ""
    yield "The peers in one line each:"
    yield ""
    for peer in peers.PEERS:
        yield f"- {peer.name}: {peer.rule}"


def _found(scored: Score) -> str:
    return f"{scored.found}/{scored.events} ({_errors(scored)})" if scored.found else f"{scored.found}/{scored.events}"


def _errors(scored: Score) -> str:
    return "; ".join(f"{scored.error(share):.0f}" for share in (0.5, 0.95, 1.0)) if scored.errors else ""


def _late(delays: Sequence[int | None]) -> str:
    known = sorted(delay for delay in delays if delay is not None)
    never = f"{len(delays) - len(known)} of {len(delays)} never" if len(known) < len(delays) else ""
    return "; ".join(filter(None, [f"{known[len(known) // 2]}; {known[-1]}" if known else "", never]))


def _rounded(value: float, digits: int) -> str:
    return "–" if math.isnan(value) else f"{value:.{digits}f}"
