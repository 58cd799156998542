"""Every reader of the registry on a short, fixed slice of the inputs of ``make fuzz``, and on what once hurt it."""

import io
from collections.abc import Iterator

import pytest

from fuzz.engines import stand_in
from fuzz.inputs import given, seeds_of
from fuzz.judging import judge
from temoin.case.kinds import KEPT_ONLY, READERS, reader_named
from temoin.errors import InputError
from temoin.evidence.source import Reading, Source

INPUTS = 150
SLOW = {"photo": 30}
EVERY = [pytest.param(reader, id=reader.kind) for reader in READERS]


@pytest.fixture(autouse=True)
def _quick_engines() -> Iterator[None]:
    undo = stand_in()
    yield
    undo()


@pytest.mark.parametrize("reader", EVERY)
def test_hostile_inputs_are_read_or_refused_in_one_line(reader) -> None:
    outcomes = set()
    for rank in range(SLOW.get(reader.kind, INPUTS)):
        one = given(reader.kind, 7, rank)
        outcomes.add(judge(reader, one.data, one.source, twice=rank % 16 == 0))
    assert "read" in outcomes, "no seed of this kind is read: nothing was tried"


@pytest.mark.parametrize("reader", EVERY)
def test_an_input_is_the_same_for_ever(reader) -> None:
    assert given(reader.kind, 7, 40) == given(reader.kind, 7, 40)
    assert len({given(reader.kind, seed, 40).data for seed in range(9)}) > 4


@pytest.mark.parametrize("reader", [each for each in EVERY if each.values[0] is not KEPT_ONLY])
def test_each_kind_has_a_seed_that_its_own_reader_reads(reader) -> None:
    source = Source(id="5e" * 32, size=1, name="youtube_KZ.csv", reading=Reading(place="KZ", zone="UTC"))
    assert "read" in {judge(reader, whole, source, twice=True) for whole in seeds_of(reader.kind)[1]}


FOUND = {
    "a lone carriage return in a table of networks": ("networks-csv", b"asn,country,operator\n1,IR,a\rb,\n", Reading()),
    "a number of eight thousand digits": ("ioda-alerts", b'{"data": [' + b"1" * 8000 + b"]}", Reading()),
    "a time of two thousand digits": (
        "ioda-alerts",
        b'{"type": "outages.alerts", "error": null, "data": [{"datasource": "bgp", "entity": {"code": "GS", '
        b'"name": "x", "type": "country"}, "time": ' + b"1" * 2000 + b', "level": "critical", "method": "median"}]}',
        Reading(),
    ),
    "half of a surrogate pair in a list": (
        "radar-outages",
        b'{"success": true, "result": {"annotations": [{"id": "\\ud800", "startDate": "\\ud800"}]}}',
        Reading(),
    ),
    "half of a surrogate pair in what a page declares": (
        "html",
        b'<html><script type="application/ld+json">{"@type": "Article", "headline": "\\ud800"}</script><p>a',
        Reading(),
    ),
    "a page whose only sign is an end of line": ("html", b"<html><p>\xc2\x85<p>", Reading()),
    "a page in an encoding of domain names": ("html", b"<html><body><p>a\xff", Reading(encoding="idna")),
    "more users than a table can hold": (
        "networks-csv",
        b"asn,country,users,users_source\n1,IR,99999999999999999999,x\n",
        Reading(),
    ),
    "a cell of a megabyte, quoted": ("networks-csv", b"asn,country,users\n1,IR," + b"x" * 10**6, Reading()),
    "networks in an encoding of domain names": ("networks-csv", b"asn,users\n" + b"x" * 90, Reading(encoding="idna")),
}


@pytest.mark.parametrize(("kind", "data", "reading"), FOUND.values(), ids=FOUND.keys())
def test_what_once_hurt_a_reader_hurts_no_more(kind: str, data: bytes, reading: Reading) -> None:
    source = Source(id="5e" * 32, size=len(data), name="a\x1b[31m\u202eb", reading=reading)
    assert judge(reader_named(kind), data, source, twice=True) in {"read", "refused"}


def test_a_message_neither_obeys_nor_turns_whatever_the_name_holds() -> None:
    source = Source(id="5e" * 32, size=1, name="a\x1b[31m\u202e\u2028\n\udcffb")
    with pytest.raises(InputError) as refused:
        reader_named("text").read(io.BytesIO(b"\xff"), source)
    assert refused.value.in_("en").startswith("a\ufffd[31m\ufffd\ufffd \ufffdb, byte 0: this is not UTF-8")
