"""What people say to the bot itself."""

from handlers.said.ways import ways_to_say

HELP = ways_to_say("""
(help|help me|help please|i need help|can you help|can you help me|could you help me|some help|a bit of
    help|hlp|need a hand)
(what|which things) (can|could|do|else can|all can) (you|i|this|this bot|it|waymark) (do|do for me|ask|help
    with|ask for|say|be used for|ask you|do here|type|help me with|tell you)
(how|what) (do|does|is|are|can) (i|this|you|it|the bot|waymark) (use|work|use this|do this|for|used|do|start|you)
    (thing|bot|app|this|it|for me|)
(show|tell|give|list) (me|) (the|what|all|around|some|how) (commands|you can do|menu|options|is
    possible|examples|i can ask|round|it works|instructions|things you can do|to use this|i can do here)
(i'm|i am|i feel|i got|i've got) (lost|confused|stuck|new here|new to this|not sure what to do|a bit
    lost|baffled|puzzled|no idea what to do)
(i don't|i do not|not) (know|understand|get|sure) (what to do|how this works|how to use this|what i can ask|what
    you can do|it|this|where to begin|what to type|what to say)
(commands|menu|instructions|options|manual|user guide|guide|tutorial|faq|features|start here|how to)
(what|who) (are|is) (you|this|this bot|waymark|this thing) (for|about|supposed to do|good for|meant to do|able to
    do)
(i've|i have) (just|only just) (joined|started|arrived|been added) (what|and|how) (do i do|now|haven't a clue|is
    there|should i do first|happens now|do i start)
(is there|have you got|where is) (a|an|the) (guide|manual|list of commands|help page|user
    guide|menu|instructions|faq|tutorial|introduction)
(give|show) me (a|) (quick|brief|) (tour|introduction|demo|overview of what you do|guide)
(what|which) (sort of|kinds of|) (things|questions|help) (can|could|may|do) (i|you) (ask|offer|ask
    you|answer|get|give)
(assist|assistance|support|aid|sos for beginners|how to use|usage)
(ayuda|aide|hilfe|pomoc|aiuto|ajuda|ajutor|madad|cymorth)
(can you explain|explain|please explain) (how this works|what you do|how to use you|yourself)
(help|help please|menu|options|commands|instructions|what can you do|i'm stuck|i'm lost|guide|examples|what else)
(i'm|i am) (lost|stuck|confused|baffled|a bit lost|totally lost|all at sea) (here|with this|can you help|help|)
(show|tell) me what('s| is|) (possible|available|on offer|i can do|you can do|you do)
(what|who) are you (for|here for|able to do|good at)
(how|can you show me how) (do you|to) (work|use you|do things here|get going|use this thing)
what (sort|kind|sorts|kinds) of (thing|things|stuff|help) (do|can|could) you (do|offer|help with|know about)
(not|i'm not|i am not) sure how (to|i) (use|work|talk to) (you|this|it)
what (am i|are we|do i have) (supposed|meant|expected) to do (here|now|with this|first)
(give|show) me (some|a few|) examples (of what i can type|of what to say|please|of questions)
(what|who) (do|can|are|is) (you|this|it) (do|for|) (exactly|then|anyway|)
(what|which) (can|could|may|am i able to) i (ask|tell|say to|get) (you|from you|here)
(what|which|show me|list) (are|) (my|the|all the|all my) (options|choices|commands|possibilities) (here|please|)
(no idea|not a clue|haven't a clue|haven't the foggiest|i don't know) what (i'm doing|to do|to type|to say|happens
    here)
(it's my|this is my|my) first (time|day|go) (here|with this|) (what am i meant to do|how does it work|)
(could|can|would) you (walk|talk|take|guide) me through (this|it|what you do|how it works)
(what's|what is) (the drill|this|this thing|the idea|all this|this for|this about) (here|)
(get|getting) started (please|with this|here|)
(guide|help|show|steer) me (please|round|through|)
(what|which) (sorts|kinds|types) of (things|questions) (can|do) you (help|deal|answer) (me|) (with|)
(which|what) commands (are there|can i use|do you know|work)
(not|i'm not) sure how this works (can you explain|please explain|)
(main|main help|full) (menu|list|page)
(who are you|what is this|what do you do) (then|please|again|anyway)
(what|who) are you (for|good for|able to do|here for)
(i'm|i am|bit) (stuck|lost|confused|new to this) (what can i say|what now|where do i begin|help|)
(what|which) (sort|kind) of things (can|do) (you|i) (do|say|ask|help with)
""")

TALK_TO_HUMAN = ways_to_say("""
(talk|speak|chat) (to|with) (a|an|the|some) (human|person|real person|someone|somebody|member of staff|programme
    team|team|programme manager|organiser|administrator|actual person|human being|adviser|live person|programme lead)
(i want|i'd like|can i|could i|i need|let me|may i|i'd prefer|i would rather|is it possible|how do i|i'd rather)
    (to|) (talk|speak|chat|get in touch|discuss this|have a word|get through) (to|with) (a human|a
    person|someone|somebody|the programme team|a real person|the organisers|the programme manager|someone in
    charge|someone from the team|a member of the team|whoever runs this|the director|someone real)
(put|connect|transfer|pass) me (through|on|over|) (to|with) (a human|someone|a person|somebody|the team|the
    programme manager|the office|an adviser|the programme team)
(get|have|ask) (someone|somebody|a person|the team|the programme manager|a human|a member of staff) (to|)
    (call|ring|contact|phone|email|get in touch with|call back|speak to) me
(who|whom) (do i|can i|should i|could i) (call|ring|contact|email|phone|speak to|talk to|ask|turn to|write to)
    (if|about|for|with|) (there's a problem|help|something goes wrong|a question|questions|a complaint|an
    issue|this|expenses|access needs|)
(contact|phone|email|telephone) (details|number|the team|the programme team|the organisers|the
    office|address|someone) (for|of|please|) (the|) (programme team|organisers|programme
    manager|office|programme|team|)
(human|operator|person|real person|human please|agent|programme team|helpline|a human|someone please|customer
    service|call me|ring me|speak to someone|contact|contact the team|representative)
(is there|are there) (a|an|any|someone|anyone|somebody|a real) (human|person|real person|there|i can talk to|i can
    speak to|number i can ring|phone number|people there|one i can call)
(am i|are you|is this) (talking to|speaking to|) (a|) (machine|robot|human|real person|bot) (or a person|or is
    anyone there|)
(call|ring|phone|email) me (back|please|when you can|tomorrow|as soon as possible|)
(i have|i've got|there's) (a|an|something) (problem|complaint|issue|question|concern|delicate
    matter|sensitive|query) (i want|i'd like|i need|that|for|to) (to discuss|heard by someone|the programme team|a
    person to deal with|to talk over with someone|to raise with someone|raise)
(not|i'm not) (feeling great|happy|coping well|comfortable|getting anywhere) (about this|with this|with a bot|)
    (can i|could i|i'd like to|let me) (speak to someone|talk to someone|have a word with someone|talk to a person)
(this|you|the bot) (isn't|aren't|is not|are not) (helping|working|any use|understanding me) (i want|get me|can i
    have|let me talk to) (a human|a person|someone|)
(need|want|like) (a|some) (word|chat|conversation|quick word) with (the programme team|someone|the team|somebody|a
    person|the office|whoever is in charge)
(who|what) (runs|is in charge of|organises|is behind|manages|is running) (this|the programme|this programme|it
    all|the course)
(raise|report|make|discuss) (a|an) (concern|complaint|problem|issue|formal complaint|grievance) (with|to|about|)
    (someone|the team|the programme|a person|)
(someone|somebody|anyone) (there|available|around|to talk to|i can talk to|i can ring|to help me in person)
(human|talk to someone|speak to someone|speak to a human|talk to a human|talk to a person|contact|contact
    details|phone number|operator|call me|real person|person please|ring me)
(i want|i need|give me|get me) a (person|human|real person) not a (bot|machine|robot|computer)
(can|could|would) someone from the (programme|team|office|programme team) (give me a ring|ring me|call|get in
    touch|contact me|email me)
how (do|can|might) i (reach|contact|get hold of|get through to|find) the (organisers|team|programme
    team|office|people in charge|programme manager)
(is there|what is|what's|give me) (a|the) (phone number|number|email address|contact|address|email) (for|of) the
    (programme|office|team|organisers)
(i've had enough|enough|fed up|sick|tired) (of|with) (this bot|you|the bot|this) (get me a person|i want a
    human|let me speak to someone|)
(who|whom|whose number) (do i|should i|can i|must i) (ring|call|phone|complain to|contact|email|turn to) (about
    expenses|at the programme|)
(get|give|find|fetch) me (a human|a person|somebody|someone|a real person) (please|to talk to|)
(is there|is) (anyone|anybody|someone|somebody) (there|about|in the office|on the line|real) (i could ring|i can talk
    to|)
(who's|who is) (in charge|running this|responsible|the boss) (here|of the programme|)
(i have|i've got|there's) (a|an) (problem|question|matter|issue) (the bot|you|a bot|this) (can't|can
    not|couldn't|won't) (fix|answer|solve|help with)
(could|can|would) (an actual person|someone|a human|somebody real) (look into|deal with|sort out|see to|help with)
    (this|it|my problem)
(is there|have you) a (helpline|phone line|help desk|number|contact|hotline) (for|at) (this|the) programme
(this|it) (isn't|is not) (something for|a matter for|a question for) a (bot|machine|robot) (who should i contact|who
    can i talk to|)
(i'd|i would) (prefer|rather|sooner|like) to (deal|talk|speak|work) (with|to) (people|somebody|a person|a human)
(let me|can i|could i) have a (chat|word|conversation|call) with (whoever runs the programme|somebody in
    confidence|someone in charge|the team)
(please|can you|could you) (get|ask|have) (someone|somebody) (from the team|) to (phone|ring|call|email) me
(i|can i) (need|want|have) the (programme director's|programme manager's|organiser's|office|team's)
    (email|number|phone number|address)
(i want|i need|i'd like) to (raise|take up|discuss|sort out) something with (the director|the team|the office|someone)
(speak|talk|chat) to (support|someone|the office|the organisers|the organiser) (please|)
(can|could) i (talk|speak) to (someone|somebody|a person)
(who|which team) (runs|organises|is in charge of|is behind|manages|looks after) (this|the|our)
    (programme|course|thing|bot)
(this|that|it) (isn't|is not|'s not) (helping|working|what i need) (who|can i|whom) (can i ring|speak to someone|do i
    call|)
(i'd rather|can i|let me|i want to) (speak|talk|chat) (to|with) (a real person|a human|somebody real|someone in the
    office|the team)
""")

SAFEGUARDING = ways_to_say("""
(raise|report|i have|there is) a safeguarding (concern|issue|matter|worry)
(who|whom) (do i|should i) (tell|contact) about (a safeguarding concern|a child at risk|somebody in danger|abuse)
(i'm|i am) worried about (a child|a colleague|someone|a young person|somebody's safety)
""")

COMPLAIN_ABOUT_DATA = ways_to_say("""
(i want|i'd like|how do i|i wish) to (complain|make a complaint) about (my data|how my data is used|data
    protection|privacy)
""")

THANKS = ways_to_say("""
(thanks|thank you|many thanks|cheers|ta) (so much|a lot|a bunch|for that|for your help|for everything|ever so
    much|very much indeed)
(that's|that was|you've been) (really|very|so|) (helpful|kind|useful to know|a great help)
(brilliant|perfect|great|lovely|super|wonderful|fab) (thanks|thank you|cheers|ta)
""")

REACTION = ways_to_say("""
(oh|ah|well|ok|right|yes|no) (ok|right|well|then|dear|good|i see|of course|never mind)
(fair enough|sounds good|makes sense|good to know|good point|noted|nice one|well done|love it|amazing|no
    way|really|how funny|interesting|oh dear|let's hope so|whatever|not bad|works for me then|good stuff|fab|ace|great
    stuff)
(no|don't|not to) (worries|problem|worry|bother|rush|bother thanks)
(that's|that is|this is) (fine|great|good|ok|brilliant|lovely|funny|odd|a shame|interesting)
(lol|haha|hehe|rofl|lmao) (that was quick|good one|indeed|)
(the deadline|that|it|this week|the journey|the essay) (nearly|almost|pretty much|) (killed me|finished me off|did me
    in|was a killer) but (we|i) (got there|made it|did it|survived) (in the end|lol|haha|)
""")

ARE_YOU_A_BOT = ways_to_say("""
(are you|is this|am i talking to) (a|an) (robot|bot|computer|machine|ai|real person|human)
""")
