from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.querying import query
from temoin.errors import CaseError

CANARY = "the canary sang at dawn in Port-Fictif"


def test_one_select_answers_and_nothing_else(filled: Case) -> None:
    analysis = analyse(filled)
    answer = query(analysis, "SELECT place, began, depth FROM outages")
    assert answer.columns == ("place", "began", "depth")
    assert len(answer.rows) == 1
    for sql in (
        "DROP TABLE sources",
        "SELECT 1; SELECT 2",
        "COPY sources TO 'out.csv'",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SET enable_external_access = true",
        "SELECT * FROM nowhere",
        "SELEC",
    ):
        with pytest.raises(CaseError, match=r"query:"):
            query(analysis, sql)


def test_personal_tables_are_not_in_the_query(filled: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}; 123 people said so.")
    name = add_file(filled, path, Wish(personal=True)).source.id
    analysis = analyse(filled)
    for table in ("sources", "statements", "findings", "reviews"):
        answer = query(analysis, f"SELECT * FROM {table}")
        assert name not in str(answer.rows)
        assert "canary" not in str(answer.rows)
