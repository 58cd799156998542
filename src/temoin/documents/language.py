"""The language of a text, by its script and its commonest words; None where it cannot tell."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_READ_AT_MOST = 20_000
_FEWEST_WORDS = 8
_LEAST_SHARE = 0.12
_CLEARLY_AHEAD = 1.8
# Spanish, Portuguese and Italian share many of their commonest words.
_KINDRED = frozenset({"es", "pt", "it"})
_KINDRED_AHEAD = 1.3
_LETTERS_OF_A_SCRIPT = 20
_MOST_OF_THE_LETTERS = 0.6
_QUOTE = 160

# The commonest function words of each language; a word of two languages counts for both.
_COMMON = {
    "fr": "le la les l de des du d un une et est en à au aux que qui dans pour par sur avec ce cette ces il elle ils "
    "pas ne se sa son ses leur leurs sont été plus ou où mais nous vous je c s n qu on a ont être comme selon",
    "en": "the of and to in a is that for on with as was by are from at this be have has had it its he his they their "
    "not or which were an but will been would who more than when about after said according",
    "es": "el la los las de del que y en un una por con para se su sus es al lo como más pero no este esta ha han son "
    "entre según fue también sobre sin ya hasta",
    "pt": "o a os as de do da dos das que e em um uma por com para se na no nas nos ao é não mais como mas foi são sua "
    "seu pelo pela segundo também entre foram",
    "it": "il lo la i gli le di del della dei delle che e in un una per con non è sono da dal dalla nel nella al alla "
    "si come più ma anche secondo ha hanno questo questa",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über",
    "tr": "ve bir bu da de için ile olarak olan daha gibi çok kadar sonra ise veya en ki göre ancak oldu olduğunu ne",
    "sw": "na ya wa kwa ni la za katika cha kuwa hii huo hilo watu nchi kama pia lakini baada zaidi alisema huo yao",
}
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = {
    "ARABIC": "ar",
    "CYRILLIC": "ru",
    "CJK": "zh",
    "HANGUL": "ko",
    "GREEK": "el",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "THAI": "th",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
# Letters that tell a language from the one its script stands for; a handful of names does not make them common.
_LETTERS = {
    "ar": {"fa": "پچژگکی", "ur": "ٹڈڑںے"},
    "ru": {"kk": "әғқңөұүһі", "uk": "їєґі", "be": "ўі", "bg": "ъ", "ky": "ңөү"},
}
_TELLING_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Detected:
    """A language and the place that shows it: ISO 639-1 code or None, and a stretch of the text in code points."""

    language: str | None
    start: int
    end: int


def detect_language(text: str) -> Detected:
    """Return the language of a text and a stretch that shows it; no language when too short, mixed, or unknown.

    A script is enough for some languages; Latin letters are told apart by the share of the words that are among
    each language's commonest, the first one clearly ahead of the second. At most 20 000 characters are read.

    Examples
    --------
    >>> detect_language("La coupure a été décidée par le ministère, selon les habitants de la ville.").language
    'fr'
    >>> detect_language("SMS, WhatsApp").language is None
    True
    """
    read = text[:_READ_AT_MOST]
    language = _by_script(read) or _by_words([word.lower() for word in _WORD.findall(read)])
    return Detected(language, *_example(read, language))


def _by_script(text: str) -> str | None:
    letters = [letter for letter in text if letter.isalpha()]
    scripts = Counter(_SCRIPTS.get(_script(letter)) for letter in letters)
    if scripts["ja"] > 0.05 * len(letters):
        scripts["ja"] += scripts.pop("zh", 0)
    if not letters:
        return None
    language, count = scripts.most_common(1)[0]
    if language is None or count < _LETTERS_OF_A_SCRIPT or count < _MOST_OF_THE_LETTERS * len(letters):
        return None
    return _within_script(language, letters)


def _script(letter: str) -> str:
    return "" if letter < "\u0250" else unicodedata.name(letter, "").split(" ")[0].split("-")[0]


def _within_script(language: str, letters: list[str]) -> str | None:
    counts = Counter(letter.lower() for letter in letters)
    shares = {
        other: sum(counts[letter] for letter in telling) / len(letters)
        for other, telling in _LETTERS.get(language, {}).items()
    }
    if not shares:
        return language
    best = max(shares, key=lambda other: shares[other])
    return best if shares[best] >= _TELLING_SHARE else language


def _by_words(words: list[str]) -> str | None:
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {language: sum(word in common for word in words) / len(words) for language, common in _STOP_WORDS.items()}
    first, second = sorted(shares, key=lambda language: -shares[language])[:2]
    ahead = _KINDRED_AHEAD if {first, second} <= _KINDRED else _CLEARLY_AHEAD
    if shares[first] < _LEAST_SHARE or shares[first] < ahead * shares[second]:
        return None
    return first


def _example(text: str, language: str | None) -> tuple[int, int]:
    best, start, end = -1, 0, 0
    for line in re.finditer(r"\S.*", text):
        piece = line[0][:_QUOTE]
        if len(line[0]) > _QUOTE:
            piece = piece.rpartition(" ")[0] or piece
        common = _STOP_WORDS.get(language or "", frozenset())
        count = sum(word.lower() in common for word in _WORD.findall(piece)) if common else len(piece)
        if count > best:
            best, start, end = count, line.start(), line.start() + len(piece)
        if best >= 10:
            break
    return start, end
