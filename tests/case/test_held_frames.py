import polars as pl

from temoin.case.held_frames import GrowingFrame, HeldFrame

MANY = 150_000


def grown(*batches: list[int]) -> HeldFrame:
    growing = GrowingFrame(pl.DataFrame(schema={"value": pl.Int64}))
    for batch in batches:
        growing.add(pl.DataFrame({"value": batch}, schema={"value": pl.Int64}))
    return growing.held()


def test_batches_come_back_in_their_order_and_so_do_the_pieces() -> None:
    held = grown(list(range(MANY // 2)), list(range(MANY // 2, MANY)))
    assert held.frame()["value"].to_list() == list(range(MANY))
    pieces = list(held.pieces())
    assert len(pieces) > 1
    assert pl.concat(pieces)["value"].to_list() == list(range(MANY))


def test_the_same_batches_give_the_same_bytes() -> None:
    assert grown([1, 2], list(range(MANY))).data == grown([1, 2], list(range(MANY))).data


def test_no_row_at_all_is_a_table_without_rows() -> None:
    held = grown([])
    assert held.height == 0
    assert held.frame().schema == {"value": pl.Int64}
    assert list(held.pieces()) == []
