"""What coaches say."""

from handlers.said.ways import ways_to_say

OFFER_SLOTS = ways_to_say("""
(offer|add|publish|release|open up|put up|post|create|make|give|set up|share) (some|more|new|a few|my|extra|my
    coaching|) (slots|times|coaching slots|coaching times|coaching hours|appointments|availability|sessions|free
    times|session times) (for|on|in|to|) ({when}|coachees|participants|coaching|people|)
(i'm|i am|i'll be) (free|available|around|open) (to coach|for coaching|to see people|to see coachees|for
    sessions|to take sessions) (on|every|at|) ({when}|)
(i can|i could|i'm able to|happy to) (coach|do|take|offer|see|see people|take coachees|do coaching|coach
    people|fit in|take someone) (on|every|at|) ({when}|more|two people|three sessions|another coachee)
(update|change|set|edit|add|manage|enter|give you|tell you) my (availability|coaching availability|available
    times|free times|calendar|coaching calendar|coaching hours|diary|slots|coaching times) (for|to|)
    ({when}|coaching|next month|)
(my|new|here is my|here are my|this is my) (availability|free times|available times|slots|coaching times|free
    slots|coaching availability) (is|for|are|) ({when}|next month|coaching|this term|)
(put|mark|make|list) me (down|) (as|) (available|free|bookable) (to coach|for coaching|for sessions|) (on|)
    ({when}|)
(open|opening|free up|unblock) (up|) (my|) (calendar|diary|coaching diary|{when}) (for|to)
    (coaching|bookings|coachees|participants|sessions|people to book)
(as a coach|i'm a coach|from a coach) (how|where) (do|can) i (say|enter|offer|add|set) (when i'm free|my
    times|slots|availability|when i can coach)
(how|where) (do|can) i (offer|add|enter|put|set|give) (coaching times|my availability|slots|my free times|times
    when i can coach|times for coaching)
(take|remove|withdraw|block|close|pull) (out|off|) (my|those|the) (slots|free slots|coaching
    slots|availability|times|{when} slots) (on|for|) ({when}|)
(no more|not|don't book me on|i can't coach) ({when}) (for coaching|slots|any more|please|from now on)
(i've|i have) (space|room|time|a gap|capacity|a cancellation|a free slot|some time) (for|to see|to take|to coach)
    (a coachee|another participant|someone|coaching|two more people|one more) ({when}|)
(slots|availability|coaching slots|coaching|free|available|times) {when}
(available|free) (for coaching|to coach) {when}
(let|allow) (participants|people|coachees|them) (book|to book) (me|my time|slots with me|sessions with me) (on|)
    ({when}|)
(block out|hold|set aside|reserve) {when} for (coaching|coachees|coaching sessions)
(participants|people|coachees) can (book|see|have) me {when}
(give|offer) (participants|coachees|people) (more|some|extra|) (times|appointments|choice|sessions|hours)
(offer slots|offer times|my availability|availability|add slots|coaching slots|new slots|new availability|update
    availability|free times|offer coaching|open slots|post slots)
(i can|i could|i'll|i will|able to) (coach|do coaching|take coachees|see people|see coachees) {when} (until
    {when}|from {when}|in the spring|)
(offer|add|publish|put in) {when} (for|at|from|) ({when}|45 minutes|an hour|coaching)
(put|mark|show|list|set) me (down|up|) as (available|free|open|bookable) (on|from|between|) {when} (and|to|)
    ({when}|)
(make|keep|set) (me|my {when}|{when}) (bookable|available|free|open) (for coaching|{when}|except {when}|)
(i'm|i am) happy to (take|see|coach|fit in) (someone|a coachee|one more|two people|another participant) {when}
(weekday|every|most|some) (mornings|afternoons|{when}) (are|is|) (free|good|fine|open|available) (for coaching|for
    me|for coachees)
(offer|add|put in) {when} (for|of) {duration} (each|for coaching|)
(i've|i have) (got|) {when} (free|available|open|clear) (for coachees|for coaching|for sessions|)
(can|could|happy to|able to) (take|do|fit in|offer) (two|three|a few|more|some) (more|extra|)
    (sessions|coachees|slots|people) {when}
(close|remove|block|take out|hide) my {when} (slots|times|availability|coaching slots)
(put|open|offer|make) {when} to {when} (up|available|free) for (coaching|coachees|booking)
(i'd like to|can i|let me|i want to) give (you|) my (availability|free times|dates) (for|in) (coaching|{when}|the
    spring)
i (can|could|am able to|will) coach (on|between|from|) {when} ({when}|until {when}|apart from {when}|)
(i've|i have) (got|had|) (some|a|an|two|) (time|cancellation|hour|afternoons|spare hour) (free|) (to coach|so i could
    take somebody|so someone could have it|for coaching) (in|on|) ({when}|)
(put|mark|set) me down as (available|free|bookable) (every|on|each|every other) {when}
(take|accept|open) bookings (from|for|with) me (on|) {when} (until {when}|)
(offer|run|add|set up|open) (a|some|) (group coaching|group session|group slot|group) (with|for|of) (six|four|ten|8)
    (places|people|participants) on {when}
(change|alter|amend|set) (when|the times|the hours) (people|participants|coachees|they) (can|may) (book|see|have)
    (me|)
(i could|i can|i might|able to) (squeeze|fit|take|see|do) (in|) (two|three|another|some|somebody|one more)
    (coachees|coachee|people|sessions|participants|) (in|on) {when}
(i find myself|i'm|turns out i'm) (free|available|clear|unexpectedly free) (on|) {when} (somebody could have the
    hour|if anyone wants coaching|for a coachee|anyone need coaching|to coach)
(coachees|participants|people) (may|can|could|are welcome to) (have|book|take|see) me (any|on|every|) {when} (after
    {when}|)
(take|pull|remove|stop|withdraw|suspend|pause) (down|offering|) my (june dates|{when} slots|{when} dates|coaching
    availability|hours) (down|please|for two weeks|i'm on leave|)
(block|close) (out|off|) {when} (i can't coach then|i'm away|no coaching|i'm not coaching)
(here are|these are|here's|this is) (my|some) (free times|times|availability|dates|hours) (for coaching|) {when}
    {when}
(add|put|load) (more|extra|further|some) (slots|times|hours|dates) (to|in|into|up in) my (diary|calendar|coaching
    diary|availability)
(could|can) you (put up|publish|offer|open|add|list) some (hours|time|slots|dates) of mine (in|on) {when}
(free|available|open|around) for coaching {when} (and {when}|)
(new|revised|updated|extra) (availability|times|hours) (from me|for me|for coaching|) {when}
(i want|i'd like|can i|let me|i need) to (give|offer|open|add|publish|set) (more|some more|a few more|extra|my)
    (times|slots|hours|availability|coaching hours) (to|for|up to|) (my coachees|the
    group|people|participants|{when}|)
(open|release|create|offer) (three|two|four|some|a couple of) (slots|hours|sessions) on {when}
(make|let) my {when} (bookable|available|open for booking|be booked)
(my|the) diary (has|is|has some) (opened up|free|gaps|space) {when} (for coaching|for coachees|so offer it)
(i can|i could|i'm able to|happy to) (do|offer|give|manage|coach on) ({when}|mornings|a couple of hours)
    (until|till|between|for) ({when}|easter|the summer)
(let|allow) (people|participants|them|my coachees) (book|see|have|grab) me (on|) {when}
(open|free) up (some|more|a few|my) (more|) (times|coaching times|hours|diary) ({when}|next month|)
(take|block) (my|) {when} (off|out) (my|the|) (offer|times|availability|) (i can't coach then|i don't coach then|)
(my|the) (diary|calendar|week|month) has opened up (i can|so i can) (take|see|coach|fit in) (two|a few|some|{number})
    (more|) (people|participants)
(set|change|update|edit|sort out) (my|the) (hours|days|pattern|times) (for coaching|i coach|i'm available to
    coach|when people can book me)
(put|add|give) (in|out|) (some|more|extra) (coaching|) (time|hours|sessions) (from me|on|for) {when}
""")

CONFIRM_SESSION = ways_to_say("""
(confirm|accept|approve|agree|ok) (the|a|my|that|this|{person}'s) (session|booking|request|coaching
    request|slot|appointment|session with {person}|booking with {person}|coaching session|session request|booking
    request) (with {person}|on {when}|for {when}|please|)
(yes|) (i|i'll|i'm happy to|happy to|glad to|i can) (confirm|accept|take|approve|do|coach|see)
    (the|{person}'s|that) (request|session|booking|appointment|slot|{when} session) (with|for|) ({person}|{when}|)
(yes|) i can (coach|see|do|meet) {person} (then|at that time|on {when}|{when}|)
(say yes|yes|ok|agree|agreed) to (the|{person}'s|that|both|the new|all the)
    (request|session|booking|bookings|requests|time|slot)
(mark|set|put) (the|that|{person}'s) (session|booking|slot|appointment) (with {person}|) (as|down as)
    (confirmed|agreed|accepted|definite)
(tell|let) {person} (know|) (that|) ({when}|the session|that time|it|our session|the slot) (is|)
    (fine|ok|on|confirmed|good|works|suits me|is fine with me|works for me)
(that|the|this|{when}) (time|slot|booking|session|date) (works|suits me|is fine|is good|is ok|is fine by me) (for
    me|with me|) (as the coach|please confirm|so confirm it|go ahead|let them know|)
(any|are there any|what|show me the|see|which) (requests|booking requests|session requests|bookings|coaching
    requests|pending requests) (to|for me to|waiting for me to|i need to|waiting) (confirm|accept|approve|answer|)
(i've|i have|there is) (a|got a) (request|booking|booking request|session request) (waiting|from a coachee|from
    {person}|to confirm|to accept) (please|) (approve it|accept it|confirm it|)
(confirmed|accepted|approved|confirm|accept|confirm it|confirm booking|accept request|confirm session)
(good to go|all good|happy|go ahead|fine) (with|for|on) {person}'s (session|booking|request|slot|appointment)
(please|) (go ahead and|) (confirm|accept|approve|book) (it|them|both|this one|him|her|them all|my coachee)
    (in|for {when}|as their coach|)
(lock|firm|pin) (in|up|down) the (session|slot|time|booking) (with {person}|{person} asked for|on {when}|)
(the slot|the time|the session) {person} (asked for|requested|proposed|wants) (is fine|works|please accept|)
(decline|turn down|say no to|reject) (the|{person}'s) (request|booking|session request|session)
(confirm|confirm please|confirm session|confirm booking|accept|accept request|accept booking|approve|approve
    request|confirm it|confirm {person}|accept {person})
(yes|) (i can|i'll|i could|happy to|glad to) (coach|see|do|take|meet) {person} (then|on {when}|{when}|at that
    time|as asked)
(let|tell) {person} (know|) (yes|it's a yes|we're on|i can do {when}|i'll see them {when}|that {when} is good for
    me)
(good to go|fine by me|happy|yes) (for|with|to) {person} (on|at|) ({when}|session|as booked)
(confirm|accept|approve) {person} (for|on|at|) ({when}|)
(the|that) (request|booking|slot) (from|for|with) {person} (yes|is fine|ok|please confirm|approved|works)
(accept|confirm|approve|say yes to) (all|both|every|the) (my|the|) (pending|waiting|open|outstanding|new|)
    (bookings|requests|sessions)
{when} with {person} (works|is fine|is good|suits|yes) (confirm it|please confirm|for me|)
(i|yes i|happy to) confirm (the|our|) (coaching|session|one to one|booking|{when}) (on {when}|with {person}|for
    {when}|)
(which|what|any|are there) (requests|bookings|people|sessions) (are|is|) (waiting|pending|outstanding|open) (for|)
    (me|my answer|my reply|me to confirm|)
(who|has anybody|has anyone|did anyone) (has|) (asked|put in|applied|asked me|booked) (for|to have|) (a session|a slot
    with me|coaching with me|me|time with me)
(i'm|i am|yep i'm|yes i'm) (ok|fine|happy|good|all right) with (the time|{when}|the slot|what|that time)
    ({person}|{person} picked|{person} proposed|{person} asked for|confirm it|)
(confirm|accept|approve) (everyone|everybody|all of them|the lot|them) (for|on|) ({when}|next week)
(turn down|decline|reject|refuse|say no to) (the|{person}'s|that) ({when}|) (request|booking|one|session) (for
    {when}|from {person}|please|)
(let|tell) {person} (know|) (his|her|their|the) (session|booking|request|slot) (is on|is confirmed|is fine|is
    accepted|goes ahead)
(can't do|can't manage|no to) {person}'s (request|booking|time|slot) (suggest|offer|propose|) (another time|something
    else|)
(just saw|i see|saw) (that|) {person} (would like|wants|asked for|has booked|picked) {when} (that's|which is|it's|and
    that's) (absolutely fine by me|fine|good for me|ok with me)
(accept|confirm|approve) the one (on {when}|from {person}|for {when}) (but not the one|not the one|only) (on
    {when}|from {person}|)
(go|please go) ahead with {person}'s (booking|session|request|slot|hour)
(can you|please|could you) (let|tell) {person} (know|) (i'll see|i can see|i'm happy to see|yes to)
    (him|her|them|that) (on {when}|at {when}|) (as he asked|as she asked|as asked|as requested|)
(tell|let) {person} (know|) {when} (suits|works|is good|is fine|is ok)
(i'll|i will|happy to|glad to) take (the|{person}'s|that) (booking|request|session|slot|one) (from {person}|on
    {when}|)
(no problem|fine|ok|happy|all good) with (what|the time|the slot) {person} (proposed|suggested|asked for|wants|booked)
(that|this) (time|slot|date) (is fine|suits|works|is good) (for me|with me|) (tell|so tell|let)
    (her|him|them|{person}) (yes|know|)
(respond|reply|answer) to (the|my|those|{person}'s) (booking requests|requests|request|coaching requests)
(requests|bookings|session requests) (i need to|for me to|still to) (answer|confirm|accept|approve|respond to)
(yes|say yes|that's a yes) to {person} (on|for|at|) ({when}|)
(yes|ok|fine|great|sure) (that|the) (time|day|date|request|booking) (with|from|for) {person} (works|is fine|suits
    me|is good) (for me|)
(say|tell) (yes|them yes|{person} yes) to (all|all of|every one of|) (the|my|) (requests|bookings)
(happy|glad|fine|good) to (go ahead|see|meet|do) (with|) ({person}|{person}'s booking|that booking) ({when}|)
(i can|i'll) (do|see|take) {person} (on|at|) {when} (confirm it|so confirm|please confirm|go ahead)
""")

CLEAR_TIME = ways_to_say("""
(clear|empty|free up|wipe) (my|) (diary|calendar|coaching|sessions|bookings|coaching diary) (on|for|from|) {when}
(clear|empty|free up) (my|all of my|the whole of|) {when}
(please|can you|could you) (clear|empty|free) (me|my|everything) (on|for|) {when}
(cancel|drop|scrap|call off) (everything|everybody|everyone|all bookings|the lot) (booked with me|with me|in my
    diary|) (on|for|) {when}
(i can't|i cannot|can't|i won't be able to) (coach|see anybody|see anyone|take anybody|do any coaching) (on|) {when}
    (after all|any more|so cancel them|cancel everything|)
(i'm|i am) (ill|in court|in a hearing|off sick) {when} (so|) (clear my coaching|clear my
    diary|cancel everybody|cancel all my coachees)
(something|an inquiry|a meeting) has come up (on|) {when} (so clear it|clear my diary|cancel everyone who is booked)
(keep|leave|make) (my|) {when} (free|clear) (of|from) (coaching|bookings|sessions) (after all|)
(move|shift|push|put off) (everybody|everyone|all of them|all my coachees|my whole afternoon) (on|from|) {when}
(nobody|no one|no more) (can|should|may) (come|see me|book me) (on|) {when} (any more|i'm away|after all)
(who|which sessions) (would|does) it (affect|concern|hit) if i (clear|cancel|free up) {when}
(take|pull) everything (out of|off) my (diary|calendar|coaching) (on|for) {when}
(clear|empty|free up) (my|the) (afternoon|morning|evening|day|week) (please|for me|of coaching|)
(clear|empty|cancel) everything (after|before|from|between) {when} (on|) ({when}|)
(clear|empty|free up) the (afternoon|morning|whole|rest) of {when}
(clear|empty) (20 january|3 march|14 july) (please|from 2|until noon|)
(clear|empty) (10 to 20 may|3 to 5 june|1 until 8 october) (please|)
(clear|empty) {when} (in|for|from|) (the afternoon|the morning|coaching|me|my coaching|2 onwards)
""")

CANT_COACH = ways_to_say("""
i (can't|cannot) be {person}'s coach
(i|i really|i'm afraid i) (can't|cannot|shouldn't|should not|mustn't|must not|had better not|ought not to) (coach|be
    coaching|be the coach of) {person} (please|any more|because we know each other|)
(i'm|i am) not (the right coach|able to be the coach|allowed to be the coach|a good coach) for {person}
(i have|i've got|there is|there's) a conflict (of interest|) with {person} (as a coach|in coaching|so i can't
    coach them|)
(don't|do not|please don't|never) (give me|match me with|pair me with|put me with|book me with|assign me to|assign
    me) {person} (to coach|for coaching|please|)
(i'm|i am) too close to {person} (to coach them|to be their coach|to coach him|to coach her)
(i'm|i am) {person}'s (manager|line manager|boss) (so i can't coach them|and can't coach them|and shouldn't coach them)
(i|i'd) (would|) rather not (coach|be the coach of) {person} (please|)
{person} (should|must|can) not (book|choose) me (as a coach|for coaching|)
{person} (shouldn't|mustn't|can't) be able to (book|choose) me (as a coach|)
{person} and i (work together|are related|are friends|have a conflict) (so i can't coach them|so i shouldn't coach them)
(keep|hold) {person} (away|apart) from me (in coaching|please|)
(keep|hold) me and {person} apart (please|in coaching|)
(say|declare|note|enter) (a conflict|a conflict of interest|whom i can't coach) (with {person}|)
(there is|there's) (somebody|someone) i (can't|cannot|shouldn't) coach
(how|where) (do|can) i (say|tell you|declare) (whom i can't coach|a conflict|that i can't coach somebody)
""")
