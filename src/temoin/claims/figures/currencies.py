"""Currencies as printed, and what settles one that several countries share.

A currency's word is rarely its country's: francs CFA have two issuers, dirhams and dinars many, dollars twenty. One
that is shared is settled by the adjective beside it, then by the countries that the text names; otherwise it stays
unknown. Bare dollars are those of the United States unless the paragraph names another place whose press prints its
own so: that is how the press and the field's reports write them. "¥" and "kr" alone say nothing.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

_UEMOA = frozenset(["BJ", "BF", "CI", "GW", "ML", "NE", "SN", "TG"])
_CEMAC = frozenset(["CM", "CF", "TD", "CG", "GQ", "GA"])


@dataclass(frozen=True, slots=True)
class CurrencyWord:
    """A currency as people write it.

    Parameters
    ----------
    default : ISO 4217 code where no country named has another
    issuers : codes of the countries that share the word, by ISO 3166
    hundredth : whether it is the hundredth part of a currency, told as such
    named_only : codes that only an adjective settles ("dollars namibiens"), by ISO 3166
    """

    default: str | None
    issuers: dict[str, str] = field(default_factory=dict)
    hundredth: str | None = None
    named_only: dict[str, str] = field(default_factory=dict)

    def code(self, nearby: AbstractSet[str], everywhere: AbstractSet[str] = frozenset()) -> str | None:
        """Return the ISO 4217 code by the countries that the paragraph names, or the text; None if several fit."""
        if not self.issuers:
            return self.default
        countries = nearby if self.default or nearby & self.issuers.keys() else everywhere
        fitting = {self.issuers[country] for country in countries & self.issuers.keys()}
        if self.default:
            fitting.add(self.default)
        return fitting.pop() if len(fitting) == 1 else None

    def of(self, country: str) -> str | None:
        """Return the code of the country that an adjective names; None where it has no such currency."""
        return self.named_only.get(country) or self.issuers.get(country)


def _shared(**issuers: str) -> CurrencyWord:
    return CurrencyWord(None, issuers)


def _one(code: str) -> CurrencyWord:
    return CurrencyWord(code)


def _part(name: str) -> CurrencyWord:
    return CurrencyWord(None, hundredth=name)


DOLLAR = CurrencyWord(
    "USD",
    {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD"},
    named_only={"US": "USD", "NA": "NAD", "LR": "LRD", "ZW": "ZWL", "JM": "JMD"},
)
_CFA = CurrencyWord(None, dict.fromkeys(sorted(_UEMOA), "XOF") | dict.fromkeys(sorted(_CEMAC), "XAF"))
_FRANC = CurrencyWord(
    None,
    {"CD": "CDF", "GN": "GNF", "RW": "RWF", "BI": "BIF", "DJ": "DJF", "KM": "KMF", "CH": "CHF"} | _CFA.issuers,
)
_YEN = CurrencyWord("JPY", named_only={"JP": "JPY"})
_WORDS: dict[str, CurrencyWord] = {
    "dollar dollars": DOLLAR,
    "euro euros": _one("EUR"),
    "sterling": _one("GBP"),
    "livre livres pound pounds": CurrencyWord(
        None,
        {"EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "SS": "SSP", "GB": "GBP"}, named_only={"TR": "TRY"}
    ),
    "lira liras": CurrencyWord(None, {"TR": "TRY"}),
    "cfa fcfa": _CFA,
    "xof": _one("XOF"),
    "franc francs": _FRANC,
    "yuan yuans renminbi renminbis rmb 元 人民币": _one("CNY"),
    "yen yens jpy 円": _YEN,
    "won wons": CurrencyWord("KRW", {"KP": "KPW"}),
    "tenge tenges tengué tengués tengue tengues kzt тенге": _one("KZT"),
    "som soms": _shared(KG="KGS", UZ="UZS"), "soum soums sum": _one("UZS"),
    "rouble roubles ruble rubles руб рублей рубля рубль": CurrencyWord("RUB", {"BY": "BYN"}, named_only={"RU": "RUB"}),
    "hryvnia hryvnias": _one("UAH"), "zloty zlotys": _one("PLN"), "forint forints": _one("HUF"),
    "naira nairas": _one("NGN"), "cedi cedis": _one("GHS"), "birr birrs": _one("ETB"), "rand rands": _one("ZAR"),
    "kyat kyats": _one("MMK"), "kwacha kwachas": _shared(ZM="ZMW", MW="MWK"), "kwanza kwanzas": _one("AOA"),
    "metical meticals meticais": _one("MZN"), "ariary ariarys": _one("MGA"), "ouguiya ouguiyas": _one("MRU"),
    "dalasi dalasis": _one("GMD"), "nakfa": _one("ERN"), "leone leones": _one("SLE"), "pula": _one("BWP"),
    "taka takas": _one("BDT"), "baht bahts": _one("THB"), "dong dongs": _one("VND"), "ringgit ringgits": _one("MYR"),
    "rupiah rupiahs": _one("IDR"), "shekel shekels": _one("ILS"), "manat manats": _shared(AZ="AZN", TM="TMT"),
    "lari laris": _one("GEL"), "dirham dirhams dh dhs درهم": _shared(MA="MAD", AE="AED"),
    "dinar dinars da dt دينار": _shared(
        DZ="DZD", TN="TND", IQ="IQD", JO="JOD", KW="KWD", LY="LYD", BH="BHD", RS="RSD"
    ),
    "roupie roupies rupee rupees": _shared(
        IN="INR", PK="PKR", LK="LKR", NP="NPR", MU="MUR", ID="IDR", SC="SCR"
    ),
    "shilling shillings": _shared(KE="KES", UG="UGX", TZ="TZS", SO="SOS"),
    "rial rials riyal riyals ريال": _shared(IR="IRR", OM="OMR", YE="YER", SA="SAR", QA="QAR"),
    "toman tomans": _part("toman"),
    "peso pesos": _shared(MX="MXN", AR="ARS", CL="CLP", CO="COP", PH="PHP", CU="CUP", UY="UYU"),
    "real reais": _one("BRL"), "réal réais réaux": _one("BRL"), "sol soles": _one("PEN"),
    "bolivar bolivars": _one("VES"), "gourde gourdes": _one("HTG"),
    "couronne couronnes kr krona krone kroner kronor": _shared(
        SE="SEK", NO="NOK", DK="DKK", CZ="CZK", IS="ISK"
    ),
    "mark marks marques": CurrencyWord(None, named_only={"FI": "FIM", "DE": "DEM"}),
    "florin florins": CurrencyWord(None, named_only={"NL": "NLG"}),
    "دولار долларов доллара": DOLLAR, "يورو евро": _one("EUR"), "جنيه": _shared(EG="EGP", SD="SDG"),
    "centime centimes": _part("centime"), "cent cents": _part("cent"), "pence": _part("penny"),
    "penny pennies": _part("penny"), "kobo kobos": _part("kobo"), "pesewa pesewas": _part("pesewa"),
    "kopeck kopecks kopek kopeks": _part("kopeck"), "paise": _part("paisa"),
}  # fmt: skip
CURRENCIES: dict[str, CurrencyWord] = {name: word for names, word in _WORDS.items() for name in names.split()}

SIGNS: dict[str, CurrencyWord] = {
    "$": DOLLAR, "€": _one("EUR"), "£": _one("GBP"), "₸": _one("KZT"), "₽": _one("RUB"), "₦": _one("NGN"),
    "₩": _one("KRW"), "₴": _one("UAH"), "₺": _one("TRY"), "₫": _one("VND"), "₪": _one("ILS"), "₵": _one("GHS"),
    "₱": _one("PHP"), "₹": _one("INR"), "¥": _shared(CN="CNY", JP="JPY"), "￥": _shared(CN="CNY", JP="JPY"),
}  # fmt: skip
_BEFORE_DOLLAR = {
    "US": "USD", "USD": "USD", "U.S.": "USD", "HK": "HKD", "CA": "CAD", "C": "CAD", "CAD": "CAD", "A": "AUD",
    "AU": "AUD", "AUD": "AUD", "NZ": "NZD", "NZD": "NZD", "S": "SGD", "SG": "SGD", "NT": "TWD", "MXN": "MXN",
    "MX": "MXN", "R": "BRL", "N": "NAD", "Z": "ZWL", "CN": None, "RMB": None,
}  # fmt: skip
# Written in capitals, and without those that are words so written: ALL, CUP, MOP, PEN, TOP, TRY.
ISO = frozenset(
    "USD EUR GBP CHF JPY CNY CAD AUD NZD HKD SGD TWD KRW INR PKR BDT LKR NPR MMK THB VND IDR PHP MYR KZT KGS UZS TJS "
    "RUB BYN UAH AZN GEL PLN RON CZK SEK NOK DKK ILS SAR AED QAR IRR IQD JOD EGP LYD TND DZD MAD XOF XAF GNF NGN GHS "
    "ETB KES UGX TZS RWF BIF CDF SDG SSP ZMW ZWL MZN AOA ZAR NAD BWP MUR MGA BRL ARS CLP COP MXN VES".split()
)
_ADJECTIVES: dict[str, str] = {
    "US": "américain us usd u.s american états-unis etats-unis", "CA": "canadien canadian cad can c",
    "AU": "australien australian aud", "NZ": "néo-zélandais", "HK": "hongkongais hk hong kong",
    "SG": "singapourien singapour",
    "TW": "taïwanais taiwanais", "NA": "namibien namibian", "LR": "libérien liberian", "ZW": "zimbabwéen zimbabwean",
    "CH": "suisse swiss", "CD": "congolais congolese", "GN": "guinéen guinean", "RW": "rwandais rwandan",
    "BI": "burundais burundian", "DJ": "djiboutien", "KM": "comorien", "MA": "marocain moroccan",
    "AE": "émirati emirati émirien", "DZ": "algérien algerian", "TN": "tunisien tunisian",
    "IQ": "irakien iraquien iraqi", "JO": "jordanien jordanian", "KW": "koweïtien kuwaiti", "LY": "libyen libyan",
    "RS": "serbe serbian", "IN": "indien indienne indian", "PK": "pakistanais pakistanaise pakistani",
    "LK": "sri-lankais sri-lankaise", "NP": "népalais népalaise nepalese", "MU": "mauricien mauricienne mauritian",
    "ID": "indonésien indonésienne", "KE": "kényan kenyan", "UG": "ougandais ugandan", "TZ": "tanzanien tanzanian",
    "SO": "somalien somali", "IR": "iranien iranian", "OM": "omanais omani", "YE": "yéménite yemeni",
    "SA": "saoudien saudi", "QA": "qatari qatarien", "MX": "mexicain mexican", "AR": "argentin argentine",
    "CL": "chilien chilean", "CO": "colombien colombian", "PH": "philippin philippine", "CU": "cubain cuban",
    "RU": "russe russian", "BY": "biélorusse bélarusse belarusian", "CN": "chinois chinese", "JP": "japonais japanese",
    "EG": "égyptien égyptienne egyptian", "LB": "libanais libanaise lebanese", "SY": "syrien syrienne syrian",
    "SD": "soudanais soudanaise sudanese", "TR": "turc turque turkish", "GB": "sterling britannique british",
    "SE": "suédois suédoise swedish", "NO": "norvégien norvégienne norwegian", "DK": "danois danoise danish",
    "CZ": "tchèque czech", "FI": "finlandais finnish", "NL": "hollandais néerlandais dutch", "DE": "allemand german",
    "KG": "kirghize kyrgyz", "UZ": "ouzbek uzbek", "ZM": "zambien zambian", "MW": "malawite malawian",
}  # fmt: skip
COUNTRY_OF: dict[str, str] = {
    form: country for country, names in _ADJECTIVES.items() for name in names.split() for form in (name, name + "s")
}
_AFTER = re.compile(r"[ \u00a0\u202f](?:(?:des|de la|de|du)[ \u00a0])?(?:hong[ -])?(c\b|[^\W\d_]+(?:-[^\W\d_]+)*|\$)")
_FOLLOWING = re.compile(r"[ \u00a0](?:kong )?([^\W\d_]+)")
_SIGN_AFTER = re.compile(r"[ \u00a0\u202f]?(us|usd|hk|c|ca|cad|can|au|aud|nzd)(?![^\W_]|[’'])")
_CODES_AFTER = {"us": "USD", "usd": "USD", "hk": "HKD", "c": "CAD", "ca": "CAD", "cad": "CAD", "can": "CAD",
                "au": "AUD", "aud": "AUD", "nzd": "NZD"}  # fmt: skip
_BEFORE = re.compile(
    r"(?<![^\W_])((?:[A-Z]{1,3}|U\.S\.|[a-z]{3}(?=\$))?[ \u00a0]?)([$€£¥￥₸₽₦₹₩₴₺₫₪₵₱])[ \u00a0\u202f]?\Z"
)
# As prices are printed before their digits in East Africa, South Asia and Ghana.
_CODES_BEFORE: dict[str, CurrencyWord] = {
    "ksh": _one("KES"), "kshs": _one("KES"), "ush": _one("UGX"), "tsh": _one("TZS"), "shs": CURRENCIES["shilling"],
    "rs": CURRENCIES["rupee"], "gh¢": _one("GHS"), "gh₵": _one("GHS"), "br": _one("ETB"), "fcfa": _CFA,
    "rm": _one("MYR"),
}  # fmt: skip
_LETTERS_BEFORE = {"N": _shared(NG="NGN"), "R": _shared(ZA="ZAR"), "K": _shared(ZM="ZMW", MW="MWK")}
_CODE_BEFORE = re.compile(
    r"(?<![^\W_])([A-Z]{3}|[Ff] ?CFA|FCFA|Kshs?|KSh|Ush|USh|Tsh|TSh|Shs|Rs\.?|GH[¢₵]|Br|RM)[ \u00a0\u202f]?\Z"
)


@dataclass(frozen=True, slots=True)
class Money:
    """A currency beside a number: the word, the code that its adjective gives, where its words start and end."""

    word: CurrencyWord
    said: str | None
    start: int
    end: int


def money_word(lower: str, name: str, start: int, end: int) -> Money | None:
    """Return the currency whose word stands there, with the adjective after it; None if none is."""
    word = CURRENCIES.get(name)
    if word is None:
        return None
    after = _AFTER.match(lower, end)
    if after is None:
        return Money(word, None, start, end)
    if after[1] == "cfa":
        return Money(_CFA, None, start, after.end())
    country = COUNTRY_OF.get(after[1])
    said = word.of(country) if country else None
    if said is None and after[1] == "sterling":
        said = "GBP"
    if said is not None or (country and word.default is not None and country in ("CN", "JP")):
        return Money(word, said or word.default, start, after.end())
    return Money(word, None, start, end)


def money_named(lower: str, name: str, end: int) -> Money | None:
    """Return the currency whose adjective ends at a position: "Kenyan shillings"; None if none does."""
    country = COUNTRY_OF.get(name)
    following = _FOLLOWING.match(lower, end) if country else None
    word = CURRENCIES.get(following[1]) if following else None
    said = word.of(country) if word and country else None
    return Money(word, said, end, following.end()) if word and following and said else None


def money_sign(text: str, lower: str, start: int, end: int) -> Money:
    """Return the currency whose sign stands at a position, with the letters that say whose dollar."""
    after = _SIGN_AFTER.match(lower, end) if text[start] == "$" else None
    if after is not None and (text[end : end + 1] not in " \u00a0" or after[1] not in ("ca", "au", "can")):
        return Money(DOLLAR, _CODES_AFTER[after[1]], start, after.end())
    return Money(SIGNS[text[start]], None, start, end)


def money_before(text: str, start: int) -> Money | None:
    """Return the currency whose sign or code stands just before a number."""
    begin = max(0, start - 7)
    if found := _BEFORE.search(text, begin, start):
        letters = found[1].strip().upper()
        if letters and found[2] == "$" and letters in _BEFORE_DOLLAR:
            return Money(DOLLAR, _BEFORE_DOLLAR[letters], found.start(), start)
        if letters == "CN" and found[2] in "¥￥":
            return Money(SIGNS["¥"], "CNY", found.start(), start)
        return Money(SIGNS[found[2]], None, found.start(2), start)
    found = _CODE_BEFORE.search(text, begin, start)
    if found is None:
        letter = _LETTERS_BEFORE.get(text[start - 1 : start])
        return Money(letter, None, start - 1, start) if letter and not text[start - 2 : start - 1].isalnum() else None
    code = found[1].replace(" ", "").rstrip(".")
    if code in ISO:
        return Money(CurrencyWord(code), code, found.start(), start)
    word = _CODES_BEFORE.get(code.lower())
    return Money(word, None, found.start(), start) if word else None


def currency(printed: str, nearby: AbstractSet[str], everywhere: AbstractSet[str] = frozenset()) -> str | None:
    """Return the ISO 4217 code of a currency as printed, by the countries the paragraph or else the text names.

    None where several currencies fit.

    Examples
    --------
    >>> currency("F CFA", {"SN"}), currency("F CFA", {"SN", "TD"}), currency("dollars", {"KZ"})
    ('XOF', None, 'USD')
    """
    word = re.sub(r"[\u00a0\u202f\u2009]", " ", printed.strip())
    if word in ISO:
        return word
    lower = word.lower()
    if lower in SIGNS:
        return SIGNS[lower].code(nearby, everywhere)
    first = lower.split(" ")[0]
    if first in ("f", "fr"):
        return _CFA.code(nearby, everywhere) if lower.endswith("cfa") else None
    found = money_word(lower, first, 0, len(first))
    if found is None:
        return None
    return found.said or found.word.code(nearby, everywhere)
