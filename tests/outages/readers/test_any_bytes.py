"""Whatever the bytes: a table that keeps its declaration, or one clear error; never anything else."""

import io

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from temoin.case.kinds import READERS as ALL_READERS
from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.evidence.source import Reading, Source
from temoin.outages import SIGNALS
from temoin.outages.readers import LEFT_OUT, READERS

from .sample_files import FURTHER, SAMPLES

EVERY = [pytest.param(reader, id=reader.kind) for reader in READERS]
PIECES = st.sampled_from(
    [*',;\n\t"#[]{}:', "null", "NaN", "-1", "1e400", "true", '"', "\\ud800", "\x00", "é", "9" * 30, "[[", "0001-01-01"]
)


def source_of(reading: Reading) -> Source:
    return Source(id="5e" * 32, size=1, name="youtube_KZ.csv", reading=reading)


def read_or_refuse(reader, data: bytes, reading: Reading) -> None:
    source = source_of(reading)
    for door in (reader.read, LEFT_OUT.get(reader.kind, reader.read)):
        try:
            found = list(door(io.BytesIO(data), source))
        except InputError as refused:
            _printed = [refused.in_(language).encode() for language in ("fr", "en")]
            continue
        if door is reader.read:
            assert all(batch.schema == SIGNALS.schema for batch in found)
            values = pl.concat([SIGNALS.empty(), *found])["value"].drop_nulls()
            assert (values >= 0).all()


def mutated(sample: bytes, cut: tuple[int, int], put: str) -> bytes:
    begin, length = cut
    begin %= len(sample) + 1
    return sample[:begin] + put.encode() + sample[begin + length :]


@pytest.mark.parametrize("reader", EVERY)
@given(data=st.binary(max_size=200))
@example(data=b"*")
@example(data=b"^.*$")
@example(data=b"")
@settings(max_examples=25)
def test_any_bytes_are_read_or_refused(reader, data: bytes) -> None:
    read_or_refuse(reader, data, Reading(place="KZ", zone="UTC"))


@pytest.mark.parametrize("further", [False, True], ids=["first format", "second format"])
@pytest.mark.parametrize("reader", EVERY)
@given(
    cut=st.tuples(st.integers(0, 2000), st.integers(0, 40)),
    put=st.lists(PIECES, max_size=3).map("".join),
    zone=st.sampled_from([None, "UTC", "Europe/Paris"]),
)
@example(cut=(0, 0), put="[" * 100_000, zone=None)
@settings(max_examples=40)
def test_a_file_with_a_wound_is_read_or_refused(reader, further: bool, cut, put: str, zone: str | None) -> None:
    sample = (FURTHER if further else SAMPLES).get(reader.kind, SAMPLES[reader.kind]).encode()
    read_or_refuse(reader, mutated(sample, cut, put), Reading(zone=zone))
    read_or_refuse(reader, mutated(sample, cut, put), Reading(zone=zone, place="KZ", decimal=","))


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "base64", "idna", "ascii"])
@pytest.mark.parametrize("reader", EVERY)
def test_a_wrong_encoding_is_refused_or_harmless(reader, encoding: str) -> None:
    read_or_refuse(reader, SAMPLES[reader.kind].encode() + b"\xff", Reading(encoding=encoding, place="KZ"))


@pytest.mark.parametrize("samples", [SAMPLES, FURTHER], ids=["first format", "second format"])
def test_each_sample_is_recognised_by_one_reader_of_the_whole_registry(samples: dict[str, str]) -> None:
    for kind, text in samples.items():
        head = Head(text.encode(), "x", len(text))
        assert [reader.kind for reader in ALL_READERS if not reader.general and reader.recognises(head)] == [kind]


@pytest.mark.parametrize("reader", EVERY)
def test_each_sample_gives_points(reader) -> None:
    for samples in (SAMPLES, FURTHER):
        text = samples.get(reader.kind, SAMPLES[reader.kind])
        assert pl.concat(reader.read(io.BytesIO(text.encode()), source_of(Reading(place="KZ", zone="UTC")))).height
