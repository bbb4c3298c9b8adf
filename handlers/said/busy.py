"""What people say of the times at which they can't be booked."""

from handlers.said.ways import ways_to_say

BUSY = ways_to_say("""
(i'm|i am|i'll be) (busy|tied up|taken|occupied|not free|unavailable) (on|) {when} (and|) ({when}|)
(i've|i have|i've got) (something|a meeting|a hearing|another meeting|committee|cabinet|council) (on|) {when} (and|)
    ({when}|)
busy {when} (and|) ({when}|)
(not|never) (free|available) {when} (and|) ({when}|)
(mark|put|show|note) me (down|) as (busy|not free|unavailable|taken) (on|from|) {when}
(block|block out|keep) {when} (in my diary|in my calendar|free of bookings|as busy|for me|for myself)
(nobody|no one) can (book|have) me (on|) {when}
(don't|do not) let (anybody|people|anyone) book me (on|) {when}
(here|these) are (my|the) (busy times|times when i'm busy|times i can't do)
(i can't do|can't do|i can't manage) {when} (or|nor) {when} (for coaching|for a session|)
(my|the) diary is (full|blocked|taken) (on|from|) {when}
(add|enter|keep) (a busy time|busy times|times when i'm busy) (for|on|) ({when}|)
{when} (is|are) (taken|gone|blocked|no good|busy) (for me|)
""")

MY_BUSY_TIMES = ways_to_say("""
(show|list|see|what are) (me|) (my|the) (busy times|blocked times|times when i'm busy)
(when|which times) (am i|have i said i'm|did i say i'm) (busy|blocked|not free|taken)
(what|which times) (is|are|have i|did i) (blocked|block|blocked out) (in my diary|for coaching|)
(i'm|i am) (free|not busy) (after all|again) (on|) ({when}|)
(take|remove|delete) (a|my|that) (busy time|block|blocked time) (back|out|on {when}|)
(why) (can't|can) (nobody|people) book me (on|) ({when}|)
(when) (can't|can) i (not|) be booked
(i'm|i am|) (not|no longer) busy (on|) {when} (after all|any more)
(open|free up|unblock) {when} again
(unblock|free up again) (the|that|my) (time|busy time|hours) (on|) ({when}|)
(which|what) busy times (do you have|have you got|are kept) (of mine|for me|)
(am i|do you have me) (down|marked) as (busy|not free) (on|) ({when}|)
""")

READ_MY_CALENDAR = ways_to_say("""
(read|use|look at|check|watch|follow) my (calendar|diary|outlook calendar|google calendar) (for|to see) (when i'm
    busy|my busy times|when i'm free|)
(connect|link|add|hook up|plug in|sync|synchronise) my (own|work|outlook|google|) (calendar|diary) (with you|to
    this|please|)
(here is|this is|here's) (the address of my|my) (calendar|calendar address|calendar feed|calendar link)
(how|where) (do|can) i (give you|connect|add|share) my (calendar|diary|calendar feed|ics)
(take|get|import|load) my (busy times|commitments|meetings) (from|out of) (my|the) (calendar|outlook|ics|diary|file)
(can|could) you (see|read|look into) my (calendar|diary|outlook)
(stop|end|no longer|don't) (reading|watching|following|read) my (calendar|diary) (any more|please|)
(disconnect|unlink|remove|forget) my (calendar|calendar address|calendar feed|diary)
(is|are) my (calendar|diary) (connected|read|being read|linked)
(change|replace|update) (the address of my|my) (calendar address|calendar|calendar feed)
(upload|send|drop) (my|an|a) (ics|calendar file|ics file|calendar)
""")
