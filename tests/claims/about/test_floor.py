"""Who has the floor, sentence after sentence, in made-up texts."""

import pytest

from temoin.claims import sample


def says(text, figure):
    found = next(one for one in sample.read(text, published="2024-05-06") if one.text.startswith(figure))
    return found.attributed_to, found.through


ANSWER = "La coupure a coûté 3 millions d’euros aux banques et aux commerces de la capitale, sans compter le reste."


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        pytest.param("Selon NetMesure, il y a 12 villes coupées.", "12", ("NetMesure", None), id="its sentence"),
        pytest.param(
            "Selon les informations de l’AFP reprises par le Monde, 12 villes sont coupées.",
            "12",
            ("AFP", "Le Monde"),
            id="a chain",
        ),
        pytest.param(
            "Selon NetMesure, tout est coupé. Cela touche 12 villes.", "12", ("NetMesure", None), id="the next sentence"
        ),
        pytest.param(
            "Selon NetMesure, tout est coupé. Hier Awa Diop a visité 12 villes.",
            "12",
            (None, None),
            id="another subject",
        ),
        pytest.param(
            "Selon NetMesure, tout est coupé.\n\nCela touche 12 villes.", "12", (None, None), id="another paragraph"
        ),
        pytest.param(
            f"Le Soir : Que dire de cette coupure, et de ce qu’elle change pour la population du pays ?\n\nAwa "
            f"Diop : {ANSWER}"
            f"\n\nLe Soir : Et demain, que va-t-il se passer pour les commerces et pour les banques du pays ?\n\n"
            f"Awa Diop : {ANSWER}",
            "3 millions",
            ("Awa Diop", None),
            id="the turn of an interview",
        ),
        pytest.param(
            f"Le Soir : Que dire de cette coupure, et de ce qu’elle change pour la population du pays ?\n\nAwa "
            f"Diop : Selon "
            f"NetMesure, {ANSWER}\n\nLe Soir : Et demain, que va-t-il se passer pour tous les commerces ?\n\n",
            "3 millions",
            ("NetMesure", "Awa Diop"),
            id="a turn passes on",
        ),
        pytest.param(
            "Des documents internes que Vertex Times a récemment obtenus le montrent.\n\nLe comté a payé 12 euros.",
            "12",
            (None, None),
            id="que is no qu’",
        ),
        pytest.param(
            "Des documents internes qu’Albatros a récemment obtenus le montrent.\n\nLe comté a payé 12 euros.",
            "12",
            ("Albatros", None),
            id="a document obtained",
        ),
        pytest.param(
            "A leaked memo obtained by Albatros tells it.\n\nThe town paid 12 euros.",
            "12",
            ("Albatros", None),
            id="English",
        ),
    ],
)
def test_who_has_the_floor(text, figure, expected):
    assert says(text, figure) == expected
