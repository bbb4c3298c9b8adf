"""Times that stand somewhere in what people write."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduling.phrases import How, Meant, find_times, spoken_meant

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 2, 3, 12, 30, tzinfo=UTC)  # a Wednesday


def found(text: str, now: datetime = NOW) -> list[str]:
    times = find_times(text, now, LONDON)
    return [shown(meant) for meant in times.meant] if times else []


def shown(meant: Meant) -> str:
    """Such as "Tue 9 Feb 14:00-15:00" or "window Mon 8 Feb-Fri 12 Feb"."""
    how = "" if meant.how is How.EXACT else f"{meant.how} "
    if meant.end is None or meant.end == meant.start:
        return f"{how}{brief(meant.start)}"
    if isinstance(meant.end, datetime) and isinstance(meant.start, datetime) and meant.end.date() == meant.start.date():
        return f"{how}{brief(meant.start)}-{meant.end:%H:%M}"
    return f"{how}{brief(meant.start)}-{brief(meant.end)}"


def brief(when: date) -> str:
    day = f"{when:%a} {when.day} {when:%b}"
    return f"{day} {when:%H:%M}" if isinstance(when, datetime) else day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Could you fit me in at quarter past ten on the 17th?", "Wed 17 Feb 10:15"),
        ("instead of 10am on Monday could we say 11am on Monday", "Mon 8 Feb 11:00"),
        ("not Thursday please, Friday at half nine", "Fri 5 Feb 09:30"),
        ("I can't do Monday or Tuesday but Wednesday after 3 is fine", "from Wed 3 Feb 15:00"),
        ("my flight lands at 8 so let's make it 9.45 on Friday", "Fri 5 Feb 09:45"),
        ("please move it from Thursday at 2 to Monday at 11", "Mon 8 Feb 11:00"),
        ("can we push our 10am on Friday to 11.30", "Fri 5 Feb 11:30"),
        ("my Tuesday 3pm: can we shift it to Friday at 1?", "Fri 5 Feb 13:00"),
        ("I've a board until 1 tomorrow, could you do 2.30?", "Thu 4 Feb 14:30"),
        ("sorry, can't make Thursday at 2, could we do Friday same time", "Fri 5 Feb 14:00"),
        ("on the 20th of March if the room is free", "Sat 20 Mar"),
        ("I'd rather Tuesday than anything", "Tue 9 Feb"),
        ("I may be able to march them over on Tuesday at 3", "Tue 9 Feb 15:00"),
        ("the 4 of us could meet at 3 on Tuesday in room 12", "Tue 9 Feb 15:00"),
        ("I've a hearing on the 16th so I'd rather the 17th. 9am okay?", "Wed 17 Feb 09:00"),
        ("Friday at 2? No, wait, that's sports day. Monday at 2", "Mon 8 Feb 14:00"),
        ("before I'm off on Friday, Thursday at 10.15 would do", "Thu 4 Feb 10:15"),
        ("we have to be out by 4, is 2pm on Friday a runner?", "Fri 5 Feb 14:00"),
        ("nothing before 10 - Friday at 10.45?", "Fri 5 Feb 10:45"),
        ("on the ward from 9 to 11 tomorrow, 11.45 would be fine", "Thu 4 Feb 11:45"),
        ("the 9.30 slot on the 18th please", "Thu 18 Feb 09:30"),
        ("move it from the 8th to the 15th at the same time, 4pm", "Mon 15 Feb 16:00"),
        ("can we leave it until Friday at 1", "Fri 5 Feb 13:00"),
        ("Friday at 10 becomes Friday at 3", "Fri 5 Feb 15:00"),
        ("the 9th suits, the 10th doesn't. 9th at 2 then", "Tue 9 Feb 14:00"),
        ("coming on Thursday 18th, arriving at ten to nine", "Thu 18 Feb 08:50"),
        ("so we'd need to start at 3.30 on Friday", "Fri 5 Feb 15:30"),
        ("I'm running 20 minutes late tomorrow, is 10.15 okay", "Thu 4 Feb 10:15"),
        ("mon doesn't work, thurs does, 3 ok?", "Thu 4 Feb 15:00"),
        ("Tuesday 9 March, 10.00 to 11.30, link to follow", "Tue 9 Mar 10:00-11:30"),
    ],
)
def test_the_time_that_is_meant_is_found_wherever_it_stands(text: str, times: str) -> None:
    assert found(text) == [times]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Thu or Fri after 4", ["from Thu 4 Feb 16:00", "from Fri 5 Feb 16:00"]),
        ("the 5th or the 12th at 10", ["Fri 5 Feb 10:00", "Fri 12 Feb 10:00"]),
        ("the 2nd or the 9th", ["Tue 2 Mar", "Tue 9 Mar"]),
        ("Thurs/Fri am", ["window Thu 4 Feb 09:00-12:00", "window Fri 5 Feb 09:00-12:00"]),
        ("Monday at 2 or Thursday at 3", ["Mon 8 Feb 14:00", "Thu 4 Feb 15:00"]),
        ("I can do 9, 10 or 11 on Friday", ["Fri 5 Feb 09:00", "Fri 5 Feb 10:00", "Fri 5 Feb 11:00"]),
        ("2-4 on Monday and 10-12 on Tuesday", ["Mon 8 Feb 14:00-16:00", "Tue 9 Feb 10:00-12:00"]),
        ("3, 4 or 5 May", ["Mon 3 May", "Tue 4 May", "Wed 5 May"]),
        ("Mon and Tues next week", ["Mon 8 Feb", "Tue 9 Feb"]),
        ("Thu-Fri 2-3pm", ["Thu 4 Feb 14:00-15:00", "Fri 5 Feb 14:00-15:00"]),
        ("anything on Friday? I could do 9 or 2.30", ["Fri 5 Feb 09:00", "Fri 5 Feb 14:30"]),
        ("torn between Friday at 9 and Monday at 2", ["Fri 5 Feb 09:00", "Mon 8 Feb 14:00"]),
        ("the second Monday in May or the third at 2", ["Mon 10 May 14:00", "Mon 17 May 14:00"]),
        ("first or third Friday in June", ["Fri 4 Jun", "Fri 18 Jun"]),
        ("next week except Wednesday", ["window Mon 8 Feb-Tue 9 Feb", "window Thu 11 Feb-Fri 12 Feb"]),
        ("next week but not Monday or Tuesday", ["window Wed 10 Feb-Fri 12 Feb"]),
    ],
)
def test_alternatives_share_what_was_said_once(text: str, times: list[str]) -> None:
    assert found(text) == times


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Friday 10-11.30", "Fri 5 Feb 10:00-11:30"),
        ("1030 to 1115 tomorrow", "Thu 4 Feb 10:30-11:15"),
        ("between half two and four on Friday", "Fri 5 Feb 14:30-16:00"),
        ("Friday 11-1", "Fri 5 Feb 11:00-13:00"),
        ("9-11pm tonight", "Wed 3 Feb 21:00-23:00"),
        ("Friday after 2 and before 4", "Fri 5 Feb 14:00-16:00"),
        ("2pm on Friday for an hour and a half", "Fri 5 Feb 14:00-15:30"),
        ("Monday 10am to 2pm Tuesday", "Mon 8 Feb 10:00-Tue 9 Feb 14:00"),
        ("from Monday 8th to Friday 12th", "Mon 8 Feb-Fri 12 Feb"),
        ("Mon to Weds next week", "Mon 8 Feb-Wed 10 Feb"),
        ("3-7 May", "Mon 3 May-Fri 7 May"),
        ("May 3rd to the 7th", "Mon 3 May-Fri 7 May"),
        ("29 March until 2 April", "Mon 29 Mar-Fri 2 Apr"),
        ("between the 8th and the 12th", "Mon 8 Feb-Fri 12 Feb"),
        ("tomorrow afternoon", "window Thu 4 Feb 12:00-18:00"),
        ("late morning on Friday", "window Fri 5 Feb 11:00-12:00"),
        ("this afternoon", "window Wed 3 Feb 12:31-18:00"),
        ("early next week", "window Mon 8 Feb-Tue 9 Feb"),
        ("end of the week", "window Thu 4 Feb-Fri 5 Feb"),
        ("the week after next", "window Mon 15 Feb-Fri 19 Feb"),
        ("w/c 8 Feb", "window Mon 8 Feb-Fri 12 Feb"),
        ("at the weekend", "window Sat 6 Feb-Sun 7 Feb"),
        ("in the next fortnight", "window Wed 3 Feb-Wed 17 Feb"),
        ("mid March", "window Fri 12 Mar-Thu 18 Mar"),
        ("end of next month", "window Thu 25 Mar-Wed 31 Mar"),
        ("after 4pm on Friday", "from Fri 5 Feb 16:00"),
        ("Friday from 2 onwards", "from Fri 5 Feb 14:00"),
        ("by noon on Friday", "by Fri 5 Feb 12:00"),
        ("by the end of the month", "by Sun 28 Feb"),
        ("until Monday week", "until Mon 15 Feb"),
        ("until tomorrow afternoon", "until Thu 4 Feb 12:00"),
    ],
)
def test_ranges_windows_and_open_ends_are_told_apart(text: str, time: str) -> None:
    assert found(text) == [time]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Good Friday", "Fri 26 Mar"),
        ("Easter Monday", "Mon 29 Mar"),
        ("the Tuesday after Easter", "Tue 30 Mar"),
        ("the early May bank holiday", "Mon 3 May"),
        ("August bank holiday", "Mon 30 Aug"),
        ("the day after Boxing Day", "Mon 27 Dec"),
        ("Mothering Sunday", "Sun 7 Mar"),
        ("Remembrance Sunday", "Sun 14 Nov"),
        ("last Friday in April", "Fri 30 Apr"),
        ("the first Monday of next month", "Mon 1 Mar"),
        ("last day of the month", "Sun 28 Feb"),
        ("the weekend of the 20th", "window Sat 20 Feb-Sun 21 Feb"),
        ("same day next week", "Wed 10 Feb"),
        ("the Friday after next", "Fri 19 Feb"),
        ("a fortnight on Monday", "Mon 22 Feb"),
        ("three weeks today", "Wed 24 Feb"),
        ("in a week or two", "window Wed 10 Feb-Wed 17 Feb"),
        ("a month on Friday", "Fri 5 Mar"),
        ("a month tomorrow", "Thu 4 Mar"),
        ("a fortnight after Friday", "Fri 19 Feb"),
        ("in three working days", "Mon 8 Feb"),
        ("last working day of May", "Mon 31 May"),
        ("back half of next week", "window Wed 10 Feb-Fri 12 Feb"),
        ("half past midnight", "Thu 4 Feb 00:30"),
    ],
)
def test_feasts_and_days_beside_other_days_are_known(text: str, day: str) -> None:
    assert found(text) == [day]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("wendsday week at nooon", "Wed 17 Feb"),
        ("thurday 10.30", "Thu 4 Feb 10:30"),
        ("20th feburary at 3", "Sat 20 Feb 15:00"),
        ("2moro mornin", "window Thu 4 Feb 09:00-12:00"),
        ("Friday 9 'til 10", "Fri 5 Feb 09:00-10:00"),
        ("tmrw @3pm", "Thu 4 Feb 15:00"),
        ("nxt wk", "window Mon 8 Feb-Fri 12 Feb"),
        ("twenty-second of march at quarter past two", "Mon 22 Mar 14:15"),
        ("nine thirty on friday", "Fri 5 Feb 09:30"),
    ],
)
def test_slips_and_short_forms_are_put_right(text: str, time: str) -> None:
    assert found(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        *("I may need a hand", "we march to a different drum", "sun and sand", "I sat through it", "second to none"),
        *(
            "all and sundry",
            "a fresh start in the morning meaningfully matters",
            "he saturated the market",
            "the mouth",
        ),
        *("chapter 10-12 of the book", "unit 3.2", "version 1.10", "24/7 cover", "a 9 to 5 job", "3 out of 5", "£9.30"),
        *(
            "in room 14",
            "10% of staff",
            "at 10 Downing Street",
            "about 4 people",
            "by 2 votes",
            "it took 2 hours",
            "1:1",
        ),
        *("good morning", "the night shift", "have a great weekend", "day in day out", "one day at a time", "at last"),
        *("first things first", "for the first time", "on the other hand", "at the end of the day it is about people"),
        *(
            "yesterday afternoon",
            "last Tuesday",
            "3 weeks ago",
            "since Monday",
            "today was a long day",
            "may or may not",
        ),
        *(
            "every other Friday at 10",
            "any time but Friday",
            "Friday feeling",
            "April and June are my deputies",
            "31 April",
            "a talk on the 31st of June at 9",
            "the 9th is out. How is your 8th? 11 to 12",
            "I can't do Thursday, could you do 3?",
            "the 3 o'clock rule was never popular",
            "the 9/11 report",
            "John 3:16",
            "they wed in June",
            "section 7.15 should be fine",
            "the week before half term",
        ),
        *("", " ", "?!", "понедельник", "明日", "\N{FULLWIDTH DIGIT ONE}", "x" * 50_000),
    ],
)
def test_no_time_is_seen_where_there_is_none(text: str) -> None:
    assert found(text) == []


def test_what_is_not_sure_comes_with_its_other_readings_and_why() -> None:
    times = find_times("Could we meet next Friday at 2?", NOW, LONDON)
    assert times is not None
    assert ([shown(meant) for meant in times.meant], [shown(meant) for meant in times.others]) == (
        ["Fri 12 Feb 14:00"],
        ["Fri 5 Feb 14:00"],
    )
    assert times.why == "“Next Friday” can be the one of this week or of the next."


def test_where_it_stood_is_where_it_was_typed() -> None:
    for text, said in {
        "Could we meet  on Weds,  half 2 please?": "Weds,  half 2",
        "Move MONDAY’S session": "MONDAY",
        "any time the week after would do": "any time the week after",
        "x " * 800 + "so tomorrow at 9 then": "tomorrow at 9",
    }.items():
        times = find_times(text, NOW, LONDON)
        assert times is not None
        assert text[slice(*times.said)] == said


@pytest.mark.parametrize(
    ("now", "text", "time"),
    [
        ("2027-03-27T12:00", "tomorrow at 01:30", "Sun 28 Mar 02:30"),
        ("2027-10-30T12:00", "tomorrow at 01:30", "Sun 31 Oct 01:30"),
        ("2027-10-30T20:00", "in 12 hours", "Sun 31 Oct 08:00"),
        ("2027-10-30T12:00", "tomorrow 00:30 to 02:30", "Sun 31 Oct 00:30-02:30"),
        ("2027-03-27T23:00", "at 00:30 for an hour", "Sun 28 Mar 00:30-02:30"),
        ("2027-12-31T12:00", "the 1st at 9", "Sat 1 Jan 09:00"),
        ("2028-02-28T12:00", "tomorrow", "Tue 29 Feb"),
    ],
)
def test_clocks_and_calendars_change_under_it(now: str, text: str, time: str) -> None:
    assert found(text, datetime.fromisoformat(now).replace(tzinfo=UTC)) == [time]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Friday 2-3pm", "Friday 5 February 2027, 14:00–15:00 (London)"),
        ("after 2 on Friday", "from Friday 5 February 2027, 14:00 (London)"),
        ("at the weekend", "Saturday 6 February 2027 to Sunday 7 February 2027"),
        ("until Friday", "until Friday 5 February 2027"),
    ],
)
def test_what_was_understood_can_be_said(text: str, words: str) -> None:
    times = find_times(text, NOW, LONDON)
    assert times is not None
    assert spoken_meant(times.meant[0], LONDON) == words
