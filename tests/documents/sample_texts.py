"""Made-up bodies of articles of a fictional republic, and the parts that proposals are made from."""

from temoin.documents.dateline import find_dateline
from temoin.documents.dates import find_dates
from temoin.documents.document import Document
from temoin.documents.layout import layout_of

BODY = (
    "Le réseau de la république fictive de Valmora est tombé mercredi matin, selon les mesures de plusieurs "
    "observatoires, et il n’était pas revenu à midi dans les faubourgs de la capitale.\n\n"
    "Les commerçants de la ville estiment que la perte est considérable, et ils demandent au gouvernement de rétablir "
    "la connexion dans les plus brefs délais pour sauver la saison.\n"
)


def parts(text):
    layout = layout_of(Document(text))
    dates = find_dates(text, language="fr")
    return layout, dates, find_dateline(layout, text, dates)
