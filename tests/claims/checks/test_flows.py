"""A total to date told as the amount of a week."""

from temoin.claims.checks.flows import check_flows

from .making import only, page

TEXT = (
    "Au 7 juin 2021, le parti avait dépensé 77 338 dollars depuis le début. "
    "Dans la semaine du 8 août 2021, il a dépensé {week} dollars. "
    "Au 10 décembre 2021, il avait dépensé 270 000 dollars au total."
)


def test_a_week_on_the_curve_of_the_totals_is_a_question():
    found = only(check_flows, TEXT.format(week="126 775"))
    assert (found.verdict, found.because) == ("cannot_tell", "scope")
    assert found.numbers == {"flow": 126_775, "before": 77_338, "after": 270_000, "unit": "USD"}
    assert len(found.evidence) == 3


def test_a_week_below_the_totals_is_a_week():
    assert check_flows(page(TEXT.format(week="12 677"))) == []


def test_one_total_is_not_enough():
    assert check_flows(page(TEXT.format(week="126 775").split(". Au 10")[0] + ".")) == []
