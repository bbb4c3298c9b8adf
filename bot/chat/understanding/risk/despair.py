"""What tells of despair when it stands in one sentence, in whatever order: “dead” beside “happier” beside “me”."""

from bot.chat.understanding.risk.concepts import SUBJECTS

DESPAIR = SUBJECTS.ideas(
    # wishing to be dead, or gone for ever
    "DEAD + EASED + ME - (battery|BUSY)",
    "GONE + EASED + NEAREST + (would|will|if|be) + ME - (BUSY|week|fortnight|holiday|leave|hour|team)",
    "(WANT|like|love|need|could) + STOPS + (permanently|forever|never|permanent|for good|for ever) + (it|everything|"
    "all|this) - (BUSY|reminders|emails|messages|texts)",
    "(fade|vanish|disappear|disappeared|gone|erased|vanished|forgotten) + (nobody|no one|everyone|anyone|they) + "
    "(remember|remembers|forget|notice|notices|know|knew|miss|missed|care|realise) + ME - (wallet|BUSY)",
    "(sleep|asleep|bed) + (never|not|forever|ever) + (wake|waking|woke|woken) - (alarm|early|time|BUSY|baby)",
    "ALIVE_ONE + SORRY + ME + (morning|mornings|every|each|still|when|that|again|day|being) - (BUSY|cost|baby|early|"
    "alarm|late)",
    "ALIVE_ONE + (tired|sick|weary|exhausted|hate|ashamed|fed|done|pointless|hurts|effort) + ME - (BUSY|wage|alone|in|"
    "costs|crisis|early|late|baby)",
    "(go|die|dying|do it) + (quick|quickest|quickly|easiest|painless|painlessly|fastest|kindest|cleanest|least) + "
    "(hurt|hurting|hurts|pain|painful|painless|painlessly|suffering|mess|find) - (BUSY|train|office)",
    "PEOPLE_WHO + (feel|feels|know|hurt|hurts|long|quickly|instant|regret|suffer|conscious|wonder|pain|think)",
    "(cowardly|coward|selfish|sin|unforgivable) + (want|wanting|leave|end|die|out|go|disappear|give up|kill) - (BUSY|"
    "meeting)",
    "(insurance|pension|mortgage|death in service|payout|policy) + (pay|pays|worth|get|happens|cover|valid|go|goes) + "
    "(die|died|suicide|dead|own hand|gone|took my|killed) + ME",
    "AHEAD + (nothing|no|none|blank|black|dark|darkness|empty|dread) + (me|i|my) + (only|just|see|left|feel|there|"
    "stopped|is) - (BUSY|looking|plan|plans|date|dates|step)",
    "(kids|children|dog|cat|mum|wife|husband|faith|son|daughter|family|mother|baby) + (if|without|not have|only|"
    "except) + (i would have|would be|would not be|keeping|keeps|stopping|stops) + (gone|dead|done it|ended|here|"
    "alive|going|jumped|already) + ME - (BUSY|week|meeting|gone (to|on))",
    "NEAREST + (would|will|could) + (cope|manage|survive|adjust|get over|move on|be fine|be ok|be okay|be alright) + "
    "without me - (week|weeks|fortnight|day|days|holiday|hour|team|meeting|leave)",
    "WEIGHT + (all i|i am|i just|i only|i have become|i feel|being) + (to|on|for) + NEAREST - (BUSY|saving|council|"
    "team)",
    "(lost|no|losing|lose|lack) + (will|wish|desire|reason|energy|strength) + (living|live|life|carry on|go on|exist) "
    "- BUSY",
    "(tried|attempted|attempt|attempts|try) + (end (things|it|it all|my|everything)|take my|kill|hang|jump|overdose) "
    "+ ME - (early|call|meeting|contract|session)",
    "life + (not|no|nothing|never) + (sense|meaning|point|worth|value|purpose|reason|colour|joy) - (BUSY|work|balance)",
    "(not|stop|finish) + (live|life|living|exist|alive) + (want|wish|desire|finish) + (more|longer|any more|it|end|"
    "me) - (BUSY|near|in|with)",
    # not coping, here and now
    "(not|never) (ok|okay|alright|all right|coping|fine|well in|managing to) !(with|to|for|by) + (help|someone|"
    "urgently|please|really|crying|scared|not|can not|call|talk|safe|alone|hurt|die|more|at all) + ME - (BUSY|link|"
    "code|login|wifi|time|date)",
    "(need|want) + (talk|speak|help) + (someone|someone|anyone|crisis|nurse|counsellor) + (urgently|now|tonight|"
    "desperate|badly|scared|not ok|before i|dark|breaking|crying) + ME - (BUSY|booking|expenses|link|account|login|"
    "about|human)",
    "(voice|voices) + (hear|hearing|tell|telling|tells|say|saying|says|inside|head) + (me|my|i) - (BUSY|resident|"
    "residents|staff|team|young|heard|community|people|customer|meeting)",
    # despair
    "CANNOT + GO_ON + NO_LONGER + (i|me|my) - (OFFICE|JOB|BUSY|LEAVING_WHY|on the|to the|bookings|with the|free|pick|"
    "access|log|screen)",
    "LIFE_ITSELF + NOT_WORTH + (i|me|my|what|is) - (OFFICE|JOB|BUSY|wage|balance|costs|cost|rates|pension|insurance "
    "renewal|room|alone in|well|care|abroad|near|rest of the world|real world|around the|worth it|battery|of this|"
    "choice|city|rural|work)",
    "(no|not|lost|without|any|zero|never) + (hope|future|purpose|reason|way out|escape|joy) + (left|any more|me|my|go "
    "on|see|lost|everything|ahead|be here|life|feel|lying|only) + (i|me|my) - (OFFICE|JOB|BUSY|reason (for|why|given)|"
    "good|delay|hope (you|to|it|this|that|we))",
    "(die|dying|dead|death) + (think|thinking|thoughts|want|wish|plan|ready|relief|peace|tonight|ways|deserve|glad|"
    "every|all the time|welcome|hope|hoping|should|rather|praying|often|constantly|wonder) + (i|me|my) - (OFFICE|JOB|"
    "BUSY|battery|phone|die down|plants|film)",
    "(end|ending|ended) + (it|it all|things|everything|myself|this) + (thinking|thought|thoughts|plan|planning|"
    "decided|ready|tonight|mind|weekend|soon|guess|only way|how|ways|dream|telling) + (i|me|my) - (OFFICE|JOB|BUSY|"
    "early|lease|tenancy|subscription|term|up|in by|contract)",
    "(i am|i feel|i have become|makes me feel|feel like|feeling) + (nothing|nobody|worthless|broken|failure|waste|"
    "invisible|unlovable|monster|disgusting|damaged|useless|lost cause) + (completely|just|all|every|only|to everyone|"
    "inside|anyone|should|beyond|always|space|am i|no|more than) - (OFFICE|JOB|BUSY|at|with (technology|excel|names)|"
    "link)",
    "not safe + (home|myself|house|alone|tonight|husband|partner|wife|here|flat|him|her|with) + (i|me|my) - (OFFICE|"
    "JOB|BUSY|cycling|road|say)",
    # nobody, and nothing
    "(got|have|am) (got)? (absolutely)? (nobody|no one|nothing) (and|left|/|any more|in my life|to live for) - "
    "(OFFICE|JOB|BUSY)",
    "(nobody|no one) (is|left|there|who|to|here|ever)? ..1 (needs|wants|loves|love|need|want) me (/|any more|and|now|"
    "here|so|left) - (OFFICE|JOB|BUSY)",
    "(nobody|no one) left (who|that|to|for) ..1 (needs|wants|loves|love|me|care|cares|knows) - (OFFICE|JOB|BUSY|ask)",
    "(not|never|hardly|no longer) + (recognise|know|like|stand|forgive|look at) + (myself|mirror) - (OFFICE|JOB|BUSY|"
    "help)",
    "(not|scared|afraid|frightened|dread) + (alone|on my own|by myself|own company) + (thoughts|tonight|myself|my "
    "head|night|dark|what i) + (i|me|my) - (OFFICE|JOB|BUSY|travel|walk)",
    "(not|doubt|never) + (live|survive|alive|last) + (to see|until|past|long|through|results|much longer|the year|the "
    "night|see) + (i|me) - (JOB|battery|near|in|coffee|phone|laptop|meeting)",
    "(worst|lowest|darkest) + (since|ever|been|life) + (low|feeling|felt|feel|sectioned|hospital|mood|dark|depression|"
    "crying) + (i|me|my|feeling) - (OFFICE|JOB|BUSY|cold|flu|hangover)",
    "BLADE + (stood|stand|sat|hour|hours|looking|staring|stared|holding|held|picked up|thinking|tempted|sink|bathroom|"
    "floor) + (i|my) - (JOB|BY_ACCIDENT|ribbon|cut the|he|she|shop|garden)",
    "(take|took|taken|taking|swallow|swallowed|have|had) (the|a|an|my)? (whole|entire|full|all) + (box|packet|bottle|"
    "strip|pack|lot|supply|jar) - (JOB|sweets|chocolates|chocolate|biscuits|wine|crisps|milk|water|class|cake|"
    "stationery)",
    "(take|taking|takes|keep|keeping|lose|losing|never see) + (children|kids|son|daughter|baby) + (if i|leave|leaving|"
    "see them|custody|mad|unfit|tell|go) + (he|she|husband|wife|partner|ex|they|says|threatens) + (me|i) - (JOB|"
    "school|nursery|swimming|party|half term|OFFICE)",
    "(comes|came|coming|gets|climbs|walks|creeps) + (in|into|inside) + (asleep|my bed|my room|undressed|naked|shower|"
    "at night|while i|when i) + SOMEBODY + (me|my|i) - (JOB|OFFICE|cat|dog|baby|kids|tea|coffee|zoom)",
    "(over|finished|done) for me + (by|it|soon|now|all|is|tonight|tomorrow|anyway) - (JOB|OFFICE|module|season|today|"
    "could you|can you|please)",
    "(decided|decision|made up my mind|mind is made up|know what i have to do) + (peace|calm|peaceful|quiet|relieved|"
    "ready|nothing scares|not scared|lighter) + (i|my|me) - (OFFICE|JOB|BUSY|role|job|post|house|offer)",
    # as few words as it takes
    "not coping (/|at all|any more|and|with (life|anything|this|it|living)|well|since|mentally) - (JOB|laptop|reading|"
    "workload|traffic)",
    "(scared|afraid|frightened|terrified) of (myself|my own (mind|thoughts|head)|what i)",
    "(if|when) (something|anything|the worst) (happens|should happen|happened|does happen) to me + (i|me|my)",
    "(am|at|is|near|reached) at (the|my) end (/|now|and|i|of (it|everything|my)) + i - (OFFICE|JOB|BUSY|table|"
    "corridor|street|desk|queue|road)",
    "(tired|weary|exhausted|sick) (to|of|from) (live|life|living|exist|breathe|existing) - (JOB|wage|costs|in|out of)",
    "(waiting|want|wants|wanted|wish|wishes) (for)? me + (go|die|gone|dead|disappear|kill myself) + (everyone|"
    "they|family|people|all|head|voice) - (OFFICE|JOB|BUSY|to go (to|on|first|ahead|with)|room)",
    "(not) (be|being) (here|around|alive) (by|to see|for|come) (then|that|it|any of)",
    "can not pretend + (any more|longer|alive|fine|ok|okay|happy) + i - (JOB|OFFICE)",
    "(voice|voices) + (again|back|says|said|saying|tells|telling|told|louder|whispers) + i - (OFFICE|JOB|BUSY|"
    "resident|residents|staff|mail|message|over|actor|note|lost)",
    "(HE|someone|man|ex) is (outside|at the door|downstairs|in the (house|garden)|banging|trying to get in) + (again|"
    "now|help|please|scared|door) - (JOB|reception|taxi|lunch|smoking)",
    "(rather not be|never been|better if i had never) (/|born|alive|here|at all|me)",
    "(tired|sick|weary) of (me|myself|all of it|it all|this life|pretending|fighting|feeling|hurting|trying|waking|"
    "existing)",
    "(no|not|without|never) + (me in it|i am in it|me there)",
    "(go|sleep|shut my eyes|close my eyes|drift off) + (that be (it|that)|be it|be the end|not (come back|open them)) "
    "+ ME",
    "(not) (going to)? be (around|here|alive) (to|for) (be|see|need|finish|enjoy|worry|care|it|any of it|much|long) ",
    "(forget|get over|forgotten) me + (soon|eventually|quickly|in time|would|will|kids|children)",
    "nothing (left)? to (go home to|live for|get up for|wake up for|lose|hope for|stay for)",
    "(need|want|get) + (real|proper|professional|urgent|immediate|serious) help + ME - (JOB|it|laptop|wifi|login|"
    "account)",
    "(have|is there|number|where|who|what|need|want|any|give) + (hotline|helpline|samaritans|childline|refuge|crisis "
    "line|crisis team) - (had|our|JOB|visited|visit|commission|funding|manage|run)",
    "(talked|pulled|dragged|coaxed) (me|i|him|her|down|back) + (bridge|edge|roof|ledge|platform|station|tracks|"
    "railing|water)",
    "(be|been|was|got) (talked|pulled|dragged|coaxed) (down|back) ",
    "(takes|take|keeps|took|holds|controls|checks|check|reads|tracks|monitors|hides|demands|times|counts|inspects) "
    "..2 my ..1 (salary|wages|money|phone|passport|bank|card|pension|benefits|post|messages|mileage|keys|receipts|"
    "underwear|steps|location) + SOMEBODY - (JOB|line|expenses|coat|carer|accountant)",
    "(leaving|leaves|left|sending|sends|posting) + (notes|note|flowers|gifts|presents|underwear|photos|letters|"
    "messages) + (windscreen|doorstep|door|desk|car|house|letterbox) + (someone|he|ex|man|stranger|anonymous) + (my|"
    "me) - (JOB|thank|birthday|lovely|farewell)",
    "(poisoned|poisoning|drugging|drugged|spiking|spiked) + (me|my|i) + (husband|wife|he|she|they|someone|partner|"
    "drink|tea|dinner|ex|family)",
    "(baby|child|son|daughter|newborn|toddler) + (feel nothing|imagine|imagining|drop|dropping|shaking|smother|"
    "smothering|harm|hate|resent|shake|never had|throwing|throw|hit|lost my temper|snapped) + i + (her|him|my|it) - "
    "(JOB|ball|party|tantrum|food|toys)",
    # time that is not to come, or not to be borne
    "(not|never|doubt) + (see|think|sure|doubt|reckon|imagine|believe|picture|going) + (making it|make it|lasting|"
    "last|reaching|reach|getting|get to|be here|survive|alive) + A_WHILE + ME - (JOB|venue|meeting|session|call|train|"
    "event|class|bookings|date|get to (the|my|our|your))",
    "(another|more|rest|thirty|forty|twenty|next) + (day|days|week|weeks|month|months|year|years|night|life) + (of "
    "this|like this|of it|of living|feeling|sick|of me|to get through|alone|ahead of me|pretending) + (not|never|face|"
    "bear|sick|dread|thought|manage|survive|scares|frightens) + ME - (JOB|salary|contract|pilot|reminders|meetings|"
    "bookings)",
    "(heart|body|lungs|breathing) + (stop|stops|stopped|stopping|give out|gives out|gave out|fail|fails) + (WANT|"
    "praying|pray|night|sleep|just|glad|mind|let) + ME",
    "(does|will|ever|never|not) + (get|gets|getting) + (better|easier) + (not (see|think|believe|feel|know)|ever|"
    "never|how|worse|any) + (i|me|it) - (JOB|at (excel|this)|connection|signal|weather|traffic|module|at)",
    "(one|less|fewer|rid) + (less|fewer|of me|without) + world + (better|me|happier)",
    "(doing|do|done) + (everyone|world|them|you all|family|kids) + (favour|kindness|service) + (by|if|gone|dead|went|"
    "not|disappear|end|left|me)",
    "(envy|jealous|envious|lucky) + (dead|died|dying|passed away) + ME",
    "(should have|wish it|ought to have|why) + (been me|died|let me die|let me go|not me|left me) + (i|me) - (JOB|"
    "died down)",
    "(not|no longer|stopped) + (afraid|scared|fear|frightened) + (die|dying|death) + ME",
    "(thoughts|thought|urges|urge|feelings|voices|darkness|flashbacks) + (back|again|worse|stronger|louder|returned|"
    "loud|creeping) + (the|my|those|bad|same|dark) + (i|me|my|are|have|is) - (JOB|get back|getting back|feedback|on "
    "the|your|share|come back|happy|any)",
    "(danger|risk) + (to myself|to herself|to himself|to themselves|to others)",
    "(section|sectioned|sectioning|psychiatric|psych) + (me|ward|i|hospital) + (need|should|help|please|admitted|back|"
    "again|going|might|scared|worried|going to|want) - JOB",
    "(not) + belong + (in this world|on this earth|anywhere|here any more|with the living|alive)",
    "(look like|looks like|make it look|seem like|seen as) + (accident|accidental) + ME",
    "(worked|work|picked|chosen|chose|decided|set|got|fixed) + (day|date|night|time|place|how|where|spot|method) + "
    "(least (bother|trouble|mess|harm)|find me|finds me|found me|nobody (is|will be|home|around)|alone|house (is|will "
    "be)? empty|dead|die|gone|over|end it|kids are (away|at)) + (i|me|my) - (JOB|meeting|session|coach)",
    "SEARCHES + DEADLY + (how|ways|many|much|long|best|what|where|high|nearest|can|if) - (JOB|out|hang out|bleeding "
    "edge|drown out|fatal flaw|hanging (on|around))",
    "(got as far as|went as far as|came close to|this close to|close to|minutes from|inches from|moments from) + "
    "(rope|knot|bridge|pills|writing|edge|tying|station|roof|jumping|doing it|ending|stepping|letting go|taking|"
    "swallowing|tracks|water) + (i|me|my) - (JOB|office|hotel|venue|taking on|taking up)",
    "(last|final) + (christmas|birthday|sunrise|summer|meal|night|hug|kiss|time|goodnight) + (with (my|the|them|him|"
    "her)|i will (see|hold|ever)|ever|see (them|her|him|my)|saw|hugged|kissed) + (i|me|my) + (not|gone|goodbye|alive|"
    "ever|sure|hugged|kissed|want) - (JOB|cohort|team|module|met|coach|office|holiday)",
    "(je|ich|yo|io|eu|nao|nie|no|non|nu|mai|me) + (vivre|vivir|leben|vivere|viver|zyc|traiesc|quiero|veux|mehr|voglio|"
    "chce) + (plus|vivir|leben|vivere|viver|zyc|traiesc|morir|mourir|sterben|morire|morrer|umrzec|mor)",
)
