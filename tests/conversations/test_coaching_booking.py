"""What people can count on when they book a session with a coach."""

from datetime import timedelta

from handlers.coaching.booking.choosing_a_coach import PICK
from handlers.coaching.presses import CHOOSE, NONE_SUITS, TAKE, TIMES, TOPIC, minute_of
from handlers.reflections.entries import Reflection
from scheduling.booking import confirm, decline, propose
from storage.shared.coaching.places import BookingState
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.coached import Coached, at, coached
from tests.conversations.test_reflections import vault_of
from tests.player import Player

CANARY = "whether I should take the heron post"
FIRST = "Tuesday 12 January 2027, 14:00 (London)"
SECOND = "Tuesday 12 January 2027, 15:00 (London)"
THIRD = "Tuesday 12 January 2027, 16:00 (London)"
GONE = "That booking isn’t as it was."


async def states(them: Coached, player: Player) -> list[str]:
    return [f"{each.slot.starts_at:%d %H:%M} {each.booking.state}" for each in await them.bookings(player)]


async def test_two_presses_ask_for_a_time_which_is_held_until_a_moment_that_both_see(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    await them.assigns(carol, ada)
    await ada.says("book coaching")
    ada.sees("Coaching with Carol Mensah", f"[{FIRST}]", f"[{SECOND}]", "0 of 6 sessions used.", "[More times]")
    await ada.presses("More times")
    ada.sees("Tuesday 26 January 2027, 14:00 (London)")
    await ada.says("book coaching")
    await ada.presses(FIRST)
    held = "held for you until Thursday 7 January 2027, 09:00 (London)"
    ada.sees(
        "Your session with Carol Mensah is requested", "14:00–15:00 (London)", held, "0 of 6 sessions used, 1 booked."
    )
    carol.sees(
        "Ada Okafor would like a session", "14:00–15:00 (London)", "until Thursday 7 January 2027, 09:00 (London)"
    )

    await ada.says("undo")
    ada.sees("Your session with Carol Mensah is cancelled")
    carol.sees("is cancelled")
    await them.says_of(carol, at_once=True)
    await ada.presses_data(TAKE(them.offer.id, minute_of(at(12, 14))))
    ada.sees("is confirmed", "[Put it in my calendar]")
    carol.sees("has booked a session with you")
    assert await states(them, ada) == ["12 14:00 cancelled", "12 14:00 confirmed"]


async def test_a_day_in_words_shows_what_is_free_then_or_what_comes_next(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    await them.assigns(carol, ada)
    await ada.says("book coaching Tuesday week after 4")
    ada.sees("You said: from Tuesday 19 January 2027, 16:00 (London). Free then:")
    ada.sees("[Tuesday 19 January 2027, 16:00 (London)]")
    ada.does_not_see("[Tuesday 19 January 2027, 15:00 (London)]")
    await ada.says("what about Thursday 14 January at 10?")
    ada.sees("Nothing is free then", "[Tuesday 19 January 2027, 14:00 (London)]")
    await ada.says("book coaching next Friday")
    ada.sees("Friday 8 January 2027", "Friday 15 January 2027")
    await ada.says("book coaching")
    await ada.presses("Another day")
    await ada.fills(when="26 January at 3pm")
    ada.sees("You said: Tuesday 26 January 2027, 15:00 (London). Free then:")
    await ada.says("yes")
    ada.sees("is requested: Tuesday 26 January 2027, 15:00–16:00 (London)")


async def test_who_was_not_quick_enough_is_offered_the_next_free_time(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben = them.ada, them.ben
    for player in (ada, ben):
        await player.says("book coaching")
        player.sees("Coaching: who is free", f"[{FIRST}, Carol Mensah]")
    await ada.presses(f"{FIRST}, Carol Mensah")
    await ben.presses(f"{FIRST}, Carol Mensah")
    ben.sees(f"{FIRST} isn’t free any more", "These are free:", f"[{SECOND}]")
    await ben.presses(SECOND)
    ben.sees("is requested: Tuesday 12 January 2027, 15:00–16:00 (London)")
    [booked] = await them.bookings(ben)
    await them.does(confirm, booked.booking.id, them.id(them.carol))
    await ben.says("undo")
    ben.sees("It has changed again since")
    assert await states(them, ben) == ["12 15:00 confirmed"]
    await ada.presses_data(TAKE(them.offer.id, minute_of(at(12, 14))))
    ada.sees("That time is yours already: Tuesday 12 January 2027, 14:00–15:00 (London).", "[See the session]")
    colin = await them.offers(them.colin)
    await ada.presses_data(TAKE(colin.id, minute_of(at(12, 14))))
    ada.sees("There is another session on", "These are free:")
    for never in (TAKE(10_000, 5), TAKE(them.offer.id, 5), TAKE(them.offer.id, -(2**31) + 1)):
        await ada.presses_data(never)
        ada.does_not_see("Something went wrong")
    assert await states(them, ada) == ["12 14:00 requested"]


async def test_who_is_kept_apart_reads_like_who_is_not_there(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    async with cast.app.database.unit() as unit:
        await unit.coaches.keep_apart(them.id(ada), them.id(carol))
    await them.offers(them.colin)
    await ada.says("book coaching with Carol")
    ada.sees("I find no times with Carol for you.", f"[{FIRST}, Colin Reed]")
    await ada.says("book coaching with Zelda")
    ada.sees("I find no times with Zelda for you.", f"[{FIRST}, Colin Reed]")
    await ada.presses_data(TIMES(them.id(carol)))
    ada.sees("I have no times of theirs to show you")
    await ada.presses_data(TIMES(them.id(them.dora)))
    ada.sees("I have no times of theirs to show you")
    await ada.presses_data(TAKE(them.offer.id, minute_of(at(12, 14))))
    ada.sees(f"{FIRST} isn’t free any more", f"[{FIRST}]")
    await ada.says("choose a coach")
    ada.sees("[Choose Colin Reed]")
    ada.does_not_see("Carol Mensah")


async def test_of_other_times_that_a_coach_proposes_one_is_chosen_or_none(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol
    thursday, friday = at(14, 10), at(15, 11)
    booked = await them.books(ada, at(12, 14))
    await them.does(propose, booked.booking.id, them.id(carol), [thursday, friday])
    ada.sees("proposes other times", "[Friday 15 January 2027, 11:00 (London)]", "[None of these]", "[Other times]")
    for data in (CHOOSE(booked.booking.id, minute_of(friday)), NONE_SUITS(booked.booking.id)):
        await ben.presses_data(data)
        ben.sees(GONE)
    await ada.presses_data(CHOOSE(booked.booking.id, minute_of(at(16, 11))))
    ada.sees(GONE)
    await ada.says("Saturday at 2")
    ada.sees("Which of these times do you mean?")
    await ada.says("what about the 15th at 11?")
    ada.sees("is confirmed: Friday 15 January 2027, 11:00–12:00 (London)")
    carol.sees("Ada Okafor took another time that you proposed")
    await ada.presses_data(CHOOSE(booked.booking.id, minute_of(friday)))
    ada.sees("confirmed already")

    booked = await them.books(ben, at(12, 14))
    await them.does(propose, booked.booking.id, them.id(carol), [thursday])
    await ben.presses("None of these")
    ben.sees("is cancelled", "[See other times]")
    carol.sees("The session with Ben Hughes is cancelled")
    booked = await them.books(ben, at(12, 15))
    await them.does(decline, booked.booking.id, them.id(carol), [thursday])
    await ben.presses("None of these")
    ben.sees("Thank you for saying so", "[See other times]")
    await ben.presses_data(CHOOSE(booked.booking.id, minute_of(thursday)))
    ben.sees(GONE)
    booked = await them.books(ben, at(12, 16))
    await them.does(decline, booked.booking.id, them.id(carol), [thursday])
    await ben.presses("Thursday 14 January 2027, 10:00 (London)")
    ben.sees("is confirmed: Thursday 14 January 2027, 10:00–11:00 (London)")
    assert await states(them, ben) == ["12 14:00 cancelled", "12 15:00 declined", "14 10:00 confirmed"]


async def test_what_it_is_about_reaches_the_coach_alone(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol
    await them.assigns(carol, ada)
    await ada.says("book coaching")
    await ada.presses(FIRST)
    await ada.presses("Say what it is about")
    await ada.fills(words=CANARY)
    ada.sees("Carol Mensah is told that there is something to read, not what")
    carol.sees("Ada Okafor has shared something with you to read.")
    await carol.presses("Read it")
    carol.sees(CANARY, "For our session on Tuesday 12 January 2027")
    [booked] = await them.bookings(ada)
    for other, refused in ((ben, GONE), (carol, "That is for"), (them.dora, "That is for")):
        await other.presses_data(TOPIC(booked.booking.id))
        other.sees(refused)
    await nowhere_but(cast, CANARY, ada, carol)
    assert [note.text for note in await (await vault_of(ben)).all_posted(Reflection)] == []


async def test_a_coach_is_chosen_among_those_who_take_on_more_and_changed_without_a_reason(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol, colin = them.ada, them.carol, them.colin
    await them.says_of(carol, about="I listen *first*.", most=1)
    await ada.says("choose a coach")
    ada.sees("You have no coach yet.", "Carol Mensah\n\nI listen *first*.", "[Choose Colin Reed]")
    await ada.presses("Choose Carol Mensah")
    ada.sees("Carol Mensah is your coach now", "[See the next times]")
    carol.sees("You coach Ada Okafor from now on.")
    await them.ben.says("choose a coach")
    them.ben.does_not_see("Carol Mensah")
    await them.ben.presses_data(PICK(cast.cohort.id, them.id(carol)))
    them.ben.sees("They don’t take on more people just now")
    await them.ben.presses_data(PICK(cast.cohort.id + 1, them.id(colin)))
    them.ben.sees("They don’t take on more people just now")

    await ada.says("change my coach")
    ada.sees("Your coach is Carol Mensah", "No reason is asked, kept or told.")
    ada.sees("[Choose Colin Reed]")
    await ada.presses("Choose Colin Reed")
    ada.sees("Colin Reed is your coach now", "Carol Mensah is told that you have another coach")
    await ada.says("undo")
    ada.sees("To choose somebody else, say “change my coach”.")
    await cast.reach(timedelta(days=1))
    carol.sees("Ada Okafor has another coach from now on.")
    colin.sees("You coach Ada Okafor from now on.")


async def test_no_more_is_booked_than_the_programme_gives(chat: Cast) -> None:
    them = await coached(chat)
    ada = them.ada
    for week in range(6):
        await them.books(ada, at(12, 14) + timedelta(weeks=week))
    await ada.says("book coaching")
    ada.sees("The programme has 6 of these sessions for you")
    await ada.presses_data(TAKE(them.offer.id, minute_of(at(12, 15))))
    ada.sees("The programme has 6 of these sessions for you")
    assert {each.booking.state for each in await them.bookings(ada)} == {BookingState.REQUESTED}
    await them.carol.says("book coaching")
    them.carol.sees("That is for")
