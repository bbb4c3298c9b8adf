"""What people can count on when somebody who coaches, or is coached, is there no longer."""

from datetime import timedelta

from bot.chat.markdown import plain
from handlers.reflections import sharing_texts
from scheduling import booking
from scheduling.booking import Wish
from storage.shared.coaching.places import BookingState
from storage.shared.cohorts import Enrolment
from storage.shared.people import Role
from tests.canary import tables_with
from tests.cast import LONDON, Cast
from tests.conversations.coached import Coached, at, coached
from tests.conversations.test_sharing import copies_at, share
from tests.player import Player

A_TUESDAY = "Tuesday 12 January 2027, 14:00–15:00 (London)"


def times_told(player: Player, words: str) -> int:
    """In how many messages that they got this stands."""
    return sum(words in plain(seen.message.text) for seen in player.screen_of.seen)


async def states(them: Coached, player: Player) -> list[BookingState]:
    return [each.booking.state for each in await them.bookings(player)]


async def test_whoever_leaves_has_no_sessions_there_any_more_once_it_is_for_good(cast: Cast) -> None:
    them = await coached(cast)
    await them.entitled_to_groups()
    ada, ben, cem, carol, colin = them.ada, them.ben, them.cem, them.carol, them.colin
    await them.assigns(carol, ada)
    await them.books(ada, at(12, 14))
    group = await them.group(colin, places=2)
    for player in (ada, ben):
        await them.books(player, at(14, 10), group)
    line = Wish(them.id(cem), cast.cohort.id, group.id, at(14, 10), LONDON)
    await them.does(booking.wait, line, by=cem)

    await ada.says("I’m leaving the programme")
    ada.sees("Coaching that is booked is cancelled, and whoever you would have met is told")
    await ada.presses("Yes, leave")
    await cast.reach(timedelta(minutes=5))
    assert await states(them, ada) == [BookingState.REQUESTED, BookingState.REQUESTED], "it can be undone until then"
    await ada.says("undo leaving")
    await cast.reach(timedelta(minutes=30))
    assert await states(them, ada) == [BookingState.REQUESTED, BookingState.REQUESTED]

    await ada.says("I’m leaving the programme")
    await ada.presses("Yes, leave")
    await cast.reach(timedelta(minutes=11))
    assert await states(them, ada) == [BookingState.CANCELLED, BookingState.CANCELLED]
    carol.sees(f"The session with Ada Okafor is cancelled: {A_TUESDAY}")
    ada.sees("Your session with Carol Mensah is cancelled")
    ada.does_not_see("[Other times]", "[My sessions]")
    carol.sees("Ada Okafor doesn’t take part in your programme any more")
    colin.does_not_see("doesn’t take part")
    colin.sees("Ada Okafor won’t be in your group on")
    cem.sees("There is a place for you in the group with Colin Reed", "[Take the place]", "[Let it go]")
    ben.does_not_see("Ada")
    cem.does_not_see("Ada", "Ben")
    async with cast.app.database.unit() as unit:
        assert await unit.coaches.assignments(cast.cohort.id) == {}
    assert times_told(carol, "is cancelled") == 1


async def test_a_coach_who_is_one_no_longer_meets_nobody_and_reads_nothing_at_that_moment(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol, dora = them.ada, them.ben, them.carol, them.dora
    await them.assigns(carol, ada)
    await ada.says("reflect: the swan has opinions")
    await ada.presses("Open it")
    given = await share(ada, "Carol Mensah")
    await carol.presses_data(sharing_texts.READ_SHARED(given.id))
    carol.sees("the swan has opinions")
    await them.books(ada, at(12, 14))
    first = await them.books(ben, at(12, 15))
    await them.does(booking.confirm, first.booking.id, them.id(carol))

    async with cast.app.database.unit() as unit:
        mentor = Enrolment(carol.name, them.id(carol), roles=(Role.MENTOR,))
        await unit.cohorts.enrol_all(cast.cohort, [mentor], cast.clock.now())

    await dora.says("Carol Mensah is no longer a coach")
    dora.sees("Coaching that is booked would be cancelled, and everybody concerned is told")
    dora.does_not_see("12 January", "Ada", "Ben")
    await dora.presses("Yes, take it back")
    ada.sees("Your session with Carol Mensah is cancelled", A_TUESDAY, "[Other times]")
    ada.sees("Carol Mensah doesn’t coach in your programme any more", "[Choose a coach]")
    ben.sees("Your session with Carol Mensah is cancelled")
    ben.does_not_see("doesn’t coach", "Ada")
    assert await copies_at(carol) == []
    await carol.presses_data(sharing_texts.READ_SHARED(given.id))
    carol.sees("That isn’t here any more")
    async with cast.app.database.unit() as unit:
        assert await unit.offers.of([them.id(carol)]) == {}
        assert await unit.coaches.assignments(cast.cohort.id) == {}
    assert await tables_with(cast, "swan") == []
    await dora.says("undo")
    dora.sees("what was booked with them is cancelled")


async def test_whoever_steps_back_keeps_what_is_booked_and_no_request_runs_out_meanwhile(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, carol = them.ada, them.ben, them.carol
    first = await them.books(ada, at(26, 14))
    await them.does(booking.confirm, first.booking.id, them.id(carol), by=carol)
    await them.books(ben, at(26, 15))

    await carol.says("I need a break until 20 January")
    await carol.fills(told="nothing", back="20 January", since=None, events="keep", cohort=f"cohort {cast.cohort.id}")
    carol.does_not_see("booked in that time")
    await ada.says("I need a break until 1 February")
    await ada.fills(told="nothing", back="1 February", since=None, events="keep", cohort=f"cohort {cast.cohort.id}")
    ada.sees("A session is booked in that time, and stays so unless you move or cancel it", "[My sessions]")
    assert await states(them, ada) == [BookingState.CONFIRMED]

    await cast.reach(at(15, 12))
    assert await states(them, ben) == [BookingState.REQUESTED]
    assert times_told(ben, "is held longer") == 1, "and not again and again"
    ben.does_not_see("stepped back", "paused", "away")
    await cast.reach(at(25, 18))
    ben.sees("was not settled in time, so that time is free again")
    assert await states(them, ben) == [BookingState.CANCELLED]


async def test_whoever_deletes_everything_is_met_by_nobody_and_named_to_nobody(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    await them.books(ada, at(12, 14))
    await ada.says("delete everything")
    await ada.fills(word="now")
    await cast.settle()
    carol.sees("is cancelled", A_TUESDAY)
    assert times_told(carol, "is cancelled") == 1
    assert await states(them, ada) == [BookingState.CANCELLED]
