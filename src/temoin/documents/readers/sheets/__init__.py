"""Workbooks and tables in text: cells as typed, never calculated."""
