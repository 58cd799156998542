"""A language is named where script or common words show it, and not otherwise."""

import pytest

from temoin.documents.language import detect_language

FRENCH = "Le gouvernement a coupé le réseau lundi, selon les habitants de la ville et des faubourgs."
ENGLISH = "The government cut the network on Monday, according to the people who live in the city."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param("El gobierno cortó la red el lunes, según los habitantes de la ciudad.", "es", id="Spanish"),
        pytest.param(
            "O governo cortou a rede na segunda-feira, segundo os moradores da cidade.", "pt", id="Portuguese"
        ),
        pytest.param("Правительство отключило интернет в понедельник, сообщили жители.", "ru", id="Russian"),
        pytest.param("Үкімет дүйсенбі күні интернетті өшірді, деп хабарлады қала тұрғындары.", "kk", id="Kazakh"),
        pytest.param("قطعت الحكومة الإنترنت يوم الاثنين وفقا لسكان المدينة", "ar", id="Arabic"),
        pytest.param("دولت اینترنت را روز دوشنبه قطع کرد و مردم شهر گزارش دادند", "fa", id="Persian"),
        pytest.param("政府周一切断了互联网，据城市居民说，这是今年第三次发生这样的事情。", "zh", id="Chinese"),
        pytest.param("政府は月曜日にインターネットを遮断したと、市民が伝えている。", "ja", id="Japanese"),
    ],
)
def test_a_sentence_shows_its_language(text, language):
    assert detect_language(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Internet coupé", id="too short"),
        pytest.param("3 456 789 — 12,5 %", id="figures"),
        pytest.param(f"{FRENCH} {ENGLISH}", id="half French, half English"),
        pytest.param("Norle Valmora Lom Ser Bo Ana Tek Mir Sol Das", id="names"),
    ],
)
def test_it_says_when_it_cannot_tell(text):
    assert detect_language(text).language is None


def test_the_quote_is_a_stretch_in_that_language():
    text = f"TITRE\n\n{FRENCH}\n\nContact : x"
    found = detect_language(text)
    assert text[found.start : found.end] == FRENCH


def test_a_few_foreign_words_change_nothing():
    assert detect_language(f"{FRENCH} Il a dit : the show must go on. {FRENCH}").language == "fr"


def test_the_development_texts_are_french(shared):
    for folder in ("seeds", "labels/documents"):
        for path in sorted(shared(folder).glob("*.txt")):
            assert detect_language(path.read_text("utf-8")).language == "fr", path.name
