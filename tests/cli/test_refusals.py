"""Lists on the command line: rows on stdout, refused rows on stderr, the whole of them to be had."""

import errno
import json
import os
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


def test_each_file_is_tried_and_the_bad_ones_are_told_at_the_end(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    Path("a.txt").write_text("The network of Valmora fell.", encoding="utf-8")
    Path("b.txt").write_bytes(b"d\xe9j\xe0")
    Path("iris.eml").write_text("no mail", encoding="utf-8")
    Path("c.txt").write_text("It is back.", encoding="utf-8")
    run("new", "case")
    status, out, err = run("add", "case", "a.txt", "b.txt", "iris.eml", "absent.txt", "c.txt")
    assert status == 2
    assert [line.split()[1] for line in out.splitlines()] == ["a.txt", "c.txt"]
    *_, first, second, third, last = err.splitlines()
    assert first.startswith("temoin: b.txt, byte 1: this is not UTF-8")
    assert second.startswith("temoin: file 3 of 5: (–): it looks like a mail")
    assert third == "temoin: absent.txt: no such file; check the path"
    assert last == "in the case: 2 of 5"
    assert run("verify", "case")[0] == 0


def test_a_full_disk_is_told_of_the_file_it_stopped(run, monkeypatch: pytest.MonkeyPatch) -> None:
    from temoin.case import durable

    for name in ("a.txt", "b.txt"):
        Path(name).write_text(f"The network of Valmora fell: {name}.", encoding="utf-8")
    run("new", "case")
    usual = Path.replace
    tried: list[Path] = []

    def full(path: Path, target: Path) -> Path:
        tried.append(target)
        if len(tried) > acknowledged:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return usual(path, target)

    acknowledged = 10**6
    monkeypatch.setattr(durable.Path, "replace", full)
    run("add", "case", "a.txt")
    acknowledged = len(tried)
    status, out, err = run("add", "case", "a.txt", "b.txt")
    assert (status, out.split()[1]) == (2, "a.txt")
    assert "file 2 of 2: " in err
    assert os.strerror(errno.ENOSPC) in err
    assert "nothing was added" not in err


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.EROFS, errno.ENOSPC], ids=["no right", "read-only", "no space left"]
)
@pytest.mark.parametrize("arguments", [("new", "b"), ("build", "case"), ("note", "case", "It fell.")], ids=" ".join)
def test_a_disk_that_says_no_is_one_line_with_the_path(
    run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], number: int
) -> None:
    Path("a.txt").write_text("The network of Valmora fell.", encoding="utf-8")
    run("new", "case")
    run("add", "case", "a.txt")

    def no(path: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    for act in ("mkdir", "unlink"):
        monkeypatch.setattr(Path, act, no)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert os.strerror(number) in err


def test_an_error_of_the_system_that_nobody_can_mend_is_a_bug_and_shows(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "gone", "x")

    monkeypatch.setattr(Path, "mkdir", missing)
    with pytest.raises(FileNotFoundError):
        run("new", "case")
