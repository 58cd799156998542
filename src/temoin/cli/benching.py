"""``temoin bench``: inputs made on the spot, whole commands timed as a user runs them, in processes of their own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

from temoin.errors import CaseError
from temoin.outages import sample
from temoin.words import same

_DOCUMENTS, _PAGES, _PLACES, _POINTS = 50, 5, 25, 8064
_SIGNALS = ("active_probing", "bgp", "search", "cities")
_ONE_GIGABYTE = 1 << 30
_MEASURED = """
import resource, runpy, sys
sys.argv = ["temoin", *sys.argv[1:]]
try:
    runpy.run_module("temoin", run_name="__main__")
finally:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak {peak}", file=sys.stderr)
"""


def bench_case() -> Iterator[str]:
    """Time a case of 50 documents of 5 pages and 100 series of 8,064 points: added, built cold, built warm.

    Yields
    ------
    one line a measure: what was run, wall seconds, peak memory of the process in MB
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [*_documents(folder), *_series(folder)]
        case = str(folder / "case")
        yield _timed("new", "new", case)
        yield _timed(f"add {len(files)} files", "add", case, *map(str, files))
        yield _timed("build, nothing read yet", "build", case)
        yield _timed("build again, nothing changed", "build", case)
        note = folder / "one-more.txt"
        note.write_text("A made-up note: the network of Atlasie fell at 10:30 UTC on 5 March 2024.\n")
        yield _timed("add one more file", "add", case, str(note))
        yield _timed("build, one file more", "build", case)
        yield _timed("findings", "findings", case)
        yield _timed("--help", "--help")
        large = folder / "large.bin"
        with large.open("wb") as stream:
            stream.truncate(_ONE_GIGABYTE)
        yield _timed("add a file of 1 GiB", "add", case, str(large), "--as", "file")


BENCHES: dict[str, Callable[[], Iterator[str]]] = {"case": bench_case}


def _timed(what: str, *arguments: str) -> str:
    environment = os.environ | {"TEMOIN_LANG": "en"}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode:
        raise CaseError(same(f"{what}: {done.stderr.strip()[-500:]}"))
    peak = int(done.stderr.rpartition("peak ")[2])
    megabytes = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return f"{what:<32} {seconds:7.2f} s {megabytes:7.0f} MB"


def _documents(folder: Path) -> Iterator[Path]:
    """Fifty made-up PDFs of five pages each, in French and English by turns."""
    import typst

    from temoin.dossier.fonts import font_folders

    sentences = {
        "fr": "En Atlasie, pays fictif, le réseau est tombé le 5 mars 2024 vers 10 h 30 UTC, selon un observateur "
        "inventé ; 450 000 abonnés et 12 % des lignes étaient concernés, pour 6,5 millions d’euros.",
        "en": "In Atlasie, a fictional country, the network fell on 5 March 2024 at about 10:30 UTC, said an invented "
        "observer; 450,000 subscribers and 12% of lines were concerned, for 6.5 million euros.",
    }
    plain = {
        "fr": "Rien de ce qui suit n’est chiffré : des habitants inventés racontent leur journée, les guichets fermés, "
        "les terminaux muets, les proches que l’on n’arrive pas à joindre, puis le retour lent des messages.",
        "en": "Nothing that follows holds a figure: invented inhabitants tell of their day, of closed counters, of "
        "silent terminals, of relatives they cannot reach, and then of messages slowly coming back.",
    }
    for rank in range(_DOCUMENTS):
        language = "fr" if rank % 2 else "en"
        told = [sentences[language] if line % 2 else plain[language] for line in range(9)]
        paragraphs = "\n\n".join(f"{text} ({rank}.{line})" for line, text in enumerate(told))
        pages = "\n#pagebreak()\n".join([paragraphs] * _PAGES)
        path = folder / f"document-{rank:02d}.pdf"
        source = f'#set text(lang: "{language}")\n= Document {rank}\n\n{pages}\n'
        fonts = typst.Fonts(include_system_fonts=False, font_paths=font_folders())
        path.write_bytes(typst.compile(source.encode(), font_paths=fonts))
        yield path


def _series(folder: Path) -> Iterator[Path]:
    """Twenty-five plain CSV files, one a made-up place, of four signals and 8,064 points each."""
    import datetime as dt

    step = dt.timedelta(minutes=5)
    days = round(_POINTS * step / dt.timedelta(days=1))
    for rank in range(_PLACES):
        place = f"Atlasie-{rank:02d}"
        night = sample.Loss(sample.moment(18 + rank % 8, 20), sample.moment(19 + rank % 8, 4), 0.97)
        losses = (night,) if rank % 2 else ()
        curves = [sample.curve(signal, losses, days=days, step=step, seed=rank, place=place) for signal in _SIGNALS]
        path = folder / f"signals-{rank:02d}.csv"
        pl.concat(curves).select("time", "place", "signal", "value").write_csv(
            path, datetime_format="%Y-%m-%dT%H:%M:%SZ"
        )
        yield path
