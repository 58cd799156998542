"""Hostile input for every reader of the registry: seeds built in code, mutated, read in a process that is watched.

Run as ``make fuzz``; the test suite runs a short slice of the same. Which faults count stands in ``judging``.
"""
