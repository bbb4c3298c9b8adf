"""What people say who run a programme: about its events, and who comes to them."""

from handlers.said.ways import ways_to_say

MOVE_EVENT = ways_to_say("""
(move|shift|postpone|bring forward|put back|change|reschedule) the (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort) (to|until|from {when} to|by a week to) ({when}|{when} {when})
(move|shift|postpone|bring forward|put back) {module} (to|until|from {when} to) {when}
(move|shift|postpone) (the|) {what} (event|module|deadline|dinner) to {when}
the (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort) (has moved|is now|has to
    move|needs to move|will be) (to|on|) {when}
""")

CANCEL_EVENT = ways_to_say("""
(cancel|call off|scrap|drop) the (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort) (on|in|) ({when}|for
    everybody|)
(cancel|call off|drop|take off) {module} (altogether|for everybody|)
(take|remove) the (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort) (out of|off|from) the
    (timetable|calendar|programme)
""")

CHANGE_EVENT = ways_to_say("""
(change|edit|update|correct|alter) the (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort) (place|time|title|venue|link|details|address|speaker|)
(change|edit|update|correct) (the|) (place|venue|time|link|title|address) of (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
""")

PUT_BACK_ON = ways_to_say("""
(put|bring) the (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort) (back on|back|back into the
    timetable)
the (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort) (takes place|is on|goes ahead)
    after all
""")

ATTENDANCE = ways_to_say("""
(attendance|register|attendance list|sign in sheet) (for|of|at) (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
(record|take|note|enter|mark) (the|) (attendance|register|who was there|who came) (for|at|) ({module}|the module|)
(mark|record|note) {person} (as|) (absent|present|there|not there) (at|for) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
""")

RECORD_FOR = ways_to_say("""
record for {name} (coming|can't come|not coming|there|apologies|attending) (to|for|at|) ({module}|the launch|the
    next module)
record for {name} (coming to|can't come to|is coming to|not coming to|was at|ill for) ({module}|the launch|the
    dinner|the next module|everything)
(note|put down|record) (for|that) {name} (is|) (coming|not coming|can't come) to {module}
""")

NEEDS_FOR = ways_to_say("""
(needs|dietary needs|food|access needs|allergies) for (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
(what|which|who has) (food|needs|dietary requirements|access needs|allergies) (do people have|people have|for|are
    there for) (the|) (launch|launch dinner|visit|residential|event|workshop|masterclass|webinar|study
    visit|module|{module}|deadline|welcome evening|final module|meeting of the cohort)
""")

WHO_IS_COMING = ways_to_say("""
(who|how many) (is|are) (coming|attending|expected|signed up) (to|at|for) (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
(numbers|head count|list of attendees|apologies received|acceptances) (for|at) (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
""")

SHOW_A_WORD = ways_to_say("""
(show|give|make|put up) (a|the|me a) word (for|at|in the room for) (the|) (launch|launch
    dinner|visit|residential|event|workshop|masterclass|webinar|study visit|module|{module}|deadline|welcome
    evening|final module|meeting of the cohort)
""")
