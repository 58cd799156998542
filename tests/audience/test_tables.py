from temoin.audience import AUDIENCE


def test_each_value_says_its_cell_and_may_be_missing():
    assert AUDIENCE.key == ("source", "sheet", "row", "column")
    assert AUDIENCE.frame([{"source": "s", "row": 5, "column": 2, "measure": "followers"}])["value"].to_list() == [None]
