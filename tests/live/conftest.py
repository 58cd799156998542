"""A service of our own on this machine, and a clock that stands still."""

import datetime as dt
import gzip
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from temoin.live.client import Clock


@dataclass
class Reply:
    """What the service answers once: by default 200 and JSON."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    packed: bool = False
    cut_after: int | None = None


Answering = Callable[[str], bytes]


class Quiet(ThreadingHTTPServer):
    """A server that says nothing when a client hangs up early, as one does that has seen enough."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Service:
    """Answers each request with the next reply, the last one for ever; remembers what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply | Answering] = []
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.asked.append(self.path)
                service.headers.append(dict(self.headers))
                service.answer(self)

            def log_message(self, *args: object) -> None:
                pass

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v2"

    reply = Reply

    def gives(self, *replies: Reply | bytes | Answering) -> None:
        self.replies = [Reply(reply) if isinstance(reply, bytes) else reply for reply in replies]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if not isinstance(reply, Reply):
            reply = Reply(reply(handler.path))
        body = gzip.compress(reply.body) if reply.packed else reply.body
        handler.send_response(reply.status)
        if reply.packed:
            handler.send_header("Content-Encoding", "gzip")
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: reply.cut_after])


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service that listens on 127.0.0.1 while the test runs; a proxy of this machine is not asked."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")
    running = Service()
    thread = threading.Thread(target=running.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield running
    running.server.shutdown()
    running.server.server_close()
    thread.join()


class StoppedClock:
    """A clock that only moves when somebody sleeps, and remembers for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.time = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += dt.timedelta(seconds=seconds)

    def elapsed(self) -> float:
        return self.time.timestamp()

    def clock(self) -> Clock:
        return Clock(now=lambda: self.time, elapsed=self.elapsed, sleep=self.sleep)


@pytest.fixture
def time() -> StoppedClock:
    """1 January 2030, stopped."""
    return StoppedClock()
