"""The figures of a text: money, percentages, durations, ranks, counts, ratios, in digits and in words.

A figure is a number, its magnitude, its unit and its qualifier, with the interval that it stands for. Who and what it
is about is found in :mod:`temoin.claims.about`.
"""
