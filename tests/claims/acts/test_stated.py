"""Acts as statements: kind ``other``, without a value, said by somebody through somebody; made-up names."""

from temoin.claims import records, sample

REVIEW = (
    "En effet, rapporte le quotidien Alaube, certains partis ont acheté des bases de données de citoyens. "
    "On ne leur a pas demandé leur autorisation, explique le quotidien. Le vote est proche, ajoute le quotidien."
)


def acts(text):
    return [statement for statement in sample.read(text) if statement.kind == "other"]


def test_an_act_names_actor_act_and_target_and_who_says_it():
    bought, asked = acts(REVIEW)
    assert (bought.entity, bought.attribute, bought.target) == ("certains partis", "personal data obtained", "citoyens")
    assert (bought.attributed_to, asked.attributed_to) == ("Alaube", "Alaube")
    assert (asked.entity, asked.attribute) == (None, "consent not asked")


def test_an_act_has_no_value_and_its_words_stand_at_its_place():
    for statement in acts(REVIEW):
        assert (statement.value, statement.low, statement.high, statement.unit) == (None, None, None, None)
        assert REVIEW[statement.start : statement.end] == statement.text


def test_the_article_before_an_actor_is_no_part_of_the_name():
    (act,) = acts("Le gouvernement a coupé Internet.")
    assert act.entity == "gouvernement"


def test_acts_and_figures_of_a_text_come_in_the_order_of_the_text():
    found = sample.read("Le 5 mars 2024, les autorités ont coupé Internet à 450 000 abonnés.")
    assert [statement.start for statement in found] == sorted(statement.start for statement in found)
    assert {"other", "date", "count"} <= {statement.kind for statement in found}


def test_a_line_of_json_has_actor_target_and_means():
    line = next(line for line in records(sample.read(REVIEW)) if line["kind"] == "other")
    assert (line["entity"], line["target"], line["means"], line["value"]) == ("certains partis", "citoyens", None, None)
