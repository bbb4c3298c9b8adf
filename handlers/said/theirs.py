"""What people say about what is theirs."""

from handlers.said.ways import ways_to_say

EXPORT_MY_DATA = ways_to_say("""
(export|download|extract|save|back up|get|give me|send me|zip up) (all|a copy of|) (my|the|all my|everything i've
    written and all my) (data|notes|reflections|information|journal|records|files|stuff|personal data|writing|entries)
    (as|in|to|) (a file|a pdf|a document|a spreadsheet|one file|word|a zip|) (please|)
(i want|i'd like|can i|could i|how do i|may i|i need|let me) (to|) (export|download|get a copy
    of|take|keep|save|have a copy of|take away|get hold of|take home|print out|extract) (all|) (my|everything|all
    my|the) (data|notes|reflections|i wrote|journal|information|i've written|personal data|i have here|stuff) (with
    me|when i leave|as a file|)
(export|data export|download|data download|download my data|export everything|backup|back up my account|export
    please|export notes)
(give|send|email) me (everything|all|a copy of everything|all the data|all the information|a file of everything|a
    copy of what) (you|that you|i|there is) (have|hold|store|know|keep|wrote|have on me|keep about me|hold about me)
(subject access|data subject access|sar|dsar|gdpr|data access|data portability) (request|please|download|request
    please|)
(how|can|may) (can i|do i|i) (take|keep|save|get) (my|all my)
    (notes|reflections|journal|writing|stuff|data|things) (with me|when i leave|after the programme|out of here|off
    here|somewhere else|out)
(i'm|i am) (leaving|moving on|graduating|changing jobs|finishing) (soon|in the summer|) (and|) (want|would
    like|need|can i) (to|) (keep|take|have|save) (what i've written|my notes|a copy of my journal|my
    reflections|everything) (here|with me|in a file|)
(everything|all|all the stuff) (i|i've) (have|wrote|written|put) (here|on here|in here|in this) (in one|as a|in a)
    (file|pdf|document|download)
(what|which data) (do you|information do you|data do you) (hold|have|keep|store) (about|on) me (send it|i want a
    copy|give me a copy|and can i have it)
(a|my) (pdf|file|copy|printout|word document|backup|zip) of (my|all my)
    (reflections|journal|notes|data|entries|records)
(request|obtain|make) (a copy of|access to|a request for) (my|all my) (personal data|data|information|records)
(save|copy|transfer|move) (my|all my) (data|notes|reflections|account) (to|onto|into) (another|my|a)
    (system|computer|laptop|usb stick|drive|file)
(export|export my data|download my data|download|export data|data export|my data please|backup|export
    everything|download everything|download my notes|sar)
(get|take|pull|save) my (reflections|notes|journal|writing|data) (out|off here|down) (as|in|to) a (word|pdf|text|)
    (file|document)
(i'd like|i want|can i) to (download|save|keep|print) (what|everything|all) (i've|i have|that i)
    (written|wrote|put in|said)
(send|give|email) me a copy of (all|everything|what) (you|that you) (hold|have|keep|know) (on|about) me
(i want|i'd like|can i have|give me) all my (notes|reflections|data|writing|entries) in one
    (document|file|place|pdf)
how do i (request|ask for|get|obtain) my (personal data|data|information|records)
(can|could|how do) i (get|take|move|have) my (notes|writing|reflections|journal) out (of here|of this|)
(save|store|keep|make) a (backup|copy|spare copy) of my (notes|data|journal|reflections) (somewhere|on my laptop|)
(under|because of|as per) (gdpr|data protection|the law) (i'd like|i want|can i have) a copy of (the|all the|my) data
    (you have on me|you hold|)
(can|could|may) i (walk away|leave|go off) with (everything|all|what) i've written
(print|pdf|zip|copy) (me|out|) (all|) my (entries|notes|reflections|journal|writing)
(i'd like|i want|give me|send me) (the lot|it all|everything|all of it) (as|in|for) (a file|a document|one file|a
    pdf|download)
(i'm|i am|i'll be) (changing employer|leaving|moving on|finishing|retiring) (soon|next month|) and (want|would
    like|need) (to|) (take|keep|a copy of) (a copy of|) (all|) my (notes|reflections|data|journal)
(can|could) you put (all|everything of|) my (reflections|notes|entries) in (a|one) (document|file|word file|pdf)
what do you hold (on|about) me (send it over|can i see it|please send it)
(take|bring|carry|move) my (stuff|notes|things|data|writing) (with me|away|elsewhere)
(email|send|forward) me (a copy of|) (my|all my) (reflections|notes|data|journal|entries) (please|as a file|)
(get|have) everything (i've|i have|that i) (written|wrote|done) (as|in) (a|one) (file|document)
(i want|can i|i'd like) (to|) (take|keep|have|get) my (notes|reflections|things|stuff|writing) (with me|as a file|as a
    document|out of here) (when i leave|)
(give|send|get|make) me (a copy|everything|a file|a dump|the lot) (of|) (everything|all|whatever) (you've got|you
    have|you hold|i've written|you know) (on|about|) (me|)
""")

DELETE_MY_DATA = ways_to_say("""
(delete|erase|remove|wipe|clear|destroy|scrub|get rid of|purge|take down|bin) (all|everything about|all of|)
    (my|me|the|all my) (data|account|notes|reflections|information|records|personal
    data|details|history|profile|journal|everything|stuff) (from|off|permanently|for good|please|) (your
    system|here|this|the server|)
(i want|i'd like|can i|could you|can you|how do i|please|i need|would you) (to|)
    (delete|erase|remove|wipe|close|destroy|get rid of|have removed|take off|clear|forget) (all|)
    (my|me|everything|all my) (data|account|information|about me|notes|you have on me|you hold|personal
    details|records|profile|i wrote|i've written)
(delete|delete me|erase me|forget me|delete all|delete my account|erasure|right to be forgotten|wipe
    everything|delete everything|close my account|remove me|erase everything|right to erasure)
(i|i'd like to|i want to|i hereby|i wish to) (be forgotten|withdraw my consent|withdraw consent|revoke my
    consent|exercise my right to erasure|take back my consent|be erased|have my data deleted|be deleted|object to you
    holding my data)
(delete|remove|erase|get rid of|bin|throw away|take out) (my|the|that|what|a) (last|latest|first|old|most recent|)
    (reflection|note|entry|journal entry|i wrote about my boss|i wrote|reflections|notes) (about|from|on|) (module
    {module}|last week|yesterday|my boss|)
(take|get|pull) (my details|me|my data|my information|my name|my notes) (off|out of|down from|from)
    (your|the|this|here) (system|records|database|books|list|server|)
(i don't|i no longer|i'd rather not) want (you|you to|any of this|my data|my notes|this|anything of mine)
    (holding|keep|kept|to have|stored|here|to stay here|on here|storing) (my data|anything about me|any more|my
    information|)
(nothing of mine|none of my data|nothing i wrote) (should|left|to|must) (stay|remain|here|be kept)
(forget|unlearn) (everything|all|what) (i told you|about me|you know about me|i said|i wrote|i have written)
(i've|i have) left (the council|the programme|my job) (so|and|please) (delete|remove|erase|wipe|get rid of)
    (my|all my|everything|me) (data|account|notes|)
(close|deactivate|cancel|shut down|terminate) (my|the|this) (account|profile|account for good|account and delete
    everything)
(gdpr|data) (deletion|erasure|delete|removal) (request|please|)
(have|want|like) (my|all my) (records|notes|data|reflections) (destroyed|deleted|wiped|erased|removed) (after
    graduation|when i leave|for good|now|)
(delete|delete my data|delete everything|delete my account|erase my data|forget me|remove my data|delete
    data|erase|wipe my data|close my account|remove my account)
(i want|i'd like|i wish|i demand) to be (forgotten|deleted|removed|erased|wiped) (from your system|from
    here|please|)
delete (what i wrote|my note|my reflection|everything) about {topic}
(take|wipe|get|clear) everything (of mine|i wrote|about me) off (here|this|your system)
(i'd|i would|i) (like|want) my (account|data|profile|notes|details) (removed|deleted|erased|gone|closed|wiped)
(please|) forget (everything|all|all you know) about me
(remove|delete|bin|take away) (yesterday's|last week's|today's|my last) (reflection|note|entry)
(i've|i have) decided to leave and (would rather|want|would like) (nothing of mine|none of my notes|nothing) (stayed
    in here|stay here|to be kept|left)
(how|where) do i get my (notes|data|account|records|details) (erased|deleted|removed|wiped)
(remove|delete|erase|forget) (me|all of me|everything of mine) (completely|entirely|for good|altogether)
(please|) (see to it|make sure|ensure) (that|) nothing (about me|of mine|i wrote) (is left|remains|stays|is kept)
    (here|)
(bin|delete|erase|scrap|remove) the (note|reflection|entry|thing) i (made|wrote|did) (this morning|yesterday|on
    monday|about {topic})
i (take back|withdraw|revoke|retract) my consent (get rid of it all|delete everything|)
(clear|wipe|empty|erase|scrub) (my|all my) (history|reflections|notes|journal|records)
(i|i'd) (don't|would rather you didn't|do not) (want you to|) (keep|hold|store) (anything|any data|things) about me
    (any more|)
(take|get) (everything|all) (i've|i have) written off your (servers|system|books)
(delete|erase|get rid of) (all of it|the whole lot|it all|every bit of it) (please|)
i don't want (a|any) (trace|record|sign|note) of me (in this thing|left|here|in your system|anywhere)
(strike|rub|cross|blot) out (everything|all|what) (i've|i have|i) (noted|written|wrote|said)
(get rid of|wipe|scrub|clear|erase|remove) (all|everything|every trace|) (my notes|about me|my account|of me|my
    records) (and my account|please|for good|completely)
(take|remove|get) me (out of|off) (this|your|the) (completely|system|bot|database|records) (and forget|)
""")

LINK_ACCOUNT = ways_to_say("""
(link|connect|add|pair|join up|hook up|sync|attach|merge) (my|this|another|a second|a new|both my|the)
    (account|telegram|slack|slack account|telegram account|phone|device|accounts|number|profile|mobile|app)
(i want|i'd like|can i|how do i|could i|i need|help me) (to|) (link|connect|add|pair|use|join up|set up) (my|this
    on|you on|this|another|both) (account|telegram|slack|slack and telegram|phone|my phone|telegram
    account|device|accounts|accounts together)
(my|the|here's my|here is my|code is|this is the|i have a|i was given a) (code|joining code|pin|linking
    code|verification code|code is|invitation code|six digit code|code from the email) (is|) ({code}|)
(code|pin|joining code|invite code|link code|verification code) {code}
(verify|authenticate|register|activate|recognise|identify|confirm) (me|my account|my identity|my phone|this
    device|my number|who i am)
(log|sign|get) (me|) (in|into|on) (to|on|with|) (my account|telegram|slack|here|my phone|the bot|another phone|)
(how|can|can't) (do i|i|can i) (log in|login|sign in|get in|sign on|get into my account|access my account)
(i've|i have|i) (got|changed|lost|have|bought|switched) (a|my|to a|to) (new|)
    (phone|number|mobile|laptop|telegram|device) (how do i|and you don't|can i|and) (connect|know me|link it|recognise
    me|get in|)
(use|have|talk to) (you|this|it|the bot|waymark) (on|from|in) (both|another|my|a different) (slack and
    telegram|phone|slack|telegram|device|account|app)
(it says|you say|it thinks|why does it say|apparently) (i'm|i am|you don't know|my account is) (not|)
    (registered|recognised|a stranger|know me|linked|signed up|on the list|known)
(you|it|the bot) (don't|doesn't|no longer|can't) (know|recognise|remember|find) (me|who i am|my account) (any
    more|on this phone|)
(where|how|what) (do|is|'s|can) (i|my|the) (enter|put|type|get|use|my) (my|the|a|linking|joining|) (code|joining
    code|link code|verification code)
(join|joining) (with|using|by) (a|my|the|this) (code|link|invitation)
(the|my) (code|joining code|link|invitation) (doesn't work|isn't working|has expired|didn't work|isn't
    accepted|was rejected)
(resend|send|get|need|give me) (me|) (a|the|another|my) (new|) (code|joining code|verification code|link
    code|activation code)
(same|one) (account|person|me) on (two|both) (phones|apps|platforms|slack and telegram)
(unlink|disconnect|remove|detach) (my|the|this) (telegram|slack|old phone|other account|account|device)
(link|connect|link account|link me|pairing|login|log in|log on|sign in|verification|linking code|connect account)
(link|link account|link my account|connect|connect account|log in|login|sign in|my code|verify|verify me|pair|link
    telegram|link slack|connect telegram|connect slack|new phone)
(how|where) do i (log|sign) (in|on) (to|) (this|here|the bot|my account|)
(i've|i have|i was|i just) (been|got|had|) (sent|given|received|an) (an|a|) (invite|invitation|link|code|joining
    code) (now what|what do i do with it|where do i put it|how do i use it|)
(my|the|here is my|it is) code (is|) {code}
(i've|i have|i) (switched|moved|gone over|changed) to (telegram|slack|a new phone) (how do i|and want to|can i)
    (connect|link|join|carry on|set) (it|up|)
(my|the|that) (code|link|invite) (doesn't|does not|won't|didn't|is not) (work|working|do anything|open)
(can|could) i use (my phone|telegram|slack|another phone|my tablet) (as well|too|also|instead)
(add|link|connect|hook) my (telegram|slack|phone|other account) (to this|to my account|here|up|as well)
i (can't|cannot) (get into|log into|access|open|get back into) my account
(i'm|i am) (on|using) a (new|different|second) (account|phone|number|handset|tablet) (now|today|same me|)
(add|link|connect|join) my (work|other|personal|second|telegram|slack) (account|phone|number)
(i've|i have|just) (changed|switched|lost|replaced) my (number|phone|mobile|handset|sim) (same me|)
(it|this|the bot|telegram|slack) (doesn't|does not|won't) (recognise|know|remember|accept) me (on telegram|on slack|on
    my new phone|any more|)
(i've|i have) been using (this|you) on (slack|telegram) (but|) (my council blocks it|) (how do i|can i) (carry
    on|continue|move) (in|on|to) (telegram|slack) (with the same notes|)
(can i|could i|may i) have (this|you|waymark) on (both|two|all my) (apps|phones|accounts|devices)
(i'm|i am) usually on (slack|telegram) (how do i get you there|can i use you there) (too|as well|)
(new|another|replacement|different) (handset|phone|mobile|laptop|device) (need to get set up|how do i connect|need to
    link it|same me) (again|)
(the|my|here's my|i have a) (joining|linking|) code (they emailed|from my other account|i was sent|) (is|) {code}
(connect|link|join|sync) (the|my) two (apps|accounts|phones|profiles)
(i want|i'd like|can i) to (talk|chat|write) to you on (telegram|slack|my phone) (too|as well|also)
how do i (log in|sign in|get in|carry on) on my (other|new|work) (phone|account|laptop)
(you|it|this bot) (seem|seems|appears|appear) to have (forgotten|lost|mislaid) (who i am|me|my account) (on this
    phone|here|)
what do i do with (this|the|my) (linking|joining|six digit|) (number|code|pin) {code}
(i've|i have) (moved|switched|changed) (from|over from|) (slack|telegram|phone|phones|number) (to|) (telegram|slack|)
    (how do i connect|can i keep my notes|what now|)
(can i|how do i) (get at|reach|see|read|use) my (notes|things|reflections|account) (from|on|in) (telegram|slack|my
    other phone|my tablet|the other app) (too|as well|)
(pair|connect|join up|tie|merge) my (two|) (accounts|slack and telegram|apps|phones)
i've got a new (number|phone|telegram|slack|account)
""")

WHO_CAN_SEE_THIS = ways_to_say("""
(who|who else) (can|could|will|gets to|is able to|might|would) (see|read|access|look at|view|know|find|get to see)
    (this|what i write|my notes|my reflections|what i type|it|my answers|my journal|my data|my messages|my goals|my
    360 results|what i say here|my learning plan)
(can|could|will|does|do|would|is) (my|the|anyone|other people|others|anybody|someone) (boss|manager|line
    manager|coach|director|programme team|employer|mentor|colleagues|council|chief exec|team|else|) (able to|)
    (see|read|know|find out|look at|get told|access|view|told about) (this|what i write|my notes|my reflections|my
    answers|what i say|my journal|it|if i cancel|what i wrote|my messages)
(is|are|will) (this|it|what i write|what i say|my notes|my reflections|my answers|what i tell you|that|this
    conversation|these messages|our chat|my journal|the chat) (private|confidential|secret|secure|visible to
    anyone|shared|safe|encrypted|anonymous|public|stay between us|kept private|shared with anyone|really private|seen
    by anyone)
(do you|does the bot|does waymark|will you|does this) (share|tell|pass on|report|send|show|sell|give|keep|record)
    (my|what i|anything|this|people) (answers|notes|say|data|write|with my boss|to my manager|to anyone|with the
    programme|on to my employer|secret|conversations)
(privacy|is this private|confidential|private|privacy question|data privacy|who sees this|who sees what|is it
    confidential)
(who|what) (sees|reads|happens to|has access to|knows about|looks at) (my|what i|this|the)
    (notes|write|reflections|data|answers|results|say|information|messages|360 results|feedback)
(what|how) (do you|does the programme|are you|is my) (do with|use|keep|store|protect|data|information) (my data|my
    information|it safe|what i write|my notes|used|protected|stored|kept|my answers)
(does|do|will|would) (my employer|my boss|my manager|the director|my council|they|my coach|my line manager|hr)
    (get told|hear|know|find out|see it|be told|get to know|get a report|see) (if|about|when|what|) (i cancel|i miss a
    session|this|i write|my notes|anything|i say|i didn't come|)
(is it|am i) (only me|just me|the only one) (that|who|) (can see|sees|can read|reads) (this|my notes|these|it|what
    i write)
(before i|if i) (write|say|tell you|share|put down) (something|anything) (personal|private|sensitive|about a
    colleague) (who|is it|will it) (will see it|private|gets to see it|be shared|can see it|stay private)
(where|how long) (is|are|do you) (my|keep) (data|notes|my data|my notes|reflections|information)
    (stored|kept|held|for|)
(how|is) (secure|safe|private|confidential) (is this|is it|are my notes|is my data|it|this)
(can|could) (i|we) (trust|be open with|be honest with|speak freely with|rely on) (you|this|this bot|the bot)
(can you|can anyone) (see|read) my (private messages|notes|screen|reflections|journal)
(who can see this|is this private|privacy|confidential|is this confidential|private|who sees this|who reads
    this|is it private|who can read this)
(what|how) do you do with (my|all my|the) (data|answers|notes|information|stuff i write)
(will|can|could|might|would) my (coach|boss|manager|director|employer) (know|see|find out|read|hear|be told)
    (what|about what|) (i wrote|i write|i said|this|it|my notes)
(does|do|will|would) (what|anything|everything) i (write|say|type|tell you) (go|get back|get sent|get passed
    on|end up with) (to|with) (my chief exec|my boss|anyone|my manager|hr|the programme)
(who|anyone|anybody) (apart from|besides|other than|except) me (reads|sees|can see|has|gets) (these|this|my
    notes|it)
is it (safe|ok|okay|wise|all right) to be (honest|open|frank|candid) (here|with you|in this)
(are|is) (these|this|the|our|my) (chats|chat|messages|conversation|notes|answers) (monitored|recorded|logged|read
    by anyone|passed on|tracked|kept|watched)
will (this|it|what i say|any of this) be (passed|handed|reported|sent|shown|given) (on|back|) to (my employer|my
    boss|anyone|hr|the director)
(can|could|does|will) (my coach|my boss|my mentor|the council|hr) (ever|) (see|read|get hold of|look at) my
    (journal|notes|reflections|diary|entries)
(are you|is anyone|is somebody|are they|do you end up) (sharing|monitoring|reading|watching|passing on|listening to)
    (this|what i write|what we say|these messages) (with anyone|)
(what|how much) does (the|my) (programme team|coach|council|director|boss) (know|see|get told|hear) about (me|us|what
    i write)
(who|does anyone|will people) (knows|know|see|find out|be told) (that|if|) i (booked|cancelled|wrote|asked|missed) (a
    session|coaching|something|this)
(can|could|do) (it at work|slack admins|the it department|the admins|my employer's it) (read|see|look at|get at)
    (these messages|this|what i type)
(do|does|will) my coach and (the programme lead|my manager|my boss|the director) (talk|compare notes|speak|swap notes)
    about me
(before|if) i (write|share|say) anything (i'd like to|i want to|can i) (understand|know|be clear) who (gets to read
    it|sees it|will see it)
(how|is) (private|safe|secure|confidential) (is|are) (this chat|my notes|this|what i type) (with you|really|)
(will|could|might) (this|it|what i write) (be used|count|end up|come up|get back) (in|against|to) (my appraisal|me|my
    file|my director|my boss)
how (is|are) my (information|data|notes|words) (protected|kept|looked after|stored)
(could|would|will) (this|it|what i say) ever (get back to|reach|be seen by|be shown to) my
    (director|boss|manager|council)
(am i|is this) (writing|written|speaking|talking) (to|for) (an audience|anyone else|myself|just you)
(is|are) (what i type|this|it|my notes) (encrypted|private|kept secret|seen by anyone|between us)
(does|do) (anyone|anybody|people) else see (my|the|these) (answers|notes|messages|reflections)
does the council (that|who) runs this (see|read|get) my notes
(who|who else|which people) (has|have) (sight|a view|access|knowledge) (of|to) (my|this)
    (diary|journal|notes|messages)
(do|does|where do) (these|my|this) (messages|notes|words|chat) (go|end up|get sent) (anywhere|to anyone|somewhere
    else|)
(can|could|does|will) (my boss|hr|my employer|my council|the director|it|my coach) (read|see|get at|look at|be shown)
    (what i write|what i type|this|my notes|any of it) (here|)
(where|who) (does|gets) (what i type|my text|to look at|this all) (end up|go|be stored|my reflections|it)
""")

RECOVERY_WORDS = ways_to_say("""
(i|) (can't|cannot|don't|no longer) (remember|find|recall|know) (my|the) (recovery|six|six recovery) words
(i've|i have|i|) (lost|forgotten|mislaid|forgot) (my|the) (recovery words|six words|paper with my recovery words)
(what are|where are|show me|give me|make me) (my|new|the) (recovery words|six words)
""")
