"""The scorecard of claims: what is at hand is measured, what is not is said."""

from temoin.cli.claim_bench import bench_claims


def test_without_data_what_is_left_out_is_said_and_the_pace_is_taken():
    page = "\n".join(bench_claims(quick=True))
    assert "Labelled texts: not run" in page
    assert "specifications: not run" in page
    assert "Témoin, whole reading" in page


def test_labelled_texts_are_measured_in_place(shared):
    page = "\n".join(bench_claims(quick=True, data=shared("seeds").parent))
    assert "## Five press articles, labelled by hand" in page
    assert "## Microsoft’s French specifications" in page
