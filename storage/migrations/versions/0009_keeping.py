"""What is kept, and for how long"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "restoration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("backup_made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("restored_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("resumed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "round",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("done_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("day"),
    )
    op.add_column("act", sa.Column("about_id", sa.Integer(), nullable=True))
    op.create_index("ix_act_about_id", "act", ["about_id"])


def downgrade() -> None:
    op.drop_index("ix_act_about_id", "act")
    op.drop_column("act", "about_id")
    op.drop_table("round")
    op.drop_table("restoration")
