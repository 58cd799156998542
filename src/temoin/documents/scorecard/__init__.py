"""The scorecard of documents: what is read back of texts that are known, how fast, and in how much memory.

``made_up`` makes documents of known words and any size, ``large`` those that must not fill a machine, ``recovered``
holds what was read against labelled strings, and ``held`` tells it, line by line. Clocks, files and processes are not
here: the command keeps them.
"""
