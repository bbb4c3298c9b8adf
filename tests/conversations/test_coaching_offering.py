"""What coaches can count on when they say when they coach: shown before it is open, and before it changes anything."""

from datetime import date, time, timedelta

from handlers.coaching import presses
from handlers.coaching.offering import opening, profile
from handlers.coaching.offering.offers import CLOSE, PAUSE
from handlers.coaching.offering.opening import OPEN_AND_CANCEL
from storage.shared.coaching.offers import Offer
from storage.shared.coaching.places import BookingState
from tests.cast import Cast
from tests.conversations.coached import Coached, at, coached
from tests.player import Player

SENTENCE = "I can coach Tuesdays 2-5pm until July, 60 minutes, with 15 between"


async def open_offers(everybody: Coached, coach: Player) -> list[Offer]:
    async with everybody.cast.app.database.unit() as unit:
        return (await unit.offers.of([everybody.id(coach)]))[everybody.id(coach)]


async def test_a_sentence_is_shown_back_as_a_list_and_a_picture_and_open_only_once_it_is_confirmed(cast: Cast) -> None:
    everybody = await coached(cast)
    colin = everybody.colin
    await colin.says(SENTENCE)
    colin.sees("Shall I open these times?", "from Tuesday 12 January 2027 until Saturday 31 July 2027 (London)")
    colin.sees(
        "2 sessions each time, 60 minutes long, with 15 between",
        "one person at a time",
        "24 hours before",
        "to be agreed",
    )
    colin.sees("Week of Monday 11 January 2027; times in London. Tuesday 12 January: not open yet 14:00–15:00, 15:15")
    colin.sees("Until July may mean to its end, or only until it begins.")
    assert await open_offers(everybody, colin) == []

    await colin.says("except 19 January")
    colin.sees("except Tuesday 19 January 2027")
    await colin.presses("I meant every Tuesday 14:00–17:00 until Wednesday 30 June 2027")
    colin.sees("until Wednesday 30 June 2027", "[Adjust it]")
    await colin.presses("Adjust it")
    await colin.fills(place="Room 4", notice=48)
    colin.sees("48 hours before", "Room 4", "Nobody can book any of it before you open it.")
    await colin.presses("Open them")
    colin.sees("Open: every Tuesday", "The first time to book is Tuesday 12 January 2027, 14:00 (London)")
    (offer,) = await open_offers(everybody, colin)
    assert (offer.rule, offer.starts, offer.ends, offer.minutes, offer.gap) == (
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T235959",
        *(time(14), time(17), 60, 15),
    )
    assert (offer.place, offer.notice) == ("Room 4", 48 * 60)
    await colin.presses_data(opening.OPEN("gone"))
    colin.sees("I no longer have those times")

    await colin.says("undo")
    colin.sees("Your times are as they were before")
    assert await open_offers(everybody, colin) == []
    await colin.says("offer Thursday 10-12 and Friday 2-4, at most 3 a day and 8 a week")
    colin.sees("Thursday 7 January 2027 10:00–12:00", "Friday 8 January 2027 14:00–16:00", "3 a day and 8 a week")
    await colin.presses("Open them")
    await colin.presses("Undo")
    await colin.says("my coaching profile")
    colin.sees("as many as fit")
    await colin.says("offer Thursday 10-12 and Friday 2-4, at most 3 a day and 8 a week")
    await colin.presses("Open them")
    await everybody.books(everybody.ada, at(8, 14), (await open_offers(everybody, colin))[1])
    await colin.says("undo")
    colin.sees("Somebody has booked one of those times since")
    await colin.says("my offers")
    colin.sees("Thursday 7 January 2027 10:00–12:00 (London)", "At most 3 a day and 8 a week.")
    async with cast.app.database.unit() as unit:
        person = await unit.people.get(everybody.id(colin))
        assert person is not None
        person.zone = "Europe/Paris"
        await unit.people.save(person)
    await colin.presses("Show my week")
    colin.sees("times in Paris", "Thursday 7 January: free to book 11:00–12:00, 12:00–13:00")
    colin.sees("Friday 8 January: free to book 16:00–17:00; booked 15:00–16:00. Nothing on the other days.")


async def test_what_a_sentence_does_not_say_a_form_asks_and_what_cant_be_is_said_beside_it(cast: Cast) -> None:
    everybody = await coached(cast)
    colin = everybody.colin
    await colin.says("my offers")
    colin.sees("You offer no times yet", "[Offer times]")
    await colin.says("offer a group on Thursdays 10-12")
    if cast.way.forms:
        assert "places" in await colin.tries_to_fill(sort="fixed")
        assert "fewest" in await colin.tries_to_fill(sort="fixed", places=6, fewest=9)
    await colin.fills(sort="A group: the same people every time", places=6, fewest=4)
    colin.sees(
        "one session each time, 120 minutes long", "a group of up to 6, with 4 or more, the same people every time"
    )
    await colin.presses("Leave it")
    colin.sees("I left everything as it is")
    await colin.says("offer Thursdays")
    await colin.fills(when="Thursdays 10-12", link="https://meet.example.org/abc")
    await colin.presses("Open them")
    (offer,) = await open_offers(everybody, colin)
    assert (offer.places, offer.minutes, offer.link) == (1, 60, "https://meet.example.org/abc")
    for words in ("Fridays 2-2:30, 60 minutes each", "Fridays 2-3, 5 minutes each"):
        await colin.says(f"offer {words}")
        colin.sees("minutes")
        colin.does_not_see("Fridays")


async def test_a_change_shows_first_what_is_booked_there_which_stays_or_is_cancelled_as_its_coach_says(
    cast: Cast,
) -> None:
    everybody = await coached(cast)
    carol, colin, ada, ben = everybody.carol, everybody.colin, everybody.ada, everybody.ben
    await everybody.books(ada, at(12, 14))
    await everybody.books(ben, at(19, 16))
    await carol.says("no coaching on 12 January")
    carol.sees("Shall I change it like this?", "except Tuesday 12 January 2027")
    carol.sees("Booked at times that would no longer be on offer", "14:00–15:00 (London): Ada Okafor")
    assert not any("Ben" in message.text for message in carol.latest)
    await carol.presses("Change it, and keep what is booked")
    carol.sees("What is booked stays as it is")
    assert [each.booking.state for each in await everybody.bookings(ada)] == [BookingState.REQUESTED]
    await carol.presses("Undo")
    assert (await open_offers(everybody, carol))[0].except_on == []

    await carol.says("change my tuesday offer to 2-4pm")
    carol.sees("every Tuesday 14:00–16:00", "Until now: every Tuesday 14:00–17:00", "16:00–17:00 (London): Ben Hughes")
    assert not any("Ada" in message.text for message in carol.latest)
    await everybody.books(everybody.cem, at(26, 16))
    await carol.presses("Change it, and cancel what is booked")
    carol.sees("Tuesday 26 January 2027, 16:00–17:00 (London): Cem Aydin")
    assert [each.booking.state for each in await everybody.bookings(ben)] == [BookingState.REQUESTED]
    await carol.presses("Change it, and cancel what is booked")
    carol.sees("whoever comes hears of it")
    ben.sees("is cancelled", "Tuesday 19 January 2027, 16:00–17:00 (London)")
    ada.sees_nothing()
    states = [[each.booking.state for each in await everybody.bookings(player)] for player in (ada, ben)]
    assert states == [[BookingState.REQUESTED], [BookingState.CANCELLED]]
    await carol.says("undo")
    carol.sees("Sessions were changed with that, so I can’t take it back")

    await colin.presses_data(presses.OFFER(everybody.offer.id))
    colin.sees("Those times are not on offer any more")
    before = colin.latest[-1].text
    await colin.presses_data(presses.OFFER(999_999))
    assert colin.latest[-1].text == before
    for press in (presses.OFFER(everybody.offer.id), CLOSE(everybody.offer.id), PAUSE(0), OPEN_AND_CANCEL("x")):
        await ada.presses_data(press)
        ada.sees("That is for")


async def test_where_a_session_is_can_be_said_later_and_changed_with_its_offer_and_whoever_comes_is_told_once(
    cast: Cast,
) -> None:
    everybody = await coached(cast)
    carol, ada, ben = everybody.carol, everybody.ada, everybody.ben
    await everybody.says_of(carol, at_once=True)
    await everybody.assigns(carol, ada, ben)
    first = await everybody.books(ada, at(12, 14))
    await everybody.books(ben, at(12, 15))
    await carol.presses_data(presses.WHERE(first.booking.id))
    await carol.fills(place="The Salisbury Room")
    carol.sees("Tuesday 12 January 2027, 14:00–15:00 (London): The Salisbury Room.")
    ada.sees("Where you meet Carol Mensah, Tuesday 12 January 2027, 14:00–15:00 (London): The Salisbury Room.")
    assert [file.name for file in ada.files]
    ben.does_not_see("Salisbury")

    await carol.says("my offers")
    await carol.presses("every Tuesday 14:00–17:00")
    await carol.presses("Change it")
    await carol.fills(link="https://meet.example.org/carol")
    carol.sees("there as well from then on; whoever comes hears of it", "15:00–16:00 (London): Ben Hughes")
    assert not any("Ada" in message.text for message in carol.latest), "hers was agreed on apart"
    await carol.presses("Change it")
    ben.sees("Where you meet Carol Mensah", "https://meet.example.org/carol")
    ada.does_not_see("meet.example.org")
    assert (await everybody.bookings(ada))[0].booking.sequence == 1
    for outsider in (everybody.colin, ada, ben):
        await outsider.presses_data(presses.WHERE(first.booking.id))
        outsider.does_not_see("At which place?")
    await cast.reach(at(12, 14, 30))
    await carol.presses_data(presses.WHERE(first.booking.id))
    carol.sees("That booking isn’t as it was")


async def test_offers_are_paused_taken_up_again_and_closed(cast: Cast) -> None:
    everybody = await coached(cast)
    carol = everybody.carol
    await everybody.offers(carol, rule="", first=date(2027, 1, 14), starts=time(9), ends=time(10))
    await everybody.books(everybody.ada, at(12, 14))
    await carol.says("i'd like to pause coaching until march")
    carol.sees("Shall I change it like this?", "except Tuesday 12 January 2027 to Tuesday 23 February 2027")
    await carol.says("leave it")
    await carol.says("not the 19th")
    carol.sees("Shall I change it like this?", "except Tuesday 19 January 2027")
    await carol.says("leave it")
    await carol.says("pause all my coaching")
    await carol.says("pause all")
    carol.sees("What is booked already takes place")
    assert [offer.paused for offer in await open_offers(everybody, carol)] == [True, True]
    await carol.says("my offers")
    carol.sees("every Tuesday 14:00–17:00, from Tuesday 12 January 2027 (London) (paused)")
    await carol.presses("every Tuesday 14:00–17:00")
    await carol.presses("Open it again")
    await carol.presses("Undo")
    assert [offer.paused for offer in await open_offers(everybody, carol)] == [True, True]
    await carol.says("my offers")
    await carol.presses("Open all again")
    assert [offer.paused for offer in await open_offers(everybody, carol)] == [False, False]
    await carol.says("block out 14 January")
    carol.sees("Shall I close these times?", "Thursday 14 January 2027 09:00–10:00")
    await carol.presses("Close them")
    carol.sees("nobody can book these times any more")
    await carol.says("no coaching from 1 to 3 January 2028")
    carol.sees("You offer nothing from Saturday 1 January 2028 to Monday 3 January 2028")
    await carol.says("my offers")
    await carol.presses("every Tuesday 14:00–17:00")
    await carol.presses("Close it")
    carol.sees("14:00–15:00 (London): Ada Okafor")
    await cast.reach(timedelta(days=2))
    await carol.presses("Close them, and keep what is booked")
    carol.sees("I no longer have those times")
    assert len(await open_offers(everybody, carol)) == 1


async def test_a_coach_says_how_they_are_booked_and_what_participants_read_of_them(cast: Cast) -> None:
    everybody = await coached(cast)
    carol, ada = everybody.carol, everybody.ada
    await carol.says("i don't take new people anymore")
    carol.sees("You have said nothing of yourself yet", "you confirm what they book", "each as it comes")
    await carol.presses("Change my profile")
    await carol.fills(of_myself="I ask, *you* answer.", at_once="yes", requests="digest", a_day=3, most=5)
    carol.sees("I ask, *you* answer.", "confirmed at once", "in one digest in the evening", "at most 3 a day")
    carol.sees("until you have 5")
    async with cast.app.database.unit() as unit:
        coach = await unit.coaches.get(everybody.id(carol))
    assert (coach.at_once, coach.in_digest, coach.takes_on, coach.a_day) == (True, True, True, 3)
    await carol.says("undo")
    await carol.says("my coaching profile")
    carol.sees("You have said nothing of yourself yet", "as many as come")
    await ada.presses_data(profile.EDIT())
    ada.sees("That is for")
