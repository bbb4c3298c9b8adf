"""What people say about reminders, and about having too many."""

from handlers.said.ways import ways_to_say

REMIND_ME = ways_to_say("""
(remind|prompt|nudge|ping|poke|alert|prod|tell|buzz) me (on|at|in|) ({when}|) (to|about|that|of) ({what}|the
    deadline|my coaching|the report|ring the office|send the paper|prepare)
(remind|prompt|nudge|ping|alert) me ({when}|in an hour|an hour before|a day before|the day before|before) (my
    coaching|the module|my session|the deadline|)
(set|create|make|add|schedule|put in|give me) (a|an|me a|another) (reminder|alarm|alert|prompt|nudge)
    (for|on|at|to|about) ({when}|{what}|call the chair|my coaching|write it up|do my reading)
(can you|could you|will you|would you|please) (remind|prompt|nudge|ping|chase|alert|prod) me (about|to|of|on|)
    (this|{when}|{what}|send it|prepare|do my reflection|my homework|later today)
(don't|do not) let me forget (to|about|the|my|) ({what}|the deadline|module {module}|my pre-reading|ring home|the
    meeting)
(i need|i want|i'd like|i must|help me|i have) to remember (to|about|my|the|) ({what}|{when}|thank them|the
    pre-reading|call back|email the chair)
(every|each) {when} (remind|tell|nudge|prompt|ping|ask) me (to|about) ({what}|plan my week|reflect|write)
(give|send|drop) me (a|) (nudge|shout|ping|reminder|prompt|poke|note|heads up) (on|at|about|) ({when}|)
    (to|about|before|) ({what}|the paper|my session|)
(reminder|remind me|reminder please|remind me please|new reminder|set reminder|remind me {when}|reminder
    {when}|reminder for {when})
(i'll|i will|i always|i'm bound to) forget (so|unless) (please|can you|you|) (remind|nudge|prompt) (me|)
(wake|message|text|email) me (at|on) {when} (to|about|so that) ({what}|remind me|i remember)
(remind|tell) me (to|) (do|finish|start|submit|read|call|send|check|buy|book|prepare|write|ask|bring)
    ({what}|it|my reflection|the form|my mentor) (at|on|by|before|) ({when}|)
(come back|get back|check in) (to|with) me (about|on) (this|my action|it) {when}
(show|list|see|change|delete|what are) (me|) (my|the) (own|) reminders (i set|i've set|i asked for|)
(put|add) (a|) (note|reminder) (in|to) (my|) (diary|calendar|list) to ({what}|ring them|chase it) {when}
(remind me|reminder|set reminder|reminder please|new reminder|reminder {when}|remind me {when}|nudge me|nudge me
    {when}|remind me tomorrow)
(tap|prod|kick|jog|give) me (on the shoulder|a kick|a prod|a tap|) (at|on|) {when} (so that|so|to|about) ({what}|i
    don't forget|i ring them|i dial in)
(make sure|so that|see that) i (don't forget|remember|do not forget) (to|about|) ({what}|it|the call|the deadline)
    ({when}|)
(i've|i have|i've got) (a head like a sieve|a terrible memory|a lot on|so much on) (can you|could you|please|so)
    (remind|prompt|nudge|prod) me (on|at|) ({when}|) (to|about) {what}
(give|send) (us|me) a (nudge|shout|ping|prod|buzz) ({when}|on {when}) (to|about) {what}
(ping|nudge|remind|warn|tell) me (the night before|the day before|an hour before|the morning of|a week before)
    (the module|my coaching|the deadline|it)
(set|create|add) an (alert|alarm) (for|before|about) (my one to one|my coaching|the module|my session|the
    deadline|{what})
(chase|pester|bug|nag) me (about|for|to) {what} (on|) {when}
(set|put|make) (an alarm|a reminder|an alert) (in|) (for|on) {when} (to|about) ({what}|prep for my session|get ready)
(don't|do not|mustn't|never) let me (forget|miss|overlook) (to|) (book coaching|{what}|do the questionnaire|finish my
    plan|see my coach|fill in the survey)
(remind|nudge|prompt|ping|tell) me (to|) (book my coaching|do the survey|write a note|write a reflection|work on my
    learning plan|sign the contract|read the paper|{what}) {when}
(tell|remind|ask|prompt|nudge) me (again|once more|) (on|at|) {when}
(i|i'd) (always|would|will|tend to) (forget|lose) (these things|everything|my head if it wasn't screwed on|this)
    (could you|can you|so|) (give me a shout|prompt me|remind me|nudge me) (on|) {when} (about|to) {what}
(can you|could you|please) (set up|make|do|give me) a (weekly|daily|monthly|regular) (prompt|reminder|nudge) (on|at)
    {when} to {what}
(i need|i want|i could do with|could i have|can i have) (reminding|a reminder|a nudge|a prompt|a poke)
    (about|to|on|for) ({what}|{when}|{what} on {when})
(in|after) (an hour|two hours|an hour|ten minutes) (remind|tell|nudge|buzz|prompt) me to ({what}|eat|stretch|call
    home|leave)
(buzz|poke|prod|shout|ping|nudge) (me|at me) (at|on|in) {when}
(pop up|come up|appear|shout) (on|at) {when} (with|about|saying|to say) {what}
(can|could) i (be|get) (reminded|prompted|nudged|a reminder) (to|about|of) {what} (on|) {when}
(remember|be sure|make sure) to (tell|remind|nudge|prompt) me (to|about) {what} (on|) {when}
(chase|hassle|bug|badger|harass) me (about|over|for) (this|{what}|my plan) (in|on|) {when}
remind me ({when}|10 mins|an hour|a day|half an hour) (before|ahead|beforehand|early)
(wake|nudge|jog) me (up|) about (this|{what}) (on|) {when}
(every|each) {when} (at {when}|) (remind|prompt|nudge|tell) me to {what}
(jog|prompt|refresh) my memory (about|of|on) ({what}|{when}|this {when})
(stick|put|pop|leave) a (reminder|note) (in|down|) (for|on) {when} (about|to|) ({what}|)
(note|diarise|diary) (this|it|{what}) for {when} and (remind|tell|prompt) me
(i want|i'd like|i need) to be (told|reminded|nudged|prompted) (on|at) {when} (that|to|about) ({what}|the form is due)
(text|message|tell) me in {when} {what}
(make a noise|shout|poke me|nudge me|ring a bell) (on|at) {when} about {what}
(i need|i could do with|i'd like) (prompting|a prod|nudging|a nudge|a poke|chasing) (to|about|on) ({what}|write it up)
    (every friday|{when}|)
(prod|poke|nudge|chase|buzz|ping|bug|jog) me (about|to|on|when it's time to|{when}|) ({what}|{when} about {what})
(don't|do not|never) let me (forget|miss|lose sight of) ({what}|to {what}|the deadline) (at|on|by|) ({when}|)
(give|send) me a (shout|nudge|ping|prompt|heads up|buzz) (at|on|in|before|about) ({when}|the deadline)
(can|could|will) you (remember|keep in mind|make sure i remember) (to|that i have to) (tell me|{what}) (on|) {when}
""")

SNOOZE = ways_to_say("""
(stop|mute|snooze|silence|pause|suspend|hold) (the|all|my|your|these|)
    (reminders|messages|notifications|nudges|alerts|pings|reminder) (for|until) ({when}|a week|a bit|a while|an
    hour|the weekend)
(remind|ask|tell|nudge|ping) me (again|) (later|again later|tomorrow instead|some other time|again {when}|another
    time|next week instead|again in an hour)
(snooze|pause|quiet|silence|shush|hush) (please|this|that|it|until {when}|for {when}|for an hour|this one)
(don't|do not|please don't|can you not) (remind|message|disturb|contact|notify|ping|bother|nudge) me
    (until|before|for|while) ({when}|i'm on leave|the holidays|a while|i'm back)
(be quiet|shut up|give me peace|leave me alone|leave me in peace|not now) (until|for|) ({when}|a while|a bit)
(hold|keep|save) (all|my|the|) (messages|reminders|notifications|everything) (back|) (until {when}|while i'm
    away|until i'm back|while i'm on leave)
(i'm|i am|i'll be) (busy|off|snowed under|in meetings) (until {when}|for {when}|all week) (so|please)
    (hold|stop|pause|no) (messages|the reminders|reminders|notifications)
(not|come back|try|ask) (now|later|again|me later) (come back|ask again|remind me|try again|) (at|on|in|)
    ({when}|an hour)
(can this|could it|let it|that can) wait (until {when}|till later|a while|)
(remind|nudge) me (of|about) (this|it|that) (later|again {when}|some other time|when i'm back)
(snooze|snooze it|snooze please|remind me later|later|not now|ask me later|later please|another time|ask me again
    {when}|ask again {when}|come back at {when}|come back {when})
(shush|quiet|hush|silence|peace) (until|till|for) {when}
(leave|put) (it|this|that) (off|) (until|till) {when}
(not|no not) (today|now|this week|this morning) (thanks|please|) (try|ask|come back|tell) (me|to me|) (on|) {when}
(can you|could you|please|) (hold off|go quiet|stay quiet|keep quiet|lay off|ease off) (with the messages|with the
    reminders|on reminders|) (till|until|for) ({when}|it's over|the budget is set|a week|i say)
(i'm|i am) (snowed under|swamped|up to my eyes|flat out|overloaded|drowning) (this week|{when}|at the moment|) (could
    you|can you|please|so) (hold off|pause|wait|stop) (the messages|the reminders|the nudges|) (until|till)
    ({when}|it's over|after)
(put|keep) (the|my|all the|) (reminders|messages|notifications|nudges) on (hold|ice|pause) (until {when}|for now|while
    i'm away|)
(not|not now|not today|no) (please|thanks|) (try me|ask me|come back|tell me|remind me) (on|at|)
    ({when}|tomorrow|later|next week)
(leave|do|save|put) (it|that|this) (till|until|for|off till) ({when}|later|next week|another day) (i'm up to my
    eyes|i'm busy|please|)
(remind|tell|ask|nudge) me (about|) (that|it|this) (later|another time|some other time|next week) (instead|please|)
(give me|i need|can i have) (a|some) (rest|break|breather|peace|quiet) (from|from the|from your)
    (prompts|messages|reminders|nudges|) (until|till|for|) ({when}|a bit|the budget is set|a while)
(snooze|pause|hold|postpone) (that|this|it|everything|all messages|reminders) (for|until|by) (an hour|a week|{when}|an
    hour)
(hold|pause|stop|keep) the (reminders|messages|nudges|prompts) (while|whilst|as long as) (i'm|i am) (on
    leave|away|off|in purdah|on holiday)
(quiet|silence|peace|nothing) (please|) (until|till|before) ({when}|next month|i'm back)
(ask|try|tell|show) me (again|that again|this again|later) ({when}|in an hour|tomorrow|after lunch)
(hold|park|keep) (that|this|it) (till|until|for|over to) ({when}|later)
(not|can't look) (now|just now|right now|at the moment) (ask|tell|remind|come back) (me|) (again|to me|)
    ({when}|later|tomorrow)
""")

MUTE = ways_to_say("""
(stop|mute|silence|turn off|switch off|disable|cancel) (the|all|my|your|these|those|all these|) ({module}
    reminders|questionnaire reminders|survey reminders|module reminders|reminders about my learning plan|coaching
    reminders|weekly prompts|reflection prompts|reminders for the module) (please|for now|)
(stop|quit|please stop|can you stop|leave off) (reminding|nagging|chasing|pestering|hassling|nudging|bugging) me
    (about|) (the survey|my learning plan|the questionnaire|the module|my feedback|that)
(no|no more|don't send me any more|i don't want any more|enough)
    (reminders|messages|notifications|nudges|prompts|nagging) about (the survey|my learning plan|this
    module|coaching|the questionnaire|it)
(mute|silence|pause|turn off|stop) (the|) (module|questionnaire|survey|coaching|weekly|reflection)
    (ones|reminders|prompts|nudges|messages|one|notifications)
(mute|silence|quieten|turn off|switch off) (the|my|all|your|)
    (reminders|notifications|alerts|nudges|pings|messages) (please|)
(mute|mute reminders|mute notifications|turn off reminders|turn off notifications|notifications off|reminders
    off|silence)
(could|can|would) (the|those|your) (module|coaching|questionnaire|survey|weekly) (reminders|nudges|prompts)
    (stop|end|be turned off|cease) (for now|please|)
(i've had|i got|had) that (reminder|message|nudge|prompt) (already|twice|before) (no more|stop|don't send it again|)
    (of those|)
(no|no more|stop the|enough) (nudges|reminders|prompts|messages) about (the learning plan|modules|my
    contract|coaching|the survey) (thank you|please|)
""")

UNMUTE = ways_to_say("""
(unmute|turn on|switch on|start|resume) (the|my|) ({module} reminders|module reminders|questionnaire
    reminders|reminders|modules|notifications|messages) (again|)
(turn|switch|put) (the|my|) (reminders|notifications|messages|nudges) back on (please|again|)
(start|begin|resume) (reminding|messaging|nudging|writing to) me again
""")

STOP = ways_to_say("""
(stop|quit|please stop|can you stop|leave off)
    (messaging|pinging|bothering|sending|pestering|hassling|bugging|contacting|emailing|texting|nagging|reminding) me
    (so much|please|things|all the time|every day|)
(no|no more|fewer|less|not so many|don't send me any more|i don't want any more|i don't want to get
    these|enough|too many|way too many) (reminders|messages|notifications|nudges|pings|prompts|alerts|messages from
    you) (please|thanks|any more|)
(how|where|can i|i want to) (do i|can i|) (stop|turn off|get fewer|switch off|reduce|opt out of|cut down|stop
    getting) (the|these|all the|) (reminders|messages|notifications|nudges|alerts)
(unsubscribe|opt out|opt me out|unsubscribe me|take me off the list) (from|of|) (reminders|messages|the
    nudges|these|everything|)
(the reminders|the messages|these messages|your nudges|notifications) (are|) (too much|too many|annoying|driving
    me mad|overwhelming|getting a bit much|how do i turn them off)
(less|a bit less|stop the|enough with the) (pinging|nagging|nudging|messaging|reminding) (please|)
(stop|turn off|switch off|mute|cancel|disable) (all|everything|all reminders|all messages|all notifications|the
    reminders|the notifications|all the nudges) (please|for good|)
(leave me alone|give it a rest|pipe down|shut up|be quiet|back off) (please|)
(stop|stop messages|stop reminders|too many messages|too many reminders|unsubscribe|no more messages|opt
    out|enough)
(can you|could you|please) (lay off|ease off|back off|give it a rest|calm down|go easy) (with the|on the|)
    (messages|reminders|pings|notifications|) (until {when}|for a bit|please|)
(i get|i'm getting|there are|you send) (far too many|too many|so many|loads of|a lot of) (of
    these|messages|reminders|notifications|pings|nudges)
no (pings|messages|reminders|notifications|nudges|alerts) (at|on|in) (the weekend|weekends|{when}) (please|)
(switch|turn) (them|it all|the lot|all) off
(i'm|i am) (getting|being) (pinged|messaged|nagged|bombarded|reminded|pestered|bugged) (too much|too often|all
    day|constantly|non stop)
(you're|you are|stop) (bombarding|nagging|pestering|badgering|spamming|overwhelming|harassing) me
(can you|could you|please) (be|) (quieter|less chatty|write less|message less|calm down|be less pushy)
(i get|there are|i've had|i receive) (too many|far too many|so many|way too many) (of these|of
    them|nudges|messages|from you)
(stop|quit) (messaging|writing to|texting|contacting|bothering) me (so often|so much|every day|)
(don't|do not) (send|give) me (any|) (reminders|nudges|messages|notifications) (at the weekend|on days off|any more|so
    often|)
(fewer|less|not so many|cut down on) (messages|of these|reminders|of the nudges) (please|from you|)
(enough|no more|too many|fed up) (with|of|) (the|these|all these|)
    (reminders|pings|notifications|prompts|messages|nudges)
(stop|quit|give over|leave off) (pestering|nagging|hounding|chasing|bothering|hassling|spamming) me (about|with|)
    (pre-work|reminders|this|everything|)
(i'm|i am) (swamped|snowed under|drowning|flat out) (go quiet|leave me alone|shush|fewer messages) (for|) (a week|a
    while|until {when}|)
""")

AWAY = ways_to_say("""
(i'm|i am|i'll be|i will be) (away|on leave|on holiday|on annual leave|out of office|off work|abroad)
    (from|until|on|) ({when}|next week|for a week|all of next week)
(annual leave|out of office|holiday|leave) (from|until) {when}
(i'm|i am|i'll be|i will be) (away|on leave|on holiday|off|abroad) (from|between|) {when}
    (to|until|till|and|through to) {when}
(away|on leave|on holiday|annual leave|out of office) (from|between|until|) {when} (to|until|till|) ({when}|)
(i'm away|i am away|away|on leave|on holiday) (from 12 to 14 january|3 to 10 may|from 1 to 5 march)
""")

STEP_BACK = ways_to_say("""
(pause|stop|suspend) everything (for|until) ({when}|a fortnight|a month|a while)
(i need|i'd like|i want|can i|could i) (to|) (step back|take a break|pause|have some time out|take time
    out|defer|take a pause) (from the programme|for a while|for a few weeks|until {when}|for a month|)
(i|i'd|we|) (need|want|could do with|would like|am after) (a|some) (breather|breathing space|time out|rest|pause)
    (from|away from) (all this|it all|the programme|everything|this)
""")

MY_OWN = ways_to_say("""
(move|change|shift|reschedule|edit|put back|postpone|bring forward) (my|the|that|one of my) (reminder|own
    reminder|reminders) (to|until|for|from) ({when}|a later time|another day|an hour later|eight)
(change|edit|correct) (the time of|when|the words of|) (my|the|that) (reminder|reminders)
""")
