"""What one process of several does, and what each account is shown on its platform"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "watch",
        sa.Column("task", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("holder", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("task"),
    )
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("menu", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
        account.add_column(sa.Column("in_groups", sa.Boolean(), nullable=False, server_default=sa.false()))
        account.add_column(sa.Column("goes_on", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""))
        account.add_column(sa.Column("goes_on_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.drop_column("goes_on_until")
        account.drop_column("goes_on")
        account.drop_column("in_groups")
        account.drop_column("menu")
    op.drop_table("watch")
