"""How much an outage looks like the cuts that analysts confirmed, from a few traits that anybody can check.

The score is an additive card: each trait that is present adds its weight, so that no trait can ever lower it, and the
sum is a likelihood ratio: how many times more often such an outage is found among confirmed cuts than among
spontaneous outages. A trait that is not known counts for its average among outages otherwise alike, and the range
spans both of what it may turn out to be. There are two cards: one while the outage goes on, which knows nothing of how
long it will last or whether it will come back, and one after it. No country is named in either.

The numbers are in ``character_model.json``, which ``benchmarks/character.py`` makes from the published list and
measures on countries left out. A likeness is never evidence that anybody gave an order.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
from numpy.typing import NDArray

CHARACTER_METHOD = "outages.character/1"
Horizon = Literal["1h", "6h", "24h", "after"]
HORIZONS: tuple[Horizon, ...] = ("1h", "6h", "24h", "after")
LIVE_HOURS: dict[Horizon, float] = {"1h": 1.0, "6h": 6.0, "24h": 24.0}
LONGEST_TOLD_HOURS = 24.0
SPONTANEOUS_MEDIAN_HOURS = 2.0
_FEW_PEOPLE, _MANY_PEOPLE = 1e5, 1e7
# From where a trait that is no yes or no is said to be there: two hours, a million inhabitants.
PRESENT_ABOVE = {"lasted": math.log1p(SPONTANEOUS_MEDIAN_HOURS), "large-country": 0.5}
_REACHED = ("reached-6h", "reached-24h")
_NINETY_PERCENT = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of an outage that the card looks at; None is not known, never a guess.

    Parameters
    ----------
    minute : local minute of the hour at which it began, 0 to 59
    weekday : local day of the week on which it began, 0 is Monday
    hours : how long it lasted, hours; None while it goes on
    whole_halves : it lasted a whole number of half-hours
    all_three : BGP, active probing and the telescope all saw it; None too where BGP alone did not, for newer cuts
        leave it standing
    recurs_before : another began at the same local time one to seven days before
    recurs_after : another began at the same local time one to seven days after
    campaign : three other outages of the place or more, within 90 days, came back among themselves at one local
        time; while the outage goes on, only earlier ones count
    people : inhabitants of the country, where the place is one: one cable can take a small territory down
    """

    minute: int | None = None
    weekday: int | None = None
    hours: float | None = None
    whole_halves: bool | None = None
    all_three: bool | None = None
    recurs_before: bool | None = None
    recurs_after: bool | None = None
    campaign: bool | None = None
    people: float | None = None


@dataclass(frozen=True, slots=True)
class CharacterSettings:
    """What the likeness rests on besides the outage itself.

    Parameters
    ----------
    prior : share of confirmed cuts among the outages of the period and the place, 0 to 1, both excluded; None takes
        that of the published list
    precise_within : bins up to this long tell the minute of an onset, minutes
    returns_within_minutes : clock times this close are the same, minutes; a longer bin widens it to itself
    """

    prior: float | None = None
    precise_within: float = 15.0
    returns_within_minutes: float = 10.0

    def record(self) -> dict[str, object]:
        """Return the parameters as plain values, the prior as it is used."""
        return asdict(self) | {"prior": self.prior if self.prior is not None else character_model().prior}


@dataclass(frozen=True, slots=True)
class Card:
    """Weights of one card, on the scale of a natural log of odds.

    Parameters
    ----------
    intercept : of an outage with no trait
    weights : by trait, none negative
    unknown : what an unknown trait counts for, on the trait's own scale
    refits : the card fitted again on countries drawn with replacement, a row a draw: intercept, then the weights
    """

    intercept: float
    weights: Mapping[str, float]
    unknown: Mapping[str, float]
    refits: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """The two cards, with what they were fitted on and what was measured on countries left out."""

    prior: float
    cards: Mapping[str, Card]
    fitted_on: Mapping[str, str | int]
    rates: Mapping[str, tuple[float, float]]
    measured: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Character:
    """A likeness with its range and what it rests on.

    Parameters
    ----------
    horizon : what was known
    likeness : share of confirmed cuts among outages like it, given the prior, 0 to 1
    low, high : over what is not known yet, and over nine tenths of the cards fitted again on other countries
    likelihood_ratio : how many times likelier among confirmed cuts than among spontaneous outages
    prior : share of confirmed cuts from which it starts
    present, absent, unknown : names of traits
    """

    horizon: Horizon
    likeness: float
    low: float
    high: float
    likelihood_ratio: float
    prior: float
    present: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]


DEFAULT_CHARACTER = CharacterSettings()


@cache
def character_model() -> Model:
    """Return the cards as they stand in the package, with their provenance and measured figures."""
    said = json.loads((files(__package__) / "character_model.json").read_text(encoding="utf-8"))
    cards = {
        name: Card(card["intercept"], card["weights"], card["unknown"], np.array(card["refits"], dtype=np.float64))
        for name, card in said["cards"].items()
    }
    rates = {name: (pair[0], pair[1]) for name, pair in said["rates"].items()}
    return Model(said["prior"], cards, said["fitted_on"], rates, said["measured"])


def traits_of(features: Features, horizon: Horizon) -> dict[str, float | None]:
    """Return each trait that the horizon's card looks at, on its scale: 0 to 1, or a log of hours; None not known.

    Examples
    --------
    >>> traits_of(Features(minute=0, weekday=4), "1h")["on-the-hour"]
    1.0
    """
    minute, hours = features.minute, features.hours
    traits: dict[str, float | None] = {
        "on-the-hour": None if minute is None else float(minute == 0),
        "on-the-half-hour": None if minute is None else float(minute == 30),
        "not-on-friday": None if features.weekday is None else float(features.weekday != 4),
        "all-three-signals": _flag(features.all_three),
        "recurs-before": _flag(features.recurs_before),
        "campaign-near": _flag(features.campaign),
        "large-country": None if features.people is None else _size(features.people),
    }
    if horizon == "after":
        return traits | {
            "recurs-after": _flag(features.recurs_after),
            "whole-half-hours": _flag(features.whole_halves),
            "lasted": None if hours is None else math.log1p(min(hours, LONGEST_TOLD_HOURS)),
        }
    reached = LIVE_HOURS[horizon]
    return traits | {"reached-6h": float(reached >= 6), "reached-24h": float(reached >= 24)}


def horizon_of(hours: float, *, over: bool) -> Horizon:
    """Return which card and stage fit what is known: ``after`` once over, else the last stage reached.

    Parameters
    ----------
    hours : since it began; under an hour the stage is the first one, which supposes that it will last one
    over : it has ended

    Examples
    --------
    >>> [horizon_of(hours, over=False) for hours in (0.5, 7, 50)], horizon_of(7, over=True)
    (['1h', '6h', '24h'], 'after')
    """
    if over:
        return "after"
    return next((name for name in ("24h", "6h") if hours >= LIVE_HOURS[name]), "1h")


def character_of(
    features: Features, horizon: Horizon, *, settings: CharacterSettings = DEFAULT_CHARACTER, model: Model | None = None
) -> Character:
    """Return how much an outage of these features looks like the cuts that analysts confirmed.

    It weighs what was measured and never says who wanted it. Its likelihood ratio holds for the published list; the
    likeness also needs a prior, the share of cuts among the outages of the period, which moves with time and place.

    Parameters
    ----------
    features : what is known of the outage
    horizon : what may be known; ``hours``, ``whole_halves`` and ``recurs_after`` count only ``after``
    settings : the prior
    model : the cards; by default those of the package

    Raises
    ------
    ValueError : the prior is not between 0 and 1

    References
    ----------
    Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883

    Examples
    --------
    >>> alike = character_of(Features(minute=0, weekday=1, hours=8.0, all_three=True, recurs_before=True), "after")
    >>> alike.likeness > 0.5, alike.unknown
    (True, ('campaign-near', 'large-country', 'recurs-after', 'whole-half-hours'))
    """
    model = model or character_model()
    prior = model.prior if settings.prior is None else settings.prior
    if not 0 < prior < 1:
        raise ValueError(f"prior: expected a share between 0 and 1, both excluded, got {prior}")
    card = model.cards["after" if horizon == "after" else "during"]
    traits = traits_of(features, horizon)
    evidence = card.intercept + sum(points_of(features, horizon, model).values()) - _logit(model.prior)
    shift = _logit(prior) - _logit(model.prior)
    lows = card.refits @ _row(card, traits, dict.fromkeys(traits, 0.0))
    highs = card.refits @ _row(card, traits, {name: _most(name) for name in traits})
    states = {name: _state(name, value) for name, value in traits.items() if name not in _REACHED}
    likeness = _share(evidence + _logit(prior))
    return Character(
        horizon=horizon,
        likeness=likeness,
        low=min(likeness, _share(float(np.quantile(lows, _NINETY_PERCENT[0])) + shift)),
        high=max(likeness, _share(float(np.quantile(highs, _NINETY_PERCENT[1])) + shift)),
        likelihood_ratio=math.exp(evidence),
        prior=prior,
        present=tuple(name for name, state in states.items() if state == "present"),
        absent=tuple(name for name, state in states.items() if state == "absent"),
        unknown=tuple(name for name, state in states.items() if state == "unknown"),
    )


def points_of(features: Features, horizon: Horizon, model: Model | None = None) -> dict[str, float]:
    """Return what each trait adds to the log of odds, an unknown one for what it counts on average.

    Examples
    --------
    >>> points = points_of(Features(minute=0), "1h")
    >>> points["on-the-hour"] > points["on-the-half-hour"] == 0
    True
    """
    card = (model or character_model()).cards["after" if horizon == "after" else "during"]
    traits = traits_of(features, horizon)
    return {
        name: weight * (card.unknown.get(name, 0.0) if (value := traits[name]) is None else value)
        for name, weight in card.weights.items()
    }


def _flag(said: bool | None) -> float | None:  # noqa: FBT001 - a trait is said to be there, or not
    return None if said is None else float(said)


def _size(people: float) -> float:
    place = math.log(max(people, _FEW_PEOPLE) / _FEW_PEOPLE) / math.log(_MANY_PEOPLE / _FEW_PEOPLE)
    return min(place, 1.0)


def _state(name: str, value: float | None) -> str:
    if value is None:
        return "unknown"
    return "present" if value > PRESENT_ABOVE.get(name, 0.0) else "absent"


def _most(name: str) -> float:
    return math.log1p(LONGEST_TOLD_HOURS) if name == "lasted" else 1.0


def _row(card: Card, traits: Mapping[str, float | None], unknown: Mapping[str, float]) -> NDArray[np.float64]:
    filled = [unknown[name] if (value := traits[name]) is None else value for name in card.weights]
    return np.array([1.0, *filled])


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def _share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
