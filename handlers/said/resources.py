"""What people say about things to read, and what they thought of it."""

from handlers.said.ways import ways_to_say

SHARE_RESOURCE = ways_to_say("""
(share|post|upload|add|contribute|recommend|send|put|submit|pass on) (a|an|this|my|some|the)
    (resource|article|podcast|book|link|video|document|template|toolkit|paper|slide deck|report|file|case study|book
    recommendation|blog) (with|to|for|in|) (everyone|the group|the cohort|the others|the library|colleagues|other
    participants|my team|)
(i've|i have|i) (found|read|seen|made|written|got|come across|just read|watched|listened to|heard)
    (a|an|this|some) (great|good|brilliant|useful|interesting|really good|handy|fascinating|)
    (article|podcast|book|video|resource|toolkit|checklist|template|paper|blog|report|talk) (for|others might like|to
    share|i want to share|the group would like|that might help others|everyone should read|we could all use|)
(here's|here is|this is|have a look at|check out) (a|an|my|this)
    (article|podcast|link|video|resource|template|paper|book|report|toolkit) (i|for|others|that|the) (made|others
    might like|the group|everyone|people may find useful|colleagues would enjoy|library|found useful|you could add)
(can i|could i|how do i|where do i|where can i|i'd like to|i want to|let me|happy to|i'm happy to)
    (share|post|upload|put|add|recommend|pass on|contribute|send round) (a|an|my|something|some|this|our)
    (document|link|article|resource|slides|with everyone|in the library|book|to the library|toolkit|podcast|useful
    thing|templates|for the others|for everyone)
(add|put|save|file) (this|it|that|a link|this link|an article|my slides) (to|in|into) the
    (library|resources|resource library|shared folder|reading list|collection)
(others|people|colleagues|the cohort|the group|everyone|my peers) (might|would|may|should|could)
    (like|enjoy|find|love|benefit from|want|read|be interested in) (this|it useful|this article|this podcast|this
    talk|this book|this useful|reading this|this link)
(thought|think) (the others|people|everyone|the group|you all|the cohort) (would|might|should)
    (like|enjoy|see|read|appreciate|want) (this|this article|this ted talk|this piece|this)
(share resource|sharing a link|share a link|share a file|upload a file|resource to share|add resource|share
    something|sharing an article|sharing my template|upload)
(sharing|posting|uploading|recommending|passing on) (a|an|my|the|this|our)
    (template|podcast|article|link|toolkit|document|slides|paper|book|tool|framework|guide) (i made|with the group|for
    everyone|we developed|for others|)
(got|have) (a|an|something) (useful|good|handy|great|) (checklist|template|tool|resource|article|link|guide) (to
    share|want to share it|for the others|for the team|worth sharing)
(worth|must) (a read|reading|sharing|read|watching|listening) (for everyone|for all of us|https|)
(book|podcast|article|reading) (recommendation|tip|suggestion) (for|to) (the others|everyone|the cohort|the
    group|my peers)
(share a resource|share resource|share an article|share a link|share a file|upload a file|upload a document|share
    something|share this|add to library|recommend a book|post a link|share a podcast)
(this|it|something) (might|may|could) (be|) (of use|useful|of interest|interesting|helpful) (to|for) (the
    others|everyone|the rest|the group|other participants|colleagues)
(add this to the library|share this link|share this|recommended reading|a good article) {text}
(this|that) (paper|article|podcast|book|blog|video|report) is worth (a read|reading|a listen|sharing|watching)
    (can you pass it to the others|for the others|)
(got|i've got|i have|made) a (good|useful|handy) (template|tool|checklist|guide|model|article) (where|how) (do
    i|can i) (upload|share|post|put) it
(can you|could you|please) (put|post|place|add) this (video|article|link|document|paper|file) where
    (others|everyone|people) can (find|see|read) it
(uploading|sharing|posting|contributing) (our|my|the) {what} (toolkit|template|guide|paper) (for|with)
    (colleagues|others|everyone)
(i've|i have) just (read|seen|heard|watched|come across) something (brilliant|great|useful|good) (on|about) {what}
    (that|) (the others|others|the cohort) (would|might) (enjoy|like|find useful) (where do i put it|how do i share
    it|)
(can|could|may|how do) i (circulate|pass round|post|pop|stick) (a|an|this) (podcast|paper|article|template|clip|link)
    (to my cohort|in the library|in the resources|for the others)
(this|that) (webinar recording|recording|clip|talk|paper|episode|article) is worth (passing around|passing
    on|sharing|a look)
(suggest|propose|offer|donate) a (reading|resource|book|podcast|link|tool) (for others|for the library|to the
    group|for everyone)
(stumbled|came|come|i came) (on|across|upon) (a|an|this) (brilliant|useful|great|good) (blog|article|podcast|paper)
    (about {what}|) (passing it on|want to share it|sharing it|for the others)
(the group|others|everyone|the cohort) should (see|read|watch|listen to|have) this
    (clip|article|podcast|video|book|paper|)
(where|how) (would|do|can|should) i (put|upload|post|leave) a (template|tool|checklist|link|document) so (that|)
    (everybody|everyone|others) can (use|see|find) it
(i made|i've made|i wrote|i put together|i've got) a (checklist|template|guide|slide deck|tool|toolkit) (for {what}|)
    (happy for others to use it|others could use|anyone can have it)
(would like|i'd like|i want|let me) to (add|put|contribute|upload) a (case study|video|book|template|link) to the
    (shared library|resource library|library|resources)
(sharing|passing on|posting) a (link|paper|tip|podcast) {text}
(here's|here is|have) a (link|paper|tool|podcast) for (everyone|the others|the cohort|the group)
(thought|reckoned|figured) (people|others|the group|folk) (might|would|may) find this
    (useful|interesting|helpful|handy) {text}
worth (a read|a look|a listen|reading) {text}
(i'd like|i want|let me|may i) (to|) (recommend|suggest|pass on|flag|point people to) (a book|a podcast|an article|a
    good read|a talk) (to people|to the others|to everyone|)
(thought|i think|reckon) (the group|people|others|the cohort) (might|would|may) (find|like|enjoy|get something from)
    (this|a) (report|article|useful|link|paper)
(here's|this is|found) (a|an) (podcast|article|report|link|clip) (worth|i'd recommend|that's worth) (passing
    round|sharing|a look|reading)
(upload|post|put up|attach|add) (a|an|my|this) (paper|link|article|slide deck|document|tool) (for|to) (the
    cohort|everyone|the library|the others)
""")

FIND_RESOURCE = ways_to_say("""
(find|look for|search for|get|show|recommend|suggest|send|give|point) (me|) (to|)
    (a|an|some|something|anything|any|the|good)
    (resources|resource|articles|podcast|book|reading|something|video|videos|templates|tools|guide|material|books|ted
    talk|paper|toolkit) (on|about|for|to help with|around|regarding) ({topic}|difficult conversations|leading
    change|resilience|systems thinking)
(have you got|do you have|is there|got|are there|any|what|you got|i'm looking for|looking for|i need|i want|can
    you recommend|could you suggest) (anything|something|any|a good|some|a|any good|an)
    (resources|reading|books|on|article|about|articles|podcasts|guide|material|videos|tools|video|template|book)
    (on|about|for|regarding|) ({topic}|delegation|feedback|managing conflict|chairing meetings|working with
    politicians|resilience)
(what|which) (should|can|could|would|books|articles|do) (i|you|are there|we) (read|recommend|suggest|watch|listen
    to|have|look at) (about|on|to learn about|for|to get better at) ({topic}|coaching skills|influencing|systems
    leadership|delegation|place)
(search|browse|look in|open|go to|look through|show|see) (the|all the|your|) (library|resources|reading
    list|resource library|materials|toolkit|handouts|shared resources) (for|about|on|)
    ({topic}|storytelling|coaching|)
(where|how) (are|is|do i find|can i find|can i get|do i get) (the|my|) (slides|handouts|reading
    list|resources|library|materials|recordings|presentation|worksheets|course materials|module materials|slides from
    module {module}|notes from the speaker)
(slides|handouts|materials|recording|presentation|reading|resources|worksheets|video|papers) (from|for|of|on) (the
    last module|module {module}|yesterday|the workshop|the session|the speaker|{topic}|last time)
(library|resources|reading list|handouts|resource library|find resource|search
    resources|materials|slides|recommended reading)
(the|that) (article|book|podcast|paper|video|link|tool|model) (somebody|you|the speaker|someone|{person}|we|that
    was) (mentioned|shared|recommended|talked about|sent|saw) (do you have it|where is it|please|about {topic}|)
(i've|i have|i'm) (got to|to|doing|giving|struggling with|preparing for) (give|a difficult conversation|some
    tricky feedback|a restructure|chair|a big speech) (is there|have you|any|do you have) (a
    guide|something|anything|tips|a resource) (i could|to|) (look at|read|on it|help|)
(tips|advice|guidance|help|ideas|tools|models|frameworks|exercises|techniques) (for|on|about)
    (running|managing|leading|chairing|giving|having|handling) ({topic}|meetings|a retrospective|hard
    conversations|change|teams|feedback)
(good|best|any) (book|books|podcast|podcasts|article|video|videos|ted talk|read) (on|about|for)
    ({topic}|leadership|change|trust|teams|unconscious bias)
(learn|know|read|find out) more about ({topic}|systems thinking|psychological safety|adaptive leadership|coaching
    styles|inclusion)
(something|anything|stuff|things|more) (to read|to watch|to listen to|for the train|i could read|useful)
    (on|about) ({topic}|strategy|power|politics)
(library|resources|find a resource|resource|reading list|handouts|slides|articles|materials|find
    resources|recommended reading|books|something to read|search library|podcasts)
(got|have you|you have|is there|any|have you got) (anything|something|stuff|material|any material|much)
    (on|about|around) {topic}
(where|how) (are|can i find|do i get|do i download|is) the (handouts|slides|papers|materials|reading
    list|presentations|worksheets)
(do we|do you|have we) (have|got) the (slides|handouts|recording|papers|notes) from (last time|yesterday|the last
    session|module {module})
(something|anything) (short|quick|good|practical|light) (on|about) {topic} (please|)
(where|what) (can|should|could) i read (up on|more about|about) {topic}
is there a (template|guide|tool|model|checklist|framework|article|book) (for|on|about) (a|an|) {topic}
(recommended|good|useful|suggested|any) (books|reading|articles|podcasts|videos|resources) (please|)
(books|articles|podcasts|videos|reading) (on|about|for) {topic}
(got|have we|have you|is there|do you have) (anything|something|much) (on|about|around|to do with) (coaching
    skills|{topic}|managing upwards|change|equality)
(show|open|see|browse|search|look in) (me|) the (library|resources|resource library|reading list|materials)
    (on|for|about|) ({topic}|)
(send|give|email) me (the|those|that) (reading list|slides|handouts|workbook|notes|article|toolkit) (on {topic}|from
    last time|)
(what|which things) (did|have) (people|others|the cohort) (share|shared|post|recommended) (about|on) {topic}
(download|open|get|find|where's) the (workbook|handbook|slides|worksheet|toolkit|handouts) (for module {module}|)
(could|can) you send me (those|the) (slides|papers|notes|handouts) (on|about) {topic} (from last time|from
    yesterday|again|)
(is there|was there|have you got|where is) a (recording|video|copy|write up) of the
    (talk|session|lecture|webinar|panel)
what's in the library (about|on|for) {topic}
(i need|i have|i've got) to (run|lead|facilitate|give) a (session|workshop|talk) on {topic} (for my team|) (have you
    got|is there|any) (anything|something|material) (i could use|)
(that|the) (article|paper|book|podcast|clip) {person} (shared|mentioned|posted|sent) (where is it|can i have it|)
(tools|models|exercises|frameworks|templates|a crib sheet|tips) (for|on|about) {topic} (please|)
(what's|anything|is anything) worth (reading|watching|listening to) (on|about) {topic}
(i could|could) do with (a|some|something) (crib sheet|guide|template|reading|tips|checklist) (on|about|for) {topic}
(where|what happened to|where did) (did|) the (module {module}|) (slides|handouts|materials|recordings|papers) (end
    up|go|live|get put)
(materials|slides|papers|reading) from (last week|the last one|module {module}|next week)
(recommend|suggest|find) (me|) something to (read|watch|listen to|look at) (on|about|around) {topic}
(any|some|got any) good (books|reading|articles|videos|podcasts) (on|about) {topic}
(i'm|i am) looking for (an article|a book|something|a tool|a video) (on|about) {topic}
(got|have you|have you got|is there) (anything|any reading|something|material|stuff) (on|about|to do with)
    ({topic}|difficult conversations|change|power)
(where|what happened to) (are|is|'s|) (the|that|those) (slides|handout|recording|ted talk|paper|toolkit|model)
    (from|the speaker mentioned|we saw|we used) (last time|in {module}|)
(what|which) (should|could|can) i (read|listen to|watch|look at) (about|on|to understand) ({topic}|systems
    thinking|race|place)
(looking|hunting|searching) for (the|a|that) (handout|paper|article|slides|model) (on|about|from) ({topic}|place
    shaping|last week)
""")

GIVE_FEEDBACK = ways_to_say("""
(give|leave|send|share|submit|write|make|add|pass on) (some|my|a|you|)
    (feedback|comments|review|rating|comment|suggestion|thoughts on the session|feedback on the module|complaint about
    the food|compliment) (on|about|for|to|) (the|my|)
    (session|module|speaker|venue|programme|coach|workshop|day|team|course|)
(i want|i'd like|can i|could i|how do i|where do i|let me|i need) (to|) (give|leave|send|rate|review|comment
    on|make|tell you what i thought of|tell you about|say something about) (feedback|a comment|the session|my
    coach|the module|the speaker|a suggestion|the venue|some feedback|the workshop|the food|the programme)
(rate|score|review|star|grade) (the|my|yesterday's|today's|{when}|module)
    (session|coach|module|workshop|speaker|{module}|venue|day|coaching|food) (5 out of 5|four stars|highly|8 out of
    10|please|)
(feedback|feedback please|feedback form|leave feedback|give feedback|feedback for|my
    feedback|comments|rating|session feedback|module feedback|suggestion)
(feedback|comments|review) (for|on|about|of) (the|yesterday's|today's|module|my)
    (speaker|session|module|venue|{module}|workshop|coach|facilitator|day)
(1|2|3|4|5|two|three|four|five|ten) (stars|out of 5|out of 10|out of five|out of ten|/5) (for|to|) (the|)
    (session|speaker|module|day|coach|workshop|)
(the|today's|yesterday's|that)
    (module|session|workshop|speaker|day|talk|panel|exercise|afternoon|morning|facilitator|coaching
    session|residential) (was|were) (great|brilliant|really useful|excellent|boring|too
    long|rushed|fantastic|disappointing|dull|a waste of time|not very useful|inspiring|hard to follow|okay|superb)
(the|our|today's|yesterday's)
    (food|lunch|room|venue|sound|coffee|chairs|wifi|slides|heating|catering|microphone|handouts) (was|were|at the
    module was) (cold|freezing|terrible|great|awful|too hot|poor|too small|lovely|hard to hear|uncomfortable|hard to
    read)
(i|we) (really|) (loved|enjoyed|liked|hated|didn't like|got a lot out of|got a lot from|found)
    (the|that|today's|yesterday's) (session|speaker|module|panel|workshop|exercise|visit|day|group work)
    (useful|boring|too long|)
(there|it) (was|wasn't|were) (too much|not enough|nothing|no|too many|too little) (talking|time for discussion|for
    vegetarians|for vegans|breaks|group work|powerpoint|food|time|space|slides)
(we|you) (could do with|could have done with|need|should have had|wanted) (more|fewer|longer|shorter|better)
    (breaks|time|discussion|lectures|group work|sessions|practical work|examples|coffee)
(more|less|fewer) (of those|group work|lectures|breaks|time to talk|like that|practical exercises|powerpoint)
    (please|next time)
(i've|i have|here's|can i make) (a|an|some) (suggestion|idea|comment|complaint|thought|praise) (for|about|on)
    (improving the programme|the programme|next time|the module|the organisers|the venue|the coaching|how you run it)
(how|what) (do|can) i (rate|evaluate|review|say about|score) (my coach|the module|the session|the speaker|the
    programme)
(great|brilliant|fantastic|excellent|really good|wonderful|useful|disappointing|poor)
    (session|module|workshop|speaker|day|panel|coaching) (today|yesterday|this morning|thanks|)
(my coach|{coach}|the facilitator|the speaker|the trainer) (was|is|has been) (brilliant|great|excellent|very
    helpful|late|unhelpful|superb|really good|not prepared)
(thank|praise|compliments) (the speaker|to the chef|to the organisers|for a great day|for a brilliant module)
(feedback|give feedback|leave feedback|feedback please|rate session|rate my coach|feedback on module
    {module}|comments|leave a review|rate|review|suggestion|session feedback)
(i want|i'd like|can i|let me|please let me) (to|) (leave|give|send|make|post) (some|my|a bit of|)
    (feedback|comments|a review|a comment)
(the|it) (room|venue|hall|building) (was|got) (freezing|too hot|too cold|cold|noisy|too small|stuffy|hard to find)
    (all day|again|yesterday|)
(how|where) (do|can) i (rate|review|score|mark|comment on) (my coach|my coaching|a session|the coaching|the day)
(feedback|my feedback|feedback on the speaker|comment|feedback for the team) {text}
(feedback|my feedback) (on|for|about) (module {module}|{when}|{coach}) {text}
(the|that|today's|yesterday's|last) (session|module|workshop|day|speaker) (was|felt|seemed) (a bit|rather|quite|a
    little|) (of a muddle|muddled|messy|flat|confusing|repetitive|slow|long|off topic|too basic|heavy going) (to be
    honest|)
(one|two|three|four|five) stars for (the|my) (facilitator|coach|speaker|day|food|session)
(can i|could i|i'd like to) say something about (the|) (food|venue|speaker|day|session|last module)
(too many|too much|not enough|too few|loads of|hardly any)
    (slides|breaks|time|talking|discussion|lectures|handouts|group work|questions) (yesterday|today|in the module|at
    the session|for me)
(i|we) thought the (panel|speaker|session|module|food|venue|day|exercise|visit) was
    (superb|great|poor|dull|wonderful|weak|excellent|too long)
the (pace|level|tone|length|sound|timing|content|structure) was (a bit|too|far too|rather|)
    (quick|slow|high|basic|long|loud|rushed|dull|muddled) (for me|)
(thoughts|my view|comments|verdict|views) on (this morning's|yesterday's|today's|the|{when})
    (session|workshop|module|speaker) (too much theory|too long|very good|)
(i|we) (wasn't|weren't|was not|am not) (happy|pleased|impressed|comfortable) with (how|the way|what) (the workshop|the
    session|the day|it|the module) (was run|went|was led|)
(this|the) (bot|app|thing) is (annoying|great|slow|helpful|confusing|clunky)
(i|we) (didn't|did not|don't) think the (afternoon|morning|session|day|exercise) (worked|went|came off) (very|)
    (well|) (to be honest|)
(how|where) (do|can) i (tell|say|let) you (what|) (i thought of|know about|my view of) the
    (session|module|day|speaker)
(some|a bit of|constructive|here's some) (constructive|) (criticism|praise|feedback|points) (about|on|for) the
    (venue|session|module|speaker|programme)
the (breakout rooms|rooms|groups|chairs|tables|queue|acoustics) (was|were) (too|far too|a bit|)
    (noisy|small|cold|hot|cramped|crowded|bad)
(just|) (wanted|want) to (pass on|say|tell you) (that|) (yesterday's|today's|the) (speaker|session|module|facilitator)
    was (outstanding|brilliant|superb|poor) (please tell the team|)
(great|good|brilliant|excellent|super|lovely|top notch) (module|session|workshop|speaker|day) (today|yesterday|this
    week)
(how|can i|where) (do i|may i|can i|) (rate|score|mark|assess) (the|my|a) (session|coach|workshop|day)
(hats off|well done|bravo|kudos|thanks) to the (facilitators|speaker|team|organisers|caterers) (top notch
    day|brilliant session|great module|)
(i've|i have) (a|got a) (gripe|moan|grumble|niggle|point|suggestion) about the (room|food|session|timing|venue|next
    module)
the (afternoon|morning|session|panel|last hour) (dragged|flew by|flagged|was a slog|lost me|dragged on|overran)
(lunch|the food|the venue|the room|parking) (on module day|yesterday|at the workshop|) (left a lot to be desired|was
    poor|let it down|wasn't good|could be better)
tell the (organisers|team|caterers|speaker) (the|that the|) (catering|food|room|day|session) was
    (poor|lovely|great|cold|awful)
(evaluate|assess|appraise|mark) (module {module}|the module|the workshop|yesterday|the session)
(can i|could i|may i) (say something|comment|complain|be honest) about the (facilitator|food|speaker|coach|session)
    (anonymously|in confidence|)
(more|less|fewer) (like that|of that|theory|talking|practice) (please|next time)
(really|i really|we) (enjoyed|liked|loved|appreciated|hated) the (visit|module|session|panel|speaker|exercise) (more
    like that please|thank you|)
(module {module}|the session|my coach|the speaker) {text} out of (ten|five|10|5) (from me|)
(the|that|our) (guest speaker|panel|session|lecture|talk) could have been (shorter|longer|better|clearer|livelier)
(my coach|{coach}|the speaker|the facilitator) (has|) helped me (enormously|a lot|so much|no end) (please note|i want
    to say so|)
(the|) (vegan|vegetarian|halal|gluten free|kosher) (options|food|choices|lunch) (were|was) (poor|thin on the
    ground|missing|great|limited)
(i|we) (hate|dislike|can't stand|loathe|don't like|am not enjoying) (this|the) (programme|course|module|whole thing)
(this|the) (programme|course|module|session) (is|was|feels) (rubbish|awful|terrible|a waste of
    time|useless|pointless|hopeless|dreadful)
(how|where|who) (do i|can i|should i) (tell|say|let|write) (you|the organisers|what i thought|someone) (what could be
    better|about the day|how it went|what to improve)
(the|our) (venue|food|room|speaker|sound|pace) was (freezing|awful|brilliant|too hot|rushed|dull) (who do i tell|just
    so you know|please pass that on|can i say so somewhere)
(can i|i'd like to|let me) (say|comment|rate|score|review) (something about|on|) (the|today's|that)
    (speaker|session|module|day|workshop)
""")
