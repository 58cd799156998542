"""fetch, against a service on this machine that answers in IODA's documented shape with made-up values."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

STEP = 1800


class MadeUpService(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = urlparse(self.path)
        window = {name: int(values[0]) for name, values in parse_qs(asked.query).items() if name in {"from", "until"}}
        count = (window["until"] - window["from"]) // STEP
        series = {
            "entityType": "country",
            "entityCode": "KZ",
            "entityName": "Kazakhstan",
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
