"""Labels are read in place: families, bounds, and what is no claim."""

import json

from temoin.claims.scoring.labels import labelled_sets

TEXT = "Atlasie : des dizaines de villes, • 1"


def a_folder(tmp_path):
    (tmp_path / "labels").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    said = {"doc": "a.txt", "unit": None, "entity": None, "attribute": None, "as_of": None, "attributed_to": None}
    rows = [
        said | {"id": "1", "start": 10, "end": 32, "text": "x", "kind": "count", "value": [20, None], "claim": True},
        said | {"id": "2", "start": 36, "end": 37, "text": "1", "kind": "list_marker", "value": 1, "claim": False},
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "labels" / "seed_labels.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "labels" / "seed_pubdates.json").write_text('{"a.txt": "2024-03-05"}', encoding="utf-8")
    return tmp_path


def test_a_set_that_is_there_is_read_and_another_left_out(tmp_path):
    sets = labelled_sets(a_folder(tmp_path))
    assert list(sets) == ["seeds"]
    (document,) = sets["seeds"]
    assert (document.text, document.published) == (TEXT, "2024-03-05")


def test_bounds_families_and_claims(tmp_path):
    ((first, second),) = (document.labels for document in labelled_sets(a_folder(tmp_path))["seeds"])
    assert first.value == (20, None)
    assert (first.family, second.family) == ("quantity", "other")
    assert (first.claim, second.claim) == (True, False)
