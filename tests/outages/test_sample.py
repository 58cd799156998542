"""Made-up curves keep the answers that their docstrings promise."""

import pytest

from temoin.evidence.digest import canonical
from temoin.outages import SIGNALS, find_outages, measure, sample

SAMPLES = [sample.one_night_down, sample.ramps, sample.missing, sample.recurring]


@pytest.mark.parametrize("make", SAMPLES, ids=lambda make: make.__name__)
def test_each_is_a_table_of_signals_marked_synthetic_and_the_same_every_time(make) -> None:
    frame = SIGNALS.require(make())
    assert frame["source"].unique().to_list() == ["synthetic"]
    assert frame["place"].unique().to_list() == ["Atlasie"]
    assert not frame.select(SIGNALS.key).is_duplicated().any()
    assert canonical(frame["value"].to_list()) == canonical(make()["value"].to_list())


@pytest.mark.parametrize(
    ("make", "outages"), [*zip(SAMPLES, [1, 0, 1, 10], strict=True)], ids=[make.__name__ for make in SAMPLES]
)
def test_each_has_as_many_outages_as_it_was_given(make, outages: int) -> None:
    measured = measure(make())
    assert len(find_outages(measured.picks, measured.expected)) == outages


def test_a_loss_glides_in_and_out_over_its_ramp() -> None:
    loss = sample.Loss(sample.moment(0), sample.moment(0, 10), 0.4, sample.moment(0, 4) - sample.moment(0))
    assert [loss.at(sample.moment(0, hour)) for hour in (-1, 0, 2, 5, 8, 10)] == pytest.approx([0, 0, 0.2, 0.4, 0.2, 0])
