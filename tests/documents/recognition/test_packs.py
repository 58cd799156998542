from temoin.documents.recognition import packs


def test_the_languages_that_a_text_shows_have_a_pack():
    shown = ["fr", "en", "es", "pt", "it", "de", "tr", "sw", "ar", "fa", "ur", "ru", "uk", "kk", "be", "bg", "zh", "ja"]
    assert [language for language in shown if packs.pack_of(language) is None] == []


def test_a_region_changes_nothing():
    assert packs.pack_of("fr_CA") == packs.pack_of("FR") == "fra"


def test_the_scripts_tried_have_a_pack():
    assert all(packs.packs_of_script(script) for script in packs.TRIED_SCRIPTS)
    assert packs.packs_of_script("Runic") == ()
