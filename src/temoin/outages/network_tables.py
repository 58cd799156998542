"""The declared tables of networks and of the people who use them."""

import polars as pl

from temoin.table import Column, Table
from temoin.words import Words

_SOURCE = Column("source", pl.String(), Words("source", "source"))
_PLACE = Column(
    "place", pl.String(), Words("lieu : pays ISO 3166, région ou ASn", "place: ISO 3166 country, region or ASn")
)

NETWORKS = Table(
    "networks",
    Words(
        "Réseaux d’après une table que l’analyste fournit : exploitant, accès, usagers estimés",
        "Networks after a table that the analyst supplies: operator, access, estimated users",
    ),
    (
        _SOURCE,
        Column(
            "row", pl.Int64(), Words("ligne de données dans la source, à partir de 1", "data row in the source, from 1")
        ),
        Column("asn", pl.Int64(), Words("numéro de système autonome", "autonomous system number")),
        Column("country", pl.String(), Words("pays ISO 3166", "ISO 3166 country")),
        Column("operator", pl.String(), Words("exploitant", "operator"), null=Words("non dit", "not said")),
        Column("access", pl.String(), Words("fixed, mobile, both ou unknown", "fixed, mobile, both or unknown")),
        Column(
            "users",
            pl.Int64(),
            Words("usagers, selon une estimation", "users, by an estimate"),
            "people",
            Words("pas d’estimation", "no estimate"),
        ),
        Column(
            "users_source",
            pl.String(),
            Words("qui estime les usagers", "who estimates the users"),
            null=Words("pas d’estimation", "no estimate"),
        ),
        Column(
            "users_date",
            pl.String(),
            Words("date de l’estimation, ISO 8601, même partielle", "date of the estimate, ISO 8601, partial or not"),
            null=Words("non dite", "not said"),
        ),
    ),
    key=("source", "asn", "country"),
)

PEOPLE = Table(
    "people",
    Words(
        "Personnes touchées par une panne : des bornes, jamais un point",
        "People affected by an outage: bounds, never a point",
    ),
    (
        Column("outage", pl.String(), Words("identifiant de la panne", "id of the outage")),
        _PLACE,
        Column(
            "low",
            pl.Int64(),
            Words(
                "au moins : usagers du réseau le plus touché, fois sa perte",
                "at least: users of the most affected network, times its loss",
            ),
            "people",
            Words("aucun réseau tombé n’a d’estimation", "no fallen network has an estimate"),
        ),
        Column(
            "high",
            pl.Int64(),
            Words(
                "au plus : internautes du pays, ou usagers du seul réseau tombé",
                "at most: internet users of the country, or users of the only network that fell",
            ),
            "people",
            Words(
                "le chiffre du pays manque, ou la borne basse le contredit",
                "the country's figure is missing, or the lower bound contradicts it",
            ),
        ),
        Column(
            "network",
            pl.String(),
            Words("réseau de la borne basse", "network of the lower bound"),
            null=Words("aucun", "none"),
        ),
        Column(
            "network_users",
            pl.Int64(),
            Words("ses usagers, selon l’estimation", "its users, by the estimate"),
            "people",
            Words("aucun", "none"),
        ),
        Column(
            "network_depth",
            pl.Float64(),
            Words("la part qu’il a perdue", "the share it lost"),
            "0 to 1",
            Words("aucun", "none"),
        ),
        Column(
            "users_source",
            pl.String(),
            Words("qui estime ses usagers, et quand", "who estimates its users, and when"),
            null=Words("aucun", "none"),
        ),
        Column(
            "national_users",
            pl.Int64(),
            Words("internautes du pays", "internet users of the country"),
            "people",
            Words("manque", "missing"),
        ),
        Column(
            "national_year",
            pl.Int64(),
            Words("année du chiffre du pays", "year of the country's figure"),
            null=Words("manque", "missing"),
        ),
        Column(
            "national_source",
            pl.String(),
            Words("source du chiffre du pays", "source of the country's figure"),
            null=Words("manque", "missing"),
        ),
        Column(
            "evidence",
            pl.List(pl.String()),
            Words("lignes de la table des réseaux", "rows of the table of networks"),
        ),
    ),
    key=("outage",),
)
