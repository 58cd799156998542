import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, add_note, clear_remains, erase
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.verifying import verify
from temoin.errors import CaseError, InputError, TemoinError, UnknownKindError
from temoin.evidence import Source
from temoin.evidence.source import Reading

CANARY = "the canary sang at dawn in Port-Fictif"
NOBODY = Source(id="", size=0)


def test_an_added_file_is_named_by_its_bytes_and_stands_in_the_journal(case: Case, article: Path) -> None:
    import hashlib

    done = add_file(case, article, Wish(replace(NOBODY, publisher="Gazette fictive")))
    data = article.read_bytes()
    assert done.source.id == hashlib.sha256(data).hexdigest()
    assert case.vault.path(done.source.id).read_bytes() == data
    (entry,) = case.journal.entries
    assert entry.body["publisher"] == "Gazette fictive"
    assert entry.body["name"] == "article.txt"
    assert case.state.sources[done.source.id].source.reading.kind == "text"


def test_adding_the_same_bytes_twice_writes_nothing_twice(case: Case, article: Path) -> None:
    first = add_file(case, article, Wish())
    again = add_file(case, article, Wish())
    assert (first.new, again.new) == (True, False)
    assert len(case.journal.entries) == 1


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        pytest.param("empty.txt", b"", UnknownKindError, id="empty"),
        pytest.param("noise.bin", bytes(range(256)) * 50, UnknownKindError, id="no known kind"),
        pytest.param("cut.pdf", b"%PDF-1.7\nnothing more", InputError, id="a truncated PDF"),
        pytest.param("latin.txt", "déjà vu, et bien écrit".encode("latin-1"), InputError, id="ambiguous encoding"),
    ],
)
def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    case: Case, tmp_path: Path, name: str, data: bytes, error: type[Exception]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error):
        add_file(case, path, Wish())
    assert case.journal.entries == ()
    assert list((case.folder / "sources").iterdir()) == []
    assert not any(case.derived.rglob("*.parquet"))


def test_any_file_may_be_kept_without_being_read(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "noise.bin"
    path.write_bytes(os.urandom(1000))
    done = add_file(case, path, Wish(replace(NOBODY, reading=Reading(kind="file"))))
    assert done.source.visibility == "exists"
    assert verify(case) == []


def test_a_large_file_may_stay_where_it_is(case: Case, article: Path) -> None:
    done = add_file(case, article, Wish(by_reference=True))
    assert not case.vault.path(done.source.id).exists()
    assert verify(case) == []
    article.write_text("changed")
    (problem,) = verify(case)
    assert "changed" in problem.en


def test_a_personal_source_leaves_no_name_and_no_content_anywhere(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "testimony-of-a-witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}.")
    done = add_file(case, path, Wish(personal=True))
    assert Derived(case).document(done.source) is not None
    everything = b"".join(each.read_bytes() + each.name.encode() for each in case.folder.rglob("*") if each.is_file())
    assert CANARY.encode() not in everything
    assert b"testimony" not in everything
    with case.vault.open(done.source) as stream:
        assert CANARY.encode() in stream.read()
    assert add_file(case, path, Wish(personal=True)).new is False


def test_a_note_keeps_who_said_it_when_and_where(case: Case) -> None:
    done = add_note(case, "The network fell at 10:30 UTC.", Wish(replace(NOBODY, who="an observer", at="2024-03-05")))
    assert (done.source.genre, done.source.visibility) == ("note", "sealed")
    assert case.state.sources[done.source.id].source.who == "an observer"


def test_after_erasing_nothing_that_remains_opens_the_canary(
    case: Case, tmp_path: Path, reopened: Callable[[], Case]
) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}.")
    done = add_file(case, path, Wish(personal=True))
    Derived(case).document(done.source)
    key = case.keys.get(done.source.id)
    sealed_bytes = case.vault.path(done.source.id).read_bytes()
    assert CANARY.encode() in key.open(sealed_bytes)
    erase(case, done.source)
    path.unlink()
    kept = [each for root in (case.folder, case.keys.folder) for each in root.rglob("*") if each.is_file()]
    assert not any(key.identity.encode() in each.read_bytes() for each in kept)
    assert not any(done.source.id[:16] in str(each) for each in kept)
    later = reopened()
    assert done.source.id not in later.state.sources
    assert done.source.id in later.state.erased
    assert verify(later) == []


def test_an_erased_source_added_again_on_purpose_stands_again(case: Case, article: Path) -> None:
    done = add_file(case, article, Wish())
    erase(case, done.source)
    assert case.state.sources == {}
    assert add_file(case, article, Wish()).new
    assert set(case.state.sources) == {done.source.id}


def test_remains_of_an_interrupted_erasure_are_cleared_later(case: Case, article: Path) -> None:
    done = add_file(case, article, Wish())
    case.write("erased", {"source": done.source.id})
    assert case.vault.path(done.source.id).exists()
    clear_remains(case)
    assert not case.vault.path(done.source.id).exists()


def test_a_missing_file_is_one_clear_error(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such file"):
        add_file(case, tmp_path / "nowhere.txt", Wish())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\x01 Iris Fictive", id="of no known kind"),
        pytest.param(b"caf\xe9 Iris Fictive", id="in another encoding"),
        pytest.param(b"%PDF-1.4 Iris Fictive", id="a broken PDF"),
        pytest.param(
            b"time,place,signal,value\n2024-03-01T00:00Z,XA,bgp,Iris Fictive\n", id="a table with a wrong cell"
        ),
        pytest.param(b'<html><meta charset="Iris"><p>caf\xe9', id="a page that declares a wrong encoding"),
    ],
)
def test_an_error_about_a_personal_file_holds_neither_its_name_nor_its_words(
    case: Case, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "testimony-of-iris.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        add_file(case, path, Wish(personal=True))
    said = (caught.value.in_("fr") + caught.value.in_("en")).lower()
    assert "iris" not in said
    assert "testimony" not in said
    assert case.state.sources == {}


def test_whoever_spoke_in_a_personal_note_is_a_pseudonym_in_the_journal(case: Case) -> None:
    done = add_note(case, "The network fell.", Wish(replace(NOBODY, who="Iris Fictive"), personal=True))
    assert done.source.who == case.keys.get(done.source.id).pseudonym("Iris Fictive")
    assert not any(b"Iris" in each.read_bytes() for each in case.folder.rglob("*") if each.is_file())


MAY_BE_MAIL = [
    pytest.param("iris.txt", b"\nObjet : compte rendu\nDe : Iris\n\ntexte", id="headers"),
    pytest.param("iris.eml", b"words of iris, no headers", id="a name of mail"),
    pytest.param("iris.vcf", b"BEGIN:VCARD\nFN:Iris\n", id="a contact"),
]


@pytest.mark.parametrize(("name", "data"), MAY_BE_MAIL)
def test_what_may_be_mail_stays_sealed_whatever_it_is_read_as(
    case: Case, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    said = Source(id="", size=0, reading=Reading(kind="text"))
    source = add_file(case, path, Wish(said)).source
    assert (source.personal, source.visibility, source.name) == (True, "sealed", None)
    assert not any(b"iris" in held.read_bytes().lower() for held in case.folder.rglob("*") if held.is_file())


def test_what_looks_like_mail_may_be_opened_on_purpose(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "avis.txt"
    path.write_bytes(b"From: the press office\nTo: all\n\nThe network is back.")
    said = Source(id="", size=0, reading=Reading(kind="text"))
    assert not add_file(case, path, Wish(said, personal=False)).source.personal


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *MAY_BE_MAIL[:2],
        pytest.param("iris.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="Outlook"),
        pytest.param("iris.mbox", b"", id="empty"),
        pytest.param("iris.eml", None, id="absent"),
    ],
)
def test_a_refusal_of_what_may_be_mail_names_no_file(case: Case, tmp_path: Path, name: str, data: bytes | None) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(TemoinError) as caught:
        add_file(case, path, Wish())
    said = caught.value.in_("fr") + caught.value.in_("en")
    assert "iris" not in said.lower()
    assert said.startswith("(–)")
    assert case.state.sources == {}


def test_a_text_that_looks_like_a_table_says_how_it_is_read_as_one(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "relevé.csv"
    path.write_text("@a,X,100\n@b,X,200\n", encoding="utf-8")
    assert any("--as table" in each.en for each in add_file(case, path, Wish()).told)
