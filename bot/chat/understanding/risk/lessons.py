"""What teaches how people sound who are at risk, who fear for another, and who are neither: a few ways to put each."""

OF_ONESELF = """
je (veux|voudrais) (mourir|en finir|en finir avec la vie|disparaître|me tuer)
(quiero|me quiero) (morir|matar|morirme)
(chcę|chce) (umrzeć|umrzec|się zabić|sie zabic)
(vreau să|vreau sa) mor
(ich will|ich möchte) (sterben|nicht mehr leben|mich umbringen)
quero (morrer|me matar)
(voglio|vorrei) (morire|farla finita|uccidermi)
(ölmek|kendimi öldürmek) istiyorum
(my mum|my dad|my father|my mother|my husband|my wife|my brother) died (last week|and|last month and) (and|) (i'm
    struggling|i can't cope|i don't know how to go on|i can't bear it)
i had a row with (my boss|my husband|my wife|everyone) and (want to disappear|want to vanish|can't go on)
i (want|wish|need|would like) to (die|be dead|end it|end it all|disappear|sleep and never wake up|go to sleep for
    ever)
i (don't|do not|no longer) want to (live|be alive|be here|exist|wake up|go on|carry on|keep going) (any
    more|anymore|)
i (can't|cannot|can not) (go on|carry on|do this|take this|take it|take any more|keep going|live like this|see a way
    out|bear it) (any more|anymore|any longer|much longer|)
i wish i (was|were) (dead|never born|not here|gone)
i wish i had never been born
i wish i could just (disappear|vanish|stop existing|fall asleep and not wake up)
there is no (point|hope|way out|future|reason to live|reason to carry on) (for me|any more|in living|left|)
what's the point (in|of) (living|going on|anything|carrying on|being here|me)
i (don't|can't) see (the|any) (point|future|way out|way forward|reason to stay)
(everyone|they|my family|my kids|the children|my team|my husband|my wife|you) would be (better
    off|happier|fine|relieved) (without me|if i was gone|if i weren't here|if i died)
i'm (just|only|nothing but|) a (burden|waste of space|failure|weight) (to everyone|on my family|to my family|)
nobody would (miss me|notice|care|even notice) if i (was gone|died|disappeared|weren't here|never came back)
no one would care if i (died|was gone|jumped)
i'm thinking (of|about) (suicide|killing myself|ending my life|ending it|hurting myself|taking my own life|ending
    things)
i've been having (suicidal thoughts|thoughts of suicide|thoughts about ending my life|dark thoughts|very dark
    thoughts|thoughts i can't control)
i keep thinking about (death|dying|ending it|the bridge|jumping|the train platform|not being here|how to do it)
i (want|keep wanting|have started|have been) to (hurt|harm|cut|burn) myself
i've (hurt|harmed|cut|been cutting|been hurting|been burning) myself (again|last night|)
i (tried|nearly tried|almost tried) to (kill myself|end my life|end it|take my life) (last night|before|last week|)
i've (got|saved|been saving|counted) (enough|the|up my) (pills|tablets|medication)
i took (too many|a lot of|all my|a load of) (pills|tablets|paracetamol)
i have (a plan|written a note|written letters|said my goodbyes|put my affairs in order|planned it|decided when)
(goodbye|this is goodbye|thank you for everything goodbye|sorry for everything goodbye|tell my family i love them)
by the time you read this i (will be|'ll be) gone
i won't be (here|around|alive) (much longer|tomorrow|next week|by christmas|for long)
i've had enough of (life|living|being alive|everything)
life (isn't|is not|no longer feels) worth living
i feel (completely|so|utterly|totally|) (hopeless|worthless|empty|numb|broken|desperate|trapped|suicidal|dead
    inside)
i (feel|am) (so|utterly|completely|) (alone|lonely) (and|i) (don't know what to do|can't cope|want it to stop|nobody
    cares)
i (just|only|) want (it|the pain|everything|this|my head|the noise|the voices) to (stop|end|be over)
i can't cope (any more|anymore|with life|at all|)
i'm (not coping|at the end of my rope|at breaking point|falling apart|at rock bottom|past caring|not safe|drowning)
i'm at the end of my tether and (can't cope|don't know what i'll do|frightened|can't go on)
i haven't (slept|eaten|stopped crying|got out of bed|left the house|washed) (for|in) (days|a week|weeks) (and|)
    (feel hopeless|can't see the point|don't care|)
i can't stop crying (and|) (i feel hopeless|don't know why|can't function|don't know how to go on|)
i cry every (night|day|morning) (in the car|before work|in the toilets|) (and|) (feel hopeless|don't know how to go
    on|)
i'm (scared|frightened|afraid) of (what i might do|what i'll do|myself|being alone tonight|hurting myself)
i don't (trust|feel safe with) myself (tonight|alone|any more|)
i don't feel safe (at home|with him|with my husband|with my partner|here|going home)
my (husband|partner|boyfriend|wife|ex|girlfriend|dad|son)
    (hits|hit|hurts|beats|threatens|chokes|strangled|pushed|punched|slapped) me
he (said|says|threatened|told me) (he'll|he will|he's going to) (kill|hurt|find|hit) me
i'm (scared|frightened|terrified|afraid) (of|to go home to|to be alone with) (my husband|my partner|him|my ex|my
    wife|her)
he (controls|checks|takes|follows|watches) (everything i do|my phone|my money|me home|where i go)
i'm being (stalked|abused|followed|threatened|beaten|blackmailed)
(someone|somebody) is (hurting|threatening|following|stalking) me
i was (raped|assaulted|attacked|sexually assaulted) (last night|by someone|by a colleague|)
i (drink|am drinking|have been drinking) (every night|all day|a bottle a night|until i pass out) (to forget|to
    cope|to get through|because i can't bear it)
i don't care (if|whether) i (live or die|wake up|crash|live)
i (hope|pray|wish) i (don't|won't|do not) wake up (tomorrow|)
sometimes i think about (driving off the road|driving into a wall|stepping in front of a train|not stopping|jumping)
(standing|i'm) on (the bridge|the platform|the roof|the edge) (and|) (want to jump|thinking of jumping|can't come
    down)
i hate myself (and|so much) (want to die|want to disappear|i can't bear it|)
i've let everyone down (and|) (can't live with it|don't deserve to live|they'd be better off)
i don't deserve to (live|be alive|be here)
i have nothing (left|to live for|left to live for)
(nothing|none of it) matters (any more|to me any more) (and|) (i want out|i feel nothing|)
i want out (of this life|of life|for good)
ready to (give up on life|end it|die|go)
i feel like (ending it|dying|giving up on life|killing myself|a burden|i'm going under|hurting myself)
(suicide|self harm|overdose|kill myself|ending my life|want to die|kms)
can't live (like this|without her|without him|with myself|with this)
i (don't|can't) (think|believe) i can (carry on|keep doing this|get through this|do another day|survive this|make it
    through the night)
i'm (done|finished|through) (with life|with everything|with living|i'm done)
(i|i've) (just|really|) (had enough|can't any more|give up on life|lost the will to live and i mean it)
it would be (easier|better|simpler|kinder) (if i (wasn't|weren't) here|if i just (died|disappeared|went)|for
    everyone if i was gone|to be dead)
(maybe|perhaps) (they'd|everyone would|you'd all) be better off without me
i keep (imagining|picturing|planning|googling|reading about|looking up) (my funeral|how to die|ways to die|ways to
    end it|painless ways|overdoses|what would happen if i died)
i've been looking (up|at) (ways to die|painless methods|bridges|tablets)
i (stood|stopped|parked) (on|by|at) (the bridge|the edge|the river|the railway|the platform) (last night|this
    morning|on the way home|) (and thought about it|and nearly did it|for an hour)
i (nearly|almost|came close to) (did it|ending it|jumping|stepped out) (last night|today|this morning|)
(i'm|i am) (so|just|too) tired of (living|being alive|existing|fighting|pretending|it all and want it over)
every day (is|feels like) (agony|torture|a struggle to stay alive|unbearable|pointless)
the pain (is|has become) (too much|unbearable|more than i can take)
i (feel|have felt) (nothing|dead|numb|empty) (inside|for weeks|any more|all the time)
i'm (in|going to) a very (dark|bad) place
things are (very|really|so) dark (right now|at the moment|and i can't see a way out)
i (have|had) (dark|bad|frightening|intrusive|awful) thoughts (again|at night|about myself|about dying|)
i don't (recognise|know) (myself|who i am) any more (and|) (i want it to stop|i'm frightened|)
i (can't|don't) (see|imagine|picture) (a future|myself next year|christmas|things getting better|any way this ends
    well)
things (will never|are never going to) (get better|change|improve) (for me|)
(nobody|no one) (understands|can help me|is coming|loves me|wants me around|would come to my funeral)
i have no (one|body|friends|family|fight|strength|energy) left (to turn to|to live|)
there's nobody (left|i can tell|to talk to) (and i'm scared|and i can't go on|)
i'm (begging|asking|crying) for help
please help me (i'm scared|i can't|i don't want to die|i want to die|i don't know what to do)
help me
i need help (now|tonight|urgently|before i do something|i'm not safe)
i'm having a (breakdown|panic attack and can't breathe|crisis)
i think i'm (having a breakdown|losing my mind|going to do something|going to hurt myself|depressed and can't cope)
i'm (severely|really|so|very) depressed (and|) (can't get out of bed|can't go on|want to die|)
i haven't (wanted to be here|wanted to be alive|felt safe) (for a while|for months|lately|since)
i (relapsed|started again) (and|with) (cutting|hurting myself|drinking to black out)
i (punched|hit|starved|burned|scratched) (myself|my arms|my legs)
i've stopped (eating|sleeping|taking my medication|answering the phone|caring) (and|) (feel hopeless|don't care what
    happens|)
i'm not (eating|sleeping|washing|coping) (and|) (everything feels hopeless|i can't see the point|i feel worthless)
look after (my kids|my dog|the children|my mum) (for me|when i'm gone|if anything happens to me)
i've (sorted|updated|written) (my will|the letters|notes for the children) (so they'll be fine|and i'm ready|)
i'm sorry (for everything|i can't do this any more|i tried|to everyone|i wasn't strong enough)
tell (them|my family|my children|my wife|my husband) (i'm sorry|i love them|it wasn't their fault)
i (won't|'m not going to) be a (problem|burden|bother) (to anyone|) (much longer|soon|any more)
this (will be|is) my last (message|day|night|week)
(tonight|today|soon) (it ends|i'll end it|it will all be over|i'm going to do it)
i (bought|have|got) (rope|a rope|a knife|razor blades|pills|a gun|what i need) (and|ready|to do it)
(the|some) (pills|tablets) are (in front of me|lined up|on the table)
would it hurt to (die|jump|overdose)
how many (paracetamol|tablets|pills) (would|does it take to) (kill|be enough)
what's the (quickest|easiest|least painful) way to (die|go|end it)
i feel (unsafe|scared|trapped|threatened) (at home|in my own home|in my relationship|with him|with my partner)
i'm (afraid|scared|frightened|dreading) (to go|of going|going) home (tonight|to him|)
he (won't|doesn't) let me (see my friends|leave|have money|talk to anyone|go out)
he (locked me in|put his hands round my throat|smashed my phone|broke my arm|forced me|held a knife)
(my ex|he|somebody) (keeps turning up|follows me|waits outside|threatens me|won't leave me alone) (and i'm scared|at
    my house|at work)
i've (left|run away) (home|him) (and have nowhere to go|and i'm hiding|because he hits me)
i (hide|cover) the bruises
last night he (hurt|hit|attacked|raped|threatened) me (again|in front of the children|)
"""

OF_ANOTHER = """
(i've|i have) (got|) (a|some) (concern|concerns|worry|worries) about (a|my|somebody's|a participant's|a colleague's)
    (child|children|daughter|son|grandchild|neighbour's child)
(we|i) (had|have had|received|heard) a disclosure (today|from a colleague|from a child|from a participant|this morning|)
(a|one of the) (child|pupil|young person|participant) (made|has made) a disclosure
j'ai peur pour (un enfant|ma fille|mon fils|une collègue|quelqu'un)
my (deputy|colleague|manager|friend|sister|brother|husband|wife|son|daughter|mum|dad|mate|neighbour|team
    member|coach) (said|says|told me|keeps saying|has said) (she|he|they) (wants|want) to (die|kill himself|kill
    herself|end it|end it all|hurt herself|hurt himself)
my (deputy|colleague|friend|sister|brother|husband|wife|son|daughter|mum|dad) is (suicidal|self harming|talking
    about suicide|cutting herself|cutting himself|threatening to kill himself)
i'm (worried|frightened|scared|concerned) (a colleague|somebody|my friend|my son|my daughter|someone in my team|a
    participant|she|he) (might|may|will|could|is going to) (hurt herself|hurt himself|kill himself|kill herself|do
    something|harm themselves|take his own life|do something stupid)
i (think|fear|am afraid|believe) (a child|my nephew|one of our children|a girl|a boy|a young person|somebody's
    child) is being (hurt|abused|neglected|beaten|groomed|hit|exploited)
a child (has told me|told me|disclosed|says) (she|he|that he|that she) is being (hurt|hit|abused|touched)
(she|he) has (bruises|marks|cuts) (on her|on his) (arms|neck|face|legs) (and|) (i'm worried|won't say why|says she
    fell)
(a|my) (colleague|friend|participant|team member) (has been giving|gave) (her|his|their) things away (and|) (said
    goodbye|i'm worried|seems calm)
someone (i know|in my team|on the programme|at work) (is in danger|is being abused|is at risk|may be suicidal|isn't
    safe at home)
(her|his) (husband|partner|wife|boyfriend) (hits|is hitting|beats|threatens|is abusing) (her|him)
(she|he) took an overdose
(she|he) (sent|posted|texted) (me|) (a goodbye message|saying goodbye|that she can't go on|he can't go on)
an (elderly|older|vulnerable) (neighbour|relative|man|woman) is being (abused|neglected|robbed by his carer|hurt by
    her carer)
i'm (really|very|so|) (worried|scared|concerned) about (my colleague|a friend|my son|my daughter|my husband|my
    wife|one of my team|a participant) (she|he|they) (talks about death|isn't safe|has stopped eating|says there's
    no point|keeps saying goodbye|seems suicidal|is hurting themselves)
(somebody|someone|a colleague|a friend|one of my staff) (has|just|) (told me|confided|said|texted me) (they want to
    die|they've taken pills|they can't go on|they're being hurt at home|they are thinking of suicide|about self
    harm)
i think (my friend|my colleague|she|he|someone) (is going to|might|wants to) (kill|hurt|harm)
    (herself|himself|themselves)
how do i help (someone|a friend|a colleague) who (is suicidal|wants to die|self harms|is being abused)
what (do|should) i do if (a colleague|someone|a child) (says|tells me) (they want to die|they're being hurt|they're
    going to kill themselves)
i (saw|noticed|found) (cuts|scars|bruises|marks|burns|a suicide note|pills) (on her arms|on his arms|on a child|in
    my daughter's room|in his desk)
(she|he|my son|my daughter) (is|has been|has started) (cutting|starving|hurting|harming) (herself|himself)
i'm (afraid|worried|scared) (for|about) (her|his|their|a child's|a colleague's) (safety|life)
(a child|children|a baby|the kids) (next door|in the family|i know) (is|are) (being|) (neglected|left
    alone|hit|screamed at every night|at risk|in danger|unsafe)
(his|her) (dad|father|mum|mother|stepdad|uncle|carer) (hits|touches|hurts|beats|locks up|starves) (him|her|them)
someone (is going to|will) get (hurt|killed)
he's (going to|threatening to) (kill|hurt|harm) (her|the children|himself|someone)
(she|he) (hasn't been seen|is missing|disappeared) (since|and left a note|and said goodbye)
my (mum|dad|husband|wife|brother|sister|friend) (tried to (kill|hang) (himself|herself)|overdosed|jumped) (last
    night|)
"""

OF_NOBODY = """
i (won't|will not|can't|cannot|can not) be (there|coming|able to come|at module 2|around) (on 10 february|on the
    3rd|tomorrow|for it|this time|) (i'm afraid|i am afraid|sorry|)
(sorry|apologies) (i|but i|i'm afraid i) (can't|won't|cannot) (come|make it|be there|join|attend) (after all|then|)
i (can't|cannot|won't) (come|make it|be there|join|attend|do it) (sorry|i'm afraid|apologies|unfortunately|)
je (ne peux pas venir demain|voudrais réserver|voudrais parler à mon coach|suis en retard|veux annuler|veux changer)
je (voudrais|veux) (réserver une séance|en savoir plus|finir le questionnaire|voir mes notes)
(quiero|quisiera) (reservar|cancelar|hablar con mi coach|cambiar la hora|ver mis notas|una sesión)
(chcę|chce) (umówić sesję|odwołać|zmienić termin|porozmawiać)
(vreau|aș vrea) (să anulez|să rezerv|o programare)
(ich will|ich möchte) (buchen|absagen|einen termin|mit jemandem sprechen|nicht kommen)
(quero|queria) (marcar|cancelar|falar com o coach|mudar a hora)
(voglio|vorrei) (prenotare|annullare|parlare con qualcuno|cambiare orario)
(randevu|iptal etmek|değiştirmek|konuşmak) istiyorum
(i'm|i am) not (sure|free|available|ready|coming|in|there|on it|able to come|certain|bothered|a fan|a coach|called that)
(i'm|i am) not (called|named|on the list|in the office|working on friday|the person you want|her|him|ada|ben|tom|sam)
(i'm|i am) (all right|fine|okay|safe|well|good|happy|busy|late|here|away|back|ill|free|ready|in|out) (thanks|today|now|)
(i'm|i am) (a coach|a mentor|an alum|a director|in cohort 4|in team 3|on leave|on the train|at work|at home today)
(actually|sorry|oh|no|) i (can't|cannot|cant) (then|after all|sorry|i'm afraid|) (make it|make that|come|that day|)
(can't|cant) (make|do) (the|that|it|this) (10th|date|day|one|time|tuesday|afternoon) (of february|any more|i'm
    afraid|i am afraid|sorry|)
(i'm|i am) not (ada|ben|that person|who you think|him|her|the right person|in that team|in your cohort)
(keep|leave|put|send|take|show|drop|hide) (them|it|that|those|this|everything) (then|as it is|away|back|please|)
(and|oh|one|) (another|one more|the other) (thing|question|point)
(here|here is|here's) (it|the word|harbour|heron|plum|my code|where we are)
(free|give) up my (slot|place|4pm|afternoon) (i don't need it any more|)
the (pipe|main|heating) has burst (and|so) (we are in the annexe|the room is changed)
(change|set) my (working days|hours|name|time zone) to (monday to thursday|nine to five)
(three|six|two) months of (mergers|change|travel|pressure) (ahead|coming up|at work)
the (deadline|budget|inspection|traffic|heat|commute|report|agenda) (nearly|almost|is|will) (killed|killing|kill|be
    the death of) me
i'm dying (to see|for|to hear about) (the venue|a coffee|the results|it)
(dying|dead) of (boredom|curiosity|hunger|laughter)
i could murder a (coffee|curry|cup of tea)
this (spreadsheet|printer|system|form|laptop) makes me want to (scream|cry|throw it out of the window)
i'm (dead|dead tired|dead on my feet|shattered|knackered|exhausted|worn out) (but happy|after the module|after that
    day|today|)
the (suicide prevention|self harm|domestic abuse|child protection|safeguarding)
    (strategy|policy|paper|board|training|conference|plan|action plan|statistics|report|campaign) (is due|is at
    3|was agreed|needs a sign off|went well|)
reflection on (a serious case review|our safeguarding work|the child protection plan|the domestic abuse service)
i (wrote|chaired|presented|read) the (safeguarding|suicide prevention|domestic homicide) (report|review|board|audit)
our service (supports|works with) (children at risk|victims of abuse|people who self harm|families in crisis)
i (can't|cannot) (go|come|do it|make it|carry on with the course|go on tuesday|take thursday) (on
    tuesday|tomorrow|this week|with the reorganisation|until january|)
i can't take (any more questions|any more bookings|thursday off|on another project)
i (can't|don't|won't|cannot|no longer) (take|see|coach|accept|mentor|book) (any|) (more|new|further) (coachees|clients|
    mentees|participants|requests) (any more|anymore|this term|until the spring|for now|in may|)
(i'm|i am) (no longer|not) (taking|seeing|coaching|accepting) (anybody|anyone|people) (else|new|on fridays) (for
    now|this term|)
i (can't|don't|won't) (offer|coach|run|host) (evenings|mondays|two a day|those hours|groups) (any more|
    after easter|this term|)
i (can't|don't|won't) (fit in|offer) (mornings|late sessions|fridays|two in a row) (this term|for now|)
(he|she|my mentee|everyone) is (doing|getting on|coming along) (well|nicely|very well|all right)
i (have|have got) no (room|space|time) for (another|a new|one more) (coachee|mentee|group) (now|this term|)
i don't want to (go on|come to|do) (the trip|the course|stage|this module|holiday with them)
(end|finish) (it|the meeting|my session|this) (at|by) (4|five|noon|5pm)
i (killed|smashed|nailed) (it|that presentation|the interview)
shoot me an email
(cut|cutting) (my budget|our budget|costs|the grass|myself a slice|myself shaving)
i (feel|felt|am) (a bit|slightly|rather|quite|) (flat|low|tired|stressed|nervous|anxious|fed up|grumpy|down)
    (today|this week|about the presentation|after the meeting|)
not (a great|the best|my best) (week|day|month)
(rough|tough|hard|long|busy|bad) (day|week|meeting|month)
i'm (fed up|frustrated|annoyed|disappointed) (with|about) (the trains|my manager|the process|the restructure|it)
i (hate|can't stand) (mondays|this software|spreadsheets|the commute|networking)
i'm (worried|nervous|anxious|concerned) about (the budget|my presentation|the inspection|the restructure|module 3|my
    exam|the deadline|ofsted)
i'm worried about (my team's workload|missing the deadline|the new structure|speaking in public)
i cried (laughing|at the film|with happiness|when he got the job)
i'm (drowning|buried|snowed under) in (emails|paperwork|work|meetings)
(my battery|the phone|my laptop|the plant|the link|the project|the idea|the conversation) (died|is dead)
lost the will to live (in that meeting|halfway through the slides) (lol|haha|)
(kill|killing) (two birds with one stone|time|the lights|the motion)
i (give up|gave up) (smoking|on this form|trying to log in|sugar|chocolate|)
we (lost|buried) the (contract|bid|match)
my (nan|grandfather|old dog|father) died (last year|in the summer|last month) and i (took|need) (time off|to
    reschedule)
i (feel|felt) (trapped|alone|hopeless|stuck|lost) (in meetings|in this role|with spreadsheets|at excel|at maths|in
    the maze of the venue)
no (point|hope|way) (in|of) (coming on thursday|booking it now|getting there by nine|parking)
there's no way out of (the car park|this meeting|the contract)
my (son|daughter|husband) is (ill|poorly|off school|starting school) (today|so i can't come|)
he (hit|hits) (the target|the nail on the head|his objectives)
she (left|hurt) (the room|her ankle|her back) (at the gym|)
goodbye (and thanks|for now|everyone see you next week|slack hello teams)
i won't be (here|around|in) (tomorrow|next week|on friday|for the module)
i've had enough of (zoom|meetings|emails|this weather)
(nobody|no one) (came|replied|noticed|turned up) (to my session|to my email|)
i took (two paracetamol|a tablet for|my pills) (and went to bed|my headache|this morning)
i've (made|got|written) a (plan|note|letter) (for my team|about module 3|to the chair|for the year)
jump (in|on the call|on a train|to the next slide)
i'm on the (platform|bridge|roof terrace|train) (see you soon|running late|at euston|)
over the (moon|hill)
i could sleep for a week
can't stop (smiling|laughing|thinking about that talk|eating biscuits)
i haven't (slept|eaten|stopped) (well|since breakfast|all day) (but|because of the baby|so excited|looking forward
    to lunch)
what's the point of (this form|the questionnaire|module 4|that meeting)
burnout is a theme in my team
mental health first aid training (on thursday|was excellent)
i (supported|listened to|met) a (colleague|member of staff) about (her workload|returning to work|his appraisal)
a (child|pupil|young person) (won|presented|told us about) (an award|their project|what they want from school)
i (could|can) (die|kill) for a (coffee|holiday|cake)
i (nearly|almost) died (laughing|of embarrassment|when the fire alarm went)
(my|the) (boss|chair|leader|mp) (will|is going to) kill me if (this|i'm|it) (is late|slips|)
help me (find|book|choose|understand|write) (a session|the form|a mentor|my plan)
can you help me (with|to) (my plan|book|log in|find the venue|please)
i need help (with|to) (my learning plan|the form|logging in|booking|my application)
please help (with the booking|me log in|)
i (can't|cannot) (get|log|sign|find|see|open|read|remember|book) (in|the form|my notes|the link|the venue|a time)
i don't (see|get|understand) the (point|button|link|form|attachment)
i don't (feel|think) (i'm|i am) (ready|good enough|experienced enough) (for the post|to apply|yet)
i (feel|felt) like (an impostor|a fraud|giving a rubbish presentation|pizza)
i (failed|messed up|bombed) (the interview|the presentation|my driving test)
i want to (leave|quit|change) (the programme|my job|my coach|this group)
i want it to (stop|end) (sending reminders|at five|on friday)
please stop (the reminders|these messages|messaging me)
i'm (done|finished) (with the questionnaire|for today|with module 2|reading)
i give up where is the (link|button|form|room)
(delete|erase|end|remove) (everything|my account|my data|all my notes|it all)
i want to (disappear|delete myself) from (your system|the mailing list|the directory)
i'm leaving (the programme|early|at four|my post|on friday)
(goodbye|bye) (waymark|for now|then)
sorry (for|about) (everything last week|the delay|the confusion|yesterday|missing the session)
i'm sorry i (can't come|missed it|have to cancel|am late)
i'm (scared|afraid|frightened) of (public speaking|heights|the interview|looking stupid)
i'm (worried|concerned) (that|) (we won't finish|i'll be late|the room is too small|nobody will come)
i'm concerned about (a colleague's|my deputy's) (workload|performance|attendance|progress)
my (daughter|son) (starts|finishes|has) (school|exams|her exams|a cold|chickenpox)
my (wife|husband|partner) (is|has) (away|a new job|in hospital for her knee)
(my|a) (child|daughter|son) is (ill|sick|poorly|unwell)
i (lost|buried) my (mother|father|gran) (last month|this year) (and need time off|and missed module 2|)
i (drink|drank) too much (coffee|tea)
i (haven't|have not) (had time|had lunch|finished|started|done it|read it)
the (children|kids|young people) (are|were) (brilliant|loud|at home|on the panel)
our (children's|adults) (services|safeguarding) (team|board|review) (meets|is|starts)
(risk|suicide|abuse|violence|harm) (assessment|register|prevention|reduction) (meeting|training|tool|policy)
i reflected on (a hard case|a child death review|risk|my own resilience)
it (hurts|hurt) (to admit it|my eyes|my pride)
that meeting was (murder|torture|painful|agony|deadly)
i am (alone|lonely) (in the office|at the top sometimes|as the only director)
leadership can be lonely
i feel (empty|numb) after (a whole day of zoom|eight hours of meetings)
(everything|it all) is (too much|a lot) (at work|this quarter|before year end)
i want to (hide|scream|cry) (at|because of) (the budget|this spreadsheet|the printer)
i (cut|burned|hurt) my (finger|hand|foot|back) (cooking|at the gym|gardening)
who (dies|kills) in (that series|the film|the book)
i don't know what to say
before my appraisal i'd like to re-read everything i've noted
i've seen the advert for the next cohort and i think i'd be ready, what do i need to do
i'd like to practise my narrative
what would i have to do if i mentored somebody
i'd like to put someone forward for next year
i've decided to leave and would rather nothing of mine stayed in here
i'd like something sent round to cohort 4 on monday morning
i don't want you to keep anything about me
i'd rather talk to somebody
i'd like to leave a comment about yesterday
i'd like to be considered for the next cohort
i'm leaving and want to keep my notes
id like to rite a reflecton
something clicked in the session this morning and i'd like to write it up
i'd love to talk something through with a coach
i'd really value talking regularly with someone who has already made the step up to director
has my notice gone out
i'm changing employer soon and want to take a copy of all my notes with me
i'd like a different mentor
i finished last year and would like to support a participant
one of my assistant directors would be perfect for this, how do i put her name in
don't need wednesday's appointment any more
i'd like to recommend a ted talk to the others
before i write anything, i'd like to understand who gets to read it
i no longer want my slot on the 3rd
i have a problem the bot can't fix
what's being advertised at the moment
i've gone down to four days, so please don't contact me on fridays
it doesn't recognise me on telegram
i'm getting pinged too much
my colleague should be on this
everyone else seems to be talking in the team channel and i'm not in it, could you add me
any requests i need to answer
tell priya i won't be there on thursday
i've been using this on slack but my council blocks it, how do i carry on in telegram with the same notes
i don't work fridays
i don't think i've done the questionnaire yet, can i do it now
what have i written so far
i'm really sorry but i've been called to a gold command meeting and won't manage my coaching this afternoon
i didn't think the afternoon worked very well to be honest
i want to be deleted
i have capacity to take on a mentee
what did i say about my team last month
can you let sam know i'll see him on the 3rd as he asked
let me know if a secondment at the gla comes up
i noticed that i always fill the silence. save that
did it go thru to every1
i want to give more times to my coachees
did i save something about conflict
plain text please no pictures
i've just spilt coffee all over the keyboard
want to capture a thought before i lose it
this webinar recording is worth passing around
i've achieved one of my goals
how many sessions have i got left
prompt me every monday to reflect
how competitive is it to get a place
are you still looking for mentors i could take one on
just had a tough conversation with my boss, want to think it through on paper
list of things you can do
my last three notes
i'm looking for an article on inequality
can i get my notes out of here
i wasn't happy with how the workshop was run
anyone who couldn't be reached
use larger text
could i be put in touch with an alum who knows adult social care
i haven't been matched with anyone yet
i've got a tricky restructure coming up and could really do with an hour with my coach before the end of the month
take my stuff with me
what do i have to do to get ready for wednesday
can i speak to someone
had a really useful conversation with my director today and i don't want to forget what i took from it, can you keep
    it for me
plan what i want to get out of this programme
remind my husband
is there a real person i can talk to
are there any non exec positions
"""
"""Figures of speech, work on such things, bad days, and wishes that are put in much the same words."""
