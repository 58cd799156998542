"""The outage lens as a filter: series and lists in, outages out, without any case."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import Csv, DateOrder, DecimalSign, Encoding, Files, Json, Kind, Place, Zone
from temoin.cli.speech import language, print_csv, print_json, say, tell
from temoin.words import Words

if TYPE_CHECKING:
    import polars as pl

    from temoin.evidence.reader import Reader


@dataclass(frozen=True, slots=True)
class Given:
    """What the files hold: tables ``SIGNALS``, ``REPORTED``, and ``NETWORKS`` where one is given."""

    signals: "pl.DataFrame"
    reported: "pl.DataFrame"
    networks: "pl.DataFrame | None"


def outages(
    files: Files,
    *,
    kind: Kind = None,
    zone: Zone = None,
    dates: DateOrder = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    place: Place = None,
    signals: Annotated[
        bool, typer.Option("--signals", help=say("Une ligne par signal.", "One line a signal."))
    ] = False,
    networks: Annotated[
        Path | None,
        typer.Option(
            "--networks",
            help=say(
                "CSV de réseaux : asn, country, operator, access.", "CSV of networks: asn, country, operator, access."
            ),
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Find the outages in any number of series, and set beside them the lists that others published.

    A list alone is printed row by row; the rows refused are told on stderr. With series, only its rows of what they
    measure are printed, and what comparing them gives.
    """
    reading = {"kind": kind, "zone": zone, "decimal": decimal, "encoding": encoding, "place": place, "dates": dates}
    given = _read(files, networks, reading)
    records = _records(given, one_a_signal=signals, for_people=not (json or csv))
    if json:
        print_json(records)
    elif csv:
        print_csv(records)
    else:
        for record in records:
            print(_told(record))


def _told(record: dict[str, object]) -> str:
    words = record.get("words")
    if isinstance(words, dict):
        return str(words[language()])
    if record["type"] == "reported":
        began, ended = record["began_earliest"], record["ended_latest"] or record["status"]
        return f"{began} – {ended}  {record['place']}  {record['kind']}  {record['place_text']} ({record['publisher']})"
    return " ".join(f"{name}={value}" for name, value in record.items())


def _read(files: list[Path], networks: Path | None, reading: dict[str, str | None]) -> Given:
    import polars as pl

    from temoin.cli.opening import described, recognised
    from temoin.outages.readers import LEFT_OUT, LISTS, READERS, Listing, remarks_on
    from temoin.outages.tables import REPORTED, SIGNALS

    said = described({}, reading)
    readers: tuple[Reader[Iterator[pl.DataFrame] | Listing], ...] = (*READERS, *LISTS)
    batches, lists = [SIGNALS.empty()], [REPORTED.empty()]
    for file in files:
        with recognised(file, readers, said) as (reader, stream, source):
            read = reader.read(stream, source)
            if isinstance(read, Listing):
                lists.append(read.reported)
                _tell_each(source.name, [refusal.words for refusal in read.refused])
            else:
                batches += list(read)
                if reader.kind in LEFT_OUT:
                    stream.seek(0)
                    _tell_each(source.name, LEFT_OUT[reader.kind](stream, source))
    signals = pl.concat(batches)
    for words in remarks_on(signals):
        tell(words)
    return Given(signals, pl.concat(lists), _read_networks(networks, reading) if networks else None)


def _read_networks(file: Path, reading: dict[str, str | None]) -> "pl.DataFrame":
    from temoin.cli.opening import described, recognised
    from temoin.outages.readers import NETWORK_READERS

    said = described({}, reading | {"kind": NETWORK_READERS[0].kind})
    with recognised(file, NETWORK_READERS, said) as (reader, stream, source):
        return reader.read(stream, source).rows


def _records(given: Given, *, one_a_signal: bool, for_people: bool) -> list[dict[str, object]]:
    from temoin import outages as room
    from temoin.outages.measure.listed import rows_within
    from temoin.outages.records import event_records, pick_records, reported_records

    if given.signals.is_empty():
        return reported_records(given.reported)
    found = room.measure(given.signals, networks=given.networks)
    if one_a_signal:
        return pick_records(found.picks)
    joined = room.find_outages(found.picks, found.expected, networks=given.networks)
    _tell_lonely(found.picks, joined)
    listed = reported_records(rows_within(given.reported, given.signals)) if given.reported.height else []
    more = room.campaign_findings(joined, found.picks) if for_people else []
    if given.networks is not None:
        more += room.people_findings(joined, found.picks, networks=given.networks)
    more += room.compare_with_lists(joined, found.picks, given.reported, given.signals)
    events = event_records(joined, found, given.signals, networks=given.networks)
    return [*events, *listed, *(each.record() for each in more)]


def _tell_lonely(picks: "pl.DataFrame", joined: "pl.DataFrame") -> None:
    import polars as pl

    from temoin.outages.records import lonely_words

    told = joined["picks"].explode().drop_nulls().to_list() if joined.height else []
    for words in lonely_words(picks.filter(pl.col("doubt").is_null() & ~pl.col("id").is_in(told))):
        tell(words)


def _tell_each(name: str | None, told: "list[Words] | tuple[Words, ...]") -> None:
    for words in told:
        tell(Words(f"{name} : {words.fr}", f"{name}: {words.en}"))
