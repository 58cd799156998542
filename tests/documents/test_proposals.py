"""What a document proposes about itself, on made-up texts of fictional places and on the development articles."""

import io
import json

import pytest
import typst

from temoin.documents.document import Document
from temoin.documents.proposals import propose
from temoin.documents.readers import pdf
from temoin.documents.readers.web import html
from temoin.evidence import Source
from temoin.evidence.source import Reading

BODY = (
    "Le réseau de la république fictive de Valmora est tombé mercredi matin, selon les mesures de plusieurs "
    "observatoires, et il n’était pas revenu à midi dans les faubourgs de la capitale.\n\n"
    "Les commerçants de la ville estiment que la perte est considérable, et ils demandent au gouvernement de rétablir "
    "la connexion dans les plus brefs délais pour sauver la saison.\n"
)
ENGLISH_BODY = (
    "The network of the fictional republic of Valmora went down on Wednesday morning, according to the measurements "
    "of several observatories, and it was not back at noon in the suburbs.\n\n"
    "Traders of the city said that the loss was considerable, and they asked the government to restore the network.\n"
)
HEADLINE = "Coupure d’Internet à Valmora : la capitale dans le noir"


def proposals(text, properties=None, name=None, **reading):
    document = Document(text, properties=properties or {})
    return {found.subject: found for found in propose(document, name=name, reading=Reading(**reading))}


def values(text, properties=None, **reading):
    return {subject: found.value for subject, found in proposals(text, properties, **reading).items()}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(f"{HEADLINE}\n\n", HEADLINE, id="alone on its line"),
        pytest.param(f"\n \n{HEADLINE}\n", HEADLINE, id="without a blank line after it"),
        pytest.param(f"INTERNATIONAL\n\n{HEADLINE}\n\n", HEADLINE, id="under a kicker"),
        pytest.param(f"Accueil > Monde > Afrique\n{HEADLINE}\n", HEADLINE, id="under a trail of sections"),
        pytest.param(f"Par Ana Lom avec Bo Ser\n3 mars 2031\n{HEADLINE}\n\n", HEADLINE, id="under byline and date"),
        pytest.param(
            "Par crainte de l’émeute, Valmora coupe tout\n\n",
            "Par crainte de l’émeute, Valmora coupe tout",
            id="begins like a byline",
        ),
        pytest.param(
            "COMMUNIQUÉ DE PRESSE\n\nUn appel de la coalition\n\n", "Un appel de la coalition", id="of a press release"
        ),
        pytest.param("Objet : accès au réseau\n\nMadame,\n\n", "accès au réseau", id="subject of a letter"),
        pytest.param("Pourquoi couper Internet ?\n\n", "Pourquoi couper Internet ?", id="a question"),
        pytest.param("Valmora s’éteint\n\n", "Valmora s’éteint", id="two words"),
    ],
)
def test_a_headline_is_the_title(head, title):
    found = proposals(head + BODY)["title"]
    assert found.value == title
    assert (head + BODY)[found.start : found.end] == title


def test_without_headline_the_opening_words_stand_and_it_is_said():
    found = proposals(BODY)["title"]
    assert found.value == "Le réseau de la république fictive de Valmora est tombé mercredi matin…"
    assert BODY.startswith(BODY[found.start : found.end])
    assert "no headline" in found.why.en


def test_opening_words_begin_behind_the_dateline():
    text = f"NORLE, Valmora, 8 mai 2031 /PRNewswire/ -- Le réseau est revenu. {BODY}"
    assert values(text)["title"] == "Le réseau est revenu."


def test_the_declared_title_stands_where_the_text_has_none():
    found = proposals(BODY, {"title": "Note sur Valmora"})["title"]
    assert (found.value, found.start) == ("Note sur Valmora", None)


@pytest.mark.parametrize("declared", ["Microsoft Word - note.docx", "untitled", "rapport_final.pdf", "Document1"])
def test_what_a_program_wrote_as_title_is_none(declared):
    assert proposals(BODY, {"title": declared})["title"].start == 0


def test_another_declared_title_is_said():
    assert "“Autre chose”" in proposals(f"{HEADLINE}\n\n{BODY}", {"title": "Autre chose"})["title"].why.en


def test_the_file_s_name_is_the_last_resort():
    assert proposals("— ‑ —\n" * 0, name="note.txt")["title"].value == "note.txt"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(f"NORLE, Valmora, 3 mars 2031 /PRNewswire/ -- {BODY}", "3 mars 2031", id="dateline with a wire"),
        pytest.param(f"NORLE, le 3 mars 2031 (Agence fictive) – {BODY}", "3 mars 2031", id="dateline with an agency"),
        pytest.param(f"(Agence fictive) – Norle, 3 mars 2031 – {BODY}", "3 mars 2031", id="agency before the dateline"),
        pytest.param(f"3 mars 2031 - {BODY}", "3 mars 2031", id="a date and a dash"),
        pytest.param(f"NORLE, March 3, 2031 -- {ENGLISH_BODY}", "March 3, 2031", id="English dateline"),
        pytest.param(f"{HEADLINE}\nLe 03/03/2031 à 21h08\n\n{BODY}", "03/03/2031", id="date line"),
        pytest.param(
            f"{HEADLINE}\n\n{BODY[:170]}\n\nLe 03/03/2031 à 21h08\n\n{BODY}", "03/03/2031", id="under the standfirst"
        ),
        pytest.param(f"{HEADLINE}\nAna Lom - 3 mars 2031 - 10:12\n{BODY}", "3 mars 2031", id="name and date"),
        pytest.param(
            f"{HEADLINE}\nBy Ana Lom | March 3, 2031, 9:31 p.m.\n{ENGLISH_BODY}", "March 3, 2031", id="English byline"
        ),
        pytest.param(
            f"{HEADLINE}\n3 mars 2031 21:31 Mis à jour: 5 mars 2031 18:32\n{BODY}", "3 mars 2031", id="update after it"
        ),
        pytest.param(
            f"{HEADLINE}\nMis à jour le 5 mars 2031 - Publié le 3 mars 2031\n{BODY}",
            "3 mars 2031",
            id="update before it",
        ),
        pytest.param(
            f"{HEADLINE}\nRédigé par Ana Lom le lundi 3 mars 2031\n{BODY}", "3 mars 2031", id="written by, on"
        ),
        pytest.param(f"{HEADLINE}\n\n{BODY}\nPar Ana Lom\nLe 3 mars 2031\n", "3 mars 2031", id="at the foot"),
        pytest.param(f"Objet : accès\n\nNorle, le 3 mars 2031\n\n{BODY}", "3 mars 2031", id="of a letter"),
    ],
)
def test_the_text_s_own_date_is_that_of_publication(text, quote):
    found = proposals(text)
    assert found["published"].value == "2031-03-03"
    assert text[found["published"].start : found["published"].end] == quote
    assert "not-before" not in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADLINE}\n\nLe 3 mars 2031, la ville s’est éteinte. {BODY}", id="told in the body"),
        pytest.param(
            f"(Le Courrier) – Norle, lundi 3 mars 2031 : la ville s’éteint. {BODY}", id="a scene, with a colon"
        ),
        pytest.param(
            f"{BODY}\nUn article publié le 3 mars 2031 dans la revue l’avait annoncé aux lecteurs, incrédules.\n",
            id="another's publication",
        ),
    ],
)
def test_a_date_that_is_told_only_bounds_the_publication(text):
    found = proposals(text)
    assert "published" not in found
    assert found["not-before"].value == "2031-03-03"
    assert text[found["not-before"].start : found["not-before"].end] == "3 mars 2031"


def test_the_bound_is_the_last_day_of_a_range_that_has_passed():
    text = f"{BODY}\nLes morts de la nuit du 5 au 6 mars 2031 ont été comptés, ceux du 2 mars 2031 ne l’ont pas été.\n"
    assert values(text)["not-before"] == "2031-03-06"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le scrutin aura lieu le 12 juin 2031.",
        "La taxe sera levée le 12 juin 2031.",
        "La coupure est prévue jusqu’au 12 juin 2031.",
        "La taxe sera levée\nle 12 juin 2031.",
        "The vote will be held on 12 June 2031.",
        "La campagne de l’élection du 12 juin 2031 bat son plein.",
    ],
)
def test_a_day_to_come_bounds_nothing(sentence):
    assert "not-before" not in proposals(f"{BODY}\n{sentence}\n")


def test_an_update_alone_bounds_the_publication_and_is_said():
    found = proposals(f"{HEADLINE}\nDernière mise à jour : 3 mars 2031 à 10:12\n\n{BODY}")
    assert "published" not in found
    assert found["not-before"].value == "2031-03-03"
    assert "update" in found["not-before"].why.en


def test_an_election_that_has_passed_bounds_the_publication():
    assert values(f"{BODY}\nL’élection du 12 juin 2031 s’est tenue sans réseau.\n")["not-before"] == "2031-06-12"


def test_a_month_is_proposed_as_a_month():
    found = proposals(f" date 2031-03 Une foule à Norle, Valmora, 5 mars 2031. {BODY}")["published"]
    assert found.value == "2031-03"
    assert "only the month" in found.why.en
    assert "5 March 2031" in found.why.en


def test_the_page_s_own_date_stands_behind_the_text_s():
    properties = {"published": "2031-03-07"}
    assert values(f"{HEADLINE}\n\n{BODY}", properties)["published"] == "2031-03-07"
    found = proposals(f"{HEADLINE}\nPublié le 3 mars 2031\n\n{BODY}", properties)["published"]
    assert found.value == "2031-03-03"
    assert "7 March 2031" in found.why.en


def test_an_open_order_is_asked_not_guessed():
    text = f"{HEADLINE}\nPosted on 03/04/2031 by Ana Lom\n\n{ENGLISH_BODY}"
    found = proposals(text)
    assert "published" not in found
    assert found["ambiguous"].value == "2031-04-03 | 2031-03-04"
    assert "3 April 2031 or 4 March 2031: --dates" in found["ambiguous"].why.en
    assert values(text, dates="mdy")["published"] == "2031-03-04"
    assert "ambiguous" not in proposals(text, {"published": "2031-03-04"})


def test_a_weekday_that_does_not_agree_is_said():
    assert "weekday" in proposals(f"{HEADLINE}\njeudi 3 mars 2031\n{BODY}")["published"].why.en


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"NORLE, 3 mars 2031 /PRNewswire/ -- {BODY}\nSOURCE Club fictif, Valmora",
            {"genre": "press-release", "publisher": "PR Newswire", "author": "Club fictif, Valmora"},
            id="a press release through a distributor",
        ),
        pytest.param(
            f"COMMUNIQUÉ\n\nAppel de la coalition\n\n{BODY}", {"genre": "press-release"}, id="a press release"
        ),
        pytest.param(
            f"(Agence fictive) - {BODY}", {"genre": "press", "publisher": "Agence fictive"}, id="a credit that opens"
        ),
        pytest.param(f"(AFP) - {BODY}", {"genre": "press", "author": "AFP"}, id="a news agency signs"),
        pytest.param(f"{HEADLINE}\nPar Ana Lom\n\n{BODY}", {"genre": "press", "author": "Ana Lom"}, id="a byline"),
        pytest.param(
            f"{HEADLINE}\n\n{BODY}\nPropos recueillis par Ana Lom",
            {"genre": "press", "author": "Ana Lom"},
            id="an interview",
        ),
        pytest.param(
            f"{HEADLINE}\n\n{BODY}\n© 2031 Le Courrier fictif. Tous droits réservés.",
            {"publisher": "Le Courrier fictif"},
            id="a rights line",
        ),
        pytest.param(
            f"{HEADLINE}\n\n{BODY}\nS’abonner à Vigie+\n\nSoutenez Vigie dès maintenant\n",
            {"genre": "press", "publisher": "Vigie"},
            id="appeals to subscribe",
        ),
        pytest.param(
            f"Vigie : Pourquoi avoir coupé le réseau dans tout le pays ?\n\nAna Lom : {BODY}",
            {"genre": "press", "publisher": "Vigie"},
            id="questions of an interview",
        ),
        pytest.param(
            f"Arrêté du 3 mars 2031 portant suspension du réseau\n\n{BODY}", {"genre": "notice"}, id="heading of an act"
        ),
        pytest.param(
            f"{HEADLINE}\nPar Vigie Publié le : 03/03/2031\n\n{BODY}",
            {"genre": "press", "author": "Vigie"},
            id="a byline before a label",
        ),
        pytest.param(f"{HEADLINE}\n© AFP / Ana Lom\n\n{BODY}", {}, id="the credit of a picture"),
        pytest.param(BODY, {}, id="nothing clear"),
    ],
)
def test_parties_and_genre_rest_on_clear_marks(text, expected):
    found = {subject: value for subject, value in values(text).items() if subject in ("genre", "publisher", "author")}
    assert found == expected


def test_a_country_in_brackets_is_no_publisher():
    text = f"NORLE (Valmora) – {BODY}"
    assert "publisher" not in values(text)
    assert values(f"NORLE (Reuters) – {BODY}")["author"] == "Reuters"


def test_a_day_told_as_past_that_follows_the_publication_is_said():
    text = f"{HEADLINE}\nPublié le 3 mars 2031\n\n{BODY}\nLe réseau a été coupé le 9 mars 2031.\n"
    found = proposals(text)["published"]
    assert found.value == "2031-03-03"
    assert "9 March 2031 as past" in found.why.en


def test_a_title_keeps_its_no_break_spaces_on_one_line():
    assert (
        values(f"Valmora\xa0: «\xa0le réseau\xa0» coupé\n\n{BODY}")["title"] == "Valmora\xa0: «\xa0le réseau\xa0» coupé"
    )


def test_language_is_that_of_the_text_and_a_page_that_declares_another_is_named():
    found = proposals(BODY, {"language": "en"})["language"]
    assert found.value == "fr"
    assert "“en”" in found.why.en


def test_an_address_alone_on_its_line_is_proposed():
    text = f"{HEADLINE}\nhttps://courrier.example/valmora\n\n{BODY}"
    found = proposals(text)["url"]
    assert found.value == text[found.start : found.end] == "https://courrier.example/valmora"


def test_an_address_at_the_foot_needs_its_label():
    assert "url" not in values(f"{HEADLINE}\n\n{BODY}\nhttps://other.example/reference")
    assert values(f"{HEADLINE}\n\n{BODY}\nSource : https://courrier.example/a")["url"] == "https://courrier.example/a"


def test_a_line_with_words_of_its_own_is_no_date_line():
    text = f"{HEADLINE}\nversion 1.87.0 nightly (43f0014 2031-03-25)\n\n{BODY}"
    assert "published" not in values(text)


def test_a_web_page_goes_from_bytes_to_proposals():
    page = f"""<html lang="fr"><head><meta charset="utf-8"><title>{HEADLINE}</title>
    <meta property="og:site_name" content="Le Courrier fictif"><meta property="og:type" content="article">
    <meta property="article:published_time" content="2031-03-03T10:00:00Z"></head>
    <body><article><h1>{HEADLINE}</h1><p>{BODY.replace(chr(10) * 2, "</p><p>")}</p></article></body></html>"""
    document = html.read_html(io.BytesIO(page.encode()), Source(id="a" * 64, size=1, name="page.html"))
    found = {proposal.subject: proposal for proposal in propose(document, name=None, reading=Reading())}
    assert {subject: proposal.value for subject, proposal in found.items()} == {
        "title": HEADLINE,
        "published": "2031-03-03",
        "language": "fr",
        "publisher": "Le Courrier fictif",
        "genre": "press",
    }
    assert document.text[found["title"].start : found["title"].end] == HEADLINE


def test_a_pdf_s_tallest_letters_are_its_title():
    body = BODY.replace("\n\n", "\n\n#parbreak()\n")
    head = "Rapport trimestriel de la vigie\n\n#text(size: 20pt)[Valmora dans le noir]\n\nNorle, le 3 mars 2031"
    source = f'#set text(lang: "fr")\n{head}\n\n{body}'
    data = typst.compile(source.encode(), ignore_system_fonts=True)
    document = pdf.read_pdf(io.BytesIO(data), Source(id="a" * 64, size=1, name="report.pdf"))
    found = {proposal.subject: proposal.value for proposal in propose(document, name=None, reading=Reading())}
    assert found["title"] == "Valmora dans le noir"
    assert found["published"] == "2031-03-03"
    assert found["language"] == "fr"


@pytest.mark.parametrize("text", ["", " ", "\n", "3", "…", "\ufeff", "a" * 5000, "x\n" * 3000, "«" * 40])
def test_any_text_gets_proposals_that_quote_it(text):
    for found in propose(Document(text), name=None, reading=Reading()):
        assert found.start is None or 0 <= found.start <= found.end <= len(text)
        assert found.label.fr
        assert found.why.fr
        assert found.why.en


def test_the_development_articles_date_themselves_as_they_were_labelled(shared):
    published = json.loads(shared("labels/seed_pubdates.json").read_text("utf-8"))
    found = {}
    for name in published:
        with (shared("seeds") / name).open(encoding="utf-8", newline="") as file:
            found[name] = values(file.read())
    assert {name: all_["published"] for name, all_ in found.items() if "published" in all_} == {
        name: day[:7] if name.startswith("002") else day
        for name, day in published.items()
        if not name.startswith("001")
    }
    [undated] = [all_ for name, all_ in found.items() if name.startswith("001")]
    assert undated["not-before"] == "2022-01-06"
    assert {all_["language"] for all_ in found.values()} == {"fr"}
    assert [all_["genre"] for all_ in found.values()] == ["press-release", "press", "press", "press", "press"]


def test_no_bound_lies_after_the_labelled_publication(shared):
    published = json.loads(shared("labels/document_pubdates.json").read_text("utf-8"))
    for name, day in published.items():
        found = values((shared("labels/documents") / name).read_text("utf-8"))
        assert found.get("not-before", "") <= day
        assert found.get("published", day) == day
