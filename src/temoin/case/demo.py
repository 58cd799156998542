"""Two sample cases: Kazakhstan, January 2022, from published statements alone, and a fictional country."""

from pathlib import Path
from tempfile import TemporaryDirectory

from temoin.case.adding import Wish, add_file, add_note
from temoin.case.durable import write_durably
from temoin.case.folder import Case, new_case, open_case
from temoin.case.keys import KeyStore
from temoin.corroborate.sample import NOTES, DemoNote
from temoin.errors import CaseError
from temoin.evidence import Source
from temoin.evidence.source import Reading
from temoin.outages import sample
from temoin.period import PartialDate, Period
from temoin.words import Language, Words

_FIRST, _LAST = PartialDate("2022-01-04"), PartialDate("2022-01-12")
KAZAKHSTAN_PERIOD = Period(_FIRST.period().begin, _LAST.period().end)
_KAZAKHSTAN = Words("Kazakhstan, janvier 2022 : ce qui a été publié", "Kazakhstan, January 2022: what was published")
_KAZAKHSTAN_ASKS = Words(
    "Depuis quand le pays a-t-il été coupé, selon qui, et à quelle heure près ?",
    "Since when was the country cut off, according to whom, and to within how many minutes?",
)
_ATLASIE = Words(
    "Atlasie (pays fictif) : une nuit sans réseau", "Atlasie (fictional country): a night without a network"
)
_ATLASIE_ASKS = Words(
    "Données inventées : que voit la détection, et avec quelle incertitude ?",
    "Made-up data: what does detection see, and how certain is it?",
)


def make_demo(folder: Path, language: Language, keys: KeyStore) -> tuple[Case, Case]:
    """Make both cases in a folder, or open them where they stand already; nothing is fetched.

    Raises
    ------
    CaseError : something else stands there
    """
    kazakhstan, fictional = folder / "kazakhstan-2022", folder / "atlasie"
    if not kazakhstan.exists():
        new_case(kazakhstan, ("KZ",), _FIRST, _LAST)
        _say(kazakhstan, _KAZAKHSTAN, _KAZAKHSTAN_ASKS, language, 'zone = "Asia/Almaty"\n')
        case = open_case(kazakhstan, keys)
        for note in NOTES:
            add_note(case, note.text_fr if language == "fr" else note.text_en, Wish(_described(note, language)))
    if not fictional.exists():
        new_case(fictional, (), None, None)
        _say(fictional, _ATLASIE, _ATLASIE_ASKS, language, "synthetic = true\n")
        _add_curve(open_case(fictional, keys))
    try:
        return open_case(kazakhstan, keys), open_case(fictional, keys)
    except CaseError as error:
        raise CaseError(
            Words(
                f"{folder} : autre chose s’y trouve déjà ; nommez un dossier neuf, temoin demo DOSSIER",
                f"{folder}: something else stands there; name a new folder, temoin demo FOLDER",
            )
        ) from error


def _described(note: DemoNote, language: Language) -> Source:
    return Source(
        id="",
        size=0,
        title=note.title.in_(language),
        publisher=note.publisher,
        published=note.published,
        url=note.url,
        language=language,
        licence="CC0-1.0",
        visibility="open",
        reading=Reading(place="KZ"),
    )


def _say(folder: Path, title: Words, question: Words, language: Language, more: str) -> None:
    path = folder / "temoin.toml"
    said = f'title = "{title.in_(language)}"\nquestion = "{question.in_(language)}"\nlanguage = "{language}"\n{more}\n'
    write_durably(path, (said + path.read_text(encoding="utf-8")).encode())


def _add_curve(case: Case) -> None:
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "atlasie-fictional.csv"
        curve.write_csv(path, datetime_format="%Y-%m-%dT%H:%M:%SZ")
        add_file(
            case,
            path,
            Wish(Source(id="", size=0, publisher="Témoin (fictional)", licence="CC0-1.0", visibility="open")),
        )
