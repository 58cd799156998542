"""Decisions by workbook: one row a statement goes out, and every row that comes back changed is a decision.

A file is taken whole or not at all: each row is read and checked before the first decision is written. A row nobody
touched does nothing. A row that somebody touched, of a statement that has since been read or decided otherwise, is
refused: its writer did not see what it would decide on. Personal sources never leave by workbook.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import BinaryIO, get_args

from temoin.case.analysis import Analysis, ReadSource
from temoin.case.journal import Entry
from temoin.case.proposing import proposed_values
from temoin.case.reviews import CORRECTABLE, Decided, Prepared, prepare
from temoin.case.written_numbers import plain_number
from temoin.documents.readers import BOOKS, READERS
from temoin.dossier.office.workbook import Field, Row, Sheet, cell_text, rows_of
from temoin.dossier.report import StatementView
from temoin.errors import InputError
from temoin.evidence import Finding, Source
from temoin.evidence.digest import digest
from temoin.evidence.reader import choose_reader, head_of
from temoin.evidence.statement import STATEMENTS, Kind, Qualifier
from temoin.period import parse_time
from temoin.words import Language, Words

_DECISIONS = {"proposed": "", "review-again": "", "accepted": "accept", "rejected": "reject", "corrected": "correct"}
_SPELLED = {
    "accept": Words("accepter", "accept"),
    "reject": Words("rejeter", "reject"),
    "correct": Words("corriger", "correct"),
}
_SPELLED_OUT = {word: code for code, words in _SPELLED.items() for word in (code, words.fr, words.en)}
_NEVER_EMPTY = frozenset(("kind", "qualifier", "attribute", "claim", "credibility"))
_HELD = (*CORRECTABLE, "decision", "by", "why")
_HEADINGS = {column.name: column.meaning for column in STATEMENTS.columns}
_KEY = Field("id", _HEADINGS["id"], 10, hidden=True)
_AT_LEAST = ("decision",)
_WORKBOOKS = frozenset(("xlsx", "xls", "ods"))
_VERDICTS = {
    "disagrees": Words("diverge", "disagrees"),
    "cannot_tell": Words("indécidable", "cannot tell"),
    "agrees": Words("concorde", "agrees"),
}
_AGAIN = Words("à relire : le texte ou la décision a changé", "to review again: the text or the decision changed")
_ASIDE = Words(
    "mis à part : ce que la page dit d’elle-même ; mettez true dans la colonne claim si c’est un énoncé",
    "set apart: what the page says of itself; put true in column claim if it is a statement",
)
_MANUAL = (
    Words(
        "Une ligne par énoncé. Dans la colonne Décision, choisissez accepter, rejeter ou corriger ; laissez vide pour "
        "ne rien décider.",
        "One row a statement. In column Decision choose accept, reject or correct; leave it empty to decide nothing.",
    ),
    Words(
        "Pour corriger, récrivez les cellules claires de la ligne : un nombre tel que 6450000, 6.5, 6,5 ou "
        "3,2 milliards, un pourcentage sans son signe (18), une date ISO (2022-01-05, 2022-01, 2019-W18), "
        "une heure avec son fuseau (2022-01-05T10:30Z), une monnaie ISO 4217 (EUR). Une cellule vidée efface ce champ.",
        "To correct, write over the light cells of the row: a number such as 6450000, 6.5 or 3.2 million, "
        "a percentage without its sign (18), an ISO date (2022-01-05, 2022-01, 2019-W18), a time with its zone "
        "(2022-01-05T10:30Z), an ISO 4217 currency (EUR). A cell left empty clears that field.",
    ),
    Words(
        "Nommez-vous dans la colonne Par, ou dites --by NOM en rendant le classeur : temoin review AFFAIRE --from "
        "FICHIER.xlsx. Le classeur est pris en entier ou pas du tout ; les lignes intactes ne font rien.",
        "Name yourself in column By, or say --by NAME when giving the workbook back: temoin review CASE --from "
        "FILE.xlsx. The workbook is taken whole or not at all; rows left as they were do nothing.",
    ),
)


def review_sheet(analysis: Analysis, language: Language) -> tuple[Sheet, int]:
    """Return the statements of a case as a sheet to fill in, and how many of personal sources are left out.

    Parameters
    ----------
    language : of the headings, the decisions and the words of findings
    """
    about = _findings_by_evidence(analysis.findings)
    personal = sum(len(each.views) for each in analysis.sources if each.source.personal)
    views = [(each, view) for each in analysis.sources if not each.source.personal for view in each.views]
    rows = [
        _cells(view, language)
        | {
            "state": digest(_held(_cells(view, None))),
            "document": _title(each),
            "quote": view.statement.quote,
            "text": view.statement.text,
            "findings": _said(view, about.get(view.statement.id, ()), language),
            "reference": str(view.statement.locator),
        }
        for each, view in views
    ]
    fields = _fields(language)
    return Sheet(Words("Relecture", "Review"), fields, rows, _MANUAL), personal


def read_workbook(stream: BinaryIO, read: str) -> list[Row]:
    """Return the rows of a workbook filled in, saved as XLSX, XLS or ODS.

    Parameters
    ----------
    read : the file's name, for messages

    Raises
    ------
    InputError : no workbook, damaged, or not the one that was sent out
    """
    kinds = [reader for reader in READERS if reader.kind in _WORKBOOKS]
    reader = choose_reader(kinds, head_of(stream, read))
    return rows_of(BOOKS[reader.kind](stream, Source(id="", size=0, name=read)), read, _KEY, _AT_LEAST)


def decisions_of(analysis: Analysis, rows: Iterable[Row], read: str, by: str | None = None) -> list[Prepared]:
    """Return the decisions that the rows of a workbook hold, each checked as one from the command line; none written.

    Parameters
    ----------
    rows : as they came back
    read : the file's name, for messages
    by : who decides where a row's own cell does not say, or was left as it went out

    Raises
    ------
    InputError : a row that cannot be taken, with its number and its column
    """
    known = {view.statement.id: (each, view) for each in analysis.sources for view in each.views}
    seen: dict[str, int] = {}
    found: list[Prepared] = []
    for row in rows:
        name = row.texts.get("id", "").lower()
        if not name and not row.texts.get("decision"):
            continue
        if _is_untouched(row):
            continue
        wrong = _wrong_at(read, row)
        if name in seen:
            raise wrong("id", Words(f"déjà à la ligne {seen[name]}", f"already on row {seen[name]}"), _ONE_ROW)
        seen[name] = row.number
        if name not in known or known[name][0].source.personal:
            raise wrong("id", Words("énoncé inconnu aujourd’hui", "no such statement today"), _WRITE_AGAIN)
        found.extend(_decision(*known[name], row, wrong, by))
    return found


def take_decisions(analysis: Analysis, prepared: Sequence[Prepared]) -> list[Entry]:
    """Write decisions that were all checked, and return their entries."""
    # None of them is sealed, and none says what stands already.
    return [analysis.case.write(each.what, dict(each.body), each.by) for each in prepared]


_Wrong = Callable[[str, Words, Words], InputError]
_ONE_ROW = Words("gardez une ligne par énoncé", "keep one row a statement")
_WRITE_AGAIN = Words(
    "écrivez un nouveau classeur avec temoin review AFFAIRE --to FICHIER.xlsx et reportez-y cette ligne",
    "write a new workbook with temoin review CASE --to FILE.xlsx and carry this row over",
)


def _decision(each: ReadSource, view: StatementView, row: Row, wrong: _Wrong, by: str | None) -> Iterator[Prepared]:
    today = _cells(view, None)
    if _is_taken(row, today):
        return
    state = row.texts.get("state", "")
    if state and state != digest(_held(today)):
        raise wrong(
            "state",
            Words("énoncé lu ou décidé autrement depuis", "a statement read or decided otherwise since"),
            _WRITE_AGAIN,
        )
    changes = _changes(row, today, wrong)
    decision = _decided(row, today, changes, wrong)
    who, why = _said_by(row, today, by), row.texts.get("why", today["why"])
    if decision == today["decision"] and not changes and _says_the_same(row, today):
        return
    if not decision:
        raise wrong("decision", Words("décision absente", "no decision"), _CHOOSE)
    if not who:
        raise wrong(
            "by",
            Words("personne n’est nommé", "nobody is named"),
            Words("écrivez un nom, ou --by NOM", "write a name, or --by NAME"),
        )
    if decision == "correct" and not changes:
        if today["decision"] != "correct":
            raise wrong("decision", Words("correct, mais rien n’a changé", "correct, but nothing changed"), _CHANGE)
        # Corrected before and left so: what is decided is what the row shows.
        decision = "accept"
    # What the row shows is what is accepted, and not a reading that came since.
    shown = replace(view, reading=None) if decision == "accept" else view
    said = Decided(decision, who, changes, why or None)
    yield _prepared(each, shown, said, wrong)


def _prepared(each: ReadSource, view: StatementView, said: Decided, wrong: _Wrong) -> Prepared:
    assert each.document is not None
    try:
        return prepare(view, each.document.text, said)
    except InputError as error:
        name = next((name for name in said.changes if error.words.en.startswith(name)), "decision")
        raise wrong(name, error.words, Words("corrigez la cellule", "mend the cell")) from error


_CHANGE = Words("récrivez une cellule claire de la ligne", "write over a light cell of the row")
_CHOOSE = Words("choisissez accept, reject ou correct", "choose accept, reject or correct")


def _decided(row: Row, today: Mapping[str, str], changes: Mapping[str, str], wrong: _Wrong) -> str:
    said = row.texts.get("decision", "").casefold()
    if said and said not in _SPELLED_OUT:
        raise wrong("decision", Words(f"« {said} » n’est pas une décision", f'"{said}" is no decision'), _CHOOSE)
    decision = _SPELLED_OUT.get(said, "")
    if not changes:
        return decision
    if decision == "reject" or (decision == "accept" and today["decision"] != "accept"):
        names = ", ".join(changes)
        raise wrong(
            "decision",
            Words(f"{decision}, mais {names} a changé", f"{decision}, but {names} changed"),
            Words("choisissez correct, ou remettez la cellule", "choose correct, or put the cell back"),
        )
    return "correct"


def _said_by(row: Row, today: Mapping[str, str], by: str | None) -> str:
    said = row.texts.get("by", "")
    return by if by and said in {"", today["by"]} else said


def _changes(row: Row, today: Mapping[str, str], wrong: _Wrong) -> dict[str, str]:
    found = {}
    for name in CORRECTABLE:
        said = row.texts.get(name, today[name])
        said = said.casefold() if name == "claim" else said
        if name not in row.texts or _same(said, today[name]):
            continue
        if not said and name in _NEVER_EMPTY:
            raise wrong(
                name,
                Words("cellule vide", "an empty cell"),
                Words(f"remettez {today[name]}", f"put back {today[name]}"),
            )
        found[name] = said
    return found


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if not one or not other:
        return False
    try:
        return Decimal(plain_number(one) or one) == Decimal(plain_number(other) or other)
    except InvalidOperation:
        pass
    try:
        # A spreadsheet that took a text for a moment drops its Z.
        return parse_time(one, "UTC") == parse_time(other, "UTC") and ("T" in one) == ("T" in other)
    except InputError:
        return False


def _is_untouched(row: Row) -> bool:
    state = row.texts.get("state", "")
    said = row.texts.get("decision", "")
    cells = dict(row.texts) | {"decision": _SPELLED_OUT.get(said.casefold(), said)}
    return bool(state) and state == digest(_held(cells))


def _is_taken(row: Row, today: Mapping[str, str]) -> bool:
    # The same workbook given twice: bounds went with the value that was corrected.
    said = _SPELLED_OUT.get(row.texts.get("decision", "").casefold(), "")
    compared = [name for name in CORRECTABLE if name not in {"low", "high"}]
    same = all(_same(row.texts.get(name, today[name]), today[name]) for name in compared)
    return same and bool(today["decision"]) and (said or "correct") == today["decision"] and _says_the_same(row, today)


def _says_the_same(row: Row, today: Mapping[str, str]) -> bool:
    return row.texts.get("by", "") in {"", today["by"]} and row.texts.get("why", today["why"]) == today["why"]


def _held(cells: Mapping[str, str]) -> list[str]:
    return [cells.get(name, "") for name in _HELD]


def _cells(view: StatementView, language: Language | None) -> dict[str, str]:
    record = view.statement.record()
    decision = _DECISIONS[view.decision]
    spelled = decision if language is None or not decision else _SPELLED[decision].in_(language)
    texts = {name: "" if record[name] is None else str(record[name]) for name in ("id", *CORRECTABLE)}
    texts["claim"] = texts["claim"].casefold()
    texts |= {"decision": spelled, "by": view.by or "", "why": view.why or ""}
    return {name: cell_text(text) for name, text in texts.items()}


def _title(each: ReadSource) -> str:
    proposed = proposed_values(each.proposals)
    return each.source.title or proposed.get("title") or each.source.name or each.source.id[:10]


def _findings_by_evidence(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for name in finding.evidence:
            found.setdefault(name, []).append(finding)
    return found


def _said(view: StatementView, findings: Iterable[Finding], language: Language) -> str:
    lines = [_AGAIN.in_(language)] if view.decision == "review-again" else []
    if not view.statement.claim:
        lines.append(_ASIDE.in_(language))
    if view.reading is not None:
        lines.append(_read_now(view).in_(language))
    for finding in findings:
        verdict = f"[{_VERDICTS[finding.verdict].in_(language)}] " if finding.verdict else ""
        lines.append(verdict + finding.words.in_(language))
    return "\n".join(lines)


def _read_now(view: StatementView) -> Words:
    assert view.reading is not None
    before, now = view.statement.record(), view.reading.record()
    names = [name for name in ("text", *CORRECTABLE) if before[name] != now[name] and name != "credibility"]
    other = ", ".join(f"{name}={now[name]}" for name in names)
    return Words(f"lu aujourd’hui autrement : {other}", f"read otherwise today: {other}")


def _wrong_at(read: str, row: Row) -> _Wrong:
    def wrong(column: str, expected: Words, remedy: Words) -> InputError:
        where = Words(f"ligne {row.number}, colonne {column}", f"row {row.number}, column {column}")
        return InputError(read, expected, remedy, where=where)

    return wrong


def _fields(language: Language) -> tuple[Field, ...]:
    choices = tuple(words.in_(language) for words in _SPELLED.values())
    corrections = tuple(
        Field(name, _HEADINGS[name], _WIDTHS.get(name, 14), _CHOICES.get(name, ()), opens=True) for name in CORRECTABLE
    )
    return (
        _KEY,
        Field("state", Words("état à l’écriture", "state when written"), 10, hidden=True),
        Field("document", Words("document", "document"), 24),
        Field("quote", _HEADINGS["quote"], 60),
        Field("text", _HEADINGS["text"], 18),
        Field("findings", Words("ce que les méthodes en disent", "what the methods say of it"), 44),
        Field("decision", Words("décision", "decision"), 12, choices, opens=True),
        Field("by", Words("par", "by"), 12, opens=True),
        Field("why", Words("pourquoi", "why"), 24, opens=True),
        *corrections,
        Field("reference", Words("référence", "reference"), 26),
    )


_CHOICES = {"claim": ("true", "false"), "kind": get_args(Kind), "qualifier": get_args(Qualifier)}
_WIDTHS = {"entity": 22, "attribute": 20, "attributed_to": 20, "through": 20, "value": 16, "low": 16, "high": 16}
