"""The few subjects of what people in danger say, each with the words for it; and those of ordinary days."""

from bot.chat.understanding.risk.grammar import Grammar
from bot.chat.understanding.risk.groups import GROUPS, VOCABULARY

CONCEPTS = {
    **GROUPS,
    # ------------------------------------------------------------ who
    "ME": "i me my myself mine",
    "NEAREST": "children kids child son daughter sons daughters wife husband mum mother dad father parents family "
    "partner sister brother girls boys girlfriend boyfriend nan gran loved everyone people them they world",
    "SOMEBODY": "he she they him her them his their husband wife partner boyfriend girlfriend ex dad father mum "
    "mother stepdad stepfather stepmum uncle brother son man men guy bloke someone stranger manager boss colleague "
    "director neighbour flatmate family parents relatives inlaws carer teacher coach supervisor landlord employer "
    "lodger cousin nephew client",
    "PERSON": "friend colleague deputy mentee coachee coworker teammate neighbour neighbor man woman lady guy bloke "
    "resident tenant client mum mother dad father brother sister partner husband wife participant boss cousin aunt "
    "uncle gran nan grandad grandmother grandfather mate officer worker assistant staff student intern apprentice "
    "flatmate housemate ex boyfriend girlfriend relative patient someone gentleman carer pal secretary pa pupil son "
    "daughter child boy girl teenager teen lad nephew niece kid stepson stepdaughter councillor manager analyst he "
    "she user buddy granddaughter grandson learner trainee cleaner receptionist",
    "MINOR": "child children kid kids boy boys girl girls baby babies toddler toddlers teenager teen teenagers pupil "
    "pupils lad nephew niece grandson granddaughter stepson stepdaughter infant youngster youngsters schoolgirl "
    "schoolboy underage",
    "FRAIL": "resident residents tenant elderly pensioner patient mother mum gran nan grandad grandmother grandfather "
    "grandma neighbour client user aunt frail disabled widow lady gentleman dementia old uncle dad father",
    "TELLS": "said says say saying told tells telling texted texts texting posted posting wrote written mentioned "
    "hinted disclosed confided talks talking talked messaged rang phoned emailed admitted keeps kept message text "
    "whispered joked asked asks heard overheard thinks believes",
    "JOB": "strategy policy policies minutes conference panel committee training module statistics data research "
    "prevention awareness audit inspection ofsted framework procedure procedures protocol commissioning presentation "
    "agenda webinar seminar briefing guidance toolkit campaign dashboard threshold thresholds lecture essay "
    "dissertation article podcast documentary consultation legislation caseload figures pathway bill scrutiny slides "
    "inquest inquiry coroner helpline leaflet review reviews paper papers budget workshop spreadsheet spreadsheets "
    "deadline deadlines powerpoint zoom excel",
    # ------------------------------------------------------------ dying, and being gone
    "DEAD": "dead die dies dying death died suicide kill killing killed suicidal",
    "GONE": "(gone|dead|disappear|disappeared|disappears|disappearing|vanish|vanished|vanishes|vanishing|fade|erased|"
    "deleted|invisible|forgotten|not (here|around|exist|existing|alive|born|there)|out of the (picture|way)|out of "
    "(his|her|their|everyone is) (way|life|lives|hair)|without me|no longer (here|around|there))",
    "EASED": "better easier happier relieved relief fine cope manage freer lighter simpler ok okay survive adjust "
    "recover glad benefit richer improve best financially thrive",
    "WEIGHT": "burden burdens cost costs nuisance weight liability drain drag waste useless worthless failure trouble "
    "parasite problem dragging ruin ruining ruined poison poisoning hassle disappointment inconvenience",
    "STOPS": "stop end over finish finished ended ends ending stopped stops quiet silence peace rest oblivion",
    "ALIVE_ONE": "(alive|existing|existence|this life|my life|being here|waking|wake up|woke up|woken|wakes up|wake|"
    "opened my eyes|opening my eyes|breathing|still here|living)",
    "SORRY": "sad sorry disappointed angry gutted upset regret hate dread cry crying cursed disappointment pity shame "
    "surprised annoyed furious disgusted resent wish",
    "AHEAD": "future tomorrow ahead forward horizon",
    "PEOPLE_WHO": "(people|someone|those|anyone|men|women|you) (who|that|actually|really|just|when|if)? (HE|"
    "you)? (jump|jumped|hang|drown|overdose|shoot|gas|bleed|starve)",
    # ------------------------------------------------------------ means, places, and what is done there
    "TAKEN": "pills tablets paracetamol tablet medication meds painkillers aspirin ibuprofen insulin antidepressants "
    "codeine morphine sertraline citalopram fluoxetine prozac diazepam valium zopiclone tramadol amitriptyline "
    "propranolol temazepam opioids oxycodone capsules mirtazapine venlafaxine xanax codamol cocodamol nurofen anadin "
    "lithium quetiapine pregabalin gabapentin oramorph warfarin melatonin nytol blockers olanzapine naproxen "
    "dihydrocodeine fentanyl methadone bleach antifreeze ketamine heroin",
    "MANY": "(all|whole|entire|handful|bottle|packet|packets|pack|packs|box|boxes|dozens|lot|lots|loads|many|enough|"
    "saved|saving|stash|stashed|hoard|hoarding|hoarded|stockpile|stockpiled|stockpiling|counted|counting|hidden|once|"
    "double|triple|extra|more than|full|emptied|strip|strips|weeks worth|months worth|20|24|28|30|32|36|40|48|50|60|"
    "64|70|80|90|96|100|twenty|thirty|forty|fifty|sixty|hundred)",
    "STRONG_DRINK": "gin vodka whisky whiskey rum alcohol booze drink wine brandy spirits bottle",
    "DRINKING": "drink drinking drank drunk vodka whisky whiskey gin booze boozing wine bottle alcohol rum cider "
    "beers cans weed cocaine coke pills sleepers smoking ketamine using",
    "TO_FORGET": "(pass out|passed out|passing out|black out|blacked out|blackout|forget|numb|oblivion|unconscious|to "
    "sleep|to cope|get through|not (have to)? (think|feel|remember|dream|hear|care)|stop (thinking|feeling|the|my|me "
    "thinking)|stops (the|my|me)|block|knock me|every (night|morning|day)|a (night|day)|each (night|day)|before work|"
    "at work|by lunchtime|in the morning|in the mornings|from breakfast|alone in|collapse|only thing that (helps|"
    "works)|not stop|can not stop|hiding (it|bottles|the)|hidden)",
    "PLACE": "(bridge|roof|rooftop|cliff|cliffs|ledge|viaduct|platform|tracks|railway|line side|level crossing|"
    "railing|railings|parapet|balcony|car park|multi storey|flyover|overpass|underpass|embankment|weir|quarry|canal|"
    "river|thames|sea|pier|reservoir|lock|motorway|tower block|tall building|top floor|window ledge|banister|barrier|"
    "central reservation|oncoming|lorry|lorries|train|trains|water|woods|garage|tree)",
    "AT_THE_EDGE": "(stood|standing|stand|sat|sitting|walk|walked|walking|went|go|going|parked|stare|stared|staring|"
    "climbed|edge|drawn|picture|picturing|pictured|imagine|imagining|imagined|see myself|looked|looking (down|over|"
    "at)|wrong side|over the|on the other side|top of|step|stepped|stepping|jump|jumping|jumped|drive|driving|drove|"
    "swerve|swerving|let go|letting go|tempted|urge|leaning|lie down|lying|wade|waded|wading)",
    "MEANING_IT": "(tempted|tempting|urge|urges|picture|picturing|imagine|imagining|imagined|for an hour|for hours|"
    "for ages|all night|in the middle of the night|let ..3 (train|trains|bus|lorry) ..1 (go|pass)|wrong side|other "
    "side of the (railing|railings|barrier|parapet|fence)|over the (railing|railings|edge|side|barrier|parapet)|not "
    "(know|jump|stop|brake)|thinking|thought about|wonder|wondering|wondered|crying|alone|goodbye|could (just|so "
    "easily|easily)|so easy|how easy|nearly|almost|just (go|let|step|keep|drive|walk)|nobody|no one|end|die|dead|keep "
    "(walking|going|driving)|quick|sink|swallow me|pockets|stones|calling me|peaceful|talked me down|to jump|feel "
    "nothing|and not stop)",
    "BLADE": "blade blades razor razors knife knives scissors scalpel sharpener rope noose lighter ligature",
    "HID": "found finding hidden hiding hides hid keeps drawer room bag pillow mattress bed took stole missing bought "
    "carries carrying",
    "DONE_TO_SKIN": "cut cuts cutting burn burns burning burned burnt scratch scratched scratching slice sliced "
    "slicing bite biting bitten pick picking bang banging punch punching hit hitting hurt hurting harm harming bleed "
    "bleeding bled carve carving blood stab stabbing scald scalding scalded bruise",
    "SKIN": "arm arms wrist wrists thigh thighs leg legs skin myself forearm forearms stomach hips hand hands head "
    "scars wall herself himself themselves sleeves",
    "BY_ACCIDENT": "shaving cooking gardening paper skiing running football rugby slicing onion onions barbecue bbq "
    "oven kettle gym ironing baking tin glass ski yoga sunburn sun accident accidentally bike stairs fell plaster cat "
    "physio surgery operation hospital scan tattoo stitches envelope marathon hiking climbing knee chopping bread "
    "tennis",
    # ------------------------------------------------------------ leaving
    "DEAR_THINGS": "ring rings jewellery dog dogs cat cats pet pets watch tools guitar records collection things "
    "possessions belongings everything stuff books clothes car medals savings photos plants bike keepsakes necklace "
    "piano",
    "GIVES_AWAY": "(gave|give|given|giving|gives|handed|handing|rehomed|rehoming|left me|leaving|sorted|sold|donated)",
    "NO_MORE_NEED": "(not (be)? (need|needing|want|wanting)|no (use|need)|not be (here|around)|where (i|HE) (am|is|"
    "are)|will|calm|peace|peaceful|goodbye|to remember|so (i|HE|they) (would|will|can) have|after|any more|burden|"
    "away|funeral|when (i|HE) (am|is|are) gone)",
    "LETTER": "letter letters note notes video videos card cards message messages voicemail recording email emails "
    "wrote written writing recorded",
    "TO_THEM": "(to|for) (my|the|our|each|both|all|his|her|their)? ..2 (children|kids|son|daughter|wife|husband|mum|"
    "dad|family|parents|girls|boys|sister|brother|partner|everyone|loved ones|them all|each of them)",
    "TO_BE_FOUND": "(drawer|find|found|finds|hidden|hid|desk|envelope|envelopes|sealed|gone|afterwards|after|goodbye|"
    "sorry|last|birthdays|18th|21st|wedding day|grow up|growing up|explain|explaining|explains|night|will|safe|pillow|"
    "just in case|not (here|around)|love them|how much)",
    "LEAVING_WHY": "leave holiday holidays annual maternity paternity job role moving retire retiring retirement "
    "secondment course travelling conference flight flying weeks week month until back monday tuesday wednesday "
    "thursday visit office meeting train remotely online cover covering deputy promotion department council post "
    "abroad sabbatical wedding clash surgery unwell cold flu late",
    # ------------------------------------------------------------ what is done to someone
    "STRUCK": "hit hits beat beats beaten punched punches punch kicked kicks slapped slaps choked chokes strangled "
    "strangles raped rape assaulted attacked abused abuses molested groped battered stabbed grabbed grabs pushed "
    "shoved throttled smacked pinned bruised bruises bruise burned spat threatens threatened threatening headbutted "
    "dragged forces forced",
    "CONTROLS": "(not (let|allow|allowed|give)|reads|goes through|looks through|demands|never (lets|allowed)|control|"
    "controls|controlling|controlled|checks|tracks|monitors|takes|took|taken|taking|keeps|keep|confiscated|hides|"
    "forbids|stops me|will not let|have my|has my|holds|holding|locks|locked|lock|isolate|isolated|isolates|"
    "permission|allowance|every penny|lets me)",
    "FREEDOM": "(passport|phone|phones|money|wages|bank|card|cards|documents|papers|salary|salary|pension|savings|"
    "friends|go out|leave the (house|flat|home|building|room)|leave|see my|see anyone|speak to|talk to|keys|family|"
    "what i (wear|eat|spend)|what she (wears|eats|spends)|messages|outside|benefits|account|house)",
    "AGAINST_WILL": "(said no|say no|saying no|told (him|her|them) (no|to stop)|asked (him|her|them) (to stop|not to)|"
    "not stop|not want (it|him|to|her)|against my will|against (her|his|their) will|not consent|without (my)? consent|"
    "too drunk|asleep|froze|not move|tell anyone|told anyone|tell no one|tell nobody|lose my job|job|our secret|keep "
    "quiet|woke up|made me)",
    "TOUCHED": "touched touches touching kissed kissing groped gropes grabbed forced undressed stroked rubbed pinned "
    "sex naked hotel bed bedroom skirt hand hands",
    "SEEKS_OUT": "(follow|follows|following|followed|waits|waiting|waited|watches|watching|turns up|turned up|turning "
    "up|shows up|showed up|showing up|found|find|finds|tracking|tracked|tracker|airtag|stalking|stalks|stalker|sits "
    "outside|parked outside|stands outside|standing outside|hanging around|comes to|came to|coming to|drives past|"
    "driving past|messages|messaging|calls|rings|texts|hacked|outside)",
    "WHERE_I_AM": "(outside (my|the|our|work|her|his|their)|my (house|home|flat|door|address|work|office|street|car|"
    "school|gate|window|gym|new)|(to|from|at|after) work|home|her (house|home|flat|door|address|work)|everywhere|"
    "where i (live|am|work|park)|where she (lives|is|works)|school gate)",
    "AND_AGAIN": "(keep|keeps|kept|every (night|day|morning|time|evening|week|single)|again|constantly|always|non "
    "stop|nonstop|all the time|times a day|hundred|dozens|will not (stop|leave|go)|not (leave|stop)|new (address|"
    "house|home|flat|number|job)|scared|afraid|frightened|terrified|police|injunction|moved|weeks|months|creepy|"
    "threat|threats|threatening)",
    "EXCUSE": "excuse excuses hide hiding cover covering makeup explain lie lying lied long sleeves fell pretend "
    "pretending door nobody stairs clumsy concealer foundation stories asks ask asking noticed notice knows again",
    "CANNOT": "(can not|could not|not able|unable|struggling to|struggle to|impossible|not know how|no longer|not "
    "(know|think|sure|see|believe) ..3 (can|could|will)|(how|much|long) ..2 (longer|more|long) i (can|could))",
    "GO_ON": "(go on|going on|carry on|carrying on|keep (going|on|doing|living|fighting|pretending)|continue|"
    "continuing|face|facing|bear|cope|coping|survive|surviving|endure|live|living|take|do this|doing this|do it|hold "
    "on|hang on|stand|get through|fight|see (a|any) (way|future|end)|breathe)",
    "NO_LONGER": "(any more|longer|much|like this|tomorrow|another|it all|life|pain|everything|alone|waking|days|"
    "again|this|forever|through the night|tonight|without (him|her)|happens|myself)",
    "LIFE_ITSELF": "(life|living|alive|existing|existence|being here|waking up|this world|the world)",
    "NOT_WORTH": "(hate|done|tired|over|end|ending|pointless|hell|torture|unbearable|not want|nothing|exhausting|"
    "finished|empty|ruined|worth|worthless|deserve|why|enough|without|hurts|hurt|painful|unliveable|meaningless|give "
    "up|given up|giving up|escape|leave|take my|taking my|pretending|not care|can not)",
    "OFFICE": "meeting meetings session sessions module modules coach coaching mentor mentoring book booking booked "
    "reschedule monday tuesday wednesday thursday friday morning afternoon calendar link form reminder reminders "
    "remind slot date dates deadline deadlines agenda report board paper papers strategy policy training workshop "
    "programme team project budget minister ministers council committee data service services lead learned learning "
    "reading presentation slides feedback conference late delayed traffic laptop printer email emails zoom teams "
    "lovely brilliant enjoyed enjoy fun haha lol thanks excited proud film novel books series episode article topic "
    "course research campaign review case cases inquest coroner helpline prevention commissioning handover numbers "
    "bill merger chair chief executive mayor venue residents sector department targets target restructure inspection "
    "visit cohort hall ticket platform impostor imposter debate challenge role civil public accident cooking football "
    "gym holiday wedding coffee lunch curry cake week event award",
    "A_WHILE": "easter christmas birthday spring summer autumn winter weekend morning tomorrow tonight year month "
    "week night day january february march april may june july august september october november december 30 40 50 "
    "sunday monday friday",
    "SEARCHES": "google googled googling search searched searching looked looking researching researched read reading "
    "asked asking calculate calculated calculating wondering wonder know nearest browsing forum forums",
    "DEADLY": "drown drowning hang hanging bleed overdose lethal fatal jump noose suffocate freeze hypothermia "
    "exhaust monoxide cyanide painless gas starve arteries artery dignitas electrocute asphyxiate helium nitrogen",
    "SHOWS": "ruin expose share leak post send publish show destroy spread sack fire tell upload finish",
    "HELD_OVER": "photos pictures video videos nudes secret everyone family report reported leave talk tell anyone "
    "job visa custody kids career police refuse payment pay",
    "OWED": "gambled gambling debt debts bailiffs loan loans sharks bankrupt bankruptcy repossessed betting casino "
    "creditors",
    "PUT_IN_BED": "bed shower bath bedroom mattress",
    "WED": "marry marries married marriage wedding fiance groom engaged",
    "MADE_TO": "(force|forced|forcing|against|made to|make me|makes me|making me|send|sent|sending|sends|taken|taking|"
    "take|abroad|overseas|cousin|stranger|older|man i|not want|afraid|scared|"
    "frightened|no choice|promised|arranged without|flight|plane|passport|honour|disown|shame|16|15|17|back home)",
    "ORDINARY_WEDDING": "happily honeymoon congratulations celebrate celebrating invited invitation bridesmaid "
    "colleague years anniversary registrar registrars leave",
    # ------------------------------------------------------------ a child, or someone in another's hands
    "NEGLECTED": "begging alone unsupervised hungry starving dirty filthy crying cries cry screaming screams scream "
    "bruise bruises bruised burns burn mark marks belt thin smelly unwashed flinch flinches flinching locked scared "
    "frightened terrified beaten hit hits slapped shouted shouting neglected barefoot cold soiled coatless underfed "
    "unfed lice",
    "LASTING": "(every (night|day|morning|evening|week|weekend)|all (day|night|the time|weekend)|always|again|keeps|"
    "often|next door|upstairs|downstairs|above|below|across the road|down the road|down the street|my street|my road|"
    "in the flat|through the wall|for (days|hours|weeks|months)|by (HIS|himself|herself) ..1|never|nobody|no adult|no "
    "one|on (his|her|their) own|when you|near (him|her|them)|worried|worries|concerned|concern|go home|parents|mum|"
    "dad|stepdad|boyfriend)",
    "GROOMED": "pictures photos images picture photo nudes naked money gifts presents drugs sex secret secrets touch "
    "touches touched touching bed phone vapes webcam selfies video videos snapchat trainers deliver delivering "
    "dealing hotel hotels parties",
    "GROWN_UP": "man men uncle stepdad stepfather stepbrother father dad older adult adults stranger strangers "
    "grandad grandfather teacher boyfriend online internet coach gang someone lodger neighbour babysitter priest "
    "vicar tutor",
    "PREYED_ON": "(taking|takes|took|stealing|steals|stole|stolen|spending|withdrawing|emptying|pocketing|helps "
    "himself|helps herself) ..4 (money|pension|savings|bank|card|cash|benefits|medication|purse|things|jewellery)",
    "ILL_TREATED": "(not (being|getting|been|be)? (feeding|fed|fed|washed|changed|looked after|given|eating|eat|"
    "allowed|let)|hungry|locked|lock|locks|shouts|shouting|rough|roughly|hit|hits|hitting|slap|slaps|slapped|bruise|"
    "bruises|bruised|tied|restrained|starving|soiled|sedated|sedating|scared|frightened|terrified|afraid|pinches|"
    "flinch|flinches|drags|sores|dirty|filthy|neglected|pushes|pushed|grabbed|grabs|swears at|bullied|bullying)",
    "KEEPER": "carer carers nurse nurses staff son daughter nephew niece grandson granddaughter family husband wife "
    "care home neighbour lodger friend brother landlord worker",
    # ------------------------------------------------------------ what others say who are at risk
    "SAYS_LOW": "(burden|hopeless|worthless|goodbye|goodbyes|no (point|future|hope|reason|way (out|forward))|not "
    "worth|end (it|things|everything|his|her|their|my)|ending (it|things|everything|his|her|their)|not be (here|"
    "around|alive)|not being (here|around|alive)|better off|not (go on|cope|carry on|live|do this|take (it|any|much|"
    "this))|when (i|he|she|they) (am|is|are) gone|give up|given up|had enough|dying|die|dead|death|funeral|heaven|be "
    "missed|miss me|miss him|miss her|disappear|disappearing|love (you|them|us|everyone)|hurt (himself|herself|"
    "themselves)|see (a|any|his|her) (way|future)|tired of (life|living|it all|everything)|look after (mum|dad|the|my|"
    "her|his|them|everyone)|last time|not wake up|sleep forever|sorry for everything|forgive|voices)",
    "AND_SIGNS": "(gone quiet|quiet|withdrawn|not (answering|answer|eating|eat|sleeping|replying|picking|responding|"
    "leave the|left)|stopped (eating|coming|talking|answering|sleeping|washing)|phone (is)? off|phone goes|missing|"
    "crying|drinking|given away|gave away|giving away|gave (me|his|her|their|the)|given (his|her|me)|posted|locked|"
    "pills|tablets|rope|bridge|scars|cuts|wrists|not (turned up|come home|been seen|himself|herself)|worried|scared|"
    "frightened|concerned|strangely calm|so calm|will|keeps (saying|talking))",
}

SUBJECTS = Grammar(CONCEPTS, VOCABULARY.sign)
