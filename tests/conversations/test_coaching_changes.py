"""What people can count on when a session is confirmed, moved or cancelled."""

from datetime import timedelta

import pytest

from handlers.coaching import presses
from handlers.coaching.changing.answering import Answer, answer_in
from handlers.coaching.changing.moving_words import moved_by, wanted_in
from handlers.coaching.changing.requests import CONFIRM_ALL
from storage.shared.coaching.places import BookingState
from tests.canary import tables_with
from tests.cast import LONDON, START, Cast
from tests.conversations.coached import Coached, at, coached
from tests.player import Player

NOT_AS_IT_WAS = "isn’t as it was"


async def states(them: Coached, player: Player) -> list[str]:
    """When each booking of somebody's is, and how it stands."""
    return [
        f"{each.slot.starts_at.astimezone(LONDON):%d %H:%M} {each.booking.state}"
        for each in await them.bookings(player)
    ]


async def test_a_coach_answers_each_request_by_name_or_all_with_one_press_and_only_what_was_shown(cast: Cast) -> None:
    them = await coached(cast)
    carol, colin, ada, ben, cem = them.carol, them.colin, them.ada, them.ben, them.cem
    await carol.says("confirm Ada")
    carol.sees("No request waits for you")
    await carol.says("cancel my session")
    carol.sees("Nothing is booked with you just now")
    asked = await them.books(ada, at(12, 14))
    await them.books(ben, at(12, 15))

    await carol.says("confirm Ada")
    carol.sees(
        "Ada Okafor would like a session with you", "Tuesday 12 January 2027, 14:00–15:00 (London)", "held until"
    )
    await carol.presses("Confirm")
    carol.sees("Confirmed, and passed on: Ada Okafor", "Where: ")
    ada.sees("Your session with Carol Mensah is confirmed", "Tuesday 12 January 2027")
    await carol.presses_data(presses.CONFIRM(asked.booking.id))
    carol.sees("confirmed already")
    for outsider in (colin, ben):
        await outsider.presses_data(presses.CONFIRM(asked.booking.id))
        outsider.sees(NOT_AS_IT_WAS if outsider is colin else "That is for")

    await them.books(cem, at(19, 14))
    await carol.says("confirm all")
    carol.sees("Requests for you", "Ben Hughes", "Cem Aydin", "[Confirm all 2]")
    await them.books(ada, at(26, 14))
    await carol.presses("Confirm all 2")
    carol.sees("Something has changed", "[Confirm all 3]")
    assert await states(them, ben) == ["12 15:00 requested"]
    await colin.presses_data(CONFIRM_ALL(1))
    colin.sees("No request waits for you")
    await carol.presses("Confirm all 3")
    carol.sees("All 3 are confirmed", "Ben Hughes", "Cem Aydin")
    assert await states(them, ben) == ["12 15:00 confirmed"]
    assert await states(them, ada) == ["12 14:00 confirmed", "26 14:00 confirmed"]
    ben.sees("is confirmed")
    ben.does_not_see("Cem", "Ada")
    await carol.says("undo")
    carol.sees("told already")


async def test_a_coach_declines_or_proposes_other_times_which_are_shown_back_before_anybody_hears(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben = them.carol, them.ada, them.ben
    await them.books(ada, at(12, 14))
    await carol.says("decline, but Thursday 3 or 4 would work")
    carol.sees(
        "Shall I suggest this to Ada Okafor instead?",
        "Thursday 7 January 2027, 15:00 (London)",
        "Thursday 7 January 2027, 16:00 (London)",
        "is free again",
    )
    assert await states(them, ada) == ["12 14:00 requested"]
    await carol.presses("Yes, suggest it")
    carol.sees("Declined", "Ada Okafor is told")
    ada.sees("can’t make Tuesday 12 January 2027", "[Thursday 7 January 2027, 15:00 (London)]")
    await ada.presses("Thursday 7 January 2027, 16:00 (London)")
    assert await states(them, ada) == ["07 16:00 confirmed"]

    theirs = await them.books(ben, at(12, 15))
    minute = presses.minute_of(at(20, 10))
    for data in (
        presses.DECLINE(theirs.booking.id),
        presses.PROPOSE(theirs.booking.id),
        f"coaching.decline_it:{theirs.booking.id}",
        f"coaching.instead:1:{theirs.booking.id}:{minute}:0:0",
    ):
        await them.colin.presses_data(data)
        them.colin.sees(NOT_AS_IT_WAS)
    await carol.says("propose Thursday at 4 to Ben")
    carol.sees("You have another session on Thursday 7 January 2027, 16:00 (London)")
    await carol.presses_data(presses.PROPOSE(theirs.booking.id))
    await carol.fills(times="Friday at 10, Monday 14:00 or Tuesday at 2, Wednesday 9:00")
    carol.sees("Say up to three")
    await carol.presses_data(presses.PROPOSE(theirs.booking.id))
    await carol.fills(times="Friday at 10 or Monday 14:00")
    carol.sees("Friday 8 January 2027, 10:00", "Monday 11 January 2027, 14:00", "is kept until then")
    await carol.presses("Yes, suggest it")
    carol.sees("Ben Hughes can choose one of these", "kept until")
    ben.sees("proposes other times", "[Friday 8 January 2027, 10:00 (London)]")
    await carol.says("confirm Ben")
    carol.sees("No request waits for you")
    assert await states(them, ben) == ["12 15:00 requested"]

    await carol.presses_data(presses.MOVE(theirs.booking.id))
    await carol.presses("Tuesday 19 January 2027, 16:00 (London)")
    carol.sees("Shall I suggest this to Ben Hughes instead?", "19 January")
    assert await states(them, ben) == ["12 15:00 requested"], "what is asked for is not moved without its participant"

    another = await them.books(them.cem, at(19, 14))
    await carol.says("decline Zed")
    carol.sees("I find no request from Zed", "[Cem Aydin: Tuesday 19 January 2027, 14:00 (London)]")
    await carol.says("decline Cem because of the swan in my kitchen")
    carol.sees("Shall I tell Cem Aydin that you can’t make Tuesday 19 January 2027")
    await carol.presses("Decline")
    carol.sees("without a reason")
    them.cem.sees("can’t make Tuesday 19 January 2027")
    assert await tables_with(cast, "swan") == []
    await carol.presses_data(presses.CONFIRM(another.booking.id))
    carol.sees(NOT_AS_IT_WAS)


async def test_either_side_cancels_what_is_theirs_as_one_act_and_a_participant_only_in_time(cast: Cast) -> None:
    them = await coached(cast)
    carol, colin, ada, ben = them.carol, them.colin, them.ada, them.ben
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, ada, ben)
    booked = await them.books(ada, at(12, 14))
    await them.books(ben, at(12, 15))

    await ada.says("cancel my session")
    ada.sees(
        "Shall I cancel your session with Carol Mensah, Tuesday 12 January 2027", "until Monday 11 January 2027, 14:00"
    )
    assert await states(them, ada) == ["12 14:00 confirmed"]
    await ada.says("no wait keep it")
    ada.sees("left it as it is")
    await ada.says("cancel my session")
    await ada.says("yes")
    ada.sees("Cancelled", "Carol Mensah is told", "[Book another time]")
    carol.sees("The session with Ada Okafor is cancelled: Tuesday 12 January 2027")
    await ada.presses_data(presses.CANCEL(booked.booking.id))
    ada.sees(NOT_AS_IT_WAS)
    other = (await them.bookings(ben))[0].booking.id
    for outsider in (ada, colin):
        for data in (presses.CANCEL(other), presses.MOVE(other), f"coaching.cancel_it:{other}"):
            await outsider.presses_data(data)
            outsider.sees(NOT_AS_IT_WAS)

    await cast.reach(at(12, 9))
    await ben.says("cancel my session")
    ben.sees("until Monday 11 January 2027, 15:00 (London)", "tell them directly")
    await carol.says("cancel Ada")
    carol.sees("I find no session of yours with Ada")
    await carol.says("cancel Ben")
    carol.sees("Shall I cancel your session with Ben Hughes")
    await carol.presses("Yes, cancel it")
    carol.sees("Ben Hughes is told")
    ben.sees("is cancelled", "[Other times]")
    assert await states(them, ben) == ["12 15:00 cancelled"]

    await them.entitled_to_groups()
    group = await them.group(carol)
    for player in (ada, ben):
        await them.books(player, at(14, 10), group)
    await carol.says("move the group on Thursday to Friday 15 January at 11")
    carol.sees("Your group, Thursday 14 January 2027", "Everybody in it is told")
    await carol.presses("Yes, move it")
    for player in (ada, ben):
        player.sees(
            "Your group session with Carol Mensah has moved from Thursday 14 January 2027", "Friday 15 January 2027"
        )
    await carol.says("cancel the group on Friday")
    carol.sees("Shall I cancel your group on Friday 15 January 2027, 11:00–12:00 (London)? Whoever it concerns is told")
    await carol.says("cancel ben's place in the group on friday")
    carol.sees("or only the place of Ben Hughes", "[Cancel it for everybody]", "[Only this place]")
    await carol.says("cancel the group on Friday")
    await carol.says("yes")
    carol.sees("Everybody whom it concerns is told")
    for player in (ada, ben):
        player.sees("Your group session with Carol Mensah is cancelled")
        player.does_not_see(*{"Ada Okafor", "Ben Hughes"} - {player.name})


async def test_a_session_moves_as_one_act_to_a_time_that_is_free_and_its_coach_moves_it_to_any(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben = them.carol, them.ada, them.ben
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, ada, ben)
    booked = await them.books(ada, at(12, 14))
    await them.books(ben, at(12, 15))

    await ada.says("move my session to Tuesday at 3pm")
    ada.sees("Nothing is free then", "[Tuesday 12 January 2027, 16:00 (London)]")
    await ada.presses("Tuesday 12 January 2027, 16:00 (London)")
    ada.sees("Moved from Tuesday 12 January 2027, 14:00–15:00", "to Tuesday 12 January 2027, 16:00–17:00 (London)")
    carol.sees("has moved from Tuesday 12 January 2027, 14:00–15:00")
    assert await states(them, ada) == ["12 16:00 confirmed"]
    await ada.says("can we do the 19th at 2pm instead")
    ada.sees("Shall I move it to Tuesday 19 January 2027, 14:00 (London)?")
    await ada.presses("Yes, move it")
    assert await states(them, ada) == ["19 14:00 confirmed"]
    await them.books(ben, at(19, 15))
    await ada.presses_data(f"coaching.move_here:{booked.booking.id}:{them.offer.id}:{presses.minute_of(at(19, 15))}")
    ada.sees("isn’t free any more", "These are free", "[Tuesday 12 January 2027, 14:00 (London)]")

    await carol.says("move Ada to Thursday 14 January at 11")
    carol.sees(
        "Your session with Ada Okafor, Tuesday 19 January 2027", "Shall I move it to Thursday 14 January 2027, 11:00"
    )
    await carol.presses("Yes, move it")
    ada.sees("has moved from Tuesday 19 January 2027", "Thursday 14 January 2027, 11:00–12:00")
    assert await states(them, ada) == ["14 11:00 confirmed"]
    await carol.says("push Ada back by an hour")
    carol.sees("Shall I move it to Thursday 14 January 2027, 12:00")
    await carol.says("move Ada to Tuesday 12 January at 3:30pm")
    carol.sees("You have another session")
    await ben.presses_data(f"coaching.move_to:{booked.booking.id}:{presses.minute_of(at(20, 10))}")
    ben.sees(NOT_AS_IT_WAS)
    await carol.presses_data(presses.MOVE(booked.booking.id))
    await carol.presses("Any other time")
    await carol.fills(when="Friday 15 January 9:30")
    await carol.presses("Yes, move it")
    assert await states(them, ada) == ["15 09:30 confirmed"]


async def test_a_coach_who_clears_time_or_is_ill_sees_all_that_it_concerns_and_one_press_does_it(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben, cem = them.carol, them.ada, them.ben, them.cem
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, ada, ben, cem)
    for player, hour in ((ada, 14), (ben, 15)):
        await them.books(player, at(12, hour))
    await them.books(cem, at(19, 14))

    await carol.says("clear the afternoon of 12 January")
    carol.sees(
        "To keep Tuesday 12 January 2027, 12:00–18:00 (London) free",
        "Ada Okafor, Tuesday 12 January 2027, 14:00",
        "Ben Hughes, Tuesday 12 January 2027, 15:00",
        "[Cancel all 2]",
    )
    carol.does_not_see("Cem Aydin, ")
    await carol.presses("Leave it as it is")
    assert await states(them, ada) == ["12 14:00 confirmed"]
    await carol.says("clear the afternoon of 12 January")
    await carol.presses("Move all 2 a week on")
    carol.sees("A week later isn’t free for all of them", "[Cancel instead]")
    assert await states(them, ada) == ["12 14:00 confirmed"], "where one can’t be moved, none is"
    await carol.says("cancel all my sessions on 12 January")
    await carol.presses("Cancel all 2")
    carol.sees("They are told, and nobody can book you on Tuesday 12 January 2027")
    for player in (ada, ben):
        player.sees("is cancelled: Tuesday 12 January 2027", "[Tuesday 19 January 2027, 15:00 (London)]")
        assert [each.booking.state for each in await them.bookings(player)] == [BookingState.CANCELLED]
    await ada.presses("Other times")
    ada.sees("Tuesday 19 January 2027, 15:00")
    ada.does_not_see("Tuesday 12 January 2027, 16:00 (London)")
    await ada.presses_data("coaching.clear:1:2:3")
    ada.sees("That is for")

    await carol.says("clear 13 January")
    carol.sees("Nothing is booked with you on Wednesday 13 January 2027")
    await carol.presses("Yes, keep it free")
    await carol.says("undo")
    carol.sees("You can be booked then, as before")
    await carol.says("clear 13 January and 15 January")
    carol.sees("I take them one by one")

    await cast.reach(at(19, 9))
    await carol.says("I’m ill today")
    carol.sees("I hope today goes gently", "Cem Aydin, Tuesday 19 January 2027, 14:00")
    cem.does_not_see("cancelled")
    await carol.presses("Move it a week on")
    carol.sees("Tuesday 26 January 2027, 14:00")
    cem.sees("has moved from Tuesday 19 January 2027")
    await carol.says("I’m ill today")
    carol.sees("Nothing lies ahead of you today")
    await cast.reach(at(26, 8))
    await cem.says("I’m ill")
    cem.sees("I have told nobody so far", "your session with Carol Mensah", "only they can cancel it now")


async def test_a_name_is_known_however_it_is_typed_and_nobody_is_taken_for_somebody_else(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben, cem = them.carol, them.ada, them.ben, them.cem
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, ada, ben, cem)
    await them.books(ben, at(12, 15))
    await them.says_of(carol, at_once=False)
    asked = await them.books(ada, at(12, 14))

    await carol.says("propose friday at 10 or monday at 2 to ben")
    carol.sees("I find no request from Ben Hughes", "[Ada Okafor: Tuesday 12 January 2027, 14:00 (London)]")
    await carol.says("yes")
    carol.does_not_see("Confirmed", "suggest")
    for typed in ("confirm ada", "confirm ada o", "confirm okafr", "confirm Ada Okafor"):
        await carol.says("my sessions")
        await carol.says(typed)
        carol.sees("Ada Okafor would like a session with you")
    await carol.says("yes, confirm")
    carol.sees("Confirmed, and passed on: Ada Okafor")

    await carol.says("move ada to thursday at 3")
    carol.sees("Your session with Ada Okafor", "Shall I move it to Thursday 7 January 2027, 15:00 (London)?")
    await carol.says("move adas session to 4")
    carol.sees("Your session with Ada Okafor", "Shall I move it to Tuesday 12 January 2027, 16:00 (London)?")
    for typed in ("cancel ben", "sorry i need to cancel on ben", "cancel hughes"):
        await carol.says(typed)
        carol.sees("Shall I cancel your session with Ben Hughes, Tuesday 12 January 2027, 15:00")
    for typed in ("cancel cem", "move my session with cem to friday at 10"):
        await carol.says(typed)
        carol.sees("I find no session of yours with Cem Aydin. Which session do you mean?")
    assert [each.booking.id for each in await them.bookings(ada)] == [asked.booking.id]
    assert await states(them, ben) == ["12 15:00 confirmed"]

    await them.books(cem, at(19, 14))
    await carol.says("propose friday at 10 to cem")
    await carol.says("yes")
    await them.books(ada, at(19, 15))
    await carol.says("decline cem")
    carol.sees("Shall I tell Cem Aydin that you can’t make Tuesday 19 January 2027, 14:00")
    await carol.says("yes")
    assert await states(them, cem) == ["19 14:00 declined"]
    cem.does_not_see("[Tuesday 19 January 2027, 14:00 (London)]")
    await ada.says("can i see carol on tuesday 26 january at 3")
    ada.sees("Coaching with Carol Mensah", "Tuesday 26 January 2027, 15:00 (London)")


async def test_whoever_is_ill_on_other_days_or_cant_come_is_shown_the_sessions_of_then(cast: Cast) -> None:
    them = await coached(cast)
    carol, ada, ben = them.carol, them.ada, them.ben
    await them.says_of(carol, at_once=True)
    await them.assigns(carol, ada, ben)
    await them.books(ada, at(12, 14))
    await them.books(ben, at(19, 14))

    for typed, seen, unseen in (
        ("im ill on tuesday", "Ada Okafor, Tuesday 12 January 2027", "Ben Hughes, "),
        ("i'm off sick till wednesday week", "Ada Okafor, Tuesday 12 January 2027", "Ben Hughes, "),
        ("i'm ill until 20 january", "Ben Hughes, Tuesday 19 January 2027", "nobody books you"),
        ("i'm ill tomorrow", "Nothing is booked with you on Wednesday 6 January 2027", "[Cancel all 3]"),
    ):
        await carol.says(typed)
        carol.sees("I hope today goes gently", seen)
        carol.does_not_see(unseen)
    await carol.says("yes")
    carol.sees("nobody can book you on Wednesday 6 January 2027")
    assert await states(them, ada) == ["12 14:00 confirmed"]

    await ada.says("i'm ill on tuesday")
    ada.sees("your session with Carol Mensah, Tuesday 12 January 2027", "[Cancel with Carol Mensah]")
    await ada.says("i can't make it on tuesday")
    ada.sees("Shall I cancel your session with Carol Mensah, Tuesday 12 January 2027")
    await ada.says("i can't make it")
    ada.sees("Shall I cancel your session with Carol Mensah, Tuesday 12 January 2027")
    await cast.reach(at(12, 13, 5))
    await ada.says("cant come sorry")
    ada.sees("until Monday 11 January 2027, 14:00 (London)", "please tell them directly")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("confirm Ada", Answer.CONFIRM),
        ("yes, I can coach Ada then", Answer.CONFIRM),
        ("decline Ada’s request", Answer.DECLINE),
        ("turn Ada down", Answer.DECLINE),
        ("can’t do Ada’s time, how about Friday", Answer.DECLINE),
        ("propose other times", Answer.PROPOSE),
        ("which requests wait for me", Answer.LOOK),
        ("accept all", Answer.LOOK),
    ],
)
def test_what_a_coach_says_to_a_request_is_told_apart(text: str, answer: Answer) -> None:
    assert answer_in(text) == answer


@pytest.mark.parametrize(
    ("text", "to", "of"),
    [
        ("move Ada from Tuesday to Thursday at 3", "Thursday at 3", "move Ada on Tuesday"),
        ("make it Thursday at 3 instead of Tuesday", "make it Thursday at 3", "Tuesday"),
        ("I need to move Tuesday’s session", "", "I need to move Tuesday’s session"),
        ("move my session", "", "move my session"),
        ("move it to 4", "4", "move it"),
    ],
)
def test_to_when_and_which_session_are_told_apart(text: str, to: str, of: str) -> None:
    wanted = wanted_in(text, START, LONDON)
    assert (wanted.to, wanted.of) == (to, of)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("push it back by an hour", 1),
        ("an hour earlier", -1),
        ("move it a week later", 24 * 7),
        ("move it to Friday", None),
    ],
)
def test_by_how_much_it_moves_counts_from_when_it_was(text: str, hours: int | None) -> None:
    starts = at(12, 14)
    assert moved_by(text, starts, LONDON) == (None if hours is None else starts + timedelta(hours=hours))
