"""The scorecard: what the lens finds on labelled series, how soon and how exactly, beside what else people would use.

``families`` makes series with a known truth, ``peers`` runs other people's rules on them, ``ours`` goes through the
lens's public door, ``scoring`` holds what was found against what is true, ``real`` does so on real series, and
``page`` tells it.
"""
