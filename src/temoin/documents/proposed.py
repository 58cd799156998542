"""What a document proposes about itself, with the place that shows it."""

from dataclasses import dataclass
from typing import Literal

from temoin.words import Words

Subject = Literal[
    "title",
    "published",
    "other-date",
    "not-before",
    "not-after",
    "ambiguous",
    "created",
    "modified",
    "language",
    "publisher",
    "author",
    "genre",
    "other-genre",
    "url",
]

LABELS: dict[Subject, Words] = {
    "title": Words("titre", "title"),
    "published": Words("date de publication", "date of publication"),
    "other-date": Words("autre date, non retenue", "another date, not taken"),
    "not-before": Words("publié au plus tôt", "published no earlier than"),
    "not-after": Words("publié au plus tard", "published no later than"),
    "ambiguous": Words("date ambiguë", "ambiguous date"),
    "created": Words("fichier créé le", "file created on"),
    "modified": Words("fichier modifié le", "file modified on"),
    "language": Words("langue", "language"),
    "publisher": Words("éditeur", "publisher"),
    "author": Words("auteur", "author"),
    "genre": Words("genre", "genre"),
    "other-genre": Words("autre genre, non retenu", "another genre, not taken"),
    "url": Words("adresse", "address"),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One thing that a document says about itself; a person confirms or corrects it.

    Parameters
    ----------
    subject : closed set; ``not-before`` and ``not-after`` bound a publication date, ``other-date`` is one that another
        sign gives and that is not the one taken, ``ambiguous`` one whose order only ``--dates`` settles; ``created``
        and ``modified`` are the file's dates, which are not that of publication; ``other-genre`` as ``other-date``
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
