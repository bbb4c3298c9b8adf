"""Somebody at a prompt: the command line, run as a process of its own."""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.__main__ import main

ROOT = Path(__file__).parents[1]


@dataclass
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


@dataclass
class Shell:
    """Somebody at a prompt, in a folder of their own."""

    folder: Path
    settings: dict[str, str]

    async def runs(self, *words: str, **settings: str) -> Ended:
        """A command that ends by itself; it is forked off where everything is imported already."""
        forks = multiprocessing.get_context("forkserver")
        forks.set_forkserver_preload([main.__module__])
        printed = self.folder / ".printed"
        printed.mkdir(exist_ok=True)
        process = forks.Process(target=_run, args=(words, self.folder, self._environment(settings), printed))
        process.start()
        await asyncio.to_thread(process.join)
        ended = Ended(process.exitcode or 0, *((printed / name).read_text() for name in ("out", "err")))
        for name in ("out", "err"):
            (printed / name).unlink()
        printed.rmdir()
        return ended

    @asynccontextmanager
    async def starts(self, *words: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """A command that goes on until it is stopped."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            cwd=self.folder,
            env=self._environment(settings),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await process.wait()

    def _environment(self, settings: Mapping[str, str]) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")}
        return {**ours, "PYTHONPATH": str(ROOT), **self.settings, **settings}

    def everything(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}


def _run(words: Sequence[str], folder: Path, environment: Mapping[str, str], printed: Path) -> None:
    for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
        file = os.open(printed / name, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(file, stream.fileno())
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["waymark", *words]
    main()
