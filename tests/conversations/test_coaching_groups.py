"""What people can count on when they are coached in a group: places, a line, and who knows of whom."""

from datetime import date, time, timedelta

from handlers.coaching.changing.cancelling import CANCEL_GROUP
from handlers.coaching.groups.open_groups import JOIN
from handlers.coaching.groups.who_comes import MAY_KNOW
from handlers.coaching.presses import ACCEPT, GROUP, LEAVE_LINE, WHO_COMES, minute_of
from scheduling.booking import confirm
from scheduling.rebooking import cancel
from tests.canary import nowhere_but, tables_with
from tests.cast import Cast
from tests.cohort import PROGRAMME
from tests.conversations.coached import Coached, at, coached
from tests.player import Player

THURSDAY = "Thursday 14 January 2027, 10:00–11:00 (London)"
FIRST = "Thursday 14 January 2027, 10:00 (London), Carol Mensah"
GONE = "That booking isn’t as it was."
CANARY = "Ben Hughes of the heron committee"


async def with_groups(cast: Cast) -> Coached:
    """In a programme that has group coaching."""
    template = cast.programmes[PROGRAMME]
    entitled = template.entitlements.model_copy(update={"group_coaching": 4})
    await cast.restart_with(template.model_copy(update={"entitlements": entitled}))
    return await coached(cast)


async def joins(player: Player, how: str) -> None:
    await player.says("book group coaching")
    await player.presses(FIRST)
    await player.presses(how)


async def booking_of(them: Coached, player: Player) -> int:
    return (await them.bookings(player))[-1].booking.id


async def states(them: Coached, player: Player) -> list[str]:
    return [each.booking.state for each in await them.bookings(player)]


async def test_two_presses_join_a_group_and_only_those_who_said_yes_are_named_to_one_another(cast: Cast) -> None:
    them = await with_groups(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    offer = await them.group(carol)
    await ada.says("book group coaching")
    ada.sees(f"{THURSDAY} with Carol Mensah: 3 places left", "0 of 4 sessions used.", "[More groups]")
    await ada.presses(FIRST)
    ada.sees(THURSDAY, "3 places left", "May the others know that you come?")
    await ada.presses("Book, and they may know")
    ada.sees("Your group session with Carol Mensah is requested", THURSDAY, "held for you until")
    carol.sees("Ada Okafor would like a place in your group", THURSDAY)
    assert "[Other times]" not in carol.screen, "a group is when it is"
    await carol.says("decline Ada, but Thursday at 3 would work")
    carol.sees("That is a place in a group", "[Decline]")
    await ada.presses_data(JOIN(offer.id, minute_of(at(14, 10)), 1))
    assert await states(them, ada) == ["requested"], "a second press changes nothing"

    await ben.says("is there room in the group on Thursday 14 January")
    ben.sees(THURSDAY, "2 places left")
    await ben.presses("Book, and don’t name me")
    await ben.presses("Who else comes")
    ben.sees("You are not named to the others, so I don’t name them to you.")
    await joins(cem, "Book, and they may know")
    await cem.presses("Who else comes")
    cem.sees("Once your place is confirmed")
    for player in (ada, ben):
        await them.does(confirm, await booking_of(them, player), them.id(carol))
    await cem.presses_data(WHO_COMES(await booking_of(them, cem)))
    cem.does_not_see("Ada Okafor")
    await ada.presses_data(WHO_COMES(await booking_of(them, ada)))
    ada.sees("Nobody else who is named has a place so far.")
    ada.does_not_see("Cem Aydin")
    await them.does(confirm, await booking_of(them, cem), them.id(carol))
    await cem.presses_data(WHO_COMES(await booking_of(them, cem)))
    cem.sees("Ada Okafor")
    cem.does_not_see("Ben Hughes")
    await ada.presses_data(WHO_COMES(await booking_of(them, ada)))
    ada.sees("Cem Aydin")
    await cem.presses("Don’t name me any more")
    cem.sees("You are not named to the others")
    await ada.presses_data(WHO_COMES(await booking_of(them, ada)))
    ada.sees("Nobody else who is named has a place so far.")
    ada.does_not_see("Ben Hughes")
    ben.does_not_see("Ada Okafor", "Cem Aydin")
    for player in (them.colin, them.dora, ben):
        for press in (WHO_COMES(await booking_of(them, ada)), MAY_KNOW(await booking_of(them, ada), 0)):
            await player.presses_data(press)
            player.sees(GONE)
            player.does_not_see("Cem Aydin")

    offered = await them.group(carol, first=date(2027, 1, 6), rule="", starts=time(8), ends=time(9), notice=0)
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, cem)
    await cem.presses_data(JOIN(offered.id, minute_of(at(6, 8)), 1))
    cem.sees("is confirmed", "Wednesday 6 January 2027, 08:00")
    await cast.reach(timedelta(minutes=9))
    await cem.says("undo")
    assert await states(them, cem) == ["cancelled", "confirmed"], "however soon it begins"
    await cem.presses_data(GROUP(them.offer.id, minute_of(at(12, 14))))
    cem.sees("isn’t free any more", "These are free:", "[Thursday 21 January 2027, 10:00 (London), Carol Mensah]")


async def test_a_freed_place_is_offered_in_line_and_taken_or_let_go_by_a_press(cast: Cast) -> None:
    them = await with_groups(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    eve = await cast.participant("Eve")
    offer = await them.group(carol, places=2)
    held = [await them.books(player, at(14, 10), offer) for player in (ada, ben)]
    await cem.presses_data(JOIN(offer.id, minute_of(at(14, 10)), 0))
    cem.sees("is full", "[Wait for a place]", "Thursday 21 January 2027, 10:00 (London)")
    await cem.presses("Wait for a place")
    cem.sees("Full", "You can wait in line")
    await cem.presses("Wait, and don’t name me")
    cem.sees("You wait for a place in the group with Carol Mensah", "You are next in line.")
    await joins(eve, "Wait, and they may know")
    eve.sees("You are 2nd in line.")
    eve.does_not_see("Cem")

    await them.does(cancel, held[0].booking.id, them.id(ada))
    cem.sees("There is a place for you in the group with Carol Mensah", "kept until Wednesday 6 January 2027, 09:00")
    eve.does_not_see("There is a place for you")
    for press in (ACCEPT(await booking_of(them, cem)), LEAVE_LINE(await booking_of(them, cem))):
        await eve.presses_data(press)
        eve.sees(GONE)
    await ben.presses_data(LEAVE_LINE(held[1].booking.id))
    ben.sees(GONE)
    assert await states(them, ben) == ["requested"]
    await cem.presses("Let it go")
    cem.sees("You let go of the place in the group with Carol Mensah", "[Other groups]")
    eve.sees("There is a place for you in the group")
    carol.does_not_see("Cem")
    await eve.presses("Take the place")
    eve.sees("Your group session with Carol Mensah is confirmed", THURSDAY)
    carol.sees("Eve has booked a place in your group")
    await cem.presses("Other groups")
    cem.sees(f"{THURSDAY} with Carol Mensah: full")
    await cem.presses(FIRST)
    await cem.presses("Wait, and don’t name me")
    await cem.presses("Leave the line")
    cem.sees("You wait no more for the group with Carol Mensah")
    assert await states(them, cem) == ["cancelled", "cancelled"]


async def test_a_fixed_group_is_joined_as_a_whole_and_knows_its_members(cast: Cast) -> None:
    them = await with_groups(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    offer = await them.group(carol, places=2, fixed=True, rule="FREQ=WEEKLY;INTERVAL=2;COUNT=3")
    await ada.says("book group coaching")
    ada.sees("A fixed group with Carol Mensah, 3 times from Thursday 14 January 2027, 10:00 (London): 2 places left")
    ada.does_not_see("Tuesday 12 January")
    await ada.presses(FIRST)
    ada.sees(THURSDAY, "Thursday 28 January 2027", "Thursday 11 February 2027", "know one another")
    await ada.presses("Join, 3 times")
    ada.sees("Your place in the group with Carol Mensah is requested", "Thursday 11 February 2027")
    carol.sees("Ada Okafor would like a place in your group", "Thursday 11 February 2027")
    await ada.says("undo")
    ada.sees("You have no place there")
    assert await states(them, ada) == ["cancelled"] * 3
    await joins(ada, "Join, 3 times")
    for each in await them.bookings(ada):
        if each.booking.state == "requested":
            await them.does(confirm, each.booking.id, them.id(carol))
    await joins(ben, "Join, 3 times")
    await ben.presses("Who else comes")
    ben.sees("Once your place is confirmed")
    await them.does(confirm, (await them.bookings(ben))[0].booking.id, them.id(carol))
    await ben.presses_data(WHO_COMES((await them.bookings(ben))[0].booking.id))
    ben.sees("Ada Okafor")
    assert "[Don’t name me any more]" not in ben.screen

    await cem.says("book group coaching")
    cem.sees("A fixed group with Carol Mensah", "full")
    await cem.presses_data(JOIN(offer.id, minute_of(at(14, 10)), 1))
    cem.sees("is full")
    assert "[Wait for a place]" not in cem.screen
    dans = await them.group(them.colin, fixed=True, rule="FREQ=WEEKLY;COUNT=5", starts=time(15), ends=time(16))
    await cem.presses_data(GROUP(dans.id, minute_of(at(14, 15))))
    cem.sees("0 of 4 sessions used: that leaves too few for it.")
    cem.does_not_see("director")
    await cem.presses_data(JOIN(dans.id, minute_of(at(14, 15)), 1))
    cem.sees("The programme has 4 of these sessions for you")
    await cast.reach(at(14, 16))
    await cem.presses_data(GROUP(dans.id, minute_of(at(21, 15))))
    cem.sees("It began on Thursday 14 January 2027, 15:00 (London): 4 of its 5 times lie ahead.", "Join, 4 times")


async def test_whom_somebody_would_rather_not_be_with_reaches_the_coach_alone_and_shows_nowhere(cast: Cast) -> None:
    them = await with_groups(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    offer = await them.group(carol)
    await joins(ben, "Book, and they may know")
    await ada.says("book group coaching")
    await ada.presses(FIRST)
    await ada.presses("Somebody I’d rather not be with")
    await ada.fills(words=CANARY, coach="Carol Mensah")
    ada.sees("Carol Mensah is told that there is something to read, and nobody else is told anything.")
    carol.sees("Ada Okafor has shared something with you to read.")
    for table, piece in (("delivery", "not_with"), ("delivery", "groups.")):
        assert table not in await tables_with(cast, piece), "it reads like anything that is shared"
    await carol.presses("Read it")
    carol.sees(CANARY, "Ada Okafor and Ben Hughes come into no group together")
    await nowhere_but(cast, CANARY, ada, carol)
    await carol.presses("See to it")
    carol.sees("Neither of them is told")

    await ada.says("book group coaching")
    ada.sees(f"{THURSDAY} with Carol Mensah: full")
    await cem.says("book group coaching")
    cem.sees(f"{THURSDAY} with Carol Mensah: 2 places left")
    await ada.presses_data(JOIN(offer.id, minute_of(at(14, 10)), 1))
    ada.sees("The group on Thursday 14 January 2027, 10:00 (London) is full.")
    ben.does_not_see("Ada")
    assert "undo" not in await tables_with(cast, f"[{them.id(ada)}, {them.id(ben)}]"), "who asked is not kept"
    await carol.says("undo")
    carol.sees("You keep those two apart no more.")
    await ada.says("book group coaching")
    ada.sees(f"{THURSDAY} with Carol Mensah: 2 places left")
    await ada.says("whom I’d rather not be with")
    if cast.way.slack:
        await ada.presses("Show me")
    ada.sees(CANARY, "Carol Mensah can read it", "[Tell a coach]")
    await ada.presses(f"Take back “{CANARY}”")
    ada.sees("Nobody can read it any more.")
    await carol.presses("Read it")
    carol.sees("That isn’t here any more")
    await ada.says("I’d rather not be in a group with Cem Aydin")
    await ada.fills(words="Cem Aydin", coach="Colin Reed")
    ada.sees("Colin Reed is told that there is something to read")


async def test_a_coach_is_asked_the_day_before_whether_a_group_with_too_few_takes_place(cast: Cast) -> None:
    them = await with_groups(cast)
    ada, carol = them.ada, them.carol
    offer = await them.group(carol, fewest=2)
    booked = await them.books(ada, at(14, 10), offer, named=True)
    await them.does(confirm, booked.booking.id, them.id(carol))
    await cast.reach(at(13, 9, 59))
    carol.does_not_see("Shall it take place?")
    await cast.reach(timedelta(minutes=2))
    carol.sees(f"One person has a place in your group on {THURSDAY}, and it needs 2. Shall it take place?")
    await carol.presses("Yes, it takes place")
    carol.sees("Nobody hears anything")
    await them.colin.presses_data(CANCEL_GROUP(booked.booking.id))
    them.colin.sees(GONE)
    assert await states(them, ada) == ["confirmed"]
    await carol.presses_data(CANCEL_GROUP(booked.booking.id))
    carol.sees("Cancelled: ")
    ada.sees("Your group session with Carol Mensah is cancelled", "[Other groups]")
    assert await states(them, ada) == ["cancelled"]
    await ada.says("book group coaching")
    ada.does_not_see(f"{THURSDAY} with")
