"""temoin claims --propose, from the command line: never by default, never of personal files."""

import json
from pathlib import Path

import httpx
import pytest

from temoin.live import proposing

TEXT = "The fictional town of Valmora bought a database of voters.\n"


@pytest.fixture(autouse=True)
def a_model(at_work: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that finds one act; without --propose nobody asks it."""
    asked = proposing.propose_claims
    start = TEXT.index("bought")
    said = [{"start": start, "end": start + 6, "text": "bought", "kind": "other", "entity": "Valmora"}]
    answer = {"choices": [{"message": {"content": json.dumps({"claims": said})}}]}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
    monkeypatch.setattr(proposing, "propose_claims", lambda *args, **more: asked(*args, transport=transport, **more))
    Path("town.txt").write_text(TEXT, encoding="utf-8")
    Path("letter.eml").write_text(f"From: a@example.org\nTo: b@example.org\nSubject: x\n\n{TEXT}", encoding="utf-8")


def test_a_model_is_only_asked_when_somebody_gives_its_address(run) -> None:
    assert "proposed" not in "".join(run("claims", "town.txt", "--json")[1:])
    status, out, err = run("claims", "town.txt", "--json", "--propose", "http://127.0.0.1:1/v1", "--model", "tiny")
    proposed = [record for line in out.splitlines() if (record := json.loads(line)).get("extractor")]
    assert status == 0, err
    assert "tiny" in err
    assert all(record["extractor"] == "proposed:tiny" and record["text"] == "bought" for record in proposed)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("letter.eml", "--propose", "http://127.0.0.1:1/v1", "--model", "m"), id="a personal file"),
        pytest.param(("town.txt", "--propose", "https://model.example/v1", "--model", "m"), id="another machine"),
        pytest.param(("-", "--propose", "http://127.0.0.1:1/v1"), id="a pipe"),
    ],
)
def test_what_may_not_be_sent_is_not(run, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    status, out, err = run("claims", *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1), err
