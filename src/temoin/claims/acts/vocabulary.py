"""The acts that matter to the lenses, as data: what each is called, and the words that tell it in French and English.

An act is told by a verb (or the noun of it) and an object in one clause, in either order. Words are written in lower
case; ``*`` stands for any ending (``coup*`` is coupé, coupure, couper). New acts and new words are new rows.
"""

import re
from dataclasses import dataclass

from temoin.evidence.finding import Lens
from temoin.folded import fold
from temoin.words import Words

# Between the two: never past the end of a clause.
_WITHIN = rb"[^.!?;:\n]{0,90}?"


@dataclass(frozen=True, slots=True)
class ActRule:
    """One act.

    Parameters
    ----------
    id : stable, English, as in ``attribute``
    lens : the lens that it matters to
    label : what people read
    verb_first, object_first : the two orders in which it is told, in folded letters
    verbs, objects : beginnings of words; any telling of it holds one of each
    undergone : the subject of the verb bears the act ("ils reçoivent des messages")
    """

    id: str
    lens: Lens
    label: Words
    verb_first: re.Pattern[bytes]
    object_first: re.Pattern[bytes] | None
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    undergone: bool = False


def _pattern(words: str) -> bytes:
    forms = (re.escape(word).replace(r"\*", r"\w*") for word in _split(words))
    return rb"\b(?:" + "|".join(forms).encode() + rb")(?!\w)"


def _split(words: str) -> list[str]:
    return [fold(word.replace("_", " ")).decode() for word in words.split()]


def _stems(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.partition("*")[0] for word in _split(words)))


def _rule(  # noqa: PLR0913  the columns of a row
    identifier: str,
    lens: Lens,
    label: Words,
    verbs: str,
    objects: str,
    participles: str = "",
    *,
    undergone: bool = False,
) -> ActRule:
    backwards = re.compile(_pattern(objects) + _WITHIN + _pattern(participles)) if participles else None
    return ActRule(
        identifier,
        lens,
        label,
        re.compile(_pattern(verbs) + _WITHIN + _pattern(objects)),
        backwards,
        _stems(f"{verbs} {participles}"),
        _stems(objects),
        undergone,
    )


# "_" is a space inside an expression.
_DATA = """
    base_de_données bases_de_données database* données_personnelles données_à_caractère_personnel
    données_des_électeurs personal_data voter_data voter_roll* voter_list* fichier_d'électeurs fichiers_d'électeurs
    fichier_élector* fichiers_élector* fichier_de_contact* fichiers_de_contact* fichier_client* fichiers_client*
    numéro_de_téléphone numéros_de_téléphone numéros_de_portable* phone_number* mobile_number*
    adresse_e-mail adresses_e-mail* adresse_mail adresses_mail*
    adresse_électronique adresses_électroniques email_address* e-mail_address*
    contact_list* contact_details
"""
_MESSAGES = """
    message messages sms texto textos e-mail e-mails email emails courriel courriels mail mails mailing mailings spam
    spams text_message* robocall* appels_automati*
"""
_NETWORK = """
    internet réseau réseaux connexion connexions connectivi* network networks mobile_data le_pays the_country
    the_whole_country téléphonie
"""
_SERVICES = """
    réseaux_sociaux réseau_social médias_sociaux médias_en_ligne social_media social_network* plateforme* platform
    platforms messagerie* messaging application applications app apps services_en_ligne online_services site sites
    website* vpn vpns whatsapp facebook telegram twitter youtube tiktok instagram signal wikipédia wikipedia
"""
_PEOPLE = """
    public électeur électeurs citoyen* électrices voter voters votant* user users utilisateur* citizen* audience* jeunes
    opposant* population* communauté* community communities
"""

ACTS: tuple[ActRule, ...] = (
    _rule(
        "consent not asked", "messages",
        Words("autorisation non demandée", "consent not asked"),
        "jamais_demandé* pas_demandé* même_pas_demandé* sans ni without never_asked never_gave not_ask* pas_donné* "
        "jamais_donné* not_give* pas_consenti* jamais_consenti* pas_sollicit* jamais_sollicit*",
        "à_recevoir à_être autorisation* consentement accord_préalable permission consent leur_avis to_receive for_it",
    ),
    _rule(
        "personal data obtained", "messages",
        Words("données personnelles obtenues", "personal data obtained"),
        "procur* achet* achèt* acqui* acquér* obten* obtien* récupér* aspir* purchas* bought buy buys buying acquire* "
        "obtained obtain harvest* scrape* scraping arrach*",
        _DATA, "arrach* acheté* acquis* obtenu* récupéré* purchased bought harvested",
    ),
    _rule(
        "personal data sold or handed over", "messages",
        Words("données personnelles vendues ou cédées", "personal data sold or handed over"),
        "vend vendu* vendent vendre vendait revend* céd* cède* monnay* fourni* sold sell sells selling share shared "
        "sharing leak* divulgu* livré*",
        _DATA, "aux_enchères à_la_disposition_d'une_tierce à_disposition_d'une_tierce vendu* revendu* cédé* sold "
        "leaked "
        "for_sale",
    ),
    _rule(
        "personal data collected", "messages",
        Words("données personnelles collectées", "personal data collected"),
        "collect* recueill* gather* moissonn* stock*", _DATA, "collecté* recueilli* collected gathered",
    ),
    _rule(
        "accounts accessed", "messages",
        Words("comptes atteints", "accounts accessed"),
        "accès accéd* accèd* pirat* access accessed accessing hack* infiltr* compromi*",
        "compte comptes account accounts boîte_mail boîtes_mail* boîte_e-mail mailbox*", "piraté* hacked compromised",
    ),
    _rule(
        "people located", "messages",
        Words("personnes localisées", "people located"),
        "savoir* sait savent connaît connaissent know knows knew localis* géolocalis* locat* geolocat* track* traqu*",
        "où_il* où_elle* où_on* where_they where_he where_she where_people where_voters leur_domicile their_home* "
        "leur_adresse géographique* leur_téléphone* their_phone* un_endroit_précis un_lieu_précis",
    ),
    _rule(
        "messages sent", "messages",
        Words("messages envoyés", "messages sent"),
        "adresser a_adressé ont_adressé adressent adressait envoy* envoie* envoi expédi* inond* bombard* submerg* sent "
        "send sends sending diffus* flooded flood flooding flot",
        _MESSAGES, "envoyé* diffusé* sent",
    ),
    _rule(
        "messages received", "messages",
        Words("messages reçus", "messages received"),
        "recev* reçoi* reçu reçus received receive receives receiving", _MESSAGES, undergone=True,
    ),
    _rule(
        "audience targeted", "messages",
        Words("public ciblé", "audience targeted"),
        "cibl* profil* target targets targeted targeting microtarget* segment*", _PEOPLE, "cible ciblé* visé* targeted",
    ),
    _rule(
        "network slowed", "outages",
        Words("réseau ralenti", "network slowed"),
        "ralenti* bridé* brider brident bridage throttl* slowed slows slowing",
        _NETWORK + " débit débits traffic trafic speed speeds", "ralenti* bridé* throttled slowed",
    ),
    _rule(
        "services blocked", "outages",
        Words("services bloqués", "services blocked"),
        "bloqu* blocage* restrei* restriction* restrict* censur* filtr* interdi* suspend* suspension block "
        "blocks blocked "
        "blocking ban bans banned banning",
        _SERVICES, "bloqué* restreint* censuré* inaccessible* suspendu* blocked restricted banned censored unreachable",
    ),
    _rule(
        "network cut", "outages",
        Words("réseau coupé", "network cut"),
        "coupé coupés coupée coupées couper coupe coupent coupait coupaient coupure* "
        "débranch* déconnect* suspend* suspension interromp* "
        "interruption* shut shuts shutting shutdown* cut cuts cutting disconnect* switched_off turned_off priver prive "
        "privé* privent blackout* panne*",
        _NETWORK, "coupé coupés coupée coupées suspendu* interrompu* hors_ligne hors_service "
        "déconnecté* shut cut_off offline blackout* "
        "down",
    ),
    _rule(
        "network restored", "outages",
        Words("réseau rétabli", "network restored"),
        "rétabli* restaur* rebranch* restor* reconnect* retour", _NETWORK + _SERVICES, "rétabli* restauré* restored",
    ),
    _rule(
        "payments stopped", "costs",
        Words("paiements empêchés", "payments stopped"),
        "inutilisab* hors_service indisponib* paralys* unusable unavailable empêch*",
        "terminaux terminal carte cartes distribut* paiement* payment* card cards atm atms cash_machine*",
        "inutilisab* hors_service indisponib* paralysé* unusable unavailable down",
    ),
    _rule(
        "platform paid", "spending",
        Words("plateforme payée", "platform paid"),
        "payé* payer paie paient payait paiera paierait paye payent versé* verser versent dépens* financ* "
        "achet* achèt* "
        "paid spent spend spends spending bought buy buys buying",
        _SERVICES + " influenceur* influencer* publicité* annonce annonces ads advert* services_des_plateformes",
        "payé* financé* achetée* paid bought",
    ),
    _rule(
        "agreement concluded", "spending",
        Words("accord conclu", "agreement concluded"),
        "conclu* signé* signer signe signent passé_un passé_des signed signs struck awarded attribué* attribution",
        "accord accords contrat contrats partenariat* convention* marché marchés agreement* contract "
        "contracts deal deals",
        "conclu* signé* signed awarded attribué*",
    ),
    _rule(
        "following made up", "audience",
        Words("audience factice", "following made up"),
        "faux fausses fake factice* inauthenti* robot robots bot bots",
        "compte comptes abonnés follower followers account accounts likes", "faux fake factice* inauthenti* suspects",
    ),
)  # fmt: skip
