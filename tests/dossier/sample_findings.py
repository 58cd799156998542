"""Made-up findings about Atlasie, one for each verdict, and the pages of their methods."""

from temoin.evidence import Chars, Finding, Settle
from temoin.evidence.method import Method
from temoin.words import Words

from .sample_documents import (
    BACK,
    CUT,
    EXPORT_SOURCE,
    FIXED,
    MOBILE,
    PRESS,
    PRESS_SOURCE,
    PROBES,
    REPORT_SOURCE,
    RESTORED,
    TOTAL,
    name_of,
)

FINDINGS = (
    Finding(
        "outages",
        "outages.event/1",
        (name_of("event"), *(name_of("pick " + name) for name in ("active probing", "search", "telescope"))),
        Words(
            "Atlasie : connexion perdue à 96 %, du 8 mars 2031 à 16 h 30 au 9 mars à 22 h 00 UTC",
            "Atlasie: outage from 8 March 2031, 16:30, to 9 March, 22:00 UTC, 96% of connectivity lost",
        ),
        parameters={"falls_below": 0.8, "least_bins": 3},
        numbers={"depth": 0.965, "lost_hours": 28.4, "began": "2031-03-08T16:30:00Z"},
    ),
    Finding(
        "claims",
        "claims.sum/1",
        (MOBILE.id, FIXED.id, TOTAL.id),
        Words(
            "4,1 millions d’abonnés mobiles et 1,9 million de lignes fixes font 6,0 millions, et non 6,5 millions",
            "4.1 million mobile subscribers and 1.9 million fixed lines make 6.0 million, not 6.5 million",
        ),
        numbers={"sum_low": 5_900_000, "sum_high": 6_100_000, "stated_low": 6_450_000},
        verdict="disagrees",
        because="sum",
        settle=Settle(
            Words("le détail par opérateur du total annoncé", "the breakdown by operator of the stated total"),
            Words("Institut du Port, service des mesures", "Harbour Institute, measurement desk"),
            Words(
                "Que comprend le total de 6,5 millions au-delà des abonnés mobiles et des lignes fixes ?",
                "What does the total of 6.5 million hold beyond mobile subscribers and fixed lines?",
            ),
        ),
        source=REPORT_SOURCE.id,
    ),
    Finding(
        "corroborate",
        "corroborate.end/1",
        (BACK.id, RESTORED.id, f"{EXPORT_SOURCE.id}#row=185-191"),
        Words(
            "Deux sources datent la fin à huit heures d’écart : 9 mars à 22 h 00 ou 10 mars à 6 h 00 UTC",
            "Two sources date the end eight hours apart: 9 March, 22:00, or 10 March, 06:00 UTC",
        ),
        parameters={"tolerance_hours": 1},
        verdict="disagrees",
        because="date",
        settle=Settle(
            Words("les journaux de trafic du 9 au 10 mars", "traffic logs of 9 to 10 March"),
            Words("Atlas Mobile, direction technique", "Atlas Mobile, technical department"),
            Words(
                "À quelle heure chaque région a-t-elle retrouvé le service ?",
                "At what time was each region back in service?",
            ),
        ),
    ),
    Finding(
        "claims",
        "claims.scope/1",
        (str(Chars(PRESS_SOURCE.id, PRESS.index("internet mobile"), PRESS.index("internet mobile") + 15)), PROBES.id),
        Words(
            "« Internet mobile » ou perte « nationale » : rien ne dit si les lignes fixes étaient touchées",
            "“Mobile internet” or a “nationwide” loss: nothing tells whether fixed lines were affected",
        ),
        verdict="cannot_tell",
        because="scope",
        settle=Settle(
            Words("une mesure par réseau", "a measurement by network"),
            Words("les opérateurs de lignes fixes", "fixed-line operators"),
            Words(
                "Vos lignes fixes ont-elles été interrompues le 8 mars 2031 ?",
                "Were your fixed lines interrupted on 8 March 2031?",
            ),
        ),
    ),
    Finding(
        "corroborate",
        "corroborate.onset/1",
        (CUT.id, PROBES.id, name_of("pick active probing")),
        Words(
            "Le début annoncé, 16 h 30 UTC, tient dans l’intervalle mesuré, de 16 h 00 à 17 h 00 UTC",
            "The stated beginning, 16:30 UTC, lies within the measured interval, 16:00 to 17:00 UTC",
        ),
        verdict="agrees",
        numbers={"gap_minutes": 0},
    ),
)


METHODS = tuple(
    Method(
        method,
        Words(fr, en),
        Words(
            "Compare ce que les sources disent à l’intervalle que porte chaque chiffre imprimé.",
            "Compares what the sources say with the interval that each printed figure stands for.",
        ),
        (("falls_below", "0.8"), ("least_bins", "3")) if method.startswith("outages") else (),
        Words(
            "Ne dit rien de la cause. Le silence n’est pas un accord.",
            "Tells nothing of the cause. Silence is not agreement.",
        ),
        ("Exemple, P. (2031), An example of a paper, doi 10.0000/example",),
    )
    for method, fr, en in (
        ("outages.event/1", "Réunir les signaux d’un lieu en une panne", "From the signals of a place to one outage"),
        ("claims.sum/1", "Refaire une somme imprimée", "Add a printed sum again"),
        ("claims.scope/1", "Comparer le périmètre de deux énoncés", "Compare the scope of two statements"),
        (
            "corroborate.onset/1",
            "Comparer un début annoncé aux mesures",
            "Compare a stated beginning with measurements",
        ),
        ("corroborate.end/1", "Comparer deux fins annoncées", "Compare two stated ends"),
    )
)
