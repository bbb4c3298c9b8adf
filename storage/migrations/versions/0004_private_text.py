"""How long private text stands in a conversation, and where it stands"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("person", sa.Column("private_minutes", sa.Integer(), nullable=True, server_default="15"))
    op.add_column("person", sa.Column("tidies", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("handle", sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("handle", sa.Column("form", sqlmodel.sql.sqltypes.AutoString(), nullable=True))


def downgrade() -> None:
    op.drop_column("handle", "form")
    op.drop_column("handle", "private")
    op.drop_column("person", "tidies")
    op.drop_column("person", "private_minutes")
