from temoin.case import prose as module
from temoin.case.prose import opening_of, prose_of
from temoin.case.tabling import _of_record, _record
from temoin.documents.tables.grid import Book, Grid, document_of
from temoin.documents.tables.mapping import plan_tables
from temoin.evidence import Statement
from temoin.evidence.source import Reading

GRID = Grid("s", [["450 000 abonnés en tout"], [], ["Compte", "Abonnés"], ["Ada", 12.0], ["Bo", 5.0], ["Total", 17.0]])


def test_only_words_outside_tables_are_read_and_land_at_their_place():
    document = document_of(Book((GRID,)))
    found = tuple(_of_record(_record(plan)) for plan in plan_tables([GRID], Reading()))
    prose = prose_of(document, found)
    assert prose.text == "450 000 abonnés en tout"
    statement = Statement(
        source="s" * 64, text_hash="t" * 64, start=0, end=7, text="450 000", kind="count", attribute="count",
        extractor="x/1", quote=prose.text, quote_start=0,
    )  # fmt: skip
    back = prose.back(statement)
    assert document.text[back.start : back.end] == "450 000"


def test_a_very_long_text_is_read_for_statements_by_whole_lines(monkeypatch):
    monkeypatch.setattr(module, "MOST_STATED", 20)
    assert opening_of("short") == "short"
    assert opening_of("twelve chars\nand then more than that") == "twelve chars"
    assert opening_of("x" * 30) == "x" * 20
