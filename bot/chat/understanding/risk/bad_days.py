"""What is said as often in earnest as in a figure of speech; and what many say on any bad day, which counts in twos."""

from bot.chat.understanding.risk.groups import GRAMMAR

STRONG = GRAMMAR.ideas(
    # ---------------------------------------------------------------- ending it
    "(FINISH) (it|it all|everything|things|all this|all of this|this all|all of it|all) (/|tonight|now|soon|for good|"
    "any more|just|because|today|once|before|this|and|myself|here and now|if) !(early|by|at)",
    "(want|going|think|thinking|ready|thought|time|feel|about|of|considering|wish|wishing|way|tempted|decided|plan|"
    "need|wants|planning|talking|talks) (to|about|of|like|on)? (just|me|HIM)? (FINISH) (it|it all|everything|all|"
    "things|all of it) !(by|at|early|up|there|on time)",
    "(kill|shoot) me (/|now|please|already|and)",
    "(put|take) me out of (my|this) misery",
    "(want|wants|could|would|love|going|just|should|might|like|wish|feel|to) ..3 (disappear|disappears|vanish|"
    "vanishing|disappearing|cease|evaporate|fade) (/|forever|for (good|ever)|completely|altogether|any more|and "
    "(never|not)|now|without|today|because|off) !(on holiday|to a)",
    "(out|leave|leaving) (of)? this (life|world)",
    "(i|just|we) (want|need|wanted|ready|like) ..1 (out|to get out) (/|of (everything|it all|life))",
    # ---------------------------------------------------------------- can't go on
    "CANT (go|carry|keep|hold|hang|struggle|soldier|push|keep on) (on|going|it|this|doing this) (any (more|longer)|"
    "much (more|longer)|like this|with (life|it all|everything|this|anything|living|it)|living|pretending|and|because|"
    "i|/|without (him|her|HIM)|feeling|for|now|being|HE|hurting|alone|but|so|as|knowing)",
    "CANT (do|take|bear|stand|handle|cope with|fight|manage|live with|live like|face|endure|tolerate|survive) (this|"
    "it|life|living|anything|the pain|all this|everything|this life|this pain|more|much more|SELF|any more|another "
    "day|feeling like this|waking|people|the world|being alone|tomorrow|THEM) (any (more|longer)|much (more|longer)|"
    "alone|/|another|of (this|it)|like this|and|i|again|because|on my own|it)? !(on|at|by|coffee|meeting)",
    "CANT (cope|continue|survive|live|exist|function) (any (more|longer)|much (more|longer)|like this|with (life|it "
    "all|everything|this|anything|living|SELF|it|the pain|THEM)|/|alone|at all|and|because|without (him|her)|now|i)",
    "(how|not know|not sure|no idea|wonder) ..3 (much (longer|more)|long) (i|HE) (can|could|will|have) ..1 (do|take|"
    "go|last|cope|hold|carry|keep|bear|survive|stand|manage|got|left|be)",
    "CANT (see|find|imagine|think of|picture) ..1 (way|ways|future|light|escape|hope|tomorrow|reason|end|exit|"
    "anything getting|it getting|things getting) (out|forward|through|ahead|for (me|SELF|him)|to|any more|better|/|at "
    "the end|from (this|here))",
    "(no|any|only|one|other|another|without|without a) (way|ways|escape|exit) (out|forward|through|from|/|to (stop|"
    "end)|left) (of (this|it|here|my|for)|for (me|us|him)|/|but|except|any more|now|from|that|is|and|would|of this)",
    "(no|any|without|lost (all|my)|out of|run out of|all|given up|zero|losing) (hope|future) (left|any more|for (me|"
    "my|the future|him|her|us|SELF)|at all|/|now|in (me|life)|ahead|to|that|and|of (things|it|anything))",
    "not (really|even|honestly|actually)? (see|seeing|have|having|imagine|got|feel|picture) (a|any|much|much of a|"
    "myself having a|SELF having a|there is a) (future|hope|tomorrow|way out|way forward|way through) !(for (the|this|"
    "that|our)|in (the|this)|with the)",
    "(river|bridge|trains|tracks|edge|drop|cliff|roof|platform|knives|pills|tablets) ..10 (wonder|wondering|imagine|"
    "imagining|tempted|tempting|what it would|how it would|drawn|calls|calling me|pull|pulling|urge|be easy|so easy)",
    "(wonder|wondering|imagine|imagining|stare|staring|stand|standing|looking down|drawn|look) ..4 (at|from|about|"
    "over|on|of|to) ..2 (river|bridge|trains|tracks|edge|drop|cliff|railway) ..10 (wonder|think|thinking|jump|how|"
    "what if|nobody|imagine|easy)",
    "(just|should|may as well|might as well|rather|could|will|to|guess i will) (just)? FINISH it (then|/|all|now|and)",
    "(thank you|thanks) (all|everyone|you)? for everything ..8 (goodbye|love|best thing|sorry|forgive)",
    "(beyond|past) (help|saving|helping|hope|caring)",
    "(nobody|no one|nothing|none|who) (can|could|would|will|is going to) (help|save|fix) (me|this|him|her) (/|now|any "
    "more)",
    "not (see|seeing) (the|any|a|much) point (/|any more|in (me|trying)|and|to|because|now)",
    "(no|what is the) (point|use) (/|any more|to (me|it|any|my)|and|because)",
    "(not|no longer|stopped|past|beyond) (really|even|much)? (care|caring|bothered|cared) (what|if|whether|any more|/|"
    "about (anything|SELF|living|life|me)) (happens|happen|becomes|of|to|any more|i|comes|HE|/) ",
    "(make|made|making|want|need|wish|wishing) (it|the pain|this|everything|the noise|all of it|the hurt|this feeling|"
    "these thoughts|them all|the thoughts|everything|all this) (all)? (just)? (stop|to stop|would stop|be over|to be "
    "over|over|to (end|finish)|end|go away|to go away|would end) !(by|at|on|before|early|with|sending|asking|"
    "reminding|the)",
    # ---------------------------------------------------------------- hopeless
    "(hate|hating|despise|loathe|disgusted|hates) (with|by)? (SELF|being me|my life|who i am|what i am) !(for "
    "(missing|saying|eating|agreeing)|on camera)",
    "(nobody|no one|anyone) (really|even|would|will)? (cares|care|loves|love|wants|listens|understands) (about)? (me|"
    "him|her)? (/|any more|if|and)",
    "(am|feel|feeling|felt|feels|completely|utterly|totally|HE is|i have been|being)  (so|completely|utterly|totally|"
    "just|really|pretty|a|very|absolutely|entirely|and|all|worthless|like)? (hopeless|worthless|desperate|despairing|"
    "helpless|trapped|broken|numb|empty|despair|unlovable|irredeemable|suffocated) (any more|inside|and|/|all|with "
    "(life|everything)|i|that|right|now|today|tonight|lately|because|all the|most|piece|for (weeks|days|months)|"
    "person|human|in (my|this) (life|marriage|head|body)|by (everything|life|it all))",
    "(in|full of|such|utter|with|into|total|complete) (despair|hopelessness|agony)",
    "(everything|all|it all|life|it|the future|things) (is|feels|seems|looks|just|has become|are|feel|seem|look) (so|"
    "just|utterly|completely|totally|all|feels|seems|is|really)? (hopeless|pointless|meaningless|unbearable|bleak|"
    "black|dark|futile|too (much to (bear|take)|painful)) (/|and|now|to (me|go on|live|try)|i|any more|anyway|because|"
    "so|without|that)",
    "CANT stop (crying|sobbing|shaking|hurting|weeping)",
    "not (been able to|able to)? (stop|stopped|stopping) (crying|sobbing|shaking|weeping)",
    "(crying|cry|cried|cries|sobbing|sob|weeping) ..4 (every (day|night|morning)|all (day|night|the time|weekend)|for "
    "(days|hours|weeks)|to sleep|uncontrollably|floor|constantly|toilets|nonstop|non stop|and shaking)",
    "(hit|at|reached|reaching|past|hitting|beyond|is) (absolute)? (rock bottom|breaking point|my (limit|lowest|"
    "breaking)|the (end of|breaking|bottom))",
    "(end|edge) of (my|the) (tether|rope) (/|and|with (life|everything|it all|living)|i|now)",
    "(falling|fallen|breaking|cracking|coming) (apart|down|to pieces|to bits) (/|and|inside|i|at|every|in) !(into|the|"
    "tasks)",
    "(losing|lost) (my|the) (mind|grip|plot|fight) (/|and) ",
    "(dark|darkest|scary|horrible|intrusive|black|bad|awful|terrible|worst|evil) (thoughts|thought|voices) !(on|about "
    "the)",
    "(dark|darkest|bad|awful|black|really dark|horrible|scary|terrible) (place|hole|pit|spiral) (/|right|and|again|at "
    "the|just|mentally|lately|now|i|since|for|today|tonight|these)",
    "(do|done|doing|did|trying|try) (something|anything|sth) (stupid|silly|drastic|awful|terrible|bad|dangerous|to "
    "(SELF|THEM)|reckless|to (hurt|harm)|i will regret|irreversible|to end)",
    "(not|never|hardly|barely|stopped|not been|quit|not even) ..2 (eat|eating|eaten|slept|sleep|sleeping|getting up|"
    "get (up|out of bed)|washing|washed|got out of bed|left the (house|flat)|gone out) ..5 (days|weeks|any more|a "
    "week|and (sleeping|slept|sleep|eating|eaten|crying|cry|i)|since (sunday|monday|tuesday|wednesday|thursday|friday|"
    "saturday|last)|nights|or (sleep|sleeping|slept|eat|eaten|eating|wash|care))",
    "(drink|drinking|drank|pills|using) (until|so|to|every|SELF|just) ..5 (pass out|black out|blackout|cope|forget|"
    "numb|sleep|get through|oblivion|feel nothing|unconscious|stop)",
    "(already|been|be|am|feel) (dead|dying|died) inside",
    "(ready|want|time|wants) (to|for me to) (go|rest|leave|give up) (/|for (good|ever)|forever|now for|and not)? (for "
    "good|forever|for ever|and never|in peace|from this)",
    "(rest|peace|sleep) (for good|for ever|forever|at last)",
    "(HE|KIN) (scares|frightens|terrifies|intimidates|hurts|controls) (me|us)",
    "(nowhere|no where|no one) (safe|left) (to)? (go|turn|run)",
    "(in|a|having a|at) (crisis) (/|and|right|point i|now|i|mentally|help)",
    "need (help|urgent help|serious help|someone) (now|urgently|right now|before i|tonight|badly)",
    "(mean|meant) it this time",
    "(i|we) (am|are) (dying|done for) (/|inside|and i)",
    "(need|number|call|ring|text|contact|rang|called|is there|for|want) ..3 (samaritans|crisis (line|team|number|"
    "helpline|support|service|text))",
    "i (am|do) not (feel)? safe /",
    "i have (just|completely|totally)? given up /",
    "(nobody|no one|not anyone|who) ..3 (notice|realise|realize|find|know|check|miss) ..3 for (days|weeks|hours|"
    "months)",
    "want to ..1 (switch|shut|turn) off (forever|for good|for ever|/)",
    "can have my (books|things|car|dog|cat|watch|guitar|stuff|records|clothes|bike|house|piano|plants) (/|when|now|i|"
    "all)",
    "(i am) (really|actually|just|finally)? (going|about) to do it (/|tonight|now|this time|soon)",
    "(reached|come to|got to) (the|my) end (/|of (everything|it all|my (life|road)))",
    "too late for (me|him|her) (/|now|and)",
    "not (deserve|worthy of|worth) (help|love|anything|any of|to be|saving|helping|you|happiness)",
    "(will|is going to|be) (all)? (be)? over soon",
    "not (look|come looking|search) for (me|HIM) (/|please|when|i|HE) ",
    "no (fight|strength|will|life|hope) left (/|in (me|him|her)|to|and)",
    "bleeding ..6 (not (want|care|stop|tell)|let it)",
    "(losing|lost) (the)? fight",
)

WEAK = GRAMMAR.ideas(
    "(so|very|really|feel|feeling|felt|been|too|completely) ..1 LOW|LOW (/|and|inside)",
    "(depressed|depression|miserable|wretched|anguish|agony|misery|torment|torture|suffering)",
    "(so|too|this|very|really|been|feeling|a|feel) low !(on|in|carb|attendance|priority|risk|turnout|cost|budget)",
    "(dark|bleak|black) (place|time|times|days|hole|cloud)",
    "(crying|cry|cried|cries|sobbing|sobbed|weeping|in tears)",
    "(not|stopped|never|barely|hardly|no) ..1 (sleep|sleeping|slept)|(sleepless|insomnia)",
    "(not|stopped|never|barely|hardly|no) ..1 (eat|eating|eaten|wash|washing|leave the house|get up)",
    "(panic attack|panic attacks|breakdown|spiralling|spiraling|shaking|flashbacks|voices)",
    "(drinking|drink|drank|vodka|using again|relapsed)",
    "(at peace|strangely calm|so calm)|(have|i) decided /",
    "(so|all|completely|totally|utterly|very|feel|am|on my own and) (alone|lonely|isolated)",
    "(nobody|no one) ..1 (cares|care|understands|would|knows|listens|to talk|to turn|notices|notice|there|left)",
    "CANT (cope|go on|do (this|it)|take|bear|face|continue|carry on|any more|breathe|think)",
    "(had enough|given up|giving up|give up)|no (hope|fight|strength|energy|way out)",
    "not care (any more|what|if|about)|(nothing|what) matters|past caring",
    "(the|any|what|no) (point|use) !(in|of|person|to)",
    "(my fault|hate (SELF|me)|failure|ashamed|let (everyone|you all|them) down|useless|disgust SELF|deserve (it|this|"
    "to))",
    "(sorry|forgive) (to|me|everyone|for everything|for (what|all))",
    "(lost (everything|my (wife|husband|son|daughter|mum|dad|children|job|home))|nothing left|ruined|bereaved)",
    "(goodbye|farewell|last (message|words|day|time) !(in|at|of|on|with|before)|one last)",
    "(thank you|thanks) (all|everyone|you)? for everything|best thing in my life|(been|were|was) (so)? kind",
    "(will|would) not (be (needing|here|around)|need|trouble|bother|see) ..4 (any more|again|after|tonight|me)",
    "(plan|planned|planning|rehearsed|rehearsing|decided|picked|prepared|ready) (it|to do it|the (day|place|way)|for "
    "it)|(do|did|done|end) it (tonight|myself|again|properly)",
    "(PILLS|ROPE|ledge|bridge|tracks|cliff|overdose|rooftop)",
    "(keep|always|constantly|stop) (thinking|looking|staring|going back|imagining|wondering)|how easy it",
    "(insurance|funeral|will|grave|heaven|my note) ..3 (money|pay|sorted|payout|ready|worth)",
    "be (with|where) (him|her|them|my (mum|dad|wife|husband|son|daughter)) ..1 (again|is|are)|join (him|her|my (mum|"
    "dad|wife|husband|son|daughter))",
    "FEAR|(hiding|unsafe|danger|threat|threats)",
    "(him|her|husband|wife|partner|ex|boyfriend|girlfriend) ..3 (drunk|angry|violent|temper|knife|jealous|controls|"
    "shouting|screams|screaming)",
    "(MARK|black eye|broken (rib|ribs|arm|wrist|nose|jaw))",
    "(at|go|going|return|back) home ..3 (safe|scared|him|her)|(not|never) (go|want to go|dare go) home",
    "(the pain|it|this|everything|things) (hurts|to stop|all to stop|should stop|to be over|will be over)",
    "(pain|hurt|hurting|hurts) (inside|too much|so much|all the time|every day)",
    "(just|only) want (peace|to rest|out|to sleep|silence|it)|(like|want|need) to (just)? stop /",
    "(reached|at|near|past|it is) (the end|my limit|breaking point|too late for me)",
    "(living|life|being here|existing|every day|waking up) (is|has become|feels|got) ..1 (hard|hell|painful|a "
    "struggle|torture|unbearable|agony|exhausting|pointless)",
    "(not|never) (strong|brave|good) enough|too (weak|tired|broken) to",
    "(am|being|feel) (nothing|nobody|rubbish|worth nothing)|worth (more|nothing)",
    "tried (last|to do it|it|before|again|and failed)|not work (this time|/)",
)
"""Two of these, said near one another, count."""
