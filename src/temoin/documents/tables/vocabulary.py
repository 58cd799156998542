"""The words of headers, French and English, as data: what a column so named holds.

Each entry is a pattern searched in the header without accents, capitals, marks and parentheses; the first that fits
stands. Platforms and measures may stand in one header with others: "Abonnés Facebook" is both.
"""

PLATFORMS: tuple[tuple[str, str], ...] = (
    ("Facebook", r"facebook|fb"),
    ("Instagram", r"instagram|insta|ig"),
    ("Twitter", r"(?<!ex )twitter"),
    ("X", r"x"),
    ("YouTube", r"you ?tube|yt"),
    ("TikTok", r"tik ?tok"),
    ("Telegram", r"telegram|canal telegram"),
    ("WhatsApp", r"whats ?app"),
    ("VKontakte", r"vkontakte|vk"),
    ("Odnoklassniki", r"odnoklassniki"),
    ("LinkedIn", r"linked ?in"),
    ("Snapchat", r"snap ?chat"),
    ("Threads", r"threads"),
    ("Bluesky", r"blue ?sky"),
    ("Mastodon", r"mastodon"),
    ("Weibo", r"weibo"),
    ("WeChat", r"we ?chat|weixin"),
    ("Douyin", r"douyin"),
)

MEASURES: tuple[tuple[str, str], ...] = (
    ("new followers", r"(?:nouveaux|gains? d) abonnes|new followers|followers gained"),
    ("followers", r"abonne(?:e|s|es)?|abonnement\w*|followers?|follower count|suiveurs?|fans?|abo"),
    ("subscribers", r"subscribers?|subscriber count|nb subscribers|souscripteurs?"),
    ("friends", r"ami(?:e|s|es)?|friends?"),
    ("members", r"membres?|members?|adherents?"),
    ("users", r"utilisateurs?|users?|internautes|inscrits"),
    ("views", r"vues?|visionnages?|views?|view count|consultations?"),
    ("visits", r"visites?|visits?|visiteurs?|visitors?"),
    ("interactions", r"interactions?|engagements?|total interactions"),
    ("reactions", r"reactions?"),
    ("likes", r"j ?'?\s?aime|likes?|mentions j ?aime"),
    ("comments", r"commentaires?|comments?"),
    ("shares", r"partages?|shares?|retweets?|reposts?"),
    ("reach", r"portee|couverture|audience|reach"),
    ("impressions", r"impressions?|affichages?"),
    ("posts", r"publications?|posts?|tweets?|statuts?"),
    ("videos", r"videos?"),
    ("listeners", r"auditeurs?|listeners?"),
    ("viewers", r"telespectateurs?|viewers?"),
)

AUDIENCE: tuple[tuple[str, str], ...] = (
    ("measure", r"(?:indicateur|mesure|metrique|metric|measure|unite de mesure|type de mesure)s?"),
    ("platform", r"(?:nom )?(?:de )?(?:la )?(?:plate ?forme|reseau(?:x)?(?: social| sociaux)?|platform|network)"),
    ("observed_at", (r"(?:date|jour|moment|heure)?\s?(?:du |de |d )?(?:releve[es]?|collecte|constat|observation|mesure"
     r"|saisie|extraction|consultation)(?: le| au| en)?|observe[es]? (?:le|au|a)|constate[es]? (?:le|au)"
     r"|(?:date|time|day)(?: time)?|datetime|jour|as of|observed(?: at| on)?|collected(?: at| on)?|collection time"
     r"|retrieved(?: at| on)?|timestamp|memento ?timestamp|au|date of (?:collection|observation|reading)|mois|month"
     r"|periode|annee|year")),
    ("account", (r"(?:nom |intitule )?(?:du |de la |de l |d )?(?:compte|page|profil|chaine|canal|groupe|identifiant)s?"
     r"(?: officiel(?:le)?)?|account(?: name)?|page name|user ?name|screen name|handle|channel(?: name)?|profile|pseudo"
     r"|username|display name|lien|url(?: du compte)?|adresse")),
    ("entity", (r"(?:nom |noms )?(?:et prenom|prenom et nom)?(?:du |de la |de l |d )?(?:candidate?|personnalite|parti"
     r"(?: politique)?|liste|elu|entite|organisation|institution|media|organe|acteur|homme politique|ministere|titre"
     r"|journal|qui)s?|candidat e|nom|noms|nom et prenom|name|entity|candidate|party|politician|organi[sz]ation|outlet"
     r"|person|owner|titulaire")),
    ("value", r"valeur|nombre|total|effectif|value|count|number|chiffre|figure"),
    ("low", r"minimum|min|borne basse|low|au moins"),
    ("high", r"maximum|max|borne haute|high|au plus"),
)  # fmt: skip

AMOUNT = (
    r"montants?|sommes?|couts?|depenses?|budgets?|prix|valeurs?|credits?|paiements?|versements?|subventions?|enveloppe"
    r"|engagements?|mandatements?|amounts?(?: spent)?|spend(?:ing)?|spent|costs?|price|paid|payments?|value|total|fees?"
)
"""What an amount is called; in a table that tells who paid whom."""

STRONG_AMOUNT = (
    r"montants?|couts?|depenses?|budgets?|prix|credits?|paiements?|versements?|subventions?|mandatements?"
    r"|amounts?|spend(?:ing)?|spent|costs?|price|paid|payments?|fees?"
)

PHASES: tuple[tuple[str, str], ...] = (
    ("payment", (r"pay[es]{1,3}|paiements?|verse[es]{0,2}|versements?|regle[es]{0,2}|reglements?|decaisse[es]{0,2}"
     r"|mandate[es]{0,2}|mandatements?|paid|payments?|spent|disbursed|disbursements?")),
    ("award", r"attribue[es]{0,2}|attributions?|adjuge[es]{0,2}|adjudications?|awarded|awards?"),
    ("contract", r"contrats?|marches?|conventions?|contracts?|contracted"),
    ("budget", (r"budgets?|budgete[es]{0,2}|prevu[es]{0,2}|previsions?|vote[es]{0,2}|inscrit[es]{0,2}|alloue[es]{0,2}"
     r"|estime[es]{0,2}|estimations?|planned|budgeted|estimated")),
)  # fmt: skip
"""Words that say a phase; "engagé" says none of them: money committed is neither voted, awarded nor paid."""

LEDGER: tuple[tuple[str, str], ...] = (
    ("currency", r"devises?|monnaies?|currency|code devise"),
    ("payee", (r"beneficiaires?|fournisseurs?|prestataires?|titulaires?(?: du marche)?|attributaires?|creanciers?"
     r"|destinataires?|payee|vendor|supplier|beneficiary|recipient|contractor|support|media|societe|entreprise|company")),
    ("payer", (r"payeurs?|ordonnateurs?|donneurs? d ordre|maitre d ouvrage|acheteurs?|annonceurs?|commanditaires?"
     r"|clients?|ministeres?|organismes?(?: payeur)?|services?|departement|direction|parti|candidate?|payer|buyer"
     r"|advertiser|funder"
     r"|paid (?:for )?by|bylines?|funding entity|finance par|paye par|page name|agency|purchaser|bailleurs?|emetteur")),
    ("phase", r"phases?|etapes?|stage|statut|status|etat(?: d avancement)?"),
    ("value_date", (r"(?:date|jour)(?: de| du| d)?(?: la)? ?(?:valeur|paiement|versement|engagement|reglement|signature"
     r"|notification|mandat|operation|facture|attribution|contrat|marche|depense)?|dates?|(?:engage|paye|verse|regle"
     r"|notifie|signe)e? le|exercice(?: budgetaire)?|annee|year|fiscal year|date of (?:payment|award|contract)|mois"
     r"|(?:paid|signed|awarded|invoiced) on"
     r"|month|periode|payment date|value date")),
    ("reference", (r"ref(?:erence)?s?|n(?:o|umero)?(?: d)?(?: de| du)? ?(?:marche|contrat|facture|mandat|engagement|bon"
     r"|ordre|piece|dossier|convention)?|numero|page id|id|identifiant|code|reference number|contract number|invoice")),
    ("object", (r"objets?(?: du marche| de la depense)?|intitules?|libelles?|designations?|descriptions?|natures?"
     r"(?: de la depense)?|motifs?|prestations?|purpose|object|item|subject|projets?|project|rubriques?|poste|operation"
     r"|campagne|campaign|disclaimer")),
    ("place", (r"lieux?|villes?|communes?|provinces?|regions?|prefectures?|wilayas?|pays|localites?|place|city|region"
     r"|country|district")),
    ("low", r"minimum|min|borne basse|montant min(?:imum|imal)?|low"),
    ("high", r"maximum|max|borne haute|montant max(?:imum|imal)?|high|plafond"),
)  # fmt: skip

TOTALS = (
    r"(?:le |the )?(?:grand |montant )?(?:total|totaux|tot|totals|ensemble|somme|sommes|sum|cumul)"
    r"|all(?: accounts| platforms)?"
)
"""Labels of a total by themselves; "Total Direct Énergie" and "Ensemble Citoyens" are names."""

SUBTOTALS = (
    r"(?:s(?:ous|/|s)?[ -]*tot(?:al|aux)?|sub[ -]?total)\b.*|.*\b(?:sous|sub)[ -]?total\b.*|.*\btotal partiel\b.*"
)

AVERAGES = r"(?:la |the )?(?:moyennes?|moy|mean|average|avg|medianes?|median|ecart type|pourcentages?|percent(?:age)?)"
"""Labels of an average or a share by themselves."""

WITH_TOTALS = (
    r"(?:de|des|du|d|la|le|les|l|pour|en|au|a|par|et|of|for|the|in|by|generale?|generaux|globale?|annuel|mensuel|cumule"
    r"|depenses?|paiements?|comptes?|abonnes?|abonnements?|followers?|fans?|likes?|vues?|views?|pages?|montants?|amounts?"
    r"|periode|campagne|year|annee|exercice|mois|month|trimestre|quarter|plateformes?|platforms?|reseaux?|accounts?|ttc"
    r"|ht|taxes?|hors|spent|paye|engage|euros?|eur|usd|dollars?|mad|dh|fcfa|xof|xaf|mille|milliers?|millions?|\d+"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)"
)
"""Words that may follow the label of a total or an average and leave it one."""

NOTES = r"\*|\(\d\)|¹|note|nb|n\.b|source|sources|remarque|champ|lecture|\[\d\]|†|attention|mise a jour|legende"
