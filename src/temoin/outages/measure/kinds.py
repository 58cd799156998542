"""Kinds: what a measured loss is like. A kind says how connectivity was lost, never why."""

import datetime as dt
from typing import Literal

from temoin.outages.measure.groups import Group, moment, over
from temoin.outages.settings import Settings
from temoin.outages.signals import signal_named

Kind = Literal["blackout", "partial", "throttling", "service-block"]
_LASTS = dt.timedelta(days=1)


def kind_of(group: Group, stayed: set[str], depth: float, settings: Settings) -> Kind:
    """Return the kind of an outage.

    Where only signals of single services fell, a service is blocked or, over a day or more, throttled. Elsewhere a
    loss of nearly everything is a blackout; a lasting change of level, or a day or more in which people use less
    while machines still answer, is throttling; any other loss is partial.

    Parameters
    ----------
    group : the picks that tell of the outage
    stayed : signals that were watched meanwhile and did not fall
    depth : share lost, sustained, 0 to 1
    settings : see ``Settings``
    """
    only_services = all(signal_named(signal).service for signal in group.fell)
    if depth >= settings.blackout_depth:
        return "service-block" if only_services else "blackout"
    shifted = all(pick["shape"] == "level" for pick in group.preferred)
    lasted = max(over(pick) for pick in group.preferred) - min(moment(pick, "began") for pick in group.preferred)
    reach_stayed = any(signal_named(signal).family == "reach" for signal in stayed)
    used_less = reach_stayed and all(signal_named(signal).family == "use" for signal in group.fell)
    if shifted or (lasted >= _LASTS and (only_services or used_less)):
        return "throttling"
    return "partial"
