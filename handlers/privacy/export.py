"""Everything of yours, in a file that only your own passphrase opens."""

import hmac
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.chat.drafts import FORGET
from bot.chat.errors import DeliveryFailed, Refusal
from bot.chat.forms import Form, ShortText
from bot.chat.jobs import Act
from bot.chat.messages import File, Message
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.privacy.record import as_json, as_markdown, everything, written
from handlers.privacy.zipping import zipped
from handlers.reflections.entries import Kept, Reflection
from handlers.said import theirs
from storage.private.entries import Entry

router = Router("export")

EXPORT = "privacy.export"
LEAST = 12
"""Characters of a passphrase: whoever finds the file can try as many as they like."""

LONGEST = timedelta(days=7)
"""A passphrase waits no longer than this, whatever stands in the way of the file."""

MOST_PACKED = 40_000_000
"""Bytes of recordings and photos in one file: Telegram takes files of up to 50 MB."""

HERE_IT_IS = (
    "Here is everything of yours: once to read, and once for a machine. Most computers need a free program such as "
    "7-Zip to open it. Keep the file and the passphrase apart."
)
_IN_PARTS = " With your recordings and photos it comes in {} parts: unpack them all into one folder."

TOO_LATE = "Your file could not be made in time, and your passphrase is gone. Say “export my data” to ask once more."


class ExportWish(Entry):
    """The passphrase of one export, from when it was asked for until it has been sent."""

    kind: ClassVar[str] = "export"

    passphrase: str


def long_enough(passphrase: str) -> None:
    if len(passphrase) < LEAST:
        raise Refusal(f"Please make it at least {LEAST} characters long: four unrelated words do well.")


class ExportForm(Form):
    route = "privacy.export"
    title = "Export everything"
    intro = "You get one file. Only this passphrase opens it, and nobody can find it out for you: keep it safe."
    done = "Make the file"

    passphrase = ShortText(
        "Choose a passphrase for the file.", help="At least 12 characters.", secret=True, check=long_enough
    )
    again = ShortText("Type the passphrase once more.", secret=True)


@router.intent(
    "export_my_data",
    "Export everything of mine",
    "export my data",
    "export everything",
    "download my data",
    "give me my data",
    "take everything with me",
    *theirs.EXPORT_MY_DATA,
    command="export",
    help="get all that is yours in one file that only your passphrase opens",
    opens=True,
)
async def export_my_data(turn: Turn) -> None:
    await turn.ask(ExportForm)


@router.submitted(ExportForm, private=False)
async def asked(turn: Turn, form: ExportForm) -> None:
    """No agreement stands before it: whoever does not agree to a new version can still leave with what is theirs."""
    if not hmac.compare_digest(form.passphrase.encode(), form.again.encode()):
        raise Refusal("Those two passphrases differ. Please type both again.")
    wish = await turn.vault.add(ExportWish(made_at=turn.now, passphrase=form.passphrase))
    await turn.later(EXPORT, entry=wish.id, account=turn.account.id)
    await turn.later(FORGET, key=_forgetting(wish.id), at=turn.now + LONGEST, entry=wish.id)
    await turn.db.audit.record("asked for an export", "export", turn.now, turn.person.id)
    await turn.say("I’m making your file. It comes in a moment, here.")


@router.act(EXPORT)
async def export(act: Act) -> None:
    """Sent first and forgotten then: killed between the two, the step says that it was sent."""
    if act.person is None:
        return
    wish_id = str(act.arguments["entry"])
    try:
        parts = int(await act.step("send", partial(_send, act, wish_id, 1)))
        for part in range(2, parts + 1):
            await act.step(f"send {part}", partial(_send, act, wish_id, part))
    except DeliveryFailed as failed:
        if failed.permanent:
            await act.forget_entry(wish_id)
        raise
    await act.forget_entry(wish_id)
    async with act.unit() as unit:
        await unit.deliveries.cancel(_forgetting(wish_id), act.now)


def _forgetting(wish_id: str) -> str:
    return f"forget {wish_id}"


async def _send(act: Act, wish_id: str, part: int) -> str:
    """Send one part: the first has the words in it, and each as much of what came with them as it can hold.

    Gives how many there are. No more than one is held at a time.
    """
    assert act.person is not None
    account_id = int(act.arguments["account"])
    vault = await act.vault()
    wish = await vault.get(ExportWish, wish_id)
    if wish is None:
        await act.send(Message(TOO_LATE), account_id=account_id)
        return "0"
    entries = await written(vault)
    zone = ZoneInfo(act.person.zone)
    parts = _in_parts(entries, zone)
    if part > len(parts):  # something was deleted since the first was sent
        return str(len(parts))
    name = f"waymark-{act.now.astimezone(zone):%Y-%m-%d}"
    packed: dict[str, str | bytes] = {}
    if part == 1:
        async with act.unit() as unit:
            found = await everything(unit, entries, act.person, act.now)
        packed |= {f"{name}.md": as_markdown(found), f"{name}.json": as_json(found)}
    for file_name, file in parts[part - 1].items():
        data = await vault.file(file.id)
        packed |= {file_name: data} if data is not None else {}
    one = len(parts) == 1
    zip_name = f"{name}.zip" if one else f"{name}-{part}-of-{len(parts)}.zip"
    data = await act.in_worker(zipped, packed, wish.passphrase)
    await act.send(
        Message(
            HERE_IT_IS + ("" if one else _IN_PARTS.format(len(parts)))
            if part == 1
            else f"Part {part} of {len(parts)}.",
            attachments=(File(data, zip_name, "Everything of yours, in a file that your passphrase opens."),),
        ),
        account_id=account_id,
    )
    return str(len(parts))


def _in_parts(entries: Sequence[Entry], zone: ZoneInfo) -> list[dict[str, Kept]]:
    """What came with somebody's notes, by the names of the files, in parts that every platform takes; at least one."""
    parts: list[dict[str, Kept]] = [{}]
    room = MOST_PACKED
    for note in (entry for entry in entries if isinstance(entry, Reflection)):
        for file in note.files:
            if file.size > room and parts[-1]:
                parts.append({})
                room = MOST_PACKED
            parts[-1][note.file_name(file, zone)] = file
            room -= file.size
    return parts
