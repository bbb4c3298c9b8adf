"""Canaries: private texts that are looked for wherever nobody should find them."""

from sqlalchemy import MetaData, select
from sqlmodel import Session

from tests.cast import Cast
from tests.player import Player


async def nowhere_but(cast: Cast, canary: str, *players: Player) -> None:
    """This text is on nobody else's screen, in no row of the shared database and in no file of the bot's."""
    await cast.settle()
    users = {player.user for player in players}
    for user, shown in (shown for stage in cast.stages for shown in stage.everywhere()):
        assert user in users or canary not in shown, f"on the screen of {user}"
    assert await tables_with(cast, canary) == []
    for path in cast.folder.rglob("*"):
        assert not path.is_file() or canary.encode() not in path.read_bytes(), f"in {path.name}"


async def tables_with(cast: Cast, piece: str) -> list[str]:
    """The shared tables that have this in a row."""
    async with cast.app.database.unit() as unit:
        return [name for name, rows in (await unit.run(_every_row)).items() if piece in rows]


def _every_row(session: Session) -> dict[str, str]:
    tables = MetaData()
    tables.reflect(session.connection())
    return {table.name: repr(session.execute(select(table)).all()) for table in tables.tables.values()}
