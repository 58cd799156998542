"""The command fetch: what a public service answers becomes sources of the case, byte for byte."""

import io
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import CaseFolder
from temoin.cli.speech import language, say, tell

if TYPE_CHECKING:
    from temoin.case.folder import Case
    from temoin.period import Period

Service = Annotated[str, typer.Argument(metavar="ioda", help=say("Le service.", "The service."))]


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command("fetch", help=say("Relève un service public.", "Fetch from a public service."))(fetch)


def fetch(
    case: CaseFolder,
    service: Service,
    country: Annotated[str | None, typer.Option(help=say("Pays, ou ASn.", "Country, or ASn."))] = None,
    since: Annotated[str | None, typer.Option("--from", help=say("Premier jour.", "First day."))] = None,
    until: Annotated[str | None, typer.Option("--to", help=say("Dernier jour.", "Last day."))] = None,
    *,
    links: Annotated[
        bool,
        typer.Option("--links", help=say("Affiche les adresses seulement.", "Print addresses only.")),
    ] = False,
) -> None:
    """Fetch the signals of a place and keep every response as a source."""
    from temoin.cli.opening import open_case
    from temoin.live import ioda

    if service != "ioda":
        raise typer.BadParameter(say(f"« {service} » : seul ioda est connu", f'"{service}": only ioda is known'))
    opened = open_case(case)
    place, period = _place(opened, country), _period(opened, since, until)
    if links:
        for link in ioda.links(place, period):
            print(link.words.in_(language()))
        return
    fetch_ioda(opened, place, period)


def fetch_ioda(case: "Case", place: str, period: "Period") -> None:
    """Fetch a place's signals from IODA into a case, each response acknowledged as it comes."""
    from temoin.case.adding import Wish, add_stream
    from temoin.evidence import Source
    from temoin.live import ioda

    with ioda.client() as client:
        for response in ioda.fetch_signals(place, period, client=client):
            for notice in response.notices:
                tell(notice)
            said = Source(
                id="",
                size=0,
                url=response.url,
                retrieved_at=response.retrieved_at,
                tool=response.tool,
                publisher="IODA",
                licence="all rights reserved, Georgia Tech Research Corporation",
            )
            done = add_stream(case, io.BytesIO(response.body), response.name, Wish(said))
            print(f"{done.source.id}  {response.name}", flush=True)


def _place(case: "Case", said: str | None) -> str:
    from temoin.world import country

    if said is None:
        countries = case.settings.countries
        if len(countries) != 1:
            raise typer.BadParameter(say("--country KZ : quel pays ?", "--country KZ: which country?"))
        return countries[0]
    if said.upper().startswith(("AS", "REGION/")) and any(character.isdigit() for character in said):
        return said
    return country(said).iso2


def _period(case: "Case", since: str | None, until: str | None) -> "Period":
    from temoin.period import PartialDate, Period

    first = PartialDate(since) if since else case.settings.first_day
    last = PartialDate(until) if until else case.settings.last_day
    if first is None or last is None:
        raise typer.BadParameter(say("--from et --to : quels jours ?", "--from and --to: which days?"))
    zone = case.settings.zone or "UTC"
    return Period(first.period(zone).begin, last.period(zone).end)
