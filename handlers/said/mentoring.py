"""What people say about mentors."""

from handlers.said.ways import ways_to_say

VOLUNTEER_AS_MENTOR = ways_to_say("""
(i'd like|i want|i'd love|i'm happy|i'd be happy|i'm willing|i'm keen|i'm ready|happy|willing|keen|glad|can
    i|could i|may i|i would like) to (be|become|volunteer as|act as|serve as|offer myself as|sign up as|register
    as|train as|carry on as) (a|one of the|your) (mentor|mentors|mentor for someone|mentor next year|mentor to a
    participant)
(i'd like|i want|i'd be happy|happy|willing|can i|i'd be glad|keen|able|i could|i can|ready) (to|)
    (mentor|support|help|guide|give time to|share my experience with) (someone|somebody|a participant|a newer
    leader|new participants|one of the new cohort|a colleague|the next cohort|another|people) (on the programme|this
    year|again|)
(volunteer|volunteering|volunteer me|offer) (as|to be|to|) (a|) (mentor|mentor someone|mentoring|be a mentor|)
(sign|put|count) me (up|down|in) (as|for) (a|being a|) (mentor|mentoring|mentoring someone|volunteer mentor)
(put|add) (me|my name) (on|to|down on|forward for|down as|forward as) (the|a|) (list of mentors|mentor list|mentor
    register|mentor|mentoring|mentor pool)
(how|what|where) (do|can|would|does|is) (i|involved if i|it take to|involved in) (become|be|sign up as|volunteer
    as|apply to be|mentored|being) (a|) (mentor|mentoring|someone's mentor)
(what|how much time) (would be|is|does) (involved|expected|needed|it take) (in|if i|of|to) (mentoring|mentor
    someone|a mentor|offered to mentor|be a mentor|mentor)
(now that|since) (i've|i have|i) (graduated|finished|completed the programme) (i'd like to|i want to|can i|i'd
    love to) (give something back|mentor|support others|help the next cohort|give back)
(i'd like|i want|want|happy) to give (something|) back (by mentoring|to the programme|as a mentor|)
(open|available|free) (to|for|to do some|to take on) (mentoring|mentor|mentees|a mentee|another mentee)
    (again|this year|someone|)
(i|i can|i have|could i|i've) (take on|room for|have space for|time for|take|capacity for|another)
    (a|another|one|a new|two) (mentee|mentees|person to mentor|participant to mentor)
(do you|are you|does the programme) (still|) (need|looking for|recruiting|short of|want|after) (mentors|more
    mentors|alumni mentors|people to mentor|volunteers)
(mentor|mentors|mentoring) (registration|sign up|volunteer form|offer|application|training)
(be|become|being|becoming) a mentor (please|)
(pause|stop|stand down from|step down from|withdraw from) (my|being a|) (mentoring|mentor|mentor
    role|volunteering)
(offer|offering) (my time|my help|mentoring|an hour a month|my experience) (to|for) (participants|new
    leaders|someone|others|mentees)
(volunteer|volunteer as mentor|become a mentor|be a mentor|mentor someone|mentoring volunteer|mentor
    registration|register as mentor|mentor sign up|offer to mentor|i can mentor|i could mentor)
(i|i'd) (want|like|love|would like|am happy) to be (a|one of your|someone's) mentor
(support|help|guide|take under my wing) (a|one of the|someone|some of the) (newer|new|next|current|younger)
    (participant|leader|cohort|participants|person on the programme)
(i can|i could|happy to|able to) mentor (someone|a participant) (from|starting) {when}
(i've|i have|i've got) (time|capacity|space|room|an hour a month) to (mentor|be a mentor|mentor someone)
    (again|this year|)
(could|can|may) i (help|support|look after|guide) a (new|newer|) (participant|leader|colleague) as (their|a)
    mentor
(put|add) me (on|to|back on) the mentors (list|pool|register)
(happy|glad|willing) to be a (sounding board|mentor|critical friend|guide) for (somebody|someone|a participant)
    (on the programme|)
how (can|do|could) (alumni|graduates|former participants) (help|volunteer|serve) as mentors
(i'd|i would|i'm|i could) (be up for|be happy with|up for|be keen on|gladly do) (mentoring|some mentoring|being a
    mentor) (two people|someone|this year|again|)
(are you|do you) (still|) (looking for|need|short of|after) mentors (i could|i can|i'd|) (take one on|do it|help|)
(i'd|i could|i would|happy to|i'd gladly) (gladly|like to|love to|) (guide|support|help|look after|take on) (one
    of|someone from|a) (next year's people|the new cohort|the next lot|participant|mentee) (as their mentor|coming
    through|)
(can|could|do) (old hands|alumni|graduates|past participants|people like me) (like me|) (mentor|help|support|be
    mentors for) (the new lot|the new cohort|others|participants|)
(i've|i have|i've got) (a bit of|some|enough|) (time|capacity|room) (to give|for|to take on) (a
    mentee|mentoring|someone as a mentor|another mentee)
(what|how much) (would i|do i|does a mentor|is) (have to do|involved|do|expected to give) (if i mentored somebody|in
    mentoring someone|as a mentor|)
(count|sign|put) me (in|up|down) (for|to|as) (the mentoring scheme|mentor|a mentor|mentoring) (this year|again|)
(i got|i had|i've had) so much (out of|from) the programme (that|and|so) (i'd like to|i want to|i'd love to)
    (mentor|give something back|support someone|help)
(as an alum|as a graduate|having finished|i finished last year and) (i'd|i would|would|i) (love|like|be glad|want) to
    (support|mentor|help|guide) (someone coming through|a participant|someone)
(register|enlist|offer|propose) (me|myself) as (a|) mentor
(mentoring|being a mentor) (sounds good|appeals|interests me|is something i'd do|i'm interested) (how do i start|where
    do i sign|)
(i'd|i would|i'm) (be happy|be glad|love|like|willing|keen|up for|open) (to|) (mentor|mentoring|be a mentor to|taking
    on|support) (somebody|someone|a participant|one of them|this year|a new starter)
(i'm|as) (an|) (alum|alumna|alumnus|former participant|past participant|graduate) (and|who) (would
    like|want|wants|can) to (give something back|help|mentor|support the next lot)
(i've|i have) (time|room|space|capacity) (to|for) (take on|mentor|a|support) (a mentee|someone|another mentee|one
    more)
(sign|put|count|pop) me (up|down|in) (to|as|for) (mentor|a mentor|mentoring)
""")

FIND_MENTOR = ways_to_say("""
(find|get|match|give|pair|assign|suggest|recommend) me (with|) (a|another|some|a suitable|a new)
    (mentor|mentors|one of the mentors|mentor from health|alumni mentor|possible mentors)
(i'd like|i want|i need|i'm looking for|looking for|can i have|i would appreciate|i could do
    with|after|seeking|need|want) (a|another|a different|a new|) (mentor|mentoring|alumni mentor|senior mentor|female
    mentor) (please|who|with|from|in) (has led a merger|housing experience|another borough|health|public health|has
    done my job|finance|)
(who|is there anyone|anyone|somebody|someone) (could|can|would|who could|to|available to) (mentor|be my
    mentor|guide|mentor me) (me|) (on|about|in|) (finance|political leadership|my career|through this|)
(can i|could i|may i|i'd like to|how do i|i want to) (be|get) (matched|paired|put|linked up|) (with|) (a mentor|a
    mentor who|someone who has been|an experienced leader|someone more senior|one of the alumni) (has led change|a
    director|for advice|in my field|)
(is there|are there|do you have|have you|what|which|any|show me|list|see|who are the) (any|a|the|some|)
    (mentors|mentor|mentors available|available mentors|mentors who|alumni mentors) (available|in|from|who know|with|i
    can choose from) (housing|adult social care|another borough|finance|experience of mergers|)
(how|when|what) (does|do|will|happens) (the mentor matching|mentor matching|mentoring|i|i get a|with) (work|know
    who my mentor is|be matched|hear about my mentor|get a mentor|matching|find out my mentor|mentor)
(who|when|what) (is|'s|will) (my|be my) mentor (going to be|be|again|called|)
(change|swap|switch|replace) (my|) mentor (please|)
(not|don't|doesn't) (click|clicking|work|getting on) with my mentor (can i|) (change|have another|)
(mentor|mentor please|find mentor|mentor match|mentor matching|mentoring|my mentor|get a mentor|request a mentor)
(someone|somebody|a person) (more senior|experienced|who has been there|outside my council|from another
    organisation|who has done it before) (to|i can) (talk things over with|learn from|bounce ideas off|mentor me|guide
    me|advise me)
(experienced|senior) (leader|person|director|chief exec) (to|who could) (mentor|guide|advise) me
(is it|am i) (too late|allowed|able|eligible) (in the programme|) to (ask for|have|get|request) a mentor
(contact|message|meet|talk to) (my|a) mentor
(mentor|mentors) (with|in|from|for|who knows|specialising in) (experience|housing|transport|health|finance|women
    leaders|a background in) (of|)
(mentor|mentor please|find a mentor|find mentor|need a mentor|my mentor|mentor match|request mentor|get a mentor|i
    want a mentor|new mentor|mentors)
(i'd like|i want|can i have|i need|could i have) (a|another|a different|a new) mentor (as|because|we|who|please)
    (don't get on|don't click|aren't a match|understands my job|)
(is it|am i) (too late|ok|possible|allowed) (in the year|in the programme|) to (ask
    for|have|get|request|find|change) (a|my) mentor
(mentor|someone) (with|who has|who knows about) (a background in|experience of|worked in|been a) {topic}
(mentor|mentors) (who know about|who have worked in|with a background in|for) {topic}
(who|which mentor|who'd|who would) (would|) (make|be) a (good|suitable|great) mentor (for me|for someone like me)
(pair|match|link|connect) me (up|) with (someone|somebody|a mentor) who (has|knows|has run|has done|has led)
    {topic}
(i haven't|i have not|i don't) (got|been given|have) a mentor (yet|can you help|at the moment|any more)
(what|who) mentors (are there|do you have|can i choose from)
(i want|i need|i'd like|could do with) (advice|guidance|some wisdom) from (someone|somebody)
    (senior|experienced|further on) (in|at|from) {topic}
(could you|can you|please) (suggest|recommend|name) a mentor
(pair|match|set|team|put) me (up|in touch|) with (an alum|a former participant|someone who's been a director|somebody
    who knows {topic}|a mentor)
(who|when) (is|do we hear who|will be|do i find out who) (my|our) (mentor|mentors) (is|are|be|)
(are|is) (mentors|mentoring|a mentor|there a mentor) (available|offered|open|on offer) (for|to) (people on my
    programme|me|us|participants|everyone)
(i'd|i would|would) (really|) (value|like|love|appreciate) talking (regularly|) (to|with) (someone|somebody) who has
    (already|) (made the step up|been there|done the job|been a director)
(i|we) (haven't|have not|never) (been|) (matched|paired|given|got) (with anyone|with a mentor|a mentor|up) (yet|so
    far|)
(someone|somebody|a person) (senior|experienced|further on|wiser) (to learn from|to guide me|to talk to regularly|i
    could learn from) (outside my borough|in another council|)
(is there|have you|do you know) a (former director|director|chief exec|senior person|mentor) (who'd|who would|who
    could|with) (take me on|mentor me|guide me|experience of {topic}) (as a mentee|)
(i'd like|i want|i need|hoping) to be mentored (by|on) (someone|somebody|{topic}) (from the nhs|who knows {topic}|)
(things|it|we) (aren't|isn't|are not) (gelling|working|clicking|getting on) with my mentor (may i|can i|i'd like to)
    (try|have|get) (another|someone else)
(could|can|may) i be (put|placed) (in touch|together) with (an alum|a mentor|someone) who (knows|has done|understands)
    {topic}
(do i|will i|should i|can i) (get|have|be given|be getting) a mentor (on this programme|as well|too|)
(advice|guidance|wisdom) from (someone|somebody) who has (done this job before|been a director|led a council|been
    through it)
(request|choose|pick|see) a mentor (from|in|outside) (another borough|the nhs|my council|health)
how (does|do) (the|) (mentor matching|mentoring|mentors) (work|get picked|get matched)
(i'm|i am) (without|lacking|missing|in need of|short of) a mentor (at the moment|now|)
(who's|who is|is anyone) (available|free|willing|around) to (mentor|be a mentor to|guide) (me|a new assistant
    director|someone new in post)
(i'd|i would|i want|i'd really) (like|love|) to be mentored (by somebody in {topic}|by a director|)
(i could do with|i need|looking for|is there) (someone|somebody|anyone) (who's been|who has been|with experience as)
    (a director|in {topic}|through this|a chief executive) (to talk to|to learn from|to guide me|as a mentor)
(match|pair|connect|set|put) me (with|up with|in touch with) (someone|somebody|a mentor|an alum|one of the alumni)
    (from the alumni|from {topic}|who knows {topic}|)
(who|have you found|when do i hear) (is|will be|'s|who) (my mentor|mentoring me|a mentor for me) (going to be|)
(does|do|is) (everyone|i|anybody) (get|entitled to|have) a mentor
""")
