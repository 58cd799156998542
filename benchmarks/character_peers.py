"""What others would take in place of the cards: the reference's logistic regression, and gradient boosting.

Run as ``python benchmarks/character_peers.py LIST``; same rows, same folds, same figures as ``character.py``. Both
know the outage once over. Gradient boosting needs scikit-learn (the extra ``bench``).
"""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import character
import numpy as np

Learn = Callable[[np.ndarray, np.ndarray], Callable[[np.ndarray], np.ndarray]]


def plain(rows: character.Rows) -> np.ndarray:
    """Return the features of the reference, its single signal flags left out; what is not known is at nought."""
    table = []
    for each in rows.features["after"]:
        again = bool(each.recurs_before) or bool(each.recurs_after)
        length = np.log1p(each.hours) if each.hours is not None else np.log1p(2.75)
        three = bool(each.all_three)
        table.append([each.minute == 0, each.minute in {0, 30}, length, again, three])
    return np.array(table, float)


def balanced_logistic(traits: np.ndarray, cut: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    weight = np.where(cut == 1, (cut == 0).sum() / cut.sum(), 1.0)
    told = character.logistic(traits, cut, 1.0, weight)
    return lambda asked: 1 / (1 + np.exp(-(told[0] + asked @ told[1:])))


def boosting(traits: np.ndarray, cut: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    from sklearn.ensemble import GradientBoostingClassifier

    fitted = GradientBoostingClassifier(random_state=0).fit(traits, cut)
    return lambda asked: fitted.predict_proba(asked)[:, 1]


def left_out(rows: character.Rows, traits: np.ndarray, learn: Learn, seed: int) -> dict[str, np.ndarray]:
    fold = character.folds(rows.place, seed)
    share = np.full(len(rows.cut), np.nan)
    for one in np.unique(fold):
        out = fold == one
        share[out] = learn(traits[~out], rows.cut[~out])(traits[out])
    return {"after": share}


def main(path: Path) -> None:
    rows = character.read_rows(path)
    whole = np.nan_to_num(rows.matrices["after"], nan=0.5)
    peers = {"reference logistic": (plain(rows), balanced_logistic), "logistic, our traits": (whole, balanced_logistic)}
    if importlib.util.find_spec("sklearn"):
        peers |= {"boosting, reference": (plain(rows), boosting), "boosting, our traits": (whole, boosting)}
    for name, (traits, learn) in peers.items():
        runs = [left_out(rows, traits, learn, seed) for seed in character.SEEDS[:5]]
        print(character.scorecard(name, character.measured(rows, "after", runs)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
