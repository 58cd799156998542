"""What a build says of itself: what it was made from, which heads it saw, the hashes of what it wrote."""

import hashlib
from pathlib import Path

from temoin.case.adding import Wish, add_file
from temoin.case.folder import Case
from temoin.case.record import read_record, write_record


def test_nothing_built_is_no_record(case: Case) -> None:
    assert read_record(case) is None


def test_a_record_reads_back_with_the_hash_of_every_file(case: Case, article: Path) -> None:
    add_file(case, article, Wish())
    case.dossier.mkdir()
    page = case.dossier / "dossier.fr.html"
    page.write_bytes(b"<p>made up</p>")
    write_record(case, "key", [page])
    record = read_record(case)
    assert record is not None
    assert (record.key, record.heads) == ("key", tuple(case.journal.heads))
    assert record.files == {"dossier.fr.html": hashlib.sha256(b"<p>made up</p>").hexdigest()}


def test_the_same_build_writes_the_same_record(case: Case) -> None:
    case.dossier.mkdir()
    write_record(case, "key", [])
    first = (case.dossier / "build.json").read_bytes()
    write_record(case, "key", [])
    assert (case.dossier / "build.json").read_bytes() == first
