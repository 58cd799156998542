"""``temoin bench``: whole commands timed as a user runs them, and the scorecard of the outage lens."""

import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import polars as pl

from temoin import __version__
from temoin.cli.claim_bench import bench_claims
from temoin.cli.document_bench import bench_documents, library_versions
from temoin.cli.pacing import A_FEW, EVERY_NETWORK, archive_paces
from temoin.errors import CaseError
from temoin.held import held_table
from temoin.outages import find_picks, sample
from temoin.outages.measure.archive import find_picks_packed, packed
from temoin.outages.scorecard import page
from temoin.outages.scorecard.asked import must_reach
from temoin.outages.scorecard.families import FAMILIES, PLAIN, Family
from temoin.outages.scorecard.peers import PEERS, Peer
from temoin.outages.scorecard.real import STORIES
from temoin.outages.scorecard.tally import OURS, Tally, tally_ours, tally_peer
from temoin.period import UTC
from temoin.words import same

_DOCUMENTS, _PAGES, _PLACES, _POINTS = 50, 5, 25, 8064
_SIGNALS = ("active_probing", "bgp", "search", "cities")
_ONE_GIGABYTE = 1 << 30
_TIMED_SERIES, _TIMED_OF_A_PEER, _RUNS = 200, 10, 3
_FEW = tuple(family for family in PLAIN if family.sigma == 0.05) + FAMILIES[len(PLAIN) :: 14]
_LIBRARIES = ("numpy", "numba", "polars", "ruptures", "adtk", "pandas")
_MEASURED = """
import resource, runpy, sys
sys.argv = ["temoin", *sys.argv[1:]]
try:
    runpy.run_module("temoin", run_name="__main__")
finally:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak {peak}", file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a bench is asked: a short run or a whole one, the folder of real data and that of labels, if any."""

    quick: bool = False
    data: Path | None = None
    labels: Path | None = None


def bench_case(_: Wanted) -> Iterator[str]:
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


def bench_outages(wanted: Wanted) -> Iterator[str]:
    """Hold the outage lens, and the peers at hand, against labelled series, and time them.

    Yields
    ------
    the lines of the scorecard, in Markdown
    """
    seeds, cut_off, shared = (2, 1, 1) if wanted.quick else (24, 6, 2)
    families = _FEW if wanted.quick else FAMILIES
    command = "temoin bench outages" + (" --quick" if wanted.quick else "")
    yield from page.opening(command, _made_on(len(families), seeds))
    tallies = list(tally_ours(FAMILIES, seeds, cut_off))
    yield from held_table("Must reach, on made-up families", must_reach(tallies))
    yield from _stories(wanted.data)
    peers = [peer for peer in PEERS if peer.lacks is None]
    yield from page.compared(_beside(peers, families, shared), [peer.name for peer in peers if peer.helped], shared)
    for lacking in (peer.lacks for peer in PEERS):
        yield from (f"{lacking}.", "") if lacking else ()
    yield from page.paces(list(speed(peers)), _TIMED_SERIES, PLAIN[0].bins)
    yield from archive_paces(A_FEW if wanted.quick else EVERY_NETWORK)
    yield from page.every_family(tallies, seeds)
    yield from page.definitions()


def speed(peers: Sequence[Peer]) -> Iterator[page.Pace]:
    """Yield how fast the lens is on 200 series of 28 days in bins of 5 minutes, then each peer on 10; best of three."""
    drawn = [PLAIN[rank % len(PLAIN)].draw(rank) for rank in range(_TIMED_SERIES)]
    table = pl.concat([one.table(place=f"{rank:04d}") for rank, one in enumerate(drawn)])
    find_picks(drawn[0].table())
    yield _pace(OURS, partial(find_picks, table), drawn[0].values.size, _TIMED_SERIES)
    archive = packed(table)
    find_picks_packed(archive.head(1))
    yield _pace(f"{OURS}, archive", partial(find_picks_packed, archive), drawn[0].values.size, _TIMED_SERIES)
    for peer in peers:
        peer.find(drawn[0].values, drawn[0].step)

        def find_each(peer: Peer = peer) -> None:
            for one in drawn[:_TIMED_OF_A_PEER]:
                peer.find(one.values, one.step)

        yield _pace(peer.name, find_each, drawn[0].values.size, _TIMED_OF_A_PEER)


def measured_rows(lines: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield each row of the tables of a page: its title under ``table``, then a column a key."""
    title, names = "", [""]
    for before, line in pairwise(["", *lines]):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("#"):
            title = line.lstrip("# ")
        elif not line.startswith("|") or set(line) <= set("|-"):
            continue
        elif before.startswith("|"):
            yield {"table": title} | dict(zip(names, cells, strict=False))
        else:
            names = [cell or ("value" if rank else "name") for rank, cell in enumerate(cells)]


def _bench_documents(wanted: Wanted) -> Iterator[str]:
    return bench_documents(quick=wanted.quick, data=wanted.data, labels=wanted.labels)


def _bench_claims(wanted: Wanted) -> Iterator[str]:
    return bench_claims(quick=wanted.quick, data=wanted.data)


BENCHES: dict[str, Callable[[Wanted], Iterator[str]]] = {
    "case": bench_case,
    "outages": bench_outages,
    "documents": _bench_documents,
    "claims": _bench_claims,
}


def _pace(name: str, run: Callable[[], object], points: int, series: int) -> page.Pace:
    took = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        run()
        took.append(time.perf_counter() - started)
    seconds = min(took) / series
    return page.Pace(name, seconds, points / seconds / 1e6)


def _beside(peers: Sequence[Peer], families: Sequence[Family], seeds: int) -> dict[str, list[Tally]]:
    ours = {OURS: list(tally_ours(families, seeds, 1))}
    return ours | {peer.name: list(tally_peer(peer, families, seeds, 1)) for peer in peers}


def _stories(data: Path | None) -> Iterator[str]:
    for story in STORIES:
        path = None if data is None else data / story.file
        if path is None or not path.is_file():
            yield f"{story.title}: not run, `{story.file}` is not at hand (`--data DIR`)."
            yield ""
            continue
        with path.open("rb") as stream:
            yield from held_table(story.title, story.judge(stream))


def _made_on(families: int, seeds: int) -> dict[str, str]:
    return {
        "Témoin": __version__,
        "day": f"{dt.datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        "Python": platform.python_version(),
        "libraries": ", ".join(library_versions(_LIBRARIES)),
        "series": f"{len(FAMILIES)} families of {seeds} seeds; peers on {families} families",
    }


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
