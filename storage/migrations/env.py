"""Alembic's way in: it is handed a connection by storage/migrating.py."""

from alembic import context
from sqlmodel import SQLModel

import storage.shared.unit  # noqa: F401 - importing it makes every table known to the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
