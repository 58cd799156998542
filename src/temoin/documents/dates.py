"""Dates as texts write them, in French and English."""
