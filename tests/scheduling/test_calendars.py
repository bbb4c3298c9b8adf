"""What is read of a calendar that somebody gives: when they are busy, right across the clocks, and nothing else."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduling.calendars import MOST_BYTES, CannotRead, Owner, busy_in

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
OWNER = Owner(LONDON, "carol@example.org")


def calendar(*events: str, head: str = "") -> bytes:
    parts = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//A//B//EN\n{head}{parts}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def busy(*events: str, head: str = "", owner: Owner = OWNER) -> list[str]:
    """As people in London see it."""
    return [
        f"{starts.astimezone(LONDON):%a %d.%m %H:%M}-{ends.astimezone(LONDON):%H:%M}"
        for starts, ends in busy_in(calendar(*events, head=head), owner, NOW)
    ]


def test_what_repeats_keeps_its_hour_across_the_clocks_but_for_what_was_left_out_moved_or_cancelled() -> None:
    weekly = (
        "UID:w\nDTSTART;TZID=Europe/London:20260106T140000\nDTEND;TZID=Europe/London:20260106T150000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20270406T130000Z\nEXDATE;TZID=Europe/London:20270309T140000\n"
        "EXDATE:20270316T140000Z,20260113T140000Z\nSUMMARY:canary"
    )
    moved = (
        "UID:w\nRECURRENCE-ID;TZID=Europe/London:20270323T140000\nDTSTART;TZID=Europe/London:20270324T160000\n"
        "DTEND;TZID=Europe/London:20270324T170000"
    )
    cancelled = (
        "UID:w\nRECURRENCE-ID:20270330T130000Z\nDTSTART:20270330T130000Z\nDTEND:20270330T140000Z\nSTATUS:CANCELLED"
    )
    assert busy(weekly, moved, cancelled) == [
        "Tue 02.03 14:00-15:00",
        "Wed 24.03 16:00-17:00",
        "Tue 06.04 14:00-15:00",
    ]


def test_only_what_makes_its_owner_busy_counts() -> None:
    span = "DTSTART:20270302T100000Z\nDTEND:20270302T110000Z"
    mine = "ATTENDEE;PARTSTAT={}:mailto:Carol@Example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:other@example.org"
    assert busy(f"UID:1\n{span}\nTRANSP:TRANSPARENT") == []
    assert busy(f"UID:2\n{span}\nSTATUS:CANCELLED") == []
    assert busy(f"UID:3\n{span}\n{mine.format('DECLINED')}") == []
    assert busy(f"UID:4\n{span}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE") == []
    assert busy(f"UID:5\n{span}\n{mine.format('ACCEPTED')}") == ["Tue 02.03 10:00-11:00"]
    assert busy(f"UID:6\n{span}\n{mine.format('DECLINED')}", owner=Owner(LONDON)) == ["Tue 02.03 10:00-11:00"]


def test_times_stand_where_they_were_given_and_what_overlaps_is_one() -> None:
    assert busy("UID:1\nDTSTART;VALUE=DATE:20270402\nSUMMARY:Leave") == ["Fri 02.04 00:00-00:00"]
    assert busy("UID:1\nDTSTART:20270405T100000\nDURATION:PT90M") == ["Mon 05.04 10:00-11:30"]
    athens = "X-WR-TIMEZONE:Europe/Athens\n"
    assert busy("UID:1\nDTSTART:20270405T100000\nDURATION:PT1H", head=athens) == ["Mon 05.04 08:00-09:00"]
    windows = "UID:1\nDTSTART;TZID=GMT Standard Time:20270405T100000\nDTEND;TZID=GMT Standard Time:20270405T110000"
    assert busy(windows) == ["Mon 05.04 10:00-11:00"]
    free_busy = (
        "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20270302T100000Z/PT1H\n"
        "FREEBUSY;FBTYPE=FREE:20270303T100000Z/PT1H\nEND:VFREEBUSY\n"
    )
    assert busy("UID:1\nDTSTART:20270302T103000Z\nDTEND:20270302T120000Z", head=free_busy) == ["Tue 02.03 10:00-12:00"]
    over = busy("UID:1\nDTSTART:20270228T100000Z\nDTEND:20270228T110000Z", "UID:2\nDTSTART:20270302T100000Z")
    assert over == [], "what is over, and what takes no time"
    fortnightly = (
        "UID:1\nDTSTART:19990104T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270320"
    )
    assert busy(fortnightly) == ["Mon 08.03 10:00-11:00", "Thu 11.03 10:00-11:00"]
    twice = "UID:1\nDTSTART;VALUE=DATE:20270301\nRRULE:FREQ=MONTHLY;COUNT=3\nRDATE;VALUE=DATE:20270310"
    assert [day[:9] for day in busy(twice)] == ["Mon 01.03", "Wed 10.03", "Thu 01.04", "Sat 01.05"]


def test_whatever_somebody_else_wrote_there_ends_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    for nothing in (b"", b"<html>sign in</html>", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"):
        with pytest.raises(CannotRead, match="no calendar"):
            busy_in(nothing, OWNER, NOW)
    with pytest.raises(CannotRead, match="2 MB"):
        busy_in(b" " * (MOST_BYTES + 1), OWNER, NOW)
    short = "DTSTART:20270302T100000Z\nDTEND:20270302T100100Z"
    assert busy("UID:b", f"UID:c\n{short}\nRRULE:FREQ=NEVER") == ["Tue 02.03 10:00-10:01"]
    with pytest.raises(CannotRead, match="more than 5,000"):
        busy(f"UID:s\n{short}\nRRULE:FREQ=HOURLY")
    monkeypatch.setattr("scheduling.calendars.MOST_SECONDS", 0.1)
    with pytest.raises(CannotRead, match="too long"):
        busy(f"UID:f\n{short}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
