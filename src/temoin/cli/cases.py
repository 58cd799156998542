"""Commands on a case: new, add, note, build, findings, show, query, verify, erase, withhold."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from temoin.cli.options import (
    Address,
    ByReference,
    CaseFolder,
    Csv,
    Currency,
    DateOrder,
    DecimalSign,
    Encoding,
    Identifier,
    Json,
    Kind,
    Listed,
    Personal,
    Place,
    Published,
    Publisher,
    Reliability,
    Shown,
    Strict,
    TextLanguage,
    Zone,
)
from temoin.cli.refusals import mendable, not_added, print_refusal, tell_listing
from temoin.cli.speech import language, print_csv, print_json, progress, say, tell
from temoin.cli.tabling import tell_tables
from temoin.words import Language, Words, one_line

if TYPE_CHECKING:
    from temoin.case.adding import Acknowledged, Wish
    from temoin.case.analysis import ReadSource
    from temoin.case.folder import Case
    from temoin.errors import TemoinError
    from temoin.evidence import Finding


def register(app: typer.Typer) -> None:
    """Put these commands under the one name."""
    for function, fr, en in (
        (new, "Crée une affaire.", "Make a case."),
        (add, "Ajoute des fichiers.", "Add files."),
        (note, "Ajoute ce que quelqu’un dit.", "Add what somebody says."),
        (build, "Construit le dossier.", "Build the dossier."),
        (findings, "Liste les constats.", "List the findings."),
        (query, "Pose un SELECT.", "Ask one SELECT."),
        (verify, "Prouve que rien n’a changé.", "Prove that nothing changed."),
        (erase, "Efface une source.", "Erase a source."),
        (withhold, "Garde hors des éditions publiques.", "Keep out of public editions."),
    ):
        app.command(function.__name__, help=say(fr, en))(function)


def new(
    case: CaseFolder,
    country: Annotated[list[str] | None, typer.Option(help=say("Pays (ISO ou nom).", "Country (ISO or name)."))] = None,
    since: Annotated[str | None, typer.Option("--from", help=say("Premier jour.", "First day."))] = None,
    until: Annotated[str | None, typer.Option("--to", help=say("Dernier jour.", "Last day."))] = None,
) -> None:
    """Make a case folder."""
    from temoin.case.folder import new_case
    from temoin.period import PartialDate
    from temoin.world import country as find_country

    codes = tuple(find_country(name).iso2 for name in country or ())
    new_case(case, codes, PartialDate(since) if since else None, PartialDate(until) if until else None)
    tell(Words(f"affaire créée : {case}", f"case made: {case}"))


def add(
    case: CaseFolder,
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help=say("Fichiers.", "Files."))] = None,
    *,
    kind: Kind = None,
    listed: Listed = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Address = None,
    text_language: TextLanguage = None,
    reliability: Reliability = None,
    personal: Personal = None,
    visibility: Shown = None,
    by_reference: ByReference = False,
    zone: Zone = None,
    dates: DateOrder = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    currency: Currency = None,
    place: Place = None,
) -> None:
    """Add files to a case; each is acknowledged by a line once it is there to stay."""
    from temoin.case.adding import Wish
    from temoin.cli.opening import described, open_case

    opened = open_case(case)
    said = dict(publisher=publisher, published=published, url=url, language=text_language)  # noqa: C408
    said |= {"reliability": reliability, "visibility": visibility}
    reading = dict(kind=kind, zone=zone, dates=dates, decimal=decimal, encoding=encoding)  # noqa: C408
    reading |= {"currency": currency, "place": place}
    wishes = [
        (path, Wish(described(fields, reading), personal, by_reference))
        for path, fields in _wanted(files or [], listed, said)
    ]
    _add_all(opened, wishes)


def _wanted(
    files: list[Path], listed: Path | None, said: dict[str, str | None]
) -> list[tuple[Path, dict[str, str | None]]]:
    from temoin.cli.listing import read_list

    wanted = [(path, said) for path in files]
    for path, more in read_list(listed) if listed else ():
        wanted.append((path, said | {name: value for name, value in more.items() if value is not None}))
    if not wanted:
        raise typer.BadParameter(say("nommez au moins un fichier, ou --list", "name at least one file, or --list"))
    return wanted


def _add_all(case: "Case", wishes: "list[tuple[Path, Wish]]") -> None:
    from temoin.case.adding import add_file
    from temoin.errors import TemoinError as Mendable

    show_progress = progress(Words("ajout", "adding")) if len(wishes) > 1 else None
    refused = []
    for rank, (path, wish) in enumerate(wishes, start=1):
        try:
            done = add_file(case, path, wish)
        except (Mendable, OSError) as error:
            refused.append(not_added(mendable(error), path, rank, len(wishes)))
        else:
            _acknowledge(done)
        if show_progress is not None:
            show_progress(rank, len(wishes))
    _tell_refused(refused, len(wishes))


def _tell_refused(refused: "list[TemoinError]", total: int) -> None:
    for error in refused:
        print_refusal(error)
    if refused and total > 1:
        done = total - len(refused)
        tell(Words(f"en place : {done} sur {total}", f"in the case: {done} of {total}"))
    if refused:
        raise typer.Exit(2)


def note(
    case: CaseFolder,
    text: Annotated[str, typer.Argument(help=say("Ce qui est dit.", "What is said."))],
    who: Annotated[str | None, typer.Option(help=say("Qui le dit.", "Who says it."))] = None,
    at: Annotated[str | None, typer.Option(help=say("Quand.", "When."))] = None,
    place: Annotated[str | None, typer.Option(help=say("Où.", "Where."))] = None,
    *,
    personal: Annotated[bool, typer.Option("--personal", help=say("Scelle la note.", "Seal the note."))] = False,
) -> None:
    """Add what somebody says as a source of its own."""
    from temoin.case.adding import Wish, add_note
    from temoin.cli.opening import described, open_case
    from temoin.period import PartialDate
    from temoin.world import country

    opened = open_case(case)
    where = country(place).iso2 if place else None
    published = PartialDate(at[:10]).text if at else None
    said = described({"who": who, "at": at, "place": place, "published": published}, {"place": where})
    done = add_note(opened, text, Wish(said, personal))
    _acknowledge(done)
    if personal and who:
        name = done.source.who
        tell(
            Words(
                f"--who n’est écrit nulle part : {name} en tient lieu ; le nom peut rester dans la note",
                f"--who is written nowhere: {name} stands for it; the name may stay in the note",
            )
        )


def _acknowledge(done: "Acknowledged") -> None:
    shown = done.source.name or say("(scellé)", "(sealed)")
    print(f"{done.source.id}  {shown}", flush=True)
    if done.new:
        tell(Words(f"{shown} : {done.kind.fr}", f"{shown}: {done.kind.en}"))
        for words in done.told:
            tell(words)
        tell_listing(done)
        tell_tables(done)
    else:
        tell(
            Words(
                f"{shown} : déjà dans l’affaire, rien n’y change ; voyez temoin review AFFAIRE ID correct CHAMP=VALEUR",
                f"{shown}: already in the case, nothing changes there; see temoin review CASE ID correct FIELD=VALUE",
            )
        )


def build(
    case: CaseFolder,
    dossier_language: Annotated[
        str | None,
        typer.Option("--language", metavar="fr|en", help=say("Langue du dossier.", "Language of the dossier.")),
    ] = None,
    *,
    strict: Strict = False,
) -> None:
    """Build the internal dossier and print where it stands."""
    from temoin.case.record import dossier_files, is_current
    from temoin.cli.opening import open_case

    opened = open_case(case)
    chosen = dossier_language or opened.settings.language or language()
    if chosen not in {"fr", "en"}:
        raise typer.BadParameter(say("--language : fr ou en", "--language: fr or en"))
    tongue: Language = "fr" if chosen == "fr" else "en"
    has_work = bool(opened.state.erased) or not is_current(opened, tongue)
    if not (has_work and _build_anew(opened, tongue)):
        tell(Words("rien n’a changé depuis le dernier build", "nothing changed since the last build"))
    for path in dossier_files(opened, tongue):
        print(path)
    if strict:
        from temoin.case.analysis import analyse

        _exit_if_disagreeing(analyse(opened).findings)


def _build_anew(case: "Case", tongue: Language) -> bool:
    from temoin.case import building

    built = building.build(case, tongue, progress(Words("lecture", "reading")))
    _tell_unread(built.analysis.sources if built.analysis else ())
    return built.fresh


def _tell_unread(sources: "tuple[ReadSource, ...]") -> None:
    for each in sources:
        if each.sealed:
            tell(Words(f"{each.source.id[:10]} : scellé, non relu", f"{each.source.id[:10]}: sealed, not rebuilt"))
        if each.trouble:
            tell(each.trouble)


def findings(
    case: CaseFolder,
    lens: Annotated[str | None, typer.Option(help=say("Une seule optique.", "One lens only."))] = None,
    *,
    json: Json = False,
    csv: Csv = False,
    strict: Strict = False,
) -> None:
    """List what the methods conclude, from every source that can be read here."""
    from temoin.case.analysis import analyse
    from temoin.cli.opening import open_case
    from temoin.evidence.finding import Lens

    if lens is not None and lens not in get_args(Lens):
        raise typer.BadParameter(f"--lens {' | '.join(get_args(Lens))}")
    analysis = analyse(open_case(case))
    _tell_unread(analysis.sources)
    found = [each for each in analysis.findings if lens in {None, each.lens}]
    if json:
        print_json(each.record() for each in found)
    elif csv:
        print_csv([each.record() for each in found])
    else:
        for each in found:
            print(f"{each.id[:10]}  {each.verdict or '·':<11}  {one_line(each.words.in_(language()))}")
    if strict:
        _exit_if_disagreeing(found)


def _exit_if_disagreeing(found: "list[Finding] | tuple[Finding, ...]") -> None:
    if any(each.verdict == "disagrees" for each in found):
        raise typer.Exit(1)


def query(
    case: CaseFolder,
    sql: Annotated[str, typer.Argument(metavar="SELECT", help=say("Requête SQL.", "SQL query."))],
    *,
    json: Json = False,
) -> None:
    """Ask one SELECT over what the case derived; CSV unless --json."""
    import datetime as dt

    from temoin.case import querying
    from temoin.case.analysis import analyse
    from temoin.cli.opening import open_case
    from temoin.period import iso
    from temoin.quantity import plain as printed

    answer = querying.query(analyse(open_case(case)), sql)

    def plain(value: object) -> object:
        if isinstance(value, dt.datetime) and value.tzinfo is not None:
            return iso(value)
        if isinstance(value, Decimal):
            # A number stays one in CSV, where a text that begins with a sign is disarmed.
            return printed(value) if json else value
        return value if value is None or isinstance(value, bool | int | float | str | list) else str(value)

    records = [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]
    print_json(records) if json else print_csv(records, answer.columns)


def verify(
    case: CaseFolder,
    head: Annotated[
        list[str] | None, typer.Option(help=say("Tête que le journal doit contenir.", "Head the journal must contain."))
    ] = None,
    *,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help=say("Reconstruit et compare.", "Build again and compare."))
    ] = False,
) -> None:
    """Prove that nothing changed: exit 1 and name it when something did."""
    from temoin.case.rebuilding import compare_rebuilt, is_stale
    from temoin.case.verifying import verify as find_problems
    from temoin.cli.opening import open_case

    opened = open_case(case)
    problems = find_problems(opened, tuple(head or ()))
    if rebuild and not problems:
        problems = compare_rebuilt(opened)
        if is_stale(opened):
            tell(
                Words(
                    "le dossier montre un état plus ancien de l’affaire : lancez temoin build pour comparer",
                    "the dossier shows an older state of the case: run temoin build to compare",
                )
            )
    for problem in problems:
        print(problem.in_(language()))
    if problems:
        raise typer.Exit(1)
    sources, entries = len(opened.state.sources), len(opened.journal.entries)
    print(say(f"intact : {sources} sources, {entries} entrées", f"intact: {sources} sources, {entries} entries"))
    for name in opened.journal.heads:
        print(f"head {name}")


def erase(
    case: CaseFolder,
    source: Annotated[
        str, typer.Argument(help=say("Identifiant affiché par temoin add.", "The id that temoin add printed."))
    ],
) -> None:
    """Erase a source: its key, its bytes and everything derived; a tombstone stays."""
    from temoin.case import adding
    from temoin.cli.opening import open_case
    from temoin.errors import CaseError

    opened = open_case(case)
    names = [name for name in opened.state.sources if name.startswith(source)]
    if len(names) != 1:
        raise CaseError(
            Words(
                f"{source} : {len(names)} sources de ce nom ; donnez l’identifiant que temoin add a affiché",
                f"{source}: {len(names)} sources of that name; give the id that temoin add printed",
            )
        )
    adding.erase(opened, opened.state.sources[names[0]].source)
    print(names[0])
    tell(
        Words(
            "effacée ici ; les copies plus anciennes, les exports de clés et les sauvegardes gardent ce qu’ils avaient",
            "erased here; older copies, exported keys and backups keep what they had",
        )
    )


def withhold(case: CaseFolder, name: Identifier) -> None:
    """Keep a source, statement or finding out of every public edition."""
    from temoin.case.adding import withhold as keep_out
    from temoin.case.analysis import analyse
    from temoin.case.showing import show as open_id
    from temoin.cli.opening import open_case

    opened = open_case(case)
    found = open_id(analyse(opened), name)
    keep_out(opened, found.id)
    print(found.id)
