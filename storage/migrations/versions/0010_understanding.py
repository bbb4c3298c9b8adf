"""What somebody was just doing, and how often they were not understood"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("account", sa.Column("lately", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
    op.add_column("account", sa.Column("lately_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column("account", sa.Column("misses", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("account", "misses")
    op.drop_column("account", "lately_at")
    op.drop_column("account", "lately")
