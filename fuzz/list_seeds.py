"""Seeds of lists, of networks and of measured signals: made up, of islands where nobody lives."""

import json

from fuzz.seed import Seed, plain
from tests.outages.readers.a_list import ISLAND, a_csv, an_answer
from tests.outages.readers.sample_files import FURTHER, SAMPLES

_NOON = 1_930_219_200
_STOP = {
    "start_date_type": "Actual", "start_date": "2031-03-04", "country": ISLAND, "geo_scope": "x",
    "area_name": "Nationwide", "shutdown_type": "Shutdown", "shutdown_extent": "Full network",
    "ordered_by": "Executive government", "actual_cause": "Protests", "info_source_link": "https://example.org/a",
    "shutdown_status": "Ended", "end_date": "2031-03-06",
}  # fmt: skip
_DERIVED = {
    "id": "A1", "country": ISLAND, "begin_utc": "2031-03-04 16:40:00", "end_utc": "2031-03-04 17:40:00",
    "begin_raw": "Tuesday, March 4, 2031, 4:40:00 PM", "end_raw": "Tuesday, March 4, 2031, 5:40:00 PM",
    "scope": "Country", "bgp_visible": "True", "ping_visible": "False", "telescope_visible": "", "cause": "Exams",
}  # fmt: skip
_PUBLISHED = {
    "ID": "A1", "Begin time": "Tuesday, March 4, 2031, 4:40:00 PM", "End time": "3/29/2031  20:50:00 PM",
    "Country": ISLAND, "IODA BGP visible by human": "N/A", "IODA AP visible by human ": "True ",
    " IODA IBR visible by human": "TRUE",
    "Scope (based on granularity at which the outage appears in IODA)": "Region (Coast/North)", "Region": "",
    "AS": "", "Cause": "", "Confirmation Status": "", "Manually verified": "YES",
    "Grafana URLs": "https://example.org/d?var-REGIONS=Coast North&to=1", "Notes": "made up", "": "",
}  # fmt: skip
_ENTITY = {"type": "country", "code": "GS", "name": "Isle"}
_EVENTS = (
    {"location": "country/GS", "start": _NOON, "duration": 3600, "datasource": "bgp", "location_name": "Isle"},
    {"entity": _ENTITY, "from": _NOON, "until": _NOON + 3600, "datasource": "ping-slash24", "score": 3},
)
_ALERTS = tuple(
    {"datasource": "bgp", "entity": _ENTITY, "time": _NOON + 600 * rank, "level": level, "method": "median"}
    for rank, level in enumerate(("warning", "critical", "normal", "critical"))
)
_ANNOTATION = {
    "id": "a1", "eventType": "OUTAGE", "startDate": "2031-03-04T04:00:00Z", "endDate": "2031-03-04T07:00:00Z",
    "asns": [64496], "locations": ["GS", "BV"], "scope": "the coast", "linkedUrl": "https://example.org/post",
    "outage": {"outageCause": "GOVERNMENT_DIRECTED", "outageType": "NATIONWIDE"},
}  # fmt: skip
_ANOMALY = {
    "uuid": "u1", "type": "LOCATION", "status": "VERIFIED", "startDate": "2031-03-04T04:00:00Z",
    "locationDetails": {"code": "GS", "name": "Isle"}, "asnDetails": {"asn": "64496", "name": "Isle Net"},
    "visibleInDataSources": ["NET", "DNS"],
}  # fmt: skip
_STATE = {"date": "2031-03-04", "state:name": "Invented State", "districts": ["North"], "duration": 3, "active": False}

_LISTS: dict[str, tuple[str, ...]] = {
    "stop": (a_csv([_STOP, _STOP | {"end_date": "", "shutdown_status": "Ongoing"}]),),
    "ioda-curated": (a_csv([_DERIVED, _DERIVED | {"id": "A2"}]), a_csv([_PUBLISHED])),
    "ioda-events": (an_answer(type="outages.events", requestParameters={}, error=None, data=list(_EVENTS)),),
    "ioda-alerts": (an_answer(type="outages.alerts", error=None, data=list(_ALERTS)),),
    "radar-outages": (an_answer(success=True, errors=[], result={"annotations": [_ANNOTATION]}),),
    "radar-anomalies": (an_answer(success=True, result={"trafficAnomalies": [_ANOMALY]}),),
    "sflc": (json.dumps([_STATE, _STATE | {"active": True}]),),
    "networks-csv": (
        "asn,country,operator,access,users,users_source,users_date\n64496,IR,Made Up,Mobile,12,x,2025-03\n",
    ),
}

SEEDS: dict[str, tuple[Seed, ...]] = {
    **{kind: tuple(map(plain, texts)) for kind, texts in _LISTS.items()},
    **{kind: tuple(plain(texts[kind]) for texts in (SAMPLES, FURTHER) if kind in texts) for kind in SAMPLES},
}
