"""What sounds like danger, and is a figure of speech, or talk about work on such things."""

from bot.chat.understanding.risk.groups import GRAMMAR

FIGURES = GRAMMAR.ideas(
    # dying, dead
    "(die|dying|died|dies) (of|from|with) ..2 (embarrassment|laughter|laughing|boredom|shame|cringe|heat|hunger|"
    "curiosity|excitement|thirst|happiness|cold|mortification|cuteness|jealousy|envy|anticipation|nerves)",
    "(dying|died|die) (for|to) (a|an|the|some|my|see|know|hear|meet|try|get|go|visit|tell|ask|read|find|start|share|"
    "join|say|show|learn|book|be|have|do|it|eat|pee|you|use|watch|catch)",
    "to die for",
    "(die|died|dying|dead) in (a|the) ditch",
    "(battery|phone|laptop|computer|wifi|line|engine|mic|signal|plant|plants|screen|car|conversation|internet|"
    "microphone|tablet|mobile|mouse|boiler|idea|project|joke|camera|printer|connection|call|zoom|teams|fish) ..3 DIE",
    "dead (on my feet|tired|line|lines|line|end|ends|easy|good|funny|simple|chuffed|pleased|right|keen|excited|proud|"
    "serious|set|certain|heat|centre|gorgeous|hard|lock|weight|wood|cool|nice|useful|happy|interesting|great|handy|"
    "slow|quiet|against|leg|legs|boring|close|straight|lucky|clever|impressed|sure|on|nervous)",
    "dead in the water",
    "drop dead gorgeous",
    "(brain|half|feet|legs|arms) dead",
    "dead ..1 (knackered|exhausted|after that run)",
    "(scared|frightened|bored|worked|worried|thrilled|tickled|sick|love|loved|loves|adore) ..2 to death",
    "die hard",
    "old habits die",
    "(sick|bored) to death of",
    # killing
    "(killing|killed|kills|kill|murdering) (it|time|two|the (mood|vibe|conversation|atmosphere|buzz|bill|motion|deal|"
    "project|idea|proposal|momentum|lights|engine|presentation|interview|pitch|room|music)|an hour|some time|a few|"
    "half an|off the)",
    "(feet|head|back|legs|knees|heels|shoes|shoulders|neck|suspense|commute|heat|wifi|curiosity|stairs|hip|knee|tooth|"
    "traffic|jargon|BUSY) (is|are|was|were|nearly|almost|absolutely|will|really|really|have|has|have been|has been)? "
    "(nearly|almost|literally|absolutely|really|just|be|going to be|totally|going to)? (killing|killed|kill|kills) "
    "..1 (me|us)",
    "(nearly|almost|practically|basically|literally|about) (killed|finished off|murdered) (me|us|him|her)",
    "(nearly|almost|practically|basically|literally) (died|dead|finished me)",
    "(kill|murder|die) for (a|an|some|the|my|one|that|this)",
    "could murder (a|an|some|that)",
    "(boss|manager|director|mum|editor|wife|husband|pa|chair|team|chief|board|assistant|diary|accountant|kids|sister|"
    "he|she|they|organisers|organiser|coach|secretary|leader|head|cabinet) (will|is going to|would|are going to) "
    "(kill|murder|strangle|shoot) me (if|when|for) ..5 (late|forget|forgot|miss|missed|not book|book|buy|bought|lose|"
    "lost|deadline|again at|another|cake|dinner|birthday|anniversary|bins|tidy|cancel|cancelled|turn up|register|"
    "report|expenses|BUSY|diary|shoes|bill)",
    "(boss|manager|director|chair|board|chief|pa|coach|editor|assistant|cabinet|finance|auditors|leader) (will|is "
    "going to|would|are going to|might|is) (kill|murder|strangle|shoot|killing) me",
    "(could|want to|going to|will|might|cheerfully|would) ..1 (kill|murder|strangle|throttle|hit|shoot|slap) (whoever|"
    "the (printer|laptop|computer|wifi|person who|system|it|photocopier|software|projector)|him|her|them|my (laptop|"
    "computer|printer|phone|boss|manager|it))",
    "killer (heels|app|question|slide|fact|argument|line|instinct|feature|presentation|commute|schedule|idea|"
    "punchline)",
    "(dressed|make a|in at the|moved in for the) kill",
    "SELF (cut|some)",
    # hurting oneself by accident, or only in words
    "(cut|cutting|give|gave|giving) myself ..1 (some)? (slack|off|short|loose|out of|a break|in half)",
    "(cut|burn|burned|burnt|burning|hurt|hurting|injured|scratched|cutting) (myself) ..3 (shaving|cooking|gardening|"
    "paper|skiing|running|playing|training|slicing|chopping|kitchen|knife|onion|onions|barbecue|bbq|iron|oven|kettle|"
    "gym|ironing|laughing|baking|opening|football|slipping|slipped|falling|fell|tin|can|glass|ski|yoga|dancing|"
    "lifting|moving|envelope|cardboard|bike|stairs)",
    "(shoot|shooting|shot) ..2 in the foot",
    "(shoot|shooting) (me|you|them|over|him|her|us)? (a|an|over|off|through|some)? ..1 (email|message|question|note|"
    "line|text|the breeze|questions|invite|link|quick|mail|dates|times)",
    "(hang|hanging|hung) (out|on|around|in|up|back)",
    "(hang|hung) ..1 out to dry",
    "(drown|drowning|drowned) ..1 in ..3 (work|email|emails|paperwork|admin|meetings|papers|it|data|acronyms|tasks|"
    "marking|spreadsheets|invoices|requests|deadlines|reading|post|papers|forms|casework|cases|detail|actions)",
    "(drown|drowning) ..1 (my|our|his|her)? sorrows",
    "(throw|throwing|threw|chuck) (myself|me|him|her|us|them) (into|under the bus|at|in at|off the deep)",
    "under the bus",
    "(jump|jumping|jumped|hop|leap) (off|out of|on|in|into|onto|from) (the|this|that|a|another|my)? ..1 (call|meeting|"
    "zoom|teams|bandwagon|gun|queue|ship|chair|topic|seat|phone|line|session|breakout|train at|train to|train home|"
    "train from|tube at|bus to|tube to|bus home|next train|train after|train early|slide|agenda|section|question)",
    "(catch|catching|get|getting|missed|miss|take|taking|run for|running for|on|jump on|jumping on|hop on|ran for) "
    "..1 (the|a|my|an)? ..2 (train|bus|tube)",
    "(overdose|overdosed|overdosing|od|oded) (on|of) ..2 (coffee|caffeine|chocolate|sugar|powerpoint|acronyms|jargon|"
    "cake|biscuits|slides|zoom|cheese|crisps|tea|theory|information|models|teams|meetings|carbs|christmas|pastries|"
    "sandwiches|mince|netflix|frameworks|biscuit|pizza|webinars)",
    "(beat|beating|beats|kick|kicking|hit|hitting) (the|myself|my head|traffic|a|rush|deadline|target|targets|it)",
    "(career|political|commercial|financial|professional|social|electoral|reputational|fiscal|commercial|ritual|"
    "corporate|economic|institutional|policy) suicide",
    "suicide (squad|by powerpoint|pact between|mission)",
    # ending, going on, being here, of things and of days
    "(FINISH|ending) (it|it all|things|everything|all this) (by|at|there|early|on|here|with (a|the|some|cake|drinks|"
    "an)|after|before|in (time|style)|up|promptly|around|there|well|badly|for "
    "today|for the day|amicably|nicely|if we)",
    "(FINISH|ending|finish|finishing) (the|this|that|these|our|my (contract|placement|term|presentation|turn|"
    "secondment|shift|notes|talk|coaching|session|sessions|membership|subscription|application|lease|tenancy|plan|"
    "speech|post|reflection|note|course|week|day|year|mentoring))",
    "CANT (go|carry) on (a|the|to|my|this|that|leave|holiday|monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|mondays|tuesdays|wednesdays|thursdays|fridays|both|your|our|any of|either|without (a|my|you|the|break|"
    "coffee|lunch|tea)|with (the|my (plan|application|module|course|form|note|notes|reflection)|module)|strike|air|"
    "camera|record|mute|long|for (long|ever) about|about|ignoring|pretending that|being late|like this with|site|"
    "course|trip|visit|day|dates|them|those|these|either|until|[0-9])".replace("|[0-9]", ""),
    "CANT (do|make|take|manage|face) (this|it|any|another) (any)? (more)? ..1 (monday|tuesday|wednesday|thursday|"
    "friday|saturday|sunday|week|time|date|one|slot|morning|afternoon|evening|month|notes|people|bookings|leave|calls|"
    "call|work|meetings|on|meeting|coffee|cake|volunteers|requests|referrals|spreadsheet|zoom|teams|email|emails|"
    "powerpoint|slides|day off|at|by|until|before|without)",
    "CANT (live|cope|survive|function|exist|go on|manage|continue) without (a|an|my (coffee|phone|diary|calendar|tea|"
    "lunch|assistant|pa|list|lists|glasses|spreadsheet|headphones|team|deputy)|coffee|tea|caffeine|you|it|wifi|"
    "chocolate|google|excel|outlook|the|your|this|lunch|cake|her|him|them)",
    "CANT (cope|deal) with (this|the|that|my) ..2 BUSY",
    "CANT (breathe|stop) (for|laughing|talking|smiling|eating|thinking about the|grinning|raving|singing)",
    "not (be|being) (here|a) ..1 (on|next|this|for (the)? ..2 (meeting|session|module|call|first|start|event|workshop|"
    "next|week|weeks|day|days|day)|monday|tuesday|wednesday|thursday|friday|tomorrow|until|in (january|february|march|"
    "april|may|june|july|august|september|october|november|december|person|time)|at|when|before|after|over|during|"
    "because|that|between|today|either|from)",
    "not (want|wish|need) to (be|go|carry) (here|around|on) ..1 (until|all (day|night|week)|late|on|past|for|when|at "
    "(the|a|home|work|this)|about|with)",
    "not want to (live|exist) (in|with|near|off|by|on|like a|abroad|so far)",
    "not want to (wake) (you|the|him|her|them|my|up (at|so|early|the|late|to (a|an)))",
    "not (wake|wake up) (early|in time|late|until|the|at|before|on time|you|him|her|them|when|my)",
    "(better|happier|easier) (off)? without (me)? (chairing|on the|in the|at the|there|presenting|running|taking|"
    "talking|interfering|micromanaging|in that|on that|hovering|in every)",
    "(no|any|the|a|see the|much) (point|reason|sense|need) (in|of|to|for) (me)? ..1 (meeting|going (to|on (the|a|"
    "monday|tuesday|wednesday|thursday|friday))|carrying on with|coming|booking|travelling|sending|asking|attending|"
    "having|doing|keeping (the|it|both|this)|being (here|there) (early|before|at|until|on|if|when|for)|continue with|"
    "carry on with|printing|writing|paying|joining)",
    "point (of|in) (the|this|that|a|these|those|my|our|each|every|another|using|having|doing|all these|all those|view|"
    "contact|order)",
    "(what is|see|seeing) the point (of|in) (the|this|that|these|module|your|a|an|another|such|it if|coaching|"
    "mentoring)",
    "(the|that|a) end of (my|the) (tether|rope) with",
    "(tether|rope|limit|wits) ..1 with (this|the|my|our|that|these) ..2 BUSY",
    "(tired|sick|done|finished|fed up) (of|with) (living) (out|in|with|on|off|near|from|so)",
    "(cost|costs|standard|standards|quality|way|independent|assisted|supported|living) (of|for)? living (wage|crisis|"
    "room|rooms|costs|arrangements|document|standards|will|conditions|expenses|well|alone scheme)?",
    "living (wage|room|costs|document|will|arrangements|in)",
    "(living|lived|live) (experience|wage|stream|document|chat|session|link|online|event|demo)",
    "(BUSY|slides|queue|portal|system) ..6 will to live",
    "way out is through",
    "(stab|stabs|stabbed|stabbing) ..1 in the back",
    "(lost|losing|lose|sapped|sapping|saps|drains|drained) ..1 ..1 will to live (in|during|at|over|half way|halfway|"
    "after|reading|with|somewhere|by slide|filling|listening|with|on|when|while) ..4 (BUSY|slide|part|section|pages|"
    "hour|procurement|system|item|portal|queue|call|hold|phone)",
    # words that are grave elsewhere
    "(my|his|her|our|their) ..1 (mum|dad|mother|father|gran|nan|grandad|grandmother|grandfather|aunt|uncle|dog|cat|"
    "hamster|horse|father in law|mother in law|grandma) ..1 (died|passed away|is dying)",
    "(my) (back|head|knee|ankle|foot|feet|shoulder|eyes|legs|brain|ears|hip) (hurt|hurts|is hurting|are hurting)",
    "(hurt|hurts) (my) (back|head|knee|ankle|foot|shoulder|eyes|hip|brain|ears)",
    "(be|is) the (death|end) of (me|us)",
    "(am|be|will be) dead if i (do not|am late|miss|forget)",
    "die my hair",
    "crying shame",
    "nothing beats",
    "(beaten|pipped|beat) to (the|it)",
    "hit by ..3 (delay|delays|strike|strikes|cuts|cold|bug|snow|traffic)",
    "(scared|afraid|frightened|terrified) ..3 (forget|miss|fail|mess up|trip|embarrass|look|sound|get it wrong)",
    "(take|taking|have) ..1 PILLS at",
    "(baby|toddler|newborn) ..3 (cries|screams|screaming|wakes)",
    "pointless (exercise|meeting|meetings|question|email|emails|form|forms|task)",
    "(quote|line|joke|bit|slide|photo|video|impression|story) ..1 (killed|kills|slayed) (me|us)",
    "burden (on|of|for) the",
    "(push|pushed|pushing|pushes) ..1 (back|for|ahead|forward|on|through|the (team|agenda|boundaries|envelope)|hard)",
    "(hit|hits) with (a|the|an)",
    "(trapped|stuck|caught) between",
    "(scared|afraid|frightened|terrified|fear|fears|dread|anxious) ..2 (found out|failure|failing|conflict|speaking|"
    "heights|flying|spiders|numbers|public|presenting|presentations|exams|criticism|rejection|saying no|change|"
    "technology|the unknown|looking)",
    "(one|two|couple of) PILLS",
    "food poisoning",
    "bleeding (money|cash|edge|staff|heart|hearts|obvious)",
    "(kill|killing|killed) (off)? (the|those|these|this|that|my|our) ..1 (notification|notifications|reminders|alerts|"
    "thread|page|screen|scheme|pilot|contract|policy|messages|rumour|bug|process|session|feed|app|light|sound|music|"
    "plan|meeting|enthusiasm|joy|trend)",
    "(audience|room|crowd|town|office|building|venue|pub|place|feet|legs|arms|brain) (is|are|was|were|went|feels) ..1 "
    "dead",
    "could have died (when|of|laughing|with)",
    "nothing left to (add|declare|report|discuss|book)",
    "die a death",
    "(burn|burning|burned|burnt) (the|my|our) (candle|midnight|bridges|boats|ears)",
    "(hurt|hurting|spare) ..1 (feelings|pride|egos)",
    "over my dead body",
    "dead (sea|cert|cat|wood|zone|letter|pan|ringer)",
    "end of life",
    "hanging (basket|baskets|by a thread|gardens)",
    "jumped ..1 out of my skin",
    "unconscious bias",
    "leave (me|us|it|them|him|her) alone !(with)",
    "(am|i) afraid (/|so|not)",
    "(afraid|scared) (that)? (i|we) (can|will|am|have|do|must|need|could|may|might) not? ..1 (make|come|attend|join|"
    "be (late|away)|do (monday|tuesday|wednesday|thursday|friday)|got|lost|missed|forgot|run)",
    "(real|royal|bit of a|such a|right) pain",
    "pain (points|point|in the (neck|backside|bum|arse))",
    # what is taken for the body's sake
    "PILLS ..8 (surgery|operation|knee|tooth|dentist|migraine|headache|hay|physio|slipped disc|blood pressure)",
    "(surgery|operation|knee|tooth|dentist|migraine|headache|hay|physio) ..8 PILLS",
    # safe, danger, missing
    "(not)? (feel|be|is|it|feels|am) ..1 safe (to (say|assume|travel|challenge|speak|share|fail|try|disagree|call|"
    "send|use|store|drive|ask|open|click|admit|post|leave|be honest|eat|go ahead)|space|spaces|enough to|in (saying|"
    "assuming|the knowledge|the meeting)|bet|hands|from cuts|speaking|challenging|sharing|seat|pair)",
    "safe (space|spaces|hands|bet|seat|travels|journey|trip|guess|place to (share|learn|reflect|think|talk))",
    "(in|at) (danger|risk) of (missing|losing|being (late|cut|bored|repetitive|overtaken|forgotten)|overrunning|"
    "slipping|forgetting|becoming|closing|redundancy|sounding|repeating|turning|boring|falling behind|going)",
    "(attack|attacked|attacking|hit|hits|hitting|beat|beating) (the|a|this|that|on|me (that|like|how|with (a|another|"
    "questions|an|more|the))|home|my (target|targets|numbers|inbox|deadline|head|to|emails|stride|in box)|send|reply|"
    "save|print|refresh|record|play|snooze|it off|our target|targets|deadlines)",
    "(hits|hit|hitting|strikes|struck) me (that|how|like|with your|hard but|as)",
    "never felt (so|more) alive",
    "(feel|feeling|feels|felt) (so|more|really|truly)? alive",
    "(beat|beats|beating) (me|us|him|her) (at|to|in|by)",
    "(threatened|attacked|cornered|stalked|followed|haunted|abused|grabbed|groomed|poached|headhunted) (with (a|the|"
    "budget|redundancy|cuts|closure) ..1 (redundancy|cuts|closure|budget|strike|action)?|by (a|the|my|this|that)? ..1 "
    "(BUSY|linkedin|recruiters|pigeons|geese|goose|pigeon|wasps|seagulls|seagull|press|opposition|cuts|algorithm|"
    "guilt|that question)|for a (promotion|role|job))",
    "(violent|abusive) (crime|extremism|disorder|incidents|incident|offenders|language from|emails|callers|videogame)",
    # hopeless, broken, trapped: at something, or of something
    "(hopeless|useless|rubbish|terrible|broken|desperate|helpless|lost|numb|empty|trapped|stuck|worthless|drowning) "
    "(at|with (names|maths|numbers|technology|tech|directions|excel|it|computers|money|dates|faces|paperwork|zoom)|to "
    "(see|hear|know|get|learn|try|book|join|meet|go|read|start|talk|find (a|out|the)|finish|leave (the|early)|attend|"
    "visit|do (the|well|this|my|it|more))|for (a|an|some|the|my|coffee|tea|lunch|ideas|volunteers|chocolate|caffeine|"
    "cake|feedback|news|staff|rain)|in (traffic|a meeting|meetings|the lift|a lift|a zoom|an)|link|links|romantic|"
    "case at|on (the|a) (train|tube|call|zoom|m25))",
    "(drinking|crying|cried|cry|tears|sobbing|wept|teared|teary|weeping) ..3 (tea|coffee|water|laughing|laughter|with "
    "laughter|wine|film|wedding|happy|joy|onions|movie|pride|squash|bake|bakeoff|baby keeps|with joy|of joy|happiness|"
    "paddington|graduation)",
    "(my|our|the) ..1 (baby|toddler|newborn|twins|puppy|son|daughter) ..4 (crying|cried|cry|sleep|sleeping|slept|"
    "eating|eat)",
    "not (eaten|eat|eating|slept|sleep|had) ..1 (since (breakfast|lunch|dinner|this|noon|ten|eleven|six|seven)|until|"
    "breakfast|lunch|dinner|yet|meat|gluten|dairy|nuts|pork|before|today|well on|on the|great|that well|much because|"
    "because of the (heat|baby|jet|cricket|noise)|brilliantly)",
    "(dark|awful|terrible|bad) (place|places) ..2 (wifi|signal|venue|restaurant|parking|to park|room)",
    "(my|the|your|our|any|other|further|second|first|some|few|of|initial|quick|early|random|share|no) thoughts (on|"
    "about the|about (module|a|this|my|our|how|leadership|your))",
    "goodbye (party|lunch|drinks|card|speech|do|present|collection|gift|cake|to (the|my (old|desk|inbox|office|"
    "weekends|free|diet)))",
    "(leaving|farewell|send off) (party|do|drinks|card|lunch|speech)",
    "(say|said|saying) ..1 goodbye to (my (team|inbox|desk|office|old|cohort|colleagues|coach|free|weekends|weekend|"
    "evenings)|the|our (old|director|chief|office|colleagues|colleague)|spreadsheets|email|paper)",
    "(look|looking|looked) (after|for|at|into|forward) (the|my (team|desk|inbox|patch|emails|diary|area|brief|calls|"
    "work|cases|projects|project|portfolio))",
    "(when|once|while|after|if) i am (gone|away|out) (on|next|for (a|the|two|three|my)|to|in|until|from|all|this)",
    "(by the time|when|once) you (read|get|see|have read) this (report|paper|note (i will be (on|in|at))|email|week|i "
    "(will|may) be (on|in (a|the|my)|at|presenting|away|out|flying|there)|module|chapter|feedback|please|can|could|i "
    "am (on|in|at|away)|would)",
)
"""Taken out of a sentence before anything is looked for in it: what is left of the sentence counts."""

ABOUT_WORK = GRAMMAR.ideas(
    "(SUICIDE|self (harm|harming|injury)|abuse|neglect|DOSE|violence|overdose) ..1 (WORK)",
    "(SUICIDE|self (harm|harming|injury)|abuse|neglect|violence) (and|or) ANY ANY? (WORK)",
    "(WORK) ..3 (on|about|of|for|into|regarding|around|covering|covers|was|is|are|includes|including|with|to (reduce|"
    "prevent|tackle|address|end)|re) ..3 (SUICIDE|self (harm|harming|injury)|child|children|abuse|neglect|DOSE|"
    "violence|exploitation|young|overdose|trafficking|slavery|safeguarding|bruises)",
    "(reduce|reducing|prevent|preventing|preventable|tackle|tackling|falling|rising|rise in|fall in|levels of|rates "
    "of|number of|numbers of|impact of|effects of|stigma of|anti|address|addressing|zero) ..2 (SUICIDE|suicides|self "
    "(harm|harming)|abuse|violence|overdose|overdoses|exploitation|neglect|deaths)",
    "(child|children|adult|adults) (protection|safeguarding|services|social|sexual exploitation|exploitation|death "
    "overview|care|mental|in (care|need)|looked after|poverty|centre|centres)",
    "(children|child|kids|young people|adults|people|families|pupils|residents) ..2 (at risk|in danger|in need|at "
    "risk of|abused|neglected|exploited|missing) ..2 WORK",
    "(safeguarding|protection|serious case|case|inquiry|inquest) ..2 WORK",
    "(domestic|sexual|knife|gang|serious) (abuse|violence|crime) ..2 WORK",
    "(modern)? slavery (statement|act|training|policy|return|transparency)",
    "(trafficked|forced marriage|fgm|honour based) ..2 WORK",
)
"""Words about grave things as a subject of work. What somebody says of one person beside them counts all the same."""

LIGHT = GRAMMAR.ideas("CHEER", "BUSY")
"""The rest is cheerful, or about work."""
WORK = GRAMMAR.ideas("WORK", "BUSY")
GRIM = GRAMMAR.ideas("GRIM")
"""The rest is neither, whatever else is in it."""
