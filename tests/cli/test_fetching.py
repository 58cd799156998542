"""fetch, against a service on this machine that answers in IODA's documented shape with made-up values."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import polars as pl
import pytest

from temoin.outages import sample

STEP = 1800


class MadeUpService(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = urlparse(self.path)
        window = {name: int(values[0]) for name, values in parse_qs(asked.query).items() if name in {"from", "until"}}
        count = (window["until"] - window["from"]) // STEP
        series = {
            "entityType": "country",
            "entityCode": asked.path.rpartition("/")[2],
            "entityName": "made up",
            "datasource": "ping-slash24",
            "subtype": "",
            "from": window["from"],
            "until": window["until"],
            "step": STEP,
            "nativeStep": STEP,
            "values": [1000 + rank % 7 for rank in range(count - 2)] + [None, None],
        }
        body = {"type": "signals", "metadata": {}, "requestParameters": {}, "error": None, "data": [[series]]}
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), MadeUpService)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/v2"
    monkeypatch.setenv("TEMOIN_IODA_URL", address)
    yield address
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.enable_socket
def test_every_answer_becomes_a_source_with_its_address_and_time(run, service: str) -> None:
    run("new", "case")
    status, out, err = run("fetch", "case", "ioda", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-12")
    assert status == 0, err
    (name,) = [line.split()[0] for line in out.splitlines()]
    source = json.loads(run("show", "case", name, "--json")[1])
    assert source["url"].startswith(service)
    assert source["kind"] == "ioda-json"
    assert source["retrieved_at"].endswith("Z")
    assert "temoin.live.ioda" in source["tool"]
    assert source["visibility"] == "exists"
    query = "SELECT place, signal, count(*) AS n, count(value) AS measured FROM signals GROUP BY ALL"
    row = json.loads(run("query", "case", query, "--json")[1])
    assert row == {"place": "KZ", "signal": "active_probing", "n": 432, "measured": 430}


def test_without_a_country_or_days_it_asks(run) -> None:
    run("new", "case")
    status, _out, err = run("fetch", "case", "ioda")
    assert status == 2
    assert "--country KZ" in err
    status, _out, err = run("fetch", "case", "ioda", "--country", "KZ")
    assert status == 2
    assert "--from and --to" in err


@pytest.mark.enable_socket
def test_with_controls_the_countries_named_are_fetched_too(run, service: str) -> None:
    run("new", "case")
    asked = ["fetch", "case", "ioda", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-05"]
    status, out, err = run(*asked, "--with-controls", "--controls", "PT,UY")
    assert status == 0, err
    assert "Portugal (PT): chosen by you" in err
    assert [line.split("-")[2] for line in out.splitlines()] == ["KZ", "PT", "UY"]
    answer = run("query", "case", "SELECT DISTINCT place FROM signals ORDER BY 1", "--json")[1]
    assert [json.loads(line)["place"] for line in answer.splitlines()] == ["KZ", "PT", "UY"]


def addresses(out: str) -> list[str]:
    return [line.split(": ", 1)[1] for line in out.splitlines() if "https://" in line]


def test_links_give_28_days_of_the_place_and_of_five_controls_and_say_what_to_do(run) -> None:
    run("new", "case", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-05")
    status, out, _err = run("fetch", "case", "ioda", "--links")
    assert status == 0
    found = addresses(out)
    assert len(found) == 2 * 6
    assert found[0] == "https://ioda.inetintel.cc.gatech.edu/country/KZ?from=1639440000&until=1641859200"
    assert {address.rpartition("?")[2] for address in found} == {"from=1639440000&until=1641859200"}
    assert "Netherlands (NL): 16.6 million internet users, against 16.5 million (Kazakhstan)" in out
    assert out.count("temoin add case FILE --place ") == 6


def test_controls_of_one_s_own_choice_replace_ours(run) -> None:
    run("new", "case", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-05")
    out = run("fetch", "case", "ioda", "--links", "--controls", "FR")[1]
    assert [address.split("?")[0][-2:] for address in addresses(out)] == ["KZ", "KZ", "FR", "FR"]


def test_links_of_a_known_event_need_no_period(run) -> None:
    run("new", "case", "--country", "KZ")
    with Path("case/temoin.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[known_events]]\nname = "made up"\nplace = "KZ"\nbegan = "2022-01-05"\n')
    assert "from=1639526400&until=1641945600" in run("fetch", "case", "ioda", "--links")[1]


def test_links_of_a_case_without_days_reach_back_from_now(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1642032123")
    run("new", "case", "--country", "KZ")
    _status, out, err = run("fetch", "case", "ioda", "--links")
    assert "the last 28 days" in err
    assert "from=1639612800&until=1642032000" in out


def measured(run, *places: str) -> None:
    """Fill a case without settings with one made-up night that is down a place."""
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    both = pl.concat(curve.with_columns(place=pl.lit(place)) for place in places)
    both.write_csv("made_up.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    run("new", "case")
    assert run("add", "case", "made_up.csv")[0] == 0


def test_a_case_that_measures_one_country_needs_neither_country_nor_days(run) -> None:
    measured(run, "KZ")
    status, out, err = run("fetch", "case", "ioda", "--links")
    assert status == 0, err
    assert "country of the case: KZ" in err
    assert "days looked at: 2024-02-27/2024-03-25, around the outages measured in the case" in err
    own = [address for address in addresses(out) if "/KZ" in address]
    assert len(own) == 2
    (bounds,) = {address.rpartition("?")[2] for address in own}
    begin, end = (int(part.partition("=")[2]) for part in bounds.split("&"))
    assert (end - begin) == 28 * 86_400
    assert begin % 86_400 == 0
    assert out.count("Whole UTC days") == 1


def test_a_case_that_measures_two_countries_asks_which(run) -> None:
    measured(run, "KZ", "UZ")
    status, _out, err = run("fetch", "case", "ioda", "--links")
    assert status == 2
    assert "which of KZ, UZ?" in err
    status, out, _err = run("fetch", "case", "ioda", "--links", "--country", "UZ")
    assert status == 0
    assert "/UZ?" in out


def test_a_made_up_place_is_no_country_to_fetch(run) -> None:
    measured(run, "Atlasie")
    status, _out, err = run("fetch", "case", "ioda", "--links")
    assert status == 2
    assert "which country?" in err


def test_the_hours_of_a_zone_do_not_move_the_addresses(run) -> None:
    run("new", "case", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-12")
    with Path("case/temoin.toml").open("a", encoding="utf-8") as settings:
        settings.write('\nzone = "Asia/Almaty"\n')
    out = run("fetch", "case", "ioda", "--links")[1]
    bounds = [address.rpartition("?")[2] for address in addresses(out) if "/KZ?" in address]
    assert all(int(part.partition("=")[2]) % 86_400 == 0 for each in bounds for part in each.split("&"))
    assert "2021-12-13/2022-01-19" in out
    assert "the last reaches back over the one before" in out
