"""Commands as a person types them: what is printed where, and the exit status."""

import json
from pathlib import Path

import polars as pl
import pytest

from temoin.outages import sample

ARTICLE = """Atlasie: a night without a network

Port-Fictif, 20 March 2024 – In Atlasie, a fictional country, the network fell on 19 March 2024 at 20:00 UTC, the
Invented Observatory said. Some 450,000 subscribers were concerned.
"""


@pytest.fixture(autouse=True)
def in_hand(at_work: None) -> None:
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    curve.write_csv("signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_new_add_build_need_no_flag(run) -> None:
    assert run("new", "case")[0] == 0
    status, out, err = run("add", "case", "signals.csv", "article.txt")
    assert status == 0, err
    assert [line.split()[1] for line in out.splitlines()] == ["signals.csv", "article.txt"]
    status, out, err = run("build", "case")
    assert status == 0, err
    assert all(Path(line).stat().st_size > 10_000 for line in out.splitlines())
    assert "nothing changed" in run("build", "case")[2]


def test_findings_carry_the_fields_of_an_outage(run) -> None:
    run("new", "case")
    run("add", "case", "signals.csv")
    status, out, _err = run("findings", "case", "--lens", "outages", "--json")
    event, likeness = sorted(records(out), key=lambda record: record["method"], reverse=True)
    assert status == 0
    assert likeness["method"] == "outages.character/1"
    assert likeness["outage"] == event["id"]
    assert event["place"] == "Atlasie"
    assert event["began"] == "2024-03-19T20:00:00Z"
    expected = (
        "type id source lens method verdict because words evidence settle place began ended began_earliest "
        "began_latest state kind depth lost_hours confidence preferred picks fell stayed unmeasured campaign"
    ).split()
    assert set(expected) <= set(event)
    assert {"signal", "began", "ended", "depth"} <= set(event["picks"][0])


def test_the_outage_filter_needs_no_case(run) -> None:
    status, out, _err = run("outages", "signals.csv", "--json")
    (event,) = records(out)
    assert (status, event["type"], event["state"]) == (0, "event", "ended")
    assert 0 < event["likeness"] < 1
    assert event["likeness_horizon"] == "after"
    picks = records(run("outages", "signals.csv", "--signals", "--json")[1])
    assert {pick["type"] for pick in picks} == {"pick"}
    assert "active_probing" in {pick["signal"] for pick in picks}


def test_the_text_filter_prints_what_positions_count_in(run) -> None:
    _status, text, _err = run("text", "article.txt")
    assert text == ARTICLE
    _status, out, _err = run("claims", "article.txt", "--json")
    found = records(out)
    assert found
    for claim in found:
        assert text[claim["start"] : claim["end"]] == claim["text"]
    expected = "type id source start end text kind value low high unit qualifier entity attribute as_of attributed_to"
    assert set(expected.split()) | {"through"} <= set(found[0])
    assert 450000 in [claim["value"] for claim in found]


def test_a_figure_without_a_value_shows_its_bounds_to_a_person(run) -> None:
    Path("vague.txt").write_text("En Atlasie, des dizaines de lignes sont tombées.", encoding="utf-8")
    status, out, _err = run("claims", "vague.txt", "--language", "fr")
    assert status == 0
    assert out.rstrip().endswith("→  20 – … lignes")


def test_claims_are_checked_on_request(run) -> None:
    told = "Brume a reçu 3,1 millions d’euros et Corvane 2,2 millions d’euros, soit 6,3 millions d’euros au total.\n"
    Path("sums.txt").write_text(told, encoding="utf-8")
    assert {line["type"] for line in records(run("claims", "sums.txt", "--json")[1])} == {"statement"}
    *_, finding = records(run("claims", "sums.txt", "--checks", "--json")[1])
    assert (finding["type"], finding["method"], finding["verdict"]) == ("finding", "claims.sum/1", "disagrees")
    assert finding["sum"] == "5300000"
    assert "claims.sum/1" in run("claims", "sums.txt", "--checks")[1].splitlines()[-1]
    assert "claims.sum/1" in run("claims", "sums.txt", "--checks", "--csv")[1]


def test_a_decision_is_taken_and_shown(run) -> None:
    run("new", "case")
    run("add", "case", "article.txt")
    claim = records(run("claims", "article.txt", "--json")[1])[0]
    status, out, err = run("review", "case", claim["id"][:12], "accept", "--by", "Ada")
    assert status == 0, err
    shown = records(run("show", "case", claim["id"][:12], "--json")[1])[0]
    assert (shown["type"], shown["decision"], shown["by"]) == ("statement", "accepted", "Ada")
    entry = records(run("show", "case", out.strip(), "--json")[1])[0]
    assert (entry["type"], entry["what"]) == ("entry", "reviewed")
    rows = records(run("query", "case", "SELECT statement, decision FROM reviews", "--json")[1])
    assert rows == [{"statement": claim["id"], "decision": "accepted"}]


def test_verify_names_what_changed_and_exits_1(run) -> None:
    run("new", "case")
    name = run("add", "case", "article.txt")[1].split()[0]
    status, out, _err = run("verify", "case")
    assert status == 0
    head = out.splitlines()[1].removeprefix("head ")
    assert run("verify", "case", "--head", head)[0] == 0
    path = Path("case/sources") / name
    path.write_bytes(path.read_bytes() + b"!")
    status, out, _err = run("verify", "case")
    assert status == 1
    assert name in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(["build", "nowhere"], "temoin new nowhere", id="no case there"),
        pytest.param(["add", "case", "missing.txt"], "missing.txt: no such file", id="no such file"),
        pytest.param(["add", "case"], "name at least one file", id="nothing to add"),
        pytest.param(["add", "case", "article.txt", "--zone", "Mars/Base"], "Mars/Base", id="an unknown zone"),
        pytest.param(["add", "case", "article.txt", "--as", "tablet"], "--as", id="an unknown kind"),
        pytest.param(
            ["add", "case", "article.txt", "--published", "31/02/2022"], "2019-08", id="a date that cannot be"
        ),
        pytest.param(["add", "case", "article.txt", "--reliability", "Z"], "A, B, C", id="outside a closed set"),
        pytest.param(["show", "case", "ffff"], "nothing of that name", id="an unknown id"),
        pytest.param(["query", "case", "DROP TABLE sources"], "one SELECT", id="not a SELECT"),
        pytest.param(["new", "case"], "not empty", id="a case that stands already"),
        pytest.param(["new", "other", "--country", "Atlantis"], "Atlantis", id="an unknown country"),
        pytest.param(
            ["new", "other", "--from", "2022-02", "--to", "2022-01"], "ends before", id="a period upside down"
        ),
        pytest.param(["fetch", "case", "radar"], "ioda", id="an unknown service"),
        pytest.param(["add", "case", "article.txt", "--personal"], "TEMOIN_PASSPHRASE", id="no passphrase at hand"),
    ],
)
def test_bad_use_is_one_line_with_its_remedy_and_exit_2(run, arguments: list[str], named: str, monkeypatch) -> None:
    run("new", "case")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    status, out, err = run(*arguments)
    assert status == 2
    assert out == ""
    assert named in " ".join(err.replace("│", " ").split())
    assert "Traceback" not in err


def test_words_are_in_french_when_asked(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_LANG", "fr")
    assert "affaire créée" in run("new", "case")[2]
    run("add", "case", "signals.csv")
    assert "connexion perdue" in run("findings", "case")[1]


def test_links_open_no_socket_and_print_addresses(run) -> None:
    run("new", "case", "--country", "KZ", "--from", "2022-01-04", "--to", "2022-01-12")
    status, out, _err = run("fetch", "case", "ioda", "--links")
    assert status == 0
    assert "country/KZ" in out


def test_a_list_says_what_is_known_of_each_file(run) -> None:
    run("new", "case")
    Path("list.csv").write_text("file,publisher,published\narticle.txt,Gazette fictive,2024-03-20\n", encoding="utf-8")
    assert run("add", "case", "--list", "list.csv")[0] == 0
    rows = records(run("query", "case", "SELECT publisher, published FROM sources", "--json")[1])
    assert rows == [{"publisher": "Gazette fictive", "published": "2024-03-20"}]


def test_csv_disarms_what_a_spreadsheet_would_run(capsys: pytest.CaptureFixture[str]) -> None:
    from temoin.cli.speech import print_csv

    print_csv([{"a": "=HYPERLINK(1)", "b": -3, "c": None, "d": ["x"]}])
    assert capsys.readouterr().out == 'a,b,c,d\n\'=HYPERLINK(1),-3,,"[""x""]"\n'


def test_the_outage_filter_names_networks_and_gathers_them_by_country(run) -> None:
    curve = sample.one_night_down().select("time", "signal", "value")
    fallen = [curve.with_columns(place=pl.lit(f"AS{number}")) for number in (1, 2, 3)]
    pl.concat(fallen).write_csv("networks.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    Path("operators.csv").write_text(
        "asn,country,operator,access\n1,IR,Firm,mobile\n2,IR,,\n3,IR,,\n", encoding="utf-8"
    )
    assert len(records(run("outages", "networks.csv", "--json")[1])) == 3
    status, out, _err = run("outages", "networks.csv", "--networks", "operators.csv", "--json")
    event, people = records(out)
    assert (status, event["type"], event["place"], event["places"]) == (0, "event", "IR", ["AS1", "AS2", "AS3"])
    assert (people["type"], people["method"], people["people_low"]) == ("finding", "outages.people/1", None)
    assert "AS1 (Firm, mobile)" in event["words"]["en"]


def test_a_failing_instrument_is_a_finding_and_no_event(run) -> None:
    night = sample.Loss(sample.moment(20), sample.moment(20, 6), 0.7)
    series = [sample.curve("search", (night,), place=place, days=22) for place in ("IR", "FR", "BR")]
    rows = pl.concat(series).select("time", "place", "signal", "value")
    rows.write_csv("three.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    (finding,) = records(run("outages", "three.csv", "--json")[1])
    assert (finding["type"], finding["method"]) == ("finding", "outages.instrument/1")
