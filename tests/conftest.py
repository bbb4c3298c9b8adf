"""What every test may ask for."""

from collections.abc import Iterator

import pytest

from storage import database

pytest_plugins = ["tests.postgres"]


@pytest.fixture(autouse=True, scope="session")
def _a_busy_machine_is_no_bug() -> Iterator[None]:
    """A unit of work may be open for a second; a machine that runs many tests at once can make it longer."""
    with pytest.MonkeyPatch.context() as patience:
        patience.setattr(database, "LONGEST_UNIT_S", 60.0)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was left out is said in a line of its own, with how to have it."""
    left_out = {str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr}
    for reason in sorted(left_out):
        terminalreporter.write_line(f"left out: {reason.removeprefix('Skipped: ')}")
