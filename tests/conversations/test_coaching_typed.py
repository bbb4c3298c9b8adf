"""What people can count on when they type about coaching instead of pressing."""

from datetime import timedelta

from scheduling.booking import confirm
from storage.shared.coaching.places import BookingState
from tests.cast import Cast
from tests.conversations.coached import Coached, at, coached
from tests.player import Player


async def states(them: Coached, player: Player) -> list[str]:
    return [f"{each.slot.starts_at:%d %H:%M} {each.booking.state}" for each in await them.bookings(player)]


async def test_what_comes_in_between_is_not_answered_by_a_yes_or_a_number_meant_for_a_question(cast: Cast) -> None:
    them = await coached(cast)
    ada, ben, cem, carol = them.ada, them.ben, them.cem, them.carol
    booked = await them.books(ada, at(12, 14))
    await them.does(confirm, booked.booking.id, them.id(carol), by=carol)
    await carol.says("move Ada to Tuesday 19 January at 16:00")
    carol.sees("Shall I move it")
    await them.books(ben, at(12, 15))
    carol.sees("Ben Hughes would like a session", "[Confirm]")
    await carol.says("yes")
    assert (await states(them, ada))[-1].startswith("19 16:00")
    assert await states(them, ben) == ["12 15:00 requested"]

    await carol.says("cancel Ada")
    await them.books(cem, at(12, 16))
    await carol.says("1")
    assert (await them.bookings(ada))[-1].booking.state == BookingState.CANCELLED
    assert await states(them, cem) == ["12 16:00 requested"]

    await carol.says("my log of hours")
    carol.sees("[Pro bono]")
    await them.books(ada, at(12, 14))
    await carol.says("yes")
    carol.sees("There is nothing to say yes to just now. If you mean a button above")
    await carol.says("confirm")  # its label
    assert "12 14:00 confirmed" in await states(them, ada)
    assert [await states(them, each) for each in (ben, cem)] == [["12 15:00 requested"], ["12 16:00 requested"]]

    await carol.says("my log of hours")
    await cast.reach(timedelta(hours=2))
    await them.books(ada, at(19, 14))
    await carol.says("yes")  # what was asked so long ago is not what it is to
    assert "19 14:00 confirmed" in await states(them, ada)


async def test_a_number_is_for_the_last_answer_and_takes_nothing_back_and_a_slip_leaves_the_list(cast: Cast) -> None:
    them = await coached(cast)
    ada, carol = them.ada, them.carol
    await them.assigns(carol, ada)
    await carol.says("I can coach on Fridays 9-12")
    await carol.says("1")
    carol.sees("Open: every Friday", "[Undo]")
    await carol.says("1")
    carol.sees("I see a number, but I don’t know what it is for")
    await carol.presses("Undo")
    await carol.says("I can coach on Fridays 9-12")
    await carol.says("details for my PA")  # an answer without a button
    await carol.says("1")
    carol.sees("I see a number, but I don’t know what it is for")

    await ada.says("book coaching")
    await ada.says("hjkl hjkl")
    ada.sees("I didn’t understand that")
    await ada.says("the 26th")
    ada.sees("You said: Tuesday 26 January 2027. Free then:")
    await ada.says("thanks")
    await ada.says("2nd one")
    assert await states(them, ada) == ["26 15:00 requested"]
    await ada.says("book coaching")
    await ada.says("more")
    ada.sees("Tuesday 2 February 2027, 14:00 (London)")


async def test_what_a_session_is_about_is_looked_at_once_more_before_anybody_can_read_it(chat: Cast) -> None:
    them = await coached(chat)
    ada, carol = them.ada, them.carol
    await ada.says("i want to talk about my difficult boss")
    ada.sees("No session of yours alone with a coach lies ahead")
    booked = await them.books(ada, at(12, 14))
    await them.does(confirm, booked.booking.id, them.id(carol), by=carol)
    await ada.says("say what it is about")
    await ada.says("my sessions")
    ada.sees("Is that your answer, or would you like to do that now?")
    await ada.says("cancel all my sessions")
    ada.sees("“What is it about?” is put aside", "Shall I cancel your session")
    await ada.says("no")
    await ada.says("my session is about my difficult boss")
    ada.sees("Is this right?", "my difficult boss", "For your session with Carol Mensah")
    carol.does_not_see("shared something")
    await ada.says("let my coach read it")
    carol.sees("Ada Okafor has shared something with you to read")


async def test_what_stands_on_a_button_can_be_typed_later(chat: Cast) -> None:
    them = await coached(chat)
    ada, carol = them.ada, them.carol
    booked = await them.books(ada, at(12, 14))
    await them.does(confirm, booked.booking.id, them.id(carol), by=carol)
    for who, words, heard in (
        (ada, "who else comes", "No group session of yours lies ahead"),
        (ada, "where am I in the line", "You wait for no place just now"),
        (ada, "my name in coaches' logs", "your initials, not your name"),
        (ada, "my week", "Tuesday 5 January 2027 to Monday 11 January 2027"),
        (carol, "show my week", "Tuesday 5 January 2027 to Monday 11 January 2027"),
        (carol, "close my tuesday offer", "[Leave days out]"),
    ):
        await who.says(words)
        who.sees(heard)
    for who, words, form in (
        (ada, "prepare for it", "Before your session"),
        (ada, "call them something else", "In your calendar"),
        (carol, "say where", "Where you meet"),
        (carol, "change my profile", "My coaching profile"),
    ):
        await who.says(words)
        who.sees(form)
        await who.says("cancel")
    await chat.reach(at(12, 16))
    await carol.says("that one was pro bono")
    carol.sees("Noted: this session, Tuesday 12 January 2027, 14:00–15:00 (London), was pro bono")
