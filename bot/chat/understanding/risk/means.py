"""What tells of a plan, in one sentence and in any order: means, a place, a farewell; and of what else is grave."""

from bot.chat.understanding.risk.concepts import SUBJECTS

MEANS = SUBJECTS.ideas(
    # by what means, and where
    "TAKEN + MANY + (took|take|taken|taking|have|had|got|swallowed|necked|downed|saved|counted|plan|bought|keep|front|"
    "enough) + (i|my|me|just|have) - (remind|reminder|prescription|pharmacy|chemist|collect|BY_ACCIDENT|headache|cold|"
    "flu|migraine|hay|tooth|dentist|antibiotics|surgery|gp|back pain)",
    "TAKEN + STRONG_DRINK - (headache|hangover|curry|cold|flu|hay|not|JOB|antibiotics)",
    "(swallowed|drank|drunk|taken|took|injected) + (something|stuff|lot|lots|loads|everything|too much|too many) + "
    "(scared|sorry|now|frightened|help|ambulance|regret|sleepy|dizzy|sick|die|dying|hospital|happens) - (BUSY|minutes|"
    "notes|criticism)",
    "PLACE + AT_THE_EDGE + MEANING_IT + ME - (cost|park and ride|project|walk and talk|holiday|BUSY|regatta|picnic|"
    "run|cycle|late|delayed|reception|dinner|home|email)",
    "(top of|on top of|edge of|on the roof|up on|over the side) + PLACE + (not|nobody|help|alone|scared|sorry|what|"
    "goodbye|end|crying) + ME - (BUSY|late|parked|view|meet|lunch)",
    "BLADE + (wrist|wrists|throat|neck|skin|ready|tonight|thinking|looking at|hidden|bought|arms|boot|drawer|holding) "
    "+ ME - (BY_ACCIDENT|BUSY|shave|kitchen|crime|occam|DEAR_THINGS|sharp)",
    "DONE_TO_SKIN + SKIN + (i|my) + (started|again|bleed|bleeds|bleeding|panic|control|feel|relief|keep|not|secretly|"
    "hide|hiding|helps|night|release|stop|purpose|deliberately|when|cope|until|numb|only) - (BY_ACCIDENT|BUSY|he|she|"
    "they|time|hiring|budget)",
    "(make|making|made) myself (sick|vomit|throw up)",
    "(laxatives|purging|purge|starving myself|starve myself)",
    "(not|stopped|barely|hardly) ..2 (eat|eaten|eating|ate) + (since (sunday|monday|tuesday|wednesday|thursday|friday|"
    "saturday)|days|weeks|point|bother|care|deserve|why|disgust|disappear|punish|cry|crying|pounds|stone|kilos) - "
    "(ramadan|lent|fasting|bug|BUSY|baby|meat)",
    "DRINKING + TO_FORGET + ME - (CHEER|tea|coffee|water|dry january|friend|BUSY|party|cohort|a night out|chemist)",
    # leaving
    "LETTER + TO_THEM + TO_BE_FOUND + (i|my) - (christmas cards|JOB|school|thank|teacher)",
    "GIVES_AWAY + DEAR_THINGS + NO_MORE_NEED + ME - (charity|shop|desk|laptop|house move|moving|JOB|budget|talk|"
    "speech)",
    "(not|never|last) + (hear|hearing|heard|see|seeing) + (from me|me|of me) + (again|ever|last|any more|after) - "
    "(until|LEAVING_WHY|BUSY|not hear|audio|screen|camera|speak)",
    "(cancel|cancelled|no need|do not (book|bother)|no point|take me off|delete|remove|give my) + (all|everything|any "
    "more|next|again|rest|sessions|slot|place|account|future|booking) + (not be (here|around|alive|coming)|shan not|"
    "shall not|be gone) - LEAVING_WHY",
    "(tell|let|say|told) + (wife|husband|children|kids|mum|dad|family|parents|son|daughter|girls|boys|partner|"
    "everyone) + (sorry|love|loved|forgive|not (HIS|their|your) fault|proud|goodbye) + (i|my|me) - (late|JOB|not make|"
    "lateness|delay|thank|well)",
    "(forgive|sorry) + (no other way|another way|other way|no way|only way|not strong|too weak|too much|tried|could "
    "not|failed you|let you) + (me|i) - (BUSY|late|session|attend|make|come|book|module|sooner|date|slot)",
    # means kept ready, and what draws
    "(rope|noose|gun|shotgun|blade|blades|razor|razors|hose|ligature|pills|tablets|petrol) + (put|got|bought|has|have|"
    "keeps|keep|kept|found|hid|ready|waiting|looked|sleeping|sat) + (garage|boot|attic|loft|drawer|wardrobe|pillow|"
    "woods|tree|lap|bedside|hidden|under|beam) + (i|my) - (JOB|BY_ACCIDENT|climbing|sailing|tow|toolkit|he|she)",
    "(peaceful|peace|easy|easier|calm|quiet|silence|beautiful|relief|tempting|simple) + (water|sea|river|under|"
    "falling|fall|bottom|gone|traffic|edge|train|let go|slip away|step) + (think|thinking|imagine|would|dream|"
    "dreaming|keep|so|wonder) + (i|me|my) - (OFFICE|JOB|BUSY|swim|sailing)",
    "(wish|wished|gutted|sorry|shame|regret|angry|pity) + (succeeded|worked|managed|gone through|finished the job|not "
    "found me|saved me|pulled through|survived|woken) + (first time|last time|attempt|i|me) - (OFFICE|JOB|BUSY|bid)",
    "(hook|beam|ceiling|banister|rafters|branch|belt|scarf|cord|flex|rope|noose) + (looking|staring|stare|look at|my "
    "weight|tested|measured|tied|tie|hang|hanging|drawn|strong enough) + (i|my) - (JOB|OFFICE|BUSY|lights|decorating|"
    "leak|fan|lamp|picture|climbing|seat)",
    "(beachy head|dignitas|humber bridge|clifton suspension|suicide forest) + (i|he|she|my) - (JOB|hike|holiday|"
    "picnic|marathon|half term|walk for charity|views|view|sponsored)",
    "(iron|lighter|cigarette|cigarettes|matches|boiling|hob|candle|straighteners) + (thigh|thighs|arm|arms|wrist|"
    "wrists|leg|legs|skin|stomach) + (i|my|her|his) + (press|hold|held|pressed|burn|burned|burning|burns|thing|helps|"
    "works|again|relief|keep|marks) - (BY_ACCIDENT|JOB)",
    "(throw|throwing|threw|bring|bringing|puke|vomit) + (eat|eaten|food|meal|meals|eating|dinner) + (everything|every|"
    "stop|purpose|after|myself|make|secretly|nobody) + i - (bug|virus|norovirus|curry|pregnant|pregnancy|baby|JOB|"
    "food poisoning|party|sick|cat)",
    "(rope|pills|tablets|blade|knife|razor|noose|gun) + (got|have|with|laid|lined) + (out|ready|beside me|in front of|"
    "next to me|up) + i - (JOB|BY_ACCIDENT|BUSY|prescription|pharmacy|climbing|kitchen|he|she|run out|headache|gp)",
    "(putting|put|getting|got|sorting|sorted|setting) (all)? (my|his|her) (own)? (things|affairs|life|papers|matters) "
    "in order",
    "(last|final) (message|text|email|note|thing|words|post) + (ever|send|write|say|hear|from me|goodbye) + (i|me|my) "
    "- (JOB|OFFICE|BUSY|night|week|received|got|read|you sent|resend)",
    "(one|1) + (bad|more|away|drink|row|argument|knock|thing) + (away from|from|and i (will|am)|until i) + (doing it|"
    "end|ending|jump|jumping|die|edge|breaking|over the edge|gone|overdose) - (JOB|OFFICE|BUSY|promotion)",
    "(walk|walking|wade|wading|run|running|swim|swimming|drive|driving|jump|jumping|throw|throwing) (myself|out|"
    "straight|fully clothed)? (in|into|under) (the|a|some|deep|that) ..1 (lake|loch|sea|river|ocean|water|canal|"
    "reservoir|thames|waves|quarry|weir) + i - (JOB|BUSY|holiday|swim|charity|summer|kids|photo)",
    "(crash|crashing|wreck|wrecking|smash|smashing|roll|rolling) (my|the|this) ..1 (car|van|bike|motorbike) + (think|"
    "thinking|thought|thoughts|want|imagine|picture|urge|tempted|plan|wish|purpose|deliberately) + i - (JOB|insurance|"
    "garage)",
    "(sorry|forgive) + not (strong|stronger|brave|good|better|enough) + (look after|love|take care|goodbye|honour|"
    "please|you all|everyone|them) + i - (JOB|late|attendance|signal|connection|coffee)",
    "matters into (my|his|her|their) own hands",
    "(broke|breaks|break|got|forced|climbed|let) (his way|himself)? in + (ex|husband|boyfriend|stalker|he|man|someone|"
    "stepson|son) + (last night|again|house|flat|scared|hiding|window|sleeping|threatened|while) + (i|me|my) - (JOB|"
    "OFFICE|dog|cat)",
    "(stopped|no) + (making|make) + plans + (will not|not need|no point|not be|future) + (i|me)",
    "(sleep|sleeping|slept) + (knife|bat|hammer|chair against|door locked|locked in|one eye) + (i|my|me) + (because|"
    "in case|scared|brother|husband|he|pillow|son|partner|ex)",
    # money, shelter, the body
    "OWED + (tell|way out|ruined|wife|husband|kids|family|children|everything|lost|die|over|only|insurance|shame|"
    "ashamed|house|scared|door) + (i|my|me) + (not|everything|no|scared|only|lost|ruined|never) - (JOB|council|"
    "resident|residents|sector|service|clients|tenants)",
    "(nowhere|rough|car|street|streets|tent|doorway|park|bench) + (sleep|sleeping|slept|stay) + (tonight|kids|cold|"
    "thrown|kicked|evicted|week|weeks|nights|left|fled|nowhere|since) + (i|me|my|we) - (JOB|outreach|hotel|parking|"
    "count|charity|train)",
    "(chest|heart) + (pain|pains|tight|crushing|pounding) + (arm|breathe|breath|sweating|jaw|dizzy|faint|call|help|"
    "scared) + (i|my|me)",
    "(they|everyone|he|neighbours|government) + (watching|poisoning|listening|following|bugged|reading my) + (me|my) "
    "+ (walls|tv|television|food|chip|thoughts|cameras|camera|water|everywhere|phone) - (JOB|screen|webinar|film|"
    "match)",
)
