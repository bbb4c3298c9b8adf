"""What people can count on when something becomes of a booking: everybody concerned hears of it once, and in time."""

from contextlib import suppress
from datetime import date, time

from bot.chat.markdown import plain
from handlers.coaching.changing.cancelling import CANCEL_IT
from scheduling import booking, rebooking
from scheduling.booking import Wish
from scheduling.meeting_place import meet_at
from storage.shared.coaching.places import BookingState
from storage.shared.cohorts import Enrolment
from storage.shared.reminders import Leave
from tests.cast import LONDON, Cast, Killed
from tests.conversations.coached import at, coached
from tests.player import Player

A_TUESDAY = "Tuesday 12 January 2027, 14:00–15:00 (London)"
THE_NEXT = "Tuesday 19 January 2027, 15:00–16:00 (London)"


def times_told(player: Player, words: str) -> int:
    """In how many messages that they got this stands."""
    return sum(words in plain(seen.message.text) for seen in player.screen_of.seen)


async def test_everybody_concerned_hears_of_each_change_once_and_can_answer_it_there(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol

    first = await them.books(ada, at(12, 14))
    carol.sees("Ada Okafor would like a session with you", A_TUESDAY, "held until Thursday 7 January 2027, 09:00")
    carol.sees("[Confirm]", "[Decline]", "[Other times]")
    onwards = Wish(them.id(ada), cast.cohort.id, them.offer.id, at(19, 15), LONDON)
    await them.does(rebooking.move, first.booking.id, them.id(ada), onwards, by=ada)
    carol.sees("would like to move from", A_TUESDAY, THE_NEXT, "[Confirm]")
    await them.does(booking.propose, first.booking.id, them.id(carol), [at(20, 9), at(21, 9)])
    ada.sees("Carol Mensah proposes other times in place of", THE_NEXT, "held until Thursday 7 January 2027")
    ada.sees("[Wednesday 20 January 2027, 09:00 (London)]", "[Thursday 21 January 2027, 09:00 (London)]")
    assert times_told(ada, "proposes other times") == 1
    await ada.says("what’s next")
    ada.sees("Carol Mensah proposes other times in place of", THE_NEXT, "[Choose a time]")
    await them.does(rebooking.cancel, first.booking.id, them.id(carol))
    ada.sees("Your session with Carol Mensah is cancelled", "[Other times]", "takes it out of your calendar")

    second = await them.books(ben, at(12, 14))
    await them.does(booking.confirm, second.booking.id, them.id(carol))
    ben.sees("Your session with Carol Mensah is confirmed", A_TUESDAY, "Where: to be agreed between you")
    onwards = Wish(them.id(ben), cast.cohort.id, them.offer.id, at(19, 15), LONDON)
    await them.does(rebooking.move, second.booking.id, them.id(ben), onwards, by=ben)
    carol.sees("The session with Ben Hughes has moved from", A_TUESDAY, THE_NEXT, "It is confirmed.")

    third = await them.books(them.cem, at(12, 14))
    await them.does(booking.decline, third.booking.id, them.id(carol))
    them.cem.sees("Carol Mensah can’t make", A_TUESDAY, "[Other times]")
    for player, words in (
        (carol, "Ada Okafor would like a session with you"),
        (carol, "would like to move from"),
        (carol, "Ben Hughes would like a session with you"),
        (carol, "has moved from"),
        (ada, "is cancelled"),
        (ben, "is confirmed"),
        (them.cem, "can’t make"),
    ):
        assert times_told(player, words) == 1, words
    ben.does_not_see("Ada")


async def test_a_hold_that_runs_out_is_told_to_both_once_wherever_it_is_killed(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol
    if not cast.way.telegram:
        await ada.opens_home()
        await carol.opens_home()
    await them.books(ada, at(12, 14))
    if not cast.way.telegram:
        ada.sees_at_home("Next session:", "Carol Mensah", "It is requested, and held for you until Thursday 7 January")
        carol.sees_at_home("1 request for a session waits for you", "Answer requests")
    await carol.says("what’s next")
    carol.sees("1 request for a session waits for you", "held until Thursday 7 January 2027, 09:00 (London)")
    await ada.says("what’s next")
    ada.sees("Next session: with Carol Mensah, Tuesday 12 January 2027, 14:00–15:00 (London)", "It is requested")

    a_day = date(2027, 1, 6)
    async with cast.app.database.unit() as unit:
        await unit.reminders.add_leave(Leave(person_id=them.id(carol), first=a_day, last=a_day))
    await cast.reach(at(7, 9, 30))
    ada.sees("is held longer, at least until Friday 8 January 2027, 09:00 (London)")
    ada.does_not_see("away", "leave")
    cast.kill_at = "after the step end"
    with suppress(Killed):
        await cast.reach(at(8, 9, 5))
    assert not cast.kill_at
    await cast.restart()
    await cast.reach(at(8, 9, 30))
    assert times_told(ada, "was not settled in time, so that time is free again") == 1
    assert times_told(carol, "The time held for Ada Okafor is free again") == 1
    [over] = await them.bookings(ada)
    assert over.booking.state == BookingState.CANCELLED
    if not cast.way.telegram:
        carol.does_not_see_at_home("request")
        ada.does_not_see_at_home("Next session")
    await them.books(ben, at(12, 14))


async def test_a_coach_who_wants_it_gets_requests_in_one_evening_message_and_nobody_is_woken(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    await them.says_of(carol, in_digest=True)
    first = await them.books(ada, at(12, 14))
    second = await them.books(ben, at(12, 15))
    third = await them.books(cem, at(12, 16))
    await them.does(rebooking.cancel, third.booking.id, them.id(cem), by=cem)
    assert times_told(carol, "would like") + times_told(carol, "cancelled") == 0, "it waits, or was never heard of"
    await cast.reach(at(5, 17, 1))
    carol.sees("Ada Okafor would like", "Ben Hughes would like", A_TUESDAY, "[Confirm all 2]")
    carol.does_not_see("Cem")
    await cast.reach(at(6, 18))
    assert times_told(carol, "Ada Okafor would like") == 1, "nothing has come since"

    soon = await them.offers(carol, rule="", first=date(2027, 1, 8), starts=time(9), ends=time(10))
    await them.books(cem, at(8, 9), soon)
    carol.sees("Cem Aydin would like a session with you", "[Confirm]")

    await cast.reach(at(6, 23))
    await them.does(booking.confirm, first.booking.id, them.id(carol))
    onwards = Wish(them.id(ben), cast.cohort.id, them.offer.id, at(19, 15), LONDON)
    await them.does(rebooking.move, second.booking.id, them.id(carol), onwards)
    assert times_told(ada, "is confirmed") + times_told(ben, "has moved") == 0, "they sleep"
    await them.does(rebooking.move_to, second.booking.id, them.id(carol), at(20, 9))
    await cast.reach(at(7, 7, 5))
    assert times_told(ada, "is confirmed") == 1
    assert times_told(ben, "has moved from Tuesday 12 January 2027, 15:00–16:00 (London) to Wednesday 20") == 1
    assert times_told(ben, "has moved") == 1, "both as one"


async def test_what_somebody_did_themselves_they_know_and_of_what_they_have_not_heard_only_the_last_is_told(
    cast: Cast,
) -> None:
    them = await coached(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    await them.says_of(carol, in_digest=True)
    first, second = await them.books(ada, at(12, 14)), await them.books(ben, at(12, 15))
    for booked in (first, second):
        await them.does(booking.confirm, booked.booking.id, them.id(carol), by=carol)
    await them.does(rebooking.cancel, first.booking.id, them.id(ada), by=ada)
    carol.sees(f"The session with Ada Okafor is cancelled: {A_TUESDAY}")
    onwards = Wish(them.id(ben), cast.cohort.id, them.offer.id, at(19, 15), LONDON)
    await them.does(rebooking.move, second.booking.id, them.id(ben), onwards, by=ben)
    carol.sees("Ben Hughes", "from Tuesday 12 January 2027, 15:00", f"to {THE_NEXT}")
    await cast.reach(at(5, 18))
    assert times_told(carol, "would like a session") == 0, "what she has answered is no news in the evening"

    await them.says_of(carol, at_once=True)
    await them.assigns(carol, cem)
    await cast.reach(at(5, 23))
    third = await them.books(cem, at(12, 16))
    await them.does(meet_at, third.booking.id, them.id(carol), "Room 4", "", by=carol)
    await them.does(rebooking.move_to, second.booking.id, them.id(carol), at(20, 9), by=carol)
    await them.does(rebooking.cancel, second.booking.id, them.id(carol), by=carol)
    await cast.reach(at(6, 7, 5))
    carol.sees("Cem Aydin has booked a session with you: Tuesday 12 January 2027, 16:00–17:00 (London)")
    ben.sees(f"Your session with Carol Mensah is cancelled: {THE_NEXT}. I’m sorry.")
    ben.does_not_see("has moved", "Wednesday 20 January")
    cem.sees("Where you meet Carol Mensah", "Room 4")

    async with cast.app.database.unit() as unit:
        by_hand = Enrolment(cem.name, them.id(cem), by_hand=True)
        await unit.cohorts.enrol_all(cast.cohort, [by_hand], cast.clock.now())
    await carol.presses_data(CANCEL_IT(third.booking.id))
    carol.sees("Cem Aydin uses neither app, so please tell them yourself")
    assert times_told(cem, "is cancelled") == 0
    async with cast.app.database.unit() as unit:
        assert await unit.to_tell_by_hand.of_cohort(cast.cohort.id, cast.clock.now()) == []


async def test_which_session_is_meant_is_asked_where_it_may_be_several_and_only_then(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol
    for player, when in ((ada, at(12, 14)), (ada, at(19, 15)), (ben, at(26, 14))):
        booked = await them.books(player, when)
        await them.does(booking.confirm, booked.booking.id, them.id(carol), by=carol)

    await ada.says("cancel my session")
    ada.sees("Which session do you mean?", f"[Carol Mensah: {A_TUESDAY}]", f"[Carol Mensah: {THE_NEXT}]")
    ada.does_not_see("Ben Hughes")
    await ada.presses(f"Carol Mensah: {THE_NEXT}")
    ada.sees("Tuesday 19 January 2027")
    for words, day in (
        ("cancel my next session", "Tuesday 12 January 2027"),
        ("cancel my session on the 19th", "Tuesday 19 January 2027"),
    ):
        await ada.says(words)
        ada.sees(day)
        assert "Which" not in "".join(message.text for message in ada.latest)
    await ada.says("cancel my session on 20 January")
    ada.sees("I find no session of yours then", f"[Carol Mensah: {A_TUESDAY}]")
    await carol.says("cancel my session with Ben")
    carol.sees("Ben Hughes", "Tuesday 26 January 2027")
    assert all(each.booking.state == BookingState.CONFIRMED for each in await them.bookings(ada))
    await them.cem.says("cancel my session")
    them.cem.sees("No session of yours lies ahead")
