"""What stands around a phrase, and says whether it is a time, and whether it is the one that is meant."""

import re

from scheduling.phrases.names import listed, one_of

# What may stand behind a time that is only a number, an ordinal or a word with another meaning.
_FOLLOWERS = listed(
    """
    and or but if then so because cos as please pls plz thanks thank ta cheers instead would will works work suits
    suit is isnt with w for to in on at when where ok okay good fine great perfect do does can could should shall i
    im ill ive we were you youre he she they it its me us that this my your our the a an by from until about around
    not no yes any either free available possible possibly ideally maybe perhaps probably after before which who
    since while too also again only just each sharp prompt latest earliest max gmt bst x xx xxx uk looks seems might
    may must need needs though although unless till therefore hopefully still better easier best onwards via over
    online remind book booked slot session meeting coaching call tomorrow today tonight anyone everyone both
    sometime thx was did had rather than what how sound sounds cant dont wont be being say some does doesnt make
    suits wouldnt ideal ideally sometime whichever whatever otherwise preferably wd wld shd cd
    request booking appointment catch chat one review supervision workshop webinar event
    """
)
# What may stand before a mere number that opens a phrase: "make it 3 tomorrow".
_OPENERS = listed(
    """
    do make it say about around is be for maybe perhaps meet book me please us at to or and how what from between by
    so then try want prefer until could can we you i on in the but hi hello free available now that till ok okay yes
    no not lets would does is id say go went hold got keep only schedule call meeting session coaching slot chat
    have catch up after before arrange move moved push
    shift change reschedule set fix like love sorry think thinking suggest propose of this your my our with well
    """
)
LABELS = listed(
    """
    module modules unit section chapter room page pages version level step question part item table floor band grade
    phase number no point points task tier appendix annex paragraph para figure slide slides v ver release year
    years key stage cohort group team platform gate bus route line flat house act exercise activity topic lesson
    verse psalm score scored won lost drew rated article schedule clause option plan post code ref size week day
    weeks top form p q ch sec pp m extension ext channel episode series book volume
    """
)
"""What a number behind is only the name of: "room 12"."""

_NEVER_BEFORE = re.compile(
    one_of(
        r"""
        \bevery | \beach | \bother | \balternate | \bsince | \bmost | \bsome | \bmany | \bago | \bback in | \bonce
        | \btwice | \btimes | \bany (?:time|day) but | \banything but | black | man | cyber | manic | good | girl
        | (?:^| )st | \bhappy | \bmerry
        """
    )
    + " $"
)
_NEVER_AFTER = re.compile(
    " "
    + one_of(
        r"""
        ago | 's? (?:leaders?|world|generation|society|children|news|papers?|problems?) | feeling | shift | best
        | times | roast | (?:a|per|each|every|out of) (?:month|quarter|year|\d+)
        """
    )
    + r"\b|-(?:to|long|ish)?[a-z]"
)
_WISHED = re.compile(
    r"\b"
    + one_of(
        """
        make (?:it|that) | how about | what about | (?:can|could) (?:we|you|u|i|it) | shall we | lets | suggest
        | propose | prefer | any chance | book | to | remind | would rather | instead | are you | is there | anything
        | do you have | would | pencil | schedule | nudge | push (?:it |this )?back
        """
    )
    + r"\b[^.?!]{0,30}$"
)
_ASKED = re.compile(
    r"\b"
    + one_of("do | make it | make that | manage | try | prefer | suggest | to | meet | shall we say | lets say")
    + " $"
)
_AGAINST = re.compile(
    r"\b"
    + one_of(
        r"""
        not | instead of | rather than | other than | except | apart from | no longer | unable to | isnt | arent
        | busy | away | off | clash(?:es|ing)? | tied up | out | leave(?! (?:it|this|that)\b) | miss(?:ed|ing)?
        | (?:cant|cannot|can not|couldnt|wont|dont)(?: \w+){0,3} | unavailable | already | from | nothing | was | were
        | in (?:a )?meetings? | (?:double|triple)[ -]booked | taken | occupied | sorry about | cancel | doesnt | swap
        | switch | change | move | shift | rearrange | reschedule
        | had | saw | met | replaces? | replacing | postpone | training | holiday
        | (?:meant|supposed|due|scheduled|booked|planned|down) (?:to|for|in|on)
        """
    )
    + r"(?: (?!to )\w+){0,2} $"
)
_ASIDE = re.compile(
    r"\b"
    + one_of(
        r"""
        gets? (?:in|back|home|here|there) | (?:be|am|im|is|are|comes?|coming) back | arrives? | finish(?:es)?
        | ends? | starts | (?:i|we|they|classes|lessons) start | begins | lands? | leaves?
        | leaving | departs? | picks? up | pick-up | school run | dentist | doctors? | gp | another
        | appointment | board | train | flight | (?<!it )(?<!this )(?<!that )(?<!wait )(?<!off )(?<!over )until
        | deadline | due | closes? | opens? | hand in | interview
        | lecture | (?:because|cos|since|while|whilst|before|after|unless|although|though) (?:i|we|you|he|she|they)\w*
        | (?:because|cos|since|while|whilst|unless|although|though) (?:my|our|the|its|its|thats|theres|of)
        | (?:im|were|ill be|well be|gone|called|dragged|pulled|summoned|stuck|flying|travelling|driving)
        (?:out|off|in|into|to|at|with|on|back)
        | (?:need|have|has|got|must) (?:to )?(?:be )?(?:out|done|finished|back|home|gone|away|leave|off)
        | listed | in court | hearing | inspection | lands | election | count | exam | funeral | wedding
        """
    )
    + r"\b(?: \w+){0,4} $"
)
_OUT = re.compile(
    r" ?,?(?: \w+)? ?"
    + one_of(
        """
        doesnt | does not | isnt | is not | wont | will not | cant | no longer | no good | wasnt | was | has gone
        | becomes
        | (?:has|is|was|have) (?:now )?(?:become|moved|moving|changed|changing|gone) to | is now
        | clashes | is (?:no|out|bad|full|taken|gone|tricky|hard|difficult|impossible)
        """
    )
    + r"\b"
)
_SUITS = re.compile(
    r" ?,?(?: \w+)? ?"
    + one_of(
        r"""
        instead | works?
        | (?:is|are|looks?|looking|feels) (?:a )?(?:good|fine|better|best|ok|okay|great|perfect|free|easier)
        | (?:would|should|could|might|will|wd|wld) (?:also |probably |really |definitely |still
        )?(?:work|be|suit|do|fit)
        | suits? | please | any (?:good|better|use|easier) | if | ok | okay | possible | \? | sounds? | does\b
        | it is\b | for me\b
        """
    )
)
_TAKEN_BACK = re.compile(
    r"[ ,.?!-]*"
    + one_of(
        r"""
        no[,.] | no (?:wait|hang on|sorry|actually|hold on|not)\b | oh no\b | hang on\b | hold on\b | wait\b | nope\b
        | scrap that\b | scratch that\b | ignore that\b | forget that\b | actually,? (?:no|make|could|can|lets)\b
        | oops\b | whoops\b | correction\b | sorry,? (?:no|i mean|i meant|make|that should)\b | i mean\b | or rather\b
        | make that\b
        """
    )
)
"""What follows a time that is taken back: "Thursday at six, oh no"."""
_OTHERWISE = re.compile(r".{0,60}?[,.;?!-] ?(?:(?:but|so) )?(?:can|could|would|how|what|whats)\b.{0,40}\d")
_PAST_BEFORE = re.compile(
    r"\b"
    + one_of(
        r"""
        sent | went | wrote | saw | felt | attended | enjoyed | spoke | talked | came | finished | started | ended
        | slept | happened | arrived | joined | learnt | learned | struggled | turned | retired | graduated
        | qualified | changed | (?:ve|have|has|had) (?:had|been|done|seen|got|made)
        | (?:was|were)(?! (?:hop|think|wonder|go|plan|look|suggest|about|due|meant|suppos|book|schedul|mov|just|hav))
        """
    )
    + r"(?: (?!to\b|for\b)\w+){0,3} $"
)
_PAST_AFTER = re.compile(
    r"(?: 's)?"
    r"(?: (?:session|workshop|module|meeting|call|morning|afternoon|evening|day|event|coaching|group|talk)){0,2}"
    r" (?:was(?! (?:hop|think|wonder))|were|went|felt|has been|had been)\b"
)
_MOVED = re.compile(
    r"\b"
    + one_of(
        """
        mov | chang | shift | push | swap | switch | bring | brought | rearrang | reschedul | postpon | put
        | delay | defer | transfer
        """
    )
    + r"\w*\b[^.?!]{0,60}$"
)
_PUT_OFF = re.compile(
    r"\b(?:(?:leav|put|push|hold|park)\w*(?: (?:it|this|that|things|off|back|over|(?:our|the|my) \w+)){1,2}"
    r"|(?:wait|postpon|delay|defer)\w*(?: (?:it|this|that|things|(?:our|the|my) \w+))?) $"
)
_CHOSEN = re.compile(r"\b(?:toss-? ?up|choice|choos\w+|torn|decid\w+|pick|split|stuck|hesitat\w+) $")
_OFFERED = re.compile(r"(?: (?:ok|okay|any good|works?|suit|instead|maybe|perhaps|then)){0,2} ?\?")
_ATTRIBUTED = re.compile(r"\b(?:the|a|an|my|our|your|his|her|their|that|each|old|usual) $")
_WEDDING = re.compile(
    r"wed (?:her|him|them|his|each other)\b"
    r"|(?:(?<=they )|(?<=who )|(?<=be )|(?<=get )|(?<=newly )|(?<=were ))wed"
)
"""The verb, which is no Wednesday."""
_VERSE = re.compile(
    r"(?:genesis|exodus|leviticus|deuteronomy|joshua|kings|chronicles|psalms?|proverbs|ecclesiastes|isaiah|jeremiah"
    r"|matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|philippians|hebrews|james|peter|revelations?)"
    r" $"
)
_NEAR = 80
"""Characters before a phrase that are looked at."""


def never(text: str, start: int, end: int) -> bool:
    """Whether the words around tell that this is no time that lies ahead."""
    return bool(
        _WEDDING.match(text, start)
        or _NEVER_BEFORE.search(text[max(0, start - 16) : start])
        or _NEVER_AFTER.match(text, end)
        or _PAST_BEFORE.search(_clause(text, start))
        or _PAST_AFTER.match(text, end)
    )


def followed(text: str, end: int) -> bool:
    """Whether what follows may follow a time: the "people" of "at 3 people" may not."""
    after = text[end:].lstrip(" ,")
    if not after or not (after[0].isalnum() or after[0] == "%"):
        return not after.startswith(("/", "-"))
    word = re.match(r"\w+", after)
    return word is not None and word[0] in _FOLLOWERS


def offered(text: str, start: int, end: int) -> bool:
    """Whether a mere number is all of a question, beside a day that was said before: "I could try Friday, 3 ok?"."""
    before, after = text[:start].rstrip(), text[end : end + 20]
    return before.endswith((",", ".", "?", "!", "-")) and _OFFERED.match(after) is not None


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins with it."""
    return text[:start].rstrip().endswith((".", "?", "!"))


def closed(text: str, end: int) -> bool:
    """Whether nothing more is said behind it."""
    return not text[end:].lstrip()[:1].isalnum()


def opened(text: str, start: int) -> bool:
    """Whether what stands before may lead to a mere number that is a time."""
    before = text[:start].rstrip(" ")
    if not before or not before[-1].isalnum():
        return not before.endswith(("£", "$", "#", "/"))
    return before.rpartition(" ")[2] in _OPENERS


def attributed(text: str, start: int) -> bool:
    """Whether what stands before makes of a time what something is called: "the 3pm train"."""
    return _ATTRIBUTED.search(text[max(0, start - 12) : start]) is not None


def verse(text: str, start: int) -> bool:
    """Whether what stands before is the book of a chapter and its verse: "John 3:16"."""
    return _VERSE.search(text[max(0, start - 16) : start]) is not None


def labelled(text: str, start: int) -> bool:
    """Whether what stands before makes a mere name or an amount of a number: "room 12", "£12.50"."""
    if start and (text[start - 1] in "£$€#_" or re.search(r"\w[.:]$", text[max(0, start - 2) : start])):
        return True
    last = text[:start].rstrip(" ").rpartition(" ")[2]
    return last in LABELS or last.endswith(("£", "$", "€", "#"))


def suited(text: str, end: int) -> bool:
    """Whether what follows says that a time suits: "3.45 should be fine"."""
    return _SUITS.match(text, end) is not None


def otherwise(text: str, end: int) -> bool:
    """Whether what follows a day asks for something else: "the 9th is out, could you do 3"."""
    return _OTHERWISE.match(text, end) is not None


def put_off(text: str, start: int) -> bool:
    """Whether something is put off to a time: "shall we push it back to May"."""
    return _PUT_OFF.search(text[max(0, start - 30) : start]) is not None


def chosen(text: str, start: int) -> bool:
    """Whether what is between two times is a choice: "torn between Friday at ten and Sunday at noon"."""
    return _CHOSEN.search(text[max(0, start - 20) : start]) is not None


def asked(text: str, start: int) -> bool:
    """Whether a time is asked for: "could you do 11.30"."""
    return _ASKED.search(text[max(0, start - 20) : start]) is not None


def moved(text: str, start: int) -> bool:
    """Whether something is moved from one time to another."""
    return _MOVED.search(text[max(0, start - _NEAR) : start]) is not None


def ruled_out(text: str, start: int) -> bool:
    """Whether what stands before says of a time that it does not suit."""
    return _AGAINST.search(_clause(text, start)) is not None


def weight(text: str, start: int, end: int) -> float:
    """How much the words around speak for this time, where there are several."""
    after = text[end : end + 30]
    weighed = 0.0
    if _WISHED.search(_sentence(text, start)):
        weighed += 2
    out = _OUT.match(after) or _TAKEN_BACK.match(after)
    if _SUITS.match(after) and not out:
        weighed += 2
    if ruled_out(text, start) or out:
        weighed -= 4
    if _ASIDE.search(_clause(text, start)):
        weighed -= 3
    if after.startswith(" 's"):
        weighed -= 2
    return weighed


def _sentence(text: str, at: int) -> str:
    """What of its sentence stands before a place."""
    return re.split(r"[.?!;]", text[max(0, at - _NEAR) : at])[-1]


def _clause(text: str, at: int) -> str:
    """What of its clause stands before a place."""
    return re.split(r", | but | so | and | can | could ", _sentence(text, at))[-1]
