"""The dossier: sets a ``Report`` as one self-contained HTML page and as a PDF, in French or English.

It computes nothing. ``html.render_html`` and ``pdf.render_pdf`` are its doors; ``charts.render_svg`` draws for both.
Every figure that is printed leads to its evidence in the same file (the sentence highlighted in its document, the
rows behind a chart, the method with its parameters), and every piece of evidence leads back.

Limits: the PDF gives the opening lines and the quoted sentences of a document, never its whole text; rows are
embedded only around the edges of an outage and where a finding cites them.
"""
