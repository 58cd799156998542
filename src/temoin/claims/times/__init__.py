"""The times of a text: days, ranges of days, relative days, and clock times in the zone that they stand in."""
