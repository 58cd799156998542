"""The command fetch: what a public service answers becomes sources of the case, byte for byte."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import CaseFolder
from temoin.cli.speech import language, say, tell
from temoin.words import Words

if TYPE_CHECKING:
    import datetime as dt

    from temoin.case.folder import Case
    from temoin.live.controls import Control
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
    controls: Annotated[
        str | None,
        typer.Option(
            metavar="PT,UY", help=say("Pays témoins, à votre choix.", "Control countries, of your own choice.")
        ),
    ] = None,
    with_controls: Annotated[
        bool,
        typer.Option("--with-controls", help=say("Relève aussi les témoins.", "Fetch the controls too.")),
    ] = False,
) -> None:
    """Fetch the signals of a place, and of control countries, and keep every response as a source."""
    from temoin.cli.opening import open_case

    if service != "ioda":
        raise typer.BadParameter(say(f"« {service} » : seul ioda est connu", f'"{service}": only ioda is known'))
    opened = open_case(case)
    place = _place(opened, country)
    period = _whole_days(_period(opened, place, since, until, fetched=not links))
    if links:
        print("\n".join(_sheet(str(case), place, period, _controls(opened, place, controls))))
        return
    fetch_ioda(opened, place, period)
    if with_controls or controls:
        for control in _controls(opened, place, controls):
            tell(control.why)
            fetch_ioda(opened, control.code, period)


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


def _sheet(folder: str, place: str, period: "Period", controls: "Sequence[Control]") -> Iterator[str]:
    """What somebody who downloads by hand needs: where, why there, and what to do with the files."""
    from temoin.outages.places import place_label

    label = place_label(place).in_(language())
    yield f"{label} ({place})" if label != place else place
    yield _windows_told(period)
    yield from _addresses(place, period)
    yield ""
    yield say(
        "Pays témoins : si le même signal y tombe à la même heure, doutez de l’instrument.",
        "Control countries: where the same signal falls at the same hour, doubt the instrument.",
    )
    for control in controls:
        yield ""
        yield control.why.in_(language())
        yield from _addresses(control.code, period)
    yield ""
    yield say("Puis, fichier par fichier :", "Then, file by file:")
    for code in (place, *(control.code for control in controls)):
        yield f"  temoin add {folder} FILE --place {code}"
    yield say(
        "Gardez chaque fichier tel que reçu : deux exports de périodes qui se recouvrent restent deux sources.",
        "Keep each file as received: two exports of periods that overlap stay two sources.",
    )


def _addresses(place: str, period: "Period") -> Iterator[str]:
    from temoin.live import ioda

    for link in ioda.links(place, period):
        yield f"  {link.words.in_(language())}"


def _controls(case: "Case", place: str, said: str | None) -> "tuple[Control, ...]":
    from temoin.live.controls import choose_controls, named_controls
    from temoin.outages.places import country_of

    if said is not None:
        return named_controls(said.split(","))
    within = country_of(place) or next(iter(case.settings.countries), None)
    return choose_controls(within, avoiding=case.settings.countries)


def _place(case: "Case", said: str | None) -> str:
    from temoin.world import country

    if said is None:
        countries = case.settings.countries or _countries_about(case)
        if len(countries) > 1:
            listed = ", ".join(countries)
            raise typer.BadParameter(say(f"--country : lequel de {listed} ?", f"--country: which of {listed}?"))
        if not countries:
            raise typer.BadParameter(say("--country KZ : quel pays ?", "--country KZ: which country?"))
        return countries[0]
    if said.upper().startswith(("AS", "REGION/")) and any(character.isdigit() for character in said):
        return said
    return country(said).iso2


def _period(case: "Case", place: str, since: str | None, until: str | None, *, fetched: bool) -> "Period":
    from temoin.case.folder import clock
    from temoin.live import ioda
    from temoin.period import PartialDate, Period

    zone = case.settings.zone or "UTC"
    first = PartialDate(since) if since else case.settings.first_day
    last = PartialDate(until) if until else case.settings.last_day
    if since and until:
        return Period(PartialDate(since).period(zone).begin, PartialDate(until).period(zone).end)
    if first is not None and last is not None:
        return ioda.incident_period(Period(first.period(zone).begin, last.period(zone).end), clock())
    event = _known_event(case, place, zone)
    if event is not None:
        return ioda.incident_period(event, clock())
    if not (since or until) and (around := _around_outages(case, place)) is not None:
        return around
    if fetched or since or until:
        raise typer.BadParameter(say("--from et --to : quels jours ?", "--from and --to: which days?"))
    return _latest(clock())


def _known_event(case: "Case", place: str, zone: str) -> "Period | None":
    from temoin.period import Period

    for event in case.settings.known_events:
        if event.place in {None, place}:
            return Period(event.began.period(zone).begin, (event.ended or event.began).period(zone).end)
    return None


def _countries_about(case: "Case") -> tuple[str, ...]:
    from temoin.case.about import countries_about
    from temoin.case.analysis import analyse

    countries = countries_about(analyse(case))
    if len(countries) == 1:
        code = countries[0]
        tell(
            Words(
                f"pays de l’affaire : {code} ; --country en dit un autre",
                f"country of the case: {code}; --country says another",
            )
        )
    return countries


def _around_outages(case: "Case", place: str) -> "Period | None":
    from temoin.case.about import outages_span
    from temoin.case.analysis import analyse
    from temoin.case.folder import clock
    from temoin.live import ioda

    span = outages_span(analyse(case), place)
    if span is None:
        return None
    seen = ioda.incident_period(span, clock())
    days, fell = ioda.days_of(seen), ioda.days_of(span)
    tell(
        Words(
            f"jours regardés : {days}, autour des pannes mesurées dans l’affaire ({fell}) ; --from et --to en disent "
            "d’autres",
            f"days looked at: {days}, around the outages measured in the case ({fell}); --from and --to say others",
        )
    )
    return seen


def _whole_days(period: "Period") -> "Period":
    from temoin.case.folder import clock
    from temoin.live import ioda

    return ioda.whole_days(period, clock())


def _windows_told(period: "Period") -> str:
    """Why so many windows, and of which days: nobody should have to compare addresses to find out."""
    from temoin.live import ioda

    asked, several = ioda.days_of(period), len(ioda.windows(period)) > 1
    if several:
        return say(
            f"Jours UTC entiers, {asked}. Au-delà de 28 jours, IODA peut moyenner : chaque fenêtre en a 28, et la "
            "dernière recule sur la précédente pour les avoir.",
            f"Whole UTC days, {asked}. Beyond 28 days IODA may average: each window has 28, and the last "
            "reaches back over the one before to have them.",
        )
    return say(
        f"Jours UTC entiers : une fenêtre de 28 jours, dont il faut le passé pour juger, jusqu’au {asked[-10:]}.",
        f"Whole UTC days: one window of 28, whose past it takes to judge, until {asked[-10:]}.",
    )


def _latest(now: "dt.datetime") -> "Period":
    from temoin.live import ioda
    from temoin.period import Period

    words = Words(
        "ni période, ni événement, ni panne mesurée dans l’affaire : les 28 derniers jours ; "
        "--from et --to en disent d’autres",
        "no period, no event and no measured outage in the case: the last 28 days; --from and --to say others",
    )
    tell(words)
    hour = now.replace(minute=0, second=0, microsecond=0)
    return Period(hour - ioda.LONGEST, hour)
