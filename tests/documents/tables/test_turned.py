import pytest

from temoin.documents.tables.given import ByHand
from temoin.documents.tables.grid import Grid
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.turned import find_turned
from temoin.evidence.source import Reading

from .tables_made import a_grid, held, places, planned, read

RECORDS = "Compte;Ada;Bo\nPlateforme;Facebook;X\nAbonnés;1 200;n.d.\nRelevé le;21/03/2031;22/03/2031\n"


def test_headers_down_the_first_column_give_a_record_a_column_at_the_place_of_its_cell():
    assert planned(RECORDS).turned
    assert places(read(RECORDS), "account", "platform", "value", "observed_at") == [
        (3, 2, "Ada", "Facebook", 1200.0, "2031-03-21"),
        (3, 3, "Bo", "X", None, "2031-03-22"),
    ]


def test_it_is_told_with_what_undoes_it():
    told = planned(RECORDS).told[0]
    assert "a record a column" in told.en
    assert '"layout=rows"' in told.fr


@pytest.mark.parametrize(
    "text",
    [
        "Compte;Abonnés;Relevé le\nAda;1;21/03/2031\nBo;2;22/03/2031\n",
        "Mesure;Facebook;Instagram\nAbonnés;1;2\nVues;3;4\n",
        "Plateforme;mars 2031;avril 2031\nFacebook;1;2\nInstagram;3;4\n",
        "Candidat;Facebook;X\nAda;1;2\nBo;3;4\n",
        "Note;de service\nCompte;rendu\n",
    ],
    ids=["usual", "measures down", "platforms by date", "platforms across", "words alone"],
)
def test_tables_of_rows_are_not_turned(text):
    assert find_turned(a_grid(text)) == []


def test_platforms_and_dates_may_stand_in_the_first_row():
    by_platform = "Plateforme;Facebook;X\nCompte;@ada;@ada_x\nAbonnés;1;2\n"
    assert places(read(by_platform), "account", "platform", "value") == [
        (3, 2, "@ada", "Facebook", 1.0),
        (3, 3, "@ada_x", "X", 2.0),
    ]
    by_day = ";01/03/2031;15/03/2031\nAbonnés;1;2\nVues;3;4\n"
    assert held(planned(by_day))["[A]"] == "observed_at"
    assert places(read(by_day), "measure", "observed_at", "value")[:2] == [
        (2, 2, "followers", "2031-03-01", 1.0),
        (3, 2, "views", "2031-03-01", 3.0),
    ]


def test_a_title_above_says_what_it_says_of_any_table():
    text = "Page Facebook, relevé du 21 mars 2031\nIndicateur;Ada;Bo\nAbonnés;1;2\nVues;3;4\n"
    plan = planned(text)
    assert [each.kind for each in plan.apart] == ["title"]
    assert places(read(text), "account", "platform", "observed_at")[0] == (3, 2, "Ada", "Facebook", "2031-03-21")


def test_a_table_beside_a_turned_one_is_still_found():
    rows = a_grid(RECORDS).rows
    under = [[], [], ["Candidat", "Abonnés"], ["Cléo", "5"], ["Dan", "6"]]
    plans = plan_tables([Grid("s", [*rows, *under])], Reading())
    assert [(plan.rank, plan.turned) for plan in plans] == [(1, False), (2, True)]


def test_a_person_turns_a_table_and_turns_it_back():
    text = "Suivi;Page A;Page B\nAmis de la page;12;13\nPassages à l’antenne;3;4\n"
    plain = planned(text)
    assert not plain.turned
    turned = planned(text, ByHand(layouts={plain.key: "columns"}))
    assert turned.turned
    assert [each.name for each in turned.columns if each.number] == ["Suivi", "Amis de la page", "Passages à l’antenne"]
    assert planned(text, ByHand(layouts={plain.key: "columns", turned.key: "rows"})) == plain
    found = planned(RECORDS)
    back = planned(RECORDS, ByHand(layouts={found.key: "rows"}))
    assert not back.turned
    assert back.region.heading.first == 2
