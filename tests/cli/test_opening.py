"""How a command opens what it was given: a case, a file, standard input, the fields that options say."""

import io
import os
from pathlib import Path

import pytest

from temoin.cli.opening import described, open_case, open_file
from temoin.errors import CaseError, InputError
from temoin.period import PartialDate


def test_what_options_say_is_checked_once_and_what_they_do_not_say_stays_unsaid() -> None:
    source = described({"published": "2022-01", "publisher": "Atlas", "url": None}, {"zone": "Asia/Almaty"})
    assert (source.published, source.publisher, source.url) == (PartialDate("2022-01"), "Atlas", None)
    assert (source.reading.zone, source.reading.dates) == ("Asia/Almaty", None)
    assert (source.id, source.reliability) == ("", "F")


@pytest.mark.parametrize(
    ("fields", "reading"),
    [
        pytest.param({"published": "31/02/2022"}, {}, id="a date that cannot be"),
        pytest.param({"genre": "poem"}, {}, id="outside a closed set"),
        pytest.param({}, {"zone": "Mars/Base"}, id="no such zone"),
        pytest.param({}, {"currency": "XYZ"}, id="no such currency"),
        pytest.param({}, {"encoding": "klingon"}, id="no such encoding"),
    ],
)
def test_a_wrong_option_is_an_input_error(fields, reading) -> None:
    with pytest.raises(InputError):
        described(fields, reading)


def test_a_dash_is_standard_input_read_whole_so_that_it_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xffbytes")))
    stream, name = open_file(Path("-"))
    assert (stream.read(), name, stream.seekable()) == (b"\xffbytes", "stdin", True)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("absent.txt", "absent.txt: no such file", id="no such file"),
        pytest.param(".", "not a regular file", id="a folder"),
        pytest.param(os.devnull, "not a regular file", id="a device"),
    ],
)
def test_what_is_no_file_is_named(path: str, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        open_file(Path(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_no_regular_file_and_nothing_waits_for_it() -> None:
    os.mkfifo("pipe")
    with pytest.raises(CaseError, match="pipe: not a regular file"):
        open_file(Path("pipe"))


def test_a_folder_that_is_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="temoin new"):
        open_case(tmp_path)
