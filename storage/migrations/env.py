"""Alembic's way in: it is handed a connection by storage/migrating.py."""

from alembic import context

from storage.shared.unit import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
