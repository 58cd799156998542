"""Témoin: an open-source witness of digital power.

What was measured (outage signals, follower counts, ad libraries, messages) and what was said (articles, press
releases, leaked documents) becomes a case file in which every figure can be followed back to its bytes.
"""

__version__ = "0.1.0"
