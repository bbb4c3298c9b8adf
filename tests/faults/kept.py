"""What a bot that is over has kept, read from its stores."""

from collections.abc import Iterable, Sequence
from functools import partial

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.app import Stores
from bot.chat.platform import Address
from bot.settings import Settings
from storage.private.keys import MasterKeys
from storage.shared.audit import Act
from tests.faults.child import Mark


async def what_was_kept(
    settings: Settings, addresses: Iterable[Address]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Each one's private entries, and their shared rows in the order in which they were written."""
    stores = await Stores.open(settings, MasterKeys.from_file(settings.keys_file))
    marks, rows = {}, {}
    async with stores.database.unit() as unit:
        for address in addresses:
            account = await unit.people.at(address.platform, address.team, address.user)
            assert account is not None
            assert account.person_id is not None
            person = await unit.people.get(account.person_id)
            assert person is not None
            vault = await stores.vaults.open(person.vault, "afterwards")
            marks[address.user] = [mark.number for mark in await vault.all(Mark)]
            acts = select(Act.object).where(Act.act == "marked", Act.actor_id == person.id).order_by(col(Act.id))
            rows[address.user] = [int(number) for number in await unit.run(partial(_all, acts))]
    await stores.close()
    return marks, rows


def _all(acts: SelectOfScalar[str], session: Session) -> Sequence[str]:
    return session.exec(acts).all()
