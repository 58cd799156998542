"""What a file's own properties are worth: whom and what a person meant to name, and what a program or template left.

Word processors fill in a title and an author when nobody does, and keep those of the template a document began from.
"""

import re
from collections.abc import Mapping

from temoin.words import Words

WEAK = Words(
    "inscrit dans les propriétés du fichier, où un modèle laisse souvent un autre nom",
    "written in the file’s properties, where a template often leaves another name",
)
"""Why something is proposed that only the properties of an office file or a PDF say."""

_PROGRAM_TITLES = (
    r"microsoft (?:word|powerpoint|excel|publisher) - .*",
    r"(?:untitled|sans[ -]titre|unbenannt).*|powerpoint presentation|présentation powerpoint",
    r"(?:word |new |nouveau )?(?:document|présentation|presentation|classeur|book|doc)(?: (?:microsoft )?word)?",
    r"(?:titre|title|modèle|template|papier à en-tête|letterhead|letter|memo|fax|blank|scan(?:ned)?|image|img)",
    r"(?:titre du|title of the|document|page|scanned) (?:document|titre|title|page|image)",
    r"(?:type|enter|saisissez|tapez|insert)\b.*\b(?:title|titre)\b.*",
    r".*\.(?:docx?|dotx?|odt|ott|rtf|pdf|indd|pptx?|xlsx?|ods|tmp|qxp)",
    r"[\W\d_]*|\[.*\]",
)
_PROGRAM_TITLE = re.compile("|".join(f"(?:{shape})" for shape in _PROGRAM_TITLES), re.IGNORECASE)
_NUMBERED = re.compile(r"[ _-]*\d+$")
_NOBODY = frozenset(
    "user utilisateur usuario benutzer owner propriétaire admin administrator administrateur administrador root guest "
    "invité auteur author name nom client windows microsoft office word pc hp dell acer asus lenovo toshiba hewlett "
    "packard samsung apple mac xp home libreoffice openoffice openoffice.org python docx openpyxl xlsxwriter phpword "
    "docx4j apache poi aspose pandoc typst latex grizli777 scan scanner xerox canon ricoh konica minolta epson kyocera "
    "organization organisation company société entreprise unknown inconnu anonymous anonyme test default standard "
    "poste bureau desktop secretariat secrétariat corporation corp inc com www the of de du la".split()
)
_WORD = re.compile(r"[^\W_]+(?:\.\w+)?")
_FILE_ONLY = frozenset({"created", "modified"})


def meant_title(properties: Mapping[str, str]) -> str | None:
    """Return the title that a file declares; None for one that a program or a template left there.

    Examples
    --------
    >>> meant_title({"title": "Microsoft Word - doc1"}) is None
    True
    >>> meant_title({"title": "Rapport de la régie"})
    'Rapport de la régie'
    """
    title = properties.get("title", "").strip()
    bare = _NUMBERED.sub("", title)
    return title if title and not (_PROGRAM_TITLE.fullmatch(title) or _PROGRAM_TITLE.fullmatch(bare)) else None


def meant_name(properties: Mapping[str, str], name: str) -> str | None:
    """Return the author or publisher that a file declares; None for what an installation or a library left there.

    Examples
    --------
    >>> meant_name({"author": "Microsoft Office User"}, "author") is None
    True
    >>> meant_name({"author": "A. Diallo"}, "author")
    'A. Diallo'
    """
    said = " ".join(properties.get(name, "").split())
    words = {word.casefold() for word in _WORD.findall(said)}
    named = {word.rstrip("0123456789") for word in words}.difference(_NOBODY)
    return said if any(len(word) > 1 for word in named) else None


def is_of_a_file(properties: Mapping[str, str]) -> bool:
    """Return whether properties are those of an office file or a PDF, which keep when the file was made."""
    return not _FILE_ONLY.isdisjoint(properties)
