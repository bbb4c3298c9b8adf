"""What people say about coaching."""

from handlers.said.ways import ways_to_say

BOOK_COACHING = ways_to_say("""
(book|arrange|schedule|set up|organise|fix|get|reserve|request) (me|) (a|an|my|some|my next|my first|another)
    (coaching|coaching session|session with my coach|session|one to one|hour with my coach|coaching slot|coaching
    call|coaching appointment|slot) (for|on|) ({when}|)
(i'd like|i want|i need|can i have|could i have|can i get|i would like|could do with) (to book|to arrange|to
    schedule|) (a|an|some) (coaching|coaching session|session|one to one|hour|slot|chat|appointment) (with|) (my
    coach|{coach}|) ({when}|)
(book|get|fit|squeeze|slot|put|pencil) me in (with|to see) (my coach|{coach}|a coach) (for|on|at|) ({when}|)
(i'd like|i want|i need|can i|could i|let me|may i|hoping) to (see|meet|speak to|talk to|catch up with|meet
    with|sit down with) (my coach|{coach}|a coach) (on|at|for|) ({when}|an hour|some time)
(can i|could i|may i) (see|meet|speak to|talk to|catch up with) (my coach|{coach}|a coach) (on|at|) ({when}|)
(is|are) (my coach|{coach}|any coach|a coach) (free|available|around|about) (on|at|) ({when}|next week|tomorrow|)
(when|what times) (is|are|can) (my coach|{coach}|i) (free|available|see my coach|see {coach}|have a session|next
    free)
(any|are there any|does {coach} have any|has my coach got any|what) (slots|times|space|free
    slots|gaps|availability|openings|appointments) (with|for|from) (my coach|coaching|{coach}|) ({when}|)
(find|get|grab) (me|) (a time|some time|an hour|a slot|half an hour|45 minutes|time) (with|to see) (my
    coach|{coach}) (in|on|) ({when}|)
(coaching|one to one|session with my coach|1:1) (please|{when}|with {coach}|this week|session please|)
(any|is there any|what's the) chance (of|) (a session|seeing {coach}|coaching|an hour|some time) (with|) (my
    coach|{coach}|) ({when}|)
(i've|i have) (a|got a) (difficult|tricky|big) (decision|meeting|restructure|conversation) (coming up|) (and|)
    (would like|need|would value|want) (some|) (coaching|time with my coach|a session|to talk it through with my
    coach)
(how|where) (do|can) i (book|arrange|get|set up|schedule) (a|my|) (coaching|coaching session|session with my
    coach|coach|time with {coach})
(earliest|next|first) (available|free|possible) (slot|appointment|session|coaching session|time) (with|) (my
    coach|{coach}|)
(my|a|the) (first|next|last|second|monthly) (coaching session|one to one) (needs booking|to book please|hasn't
    been booked yet)
(make|schedule|book) an appointment (with|) (my coach|{coach}|for coaching|)
(put|get) (something|a session|an hour|time) in (the|my) diary with (my coach|{coach})
(when|would it be possible) (could|to) (we|i) (meet|have our next session|get together) (with|) (my
    coach|{coach}|)
(want|need|like|fancy|wanting) (some|a bit of|more|) (coaching|one to one time|time with {coach}|time with my
    coach|one to one coaching)
(set|hook) me up with (a|my) (coach|coaching session|coaching call|{coach})
(does|would|will) {coach} (have|do) (any time|an hour|a slot|{when}) ({when}|)
(individual|personal|private|one to one) coaching (session|please|{when}|)
(same time|another session|another slot|another one) with {coach} ({when}|next month|)
(coaching|coaching please|coach|coaching session|one to one|one to one please|book coaching|book a session|book
    session|coaching {when}|book my coach|coach {when} please|see my coach|session with {coach})
(how do i|how can i|where do i|ways of|going about) (go about|) (get|getting|have|having) (coached|coaching|a
    coach|some coaching|a coaching session)
(is|are) {coach} (free|available|around|in|about) (on|at|) {when}
(if there's|if there is|is there) (an hour|a slot|a gap|time|anything|anything free) (going|free|left|) ({when}|)
    (with|) ({coach}|my coach|) (i'd like it|i'll take it|it has my name on it|put me in)
(i|i'd) (would|could|) (really|) (value|use|benefit from|appreciate|love) (some|an hour of|a bit of|)
    (time|coaching|an hour|a conversation) with (my coach|{coach}|a coach)
(talk|talking|think|thinking) (it|things|this) (over|through) with ({coach}|my coach)
(find|get|give|need|want|fix) (me|) (an hour|half an hour|45 minutes|a time|a slot|some time) (at some
    point|sometime|) (with {coach}|with my coach) (in|) ({when}|ideally {when})
(get|need|book|find|i'd like|i need|give) (me|) {duration} (with my coach|of coaching|with {coach}|of my coach's
    time) ({when}|)
(is there|there) (any way|a way|any chance) i (might|could|can) (see|get to see|meet|talk to) ({coach}|my coach)
    ({when}|soon|before {when})
(i'm|i am|been) (struggling|having trouble|finding it hard|stuck) (with|on) {what} (and|so) (need|want|would
    like|could use) (my coach|coaching|a coaching session|to see my coach)
(sort|fix|set|line) (me|us) (out|up) with (coaching|a coaching session|my coach|a slot with {coach}) ({when}|)
(when|what day|what time) (could|can|might|does) ({coach}|my coach) (see me|fit me in|have time|do)
(is|will) (my coach|{coach}) (about|around|free|available|in|there) (on|) {when}
(give|get|find|want|need|can i have) (me|) a (coaching|) (slot|session|hour) ({when}|please)
(want|need|like|get|arrange|have|book) (a|my|another|my first|my second|my next) (session|one to one|coaching
    session|hour) (please|with my new coach|with {coach}|)
(how|where) (do|would|can|should) (i|one) (go about|begin with|start|) (booking|arranging|getting|setting up)
    (my|a|some) (coaching|coaching session|session with my coach|time with {coach})
(first|second|third|next|another) (session|coaching|one to one|appointment) with (my|my new|) (coach|{coach})
    (please|to book|needs fixing|)
(coaching|one to one|session|appointment) (slot|slots|time|times) (available|free|going|left) ({when}|before
    easter|this week|)
(it's been|been) (a while|ages|months|too long) (since i saw my coach|since my last coaching|can you get me back in
    with my coach|i need some coaching)
(it's|it is|about|high) (about time|time|high time|due) (i saw|i met|i spoke to|for) (my coach|{coach}|some
    coaching|another coaching session)
(could|can|would|will) (my coach|{coach}|a coach|one of the coaches) (fit me in|see me|squeeze me in|spare me an
    hour|find time for me|have me|take me) (on|before|) ({when}|soon|)
(any joy|any luck|any chance|any hope|any possibility) (of|in|) (getting|finding|booking|having) (an hour|time|a
    slot|a session) with (my coach|{coach}) (before {when}|{when}|)
(how soon|when|how quickly|what's the earliest) (can|could|might|will) i (be coached|see a coach|get coaching|have a
    session|see my coach|get in with {coach})
(which|what) (times|days|slots|dates) (has|does|can|is) (my coach|{coach}) (got|have|do|free|offer|available) (for
    me|this month|in {when}|)
(anything|something|a slot|an opening|a gap|any gaps) (free|going|available|) with (my coach|{coach}) (on
    {when}|{when}|ideally after {when}|soon)
(a|i've got a|i have a|there's a) (horrible|tricky|big|difficult|thorny) (meeting|restructure|staff
    issue|decision|conversation) (looming|coming up|next week|ahead) (could do with|would love|need|can i have) (an
    hour with my coach|coaching|my coach|to talk to my coach)
(i'd love|would love|i'd like|i want|keen) to (talk|chew|mull|work|think) (something|this|a problem|things)
    (through|over) with (my coach|a coach|{coach}) (before {when}|)
i (haven't|have not|never) (had|booked|arranged|fixed) (my|a|any) (second|first|next|) (coaching|coaching
    session|session|one to one) (yet|this month|) (can we arrange it|can you sort it|)
(fix|sort|set|get|pop|pencil) (something|me|a date|a time|a session) (in|up|) (with|for) (my coach|{coach}|coaching)
    (week of {when}|{when}|)
(can|could) you (put|get|find|sort|book) (something|me something|an hour|me a session) (in|) with (my coach|{coach})
    (please|{when}|)
(see|meet|talk to|speak to) (my coach|{coach}) (asap|soon|{when}|any day but {when}|again)
(30|45|60|half an hour|an hour|90) (mins|minutes|) (with my coach|of coaching|with {coach}|one to one) ({when}|please)
""")

BOOK_GROUP_COACHING = ways_to_say("""
(book|reserve|get|save|keep) (me|) (a|my|) (place|space|seat|spot|slot|ticket) (on|in|at|for) (the|a|next|the
    next) (group coaching|group session|coaching circle|action learning set|peer group session|group coaching session)
(sign|put|count|add|book|get) me (up|down|in|to|on|onto) (for|to|) (the|a|next|the next|{when}) (group
    coaching|group session|coaching circle|action learning set|peer coaching|group one|group coaching session)
(i'd like|i want|can i|could i|let me|may i) to (join|come to|attend|go to|be in|get on) (the|a|next|) (group
    coaching|group session|coaching circle|action learning|peer coaching session|group one) (on|) ({when}|)
(can i|could i) (join|come to|attend|go to|come along to) (the|a|next|) (group coaching|group session|coaching
    circle|action learning set|peer coaching|coaching group) (on|) ({when}|)
(group coaching|group session|coaching circle|action learning|peer coaching|small group coaching)
    (please|{when}|session {when}|booking|sign up|places|)
(is there|any|are there|have you) (room|space|places|spaces|a place|seats|any spaces left|a spare seat) (left|)
    (in|on|at|for) (the|) (group coaching|group session|{when} group|group on {when}|circle|action learning set)
(when|what|which) (is|are) (the|) (next|) (group coaching|group session|group sessions|coaching circles) (i can
    join|can i book|available|open)
(which|what) (group coaching|group) (sessions|dates) (can i|are there to) (join|book|still book|come to)
(coaching|coached) (with|alongside|together with) (the others|my peers|other participants|a group|a few
    others|other people)
(put|sign|count) (me|us) (in|down|up) (for|with) the (next|) (one|session|coaching) with the (others|group|rest)
(i|i'd) (missed|couldn't make|) the last (group coaching|group session|circle) (can i|so please) (join|book|get
    on|put me on) the next (one|)
(how do i|where do i|how can i) (join|book|sign up for|get on|enrol on|register for) (the|a|) (group
    coaching|group sessions|coaching circle|action learning set)
(enrol|register|add) me (on|for|to|in) (the|) (group|group coaching|action learning set|circle) (on|) ({when}|)
(interested in|want|fancy|prefer|up for) (the|some|) (group coaching|coaching circle|coaching in a group|peer
    group coaching) (rather than one to one|instead of individual|{when}|)
(spot|place|space) (on|in) (the|{when}) (group|group coaching|peer group)
(group coaching|group coaching please|group session|group coaching {when}|book group coaching|book group|coaching
    circle|group session please|join group session|group coaching booking|next group session)
(i'll|i will|i'd like to|can i|let me) (come|go|be there|join in|come along) (to|at|for|with) (the|) (group|group
    coaching|others|circle) (on|) {when}
(group session|group coaching|group|circle) (led by|run by|with) {coach} ({when}|) (please|book me in|any space|)
(i'd like|i want|can i have|let me) (in|in on|a place in|to be in|to be part of) (the|) (group session|group
    coaching|circle|action learning set) ({when}|)
(any chance of|how about|possible to) (joining|coming to|getting on|getting into) (the|{when}) (coaching
    circle|group coaching|group session|circle)
is the (group|group session|circle|group coaching) (on|) {when} (full|open|bookable|booked up)
(pop|put|pencil|stick|sign|count|mark) me (down|in|up) for (the|that|next|a) (group one|group session|group
    coaching|circle|action learning set|set meeting|one with the others) (please|{when}|)
(do you have|are there|have you|is there|any) (places|spaces|room|a spot|a chair|seats) (left|free|going|)
    (on|in|at|for) (the|next month's|{when}) (group|group coaching|action learning set|circle|set meeting)
(is|are) (the|that) (group|set|circle|group session|action learning group) (on {when}|{when}|) (taking|open
    to|accepting|looking for) (anybody else|more people|others|anyone|new members)
(i saw|i heard|i see|someone said) there's (a|some) (group coaching|group session|coaching circle|action learning)
    (thing|) (on|) {when} (is it too late|can i come|can i still join|room for me)
(i'd prefer|i'd rather|i want|i'd like|happy) to (do|have|try|get) (my|the|some|) coaching (in a group|with
    others|with the others|alongside peers) (this time|instead|)
(save|keep|hold|reserve|find|get) (me|us) a (spot|seat|place|chair|space) (in|on|at) (next month's|the|{when})
    (group|circle|group coaching|action learning set)
(when|which days|what dates) (are|is|do) the (group coaching|group|group sessions|circles|action learning sets)
    (slots|sessions|meet|running|on)
(get|put|add) me on the (waiting list|list|reserve list) for (the|) (group session|group coaching|circle|action
    learning set)
(let|get|slot) me into (the|that|{when}) (coaching group|group session|coaching circle|group|set)
(happy|keen|glad|like|want) to (be part of|come along to|join|sit in on|take part in) (the|a|next month's)
    (circle|group coaching|coaching group|set|group session) ({when}|next month|)
(can|could|may) (two|three|some) of us (come|join|book|go) (to|on|) the (group session|group coaching|circle)
(which|what) (group|action learning|peer) (sessions|circles|sets|coaching) (can i|could i|may i|are open to) (go
    to|join|book|come to|me)
(join|attend|come to) (the|a) group (session|coaching|one) with {coach} ({when}|)
(peer|group|circle|set) (coaching|session|learning) (i'd like a place|spot for me|count me in|is there a spot|place
    please)
(am i|is it) (too late|still able|ok) to (come along|join|get on) (to|) the (group|circle|action learning set|group
    coaching) ({when}|)
""")

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
(is it|would it be) (possible|ok|feasible|all right) to (have|move|shift|do|start) my (session|coaching|one to one)
    (an hour earlier|later|on {when}|another day|{when} instead)
(run|running|i'll be) (late|over) (can we|could we) (push|start|begin|move) (my|the|) (session|coaching|one to one)
    (back|later|by {duration})
(put|push|kick) (my|tomorrow's|the) (coaching|session|one to one) (off|back|into) (till|until|by|to|) ({when}|after
    half term|next month|a week|an hour)
(can|could) we (find|agree|pick|look for|sort) (another|a new|a different) (date|time|day|slot) (for|to do)
    (coaching|my session|my one to one|our session)
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
""")
