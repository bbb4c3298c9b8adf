"""What people can count on when they use more than one account."""

import asyncio
import re
from datetime import timedelta

from bot.chat.drafts import Draft
from bot.chat.platform import Pressed, Submitted
from storage.shared.people import Role
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.player import Player

SECRET = "the canary sings at 5 in the morning"


async def link_code(player: Player) -> str:
    await player.says("link")
    found = re.search(r"link ([A-Z0-9]{4}-[A-Z0-9]{4})", player.screen.rpartition("On your other account")[2])
    assert found, player.screen
    return found[1]


async def link(old: Player, new: Player) -> None:
    """Link as two people would who are one."""
    code = await link_code(old)
    await new.says(f"link {code.lower()}")
    await new.presses("This is me")
    await old.presses("This is me")


async def test_a_second_account_is_linked_by_a_press_on_each_with_both_names_shown(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    phone = await cast.stranger("Pocket")
    code = await link_code(ada)
    ada.sees("ten minutes")

    await phone.says(f"link {code}")
    for account in (phone, ada):
        account.sees("Are these both you?", f"Ada: “Ada” on {cast.where}", f"“Pocket” on {cast.where}")
        account.sees("[This is me]", "[Not me]")
    await ada.presses("This is me")
    ada.sees("press “This is me” on your other account")
    assert (await phone.account()).person_id is None

    await phone.presses("This is me")
    phone.sees("open on both")
    ada.sees("open on both")
    await phone.says("my reflections")
    phone.sees("canary")


async def test_nothing_is_linked_by_one_press_or_by_not_me(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.stranger("Eve")
    await eve.says(f"link {await link_code(ada)}")
    await eve.presses("This is me")
    await eve.presses_data("accounts.me:1")
    assert (await eve.account()).person_id is None

    await ada.presses("Not me")
    ada.sees("Nothing was linked")
    await eve.presses_data("accounts.me:1")
    eve.sees("That link has ended")
    assert (await eve.account()).person_id is None


async def test_who_made_the_code_hears_that_the_other_side_said_no(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.stranger("Eve")
    await eve.says(f"link {await link_code(ada)}")
    await eve.presses("Not me")
    ada.sees("the answer was “Not me”")


async def test_a_third_account_can_not_press_the_buttons_of_a_link(cast: Cast) -> None:
    ada, ben, eve = await cast.participant("Ada"), await cast.participant("Ben"), await cast.stranger("Eve")
    phone = await cast.stranger("Pocket")
    await phone.says(f"link {await link_code(ada)}")

    for outsider in (ben, eve):
        await outsider.presses_data("accounts.me:1")
        outsider.sees("That link has ended")
        await outsider.presses_data("accounts.not_me:1")
        outsider.sees("That link has ended")
    await phone.presses("This is me")
    await ada.presses("This is me")
    ada.sees("Done")


async def test_a_link_code_ends_after_ten_minutes_before_and_after_it_is_typed(cast: Cast) -> None:
    ada, phone = await cast.participant("Ada"), await cast.stranger("Pocket")
    code = await link_code(ada)
    await cast.reach(timedelta(minutes=10, seconds=1))
    await phone.says(f"link {code}")
    phone.sees("That link code doesn’t work")

    await phone.says(f"link {await link_code(ada)}")
    await cast.reach(timedelta(minutes=10, seconds=1))
    await phone.presses("This is me")
    phone.sees("That link has ended")


async def test_only_five_link_codes_may_be_tried_in_an_hour(cast: Cast) -> None:
    ada, eve = await cast.participant("Ada"), await cast.stranger("Eve")
    for _ in range(5):
        await eve.says("link ABCD-2345")
        eve.sees("That link code doesn’t work")
    await eve.says(f"link {await link_code(ada)}")
    eve.sees("too many codes")

    await cast.reach(timedelta(hours=1, seconds=1))
    await eve.says(f"link {await link_code(ada)}")
    eve.sees("Are these both you?")


async def test_a_code_typed_where_it_was_made_or_where_the_notes_are_open_links_nothing(cast: Cast) -> None:
    ada, phone = await cast.participant("Ada"), await cast.stranger("Pocket")
    code = await link_code(ada)
    await ada.says(f"link {code}")
    ada.sees("for your other account")
    await link(ada, phone)

    await phone.says(f"link {await link_code(ada)}")
    phone.sees("This account is yours already")
    await ada.says("link my other phone please")
    ada.sees("Then type it on the other one")


async def test_a_code_that_somebody_took_up_is_no_good_to_another(cast: Cast) -> None:
    ada, phone, eve = await cast.participant("Ada"), await cast.stranger("Pocket"), await cast.stranger("Eve")
    code = await link_code(ada)
    await phone.says(f"link {code}")
    await eve.says(f"link {code}")
    eve.sees("That link code doesn’t work")
    eve.does_not_see("Are these both you?")


async def test_a_locked_account_is_opened_by_linking_it_and_links_only_locked_ones(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    locked = await cast.further_account(ada, "Tablet")
    third = await cast.stranger("Third")

    await locked.says("link")
    locked.sees("locked on this account")
    await link(locked, third)
    assert not (await third.account()).admitted
    ada.sees(f"Another account is linked to yours now: “Third” on {cast.where}")
    await third.says("my reflections")
    third.sees("locked on this account")
    await nowhere_but(cast, SECRET, ada)

    await link(ada, locked)
    assert (await locked.account()).admitted
    await locked.says("my reflections")
    locked.sees("canary")


async def test_two_sides_that_both_have_notes_are_never_made_one(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    for player in (ada, ben):
        await player.says(f"reflect: {SECRET} {player.name}")

    await ben.says(f"link {await link_code(ada)}")
    ben.sees("Both accounts have private notes", "export my data")
    await nowhere_but(cast, f"{SECRET} Ada", ada)
    await nowhere_but(cast, f"{SECRET} Ben", ben)


async def test_notes_kept_between_the_code_and_the_press_stop_the_link(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await ben.says(f"link {await link_code(ada)}")
    await ben.presses("This is me")
    await ben.says(f"reflect: {SECRET}")
    await ada.presses("This is me")
    ada.sees("the other way round")
    await ben.says("my reflections")
    ben.sees("canary")


async def test_somebody_without_notes_comes_along_with_what_they_take_part_in(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    coach = await cast.member("Cleo", Role.COACH)
    # The other way round is refused, and says what to do.
    await ada.says(f"link {await link_code(coach)}")
    ada.sees("do it the other way round")

    code = await link_code(ada)
    await coach.says(f"link {code}")
    coach.sees("who joined as Cleo", "comes along")
    await coach.presses("This is me")
    await ada.presses("This is me")
    ada.sees("Done")

    assert (await coach.account()).person_id == (await ada.account()).person_id
    async with cast.app.database.unit() as unit:
        assert ada.on_roster is not None
        assert coach.on_roster is not None
        roles = {part.role for part in await unit.cohorts.memberships(ada.on_roster.id)}
        assert roles == {Role.PARTICIPANT, Role.COACH}
        assert await unit.people.get(coach.on_roster.id) is None
        assert [deletion.vault for deletion in await unit.deletions.done()] == [coach.on_roster.vault]
    await coach.says("my reflections")
    coach.sees("canary")
    other = await cast.stranger("Other")
    await other.says(coach.code)
    other.sees("That code doesn’t work")


async def test_somebody_with_several_accounts_is_not_brought_in_behind_the_others_backs(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    await cast.further_account(ben, "Ben’s phone")
    await ben.says(f"link {await link_code(ada)}")
    ben.sees("disconnect the others")


async def test_a_pressed_link_of_both_sides_at_once_links_once(cast: Cast) -> None:
    ada, phone = await cast.participant("Ada"), await cast.stranger("Pocket")
    await phone.says(f"link {await link_code(ada)}")
    await cast.before_a_line()
    await asyncio.gather(ada.does(Pressed("accounts.me:1", None)), phone.does(Pressed("accounts.me:1", None)))

    assert (await phone.account()).person_id == (await ada.account()).person_id
    assert (await phone.account()).admitted


async def test_accounts_are_listed_and_disconnected_from_either_side(cast: Cast) -> None:
    ada, phone = await cast.participant("Ada"), await cast.stranger("Pocket")
    locked = await cast.further_account(ada, "Tablet")
    await cast.reach(timedelta(days=1))
    await link(ada, phone)

    await ada.says("accounts")
    ada.sees(f"“Ada” on {cast.where}, this one, since Tuesday 5 January 2027: opens your private notes")
    ada.sees(f"“Tablet” on {cast.where}, since Tuesday 5 January 2027: your private notes are locked here")
    ada.sees(f"“Pocket” on {cast.where}, since Wednesday 6 January 2027", "[Disconnect this one]", "[Disconnect 3]")
    await ada.presses("Disconnect 2")
    ada.sees(f"“Tablet” on {cast.where} is disconnected")
    phone.sees(f"“Tablet” on {cast.where} was just disconnected")
    await locked.says("accounts")
    locked.sees("To begin, type the joining code")

    await phone.says("accounts")
    await phone.presses("Disconnect 1")
    assert (await ada.account()).person_id is None
    await ada.says("my reflections")
    ada.sees("joining code")


async def test_the_account_in_hand_is_disconnected_only_after_a_yes(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says("accounts")
    await ada.presses("Disconnect this one")
    ada.sees("Disconnect this account?", "you need a code from your programme’s team")
    assert (await ada.account()).person_id is not None

    await ada.presses("Yes, disconnect it")
    ada.sees("this account is disconnected")
    assert (await ada.account()).person_id is None


async def test_what_was_begun_on_a_disconnected_account_can_be_gone_on_with_and_ends_its_life_all_the_same(
    cast: Cast,
) -> None:
    ada, phone = await cast.participant("Ada"), await cast.stranger("Pocket")
    await link(ada, phone)
    await phone.says("reflect:")
    if cast.way.forms:
        await phone.does(Submitted(phone.form.opening if phone.form else "", {"text": "", "heading": "half a note"}))
    else:
        await phone.says("half a note")
    await ada.says("accounts")
    await ada.presses("Disconnect 2")
    assert ada.on_roster is not None
    vault = await cast.app.stores.vaults.open(ada.on_roster.vault, "a look")
    assert len(await vault.all(Draft)) == 1
    await ada.says("drafts")
    ada.sees("half a note", "[Go on with it]")

    await cast.reach(timedelta(days=31))
    vault = await cast.app.stores.vaults.open(ada.on_roster.vault, "another look")
    assert await vault.all(Draft) == []


async def test_the_last_account_that_opens_the_notes_is_disconnected_only_after_a_warning(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    await ada.says("accounts")
    await ada.presses("Disconnect this one")
    ada.sees("the last account that opens your private notes", "only your six recovery words", "none yet")
    assert (await ada.account()).admitted

    await ada.presses("Disconnect it all the same")
    ada.sees("this account is disconnected")
    again = await cast.further_account(ada, "Ada again")
    again.sees("stay locked here")


async def test_somebody_elses_account_can_not_be_disconnected(cast: Cast) -> None:
    ada, ben = await cast.participant("Ada"), await cast.participant("Ben")
    mine = (await ada.account()).id
    for data in (f"accounts.disconnect:{mine}", f"accounts.disconnect_now:{mine}", "accounts.disconnect:999999"):
        await ben.presses_data(data)
        ben.sees("That account isn’t connected any more")
    assert (await ada.account()).admitted


async def test_a_locked_account_can_not_disconnect_one_that_opens_the_notes(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    await ada.says(f"reflect: {SECRET}")
    eve = await cast.further_account(ada, "Eve")
    for act in ("disconnect", "disconnect_now"):
        await eve.presses_data(f"accounts.{act}:{(await ada.account()).id}")
        eve.sees("can’t be disconnected from here")
    assert (await ada.account()).admitted


async def test_names_with_markup_are_shown_as_they_are(cast: Cast) -> None:
    ada = await cast.participant("Ada *Bold* [x](http://example.org)")
    phone = await cast.stranger("<!channel> *shout*")
    await phone.says(f"link {await link_code(ada)}")
    phone.sees("Ada *Bold* [x](http://example.org)", "<!channel> *shout*")
    await phone.presses("This is me")
    await ada.presses("This is me")
    await ada.says("accounts")
    ada.sees(f"“<!channel> *shout*” on {cast.where}")


async def test_what_a_locked_account_can_not_keep_stands_where_it_was_written(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    locked = await cast.further_account(ada, "Tablet")
    await locked.says(f"reflect: {SECRET}")
    locked.sees("locked on this account", "I have kept nothing of what you wrote")
    assert any(SECRET in line for line in locked.own_lines)

    await locked.says("my reflections")
    locked.sees("locked on this account")
    assert "nothing of what you wrote" not in "".join(message.text for message in locked.latest)
