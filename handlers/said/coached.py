"""What a director says about coaching."""

from handlers.said.ways import ways_to_say

ASSIGN_COACH = ways_to_say("""
{who} coaches {person}
{who} coaches {whom}
{who} coaches {person} (from now on|now|please|instead)
{who} coaches {person} (instead of|in place of|and not) {coach}
{who} coaches {person} and {person}
{who} (is|will be|should be) {person}'s coach
{person}'s coach is {coach}
{who}'s coach is {coach}
{coach} (will|is going to|should|can|is to) (coach|be coaching) {person} (from now on|from {when}|please|)
{coach} is (now|) {person}'s (new|) coach
(make|let) {coach} {person}'s (new|) coach
{person}'s (new|) coach (is|will be|should be) {coach}
(assign|allocate|give|match) {coach} to {person} (as|) (a coach|coach|their coach|) (please|)
(assign|give|allocate|find|choose|pick) {person} (a|another|a new|) (coach|new coach) (please|from now on|)
(give|assign) {person} {coach} as (a|their) coach
(move|transfer|switch|reassign) {person} (to|over to|from {coach} to) {coach} (for coaching|as coach|)
(put|place|pair) {person} (with|together with) {coach} for (the|) coaching
(change|swap|replace) {person}'s coach (to|for|with) ({coach}|somebody else|another)
(reassign|hand over|move|redistribute) (all|) {coach}'s (participants|people) (to {coach}|) (please|as she
    leaves|as he leaves|)
(who should|who could|which coach could) (take on|take over) {person} (now|from {coach}|)
(show|list|see|who are) (me|) (the|all|) (coaches and their participants|pairs of coach and participant|coaching
    pairs)
(which|what) coach does (each|every) (participant|one|person) have
(set up|sort out|arrange|enter|record) (the|) (coaching pairs|pairs for coaching|coach assignments|assignments of
    coaches)
(some|two|three) participants (have|are left with) no coach (now|yet|any more)
(assign|give|move) {person} to {coach} (please|as coach|)
{person} needs (a|a new|another|a different) coach (please|now|)
(who|which participants|anybody) (has|have|is|are) (no|without a|left without a) coach (now|yet|)
(who|which of them) is coached by (whom|whom now|which coach)
{coach} (is leaving|leaves|has left) (so|and) {person} needs (a new|another) coach
""")

KEEP_APART = ways_to_say("""
(keep|hold) {person} and {coach} apart (please|from now on|)
(don't|do not|never) (put|pair|match|place|book) {person} (with|together with|in a group with) {coach}
{person} and {coach} (should not|shouldn't|must not|can't|cannot) (meet|be put together|be in one group|work
    together|be paired)
{coach} (should not|shouldn't|must not) coach {person}
(there is|there's|we have) a conflict (of interest|) between {person} and {coach}
(separate|split) {person} (and|from) {coach} (in coaching|please|)
(never|not) {person} with {coach} (please|)
(a|one) (bar|block) between {person} and {coach}
(two|two people|these two) (should|are to|have to) be kept apart
(make sure|see to it) (that|) {person} (is|isn't|never is) (never|not|) (with|in a group with) {coach}
(i need|i'd like|we want) {person} and {coach} (kept|to be kept) apart
""")

SESSIONS_USED = ways_to_say("""
(how many|which|what) (coaching|) sessions (have been|were|are) (used|taken|had) (by everybody|so far|in the
    cohort|by each participant|)
(who|which participants) (has|have) (used|had|taken) (their|all their|no|few|most of their) (coaching|) sessions
(how|how well) is (the|) coaching (being used|used|taken up|going|doing) (in the cohort|so far|)
(uptake|take up|use|usage) of (the|) coaching (so far|by person|in the cohort|)
(coaching|sessions) (uptake|usage|numbers|overview|summary|report|figures) (please|for the cohort|)
(how many|what number of) participants does (each|every|{coach}) (coach|) (have|coach|see)
(show|give|tell) me (the|) (coaches' load|load of the coaches|coaching load|load of each coach)
(who|which coach) (has|is coaching) (the most|too many|most|fewest|few) (participants|people)
(is|are) (anybody|anyone|some) (not|) (using|behind with|running out of) (their|) (coaching|coaching sessions)
(sessions|coaching) used (of|against) (those|sessions|what is) due
(how full|how busy) are (our|the) coaches
(who|which participants) (hasn't|haven't|has not|have not) (used|had|taken|booked) (their|any|any of their|all their)
    (sessions|coaching|coaching sessions) (yet|so far|)
""")
