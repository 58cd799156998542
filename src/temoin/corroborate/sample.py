"""Notes of our own on the outage of Kazakhstan in January 2022: published facts, each with who published it.

The words are ours; the facts are those of the publishers named. No measured series goes with them: it is a case of
statements only. "Shutdown" stands in one of them because Access Now says it.
"""

from dataclasses import dataclass

from temoin.period import PartialDate
from temoin.words import Words

PLACE = "KZ"


@dataclass(frozen=True, slots=True)
class DemoNote:
    """A note: what a publisher stated, in our words.

    Parameters
    ----------
    name : stable, fit for a file's name
    text_en, text_fr : the note
    publisher : who states it, with the medium through which we know it
    published : when, as precisely as we know; None where we do not
    url : where it can be read; None where we do not know
    title : what the note is about
    """

    name: str
    text_en: str
    text_fr: str
    publisher: str
    published: PartialDate | None
    url: str | None
    title: Words


def notes() -> tuple[DemoNote, ...]:
    """Return the notes, in order of what they tell.

    Examples
    --------
    >>> [note.name for note in notes()][:3]
    ['cloudflare', 'kentik', 'netblocks']
    """
    return NOTES


NOTES: tuple[DemoNote, ...] = (
    DemoNote(
        "cloudflare",
        "Note by Témoin, in our own words.\n\n"
        "According to Cloudflare, mobile traffic in Kazakhstan began to fall about 14:30 UTC on 4 January 2022. "
        "According to Cloudflare, Internet traffic from the whole country was cut after 10:30 UTC on 5 January 2022. "
        "Cloudflare recorded a spike of BGP updates about 10:45 UTC on 5 January 2022.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon Cloudflare, le trafic mobile du Kazakhstan a commencé à chuter vers 14\xa0h\xa030 (UTC) "
        "le 4 janvier 2022. "
        "Selon Cloudflare, l’internet de tout le pays a été coupé après 10\xa0h\xa030 (UTC) le 5 janvier 2022. "
        "Cloudflare a relevé un pic de mises à jour BGP vers 10\xa0h\xa045 (UTC) le 5 janvier 2022.\n",
        "Cloudflare",
        PartialDate("2022-01"),
        "https://gixtools.net/2022/01/internet-shut-down-in-kazakhstan-amid-unrest",
        Words("Cloudflare\u00a0: le trafic du Kazakhstan", "Cloudflare: traffic from Kazakhstan"),
    ),
    DemoNote(
        "kentik",
        "Note by Témoin, in our own words.\n\n"
        "According to Kentik, cited by The Record, Kazakhstan went offline at 16:45 local time on 5 January 2022, "
        "that is 10:45 UTC.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon Kentik, cité par The Record, le Kazakhstan s’est retrouvé hors ligne à 16\xa0h\xa045, heure locale, "
        "le 5 janvier 2022, soit 10\xa0h\xa045 (UTC).\n",
        "Kentik, via The Record",
        None,
        None,
        Words("Kentik\u00a0: l’heure de la coupure", "Kentik: the time of the cut"),
    ),
    DemoNote(
        "netblocks",
        "Note by Témoin, in our own words.\n\n"
        "According to NetBlocks, as the press reported it, connectivity in Kazakhstan collapsed around 5 p.m. "
        "local time on 5 January 2022 (about 11:00 UTC), to 2% of ordinary levels.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon NetBlocks, dont la presse s’est fait l’écho, la connexion du Kazakhstan s’est effondrée vers "
        "17\xa0heures, heure locale, le 5 janvier 2022 (vers 11\xa0h\xa000 UTC), à 2\u202f% du niveau habituel.\n",
        "NetBlocks, via ict-online.ru",
        None,
        None,
        Words("NetBlocks\u00a0: l’effondrement de la connexion", "NetBlocks: the collapse of connectivity"),
    ),
    DemoNote(
        "access-now",
        "Note by Témoin, in our own words.\n\n"
        "According to Access Now, whose STOP list records it, a shutdown hit Kazakhstan from 4 to 11 January 2022. "
        "According to Access Now, it went on for eight days, with the full network shut down and with throttling.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon Access Now, dont la liste STOP la recense, une coupure volontaire (shutdown) d’internet a frappé le "
        "Kazakhstan du 4 au 11 janvier 2022. Selon Access Now, elle s’est étendue sur huit jours, réseau entièrement "
        "coupé et débit bridé.\n",
        "Access Now, #KeepItOn STOP",
        None,
        None,
        Words("Access Now\u00a0: la coupure recensée", "Access Now: the shutdown as listed"),
    ),
    DemoNote(
        "top10vpn-2022",
        "Note by Témoin, in our own words.\n\n"
        "According to Top10VPN, the outage in Kazakhstan had cost 189 million US dollars as of about 8 January "
        "2022.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon Top10VPN, la coupure au Kazakhstan avait coûté 189 millions de dollars américains vers le "
        "8 janvier 2022.\n",
        "Top10VPN",
        PartialDate("2022-01"),
        None,
        Words("Top10VPN\u00a0: le coût en cours de coupure", "Top10VPN: the running cost"),
    ),
    DemoNote(
        "top10vpn-2023",
        "Note by Témoin, in our own words.\n\n"
        "According to Top10VPN, in its edition of January 2023, the outage in Kazakhstan cost 410.3 million US "
        "dollars "
        "over 144 hours and affected 16.1 million users.\n",
        "Note de Témoin, dans nos propres termes.\n\n"
        "Selon Top10VPN, dans son édition de janvier 2023, la coupure au Kazakhstan a coûté 410,3 millions de "
        "dollars "
        "américains en 144 heures et touché 16,1 millions d’utilisateurs.\n",
        "Top10VPN",
        PartialDate("2023-01"),
        None,
        Words("Top10VPN\u00a0: le coût de l’année", "Top10VPN: the cost of the year"),
    ),
)
