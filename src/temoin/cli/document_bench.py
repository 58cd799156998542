"""``temoin bench documents``: what documents give back, timed and weighed, each in a process of its own."""

import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from temoin import __version__
from temoin.documents.readers import READERS
from temoin.documents.scorecard.large import LARGE, Large
from temoin.documents.scorecard.made_up import dense_pdf, set_by_typst
from temoin.documents.scorecard.recovered import Labelled, Recovered, recover, told
from temoin.documents.scorecard.scans import (
    ASKEW,
    CLEAN,
    ScanScore,
    measure_arabic,
    measure_arabic_digits,
    measure_chinese,
    measure_photo,
    measure_ruled,
    measure_scan,
)
from temoin.documents.tables.sample import KNOWN
from temoin.errors import InputError
from temoin.held import Held, held_table
from temoin.period import UTC

_PAGES, _PAGES_IN_SHORT = 300, 30
_PAGES_BESIDE_PEERS, _PAGES_BESIDE_IN_SHORT = 40, 5
_SECONDS_ASKED, _MEGABYTES_ASKED = 10.0, 600
_DIGITS_ASKED, _SECONDS_A_SCAN = 0.99, 15.0
_LONGEST = 1200
_LIBRARIES = ("pypdfium2", "pdfplumber", "pdfminer.six", "lxml", "trafilatura", "polars", "typst")
_LABELS = "seed_labels.jsonl"
# What a process of its own runs: the seconds of the reading alone, after the imports, and the peak of the whole.
_BEGINNING = """
import json, resource, sys, time
from pathlib import Path

def peak():
    # What getrusage says begins with what the parent held; the kernel's own mark does not.
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""
_READ = """
from temoin.case.kinds import reader_named
from temoin.errors import TemoinError
from temoin.evidence import Source
reader, path = reader_named(sys.argv[1]), Path(sys.argv[2])
began = time.perf_counter()
try:
    with path.open("rb") as stream:
        found = reader.read(stream, Source(id="0" * 64, size=path.stat().st_size, name=path.name))
    said = {"chars": len(found.text), "boxes": found.boxes.height}
except TemoinError as error:
    said = {"refused": error.in_("en")}
said |= {"seconds": time.perf_counter() - began, "peak": peak()}
print(json.dumps(said))
"""
_PEERS = {
    "pdfplumber": """
import pdfplumber
with pdfplumber.open(path) as pdf:
    chars = sum(len([(c["text"], c["x0"], c["top"], c["x1"], c["bottom"]) for c in page.chars]) for page in pdf.pages)
""",
    "pdfminer.six": """
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextContainer
chars = 0
for page in extract_pages(path):
    for item in page:
        for line in item if isinstance(item, LTTextContainer) else ():
            chars += sum(isinstance(sign, LTChar) and len(sign.bbox) == 4 for sign in line)
""",
}
_PEER = """
path = sys.argv[1]
began = time.perf_counter()
{body}
said = {{"chars": chars, "seconds": time.perf_counter() - began, "peak": peak()}}
print(json.dumps(said))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process of its own measured: seconds, peak memory in MB, characters, boxes, or why it was refused."""

    seconds: float
    megabytes: float
    chars: int
    boxes: int
    refused: str | None


def bench_documents(*, quick: bool = False, data: Path | None = None, labels: Path | None = None) -> Iterator[str]:
    """Hold the readers of documents against known texts, time them and weigh them.

    Parameters
    ----------
    quick : fewer pages, no scans, and nothing large
    data : folder of labelled texts, one ``.txt`` a document; without it the labelled texts are left out, and it is said
    labels : folder of ``seed_labels.jsonl``; ``labels`` beside the data folder unless said otherwise

    Yields
    ------
    the lines of the page, in Markdown
    """
    yield from _opening(quick=quick)
    known = _labelled(data, labels)
    yield from _set_as_pdf(known)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from held_table("Spreadsheets made by us, after one confirmation", _confirmed(folder))
        yield from held_table("Text PDF, with the place of each character", _pace(folder, quick=quick))
        yield from _beside_peers(folder, quick=quick)
        if quick:
            yield from ("Scans and large documents: not run with `--quick`.", "")
            return
        yield from held_table("Scans", _scans(known))
        yield from held_table("Memory, whatever the size", _weights(folder))


def _opening(*, quick: bool) -> Iterator[str]:
    command = "temoin bench documents" + (" --quick" if quick else "")
    yield from ("# Scorecard of documents", "")
    yield from (f"Made by `{command}`; nothing here is written by hand.", "", "| | |", "|---|---|")
    made_on = {
        "Témoin": __version__,
        "day": f"{dt.datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}{_load()}",
        "Python": platform.python_version(),
        "libraries": ", ".join(library_versions(_LIBRARIES)),
    }
    yield from (f"| {name} | {value} |" for name, value in made_on.items())
    yield ""


@dataclass(frozen=True, slots=True)
class Set:
    """Labelled texts: by name, the text and its labels."""

    texts: dict[str, str]
    labels: dict[str, list[Labelled]]


def _labelled(data: Path | None, labels: Path | None) -> Set | None:
    path = None if data is None else (labels or data.parent / "labels") / _LABELS
    if data is None or path is None or not path.is_file():
        return None
    by_name: dict[str, list[Labelled]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        by_name.setdefault(said["doc"], []).append(Labelled(said["start"], said["end"], said["text"]))
    there = [name for name in sorted(by_name) if (data / name).is_file()]
    return Set({name: (data / name).read_text(encoding="utf-8") for name in there}, by_name) if there else None


def _set_as_pdf(known: Set | None) -> Iterator[str]:
    if known is None:
        yield f"Labelled texts: not run, `{_LABELS}` and its texts are not at hand (`--data DIR --labels DIR`)."
        yield ""
        return
    recovered = {name: _recovered(text, known.labels[name]) for name, text in known.texts.items()}
    title = f"{len(recovered)} texts set as PDF, justified, words broken at the ends of lines"
    yield from held_table(title, told(recovered))


def _recovered(text: str, labels: list[Labelled]) -> Recovered:
    import io

    from temoin.documents.readers.pdf import READER
    from temoin.evidence import Source

    pdf = set_by_typst(text)
    document = READER.read(io.BytesIO(pdf), Source(id="0" * 64, size=len(pdf), name="labelled.pdf"))
    return recover(text, labels, document)


def _pace(folder: Path, *, quick: bool) -> Iterator[Held]:
    pages = _PAGES_IN_SHORT if quick else _PAGES
    path = folder / "dense.pdf"
    with path.open("wb") as stream:
        stream.writelines(dense_pdf(pages))
    run = _read("pdf", path)
    if run.refused is not None:
        yield Held(f"{pages} pages", "read", run.refused, holds=False)
        return
    most = _SECONDS_ASKED * pages / _PAGES
    yield Held(f"{pages} pages of {run.chars // pages:,} characters", f"under {most:.0f} s", f"{run.seconds:.1f} s",
               run.seconds < most)  # fmt: skip
    yield _weighed(f"the same, {run.boxes:,} boxes", run)


def _weighed(what: str, run: Run) -> Held:
    asked = f"under {_MEGABYTES_ASKED} MB, or refused"
    told_as = f"{run.megabytes:.0f} MB" + (f", refused: {run.refused}" if run.refused else f", {run.seconds:.0f} s")
    return Held(what, asked, told_as, run.megabytes < _MEGABYTES_ASKED)


def _beside_peers(folder: Path, *, quick: bool) -> Iterator[str]:
    pages = _PAGES_BESIDE_IN_SHORT if quick else _PAGES_BESIDE_PEERS
    path = folder / "beside.pdf"
    with path.open("wb") as stream:
        stream.writelines(dense_pdf(pages))
    ours = _read("pdf", path)
    yield from (f"The same {pages} pages, characters with their boxes, in the same run, after the imports:", "")
    yield from ("| | seconds | times ours | peak memory | characters |", "|---|---|---|---|---|")
    yield f"| Témoin | {ours.seconds:.2f} | 1.0 | {ours.megabytes:.0f} MB | {ours.chars:,} |"
    for name, body in _PEERS.items():
        if (run := _peer(name, body, path)) is None:
            yield f"| {name} | not installed | | | |"
            continue
        ratio = run.seconds / ours.seconds
        yield f"| {name} | {run.seconds:.2f} | {ratio:.1f} | {run.megabytes:.0f} MB | {run.chars:,} |"
    yield ""


def _scans(known: Set | None) -> Iterator[Held]:
    if known is not None:
        named = [(name, each.start, each.end) for name in known.texts for each in known.labels[name]]
        for how, spoiling, least in (("clean", CLEAN, _DIGITS_ASKED), ("2° askew, noise, JPEG 70", ASKEW, None)):
            yield from _scanned(
                f"the labelled texts, {how}", partial(measure_scan, known.texts, named, spoiling), least
            )
    yield from _scanned("a made-up Chinese notice", measure_chinese, 1.0)
    yield from _scanned("a made-up Arabic notice, clean", partial(measure_arabic, CLEAN), 1.0)
    yield from _scanned("a made-up Arabic notice, 2° askew, noise, JPEG 70", measure_arabic, 1.0)
    yield from _scanned("narrow ruled cells, lying on their side", measure_ruled, 1.0)
    yield from _scanned("a photo of two notices on a desk, at a slant", measure_photo, 1.0)
    yield from _doubted()


def _doubted() -> Iterator[Held]:
    what = "the Arabic notice with the digits ٠ to ٩, 200 dpi"
    try:
        score = measure_arabic_digits()
    except InputError as error:
        yield Held(what, "", f"not run: {error.in_('en')}", None)
        return
    yield Held(f"{what}: digits exact", "", f"{score.exact} of {score.digits}", None)
    is_told = score.doubted == score.misread
    yield Held(
        "the same: misread figures that count as doubtful", "all", f"{score.doubted} of {score.misread}", is_told
    )


def _scanned(what: str, measure: Callable[[], ScanScore], least: float | None) -> Iterator[Held]:
    try:
        score = measure()
    except InputError as error:
        yield Held(f"{what}, 200 dpi", "", f"not run: {error.in_('en')}", None)
        return
    asked = "" if least is None else "all" if least == 1 else f"at least {least:.0%}"
    holds = None if least is None else score.share >= least
    yield Held(f"{what}, 200 dpi: labelled digits exact", asked, f"{score.exact} of {score.digits}", holds)
    in_time = score.seconds_a_page < _SECONDS_A_SCAN
    yield Held("the same", f"under {_SECONDS_A_SCAN:.0f} s a page", f"{score.seconds_a_page:.1f} s a page", in_time)


def _confirmed(folder: Path) -> Iterator[Held]:
    for known in KNOWN:
        path = folder / known.name
        path.write_bytes(known.made())
        case = str(folder / f"{path.stem}-case")
        _temoin("new", case)
        source = _temoin("add", case, str(path)).split()[0]
        _temoin("review", case, source, "accept", "--by", "bench")
        told = _temoin("query", case, known.query, "--json").splitlines()
        answers = tuple(next(iter(json.loads(line).values())) for line in told)
        right = sum(one == other for one, other in zip(answers, known.answers, strict=False))
        measured = f"{right} of {len(known.answers)}" + (f", {len(answers)} rows" if answers != known.answers else "")
        yield Held(f"{known.name}: values read exactly", "all", measured, answers == known.answers)


def _temoin(*arguments: str) -> str:
    command = [sys.executable, "-m", "temoin", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=_LONGEST).stdout


def _weights(folder: Path) -> Iterator[Held]:
    for large in LARGE:
        if any(reader.kind == large.kind for reader in READERS):
            yield _weight(folder, large)
        else:
            yield Held(f"{large.kind}: {large.holds}", "", "no such reader", None)


def _weight(folder: Path, large: Large) -> Held:
    path = folder / large.name
    large.write(path)
    size = path.stat().st_size / 1e6
    try:
        return _weighed(f"{large.kind}: {large.holds} ({size:.0f} MB)", _read(large.kind, path))
    except subprocess.CalledProcessError as error:
        return Held(f"{large.kind}: {large.holds}", "read or refused", f"failed: {error.returncode}", holds=False)
    except subprocess.TimeoutExpired:
        return Held(f"{large.kind}: {large.holds}", "read or refused", f"over {_LONGEST} s", holds=False)
    finally:
        path.unlink()


def _read(kind: str, path: Path) -> Run:
    return _run(_READ, kind, str(path))


def _peer(name: str, body: str, path: Path) -> Run | None:
    try:
        version(name)
    except PackageNotFoundError:
        return None
    return _run(_PEER.format(body=body), str(path))


def _run(script: str, *arguments: str) -> Run:
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=_LONGEST,
    )
    said = json.loads(done.stdout)
    megabytes = said["peak"] / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Run(said["seconds"], megabytes, said.get("chars", 0), said.get("boxes", 0), said.get("refused"))


def _load() -> str:
    # Seconds measured beside other work are not those of a machine at rest: the page says which it was.
    if not hasattr(os, "getloadavg"):
        return ""
    return f", {os.getloadavg()[0]:.1f} processes at work when it began"


def library_versions(libraries: Iterable[str]) -> Iterator[str]:
    """Yield each library that is installed, with its version."""
    for name in libraries:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
