"""What people say about modules and dates."""

from handlers.said.ways import ways_to_say

NEXT_MODULE = ways_to_say("""
(when|where|what|what time|what date|which day) (is|'s|are|does) (the|our|my) (next|)
    (module|workshop|residential|session of the programme|study day|masterclass|away day|learning day|module day)
    (start|held|being held|about|on|taking place|)
(next|upcoming|the next|our next) (module|workshop|residential|masterclass|study day|module day|learning day)
    (date|details|venue|place|time|please|info|date and place|)
(tell me about|details of|details for|information about|show me|what's on at|what happens at|what's happening
    at|more about|what do we cover at|what is) (the next|module|the upcoming|the first|the last|the second)
    (module|{module}|workshop|residential|one)
(what|anything|is there anything|do i need) (to|do i have to|should i|must i|do i need to|have i to)
    (read|prepare|do|bring|pack|wear|prep|complete) (before|for|to|at) (the next|the|our next|next)
    (module|workshop|residential|{module}|one|module day)
(how|where) (do i|do we|can i) (get|go|find|park|stay|get to|join) (to|for|at|) (the next|the|next)
    (module|workshop|venue|residential|venue for the module|hotel for the residential|{module})
(what time|when) (do we|does it|does the module|do i need to|should i|will we) (start|finish|end|arrive|kick
    off|get there|be done|be there) (on|at|for|) ({when}|the module|module {module}|the next module|the workshop|)
(who|which speakers) (is|are|'s) (speaking|presenting|running|leading|teaching|facilitating|on) (at|) (the next|)
    (module|one|workshop|{module}|session)
(is|are) (there|) (lunch|pre-reading|pre reading|pre-work|prep|homework|food|parking|accommodation|an overnight
    stay) (provided|included|any|available|) (at|for|before) (the|next|the next) (module|workshop|residential|one)
(when|where) (do|are|will) we (meet|meeting|gather|get together|see each other|all meet) (next|again|)
(which|what) (module|one|workshop) (is|comes|'s) (next|up next|coming up|after this|the next one)
(agenda|programme|topics|running order|plan|topic|theme|speakers|venue|address|start time) (for|of|at)
    (the|our|next|the next) (module|workshop|residential|{module}|day|one)
(is|are) the (next|) (module|workshop|residential|masterclass) (online|in person|on zoom|at the guildhall|still
    on|on {when}|going ahead)
(how long|what) (until|is|before) (the next module|we meet again|module {module}|the next workshop)
(directions|map|postcode|train|travel|room) (to|for) (the|) (venue|module|next module|workshop|residential)
(module|workshop) {module} (when and where|details|please|date|venue|)
(can i|do i have to|must i) (come|attend|join) (online|remotely|in person|for both days|the evening) (at|to|) (the
    next module|the workshop|module {module}|the residential)
(next module|module|next workshop|the module|next session of the programme|next module please|module
    details|venue|workshop|module {module}|next one)
(when|where) (and where|and when|) (do|are|will) we (next|all|) (meet|meeting|get together|convene|gather) (next|)
(tell|let) me (know|) (when and where|where and when) (we|the group|everyone) (meet|meets|next meet) (next|)
(what|which) (is|'s) (on|happening|the topic|the plan|covered) (at|in|for) (module {module}|the next module|the
    module on {when})
(where|when|what time) (is|are) (the|our|) (next|) (workshop|module|residential|masterclass|away day) (held|being
    held|taking place|starting|happening)
(what|which) (venue|room|building|hotel|address) (are we|is it|are we in|is the next module) (at|in|) (next|for
    the next module|)
(what|anything) (do i|should i|do we need to) (bring|read|prepare|take) (to|for|with me to) (the residential|the
    module|module {module}|the next one|the workshop)
(start|finish|end|arrival) (time|times) (for|of|on) (module {module}|the next module|the workshop|the residential)
(where|when|what time) do i (need to|have to|) be (there|) (on|for) ({when}|the next one|the module)
(what|how much) (do i|should i|must i) (have to|need to|) (do|read|prepare) (to get ready for|before|ahead of|in
    advance of) ({when}|the workshop|module {module}|next time)
(details|the details|particulars|information) (of|about|for|on) the next (session|get together|meeting|day)
    (with|of|for) the (whole cohort|programme|group)
(i've|i have|sorry i've) (completely|) forgotten (where|when|what time) (we're meeting|we meet|the module is|it is)
    ({when}|next week|next|) (can you tell me|remind me|)
(remind|tell) me (who|what|where) (the|) (visiting speaker|speaker|venue|topic|prep|room) is (at|for) the next
    (one|module|workshop)
(who|which speaker|what guest) (have we got|is|have we|'ve we got) (speaking|coming|lined up|presenting) (next
    time|next|at the next module|at module {module})
(whereabouts|where exactly|where abouts) (is|are|'s) (module {module}|the next module|the workshop|the residential|we
    meeting)
(will|is|are) there (be|) (somewhere|anywhere|a place) to (park|stay|eat|leave my bag) (at|for|near) (the|)
    (residential|module|venue|workshop)
(which|what) room (are we in|is it|is the module|do we go to) (next time|on {when}|for the next module|next)
(when|what day) (are|do|will) (we|the cohort|the group|all of us) (next|) (together|get together|in the same room|meet
    as a cohort) (next|again)
(do we|does it|does the module) (start|begin|finish|kick off) at {when} or {when} (on module day|next time|on {when}|)
how long (is|does|will) (module {module}|the next module|the workshop|the residential) (last|be|run|take|)
(what's|what is|any) (the|) (prep|pre reading|reading|homework|preparation) for (next time|the next one|module
    {module}|the workshop|{when})
(how do i|how do we|best way to|how can i) (get|travel|find my way) to the (venue|next module|workshop|residential)
(what's|what is) (next|up next|coming next|the next one) (on the programme|in the programme|for the cohort|about|)
(what's|what is) the (next module|next workshop|residential) (on|about|covering|called|for)
(is|will) the next (one|module|workshop|session) (online|in person|face to face|virtual|remote)
(anything|something|a room|lunch|food) (to read|to prepare|to bring|provided|i need) (for|before|at) the next
    (module|workshop|one)
(soonest|nearest|coming|forthcoming) (module|workshop|masterclass|residential)
(which|what) (day|date|week|month) is (the|) ({module}|political environment|communities|inequality|next) module
(where|when) (do i|do we|should i) (need to be|have to be|turn up|meet) (for|) (the next one|next|again|the next
    module)
(what's|what is) (on|happening|planned) (for|at|in) (the next one|the next module|{module}|our next day together)
(have i|is there) (anything|homework|reading|prep|something) (to do|to read|) (before|for|ahead of) (the next one|next
    time|{module})
""")

PROGRAMME_TIMELINE = ways_to_say("""
(show|see|send|give|list|get|view|tell) (me|) (the|all the|a|our|my) (whole|full|complete|entire|programme|)
    (timetable|timeline|schedule|calendar|dates|programme dates|key dates|overview|module dates|calendar of the
    year|year plan|programme calendar|milestones)
(what|when|which) (are|is) (the|all the|all) (dates|key dates|module dates|modules|important
    dates|deadlines|milestones|workshop dates|programme dates) (for|of|on|) (the|this|) (programme|year|rest of the
    year|course|modules|)
(how long|how many) (is|does|modules|weeks|months|days|sessions|residentials) (the programme|the course|are
    there|it|are left|the scheme|in the programme) (last|take|go on|run|in all|left|in total|)
(when|what date) (do we|does the programme|does the course|does it all|do i|does everything)
    (start|finish|end|graduate|begin|wrap up|come to an end|start and finish)
(what|what's) (happens|is happening|is coming up|is|'s|comes) (over the|this|for the rest of the|in the|across
    the|during the|the plan for the) (year|programme|course|next few months|spring|whole year|summer)
(timetable|timeline|schedule|calendar|programme|dates|key dates|programme dates|overview|programme
    overview|roadmap) (please|for the year|of the programme|for my diary|for the course|of the course|for my pa|)
(where|how) (are we|far are we|am i|far through are we) (in|on|through|into) (the programme|the timeline|the
    course|the year|the schedule)
(dates|all the dates|every date|everything) (for|to put in|to add to) (my|the) (diary|calendar|outlook|pa|year)
(my|our) (pa|assistant|office|secretary) (needs|wants|is asking for|would like) (the|all the|all our)
    (dates|timetable|module dates|schedule)
(overview|outline|structure|list|shape|stages|phases|map) of (the|all the) (programme|course|modules|year|whole
    thing|timetable)
(what|when) (comes|is|happens) (after|before|between) (module {module}|the residential|the last
    module|easter|graduation)
(is there|have you got|do you have) (a|an|) (timetable|timeline|overview|calendar|schedule|list of dates|plan)
    (for|of) (the programme|the year|all the modules|the whole thing|everything)
(when|what date) (is|are) (module|modules|the residentials|graduation|the final module|module {module}|the last
    module|the launch|the celebration)
(add|export|put|sync|subscribe) (the|all the|) (programme|timetable|dates|module dates|modules) (to|with|in) my
    (calendar|outlook|diary|google calendar)
(what's|what is) (left|still to come|remaining|ahead|the rest) (of|in|on) (the programme|the course|the year|the
    timetable)
(from start to finish|from now until graduation|the year ahead|the whole year at a glance|year at a glance)
(term|holiday|programme|course|cohort) dates
(timetable|timeline|schedule|calendar|dates|key dates|programme dates|the schedule|the timetable|overview|full
    timetable|year plan|programme)
(give|show|send|get|let) me (have|see|) the (schedule|timetable|calendar|dates|year|plan|programme|full list of
    dates)
(what's|what is) the (plan|schedule|timetable|programme) (from now|for the year|until the end|till the end|between
    now and graduation|up to graduation|from here)
(when|what date) (is|does|do) (it all|we|everything|the programme|the cohort) (end|finish|over|graduate|break
    up|start)
(send|email|give|print) (me|my pa|my office) (the|a) (full|complete|whole) (list|set) of dates
(when|how soon) (does|will) (the whole thing|it all|the programme|everything) (wrap up|be over|end|finish|come to
    a close)
(what's|what is|how much is) (left|still|there still) (to do|to come|ahead) (on|in|of) the (programme|course|year)
(what|which) dates (do i need|should i have|go|do i put|must i keep free) (in|for|) (my|the)
    (diary|calendar|year|programme)
(calendar|list|overview|timeline|diary|full list) of (events|the year|sessions and deadlines|everything|all the
    sessions|the whole programme)
(when|what date) (is|'s) (graduation|the graduation|graduation day|the last module|the final session|the last day|the
    end)
what's (coming up|on|happening|planned|in store) (over|in|during|for|across) (the|) (year|spring|summer|rest of the
    year|next six months|programme)
(when|what date) do we (start|begin) and (when do we|) (end|finish|stop)
(how|in what way) (is|are) the (year|programme|modules|course) (structured|laid out|organised|spread|arranged|timed)
(can you|could you|please) (lay|set|map) out (what happens|the dates|the programme|everything) (between now
    and|until|from now to|over) (july|the summer|graduation|the end|the year)
(which|what) (months|days|weeks) (do we|are we|does the programme|are the modules) (meet|meeting|in|on) (in|)
(how far|how many weeks|how long) (apart|between) (are|) the (modules|sessions|workshops)
(a|one) (one page|single page|quick|birds eye|) (view|summary|picture|plan|sheet) of the (year|programme|whole
    thing|course) (would be handy|please|)
(i'm|we're) (planning|booking|sorting) (my|our) (annual leave|holiday|leave|year|childcare) (what are|when are|so
    need|can i have) (all|) the (programme|module|course) dates
(list|show|give me|send|name) (every|each|all the) (module|modules|date|session) (with|and) (its|their|the)
    (date|dates|when it is)
(add|put|get|send) (all|) the (events|dates|modules|sessions|programme) (to|in|into) (my|)
    (outlook|diary|calendar|google calendar)
(programme|course|year|cohort) (plan|roadmap|schedule|calendar|structure|timetable|outline)
(my|our) (pa|ea|office|assistant|secretary) (is asking|asks|wants|needs|has asked) for (every|all the|the)
    (date|dates|module dates) (in the programme|so she can block my diary|)
(what|how much) (have we|do we have|is there) (left|still|) (to come|to do|ahead of us|after this) (on the
    programme|this year|before graduation)
(how many|number of) (modules|workshops|residentials|days|sessions) (are there|do we have|in all|altogether|in the
    programme)
(when's|when is|when does) (the|all this|it all|the programme|this) (last day|finish|end|over|done|wrap up)
the (whole|full|entire) (year|programme|schedule|calendar|timetable) (please|at a glance|on one page|)
(what|how) (does|do) the (rest|remainder) of the (year|programme) (look|shape up|pan out) (like|)
(can i|let me|could i) (see|have|get) (the|it|everything) (whole|entire|full|all)
    (schedule|programme|year|calendar|lot|) (at once|on one page|in one go|in one place)
(when|what month|how long until) (does|is|do) (the programme|it all|we|the whole thing) (finish|end|wrap
    up|over|graduate)
(every|all the|the) (date|dates|day|days|session dates) (for|of|until|in) (the year|my diary|the summer|the programme)
(how many|which) modules (are there|are left|have we got left|to go|do we do)
""")

SHOW_EVENT = ways_to_say("""
(details|tell me more|more|information|page|info) (of|about|for|on) module {module}
""")

WHERE_IS_IT = ways_to_say("""
(how|where) (do i|can i) (get|park|get in|find the entrance) (to|at|) (it|there|the building|the room)
(is it|is there|is the venue) (step free|wheelchair accessible|a lift|accessible|parking)
(what's|what is|send me|where's) the (joining link|zoom link|teams link|address|postcode|way in)
""")

COMING = ways_to_say("""
(i'll|i will|i'm going to|yes i'll|i can|happy to) (be at|come to|attend|be coming to|make) (the|)
    (module|workshop|{module}|residential|next module)
""")

APOLOGIES = ways_to_say("""
(i|we|sorry i|sadly i) (can't|cannot|won't be able to|will not be able to|am unable to) (come to|make|attend|get
    to|be at) (the|) ({module}|module|workshop|next module|residential|study day|module day)
(i|we|sorry i|sadly i|) (can't|cannot|won't be able to) (make|do|manage|make it on|come on) {when} (sorry|i'm
    afraid|)
(i'll|i will|i have to|i'm going to) (miss|have to miss|skip) (the|) (module|workshop|next
    module|residential|{module}|study day)
(apologies|my apologies|send apologies|give my apologies) (for|from me for) (the|)
    (module|{module}|workshop|residential|next one)
(not|unable) (coming|able to come|attending|to attend) (to|) (the|) (module|{module}|workshop|residential)
(soz|sorry|apols|so sorry|really sorry) (i|) (can't|cannot|won't|am unable to) (come|make it|be there|attend)
    ({when}|tomorrow|then|this time)
""")

ILL_TODAY = ways_to_say("""
(i'm|i am|feeling|i feel|i've been) (ill|sick|poorly|unwell|rotten|too ill to come|off sick) (today|this
    morning|and can't come|with flu|)
(i've|i have) (got|) (flu|covid|a temperature|a migraine|a stomach bug|been up all night) (and can't come today|so
    won't be in|today|)
(calling in|off) sick (today|)
""")

LATE = ways_to_say("""
(i'm|i am|i'll be|i will be|we're|going to be|might be) (running|) (late|a bit late|ten minutes late|a few minutes
    late|delayed|held up) (for the module|this morning|today|for today's session|because of the train|)
(running|stuck|held up|delayed) (late|in traffic|on the train|on the tube) (sorry|so i'll be late|for the
    module|and will be late)
(i'm|i am|i'll be|i will be|we're|going to be|might be|) (running|) (ten minutes|10 minutes|5 mins|fifteen minutes|a
    quarter of an hour|half an hour) late (for my session|for coaching|for my coach|for {coach}|for our session|today|)
(tell|let) (my coach|{coach}|her|him|them) (know|) (i'm|i am|i'll be|that i'm) (running late|running 15 minutes
    late|going to be late|ten minutes late|a bit late)
(running|going to be|i'm going to be|i'll be) (late|behind|a bit late|10 mins late) for (my session|my coaching|the
    session|my coach|our session|my one to one) (with {coach}|today|)
(sorry|apologies|so sorry) (5 minutes|ten minutes|10 mins|a few minutes) late (on my way|)
""")

I_AM_HERE = ways_to_say("""
(i'm|i am|we are) here (now|in the room|at the venue|{what})
(here|present|arrived|just arrived|checking in)
""")
