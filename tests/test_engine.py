"""The map gives the same results in the same order, in one process or in several, and leaves none behind."""

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys

import pytest

from temoin import engine
from temoin.errors import InputError
from temoin.words import Words, typeset


def square(number: int) -> int:
    return number * number


def process_of(_: int) -> int:
    return os.getpid()


def refuse_seven(number: int) -> int:
    if number == 7:
        raise InputError("seven", Words("pas sept", "not seven"), Words("prenez huit", "take eight"))
    return number


@pytest.mark.parametrize("workers", [1, 2], ids=["here", "two processes"])
def test_results_come_in_the_order_of_the_chunks(workers):
    assert list(engine.map_chunks(square, range(9), workers=workers)) == [n * n for n in range(9)]


def test_two_workers_run_elsewhere():
    assert os.getpid() not in set(engine.map_chunks(process_of, range(5), workers=2))


@pytest.mark.parametrize(("chunks", "workers"), [(3, 8), (50, 1)], ids=["few chunks", "one worker"])
def test_small_work_stays_in_this_process(chunks, workers):
    assert set(engine.map_chunks(process_of, range(chunks), workers=workers)) == {os.getpid()}


def test_no_chunk_gives_no_result():
    assert list(engine.map_chunks(square, [], workers=4)) == []


def test_no_worker_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="one worker"):
        engine.map_chunks(square, [1], workers=0)


@pytest.mark.parametrize("workers", [1, 2], ids=["here", "two processes"])
def test_an_error_comes_where_its_result_would_and_keeps_its_words(workers):
    results = engine.map_chunks(refuse_seven, range(20), workers=workers)
    assert list(itertools.islice(results, 7)) == list(range(7))
    with pytest.raises(InputError) as caught:
        next(results)
    assert caught.value.in_("fr") == typeset("seven : pas sept ; prenez huit")
    assert multiprocessing.active_children() == []


def test_an_endless_stream_is_taken_only_as_it_is_needed_and_can_be_left():
    taken = itertools.count()
    results = engine.map_chunks(square, taken, workers=2)
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    results.close()
    assert next(taken) < 10
    assert multiprocessing.active_children() == []


INTERRUPTED = """
import multiprocessing
from temoin.engine import map_chunks

if __name__ == "__main__":
    results = map_chunks(abs, range(100), workers=2)
    try:
        for result in results:
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        results.close()
        print("interrupted,", len(multiprocessing.active_children()), "left")
"""


def test_an_interrupted_program_leaves_no_process(tmp_path):
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED)
    ran = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("interrupted, 0 left\n", "", 0)


CUT_SHORT = """
import time
from temoin.engine import map_chunks

if __name__ == "__main__":
    for result in map_chunks(time.sleep, [0, 60, 60, 60], workers=2):
        print("began", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="a group of processes is interrupted otherwise on Windows")
def test_an_interruption_of_the_whole_group_ends_it_at_once(tmp_path):
    program = tmp_path / "cut_short.py"
    program.write_text(CUT_SHORT)
    ran = subprocess.Popen(
        [sys.executable, program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with ran:
        assert ran.stdout.readline() == "began\n"
        os.killpg(ran.pid, signal.SIGINT)
        ran.communicate(timeout=20)  # ends when no process holds the other end of the pipes any more
    assert ran.returncode == -signal.SIGINT


@pytest.mark.parametrize("workers", [1, 2])
def test_threads_give_results_in_the_order_of_the_chunks(workers: int) -> None:
    assert list(engine.map_in_threads(square, range(9), workers=workers)) == [n * n for n in range(9)]


def test_threads_stop_where_an_error_would_have_come() -> None:
    results = engine.map_in_threads(refuse_seven, iter(range(20)), workers=2)
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(InputError):
        next(results)


def test_fewer_than_one_thread_is_refused() -> None:
    with pytest.raises(ValueError, match="one worker"):
        engine.map_in_threads(square, [1], workers=0)
