"""Documents: bytes to text with positions, and what a text proposes about itself.

``readers.READERS`` turn bytes into a ``document.Document`` whose positions count code points; ``language`` tells its
language, ``dates`` finds the dates written in it, ``proposals.propose`` says what it shows about its title, its date,
its language and those who signed it, each with its quote. ``tables`` finds the tables that people keep in sheets and
proposes what their columns hold; ``readers.BOOKS`` gives the sheets.

Limits: no optical character recognition; the order of a PDF's words is that of its text layer; a date is read in
French and English only; nothing proposed is more than a proposal.
"""
