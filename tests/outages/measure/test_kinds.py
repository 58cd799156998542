"""What a measured loss is like."""

import datetime as dt
from typing import Any

import pytest

from temoin.outages import DEFAULT, sample
from temoin.outages.measure.groups import group_of
from temoin.outages.measure.kinds import kind_of


def a_pick(signal: str, family: str, hours: float, shape: str = "cut") -> dict[str, Any]:
    began = sample.moment(15)
    return {
        "id": signal, "source": "s", "place": "Atlasie", "signal": signal, "family": family, "began": began,
        "ended": began + dt.timedelta(hours=hours), "observed_until": began + dt.timedelta(days=9), "depth": 0.5,
        "confidence": 0.9, "shape": shape,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("signals", "stayed", "depth", "hours", "shape", "kind"),
    [
        pytest.param(["active_probing"], set(), 0.97, 8, "cut", "blackout", id="nearly everything"),
        pytest.param(["active_probing"], set(), 0.5, 8, "cut", "partial", id="half for a night"),
        pytest.param(["youtube"], {"active_probing"}, 0.97, 8, "cut", "service-block", id="one service gone"),
        pytest.param(["youtube"], set(), 0.4, 48, "cut", "throttling", id="one service slow for days"),
        pytest.param(["youtube"], set(), 0.4, 6, "cut", "partial", id="one service slow for hours"),
        pytest.param(["traffic"], {"bgp"}, 0.4, 48, "cut", "throttling", id="used less while routed"),
        pytest.param(["traffic"], set(), 0.4, 48, "cut", "partial", id="used less, reach unknown"),
        pytest.param(["traffic"], set(), 0.4, 999, "level", "throttling", id="a lower level"),
    ],
)
def test_the_kind_of_a_loss(
    signals: list[str], stayed: set[str], depth: float, hours: float, shape: str, kind: str
) -> None:
    family = {"active_probing": "reach", "youtube": "use", "traffic": "use"}
    group = group_of([a_pick(signal, family[signal], hours, shape) for signal in signals], DEFAULT)
    assert kind_of(group, stayed, depth, DEFAULT) == kind
