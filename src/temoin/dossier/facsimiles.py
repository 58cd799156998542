"""Where figures stand in what was handed in, as words and as pictures beside the text."""

import base64
import struct
from dataclasses import replace

from temoin.dossier import place_wording as wording
from temoin.dossier.anchors import anchor
from temoin.dossier.naming import print_parsed
from temoin.dossier.parts import Facsimile
from temoin.dossier.report import DocumentView, FigurePlace, Picture, StatementView
from temoin.evidence.digest import short
from temoin.quantity import print_number
from temoin.words import Language

_NOWHERE = FigurePlace()
_LETTERS = 26
_MOST_CELLS = 2
_PNG_SIZE = slice(16, 24)


def figure_pictures(view: DocumentView, block: tuple[int, int], language: Language) -> tuple[Facsimile, ...]:
    """Return the pictures of the figures that begin in a stretch of a document's text; one picture a place.

    Parameters
    ----------
    block : code points, the end excluded
    """
    found: dict[bytes, Facsimile] = {}
    for one in view.statements:
        if not block[0] <= one.statement.start < block[1]:
            continue
        for picture in view.places.get(one.statement.id, _NOWHERE).pictures:
            there = found.get(picture.png)
            found[picture.png] = _shared(there, one) if there else _facsimile(one, picture, language)
    return tuple(found.values())


def page_picture(view: DocumentView, page: int, language: Language) -> Facsimile | None:
    """Return the picture of a whole page; None where the dossier shows none."""
    picture = next((one for one in view.page_pictures if one.page == page), None)
    if picture is None:
        return None
    width, height = png_size(picture.png)
    return Facsimile(
        data=base64.b64encode(picture.png).decode(),
        alternative=wording.WHOLE_PAGE_OF.filled(page=page).in_(language),
        caption=wording.WHOLE_PAGE.filled(page=page).in_(language),
        width=width,
        height=height,
    )


def place_note(one: StatementView, view: DocumentView, language: Language) -> str:
    """Return where a figure stands beyond the text: its page, its cells, its part; empty where nothing says it."""
    place = view.places.get(one.statement.id)
    if place is None:
        return ""
    told = []
    if place.pages:
        pages = ", ".join(map(str, place.pages))
        told.append((wording.ON_PAGE if len(place.pages) == 1 else wording.ON_PAGES).filled(pages=pages))
    for sheet, row, column in place.cells[:_MOST_CELLS]:
        words = wording.IN_CELL if sheet else wording.IN_CELL_OF_TABLE
        told.append(words.filled(sheet=sheet, row=row, column=column_letters(column)))
    if more := len(place.cells[_MOST_CELLS:]):
        told.append(wording.ONE_MORE_CELL if more == 1 else wording.MORE_CELLS.filled(more=more))
    if place.part:
        told.append(wording.IN_PART.filled(name=place.part))
    if place.captured:
        told.append(wording.CAPTURED_AT.filled(moment=print_parsed(place.captured, language)))
    if place.left_out:
        told.append(wording.NO_PICTURE.filled(id=short(one.statement.id)))
    return "\n".join(words.in_(language) for words in told)


def warning_note(one: StatementView, language: Language) -> str:
    """Return that a figure was read in a picture, and that a person has yet to check it; empty for any other."""
    confidence = one.statement.recognised
    if confidence is None:
        return ""
    share = wording.PERCENT.filled(n=print_number(100 * confidence, 0, language))
    told = wording.TO_CHECK if one.unchecked else wording.RECOGNISED
    return f"{told.in_(language)}\n{wording.CONFIDENCE_OF.filled(share=share).in_(language)}"


def column_letters(column: int) -> str:
    """Return the letters that spreadsheets give a column, which is counted from 1.

    Examples
    --------
    >>> column_letters(3), column_letters(28)
    ('C', 'AB')
    """
    letters = ""
    while column:
        column, rank = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rank) + letters
    return letters


def png_size(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG, in pixels."""
    width, height = struct.unpack(">II", png[_PNG_SIZE])
    return width, height


def _facsimile(one: StatementView, picture: Picture, language: Language) -> Facsimile:
    figure = " ".join(one.statement.text.split())
    width, height = png_size(picture.png)
    name = anchor("s", one.statement.id)
    caption = wording.FACSIMILE_PAGE.filled(page=picture.page).in_(language)
    if one.unchecked:
        caption = f"{caption} · {wording.TO_CHECK.in_(language)}"
    return Facsimile(
        data=base64.b64encode(picture.png).decode(),
        alternative=wording.FACSIMILE_OF.filled(page=picture.page, figure=figure).in_(language),
        caption=caption,
        width=width,
        height=height,
        shows=(name,),
        figure=figure,
        target=name,
        warned=one.unchecked,
    )


def _shared(there: Facsimile, one: StatementView) -> Facsimile:
    # Two readings of one place: the time and its day.
    return replace(there, shows=(*there.shows, anchor("s", one.statement.id)), warned=there.warned or one.unchecked)
