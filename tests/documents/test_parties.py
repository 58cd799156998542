"""Who published, who signed, and of what genre: only where a mark clearly says so."""

import pytest

from temoin.documents.parties import propose_author, propose_genre, propose_publisher

from .sample_texts import BODY, parts


def found(propose, text, properties=None):
    layout, _dates, dateline = parts(text)
    proposal = propose(text, layout, properties or {}, dateline)
    if proposal is None:
        return None
    assert proposal.start is None or text[proposal.start : proposal.end]
    return proposal.value


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        pytest.param(f"NORLE, 3 mars 2031 /PRNewswire/ -- {BODY}", "PR Newswire", id="distributor, under its own name"),
        pytest.param(f"(Norle Info) – {BODY}", "Norle Info", id="credit that opens the text"),
        pytest.param(f"NORLE (AFP) – {BODY}", None, id="an agency signs, others publish"),
        pytest.param(f"Titre\n\n{BODY}\n\n© 2031 Le Norle. Tous droits réservés.", "Le Norle", id="rights line"),
        pytest.param(f"Titre\n\n{BODY}\n\n© Le Norle", None, id="credit of a picture"),
        pytest.param(
            f"Titre\n\n{BODY}\n\nAbonnez-vous à Norle Info\n\nSoutenez Norle Info", "Norle Info", id="appeals"
        ),
        pytest.param(f"Titre\n\n{BODY}\n\nAbonnez-vous à Norle Info", None, id="one appeal alone"),
        pytest.param(
            f"Titre\n\nLe Norle : Que s’est-il passé ce jour-là ?\n\nAna Lom : Rien du tout.\n\n{BODY}",
            "Le Norle",
            id="the one who asks",
        ),
    ],
)
def test_a_publisher_is_named_by_a_clear_mark_alone(text, publisher):
    assert found(propose_publisher, text) == publisher


def test_the_page_s_own_word_on_its_publisher_comes_first():
    assert found(propose_publisher, f"(Norle Info) – {BODY}", {"publisher": "Le Norle"}) == "Le Norle"


@pytest.mark.parametrize(
    ("text", "author"),
    [
        pytest.param(f"Titre\n\nPar Ana Lom et Bo Ser\n\n{BODY}", "Ana Lom et Bo Ser", id="byline"),
        pytest.param(f"Par crainte du pire\n\n{BODY}", "cms", id="a title that begins like a byline"),
        pytest.param(f"Titre\n\n{BODY}\n\nSOURCE Société de Valmora", "Société de Valmora", id="issuer of a release"),
        pytest.param(f"NORLE (AFP) – {BODY}", "cms", id="the file before the agency"),
    ],
)
def test_who_signs_is_named_before_who_the_file_says(text, author):
    assert found(propose_author, text, {"author": "cms"}) == author


def test_an_agency_signs_where_nobody_else_does():
    assert found(propose_author, f"NORLE (AFP) – {BODY}") == "AFP"


@pytest.mark.parametrize(
    ("text", "properties", "genre"),
    [
        pytest.param(f"COMMUNIQUÉ DE PRESSE\n\n{BODY}", {"type": "NewsArticle"}, "press-release", id="release first"),
        pytest.param(f"Titre\n\n{BODY}\n\nSOURCE Société de Valmora", {}, "press-release", id="issuer"),
        pytest.param(f"Arrêté n° 12 portant coupure\n\n{BODY}", {}, "notice", id="act"),
        pytest.param(f"Titre\n\nPar Ana Lom\n\n{BODY}", {}, "press", id="signed"),
        pytest.param(f"Titre\n\n{BODY}", {"type": "NewsArticle"}, "press", id="declared"),
        pytest.param(f"Titre\n\n{BODY}", {"type": "website"}, None, id="a page of any kind"),
    ],
)
def test_a_genre_rests_on_a_mark(text, properties, genre):
    assert next((value for subject, value, _ in genres(text, properties) if subject == "genre"), None) == genre


def genres(text, properties=None):
    layout, _, dateline = parts(text)
    return [(each.subject, each.value, each.why.en) for each in propose_genre(text, layout, properties or {}, dateline)]


@pytest.mark.parametrize(
    "last",
    [
        "SOURCE National Press Club, Valmora",
        "National Press Club of Valmora",
        "Le Club de la presse de Valmora",
        "Communiqué de presse diffusé par le Club de la presse de Valmora",
        "Ce texte est un communiqué de presse de la régie.",
        "This text is a press release of the utility.",
    ],
)
def test_a_release_says_so_on_its_own_last_line(last):
    (only,) = genres(f"Titre\n\n{BODY}\n\n{last}")
    assert only[:2] == ("genre", "press-release")
    assert "last line" in only[2]


@pytest.mark.parametrize("last", ["Le Club de la presse a condamné la coupure.", "Valmora", "La presse de Valmora"])
def test_a_last_line_that_says_something_else_marks_nothing(last):
    assert genres(f"Titre\n\n{BODY}\n\n{last}") == []


def test_signs_of_one_genre_are_told_together_and_another_genre_beside():
    taken, other = genres(f"COMMUNIQUÉ DE PRESSE\n\n{BODY}\n\nSOURCE Régie de Valmora", {"type": "NewsArticle"})
    assert taken == ("genre", "press-release", "heading of a press release; issuer named on the last line")
    assert other[:2] == ("other-genre", "press")


@pytest.mark.parametrize(
    "name", ["Microsoft Office User", "admin", "python-docx", "HP", "Utilisateur Windows", "user1"]
)
def test_what_an_installation_leaves_is_no_author(name):
    assert found(propose_author, f"Titre\n\n{BODY}", {"author": name, "created": "2031-03-01"}) is None


def test_what_an_office_file_declares_comes_after_the_text():
    file = {"publisher": "Ancien Modèle SARL", "author": "A. Diallo", "modified": "2031-03-01"}
    assert found(propose_publisher, f"(Norle Info) – {BODY}", file) == "Norle Info"
    assert found(propose_publisher, f"Titre\n\n{BODY}", file) == "Ancien Modèle SARL"
    assert found(propose_author, f"NORLE (AFP) – {BODY}", file) == "AFP"
    assert found(propose_author, f"Titre\n\n{BODY}", file) == "A. Diallo"
