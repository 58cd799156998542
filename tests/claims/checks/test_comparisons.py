"""Audiences set side by side in different units."""

from temoin.claims.checks.comparisons import check_comparisons

from .making import only, page

LIST = "Les autres ne sont pas aussi populaires : Basile a 21 314 abonnés, Célia 4 996 {}, Fantin 1 668 abonnés."


def test_friends_beside_followers_do_not_compare():
    found = only(check_comparisons, LIST.format("amis"))
    assert (found.verdict, found.because) == ("cannot_tell", "unit")
    assert found.numbers["units"] == ["followers", "friends"]
    assert len(found.evidence) == 3
    assert found.settle is not None


def test_followers_alone_compare():
    assert check_comparisons(page(LIST.format("abonnés"))) == []


def test_views_and_users_in_one_list_of_services():
    text = "YouTube est consulté 12 millions de fois par jour et Instagram compte 1,7 million d’utilisateurs."
    assert only(check_comparisons, text).numbers["units"] == ["views", "users"]


def test_two_units_that_nobody_compares_say_nothing():
    text = "Le parti a 4 996 amis. Un an plus tard, il revendique aussi 2 000 membres."
    assert check_comparisons(page(text)) == []
