"""What a page says of itself: subscriptions, newsletters, gifts, cookies, sharing, related titles, and its own dates.

A line is scored by its cues: words that speak to the reader or of the offer weigh more than the mere nouns of the
trade, and words that report ("selon", a quotation, a verb in the third person) take weight away, so that an article on
newsletters stays an article. A line in doubt is settled by its neighbours.
"""

import re
from collections.abc import Sequence
from typing import Literal

from temoin.branches import branches
from temoin.claims.about.datelines import dateline_of
from temoin.claims.about.passages import Spot

Stamp = Literal["publication date", "update"]

_OFFERS = re.compile(
    r"abonnez[- ]vous|s[’']abonner|je m[’']abonne|déjà abonnée?s?|réservée?s? (?:à nos|aux) abonnés|inscrivez[- ]vous|"
    r"(?:recevez|recevoir) (?:nos|notre|la|les|gratuitement|chaque)|vous avez lu|il vous reste|articles? gratuits?|"
    r"sans engagement|essai gratuit|offre d[’']essai|1er mois|premier mois|résiliable|annulable|faites un don|"
    r"faire un don|je donne|soutenez|soutenir (?:notre|nos|l[’']indépendance)|nous soutenir|notre journalisme|"
    r"rejoignez|suivez[- ]nous|partagez|téléchargez|découvrez (?:les|nos|notre|l[’']offre)|profitez|"
    r"(?:à )?lire (?:aussi|également)|à lire|voir aussi|sur le même sujet|nos derniers articles|les plus lus|"
    r"(?:min(?:utes?)?\.?|mn) (?:de lecture|read)|temps de lecture|lecture[ \u00a0]:|tous droits réservés|"
    r"accepter (?:les|et) |ce site utilise|nous utilisons des|this site uses|paramétrer|gérer (?:mes|les) cookies|"
    r"politique de confidentialité|mentions légales|"
    r"conditions générales|subscribe\b|sign up|already a subscriber|free trial|cancel any ?time|donate|"
    r"support (?:our|us|independent)|your support|free articles?|articles? (?:left|remaining)|you have read|"
    r"you[’']ve read|read (?:more|also|next)|follow us|join us|share this|all rights reserved|privacy policy|"
    r"terms of (?:use|service)|we use cookies|accept (?:all|cookies)|get (?:our|the) newsletter|"
    r"bonnes raisons de|ce mois-ci|déductibles? (?:des|de vos) impôts|défiscalis|tax[- ]deductible|"
    r"offres? (?:spéciales?|exclusives?|découverte|promotionnelles?|limitées?|de bienvenue)|"
    r"special offer|limited[- ]time|code promo|promo code|"
    r"©|\(c\) \d{4}|copyright"
)
_NOUNS = re.compile(
    r"abonnement|newsletter|infolettre|lettre d[’']information|cookies?\b|publicité|contenus? exclusifs?|accès "
    r"illimité|"
    r"fonctions avancées|application|premium|€ ?/ ?mois|par mois|subscription|unlimited|ad[- ]free|exclusive|per month|"
    r"nos lecteurs|nos lectrices|our readers|\bdons?\b|\bcontribu|\bvous\b|\bvotre\b|\byour?\b|\bnous\b|\bnotre\b"
)
_REPORTS = re.compile(
    r"«|“|\bselon\b|\baccording\b|\b(?:a|ont|avait|est|sont|était|has|have|had|was|were|is) (?!fait "
    r"de)[a-zà-ÿ]{2,}(?:é|ée|és|ées"
    r"|u|it|is|ed)\b|\b(?:compte|coûte|propose|teste|lance|annonce|affirme|déclare|dénonce|said|says|costs|counts)\b"
)
_SPEAKS_TO_READER = re.compile(
    r"^[\s•*–—>+-]*(?:abonnez|s[’']abonner|je m|déjà|inscrivez|recevez|recevoir|vous avez|il vous|faites|faire un "
    r"don|je donne|"
    r"soutenez|soutenir|rejoignez|suivez|partagez|téléchargez|découvrez|profitez|à lire|lire|voir aussi|©|copyright|"
    r"subscribe|sign up|already|donate|support|you|read|follow|join|share|get |accept|we use|tous droits|all rights)"
)
_COUNTERS = frozenset(
    "partage partages commentaire commentaires share shares comment comments réaction réactions like likes vue "
    "vues view views "
    "lecture read min".split()
)
_ONLY_STAMP = re.compile(
    r"(?:publiée?|posté|mise? en ligne|écrit|créé|rédigé|actualisée?|mise? à jour|màj|maj|modifiée?|dernière|published|"
    r"posted|updated|last|modified|created|date|on|at|le|la|à|a|du|de|par|by|et|and|heure|h|paris|gmt|utc|est|cet|temps|"
    r"lecture|min|minutes|read|source|afp|reuters|avec|[\W\d_])*"
)
_BYLINE = re.compile(
    r"\b[Pp]ar [A-ZÀ-Þ][^\n,.]{1,40}|\b[Bb]y [A-Z][^\n,.]{1,40}|^[A-ZÀ-Þ][a-zà-ÿ-]+(?: "
    r"[A-ZÀ-Þ][a-zà-ÿ-]+){1,2}(?=[,|•· ])"
)
_UPDATED = re.compile(r"(?:mise? à jour|màj|maj|actualisée?|modifiée?|updated|modified)[^\n\d;.]{0,16}$")
_STAMPED = re.compile(
    r"(?:^|[|•·(\n]|[–—-][ \u00a0]|publié|posté|mise? en ligne|published|posted|article|page)[^|•·(]*$"
)
_PUBLISHED = re.compile(
    r"(?:^|[|•·–—-][ \u00a0]?)(?:publiée?|postée?|mise? en ligne|published|posted|date)[ \u00a0]*:?[^\n\d:,.]{0,12}$"
)
_WIRE = re.compile(r"[ \u00a0]*(?:/[A-Z][\w ]+/|\([A-Z][\w ,/-]{1,30}\) ?[-–—]|[-–—]{1,2} ?\([A-Z][\w ]+\))")
_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,40}(?:,[^\n\d,]{2,30})?,[^\n\d]{0,12}$")
_CREDIT = re.compile(
    r"(?://|©|\(|\b)[ ]?(?:[Ss]ources?|[Cc]rédits?|[Pp]hotos?|[Cc]redits?|[Ii]nfographie)[ \u00a0]?[:/]"
)
_CREDITS = ("ource", "rédit", "redit", "hoto", "nfographie")
_LONGEST_LINE, _TOP, _BOTTOM = 600, 900, 400
_BULLET = re.compile(r"[•·▪◦‣*][ \u00a0\t]*$")


class Page:
    """The lines of a text that tell of the page itself, asked for where a statement stands.

    Parameters
    ----------
    text : the document
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._scores: dict[int, int] = {}
        self._here = (0, 0)
        self._dateline = dateline_of(text)

    def is_boilerplate(self, position: int) -> bool:
        """Return whether the line at a position tells of the page rather than of its matter.

        Examples
        --------
        >>> Page("S’abonner à partir de 1 € par mois, sans engagement").is_boilerplate(22)
        True
        >>> Page("Le service propose un abonnement à 9 € par mois.").is_boilerplate(37)
        False
        """
        first, last = self._line(position)
        score = self._score(first, last)
        if score >= _SURE:
            return True
        return score > 0 and any(self._score(*line) >= _SURE for line in self._beside(first, last))

    def is_counter(self, spot: Spot) -> bool:
        """Return whether a figure is alone on its line with what it counts: "245 partages", "3 min de lecture"."""
        if spot.unit not in _COUNTERS:
            return False
        first, last = self._line(spot.start)
        if last - first > _SHORT:
            return False
        rest = (self._text[first : spot.start] + self._text[spot.end : last]).strip(" \u00a0|•·-–—().")
        return not rest or _OFFERS.search(rest.lower()) is not None or "lecture" in rest.lower()

    def is_bullet(self, spot: Spot) -> bool:
        """Return whether a number is the mark of an item of a list: "• 1 La loi"."""
        return (
            self._text[spot.start : spot.end].isdigit()
            and _BULLET.search(self._text, max(0, spot.start - 4), spot.start) is not None
        )

    def is_caption(self, position: int) -> bool:
        """Return whether the line at a position is a caption with its credit: "... // Source : Mesures"."""
        first, last = self._line(position)
        line = self._text[first:last]
        return any(map(line.__contains__, _CREDITS)) and _CREDIT.search(self._text, first, last) is not None

    def stamp(self, spot: Spot, times: Sequence[Spot]) -> Stamp | None:
        """Return what a date is to the page: its publication, its update; None where it tells of the matter.

        Parameters
        ----------
        spot : a day or a moment
        times : the days and moments of its sentence, with it
        """
        first, last = self._line(spot.start)
        before = self._text[first : spot.start]
        lowered = before[-_NEAR:].lower().lstrip()
        if any(map(lowered.__contains__, _UPDATES)) and _is_updated(before):
            return "update"
        if len(before) < _SHORT and _PUBLISHED.search(lowered):
            return "publication date"
        if self._dateline and self._dateline.day[0] <= spot.start and spot.end <= self._dateline.day[1]:
            return "publication date"
        if first < _TOP and _DATELINE.match(before) and _WIRE.match(self._text, spot.end):
            return "publication date"
        at_edge = first < _TOP or last > len(self._text) - _BOTTOM or spot.kind == "datetime"
        if at_edge and last - first < _LONGEST_STAMP and self._is_only_stamp(first, last, times):
            return "publication date"
        return None

    def _is_only_stamp(self, first: int, last: int, times: Sequence[Spot]) -> bool:
        pieces, at = [], first
        for one in times:
            if first <= one.start < last:
                pieces.append(self._text[at : max(at, one.start)])
                at = min(max(at, one.end), last)
        rest = " ".join([*pieces, self._text[at:last]])
        return "|" not in rest and _ONLY_STAMP.fullmatch(_BYLINE.sub(" ", rest).lower()) is not None

    def _line(self, position: int) -> tuple[int, int]:
        if not self._here[0] <= position < self._here[1]:
            self._here = self._bounds(position)
        return self._here

    def _bounds(self, position: int) -> tuple[int, int]:
        first = self._text.rfind("\n", max(0, position - _LONGEST_LINE), position) + 1
        last = self._text.find("\n", position, position + _LONGEST_LINE)
        first = first or max(0, position - _LONGEST_LINE)
        return first, last if last >= 0 else min(len(self._text), position + _LONGEST_LINE)

    def _beside(self, first: int, last: int) -> list[tuple[int, int]]:
        lines = []
        before = self._text[max(0, first - _LONGEST_LINE) : first].rstrip()
        if before:
            lines.append(self._line(max(0, first - _LONGEST_LINE) + len(before) - 1))
        after = self._text[last : last + _LONGEST_LINE]
        if inner := after.lstrip():
            lines.append(self._line(last + len(after) - len(inner)))
        return lines

    def _score(self, first: int, last: int) -> int:
        if first not in self._scores:
            self._scores[first] = _score_of(self._text[first:last].lower())
        return self._scores[first]


_LONGEST_OFFER = 320
_HINTS_WORDS = (
    "abonn newsletter infolettre cookie publicit exclusi illimit gratuit premium soutenez souten rejoign suivez "
    "partagez "
    "télécharg profitez lire_aussi lire_égal voir_aussi à_lire même_sujet derniers_articles plus_lus lecture paramétr "
    "confidentialité mentions_légales conditions_gén subscri sign_up free cancel donat support_ articles_re "
    "articles_le "
    "follow_us join_us share_this rights_res privacy terms_of accept raisons_de ce_mois impôts défiscal deductib © (c) "
    "copyright inscrivez vous_avez_lu il_vous_reste un_don you_ve_read read_more read_also read_next min_read "
    "lu_ recevez "
    "unlimited découvrez ad-free offre_s offre_e offre_d offre_p offre_l offres_ special_offer limited engagement "
    "code_promo promo_code"
)
_HINTS = re.compile(branches(word.replace("_", " ") for word in _HINTS_WORDS.split()))
_UPDATES = ("jour", "màj", "maj", "actual", "modifi", "updat")
_SURE, _SHORT, _LONGEST_STAMP, _NEAR = 2, 60, 140, 40


def _is_updated(before: str) -> bool:
    # "Le règlement, modifié hier": inside prose the word tells of the matter.
    here = before[-_NEAR:]
    lowered = here.lower()
    found = _UPDATED.search(lowered)
    if found is None:
        return False
    if here[found.start()].isupper():
        return True
    at = len(before) - len(here) + found.start()
    led = _STAMPED.search(before[:at].lower())
    return (
        led is not None
        and _ONLY_STAMP.fullmatch(_LEADS.sub(" ", _BYLINE.sub(" ", before[led.start() : at])).lower()) is not None
    )


_LEADS = re.compile(
    r"\b(?:cet|cette|this|the|article|page|texte|été|est|was|has|been|dernière fois|on|[a-zà-ÿ]{3,9}(?= \d{4}))\b"
)


def _score_of(line: str) -> int:
    to_reader = _SPEAKS_TO_READER.match(line) is not None
    if not to_reader and (len(line) > _LONGEST_OFFER or not _HINTS.search(line)):
        return 0
    offers = len({match[0] for match in _OFFERS.finditer(line)})
    nouns = len({match[0] for match in _NOUNS.finditer(line)})
    if nouns < _SURE and not offers and not to_reader:
        return 0
    score = 2 * offers * (2 if to_reader else 1) + nouns
    if not (to_reader and "«" not in line and "“" not in line) and _REPORTS.search(line):
        score -= 4
    elif not offers:
        score = min(score - 1, 2) if len(line) < _SHORT * 4 else 0
    return score
