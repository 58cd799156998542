"""Bad use of a command: one line, exit status 2."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(("frobnicate",), "frobnicate", id="no such command"),
        pytest.param(("--nope",), "--nope", id="no such option"),
        pytest.param(("show", "case"), "ID", id="a missing argument"),
        pytest.param(("build", ".", "--language", "de", "--nope"), "temoin build --help", id="where help stands"),
        pytest.param(("bench", "nothing"), "case", id="a value outside its closed set"),
    ],
)
def test_bad_use_is_one_line_that_names_it(run, arguments: tuple[str, ...], named: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("temoin: ")
    assert err.count("\n") == 1
    assert named in err
