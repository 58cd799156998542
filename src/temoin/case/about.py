"""What a case is about where temoin.toml does not say it: the countries it measures or names, and when they fell."""

import datetime as dt

import polars as pl

from temoin.case.analysis import Analysis
from temoin.case.proposing import Proposing, case_proposals
from temoin.outages.networks import holders_of
from temoin.outages.places import country_of
from temoin.period import Period

_ONE_MINUTE = dt.timedelta(minutes=1)


def countries_about(analysis: Analysis) -> tuple[str, ...]:
    """Return the countries of a case: those said in temoin.toml, else those measured, else those its documents propose.

    A made-up place is no country; a network is of the country that a table of networks gives it.

    Returns
    -------
    ISO 3166 codes, in order; empty where nothing names one
    """
    if said := analysis.case.settings.countries:
        return said
    holders = holders_of(analysis.networks)
    wholes = {country_of(holders.whole(place)) for place in analysis.signals["place"].unique()}
    if measured := sorted(code for code in wholes if code is not None):
        return tuple(measured)
    documents = [
        Proposing(each.source, each.document, each.proposals) for each in analysis.sources if each.document is not None
    ]
    proposals = case_proposals(analysis.case.settings, documents, analysis.signals)
    return tuple(
        sorted({each.value for each in proposals if each.subject == "country" and country_of(each.value) == each.value})
    )


def outages_span(analysis: Analysis, country: str) -> Period | None:
    """Return the stretch from the first outage of a case to the end of the last.

    The outages of the country count, or all of them where it has none: one may look at a country beside another.
    One that has not ended lasts until its last measure.

    Returns
    -------
    None where no outage was measured
    """
    found = analysis.outages.with_columns(
        last=pl.max_horizontal(pl.coalesce("ended", "observed_until"), pl.col("began") + _ONE_MINUTE)
    )
    own = [place for place in found["place"].unique() if country_of(place) == country]
    found = found.filter(pl.col("place").is_in(own)) if own else found
    if found.is_empty():
        return None
    begin, end = found["began"].min(), found["last"].max()
    return Period(begin, end)  # type: ignore[arg-type]
