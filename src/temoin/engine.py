"""Map a core function over chunks: here, in threads or in processes; results come in the order of the chunks."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import chain, islice
from typing import TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

FEW = 4
_AHEAD = 2


def map_chunks(function: Callable[[Chunk], Result], chunks: Iterable[Chunk], *, workers: int) -> Iterator[Result]:
    """Yield the function's result for each chunk, in the order of the chunks, whatever the number of processes.

    Fewer than four chunks are not worth starting processes, and run here. Chunks are taken as they are needed, a few
    ahead, so an endless stream of them fits in memory. An error stops the map where its result would have come, in
    the words it was raised with. Processes are gone when the iteration ends, however it ends.

    Parameters
    ----------
    function : one that a fresh process can import: no lambda, no closure
    chunks : values that can be pickled
    workers : processes; 1 runs everything here

    Raises
    ------
    ValueError : fewer than one worker
    TemoinError : what the function raised

    Examples
    --------
    >>> list(map_chunks(abs, [-1, 2, -3], workers=1))
    [1, 2, 3]
    """
    if workers < 1:
        raise ValueError(f"expected one worker or more, got {workers}")
    rest = iter(chunks)
    first = list(islice(rest, FEW))
    if workers == 1 or len(first) < FEW:
        return map(function, chain(first, rest))
    return _in_processes(function, chain(first, rest), workers)


def map_in_threads(function: Callable[[Chunk], Result], chunks: Iterable[Chunk], *, workers: int) -> Iterator[Result]:
    """Yield the function's result for each chunk, in the order of the chunks, from threads of this process.

    For functions whose time goes into compiled code that holds no lock: nothing is copied or pickled. Otherwise as
    ``map_chunks``.

    Parameters
    ----------
    function : any function that threads may run side by side
    chunks : taken as they are needed, a few ahead
    workers : threads; 1 runs everything here

    Raises
    ------
    ValueError : fewer than one worker
    TemoinError : what the function raised

    Examples
    --------
    >>> list(map_in_threads(abs, [-1, 2, -3], workers=2))
    [1, 2, 3]
    """
    if workers < 1:
        raise ValueError(f"expected one worker or more, got {workers}")
    if workers == 1:
        return map(function, chunks)
    return _in_pool(ThreadPoolExecutor(workers), function, iter(chunks), workers)


def _in_processes(function: Callable[[Chunk], Result], chunks: Iterator[Chunk], workers: int) -> Iterator[Result]:
    # Spawned, not forked: a forked copy of a multi-threaded library such as Polars may wait for ever.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_die_on_interrupt)
    return _in_pool(pool, function, chunks, workers)


def _in_pool(
    pool: Executor, function: Callable[[Chunk], Result], chunks: Iterator[Chunk], workers: int
) -> Iterator[Result]:
    try:
        waiting: deque[Future[Result]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(function, chunk))
            if len(waiting) >= _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _die_on_interrupt() -> None:
    # Ctrl-C reaches the whole group: workers go at once and in silence, and the parent alone tells of it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
