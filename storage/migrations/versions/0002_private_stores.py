"""The private stores on PostgreSQL: vaults under forced row-level security, and wrapped keys in a schema of their own.

On SQLite these are files, and this changes nothing.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

UPGRADE = (
    "CREATE SCHEMA waymark_private",
    """
    CREATE TABLE waymark_private.entry (
        vault text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        sealed bytea,
        PRIMARY KEY (vault, id)
    )
    """,
    # Forced, because Waymark's role owns the table, and an owner is let through otherwise.
    "ALTER TABLE waymark_private.entry ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE waymark_private.entry FORCE ROW LEVEL SECURITY",
    """
    CREATE POLICY own_vault ON waymark_private.entry
        USING (vault = nullif(current_setting('app.vault', true), ''))
        WITH CHECK (vault = nullif(current_setting('app.vault', true), ''))
    """,
    "CREATE SCHEMA waymark_keys",
    """
    CREATE TABLE waymark_keys.master_key (
        id text COLLATE "C" PRIMARY KEY,
        check_value bytea NOT NULL,
        retired integer NOT NULL
    )
    """,
    """
    CREATE TABLE waymark_keys.wrapped_key (
        name text COLLATE "C" PRIMARY KEY,
        master text COLLATE "C" NOT NULL,
        sealed bytea,
        letterbox bytea,
        destroyed_at text
    )
    """,
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in UPGRADE:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP SCHEMA waymark_private CASCADE")
        op.execute("DROP SCHEMA waymark_keys CASCADE")
