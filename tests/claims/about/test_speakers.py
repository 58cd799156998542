import pytest

from temoin.claims.about.speakers import Speaker, goes_on, speaker_of


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("Selon Mesures Réseau, tout est coupé.", "Mesures Réseau", id="selon"),
        pytest.param("D’après l’étude de NetMesure, tout est coupé.", "NetMesure", id="une étude"),
        pytest.param("NetMesure a relevé une chute.", "NetMesure", id="subject in French"),
        pytest.param("NetMesure reported a fall.", "NetMesure", id="subject in English"),
        pytest.param(
            "According to the Institute for Net Research, it fell.", "Institute for Net Research", id="long name"
        ),
        pytest.param("Comme le relève NetMesure, tout tombe.", "NetMesure", id="inversion"),
        pytest.param("Selon le club de la presse du Nord, tout va.", "club de la presse du Nord", id="common noun"),
    ],
)
def test_a_speaker_is_named_where_the_sentence_gives_it_the_floor(sentence, who):
    assert speaker_of(sentence).who == who


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Selon le quotidien, tout est coupé.", id="no name"),
        pytest.param("Selon NetMesure ou selon Netz, tout est coupé.", id="two names"),
        pytest.param("Kazakhstan reported a fall.", id="a country is no speaker"),
        pytest.param("Il a déclaré une chute.", id="pronoun"),
        pytest.param("« C’est passionnant », déclare Ana, 18 ans.", id="the age of the speaker"),
        pytest.param("Le réseau est coupé.", id="nobody"),
    ],
)
def test_a_doubtful_speaker_is_not_named(sentence):
    assert speaker_of(sentence).who is None


def test_who_passes_it_on_is_told_from_who_says_it():
    assert speaker_of("Selon NetMesure, cité par Le Temps, tout tombe.") == Speaker("NetMesure", "Le Temps")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Selon le régulateur, 12 000 abonnés sont coupés.", "régulateur"),
        ("Le ministère de l’Intérieur a affirmé que 85 % des bureaux étaient ouverts.", "ministère de l’Intérieur"),
        ("Les autorités annoncent 12 morts.", "autorités"),
        ("Le ministère de la Santé a annoncé une chute.", "ministère de la Santé"),
        ("Douze bureaux ont fermé, indique la préfecture.", "préfecture"),
        ("Some 450,000 lines are down, the ministry of transport said.", "ministry of transport"),
        ("According to the regulator, 12% of lines are down.", "regulator"),
        ("Le ministère a fermé 12 bureaux.", None),
        ("La police du 12 rue Verte est fermée.", None),
    ],
)
def test_an_institution_without_a_name_speaks_too(sentence, who):
    assert speaker_of(sentence).who == who


@pytest.mark.parametrize(
    ("sentence", "who", "through"),
    [
        pytest.param("« Tout est coupé », a dit Awa Diop, gérante.", "Awa Diop", None, id="a dit"),
        pytest.param("“We lost 30 percent,” said Grace Obi, who runs a shop.", "Grace Obi", None, id="said"),
        pytest.param("D’après son directeur, Paul Renard, il y a 3 morts.", "Paul Renard", None, id="behind an office"),
        pytest.param("Selon la présidente de l’Union du Nord, Awa Diop, 9 cas.", "Awa Diop", None, id="not the Union"),
        pytest.param("Il y en a 3, a indiqué son directeur général, Paul Renard.", "Paul Renard", None, id="inverted"),
        pytest.param("Le porte-parole, Paul Renard, a démenti.", "Paul Renard", None, id="office first"),
        pytest.param("Lina Osei, the campaign manager, said 3 came.", "Lina Osei", None, id="apposition"),
        pytest.param("Selon un communiqué du ministère des Finances, 3.", "ministère des Finances", None, id="a note"),
        pytest.param("Les informations du quotidien El Nord citées par l’agence APX.", "El Nord", "APX", id="a chain"),
        pytest.param("The Internet Freedom Club said 3 came.", "Internet Freedom Club", None, id="a network's word"),
    ],
)
def test_whoever_stands_at_the_word_that_gives_the_floor_speaks(sentence, who, through):
    assert speaker_of(sentence) == Speaker(who, through)


@pytest.mark.parametrize(
    ("sentence", "goes"),
    [
        pytest.param("Il a ajouté que tout était coupé.", True, id="il a ajouté"),
        pytest.param("“It is cut,” she said.", True, id="she said"),
        pytest.param("Tout est coupé, selon lui.", True, id="selon lui"),
        pytest.param("Elle compte 3 000 abonnés.", False, id="no speech"),
    ],
)
def test_a_pronoun_that_speaks_goes_on(sentence, goes):
    assert goes_on(sentence) is goes
