from decimal import Decimal

from temoin.spending import LEDGER


def test_an_amount_is_an_exact_decimal():
    row = {"source": "s", "row": 5, "column": 2, "phase": "unstated", "amount": Decimal("0.1")}
    assert LEDGER.frame([row])["amount"].to_list() == [Decimal("0.1")]
    assert "DECIMAL(38, 9)" in LEDGER.ddl()
