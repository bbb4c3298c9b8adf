"""`python -m tests.bench [name …]`: run the benches, all of them or those named.

A bench is a module of this folder with a function `bench() -> Iterable[Measure]`; the first line of its docstring is
the title of its table. A target that is not met is printed, and is no error.
"""

import argparse
import importlib
import pkgutil

from tests import bench
from tests.bench.report import print_table

NOT_BENCHES = {"__main__", "bare_bolt", "obvious", "report"}


def main() -> None:
    names = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if module.name not in NOT_BENCHES)
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Waymark on this machine.")
    arguments.add_argument("names", nargs="*", metavar="name", help=f"any of: {', '.join(names)}")
    wanted = arguments.parse_args().names
    if unknown := sorted(set(wanted) - set(names)):
        arguments.error(f"there is no bench named {', '.join(unknown)}; there are {', '.join(names)}")
    for name in wanted or names:
        module = importlib.import_module(f"tests.bench.{name}")
        print_table(str(module.__doc__).splitlines()[0], module.bench())


if __name__ == "__main__":
    main()
