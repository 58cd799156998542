"""The client asks slowly, asks again when that may help, and refuses what it should."""

import datetime as dt
import ssl
import threading

import httpx
import pytest

from temoin import __version__
from temoin.errors import InputError, LiveError
from temoin.live.client import Answer, Client, Manners, PassingError, said_by
from temoin.words import same


def as_it_is(answer: Answer) -> Answer:
    return answer


def asks(service, time, read=as_it_is, **manners):
    with Client(service.url, clock=time.clock(), manners=Manners(**manners)) as client:
        return client.get("thing", {"from": 1, "until": 2}, read)


def through(handler, time, read=as_it_is):
    with Client("https://service.test/v2", transport=httpx.MockTransport(handler), clock=time.clock()) as client:
        return client.get("thing", {}, read)


@pytest.mark.enable_socket
def test_an_answer_is_given_byte_for_byte_with_its_address_and_time(service, time):
    body = '{ "spaces" :\r\n "kept é" }\n'.encode()
    service.gives(body)
    answer = asks(service, time)
    assert answer == Answer(f"{service.url}/thing?from=1&until=2", body, time.time, 200)
    assert service.asked == ["/v2/thing?from=1&until=2"]


@pytest.mark.enable_socket
def test_a_request_says_who_asks_and_nothing_else(service, time):
    service.gives(b"{}")
    asks(service, time)
    (sent,) = service.headers
    assert sent["User-Agent"] == f"temoin/{__version__}"
    assert set(sent) == {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}


@pytest.mark.enable_socket
def test_a_packed_answer_is_unpacked(service, time):
    service.gives(service.reply(b"[1, 2, 3]", packed=True))
    assert asks(service, time).body == b"[1, 2, 3]"


@pytest.mark.enable_socket
def test_requests_start_a_second_apart(service, time):
    service.gives(b"{}")
    with Client(service.url, clock=time.clock()) as client:
        for _ in range(3):
            client.get("thing", {}, as_it_is)
    assert time.slept == [1.0, 1.0]


@pytest.mark.enable_socket
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_status_that_may_pass_is_asked_again_after_waits_that_double(service, time, status):
    away = service.reply(b"", status=status)
    service.gives(away, away, away, b"{}")
    assert asks(service, time).status == 200
    assert time.slept == [2.0, 4.0, 8.0]


@pytest.mark.enable_socket
def test_patience_ends_and_says_so(service, time):
    service.gives(service.reply(b"<html>maintenance</html>", status=503))
    with pytest.raises(LiveError) as caught:
        asks(service, time, tries=3)
    assert len(service.asked) == 3
    assert caught.value.in_("en") == (
        "127.0.0.1: the service answered with status 503; check the request or try again later (3 tries)"
    )
    assert caught.value.in_("fr").endswith("(3 essais)")


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "retry_after",
    ["30", "Tue, 01 Jan 2030 00:00:30 GMT", "Tue, 01 Jan 2030 00:00:30 -0000"],
    ids=["seconds", "a date", "a date without a zone"],
)
def test_a_server_that_asks_to_wait_is_waited_for(service, time, retry_after):
    service.gives(service.reply(b"", status=429, headers={"Retry-After": retry_after}), b"{}")
    asks(service, time)
    assert time.slept == [30.0]


@pytest.mark.enable_socket
@pytest.mark.parametrize("retry_after", ["soon", "-5", "Mon, 31 Dec 2029 23:00:00 GMT"])
def test_a_wait_that_cannot_be_kept_is_our_own(service, time, retry_after):
    service.gives(service.reply(b"", status=503, headers={"Retry-After": retry_after}), b"{}")
    asks(service, time)
    assert time.slept == [2.0]


@pytest.mark.enable_socket
def test_a_server_that_asks_to_wait_an_hour_is_told_of_and_not_waited_for(service, time):
    service.gives(service.reply(b"", status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(LiveError, match="3600 s; try again later"):
        asks(service, time)
    assert time.slept == []


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"error": "invalid datasource xyz"}', '400 ("invalid datasource xyz");'),
        (b"no such\nplace", '400 ("no such place");'),
        (b"<!doctype html><p>Bad request", "400;"),
        (b"", "400;"),
    ],
    ids=["an envelope", "plain text", "a page", "nothing"],
)
def test_a_refusal_is_told_at_once_in_the_servers_words(service, time, body, words):
    service.gives(service.reply(body, status=400))
    with pytest.raises(LiveError) as caught:
        asks(service, time)
    assert words in caught.value.in_("en")
    assert len(service.asked) == 1


@pytest.mark.enable_socket
def test_a_body_cut_on_its_way_is_asked_again(service, time):
    service.gives(service.reply(b"[1, 2, 3]", cut_after=4, headers={"Connection": "close"}), b"[1, 2, 3]")
    assert asks(service, time).body == b"[1, 2, 3]"
    assert time.slept == [2.0]


@pytest.mark.enable_socket
def test_broken_packing_is_asked_again(service, time):
    service.gives(service.reply(b"not packed", headers={"Content-Encoding": "gzip"}), b"{}")
    assert asks(service, time).body == b"{}"


@pytest.mark.enable_socket
@pytest.mark.parametrize("packed", [False, True], ids=["as it is", "packed"])
def test_a_body_over_the_limit_is_refused(service, time, packed):
    service.gives(service.reply(b"0" * 100_001, packed=packed))
    with pytest.raises(LiveError, match="larger than 100000 bytes; ask for a shorter period"):
        asks(service, time, largest=100_000)


@pytest.mark.enable_socket
def test_a_redirection_within_the_host_is_followed(service, time):
    service.gives(service.reply(b"", status=301, headers={"Location": "/v3/thing"}), b"{}")
    assert asks(service, time).url == service.url.replace("v2", "v3/thing")
    assert service.asked[1] == "/v3/thing"


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "elsewhere", ["http://elsewhere.test/v2/thing", "http://127.0.0.1:9/v2/thing", "//elsewhere.test/thing"]
)
def test_a_redirection_to_another_host_is_refused(service, time, elsewhere):
    service.gives(service.reply(b"", status=302, headers={"Location": elsewhere}))
    with pytest.raises(LiveError, match="redirects to another host"):
        asks(service, time)
    assert len(service.asked) == 1


@pytest.mark.enable_socket
def test_redirections_without_end_are_left(service, time):
    service.gives(service.reply(b"", status=302, headers={"Location": "/v2/thing"}))
    with pytest.raises(LiveError, match="too many redirections"):
        asks(service, time)
    assert len(service.asked) == 4


def test_a_redirection_to_an_unencrypted_address_is_refused(time):
    def lowers(request):
        return httpx.Response(302, headers={"Location": "http://service.test/v2/thing"})

    with pytest.raises(LiveError, match="another host"):
        through(lowers, time)


@pytest.mark.enable_socket
def test_a_service_that_is_not_there_is_told_of(service, time):
    service.server.server_close()
    with pytest.raises(LiveError, match=r"connection failed or broke; check the network \(2 tries\)"):
        asks(service, time, tries=2)


@pytest.mark.enable_socket
def test_a_silent_service_is_given_up(service, time):
    released = threading.Event()

    def silent(path):
        released.wait(5)
        return b"{}"

    service.gives(silent)
    with pytest.raises(LiveError, match=r"no answer in time; try again later$"):
        asks(service, time, tries=1, timeout=0.05)
    released.set()


def test_a_refused_certificate_is_told_at_once(time):
    def unknown(request):
        raise httpx.ConnectError("refused") from ssl.SSLCertVerificationError("self-signed")

    with pytest.raises(LiveError, match="certificate was refused"):
        through(unknown, time)
    assert time.slept == []


def test_certificates_are_verified():
    with Client("https://service.test") as client:
        context = client._http._transport._pool._ssl_context
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_reader_may_ask_again(time):
    def unreadable(answer):
        raise PassingError(same("unreadable"))

    with pytest.raises(LiveError, match=r"unreadable \(5 tries\)"):
        through(lambda request: httpx.Response(200), time, unreadable)
    assert time.slept == [2.0, 4.0, 8.0, 16.0]


@pytest.mark.parametrize(
    "address", ["http://service.test", "ftp://service.test", "service.test", "", "https://a\tb", "//x"]
)
def test_an_address_that_is_not_https_is_refused(address):
    with pytest.raises(InputError, match="expected an https address"):
        Client(address)


def test_waits_stop_growing():
    assert list(Manners(tries=9, longest_wait=20).waits()) == [2, 4, 8, 16, 20, 20, 20, 20]


def test_control_signs_of_a_server_never_reach_a_terminal():
    assert said_by(b'{"error": "a\\u001b[31m\\nb"}') == "a [31m b"


def test_the_time_of_an_answer_is_aware(time):
    answer = through(lambda request: httpx.Response(200, content=b"{}"), time)
    assert answer.retrieved_at.utcoffset() == dt.timedelta()
