"""What IODA's two answers about outages share: their envelope, the places they name, the width of their bins."""

import datetime as dt
import re
from collections.abc import Mapping

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.outages.places import place_code
from temoin.outages.readers.list_file import head_text, missing
from temoin.outages.readers.listing import Made, Span
from temoin.outages.signals import signal_named
from temoin.period import UTC
from temoin.words import Words

PUBLISHER = "IODA"
_REFUSED = re.compile(r'"error"\s*:\s*"')
_STEPS = {"gtr": 1800, "gtr-norm": 1800, "gtr-sarima": 1800, "merit-nt": 300, "ucsd-nt": 300, "bgp": 300,
          "ping-slash24": 600, "mozilla": 3600, "upstream-delay": 3600}  # fmt: skip
_WIDEST_STEP = 3600
_CHECK = Words("vérifiez le fichier", "check the file")


def is_answer(head: Head, kind: str) -> bool:
    """Return whether a file is the envelope of one kind of answer, and not of a refusal."""
    text = head_text(head).lstrip()
    return bool(re.match(r'\{\s*"type"\s*:\s*"' + re.escape(kind) + '"', text)) and not _REFUSED.search(text)


def moment_of(seconds: object, datasource: object, name: str) -> Span:
    """Return a Unix time as the bin of its data source that begins then, the widest where the source is not known.

    Raises
    ------
    InputError : not a number of seconds, or none
    """
    if seconds is None:
        raise missing(name)
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        raise InputError(f"{name} = {seconds}", Words("secondes attendues", "expected seconds"), _CHECK)
    try:
        moment = dt.datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise InputError(f"{name} = {seconds}", Words("date impossible", "no such date"), _CHECK) from error
    return moment, moment + dt.timedelta(seconds=_STEPS.get(str(datasource), _WIDEST_STEP))


def place_of(kind: object, code: object, name: object) -> Made:
    """Return the columns of a place from IODA's kind and code of an entity; a region stays under IODA's own number.

    Raises
    ------
    InputError : no such country, or a kind of entity that is no place
    """
    text: Made = {"place_text": f"{name} ({kind}/{code})" if name else f"{kind}/{code}"}
    match kind, str(code or ""):
        case "country", country:
            return text | {"place": place_code(country), "scope": "national"}
        case "region", region if region:
            return text | {"place": region, "scope": "regional"}
        case "asn", number if number.upper().removeprefix("AS").isdecimal():
            return text | {"place": f"AS{number.upper().removeprefix('AS')}", "scope": "network"}
        case _:
            raise InputError(f"{kind}/{code}", Words("lieu non reconnu", "place not understood"), _CHECK)


def signals_of(datasource: object) -> list[str]:
    """Return the declared signal of a data source."""
    return [signal_named(str(datasource)).name] if datasource else []


def entity_of(entity: Mapping[str, object]) -> tuple[object, object, object]:
    """Return kind, code and name of an entity."""
    return entity.get("type"), entity.get("code"), entity.get("name")
