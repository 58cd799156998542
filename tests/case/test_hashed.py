"""Cache files named by the hash of their bytes: put, found, replaced, and seen when altered."""

from pathlib import Path

from temoin.case.hashed import altered_files, plain_name, read_hashed, write_hashed


def test_what_was_put_is_found_under_its_plain_name(tmp_path: Path) -> None:
    path = tmp_path / "there" / "document-1.parquet.age"
    assert read_hashed(path) is None
    write_hashed(path, b"read")
    assert read_hashed(path) == b"read"
    (standing,) = path.parent.iterdir()
    assert plain_name(standing.name) == path.name


def test_newer_bytes_take_the_place_of_older_ones_and_of_no_other_name(tmp_path: Path) -> None:
    path, near = tmp_path / "chart-1.svg", tmp_path / "chart-12.svg"
    write_hashed(near, b"near")
    for data in (b"older", b"newer", b"newer"):
        write_hashed(path, data)
    assert read_hashed(path) == b"newer"
    assert read_hashed(near) == b"near"
    assert len(list(tmp_path.iterdir())) == 2


def test_only_files_that_no_longer_hash_to_their_name_are_altered(tmp_path: Path) -> None:
    write_hashed(tmp_path / "one.parquet", b"one")
    write_hashed(tmp_path / "two.parquet", b"two")
    (tmp_path / ".tmp-left-by-a-kill").write_bytes(b"torn")
    assert list(altered_files(tmp_path)) == []
    (one,) = tmp_path.glob("one.*")
    one.write_bytes(b"One")
    assert list(altered_files(tmp_path)) == [one]
    assert list(altered_files(tmp_path / "nowhere")) == []
