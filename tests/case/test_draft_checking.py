"""A draft against a case: what may be cited, what rows of tables say, and a real article rewritten with errors."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.draft_checking import CheckedDraft, check_draft
from temoin.case.folder import Case
from temoin.documents.readers.text import READER
from temoin.evidence import Source
from temoin.evidence.digest import digest_text

SAID = "En Atlasie, le bureau de Valmora a coûté 6,5 millions d’euros en 2019.\n"


def checked(case: Case, text: str) -> CheckedDraft:
    source = Source(id=digest_text(text), size=len(text), name="draft.txt")
    return check_draft(analyse(case), source, READER.read(io.BytesIO(text.encode()), source))


def verdicts(found: CheckedDraft) -> dict[str, str]:
    return {each.text: each.verdict for each in found.marked}


@pytest.fixture
def said(tmp_path: Path) -> Path:
    path = tmp_path / "said.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


def test_a_source_of_the_case_supports_a_draft_and_the_draft_does_not_enter_it(case: Case, said: Path) -> None:
    add_file(case, said, Wish())
    heads = case.journal.heads
    found = checked(case, "Valmora : le bureau, ouvert en 2019, a coûté 6,5 millions d’euros.\n")
    assert set(verdicts(found).values()) == {"supported"}
    assert case.journal.heads == heads


def test_a_personal_source_is_not_cited_and_is_counted(case: Case, said: Path) -> None:
    add_file(case, said, Wish(personal=True))
    found = checked(case, "Valmora : le bureau a coûté 6,5 millions d’euros.\n")
    assert set(verdicts(found).values()) == {"unsupported"}
    assert found.left_out == 1


def test_what_the_draft_says_twice_otherwise_is_found_within_it(case: Case) -> None:
    found = checked(
        case, "Aveline a reçu 3,1 millions d’euros et Brume 2,2 millions d’euros, soit 6,3 millions d’euros au total.\n"
    )
    assert [finding.method.partition("/")[0] for _, _, finding in found.findings] == ["claims.sum"]
    start, end, _ = found.findings[0]
    assert found.text[start:end].endswith("millions d’euros")


# Our own words for facts that the article tells; five of them are then altered.
REWRITE = """Luoyang, vitrine des médias « convergents »

À Luoyang, dans le Henan, chaque comté a désormais un centre chargé des réseaux sociaux. Une note interne du 18 juin
donne en exemple celui de Mengjin, ouvert en août 2019, qui a coûté 6,5 millions de yuans, soit quelque 972 000 dollars.

Le plus cher est celui de Xin’an : 10 millions de yuans, dès décembre 2018. Viennent ensuite Luanchuan (8,05 millions
de yuans, février 2020) et Luoning (4,5 millions). Ruyang a mis 3,45 millions de yuans en mai 2019, Yibin 3,4 millions,
Song 3,3 millions et Yichuan 3,05 millions ; Yanshi ferme la marche avec 2,9 millions de yuans, en septembre 2019.

En tout, la facture atteint 45,15 millions de yuans, environ 6,74 millions de dollars.

Un contrat signé en avril 2019 avec Douyin, autour du festival des pivoines, a coûté à la ville 250 000 yuans
(37 300 dollars), remise comprise.

Xi Jinping parle de ces réseaux depuis janvier 2019. Le 16 mars, il leur a consacré un article dans un journal du Parti.
"""
ERRORS = {
    "août 2019": "août 2018",
    "8,05 millions": "8,5 millions",
    "45,15 millions": "54,15 millions",
    "250 000 yuans": "250 000 dollars",
    "Le 16 mars": "Le 6 mars",
}


@pytest.fixture
def luoyang(case: Case, shared: Callable[[str], Path]) -> Case:
    add_file(case, shared("seeds/004_c0cd6b2feecd1910.txt"), Wish())
    return case


def test_a_sound_rewrite_of_the_article_is_supported_throughout(luoyang: Case) -> None:
    found = checked(luoyang, REWRITE)
    assert {text: verdict for text, verdict in verdicts(found).items() if verdict != "supported"} == {}
    assert len(found.marked) > 20
    assert not [finding for _, _, finding in found.findings if finding.verdict == "disagrees"]


def test_five_errors_planted_in_the_rewrite_are_all_found_and_none_besides(luoyang: Case) -> None:
    text = REWRITE
    for sound, wrong in ERRORS.items():
        assert text.count(sound) == 1
        text = text.replace(sound, wrong)
    found = checked(luoyang, text)
    accused = [each for each in found.marked if each.verdict != "supported"]
    assert [each.verdict for each in accused] == ["contradicted"] * len(ERRORS)
    assert [each.text.split()[0] for each in accused] == ["août", "8,5", "54,15", "250", "6"]


@pytest.mark.parametrize("sound", list(ERRORS))
def test_each_error_alone_is_found_alone(luoyang: Case, sound: str) -> None:
    found = checked(luoyang, REWRITE.replace(sound, ERRORS[sound]))
    assert [each.verdict for each in found.marked if each.verdict != "supported"] == ["contradicted"]
