"""A bot on Slack in a process of its own, which keeps marks and may end by its own hand."""

from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from storage import database
from tests.faults.child import Kill, ends_at, router
from tests.platforms.slack import process
from tests.platforms.slack.process import AtSlack

A_BUSY_MACHINES_UNIT_S = 60.0


def live(folder: Path, at_slack: AtSlack, ready: Connection, ahead: timedelta, kill: Kill) -> None:
    """One life of the bot."""
    database.LONGEST_UNIT_S = A_BUSY_MACHINES_UNIT_S
    process.live(folder, at_slack, ready, ahead=ahead, routers=[router], mark=ends_at(kill))
