"""What is said of somebody else who may come to harm: a child, a colleague, anybody in another’s hands."""

from bot.chat.understanding.risk.groups import GRAMMAR

OF_ANOTHER = GRAMMAR.ideas(
    # ---------------------------------------------------------------- a child, or somebody in another's hands
    "(YOUNG|ADULT|HE|HIM) ..6 (is|being|been|was|is|are|gets|get|getting|were|be) (physically|sexually|badly|"
    "seriously|being|regularly|repeatedly|emotionally|financially)? WRONGED (/|by (HIS|the|a|someone|an|one|staff|KIN|"
    "our|my)|at home|and|at|again|or|in|every|when|too|for|online|with|i|if|on) !(redundancy|cuts|closure)",
    "(YOUNG|ADULT|HE) ..3 (in danger|not safe|unsafe|at (immediate|serious|real|significant|grave)? risk|left alone|"
    "locked (in|up|out)|not (being)? (been)? fed|being (left|starved)|going hungry|sleeping rough) !(of)",
    "(YOUNG|person) ..3 (disclosed|disclosing|made a disclosure|told (me|us) ..4 (hurts|hit|hits|touches|touched|"
    "abuse|abused|beats|scared|afraid|locks|hurt|harm))",
    "disclosed ..4 (abuse|harm|rape|assault|violence|neglect|hurting)",
    "(YOUNG|person|resident|ADULT) ..3 (has gone|gone|went|is) missing ..8 (text|texted|message|said|says|going|jump|"
    "worried|note|fear|scared|note|suicidal|harm)",
    "(YOUNG|ADULT|HE) ..6 (MARK) ..4 (on|over|arm|arms|face|neck|legs|back|body|again|wrists|boyfriend|husband|KIN|"
    "explain|explained|black|not right)",
    "(black eye|MARK) ..3 (on|over|that) (HIS|a|the|my|all|nobody) ..3 (YOUNG|arm|arms|face|neck|legs|back|body|"
    "wrists|wrist|explain|explained|account)",
    "(cuts|bruises|burns|scars|marks) ..4 (HIS|the) ..1 BODY",
    "(ADULT|YOUNG|someone|one) ..6 (not safe|unsafe) (/|at home|in|with|there)",
    "(comes|came|coming|gets|got|climbs) (in)? (into|in|to) (her|his|their|the) ..1 (room|bed|bedroom) !(to (tidy|"
    "clean|play))",
    "(touches|touched|touching) (her|his|him|them) !(lives|hearts|heart|life|base)",
    "(husband|wife|partner|boyfriend|girlfriend|ex|dad|stepdad|father|mother|he) ..6 (WRECK|break) (her|their) ..1 "
    "(BODY)",
    "(burns|bruises|marks|injuries|cuts) ..2 (nobody|no one|HE|that) ..2 (not)? (explain|explained|account|say)",
    "(YOUNG|ADULT|HE|who) ..3 FEAR (to|of|about) (go|going|of|be|being|HIS) (home|HIS|him|her|there|alone|back|KIN)",
    "(CARER|HE|someone|KIN|ADULT|staff) (is|has been|was|has|keeps|may be|might be|been|be|are|have been)? (been|"
    "being)? WRONGING (a|an|the|HIM|HIS|this|that|one of|my|our|some|SELF|THEM|people|kids|children) !(me|boundaries|"
    "the budget|system|rules|expectations)",
    "(saw|seen|watched|heard|hear|witnessed) ..6 (hit|hitting|beat|beating|hurt|hurting|slap|slapping|kick|kicking|"
    "punch|punching|shake|shaking|drag|dragging|smack|smacking|scream|screaming) ..2 (YOUNG|HIM|HIS YOUNG|ADULT)",
    "(YOUNG|girl|woman|cousin|friend|pupil|sister) ..6 (taken abroad|forced|sent abroad|taken) ..3 (marriage|marry|"
    "married)",
    "(YOUNG) ..3 (left|leaves|leave|leaving) ..1 (on (HIS) own|alone|home alone|unattended) ..3 (days|hours|nights|"
    "night|weekend|evening)",
    "(sold|selling|used|passed around) for sex",
    "(pimp|pimped|brothel|trafficker|traffickers|county lines) ..6 (YOUNG|HIM|HE|HIS|someone)",
    "(ADULT|YOUNG|he|she|they|someone|dad|mum) ..3 (is|keeps|was|are|been|heard) WRONGING (his|her|the|their) ..1 "
    "(wife|husband|kids|children|girlfriend|boyfriend|partner|son|daughter|mum|mother|baby|dad|father)",
    "(YOUNG|woman|student|pupil|HE|cousin|friend) ..8 (taken|sent|flown|going) abroad ..3 (marriage|marry|married)",
    "(coming|come|comes|came|turns|turned|turning|arrives|arrived) ..3 with ..4 (MARK)",
    "(rang|called|texted|messaged|phoned) ..2 from (the|a) ..1 (bridge|roof|cliff|ledge|edge|tracks)",
    "(KIN|boyfriend|he|she) ..3 (takes|took|controls|checks|keeps|has) (her|his|their) (phone|money|wages|passport|"
    "bank) ..4 (and|/|so|phone|money)",
    "(MARK) ..5 (door|fell|stairs) ..1 (again|/)",
    "(everyone|us|me|team|office|group) ..3 (saying|to say|with) (sorry|goodbye) ..6 (find|missing|gone|answer|phone|"
    "reach)",
    "(HIS|her|the|s|my|ADULT|KIN) (CARER|KIN) (HIT|is violent|will kill|would kill|locks|starves|drinks and|gets "
    "violent) (HIM|the|HIS|kids|children|and|when|/)",
    "(KIN|husband|HE|CARER) (is|has|was|keeps|has been)? (threatening|threatened|threatens|going|says HE will|said HE "
    "would|says HE is going|trying|tried|tries|will) (to)? (find|kill|hurt|beat|stab|harm|strangle) (HIM|and kill HIM|"
    "the (kids|children|baby)|HIS ANY|my (mum|sister|friend|mother|daughter|son|brother))",
    "(find|get|track) (HIM) ..2 and (kill|hurt|stab|beat|harm) (HIM)",
    # ---------------------------------------------------------------- what they may do
    "FEAR ..2 (for|about) (HIS|the|a|my|this|that|someone|ADULT|YOUNG|my YOUNG|my ADULT|my KIN|a YOUNG|the YOUNG|a "
    "ADULT) (safety|life|lives|welfare|own safety|mental)",
    "(safety|welfare|wellbeing|life) of (a|this|the|that|my|one|some|his|her|their) ..3 (YOUNG|ADULT|KIN)",
    "(scared|afraid|frightened|terrified|fear|fearing|petrified) for (HIM|my ..1 (YOUNG|KIN|ADULT)|a (YOUNG)|the "
    "(YOUNG)|one of)",
    "FEAR (for|about|that)? ..5 (HE|someone|YOUNG|ADULT|KIN) (might|will|may|is going to|could|would|are going to|are|"
    "is) ..2 (do something|do anything|hurt|harm|kill|die|take (HIS|THEM)|FINISH it|not be (here|alive)|suicidal|cut|"
    "dead|jump|overdose|at risk|in danger|not safe|abused|hurting|harming|cutting|being (hurt|hit|abused|WRONGED))",
    "FEAR ..3 (what) (HE) (might|will|may|could|is going to) do",
    "(HE|KIN|ADULT|YOUNG) (might|may|will|could|is going to|would) do (something|anything) (silly|stupid|drastic|"
    "terrible|awful|to THEM|dangerous)",
    "(unsafe|not safe|in danger|afraid|frightened|scared) ..2 (at home with|with HIS|in HIS (home|house|own))",
    "HE (is|are) (in danger|not safe|suicidal|being (WRONGED)|cutting|self harming) !(of)",
    "(ADULT|HE|YOUNG|KIN) ..10 (goodbye|sorry for everything|left a note|a note saying|rope|FINISH it|pills) ..10 "
    "(not (answering|picking|replying|turned|come|been seen|home)|missing|gone|phone)",
    "(not|nobody) ..1 (answering|answered|answer|picking up|replied|replying|turned up|seen) ..12 (kill|die|FINISH it|"
    "harm|hurt HIM|goodbye|suicidal|frightened|scared|note|sorry for everything|jump)",
    "(forced (into)? marriage|honour based|fgm|modern slavery|trafficked) ..6 (HE|girl|woman|family|cousin|student|"
    "pupil)",
    "(girl|woman|student|pupil|HE) ..6 (forced (into)? (marriage|marry)|honour based|taken abroad to marry|fgm)",
)
"""What is said of somebody else alone; the other ideas are theirs or one's own, as the sentence says."""
