"""Whose a figure is and what it says: entity, attribute, platform, place, as-of date, speaker and chain."""
