"""What people say about getting onto the programme, leaving it, and what comes beside it."""

from handlers.said.ways import ways_to_say

NOMINATE = ways_to_say("""
(nominate|put forward|recommend|propose|put up|suggest) (someone|somebody|a colleague|{person}|my deputy|one of my
    team|a member of my team|one of my managers|one of my heads of service|my assistant director|two people) (for|to)
    (the programme|the next cohort|leaders for london|the course|a place|)
(i want|i'd like|i need|can i|could i|how do i|where do i|may i|wish|wanting) (to|) (nominate|put
    forward|propose|recommend|make a nomination|submit a nomination|put someone forward|put a name forward) (someone|a
    colleague|{person}|my deputy|for the programme|one of my team|a member of staff|)
(nominate|nomination|nominations|nomination form|make a nomination|new nomination|nominate someone|nomination
    please|nominating)
(when|what) (do|does|is|are) (the|) (nominations|nomination|nomination window|deadline for nominations|closing
    date for nominations|nomination form|nomination process|nomination deadline) (close|open|due|end|)
(who|how many|how many people) (can|could|may|should) (i|we|be|our borough|our council|each borough|a council|one
    organisation) (nominate|put forward|nominated|put up|propose|send|recommend)
(has|have|did|is) (my|the) (nominee|nomination|candidate|person i nominated|nominees) (accepted|been accepted|been
    received|heard|got a place|apply|applied|gone through|progressing|got in)
(withdraw|change|cancel|edit|check|see|track|finish|amend) (my|the|a|our) (nomination|nominations|nomination of
    {person}|nomination form|nominee)
(i've|i have|i know|there is) (a|got a|someone|an|somebody|two) (great|strong|excellent|brilliant|talented|good|)
    (deputy|colleague|manager|candidate|assistant director|head of service|person in my team|people) (who|i|who'd|for)
    (should be on the programme|would be perfect for the next cohort|i'd like to nominate|would benefit|ought to do
    this|the next cohort)
(what|how|which) (do you need|information|does it take|is the process|does|should i write) (from me|is needed|)
    (to|for|in|does) (nominate someone|put someone forward|a nomination|nominating a colleague|nomination work)
(one|some|a few|two) of my (staff|team|direct reports|managers|colleagues) (should|would like to|could|ought
    to|want to) (do|join|go on|be on|come on|be put forward for) (the|this) (programme|course|next cohort)
(put|putting) (a name|someone|names|a colleague|{person}) (forward|in|up) (for|) (the programme|the next
    cohort|consideration|)
(sponsor|support|back|endorse) (a|my) (colleague|deputy|colleague's place|member of staff) (for|on) (the|)
    (programme|next cohort)
(who|what) (is|makes|can be|are) (eligible to be|a good|) (nominated|nominee|you looking for in a nominee|criteria
    for nominations)
(nominate|nominate someone|nomination|nominations|nominate {person}|nominate a colleague|nomination form|put
    someone forward|put {person} forward|new nomination|my nomination)
(what|which details|what information) do you (need|want|require) (from me|) to (put someone up|nominate
    someone|put someone forward|consider my deputy) (for|) (leaders for london|the programme|)
(how|where) (do|can|would) i (recommend|nominate|suggest|put forward|sponsor) (my deputy|a
    colleague|somebody|{person}|one of my staff) (for the programme|for the next cohort|)
(withdraw|take back|change) (the|my) nomination (of|for) {person}
(one|a couple) of my (heads of service|managers|team|directors|staff) would be
    (great|perfect|ideal|brilliant|good) for (this|the programme|next year)
(i've|i have|got) (someone|somebody|a person|a colleague|a name) in mind for (next year's cohort|the programme|the
    next cohort|this)
how (do|does|did) (nominations|nominating|the nomination process) work
can (i|we) nominate (more than one|two|several) (person|people|)
i'd (recommend|put forward|nominate|suggest) (my deputy|{person}|a colleague) for (this|the programme|a place)
(my|one of my) (number two|deputy|colleague|assistant directors|heads of service|staff) (would|could|should)
    (thrive|do well|shine|be perfect|be great|be) on (this|the programme|the course) (what do i do|how do i put her
    name in|)
(could|can|may) (our|my|each) (borough|council|organisation|department) (send|put forward|nominate|have)
    (two|three|more than one|several) (people|nominees|names|) (forward|)
(i'd|i would|i want) (like|love|happy|) to (vouch for|support|back|suggest|recommend|speak up for) ({person}|a
    candidate|a person|a colleague) (for|) (the next intake|the next cohort|cohort three|the programme)
(what|which) (are|is) the (criteria|requirements|rules|deadline|form) for (nominees|nominating|putting people
    forward|a nomination|nominations)
(deadline|last date|closing date|cut off) for (putting people forward|nominations|nominating|nominees)
(what|how much) do you need from (me as|) a (nominator|sponsor)
(which|who) of my (staff|team|managers|people) can be (nominated|put forward)
(finish|complete|find|send|check) the nomination (i started|i made|form|for {person})
(as|i'm) (chief executive|a director|the chief exec|a chief officer) (i'd like to|how do i|can i)
    (support|nominate|put forward|suggest) (a candidate|someone|two people)
(i've|i have|we have) a (great|good|strong|promising) (candidate|person|colleague) in my (team|service|directorate)
    (for the next cohort|for the programme|for next year)
is it too late to (nominate|put forward|suggest|recommend) (someone|somebody|a colleague|a name)
my (colleague|deputy|friend at work) (should|ought to|deserves to) be on this (programme|course|)
(put|bring|send) (my head of service|one of my team|somebody|a colleague|{person}) forward (for|to|) (the
    programme|next year|the next cohort|)
(who|how many people|whom) (can|may|should) (i|we|each borough|a council) (nominate|put forward|send|propose)
(is it|am i) (too late|still in time|ok) to (nominate|put forward|propose) (someone|somebody|{person})
""")

APPLY = ways_to_say("""
(i'd like|i want|can i|how do i|where do i|could i|may i|i'm thinking|is it possible|i was told|i wish|let
    me|should i|hoping|ready|thinking) (to|of|) (apply|applying|put in an application|start an application|apply for
    the programme|apply for a place|be considered|apply to the next cohort|join the programme|get on the programme|get
    a place)
(apply|application|application form|apply now|my application|start application|apply for programme|how to
    apply|applying|new application)
(check|see|what's|what is|find out|track|show me|where is|how is|any news on|update on) (the|my|) (status of my
    application|application|application status|progress of my application|my application|how my application is doing)
(when|what) (is|are|do|does|will) (the|applications|application|i) (deadline for applications|close|closing date
    for applications|open|window close|hear about my application|deadline|hear if i have a place|application
    deadline|hear back|know if i got in)
(am i|would i be|is someone like me|are charities|can people from charities be) (eligible|able to apply|allowed to
    apply|the right level|too junior|qualified|senior enough) (for the programme|if i work for a charity|to apply|for
    a place|to join|as a head of service|)
(who|what) (can|are|is|do i need) (apply|the entry requirements|the criteria|the eligibility criteria|eligible|to
    apply|the selection criteria|the requirements) (for the programme|for a place|for the next cohort|)
(finish|continue|edit|change|submit|send|complete|withdraw|resume|carry on with|save) (my|the|an)
    (application|application form|application to the programme)
(how|what) (do|does|is|much|are) (i get on|the application process|the selection process|it cost to take part|the
    fees|i get onto|it cost to join) (the programme|the course|work|involve|the next cohort|)
(can|could) (i|someone|people) (still|) (apply|join|take part|do the programme|get on) (for|if|from|even if|) (the
    next cohort|i work part time|outside london|i am self employed|next autumn|i've no degree|next year's programme)
(is it|am i) (too late|too early|still possible) to (apply|put in for|join|get onto) (the|) (programme|next
    cohort|course|autumn intake|)
(have i|did i|when will i know if i) (got|get|been given|been offered) (a|in|) (place|on|in|a place on the
    programme|an interview)
(i'm|i am) (interested in|keen on|keen to do|thinking about|considering) (the programme|applying|joining the
    programme|doing the programme|the next cohort|a place on the course|taking part)
(my|a) (chief exec|manager|boss|friend|colleague) (told me|said|suggested|recommended|encouraged me) (to|i
    should|that i|i) (apply|apply for this|apply to the programme|should apply)
(register|express|expression of|note) (my|an|of) interest (in|for) (the programme|applying|the next cohort|a
    place|)
(waiting list|interview for the programme|selection day|reference for my application|referee for my application)
(withdraw|pull) my application
(apply|application|my application|application form|apply please|application status|apply for the programme|apply
    for leaders for london|apply to leaders for london|how do i apply|start application|admissions)
(keen|hoping|wanting|would love) to (be considered|be part of|take part in|get a place on|join) (for|) (the|this)
    (coming|next|) (cohort|programme|leaders for london|year's programme)
(is|are) the (programme|course|scheme) (open|available) to (people|someone|staff|managers) (from|in|outside)
    {what}
(did|has|have) (my|you got my|you received my) application (arrive|arrived|got through|been received|gone in|come
    through)
(where's|where is|send me) the (form|link|page) (to|for) (apply|applying|applications)
(what|which) (are|is) the (entry|selection|admission|joining) (criteria|requirements|conditions|process)
(i've|i have) started (an|my) application (and|) (want to finish it|how do i finish|can't find it)
(what|which) (happens|is next|do i do) (after|once|now) (i've|i have) applied
(any|is there|do you have) (news|word|decision) (on|about) (whether|if) i (got in|have a place|was accepted|made it)
how (competitive|hard|difficult|easy) is it to get (a place|in|on the programme|onto the course)
(do i|would i|should i) (need|have|want) (my|a) (manager's|boss's|chief exec's) (approval|permission|sign
    off|reference) (to apply|for a place|before i apply)
(i work|i'm|i am) (in|at|for|a) ({what}|probation|the nhs|a consultant|a charity) (am i allowed to|can i|could i|may
    i) (apply|join|do the programme)
(i've|i have|i) (seen|saw|read) the (advert|ad|details|page) for the (next cohort|programme|next intake) (and|) (what
    do i need to do|i think i'd be ready|how do i apply|)
(thinking|i'm thinking) of (doing|joining|going on) the programme (myself|next year|) (where do i begin|what do i do|)
(have you|did you) (had|got|received|get) my (form|application|application form|papers) (for a place|)
(what|which) (level|grade|seniority) do (you|i) (need|have) to be (to|at) (at to|) (get onto|apply for|join) the
    (course|programme)
(do i|would i) (stand|have) a (chance|hope|shot) (of|at) (a place|getting in|getting on the course)
(i'd like|i want|hoping|hope) to be (considered|thought of) for (the|) (next cohort|next year|a place|the next intake)
(i want|i'd like|can i|hoping) to (join|be on|do|get on) (next year's|the next|this year's)
    (programme|cohort|course|intake)
(edit|continue|withdraw|start|check|track|finish) (my|an|the) application (please|form|)
(did|have|will) i (get|got|been given) (a place|in|onto the programme|a yes)
(has|was) my (application|form) (been|) (received|looked at|decided|successful|read)
(applications|applying|places) (for next year|open|close|for the next cohort) (when|how|please|)
(how|where) (do i|does one|can somebody|would i) (get|get a place|get myself|get accepted) (on|onto) (this|the|the
    next) (programme|course|cohort)
(can|may|could) (a consultant|somebody from outside london|an independent|someone in health|a police officer)
    (apply|get a place|do this|join)
(has|have|did) (my application|they|anyone) (been looked at|got my application|decided|heard|read it) (yet|)
""")

OPPORTUNITIES = ways_to_say("""
(show|list|see|find|what|are there|any|tell me about|send me|got any|look for|browse|search) (me|)
    (any|the|all|some|new|latest|) (opportunities|jobs|vacancies|secondments|roles|board roles|job
    opportunities|openings|non exec roles|positions|acting up opportunities|trustee roles|interim roles|job adverts)
    (for|going|at|in|available|around|this week|there|) (alumni|director level|london councils|my area|health|the
    nhs|adult social care|me|)
(opportunities|jobs|vacancies|secondments|secondment|roles|jobs board|job board|vacancy list|board roles|non
    exec|career opportunities|stretch assignments|shadowing|job opportunities) (please|for alumni|board|)
(i'm|i am|i'd be|would be) (looking for|interested in|after|open to|hunting for|keen on|thinking about)
    (a|an|another|my next|some) (job|new job|secondment|role|new role|move|board role|promotion|new challenge|director
    role|trustee role|opportunity|next step)
(let me know|notify me|tell me|alert me|message me|email me) (about|when|of|if) (new|a|any|there is a)
    (roles|jobs|job|director post|vacancies|secondments|opportunities|role|opportunity|post) (comes up|come
    up|appear|in london|in housing|is advertised|)
(who|is anyone|are any councils|anyone|is any borough) (is|) (hiring|recruiting|looking for a
    director|advertising|looking for a non exec|looking for someone|offering secondments)
(what|what's|which) (jobs|is out there|roles|vacancies|opportunities|secondments|openings|posts) (are there|for
    me|have come up|are going|are open|is available|do you have|can i go for) (at the moment|this week|now|)
(i|we|can i|how do i|i'd like to|i want to) (have|'ve|advertise|post|share|add|list|put up) (a|an|our)
    (job|vacancy|secondment|role|opportunity|post|job advert|board role) (to|for|with|on|we want) (alumni|the
    board|share|the network|fill|the jobs board|participants|advertise)
(ready for|what about|help me find|thinking of) (the|my|a) (next step|next job|next role|career
    move|promotion|bigger job|new challenge) (what is out there|)
(shadowing|job shadowing|acting up|interim|secondment|project|mentoring|speaking|board|trustee|governor)
    (opportunities|roles|work|posts|opportunity|role|placements) (in|at|for|please|) (adult social care|director
    level|housing|the nhs|a charity|)
(career|next career) (move|moves|opportunities|options|step|development opportunities)
(can i|how do i|where do i) (apply|express interest|put my name down) (for|in) (a|the|that)
    (secondment|job|role|vacancy|board role|position)
(latest|new|current|this week's) (jobs|vacancies|roles|opportunities|posts|secondments)
(opportunities|jobs|vacancies|secondments|job opportunities|show opportunities|any jobs|jobs board|board roles|any
    secondments|career opportunities|vacancies please)
(we've|we have|i've) (a|an|got a|got an) (director|interim|assistant director|post|vacancy|role|board)
    (post|role|vacancy|) to (fill|advertise|share) (can i|how do i|where do i|) (advertise it|post it|share it|list
    it) (to|with|for) (alumni|participants|the network)
(advertise|post|share|circulate) (a|our|my|the) (job|vacancy|post|role|secondment) (to|with|on|among) (alumni|the
    cohort|the board|participants)
(roles|jobs|secondments|opportunities|shadowing|vacancies|placements) in {topic} ({when}|from {when}|)
(anything|something|what's|what is) (going|available|out there|around) at (director|assistant director|chief
    officer|senior) level
(i|i'd) (fancy|like|want|love) a (secondment|new job|change of job|move|board role) (what have you got|what is
    there|)
(tell|let|message) me (know|) when (board roles|jobs|secondments|vacancies|director posts) (come up|appear|are
    advertised)
(who|which councils|which boroughs|anyone) (is|are|) (recruiting|hiring|advertising) (at the moment|now|just
    now|directors)
is there a (non exec|board|director|secondment|trustee) (role|post|job) (going|about|open|)
(anything|something|what's) (in|on) the (talent pool|secondment front|jobs board|job market|horizon job wise)
(what|which) (roles|jobs|posts) (suit|would suit|fit|are right for) (someone like me|me|a head of service|my
    experience)
(who's|who is|is anyone|which councils are) (hiring|recruiting|after|looking for|advertising for) (a|an|) (head of
    service|interim head of housing|director|assistant director)
(projects|boards|panels|things|groups) (i could|i can|to) (get involved in|join|sit on|help with|work on) (across
    london|outside my council|)
(show|tell) me where i could (shadow|second|act up|work shadow) (someone|a director|at director level|)
(what's|what is|anything) being (advertised|offered|recruited) (at the moment|now|this month|)
(i feel|i'm|i think i'm) ready for (the next step|a bigger job|promotion|a move) (is|are|) (anything suitable|there
    anything|what is) (coming up|out there|around|) (across london|)
(i'm|i am) (itching|desperate|hungry|looking|keen) for a (new job|move|change|new challenge|promotion|secondment)
(we've|we have|there's|i have) a (vacancy|post|secondment|job) (the alumni|alumni|participants|people here|your
    network) (might|may|could) (fancy|like|be interested in|want)
(do you know|do you hear|heard) of any (acting|interim|director|shadowing|board) (roles|jobs|posts|director
    roles|opportunities)
(let|tell) me (know|) if (a|any|an) (secondment|job|post|role|director post|opening) (at the gla|) (comes up|turns
    up|is going)
(any|are there|got any) (jobs|secondments|vacancies|board positions|interim posts|roles) (for me|going|in
    {topic}|across london|)
(non exec|trustee|board|interim|acting up|secondment|shadowing) (positions|posts|opportunities|openings|roles)
    (please|going|available|)
(any|are there any|what) (director|senior|interesting|acting up|deputy director|head of service)
    (jobs|posts|roles|vacancies|secondments) (going|about|out there|at the moment|coming up|)
(i'm|i am) (looking|ready|on the lookout) for (my next|a new|the next|a bigger) (post|job|move|role|challenge)
(tell|ping|alert|let) me (know|) when (a|something) (director role|job|secondment|post|vacancy) (comes up|is
    advertised|opens)
""")

LEAVE = ways_to_say("""
(i want|i'd like|i have|i need|i've decided) to (leave|drop out of|quit|withdraw from|give up) the
    (programme|course|cohort) (altogether|for good|)
""")
