"""The words of where a figure stands in what was handed in, and of the pictures beside it."""

from collections.abc import Mapping

from temoin.documents.proposed import LABELS
from temoin.dossier import claim_wording, wording
from temoin.dossier.report import MOST_PICTURES, MOST_RECOGNISED
from temoin.words import Language, Words, same

ON_PAGE = Words("page {pages}", "page {pages}")
ON_PAGES = Words("pages {pages}", "pages {pages}")
IN_CELL = Words(
    "feuille «\u00a0{sheet}\u00a0», ligne\u00a0{row}, colonne\u00a0{column}",
    "sheet “{sheet}”, row\u00a0{row}, column\u00a0{column}",
)
IN_CELL_OF_TABLE = Words("ligne\u00a0{row}, colonne\u00a0{column}", "row\u00a0{row}, column\u00a0{column}")
ONE_MORE_CELL = Words("et 1 autre cellule", "and 1 more cell")
MORE_CELLS = Words("et {more} autres cellules", "and {more} more cells")
IN_PART = Words("dans «\u00a0{name}\u00a0»", "in “{name}”")
CAPTURED_AT = Words("capture ou envoi\u00a0: {moment}", "captured or sent: {moment}")
FACSIMILE_OF = Words(
    "Extrait de la page\u00a0{page}, avec un cadre autour de «\u00a0{figure}\u00a0»",
    "Extract of page\u00a0{page}, with a frame around “{figure}”",
)
FACSIMILE_PAGE = Words("page\u00a0{page}", "page\u00a0{page}")
WHOLE_PAGE = Words("La page\u00a0{page} entière", "The whole of page\u00a0{page}")
WHOLE_PAGE_OF = Words(
    "Image de la page\u00a0{page}, avec un cadre autour de chaque donnée citée ou à vérifier",
    "Picture of page\u00a0{page}, with a frame around each figure that is cited or to be checked",
)
PICTURES_NOTE = Words(
    "Sous la phrase d’une donnée citée ou décidée, l’image de sa place sur la page (au plus {pictures} par "
    "document)\u202f; de même sous toute donnée lue dans une image (au plus {recognised} de plus), qui reste à "
    "vérifier tant qu’une personne ne l’a pas regardée. temoin show donne les autres.",
    "Under the sentence of a figure that is cited or decided on, the picture of its place on the page (at most "
    "{pictures} a document); likewise under every figure read from a picture (at most {recognised} more), which is to "
    "be checked until a person has looked at it. temoin show gives the others.",
).filled(pictures=MOST_PICTURES, recognised=MOST_RECOGNISED)
RECOGNISED = Words("lu dans une image", "read from a picture")
TO_CHECK = Words("lu dans une image, à vérifier", "read from a picture, to be checked")
CONFIDENCE_OF = Words("assurance du moteur\u00a0: {share}", "the engine’s confidence: {share}")
NO_PICTURE = Words(
    "sans image ici\u00a0: temoin show AFFAIRE {id} --picture image.png",
    "no picture here: temoin show CASE {id} --picture picture.png",
)
PERCENT = Words("{n}\u202f%", "{n}%")

CUSTODY = Words("Chaîne de conservation", "Chain of custody")
CUSTODY_NOTE = Words(
    "Ce que le journal dit de chaque source\u00a0: comment elle a été obtenue, comment elle est lue, puis chaque acte "
    "sur elle, dans l’ordre. Une entrée s’ouvre avec temoin show.",
    "What the journal says of each source: how it was obtained, how it is read, then every act on it, in order. "
    "temoin show opens an entry.",
)
SHA256 = same("SHA-256")
SIZE = Words("Taille", "Size")
OBTAINED = Words("Obtenue", "Obtained")
WITH_TOOL = Words("avec {tool}", "with {tool}")
CAPTURED = Words("Capturée", "Captured")
FILE_SAYS = Words("selon le fichier", "as the file says")
READER = Words("Lecteur", "Reader")
OPTIONS = Words("Options de lecture", "Reading options")
REMARKS = Words("À savoir", "To know")
ENGINE = Words("Reconnaissance", "Recognition")
TEXT_HASH = Words("SHA-256 du texte", "SHA-256 of the text")
HELD_AT = Words("Conservée hors du dossier", "Kept outside the case")
CHAIN_BY = Words("par", "by")


def subject_label(subject: str) -> Words:
    """Return what a proposal is about, as a heading; the subject itself where nothing names it."""
    if subject in wording.SUBJECTS:
        return wording.SUBJECTS[subject]
    known = LABELS.get(subject)  # type: ignore[call-overload]
    return Words(*(each[:1].upper() + each[1:] for each in (known.fr, known.en))) if known else same(subject)


def words_in(language: Language) -> Mapping[str, str]:
    """Return every constant of this module, of that on claims and of the general one: what a template calls ``w``."""
    own = {name: value.in_(language) for name, value in globals().items() if isinstance(value, Words)}
    claims = {name: value.in_(language) for name, value in vars(claim_wording).items() if isinstance(value, Words)}
    return {**wording.words_in(language), **claims, **own}
