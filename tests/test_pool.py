"""A pool of processes carries out calls side by side, and one that ends takes no other with it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from tests.conftest import SLOW
from variorum.engines.pool import WorkerPool


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2, seconds=20) as workers:
        yield workers


def _number(wait: float) -> int:
    time.sleep(wait)
    return os.getpid()


def test_calls_are_carried_out_in_other_processes_side_by_side(pool: WorkerPool) -> None:
    numbers = {job.result() for job in [pool.submit(_number, 0.5) for _ in range(2)]}
    assert len(numbers) == 2
    assert os.getpid() not in numbers


def test_what_a_call_raises_is_raised_here(pool: WorkerPool) -> None:
    with pytest.raises(ValueError, match="no number"):
        pool.submit(_refuse).result()


def _refuse() -> None:
    raise ValueError("no number")


def test_a_process_that_ends_takes_its_call_alone_with_it(pool: WorkerPool) -> None:
    ended = [pool.submit(os._exit, 3) for _ in range(3)]
    others = [pool.submit(_number, 0) for _ in range(5)]
    for job in ended:
        with pytest.raises(ChildProcessError, match="exit status 3"):
            job.result()
    assert all(job.result() for job in others)


@SLOW
def test_a_call_without_end_is_ended() -> None:
    with WorkerPool(1, seconds=5) as pool:
        endless = pool.submit(_number, 600)
        after = pool.submit(_number, 0)
        with pytest.raises(TimeoutError):
            endless.result()
        assert after.result()


def test_what_waits_can_be_cancelled_and_what_runs_is_ended() -> None:
    pool = WorkerPool(1)
    running, waiting = pool.submit(_number, 60), pool.submit(_number, 0)
    while not running.running():
        time.sleep(0.01)
    begun = time.monotonic()
    pool.shutdown(wait=False, cancel_futures=True)
    assert time.monotonic() - begun < 20
    assert waiting.cancelled()
    assert isinstance(running.exception(), ChildProcessError)


def test_calls_have_no_named_arguments(pool: WorkerPool) -> None:
    with pytest.raises(TypeError, match="no named arguments"):
        pool.submit(_number, wait=0)
