"""The one logging boundary: what may be said of a bug. Never a word of anybody's, so never an exception's own text."""

import traceback
from pathlib import Path

OURS = ("bot", "handlers", "scheduling", "storage")
ROOT = Path(__file__).parents[2]


def describe(error: BaseException) -> str:
    """The kind of each exception in the chain, and our own frames."""
    chain: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frames = [
            f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}"
            for frame in traceback.extract_tb(seen.__traceback__)
            if Path(frame.filename).is_relative_to(ROOT) and Path(frame.filename).relative_to(ROOT).parts[0] in OURS
        ]
        chain.append(f"{type(seen).__name__} at {' > '.join(frames) or 'no frame of ours'}")
        seen = seen.__cause__ or seen.__context__
    return "; caused by ".join(chain)
