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
(has|does|have) {coach} (got|have) (any|) (gaps|room|space|time|openings) (in|on|) {when}
(diarise|book|log|schedule|enter) (my|some|a) (coaching|coaching session|one to one) (for|on) {when}
(when's|when is) (my coach|{coach}|a coach|anybody) (free|about|available|around) (next|this week|{when}|to see me|)
(see|meet|have a chat with|catch up with|sit down with) (somebody|someone|a coach|my coach|{coach}) (for|over|in) (a
    one to one|an hour|a coaching conversation|{duration}) (before|by|around|on) ({when}|the end of the month)
(i haven't|we haven't|it's been ages since i|it's a while since i) (had|done|spoken to|seen|met) (coaching|my
    coach|{coach}|any coaching) (for a while|in weeks|) (can we set one up|let's get something in|could we fix a
    time|time for another)
(book|get|put|pencil) {coach} (for|in for|on|in) {when}
(i could do with|i'd benefit from|i fancy|time for|overdue) (a coaching chat|another session|a conversation with
    {coach}|some coaching|an hour with my coach) ({when}|soon|)
(what|which) (times|hours|days|slots|dates) (does|has|can) ({coach}|my coach|the coach) (have|got|do)
    (free|left|going|) ({when}|in march|)
(is|are) (there|) (anything|any times|any slots|a gap) (going|free|left|open) (with|in the diary of) ({coach}|my
    coach) ({when}|)
(squeeze|slot|fit|get) me in (with|to see) ({coach}|my coach|a coach) ({when}|)
(i want|i need|i'd like) to (talk|chew|work|think) (something|this|a problem|a decision) (through|over) with (my
    coach|a coach|{coach})
(anyone|any coach|somebody|whichever coach is) (free|available) (to coach me|for coaching|for a session) ({when}|)
(coach|coaching|one to one|121|1:1) ({when}|this week|asap|please)
""")

BOOK_GROUP_COACHING = ways_to_say("""
(join|get into|be in) (the|a|that) (group|coaching group|circle) (with|of) {coach} (please|on {when}|)
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
(is there|are there|any) (space|room|places|a place|a seat|spots) (left|still|) (in|on|at) (the|any|a) (group|group
    session|circle|action learning set|group on {when}|coaching groups)
(put|get|add) (me|my name) (down|on|in|to) (for|) (the|a|next) (group|circle|action learning set|waiting list for the
    group|group coaching list) ({when}|on {when}|)
(i'd like|i want|can i|could i) (to|) (be part of|come along to|sit in on|go to|take part in) (a|the|your)
    (group|coaching group|action learning set|group session|circle) ({when}|)
(when|what day|how often) (is|does|do|are) (the|) (next|) (group coaching|action learning set|coaching circle|groups)
    (meet|with room in it|on|)
(how many|who) (places are left|seats are there|is running) (in|at|for|) the (group|circle|group coaching) ({when}|)
(waiting list|wait list|waitlist|the queue) for (the|) (group|group coaching|circle|set)
""")

CHOOSE_COACH = ways_to_say("""
(choose|pick|select) (a|my|my own|another|a new|a different|the right) coach
(change|switch|swap|replace) (my coach|coach|coaches|to another coach|to a different coach)
(i'd like|i want|i would like|can i have|could i have|may i have) (a different|another|a new|some other) coach
(who|which coaches|which people|which of the coaches) (could|can|might) (coach me|be my coach|i have as a coach|i
    choose from|take me on)
(show|list|see) (me|) (the|all|all the|our) (coaches|coach profiles|profiles of the coaches|coaches to choose from)
(what|which) coaches (are there|do we have|can i choose from|does the programme have|are available to choose)
(how do i|where do i|can i|may i) (choose|pick|select|change|switch|swap) (my|a|the) coach
(tell me|what do you know|what is there to know|something) about the coaches
(i don't|i do not) (get on|click|work well|gel) with my coach
(my coach|{coach}) (and i don't get on|and i don't click|isn't right for me|isn't the right coach for me|is not the
    right fit)
(read|see|look at|compare) (the|) (profiles|profile) of (the|our) coaches
(i've|i have) (not got|no|not chosen) (a coach|a coach yet|anyone to coach me)
(assign|find|get|give) me (a|another|a new|a different) coach of my own
(who is|who's|remind me who is|tell me who is) (my coach|coaching me|to coach me)
(who are|who is among|which are) (the|our|the programme's) coaches
(i want to|i'd like to|can i|could i|is it possible to|i would like to) (swap|change|switch|replace) (coach|coaches|my
    coach)
(find|get|suggest) (me|us) (a coach|someone to be my coach|somebody to coach me for the year)
(which|what) coach (should|could|would|can) (i|one) (take|choose|pick|have|go for)
(i'd rather|i would rather|i'd prefer to) (have|work with|be coached by) (somebody else|someone else|another coach)
    (as my coach|from now on|)
""")

NOT_WITH = ways_to_say("""
(i'd|i would|i'd much) rather not be (in a group|in the same group|in one group|put) with {person}
(please|) (don't|do not) put me in (a|the same|one|any) (group|circle|set) (with|as) {person}
(not|never) (in a group|in the same group|in one circle) with {person} (please|)
(i|i'd) (prefer|like) not to be (in a|grouped|put together) (group|) with {person}
(there is|there's) (somebody|someone|a person) i (don't want to|would rather not|shouldn't) be in a
    (group|set) with
(can|could) (you|i) (keep|avoid) {person} (out of|in) my (group|groups|coaching group)
(keep|leave) me out of (any|the|a) group (with|that has) {person} (in it|)
(i|we) (don't|do not) (get on|get along|work well) with {person} (so|and) (not in|keep us out of) (one|the same) group
(i'm|i am) (not comfortable|uncomfortable) (in a group|being in a group) with {person}
(any group|a group|anybody|anyone) but (not|) (with|one with) {person} (please|)
(i|i'd) want to avoid {person} in (the|my) (group|group coaching|circle)
(how do i|can i|where can i) (say|tell somebody|tell you) whom i'd rather not be (in a group|grouped) with
{person} (and i|and me) (should not|shouldn't|had better not) be in (the same|one) (group|circle|set)
""")
