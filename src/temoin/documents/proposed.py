"""What a document proposes about itself, with the place that shows it."""

from dataclasses import dataclass
from typing import Literal

from temoin.words import Words

Subject = Literal[
    "title", "published", "not-before", "ambiguous", "created", "language", "publisher", "author", "genre", "url"
]

LABELS: dict[Subject, Words] = {
    "title": Words("titre", "title"),
    "published": Words("date de publication", "date of publication"),
    "not-before": Words("publié au plus tôt", "published no earlier than"),
    "ambiguous": Words("date ambiguë", "ambiguous date"),
    "created": Words("fichier créé le", "file created on"),
    "language": Words("langue", "language"),
    "publisher": Words("éditeur", "publisher"),
    "author": Words("auteur", "author"),
    "genre": Words("genre", "genre"),
    "url": Words("adresse", "address"),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One thing that a document says about itself; a person confirms or corrects it.

    Parameters
    ----------
    subject : closed set; ``not-before`` bounds a publication date that is not stated, ``ambiguous`` is a date whose
        order only ``--dates`` settles, ``created`` is the file's date, which is not that of publication
    value : plain text; ISO 8601 for dates, ISO 639-1 for languages, ``Genre`` for genres
    label : name of the subject, for people
    why : what it rests on
    start, end : code points of the quote in the document's text; None where it rests on the file's own properties
    """

    subject: Subject
    value: str
    label: Words
    why: Words
    start: int | None = None
    end: int | None = None


def proposed(subject: Subject, value: str, why: Words, span: tuple[int, int] | None = None) -> Proposed:
    """Return a proposal under the subject's own label."""
    start, end = span or (None, None)
    return Proposed(subject, value, LABELS[subject], why, start, end)
