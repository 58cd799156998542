"""The outage lens as a filter, met on the command line: files in, lines out, what is left out on stderr."""

import json
from pathlib import Path

import polars as pl
import pytest

from temoin.outages import sample

FIVE = ("IR", "FR", "BR", "KE", "JP")
REGIONAL = "iso,id_1,name_1,id_2,name_2,time_e,time_e_str,lat,lon,connectivity\n" + "".join(
    f"IRN,1,Haut,1,Amont/Aval,{1573430400 + 3600 * hour},,38.4,48.3,90\n" for hour in range(3)
)


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def write(name: str, *series: pl.DataFrame) -> None:
    rows = pl.concat(series).select("time", "place", "signal", "value")
    rows.write_csv(name, datetime_format="%Y-%m-%dT%H:%M:%SZ")


def five(signal: str, *, days: int, share: float) -> list[pl.DataFrame]:
    night = sample.Loss(sample.moment(days - 2), sample.moment(days - 2, 6), share)
    return [
        sample.curve(signal, (night,) if share else (), place=place, days=days, seed=seed)
        for seed, place in enumerate(FIVE)
    ]


@pytest.mark.parametrize("days", [8, 22], ids=["one week of history", "three weeks of history"])
@pytest.mark.parametrize("others", [("active_probing", "traffic"), ()], ids=["others stay calm", "the only signal"])
def test_the_same_drop_in_five_countries_is_one_finding_about_the_instrument(
    run, days: int, others: tuple[str, ...]
) -> None:
    calm = [one for signal in others for one in five(signal, days=days, share=0)]
    write("five.csv", *five("search", days=days, share=0.6), *calm)
    status, out, _err = run("outages", "five.csv", "--json")
    (finding,) = records(out)
    assert (status, finding["type"], finding["method"]) == (0, "finding", "outages.instrument/1")


def test_the_same_drop_in_two_signals_of_five_countries_is_the_world(run) -> None:
    write("five.csv", *five("search", days=22, share=0.6), *five("active_probing", days=22, share=0.6))
    events = records(run("outages", "five.csv", "--json")[1])
    assert sorted(each["place"] for each in events) == sorted(FIVE)
    assert {each["type"] for each in events} == {"event"}


@pytest.mark.parametrize(
    ("fallen", "stayed", "days", "count"),
    [
        pytest.param(["search", "cities"], [], 10, 0, id="two use signals of ten days are one vote"),
        pytest.param(["search", "cities"], ["bgp"], 10, 0, id="and BGP stayed"),
        pytest.param(["search", "active_probing"], ["bgp"], 10, 1, id="ten days, and probing fell"),
        pytest.param(["search", "cities"], [], 20, 1, id="two use signals that know their week"),
        pytest.param(["search", "cities"], ["bgp"], 20, 1, id="two that know their week, and BGP stayed"),
        pytest.param(["search"], ["bgp"], 20, 0, id="a lone signal of several"),
    ],
)
def test_the_votes_of_a_country_in_one_plain_csv(
    run, fallen: list[str], stayed: list[str], days: int, count: int
) -> None:
    night = sample.Loss(sample.moment(days - 2, 4), sample.moment(days - 2, 12), 0.9)
    down = [sample.curve(signal, (night,), place="KZ", days=days) for signal in fallen]
    write("kz.csv", *down, *(sample.curve(signal, place="KZ", days=days) for signal in stayed))
    assert len(records(run("outages", "kz.csv", "--json")[1])) == count


def test_what_a_reader_says_of_its_reading_is_told_on_stderr_by_the_filter_and_by_add(run) -> None:
    Path("regions.csv").write_text(REGIONAL, encoding="utf-8")
    said = ('names with a slash read as one place: "Amont – Aval"', "local clock (Asia/Tehran)")
    _, out, err = run("outages", "regions.csv", "--json")
    assert out == ""
    assert all(words in err for words in said)
    run("new", "case")
    _, _, err = run("add", "case", "regions.csv")
    assert all(words in err for words in said)
    assert not any(words in run("add", "case", "regions.csv")[2] for words in said)


def test_add_says_that_a_single_point_cannot_be_judged(run) -> None:
    Path("one.csv").write_text("time,place,signal,value\n2024-03-05T10:30:00Z,IR,bgp,5\n", encoding="utf-8")
    run("new", "case")
    assert "1 series with a single measured point" in run("add", "case", "one.csv")[2]


def test_of_a_personal_file_the_remarks_are_counted_and_not_quoted(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    Path("regions.csv").write_text(REGIONAL, encoding="utf-8")
    run("new", "case")
    _, _, err = run("add", "case", "regions.csv", "--personal")
    assert "remarks on the reading: 2, not quoted" in err
    assert "Amont" not in err
    assert "Tehran" not in err
