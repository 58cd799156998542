import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.sheets import table
from temoin.documents.tables import sample
from temoin.documents.tables.mapping import plan_tables
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of
from temoin.evidence.source import Reading

SOURCE = Source(id="a" * 64, size=0, name="tableau.csv")
FOLLOWERS = "Compte;Abonnés;Relevé le\nAda;12 345;05/04/2031\nBo;1 000;21/04/2031\n"


def kind_of(data: bytes) -> str:
    return choose_reader(READERS, head_of(io.BytesIO(data), "x.csv")).kind


@pytest.mark.parametrize(
    "data",
    [
        FOLLOWERS.encode(),
        "\ufeff".encode() + FOLLOWERS.encode(),
        FOLLOWERS.encode("utf-16"),
        FOLLOWERS.encode("cp1252"),
        FOLLOWERS.replace(";", "\t").encode(),
        FOLLOWERS.replace(";", "|").encode(),
        FOLLOWERS.replace(";", ",").encode(),
        FOLLOWERS.replace("\n", "\r\n").encode(),
        sample.two_tables_csv(),
        b"Page Name,Disclaimer,Amount Spent,Number of Ads in Library\nA,B,12,3\n",
        b"username,date,followers\na,2031-01-01,5\n",
    ],
    ids=["UTF-8", "mark", "UTF-16", "Windows", "tabs", "bars", "commas", "CRLF", "titles", "ad library", "English"],
)
def test_a_table_of_people_is_recognised(data):
    assert kind_of(data) == "table"


@pytest.mark.parametrize(
    "text",
    [
        "Les abonnés, le montant, la page et le compte sont cités,\nmais ce n’est, en 2031, que de la prose, oui.\n",
        "time,place,signal,value\n2031-01-01T00:00Z,XA,bgp,5\n",
        "date,country,users,lower,upper,frac\n2031-01-01,xa,500,400,600,9\n",
        "a;b;c\n1;2;3\n",
        "Bonjour.\n",
    ],
    ids=["prose", "signals", "users of Tor", "unknown words", "a word"],
)
def test_what_is_no_table_of_people_stays_what_it_is(text):
    assert kind_of(text.encode()) == "text"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_marked_encoding_is_read_without_asking(encoding):
    (grid,) = table.read_book(io.BytesIO(FOLLOWERS.encode(encoding)), SOURCE).grids
    assert grid.at(1, 2) == "Abonnés"


def test_another_encoding_is_asked_for():
    with pytest.raises(InputError, match="--encoding windows-1252"):
        table.read_book(io.BytesIO(FOLLOWERS.encode("cp1252")), SOURCE)
    said = Source(id="a" * 64, size=0, name="x.csv", reading=Reading(encoding="windows-1252"))
    assert table.read_book(io.BytesIO(FOLLOWERS.encode("cp1252")), said).grids[0].at(1, 2) == "Abonnés"


def test_quoted_cells_hold_separators_and_line_breaks():
    (grid,) = table.read_book(io.BytesIO(b'a;b\n"un;\ndeux";3\n'), SOURCE).grids
    assert (grid.at(2, 1), grid.at(2, 2), len(grid.rows)) == ("un;\ndeux", "3", 2)


def test_ragged_rows_and_blank_lines_keep_their_numbers():
    data = b"Titre\n\nCompte;Abonn\xc3\xa9s;Vues\nA;1\n\nB;2;3;4\n"
    (grid,) = table.read_book(io.BytesIO(data), SOURCE).grids
    (plan,) = plan_tables([grid], Reading())
    assert (grid.at(4, 2), grid.at(6, 4), list(plan.region.rows)) == ("1", "4", [4])
    assert [(each.row, each.kind) for each in plan.apart if each.kind != "title"] == [(6, "ragged")]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b'a;b\n"never closed;1\n', "quote"), (b";;;\n;;\n", "without any cell")],
    ids=["an open quote", "nothing but separators"],
)
def test_what_cannot_be_read_is_one_clear_error(data, said):
    with pytest.raises(InputError, match=said):
        table.read_book(io.BytesIO(data), SOURCE)


OPEN = 'Compte;Abonnés Facebook\nAda;"12\nBo;13\nCléo;14\nDan;15\n'


def test_a_quote_that_is_never_closed_is_still_a_table_and_refused_with_its_line():
    assert table.READER.recognises(head_of(io.BytesIO(OPEN.encode()), "x.csv"))
    with pytest.raises(InputError, match=r"line 2: a quote that is never closed"):
        table.read_book(io.BytesIO(OPEN.encode()), SOURCE)


def test_rows_swallowed_between_two_stray_quotes_are_told():
    text = OPEN.replace("Dan;15", 'Dan;15"')
    (words,) = table.read_book(io.BytesIO(text.encode()), SOURCE).told
    assert "lines 2 to 5 of the file" in words.en


def test_a_cell_of_several_lines_is_no_trouble():
    text = 'Compte;Note\nAda;"une ligne\nune autre\nune dernière"\nBo;rien\n'
    assert table.read_book(io.BytesIO(text.encode()), SOURCE).told == ()


@pytest.mark.parametrize(
    ("name", "text", "alike"),
    [
        ("notes.csv", "a,b\nc,d\n", True),
        ("notes.txt", "@a|X|100\n@b|X|200\n@c|X|300\n", True),
        ("notes.txt", "Ada, Bo, Cy\nWe came, we saw, we left\nOne, two, three\n", False),
        ("notes.txt", "Nothing of a table here.\nNor here.\nNor there.\n", False),
        ("notes.csv", "One line of words\nand another\n", False),
    ],
    ids=["by its name", "by its even lines", "commas of prose", "prose", "a name alone"],
)
def test_a_text_that_may_be_a_table_is_known(name, text, alike):
    assert table.looks_like_table(head_of(io.BytesIO(text.encode()), name)) is alike


def test_a_separator_too_many_keeps_the_figures_of_its_line_unread():
    text = "Compte,Plateforme,Abonnés,Vu le\n@a,X,100,2031-01-01\n@b,X,7,2031-01-02\n@d,X,1,234,2031-01-03\n"
    book = table.read_book(io.BytesIO(text.encode()), Source(id="x", size=1))
    (plan,) = plan_tables(book.grids, Reading(decimal=","))
    assert list(plan.region.rows) == [2, 3]
    assert any("rows longer than the header: 1 (4)" in each.en for each in plan.told)
