"""``temoin claims --propose URL``: a language model is asked for claims, and held to the letter of the text."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.speech import say, tell
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.documents.document import Document
    from temoin.evidence import Source, Statement

Propose = Annotated[
    str | None,
    typer.Option(
        "--propose",
        metavar="URL",
        help=say("Demande aussi à un modèle de langue, compatible OpenAI.", "Also ask a language model, OpenAI style."),
    ),
]
Model = Annotated[
    str | None, typer.Option("--model", help=say("Modèle à interroger.", "Model to ask, if it has several."))
]
NotLocal = Annotated[
    bool,
    typer.Option(
        "--not-local", help=say("Le texte peut quitter cette machine.", "The text may leave this machine, over https.")
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to ask for claims: an address, a model or the only one, and whether the text may leave this machine."""

    url: str
    model: str | None
    not_local: bool


def proposed_statements(
    asked: Asked, file: Path, document: "Document", source: "Source", known: "list[Statement]"
) -> "list[Statement]":
    """Return the claims that a model proposes beyond those that were read, and tell how many were taken and refused.

    Raises
    ------
    CaseError : the file is personal by its kind or its name
    InputError : an address that is not of this machine
    LiveError : the model cannot be reached or does not answer as it should
    """
    from temoin.live.proposing import propose_claims, without_known

    _require_not_personal(file, source)
    found = propose_claims(
        document.text,
        url=asked.url,
        source=source.id,
        text_hash=document.text_hash,
        model=asked.model,
        not_local=asked.not_local,
    )
    kept = without_known(found.statements, known)
    count, again = len(kept), len(found.statements) - len(kept)
    tell(
        Words(
            f"proposés par {found.model} : {count} ; déjà lus : {again} ; refusés, absents du texte à la lettre : "
            f"{found.refused}",
            f"proposed by {found.model}: {count}; read already: {again}; refused, not in the text to the letter: "
            f"{found.refused}",
        )
    )
    return kept


def _require_not_personal(file: Path, source: "Source") -> None:
    from temoin.case.kinds import UNNAMED, is_private, reader_for
    from temoin.cli.opening import open_file
    from temoin.errors import CaseError

    if str(file) == "-":
        raise CaseError(
            Words(
                "--propose : donnez un fichier ; de ce qui vient par un tube on ne sait pas si c’est personnel",
                "--propose: give a file; of what comes through a pipe nobody knows whether it is personal",
            )
        )
    stream, name = open_file(file)
    with stream:
        reader = reader_for(stream, name, source.reading.kind)
    if is_private(file, reader.kind, personal=source.personal or None):
        raise CaseError(
            Words(
                f"{UNNAMED} : un fichier personnel n’est envoyé à aucun modèle ; retirez --propose",
                f"{UNNAMED}: a personal file is sent to no model; leave --propose out",
            )
        )
