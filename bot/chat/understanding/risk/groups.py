"""Words, and turns of phrase, that mean the same to somebody's safety; and the vocabulary of them all."""

from bot.chat.understanding.risk.grammar import Grammar
from bot.chat.understanding.risk.words import Vocabulary

GROUPS = {
    # ------------------------------------------------------------ who
    "HE": "he she they",
    "HIM": "him her them",
    "HIS": "his her their",
    "SELF": "(myself|my self|me self|self)",
    "THEM": "(himself|herself|themselves|themself|theirself|him self|her self|them selves)",
    "KIN": "husband wife partner boyfriend girlfriend ex fiance fiancee dad father mum mother stepdad stepfather "
    "stepmum brother sister son daughter uncle family parents flatmate housemate spouse",
    "YOUNG": "child children kid kids boy boys girl girls baby babies toddler toddlers son daughter teenager teen "
    "pupil student nephew niece lad grandson granddaughter stepson stepdaughter infant twins youngster youngsters "
    "youth",
    "ADULT": "adult friend colleague deputy mentee coachee coworker teammate neighbour neighbor man woman lady guy "
    "person bloke resident residents tenant client mum mother dad father brother sister partner husband wife "
    "participant member boss cousin aunt uncle gran nan grandad grandmother grandfather mate officer worker assistant "
    "staff student intern apprentice flatmate housemate ex boyfriend girlfriend relative patient someone gentleman "
    "carer pal analyst secretary pa report",
    "CARER": "carer carers stepdad stepfather stepmum father dad mother mum parent parents uncle husband partner "
    "boyfriend wife girlfriend teacher ex nurse son daughter family brother staff grandson nephew",
    # ------------------------------------------------------------ small words in their forms
    "BE": "be am is are was were been being feel feels felt feeling",
    "WANT": "want wants wanted wanting wish wishes wished wishing hope hoping prefer",
    "SOON": "tonight today tomorrow soon now weekend week this",
    "FEAR": "scared afraid frightened worried terrified worry worries fear fearing fears concerned anxious petrified "
    "dread dreading",
    "CANT": "((can|could|would) (just|really|honestly|simply|literally)? not (even|really|just|possibly|seem to|be "
    "able to|physically)?|(not|never|no longer) (be|feel|feeling)? able to|unable to|struggling to|struggle to|do not "
    "know how to|(not|never) (sure|know|think|see|believe|reckon) ..2 (if|how|that|whether)? (much|long|longer|more)? "
    "(longer|more)? (i|HE|we|to) (can|could|will|am going to|is going to|are going to)?)",
    # ------------------------------------------------------------ grave words
    "KILL": "kill kills killing killed unalive unaliving murder murdering",
    "HURT": "hurt hurts hurting harm harming harms harmed cut cuts cutting injure injuring burn burning starve "
    "starving punish punishing scratch scratching",
    "HANG": "hang hanging hanged drown drowning drowned shoot shooting stab stabbing poison poisoning strangle "
    "strangling gas gassing suffocate electrocute destroy",
    "SUICIDE": "suicide suicidal suicides suicidality",
    "DIE": "die dies dying dead died death",
    "LIFE": "life lives",
    "FINISH": "end ends ending ended finish finishing",
    "LIVE": "live living exist existing",
    "ALIVE": "alive here around",
    "HIT": "hit hits hitting beat beats beating beaten punched punches punching kicked kicks kicking slapped slaps "
    "slapping choked chokes choking strangled strangles strangling raped rapes raping assaulted assaults assaulting "
    "attacked attacks attacking abused abuses abusing molested molesting groped gropes shoved shoves battered burned "
    "burnt stabbed grabbed grabs pushed pushes threw throws bit bites dragged drags smacks smacked smacking "
    "headbutted hurt hurts hurting harmed harming threatened threatens threatening",
    "WRONGED": "hit beaten punched kicked slapped choked strangled raped assaulted attacked abused molested groped "
    "battered burned burnt stabbed hurt harmed threatened starved neglected exploited trafficked groomed touched "
    "mistreated beat tortured smacked shaken controlled intimidated stalked blackmailed drugged bullied",
    "WRONGING": "hitting beating punching kicking slapping choking strangling raping assaulting attacking abusing "
    "molesting hurting harming threatening starving neglecting exploiting grooming touching mistreating shaking "
    "battering burning controlling",
    "DOSE": "overdose overdosed overdosing overdoses od",
    "PILLS": "pills tablets paracetamol tablet pill medication meds painkillers aspirin ibuprofen insulin "
    "antidepressants codeine morphine sleepers",
    "ROPE": "rope noose ligature gun knife razor blade blades bleach hose hosepipe cord scissors",
    "HEIGHT": "bridge roof rooftop building window balcony cliff platform edge viaduct ledge tower flats",
    "JUMP": "jump jumping jumped leap throw throwing threw step stepping stepped walk walking run drive driving drove "
    "swerve swerving crash crashing lie lying",
    "BODY": "arm arms wrist wrists face neck throat leg legs thigh thighs back skin head stomach jaw ribs hand hands "
    "finger fingers eye eyes hair ear lip body",
    "WRECK": "break breaks broke burn burns burned burnt cut cuts slice slices sliced scratch scratched twist twists "
    "twisted crush crushes smash smashes smashed squeeze squeezed bite bites bit split stab stabs pinch grab grabs "
    "grabbed",
    "LIVING": "(living|alive|existing|this life|being here|stay here|go on living)",
    "AGAINST": "not never no nothing nobody without tired sick done finished hate hating hard harder impossible "
    "struggle struggling bear stop end ending pointless why rather scared worthless exhausted enough weary dread "
    "reason barely hardly",
    "TOWARDS": "want wants wanted wanting wish wishing hope hoping think thinking thinks thought thoughts plan "
    "planning planned ready going feel feeling urge urges rather scared afraid talk talks talking talked telling "
    "tells ideas ways dream dreaming imagine imagining longing prefer better decided tried trying deserve might",
    "LOW": "hopeless worthless desperate despair empty numb pointless broken trapped helpless useless unbearable "
    "hopelessness worthlessness despairing tormented suffocating drowning",
    "MARK": "bruise bruises bruised bruising cuts scars burns injuries welts marks eye",
    # ------------------------------------------------------------ what the rest is about
    "WORK": "strategy strategies policy policies paper papers report reports board minutes conference review reviews "
    "panel committee training module session sessions workshop workshops statistics data research prevention "
    "awareness audit inspection ofsted framework procedure procedures protocol case cases study partnership "
    "commissioning service services budget presentation agenda webinar seminar briefing lead leads team forum "
    "guidance toolkit plan plans programme campaign dashboard thresholds threshold lecture essay dissertation book "
    "article podcast documentary film course consultation summit hub unit act legislation duty duties referral "
    "referrals caseload figures rates rate numbers pathway charity project postvention bill council scrutiny cabinet "
    "slides slide speaker speakers talk talks meeting meetings event events charities funding bid group theme topic "
    "subject chapter section keynote steering action national local borough risk assessment assessments aid aider "
    "director directors inquiry inquest coroner learning lessons reflection reflections debate motion manifesto "
    "calls quarter safeguarding leaflet resource resources play novel drama documentary exhibition story violence duty",
    "BUSY": "meeting meetings spreadsheet spreadsheets deadline deadlines excel powerpoint inbox email emails agenda "
    "slides budget report module zoom teams commute printer laptop wifi traffic queue heels shoes coffee caffeine "
    "chocolate cake lunch curry pizza biscuit gin hangover gym marathon yoga paperwork admin portal minutes acronyms "
    "procurement finance form forms essay reading webinar seminar icebreaker icebreakers slide deck jargon workshop "
    "exam exams quiz football match telly film episode game karaoke suspense reminders reminder questionnaire budget "
    "tennis calendar invoice invoices",
    "CHEER": "haha hahaha hehe lol lmao rofl happy great brilliant fantastic lovely fun funny excited exciting "
    "wonderful delighted thrilled proud enjoyed enjoying enjoy hilarious amazing loved buzzing chuffed laughing "
    "laughed joking kidding jk grinning smiling yay hooray congratulations congrats celebrate celebrating cheers "
    "triumph gorgeous delicious superb fab fabulous marvellous cracking awesome glad pleased bliss",
    "GRIM": "nothing nobody hate alone crying scared afraid pain hopeless lonely goodbye seriously dead die myself",
}

OFTEN_MISSPELT = (
    "suicide suicidal myself himself herself themselves overdose overdosed overdosing hopeless worthless desperate "
    "killing killed paracetamol goodbye harming hurting ending existing exist burden pointless bruises abused abusing "
    "strangled threatened assaulted unsafe alive breathe wanting without living everyone nobody kill longer point "
    "enough frightened scared anyone reason"
)
"""Words that are known in spite of a slip of the finger."""

VOCABULARY = Vocabulary()
GRAMMAR = Grammar(GROUPS, VOCABULARY.sign)
