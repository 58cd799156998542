"""A model is asked for claims, and what does not stand in the text to the letter does not enter."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from temoin.errors import InputError, LiveError
from temoin.live.proposing import propose_claims, without_known

TEXT = "Valmora, ville fictive, compte 33 bureaux.\n\nElle en a fermé deux en mai 2031.\n"


def claim(words: str, **more: object) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "kind": "count", "value": "33"} | more


def answering(*claims: object, models: tuple[str, ...] = ("small",), status: int = 200) -> httpx.MockTransport:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/models"):
            return httpx.Response(200, json={"data": [{"id": name} for name in models]})
        content = json.dumps({"claims": list(claims)})
        return httpx.Response(status, json={"choices": [{"message": {"content": content}}]})

    return httpx.MockTransport(handle)


def propose(transport: httpx.BaseTransport, url: str = "http://127.0.0.1:1/v1", **more):
    return propose_claims(TEXT, url=url, source="s" * 64, text_hash="t" * 64, transport=transport, **more)


def test_a_claim_that_stands_to_the_letter_enters_as_proposed_by_the_model() -> None:
    (found,) = propose(answering(claim("33 bureaux", unit="bureaux", entity="Valmora"))).statements
    assert (found.extractor, found.text, found.value, found.entity) == ("proposed:small", "33 bureaux", "33", "Valmora")
    assert TEXT[found.start : found.end] == "33 bureaux"
    assert found.quote == "Valmora, ville fictive, compte 33 bureaux."


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(claim("33 bureaux", text="34 bureaux"), id="other words"),
        pytest.param(claim("33 bureaux", start=0, end=10), id="other offsets"),
        pytest.param(claim("33 bureaux", end=9999), id="beyond the text"),
        pytest.param(claim("33 bureaux", start="31"), id="offsets in words"),
        pytest.param(claim("33 bureaux", kind="price"), id="a kind of its own"),
        pytest.param({"text": "33 bureaux"}, id="no offsets"),
        pytest.param("33 bureaux", id="no object"),
    ],
)
def test_what_does_not_stand_there_is_refused_and_counted(said: object) -> None:
    found = propose(answering(said))
    assert (found.statements, found.refused) == ((), 1)


@pytest.mark.parametrize(
    ("more", "value", "low"),
    [
        ({"value": 33}, "33", "33"), ({"value": "about thirty"}, None, None), ({"value": "1e999999999"}, None, None),
        ({"kind": "date", "value": "2031-05"}, "2031-05", "2031-05-01"), ({"kind": "date", "value": "May"}, None, None),
        ({"value": True}, None, None),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_left_out(more: dict[str, object], value: str | None, low: str | None) -> None:
    found = propose(answering(claim("33 bureaux", **more)))
    assert [(each.value, each.low) for each in found.statements] == [(value, low)]


def test_offsets_count_in_each_piece_of_a_long_text() -> None:
    text = ("Rien à dire ici.\n\n" * 400) + "Il y a 33 bureaux.\n"

    def handle(request: httpx.Request) -> httpx.Response:
        piece = json.loads(request.content)["messages"][1]["content"]
        start = piece.find("33 bureaux")
        said = [{"start": start, "end": start + 10, "text": "33 bureaux", "kind": "count"}] if start >= 0 else []
        return httpx.Response(200, json={"choices": [{"message": {"content": json.dumps({"claims": said})}}]})

    found = propose_claims(
        text, url="http://localhost:1", source="s", text_hash="t", model="m", transport=httpx.MockTransport(handle)
    )
    assert [text[each.start : each.end] for each in found.statements] == ["33 bureaux"]


def test_nothing_goes_to_another_machine_unless_somebody_says_so() -> None:
    for url in ("https://model.example/v1", "http://10.0.0.5:8080/v1", "http://127.0.0.1.example/v1"):
        with pytest.raises(InputError, match="not of this machine"):
            propose(answering(), url)
    with pytest.raises(InputError, match="not of this machine"):
        propose(answering(), "http://model.example/v1", not_local=True)
    assert propose(answering(), "https://model.example/v1", not_local=True).statements == ()


@pytest.mark.parametrize("url", ["", "localhost:8080", "file:///etc/hosts", "ftp://127.0.0.1/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        propose(answering(), url)


@pytest.mark.parametrize("content", ["no JSON", "[]", '{"claims": {}}', '{"other": []}', "null"])
def test_an_answer_that_was_not_asked_for_is_told(content: str) -> None:
    answer = {"choices": [{"message": {"content": content}}]}
    with pytest.raises(LiveError, match="not the object"):
        propose(httpx.MockTransport(lambda _: httpx.Response(200, json=answer)), model="m")


def test_a_service_that_refuses_or_is_not_there_is_told() -> None:
    with pytest.raises(LiveError, match="answers 404"):
        propose(answering(status=404))

    def away(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("connection refused")

    with pytest.raises(LiveError, match=r"cannot be reached \(connection refused\)"):
        propose(httpx.MockTransport(away))


@pytest.mark.parametrize("models", [(), ("small", "large")])
def test_of_several_models_one_is_chosen_by_a_person(models: tuple[str, ...]) -> None:
    with pytest.raises(LiveError, match="--model"):
        propose(answering(models=models))
    assert propose(answering(models=models), model="large").model == "large"


def test_what_was_read_already_is_not_proposed_again() -> None:
    found = propose(answering(claim("33 bureaux"), claim("deux"))).statements
    assert [each.text for each in without_known(found, found[:1])] == ["deux"]


@pytest.fixture
def endpoint() -> Iterator[str]:
    """A model of our own on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            start = asked["messages"][1]["content"].index("33 bureaux")
            said = [{"start": start, "end": start + 10, "text": "33 bureaux", "kind": "count", "value": "33"}]
            body = json.dumps({"choices": [{"message": {"content": json.dumps({"claims": said})}}]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.enable_socket
def test_a_model_on_this_machine_is_asked_over_a_socket(endpoint: str) -> None:
    found = propose_claims(TEXT, url=endpoint, source="s" * 64, text_hash="t" * 64, model="tiny")
    assert [(each.text, each.extractor) for each in found.statements] == [("33 bureaux", "proposed:tiny")]
