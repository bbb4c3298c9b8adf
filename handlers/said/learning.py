"""What people say about what they fill in, plan and agree."""

from handlers.said.ways import ways_to_say

QUESTIONNAIRE = ways_to_say("""
(fill in|fill out|complete|do|take|start|finish|open|begin|answer|continue|resume|send me|show me|give me|get)
    (the|my|a|this|that|our) (questionnaire|survey|360|self assessment|assessment|evaluation form|diagnostic|three
    sixty|pre programme questionnaire|end of module survey|baseline survey|leadership questionnaire|form)
(questionnaire|survey|360|self assessment|the questionnaire|the survey|my 360|my
    questionnaire|diagnostic|questionnaires|assessment) (please|link|now|)
(where|how) (is|do i|can i|are) (the|find|get to|start|do|complete|fill in|) (the|my|)
    (questionnaire|survey|360|form|self assessment|questionnaires)
(link|way in|access) (to|for) (the|my) (questionnaire|survey|360|self assessment|form)
(when|what) (is|does|'s) (the|my) (questionnaire|survey|360|self assessment|form)
    (due|close|for|about|deadline|end|need to be in)
(i'm|i am|i want|i'd like|i need|ready|let me|can i|i have) (ready|) (to|) (do|start|finish|complete|fill in|carry
    on with|go on with|continue|take|get on with|change) (the|my) (questionnaire|survey|360|self assessment|answers in
    the questionnaire|assessment|one i started)
(carry on|continue|pick up|resume|go on|go back) (with|to|where i left off in|where i stopped in|) (the|my)
    (questionnaire|survey|360|form|assessment)
(how|what) (far|many questions|long|is|much) (have i got|are|does|left|is left|do i have left)
    (with|in|take|of|left in|) (the|my) (questionnaire|survey|360|self assessment)
(have|has|did) (i|my boss|my raters|my manager|my colleagues|anyone) (done|finished|completed|filled
    in|answered|sent|do) (the|my|their|her part of the|his part of the|their part of the)
    (questionnaire|360|survey|feedback for my 360|self assessment)
(see|show me|where are|what are|get|can i see) (my|the) (questionnaire|survey|360|assessment|diagnostic)
    (results|answers|scores|report)
(who|whom) (do i|should i|can i|will) (ask|choose|invite|name|pick|be asked) (for|to|to fill in|to rate me in)
    (my|the) (360|raters|questionnaire|three sixty)
(invite|remind|chase|add|change) (my|the) (raters|360 raters|respondents|reviewers)
(the|that) (form|survey|questionnaire) (i was|you|we were|you were) (sent|meant to fill in|supposed to do|asked to
    do|sent me|mentioned)
(haven't|have not|not) (done|finished|started|completed) (the|my) (questionnaire|survey|360|self assessment)
    (yet|)
(could i|can i) (change|edit|correct|update|redo) (an|my|the) (answer|answers|response) (i gave|) (in|on|to)
    (the|my) (questionnaire|survey|360)
(pulse|entry|exit|before and after|end of programme|mid point) (survey|questionnaire|check)
(questionnaire|survey|360|my 360|the survey|start questionnaire|do the survey|questionnaire please|questionnaire
    link|survey link|self assessment|assessment|fill in survey)
(feedback|evaluation|assessment) form (for|from|about|after) (module {module}|the module|my manager|the
    programme|)
(done|completed|half way through|in the middle of|stuck on) (my|the) (questionnaire|survey|360|self assessment)
(where's|where is|send me|what's) (my|the) link (to|for) the (survey|questionnaire|360|self assessment)
(how|where|when) (do|can|will) i (get|see|find|have) my (360|questionnaire|survey|assessment)
    (results|report|scores|feedback)
i (never|haven't|didn't) (finished|finish|completed|complete|did|do) (that|the|my) (questionnaire|survey|360|self
    assessment)
(is|when is) the (survey|questionnaire|360|self assessment) (still|) (open|closing|closed|available|due)
(can i|how do i) (still|) (answer|do|fill in) the (survey|questionnaire|360)
(is there|have you|where is) (a|the) (form|questionnaire|survey) (to fill in|to complete|i need to do|to do)
    (before|for|ahead of) (module {module}|the programme|we start|)
(is|are) the (questionnaire|survey|360|self assessment)
    (compulsory|optional|mandatory|anonymous|confidential|required|long)
(show|see|give) me the (remaining|rest of the|other|next) questions
(i|i've) (started|began|was doing|half did) the (questionnaire|survey|360|leadership questionnaire) (on the
    train|yesterday|) (but|and) (lost signal|had to stop|didn't finish|ran out of time) (can i carry on|can i
    continue|)
(i'm|i am|i got) (half way|part way|nearly|) through the (assessment|survey|questionnaire|360) (where did it go|how do
    i get back|can i finish it|)
(can|could|may) i (get|go) back (into|to) the (360|questionnaire|survey|assessment) (and change one thing|to finish
    it|)
(what's|when's|what is) the (cut off|deadline|closing date|last date) (for|of) the (self
    assessment|survey|questionnaire|360)
(has|have|did) (my boss|my raters|my manager|anyone|people) (filled in|done|completed|returned) (their bit of|their
    part of|) (the|my) (360|questionnaire)
(do|take|open|complete|start) the (self assessment|leadership survey|pre course form|pre programme
    questionnaire|systems leadership questionnaire)
i don't think i've (done|finished|completed|seen) the (questionnaire|survey|form) (yet|) (can i do it now|where is
    it|)
(what|which|how many) questions (do i|must i|are there to|should i) (have to|) answer (before we start|in the
    survey|on the form|)
(send|give|show|resend) (me|) (the|that) (questionnaire|survey|form|360) (again|once more|link|please)
how long (does|will|is) the (questionnaire|survey|360|assessment) (take|last|)
(finish|complete|carry on with|resume|pick up) my (assessment|questionnaire|survey|360) (where i left off|from
    before|now|)
(my|the|see my) (questionnaire|survey|360|assessment|self assessment) (results|answers|scores|profile) (please|)
(where's|what happened to|i can't find) (that|the) (form|thing|questions) (you sent|you asked us to fill in|we have to
    do) (before we start|before module {module}|)
(is|are) the (assessment|questions|survey) (open|shut|live|closed) (still|yet|)
""")

LEARNING_PLAN = ways_to_say("""
(show|see|open|view|update|change|edit|write|start|make|create|read|review|work on|finish|set up) (me|) (my|a|the)
    (learning plan|development plan|personal development plan|goals|learning goals|development
    goals|objectives|learning objectives|action plan|aims|targets|learning aims)
(my|the|learning|development) (learning plan|goals|development plan|objectives|plan|development goals|action
    plan|pdp|learning objectives|personal development plan) (please|progress|update|)
(add|set|write|put in|create|make|enter|have|include) (a|an|another|a new|some|new|my) (goal|objective|learning
    goal|development goal|target|aim|action|learning objective|step|goals) (to|for|in|on|) (my plan|my learning
    plan|the year|module {module}|)
(what|which) (are|were|did i|is) (my|say|put|in|set as) (goals|learning goals|objectives|i'd work on|my learning
    plan|my goals|i wanted to learn|my development plan|as my objectives|i would work on)
(how|where) (am i|is|do i|can i|are) (doing|find|write|my|progressing|getting on|set|see|getting along)
    (against|with|on|) (my|) (goals|learning plan|objectives|development plan|learning goals)
(tick|check|mark|cross) (off|) (my|a|the|one of my) (goal|objective|goals|actions|objective as done|goal as
    done|action)
(i've|i have) (achieved|met|finished|done|reached|hit|completed) (my|one of my|a|the first)
    (goal|objective|goals|actions|target|learning goals)
(i|i've|i have) (decided|know|worked out|want to set out|thought about) what (i want to|i'd like to|i need to)
    (learn|work on|develop|get out of this|achieve|improve|get better at)
(can i|could i|i want to|i'd like to|i need to|let me|help me) (change|update|rewrite|drop|delete|add to|look
    at|set|revise|write|plan|tweak) (one of|) (my|the|some) (goals|learning plan|objectives|learning
    objectives|development plan|development goals|learning)
(what|how) (should|do|does) (a|my|i) (learning plan|goals|development plan|write a learning plan|set good goals)
    (look like|include|have in it|be|)
(share|send) (my|the) (learning plan|goals|development plan|objectives) (with|to) (my coach|{coach}|my manager|my
    mentor)
(progress|update) (on|against|towards|with) my (goals|plan|objectives|learning plan|development)
(things|skills|areas|what) i (want to|need to|said i'd|would like to) (work on|develop|improve|learn|get better
    at) (this year|)
(set|new|define|pick) (out|) (goals|objectives|goal|objective|a new goal|some goals|learning goals) (for|) (the
    programme|the year|myself|me|)
(learning plan|my learning plan|goals|my goals|objectives|development plan|my plan|my objectives|update goals|add
    a goal|new goal|show my plan|action plan)
(tick|cross|check|mark|strike) off (my|the|a|an) (objective|goal|action|target) (about|on|for) {topic}
(i want|need|would like) (somewhere|a place) to (set|write|put) (it|them|my goals|what i want to achieve)
    (out|down)
(add a goal|new goal|set an objective|add an action|new objective|my goal is) {text}
(can you|could you|please) (show|tell|remind) me (what|which) (goals|objectives|targets|aims) i
    (set|chose|put|wrote|picked)
(add|put) {what} (to|in|into) my (plan|learning plan|goals|development plan)
(rewrite|redo|rethink|revisit|tidy up|sharpen) my (objectives|goals|plan|learning plan)
(i've|i have) (hit|met|done|reached|nailed|finished) my (first|second|last|main|) (goal|objective|target)
(my coach|my manager|my mentor) (suggested|says|thinks|wants) (i|me to) (make|making|change|rewrite) (my|one) (second
    goal|first objective|goals|objective) (more specific|smaller|clearer|) (how do i change it|)
(i want|i'd like|need|time) to (note|record|log|show|mark) (progress|how i'm doing|some progress) (against|on|towards)
    my (objective|goal|goals|plan) (on {topic}|)
(let|help) me (think|plan|work) (about|out|through) (my|some) (goals|objectives|aims) (for|) (the next six months|the
    year|)
(where|how) (do|can|should) i (set out|write down|put|list|say) what i (want|need|hope) to (learn|get better
    at|achieve|work on)
(add|put|set) a (milestone|step|target|deadline|date|measure) (to|in|for|on) my (development
    plan|plan|goals|objective)
(plan|think about|set out) what i want (to get out of|from) (this|the) programme
(new|another|extra) (development|learning|) (goal|objective|target) {text}
(done with|finished|achieved|met|completed) (goal|objective|target) (one|two|three|number two) (mark it|tick it off|)
(which|what) (areas|skills|things|goals) (did|have) i (choose|chosen|pick|decide|set) (to|) (develop|work
    on|improve|for the year)
(put|add|include) {what} (among|to|with|on) (the things|the list of things|what|my list of areas) (i'm working on|i
    want to develop|to improve)
(i'd like to|let me|can we|i want to) (sharpen up|tweak|polish|reword|drop|park) one of my
    (objectives|goals|targets|aims)
(how|where) (is|are) my (development plan|goals|objectives|learning plan) (looking|going|standing|up to)
(let's|can we|i'd like to|time to) (work on|go through|look at|update|talk about) my
    (plan|goals|objectives|development plan|pdp)
(see|show|check|track) (my|) progress (on|against|with) my (objectives|goals|plan)
(am i|are we) (on track|making progress|getting anywhere) with my (goals|objectives|plan|development plan)
(strike|cross|take|rub) (off|out|) (the|my) (first|second|third|last) (goal|objective|target) (it's met|it's done|i've
    done it|)
(refresh|renew|reset|tidy) (my|the) (development|learning|) (objectives|goals|plan|aims)
what am i (meant|supposed|down) to (be working on|work on|be learning) (this term|this year|) (according to|in|as per)
    my plan
(what's|what is|what was|where's|where is) (my|the) learning plan (now|again|like|)
(show|read|open|see|find) (me|) my learning plan (please|again|)
(update|change|revise|rethink|look at) (what i'm aiming for|what i want to get better at|my aims|my second
    objective|my objectives) (this year|)
(how|where) am i (doing|getting on|up to|at) (against|with|on) (my|the) (plan|goals|objectives|development goals)
(add|put|write) (a|another|one more) (goal|aim|objective|development goal) (to my plan|) ({what}|)
(what|which) (did i say|were|are) (i wanted to work on|my goals|my development areas|my objectives|i working towards)
""")

LEARNING_CONTRACT = ways_to_say("""
(show|see|open|view|sign|update|edit|write|start|complete|fill in|draft|read|find|change|print|finish|send) (me|)
    (my|the|a|our) (learning contract|learning agreement|contract|three way agreement|contract with my manager|three
    way contract|agreement with my manager|agreement with my sponsor|development contract)
(my|the|learning) (learning contract|learning agreement|contract|three way agreement|contract with my
    manager|agreement) (please|status|progress|)
(has|have|did) (my|the) (line manager|manager|boss|sponsor|director|chief exec|employer|coach)
    (signed|agreed|approved|seen|countersigned|sent back|looked at|sign|returned|agree) (my|the|our|it|) (learning
    contract|contract|learning agreement|three way agreement|contract yet|agreement|)
(send|email|share|pass|give|get) (my|the|a) (learning contract|contract|learning agreement|agreement|three way
    contract) (to|with|signed by|over to|agreed by) (my|the) (manager|line manager|boss|sponsor|director|coach|chief
    exec) (to sign|for signature|to agree|please|)
(i need|i want|i have|i'd like|how do i|ready|can i|where do i) (to|) (sign|agree|set up|complete|write|finish|get
    signed|draw up|do|get my manager to sign|get my boss to countersign) (my|the|a|our) (learning
    contract|contract|learning agreement|three way agreement|contract with my boss)
(what|what's) (is|goes in|should go in|does|needs to be in|do i put in|in) (a|my|the) (learning contract|learning
    agreement|contract|three way agreement) (mean|say|for|cover|)
(who|whom) (signs|needs to sign|has signed|has to sign|hasn't signed|is waiting to sign) (the|my|) (learning
    contract|contract|agreement|learning agreement)
(where|when) (is|do i|does|'s) (my|the|find my|sign my|find the) (learning contract|contract|learning
    agreement|agreement with my manager|signed contract) (due|)
(the|an|my) (agreement|contract) (between|with) (me|my manager|my sponsor|my employer|my line manager) (and|) (my
    manager|the programme|my sponsor|)
(my|the) (line manager|manager|boss|sponsor) (has|) (changed|left|moved on|is new|wants a copy|wants to see) (who
    signs|of|how do i update|and needs to sign|) (my|the) (learning contract|contract|agreement)
(what did|what have) (i|we|my manager) (sign up to|agree|agreed|sign|commit to|promise) (in|with|) (the learning
    contract|my contract|my manager|my sponsor|my line manager)
(renew|revise|amend|redo|review) (my|the) (learning contract|contract|learning agreement)
(sign|signed|countersign|signature) (contract|the contract|my contract|the agreement|for the contract)
(remind|chase|nudge) my (manager|line manager|boss|sponsor) (to sign|about) (my|the|) (contract|learning
    contract|it)
(learning contract|my learning contract|contract|my contract|learning agreement|sign contract|sign my
    contract|contract status|three way agreement|show contract|contract with manager)
(where|what) (is|'s) (the|my|our) (agreement|contract) (between|with) (me|my sponsor|my manager|us) (and|) (my
    manager|the programme|my sponsor|)
(get|have) (my|the) (new|) (boss|manager|line manager|sponsor|director) (to|) (sign|countersign|agree|approve)
    (it|the contract|my contract|the agreement)
my (boss|manager|line manager|sponsor) (needs|wants|has) to (see|sign|read|approve|check) (the|my)
    (contract|learning contract|agreement) ({when}|before {when}|)
is my (learning agreement|learning contract|contract|agreement) (signed|agreed|complete|in place|done|approved)
    (yet|)
who (else|) (has to|needs to|must|should) sign my (contract|learning contract|agreement)
(i'd like|i need|i want) my (director|manager|boss|sponsor|line manager) to (countersign|sign|agree|approve|see)
    (the|our|my) (agreement|contract|learning contract)
(i|we) (need|have|want) to draw up (the|an|our) (agreement|contract) with my (manager|boss|sponsor) (about study
    time|)
my (line manager|boss|sponsor|director) (says|said|reckons) (she|he|they) (never|didn't|hasn't) (got|get|had|received)
    (anything|something|the contract|it) to sign
(is|has) my (learning|) (contract|agreement) (been|) (signed|done|agreed|returned|finished|in place) (by the chief
    exec|by my boss|by my sponsor|yet|)
my (sponsor|boss|manager|director) (wants|needs|would like|asks for) (a look at|to see|a copy of|sight of)
    (our|the|my) (agreement|contract|learning contract)
(what|which) (am i|are we|is my manager) (bound|committed|signed up) to (by|in|under) the (learning|)
    (contract|agreement)
(change|edit|add|alter) (something|a line|a date|one thing) (in|to) (my|the) (learning contract|contract|learning
    agreement)
(resend|send|forward|email) (the|my) (learning contract|contract|agreement) (for signature|again|to my sponsor|to my
    line manager|once more)
(agree|discuss|go through|finish) my (learning contract|contract|agreement) with my (coach|manager|sponsor|boss)
(start|begin|draft|set up) (the|a|my) (learning agreement|learning contract|agreement with my manager)
(where's|where is|what's happening with|status of|find) my (learning contract|contract|agreement)
(chase|hurry|prod|remind) (up|) my (boss|manager|sponsor|director) (about|for|over) (the|their)
    (contract|signature|learning contract)
(who|has everyone|has anyone) (has|) (signed|still has to sign|not signed) the (learning contract|contract|agreement)
contract (with|for|between) my (sponsor|manager|boss|employer) (and me|please|)
(where|what|who) (is|'s|has) (the|in the) (agreement|contract|deal) (between|with) (me|us) (my coach|) (and|) (my
    boss|my manager|my sponsor)
(has|did) (my|the) (manager|sponsor|boss|line manager|chief exec) (signed|sign|agreed|seen|approved) (the|my|our|it)
    (contract|agreement|) (yet|)
(set up|draw up|arrange|agree|sort) (the|a|our) (three way|three-way|tripartite|learning) (contract|agreement|meeting)
""")

GRADUATION_STORY = ways_to_say("""
(write|start|record|edit|finish|work on|draft|tell|submit|upload|hand in|send in|prepare|see|show|open|do) (me|)
    (my|the|a) (graduation story|story|story for graduation|final story|story for the graduation|graduation
    piece|graduation speech|graduation narrative|end of programme story)
(graduation story|my graduation story|graduation|my story|story|graduation stories|stories|graduation
    piece|graduation speech) (please|draft|deadline|)
(i want|i'd like|i need|can i|how do i|help me|let me|where do i|ready) (to|)
    (write|tell|start|record|finish|submit|work on|prepare|practise|share) (my|a|the) (story|graduation story|story
    for graduation|final story|graduation speech|leadership story|graduation talk)
(what|how|how long) (should|do|does|is|can|must) (my|a|the|i) (graduation story|story|say in my graduation
    story|write my graduation story|put in my story|final story) (include|be|look like|be about|cover|have in it|)
(when|what) (is|do|does|'s) (my|the|i|i have to|deadline for) (graduation story|story|hand in my story|deadline
    for the story|submit my graduation story|graduation stories|deadline for my story|graduation story due) (due|be
    in|)
(show|read|see|find|give|listen to|watch) (me|) (some|the|other|examples of|an example of|last year's|past|other
    people's) (graduation stories|stories|graduates' stories|stories from graduation|stories from last year|story from
    the last cohort|alumni stories)
(can|could) (someone|my coach|you|somebody|anyone) (look over|read|check|give feedback on|listen to|help with) my
    (story|graduation story|draft story|story before graduation|graduation speech)
(can i|could i|may i|do i have to) (record|film|do a video of|read out|speak|tell|perform|sing|present) (it|my
    story|my graduation story|the graduation story|my story instead|a video) (instead of writing|as a video|at
    graduation|at the ceremony|)
(i'm|i am) (graduating|speaking at graduation|telling my story|stuck on my story|writing my story|nearly done with
    my story) (soon|at graduation|in july|and need help|)
(story|speech|talk|piece|narrative|presentation) (for|at|about|to tell at) (the|my|) (graduation|graduation
    day|ceremony|end of the programme|celebration event|final event)
(how|what) (i've|i have|has|the programme has) (changed|grown|learned|meant to me) (over the programme|as a
    story|for graduation|my story of)
(share|publish|post|who reads|who will see) (my|the) (graduation story|story|stories)
(my journey|my leadership journey|journey) (story|for graduation|on the programme to tell)
(ideas|prompts|template|structure|guidance|tips) for (my|the|a) (graduation story|story|final story)
(graduation story|my graduation story|my story|story|graduation|write my story|graduation speech|start my
    story|graduation story please|stories|my graduation)
(what|how) i('d| would|) (tell|say to) (people|everyone|the room|them) at (graduation|the end|the ceremony) (where
    do i write it|how do i write it|)
(i'm|i am|still) (stuck|struggling|blocked) (with|on) (my|the) (story|graduation story|story for
    graduation|speech)
how long (have i got|do i have|is there|until the deadline) for (my|the) (story|graduation story)
(see|read|look at|hear) what (others|other people|last year's group|past graduates) (wrote|said|did) for
    graduation
what (goes|should go|do i put|belongs) (in|into) a (good|great|) (graduation story|story for graduation|final
    story)
(save|keep|show|open|find) my (draft|draft of the story|graduation draft|story draft)
(graduation|the ceremony|the final event) is (only|just) (weeks|days) away and i (haven't a clue|have nothing|don't
    know) (what to say|for my story|what to write) (in my story|)
(i'd like|i want|i need|can i) to (practise|rehearse|run through|polish|time) my (narrative|story|graduation
    speech|talk for graduation)
(pick up|carry on|continue|go on) (where i left off|) with my (graduation story|story|narrative|graduation speech)
(my|the) (story|piece|speech) for (the big day|graduation|the ceremony|the final event|the last day) (isn't written
    yet|is not ready|needs work|)
(what|how) (length|long) should (my|the|a) (graduation piece|story|narrative|speech) be
(start|draft|write|prepare|record) (my|the) (leadership narrative|public narrative|graduation narrative|narrative for
    graduation|story for the ceremony)
(tips|help|advice|pointers|ideas) (for|with|on) (telling|writing|shaping) my (story|graduation story|narrative) (at
    the end|)
(what|who) (do i|will|am i going to) (have to|need to|) (say|hear|share|present) (at|my) (graduation|graduation
    story|the graduation ceremony)
(how|can i see how) (did|) others (told|tell|did|wrote) their (story|stories|narrative) (last year|at graduation|)
(let me|can i|show me|i want to) (see|read|find|edit|change) the (story|narrative) i (wrote|began|started|drafted)
    (for graduation|)
(graduation|final|closing) (story|speech|narrative|talk) (help|tips|ideas|draft|template)
when (is|do i hand in|must i give you) my (story|narrative|graduation story) (due|for graduation|)
(get|need to get) (going|started|on) (on|with) (my|the) (story|narrative|piece) for (graduation|the ceremony|the final
    event|the last day)
(where|how) do i (write|put|save|keep|begin) (what i'm going to say|my talk|my story|my narrative) (at|for)
    (graduation|the end|the ceremony)
(help me|let me|i want to) (draft|write|tell|shape|polish|practise) my (narrative|story|public narrative|leadership
    story) (for the ceremony|for graduation|)
""")
