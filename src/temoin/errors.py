"""The one root of everything that Témoin says went wrong; whatever else is raised is a bug and shows."""

from temoin.words import Language, Words, one_line

_LONGEST, _BEFORE, _AFTER = 2000, 1200, 700


class TemoinError(Exception):
    """Something a person can mend. The command line prints its words and exits with 2.

    Parameters
    ----------
    words : what went wrong and how to mend it, in French and English
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[object, ...]:
        # A subclass may take other arguments than words: an error from another process is made again without them.
        return _made_again, (type(self), self.words), self.__dict__

    def in_(self, language: Language) -> str:
        """Return the message in one language, on one line that a terminal neither obeys nor turns."""
        said = one_line(self.words.in_(language))
        # A cell of a megabyte may be quoted: what was read stands at the beginning, the remedy at the end.
        return said if len(said) <= _LONGEST else f"{said[:_BEFORE]} […] {said[-_AFTER:]}"


def _made_again(kind: type[TemoinError], words: Words) -> TemoinError:
    error = kind.__new__(kind)
    TemoinError.__init__(error, words)
    return error


class InputError(TemoinError):
    """A file or a value could not be read.

    Parameters
    ----------
    read : what was read: a file's name or the value's name
    expected : what was expected there, and what was found
    remedy : what settles it, often a flag
    where : the place inside, such as a line and a column

    Examples
    --------
    >>> error = InputError("march.csv", Words("date ISO attendue", "expected an ISO time"),
    ...                    Words("passez --dates dmy", "pass --dates dmy"), where=Words("ligne 41", "line 41"))
    >>> error.in_("en")
    'march.csv, line 41: expected an ISO time; pass --dates dmy'
    """

    def __init__(self, read: str, expected: Words, remedy: Words, *, where: Words | None = None) -> None:
        place = Words("", "") if where is None else Words(f", {where.fr}", f", {where.en}")
        super().__init__(
            Words(
                f"{read}{place.fr} : {expected.fr} ; {remedy.fr}",
                f"{read}{place.en}: {expected.en}; {remedy.en}",
            )
        )


class UnknownKindError(InputError):
    """No reader, or several, recognise a file."""


class TableError(TemoinError):
    """A frame does not keep what its table declares: a column is missing, of another type, or null."""


class CaseError(TemoinError):
    """The case folder is not one, is in use, or does not hold what was asked for."""


class KeyStoreError(TemoinError):
    """The key store is locked, lacks a key, or its passphrase is wrong."""


class LiveError(TemoinError):
    """A public service did not give what was asked for."""
