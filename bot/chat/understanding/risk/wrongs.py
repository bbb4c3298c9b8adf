"""What tells, in one sentence, of harm that others do: to whoever types it, or to somebody they know."""

from bot.chat.understanding.risk.concepts import SUBJECTS

DONE_TO_ME = SUBJECTS.ideas(
    # what is done to the one who types
    "STRUCK + SOMEBODY + (me|us) + (i|my|me|again|last|night|when|because|face|every|sex|drunk|home|kids) - (BUSY|"
    "CHEER|deadline|chess|cards|time|budget|target|targets|quiz|tennis|by how|ideas|cuts|paper|WORK|question|how|"
    "forward|into|door|stride|support|supported)",
    "CONTROLS + FREEDOM + SOMEBODY + (me|my|i) + (not|every|reads|demands|never|control|controls|every|not|locks|"
    "locked|checks|permission|confiscated|allowance|tracks|forbids|monitors|hides|isolates|isolated) - (JOB|it "
    "department|system|laptop|budget|parking|reception|department|security|minister|permanent|council|procurement|"
    "post|diary|approval|sign)",
    "(i am|i was|me|am) not allowed + (see|leave|go|out|friends|work|money|phone|speak|talk|family|alone|bank|shower|"
    "eat|sleep) + (husband|wife|partner|boyfriend|girlfriend|he|she|they|family|parents|home|house|ex|dad|mum) - (JOB|"
    "purdah|civil|office|minister|code|election)",
    "TOUCHED + AGAINST_WILL + (he|him|she|her|man|manager|boss|they|colleague|director|someone|uncle|coach) + (me|i|"
    "my) - (JOB|CHEER|offer|offered|promotion|vacancy)",
    "said no + (not stop|carried on|anyway|not listen|not take no|kept going|pushed|pinned|forced|still) - (JOB|"
    "budget|council)",
    "SEEKS_OUT + WHERE_I_AM + (ex|man|he|she|someone|stranger|guy|him|husband|bloke|someone) + AND_AGAIN + (me|my|i) "
    "- (BUSY|WORK|taxi|cab|parcel|delivery|driver|plumber|builder|postman|invite|meeting|email|coach)",
    "MARK + EXCUSE + (i|my) - (JOB|football|rugby|ice|skiing|bike|tackle|hiking)",
    "WED + MADE_TO + (me|my|i) + (family|father|parents|dad|mum|uncle|brother|brothers|they|he|mother) + (afraid|"
    "scared|force|forced|forcing|not want|against|send|sending|make me|making me|no choice|passport|honour|disown) - "
    "ORDINARY_WEDDING",
    "(passport|documents) + (they|he|she|boss|employer|family|husband|agency|landlord) + (have|has|took|taken|keep|"
    "keeps|hold) + (not leave|can not leave|not paid|no pay|no wages|locked|debt|owe|scared|afraid|house|not go) - "
    "(BUSY|renewal|renew|visa|office|post|application|expired)",
    "FEAR + (home|tonight|him|her|husband|partner|ex|he|she|boyfriend|wife|dad|father|brother|son) + (go|going|back|"
    "find|finds|kill|hurt|hit|temper|drunk|knife|hide|hiding|follow|gets in|angry|alone with|violent|leave|left) + (i|"
    "me|my) - (JOB|presentation|exam|CHEER|late|feedback|interview|driving)",
    "(husband|wife|partner|boyfriend|girlfriend|he|she|they|family|father|dad|mum|mother|in laws) + (not|never) + "
    "(allowed|let|allow|lets|permit) + me + (work|drive|call|phone|see|go|leave|out|speak|mother|mum|friends|study|"
    "money|eat|sleep|bank|job|family|contact|home) - (JOB|OFFICE|boss|pass|access|system|security)",
    "(lock|locked|locking|shut|barricade|barricaded) (myself|us|me) + (loo|bathroom|toilet|bedroom|room|car|cupboard|"
    "garage|house) + (husband|wife|partner|boyfriend|he|she|him|her|ex|dad|father|son|calmed|angry|bat|shouting) - "
    "(JOB|OFFICE|out of|keys|BUSY|dog)",
    "(pressured|pressures|pressuring|forced|forces|coerced|expects|bullied|blackmailed|demands|demanded|instead|"
    "exchange) + (sex|naked|sexual|nudes|sleep with) - (JOB|OFFICE|education|film|equality)",
    "(someone|man|he|ex|she|stranger|they|burglar|intruder) (is|are|got|broke|breaking|getting|coming|trying) + (in|"
    "into) + (my|our|the) + (house|flat|home|room|garden|window|door) + (hiding|hide|help|scared|alone|police|now|"
    "knife) + (i|me|my) - (JOB|OFFICE|party|removal|plumber)",
    # what is held over one
    "SOMEBODY + SHOWS + HELD_OVER + (if i|unless i|says if|said if|threatens|threatened|threatening|blackmail|or else|"
    "says HE (will|has)|said HE would) + (me|my) - (JOB|meeting|agenda|CHEER|slides|invite|link|form)",
    "(know|knows|found|finds) + (where) + (i live|we live|my (kids|children|son|daughter|family|mum|house)|our (kids|"
    "house)|i (park|work|walk)|school) + (someone|he|she|ex|man|messages|stranger|they|him|guy) + (me|my|i|us) - (JOB|"
    "parents evening|coach|mentor|taxi)",
    "(hotel|taxi|car|lift|home|room|office|corridor|toilets) + (followed|cornered|blocked|locked|would not leave|not "
    "leave|grabbed|pushed (me|himself)|tried to kiss|exposed|trapped) + (he|him|man|colleague|boss|manager|director|"
    "someone|they|guy|councillor) + (me|my) - (JOB|lost|keys|meeting|pass|badge|email)",
    "(threw|thrown|through|smashed|painted|sprayed|posted|burned) + (brick|bricks|eggs|window|windows|letterbox|door|"
    "petrol|car|faeces) + (my|our|me|us) + (scared|afraid|hate|racist|abuse|again|kids|they|police|threat|someone|"
    "threats) - (JOB|accident|football|ball|cricket)",
)
"""By somebody, to whoever types it."""

OF_SOMEBODY = SUBJECTS.ideas(
    "PERSON + TELLS + SAYS_LOW - (JOB|CHEER|film|novel|book|to meet|to see|expert)",
    "PERSON + SAYS_LOW + AND_SIGNS - (JOB|CHEER|film|novel|book)",
    "WRONGED + (PERSON|MINOR|FRAIL) + (being|been|is|was|are|gets|getting) + (by|think|worried|told|saw|heard|suspect|"
    "seems|sure|believe|at home|concerned|every|again|disclosed) - (OFFICE|JOB|BUSY|me|budget|emotionally intelligent)",
    "PERSON + (rope|noose|gun|shotgun|razor|blade|ligature|pills) + (TELLS|found|bought|has|got|hides|hiding|keeps|"
    "put|wants) - (JOB|BY_ACCIDENT|climbing|i|prescription|pharmacy|crime)",
    "(MINOR|FRAIL) + (bruise|bruises|burns|marks|welts|black eye|cuts|scald) - (JOB|OFFICE|BY_ACCIDENT|budget|tax|"
    "benefit|i)",
    "(MINOR|year old|daughter|son|sister|brother) + (online|internet|snapchat|instagram|app|gaming|chatroom) + (man|"
    "men|stranger|someone|older|adult|boyfriend) - (JOB|CHEER|course|class|book)",
    "(join|joining|be with|reunited) + (mum|dad|wife|husband|mother|father|partner|brother|sister|son|daughter|her|"
    "him) + (passed|died|dead|gone|heaven|grave) + (dad|mum|he|she|they|friend|colleague|brother|sister|husband|wife|"
    "talking|says|keeps|wants)",
    "(husband|boyfriend|partner|ex|he|father|dad) + (hid|hides|hiding|flinch|flinches|flinched|shaking|trembling|"
    "cowering|cowered) + (she|her|PERSON|YOUNG) + (shouting|shouts|turned up|when|voice|rings|desk|outside|scared|"
    "came|comes|phone) - (JOB|film|me)",
    "FEAR + (daughter|son|wife|husband|mum|dad|mother|father|brother|sister|friend|colleague|mentee|partner|deputy|"
    "pupil|student|neighbour) + (stopped|not|never|hardly|barely) + (eating|eat|sleep|sleeping|leave|speak|talk|"
    "talking|come out|get up|answer|answering|wash|hides|herself|himself|room|cope|coping) - (JOB|OFFICE|BUSY|maths|"
    "vegetables|driving test|university|exams)",
    "(drunk|drink|alcohol|high|drugs|wasted) + (driving|drives|drove|driven|looking after|in charge|collecting|"
    "collects|pick up|picks up) + (MINOR|children|kids) - (JOB|OFFICE|awareness)",
    "PERSON + AND_SIGNS + DEAR_THINGS + (away|not need|no need|not (be)? needing|any more|not want|burden|goodbye) - "
    "(JOB|laptop|desk|holiday)",
    "(MINOR|son|daughter|sister|brother) + BLADE + HID - (school policy|JOB|crime|kitchen|amnesty)",
    "PERSON + DONE_TO_SKIN + (arms|wrists|wrist|thighs|legs|herself|himself|themselves) + (he|she|her|his|him|my|our|"
    "the|in|a) - (BY_ACCIDENT|JOB|from|slack)",
    "PERSON + PLACE + (wrong side|over the (edge|railing|railings|side|barrier|parapet)|other side of the (railing|"
    "railings|barrier|parapet|fence)|jump|going to jump|about to jump|threatening|on the edge|ledge|climbed|hanging "
    "off) - (JOB|queue|film)",
    "PERSON + TAKEN + (all|whole|bottle|packet|loads|lots|too many|handful|overdose|saved|hidden|stash|enough|"
    "swallowed|once) + (took|taken|take|has|swallowed|found|saving|hiding|with|says|texted) - (remind|pharmacy|"
    "chemist|prescription|JOB|headache|i|me)",
    "MINOR + NEGLECTED + LASTING - (JOB|my (son|daughter|kids|children|baby)|teething|nursery|CHEER|nativity)",
    "(MINOR|young person|young people|year old|daughter|son|sister|13|14|15|12|11|teenage) + GROWN_UP + GROOMED + (is|"
    "has|he|been|keeps|giving|gives|asks|asked|sends|sent|sending|says|told|gets|getting|meets|meeting|wants|made|"
    "makes) - (JOB|CHEER|christmas|birthday|school|football|art|class)",
    "PUT_IN_BED + (in|into|with) + GROWN_UP + (her|him|girl|boy|child|pupil|student|them) + (gets|get|comes|came|"
    "climbs|got|goes|sleeps|makes|made|touches|watches|told|says) - (JOB|hospital|care|sick|put to|i)",
    "PERSON + under (his|her|their|a|my|the) (own)? ..1 (bus|train|tube|lorry|wheels) + (TELLS|joking|thinking|end|"
    "ending|jump|thought)",
    "(care home|nursing home|ward|hospital|carer|carers|staff|home) + FRAIL + (left (her|him|them) (on the floor|all "
    "night|for hours|lying|in)|on the floor|own (urine|mess|waste)|soiled|tied|bed sores|not changed|dehydrated|"
    "starved) - JOB",
    "KEEPER + FRAIL + (rob|robbed|robbing|robs|stealing|steals|conned|conning|fleecing|scamming|scammed|exploiting|"
    "draining) - JOB",
    "PERSON + (not) + (come home|came home|been seen|turned up|answering|heard from|back) + (since|phone|yesterday|"
    "night|missing|days|hours) + (worried|scared|afraid|note|message|said|not like|phone|medication|missing|"
    "frightened|police) - (JOB|parcel|coach|invoice|email|meeting)",
    "(brother|son|nephew|cousin|pupil|student|lad|he|husband|friend|colleague|daughter) + (bomb|explosives|isis|jihad|"
    "terrorist|attack|extremist|nazi|shoot|manifesto|martyr) + (says|talking|talks|videos|watching|plans|planning|"
    "wants|going to|told|online|making) - (JOB|film|heart|panic|alert|counter|prevent)",
    "(workers|worker|staff|women|girls|men|lads|cleaners|waiter|she|he|they) + (passport|passports|documents|wages|"
    "pay|debt) + (sleep|sleeping|locked|not (paid|allowed|leave)|taken|took|holds|owner|boss|scared|live|living) + "
    "(owner|boss|gangmaster|locked|floor|passports|scared|not allowed|not leave|above the) - (JOB|strike|negotiations|"
    "i)",
    "(slurring|unconscious|unresponsive|not breathing|collapsed|not wake|turning blue|foaming|bleeding) + (she|he|her|"
    "him|they|PERSON) - (JOB|bias|film)",
    "KEEPER + FRAIL + PREYED_ON - (JOB|budget)",
    "KEEPER + FRAIL + ILL_TREATED - (JOB|CHEER|not (eat|eating) meat)",
    "CONTROLS + FREEDOM + (husband|partner|boyfriend|ex|wife|father|family|parents|he|they|son|dad) + (her|him|she) + "
    "(not|never|control|controls|every|locks|locked|checks|permission|tracks|monitors|isolates) - (JOB|budget|council|"
    "department|laptop|minister|i|me)",
    "WED + MADE_TO + (her|she|girl|pupil|student|sister|cousin|daughter|mentee|friend|niece|him|he|colleague) + "
    "(family|father|parents|dad|mum|uncle|abroad|force|forced|sending|sent|brothers|taken|against|not want) - (BUSY|"
    "ORDINARY_WEDDING|WORK|me)",
    "SEEKS_OUT + (her|him|she) + (ex|husband|boyfriend|stalker|stranger|man) + (terrified|scared|afraid|frightened|"
    "police|threatening|threatens|kill|outside|everywhere|not leave) - (JOB|film|novel)",
    "STRUCK + (husband|boyfriend|partner|ex|dad|father|stepdad|wife|mother|uncle|carer|brother|son) + (her|him|his|"
    "them|child|children|kids|baby|mum) + (PERSON|told|tells|says|again|home|bruises) - (JOB|CHEER|film|novel|chess|"
    "tennis|me|i was)",
)
"""What somebody whom they know, or have seen, says, does or suffers."""
