from temoin.documents.tables.blocks import Block, blocks_of
from temoin.documents.tables.grid import Grid


def test_blank_rows_and_columns_part_blocks_again_and_again():
    left = [["a", 1.0], ["b", 2.0], [None, None], ["c", 3.0]]
    right = [["x", 9.0], ["y", 8.0], ["z", 7.0], ["w", 6.0]]
    sheet = Grid("s", [[*one, None, *other] for one, other in zip(left, right, strict=True)])
    assert blocks_of(sheet) == [Block(1, 1, 2, 2), Block(1, 4, 4, 5), Block(4, 1, 4, 2)]


def test_an_empty_sheet_has_no_block():
    assert blocks_of(Grid("s", [])) == []
    assert blocks_of(Grid("s", [[None, " "], []])) == []
