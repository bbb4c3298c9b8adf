"""What people say about how and when they are written to."""

from handlers.said.ways import ways_to_say

SETTINGS = ways_to_say("""
(settings|preferences|my settings|my preferences|change settings|open settings|configuration|profile
    settings|notification settings|display settings)
(change|update|set|edit|adjust|alter|fix|correct|see|show|open|manage|check) (my|the|your|)
    (settings|preferences|time zone|timezone|language|working days|working hours|email address|name|display name|phone
    number|text size|pronouns|profile|notification times|contact details|job title|work pattern)
(set|change|switch|move|put|update) (my|the|me to) (time zone|timezone|clock|zone|time) (to|from|)
    (lisbon|paris|london|new york|gmt|dublin|cest|)
(i'm|i am|i'll be|i've|we've) (in|living in|moved to|working from|based in|now in|travelling in|on)
    (paris|lisbon|another time zone|a different time zone|spain|dublin time) (so|and|) (change my time zone|your times
    are wrong|times are an hour out|)
(i|i only|i don't) (work|work on|do not work|don't work|am part time) (part time|{when}|four days a week|three
    days|{when} to {when}|term time only|mondays|compressed hours)
(i've|i have|i'm) (gone|moved|going|changed) (to|) (part time|a four day week|three days a week|compressed
    hours|job share|new working days) (with {when} off|can you take account of that|)
(my|the) (working|non working) (days|hours|pattern|week) (are|is|have changed to|has changed) ({when}|different|)
(call me|my name is|i prefer|please use|i'm known as|refer to me as|spell my name) ({person}|by my first name|my
    married name|they them|{person} not {person}|with an e)
(send|deliver|message|put|contact|get) (me|things|messages|reminders|everything|it|my messages)
    (on|to|by|in|via|over) (slack|telegram|email|slack instead of telegram|telegram rather than slack|my phone|the
    other app)
(don't|do not|never|not) (message|contact|send|disturb|write to|ping|email) me (anything|) (at weekends|before
    nine|on fridays|after six|outside working hours|in the evening|at night|on my day off|on my days off)
(only|just) (message|contact|write to|send me things|email) (me|) (in the morning|on weekdays|during working
    hours|once a day|between {when})
(what time|when|what hour|which time) (do|does|can i choose when|should) (the|your|my) (daily|morning|weekly)
    (message|summary|digest|update) (come|arrive|come to me|)
(change|move|set|alter) (the|when the|what time the|what hour the) (time of|) (my|) (daily|morning)
    (message|summary|digest) (comes|arrives|to|time|)
(bigger|larger|plain|simple|simpler) (text|print|mode|font|letters|messages|language) (please|)
(turn|switch) (on|off) (plain mode|pictures|dark mode|images|emojis|emoji|the morning message)
(english|welsh|polish|french|another language|in plain english) (please|instead|only|for the language)
(can you|could you) (speak|use|write in) (another language|plain english|a bigger font|simpler words|british
    spelling)
(which|what) (language|time zone|settings|email|name) (do you have|have you got|am i on|do i have|are set) (for
    me|set|)
(24|12|twenty four) hour clock
(settings|my settings|preferences|change settings|settings please|change language|change time zone|change my
    email|change my name|my preferences|language)
(call|name|address) me {person} (not {person}|instead of {person}|please|rather than {person})
(change|update|alter) my (name|email|phone number|surname|title|job title|working pattern) (to|)
    ({person}|{when}|)
(working days|working hours|my working days|my working hours|office hours) (from|are|between|to|) ({when}|{when}
    to {when})
(please|can you|could you) use my (middle name|first name|full name|maiden name|nickname|title)
(i'm|i am|we're) (moving|going|off) to {what} (for a month|for a while|) (change|set|adjust) my (clock|time
    zone|time)
(can|could|may) i (have|get|receive) (my|the|) (messages|message|summary|reminders|morning message) (in the
    afternoon|later|earlier|in the evening|at lunchtime) (instead of|rather than|not) (in the morning|the morning|)
change (where|when|how|how often) you (send|message|contact|write to) (my messages|me|)
(put|set|move) me (on|to) {zone} time
(don't|do not|never|please don't) (message|contact|write to|ping|text|disturb) me (before|after|until|between|on)
    {when} (please|)
(what|which) (time|hour) do you (send|post|write|do) (the|my) (morning message|daily message|summary|digest)
(turn|switch|put) (on|off|me on|me in) (plain mode|plain text|large text|the emoji|simple mode)
(make|send|write|keep) (messages|your messages|the messages|things|it) (shorter|simpler|longer|bigger|in bigger
    chunks|plainer|clearer)
(my|the|see my|change my|edit my|update my) (profile|name|job title|pronouns|display name|details)
(call|name) me {person} (please|from now on|not {person}|)
i (prefer|go by|like|answer to) {person} (to|rather than|not|instead of) {person}
(i've|i have|i'm|we've) (gone|going|dropped|cut|moved) (down|) to (four days|three days|part time|a four day week)
    (so|) (please|) (don't contact me|no messages|leave me alone) (on {when}|)
i (don't|do not|never|only) work (on|) ({when}|fridays|mondays) (please|) (bear that in mind|so no messages|take
    note|)
(i'm|we're|i am|i'll be) (in|moving to|off to|based in|working from) {what} (this month|for three months|{when}|for a
    bit) (change|update|set|switch) my time zone
(i'd|i would) (sooner|rather|prefer to|like to) (hear from|get messages from|get this from|be messaged by) you
    (after|at|before) {when} (than|rather than|) ({when}|)
(could|can) you (write|send|message|contact) (to me|me|things) (at|after|in|before) {when} (rather than|instead
    of|not) (at|) {when}
(how|where) (do|can) i (get|set|change|choose) (bigger|larger|plain|the size of|the) (text|letters|print|time you
    message me|language)
(where|how) (do|can) i (change|set|alter|pick) (what time|when|how often|how) you (message|write to|contact|talk to)
    me
(change|alter|adjust|set) (how|the way|when) you (talk|write|speak|message) (to|) me
(switch|set|change|put) (my|the) (time zone|clock|language|hours) (back|) (to|) (london|english|{zone}|)
(change|set|move) the (hour|time) of (my|the) (daily|morning|weekly) (summary|message|digest)
(plain|large|bigger|simple) (text|print|words) (please|) (no|without|and no) (pictures|emoji|symbols|fuss)
(my|i have) (hearing|sight|dyslexia|eyes|screen reader) (means|is|needs|so) (i need|bigger text|plain text|larger
    print) (please|)
(make|have) (it|this|everything|the text) (bigger|simpler|plainer|shorter|without pictures) (and simpler|please|)
(change|adjust|alter) (how often|when|the way|how) you (message|write to|contact|talk to) me
""")

QUIET_HOURS = ways_to_say("""
(quiet hours|my quiet hours|set my quiet hours|no messages|keep quiet) (from|between|are|to|) {when}
    (to|until|and|till) {when}
(change|set) (my|the) quiet hours (to|) ({when}|)
(quiet hours|do not disturb|silent hours|no messages) (from|between|please|) ({when}|9 to 7|)
""")

TIME_ZONE = ways_to_say("""
(my|set my|change my|put my) (time zone|timezone|clock) (is|to|should be) {zone}
""")

MORNING_HOUR = ways_to_say("""
(send|give|bring|move|set) (me|) (my|the) (morning message|daily message|morning summary) (at|to|by|after) {when}
""")
