"""What people say about sessions in their calendars, their notes on them, and the hours that they have coached."""

from handlers.said.ways import ways_to_say

MY_CALENDAR = ways_to_say("""
(put|get|add|sync|have|show) (my|the|all my) (sessions|coaching sessions|coaching) (in|into|to|on|with)
    (my|outlook|google|apple|the) (calendar|outlook calendar|google calendar)
(subscribe|link|connect) (my|to my|to the) (calendar|outlook|google calendar|coaching calendar) (to|with|)
    (coaching|my sessions|)
(a|the|my|give me a|give me the|new|i want a) (calendar|ical|webcal|ics) (link|address|feed|url|subscription) (for|of|)
    (my|) (sessions|coaching|)
(what|how) (are|is) (my|) (sessions|coaching) (called|titled|named|shown) in (my|the) calendar
(change|set) (the title|the name|what is shown|how sessions look|what sessions are called) (in|of) (my|the) calendar
    (entries|)
(stop|end|revoke|cancel|switch off) (the|my) calendar (address|feed|link|subscription)
(someone|somebody) (has|got|saw) my calendar (address|link|feed) (i need|give me|) (a new one|)
(does|can|will) (my calendar|outlook) (update|know|show) (itself|my sessions|when a session moves)
(calendar|ics) (file|files) (of|for|with) (all|) (my|the) (sessions|coaching)
(can|could) (people|others|colleagues|my pa) see (what is|what's|names|) in (my|the) coaching calendar
""")

DETAILS_FOR_MY_PA = ways_to_say("""
(details|something|the details|a note|time and place) (for|to send to|to forward to|to give) (my|the)
    (pa|ea|assistant|secretary|office|diary manager)
(what|which details) (can|do|should|shall) i (send|forward|give|pass on to|tell) (my|) (pa|ea|assistant|secretary)
(send|give) me (something|the details|what i need) (for|to forward to) my (pa|ea|assistant|secretary)
(my|the) (pa|ea|assistant|secretary) (needs|wants|asks for|keeps asking for) (the|) (details|time|link|place)
(so|) (my|that my) (pa|ea|assistant|secretary) can (put it in|block|book|hold) (the|my) (diary|time)
(forward|send) (the|my) (session|coaching|appointment) (details|) to my (pa|ea|assistant|secretary|office)
(pa|ea|assistant) (details|needs details|wants the link)
(how do i|how can i) (tell|let|inform) my (pa|ea|assistant|secretary) (about|know about) (the|my) (session|coaching)
(details|time place and link) of (my|the) (next|) (session|coaching) (for|to pass to) (my|the) (office|pa|assistant)
(block|hold) (the|) (time|slot) (in|with) my (pa's|assistant's) diary
""")

SESSION_NOTE = ways_to_say("""
(my|the|show me my|open my) (coaching|session) notes (on|for|about|of|with) ({person}|the last session|{when}|)
(write|make|take|add|keep) (a|some|my) (note|notes|session note|coaching note) (on|about|after|of|from) (my|the|)
    (session|coaching|hour) (with {person}|{when}|)
(notes|a note) (from|on|after|about) (today's|yesterday's|the last|my last|my|the) (session|coaching|one to one)
    (with {person}|{when}|)
(what|where) (did i|have i|are) (write|noted|note|my notes) (about|on|from|of) (my|the|our) (last|) session (with
    {person}|{when}|)
(look|go) (at|over|back over|through) my (session|coaching) notes (before|for|on|) ({person}|the next one|)
(jot|put) (down|) (something|a few lines) (on|about) (the|my|our) (session|coaching) (with {person}|{when}|)
(i want|i'd like|i need) to (write up|note down|record) (the|my|our) (session|coaching) (with {person}|{when}|)
(write|writing) up (the|my|our) (session|coaching) (with {person}|{when}|)
(read|see|find) (my|the) notes (on|of|from) (the|my|our) (coaching|session|last session) (with {person}|)
(coaching|session) (notes|note)
""")

COACHING_LOG = ways_to_say("""
(my|the|download my|send me my|give me my|show my|get my) (coaching|) (log|hours log|log of hours|hours|record of hours)
    (as a file|as a csv|for accreditation|please|)
(how many|how much) hours (have i|did i) (coached|coach|done as a coach|logged) (so far|this year|in all|)
(hours|log|coaching hours) (for|to send to) (my|the) (accreditation|icf|emcc|accrediting body|credential|renewal)
(export|download|print|list) (my|the|all my) (coaching hours|hours coached|coached sessions|coaching log)
(a|the) (csv|spreadsheet|table|file) (of|with) (my|all|all my) (coaching|coached) (hours|sessions)
(i need|i want|i'd like) (my|a|the) (log|record|list|proof) of (my|the|) (coaching hours|hours i coached|sessions i
    gave|coaching i did)
(which|what) (sessions|hours) (have i|did i) (given|give|coached|coach) (this year|so far|in all|)
(mark|count|set) (my|all my|the) (coaching|hours|sessions) (as|) (paid|pro bono|unpaid)
(paid|pro bono|unpaid) (hours|coaching hours|sessions) (so far|in my log|)
(client|coaching) (hours|log) (for|) (icf|emcc|accreditation|my credential)
""")
