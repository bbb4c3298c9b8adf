"""What people say about each other, and to all."""

from handlers.said.ways import ways_to_say

JOIN_TEAM_CHANNEL = ways_to_say("""
(join|get into|get in|get me into|get me in|let me in|let me into|add me to|put me in|invite me to|enter|take me
    to|open) (my|the|our|my team's|my group's|our team's|the team's) (team channel|channel|chat|team chat|slack
    channel|whatsapp group|group chat|group channel|team space|teams channel|telegram group|private channel)
(how|where) (do|can) i (join|get into|find|access|get to|get on|see) (my|the|our) (team|team's|group's|)
    (channel|chat|slack channel|group chat|space|telegram group|team space|whatsapp)
(i'm|i am|i've been|i was) (not|left|missing|locked|dropped|never) (in|out of|from|off|added to|out) (the|my|our)
    (team channel|channel|chat|team chat|group chat|slack group)
(can't|cannot|couldn't|can not|don't) (find|see|get into|access|open) (my|the|our) (team channel|channel|team
    chat|group channel|slack channel|group chat|team space)
(link|invite|invitation|access) (to|for) (my|the|our) (team channel|channel|team chat|team's chat|slack
    channel|group chat)
(team|group|peer group|project group) (channel|chat|space|slack|thread|whatsapp) (please|link|invite|)
(where|which channel) (does|do|is|are) (my|our|the) (team|group) (talk|chat|meet online|talk to each other|message
    each other|talking|hang out)
(i want|i'd like|can i|let me) to (chat|talk|message|be in touch) (with|to|in) (my team|the team channel|my
    group|my team mates|the rest of my team) (on slack|in the channel|)
(rejoin|come back into|get back into|add me back to|put me back in|readd me to) (the|my|our) (team
    channel|channel|chat|group chat|team chat)
(everyone|everybody|the others) (else|) (is|are|seems to be) in the (channel|chat|group|team space) (but me|except
    me|and i'm not)
(what's|which is|what is) (the name of|) (our|my team's|the team's) (channel|slack channel|chat)
(create|set up|start|make) (a|our|the) (channel|chat|team channel|group chat) (for|with) (my team|us|our team)
(the|our|my) (systems challenge|challenge|project|action learning|peer) (team|group)
    (channel|chat|discussion|space)
(sign|put|get) me (in|into|up) (to|for|) the (team chat|channel|team channel|group conversation)
(join channel|team channel|join team chat|team chat|our channel|group chat|join team channel|team chat
    link|channel|slack channel|team space)
(get|put|let|add|invite) me (in|into|to|in to) (the|my|our) (team|group|peer group|set)
    (channel|chat|space|conversation|thread|whatsapp)
(i'm|i seem to be|i am) (the only one|not) (not in|in|missing from) the (team space|channel|chat|group)
(which|what) (slack|telegram|) (channel|chat|group|space) is my (team|group) (on|in|using) (and can i be added|)
(need|want|waiting) (adding|to be added|an invite|access) to (the|my|our) (team|group|peer group|)
    (whatsapp|chat|channel|space)
i (can't|cannot|don't) (see|find|get into|open|have access to) (the|our|my) (group chat|team chat|channel|team
    channel|team space)
(how does one|how would i|can somebody help me) (get|join|come) (into|) the (peer group|team|group)
    (chat|channel|space)
(can i|could i|may i|i want to|i'd like to) (be|get|come) (in|into|part of|on) my (challenge|) (team's|team|group's)
    (group|chat|channel|space|room)
(where's|where is|which is|find) (the|my|our) (group chat|team chat|channel|room|slack|chat|telegram group) (for|of|)
    (the three challenge|my team|our team|my set)
(join|enter|open|find) (team|group|my set|our group|the team) (chat|channel|room|space|)
(team|group|set) (room|chatroom|thread|telegram|slack) (please|link|)
(i've|i have|i was|i got|i seem to have) (dropped|been removed|been thrown|fallen|been kicked|removed|not been added)
    (out of|from|off|to) (our|the|my) (group's chat|team channel|channel|group chat|team's channel) (somehow|by
    mistake|yet|) (put me back|let me back in|)
(how|where) (do|can|would) i (talk|chat|write|speak) (to|with) my (challenge|) (team|group|set) (online|on slack|on
    telegram|together|)
(whereabouts|where|what) is my (set's|team's|group's) (slack|channel|chat|telegram|room)
(let|get|put|add) me (in|into|to|in to) (team three's|the systems challenge|our telegram|our team's|the challenge)
    (room|group|chat|channel|space)
(everyone|everybody|all the others) (else|) (seems|seem|appear) to be (talking|chatting|meeting) in the (team
    channel|channel|group chat) (and i'm not in it|without me|could you add me)
(which|what) channel (is|does) my (challenge team|team|group|set) (using|use|in|on|) (and how do i get in|)
(take|bring|send|get) me to (my|our) (challenge team's|team's|group's|set's) (space|channel|chat|room)
(link|door|way|key) (to|into) (our|my|the) (team|group|set) (chat|channel|room|space)
(how do i|where do i|let me|i want to) join the (discussion|conversation|chat|thread) with my (team|group|set)
(where|how) (does|do|can) (my|our) (team|group|challenge group) (talk|chat|meet online|keep in touch|post)
(i've|i have|i) (lost|deleted|can't find|never got) (the|my) (link|invite|invitation|way in) to (our|the|my) (team
    chat|channel|challenge chat|group chat|slack channel)
(i'm|i am) (not|no longer|missing|left out) (in|from|out of|) (the|our|my) (team|challenge|group) (channel|chat|slack)
(get|let|invite|put|drop) me (in|into|in to|back into) (the|our|my) ({what} challenge|team|group|challenge)
    (channel|chat|space|slack)
""")

WHO_IS_IN_MY_TEAM = ways_to_say("""
(who|who all|who else) (is|are|'s) (in|on) (my|the|our) (team|group|cohort|set|action learning set|peer
    group|programme|challenge team|table)
(who|which people) (am i|are we|have i been|will i be) (working|put|teamed up|grouped|with|paired|in a team|in a
    group) (with|) (on the challenge|for the project|this year|again|)
(show|list|tell|give|see|remind) (me|) (who is in|the members of|everyone in|everybody in|the names of|who else is
    in|all the people in) (my|the|our) (team|group|cohort|set|peer group)
(names|list|contact details|emails|details|roster|directory|profiles|photos|list of names) (of|for) (the people
    in|everyone in|my|the members of|) (my team|the team|my cohort|team members|my group|cohort
    members|participants|team mates|the others|colleagues)
(my|our|the) (team|team members|group|cohort|team mates|teammates|colleagues|cohort members|group members|set
    members|team list|cohort list) (please|again|list|)
(who|what) (are|do) (my|the) (teammates|team mates|team members|others|colleagues|fellow participants|other
    participants|rest of my team|people in my group) (do|work|called|from|)
(how|where) (do|can) i (contact|reach|email|find|get hold of|message|get in touch with) (my team|the others|my
    team mates|people in my team|the rest of my group|my fellow participants|someone in my cohort)
(is|are) ({person}|there any|anyone from|any) (in|on|health people in|finance people in|hackney in|in the same
    team as) (my|me|our) (team|group|cohort|set|)
(am i) (in|on) (the same|a) (team|group|set|table) (as|with) {person}
(which|what) (team|group|cohort|set) (am i|is {person}|are we|have i been put) (in|on|)
(which|what) (boroughs|councils|organisations|jobs|roles|borough) (do|are|does) (my|the) (team|people in my
    group|team members|others|each of my team|cohort) (come from|from|do|have|in)
(who|who is) (the|) (coach|mentor|facilitator|lead|leader) (of|for) (my|our) (team|group|set)
(how many|number of) (people|of us|participants) (are|) (in|on) (my|the|our) (team|cohort|group|programme)
(i've|i have) forgotten (who|everyone's names|the names) (is in my team|my team is|of my team mates|in my group)
(see|meet|know|find out) (who|the people) (i've been|i'm|i am|else is) (put|working|on this|doing this|taking
    part|grouped) (with|)
(participants|participant list|list of participants|people on the programme|who's who|everyone on the programme)
(my team|team|who is in my team|team members|my cohort|my group|participants|cohort list|team list|who is in my
    group|who's in my set|colleagues)
(show|tell|list|give|remind) me (everyone|everybody|who|the names of everyone|the people|who else|who all) (is|)
    (in|on) (the|my|our) (cohort|team|group|programme|set)
(who|who all) are (the|) (six|five|seven|eight|rest|others|all) of us
(i'm|i am) (hopeless|terrible|bad) with names (who|what) (are|is) (the others|everyone|in my team|they called)
(who|whom) (have i been|am i|did i get) (put|grouped|placed|teamed) with
(is|am i with) {person} (in my team|in my group|in my cohort)
(who|who all) (have|has|had) i (been|) (teamed|grouped|put|placed|matched) with
(tell|show) me (about|something about|more about) (my|the) (fellow|other) (participants|team members|people in my
    team|members of my cohort)
(where|which councils|which organisations) (is|are|do) (everyone|everybody|the people|they) in my
    (cohort|team|group|set) (from|work|based|come from)
(who|what) (do|does) (the|) (others|people) in my (team|group|cohort) do
(list|name) the (members|people) (of|in) my (action learning set|team|group|cohort)
(what's|what is) the name of (the|that) (woman|man|person|colleague) (from|in) {what} (in|from) my
    (group|team|cohort)
(what's|what is|which is) (our|my team's|my|the team's) challenge (about|called|on|again|)
(tell|show) me about (my|our|the) (team|group|set|cohort|challenge team)
(which|what) (challenge|project|team|group) (have i|am i|was i|were we) (been put on|on|in|put in|given|assigned)
(who|whom) (am i|are we|will i be) (doing|working on|tackling|sharing) (the|our|this) (challenge|project) with
(have you|can i have|is there|got) a list of (my|the|our) (fellow participants|people in our group|team|cohort|team
    mates)
(i|i can't|can't) put names to faces (in|on) my (group|team|set|cohort)
(what|where) (do|are) (the rest|the others|the members|my teammates|people) (of|in|) (my set|my team|my group|) (do
    for a living|work|based|from)
(what are|give me|show me) my (teammates'|team mates'|team's|group's) (email addresses|emails|names|jobs|phone
    numbers|details)
(is|was) {person} (in|on|part of) (my|our) (team|group|set|cohort) (or|) (the other one|another|)
(who|who else) (leads|runs|heads|is leading|is on) (our|my|the) (team|group|set|programme with me|cohort)
(how many|how big) (of us|people|) (are|is) (in|) (the|my|our) (group|team|set|cohort)
(i know|we were|sorry) (we were told|told|i should know|) (at the launch|before) (but|) (i've|) (forgotten|i forget)
    who (am i with|is in my team|i'm with|i'm doing the challenge with)
(who|who all) is (on|doing|taking part in) (this|the) (programme|course|challenge) (with me|as well|this year|too)
who's (in|on) {person}'s team (and is it mine|)
(names|contact details|phone numbers|email addresses|photos|who's who) (for|of|in) (my|our|the) (team|set|challenge
    group|group)
(who|which people) (am i|are we|will i be|have i been) (working|doing|teamed up|paired|put) (with|) (on|for|in|)
    (the|my|our) (challenge|systems challenge|project)
(remind me|tell me|list|what are) (of|) the (names|people|members|email addresses|others) (in|of|on) (my|our)
    (group|team|challenge)
(which|what) (team|group|challenge) (have i been put in|am i in|am i on|was i given|did i end up in)
(who else|who all) is (on|in|doing) (the|my|our) (systems challenge|team|challenge|project|group) (with me|)
""")

ANNOUNCE = ways_to_say("""
(send|make|write|post|schedule|put out|draft|create|publish|do) (an|a|the|my) (announcement|message to
    everyone|notice|broadcast|message to the cohort|message to all participants|note to everyone|message to all the
    coaches|newsletter|update to the cohort) (for|on|about|to|) ({when}|the venue|everyone|the participants|all
    coaches|mentors|)
(tell|inform|notify|let|message|email|text|write to|alert|contact) (everyone|everybody|all participants|the
    cohort|the whole group|all the coaches|all mentors|the participants|the alumni|all the nominators|all of them)
    (know|about|that|) (the venue has changed|the new time|the module|lunch is at noon|it is cancelled|for me|)
(announce|announcement|broadcast|new announcement|announcement please|make announcement|send announcement|mass
    message)
(announce|announcing|announcement) (the|a|that|to|about) (change|new date|speaker|the cohort|everyone|room
    change|cancellation|all|participants)
(i need|i want|i'd like|can i|could you|can you|please) (to|) (announce|broadcast|tell everyone|message
    everyone|inform everyone|circulate|send everyone|get a message to everyone|send round|put out|let everyone know)
    (something|a message|a note|about|that|some news|the news|this|)
(circulate|send|send out|send round|put round|get out|share) (a|an|this|the|some)
    (note|message|notice|update|news|announcement|email|reminder) (to|among|round|with) (the|all|all the|everyone in
    the) (participants|cohort|group|coaches|alumni|mentors|programme|sponsors)
(message|email|text) (all|the|all the|everyone in the)
    (participants|coaches|mentors|cohort|alumni|group|nominators|line managers|whole programme) (please|about the
    change|)
(as|i'm) (programme director|the director|director) (i need to|i want to|i'd like to|can i)
    (tell|inform|message|write to|notify) (all|everyone|the|all the) (participants|coaches|cohort|in the programme)
(let|letting) (people|them all|the cohort|everyone|participants) know (that|about|the) ({what}|lunch|the room has
    changed|the time has moved|the coach leaves at nine)
(post|put) (something|news|a notice|a message|this) (to|in|on|for) (the whole cohort|everyone|all channels|the
    cohort|everybody|the notice board|all the teams)
(how|where) (do|can) i (send|make|post|schedule|put out) (an announcement|a message to everyone|a broadcast|a
    notice|something to the whole cohort)
(out to|to) (all participants|everyone in the cohort|all the coaches) (please|by tonight|today|)
(change|cancel|edit|reschedule) (the|my|) (announcement|broadcast|scheduled announcement)
(announce|announcement|send announcement|broadcast|message everyone|tell everyone|new announcement|email
    everyone|message all|notice to all|send to all|message the cohort)
(i want|i need|i'd like) (everyone|all of them|all participants|the whole lot|all thirty of them|the cohort) to
    (hear|know|be told|see|get this|have this) (about|) (it|this|the change|that|) (before {when}|by {when}|today|)
(post|put|give|send) (some|a bit of|the|) (news|update|notice|word) (to|out to|for|among) (the|all the|)
    (alumni|cohort|coaches|participants|everyone|mentors)
(can|could) (everyone|the cohort|all participants) be (told|informed|reminded|notified|emailed) (that|about|of)
    (the venue|the change|it|the new time)
(announce|announcement|tell everyone|let everyone know|message everyone|broadcast|tell the cohort) {text}
    ({when}|)
(inform|tell|let|warn) the (whole|entire|full) (cohort|group|programme) (that|know that|about) {text}
(need|want|have) to (get|put) (a message|the word|something|news) (out|round|across) to (all|every one of) (the|)
    (coaches|participants|mentors|cohort|alumni)
(circulate|send round|distribute|share) the (new|) (joining instructions|instructions|agenda|details|timetable)
    (to|with) (everybody|everyone|all participants|the cohort)
(everyone|everybody|all participants|the whole cohort) (should|must|needs to|need to|has to|ought to)
    (know|hear|be told|be aware) (that|about) {text}
(post|put up|publish|issue) a (notice|message|note) (about|on|saying) {text}
(write|send|post|message|say) to (all|all the|the|every one of the) (participants|delegates|coaches|mentors|cohort)
    (that|to|:|) {text}
(pass|send|spread|circulate|get) (this|it|that|the word) (on|out|round) to (all|all the|everyone|the)
    (delegates|participants|mentors|coaches|cohort|group|team leads)
(msg|message|email|text) (every one|everyone|everybody|all) {text}
(i'd like|i want|i need|can i have) (something|a message|a note|this) (sent|sent round|put out|circulated|passed)
    (to|round to) (cohort {what}|everyone|the cohort|all coaches) (on|) ({when}|)
(get|put) the word (out|round|about) (to|among|) (the mentors|everyone|all coaches|participants|the cohort)
    (that|about|) {text}
(everybody|everyone|they all|all of them|people) (ought to|should|needs to|must|had better) (hear|know|be told|be
    warned) (that|about) {text}
(drop|send) (a line|a note|word|a message) to (all the|all|every|the) (coaches|mentors|participants|cohort|lot of
    them) (on my behalf|for me|from me|)
(send|give) the (lot of them|whole lot|cohort|group|participants) the (new|) (joining
    instructions|details|address|agenda|update)
(word|a message|a note|something|news) (needs|has|ought) to (go|get) out (to everyone|) (about|that|today) {text}
(message|write to|tell|contact) only (those|the ones|people|coaches|participants) who (have not|haven't|didn't)
    (replied|answered|confirmed|booked)
(send|write) (all|all the) (coaches|mentors|participants|alumni) (a|an) (thank you|welcome|update|reminder|apology)
(share|pass on|put round) (some|this|the) (news|update|information|change) with (the cohort|everyone|all
    participants|the coaches)
(put|send|post) (a|an) (message|update|notice) (out|round|) to the (whole|entire|full) (group|cohort|programme) (from
    me|)
(could you|can you|please) (please|) (let|tell|inform) all (the|) (participants|coaches|mentors|delegates) (know|)
    (that|) {text}
(i|we) need to (tell|warn|let|inform|update) the (cohort|group|participants|whole cohort) (about|know about|on) {text}
(tell|let|inform) (everyone|everybody|all of them|the cohort|the group) (know|) (that|) (the room|the venue|the
    place|the start) (for|of) {module} (is now|has changed|has moved to|will be) ({what}|elsewhere|another one)
(tell|let|inform) (everyone|everybody|them all|the cohort) (know|) (about|) (the new|a change of|the change of)
    (room|venue|place) (for|of) {module}
(tell|inform|notify) (everyone|everybody|them all) (that|) {module} (is|will be) (now|) (in|at) (another
    room|{what}|a different place)
(put out|get out|share|broadcast|circulate) (some|a|the|this|) (news|message|update|word|notice) (to|with|about)
    (everyone|the cohort|all of them|the whole group|the change)
(tell|let|inform|notify|warn) (everyone|all participants|the whole cohort|everybody|them all) (know|that|) (the|about
    the|) (room|deadline|venue|time|date|train strike) (has changed|has moved|'s moved to {when}|change|)
(post|write|send|email) (something|a line|a note|an update|round) to (the cohort|everybody|all of them|the whole
    programme|coaches and participants)
""")

DELIVERY_REPORT = ways_to_say("""
(delivery report|delivery reports|delivery stats|delivery status|delivery|show delivery report|read receipts|open
    rate|response rate|completion rate|failed deliveries|bounces)
(show|see|give|send|get|view|check) (me|) (the|a|) (delivery report|delivery stats|report on the announcement|read
    receipts|figures for the announcement|response rates|completion figures|delivery status|stats|bounced
    messages|failed messages|messages that failed)
(who|which people|how many|how many people) (has|have|hasn't|haven't|did|didn't|got|received|opened|read|missed)
    (got|received|read|opened|seen|get|not had|not read|) (my|the|it|that|our)
    (announcement|message|notice|broadcast|email|note|last message|)
(did|has|have) (my|the|everyone|everybody|all the participants|it|that|all)
    (announcement|message|notice|received|get|got|seen|gone|read|reach) (it|go out|get through|been
    delivered|arrive|arrived|the message|the announcement|my message|everyone|been read|to everyone|by everyone|)
    (yet|to everyone|)
(who|which participants|how many|how many people|what percentage) (has|have|hasn't|haven't|of people have|of the
    cohort has) (completed|done|filled in|answered|finished|responded to|not done|started|returned) (the|their|)
    (questionnaire|survey|360|feedback form|learning plan|learning contract|evaluation)
(completion|response|take up|uptake|open|read|participation|engagement|answer)
    (rate|rates|figures|numbers|stats|level|levels) (of|for|on|across) (the|)
    (questionnaire|cohort|survey|announcement|feedback|module {module}|programme)
(report|stats|statistics|figures|summary|numbers|breakdown|update|dashboard) (on|for|about|of) (how many|who
    has|the|how the cohort is doing with the|last week's) (announcement|read the
    message|questionnaire|message|survey|deliveries|done it|responded|notice)
(was|were|did|are) (there|any|the) (any|messages|deliveries|announcement)
    (failures|fail|bounce|failed|undelivered|not delivered|bounced messages|errors)
(how|what) (did|was|is) (the announcement|my message|the broadcast|the questionnaire|the survey)
    (doing|received|do|going|the reach of|response)
(did|has|have) (anyone|everyone|people|they all|participants) (not|) (open|opened|read|reply|replied
    to|respond|responded to|get|seen) (it|the message|my announcement|my message|the notice|to my announcement|the
    survey)
(who|how many) did (the|my) (message|announcement|broadcast|notice) (reach|not reach|go to|get to|miss)
(chase|see|list) (those|people|who) (who|) (haven't|has not|still haven't)
    (answered|responded|read|opened|replied|done it|completed the questionnaire)
(how is|how's) the cohort (doing|getting on|progressing) (with|on) (the questionnaire|their plans|the survey|their
    contracts|reflections)
(i sent|we sent) (a|an|out a) (message|announcement|note|notice) (on|) {when} (did it arrive|has it arrived|did
    everyone get it|no replies)
(delivery report|report|delivery|read receipts|stats|who has read it|who read it|open rates|failed
    messages|bounced|undelivered|response rate|who has replied)
(how|what) (is|are) (the|my|our) (cohort|group|participants|people) (doing|getting on|progressing) (with|on) the
    (questionnaire|survey|learning plans|forms|contracts)
(report|figures|update|summary|stats) (on|about|of) (how|where) (the cohort|everyone|participants|people) (is|are)
    (getting on|doing|up to) with the (questionnaire|survey|forms|plans)
(has|have|did) (it|the message|my note|my announcement|the notice|everybody|everyone|they all) (actually|all|)
    (arrived|reached everyone|gone out|landed|been seen|received it|had it|read it)
(how many|who all|which of them) (have|has|did) (read|open|opened|seen|got) my
    (note|message|announcement|notice|email)
has (anyone|anybody|someone) not (had|got|seen|received|read) (the|my) (announcement|message|note)
(what's|what is|how is|how's) the (completion|response|take up|uptake|return rate) (like|looking|) (for|on) the
    (360|questionnaire|survey|forms)
(did|has) my (message|announcement|note) (land|landed|arrive|arrived|get through|got through|go) (with|to|at)
    (all|everyone|all the coaches|all participants)
who (still|) (hasn't|has not|did not) (opened|read|seen|answered) (it|the message|the announcement)
(how many|who|how many people|which participants) (have|has|have not|haven't|still haven't) (filled
    in|done|completed|answered|finished|returned) the (questionnaire|survey|pre course questionnaire|360|form)
(who|who's|which people|who is) (is|still|yet) (still|) (to|missing from|to do|not done|left to do) (do|complete|) the
    (survey|questionnaire|360|form)
(how many|who|who has) (has|have|) (acknowledged|confirmed|looked at|seen|picked up|received) (the|my|our)
    (update|notice|message|announcement)
(anyone|anybody|who|those) (who|) (couldn't|could not|can't) be (reached|contacted|delivered to)
(report|numbers|figures|stats|the numbers|data) (on|for|about) (yesterday's|the last|my|last week's|the)
    (announcement|message|broadcast|notice|update)
(i sent|we sent|i put) (something|a message|a note) (out|) (to the cohort|to everyone|) (on {when}|) (do we know|can
    you tell|) who (has seen it|read it|opened it|has it)
(did|has) (it|that|my message|that message|my update) (go|get|gone|got|land|come) (through|out|) (to everyone|to
    all|with everybody|with the coaches|)
(what|which) (proportion|share|percentage|number|fraction) (have|has|of people have|of them have)
    (read|opened|seen|answered) (it|the message|my note|the survey)
who's (not|still not|yet to) (looked at|read|opened|seen) my (notice|message|announcement)
(how's|how is|what's) the (take up|response|return|completion|uptake) (of|to|on|rate for) the
    (survey|questionnaire|360|announcement)
(was|has|is) (the|my) (announcement|message|notice|update) (been|) (received|delivered|read|sent|gone out) (to|by|)
    (all|everyone|the coaches|)
(did|has) my (update|message|notice|announcement) (to mentors|) (bounce|fail|not arrive|go astray) for
    (anyone|anybody|some people)
(give|show|send) me the (numbers|figures|stats|read receipts|response rates) (on|for|of) (yesterday's|the|my|last)
    (message|announcement|survey|questionnaire)
(response|completion|read|open|opening) (rate|rates|figures) (so far|please|to date|for the cohort|)
(messages|notices|announcements|deliveries) (that|which) (failed|bounced|didn't arrive|weren't read|did not get
    through)
(did|has) (everyone|everybody|it|my message|the announcement|that) (get|got|reach|reached|go out to|arrive with) (my
    message|everyone|them all|all of them|it|ok)
(who|how many|which people) (hasn't|haven't|have|has|didn't|did) (seen|opened|read|get|got|receive|acknowledged)
    (the|my|that|it|yesterday's) (announcement|message|notice|note|)
(who|whom) (didn't|did) (it|that|my announcement) (get to|reach|miss|fail for)
""")
