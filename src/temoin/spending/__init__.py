"""Spending: who paid whom, how much, for what. So far its declared table, filled from the tables that people keep.

A budget is not a payment: each row says its phase, or that it is unstated.
"""

from temoin.spending.tables import LEDGER

__all__ = ["LEDGER"]
