"""Bringing the shared database to the form that this version knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from storage import migrations

HERE = Path(migrations.__file__).parent


def migrate(engine: Engine) -> list[str]:
    """Apply what is missing, in one transaction; gives the revisions applied."""
    with engine.connect() as connection, connection.begin():
        missing = pending(connection)
        if missing:
            upgrade(connection, "head")
        return missing


def upgrade(connection: Connection, revision: str) -> None:
    """Bring it to this revision, in the connection's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str:
    """What this database stands at; empty where it has never been migrated."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def knows(revision: str) -> bool:
    """Whether this version can go on from there."""
    script = ScriptDirectory.from_config(_config())
    return revision in {known.revision for known in script.walk_revisions()}


def pending(connection: Connection) -> list[str]:
    """The revisions that this database lacks, oldest first."""
    script = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_revision()
    return [revision.revision for revision in reversed(list(script.iterate_revisions("head", current)))]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    return config
