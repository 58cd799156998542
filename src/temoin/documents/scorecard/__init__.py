"""The scorecard of documents: what is read back of texts that are known, how fast, and in how much memory.

``made_up`` makes documents of known words and any size, ``large`` those that must not fill a machine, ``recovered``
holds what was read against labelled strings, ``pages`` draws and spoils pages as a scanner does, ``scans`` counts the
digits read back from them, and ``held`` tells it, line by line. Files and processes are not here: the command keeps
them.
"""
