"""Who asked whom to ring them"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "ring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("opened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["asked_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "asked_id", "asked_at"),
    )
    op.create_index("ix_ring_person_id", "ring", ["person_id"])
    op.create_index("ix_ring_asked_id", "ring", ["asked_id"])


def downgrade() -> None:
    op.drop_index("ix_ring_asked_id", "ring")
    op.drop_index("ix_ring_person_id", "ring")
    op.drop_table("ring")
