"""The worker process is there again when it is needed again."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool

import pytest

from scheduling.worker import Worker


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def test_a_worker_that_was_killed_is_replaced_for_the_next_work() -> None:
    worker = Worker()
    with pytest.raises(BrokenProcessPool):
        await worker.do(die)
    assert await worker.do(sum, [1, 2]) == 3
    worker.close()
