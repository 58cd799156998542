"""The chain of custody of a source: how it was captured, how it is read, and every act on it in order."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from temoin.case.analysis import ReadSource
from temoin.case.folder import Case
from temoin.case.journal import Entry
from temoin.documents.proposed import LABELS
from temoin.documents.remarks import remarks_on
from temoin.dossier.report import Act, Custody
from temoin.words import Words, same

_ADDED = Words("ajoutée", "added")
_ADDED_AGAIN = Words("ajoutée aussi dans une autre copie du dossier", "added in another copy of the case as well")
_SETTLED = Words("fixé\u00a0: {fields}", "settled: {fields}")
_DECIDED = {
    "accept": Words("donnée acceptée\u00a0: «\u00a0{figure}\u00a0»", "figure accepted: “{figure}”"),
    "reject": Words("donnée rejetée\u00a0: «\u00a0{figure}\u00a0»", "figure rejected: “{figure}”"),
    "correct": Words("donnée corrigée\u00a0: «\u00a0{figure}\u00a0»", "figure corrected: “{figure}”"),
}
_DECIDED_SEALED = Words("décision scellée sur une donnée", "sealed decision on a figure")
_WITHHELD = Words("gardée hors des éditions publiques", "kept out of public editions")
_WITHHELD_FIGURE = Words(
    "donnée gardée hors des éditions publiques\u00a0: «\u00a0{figure}\u00a0»",
    "figure kept out of public editions: “{figure}”",
)
_ERASED = Words("effacée\u00a0; ajoutée de nouveau ensuite", "erased; added again afterwards")
_FIELDS: dict[str, Words] = {
    **{str(subject): label for subject, label in LABELS.items()},
    "reliability": Words("cote", "grade"),
    "visibility": Words("visibilité", "visibility"),
    "licence": Words("licence", "licence"),
}
_WHY = Words("{what} ({why})", "{what} ({why})")


def custody_of(case: Case, each: ReadSource) -> Custody:
    """Return the chain of custody of a source.

    Of a personal source neither the hash of its text nor the content of a decision is told.
    """
    properties: Mapping[str, str] = each.document.properties if each.document is not None else {}
    reader = each.reader
    return Custody(
        captured=properties.get("captured"),
        captured_by=properties.get("captured_by"),
        recognised_by=properties.get("recognised_by"),
        reader=f"{reader.kind}/{reader.version}",
        libraries=tuple(f"{library} {version(library)}" for library in reader.libraries),
        text_hash=each.document.text_hash if each.document is not None and not each.source.personal else None,
        acts=tuple(_acts(case, each)),
        remarks=remarks_on(each.document) if each.document is not None and not each.source.personal else (),
    )


def _acts(case: Case, each: ReadSource) -> Iterator[Act]:
    figures = {view.statement.id: view.statement.text for view in each.views}
    known = False
    for entry in case.journal.entries:
        told = _told(entry, each, figures, known=known)
        if told is not None:
            known = known or entry.what == "added"
            yield Act(entry.id, entry.time, entry.author, told)


def _told(entry: Entry, each: ReadSource, figures: Mapping[str, str], *, known: bool) -> Words | None:
    body, source = entry.body, each.source.id
    match entry.what:
        case "added" if body.get("id") == source:
            return _ADDED_AGAIN if known else _ADDED
        case "erased" if body.get("source") == source:
            return _ERASED
        case "withheld":
            return _withheld(str(body["id"]), source, figures)
        case "corrected" | "reviewed":
            return _decided(entry, each)
    return None


def _withheld(name: str, source: str, figures: Mapping[str, str]) -> Words | None:
    if name == source:
        return _WITHHELD
    return _WITHHELD_FIGURE.filled(figure=_flat(figures[name])) if name in figures else None


def _decided(entry: Entry, each: ReadSource) -> Words | None:
    body, source = entry.body, each.source.id
    fields, anchor = body.get("fields"), body.get("anchor")
    if isinstance(fields, dict) and body.get("source") == source:
        return _because(_SETTLED.filled(fields=_listed(fields)), body)
    if "sealed" in body and body.get("source") == source:
        return _DECIDED_SEALED
    if isinstance(anchor, dict) and anchor.get("source") == source:
        decision = "correct" if entry.what == "corrected" else str(body["decision"])
        return _because(_DECIDED[decision].filled(figure=_flat(str(anchor["figure"]))), body)
    return None


def _listed(fields: Mapping[str, object]) -> Words:
    named = [(_FIELDS.get(name, same(name)), value) for name, value in fields.items()]
    return Words(
        ", ".join(f"{label.fr} = {value}" for label, value in named),
        ", ".join(f"{label.en} = {value}" for label, value in named),
    )


def _because(what: Words, body: Mapping[str, object]) -> Words:
    return _WHY.filled(what=what, why=same(str(body["why"]))) if body.get("why") else what


def _flat(figure: str) -> str:
    return figure.replace("\n", " ")
