"""Audience: who is heard, on which platform. So far its declared table, filled from the tables that people keep.

A follower is not a friend is not a view: each row says its measure, and no two measures are ever added.
"""

from temoin.audience.tables import AUDIENCE

__all__ = ["AUDIENCE"]
