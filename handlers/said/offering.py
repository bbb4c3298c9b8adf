"""What coaches say about the times that they offer already, and about themselves."""

from handlers.said.ways import ways_to_say

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekday")

OFFER = (
    "i can coach {times}",
    "i could coach {times}",
    "i coach {times}",
    "i'm free to coach {times}",
    "i am free to coach {times}",
    "offer coaching {times}",
    "offer coaching on {times}",
    "offer group coaching {times}",
    "offer a group {times}",
    "offer a fixed group {times}",
    "offer every {times}",
    "offer times {times}",
    "coaching times: {times}",
    "coaching hours: {times}",
    "my coaching hours are {times}",
    "no coaching on {times}",
    "no coaching from {times}",
    "i can't coach on {times}",
    "i can't coach from {times}",
    *(f"offer {day}{more} {{times}}" for day in DAYS for more in ("", "s")),
    *(
        f"{change} my {day}{what} to {{when}}"
        for change in ("change", "move")
        for day in DAYS
        for what in ("s", " offer")
    ),
    "not the {date}",
    "not on the {date}",
    "but not the {date}",
    "but not on the {date}",
    *ways_to_say("""
{when} ({duration}|60 minutes|45 minutes each|an hour each|90 minutes) (with|and|,) (15|ten|a quarter of an hour|20
    minutes|5 minutes) (between|in between|between them|between sessions)
{when} (until {when}|from {when}|) (60|45|90|50) minutes (each|a session|) with (15|10|20|a break) (minutes|) between
{when} (back to back|in sessions of an hour|in sessions of 45 minutes|at most three a day|no more than two a day)
(a|an open|a fixed) group of (six|four|8|five) (people|) {when} (for an hour|{duration}|at least three|)
(an action learning set|a fixed set) of (six|five|7) (people|) {when} ({duration}|until {when}|)
(not|but not|except|only not|just not) (on|the|) {when} (though|please|after all|)
(leave|miss) out {when} (please|for coaching|)
(skip|except) {when} (in my offer|in the times i offer|for coaching)
(change|move|shift|switch|make|set) my (tuesday|thursday|monday|coaching|friday|wednesday) (offer|slots|times|hours)
    (to|into|) {when} (please|from now on|instead|)
(change|move|shift|switch) (the times|the hours|what) i offer on
    (mondays|tuesdays|wednesdays|thursdays|fridays) to {when}
make my (mondays|tuesdays|thursday slots|friday offer) ({duration}|45 minutes|an hour|90 minutes) (each|long|)
(extend|shorten) my (mondays|tuesdays|wednesday offer|thursday slots|coaching times) (until|to) {when}
"""),
)
"""What offers times, or takes some of them back. What is taken to the letter has all else that is said in its slot."""

MY_OFFERS = ways_to_say("""
(see|show|list|check|look at) (me|) (all|) (the|my) (times|hours|slots) (i offer|i'm offering|i have on offer|on offer)
(what|which) (times|hours|slots) (am i offering|do i offer|have i offered|have i got on offer|are on offer from me)
what (have i|did i|do i) (offered|offer|put on offer|got on offer) (so far|at the moment|just now|)
(when|what) can (people|participants) (book with me|have me|book me) (at the moment|as it is|just now|)
(pause|stop|suspend) (all|) my offers (for now|for a while|please|)
(pause|suspend) (all of it|all the times i offer|everything i offer) (for now|for a while|)
(pause|suspend|stop) (all|all of|) (my|the|) coaching (i do|i offer|for now|for a while|until {when}|please|)
(i'd like to|i want to|can i|i need to|could i) (pause|suspend|stop|take a break from) (my|) coaching
    (people|for now|for a while|until {when}|)
(pause|suspend) (the|) coaching (now|please|now please|then|altogether|)
(resume|unpause) (my|the|) coaching (now|please|again please|then|)
(i'd like to|i want to|can i) (stop|pause) being (booked|bookable) (until {when}|for now|for a while|)
(resume|restart|take up|start|open) (my|the|) coaching (again|now|please|)
(i'm|i am) back (so|and) (open|take up) (my|the) (times|offers|coaching) again
(open|resume|unpause|restart|take up) (all of|) (my offers|the times i offer|what i paused) (again|)
(close|end|change|edit) (one of|some of|) (my offers|the times i offer) (please|)
(are|is) (my offers|any of my offers|what i offer) (open|paused|still open|still right)
(my offers|the times i offer) (please|as they are|as it is now)
(how|where) (do|can) i (pause|close|change) (the times i offer|my offers|what i offer)
""")

COACHING_PROFILE = ways_to_say("""
(see|show|open|edit|change|update|write|fill in) (my|the) (coach|coaching|coach's) profile
(my|the) (coach|coaching) profile (please|page|)
what (do|can) (participants|people) (read|see) (of|about) me (as a coach|as their coach|)
(change|update|edit|write) what (i say|participants read|people read) about (me|myself) (as a coach|)
(say|write) (something|a few words|a line) about (me|myself) as a coach
(i want|i'd like) to (introduce|describe) myself (to participants|as a coach)
(don't|stop) (give|giving|send|sending) me (any|) more participants
(how many|set how many) (participants|people) i (take on|coach) (at most|)
(i can't|i can) take on (any|) more participants (at the moment|just now|)
i (don't|can't|won't|no longer) (take|take on|coach|accept) (any|) (more|new|further) (people|participants|coachees)
    (any more|for now|at present|)
(i'm|i am) (not|no longer) taking (on|) (any|) (new people|more people|new participants|anyone new|anyone else) (any
    more|for now|)
(i'm|i am) full (up|) (as a coach|with coachees|for coaching) (at the moment|now|)
(i have|i've got) (no|) (room|space) for (new|more|further) (people|participants|coachees) (again|now|as a coach|)
(send|give|put) me (booking|coaching) requests (in one|as one) (digest|message) (in the evening|a day|)
(one digest|a digest) of (the|my) (booking|coaching) requests (in the evening|please|)
(confirm|accept) (what my own participants book|bookings of my own participants) (at once|straight away|automatically)
(how|where) (do|can) i (choose|set) (how i am booked|how many sessions i have a day|how many sessions a week)
(at most|no more than) {count} (sessions|people) (a day|a week) (please|from now on|)
""")
