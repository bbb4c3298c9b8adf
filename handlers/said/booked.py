"""What people say about coaching that they have booked."""

from handlers.said.ways import ways_to_say

CANCEL_SESSION = ways_to_say("""
(cancel|scrap|drop|call off|bin|delete|get rid of|unbook|release|give up) (my|the|our|this|{when})
    (coaching|coaching session|session|appointment|slot|booking|one to one|session with {coach}|coaching with
    {coach}|{when} session|meeting with my coach|group session|group coaching) (on|for|at|) ({when}|please|)
(i need|i have|i want|i'd like|i'll have|got) to (cancel|call off|pull out of|drop out of|withdraw from|back out
    of|scrap|bow out of|miss|skip) (my|the|{when}|our|) (coaching|coaching session|session|appointment|slot|one to
    one|session with {coach}|group coaching|group session|coaching circle|session on {when})
(i can't|i cannot|i won't be able to|can't|not able to|unable to) (make|do|attend|come to|manage|get to)
    (my|the|our|{when}) (coaching|coaching session|session|appointment|slot|one to one|session with {coach}|group
    coaching|group session) (on|any more|after all|) ({when}|)
(i|we) (don't|no longer|do not) (need|want) (my|the|that|this)
    (session|slot|coaching|appointment|booking|place|coaching session|one to one) (on|any more|with {coach}|)
    ({when}|)
(take|get|remove) me (off|out of|from) (the|my|{when}) (group session|group coaching|coaching session|session|list
    for {when}|booking|session with {coach}|circle)
(something|a crisis|an emergency|a meeting) (has|) (come up|came up|cropped up) (so|and) (i can't|i need to
    cancel|i won't make|i have to miss) (the|my) (session|coaching|appointment|slot|coaching session)
(tell|let) (my coach|{coach}) (know|) (i|that i) (can't make it|won't be there|need to cancel|have to cancel|can't
    come)
(free up|let go of|hand back|give back|give someone else|release) (my|the) (slot|session|appointment|place|time)
    (on|with|at|) ({when}|{coach}|)
(please|) (call|calling) (it|the session|the coaching|{when}) off
(how|where|can i|is it possible|is it too late) (do i|to|) (cancel|call off|pull out of) (a|my|the)
    (session|booking|coaching session|appointment|slot)
(cancellation|cancel it|cancel that|cancel booking|cancel please|cancel coaching|cancel session|cancel
    {when}|cancel {coach})
(i'm|i am) (ill|sick|unwell|away|double booked|on leave|stuck) (so|and) (can't make|need to cancel|won't make|will
    miss|have to cancel) (my|the|today's) (session|coaching|one to one|appointment|coaching session)
(won't|can't) be (at|coming to|able to come to|making) (my|the) (coaching|session|one to one|coaching
    session|group coaching) (with {coach}|{when}|)
(pull|pulling|dropping|drop|back|backing) out (of) (coaching|the session|group coaching|my session|{when}) (this
    week|{when}|)
(cancel|cancel session|cancel my session|cancel coaching|cancel my coaching|cancel please|cancel booking|cancel
    it|cancel one to one|cancel {when}|cancellation)
(i'm|i am) (not|no longer) (going to make|able to make|coming to|going to manage|available for) (it to|) (my|the)
    (coaching|session|one to one|slot|group session) (with {coach}|{when}|)
(no longer|don't|not) (need|want|require) (the|my|that) (slot|session|time|booking|appointment) (on|at|for|)
    ({when}|)
(take|remove|cross|strike) me off (the|) (group session list|list|group list|session|group coaching list|{when}
    session)
(let|give) (the|my) (slot|place|time|hour) (go|back|to someone else|up)
(won't|can't|not going to) (manage|make|do) (coaching|the session|my session|my hour|it) (with {coach}|{when}|this
    week|after all)
(cancel|call off) (my|the) (session|coaching|hour) with {coach} ({when}|on {when})
(won't|can't|not) (be|) (making|make|do|doing|coming to) ({when}|my|tomorrow's|the) (coaching|session|one to
    one|slot) (the kids are ill|something came up|sorry|after all|)
(tell|let|please tell) {coach} (i've got to|i have to|i need to|i'm going to have to|that i must) (cancel|call it
    off|pull out|miss it)
(ditch|axe|scrap|lose|drop) (the|my) ({when}|session|coaching|slot|hour) (with my coach|with {coach}|)
(get rid of|remove|take out|scrap|lose|delete|forget|forget about) (my|the|that|{when})
    (booking|session|coaching|slot|appointment) (on|for|at|) ({when}|next week|)
(i need|i have|i'll have|going) to (bail|duck|cry off|drop|bow|pull) (on|out of|from|out on|) (my
    coach|coaching|{coach}|my session|my one to one|{when} group session) ({when}|this week|)
(release|give up|offer up|hand over|let someone have) (my|the) (place|spot|slot|seat|hour) (in|on|at) the (group|group
    session|circle|{when} session|)
(i'm|i am|we're) (not going|unable|not able|never going) to (make it|get|make|manage|come) (to|) (my|the|today's)
    (session|coaching|one to one|appointment|slot) (this afternoon|{when}|) (child is poorly|i'm ill|sorry|my train is
    stuck|)
(i've|we've|i have|we have) (been called|had|got|been dragged) (to|into|) (a|an|another) (gold command
    meeting|inspection|court hearing|emergency|urgent meeting|cabinet) (so|and) (i|) (won't manage|won't make|have to
    drop out of|can't do|will miss) (my|{when}|the) (coaching|session|one to one|group session) ({when}|)
(can't|won't|can not|could not) make it ({when}|today|) (cancel|please cancel|so cancel it|call it off)
    (please|sorry|)
(take|get|strike|cross) {when} (coaching|session|appointment|one to one|slot) (out of|off|from) (the|my)
    (diary|calendar|list)
(forget|drop|skip|scrap|lose) (about|) my (session|coaching|one to one|appointment) ({when}|this week|next week) (i'm
    on leave|i'm away|sorry|i'm ill)
(i'm|i am) (stuck|tied up|needed|wanted) in (court|cabinet|a hearing|meetings|hospital) ({when}|all day|) (so|)
    (coaching is off|no coaching for me|can't do coaching|my session is off)
{coach} will have to (do|manage|get by) without me ({when}|this week|today)
(somebody else|someone else|another person|anyone) (can|could|may|is welcome to) (have|take|use) my
    (slot|session|place|hour|appointment) (on|) ({when}|)
(let's|can we|i'll) (knock|call|leave|give) (my coaching|the session|coaching|{when} session) (on the head|off|a miss)
    (this week|{when}|)
(withdraw|take back|pull|drop) my (coaching|session|booking) request
cancel (both|all|all of) my (sessions|coaching|bookings|appointments) ({when}|next week|)
(tell|let|warn) ({coach}|my coach) (know|) (i won't|i can't|i'm not going to|that i will not) (be there|make it|be
    coming|come) ({when}|on {when}|after all)
(don't|do not|no longer|i no longer) (need|want) ({when}|my|the) (appointment|slot|session|booking|one to one) (any
    more|on {when}|after all|)
(my|the) (session|coaching|slot|one to one) (on {when}|with {coach}|{when}) (is off|won't happen|has to go|needs
    cancelling|isn't happening|will not work)
(is|would) it (ok|a problem|too late|possible) (to|if i) (cancel|miss|skip|drop) (my|tomorrow's) (coaching|session|one
    to one|slot)
(sorry|really sorry|apologies) (but|) (i|i'm|i've) (can't|have to cancel|unable to do|won't be at) (my|the|our)
    (session|coaching|one to one) ({when}|)
(have to|i have to|going to have to|sorry to) (let {coach} down|let my coach down|miss {coach}|stand {coach}
    up|disappoint my coach) (on|) {when} (i'm afraid|sadly|sorry|)
(i shan't|i won't|i will not|can't|shall not) be (at|able to come to|there for|in for) (the|my) (action learning
    set|group session|coaching|circle|session) (on|) {when}
(cancel|scrap|call off|drop) {person} ({when}|on {when}|for {when})
(cancel|call off) {when} with {person}
(cancel|call off|scrap) (the|my|our) (group|group session|circle|set) (on {when}|{when}|altogether|)
(take|wipe|strike|cross|remove) ({when}'s|my|the) (coaching|session|one to one) (out|off|out of the diary)
(i'm|i am) not going to (manage|make|get to|do) ({when}'s|my|the) (coaching|session|one to one|hour with {coach})
(bin|can|knock out|lose) my {when} (with|) (the coach|my coach|{coach}|coaching)
(cancel|scrap|call off|drop) (the|that) (one|{when} one|one at {when}) (on|at|) {when}
(cancel|call off|drop) {person}'s (place|session|hour|slot) (in the group|) (on {when}|)
(leave|quit|come out of) (the|my|that) (group|coaching group|circle) (please|on {when}|with {coach}|)
(cancel|call off) it for (everybody|everyone|all of them|the whole group)
""")

RESCHEDULE_SESSION = ways_to_say("""
(move|shift|change|reschedule|rearrange|swap|postpone|push back|bring forward|put off|delay|rebook|switch)
    (my|the|our|{when}|that) (coaching|coaching session|session|appointment|slot|one to one|session with
    {coach}|booking|{when} session|meeting with my coach|coaching with {coach}) (to|until|from {when} to|by|for|)
    ({when}|another day|a different time|later|an hour|a week|)
(i need|i have|i want|i'd like|i'll have|can i|could i|could we|can we) (to|)
    (move|shift|change|reschedule|rearrange|swap|postpone|put off|delay|push back|bring forward) (my|the|our|{when}|)
    (coaching|coaching session|session|appointment|slot|one to one|session with {coach}|it|time) (to|) ({when}|another
    time|a later date|)
(can we|could we|could i|can i|shall we|might we) (do|make it|meet|have|say|try) ({when}|another day|a different
    day|a bit later|an hour later|earlier) (instead|rather than {when}|not {when}|)
(could|can|would) (my coach|{coach}) (do|make|manage|see me) ({when}|an hour later|another day|earlier|a different
    time|later) (instead|)
(is there|any|do you have|find me|need|i need|want|give me) (a|an|)
    (different|another|later|earlier|new|alternative) (time|slot|day|date|session) (for|with|that week|) (my
    coaching|my session|{coach}|coaching|)
(my|the) (session|coaching|one to one|appointment|coaching session) (clashes|conflicts|no longer works|is a
    problem|doesn't work) (with|) (a meeting|something|now|cabinet|) (can i|can we|is there) (move it|change
    it|rearrange|another time|)
(i'm|i am) (double booked|busy|away|in cabinet|stuck) (on|) {when} (can we|can my coaching|could the session|so
    need to) (move|go somewhere else|be moved|rearrange|be another day)
(swap|exchange|change) (my|) ({when}|slot|session) (for|to|with) (one|a slot|something|a time) (in the
    afternoon|{when}|later|earlier|next week)
(change|alter|amend|update) the (time|date|day|time and date) (of|for) (my|the) (session|coaching|coaching
    session|appointment|one to one|booking)
({when}|that time|the time|that slot|the slot) (doesn't|does not|no longer|won't) (work|suit|suit me|work for me)
    (any more|now|) (can we|could we|) (move|change|do another time|find another slot|)
(reschedule|rearrange|move|postpone|rebook) (please|it|coaching|session|{when}|with {coach}|the coaching|)
(push|put|move|knock|bring|shift) (it|the session|my coaching|coaching|my session|{when})
    (back|forward|on|off|out) (a week|by an hour|until {when}|to {when}|a day|a bit|half an hour)
(how|where) (do|can) i (move|change|reschedule|rearrange) (a|my) (session|booking|coaching
    session|appointment|slot)
(make|make it) {when} instead of {when}
(bring|move) (my|the) (appointment|session|coaching|one to one) (forward|up|earlier) (to|by) ({when}|an hour)
(something|a meeting|an inspection|full council) (has come up|came up|has been called) (so|and) (i need to|we need
    to|i'll have to|can we) (rearrange|reschedule|move|postpone|find another time for) (the|my|our|{when})
    (session|coaching|one to one)
(reschedule|reschedule please|rearrange|move session|change session|move my session|postpone|change my
    coaching|different time|another time please|new time for my session|rebook|swap session)
(need|want|would like|find|after|looking for) (a|an|some) (different|another|new|other|alternative|later|earlier)
    (time|day|slot|date|hour) (for|to have|with) (coaching|my coaching|my session|{coach}|my coach|my one to one)
    ({when}|)
(my|the) (hour|session|slot|time|coaching|meeting) with {coach} (can't|won't|cannot) (be|happen|go ahead) (when we
    said|then|{when}|as planned)
(can|could|would) {coach} (do|make|manage) (an hour later|{when}|{when} instead|a bit later|half an hour
    earlier|another day)
({when}|the week after|any time after that|the following week) (would|might|could) (be|suit|work)
    (fine|better|grand|good|ok|me better) (instead|)
(can|could|might|shall) (we|i|it|my coaching) (do|have|be|go|make it) {when} instead
(move|push|shift|bring) (my session|my coaching|it|{when}) (back|forward|by|later|earlier) (by|) {duration}
({when}|that day|that slot) (is|isn't|is no) (no good|not good|no use|impossible|tricky|good) (any more|now|for
    me|) (could we|can we|shall we) (make it|do|try) ({when}|another day|later)
(can|could) ({coach}|my coach) see me (an hour|a day|half an hour|a bit|) (earlier|later) (instead|)
(i need to|can we|i'd like to|have to) (shuffle|juggle|rejig|reorganise|switch) my (coaching|session|one to
    one|appointment) (round|about|around|)
(what else|which other times|what other slots) (is there|are there|have you got|could i have) (instead|for my
    coaching|if i move my session|)
(change|alter|amend|switch) (the|) (time|date|day|hour) of (my|our|the|tomorrow's) (coaching|session|one to
    one|appointment|slot|coaching session) (with {coach}|)
(would|might|could|does) ({coach}|my coach) (mind|be ok|object|be happy) (if we|to) (met|meet|moved|move|made it) (an
    hour later|{when} instead|earlier|later|another day)
({when}|that|that day|the {when}) (is|'s|isn't|clashes) (no good|not good|with full council|with
    cabinet|impossible|bad) (any more|now|for me|) (what else has my coach got|can we find another date|find me
    another time|what else is there) (for coaching|)
(could|can|might|shall) (my|our|the) (coaching|session|one to one|appointment|slot) (be|go|happen|move|start) (to|)
    (later in the day|the week after|another day|half an hour later|{when}|{when} or {when} instead|the afternoon)
(cabinet|full council|a meeting|council|the board|my holiday) (has been|was|is|been) (moved|called|put in|brought
    forward) (to {when}|) so (could|can|i need|i have) (my coaching|my session|a different slot|to move) (go|move|with
    my coach|my session|to another day)
(i've got|i have|there's|i'm) (a clash|double booked|a conflict|another meeting) (on {when}|{when}|) (can we|could
    we|any chance of|please) (find|a|give me|agree) (another|different|new) (time|slot|date) (for coaching|with
    {coach}|with my coach|)
(i'd|i would) (rather|sooner|prefer to) (meet|see|have|do) ({coach}|my coach|my session|coaching) (on|at|) {when}
    (instead|rather than {when}|)
(swap|exchange|trade) (my|the|) {when} (session|coaching|slot|) for (a|another|) {when} (one|slot|session|)
(rebook|reinstate|rearrange|redo) my (cancelled|missed|lost|old) (session|coaching|appointment)
(let's|shall we|could we|can we) (do|have|hold|leave) (my coaching|the session|it|our session) (the week after|until
    {when}|{when}|another time|later) (instead|)
(make|do) it {when} (instead of|rather than|not) {when}
(find|get|give|need) (me|) (a|another) (new|different|later|better|other) (time|slot|date) for {when}
    (session|coaching|one to one)
(the|my) (time|date|slot) (we agreed|i booked|i've got|for my coaching) (doesn't|no longer|does not|won't)
    (work|suit|suits|works) (any more|for me|now|)
(change|move|switch|shift) my (appointment|session|slot|coaching|one to one) (with {coach}|with my coach|) from {when}
    to {when}
(move|shift|push|change|put) the (one|{when} one|one at {when}) (on|at|) {when} to {when}
(is it|would it be) (possible|ok|feasible|all right) to (have|move|shift|do|start) my (session|coaching|one to one)
    (an hour earlier|later|on {when}|another day|{when} instead)
(run|running|i'll be) (late|over) (can we|could we) (push|start|begin|move) (my|the|) (session|coaching|one to one)
    (back|later|by {duration})
(put|push|kick) (my|tomorrow's|the) (coaching|session|one to one) (off|back|into) (till|until|by|to|) ({when}|after
    half term|next month|a week|an hour)
(can|could) we (find|agree|pick|look for|sort) (another|a new|a different) (date|time|day|slot) (for|to do)
    (coaching|my session|my one to one|our session)
{person} (wants|needs|would like|asked|has asked) to (move|change|shift|reschedule|push) (it|our session|the session|)
    (to|until) ({when}|another day|later)
{person} (wants|needs|would like) to (move|change|shift) to {when}
(move|shift|put off|swap) {person} (to|until|from) {when}
(please|could you|can you|i need to|) move {person} to {when}
(move|reschedule|push|bring) {person} to {when} (please|instead|if that works|)
(move|shift|put off|reschedule|postpone) (the|my|our) (group|group session|circle|set) (on {when}|from {when}|)
    (to|until) {when}
({when}|that day) (is|has become|'s) (no good|impossible|tricky|out) (any more|now|for me|) (could it be|can it
    be|what about|how about) {when}
(any|is there any) (chance|way|possibility) of (moving|shifting|changing|rearranging) ({when}'s|my|the)
    (coaching|session|one to one)
(could|can) we (start|begin|meet) (an hour|half an hour|a bit|{duration}) (later|earlier) (on|) {when}
(push|knock|put) (coaching|my coach|{coach}) back (a|by a|) (week|day|fortnight|couple of days)
""")

MY_SESSIONS = ways_to_say("""
(show|list|see|view|what are|check|tell me) (me|) (all|) (my|the) (sessions|coaching
    sessions|bookings|appointments|upcoming sessions|booked sessions|coaching dates|upcoming appointments|future
    bookings|one to ones)
(when|what time|what day|where) (is|am i having|do i have|are) (my|) (next|) (coaching|coaching
    session|session|appointment|one to one|session with {coach}|session with my coach)
(when|what time|what day|where) (am i|do i|are we|will i) (seeing|see|meeting|meet|having|next see|speaking to)
    (my coach|{coach}|coaching|) (again|next|)
(what|which|how many) (sessions|coaching sessions|coaching|bookings|appointments|slots|hours of coaching) (have
    i|do i have|am i|did i) (booked|got|coming up|left|used|lined up|in the diary)
(what|anything) (have i got|do i have|am i booked on|is in my diary|have i booked|'s booked) (coming
    up|{when}|this week|for coaching|with {coach}|)
(am i|have i|did i|are we) (booked|got anything booked|got a session|down for coaching|seeing {coach}|seeing my
    coach|book anything|signed up) (on|for|with|in|) (anything|{when}|{coach}|any coaching|)
(do i have|have i got|is there) (anything|a session|any sessions|coaching|an appointment|a slot) (booked|in the
    diary|coming up|scheduled|with {coach}|) ({when}|)
(is|are) my (session|coaching|one to one|slot|sessions|booking) (still|) (on|going
    ahead|confirmed|happening|booked|tomorrow|{when})
(my|upcoming|future|past|next|booked) (sessions|coaching sessions|bookings|appointments|coaching|booking)
    (please|{when}|)
(who|which coach) (am i seeing|is coaching me|is my coach|have i got|am i booked with|is my session with)
    (next|{when}|)
(where|how) (do i go|do i join|is) (for|) my (coaching|session|one to one) (on|with|) ({when}|{coach}|)
(how many|how much) (coaching|sessions|coaching sessions|hours) (do i have|have i got|have i had|have i used|are)
    (left|so far|remaining)
(remind me|tell me|just checking|checking|confirm) (when|what time|what day|the date of) (my|the)
    (coaching|session|next session|one to one|appointment) (is|)
(has|did) (my coach|{coach}) (confirmed|confirm|accepted|said yes to) (my|our|the) (session|booking|request|slot)
(see|check) (what|which) (i've|i have|sessions i) (booked|got|have) (so far|coming up|)
(joining link|zoom link|teams link|room) for my (coaching|session|one to one) (with {coach}|{when}|)
(my sessions|my bookings|my coaching|my appointments|bookings|my session|sessions|booked sessions|coaching
    dates|my next session|my next coaching|show bookings|list my sessions)
(when|what time|where|what day) is my (coaching|next coaching|session|one to one|coach seeing me|appointment with
    {coach})
(who is|who's|which coach is) (coaching|seeing) me (on|) ({when}|next|this time)
(am i|are we|have i got|do i have) (anything|something|booked|on anything|coaching|booked on anything|booked in)
    (on|) (at|) ({when}|this week|with {coach})
(where|which room|which link) (do i|should i) (go|log in|join|turn up) for (my|) (coaching|session|one to one)
    (on|) ({when}|)
(i|i've) (can't think|can't remember|forgotten|lost track of|forget|not sure) (what|when|which) (i've booked|i
    booked|my session is|my coaching is|sessions i have|i'm booked on)
(what|which) (sessions|coaching|bookings) (have i|do i have|did i|are) (booked|book|got|mine|in the diary)
(remind me|tell me|check) (which|what) (day|time|date) (i'm|i am|am i) (with|seeing|meeting|booked with)
    ({coach}|my coach)
(have i|do i have|is there) (anything|something) (coming up|booked|arranged|fixed|planned) with ({coach}|my coach)
(how many|how much) (sessions|coaching|coaching sessions|hours) (are|is|do i have|have i) (left|remaining|still to
    use|had)
(has|did) {coach} (confirmed|confirm|said yes|replied|accepted|agreed) (yet|to our session|)
(what|which) day (is it|is it that|do|am) i (see|seeing|meet|meeting) (my coach|{coach})
(when's|when is|what time is|what date is) my (coaching|one to one|next coaching|next session|session|appointment)
    (again|please|with {coach}|{when}|)
(my|our) (coaching|session|one to one|booking|appointment) (calendar|diary|dates|schedule|times|list|history)
(past|previous|old|finished|earlier|completed|upcoming|future|booked|remaining) (sessions|coaching
    sessions|bookings|coaching|appointments)
(remind|tell) me (when|what time|which day|where) (i'm|i am|we're|i'll be) (meeting|seeing|with|talking to|speaking
    to) (my coach|{coach})
(who|whom) (am i|will i be) (seeing|meeting|with|booked with|talking to) (on|at|) ({when}|next|)
(which|what) (group|group session|circle|session|slot|slots|time) (am i|have i|are|did i) (booked into|booked|booked
    on|mine|sign up to|choose|got)
(did|has) my (session|booking|request|coaching) (on {when}|for {when}|with {coach}|) (go through|been confirmed|get
    accepted|been booked|work|get booked)
(am i|are we) (still|) (seeing|meeting|talking to|having|on for|down for) ({coach}|my coach|coaching|a session)
    (tomorrow|{when}|this week)
(have i got|do i have|is there|any) (any|) (coaching|sessions|appointments|time with my coach) (this side
    of|before|this|coming up|in the) (easter|christmas|month|soon|diary|{when})
(have i|did i|how many have i) (used|had|use up) (all|any of|) my (sessions|coaching|hours|coaching hours)
(i've lost track|sorry|remind me|i forget|lost track) (of|) when (did we say|is|was) my (next|) (coaching|session|one
    to one) (was|again|)
(what|which) (have i|did i|am i) (signed up to|book|put myself down for|booked in|got) (in terms of|by way of|for|)
    (coaching|sessions|)
(when|what day) (do i|am i|will i|are we) (next|) (meet|see|seeing|meeting|due with|due to see) (my coach|{coach})
(check|see|view|look up|look at) my (bookings|appointments|coaching|sessions|coaching bookings|diary for coaching)
(what's|what is|anything) (in|on|down in) (the|my) (diary|calendar|book) for (coaching|my coach|sessions)
is (my|the) (session|coaching|one to one|booking) (with {coach}|on {when}|) (confirmed|still
    happening|definite|agreed|going ahead|booked)
(has|did) (my coach|{coach}) (accepted|agreed|accept|say yes|got back) (to|) (my session|the time|my request|)
(the|what's the|send me the) (details|link|time|place|room) (of|for) my (session|coaching|one to one|appointment)
    (with {coach}|{when}|)
(how many|number of) (sessions|hours|coaching sessions) (left|remaining|to go|do i get|am i entitled to)
(what|which) (coaching|sessions|one to ones|bookings) (have i got|do i have|are there) (coming up|ahead|in the
    diary|booked|lined up|left)
(did|has) (my|the) (booking|request|coaching request) (go|gone) through
(how many|how much) (sessions|coaching hours|hours|coaching|one to ones) (have i|do i) (had|have left|used|got to
    go|used up) (so far|)
(is|has) (my coach|{coach}) (confirmed|replied|said yes|got back) (yet|to my request|about {when}|)
(when|what time|where) am i (next|) (with|meeting|due to see|seeing) ({coach}|my coach)
""")

CHECK_IN = ways_to_say("""
(we|i and {coach}|{coach} and i) (did meet|met|have met|had our session|had our hour|spoke|had coaching) (today|as
    planned|{when}|after all|in the end|)
(we|{coach} and i) (didn't|did not|haven't|never) (meet|met|manage to meet|have our session|get to meet) (today|after
    all|{when}|in the end|)
(the|my|our|{when}) (session|coaching|hour|one to one|coaching session) (happened|took place|went ahead|did go
    ahead|was held) (as planned|today|{when}|)
(the|my|our|{when}) (session|coaching|hour|one to one|coaching session) (didn't happen|didn't take place|didn't go
    ahead|fell through|never happened) (today|in the end|{when}|)
{coach} (didn't come|didn't turn up|wasn't there|didn't join|couldn't make it in the end) (to our session|today|{when}|)
(i've|i have|i) (just|) (seen|met|been with|come out of a session with) (my coach|{coach}) (today|{when}|)
(note|record|log|put down) that (we met|we didn't meet|the session took place|my session happened|the session didn't
    happen) ({when}|today|)
(everybody|everyone|all of them) came to (the|my) (group|group session|circle) ({when}|today|)
(correct|change) (what is noted|what i said) of (the|my|our) (last|) (session|coaching) ({when}|)
(how|where) (do i|can i) (say|note|record) (that|whether) (we met|a session took place|my session happened)
(done|finished|that was) (my|our) (coaching|session|hour) (with {coach}|) (for today|today|)
""")
