"""Made-up lists: shutdowns of South Georgia and of Bouvet Island, where nobody lives and nothing was ever shut down."""

import csv
import io
import json

from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Reading, Source
from temoin.outages.readers import LISTS, READERS
from temoin.outages.readers.listing import Listing

ISLAND = "South Georgia & South Sandwich Islands"


def a_csv(rows: list[dict[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def an_answer(**fields: object) -> str:
    return json.dumps(fields)


def listing(reader: Reader[Listing], text: str | bytes, **reading: str) -> Listing:
    data = text.encode() if isinstance(text, str) else text
    return reader.read(io.BytesIO(data), Source(id="5e" * 32, size=1, name="list", reading=Reading(**reading)))


def told(read: Listing) -> list[str]:
    return [each.words.en for each in read.refused]


def recognised(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    head = Head(data, "list", len(data))
    return [reader.kind for reader in (*LISTS, *READERS) if reader.recognises(head)]
