"""The analyst's table of networks."""

import io

import pytest

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.evidence.source import Reading, Source
from temoin.outages.readers.networks_csv import READER, recognises

HEADER = "asn,country,operator,access,users,users_source,users_date"


def read(*lines: str, header: str = HEADER, place: str | None = None):
    data = "\n".join([header, *lines]).encode()
    return READER.read(
        io.BytesIO(data), Source(id="n" * 64, size=len(data), name="n.csv", reading=Reading(place=place))
    ).rows


def test_a_line_is_a_network_of_a_country() -> None:
    (row,) = read("AS58224,Iran,Opérateur,Mobile,1200000,A made-up estimate,2025-03").iter_rows(named=True)
    assert row == {
        "source": "n" * 64, "row": 1, "asn": 58224, "country": "IR", "operator": "Opérateur", "access": "mobile",
        "users": 1_200_000, "users_source": "A made-up estimate", "users_date": "2025-03",
    }  # fmt: skip


def test_what_is_not_said_is_missing_and_never_zero() -> None:
    (row,) = read("58224,IR,,,,,").iter_rows(named=True)
    assert (row["operator"], row["access"], row["users"], row["users_source"]) == (None, "unknown", None, None)


def test_the_country_may_be_said_for_the_whole_file() -> None:
    assert read("58224,Opérateur", header="asn;operator".replace(";", ","), place="IR")["country"].to_list() == ["IR"]


def test_columns_may_stand_in_any_order_with_others_between_semicolons() -> None:
    found = read("fixed;x;7;KZ", header="access;note;ASN;country")
    assert found.select("asn", "country", "access").rows() == [(7, "KZ", "fixed")]


def test_a_repeated_line_and_an_empty_one_are_dropped() -> None:
    assert read("7,IR,A,fixed,,,", "", "7,IR,A,fixed,,,", "7,KZ,A,fixed,,,")["country"].to_list() == ["IR", "KZ"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("ASX,IR,A,fixed,,,", 'line 2, column "asn"', id="no number"),
        pytest.param("4294967296,IR,A,fixed,,,", 'line 2, column "asn"', id="too large a number"),
        pytest.param("7,Atlasie,A,fixed,,,", 'line 2, column "country"', id="no country"),
        pytest.param("7,,A,fixed,,,", "--place", id="country not said"),
        pytest.param("7,IR,A,wireless,,,", "fixed, mobile, both or unknown", id="another access"),
        pytest.param("7,IR,A,fixed,1 200,x,", "without separators", id="grouped digits"),
        pytest.param("7,IR,A,fixed,1200,,", "users without a source", id="users without a source"),
        pytest.param("7,IR,A,fixed,1200,x,03/2025", 'line 2, column "users_date"', id="no ISO date"),
    ],
)
def test_is_refused(line: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(line)


def test_two_lines_that_say_otherwise_are_refused() -> None:
    with pytest.raises(InputError, match="said otherwise on line 2"):
        read("7,IR,A,fixed,,,", "7,IR,B,fixed,,,")


def test_a_file_without_its_columns_is_refused() -> None:
    with pytest.raises(InputError, match="expected asn"):
        read("7,IR", header="asn,country")


@pytest.mark.parametrize(
    ("line", "known"),
    [
        pytest.param(HEADER, True, id="all columns"),
        pytest.param("ASN;operator", True, id="semicolons"),
        pytest.param("time,place,signal,value", False, id="signals"),
        pytest.param("asn,country", False, id="nothing told"),
    ],
)
def test_the_header_tells_the_kind(line: str, known: bool) -> None:
    assert recognises(Head(line.encode() + b"\n1,2", "x.csv", 100)) is known
