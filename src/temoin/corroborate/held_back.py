"""Findings that would rest on a figure read in a picture that no person has looked at: said, and not concluded.

A recognised digit is a guess, however sure the engine is of it. What a method would conclude from it is not printed:
the finding keeps its method, parameters and evidence, and so its id, and tells what must be looked at first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from temoin.corroborate import figures, measured, onsets
from temoin.evidence import Finding, Settle, Statement
from temoin.evidence.digest import short
from temoin.words import Words, same

_HELD = Words(
    "Une comparaison {what} attend un regard\u00a0: elle s’appuierait sur {figures}, lu dans une image et pas encore "
    "vérifié.",
    "A comparison {what} waits for a look: it would rest on {figures}, read in a picture and not checked yet.",
)
_HELD_SEVERAL = Words(
    "Une comparaison {what} attend un regard\u00a0: elle s’appuierait sur {figures}, lus dans des images et pas "
    "encore "
    "vérifiés.",
    "A comparison {what} waits for a look: it would rest on {figures}, read in pictures and not checked yet.",
)
_WHAT = {
    onsets.METHOD: Words("entre sources", "between sources"),
    figures.METHOD: Words("entre sources", "between sources"),
    measured.METHOD: Words("avec la mesure", "with the measurements"),
}
_WITHIN = Words("interne à un document", "within a document")
_MISSING = Words(
    "le regard d’une personne sur l’image, à côté de ce qui en a été lu",
    "a person’s look at the picture, beside what was read from it",
)
_HOLDER = Words("qui tient ce dossier", "whoever holds this case")
_QUESTION = Words(
    "L’image montre-t-elle bien {figures}\u202f? Regardez-la avec «\u00a0temoin show AFFAIRE {id} --picture "
    "image.png\u00a0», puis acceptez ou corrigez la lecture avec «\u00a0temoin review AFFAIRE {id}\u00a0».",
    "Does the picture really show {figures}? Look at it with “temoin show CASE {id} --picture picture.png”, then "
    "accept or correct the reading with “temoin review CASE {id}”.",
)
_MOST_NAMED = 3


def hold_back(findings: Iterable[Finding], to_check: Sequence[Statement]) -> list[Finding]:
    """Return the findings that rest on a statement still to be checked, each as what cannot be told yet.

    Parameters
    ----------
    findings : what the methods conclude when they are given the statements to check as well
    to_check : statements read in a picture that nobody has accepted or corrected

    Returns
    -------
    of the findings given, those that rest on one of them, with verdict ``cannot_tell``, because ``source``; ``numbers``
    holds ``place`` where the finding has one and ``to_check``, the ids to look at
    """
    waiting = {statement.id: statement for statement in to_check}
    held = []
    for finding in findings:
        resting = [waiting[name] for name in finding.evidence if name in waiting]
        if resting:
            held.append(_held(finding, resting))
    return held


def _held(finding: Finding, resting: Sequence[Statement]) -> Finding:
    figures = _named(resting)
    numbers: dict[str, object] = {"to_check": [statement.id for statement in resting]}
    if "place" in finding.numbers:
        numbers = {"place": finding.numbers["place"], **numbers}
    return replace(
        finding,
        words=(_HELD if len(resting) == 1 else _HELD_SEVERAL).filled(
            figures=figures, what=_WHAT.get(finding.method, _WITHIN)
        ),
        numbers=numbers,
        verdict="cannot_tell",
        because="source",
        settle=Settle(_MISSING, _HOLDER, _QUESTION.filled(figures=figures, id=short(resting[0].id))),
    )


def _named(resting: Sequence[Statement]) -> Words:
    figures = list(dict.fromkeys(" ".join(statement.text.split()) for statement in resting))
    shown = figures[:_MOST_NAMED]
    more = same(", …") if len(figures) > len(shown) else same("")
    return Words(
        ", ".join(f"«\u00a0{figure}\u00a0»" for figure in shown) + more.fr,
        ", ".join(f"“{figure}”" for figure in shown) + more.en,
    )
