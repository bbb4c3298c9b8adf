"""The buttons that are about the timetable, or about one event of it: what they carry is the event's id."""

from bot.chat.messages import Press

OPEN = Press("timetable.open", int)
WHERE = Press("timetable.where", int)
CALENDAR = Press("timetable.calendar", int)
REFLECT = Press("timetable.reflect", int)

COMING = Press("coming.yes", int)
APOLOGIES = Press("coming.no", int)
WHO_COMES = Press("coming.who", int)

ATTENDANCE = Press("attendance.record", int)
WORD = Press("attendance.word", int)

PASS_ON = Press("needs.pass_on", int)
PASS_ON_NOW = Press("needs.pass_on_now", int)
TAKE_BACK = Press("needs.take_back", int)
NEEDS_FOR = Press("needs.for", int)

OF_AN_EVENT = (
    OPEN,
    WHERE,
    CALENDAR,
    REFLECT,
    COMING,
    APOLOGIES,
    WHO_COMES,
    ATTENDANCE,
    WORD,
    PASS_ON,
    PASS_ON_NOW,
    TAKE_BACK,
    NEEDS_FOR,
)

TIMETABLE = Press("timetable.all")
PICTURE = Press("timetable.picture", int)
"""Of the cohort with this id, as is the next."""
WHOLE_CALENDAR = Press("timetable.whole_calendar", int)
