"""The declared tables of the outage lens."""

import polars as pl

from temoin.table import UTC_TIME, Column, Table
from temoin.words import Words

_PLACE = Column(
    "place", pl.String(), Words("lieu : pays ISO 3166, région ou ASn", "place: ISO 3166 country, region or ASn")
)
_SIGNAL = Column("signal", pl.String(), Words("signal mesuré", "measured signal"))
_SOURCE = Column("source", pl.String(), Words("source", "source"))

SIGNALS = Table(
    "signals",
    Words("Points mesurés, un par intervalle de mesure", "Measured points, one a bin"),
    (
        _SOURCE,
        Column(
            "row", pl.Int64(), Words("ligne de données dans la source, à partir de 1", "data row in the source, from 1")
        ),
        _PLACE,
        _SIGNAL,
        Column("time", UTC_TIME, Words("début de l’intervalle", "start of the bin"), "UTC"),
        Column(
            "value",
            pl.Float64(),
            Words("valeur", "value"),
            null=Words("non mesuré ; ce n’est pas zéro", "not measured; it is not zero"),
        ),
        Column(
            "scale",
            pl.String(),
            Words(
                "absolute, ou window-maximum : en pour cent du maximum de cet export, à ne jamais raccorder ; parts : "
                "réuni des parties du lieu, en pour cent de ce qu’elles promettent",
                "absolute, or window-maximum: per cent of this export's own maximum, never to be spliced; parts: "
                "joined from the parts of the place, per cent of what they promise",
            ),
        ),
    ),
    key=("source", "place", "signal", "time"),
)

EXPECTED = Table(
    "expected",
    Words("Ce que le passé de la série promet, intervalle par intervalle", "What a series' past promises, bin by bin"),
    (
        _SOURCE,
        _PLACE,
        _SIGNAL,
        Column("time", UTC_TIME, Words("début de l’intervalle", "start of the bin"), "UTC"),
        Column(
            "value", pl.Float64(), Words("valeur mesurée", "measured value"), null=Words("non mesuré", "not measured")
        ),
        Column(
            "expected",
            pl.Float64(),
            Words("valeur attendue", "expected value"),
            null=Words("pas assez de passé", "not enough past"),
        ),
        Column(
            "low",
            pl.Float64(),
            Words("bas de la bande attendue", "lower edge of the expected band"),
            null=Words("pas assez de passé", "not enough past"),
        ),
        Column(
            "high",
            pl.Float64(),
            Words("haut de la bande attendue", "upper edge of the expected band"),
            null=Words("pas assez de passé", "not enough past"),
        ),
        Column("down", pl.Boolean(), Words("dans une chute", "inside a pick")),
    ),
    key=("source", "place", "signal", "time"),
)

_STILL = Words("pas encore terminé dans les données", "not over within the data")

PICKS = Table(
    "picks",
    Words("Chutes vues par un seul signal", "Falls as one signal sees them"),
    (
        Column("id", pl.String(), Words("identifiant", "identifier")),
        _SOURCE,
        _PLACE,
        _SIGNAL,
        Column("family", pl.String(), Words("reach, use ou other", "reach, use or other")),
        Column("began", UTC_TIME, Words("premier intervalle tombé", "first fallen bin"), "UTC"),
        Column("began_earliest", UTC_TIME, Words("dernier intervalle encore normal", "last bin still normal"), "UTC"),
        Column(
            "began_latest", UTC_TIME, Words("fin du premier intervalle tombé", "end of the first fallen bin"), "UTC"
        ),
        Column("ended", UTC_TIME, Words("premier intervalle revenu", "first bin back"), "UTC", _STILL),
        Column("ended_earliest", UTC_TIME, Words("dernier intervalle tombé", "last fallen bin"), "UTC", _STILL),
        Column(
            "ended_latest",
            UTC_TIME,
            Words("fin du premier intervalle revenu", "end of the first bin back"),
            "UTC",
            _STILL,
        ),
        Column(
            "observed_until", UTC_TIME, Words("fin du dernier intervalle mesuré", "end of the last measured bin"), "UTC"
        ),
        Column("depth", pl.Float64(), Words("part perdue, soutenue", "share lost, sustained"), "0 to 1"),
        Column("lost_hours", pl.Float64(), Words("heures de connexion perdues", "hours of connectivity lost"), "h"),
        Column("confidence", pl.Float64(), Words("confiance", "confidence"), "0 to 1"),
        Column("learned_week", pl.Boolean(), Words("le passé couvrait deux semaines", "the past held two weeks")),
        Column("step", pl.Int64(), Words("pas de mesure", "bin width"), "s"),
        Column("first_row", pl.Int64(), Words("première ligne de données", "first data row")),
        Column("last_row", pl.Int64(), Words("dernière ligne de données", "last data row")),
        Column(
            "shape",
            pl.String(),
            Words(
                "cut : une chute ; level : un changement durable de niveau",
                "cut: a fall; level: a lasting change of level",
            ),
        ),
        Column(
            "doubt",
            pl.String(),
            Words(
                "ce qui fait douter du signal lui-même : instrument, unit",
                "what casts doubt on the signal itself: instrument, unit",
            ),
            null=Words("aucun doute", "no doubt"),
        ),
    ),
    key=("id",),
)

OUTAGES = Table(
    "outages",
    Words("Pannes d’un lieu, tous signaux réunis", "Outages of a place, all signals together"),
    (
        Column("id", pl.String(), Words("identifiant", "identifier")),
        _PLACE,
        Column("began", UTC_TIME, Words("début selon le signal préféré", "beginning by the preferred pick"), "UTC"),
        Column(
            "ended",
            UTC_TIME,
            Words("fin selon le signal préféré", "end by the preferred pick"),
            "UTC",
            Words("pas encore terminée", "not ended"),
        ),
        Column("began_earliest", UTC_TIME, Words("au plus tôt", "at the earliest"), "UTC"),
        Column("began_latest", UTC_TIME, Words("au plus tard", "at the latest"), "UTC"),
        Column("state", pl.String(), Words("état", "state")),
        Column("kind", pl.String(), Words("nature", "kind")),
        Column("depth", pl.Float64(), Words("part perdue", "share lost"), "0 to 1"),
        Column("lost_hours", pl.Float64(), Words("heures de connexion perdues", "hours of connectivity lost"), "h"),
        Column("confidence", pl.Float64(), Words("confiance", "confidence"), "0 to 1"),
        Column("preferred", pl.String(), Words("signal préféré", "preferred signal")),
        Column("picks", pl.List(pl.String()), Words("identifiants des chutes, signal par signal", "ids of the picks")),
        Column("fell", pl.List(pl.String()), Words("signaux tombés", "signals that fell")),
        Column("stayed", pl.List(pl.String()), Words("signaux restés", "signals that stayed")),
        Column("unmeasured", pl.List(pl.String()), Words("signaux sans mesure", "signals without measure")),
        Column("campaign", pl.String(), Words("série de pannes", "campaign"), null=Words("isolée", "none")),
        Column("observed_until", UTC_TIME, Words("dernière mesure", "last measure"), "UTC"),
        Column(
            "places",
            pl.List(pl.String()),
            Words("régions et réseaux tombés avec ce lieu", "regions and networks that fell with this place"),
        ),
        Column(
            "parts",
            pl.Int64(),
            Words(
                "régions et réseaux de ce lieu que le signal préféré mesure",
                "regions and networks of this place that the preferred signal measures",
            ),
            null=Words("aucun", "none"),
        ),
    ),
    key=("id",),
)

PACKED = Table(
    "packed",
    Words("Archive de signaux, une série par ligne", "Archive of signals, one series a row"),
    (
        _SOURCE,
        Column("row", pl.Int64(), Words("ligne dans l’archive, à partir de 1", "row in the archive, from 1")),
        _PLACE,
        _SIGNAL,
        Column("scale", pl.String(), Words("absolute ou window-maximum", "absolute or window-maximum")),
        Column(
            "begin",
            pl.Int64(),
            Words("début du premier intervalle, depuis 1970", "start of the first bin, since 1970"),
            "s",
        ),
        Column("step", pl.Int64(), Words("pas de mesure", "bin width"), "s"),
        Column(
            "values",
            pl.List(pl.Float32()),
            Words("valeurs, NaN là où rien n’est mesuré", "values, NaN where nothing was measured"),
        ),
    ),
    key=("source", "place", "signal"),
)

REPORTED = Table(
    "reported",
    Words(
        "Pannes et coupures que d’autres ont publiées, ligne à ligne",
        "Outages and shutdowns that others published, row by row",
    ),
    (
        _SOURCE,
        Column(
            "row", pl.Int64(), Words("ligne de données dans la source, à partir de 1", "data row in the source, from 1")
        ),
        Column(
            "id",
            pl.String(),
            Words("identifiant chez l’éditeur, sinon la ligne", "the publisher's identifier, else the row"),
        ),
        Column("publisher", pl.String(), Words("qui publie", "who publishes")),
        Column(
            "kind",
            pl.String(),
            Words(
                "ce qu’est la ligne : shutdown, outage, anomaly, alert",
                "what the row is: shutdown, outage, anomaly, alert",
            ),
        ),
        Column(
            "place", pl.String(), Words("lieu : pays ISO 3166, région ou ASn", "place: ISO 3166 country, region or ASn")
        ),
        Column("place_text", pl.String(), Words("lieu tel qu’écrit", "place as written")),
        Column(
            "scope",
            pl.String(),
            Words("national, regional, local ou network", "national, regional, local or network"),
            null=Words("non dit", "not said"),
        ),
        Column("began_earliest", UTC_TIME, Words("début, au plus tôt", "beginning, at the earliest"), "UTC"),
        Column("began_latest", UTC_TIME, Words("début, au plus tard", "beginning, at the latest"), "UTC"),
        Column(
            "ended_earliest",
            UTC_TIME,
            Words("fin, au plus tôt", "end, at the earliest"),
            "UTC",
            Words("non dite", "not said"),
        ),
        Column(
            "ended_latest",
            UTC_TIME,
            Words("fin, au plus tard", "end, at the latest"),
            "UTC",
            Words("non dite", "not said"),
        ),
        Column(
            "status",
            pl.String(),
            Words("ended, ongoing ou unknown", "ended, ongoing or unknown"),
        ),
        Column(
            "extent",
            pl.String(),
            Words(
                "full-network, service-based, throttling ou several",
                "full-network, service-based, throttling or several",
            ),
            null=Words("non dite", "not said"),
        ),
        Column(
            "signals",
            pl.List(pl.String()),
            Words("signaux qui l’ont vue, selon l’éditeur", "signals that saw it, says the publisher"),
        ),
        Column(
            "cause", pl.String(), Words("cause, telle que dite", "cause, as said"), null=Words("non dite", "not said")
        ),
        Column(
            "ordered_by",
            pl.String(),
            Words("ordonnée par, tel que dit", "ordered by, as said"),
            null=Words("non dit", "not said"),
        ),
        Column("url", pl.String(), Words("lien donné", "link given"), null=Words("aucun", "none")),
        Column(
            "repaired",
            pl.String(),
            Words("ce qui a été réparé à la lecture", "what reading repaired"),
            null=Words("rien", "nothing"),
        ),
        Column(
            "began_estimated",
            pl.Boolean(),
            Words("l’éditeur dit que le début est estimé", "the publisher says that its beginning is estimated"),
        ),
    ),
    key=("source", "row"),
)

CAMPAIGNS = Table(
    "campaigns_of_outages",
    Words(
        "Pannes d’un lieu qui reviennent à la même heure locale",
        "Outages of a place that come back at the same local time",
    ),
    (
        Column(
            "id", pl.String(), Words("identifiant, celui que portent les pannes", "identifier, as outages carry it")
        ),
        _PLACE,
        Column("zone", pl.String(), Words("fuseau dans lequel la règle se dit", "time zone in which the rule is said")),
        Column("times", pl.Int64(), Words("nombre de pannes", "number of outages")),
        Column("first", UTC_TIME, Words("première", "first"), "UTC"),
        Column("last", UTC_TIME, Words("dernière", "last"), "UTC"),
        Column("begins_at", pl.String(), Words("heure locale du début, HH:MM", "local time of the beginning, HH:MM")),
        Column(
            "ends_at",
            pl.String(),
            Words("heure locale de la fin, HH:MM", "local time of the end, HH:MM"),
            null=Words("irrégulière", "irregular"),
        ),
        Column(
            "rule",
            pl.String(),
            Words(
                "every-day, every-N-days, weekdays:mon,tue ou dates",
                "every-day, every-N-days, weekdays:mon,tue or dates",
            ),
        ),
        Column("next", pl.List(UTC_TIME), Words("prochains débuts attendus", "next beginnings expected"), "UTC"),
        Column("outages", pl.List(pl.String()), Words("identifiants des pannes", "ids of the outages")),
        Column(
            "missed",
            pl.List(UTC_TIME),
            Words(
                "débuts que la règle attendait, déjà dans les données, sans panne",
                "beginnings that the rule expected, within the data already, without an outage",
            ),
            "UTC",
        ),
    ),
    key=("id",),
)

CHARACTER = Table(
    "character",
    Words(
        "À quel point une panne ressemble aux coupures que des analystes ont confirmées",
        "How much an outage looks like the shutdowns that analysts confirmed",
    ),
    (
        Column("outage", pl.String(), Words("identifiant de la panne", "id of the outage")),
        Column(
            "horizon",
            pl.String(),
            Words(
                "ce qui est connu : 1h, 6h, 24h dans la panne, ou after", "what is known: 1h, 6h, 24h into it, or after"
            ),
        ),
        Column("likeness", pl.Float64(), Words("ressemblance calibrée", "calibrated likeness"), "0 to 1"),
        Column("low", pl.Float64(), Words("au moins", "at least"), "0 to 1"),
        Column("high", pl.Float64(), Words("au plus", "at most"), "0 to 1"),
        Column("features", pl.List(pl.String()), Words("traits présents", "features present")),
        Column("unknown", pl.List(pl.String()), Words("traits pas encore connus", "features not yet known")),
        Column(
            "likelihood_ratio",
            pl.Float64(),
            Words(
                "combien de fois plus fréquente parmi les coupures confirmées que parmi les pannes spontanées",
                "how many times more often seen among confirmed cuts than among spontaneous outages",
            ),
        ),
        Column(
            "prior",
            pl.Float64(),
            Words("part de coupures confirmées dont on est parti", "share of confirmed cuts started from"),
            "0 to 1",
        ),
    ),
    key=("outage", "horizon"),
)
