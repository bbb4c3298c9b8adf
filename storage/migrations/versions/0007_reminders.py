"""What people choose of reminders, when they are away, and what is held"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "reminder_choice",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("hour", sa.Time(), nullable=True),
        sa.Column("platform", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id", "kind"),
    )
    op.create_table(
        "muted_event",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"]),
        sa.PrimaryKeyConstraint("person_id", "event_id"),
    )
    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_leave_person_id", "leave", ["person_id"])
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_hold_cohort_id", "hold", ["cohort_id"])
    op.create_index("ix_hold_person_id", "hold", ["person_id"])
    op.create_table(
        "plan",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"]),
        sa.PrimaryKeyConstraint("event_id"),
    )
    op.add_column("person", sa.Column("morning", sa.Time(), nullable=False, server_default="08:00:00.000000"))
    op.add_column("person", sa.Column("days_off", sa.JSON(), nullable=False, server_default="[5, 6]"))
    op.add_column("membership", sa.Column("says_away", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("person", sa.Column("words_in_notices", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("delivery", sa.Column("event_id", sa.Integer(), nullable=True))
    op.add_column("delivery", sa.Column("rides_with", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.create_index("delivery_of_event", "delivery", ["event_id", "person_id"])
    op.create_index(
        "delivery_rides",
        "delivery",
        ["rides_with"],
        sqlite_where=sa.text("rides_with IS NOT NULL"),
        postgresql_where=sa.text("rides_with IS NOT NULL"),
    )
    op.drop_index("delivery_waiting", "delivery")
    op.create_index(
        "delivery_waiting",
        "delivery",
        ["urgency", "due_at"],
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )


def downgrade() -> None:
    op.drop_index("delivery_waiting", "delivery")
    op.create_index(
        "delivery_waiting",
        "delivery",
        ["due_at"],
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.drop_index("delivery_rides", "delivery")
    op.drop_index("delivery_of_event", "delivery")
    op.drop_column("delivery", "rides_with")
    op.drop_column("delivery", "event_id")
    op.drop_column("membership", "says_away")
    op.drop_column("person", "words_in_notices")
    op.drop_column("person", "days_off")
    op.drop_column("person", "morning")
    for table in ("plan", "hold", "leave", "muted_event", "reminder_choice"):
        op.drop_table(table)
