"""Changes to bytes: every one runs on anything, the same dice give the same bytes."""

import random

import pytest

from fuzz import mutation
from fuzz.seed import pdf, pdf_stream, zipped


@pytest.mark.parametrize("data", [b"", b"x", b"a,1\nb,22\n" * 9], ids=["nothing", "one byte", "lines with numbers"])
def test_each_change_runs_on_anything(data: bytes) -> None:
    for change in filter(None, mutation._CHANGES):
        for seed in range(30):
            assert change(data, random.Random(seed)) == change(data, random.Random(seed))


def test_changes_change_and_stay_bounded() -> None:
    changed = {mutation.mutated(b"abc 123\n" * 4, random.Random(seed), [b"other"]) for seed in range(200)}
    assert len(changed) > 150
    assert max(map(len, changed)) <= mutation._LARGEST


def test_a_changed_part_leaves_the_container_whole() -> None:
    import io
    import zipfile

    seed = zipped({"a.xml": "<a/>" * 50, "b.xml": "<b/>"})
    opened = 0
    for rank in range(60):
        try:
            with zipfile.ZipFile(io.BytesIO(seed.hurt(random.Random(rank), [b"x"]))) as archive:
                opened += archive.testzip() is None
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError):
            continue
    assert opened > 30


def test_the_table_of_a_pdf_says_where_its_objects_stand() -> None:
    data = pdf((b"<< /Type /Catalog >>", pdf_stream(b"x"))).whole()
    for number in (1, 2):
        place = int(data.split(b"\n", data.count(b"\n"))[data.split(b"\n").index(b"xref") + 2 + number].split()[0])
        assert data[place:].startswith(b"%d 0 obj" % number)
