"""Lists on the command line: rows on stdout, refused rows on stderr, the whole of them to be had."""

import json
from pathlib import Path

import pytest

from temoin.outages import sample


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


STOP = (
    """start_date,end_date,country,geo_scope,area_name,shutdown_type,shutdown_extent,shutdown_status
2024-03-19,2024-03-20,BV,,Nationwide,Shutdown,Full network,Ended
"""
    + "2024-03-19,2024-03-10,BV,,Nationwide,Shutdown,Full network,Ended\n" * 8
)


def test_a_list_is_printed_row_by_row_and_its_refused_rows_are_told(run) -> None:
    Path("stop.csv").write_text(STOP, encoding="utf-8")
    status, out, err = run("outages", "stop.csv", "--json")
    (row,) = records(out)
    assert status == 0
    assert (row["type"], row["place"], row["began_latest"]) == ("reported", "BV", "2024-03-20T12:00:00Z")
    assert len(err.splitlines()) == 8
    assert err.startswith("stop.csv: row 2 refused: 2024-03-19 → 2024-03-10: it ends before it begins")
    assert run("outages", "stop.csv")[1].startswith("2024-03-18T10:00:00Z – ")
    assert run("outages", "stop.csv", "--csv")[1].startswith("type,source,row,id,publisher")


def test_series_and_a_list_together_give_events_and_what_comparing_says(run) -> None:
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    curve.write_csv("signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    Path("stop.csv").write_text(STOP, encoding="utf-8")
    printed = records(run("outages", "signals.csv", "stop.csv", "--json")[1])
    assert [each["type"] for each in printed] == ["event", "finding"]
    assert printed[1]["because"] == "missing"


def test_adding_a_list_counts_its_rows_and_names_the_first_refused(run) -> None:
    Path("stop.csv").write_text(STOP, encoding="utf-8")
    run("new", "case")
    status, out, err = run("add", "case", "stop.csv")
    assert status == 0
    lines = err.splitlines()
    assert lines[1] == "rows read: 1, refused: 8"
    assert [line.split(" refused")[0] for line in lines[2:7]] == [f"row {row}" for row in range(2, 7)]
    assert lines[7] == f"and 3 more: temoin show CASE {out[:10]} gives them all"
    shown = run("show", "case", out[:10])[1]
    assert shown.count("it ends before it begins") == 8


def test_the_rows_of_a_personal_list_are_counted_and_not_quoted(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    Path("stop.csv").write_text(STOP, encoding="utf-8")
    run("new", "case")
    _, _, err = run("add", "case", "stop.csv", "--personal")
    assert "rows read: 1, refused: 8" in err
    assert "2024" not in err
