"""Web archives made in code: a fictional site."""

import base64
import gzip
import hashlib
import json

from .office_samples import packed

SITE = "https://courrier.example"
WORDS = "Le réseau de Valmora est tombé mercredi matin, selon les mesures de plusieurs observatoires indépendants."


def a_page(title: str = "Coupure", words: str = WORDS) -> bytes:
    return (
        f'<!doctype html><html lang="fr"><head><title>{title}</title></head>'
        f"<body><article><p>{words}</p></article></body></html>"
    ).encode()


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def record(kind: str, block: bytes, url: str = f"{SITE}/a", date: str = "2031-03-05T10:00:00Z", **more: str) -> bytes:
    length = more.pop("length", str(len(block)))
    said = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    top = f"WARC/1.1\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {date}\r\n{said}Content-Length: {length}\r\n\r\n"
    return top.encode() + block + b"\r\n\r\n"


INFO = record("warcinfo", b"software: Crawler 1.2 (fictional)\r\nformat: WARC File Format 1.1\r\n", url="")


def response(
    url: str = f"{SITE}/a", body: bytes | None = None, date: str = "2031-03-05T10:00:00Z", **more: str
) -> bytes:
    body = a_page() if body is None else body
    return record("response", answer(body), url, date, WARC_Payload_Digest=sha1(body), **more)


def zipped(*records: bytes) -> bytes:
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def wacz(
    warc: bytes, *pages: dict[str, str], more: dict[str, bytes] | None = None, hashed: bytes | None = None
) -> bytes:
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages"}), *map(json.dumps, pages)]
    digest = hashlib.sha256(warc if hashed is None else hashed).hexdigest()
    described = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": "Packer 2.0",
        "resources": [{"name": "data.warc.gz", "path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}],
    }
    return packed(
        {
            "archive/data.warc.gz": warc,
            "pages/pages.jsonl": "\n".join(lines),
            "datapackage.json": json.dumps(described),
            **(more or {}),
        }
    )
