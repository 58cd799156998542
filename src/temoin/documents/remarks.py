"""What reading a document left out, could not do or met, in words for whoever hands it in."""

from collections.abc import Iterator

from temoin.documents.document import Document
from temoin.words import Words, same

_PAGED = frozenset({"pdf", "photo"})
_MOST_NAMED = 5
MOST_STATED = 2_000_000
"""Characters of a document in which statements are read: some six hundred dense pages."""
_SAID: dict[str, Words] = {
    "not_recognised": Words(
        "pages sans texte, non lues faute de moteur de reconnaissance\u00a0: {value}\u00a0; installez tesseract, "
        "puis temoin build",
        "pages without text, unread for want of a recognition engine: {value}; install tesseract, then temoin build",
    ),
    "gibberish": Words(
        "pages dont la couche de texte ne dit rien, lues dans leur image\u00a0: {value}",
        "pages whose text layer says nothing, read from their picture: {value}",
    ),
    "gibberish_kept": Words(
        "pages dont la couche de texte semble ne rien dire, gardée faute de mieux\u00a0: {value}\u00a0; ajoutez une "
        "version texte, ou installez tesseract, puis temoin build",
        "pages whose text layer seems to say nothing, kept for want of better: {value}; add a text version, or install "
        "tesseract, then temoin build",
    ),
    "unseen": Words(
        "pages dont des mots ne se voient pas, posés par un autre programme sur une image ou cachés\u00a0: {value}"
        "\u00a0; leurs chiffres comptent comme reconnus, à vérifier",
        "pages with words that are not seen, laid over a picture by another program or hidden: {value}; their figures "
        "count as recognised, to be checked",
    ),
    "unmapped": Words(
        "pages dont des signes ne renvoient à aucun caractère (\ufffd)\u00a0: {value}",
        "pages with signs that map to no character (\ufffd): {value}",
    ),
    "fallback": Words(
        "aucun texte principal reconnu\u00a0: tous les mots visibles de la page sont lus, menus compris",
        "no main text found: every visible word of the page is read, menus included",
    ),
    "tracked": Words(
        "modifications suivies (insertions lues, suppressions laissées)\u00a0: {value}",
        "tracked changes (insertions read, deletions left out): {value}",
    ),
    "hidden": Words("passages masqués, laissés de côté\u00a0: {value}", "hidden passages, left out: {value}"),
    "comments": Words("commentaires, lus à part\u00a0: {value}", "comments, read apart: {value}"),
    "pictures": Words(
        "images dans le document, non lues\u00a0: {value}\u00a0; ajoutez-les à part",
        "pictures inside the document, not read: {value}; add them by themselves",
    ),
    "macros": Words("les macros du fichier sont ignorées", "the file’s macros are ignored"),
    "left_out": Words("laissé de côté\u00a0: {value}", "left out: {value}"),
    "unlisted": Words(
        "pages capturées que la liste du WACZ ne nomme pas, non lues\u00a0: {value}\u00a0; pour les lire, ajoutez "
        "l’archive WARC qu’il contient",
        "captured pages that the WACZ does not list, not read: {value}; to read them, add the WARC archive inside it",
    ),
    "missing": Words("pages annoncées et absentes\u00a0: {value}", "pages announced and not there: {value}"),
    "damaged": Words("enregistrements abîmés, laissés de côté\u00a0: {value}", "damaged records, left out: {value}"),
    "truncated": Words("l’archive est coupée avant sa fin", "the archive is cut off before its end"),
    "digests": Words(
        "empreintes déclarées qui ne s’accordent pas avec les octets\u00a0: {value}",
        "declared digests that disagree with the bytes: {value}",
    ),
    "mismatch": Words(
        "fichiers dont les octets ne s’accordent pas avec l’empreinte déclarée\u00a0: {value}",
        "files whose bytes disagree with the declared digest: {value}",
    ),
    "strange_names": Words(
        "noms qui visaient un chemin hors de l’archive, sans effet\u00a0: {value}",
        "names that aimed at a path outside the archive, without effect: {value}",
    ),
    "unread": Words(
        "messages illisibles, nommés à leur place\u00a0: {value}", "unreadable messages, named in place: {value}"
    ),
    "undecoded": Words(
        "messages d’un encodage inconnu\u00a0: {value}\u00a0; --encoding tranche",
        "messages of an unknown encoding: {value}; --encoding settles it",
    ),
}


def remarks_on(document: Document) -> tuple[Words, ...]:
    """Return what its reader left out or met, as declared in ``properties``, and the parts that it could not read.

    Examples
    --------
    >>> [each.en for each in remarks_on(Document("", properties={"macros": "ignored", "title": "Notice"}))]
    ['the file’s macros are ignored']
    """
    return tuple(_remarks(document))


def _remarks(document: Document) -> Iterator[Words]:
    for name, words in _SAID.items():
        if value := document.properties.get(name):
            yield words.filled(value=same(value))
    paged = [part.name for part in document.parts if part.kind in _PAGED and part.end > part.start]
    if paged and document.boxes.is_empty():
        named = _some(paged)
        yield Words(
            f"lus sans leurs pages, dont une source d’une autre sorte ne peut montrer l’image\u00a0: {named.fr}\u00a0; "
            "ajoutez-les à part pour voir chaque chiffre à sa place",
            f"read without their pages, which a source of another kind cannot show: {named.en}; add them by themselves "
            "to see each figure in its place",
        )
    if len(document.text) > MOST_STATED and document.cells.is_empty():
        yield Words(
            "document très long\xa0: tout son texte est là, mais les énoncés sont lus dans ses 2 premiers millions de "
            "caractères\xa0; pour les suivants, ajoutez ses chapitres à part",
            "a very long document: all of its text is there, but statements are read in its first 2 million "
            "characters; for those beyond, add its chapters by themselves",
        )
    closed = [part for part in document.parts if "unread" in part.properties]
    if closed:
        named = _some([f"{part.name} ({part.properties['unread']})" for part in closed])
        yield Words(f"pièces gardées sans être lues\u00a0: {named.fr}", f"parts kept without being read: {named.en}")


def _some(names: list[str]) -> Words:
    shown, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    return Words(f"{shown} et {more} autres", f"{shown} and {more} more") if more > 0 else same(shown)
