"""Labelled documents: their text, their date of publication, and what a person read in them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Family = Literal["quantity", "time", "other"]
LabelledValue = float | str | None
_TIMES = frozenset({"date", "datetime", "date_relative", "date_range", "time_vague"})
_QUANTITIES = frozenset({"money", "count", "percent", "ratio", "duration", "rank", "rate", "age"})
# Where labels, dates of publication and texts stand under a folder of shared data.
_SETS = {
    "seeds": ("labels/seed_labels.jsonl", "labels/seed_pubdates.json", "seeds"),
    "documents": ("labels/document_labels.jsonl", "labels/document_pubdates.json", "labels/documents"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """What a person read at a place of a document.

    Parameters
    ----------
    id, start, end, text : which, where, and the words as printed
    kind : of the label, finer than the kinds of statements: ``rate``, ``age``, ``date_range``...
    value : a number (a share for a percentage), an ISO date or time, or two bounds, None for an open one
    unit, entity, attribute, as_of, attributed_to : as the person wrote them
    claim : False for what the page says of itself
    """

    id: str
    start: int
    end: int
    text: str
    kind: str
    value: LabelledValue | tuple[LabelledValue, LabelledValue]
    unit: str | None
    entity: str | None
    attribute: str | None
    as_of: str | None
    attributed_to: str | None
    claim: bool

    @property
    def family(self) -> Family:
        """Whether it is a quantity, a time, or neither (the marks of a list)."""
        if self.kind in _TIMES:
            return "time"
        return "quantity" if self.kind in _QUANTITIES else "other"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its labels."""

    name: str
    text: str
    published: str | None
    labels: tuple[Label, ...]


def labelled_sets(data: Path) -> dict[str, list[Labelled]]:
    """Return the labelled documents under a folder, set by set; a set that is not there is left out."""
    return {name: _read(data, *paths) for name, paths in _SETS.items() if (data / paths[0]).is_file()}


def _read(data: Path, labels: str, dates: str, texts: str) -> list[Labelled]:
    by_document: dict[str, list[Label]] = {}
    for line in (data / labels).read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        by_document.setdefault(said["doc"], []).append(_label(said))
    published = json.loads((data / dates).read_text(encoding="utf-8"))
    return [
        Labelled(name, (data / texts / name).read_bytes().decode(), published.get(name), tuple(by_document[name]))
        for name in sorted(by_document)
    ]


def _label(said: dict[str, object]) -> Label:
    value = said["value"]
    fields = {name: said.get(name) for name in Label.__slots__ if name not in ("value", "claim")}
    fields |= {"value": tuple(value) if isinstance(value, list) else value, "claim": said.get("claim") is not False}
    return Label(**fields)  # type: ignore[arg-type]
