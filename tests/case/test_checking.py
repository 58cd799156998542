"""What the checks on one document conclude in a case, from what people decided."""

from dataclasses import replace

from temoin.case.checking import check_document
from temoin.claims import sample
from temoin.dossier.report import StatementView

TEXT = "Aveline a reçu 3,1 millions d’euros et Brume 2,2 millions d’euros, soit 6,3 millions d’euros au total."


def views(**of_last):
    *first, last = (StatementView(statement) for statement in sample.read(TEXT))
    return [*first, replace(last, **of_last)]


def test_what_stands_is_checked():
    assert [found.verdict for found in check_document(TEXT, views())] == ["disagrees"]


def test_a_rejected_statement_never_enters():
    assert check_document(TEXT, views(decision="rejected")) == []


def test_a_corrected_value_is_the_one_checked():
    last = sample.read(TEXT)[-1]
    corrected = replace(last, value="5300000", low="5250000", high="5350000")
    assert [found.verdict for found in check_document(TEXT, views(decision="corrected", statement=corrected))] == [
        "agrees"
    ]


def test_what_rests_on_a_picture_nobody_looked_at_is_held_back():
    last = replace(sample.read(TEXT)[-1], recognised=0.9)
    (found,) = check_document(TEXT, views(statement=last))
    assert (found.verdict, found.because) == ("cannot_tell", "source")
    assert found.numbers["to_check"] == [last.id]
    assert "interne à un document" in found.words.fr
