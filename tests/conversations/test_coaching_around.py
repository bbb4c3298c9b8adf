"""What people can count on around a session: before it, on the day, and after it."""

from datetime import timedelta

from sqlmodel import select

from handlers.coaching import presses
from handlers.coaching.around.late import TELL_LATE
from scheduling.booking import confirm
from scheduling.holding import SESSION
from scheduling.rebooking import cancel, move_to
from storage.shared.coaching.bookings import Booked
from storage.shared.coaching.places import BookingState
from storage.shared.deliveries import Delivery
from tests.canary import nowhere_but
from tests.cast import Cast
from tests.conversations.coached import Coached, at, coached
from tests.conversations.test_modules import events_of
from tests.conversations.test_reflections import notes_of

AT_TWO = "Tuesday 12 January 2027, 14:00–15:00 (London)"
GONE = "That booking isn’t as it was."
CANARY = "whether I dare to lead the heron merger"


async def booked_at_two(cast: Cast) -> tuple[Coached, Booked]:
    """Ada's session with Carol, on the 12th at two, is confirmed."""
    them = await coached(cast)
    await them.assigns(them.carol, them.ada, them.ben, them.cem)
    await them.says_of(them.carol, at_once=True)
    return them, await them.books(them.ada, at(12, 14))


async def state_of(cast: Cast, booked: Booked) -> BookingState:
    async with cast.app.database.unit() as unit:
        found = await unit.bookings.get(booked.booking.id)
    assert found is not None
    return BookingState(found.booking.state)


async def planned(cast: Cast) -> set[tuple[int | None, str]]:
    """Whom something about a session is to come to, and when that session begins."""
    async with cast.app.database.unit() as unit:
        due = await unit.run(lambda session: session.exec(select(Delivery).where(Delivery.state == "due")).all())
    return {(owed.person_id, str(owed.arguments[SESSION])) for owed in due if SESSION in owed.arguments}


async def test_both_are_reminded_the_day_before_and_an_hour_before_and_a_session_that_moved_takes_that_with_it(
    cast: Cast,
) -> None:
    them, booked = await booked_at_two(cast)
    ada, carol, ben = them.ada, them.carol, them.ben
    await them.does(move_to, booked.booking.id, them.id(carol), at(13, 10))
    await them.does(move_to, booked.booking.id, them.id(carol), at(12, 14))
    other = await them.books(ben, at(12, 15))
    await cast.reach(at(11, 11, 59))
    for player in (ada, carol, ben):
        player.does_not_see("Tomorrow")
    await cast.reach(at(11, 12, 1))
    ada.sees("Tomorrow: your session with Carol Mensah", AT_TWO, "What would make this session worth your time?")
    carol.sees("Tomorrow, 2 sessions:", f"{AT_TWO}, your session with Ada Okafor", "your session with Ben Hughes")
    carol.sees("[Ada Okafor, 14:00]", "[Ben Hughes, 15:00]")
    assert carol.screen.count("Tomorrow") == 1, "one message of all her day"
    carol.does_not_see("worth your time")
    await ada.presses("Why this?")
    ada.sees("It is one of your Coaching messages", "It comes the day before at 12:00, for each session")

    await them.does(move_to, booked.booking.id, them.id(carol), at(14, 10))
    await them.does(cancel, other.booking.id, None)
    in_two_days = "2027-01-14T10:00:00+00:00"
    assert await planned(cast) == {(them.id(ada), in_two_days), (them.id(carol), in_two_days)}, "of live sessions alone"
    await cast.reach(at(12, 18))
    for player in (ada, carol, ben):
        player.does_not_see("Soon:")
    await cast.reach(at(14, 9, 1))
    for player, name in ((ada, "Carol Mensah"), (carol, "Ada Okafor")):
        player.sees(f"Soon: your session with {name}", "Thursday 14 January 2027, 10:00–11:00 (London)")
        assert player.screen.count("Soon:") == 1
    assert ada.screen.count("Tomorrow: your session") == 2


async def test_reminders_come_at_the_hour_that_somebody_chose_and_in_their_own_zone(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    requested = await them.books(ada, at(19, 14))
    await ada.says("my time zone is New York")
    await them.does(confirm, requested.booking.id, them.id(carol))
    await ada.says("my reminders")
    await ada.presses("Coaching")
    await ada.fills(how="As the programme plans them", hour="10:15")
    await cast.reach(at(18, 15, 14))
    carol.sees("Tomorrow: your session with Ada Okafor", "14:00–15:00 (London)")
    ada.does_not_see("Tomorrow")
    await cast.reach(at(18, 15, 16))
    ada.sees("Tomorrow: your session with Carol Mensah", "Tuesday 19 January 2027, 09:00–10:00 (New York)")


async def test_the_question_before_a_session_is_answered_for_oneself_and_read_by_the_coach_only_after_a_press(
    cast: Cast,
) -> None:
    them, booked = await booked_at_two(cast)
    ada, carol, ben = them.ada, them.carol, them.ben
    await cast.reach(at(11, 12, 1))
    await ada.presses("Write down my answer")
    ada.sees("What would make this session worth your time?")
    await ada.fills(answer=CANARY)
    ada.sees("Only you can read it", "Otherwise it stays with you")
    [note] = await notes_of(ada)
    assert (note.text, note.prompt) == (CANARY, "What would make this session worth your time?")
    await nowhere_but(cast, CANARY, ada)
    await ada.presses("Let Carol Mensah read it")
    ada.sees("Carol Mensah is told that there is something to read")
    await cast.reach(at(12, 9))
    carol.sees("Ada Okafor has shared something with you to read")
    carol.does_not_see(CANARY)
    await carol.presses("Read it")
    carol.sees(CANARY)
    await nowhere_but(cast, CANARY, ada, carol)

    for outsider in (ben, carol):
        await outsider.presses_data(presses.PREPARE(booked.booking.id))
    ben.sees(GONE)
    carol.sees("That is for")
    await cast.reach(at(12, 14, 1))
    await ada.presses_data(presses.PREPARE(booked.booking.id))
    ada.sees(GONE)


async def test_whether_people_met_is_said_with_one_press_by_either_and_corrected_by_either_without_blame(
    cast: Cast,
) -> None:
    them, booked = await booked_at_two(cast)
    ada, carol, ben = them.ada, them.carol, them.ben
    await ada.presses_data(presses.MET(booked.booking.id))
    ada.sees("That session begins on Tuesday 12 January 2027, 14:00 (London)")
    await cast.reach(at(13, 9))
    ada.sees("Over by now: your session with Carol Mensah", "Did you meet?")  # it was not the first message of that day
    carol.does_not_see("Did you meet?")
    await ben.presses_data(presses.MET(booked.booking.id))
    ben.sees(GONE)

    await ada.presses("We met")
    ada.sees("Noted: you met. It was the session with Carol Mensah", AT_TWO, "[Write a note for myself]")
    await ada.presses("Write a note for myself")
    ada.sees("A note for yourself")
    await cast.reach(at(13, 18))
    carol.does_not_see("Did you meet?", "noted that")
    assert await state_of(cast, booked) == BookingState.ATTENDED

    await carol.says("we didn’t meet")
    carol.sees("Did you meet? It was the session with Ada Okafor")
    await carol.presses("We didn’t meet")
    carol.sees("Noted: you didn’t meet", "No reason is asked, and none is kept")
    await carol.says("undo")
    carol.sees("What is noted of it is as it was before")
    await cast.reach(timedelta(hours=1))
    ada.does_not_see("noted that you")
    assert await state_of(cast, booked) == BookingState.ATTENDED
    for press in (presses.NOT_MET, presses.MET):
        await carol.presses_data(press(booked.booking.id))
    await cast.reach(timedelta(days=1))
    ada.does_not_see("noted that you")
    await carol.presses_data(presses.NOT_MET(booked.booking.id))
    await cast.reach(timedelta(days=1))
    ada.sees("Carol Mensah noted that you didn’t meet", "If it was otherwise, say so here")
    assert ada.screen.count("noted that you") == 1
    await ada.presses("We did meet")
    await cast.reach(timedelta(days=1))
    carol.sees("Ada Okafor noted that you met")
    for player in (ada, carol):
        player.does_not_see("overdue", "missed", "no-show", "failed")


async def test_a_coach_is_asked_a_day_later_where_nobody_said_and_of_a_group_who_came(cast: Cast) -> None:
    them, booked = await booked_at_two(cast)
    carol, ben, cem = them.carol, them.ben, them.cem
    await them.entitled_to_groups()
    group = await them.group(carol)
    for player in (them.ada, ben, cem):
        await them.books(player, at(14, 10), group)
    await cast.reach(at(13, 12, 1))
    ben.sees("Tomorrow: your group session with Carol Mensah")
    ben.does_not_see("Ada", "Cem", "3 come")
    carol.sees("Tomorrow: your group, to which 3 come")
    carol.does_not_see("Tomorrow: your group session")
    await cast.reach(at(14, 8, 1))
    carol.sees("Over by now: your session with Ada Okafor", "Did you meet?")  # something else had come on the day after
    await carol.presses("We met")
    assert await state_of(cast, booked) == BookingState.ATTENDED

    await cast.reach(at(15, 8, 1))
    await ben.presses("We didn’t meet")
    ben.sees("Noted: you didn’t meet. It was the group session with Carol Mensah")
    await cast.reach(at(18, 8, 1))  # as much had come in that week as may
    carol.sees("Over by now: your group, to which 2 come", "Who came?")
    await carol.presses("Not everybody")
    carol.sees("Ada Okafor: nothing noted yet", "Ben Hughes: couldn’t come", "[Ben Hughes came]")
    await carol.presses("Cem Aydin couldn’t come")
    carol.sees("Cem Aydin: couldn’t come", "[Everybody else came]")
    await carol.presses("Everybody else came")
    carol.sees("Ada Okafor: came", "Ben Hughes: couldn’t come", "Cem Aydin: couldn’t come")
    group_of = (await them.bookings(them.ada))[-1].booking.id
    for press in (presses.WHO_MET, presses.ALL_MET, presses.NONE_MET):
        await ben.presses_data(press(group_of))
        ben.sees("That is for coaches")
        await them.colin.presses_data(press(group_of))
        them.colin.sees(GONE)


async def test_running_late_passes_one_line_to_the_other_on_the_day_and_to_nobody_else(cast: Cast) -> None:
    them, booked = await booked_at_two(cast)
    ada, carol, ben = them.ada, them.carol, them.ben
    await events_of(cast)
    await ada.presses_data(presses.LATE(booked.booking.id))
    ada.sees("That session is Tuesday 12 January 2027", "on that day")
    await cast.reach(at(12, 13, 30))
    await ada.says("I’m running ten minutes late because of the swan")
    ada.sees("Shall I tell Carol Mensah that you are about 10 minutes late?", AT_TWO)
    carol.does_not_see("minutes late")
    await ada.presses("Tell them: 10 minutes")
    ada.sees("I have told Carol Mensah: about 10 minutes late")
    carol.sees(f"Ada Okafor is about 10 minutes late: {AT_TWO}")
    await nowhere_but(cast, "swan", ada)
    await ada.presses_data(TELL_LATE(booked.booking.id, 10))
    assert carol.screen.count("10 minutes late") == 1

    await carol.says("running late")
    carol.sees("How late will you be?", "I tell Ada Okafor at once")
    await carol.presses("5 minutes")
    ada.sees("Carol Mensah is about 5 minutes late")
    await ben.says("I’m running late")
    ben.sees("Nothing lies ahead of you today that you could be late for")
    for data in (presses.LATE(booked.booking.id), TELL_LATE(booked.booking.id, 5), TELL_LATE(booked.booking.id, 500)):
        await ben.presses_data(data)
        ben.sees(GONE)
    ben.does_not_see("minutes late")
    await cast.reach(at(12, 15, 1))
    await ada.presses_data(TELL_LATE(booked.booking.id, 15))
    ada.sees("That session is over by now")

    await them.books(ada, at(19, 15))
    await cast.reach(at(19, 12))
    await ada.says("I’ll be late")
    ada.sees("It is Development session", "I pass this on to nobody")
    await ada.says("I’ll be late for coaching")
    ada.sees("How late will you be?", "Tuesday 19 January 2027, 15:00–16:00 (London)")
    await ada.says("I’m running ten minutes late for Carol")
    ada.sees("Shall I tell Carol Mensah")
    await cast.reach(at(19, 14, 1))
    await ada.says("I’ll be late")
    ada.sees("How late will you be?")
