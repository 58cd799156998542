"""Campaigns: outages of a place that come back at the same time of day, one to seven days apart.

Two thirds of the recurrences of published shutdowns are one to four days apart to the day, against two in a thousand
for other outages (Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883). A campaign says that outages recur,
never why.
"""

import datetime as dt

from temoin.evidence.digest import digest
from temoin.outages.settings import Settings
from temoin.period import iso

CAMPAIGN_METHOD = "outages.campaign/1"
_FEWEST = 3
_A_DAY = dt.timedelta(days=1)


def campaigns_of(place: str, began: list[dt.datetime], settings: Settings) -> list[str | None]:
    """Return for each onset the id of its campaign, None when it belongs to none.

    Three onsets or more, each a whole number of days (one to ``recurs_within_days``) after the one before within
    ``same_clock_minutes``, are a campaign; its id names the place and the first of them.

    Parameters
    ----------
    place : the place
    began : onsets in order of time, UTC
    settings : see ``Settings``
    """
    chains: list[list[int]] = []
    for index, moment in enumerate(began):
        chain = next((chain for chain in chains if _follows(moment, began[chain[-1]], settings)), None)
        if chain is None:
            chains.append([index])
        else:
            chain.append(index)
    ids: list[str | None] = [None] * len(began)
    for chain in chains:
        if len(chain) >= _FEWEST:
            name = digest([CAMPAIGN_METHOD, settings.record(), place, iso(began[chain[0]])])
            for index in chain:
                ids[index] = name
    return ids


def _follows(moment: dt.datetime, last: dt.datetime, settings: Settings) -> bool:
    days = round((moment - last) / _A_DAY)
    if not 1 <= days <= settings.recurs_within_days:
        return False
    return abs(moment - last - days * _A_DAY) <= dt.timedelta(minutes=settings.same_clock_minutes)
