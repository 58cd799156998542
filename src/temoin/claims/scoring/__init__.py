"""What claim reading gives on labelled texts: one-to-one, no credit for several guesses on one span.

Labels are lines of JSON (``id doc start end text kind value unit qualifier entity attribute as_of attributed_to
claim``), whose ``start`` and ``end`` count code points. They are read in place and never become part of the project.
"""
