"""The key names every mark, on as many lines as it takes."""

import pytest

from temoin.outages import sample
from temoin.outages.figure.key import key_row
from temoin.outages.figure.paper import Paper
from temoin.period import Period


@pytest.mark.parametrize(("width", "lines"), [(644, 1), (284, 3)], ids=["wide", "narrow"])
def test_the_key_wraps(width: int, lines: int) -> None:
    row = key_row(Paper(Period(sample.moment(0), sample.moment(1)), width, "fr"))
    words = [layer for layer in row["layer"] if layer["mark"]["type"] == "text"]
    assert [layer["mark"]["text"] for layer in words][0::4] == ["mesuré", "non mesuré"]
    assert len({layer["encoding"]["y"]["value"] for layer in words}) == lines
