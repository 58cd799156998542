"""A list of files with what is said of each; whatever is wrong in it is named with its line."""

from pathlib import Path

import pytest

from temoin.cli.listing import read_list
from temoin.errors import InputError


def a_list(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "lists" / "sources.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding=encoding, newline="")
    return path


def test_files_are_named_relative_to_the_list(tmp_path: Path) -> None:
    path = a_list(tmp_path, "file,publisher,language\r\na.txt,Atlas,\r\n\r\n../b.txt,,fr\r\n", "utf-8-sig")
    assert read_list(path) == [
        (path.parent / "a.txt", {"publisher": "Atlas", "language": None}),
        (path.parent / "../b.txt", {"publisher": None, "language": "fr"}),
    ]


def test_a_cell_in_quotes_may_hold_lines_and_commas(tmp_path: Path) -> None:
    ((_path, said),) = read_list(a_list(tmp_path, 'file,title\na.txt,"One,\u2028two\nthree"\n'))
    assert said["title"] == "One,\u2028two\nthree"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("", "columns to mend: file", id="empty"),
        pytest.param("path\na.txt\n", "columns to mend: path", id="a column of another name"),
        pytest.param("file,who\na.txt,Ana\n", "columns to mend: who", id="an unknown column"),
        pytest.param("file,title\n\na.txt,A\n,B\n", "line 4: no file named", id="a row without a file"),
        pytest.param("file,title\na.txt,A, or B\n", "line 2: more cells than columns", id="a comma without quotes"),
    ],
)
def test_a_list_that_is_not_one_says_where(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(InputError, match=named):
        read_list(a_list(tmp_path, text))


def test_another_encoding_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read_list(a_list(tmp_path, "file,title\na.txt,Été\n", "cp1252"))
    with pytest.raises(InputError, match="absent"):
        read_list(tmp_path / "absent.csv")
