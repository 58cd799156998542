"""What the pages of documents say about claims: what is worth knowing, what was set apart, who does what."""

from temoin.words import Words

WORTH_KNOWING = Words("À savoir de ce document", "Worth knowing of this document")
VERDICT_LEGEND = Words(
    "Dans le texte\u00a0: ≠ ne concorde pas, ? impossible à trancher, = concorde.",
    "In the text: ≠ disagrees, ? cannot be told, = agrees.",
)
ONE_SET_APART = Words(
    "Un chiffre que la page donne d’elle-même (abonnement, date de mise en ligne…) est mis à part.",
    "One figure that the page gives of itself (subscription, date of publication…) is set apart.",
)
MANY_SET_APART = Words(
    "{n} chiffres que la page donne d’elle-même (abonnement, date de mise en ligne…) sont mis à part.",
    "{n} figures that the page gives of itself (subscription, date of publication…) are set apart.",
)
UPON = Words("sur\u00a0: {target}", "upon: {target}")
BY_MEANS = Words("moyen\u00a0: {means}", "by: {means}")
NOT_A_FIGURE = Words("fait rapporté", "reported act")
