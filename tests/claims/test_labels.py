"""What is read of the development documents, against their labels; the floors are what was measured, rounded down."""

import datetime as dt
import json
from collections import Counter

import pytest

from temoin.claims import sample

_DATES = {"date_relative": "date", "date_range": "date"}
_SETS = {
    "seeds": ("labels/seed_labels.jsonl", "labels/seed_pubdates.json", "seeds"),
    "documents": ("labels/document_labels.jsonl", "labels/document_pubdates.json", "labels/documents"),
}


def same(label, statement):
    value = label["value"]
    if label["kind"] == "datetime":
        return statement.value is not None and same_moment(value, statement.value)
    if label["kind"].startswith("date"):
        return [statement.low, statement.high] == value if isinstance(value, list) else statement.value == value
    if isinstance(value, list):
        return statement.low is not None and float(statement.low) == value[0]
    if statement.value is None or statement.kind in ("date", "datetime"):
        return False
    read = abs(float(statement.value)) / (100 if statement.kind == "percent" else 1)
    return abs(read - abs(value)) <= 1e-3 * max(abs(value), 1e-9)


def same_moment(label, read):
    try:
        moment = dt.datetime.fromisoformat(label)
    except ValueError:
        return False
    return moment.tzinfo is not None and moment == dt.datetime.fromisoformat(read)


def measure(shared, name):
    """Return (labels found, labels, predictions on a label, predictions), each counted by kind."""
    labels, dates, folder = _SETS[name]
    rows = [json.loads(line) for line in shared(labels).read_text(encoding="utf-8").splitlines()]
    published = json.loads(shared(dates).read_text(encoding="utf-8"))
    found, total, on_label, read = Counter(), Counter(), Counter(), Counter()
    for document in sorted({row["doc"] for row in rows}):
        text = shared(f"{folder}/{document}").read_bytes().decode()
        here = [row for row in rows if row["doc"] == document]
        statements = sample.read(text, published=published[document])
        for row in here:
            kind = _DATES.get(row["kind"], row["kind"])
            total[kind] += 1
            found[kind] += any(overlap(row, one) and same(row, one) for one in statements)
        for one in statements:
            read[one.kind] += 1
            on_label[one.kind] += any(overlap(row, one) for row in here)
    return found, total, on_label, read


def overlap(row, statement):
    return statement.start < row["end"] and row["start"] < statement.end


@pytest.mark.parametrize(
    ("name", "kind", "recall", "precision"),
    [
        ("seeds", "money", 0.94, 0.95),
        ("seeds", "count", 0.90, 0.95),
        ("seeds", "percent", 1.0, 0.95),
        ("seeds", "date", 0.95, 0.90),
        ("documents", "money", 0.95, 0.95),
        ("documents", "count", 0.95, 0.95),
        ("documents", "percent", 0.95, 0.95),
        ("documents", "date", 0.95, 0.90),
        ("documents", "duration", 0.80, 0.95),
    ],
)
def test_labels_are_found_with_their_value(shared, name, kind, recall, precision):
    found, total, on_label, read = measure(shared, name)
    assert found[kind] >= recall * total[kind]
    assert on_label[kind] >= precision * read[kind]


def test_moments_are_valued_only_where_zone_and_day_are_written(shared):
    found, total, _, read = measure(shared, "seeds")
    assert (found["datetime"], total["datetime"], read["datetime"]) == (3, 8, 9)
