"""What properties of files are worth."""

import pytest

from temoin.documents.file_properties import is_of_a_file, meant_name, meant_title


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - doc1",
        "Microsoft Word - note.docx",
        "untitled",
        "Sans titre 1",
        "Document1",
        "Word Document",
        "Titre du document",
        "rapport_final.pdf",
        "[Type the document title]",
        "Scan0042",
        "20310508",
        "",
    ],
)
def test_a_title_that_a_program_left_is_no_title(title):
    assert meant_title({"title": title}) is None


@pytest.mark.parametrize("title", ["Rapport annuel", "Lettre ouverte au ministre", "2031 en dix coupures"])
def test_a_title_that_somebody_meant_is_kept(title):
    assert meant_title({"title": title}) == title


@pytest.mark.parametrize(
    "name", ["user", "Utilisateur Windows", "Microsoft", "HP Inc.", "python-docx", "PC-1", "x", ""]
)
def test_a_name_that_an_installation_left_is_nobody(name):
    assert meant_name({"author": name}, "author") is None


@pytest.mark.parametrize("name", ["A. Diallo", "Régie de Valmora", "Microsoft Valmora Press"])
def test_a_name_that_somebody_meant_is_kept(name):
    assert meant_name({"author": name}, "author") == name


def test_properties_that_say_when_the_file_was_made_are_a_file_s():
    assert is_of_a_file({"created": "2031-03-01"})
    assert not is_of_a_file({"published": "2031-03-01"})
