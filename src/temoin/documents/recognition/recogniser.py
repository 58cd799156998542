"""One document's pictures read page by page: engine and language are chosen once, from its first words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from PIL import Image

from temoin.documents.language import detect_language
from temoin.documents.recognition import chinese, remedies, tesseract
from temoin.documents.recognition.figures import doubted
from temoin.documents.recognition.found import Line, plain, worth
from temoin.documents.recognition.packs import CHINESE, TRIED_SCRIPTS, pack_of, packs_of_script
from temoin.documents.recognition.tesseract import Sight

_READABLE = 0.7
_ENOUGH_LETTERS = 40
# Strokes of a script that tesseract names with less confidence than this are as often noise.
_SURE_OF_SCRIPT = {"Han": 0.3, "Japanese": 0.3, "Hangul": 0.3, "Korean": 0.3}
_SURE_OF_ANY_OTHER = 1.0
_MOSTLY_CHINESE = 0.3
_FIGURES = "0123456789.,:/-%"
# Where a page may write its figures ٠ to ٩, one read as 0 to 9 is not sure, however sure the engine is.
_EASTERN_DIGITS = frozenset({"ara", "fas", "urd", "pus", "kur", "uig", "snd"})
_SURE_OF_FIGURES, _NEVER_SURE = 0.9, 1.1
_WESTERN = "eng"
_FIRST_OF_HAN, _LAST_OF_HAN = "\u3400", "\u9fff"


@dataclass(frozen=True, slots=True)
class _Trial:
    pack: str
    lines: list[Line]
    lacking: str | None = None


class Recogniser:
    """Reads the pages of one document.

    Parameters
    ----------
    read : what is read, for messages
    language : ISO 639-1, as somebody said it or as the rest of the document shows it; None leaves it to the pages

    Raises
    ------
    InputError : no engine is known for that language, or its program, extra or pack is absent; the message says which
    """

    def __init__(self, read: str, language: str | None = None) -> None:
        self._read = read
        self._used: dict[str, None] = {}
        self._pack = self._pack_said(language) if language else None

    @property
    def recognised_by(self) -> str:
        """Engine, version and language packs, as ``tesseract 5.3.0 (fra)``; empty before the first page.

        A pack that the language would have needed and that is not there is named: ``(fra, spa absent)``.
        """
        return "; ".join(self._used)

    def lines(self, picture: Image.Image, sight: Sight | None = None, *, is_block: bool = False) -> list[Line]:
        """Return the lines of an upright grey picture.

        Where nobody said a language, the packs at hand are tried on the first page that has enough letters: that of
        the script that tesseract sees first, then the others, until one reads with a confidence of 0.7; the words
        read then show the language, whose own pack reads the page again and all that follow.

        Parameters
        ----------
        sight : what tesseract said of its script; None where it could not tell
        is_block : its lines run from side to side, as the rows of a table do, and no layout is to be looked for

        Raises
        ------
        InputError : what would read it is absent; the message says what and how to install it
        """
        if self._pack:
            trial = _Trial(self._pack, self._by(self._pack, picture, is_block=is_block))
        else:
            trial = self._tried(picture, sight)
        if trial.lines:
            self._used[_engine(trial)] = None
        if sum(len(word.text) for line in trial.lines for word in line) >= _ENOUGH_LETTERS:
            self._pack = trial.pack
        return self._doubted(trial, picture)

    def _doubted(self, trial: _Trial, picture: Image.Image) -> list[Line]:
        program = tesseract.installed()
        if trial.pack in ("", CHINESE) or program is None:
            return trial.lines
        is_eastern = trial.pack in _EASTERN_DIGITS
        # A pack made for the digits 0 to 9 is another pair of eyes.
        pack = _WESTERN if is_eastern and _WESTERN in program.packs else trial.pack
        return doubted(
            trial.lines,
            picture,
            lambda column: tesseract.read_block(program, column, pack, self._read, only=_FIGURES),
            sure=_NEVER_SURE if is_eastern else _SURE_OF_FIGURES,
        )

    def _pack_said(self, language: str) -> str:
        pack = pack_of(language)
        if pack is None:
            raise remedies.no_such_language(self._read, language)
        if not at_hand(pack):
            raise self._missing(pack)
        return pack

    def _missing(self, pack: str) -> Exception:
        if pack == CHINESE:
            return remedies.no_extra(self._read)
        absent = tesseract.installed() is None
        return remedies.no_program(self._read, pack) if absent else remedies.no_pack(self._read, pack)

    def _by(self, pack: str, picture: Image.Image, *, is_block: bool = False) -> list[Line]:
        if pack == CHINESE:
            return chinese.read_lines(picture)
        program = tesseract.installed()
        if program is None:
            raise remedies.no_program(self._read, pack)
        read_lines = tesseract.read_block if is_block else tesseract.read_lines
        return read_lines(program, picture, pack, self._read)

    def _tried(self, picture: Image.Image, sight: Sight | None) -> _Trial:
        seen = packs_of_script(sight.script) if sight is not None else ()
        order = dict.fromkeys((*seen[:1], *(pack for script in TRIED_SCRIPTS for pack in packs_of_script(script)[:1])))
        best = _Trial("", [])
        for pack in filter(at_hand, order):
            trial = self._in_its_language(pack, picture)
            if worth(trial.lines) > worth(best.lines) and (pack != CHINESE or _is_chinese(trial.lines)):
                best = trial
            if worth(best.lines) >= _READABLE or not trial.lines:
                # Where one engine sees no stroke at all, there is none.
                return best
        if tesseract.installed() is None:
            raise remedies.no_program(self._read)
        if sight is not None and seen and not at_hand(seen[0]) and _is_sure(sight):
            raise self._missing(seen[0])
        if not best.pack and not any(map(at_hand, order)):
            raise remedies.no_pack(self._read, next(iter(order)))
        return best

    def _in_its_language(self, pack: str, picture: Image.Image) -> _Trial:
        lines = self._by(pack, picture)
        language = detect_language(plain(lines)).language
        own = pack_of(language) if language else None
        if own in (None, pack, CHINESE):
            return _Trial(pack, lines)
        assert own is not None
        return _Trial(own, self._by(own, picture)) if at_hand(own) else _Trial(pack, lines, own)


@cache
def programs() -> Mapping[str, str]:
    """Return by name the version of every program, pack and extra at hand that changes what is recognised.

    Asked once a process, and only when a picture or a PDF is read: it starts tesseract twice.
    """
    program = tesseract.installed()
    packs = {} if program is None else {f"tesseract/{name}": size for name, size in program.packs.items()}
    extra = chinese.available()
    return {
        **({} if program is None else {"tesseract": program.version}),
        **packs,
        **({} if extra is None else {chinese.DISTRIBUTION: extra, "onnxruntime": version("onnxruntime")}),
    }


def _is_sure(sight: Sight) -> bool:
    return sight.script_confidence >= _SURE_OF_SCRIPT.get(sight.script, _SURE_OF_ANY_OTHER)


def at_hand(pack: str) -> bool:
    """Return whether a pack can be read with here; that of Chinese, by the extra ``ocr``."""
    if pack == CHINESE:
        return chinese.available() is not None
    program = tesseract.installed()
    return program is not None and pack in program.packs


def _engine(trial: _Trial) -> str:
    if trial.pack == CHINESE:
        return f"{chinese.DISTRIBUTION} {chinese.available()} (zh)"
    program = tesseract.installed()
    known = program.version if program is not None else ""
    return f"tesseract {known} ({trial.pack}{f', {trial.lacking} absent' if trial.lacking else ''})"


def _is_chinese(lines: list[Line]) -> bool:
    letters = [letter for letter in plain(lines) if letter.isalpha()]
    return sum(_FIRST_OF_HAN <= letter <= _LAST_OF_HAN for letter in letters) > _MOSTLY_CHINESE * len(letters)
