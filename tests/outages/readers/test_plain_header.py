"""Headers of plain CSV files: in either language, and near misses told apart from other files."""

import pytest

from temoin.evidence.reader import Head
from temoin.outages.readers.plain_header import near_miss, plain_header


@pytest.mark.parametrize(
    ("line", "separator", "missing"),
    [
        ("time,place,signal,value", ",", ()),
        ("heure;lieu;signal;valeur", ";", ()),
        ("date\tpays\tsignal\tvaleur", "\t", ()),
        ("temps;signal;valeur", ";", ("place",)),
        ("asn,country,operator", ",", ("time", "place", "signal", "value")),
    ],
)
def test_a_header_is_read_with_the_separator_that_finds_the_most(line: str, separator: str, missing) -> None:
    header = plain_header(line)
    assert (header.separator, header.missing) == (separator, missing)


def test_the_english_name_stands_before_the_french_one() -> None:
    assert plain_header("date,time,place,signal,value").columns["time"] == "time"


@pytest.mark.parametrize(
    "text",
    [
        "Date, lieu et heure : le communiqué, tel que reçu.\nPort-Fictif, le 5 mars\n",
        "date,payer,payee,amount\n2024-03-01,A,B,12\n",
        "{}",
        "\0\0\0\0",
        "time\n2024-03-01\n",
    ],
    ids=["a sentence", "a ledger", "JSON", "no text", "times alone"],
)
def test_another_file_is_no_near_miss(text: str) -> None:
    assert near_miss(Head(text.encode(), "x", len(text))) is None
