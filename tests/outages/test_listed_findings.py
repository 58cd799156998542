"""What comparing with lists says: verdicts, reasons, the publisher's words, what is never said."""

import polars as pl
import pytest

from temoin.evidence import Finding, Source
from temoin.outages import compare_with_lists, find_outages, measure
from temoin.outages.readers import ioda_csv, ioda_curated, stop
from temoin.outages.readers.listing import day_of
from temoin.outages.tables import SIGNALS
from temoin.period import parse_time

from .measure.a_report import an_outage, at, listed, measured, reported, tables
from .readers.a_list import listing

OUTAGE = an_outage(at(5, 10), at(6, 3))


def found(outages: tuple, *rows: dict[str, object], **known: object) -> list[Finding]:
    return compare_with_lists(*tables(*outages), reported(*rows), measured(gap=(8, 11)), **known)


def one(*rows: dict[str, object], **known: object) -> Finding:
    (finding,) = found((OUTAGE,), *rows, **known)
    return finding


def test_an_agreeing_row_is_said_with_the_publisher_s_words() -> None:
    finding = one(listed(3, at(5, 10), at(6, 3)))
    assert (finding.verdict, finding.because, finding.settle) == ("agrees", None, None)
    assert finding.evidence == (OUTAGE[0]["id"], f"{'71' * 32}#row=3")
    assert "Ordered by, according to Invented Observatory: “A minister”." in finding.words.en
    assert "Cause, selon Invented Observatory\u00a0: «\u00a0Exams\u00a0»." in finding.words.fr
    assert finding.numbers["began_gap_hours"] == 0


def test_another_date_disagrees_and_says_by_how_much_and_whom_to_ask() -> None:
    finding = one(listed(3, at(5, 14), at(6, 3)))
    assert (finding.verdict, finding.because) == ("disagrees", "date")
    assert "La liste commence 3\u00a0h plus tard." in finding.words.fr
    assert finding.settle is not None
    assert finding.settle.holder.en == "Invented Observatory"
    assert "L3" in finding.settle.question.en


def test_an_estimated_beginning_cannot_disagree() -> None:
    finding = one(listed(3, at(5, 14), began_estimated=True))
    assert (finding.verdict, finding.because) == ("cannot_tell", "date")
    assert "estimated" in finding.words.en


def test_a_list_to_the_day_agrees_with_an_hour_of_that_day() -> None:
    low, high = day_of("2031-03-05", "GS", None)
    row = listed(1, low, began_latest=high, place="GS")
    outage = an_outage(at(5, 10), at(6, 3), place="GS")
    (finding,) = compare_with_lists(*tables(outage), reported(row), measured(place="GS"))
    assert finding.verdict == "agrees"
    assert "on 5 March 2031 (local day)" in finding.words.en


@pytest.mark.parametrize(
    ("row", "because", "words"),
    [
        pytest.param(listed(1, at(12), at(12, 3)), "scope", "does not disprove it", id="nothing fell"),
        pytest.param(listed(1, at(9), at(9, 3)), "missing", "nothing was measured", id="nothing was measured"),
        pytest.param(listed(1, at(12), extent="service-based"), "scope", "neither show nor disprove", id="a service"),
    ],
)
def test_a_row_without_an_outage_is_untold(row: dict[str, object], because: str, words: str) -> None:
    (finding,) = found((), row)
    assert (finding.verdict, finding.because) == ("cannot_tell", because)
    assert words in finding.words.en
    assert finding.settle is not None


def test_a_detection_outside_the_lists_is_unlabelled_never_false() -> None:
    unlabelled = one(listed(1, at(25)))
    assert (unlabelled.verdict, unlabelled.because) == ("cannot_tell", "missing")
    assert "does not make it false" in unlabelled.words.en
    assert "begins on 25 March 2031" in unlabelled.words.en
    assert unlabelled.numbers["unlabelled"] == ["2031-03-05T10:00:00Z"]


def test_synthetic_curves_agree_and_disagree_with_nothing() -> None:
    for row in (listed(1, at(5, 10), at(6, 3)), listed(1, at(5, 15))):
        finding = one(row, synthetic=True)
        assert (finding.verdict, finding.because) == ("cannot_tell", "source")
        assert "proves nothing" in finding.words.en
    assert found((), listed(1, at(12)), synthetic=True) == []


def test_no_list_and_rows_of_other_places_are_no_findings_but_an_unlabelled_outage_is() -> None:
    assert found((OUTAGE,)) == []
    (finding,) = found((OUTAGE,), *(listed(row, at(5, 10), place="GS") for row in range(1, 300)))
    assert "unlabelled" in finding.words.en


def test_many_rows_that_cannot_be_shown_are_one_finding_of_each_list() -> None:
    rows = [listed(row, at(2, row), extent="service-based") for row in range(1, 200)]
    (finding,) = found((), *rows)
    assert "199 rows" in finding.words.en
    assert len(finding.evidence) == 199


def test_many_rows_of_a_time_without_measures_are_one_finding_and_few_are_each_their_own() -> None:
    def of(count: int) -> list[Finding]:
        return found((), *(listed(row, at(9, row), at(9, row + 1)) for row in range(1, count + 1)))

    assert len(of(3)) == 3
    (together,) = of(20)
    assert (together.because, len(together.evidence)) == ("missing", 20)
    assert together.settle is not None
    assert "Cloudflare Radar" in together.settle.holder.en


def test_ids_rest_on_evidence_and_not_on_numbers() -> None:
    assert one(listed(3, at(5, 14))).id == one(listed(3, at(5, 15))).id
    assert one(listed(3, at(5, 14))).id != one(listed(4, at(5, 14))).id


def of_lists(shared, *names: str) -> pl.DataFrame:
    known = {"keepiton/access_now_2016_2025.csv.gz": stop, "ioda_curated/ioda_curated_training.csv": ioda_curated}
    frames = [listing(known[name].READER, shared(f"data/outages/{name}").read_bytes()).reported for name in names]
    return pl.concat(each.with_columns(source=pl.lit(f"{rank}7" * 32)) for rank, each in enumerate(frames))


def lens_and(signals: pl.DataFrame, rows: pl.DataFrame) -> list[Finding]:
    lens = measure(signals)
    return compare_with_lists(find_outages(lens.picks, lens.expected), lens.picks, rows, signals)


def test_iran_2026_stands_beside_its_long_list_in_two_findings(shared) -> None:
    path = shared("data/outages/ioda_series/raw/ioda-iran-26-01-01-normalized.csv")
    with path.open("rb") as stream:
        signals = pl.concat(ioda_csv.read(stream, Source(id="5e" * 32, size=1, name=path.name)))
    compared = lens_and(signals, of_lists(shared, "keepiton/access_now_2016_2025.csv.gz"))
    assert sorted((str(each.verdict), str(each.because)) for each in compared) == [
        ("cannot_tell", "overlap"),
        ("cannot_tell", "scope"),
    ]


def test_iran_2019_agrees_with_the_day_and_stands_two_hours_after_the_analysts(shared) -> None:
    hourly = pl.read_csv(shared("data/outages/ip_observatory/iran_2019-11_hourly_utc.csv"))
    signals = SIGNALS.frame(
        [
            {"source": "5e" * 32, "row": row, "place": "IR", "signal": "active_probing", "time": parse_time(time),
             "value": value, "scale": "absolute"}
            for row, (time, value) in enumerate(hourly.select("time_utc", "mean").iter_rows(), start=1)
        ]
    )  # fmt: skip
    names = ("keepiton/access_now_2016_2025.csv.gz", "ioda_curated/ioda_curated_training.csv")
    compared = lens_and(signals, of_lists(shared, *names))
    dated = {str(each.numbers["publisher"]): each for each in compared if each.because != "scope"}
    assert dated["Access Now, #KeepItOn STOP"].verdict == "agrees"
    analysts = dated["IODA (Bischof et al.)"]
    assert (analysts.verdict, analysts.because) == ("disagrees", "date")
    gap = analysts.numbers["began_gap_hours"]
    assert isinstance(gap, float)
    assert -4.5 < gap < -2
