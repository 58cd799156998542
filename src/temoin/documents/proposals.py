"""What a document proposes about itself, each with its quote: title, dates, language, parties, genre, address."""

import re
from collections.abc import Iterator

from temoin.documents.dateline import find_dateline
from temoin.documents.dates import find_dates
from temoin.documents.dating import Address, weigh_dates
from temoin.documents.document import Document
from temoin.documents.language import detect_language
from temoin.documents.layout import Layout, layout_of
from temoin.documents.parties import propose_author, propose_genre, propose_publisher
from temoin.documents.proposed import LABELS, Proposed, Subject, proposed
from temoin.documents.published import propose_published
from temoin.documents.title import propose_title
from temoin.evidence.source import Reading
from temoin.words import Words

__all__ = ["LABELS", "Proposed", "Subject", "propose"]

_ADDRESS = re.compile(
    r"(?i)(?P<label>(?:source|url|lien|link|adresse|address|consulté sur|retrieved from)\s*:?\s*)?"
    r"(?P<url>https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]])"
)


def propose(
    document: Document, *, name: str | None, reading: Reading, address: str | None = None
) -> tuple[Proposed, ...]:
    """Return what a document proposes about itself, for a person to confirm; nothing that it does not show.

    Parameters
    ----------
    name : file name, the last resort for a title; None where there is none
    reading : its ``dates`` settles the order of dates in figures
    address : where a person says it was found; None where nobody said

    Returns
    -------
    at most one a subject save ``ambiguous`` and ``other-date``; ``published`` and ``not-before`` never together; in the
    order title, dates, language, publisher, author, genre, address

    Examples
    --------
    >>> text = "VALMORA, 8 mai 2031 (Agence fictive) – Le réseau de la ville est revenu hier soir, selon la régie."
    >>> for found in propose(Document(text), name=None, reading=Reading()):
    ...     print(found.subject, found.value)
    title Le réseau de la ville est revenu hier soir, selon la régie.
    published 2031-05-08
    language fr
    publisher Agence fictive
    genre press
    """
    text, properties = document.text, document.properties
    layout = layout_of(document)
    language = detect_language(text)
    dates = find_dates(text, language=language.language, order=reading.dates)
    dateline = find_dateline(layout, text, dates)
    borne = tuple(_address(layout, properties.get("url")))
    stated = tuple(propose_published(text, layout, properties, dates, dateline))
    found = (
        propose_title(text, layout, properties, dates, dateline) or _named(name),
        *weigh_dates(stated, properties, _found_at(address, borne)),
        _language(language.language, (language.start, language.end), properties.get("language")),
        propose_publisher(text, layout, properties, dateline),
        propose_author(text, layout, properties, dateline),
        *propose_genre(text, layout, properties, dateline),
        *borne,
    )
    return tuple(proposal for proposal in found if proposal is not None)


def _named(name: str | None) -> Proposed | None:
    return None if name is None else proposed("title", name, Words("nom du fichier", "name of the file"))


def _found_at(said: str | None, borne: tuple[Proposed, ...]) -> Address | None:
    if said is not None:
        return Address(said)
    return next((Address(each.value, each.start) for each in borne), None)


def _language(detected: str | None, span: tuple[int, int], declared: str | None) -> Proposed | None:
    if detected is None:
        if declared is None:
            return None
        return proposed(
            "language", declared, Words("déclarée par le document lui-même", "declared by the document itself")
        )
    why = Words("les mots les plus fréquents du texte", "the commonest words of the text")
    if declared is not None and declared != detected:
        why = Words(
            f"{why.fr}\u202f; le document déclare «\xa0{declared}\xa0»", f"{why.en}; the document declares “{declared}”"
        )
    return proposed("language", detected, why, span)


def _address(layout: Layout, declared: str | None) -> Iterator[Proposed]:
    if declared is not None:
        yield proposed("url", declared, Words("déclarée par le document lui-même", "declared by the document itself"))
        return
    for block in layout.margins:
        match = _ADDRESS.fullmatch(block.text)
        if match and (match["label"] or block in layout.near_title):
            start, end = match.span("url")
            why = Words("adresse seule sur sa ligne", "address on a line of its own")
            yield proposed("url", match["url"], why, (block.start + start, block.start + end))
            return
