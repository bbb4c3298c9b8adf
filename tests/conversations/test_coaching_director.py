"""What people can count on when a director says who coaches whom, and looks how coaching is used."""

from handlers.coaching.running.apart import CANT_COACH, KEEP_APART
from handlers.coaching.running.assigning import ASSIGN
from scheduling.rebooking import record
from storage.shared.cohorts import Enrolment
from tests.canary import tables_with
from tests.cast import Cast
from tests.conversations.coached import at, coached
from tests.conversations.test_sharing import share

NOT_YOURS = "That is for the director"


async def test_the_director_says_who_coaches_whom_and_what_the_former_coach_could_read_ends_then(cast: Cast) -> None:
    them = await coached(cast)
    dora, carol, colin, ada, ben = them.dora, them.carol, them.colin, them.ada, them.ben
    await dora.says("Carol coaches Ada")
    dora.sees("Carol Mensah would coach Ada Okafor from now on. Both hear of it.")
    carol.sees_nothing()
    for outsider in (ben, carol):
        await outsider.presses_data(ASSIGN(cast.cohort.id, them.id(colin), them.id(ada)))
        outsider.sees(NOT_YOURS)
    await dora.presses("Yes, do it")
    dora.sees("Carol Mensah coaches Ada Okafor from now on")
    carol.sees("You coach Ada Okafor from now on")
    ada.sees("Carol Mensah is your coach from now on")
    await dora.says("undo")
    dora.sees("Everybody concerned has heard of it")
    await dora.says("Carol is Ada’s coach")
    dora.sees("coaches Ada Okafor already")

    await ada.says("reflect: the swan")
    await ada.presses("Open it")
    await share(ada, "Carol Mensah")
    booked = await them.books(ada, at(12, 14))
    await dora.says("reassign Carol’s participants")
    await dora.fills(coach="Colin Reed")
    dora.sees("Colin Reed coaches Ada Okafor from now on")
    ada.sees("Colin Reed is your coach from now on, in place of Carol Mensah", "stays booked", "is taken back")
    carol.sees("Ada Okafor has another coach from now on")
    carol.does_not_see("because")
    await carol.says("shared with me")
    carol.does_not_see("the swan")
    (still,) = await them.bookings(ada)
    assert still.booking.state == booked.booking.state, "what is booked stays booked"

    await dora.says("what’s next")
    dora.sees("2 participants have no coach")
    await dora.presses("Choose a coach for them")
    await dora.fills(coach="Colin Reed")
    dora.sees("Colin Reed coaches Ben Hughes and Cem Aydin from now on")
    await dora.says("what’s next")
    assert all("no coach" not in message.text for message in dora.latest)


async def test_two_who_are_kept_apart_read_like_two_who_can_not_be_for_any_other_reason(cast: Cast) -> None:
    them = await coached(cast)
    dora = them.dora
    await dora.says("keep Ada and Carol apart")
    dora.sees("Ada Okafor and Carol Mensah", "no reason is asked or kept")
    await them.ada.presses_data(KEEP_APART(cast.cohort.id, them.id(them.ada), them.id(them.colin)))
    them.ada.sees(NOT_YOURS)
    await dora.presses("Yes, keep them apart")
    them.ada.does_not_see("apart")
    them.carol.does_not_see("apart")
    pair = them.id(them.ada), them.id(them.carol)
    for shown in (f"{pair[0]}, {pair[1]}", f"{pair[1]}, {pair[0]}", f"{pair[0]}:{pair[1]}"):
        assert not {"undo", "audit", "account"} & set(await tables_with(cast, shown)), "nobody is on record for it"
    await dora.says("undo")
    dora.sees("You keep those two apart no more")
    await dora.says("Carol coaches Ada")
    dora.sees("would coach")
    await dora.presses_data(KEEP_APART(cast.cohort.id, them.id(them.ada), them.id(them.carol)))
    await dora.presses_data(ASSIGN(cast.cohort.id, them.id(them.carol), them.id(them.ada)))
    dora.sees("Carol Mensah can’t take Ada Okafor on. Please choose somebody else")
    await dora.presses_data(KEEP_APART(cast.cohort.id, them.id(them.ada), them.id(them.carol)))
    await dora.says("undo")
    dora.sees("You keep those two apart no more")
    await dora.says("Carol coaches Ada")
    dora.sees("can’t take Ada Okafor on")  # what was so before stays so, and “undo” shows nothing of it

    async with cast.app.database.unit() as unit:
        same = Enrolment(them.ben.name, them.id(them.ben), organisation="Colin Reed’s borough")
        await unit.cohorts.enrol_all(cast.cohort, [same], cast.clock.now())
    await them.says_of(them.carol, most=0)
    for words in ("Colin coaches Ben", "Carol coaches Cem"):
        await dora.says(words)
        coach, participant = {"Ben": ("Colin Reed", "Ben Hughes"), "Cem": ("Carol Mensah", "Cem Aydin")}[words[-3:]]
        dora.sees(f"{coach} can’t take {participant} on. Please choose somebody else")


async def test_the_director_sees_sessions_used_of_those_due_and_no_dates(cast: Cast) -> None:
    them = await coached(cast)
    await them.assigns(them.carol, them.ada, them.ben)
    await them.says_of(them.carol, at_once=True, most=4)
    met, missed = await them.books(them.ada, at(12, 14)), await them.books(them.ben, at(12, 15))
    await cast.reach(at(12, 17))
    await them.does(record, met.booking.id, them.id(them.ada), met=True)
    await them.does(record, missed.booking.id, them.id(them.ben), met=False)
    due = cast.programmes[cast.cohort.programme].entitlements.coaching
    await them.dora.says("sessions used")
    them.dora.sees(f"Ada Okafor: 1 of {due}", f"Ben Hughes: 0 of {due}", f"Cem Aydin: 0 of {due}")
    them.dora.sees("Carol Mensah: 2 participants, of up to 4", "Colin Reed: 0 participants")
    them.dora.does_not_see("January", "didn’t meet")
    for outsider in (them.ada, them.carol):
        await outsider.says("sessions used")
        outsider.does_not_see("Ben Hughes: 0", "Sessions used, of those due")


async def test_a_coach_says_whom_they_can_not_coach_and_nobody_learns_of_it(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    await carol.says("i cant coach ada")
    carol.sees("Ada Okafor could not book you any more", "Nobody is told")
    await ada.presses_data(CANT_COACH(them.id(them.ben)))
    ada.sees("That is for")
    await carol.presses("Yes, see to it")
    carol.sees("Ada Okafor can’t book you from now on")
    ada.does_not_see("Carol")
    await ada.says("book coaching with Carol")
    ada.does_not_see("14:00", "apart", "can’t coach")
    await them.dora.says("Carol coaches Ada")
    them.dora.sees("Carol Mensah can’t take Ada Okafor on. Please choose somebody else")
    await carol.says("undo")
    carol.sees("You keep those two apart no more")
    await ada.says("book coaching with Carol")
    ada.sees("[Tuesday 12 January 2027, 14:00 (London)]")
    await carol.presses_data(CANT_COACH(them.id(them.colin)))
    carol.sees("Say whom")
    await carol.says("I can’t coach Thursday afternoon")
    carol.sees("Thursday 7 January 2027", "12:00")
    await carol.says("I can’t coach any more people")
    carol.sees("my coaching profile")
