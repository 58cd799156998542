import pytest

from temoin.documents.tables.profiles import is_profile

from .tables_made import held, planned


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/phare.fictif",
        "https://www.facebook.com/profile.php?id=1000123",
        "https://m.facebook.com/pages/Phare/123",
        "https://www.instagram.com/phare_fictif/",
        "https://x.com/phare",
        "https://twitter.com/phare?lang=fr",
        "https://www.youtube.com/@phare",
        "https://www.tiktok.com/@phare.fictif",
        "https://t.me/phare",
        "https://mastodon.exemple/@phare",
    ],
)
def test_profiles_of_known_platforms(address):
    assert is_profile(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr/actualites/12",
        "https://x.com/phare/status/123",
        "https://www.facebook.com/watch/?v=1",
        "https://www.instagram.com/p/abc/",
        "https://www.youtube.com/watch?v=abc",
        "https://web.archive.org/web/20310401120000/https://www.facebook.com/phare",
        "https://archive.ph/AbCdE",
        "https://arquivo.exemple/wayback/20310401120000/http://exemple.fr/",
    ],
)
def test_posts_captures_and_other_pages_are_no_profiles(address):
    assert not is_profile(address)


def a_table(address):
    return f"url|followers|observed_at\n{address}1|12|2031-03-01\n{address}2|13|2031-04-01\n".replace("|", ";")


def test_addresses_that_are_no_profiles_are_left_out_and_the_account_is_asked():
    plan = planned(a_table("https://web.archive.org/web/20310401120000/https://exemple.fr/"))
    assert held(plan)["url"] == ""
    assert "profile" in plan.columns[0].why.en
    assert any("@account" in each.en for each in plan.problems)


def test_profiles_are_accounts():
    plan = planned(a_table("https://www.facebook.com/phare"))
    assert held(plan)["url"] == "account"
    assert plan.problems == ()


def test_names_beside_addresses_stay_the_accounts():
    text = "Nom du suivi;url;followers\nAda;https://exemple.fr/1;12\nBo;https://exemple.fr/2;13\n"
    assert held(planned(text))["url"] == ""
