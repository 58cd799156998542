"""What ``add`` and ``show`` say of the tables of people found in a file."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from temoin.cli.speech import language, say, tell
from temoin.words import Words, harmless

if TYPE_CHECKING:
    from temoin.case.adding import Acknowledged
    from temoin.case.tabling import TableView
    from temoin.documents.tables.regions import Apart

_APART_SHOWN = 40
_APART_TOLD = 5
_TOLD = 12
_COLUMNS_TOLD = 12


def tell_tables(done: "Acknowledged") -> None:
    """Print on stderr the tables of a file added, what their columns are proposed to hold, and how to confirm it."""
    if done.tables is None:
        return
    for words in done.tables.told:
        tell(words)
    for view in done.tables.views[:_TOLD]:
        _tell_table(view)
    if len(done.tables.views) > _TOLD:
        more = len(done.tables.views) - _TOLD
        tell(Words(f"et {more} tableaux de plus : temoin show", f"and {more} more tables: temoin show"))
    name = done.source.id[:10]
    if any(view.status == "proposed" for view in done.tables.views):
        tell(
            Words(
                f"confirmez : temoin review AFFAIRE {name} accept --by NOM ; corrigez : temoin review AFFAIRE {name} "
                'correct "COLONNE=CHAMP" --by NOM ; tout voir : temoin show AFFAIRE ' + name,
                f"confirm: temoin review CASE {name} accept --by NAME; or correct: temoin review CASE {name} correct "
                f'"COLUMN=FIELD" --by NAME; see all: temoin show CASE {name}',
            )
        )


def _tell_table(view: "TableView") -> None:
    from temoin.case.tabling import STATUS

    found, into = view.found, " + ".join(view.tables) or "–"
    status = STATUS[view.status]
    tell(
        Words(
            f"tableau {found.rank}, feuille « {found.sheet} », lignes {found.header} à {found.last} → {into}, "
            f"{status.fr} ; lignes de données : {found.rows}, mises à part : {found.set_apart}",
            f'table {found.rank}, sheet "{found.sheet}", rows {found.header} to {found.last} → {into}, {status.en}; '
            f"rows of data: {found.rows}, set apart: {found.set_apart}",
        )
    )
    if view.status in {"unknown", "refused"}:
        return
    print_now = [
        f"{each.name} = {meaning}" + (f" ({' | '.join(each.examples[:2])})" if each.examples else "")
        for each in found.columns
        if (meaning := view.meanings.get(each.name)) is not None
    ]
    more = f" ; … (+ {len(print_now) - _COLUMNS_TOLD})" if len(print_now) > _COLUMNS_TOLD else ""
    tell(Words(*[f"  {' ; '.join(print_now[:_COLUMNS_TOLD])}{more}"] * 2))
    left = ", ".join(each.name for each in found.columns if each.number and not view.meanings.get(each.name))
    if left:
        tell(Words(f"  laissées de côté : {left}", f"  left out: {left}"))
    _tell_apart(found.apart)
    # Cells that cannot be read are counted by one line of ``told``.
    questions = found.problems if view.status == "proposed" else view.unread[:5] if view.status == "open" else ()
    for words in (view.changed, *view.told, *questions):
        if words is not None:
            tell(Words(f"  {words.fr}", f"  {words.en}"))


def _tell_apart(apart: "Sequence[Apart]") -> None:
    """Totals and averages are named: one of them may be an account."""
    counted = [each for each in apart if each.kind in {"total", "subtotal", "average"}]
    if not counted:
        return
    shown = ", ".join(f"{each.row} ({each.text.split(' | ')[0][:40]})" for each in counted[:_APART_TOLD])
    more = f" (+ {len(counted) - _APART_TOLD})" if len(counted) > _APART_TOLD else ""
    tell(
        Words(
            f"  totaux et moyennes mis à part : lignes {shown}{more} ; pour en remettre une : review AFFAIRE SOURCE "
            f'correct "row {counted[0].row}=data"',
            f"  totals, averages set apart: rows {shown}{more}; to put one back: review CASE SOURCE correct "
            f'"row {counted[0].row}=data"',
        )
    )


def print_tables(tables: Sequence[Mapping[str, object]]) -> None:
    """Print the tables of a source as ``temoin show`` does: columns, what is set apart, rows as they read."""
    for table in tables:
        status = _said(table["status_words"])
        by = f" ({table['by']})" if table["by"] else ""
        place = f"{table['sheet']} {table['header_row']}–{table['last_row']}"
        _print(f"  {say('tableau', 'table')} {table['table']}  {place}  → {table['reads_into'] or '–'}  {status}{by}")
        if table["changed"]:
            _print(f"    {_said(table['changed'])}")
        for column in _list(table["columns"]):
            examples = " | ".join(str(each) for each in _list(column["examples"]))
            holds = column["holds"] or say("(laissée de côté)", "(left out)")
            _print(f"    {column['column']} = {holds}  [{_said(column['why'])}]  {examples}")
        for told in _list(table["told"]):
            _print(f"    {_said(told)}")
        for problem in (*_list(table["problems"]), *_list(table["unread"])):
            _print(f"    ! {_said(problem)}")
        _print_apart(table)
        for row in _list(table["read"]):
            _print("    " + "  ".join(f"{name}={value}" for name, value in row.items()))


def _print_apart(table: Mapping[str, object]) -> None:
    apart = _list(table["set_apart"])
    for each in apart[:_APART_SHOWN]:
        word = ("colonne", "column") if "column" in each else ("ligne", "row")
        _print(f"    {say(*word)} {each[word[1]]}, {each['kind']} : {each['text']}  [{_said(each['why'])}]")
    if len(apart) > _APART_SHOWN:
        _print(f"    … {say('mises à part', 'set apart')} : {table['set_apart_count']}")


def _print(line: str) -> None:
    print(harmless(line))


def _said(words: object) -> str:
    return str(words[language()]) if isinstance(words, Mapping) else ""


def _list(value: object) -> list[Mapping[str, object]]:
    return list(value) if isinstance(value, list) else []
