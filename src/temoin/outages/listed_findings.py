"""What others published, said beside what was measured: one finding an outage and list, and one for each question left.

The publisher's words on cause and order are quoted as the publisher's. A row without an outage, and an outage without
a row, prove nothing against each other. Synthetic measurements agree or disagree with nothing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from temoin.evidence import Because, Finding, Settle, Verdict
from temoin.evidence.locator import Rows
from temoin.outages import listed_words as said
from temoin.outages.measure.listed import LISTED_METHOD, NEAR_HOURS, NOTHING_ASKED, Pair, Row, compare_rows
from temoin.outages.places import country_of, place_label
from temoin.period import Period, iso
from temoin.words import Words, same

_SECONDS_OF_AN_HOUR = 3600


_FEW = 3
"""Up to so many rows at whose beginning nothing was measured are a finding each; more of one list are one."""


def compare_with_lists(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    reported: pl.DataFrame,
    signals: pl.DataFrame,
    *,
    asked: Mapping[str, Period] = NOTHING_ASKED,
    synthetic: bool = False,
) -> list[Finding]:
    """Return what the lists of others say of the places and times that were measured.

    Parameters
    ----------
    outages, picks, signals : tables ``OUTAGES``, ``PICKS`` and ``SIGNALS`` of the case
    reported : table ``REPORTED``, whatever its places
    asked : place to the period that the case asks about, measured or not
    synthetic : the measured series are made up

    Returns
    -------
    findings: an outage and the rows of one list that date it ``agrees`` or ``disagrees`` (because ``date``); a row
    that overlaps outages of other beginnings (because ``overlap``), one beside which nothing fell (because
    ``scope``), and, each list and place together, rows that these signals cannot show (``scope``), rows at whose
    time nothing was measured and outages in no list (``missing``) are ``cannot_tell``. Empty without a list; a row
    of a place or a time that was neither measured nor asked about is no finding.

    Raises
    ------
    TableError : one of the frames does not keep its table
    """
    if reported.is_empty():
        return []
    compared = compare_rows(outages, picks, reported, signals, asked=asked)
    parameters = {"near_hours": NEAR_HOURS, "synthetic": synthetic}
    found = [_paired(pair, parameters) for pair in compared.pairs]
    found += [_holding(row, held, parameters) for row, held in compared.holding]
    if not synthetic:
        found += [_alone(row, said.UNSEEN, "scope", parameters) for row in compared.unseen]
        found += [_part(members, parameters) for members in _by_list(compared.narrower)]
        for members in _by_list(compared.unwatched):
            found += _unwatched(members, parameters)
        found += _unlabelled(compared.unlabelled, reported, parameters)
    return found


def _finding(
    evidence: Iterable[str],
    words: Words,
    judged: tuple[Verdict, Because | None],
    parameters: Mapping[str, object],
    more: tuple[Mapping[str, object], Settle | None],
) -> Finding:
    verdict, because = judged
    if parameters["synthetic"]:
        verdict, because, words = "cannot_tell", "source", said.SYNTHETIC.filled(words=words)
    numbers, settle = more
    return Finding(
        "outages",
        LISTED_METHOD,
        tuple(evidence),
        words,
        parameters=parameters,
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else settle,
    )


def _paired(pair: Pair, parameters: Mapping[str, object]) -> Finding:
    first, outage = pair.rows[0], pair.outage
    began = _began_words(pair)
    ended = _ended_words(pair)
    words = said.joined(
        said.DATES.filled(
            place=_place(outage),
            publisher=_publisher(first),
            stated=said.when(first, "began"),
            measured=said.when(outage, "began"),
        ),
        began,
        ended,
        said.quoted(first),
    )
    numbers = {
        "place": outage["place"],
        "publisher": first["publisher"],
        "began_earliest": _plain(outage["began_earliest"]),
        "began_latest": _plain(outage["began_latest"]),
        "listed_earliest": _plain(first["began_earliest"]),
        "listed_latest": _plain(first["began_latest"]),
        "began_gap_hours": _hours(pair.began),
        "ended_gap_hours": None if pair.ended is None else _hours(pair.ended),
        "rows_listed": [_row_record(row) for row in pair.rows],
    }
    settle = said.settle_date(_publisher(first), str(first["id"]), _place(outage))
    return _finding(_evidence([outage], pair.rows), words, _judged(pair), parameters, (numbers, settle))


def _judged(pair: Pair) -> tuple[Verdict, Because | None]:
    if pair.agrees:
        return "agrees", None
    if pair.rows[0]["began_estimated"] and not pair.ended:
        return "cannot_tell", "date"
    return "disagrees", "date"


def _began_words(pair: Pair) -> Words:
    if not pair.began:
        return said.BEGAN_AGREES
    wording = said.BEGAN_LATER if pair.began > dt.timedelta() else said.BEGAN_EARLIER
    words = wording.filled(gap=said.gap(pair.began))
    return said.joined(words, said.ESTIMATED) if pair.rows[0]["began_estimated"] else words


def _ended_words(pair: Pair) -> Words:
    if pair.ended is None:
        return said.END_UNKNOWN
    if not pair.ended:
        return said.ENDED_AGREES
    wording = said.ENDED_LATER if pair.ended > dt.timedelta() else said.ENDED_EARLIER
    return wording.filled(gap=said.gap(pair.ended))


def _holding(row: Row, held: Sequence[Row], parameters: Mapping[str, object]) -> Finding:
    wording = said.HOLDS_ONE if len(held) == 1 else said.HOLDS
    words = said.joined(
        wording.filled(
            place=_place(held[0]),
            publisher=_publisher(row),
            what=said.what(row),
            stated=said.whole(row),
            count=len(held),
            measured=said.when(held[0], "began"),
        ),
        said.quoted(row),
    )
    numbers = {"place": held[0]["place"], "publisher": row["publisher"], "rows_listed": [_row_record(row)]}
    settle = said.settle_date(_publisher(row), str(row["id"]), _place(held[0]))
    return _finding(_evidence(held, [row]), words, ("cannot_tell", "overlap"), parameters, (numbers, settle))


def _alone(row: Row, wording: Words, because: Because, parameters: Mapping[str, object]) -> Finding:
    place = place_label(str(row["measured"]))
    words = said.joined(
        wording.filled(place=place, publisher=_publisher(row), what=said.what(row), stated=said.whole(row)),
        said.quoted(row),
    )
    numbers = {"place": row["measured"], "publisher": row["publisher"], "rows_listed": [_row_record(row)]}
    settle = said.settle_scope(_publisher(row), place) if because == "scope" else said.settle_measuring(place)
    return _finding(_evidence([], [row]), words, ("cannot_tell", because), parameters, (numbers, settle))


def _by_list(rows: Sequence[Row]) -> Iterable[list[Row]]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((str(row["measured"]), str(row["source"])), []).append(row)
    return groups.values()


def _part(members: list[Row], parameters: Mapping[str, object]) -> Finding:
    wording = said.NARROWER_ONE if len(members) == 1 else said.NARROWER
    place = place_label(str(members[0]["measured"]))
    return _together(members, wording, "scope", (said.settle_scope(_publisher(members[0]), place), parameters))


def _unwatched(members: list[Row], parameters: Mapping[str, object]) -> list[Finding]:
    if len(members) <= _FEW:
        return [_alone(row, said.UNWATCHED_ONE, "missing", parameters) for row in members]
    settle = said.settle_measuring(place_label(str(members[0]["measured"])))
    return [_together(members, said.UNWATCHED, "missing", (settle, parameters))]


def _together(
    members: list[Row], wording: Words, because: Because, more: tuple[Settle, Mapping[str, object]]
) -> Finding:
    settle, parameters = more
    first = members[0]
    words = wording.filled(place=place_label(str(first["measured"])), publisher=_publisher(first), count=len(members))
    numbers = {
        "place": first["measured"],
        "publisher": first["publisher"],
        "rows_listed": [row["id"] for row in members],
    }
    return _finding(_evidence([], members), words, ("cannot_tell", because), parameters, (numbers, settle))


def _unlabelled(outages: Sequence[Row], reported: pl.DataFrame, parameters: Mapping[str, object]) -> list[Finding]:
    groups: dict[str, list[Row]] = {}
    for outage in outages:
        groups.setdefault(country_of(str(outage["place"])) or str(outage["place"]), []).append(outage)
    lists = reported.group_by("publisher").agg(last=pl.col("began_latest").max()).sort("publisher").rows()
    told = said.lists_until(lists)
    found = []
    for place, members in groups.items():
        wording = said.UNLABELLED_ONE if len(members) == 1 else said.UNLABELLED
        words = wording.filled(place=place_label(place), count=len(members), measured=said.when(members[0], "began"))
        numbers = {
            "place": place,
            "unlabelled": [_plain(each["began"]) for each in members],
            "lists": [{"publisher": name, "observed_until": _plain(last)} for name, last in lists],
        }
        settle = said.settle_unlabelled(same(", ".join(name for name, _ in lists)), place_label(place))
        found.append(
            _finding(
                _evidence(members, []),
                said.joined(words, told),
                ("cannot_tell", "missing"),
                parameters,
                (numbers, settle),
            )
        )
    return found


def _evidence(outages: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    lines = [(str(row["source"]), int(str(row["row"]))) for row in rows]
    return [str(each["id"]) for each in outages] + [str(Rows(source, line, line)) for source, line in lines]


def _row_record(row: Row) -> dict[str, object]:
    names = ("id", "row", "kind", "scope", "extent", "began_earliest", "ended_latest", "status", "cause", "ordered_by")
    return {name: _plain(row[name]) for name in names}


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, dt.datetime) else value


def _hours(gap: dt.timedelta) -> float:
    return round(gap.total_seconds() / _SECONDS_OF_AN_HOUR, 2)


def _place(outage: Row) -> Words:
    return place_label(str(outage["place"]))


def _publisher(row: Row) -> Words:
    return same(str(row["publisher"]))
