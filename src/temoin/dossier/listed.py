"""What others published, beside the chart of the place it is about: row by row, with what comparing them found."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from temoin.dossier import listed_wording, wording
from temoin.dossier.anchors import LISTED_SHOWN, Anchors, listed_rows, rows_anchor
from temoin.dossier.parts import Cell, Grid, Row
from temoin.evidence import Rows
from temoin.outages.listed_words import dated
from temoin.outages.readers.listing import REPAIRS
from temoin.words import Language, Words

_MOST_NUMBERS = 4


def listed_grid(places: Iterable[str], title: str, anchors: Anchors) -> Grid | None:
    """Return the table of what others published of some places; None where they published nothing.

    Those that a finding dates or holds come first in what is shown, then the earliest; all stand in order of time.
    """
    tables = anchors.report.outages
    if tables is None or tables.reported.is_empty():
        return None
    language = anchors.report.language
    reported = tables.reported.filter(pl.col("measured").is_in(list(places)))
    if reported.is_empty():
        return None
    shown = pl.concat([listed_rows(group, anchors.report.findings) for _, group in reported.group_by("measured")])
    rows = shown.sort("began_earliest", "measured", "source", "row")
    heads = (
        listed_wording.PUBLISHED_BY,
        wording.BEGAN,
        wording.ENDED,
        listed_wording.PUBLISHED_WHAT,
        listed_wording.ITS_WORDS,
        listed_wording.BESIDE,
    )
    return Grid(
        caption=listed_wording.LISTED_OF.filled(place=title).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_row(row, anchors) for row in rows.iter_rows(named=True)),
        note=listed_wording.LISTED_NOTE.filled(shown=rows.height, all=reported.height).in_(language),
        folded=rows.height > LISTED_SHOWN // 3,
    )


def _row(row: dict[str, Any], anchors: Anchors) -> Row:
    language = anchors.report.language
    place = Rows(row["source"], row["row"], row["row"])
    own = rows_anchor(place)
    number = _numbers(row["rows"], language)
    name = number if row["id"] == str(row["row"]) else f"{row['id']}, {number}"
    ended = dated(row, "ended") if row["ended_earliest"] is not None else listed_wording.LISTED_STATUS[row["status"]]
    finding = next((one for one in anchors.report.findings if str(place) in one.evidence), None)
    verdict = wording.VERDICTS[finding.verdict or ""] if finding else listed_wording.NOT_COMPARED
    because = wording.BECAUSE[finding.because].in_(language) if finding and finding.because else ""
    return Row(
        (
            Cell(row["publisher"], anchors.to(row["source"]).target, name, "strong"),
            Cell(dated(row, "began").in_(language)),
            Cell(ended.in_(language)),
            Cell(listed_wording.LISTED_KINDS[row["kind"]].in_(language), note=_extent(row, language)),
            Cell(row["cause"] or "—", note=_notes(row, language)),
            Cell(verdict.in_(language), anchors.links[finding.id].target if finding else "", because),
        ),
        own,
    )


def _numbers(rows: list[int], language: Language) -> str:
    told = ", ".join(map(str, rows[:_MOST_NUMBERS])) + (" …" if len(rows) > _MOST_NUMBERS else "")
    words = listed_wording.LISTED_ROW if len(rows) == 1 else listed_wording.LISTED_ROWS
    return words.filled(rows=told).in_(language)


def _extent(row: dict[str, Any], language: Language) -> str:
    known = [listed_wording.LISTED_SCOPES.get(row["scope"]), listed_wording.EXTENTS.get(row["extent"])]
    told = ", ".join(words.in_(language) for words in known if words)
    return "\n".join(filter(None, (told, row["place_text"])))


def _notes(row: dict[str, Any], language: Language) -> str:
    ordered = [listed_wording.ORDERED_BY.filled(name=row["ordered_by"]).in_(language)] if row["ordered_by"] else []
    repaired = [listed_wording.REPAIRED.filled(what=_repairs(row["repaired"])).in_(language)] if row["repaired"] else []
    return "\n".join([*ordered, *repaired])


def _repairs(told: str) -> Words:
    names = [name for name in REPAIRS if name in told]
    french, english = (", ".join(REPAIRS[name].in_(tongue) for name in names) for tongue in ("fr", "en"))
    return Words(french, english)
