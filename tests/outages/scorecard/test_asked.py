"""What must be reached is judged on the families that it names, and fails where it should."""

import pytest

from temoin.held import Held
from temoin.outages.scorecard.asked import ROWS, delays_of, must_reach, together
from temoin.outages.scorecard.families import FAMILIES, Family
from temoin.outages.scorecard.scoring import Score
from temoin.outages.scorecard.tally import Tally

DATED = {"blackout", "partial", "slight", "ramp", "recurring", "level"}


def perfect(family: Family) -> Tally:
    events = int(family.kind in DATED)
    holidays = int(family.kind == "holiday")
    grouped = 1 if family.kind == "recurring" else None
    scored = Score(events, events, (0,) * events, events, 0, 28.0, holidays, holidays)
    return Tally(family, scored, (3,) * events, grouped, grouped or 0)


def judged(**changed: Tally) -> dict[str, Held]:
    tallies = [changed.get(family.name.replace(" ", "_"), perfect(family)) for family in FAMILIES]
    return {row.what: row for row in must_reach(tallies)}


def test_every_family_that_has_an_event_is_in_one_row_of_the_comparison() -> None:
    for family in FAMILIES:
        rows = [row.name for row in ROWS if row.holds(family)]
        assert len(rows) == int(family.kind in DATED), family.name


def test_a_perfect_method_holds_everywhere() -> None:
    assert {row.what: row.measured for row in judged().values() if row.holds is not True} == {}


@pytest.mark.parametrize(
    ("name", "scored", "broken"),
    [
        ("8 h at -97%, long gaps", Score(1, 0, (), 0, 0, 28.0), "blackouts, hurt ones included: found"),
        ("8 h at -97%, noise 5%", Score(1, 1, (-2,), 1, 0, 28.0), "blackouts, hurt ones included: onset error"),
        ("6 h at -45%, noise 10%", Score(1, 1, (3,), 1, 0, 28.0), "-45%, noise 10%: onset error"),
        ("14 nights", Score(14, 13, (0,) * 13, 13, 0, 28.0), "nights: found"),
        ("8 exam mornings", Score(8, 7, (0,) * 7, 7, 0, 28.0), "exam mornings: found"),
        ("quiet, heavy tails", Score(alarms=20, days=28.0), "false alarms per 28 days, all families"),
        ("holiday of -24%, noise 5%", Score(days=28.0, holidays=1), "holidays silent"),
    ],
)
def test_one_failure_breaks_its_row_and_no_other(name: str, scored: Score, broken: str) -> None:
    family = next(family for family in FAMILIES if family.name == name)
    good = perfect(family)
    tally = Tally(family, scored, good.delays, good.grouped, good.series)
    rows = judged(**{name.replace(" ", "_"): tally})
    assert [what for what, row in rows.items() if row.holds is False] == [broken]


def test_an_event_never_confirmed_in_time_breaks_the_delay() -> None:
    family = next(family for family in FAMILIES if family.name == "8 h at -97%, noise 2%")
    late = Tally(family, perfect(family).score, (3, None))
    row = judged(**{family.name.replace(" ", "_"): late})["blackouts, hurt ones included: confirmed in streaming"]
    assert (row.holds, row.measured) == (False, "3; 3; 1 never")


def test_the_chosen_families_are_added_up() -> None:
    tallies = [perfect(family) for family in FAMILIES]
    assert together(tallies, ROWS[0].holds).events == 6
    assert delays_of(tallies, ROWS[0].holds) == [3] * 6
