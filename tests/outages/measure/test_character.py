"""The cards: bounds, monotony, ranges, priors, and that no country has a place in them."""

import itertools
import math
import re
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.outages.measure.character import (
    HORIZONS,
    CharacterSettings,
    Features,
    character_model,
    character_of,
    horizon_of,
    points_of,
    traits_of,
)
from temoin.world import countries

FLAGS = ("whole_halves", "all_three", "recurs_before", "recurs_after", "campaign")
maybe = st.none() | st.booleans()
features = st.builds(
    Features,
    minute=st.none() | st.integers(0, 59),
    weekday=st.none() | st.integers(0, 6),
    hours=st.none() | st.floats(0.01, 1000),
    people=st.none() | st.floats(0, 1e9),
    **dict.fromkeys(FLAGS, maybe),
)
horizons = st.sampled_from(HORIZONS)


@given(features, horizons, st.none() | st.floats(0.001, 0.999))
def test_a_likeness_and_its_range_lie_between_nought_and_one(known, horizon, prior) -> None:
    found = character_of(known, horizon, settings=CharacterSettings(prior=prior))
    assert 0 <= found.low <= found.likeness <= found.high <= 1
    assert found.likelihood_ratio > 0


@given(features, horizons, st.sampled_from(FLAGS))
def test_a_trait_never_lowers_the_likeness(known, horizon, flag) -> None:
    without, having = (character_of(replace(known, **{flag: said}), horizon).likeness for said in (False, True))
    unknown = character_of(replace(known, **{flag: None}), horizon).likeness
    assert without - 1e-12 <= unknown <= having + 1e-12


@given(features, st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_a_longer_outage_never_looks_less_alike(known, hours, others) -> None:
    short, long = (character_of(replace(known, hours=each), "after") for each in sorted((hours, others)))
    assert short.likeness <= long.likeness + 1e-12


@given(features, horizons, st.sampled_from([field.name for field in fields(Features)]))
def test_what_is_not_known_widens_the_range(known, horizon, name) -> None:
    less = character_of(replace(known, **{name: None}), horizon)
    more = character_of(known, horizon)
    assert less.low <= more.low + 1e-12
    assert less.high >= more.high - 1e-12


@given(features, horizons, st.floats(0, 1e9), st.floats(0, 1e9))
def test_more_people_never_look_less_alike(known, horizon, people, others) -> None:
    few, many = (character_of(replace(known, people=each), horizon).likeness for each in sorted((people, others)))
    assert few <= many + 1e-12


@pytest.mark.parametrize("horizon", ["1h", "6h", "24h"])
def test_an_outage_going_on_knows_nothing_of_its_end_nor_of_what_follows(horizon) -> None:
    told = Features(hours=30.0, whole_halves=True, recurs_after=True)
    assert character_of(told, horizon) == character_of(Features(), horizon)


def test_the_range_of_an_outage_of_which_nothing_is_known_spans_nearly_everything() -> None:
    found = character_of(Features(), "after")
    assert found.low < 0.01
    assert found.high > 0.99
    assert found.likelihood_ratio == pytest.approx(1, abs=0.2)
    assert not found.present
    assert not found.absent


def test_a_prior_moves_the_likeness_and_not_the_ratio() -> None:
    known = Features(minute=0, weekday=2, hours=8.0, all_three=True)
    rare, usual = (character_of(known, "after", settings=CharacterSettings(prior=share)) for share in (0.02, None))
    assert rare.likelihood_ratio == usual.likelihood_ratio
    odds = rare.likeness / (1 - rare.likeness)
    assert odds == pytest.approx(rare.likelihood_ratio * 0.02 / 0.98)
    assert (rare.prior, usual.prior) == (0.02, character_model().prior)


@pytest.mark.parametrize("prior", [0, 1, -0.5, math.nan])
def test_a_prior_that_is_no_share_is_refused(prior) -> None:
    with pytest.raises(ValueError, match="prior"):
        character_of(Features(), "after", settings=CharacterSettings(prior=prior))


def test_the_points_of_the_traits_are_the_likeness() -> None:
    known = Features(minute=30, weekday=4, hours=3.0, recurs_before=True)
    card = character_model().cards["after"]
    odds = card.intercept + sum(points_of(known, "after").values())
    assert character_of(known, "after").likeness == pytest.approx(1 / (1 + math.exp(-odds)))


@pytest.mark.parametrize(
    ("hours", "over", "horizon"),
    [
        (0.2, False, "1h"),
        (5.9, False, "1h"),
        (6, False, "6h"),
        (23, False, "6h"),
        (24, False, "24h"),
        (2, True, "after"),
    ],
)
def test_the_horizon_is_what_is_known(hours, over, horizon) -> None:
    assert horizon_of(hours, over=over) == horizon


def test_no_weight_is_negative_and_every_trait_has_one() -> None:
    for (name, card), horizon in itertools.product(character_model().cards.items(), HORIZONS):
        assert min(card.weights.values()) >= 0
        assert (card.refits[:, 1:] >= 0).all()
        if (name == "after") == (horizon == "after"):
            assert card.weights.keys() == traits_of(Features(), horizon).keys() == card.unknown.keys()


def test_no_country_has_a_place_in_the_model() -> None:
    model = character_model()
    told = " ".join([*model.rates, *(str(value) for value in model.fitted_on.values())])
    told += " ".join(name for card in model.cards.values() for name in card.weights)
    words = set(re.findall(r"\w+", told))
    assert not words & {name for one in countries() for name in (one.iso2, one.iso3, one.name.fr, one.name.en)}
