"""`waymark demo`: from the command to an answer in its page, and what it holds in memory

On an installed tree, with an empty folder, so the sample cohort is set up on the way.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from urllib.request import urlopen

from aiohttp.test_utils import unused_port

from tests.bench.report import Measure


def bench() -> Iterable[Measure]:
    runs = [_once() for _ in range(3)]
    yield Measure("until its address answers", min(took for took, _ in runs), "s", at_most=3)
    yield Measure("resident", min(held for _, held in runs), "MB", at_most=150)


def _once() -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder:
        settings = {"WAYMARK_DATA_DIR": f"{folder}/demo", "WAYMARK_HTTP_PORT": str(unused_port())}
        begin = perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "demo"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **settings},
        ) as demo:
            assert demo.stdout is not None
            address = demo.stdout.readline().split()[-1]
            with urlopen(f"http://127.0.0.1:{settings['WAYMARK_HTTP_PORT']}/healthz") as health:
                assert health.status == 200, address
            took = perf_counter() - begin
            status = Path(f"/proc/{demo.pid}/status").read_text()
            held = next(line for line in status.splitlines() if line.startswith("VmRSS"))
            demo.terminate()
        return took, int(held.split()[1]) / 1_000
