"""What people say about their own notes."""

from handlers.said.ways import ways_to_say

REFLECT = ways_to_say("""
(i want to|i'd like to|can i|let me|i need to|time to|help me) (write|record|add|log|make|do|capture)
    (a|my|another|today's|this week's|a new|a quick) (reflection|journal entry|learning log entry|diary entry|private
    note)
(new|another|quick|fresh|start a|open a|add a|begin a) (reflection|journal entry|learning log entry|diary
    entry|note to self) (please|)
(write|jot|note|get|put) (down|) (my|some|a few|what i) (thoughts|learning|feelings|takeaways|insights|ideas)
    (from|about|on|after) (today|the session|module {module}|the workshop|this morning|yesterday's meeting)
(want|need|like) to (write|jot|note|scribble|get) (something|a thing|a few lines|my thoughts|a few thoughts)
    (down|)
(want|need|like) to (reflect|journal|think aloud|unload|process) (on|about) (today|how it went|what
    happened|yesterday|my week|the module|my leadership|a difficult meeting)
(reflect|reflecting|reflection) (on|about) (module {module}|today|the away day|this week|my coaching|what i
    learned|the visit)
(i've|i have|i) (just|) (learned|learnt|realised|noticed|discovered) (something|a lot|a few things) (today|in the
    session|about myself|at the module) (and want to write it down|)
(where|how) (do|can|should) i (write|put|record|note|type|add) (my|a)
    (reflection|reflections|thoughts|learning|journal entry|journal)
(record|log|capture|save|keep) (my|a|some|this) (thought|thoughts|insight|idea|learning point|reflection|takeaway)
    (for me|from today|before i forget|)
(journal|journalling|journaling) (time|today|please|entry|)
(had|i had) (an|a) (aha moment|insight|realisation|breakthrough|light bulb moment|thought|wobble)
    (in|about|after|during) (the session|my coaching|today's module|my team)
(before i forget|while it's fresh|while it is still fresh) (i want to|let me|can i) (write|note|jot) (down|up)
    what (i learnt|happened|i noticed|my coach said|struck me)
(what|some things|things) i (learnt|learned|noticed|took away) (today|from module {module}|from coaching) (let me
    write it up|need to note this|)
(write up|type up|note down|put down) (my|) (notes|learning|thoughts|takeaways) (from|of) (today|the day|the
    workshop|the visit|the session)
(dear|my) diary (today|)
(note|memo) to (self|myself)
(can you|please) (keep|take|save|hold on to) a (private note|note|thought|reflection) for me
(log|add) (something|this|an entry) (in|to|into) my (journal|diary|learning log|reflections|notes)
(get|put) (this|something|it all|my thoughts) (off my chest|on paper|into words|down)
(space|somewhere|a place) to (reflect|write|think|journal|put my thoughts)
(weekly|daily|end of day|friday|monthly) (reflection|reflections|journal|review of my week)
(my reflection|my thoughts) (for|on|about) (this week|today|the module|{when})
(reflect|reflection|reflections please|new note|journal|diary|journal entry|write|write something|write in my
    journal|learning log)
(open|start|give me|find me|have you) (something|a page|somewhere|a blank page|a space|a place) (for me|) (to
    write in|to write on|to note this|to get it down)
(i'd like to|i want to|let me|need to) (keep hold of|hold on to|remember|capture|bottle|get down) (that|this|this
    feeling|what just happened|a thought|what was said)
(where|how) (do i|can i|should i) (put|write|keep|note|type) (it|this|that|it all) (down|up|)
(today|this week|yesterday) (was|has been) (hard|interesting|a good day|a turning point) and i want to
    (write|reflect|note) (about it|on it|it down)
(pen|time) (to paper|to write|to think)
(reflection|journal|diary|note to self|learning log|my thoughts today) {words}
(today|this week|the session|that meeting|the visit) (taught|showed|reminded) me (something|a lot|that) {what}
    (i'd like to|and i want to|let me) (write it down|get it written down|note it)
(quick|a|one) (thought|idea|insight|reflection|lesson) (to save|to keep|for my journal|for later|before i
    forget|to record)
(can you|could you|please) (open|start|get out) my (journal|diary|learning log) (so i can add to it|so i can
    write|for a new entry|)
(five|two|ten|a few) minutes to (write|reflect|journal|think)
(let me|i want to|need to|i'd like to) (get|have) (something|this|it) (off my chest|out of my head|out of my
    system|straight in my mind|in black and white) (about today|about {what}|)
(thinking|working|talking) (out loud|aloud|something through|things through) (here|on paper|in writing|) (mind if
    i|let me|can i|want to) (note it|put it in my notes|write it here|keep it)
(want|need|going) to (put|get|set) my thoughts (in order|straight|together|on paper|somewhere) (after|about|on|)
    ({what}|module {module}|{when}|)
(had|just had|i've just had|i just came out of) a (really|) (useful|tough|difficult|good|hard|interesting|awkward)
    (conversation|meeting|chat|day|moment|exchange) with (a colleague|my boss|my director|the leader|my team) (and|)
    (want to|i'd like to|let me|don't want to) (think it through|write it out|capture it|forget what i took from
    it|lose it)
(keep|save|store|hold|record|note|jot|take) (this|that|it|this one|a thought|a note) (down|) (for me|privately|just
    for me|in private|for later|in my notes)
(write|jot|note|put|take) (this|that|something|one thing) down (for me|please|somewhere|quickly|) {words}
(i noticed|i realised|i see now|it struck me|it dawned on me|i've worked out|i learned|i learnt) that {what} (save
    that|note that|keep that|write that down|put that down|)
(something|a penny|one thing) (clicked|dropped|landed|struck me|stuck with me|hit a nerve|hit home) (in the
    session|today|this morning|at the module|when {what}) (and|so|) (i'd like to|i want to|let me|) (write it up|get
    it down|note it|)
(prompt|help|guide|start) me with (some|a|a few) (reflection|reflective|journal) (questions|question|prompts)
(give|ask|send) me (a|some|another) (question|questions|prompt) (to reflect on|for reflection|for my journal|to write
    about)
(quick|short|brief|one|private|new|another) (note|thought|reflection|entry|scribble) (before|on|about|for) (i
    forget|the next meeting|how it went|how {what} went|myself|today) {words}
(scribble|jotting|learning|insight|lesson|realisation|takeaway|observation|dear diary|memo to me|thought for my
    journal) {words}
(there's|got|i've got|have) (a|one|) (learning point|lesson|insight|thought|reflection|observation) (from|out
    of|about) {what} (i must not lose|to keep|to record|to put down|i want to keep)
(can|could|shall|may) (we|i|you) (do|start|have|take) (the|a|my|this week's) (reflection|note|journal entry|reflective
    writing) (now|while it's fresh|before i forget|together|please)
(bit of|been|it's been|had) a (wobble|funny day|tough week|hard day|good week|rough ride) (today|and it would|would)
    (help to write it out|help to write|i want to write about it|need to write it down)
(add|append|put) (this|something|it|a line) (to|in|into) my (journal|learning log|diary|log|notes)
(reflective|weekly|end of week|end of module|post module) (writing|reflection|account|diary|practice)
    (please|time|now|on {what}|)
i (keep|kept|always) (thinking|turning over|coming back to|mulling) (about|over|) {what} (and want to write about
    it|let me write it down|so let me note it)
(ready|time|keen|like|would like) to (do my|write my|start my|put down my) (reflection|journal|weekly reflection|notes
    for the week) (now|please|)
(where|how) (would|do|might) i (capture|log|record|jot down|store) (what i|my|a) (learnt
    today|learning|thoughts|passing thought)
(get|want to get) (something|this|that meeting) off my chest (about|) (this morning|the board|today|)
(something|a thought|an idea|it) (clicked|struck me|occurred to me|came to me|dawned on me) (today|just now|in the
    meeting|) (and|) (i want it written down|let me note it|save it|)
(bank|capture|scribble|dump|park|stash) (a few|some|these|my) (lines|thoughts|words|ideas) (on|about|from|while
    they're fresh|) (yesterday|the visit|today|)
(think|thinking) (on paper|out loud in writing) (for a minute|for a bit|)
""")

MY_REFLECTIONS = ways_to_say("""
(show|list|see|open|read|view|find|get|display|bring up|dig out) (me|) (all|) (my|the)
    (reflections|journal|notes|journal entries|past reflections|old notes|learning log|diary|previous entries|earlier
    reflections|written reflections)
(can i|i want to|i'd like to|let me) (see|read|look at|go through|look over|look back at|reread|go back
    over|browse|revisit) (my|all my|the) (reflections|old reflections|journal|notes|entries|past entries|earlier
    notes|previous reflections)
(what|which things) (did|have) i (write|written|note|noted|say|said|put|reflect on|record) (about|on|in|down in)
    (last week|module {module}|my journal|my reflections|delegation|the autumn|my team|that day)
(where|how) (are|do i find|can i find|do i see|can i read|is) (my|the) (reflections|journal|notes|old entries|past
    notes|entries|things i wrote)
(what's|what is) in my (journal|notes|diary|learning log|reflections)
(find|search|look for|look up) (the|that|my|a) (reflection|note|entry|journal entry|bit) (where i|about|when
    i|on|from) (wrote|delegation|talked|mentioned|boundaries|module {module}|last year)
(search|look through|look in) my (reflections|notes|journal|entries|writing) (for|about)
    (something|trust|conflict|budget|my boss)
(my|all my|past|old|previous|earlier) (reflections|journal|journal entries|notes|entries) (please|so far|from
    {when}|from module {module}|list|)
(read|reread|see|look at|find|remind me of|show me) (again|) (the thing|the things|what|something|everything) i
    (wrote|noted|reflected|said|put down|journalled) (about|after|on|in) (the away day|module {module}|my coach|last
    month|it|)
(did|have) i (ever|already|) (write|written|reflect|reflected|note|noted) (anything|something|much) (about|on)
    (trust|conflict|power|this|leadership)
(how many|number of) (reflections|notes|entries) (have i|do i have|did i) (written|write|made|)
(read|play|give) (back|me back) (my|the) (last|latest|first|most recent) (reflection|note|entry)
(go|take me) (back|) to (my|the) (reflections|journal|notes)
(look|looking) back (at|over|on) (my|what i) (reflections|wrote|learning so far|journey so far|notes|thinking)
(change|edit|correct|update|amend|share) (my|the|a|an old) (last|) (reflection|note|journal entry|entry)
(how|see how) (has|) my thinking (has|) (changed|developed|moved on) (since|over) (autumn|the year|module
    {module})
(the note|the reflection|the entry) (from|about) (last week|module {module}|{when}) (again|please|)
(my reflections|my journal|my notes|old reflections|past entries|my entries|my diary|journal
    entries|reflections|all reflections|previous notes)
(show|see|read|list|find) (me|) (everything|all|what|the things|anything) (i've|i have|i)
    (put|written|wrote|noted|recorded|kept|said) (in|on|about|) (my journal|my notes|my reflections|here|boundaries|my
    diary|it)
(where|how) (do|did|have) my (reflections|notes|journal entries|entries) (go|live|kept|end up|gone)
(is there a way|how do i|can i|let me) (to|) (go|look|read|scroll|flick) (back|) (through|over|at) (what i
    wrote|my earlier thoughts|my writing|my past reflections)
(what did i write|show my notes|did i write anything|find my reflection|find the entry) about {topic} ({when}|)
(what|what was it) (did i|i|have i) (say|said|write|wrote|note|think|thought) (about|on) {topic} (back
    in|in|last|) {when}
(bring|call|dig) (back|up|out) my (entry|note|reflection|notes) (from|about|on|after) (the
    residential|{when}|module {module}|{topic})
(have|did|had) i (written|write|put|noted|reflected) (anything|much|something|on anything) (this
    month|{when}|lately|so far|yet)
(my|the) (last|latest|most recent|first) (reflection|entry|note) (please|i wrote|)
(retrieve|fetch|bring|scroll|look|go|flick|leaf|browse) (up|out|back|through|back through|back to|) (my|the|what's in
    my|all my) (learning log|notes|journal|diary|entries|reflections|earlier entries|old notes) (with me|from the
    autumn|from {when}|please|)
(what|which|all|everything|the stuff|the things|anything) (have i|i've|i|i'd) (written|jotted
    down|noted|recorded|journalled|reflected|put) (so far|down|about {topic}|on {topic}|before christmas|to date|up to
    now)
(where|how) (are|have|do i get to|can i see) (my|the) (notes|reflections|entries|journal entries|diary)
    (gone|kept|again|please|)
(my|the) last (two|three|few|ten|couple of|half dozen) (notes|entries|reflections)
(edit|correct|fix|change|reword|add to) the (note|entry|reflection) (from|i made|i wrote|about)
    ({when}|yesterday|{topic})
(have i got|do i have|did i save|did i keep|did i put down|is there) (any|anything|something|a)
    (notes|reflections|entry|note|) (on|about|after) (module {module}|{topic}|the away day|{when})
i (remember|recall|know i|am sure i|think i) (writing|noting|wrote|noted|put) something (about|on) {topic} (back
    in|in|) ({when}|) (can you|could you) (dig it out|find it|bring it up|show me)
(before|for|ahead of) (my|the) (appraisal|one to one|coaching|review|supervision) (i'd like to|i want to|let me|can i)
    (reread|look over|go over|see) (everything i've noted|my notes|what i wrote|my reflections)
(the|that) (thing|note|entry|reflection|bit|one) (i wrote|i made|i noted|i did|i put down) (on|about|in|last)
    ({when}|{topic}|my deputy) (can i see it|again|show me|please|where is it)
(show|find|open|read) (me|) the one (about|on|from) ({topic}|{when}|my deputy|my team|my boss)
(read|play|say) (back|me|me back) (what|the things|everything) i (wrote|noted|said|put) (in|about|on|)
    ({when}|{topic})
(another look|a look|look again|one more look) (at|through|over) (last week's entry|my entries|my notes|what i
    wrote|{when} reflection)
(what|where) (was|is) (it|that thing) i (wrote|noted|put|said) (about|on) {topic}
(let|help) me (have|take|see|find) (a look|another look|) (at|) (my|what's in my) (journal|diary|reflections|notes)
(list|index|overview|summary|history|archive) of (my|all my) (reflections|notes|entries|writing)
(did|have) i (ever|) (reflect|write|note|journal|say) (anything|much|) (on|about|after) ({topic}|module {module}|the
    away day)
(how many|how often) (reflections|notes|times|entries) (have i|did i) (done|written|made|reflected|got)
(previous|earlier|past|old|saved|written) (thoughts|reflections|notes|entries|writing) (on|about|from)
    ({topic}|{when})
(what|which things) have i (been writing|written|noted|put down|reflected) (about|) (lately|so far|since
    {when}|recently)
(did|have) i (write|written|said|note) anything (about|on) {words}
(let me|can i|i'd like to) (reread|go back over|look back at|revisit|leaf through) (my|what i wrote|the) (last
    reflection|old notes|journal|after {module}|earlier entries)
""")
