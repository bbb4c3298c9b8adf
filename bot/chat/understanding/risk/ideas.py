"""What people say who are at risk: as ideas, each in the many ways in which it is put."""

from bot.chat.understanding.risk.groups import GRAMMAR

CERTAIN = GRAMMAR.ideas(
    # ---------------------------------------------------------------- ending one's life, by name
    "SUICIDE",
    "(KILL|HURT|HANG|FINISH) (off)? (SELF|THEM)",
    "(top|topping|topped|off|offing|offed|neck|necking) (SELF|THEM)",
    "(do|doing|did|done) (away with)? (SELF|THEM) (in|harm|damage|over|/)",
    "(do|doing) away with (SELF|THEM)",
    "(get|getting) rid of (SELF|THEM)",
    "(FINISH|take|takes|taking|took|taken) (my|his|her|their) (own)? LIFE",
    "self (harm|harming|harmed|harms|injury|injuring|injure|injured)",
    "(slit|slitting|cut|cutting) (my|his|her|their) (wrist|wrists|arm|arms|legs|thighs|throat)",
    "(started|been|begun|back to|keep|keeps) (self)? cutting (again|/|to|and)",
    "(the|a|his|her|their) (will|reason|wish|urge) to die",
    "(way|ways|how|method|methods) (of|to) (painlessly|quickly)? (die|dying|go painlessly)",
    "painless ..3 (way|ways|die|go|death|method)",
    # ---------------------------------------------------------------- by what means
    "(take|taking|took|taken|had|having|planning|an|by) (an|a)? (massive|big|huge)? DOSE",
    "DOSE (on|of|with) (all|his|her|my|the|some)? PILLS",
    "(take|taking|took|taken|swallow|swallowed|swallows|swallowing|saving|saved|hoarding|hoarded|stockpiling|hiding|"
    "stockpiled|collecting|collected|counted|counting|stash|enough|bottle|packet|handful|hidden|stored|necked) ..4 "
    "PILLS !(at (bedtime|night|lunch|ANY /)|with (food|breakfast|water)|every|twice|once|before|for (my|the) (cold|"
    "headache|back|hay|blood)|from the)",
    "(all|whole|every one of|lot of|too many) ..3 PILLS",
    "(how many|number of|what dose) ..2 PILLS",
    "(garage|car) ..4 (engine (running|on)|exhaust|hose|fumes)",
    "(googled|googling|searched|searching|looked up|looking up|researching|researched|reading about) ..3 (how many|"
    "how much|painless|methods|ways (to|of)|overdose|suicide|lethal|how to (die|end|tie))",
    "(drive|driving|drove|swerve|swerving|steer|crash) ..2 (into|in to) ..2 (reservation|barrier|oncoming|lorry|"
    "bridge|pillar|wall|tree)",
    "(hope|hopes|wish|wishes|wishing|hoping) ..2 (plane|car|train|bus) ..2 (crash|crashes|crashed|down|hits|explodes)",
    "(river|bridge|station|platform|trains|tracks|edge|drop|cliff|roof|sea) ..12 (think about it|thinking about it|"
    "thought about it|nearly did|almost did|how easy|one step)",
    "(got|have|keep|carry|carrying|hid|hidden) ..2 (razor|razors|blades|noose|rope) ..2 (in|at|under) (my|the) "
    "(drawer|bag|desk|car|pocket|room|house|bed|bathroom|wardrobe)",
    "stomach pumped",
    "(i|HE|just|have|has) (drank|drunk|drink|swallowed|took) (the|some|a bottle of)? (bleach|poison|antifreeze|"
    "weedkiller|drain)",
    "DOSE",
    "PILLS ..6 (looking at|look at|staring|counting|end it|tempting|enough|easy)",
    "(stockpiled|saved up|hidden|got) ..1 enough ..1 (to do it|to (die|end)|PILLS|for it)",
    "(worth) (more|nothing) ..5 (dead|gone|insurance)",
    "(insurance|payout) ..5 (better off|dead|gone|worth more|than (me|i am))",
    "(dread|dreading|hate|hating) (waking|waking up|to wake|having to wake|every (day|morning)|opening my eyes)",
    "every (day|hour|minute|morning|breath) ..2 (torture|agony|hell|unbearable|torment)",
    "(living|being alive|staying alive|existing|keeping going) (is|has|feels|just|hurts) ..1 (too)? (hard|painful|"
    "much|hell|agony|torture|unbearable|hurts|/)",
    "(strong|brave|strength|energy|will|courage) (enough|left)? to (keep|go on|stay|live|carry on|continue|fight) "
    "(living|alive|on|any more|fighting|/|going)?",
    "urge (to|i) ..1 (jump|cut|hurt|die|end|step|kill|harm)",
    "urges to ..2 (jump|cut|hurt|die|end|step|kill|harm|crash|swerve|drive|disappear)",
    "urge to ..2 (crash|swerve|drive|disappear|take|drown|burn)",
    "(hope|hoping|wish|wishing|wishes|want|pray|praying|wished) ..3 (get|gets|got|getting|be|to be) (hit|run over|"
    "killed|knocked down|cancer|struck) ..2 (by|/|and|so)",
    "(hope|hoping) ..3 (for good|never comes|not come back|does not end)",
    "(be|join|see|go) (with|to|where)? (my)? ..1 (KIN|him|her|them) ..2 (again|is now|died|dead|who (died|passed|has "
    "gone))",
    "(not|never) (have|see) ..1 (why|a reason why|any reason) (i|HE) should (go on|carry on|live|stay|keep)",
    "why (should)? (i)? (should|bother|go on|carry on|keep going) (go on|carry on|keep going|live|living|/)",
    "nothing matters (/|any more|to me|and|now)",
    "(i|HE) (will|would) not (trouble|bother|burden|be a (burden|problem|bother|nuisance)|be in ANY way) ..3 (again|"
    "any more|much longer|after|soon|any longer)",
    "(tried) (it)? (last|again|before|on) ..5 (not work|failed|woke up|survived|found me)",
    "should all (stop|end)",
    "(this|it) (will|is going to) be (my|the) last (message|note|email|text|one|time you) ..2 (/|hear|see|from|ever)",
    "PILLS ..3 (all|saved|in (the|my) drawer|swallow|FINISH it|lined up|front of (me|him|her)|counted out|stashed)",
    "(bought|found|tied|tying|hid|hiding|keep looking at|made) ..2 ROPE !(for (the|my)|in the kitchen|skills|and fork|"
    "edge)",
    "(have|has|got|holding|with) (a|the|my|some) ROPE (and|/|ready|here|tonight|in (my|the|his|her) (car|room|drawer|"
    "bag|hand|garage|boot)) ",
    "ROPE ..4 (wrist|wrists|neck|throat|long enough)",
    "(JUMP|throwing|fall|going) (SELF|THEM)? (off|from|out of) (the|a|this|that|my|some|our)? ..1 HEIGHT",
    "(going to|want to|about to|ready to|thinking about|thought about|think about|thinking of|nearly|almost|should|"
    "might|could|would) (jump|jumping|jumped) (/|and|tonight|off|from|if|now)",
    "(JUMP) (SELF|THEM)? (out)? (in front of|under|into|onto) (the|a|an|that|my|some|on)? (oncoming|moving|passing|"
    "next|speeding|cold|busy)? (train|trains|bus|buses|lorry|truck|traffic|tracks|tree|wall|river|thames|road|tube|"
    "car|cars|canal|sea|water|bridge)",
    "(drive|driving|drove|swerve|swerving|crash|crashing|steer|steering|veer) ..3 (off|into|under) ..2 (road|tree|"
    "wall|river|lorry|bridge|traffic|cliff|barrier|verge|pier)",
    "(on|at|by|up on|from) (the|a|that|our|my)? ..1 (roof|ledge|rooftop|bridge|viaduct|cliff|edge|HEIGHT|tracks) ..12 "
    "(jump|nearly did|almost did|not know what to do|FINISH it|step off|stepping off|let go|alone|what if|goodbye)",
    "(am|was|stood|standing|sat|sitting|up|been|go|going|at night|climbed) ..1 (on|at) (the|a) (roof|ledge|rooftop|"
    "bridge|viaduct|cliff) (of (the|my|our) ANY ANY?)? (again|/|now|and (i|no)|last night|yesterday|this morning|"
    "tonight)",
    "(nearly|almost|finally|already) (did|do|done|went through with|going through with|gone through with|ended) it",
    "go through with it",
    "(know|knows|planned|decided|worked out|figured out|picked|chosen|sorted|planning|plan) (exactly)? (how|when|"
    "where|the (day|date|place|method|time|way)) (i|HE|to|and when|and how) ..2 (do it|die|FINISH it|go|kill|done)",
    "(only|one) (thing|reason|person|people) ..3 (stopping|stopped|stops|keeping|keeps|kept|holding|between) ..2 (me|"
    "him|her) ..2 (alive|here|going|from|is|was|this|/|doing)",
    "(stay|staying|keep|keeping) (me|him|her)? alive",
    "only (still)? (here|alive|reason i am (here|alive)) ..1 (because of|for|is) (my|the) (kids|children|dog|cat|mum|"
    "dad|wife|husband|son|daughter|family|baby|pets|horse)",
    "(if it (was|were) not|were it not|was it not|but) for (my|the) (kids|children|dog|cat|mum|wife|husband|family|"
    "son|daughter|baby|pills) ..6 (done it|do it|gone|dead|be here|end|jump|ended|alive)",
    "(have|had|be) (already)? done it (already|by now|ages ago|years ago|long ago|/)",
    "(tonight|today|tomorrow) (is|might be|could be|will be|may be) (it|the (night|day|end|last))",
    "(swap|trade|change) places with ..4 (died|dead|dying|dies)",
    "CANT see SELF ..2 (old|older|past|beyond|alive|surviving|making it|here)",
    "(pretend|pretending|acting like|faking) ..3 (want to live|alive|to be (alive|ok|fine|happy))",
    "(about|going) to do something ..2 (not|never) ..2 (undo|take back|undone|come back)",
    "worth (staying|living|sticking around|being|carrying on|fighting|getting up) for",
    "waste of (space|skin|oxygen|air|a life|life)",
    "lost (my KIN) ..6 (with|join|follow) (him|her)",
    # ---------------------------------------------------------------- wanting to be dead
    "AGAINST ..4 LIVING !(in|with|near|on|at|by|room|wage|costs|cost|up)",
    "LIVING ..4 (unbearable|pointless|not worth|no (point|meaning|purpose|good)|hell|too (hard|much|painful)|"
    "worthless|over|nothing)",
    "my life ..3 (end|ends|ended|over|stop|finished|hell|nothing|pointless|worthless|mess|not worth|torture)",
    "(end|ending|stop|stopping|hate|over with|done with|finish|escape|ruined|nothing good left in|nothing left in) "
    "..2 my life",
    "(end|ending|stop|stopping|escape|over) ..2 (my|this|the) (suffering|pain|misery|torment|agony|hurt|struggle|"
    "nightmare) !(points)",
    "(suffering|pain|misery|torment|agony|nightmare) ..2 (end|over|stop|go away) !(at|by)",
    "TOWARDS ..5 (die|dying|dead|death) !(of|in|rate|rates|certificate|link|links|heat|line|duty|grant|benefit|tax)",
    "(survive|get through|last|make it through|face|manage|cope with) another (day|night|week|hour|morning|year)",
    "(end|limit|edge) of what (i|HE) can (bear|take|cope|stand|manage|endure|handle)",
    "head above water",
    "(wish|want|hope|need|wishing) ..2 (it|this|everything|all of it|life) ..2 over !(by|with|before|the|to)",
    "(not|unsafe|scared) ..3 (safe|alone|around|with|of|from) ..2 (own thoughts|thoughts|my own head|own mind|my mind)",
    "(not (feel|be|am|is|are)?|unsafe|scared|afraid|frightened) ..3 (in|at|inside) (my|our|HIS) (own)? (home|house|"
    "flat|place|bed)",
    "(WANT|would|could|should|ready|rather|better|best|longing|praying|pray|going|willing|happy|plan|planning|deserve|"
    "deserves|need) (rather|like|love|prefer|just|only|sooner|really)? (to|for|i|HE|that|off)? (i|HE)? (was|were|be|"
    "could|had|would)? (just|all|only|already|simply|really)? (dead|die)",
    "(to|just|be) die (/|now|tonight|today|alone|in my sleep|any more|already|instead|because|so|and|right|with)",
    "(being|be|am|was|were|is) ..1 (dead|dying|death) ..4 (better|easier|relief|nice|offer|option|escape|peaceful|"
    "best|worse|same|problem|answer)",
    "(death|dying|being dead) (would|is|will|seems|sounds|looks|feels|might|can|could|has)",
    "(think|thinking|thoughts|thought|dream|dreaming|obsessed|fantasise|fantasising|fantasies|wondering|wonder|talk|"
    "talks|talking|talked|ideas|feelings|imagine|imagining) ..2 (about|of|with|how|what|if) ..3 (DIE|my (funeral|"
    "death)|(not|never) (being|waking|be)|ending (it|things|my|everything)|ways to|not (ALIVE))",
    "if (i|HE) (died|die|dies|dropped dead|passed away|ended it|vanished|disappeared)",
    "(live|lives|lived|living) or (die|dies|died|dying|not)",
    "(does|will|would) it hurt to die",
    "my (own)? funeral",
    "what if (i|HE) (just|simply)? (was|were|am|is) (not|no longer|dead|gone) (ALIVE|/|any more|and) !(that|this|on|"
    "next|for|in|at|until|when|by|to)",
    "(not|never) (been)? born",
    "(want|wants|ready|wish|like|rather|should|deserve|better|could) (to)? (just|all)? (be)? (gone|done) (/|for good|"
    "too|from|by)",
    "(be|being|stay|staying|still|remain) alive !(and kicking|with)",
    "(nobody|no one|not) (will|would)? (need|needs|needed|missing|wants) me (after|any more|/|now)",
    "(je veux|quiero|voglio|quero|ich will|chce|vreau sa|dua te) (mourir|morir|morire|morrer|sterben|umrzec|mor|vdes)",
    "(mourir|quiero morir|matarme|morire|suicidarme|selbstmord|umrzec|samobojstwo)",
    "drinking (SELF|THEM) to death",
    # ---------------------------------------------------------------- not wanting to be alive
    "(not|never|no longer|nor|without) (really|even|actually|just)? (want|wish|wanting|wanted|wants|intend|deserve|"
    "deserves|need|care|like|see SELF|have) (to|for|about|being|if i|me)? (be)? (ALIVE|live|living|exist|existing|"
    "wake|waking|this LIFE|any of this LIFE|born|on this (earth|planet)|see (another|tomorrow|the morning|christmas)) "
    "!(you|him|her|them|until|at (the|a|home|work|this)|so|with|near|the)",
    "(WANT|wish|wished) ..4 (not|never) (wake|woken|be (ALIVE|born)|been born|exist|existed|being|have been born|here|"
    "ALIVE|wakes) !(early|late|on|at|so)",
    "(about|of|just|sometimes|like|prefer) (not|never) (being|waking|existing|wanting to be) (ALIVE|up|any more|/) "
    "!(in|at|on|for|early|late)",
    "(never|not) (wake|waking|wakes|woken|woke) up (again|/|tomorrow|any more|one|in the|from) !(early|late|time)",
    "(never|not) have to wake up",
    "(sleep|asleep) ..2 (forever|for ever|for good|and (never|not)|never)",
    "(stop|stopped|stops|cease|ceasing|quit) (to)? (existing|exist|being (ALIVE)|living)",
    "(tired|sick|done|finished|weary|exhausted|had enough|fed up|over|bored) (of|with) ..1 (being (ALIVE|me)|LIFE|"
    "living|existing|existence|it all|everything|fighting) !(out|in|with|on|off|near|so|for)",
    "(why|how) (am|is|are|do|does|did|should|would) (i|HE|we) ..2 (ALIVE|born|bother (LIVE|trying)|exist|still "
    "breathing)",
    "why bother (LIVE|trying|with (LIFE|anything|any of it))",
    "(reason|reasons) (left)? (to|for|not to) (me to|keep|go on)? (LIVE|die|be (ALIVE)|being (ALIVE)|go on|carry on|"
    "carrying on|stay|staying|get up|getting up|keep going|wake|waking|kill|continue|FINISH it|existing)",
    "(not (think|know|believe|reckon|sure)|doubt) ..4 (make it|last|survive|be here|be alive|get) (to|through|until|"
    "past) ..1 (the)? (weekend|week|night|day|morning|tomorrow|tonight|christmas|year|month|end of the week) "
    "!(meeting|session|on time)",
    "CANT any more !(find|see|hear|read)",
    "(enough|sick|tired) of (living|life|existing|being alive|it all|everything) !(in|out|with|costs)",
    "(hate|hated|hating) (LIFE|my LIFE|living|being (ALIVE|me)|this LIFE)",
    # ---------------------------------------------------------------- nothing to live for
    "(point|purpose|sense|use) (left)? (of|in|to|for) (me|my|HIM|HIS)? (even)? (LIVE|LIFE|being (ALIVE|me)|being|"
    "going on|carrying on|go on|carry on|stay|staying|keep going|anything|any of (it|this)|it all|everything|trying|"
    "getting (up|out of bed)|waking|continue|me) !(with|to|in (the|this)|early|at|before|on)",
    "(nothing|something|anyone|anything|much|everything|lot) (left|much|more)? (to|worth) (live|living|stay|go on|"
    "carry on|look forward to) (for|/)? !(but|except|at)",
    "nothing left (for (me|him|her)|here|inside|in me|to (live|give|lose|fight)|/)",
    "LIFE (is|has|feels|seems|was|does|just|means|had) (just|really|so|completely|totally|all|got|not|no|feel|seem|"
    "have|mean)? (not|no|nothing|any)? (worth|meaning|meaningless|worthless|pointless|hopeless|over|unbearable|"
    "nothing|purpose|not worth|misery|hell|finished|a mess)",
    "(not|hardly|nothing|never|barely|worth) (even)? (worth)? (living|being ALIVE|carrying on|going on|getting up for)",
    "worth (living|being ALIVE)",
    "(given|giving|give|gave) up (on)? (everything|LIFE|SELF|living|all hope|hope|completely|the will|trying to live|"
    "me)",
    "(lost|losing|lose|lack|no|without) (the|my|all|any)? will to (live|go on|carry on)",
    # ---------------------------------------------------------------- better off without me
    "(better|glad|happier|easier|fine|best|relieved|simpler|kinder|freer) (off|place|for (everyone|them|all|my family|"
    "us|the kids|you|people|my KIN))? ..4 (with the insurance|without (me|him|her|them)|if (i|HE) (just|simply|only)? "
    "(was|were|is|am|did|had|disappeared|died|vanished|left for good|went|end|were to)|someone else as|with someone "
    "else as)",
    "(without (me|him|her)) ..3 (better|happier|easier|fine|relieved)",
    "(nobody|no one|no body|not one person|anyone|anybody|who|would (they|anyone|he|she|people)|not a soul|everyone) "
    "(would|will|even|really|is|going to|would even|will even|would really|to)? (miss|notice|care|noticed|missed|"
    "mourn|cry) ..2 (me|if (i|HE)|when (i|HE)|whether|for me)",
    "(would|will) (even|really|soon|not|ever)? (even)? (miss|notice|forget|find) (me|HIM) (if|when|gone|until|for)",
    "(a|the|such a|just a|nothing but a|become a|am a|being a|huge|only a) burden (to|on|for|/) !(the|reporting|"
    "budget)",
    "burdening (everyone|my|people|you|them|my|others)",
    "(if|when|once|after|until) (i|HE) (was|were|am|is|are|had) ..1 (gone|dead|no longer here|not here|no more) !(on|"
    "to|away|home|next|for|in|until|by|before|over|that|when|at)",
    # ---------------------------------------------------------------- goodbye
    "(this is|saying|say|said|my last|my final|wanted to say|wrote|texted|messaged|left|sent|written) (me|us|a|my|HIS|"
    "to)? ..1 (goodbye|goodbyes|farewell) !(to the|party|lunch|drinks|to flip|for now|card|speech|to my (desk|inbox|"
    "team|office|old)|and welcome|to (a|our|old|paper|powerpoint|spreadsheets|email))",
    "goodbye (everyone|world|cruel|forever|for ever|for good|then|all|mum|dad|kids|messages|message|letter|letters|"
    "note|and (sorry|thank you for everything))",
    "(letter|letters|note|notes|video|videos) ..4 (when (i|HE) (am|is|are) gone|after (i|HE) (am|is) (gone|dead)|to "
    "be found|if anything happens|left for|saying sorry|saying goodbye|goodbye|behind)",
    "(written|wrote|writing|left|leaving|leave) (my|HIS|a|the) (last|final|suicide|goodbye)? note (/|for|to (my|my|"
    "everyone|the kids|them)|saying|on)",
    "(written|wrote|writing|letters|letter) to (my|the|all)? ..1 (kids|children|them|KIN|everyone|each of them) (/|to "
    "say|so|saying|explaining|for when|and (sorry|hid|left))",
    "(by the time|when) (you|HE|anyone|i|people) (read|reads|get|gets|see|sees|find|finds|hear|hears) (this|it|that) "
    "..1 (i|HE|it) (will|would|am|is|are) ..2 (gone|over|dead|too late|done|here|around|ALIVE)",
    "(will|would|going to) (all)? (be)? (over|too late|finished|gone) (by (the time|morning|tomorrow|then|tonight|"
    "christmas)|when you|tonight|before)",
    "(look|looks|looking|care|caring|take care|love) (after|of|for)? ..4 (when|after|once|if) (i|HE) (am|is|are|do|"
    "die) (gone|not here|not a|dead|die|no longer)",
    "(tell|telling|let) (my|the)? ..2 (kids|children|KIN|mum|everyone|family) ..3 (love|loved|sorry|not (HIS|their|"
    "your) fault)",
    "(given|giving|gave|gives) (me|away)? ..2 (my|all|his|her|their|most of) ..3 (things|possessions|stuff|everything|"
    "belongings|keys|rings|ring|jewellery|dog|cat|pets|books|watch) ..12 (not (be|going to)? (need|needing)|any more|"
    "away|gone|not answering|no use|want me to)",
    "(will|would|going to) not (be)? (be)? (need|needing) ..6 (where i am|where HE is|kind|gone|after (tonight|"
    "tomorrow|friday|monday|sunday)|over|much longer|keys|rings)",
    "(sorted|updated|written|wrote|made|changed|finished|signed) (out)? (my|HIS|the) will",
    "(affairs|paperwork|finances|passwords) ..3 (in order|sorted|drawer|for when) ..8 (will|kids|gone|me|when|nobody|"
    "after)",
    "(clear|clean|tidy) (it|everything)? up after (me|i am|HIM)",
    "(will|would) not (have to|need to|be) (worry|worrying|put up|bother|deal) ..3 (me|HIM) (much longer|any more|any "
    "longer|after|again|soon)",
    "(will|would|might|may|going to) not (be|live) (ALIVE)? (to (see|find out|know)|much longer|for much longer|long|"
    "by (the end of the (week|night)|christmas|morning|tomorrow)|any more|tomorrow /|after (tonight|today|tomorrow|"
    "christmas|the weekend))",
    "not (going to)? (be here|make it|see|survive|last|get through) (much longer|tonight|tomorrow|another (day|night|"
    "week|winter|year)|the (night|week|weekend|winter)|past|to christmas|until (christmas|morning))",
    "CANT see (past|beyond) ANY",
    # ---------------------------------------------------------------- not safe
    "not (feel|feeling|be|am|is|are|feels) (very|at all|really|physically|even)? safe (/|at home|going home|home|with "
    "(him|her|my (KIN|own)|SELF|them|my)|alone|from|on my own|in my (own)? (home|house|flat|head|bed)|tonight|right "
    "now|a (him|her|my)|in the house|here|any more|in this (house|flat|relationship|marriage)|and|where|staying|being "
    "(alone|at home)|if|when (he|she)|to (go|be) (home|alone))",
    "unsafe (/|at home|going home|home|with (him|her|HIS)|alone|in (my|her|his) (home|house|marriage)|a (him|her))",
    "FEAR (of)? (going|go|to go|to be|being|to be at|of being|about going|being at) (back)? (at|alone with)? (home|"
    "him|her|HIS KIN)",
    "FEAR (of|by|to death of) (him|her|my (KIN|own))",
    "(scared|afraid|frightened|terrified|fear|petrified|fearing) for (my|our) (life|safety|kids|children|lives)",
    "FEAR (of|about) (what|that) (i|HE) (might|will|may|could|would|is going to|am going to|am capable) ..3 (do|hurt|"
    "harm|of|snap)",
    "FEAR (that)? (i|HE) (will|would|might|am going to|is going to|could|may) ..2 (KILL|HURT|HIT|snap|lose control|"
    "not (survive|be alive|make it through|wake)|find (me|us|out)|come (after|back for|for)|die)",
    "(not|no longer|never) trust (SELF|THEM|what i) !(with (chocolate|biscuits|cake|money|numbers)|to remember)",
    "not (be|be left) (left)? (alone|on my own) (tonight|right now|with SELF|at the moment)",
    # ---------------------------------------------------------------- violence, by somebody near
    "(HE|KIN|someone|stranger|guy|man) (has|had|have|says HE|said HE|threatens|keeps|will|is|would|might|could|wants|"
    "says|tried|has tried|trying|going)? (that)? (threatened|threatens|going|threatening|tried|will|would|wants|"
    "wanting|trying|saying HE|HE|HE will|HE would|HE is)? (going)? (will|would|to)? (kill|hurt|hit|strangle|choke|"
    "murder|stab|beat|harm|batter|find|burn|shoot|drown|bury|track|smash) (me|us|the kids|the children|my ANY|the "
    "house|my)",
    "(going to|will|want to|wants to|tried to|threatening to|threatened to|trying to|threatens to) (kill|hurt|stab|"
    "strangle|harm|murder|rape|batter) (me|us)",
    "(HE|KIN|someone|man|guy) (has|had|just|keeps|always|have|is|was|again|been|started|often|sometimes|regularly|has "
    "started|has been|keeps on|only|really|nearly|tried to|came home and|got drunk and)? HIT (me|us|things at me|my "
    "(face|head|arm|son|daughter|kids|children|mum|sister|baby|hair|throat))",
    "(HE|KIN) ..2 (threw|throws|smashed|smashes|poured|held|waved|put|spat|fired|pointed|pulled) ..5 (at|on|over|to||"
    "around) (me|my (throat|neck|head|face))",
    "HIT me (up|about|around|against|down)? (again|last night|tonight|yesterday|every|so hard|so|when|until|this "
    "morning|at home|whenever|if|because|/|in (the|my) (face|head|stomach)|with (a|his|her)|in front of) !(how|that|"
    "like|rebound)",
    "(i|have|was|am|got|being|been|get|getting) (just|sexually|physically|verbally|badly|once|also)? (been|being)? "
    "(just|sexually|physically|regularly)? (raped|assaulted|molested|strangled|stalked|abused|trafficked|blackmailed|"
    "groped|battered|followed home|spiked|drugged|(beaten|attacked|threatened|hit|hurt|controlled) (by (my|him|her|"
    "someone|HIS|a (man|woman|stranger|gang|guy|boy))|up|at home|last|again|with a|/))",
    "hands ..1 (on) my (throat|neck)",
    "(domestic|sexual|physical) (violence|abuse|assault) ..4 (at home|me|my|i|happening|from my|victim)",
    "(victim|survivor) of ..2 (violence|abuse|assault|trafficking|stalking|rape)",
    "(my|the|a|this|our|HIS) (KIN|home|relationship|marriage) (is|has|was|been|became|gets|got|becomes|turned|can be|"
    "has been|keeps being|has become|has got|is being) (so|very|really|quite|increasingly|getting|becoming|often|"
    "physically|sexually)? (violent|abusive|physical|aggressive|controlling|threatening|dangerous)",
    "(HE|it) (is|gets|got|becomes|was|has been|turned|turns|has got|has become|can be|is being|is getting) (so|very|"
    "really|physically)? (violent|abusive) ..3 (me|when|at home|towards|with|again|/)",
    "(abusive|violent) (KIN|relationship|home|marriage|household|man|men)",
    "(KIN|HE|it) (did|gave) ..2 (it|that|this|me (a|the) (black|bruise|bruises))",
    "(HE|KIN|who|and|will|to) ..2 (WRECK) (my|our|me) ..1 (BODY|things|phone|door|glasses|stuff)",
    "(i|started|been|keep) (WRECK|cutting|burning|scratching|slicing|punching|hitting) (my) ..1 (BODY) !(shaving|on|"
    "cooking|playing|skiing|off|in half|by accident|falling|when)",
    "cutting (again|/)",
    "(hiding|hid|hide|locked (SELF|myself)|barricaded) ..3 (bathroom|wardrobe|cupboard|toilet|bedroom|garage|from "
    "(him|her|my KIN)|upstairs|in) ..8 (kick|kicking|door|shouting|angry|him|her|drunk|banging|smashing|he|she|"
    "frightened)",
    "(kicking|banging|smashing|punching|breaking) ..2 (the|my|our|down|in) (down)? (the)? (door|windows|window|walls|"
    "place)",
    "(wives|husbands|partners|women|men) ..1 (wives|husbands|partners|who|whose)? ..2 (HIT) (them|HIS|him|me)",
    "(am|being|been) (beaten|hit|abused|hurt|assaulted|threatened|attacked|controlled) !(by (a|the) ..1 (team|"
    "candidate|side|club|train|delay|price)|to|at (tennis|chess|golf|cards))",
    "(stalking|following|stalks|stalked|watching|tracking) (me|us) (/|home|and|everywhere|again|from|a|to)",
    "(turns|turning|turned|shows|showing|waits|waiting|sits|sitting|parked) (up)? (outside|at) (my|our|the) (house|"
    "door|flat|home|work|office|gate) ..8 (scared|afraid|threat|kill|says|he|again|police|frightened|knife)",
    "(not|never) (let|lets|letting|allow|allows|allowed) (me|to)? (leave|go out|out|see (my|anyone|friends)|have (any|"
    "my) (money|phone)) ",
    "(locks|locked|locking|lock) (me|us) (in|up|out)",
    "(chair|lock|locked|bolt|wardrobe|chest) ..3 door ..5 (because|so (that)?|from|in case) ..3 (KIN|him|her|he|she)",
    "(touching|touches|gropes|fondled|fondling|groping) me (/|in|when|again|at|inappropriately|up|while|and|since|"
    "sexually|every|there)",
    "(drugged|spiked) (me|my drink|us)",
    "(forces|forced|makes|made|making|forcing|pressures) me ..2 (sex|sleep with|touch (him|her|it)|do things|things i "
    "do not want)",
    "(took|taken|takes|hides|hid|keeps|confiscated) my (passport|phone|keys|money|bank card|wages|documents) ..4 (and|"
    "will not|not|so|away)",
    "(hiding|fled|escaped|escaping|fleeing|run away|running away|running) (from) (my (KIN)|him|her|home|an abusive)",
    "(daren|dare) not ..1 (go|be) ..1 (home|back)",
    "(can|could|will|would|not|afraid to|scared to) (not)? (be|go|stay) (back)? (at)? home ..3 (not safe|is not|hurt|"
    "he will|she will|scared|unsafe)",
    "black eye",
    "(broke|broken|fractured|cracked) my ..1 BODY ..8 (said i|told|fell|he|she|slipped|push|pushed|hit)",
    "(families|family|parents|KIN|father|uncle) (is|are|want|wants|keep|have been)? (forcing|force|making|make|"
    "forced) (me|us|HIM|my ANY) (to|into) (marry|marriage|get married)",
    "(forced|being forced) (to marry|into marriage|to get married)",
    "(put|puts|putting|slid|had) his (hand|hands) (up|down|on|under|inside|between) my ..1 (skirt|legs|top|leg|"
    "trousers|breast|dress|bra|thigh|bum)",
    "(sexually|indecently) (assaulted|harassed|exposed|abused|touched|attacked)",
    "(i|was|got|been) attacked (on|in|by (a|my|some)|at|last|outside|with) !(committee|scrutiny|the press|cabinet|"
    "council|question|the (meeting|chamber|media))",
    "(need|want|looking for|find) (somewhere|a place|anywhere|some where) safe (to|tonight|for)",
    "FEAR ..2 (HE) (will|would|might|is going to|may) (come|be|find|turn up|get in|break in|wait|follow|come back) "
    "..3 (/|back|tonight|home|me|us|again|outside|in)",
    "FEAR (of)? (what|how) ..2 (KIN|HE) (will|would|might|may|could|does) ..1 (do|react|be)",
    "(HE|KIN) ..4 outside (my|the|our) (house|door|flat|home|window|work) ..6 (hurt|kill|knife|scared|threat|shouting|"
    "not leave|going to|banging)",
    "(having|had|have|heading for|on the verge of) (a)? (nervous|mental|complete|total)? breakdown !(of (costs|the|"
    "that)|cover|on the (m|a|motorway))",
    "mental health (crisis|emergency)",
    "(voices) (will not|not|keep|are|never|telling|tell|say|say that) ..1 (stop|telling|shouting|saying|quiet|to)",
    "(with|has|had) a (knife|gun|machete|hammer) ..6 (him|her|me|locked|door|threat|scared|in (his|her|the) (room|"
    "bathroom))",
    "(locked) (SELF|THEM) (in|up) ..5 (knife|blade|PILLS|bathroom|room|not come out|not answer)",
    "(i|we) (am|are|might be|may be|could be|think i am) in (real|serious|immediate|terrible|grave)? danger !(of)",
    "(save|rescue) (me|us) (/|please|now|from (him|her|SELF))",
    "(call|need|get|send) (me|for)? (an|the|a)? (ambulance|police)",
    "(having|had|have) (a|another) (heart attack|stroke) !(when i saw)",
    "CANT breathe (and|/|my|properly) !(in|for)",
    "(bleeding|bled|blood) ..3 (not stop|everywhere|will not|heavily|lot of)",
    "(voices|voice) (in my head)? ..2 (tell|telling|told|say|saying|want|keep|tells|says|wants) ..2 (me|to|i|am)",
    "(might|will|want to|going to|could|am scared i|may|urge to|thoughts of) (hurt|harm|kill|hurting|harming|smother|"
    "shake) (someone|people|him|her|them|my (baby|child|children|kids|son|daughter|KIN)|the (baby|kids|children)|"
    "others)",
)
