"""The table of what must hold."""

from temoin.held import Held, held_table


def test_what_does_not_hold_stands_out_and_what_is_not_asked_is_a_dash() -> None:
    rows = (Held("a", "all", "1 of 2", holds=False), Held("b", "", "3", None), Held("c", "1", "1", holds=True))
    assert list(held_table("Title", rows)) == [
        "## Title",
        "",
        "| what | asked | measured | holds |",
        "|---|---|---|---|",
        "| a | all | 1 of 2 | **no** |",
        "| b |  | 3 | – |",
        "| c | 1 | 1 | yes |",
        "",
    ]
