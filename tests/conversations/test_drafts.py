"""What people can count on when something is left half written, or goes wrong."""

from datetime import timedelta

import pytest

from bot.chat.drafts import Draft
from bot.chat.errors import Refusal
from bot.chat.forms import Form, LongText, ShortText
from bot.chat.router import Router
from bot.chat.turns import Turn
from storage.private.vault import Vault
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

CANARY = "the canary sings at midnight"

router = Router("trouble")


class Trouble(Form):
    """A form whose handler refuses it until it says please."""

    route = "trouble.form"
    title = "Trouble"

    text = LongText("What would you like to say?")
    more = ShortText("And what more?", required=False)


@router.intent("trouble", "Trouble", "trouble", opens=True)
async def trouble(turn: Turn) -> None:
    await turn.ask(Trouble)


@router.submitted(Trouble)
async def troubled(turn: Turn, form: Trouble) -> None:
    if "please" not in form.more:
        raise Refusal("Say please.", field="more")
    await turn.say("Thank you.")


@router.intent("break", "Break", "break: {words}")
async def break_(turn: Turn) -> None:
    raise RuntimeError(turn.slots["words"])


@pytest.fixture
def routers() -> tuple[Router, ...]:
    return (router,)


async def vault_of(cast: Cast, player: Player) -> Vault:
    assert player.on_roster
    return await cast.app.stores.vaults.open(player.on_roster.vault, "a look")


async def leaves_half_written(ada: Player) -> None:
    """Begin, write something, and turn to something else."""
    await ada.says("trouble")
    if ada.cast.way.forms:
        await ada.fills(text=CANARY)
        ada.sees("Say please.", "What you wrote is kept.", "[Open it again]")
    else:
        await ada.says(CANARY)
        await ada.says("contacts")
        await ada.presses("Do that now")


async def test_what_was_left_half_written_can_be_gone_on_with(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await leaves_half_written(ada)

    await ada.says("drafts")
    ada.sees("Trouble", "What would you like to say?", CANARY, "Kept until Thursday 4 February 2027", "[Go on with it]")
    await ada.presses("Go on with it")
    await ada.fills(more="please")
    ada.sees("Thank you.")

    await ada.says("drafts")
    ada.sees("There are no drafts.")
    await nowhere_but(cast, CANARY, ada)


async def test_a_refused_form_keeps_every_word(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("trouble")
    await ada.fills(text=CANARY, more="now")
    if cast.way.forms:
        ada.sees("Say please.", "What you wrote is kept.")
        await ada.says("drafts")
        ada.sees(CANARY, "And what more?", "now")
        await ada.presses("Go on with it")
    else:
        ada.sees("Say please.", "And what more?")  # asked again in its place, and what is typed next answers it
    await ada.fills(more="please")
    ada.sees("Thank you.")


async def test_what_is_asked_for_again_is_gone_on_with_and_not_begun_twice(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    for _ in range(2):
        await leaves_half_written(ada)
    assert len(await (await vault_of(cast, ada)).all(Draft)) == 1
    await ada.says("what’s next")
    ada.sees("You left one thing half written.")

    await ada.says("trouble")
    if cast.way.forms:
        assert CANARY in repr(ada.form)
    else:
        ada.sees("You began this before", "And what more?")
    await ada.fills(more="please")
    ada.sees("Thank you.")
    assert await (await vault_of(cast, ada)).all(Draft) == []


async def test_it_can_be_gone_on_with_on_another_account_of_theirs(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await leaves_half_written(ada)
    phone = await cast.further_account(ada, "Phone")
    await phone.says("drafts")
    phone.sees("Your private notes are locked on this account.")
    account = await phone.account()
    account.admitted = True
    async with cast.app.database.unit() as unit:
        await unit.people.save_account(account)

    await phone.says("drafts")
    await phone.presses("Go on with it")
    await phone.fills(more="please")
    phone.sees("Thank you.")

    await ada.says("drafts")
    ada.sees("There are no drafts.")


async def test_an_empty_draft_is_not_listed(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("trouble")
    if not cast.way.forms:
        await ada.says("/drafts")
        await ada.presses("Do that now")
    else:
        await ada.says("drafts")
    ada.sees("There are no drafts.")


async def test_after_the_third_fault_the_words_are_kept_and_can_become_a_note(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"break: {CANARY}")
    ada.sees("Something went wrong on my side", "say “drafts”")
    assert CANARY not in caplog.text

    await ada.says("drafts")
    ada.sees(CANARY, "[Keep it as a note]", "[Delete it]")
    await ada.presses("Keep it as a note")
    await ada.fills(heading=None)
    ada.sees("Kept")

    await ada.says("my notes")
    ada.sees(CANARY)
    await ada.says("drafts")
    ada.sees("There are no drafts.")
    await nowhere_but(cast, CANARY, ada)


async def test_a_draft_is_deleted_by_a_press_and_the_press_works_once(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"break: {CANARY}")
    await ada.says("drafts")
    (delete,) = (button.press for button in ada.latest[-1].buttons if button.label == "Delete it")
    await ada.presses("Delete it")
    ada.sees("Deleted for good.")

    await ada.presses_data(delete)
    ada.sees("That draft isn’t here any more.")
    await ada.says("drafts")
    ada.sees("There are no drafts.")


async def test_several_are_listed_and_opened_one_by_one(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("break: the first words")
    await ada.says("break: the second words")

    await ada.says("drafts")
    ada.sees("My drafts", "[break: the second words (5 January)]", "[break: the first words (5 January)]")
    await ada.presses("break: the first words (5 January)")
    ada.sees("break: the first words", "[Keep it as a note]")


async def test_drafts_are_deleted_when_their_time_has_come(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"break: {CANARY}")
    await leaves_half_written(ada)
    await cast.reach(timedelta(days=29))
    assert len(await (await vault_of(cast, ada)).all(Draft)) == 2

    await cast.reach(timedelta(days=2))
    assert await (await vault_of(cast, ada)).all(Draft) == []
    await ada.says("drafts")
    ada.sees("There are no drafts.")


async def test_nobody_opens_anothers_draft(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.participant("Eve")
    await leaves_half_written(ada)
    (draft,) = await (await vault_of(cast, ada)).all(Draft)

    for route in ("open", "go_on", "keep", "delete"):
        await eve.presses_data(f"drafts.{route}:{draft.id}")
        eve.sees("That draft isn’t here any more.")
    await eve.says("drafts")
    eve.sees("There are no drafts.")
    assert len(await (await vault_of(cast, ada)).all(Draft)) == 1
