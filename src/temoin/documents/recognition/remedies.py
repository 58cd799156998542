"""What is missing to read a picture, and how to install it; what can go wrong while reading one."""

from temoin.errors import InputError
from temoin.words import Words


class MissingEngineError(InputError):
    """What would read a picture is not on this machine: a program, a language pack or an extra."""


_NAMES = {
    "ara": Words("arabe", "Arabic"),
    "chi_sim": Words("chinois simplifié", "Simplified Chinese"),
    "chi_tra": Words("chinois traditionnel", "Traditional Chinese"),
    "deu": Words("allemand", "German"),
    "eng": Words("anglais", "English"),
    "fas": Words("persan", "Persian"),
    "fra": Words("français", "French"),
    "ita": Words("italien", "Italian"),
    "jpn": Words("japonais", "Japanese"),
    "kaz": Words("kazakh", "Kazakh"),
    "por": Words("portugais", "Portuguese"),
    "rus": Words("russe", "Russian"),
    "spa": Words("espagnol", "Spanish"),
    "swa": Words("swahili", "Swahili"),
    "tur": Words("turc", "Turkish"),
    "ukr": Words("ukrainien", "Ukrainian"),
}


def no_program(read: str, pack: str | None = None) -> MissingEngineError:
    """Return the error for a picture that nothing on this machine can read: tesseract is absent."""
    debian = f"tesseract-ocr {_debian(pack or 'fra')}"
    return MissingEngineError(
        read,
        Words(
            "ces pages sont des images, et le programme tesseract, qui les lirait, est absent",
            "these pages are pictures, and the program tesseract, which would read them, is absent",
        ),
        Words(
            f"installez-le (Debian, Ubuntu\xa0: apt install {debian}\u202f; macOS\xa0: brew install tesseract "
            "tesseract-lang), ou ajoutez une version texte",
            f"install it (Debian, Ubuntu: apt install {debian}; macOS: brew install tesseract tesseract-lang), "
            "or add a text version",
        ),
    )


def no_pack(read: str, pack: str) -> MissingEngineError:
    """Return the error for a language or a script whose pack tesseract lacks here."""
    name = _NAMES.get(pack)
    shown = Words(f"{pack} ({name.fr})", f"{pack} ({name.en})") if name is not None else Words(pack, pack)
    return MissingEngineError(
        read,
        Words(
            f"tesseract n’a pas ici le paquet de langue {shown.fr}",
            f"tesseract lacks here the language pack {shown.en}",
        ),
        Words(
            f"installez-le (Debian, Ubuntu\xa0: apt install {_debian(pack)}\u202f; macOS\xa0: brew install "
            "tesseract-lang), ou nommez une autre langue avec --language",
            f"install it (Debian, Ubuntu: apt install {_debian(pack)}; macOS: brew install tesseract-lang), "
            "or name another language with --language",
        ),
    )


def no_extra(read: str) -> MissingEngineError:
    """Return the error for a Chinese picture where the extra that reads it is absent."""
    return MissingEngineError(
        read,
        Words("le chinois dans une image se lit avec l’extra ocr, absent", "Chinese in a picture needs the extra ocr"),
        Words(
            "installez-le\xa0: make ocr, ou pip install .[ocr] dans le dossier du projet",
            "install it: make ocr, or pip install .[ocr] in the project’s folder",
        ),
    )


def no_such_language(read: str, language: str) -> InputError:
    """Return the error for a language that no engine is known to read."""
    return InputError(
        read,
        Words(
            f"aucun paquet de reconnaissance connu pour la langue «\xa0{language}\xa0»",
            f'no recognition pack is known for the language "{language}"',
        ),
        Words("donnez un code ISO 639-1, par exemple --language fr", "give an ISO 639-1 code, such as --language fr"),
    )


def nothing_written(read: str) -> InputError:
    """Return the error for pictures in which no word was recognised."""
    return InputError(
        read,
        Words("aucun mot n’a été reconnu dans l’image", "no word was recognised in the picture"),
        Words(
            "prenez-la plus nette ou de plus près, nommez la langue avec --language, ou gardez-la avec --as file",
            "take it sharper or closer, name its language with --language, or keep it with --as file",
        ),
    )


def took_too_long(read: str, seconds: int) -> InputError:
    """Return the error for a page whose recognition was stopped."""
    return InputError(
        read,
        Words(
            f"la reconnaissance d’une page a dépassé {seconds} secondes",
            f"the recognition of a page took more than {seconds} seconds",
        ),
        Words("donnez une image moins grande, ou une version texte", "give a smaller picture, or a text version"),
    )


def went_wrong(read: str, engine: str) -> InputError:
    """Return the error for an engine that stopped on a page."""
    return InputError(
        read,
        Words(f"{engine} s’est arrêté sur cette image", f"{engine} stopped on this picture"),
        Words(
            "vérifiez son installation avec tesseract --list-langs, ou donnez une version texte",
            "check its installation with tesseract --list-langs, or give a text version",
        ),
    )


def _debian(pack: str) -> str:
    return f"tesseract-ocr-{pack.replace('_', '-')}"
