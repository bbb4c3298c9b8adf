"""What people can count on from reminders: they come in time, once, as things stand, and as each of them chose."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import select

from bot.chat.unasked import MUTE, SNOOZE, WHY
from handlers.reminders.choices import MUTE_EVENT
from handlers.reminders.planning import PLAN
from handlers.reminders.snooze import RING
from storage.shared.deliveries import Delivery, DeliveryState
from storage.shared.people import Role
from storage.shared.timetable import Event, EventKind
from tests.cast import LONDON, Cast
from tests.player import Player


def london(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=LONDON)


async def module(cast: Cast, day: int, key: str = "political_environment", title: str = "Module 2: Politics") -> Event:
    """A module of January, from half past nine on."""
    async with cast.app.database.unit() as unit:
        return await unit.timetable.add(
            Event(
                cohort_id=cast.cohort.id,
                kind=EventKind.MODULE,
                key=key,
                title=title,
                day=date(2027, 1, day),
                starts_at=london(day, 9, 30).astimezone(UTC),
                ends_at=london(day, 16, 30).astimezone(UTC),
                place="Guildhall",
                made_at=cast.clock.now(),
                changed_at=cast.clock.now(),
            )
        )


async def plan(cast: Cast) -> None:
    """As after any change of an event."""
    now = cast.clock.now()
    async with cast.app.database.unit() as unit:
        await unit.deliveries.owe(Delivery(job=PLAN, arguments={"cohort": cast.cohort.id}, due_at=now, made_at=now))
    await cast.settle()


async def move(cast: Cast, event: Event, day: int) -> None:
    async with cast.app.database.unit() as unit:
        there = await unit.timetable.get(event.id)
        assert there is not None
        assert there.starts_at is not None
        there.starts_at += timedelta(days=day - there.day.day)
        there.day = date(2027, 1, day)
        await unit.timetable.save(there)
    await plan(cast)


async def deliveries(cast: Cast) -> list[Delivery]:
    """All that is owed, or was."""
    return await cast.app.database.do(lambda session: list(session.exec(select(Delivery))))


async def with_a_module(cast: Cast, day: int = 21) -> tuple[Player, Event]:
    """A participant, and a module that is planned."""
    ada = await cast.participant("Ada")
    event = await module(cast, day)
    await plan(cast)
    return ada, event


async def test_a_module_is_said_in_time_and_once_and_asked_about_when_it_is_over(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)

    await cast.reach(london(14, 8, 59))
    ada.does_not_see("Guildhall")
    await cast.reach(london(14, 9))
    ada.sees("In a week: Module 2: Politics, Thursday 21 January 2027, 09:30 to 16:30 (London)", "Guildhall")
    ada.sees("[I’m coming]", "[Remind me later]", "[Mute]", "[Why this?]")
    await cast.reach(london(20, 12))
    ada.sees("Tomorrow: Module 2: Politics")
    await cast.reach(london(21, 8, 30))
    ada.sees("Soon: Module 2: Politics")
    await cast.reach(london(22, 12, 30))
    ada.sees("After Module 2: Politics", "[Reflect on this]")
    assert ada.screen.count("Guildhall") == 3


async def test_whoever_joins_late_hears_of_what_lies_ahead_and_of_nothing_that_is_past(cast: Cast) -> None:
    await module(cast, 7)
    ada = await cast.person("Ada", Role.PARTICIPANT)
    await ada.says(ada.code)
    await cast.reach(london(6, 12))
    ada.sees("Tomorrow: Module 2: Politics")
    assert ada.screen.count("Guildhall") == 1


async def test_a_module_that_moves_takes_its_reminders_with_it_and_a_cancelled_one_has_none(cast: Cast) -> None:
    ada, event = await with_a_module(cast)
    await move(cast, event, 28)
    await cast.reach(london(20, 20))
    ada.does_not_see("Guildhall")
    await cast.reach(london(21, 9))
    ada.sees("In a week: Module 2: Politics, Thursday 28 January 2027")

    async with cast.app.database.unit() as unit:
        there = await unit.timetable.get(event.id)
        assert there is not None
        there.cancelled_at = cast.clock.now()
    await plan(cast)
    await cast.reach(london(30, 12))
    assert ada.screen.count("Politics, Thursday") == 1


async def test_whoever_sent_apologies_hears_no_more_of_that_module(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(14, 9))
    await ada.presses("I can’t come")
    await cast.reach(london(22, 13))
    ada.does_not_see("Tomorrow: Module", "Soon: Module", "After Module", "Before Module")


async def test_a_reminder_is_said_again_when_its_reader_wants_and_never_into_quiet_hours(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(14, 9))
    await ada.presses("Remind me later")
    ada.sees("When shall I say it again?", "[In an hour]", "[This evening]", "[Tomorrow morning]")
    await ada.presses("In an hour")
    ada.sees("I’ll say it again: Thursday 14 January 2027, 10:00 (London), today")
    await ada.says("snooze until today 23:30")
    ada.sees("in your quiet hours", "when they end: Friday 15 January 2027, 07:00 (London)")
    await cast.reach(london(15, 6, 59))
    assert ada.screen.count("Guildhall") == 1
    await cast.reach(london(15, 7))
    ada.sees("In 6 days: Module 2: Politics", "[Remind me later]")
    assert ada.screen.count("Guildhall") == 2

    await ada.says("snooze until 22 January 9:00")
    ada.sees("It is over by", "Say an earlier time")
    await ada.says("snooze until yesterday 9:00")
    ada.sees("That time has gone by")


async def test_a_kind_and_an_event_are_muted_from_the_message_and_by_words_and_come_back(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(14, 9))
    await ada.presses("Mute")
    ada.sees("[All of these: Modules]", "[Only Module 2: Politics]")
    await ada.presses("All of these: Modules")
    ada.sees("You won’t hear about “Modules” any more", "say “unmute modules”", "[Unmute Modules]")
    await ada.says("my reminders")
    ada.sees("Modules: never", "Pre-work: as the programme plans them")
    await cast.reach(london(18, 8))
    ada.sees("Before Module 2: Politics")
    await cast.reach(london(20, 13))
    ada.does_not_see("Tomorrow: Module 2")

    await ada.says("unmute modules")
    ada.sees("comes as the programme plans it again")
    await cast.reach(london(21, 8, 30))
    ada.sees("Soon: Module 2: Politics")
    await ada.says("mute module 2")
    ada.sees("not even if it moves")
    await cast.reach(london(22, 13))
    ada.does_not_see("After Module 2")
    await ada.says("mute the weather")
    ada.sees("Say a kind of reminder (“Modules”")


async def test_why_it_came_is_said_with_the_rule_and_what_can_be_done(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(14, 9))
    await ada.presses("Why this?")
    ada.sees("one of your Modules messages", "It comes a week before at 09:00", "London Leadership Programme’s")
    await ada.presses("At another hour")
    await ada.fills(how="As the programme plans them", hour="10:15")
    ada.sees("Modules: as the programme plans them, at 10:15")
    await cast.reach(london(20, 10, 14))
    ada.does_not_see("Tomorrow: Module 2")
    await cast.reach(london(20, 10, 15))
    ada.sees("Tomorrow: Module 2: Politics")
    await ada.says("why did I get this?")
    ada.sees("You chose to have these at 10:15")
    await ada.presses("Fewer: in the morning only")
    ada.sees("comes only in your morning message now")

    await cast.reach(london(21, 8, 30))
    ada.sees("Soon: Module 2: Politics")  # what begins within two hours can't wait for a morning
    ben = await cast.participant("Ben")
    await ben.says("why did I get this?")
    ben.sees("nothing of my own accord yet")


async def test_nobody_reaches_anothers_reminders(cast: Cast) -> None:
    _, event = await with_a_module(cast)
    eve = await cast.stranger("Eve")
    await eve.says("hello")
    ben = await cast.member("Ben", Role.COACH)
    await cast.reach(london(14, 9))
    [told] = [row for row in await deliveries(cast) if row.state == DeliveryState.SENT and row.kind == "modules"]
    for press in (SNOOZE(told.id), MUTE(told.id), WHY(told.id), RING(told.id, "hour")):
        await ben.presses_data(press)
        ben.sees("I don’t find that message any more")
        await eve.presses_data(press)
        eve.does_not_see("Politics", "Modules")
    async with cast.app.database.unit() as unit:
        other = await unit.cohorts.add(
            name="Other",
            programme=cast.cohort.programme,
            zone="Europe/London",
            starts=date(2027, 1, 1),
            ends=date(2027, 12, 1),
            now=cast.clock.now(),
        )
        theirs = await unit.timetable.get(event.id)
        assert theirs is not None
        theirs.cohort_id = other.id
    await ben.presses_data(MUTE_EVENT(event.id))
    ben.sees("I don’t find that in your timetable")


async def test_after_an_outage_what_is_of_use_comes_once_and_what_is_stale_does_not(cast: Cast) -> None:
    ada, _ = await with_a_module(cast)
    await cast.reach(london(14, 8))
    cast.clock.set(london(20, 16).astimezone(UTC))  # nothing ran for six days
    await cast.restart()
    await cast.reach(london(20, 16))
    ada.sees("What comes", "Tomorrow: Module 2: Politics")
    await cast.reach(london(21, 8))
    assert ada.screen.count("Guildhall") == 1
    stale = {str(row.arguments.get("rule")): row.why for row in await deliveries(cast) if row.state == "dropped"}
    assert stale == {"module_week_before": "too late to be of use", "module_pre_work": "too late to be of use"}


async def test_a_deadline_is_said_again_when_its_reader_wants_until_it_is_over(cast: Cast) -> None:
    ada = await cast.participant("Ada")
    async with cast.app.database.unit() as unit:
        await unit.timetable.add(
            Event(
                cohort_id=cast.cohort.id,
                kind=EventKind.DEADLINE,
                title="Hand in the review",
                day=date(2027, 1, 13),
                made_at=cast.clock.now(),
                changed_at=cast.clock.now(),
            )
        )
    await plan(cast)
    await cast.reach(london(11, 9, 30))
    ada.sees("In 2 days, a deadline: Hand in the review")
    await ada.says("snooze until 13 January 9:30")
    await cast.reach(london(13, 9, 30))
    ada.sees("Today, a deadline: Hand in the review")
    await ada.presses("Remind me later")
    await ada.presses("In an hour")
    ada.sees("I’ll say it again: Wednesday 13 January 2027, 10:30 (London), today")
    await cast.reach(london(13, 10, 30))
    assert ada.screen.count("Today, a deadline") == 2
    await ada.says("snooze until tomorrow 18:00")
    ada.sees("It is over by")
    await cast.reach(london(14, 10))
    await ada.says("snooze until tomorrow 9:00")
    ada.sees("That is over")
