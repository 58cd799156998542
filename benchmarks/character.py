"""Fit the cards of ``outages.character`` on the published list, and measure them on countries left out.

Run as ``python benchmarks/character.py LIST [--write]``; LIST is the list of hand-verified outages of Bischof et al.
(SIGCOMM 2023) with its times parsed: ``id, country, begin_utc, end_utc, scope, bgp_visible, ping_visible,
telescope_visible, cause``. It prints the scorecard; ``--write`` also writes the model file of the package.

Which rows: those of scope Country. Positive: cause Government-Ordered or Exams; every other one, without a cause too,
counts as negative. A row that ends before it begins, or whose end cannot be read, keeps its beginning, and its length
is not known: such rows count ``after`` and at no other horizon. At 1, 6 and 24 hours only the rows that lasted that
long count. Peers are in ``character_peers.py``.
"""

import csv
import datetime as dt
import json
import math
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from character_figures import (
    auc,
    average_precision,
    by_country,
    calibration_error,
    calibration_floor,
    precision_at,
)

from temoin.outages.measure.character import (
    HORIZONS,
    LIVE_HOURS,
    LONGEST_TOLD_HOURS,
    PRESENT_ABOVE,
    Features,
    Horizon,
    traits_of,
)
from temoin.outages.measure.character_rows import Seen, features_of, local_zone, people_of
from temoin.world import country

CUTS = {"Government-Ordered", "Exams"}
SEEDS, FOLDS = tuple(range(20)), 5
RIDGE = 0.5
REFITS, MASKS = 60, 8
AFTER = ("on-the-hour", "on-the-half-hour", "whole-half-hours", "lasted", "all-three-signals", "recurs-before",
         "recurs-after", "campaign-near", "not-on-friday", "large-country")  # fmt: skip
DURING = ("on-the-hour", "on-the-half-hour", "all-three-signals", "recurs-before", "campaign-near", "not-on-friday",
          "large-country", "reached-6h", "reached-24h")  # fmt: skip
CARDS = {"after": AFTER, "during": DURING}
TOGETHER = (("on-the-hour", "on-the-half-hour"),)
# The list writes "Congo" for either country; both capitals keep one time.
LISTED = {"Congo": "CD", "Bonaire/Sint Eustatius/Saba": "BQ"}
SAW = {"bgp_visible": "bgp", "ping_visible": "active_probing", "telescope_visible": "telescope"}


@dataclass(frozen=True)
class Rows:
    """Rows of the list at every horizon: features, whether a cut, whether its cause is known, its country."""

    features: dict[Horizon, tuple[Features, ...]]
    hours: np.ndarray
    cut: np.ndarray
    known: np.ndarray
    place: np.ndarray

    def at(self, horizon: Horizon) -> np.ndarray:
        """Return which rows count at a horizon."""
        return np.ones(len(self.cut), bool) if horizon == "after" else self.hours >= LIVE_HOURS[horizon]

    @cached_property
    def matrices(self) -> dict[Horizon, np.ndarray]:
        """The traits of every row, in the card's order, NaN where not known."""
        return {
            horizon: np.array(
                [
                    [np.nan if (value := traits[name]) is None else value for name in card_of(horizon)]
                    for traits in (traits_of(each, horizon) for each in self.features[horizon])
                ]
            )
            for horizon in HORIZONS
        }


@dataclass(frozen=True)
class Fitted:
    """A card as numbers: intercept, weights, and what an unknown trait counts for."""

    intercept: float
    weights: np.ndarray
    unknown: np.ndarray

    def odds(self, traits: np.ndarray) -> np.ndarray:
        """Return the log of odds of each row."""
        return self.intercept + np.where(np.isnan(traits), self.unknown, traits) @ self.weights


def card_of(horizon: Horizon) -> tuple[str, ...]:
    return CARDS["after" if horizon == "after" else "during"]


def read_rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        listed = [row for row in csv.DictReader(stream) if row["scope"] == "Country"]
    places = [country(LISTED.get(row["country"], row["country"])).iso2 for row in listed]
    last = max(_time(row["begin_utc"]) for row in listed)
    first = min(_time(row["begin_utc"]) for row in listed)
    seen = [_seen(row, str(rank), last) for rank, row in enumerate(listed)]
    by_place = defaultdict(list)
    for place, each in zip(places, seen, strict=True):
        by_place[place].append(each)
    told: dict[Horizon, dict[str, Features]] = {horizon: {} for horizon in HORIZONS}
    # The list goes on beyond what it holds of any one row: what it does not hold did not come.
    since = first - dt.timedelta(days=30)
    for place, several in by_place.items():
        for horizon in HORIZONS:
            for each, _, features in features_of(
                several, local_zone(place), since, people=people_of(place), horizon=horizon
            ):
                told[horizon][each.id] = features
    hours = [np.nan if each.ended is None else (each.ended - each.began).total_seconds() / 3600 for each in seen]
    return Rows(
        features={horizon: tuple(told[horizon][str(rank)] for rank in range(len(seen))) for horizon in HORIZONS},
        hours=np.array(hours),
        cut=np.array([row["cause"] in CUTS for row in listed], float),
        known=np.array([row["cause"] not in {"", "Unknown"} for row in listed]),
        place=np.array(places),
    )


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def _seen(row: dict[str, str], name: str, last: dt.datetime) -> Seen:
    began = _time(row["begin_utc"])
    ended = _time(row["end_utc"]) if row["end_utc"] else None
    said = {signal: row[column].lower() for column, signal in SAW.items() if row[column]}
    return Seen(
        id=name,
        began=began,
        ended=ended if ended is not None and ended > began else None,
        step=dt.timedelta(),
        fell=frozenset(signal for signal, told in said.items() if told == "true"),
        stayed=frozenset(signal for signal, told in said.items() if told == "false"),
        until=last + dt.timedelta(days=30),
        over=True,
    )


def newton(
    design: np.ndarray,
    cut: np.ndarray,
    penalty: np.ndarray,
    base: np.ndarray | float = 0.0,
    weight: np.ndarray | float = 1.0,
) -> np.ndarray:
    """Return the coefficients of a regularised logistic regression on top of given odds, by steps of at most one."""
    told = np.zeros(design.shape[1])
    for _ in range(200):
        share = 1 / (1 + np.exp(-np.clip(base + design @ told, -30, 30)))
        curve = (design.T * (weight * share * (1 - share))) @ design + np.diag(penalty)
        step = np.linalg.solve(curve, design.T @ (weight * (cut - share)) - penalty * told)
        step /= max(1.0, np.abs(step).max())
        told += step
        if np.abs(step).max() < 1e-9:
            break
    return told


def logistic(traits: np.ndarray, cut: np.ndarray, ridge: float, weight: np.ndarray | float = 1.0) -> np.ndarray:
    """Return intercept and coefficients of a regularised logistic regression."""
    penalty = np.array([1e-6, *[ridge] * traits.shape[1]])
    return newton(np.column_stack([np.ones(len(traits)), traits]), cut, penalty, weight=weight)


def without_negative(traits: np.ndarray, cut: np.ndarray) -> tuple[float, np.ndarray]:
    """Fit, leave out whatever would lower the score, fit again: a trait never counts against."""
    kept = np.arange(traits.shape[1])
    while True:
        told = logistic(traits[:, kept], cut, RIDGE)
        if (told[1:] >= 0).all():
            weights = np.zeros(traits.shape[1])
            weights[kept] = told[1:]
            return float(told[0]), weights
        kept = kept[told[1:] > 0]


def fit_card(traits: np.ndarray, cut: np.ndarray, names: tuple[str, ...]) -> Fitted:
    """Fit on rows of which everything is known, with what an unknown trait counts for; then again on every row."""
    whole = ~np.isnan(traits).any(axis=1)
    first = _with_unknown(*without_negative(traits[whole], cut[whole]), traits, cut, names)
    filled = np.where(np.isnan(traits), first.unknown, traits)
    return _with_unknown(*without_negative(filled, cut), traits, cut, names)


def _with_unknown(
    intercept: float, weights: np.ndarray, traits: np.ndarray, cut: np.ndarray, names: tuple[str, ...]
) -> Fitted:
    masked = _mask(traits, names)
    base = intercept + np.nan_to_num(masked) @ weights
    stand_in = _offsets(np.isnan(masked).astype(float), np.tile(cut, MASKS), base, names)
    top = np.array([math.log1p(LONGEST_TOLD_HOURS) if name == "lasted" else 1.0 for name in names])
    unknown = np.divide(stand_in, weights, out=np.zeros(len(names)), where=weights > 0)
    return Fitted(intercept, weights, np.clip(unknown, 0.0, top))


def _mask(traits: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    random = np.random.default_rng(0)
    hidden = random.random((len(traits) * MASKS, traits.shape[1])) < 0.5
    for group in TOGETHER:
        first, *others = (names.index(name) for name in group)
        for other in others:
            hidden[:, other] = hidden[:, first]
    for name in ("reached-6h", "reached-24h"):
        if name in names:
            hidden[:, names.index(name)] = False
    return np.where(hidden, np.nan, np.tile(traits, (MASKS, 1)))


def _offsets(hidden: np.ndarray, cut: np.ndarray, base: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Only the offsets move: those of traits hidden together are told by the first of them."""
    late = {other for group in TOGETHER for other in group[1:]}
    free = [rank for rank, name in enumerate(names) if name not in late and hidden[:, rank].any()]
    offsets = np.zeros(len(names))
    offsets[free] = newton(hidden[:, free], cut, np.full(len(free), MASKS * RIDGE / 10), base)
    return offsets


def fit(rows: Rows, train: np.ndarray) -> dict[str, Fitted]:
    """Return both cards; that of an outage going on learns from each row once at every stage it reached."""
    during = [rows.matrices[name][train & rows.at(name)] for name in LIVE_HOURS]
    cuts = [rows.cut[train & rows.at(name)] for name in LIVE_HOURS]
    return {
        "after": fit_card(rows.matrices["after"][train], rows.cut[train], AFTER),
        "during": fit_card(np.vstack(during), np.concatenate(cuts), DURING),
    }


def folds(places: np.ndarray, seed: int | None) -> np.ndarray:
    """Return the fold of each row, whole countries together; without a seed each country is a fold."""
    names = np.unique(places)
    if seed is not None:
        np.random.default_rng(seed).shuffle(names)
    rank = {name: at if seed is None else at % FOLDS for at, name in enumerate(names)}
    return np.array([rank[place] for place in places])


def left_out(rows: Rows, seed: int | None) -> dict[Horizon, np.ndarray]:
    """Return each row's likeness by cards fitted without its country."""
    fold = folds(rows.place, seed)
    shares = {horizon: np.full(len(rows.cut), np.nan) for horizon in HORIZONS}
    for one in np.unique(fold):
        out = fold == one
        cards = fit(rows, ~out)
        for horizon, share in shares.items():
            odds = cards["after" if horizon == "after" else "during"].odds(rows.matrices[horizon][out])
            share[out] = 1 / (1 + np.exp(-odds))
    return shares


def measured(rows: Rows, horizon: Horizon, runs: list[dict[Horizon, np.ndarray]]) -> dict[str, float]:
    """Return the figures of one horizon, averaged over the fold seeds."""
    at, known = rows.at(horizon), rows.at(horizon) & rows.known
    areas = [auc(rows.cut[at], run[horizon][at]) for run in runs]
    causes = [auc(rows.cut[known], run[horizon][known]) for run in runs]
    errors = [calibration_error(rows.cut[at], run[horizon][at]) for run in runs]
    mean = np.mean([run[horizon] for run in runs], axis=0)[at]
    low, high = by_country(rows.place[at], rows.cut[at], mean)
    known_low, known_high = by_country(
        rows.place[known], rows.cut[known], np.mean([r[horizon] for r in runs], 0)[known]
    )
    figures = {
        "rows": int(at.sum()), "cuts": int(rows.cut[at].sum()), "known_rows": int(known.sum()),
        "auc": np.mean(areas), "auc_least": min(areas), "auc_most": max(areas), "auc_low": low, "auc_high": high,
        "known_auc": np.mean(causes), "known_least": min(causes), "known_low": known_low, "known_high": known_high,
        "average_precision": np.mean([average_precision(rows.cut[at], run[horizon][at]) for run in runs]),
        "calibration_error": np.mean(errors), "calibration_worst": max(errors),
        "calibration_by_chance": calibration_floor(mean),
    }  # fmt: skip
    return {name: value if isinstance(value, int) else round(float(value), 4) for name, value in figures.items()}


def refits(rows: Rows) -> dict[str, list[list[float]]]:
    """Return both cards fitted again on countries drawn with replacement."""
    random = np.random.default_rng(3)
    names = np.unique(rows.place)
    of_place = {name: np.flatnonzero(rows.place == name) for name in names}
    found: dict[str, list[list[float]]] = {name: [] for name in CARDS}
    while len(found["after"]) < REFITS:
        drawn = np.concatenate([of_place[name] for name in random.choice(names, len(names))])
        if rows.cut[drawn].sum() < FOLDS:
            continue
        again = taken(rows, drawn)
        for name, card in fit(again, np.ones(len(drawn), bool)).items():
            found[name].append([round(value, 3) for value in (card.intercept, *card.weights.tolist())])
    return found


def taken(rows: Rows, which: np.ndarray) -> Rows:
    features = {horizon: tuple(several[at] for at in which) for horizon, several in rows.features.items()}
    return Rows(features, rows.hours[which], rows.cut[which], rows.known[which], rows.place[which])


def model_of(rows: Rows, figures: dict[str, dict[str, float]]) -> dict[str, object]:
    """Return what the model file holds."""
    cards, again = fit(rows, np.ones(len(rows.cut), bool)), refits(rows)
    traits = rows.matrices["after"]
    rates = {
        name: [_rate(traits[rows.cut == group, rank], PRESENT_ABOVE.get(name, 0.0)) for group in (1, 0)]
        for rank, name in enumerate(AFTER)
        if name != "lasted"
    }
    return {
        "method": "outages.character/1",
        "fitted_on": {
            "list": "hand-verified outages of Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883, scope Country",
            "rows": len(rows.cut), "cuts": int(rows.cut.sum()), "places": len(np.unique(rows.place)),
            "rule": "cuts: cause Government-Ordered or Exams; every other row is a spontaneous outage",
            "made_by": "benchmarks/character.py",
        },
        "prior": round(float(rows.cut.mean()), 4),
        "cards": {
            name: {
                "intercept": round(card.intercept, 4),
                "weights": dict(zip(CARDS[name], np.round(card.weights, 4).tolist(), strict=True)),
                "unknown": dict(zip(CARDS[name], np.round(card.unknown, 4).tolist(), strict=True)),
                "refits": again[name],
            }
            for name, card in cards.items()
        },
        "rates": rates,
        "measured": figures,
    }  # fmt: skip


def _rate(values: np.ndarray, above: float) -> float:
    return round(float((values[~np.isnan(values)] > above).mean()), 3)


def scorecard(name: str, figures: dict[str, float]) -> str:
    """Return one line of figures, areas with the nine tenths that drawing whole countries gives."""
    return (
        f"{name:<22} {figures['rows']:>4} {figures['cuts']:>4}   {figures['auc']:.4f} "
        f"[{figures['auc_least']:.4f} {figures['auc_most']:.4f}] countries {figures['auc_low']:.3f}-"
        f"{figures['auc_high']:.3f}   known {figures['known_auc']:.4f} (least {figures['known_least']:.4f}, countries "
        f"{figures['known_low']:.3f}-{figures['known_high']:.3f})   AP {figures['average_precision']:.3f}   "
        f"ECE {figures['calibration_error']:.3f} (worst {figures['calibration_worst']:.3f}, by chance "
        f"{figures['calibration_by_chance']:.3f})"
    )


def main(path: Path, *, write: bool) -> None:
    rows = read_rows(path)
    runs, alone = [left_out(rows, seed) for seed in SEEDS], left_out(rows, None)
    figures = {horizon: measured(rows, horizon, runs) for horizon in HORIZONS}
    print(f"prior {rows.cut.mean():.4f}; rows, cuts, area [least and most of {len(SEEDS)} fold seeds], ...")
    for horizon in HORIZONS:
        print(scorecard(horizon, figures[horizon]))
        print(scorecard("  a country at a time", measured(rows, horizon, [alone])))
    first = {k: np.mean([precision_at(rows.cut, run["after"], k) for run in runs]) for k in (50, 100, 140, 150)}
    print("after, precision at", ", ".join(f"{k}: {value:.3f}" for k, value in first.items()))
    for name, card in fit(rows, np.ones(len(rows.cut), bool)).items():
        print(f"card {name}: intercept {card.intercept:.2f}")
        for trait, weight, unknown in zip(CARDS[name], card.weights, card.unknown, strict=True):
            print(f"  {trait:<20} {weight:6.2f}   unknown counts for {unknown:.2f}")
    if write:
        target = Path(__file__).parents[1] / "src/temoin/outages/measure/character_model.json"
        target.write_text(json.dumps(model_of(rows, figures), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), write="--write" in sys.argv)
