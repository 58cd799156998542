"""The properties that figures and times are about, as data: an English name that never changes, its words, its cues.

``ATTRIBUTES`` is closed but open to new rows. Audience measures are written after their platform where there is one:
``Instagram followers``. ``COUNTED`` says which property a counted noun gives, ``CUES`` which one a word near a figure
of some kind gives. A stem ending in ``*`` stands for every word that begins so.
"""

from typing import NamedTuple

from temoin.words import Words

BOILERPLATE, PUBLICATION, UPDATE = "boilerplate", "publication date", "update"
COST, DURATION, AFFECTED, AGE = "cost", "outage duration", "people affected", "age"

ATTRIBUTES: dict[str, Words] = {
    "followers": Words("abonnés", "followers"),
    "subscribers": Words("abonnés", "subscribers"),
    "fans": Words("fans", "fans"),
    "friends": Words("amis", "friends"),
    "members": Words("membres", "members"),
    "users": Words("utilisateurs", "users"),
    "likes": Words("mentions « j’aime »", "likes"),
    "views": Words("consultations", "views"),
    "visits": Words("visites", "visits"),
    "shares": Words("partages", "shares"),
    "comments": Words("commentaires", "comments"),
    "posts": Words("publications", "posts"),
    "interactions": Words("interactions", "interactions"),
    "suspect followers": Words("part d’abonnés suspects", "share of suspect followers"),
    "population": Words("population", "population"),
    "population with Internet access": Words("population ayant accès à Internet", "population with Internet access"),
    "registered voters": Words("électeurs inscrits", "registered voters"),
    "votes": Words("voix", "votes"),
    "seats": Words("sièges", "seats"),
    "share of votes": Words("part des voix", "share of votes"),
    "turnout": Words("participation", "turnout"),
    "number of candidates": Words("nombre de candidats", "number of candidates"),
    "election date": Words("date du scrutin", "election date"),
    "end of the campaign": Words("fin de la campagne électorale", "end of the election campaign"),
    COST: Words("coût", "cost"),
    "change in cost": Words("variation du coût", "change in cost"),
    "share of cost": Words("part du coût", "share of cost"),
    DURATION: Words("durée de la coupure", "outage duration"),
    "number of outages": Words("nombre de coupures", "number of outages"),
    "countries affected": Words("pays touchés", "countries affected"),
    AFFECTED: Words("personnes touchées", "people affected"),
    "connectivity": Words("connectivité", "connectivity"),
    "share of traffic": Words("part du trafic", "share of traffic"),
    "share of outages": Words("part des coupures", "share of outages"),
    "share of global Bitcoin hashrate": Words(
        "part du hashrate mondial du Bitcoin", "share of global Bitcoin hashrate"
    ),
    "deaths": Words("morts", "deaths"),
    "wounded": Words("blessés", "wounded"),
    "arrests": Words("arrestations", "arrests"),
    "displaced people": Words("personnes déplacées", "displaced people"),
    "demonstrators": Words("manifestants", "demonstrators"),
    "fine": Words("amende", "fine"),
    "budget": Words("budget", "budget"),
    "investment": Words("investissement", "investment"),
    "price paid": Words("prix payé", "price paid"),
    "spending": Words("dépense", "spending"),
    "funding": Words("financement", "funding"),
    "revenue": Words("recettes", "revenue"),
    "contract": Words("marché ou contrat", "contract"),
    "debt": Words("dette", "debt"),
    "gross domestic product": Words("produit intérieur brut", "gross domestic product"),
    "price": Words("prix", "price"),
    "salary": Words("rémunération", "salary"),
    "fraud": Words("fraude", "fraud"),
    "rank": Words("rang", "rank"),
    AGE: Words("âge", "age"),
    "sentence": Words("peine", "sentence"),
    "messages sent": Words("messages envoyés", "messages sent"),
    "employees": Words("salariés", "employees"),
    "customers": Words("clients", "customers"),
    "complaints": Words("plaintes", "complaints"),
    "agreement": Words("accord", "agreement"),
    "creation": Words("création", "creation"),
    "independence": Words("indépendance", "independence"),
    "start of demonstrations": Words("début des manifestations", "start of demonstrations"),
    "demonstration": Words("manifestation", "demonstration"),
    "estimate": Words("date de l’estimation", "date of the estimate"),
    "notice": Words("avis", "notice"),
    "edition date": Words("date de l’édition", "edition date"),
    "arrest": Words("arrestation", "arrest"),
    "conviction": Words("condamnation ou sanction", "conviction or sanction"),
    "entry into force": Words("entrée en vigueur", "entry into force"),
    "end": Words("fin", "end"),
    "start": Words("début", "start"),
    "window": Words("fenêtre d’un graphique", "window of a chart"),
    "anecdote": Words("souvenir d’un témoin", "recollection of a witness"),
    PUBLICATION: Words("date de publication", "publication date"),
    UPDATE: Words("mise à jour", "update"),
    BOILERPLATE: Words("habillage de la page", "boilerplate"),
}
"""Properties and their words; those of outages are in :mod:`temoin.claims.about.attributes`."""

AUDIENCE = frozenset(
    {
        *("followers", "subscribers", "fans", "friends", "members", "users", "likes", "views", "visits", "shares"),
        *("comments", "posts", "interactions", "suspect followers"),
    }
)
"""Measures that are counted on a platform."""

NATIONAL = frozenset(
    {
        *(COST, "change in cost", "share of cost", DURATION, "number of outages", AFFECTED, "connectivity", "deaths"),
        *("share of traffic", "wounded", "population", "population with Internet access", "registered voters"),
        *("turnout", "number of candidates", "election date", "end of the campaign", "arrests", "independence"),
        *("gross domestic product", "demonstrators", "displaced people", "demonstration", "start of demonstrations"),
        *("share of global Bitcoin hashrate",),
    }
)
"""Properties told of a country rather than of the last person named, where no name stands near."""

STATES = AUDIENCE | {
    *("population", "population with Internet access", "registered voters", "deaths", "wounded", "arrests", AGE),
    *("number of candidates", "displaced people", "gross domestic product", "debt", "price", "rank"),
}
"""Stocks and running tolls: one told in the present holds on the day of publication."""

COUNTED: dict[str, str] = {
    "abonné*": "followers", "follower*": "followers", "subscriber*": "subscribers", "souscripteur*": "subscribers",
    "fan": "fans", "fans": "fans", "ami": "friends", "amis": "friends", "amies": "friends", "friend*": "friends",
    "membre*": "members", "member*": "members", "adhérent*": "members",
    "internet users": "users", "voters": "registered voters", "candidates": "number of candidates",
    "outages": "number of outages", "shutdowns": "number of outages",
    "utilisateur*": "users", "user*": "users", "usager*": "users", "internaute*": "users",
    "j'aime": "likes", "j’aime": "likes", "like": "likes", "likes": "likes", "mention*": "likes",
    "vues": "views", "vue": "views", "view*": "views", "visionnage*": "views", "fois": "views", "times": "views",
    "visite*": "visits", "visit*": "visits", "partage*": "shares", "share*": "shares", "commentaire*": "comments",
    "comment*": "comments", "publication*": "posts", "post": "posts", "posts": "posts", "tweet*": "posts",
    "interaction*": "interactions", "réaction*": "interactions",
    "habitant*": "population", "inhabitant*": "population", "âmes": "population",
    "électeur*": "registered voters", "voter*": "registered voters", "inscrits": "registered voters",
    "voix": "votes", "suffrages": "votes", "vote*": "votes", "sièges": "seats", "seat*": "seats",
    "mort": "deaths", "morts": "deaths", "décès": "deaths", "tué*": "deaths", "victime*": "deaths", "dead": "deaths",
    "death*": "deaths", "killed": "deaths", "fatalit*": "deaths",
    "blessé*": "wounded", "wounded": "wounded", "injured": "wounded", "injur*": "wounded",
    "arrestation*": "arrests", "arrest*": "arrests", "interpellation*": "arrests", "détenus": "arrests",
    "déplacé*": "displaced people", "réfugié*": "displaced people", "refugee*": "displaced people",
    "manifestant*": "demonstrators", "protester*": "demonstrators", "demonstrator*": "demonstrators",
    "candidat*": "number of candidates", "candidate*": "number of candidates",
    "coupure*": "number of outages", "panne*": "number of outages", "outage*": "number of outages",
    "shutdown*": "number of outages", "interruption*": "number of outages", "blocage*": "number of outages",
    "pays": "countries affected", "countries": "countries affected", "états": "countries affected",
    "salarié*": "employees", "employé*": "employees", "employee*": "employees", "client*": "customers",
    "customer*": "customers", "amende*": "fine", "fine*": "fine", "sms": "messages sent", "message*": "messages sent",
    "plainte*": "complaints", "complaint*": "complaints",
}  # fmt: skip
"""From a counted noun, lowered, to its property."""


class Cue(NamedTuple):
    """Words that give figures of some kinds a property."""

    attribute: str
    kinds: str
    stems: str


CUES: tuple[Cue, ...] = (
    Cue(COST, "money",
        "coût* coût coûté coute* couté* perte* perdre* perdu* perd perdent facture* cost* loss* lose* lost "
        "damage* dégât* dommage* préjudice* laisse pèse pesé* manque_à_gagner"),
    Cue("fine", "money", "amende* amendes sanction* astreinte* fine fined fines penalt* condamné*"),
    Cue("budget", "money", "budget* enveloppe* crédits alloué* allocated dotation*"),
    Cue("investment", "money", "investi* invest* investment* placement*"),
    Cue("price paid", "money",
        "payé* paye paie paiera* paiement* paid pays_for paying payer verse versé* versait réglé* "
        "facturé* acheté* achète bought purchase* déboursé* débourse"),
    Cue("price", "money", "prix tarif* price* fee fees vend* sold abonnement* mensuel*"),
    Cue("spending", "money", "dépens* spent spend* dépense* expens*"),
    Cue("funding", "money",
        "don dons aide finance* financé* subvention* fund* grant* donat* prêt* emprunt* loan* levé* "
        "récolté* collecté* raised"),
    Cue("revenue", "money", "chiffre_d'affaires chiffre_d’affaires revenu* recette* revenue* sales bénéfice* profit* "
        "turnover earned gagné* rapporté* rapporte"),
    Cue("contract", "money", "contrat* marché contract* tender* appel_d'offres appel_d’offres"),
    Cue("debt", "money", "dette* debt* endett*"),
    Cue("gross domestic product", "money", "pib gdp produit_intérieur_brut"),
    Cue("salary", "money", "salaire* salar* wage* rémun* indemnit*"),
    Cue("fraud", "money",
        "fraude* détourn* fraud* embezzl* blanchi* launder* corruption pot-de-vin pots-de-vin bribe*"),
    Cue("share of global Bitcoin hashrate", "percent ratio", "hashrate hash_rate"),
    Cue("suspect followers", "percent ratio", "suspect* faux fake"),
    Cue("connectivity", "percent ratio", "trafic connectiv* traffic niveau* normal_levels ordinary_levels"),
    Cue("share of outages", "percent ratio", "coupure* blocage* shutdown* outage* panne*"),
    Cue("share of cost", "percent ratio", "perte* coût* loss* cost*"),
    Cue("population with Internet access", "percent ratio", "accès_à_internet ont_accès access_to_the_internet "
        "internet_access connecté* online"),
    Cue("turnout", "percent ratio", "participation turnout abstention"),
    Cue("share of votes", "percent ratio", "voix suffrage* votes score scrutin"),
    Cue(DURATION, "duration",
        "coupure* coupé coupée coupés blocage* panne* interruption* restriction* outage* shut_down "
        "shutdown* blackout* cut cuts bloqu* connexion suspend* suspens* disrupt*"),
    Cue("sentence", "duration", "prison condamn* peine* sentenced jail* ferme sursis"),
    Cue(AGE, "duration", "âge* âgé* aged old"),
    Cue("deaths", "count", "tué* mort morts morte mortes meurt meurent mourir décédé* killed died dead"),
    Cue("wounded", "count", "blessé* wounded injured"),
    Cue("arrests", "count", "arrêté* interpell* arrest* détenu* detain*"),
    Cue("demonstrators", "count", "manifesté* manifestent défil* protest* marché défilent rassemblé* rallied marched"),
    Cue(AFFECTED, "count", "touché* affect* privé* concerné* impact* hit"),
    Cue("likes", "count", "aiment aime likes"),
    Cue("followers", "count", "suivent suivi suivie followed follow"),
    Cue("views", "count ratio", "consulté* visionné* regardé* viewed watched vu vue vues"),
    Cue("messages sent", "count", "envoyé* sent reçu* received"),
    Cue("election date", "date", "élection* élections législative* présidentielle* scrutin* référendum* election* vote "
        "polls referendum municipales régionales européennes élection_présidentielle"),
    Cue("end of the campaign", "date", "campagne_électorale election_campaign campagne"),
    Cue("agreement", "date", "accord accords conclu* contrat* signé* agreement* signed deal"),
    Cue("creation", "date", "créé* créée* fondé* établi* lancé* création fondation founded created launch* establish* "
        "inaugur*"),
    Cue("independence", "date", "indépendance independence"),
    Cue("start of demonstrations", "date", "manifestation* protest* demonstration* soulèvement* émeute*"),
    Cue("estimate", "date", "estimé* estime estimation* estimat*"),
    Cue("notice", "date", "avis notice"),
    Cue("edition date", "date", "édition edition numéro issue"),
    Cue("arrest", "date", "arrêté* interpellé* arrested detained arrestation"),
    Cue("conviction", "date", "condamné* sanctionné* amende* convicted fined sentenced prononcé*"),
    Cue("entry into force", "date", "entré_en_vigueur entrée_en_vigueur entre_en_vigueur entrer_en_vigueur into_force"),
    Cue("deaths", "date", "tué* mort mort_le décédé* assassin* killed died"),
)  # fmt: skip
"""Words near a figure, and what they make it: the nearest decides. ``_`` is a space inside a cue."""


def words_of(attribute: str) -> Words | None:
    """Return the words of a property, with its platform where it has one; None of one that the text itself words.

    Examples
    --------
    >>> words_of("Instagram followers").fr, words_of("majorité de sièges")
    ('abonnés Instagram', None)
    """
    if attribute in ATTRIBUTES:
        return ATTRIBUTES[attribute]
    platform, _, measure = attribute.partition(" ")
    if measure not in AUDIENCE:
        return None
    known = ATTRIBUTES[measure]
    return Words(f"{known.fr} {platform}", f"{platform} {known.en}")
