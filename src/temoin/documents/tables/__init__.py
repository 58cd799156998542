"""Tables of people: sheets as they are kept in Excel, LibreOffice or CSV, read into declared tables.

``grid`` is a sheet as cells; ``regions`` finds the tables in it, with what is set apart (titles, totals, notes);
``cells`` and ``units`` read what a cell says; ``headers`` proposes what a column holds; ``mapping`` is what a person
confirms once for a header row; ``rows`` gives the rows that a confirmed mapping reads.

Limits: no formula is calculated; a table whose header says nothing is shown and left to a person; totals are told by
their label or by their sum.
"""
