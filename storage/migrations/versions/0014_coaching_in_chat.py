"""Coaching in chat: calendars and logs of hours"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("hash"),
    )
    op.add_column(
        "person",
        sa.Column("calendar_title", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="Busy"),
    )
    op.add_column("person", sa.Column("named_in_logs", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("coach", sa.Column("paid", sa.Boolean(), nullable=True))
    op.add_column("slot", sa.Column("paid", sa.Boolean(), nullable=True))
    op.add_column("slot", sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
    op.add_column("slot", sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("account", sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.execute("UPDATE slot SET uid = 'slot-' || id || '@waymark'")


def downgrade() -> None:
    op.drop_column("account", "asked_at")
    op.drop_column("slot", "sequence")
    op.drop_column("slot", "uid")
    op.drop_column("slot", "paid")
    op.drop_column("coach", "paid")
    op.drop_column("person", "named_in_logs")
    op.drop_column("person", "calendar_title")
    op.drop_table("calendar_feed")
