"""What people say of one session, in the words of the buttons on its page; and of a coach's profile."""

from handlers.said.ways import ways_to_say

WHAT_IT_IS_ABOUT = ways_to_say("""
(say|tell my coach|write down|share) what (it|my session|my coaching|the session|the next session) is about
(tell|let) (my coach|{coach}) (know|) what (i want|i'd like|i would like) to (talk|speak) about
(what|something) i (want|would like|'d like) to (bring|take) to (my|the next) (session|coaching)
(the|my) (topic|subject|agenda|theme) (of|for) (my|the|the next) (session|coaching|coaching session)
(i have|i've got|here is|add|change|set) (a|my|the) (topic|subject|theme) for (my|the next|) (session|coaching)
(prepare|brief) my coach (on|for) (my|the next) session
(give|send) (my coach|{coach}) (a|the) topic (for our session|for the session|beforehand|)
(can|may) i (tell|let) (my coach|{coach}) (know|) (beforehand|in advance|before we meet) what it is about
(what|which topic) (shall|should) (we|i) (talk about|bring) (in coaching|in my session|with my coach)
(i know|i've decided) what (my|the) (session|coaching) (is|will be|should be) about
""")

PREPARE = ways_to_say("""
(prepare|get ready|prep) (for|) (it|my session|my coaching|my coaching session|the session|coaching|my next session)
(answer|see|show me|do) the question (before|for) (my|the) (session|coaching)
(how|what) (do i|can i|should i) (prepare|do to prepare) (for|) (my|the|my next) (session|coaching)
(i want|i'd like|let me|help me) (to|) (prepare|get ready) for (my|the|tomorrow's) (session|coaching)
(what|which question) (am i|are we) (asked|to think about) before (my|the) (session|coaching)
(the|my) preparation (for|of) (my|the) (session|coaching)
(write|note) down (my answer|what comes to mind) (before|for) (my|the) (session|coaching)
(something|anything) to (think about|do) before (my|the) (session|coaching)
(preparation|prep) (for coaching|for my session|question)
(getting|be) ready for (my|the) (coaching|coaching session)
""")

WHERE_WE_MEET = ways_to_say("""
(say|set|change|enter|put in|give) where (we meet|the session is|we'll meet|my session takes place|it takes place)
(say|tell) ({person}|them|my group|everybody) where (we meet|we'll meet|the session is|to come|to meet me)
(set|change|add|enter|give|put in) (the|a) (place|room|venue|link|address) (of|for|to) (my|the|our|{when}'s)
    (session|coaching|group session) (with {person}|on {when}|)
(my|the|our) (session|coaching) (with {person}|on {when}|) (is|will be|takes place) (at city hall|in room 4|online)
(we meet|we'll meet|let's meet|meet me) (at city hall|in my office|in room 12|online|at the town hall)
(here is|here's|send) the (zoom|teams|video|meeting) link for (my|the|our) session (with {person}|)
(another|a different|a new) (place|room|link|venue) for (my|the|our) (session|group|coaching) (with {person}|)
(the|) (room|place|venue) (has changed|is another|is settled) for (my|the|our) (session|group session)
(i need|i want|i'd like) to (give|send|tell) ({person}|them) the (link|place|room|address)
(say|settle|fix) the place
""")

WHO_ELSE_COMES = ways_to_say("""
who else (comes|is coming|will be there|is) (to|in|at) (my|the|our) (group|group session|group coaching|coaching group)
who (comes|is coming|is|will be) (to|in|at) (my|the|our) (coaching group|group session|group coaching)
(show|tell) me who (else|) (comes|is coming) to (my|the|our) (group session|group coaching|coaching group)
(who are|what are) the (others|other people|names) in (my|the|our) (coaching group|group session|group coaching)
(do|will) (i|we) know (anybody|anyone|who is) in (my|the|our) (group coaching|coaching group|group session)
(names|list) of (who|those who) (comes|come) to (my|the) (group session|coaching group)
(am i|is anybody|how many are) (alone|else|) in (my|the) (group session|coaching group)
(don't|stop) (name|naming) me to the (others|group) (any more|)
(may|can|do) the others (know|see) (of me|my name|that i come) (in the group|)
the others may know (of me|that i come|my name)
""")

PLACE_IN_LINE = ways_to_say("""
where (am i|do i stand) in (the|) (line|queue|waiting list)
(my|what is my|what's my) (place|position|number) (in|on) the (line|queue|waiting list)
(how|how far) (long is|far up|far am i in) the (line|queue|waiting list) (for the group|)
(am i|are we) (next|first|far) (in|on) (line|the line|the queue|the waiting list)
(am i|am i still) (on|in) the (waiting list|line|queue) (for the group|)
(leave|take me off|get me out of|take me out of) the (line|queue|waiting list)
(what|which groups) (do i|am i) (wait|waiting) for
(any|is there any|has there been) (news|movement) (on|in|of) the (waiting list|line|queue)
(has|did) a place (come free|become free) (for me|in the group|)
(i don't|i no longer) want to wait (for a place|any more|in line)
""")

NAME_IN_LOGS = ways_to_say("""
(my|put my|have my|take my) (name|initials) (in|into|out of) (my coach's|coaches'|the|a coach's) (log|logs|log of hours)
(how|by what name) am i (named|shown|listed) in (my coach's|coaches'|the) (log|logs|log of hours)
(my coach|{coach}|coaches) (may|can|may not|must not) (name me|put my name|use my name) in (their|the) (log|logs)
(only|use) my initials in (my coach's|coaches'|the) (log|logs)
(does|will) (my coach|{coach}) (name me|put my name) in (their|the|a) (log|log of hours|accreditation)
(am i|is my name) (named|) in (my coach's|coaches'|the) (log|logs) (of hours|)
(keep|leave) my name out of (my coach's|coaches'|the) (log|logs)
(initials|name|names) in coaches' logs
(who|which people) (sees|reads) my name in (my coach's|coaches') (log|logs)
(i agree|i don't agree|i do not agree) to (being named|my name) in (the|my coach's|coaches') (log|logs)
""")

PAID_FOR_IT = ways_to_say("""
(it|that|that one|this one|the last one|the last session|that session) was (pro bono|paid|unpaid)
(i was|i wasn't|i was not) paid for (it|that|that one|the last session|my session with {person})
(my|the) (last|) session (with {person}|on {when}) was (pro bono|paid|unpaid)
(mark|count|note|log) (it|that|that one|the last session|the session with {person}) as (pro bono|paid|unpaid)
(that|this) (session|one) (was|is) (free|without pay|for pay)
i (got|was given) (nothing|money|a fee) for (that|that one|the last) (session|)
(i did|i gave) (it|that one|that session|the last one) (pro bono|for free|for a fee)
(the|my) (hour|session) with {person} was (pro bono|paid)
(pro bono|paid) (that one|that time|this time|the last one)
(say|note) (that|) (it|the session|that session) was (pro bono|paid)
""")

CALENDAR_TITLE = ways_to_say("""
(call|name|title) (my|the) (sessions|coaching) (something else|otherwise|differently) in (my|the) calendar
(another|a different|a new|change the|set the) (title|name) (for|of) (my|the) (sessions|coaching) in (my|the) calendar
(i want|i'd like|let me) (to|) (call|name) (my sessions|them) (something else|otherwise) (in my calendar|)
(don't|do not) (call|name) (my sessions|them) busy (in my calendar|)
(call|show) (my sessions|them) (busy|private|meeting) (again|) in my calendar
(can|could) (my sessions|coaching) be called (something else|otherwise) in (my|the|outlook) calendar
(rename|retitle) (my sessions|my coaching|the entries) in (my|the) calendar
(what|which name) (shall|should) (my sessions|the entries) have in (my|the) calendar
(choose|pick) (the|a) (name|title) (of|for) (my sessions|the entries) in (my|the) calendar
(entries|sessions) (with|under) another (name|title) in (my|the) calendar
""")

CHANGE_PROFILE = ways_to_say("""
(change|edit|update|rewrite|correct|fill in|write) my (coaching|coach) profile (please|again|)
(change|edit|update|rewrite|correct) what (participants|people|they) read (of|about) me (as a coach|)
(change|edit|write) (something|a few words|a line) (of|about) (me|myself) (as a coach|for participants)
(i want|i'd like|let me) (to|) (change|edit|update) (my|the) (coaching|coach) profile
(say|write) (something|more|something else) (of|about) myself (as a coach|in my profile)
(my|the) coaching profile (is wrong|is out of date|needs changing|has changed)
(change|set) how (i am|i'm|people are) (booked|to be booked) (with me|as a coach|)
(change|set) (how|whether) requests (come|come to me|reach me)
(update|change) my (bio|description|way of working) (as a coach|for participants|)
(new|another) (text|words) (for|in) my (coaching|coach) profile
""")
