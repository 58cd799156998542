import pytest

from temoin.documents.tables import sample


@pytest.mark.parametrize("make", [sample.followers_xlsx, sample.ledger_ods, sample.two_tables_csv])
def test_a_sample_is_the_same_bytes_each_time(make):
    assert make() == make()
