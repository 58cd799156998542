"""What every part of a figure shares."""

import pytest

from temoin.outages import sample
from temoin.outages.figure.paper import Paper, told_by, wrapped
from temoin.period import Period


def test_a_line_never_breaks_at_a_no_break_space() -> None:
    assert wrapped("perdue à 97\xa0% ici", 11) == ["perdue à", "97\xa0% ici"]


@pytest.mark.parametrize("name", ["Côte d'Ivoire", 'x" + alert(1) + "', "a\\'b"])
def test_a_name_cannot_leave_its_quotes(name: str) -> None:
    import vl_convert

    axis = {"values": [1], "labelExpr": told_by({"1": name})}
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"x": 1}]},
        "mark": "point",
        "encoding": {"x": {"field": "x", "type": "quantitative", "axis": axis}},
    }
    told = vl_convert.vegalite_to_svg(spec)
    assert name.replace('"', "&quot;") in told or name in told


@pytest.mark.parametrize(("width", "narrow"), [(284, True), (644, False)])
def test_a_narrow_pane_has_two_lines_above_it(width: int, narrow: bool) -> None:
    paper = Paper(Period(sample.moment(0), sample.moment(1)), width, "fr")
    assert paper.narrow is narrow
    assert (paper.between > 40) is narrow
