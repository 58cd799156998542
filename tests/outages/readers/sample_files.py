"""One small file a reader, made up: no value here was ever measured."""

import json

SAMPLES: dict[str, str] = {
    "ioda-csv": '"Time (UTC)","Google (Search)","BGP (#Visible /24s)"\n"2024-03-04 00:00:00",90,100\n'
    '"2024-03-04 00:30:00",100,\n',
    "ioda-json": json.dumps(
        {
            "type": "signals",
            "requestParameters": {},
            "error": None,
            "data": [
                [
                    {
                        "entityType": "region",
                        "entityCode": "1",
                        "entityName": "Haut",
                        "entityFqid": "geo.x.EU.QQ.1",
                        "datasource": "bgp",
                        "from": 1_700_000_000,
                        "step": 300,
                        "nativeStep": 300,
                        "values": [5, None, 6],
                    }
                ]
            ],
        }
    ),
    "radar-series": json.dumps(
        {
            "success": True,
            "result": {
                "serie_0": {"timestamps": ["2024-03-04T00:00:00Z", "2024-03-04T01:00:00Z"], "values": ["0.5", "1"]},
                "meta": {
                    "aggInterval": "ONE_HOUR",
                    "normalization": "MIN0_MAX",
                    "lastUpdated": "2024-03-04T02:00:00Z",
                    "units": [{"name": "*", "value": "bytes"}],
                },
            },
        }
    ),
    "google-traffic": ')]}\'\n\n[["tr.atsr",[[1709510400000,[[null,41.5]]],[1709517600000,[[null,40]]]],null]]',
    "ooni": json.dumps(
        {
            "dimension_count": 1,
            "result": [
                {"measurement_start_day": "2024-03-04", "measurement_count": 9, "ok_count": 9},
                {"measurement_start_day": "2024-03-06", "measurement_count": 4, "ok_count": 4},
            ],
        }
    ),
    "tor-users": "#\n# The Tor Project\n#\ndate,country,users,lower,upper,frac\n2024-03-04,kz,100,,,40\n"
    "2024-03-04,,900,800,1000,40\n2024-03-04,??,7,,,40\n",
    "ripestat": json.dumps(
        {"data": {"resource": "kz", "stats": [{"stats_date": "2024-03-04T00:00:00", "asns_ris": 5.5}]}}
    ),
    "ip-observatory": "iso,id_1,name_1,id_2,name_2,time_e,time_e_str,lat,lon,connectivity\n"
    "IRN,1,Haut,1,Amont,1573430400,11-Nov-2019 00:00:00,38.4,48.3,100\n",
    "signals-csv": "time,place,signal,value\n2024-03-04T00:00Z,QQ,bgp,5\n2024-03-04T01:00Z,QQ,bgp,6\n",
    "signals-wide": "time_utc,bgp,gtr_search\n2024-03-04T00:00:00Z,5,\n2024-03-04T01:00:00Z,6,7\n",
}
FURTHER = {
    "google-traffic": "date and time,value\n2024-03-04 00:00:00.000,41.5\n2024-03-04 02:00:00.000,40\n",
    "ooni": "anomaly_count,measurement_count,measurement_start_day,probe_cc\n0,9,2024-03-04T01:00:00Z,KZ\n"
    "0,4,2024-03-04T02:00:00Z,KZ\n",
    "tor-users": "date,??,ad,ae,af,fr,kz,all\n2009-08-20,7,1,2,3,NA,5,18\n",
}
