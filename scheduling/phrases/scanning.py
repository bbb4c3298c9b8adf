"""The parts of plain words that say when, and the words that join them: one pass from the first word to the last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from scheduling.phrases import context
from scheduling.phrases.hours import Hours, clocks_at, length_at, part_at
from scheduling.phrases.meant import How
from scheduling.phrases.named import DAY, MONTH, NTH, Days, Sure
from scheduling.phrases.names import DAYS, MONTHS, listed, one_of
from scheduling.phrases.naming import days_at
from scheduling.phrases.words import Words

MOST_TRIED = 60
"""So many words of a text may begin what says when: more are in no message that somebody wrote."""

Joint = Literal["", "or", "and", "to", ",", "not"]


@dataclass(frozen=True)
class Part:
    """A part that says when, or one that joins two of them."""

    said: tuple[int, int]
    days: Days | None = None
    hours: Hours | None = None
    elapsed: timedelta | None = None
    same_time: bool = False
    joint: Joint = ""
    small: bool = False
    """Whether it says nothing itself, such as "on"."""
    sure: Sure = 0

    @property
    def says(self) -> bool:
        return not (self.joint or self.small)


_JOINTS: dict[str, Joint] = {
    **dict.fromkeys(("or", "/", "or else", "alternatively", "otherwise", "failing that", "if not", "or maybe"), "or"),
    **dict.fromkeys(("and", "plus", "and also"), "and"),
    **dict.fromkeys(("to", "-", "until", "through", "up to", "up until", "right through to", "running to"), "to"),
    **dict.fromkeys((",", ";"), ","),
    **dict.fromkeys(("not", "except", "excluding", "rather than", "instead of", "apart from", "other than"), "not"),
    **dict.fromkeys(("but not", "and not", "as opposed to", "except for"), "not"),
}
_JOINT = re.compile(
    rf" ?(?P<joint>{'|'.join(re.escape(word) for word in sorted(_JOINTS, key=len, reverse=True))})(?!\w)"
)
_MARK_JOINT = re.compile(r" ?(?P<joint>[-/,;])")
_SMALL = re.compile(
    one_of(
        """
        on the dot | on the nose | on | at | the | about | around | say | maybe | perhaps | by | from | after | in
        | of | any ?time | some ?time | please | pls | for | possibly | ideally | preferably | either | both | then
        | instead | later | morning of | sharp | prompt | exactly | precisely | ish | or so | roughly | probably
        | coming | is it | like | as | thanks | time | during | over | starting | start | beginning | again | a | even
        | uk time | london time | latest | earliest | (?:slot|appointment|spot)(?= on )
        """
    )
    + r"(?!\w)|[()\[\]:?!.\"'“”]"
)
_ON = re.compile(r"\b(?:on|on the|for|for the|to|to the) $")
_STOP = re.compile(r"[.?!\n]")
_SHORT = re.compile(r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$")
_ELAPSED = re.compile(
    r"(?:in|within) (?:the )?(?:next )?(?:about |around |another |just )?"
    r"(?P<bare>(?:the )?hour(?= |$)|(?:a )?couple (?:of )?hours|(?:a )?few (?P<few>hours|minutes))?"
)
_EARLY_OR_LATE = re.compile(
    r"(early|late|last thing)(?= (?:on )?(?:the )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|\d))"
)
_BE_LATE = re.compile(r"\b(?:min|minutes?|hours?|running|be|am|im|is|bit|too|very|arriv\w+) $")
"""Before "late" that says how somebody comes, not when."""
_EARLY_PARTS = {"early": "early morning", "late": "late afternoon", "last thing": "late afternoon"}
_AFTER = re.compile(r" ?(?:s )?time(?!\w)")
_FROM_NOW = re.compile(r" (?:from now|hence)(?!\w)")
_SAME_TIME = re.compile(r"(?:(?:at )?(?:this|(?:the )?same) (?:exact )?time)(?!\w)")
_TODAYS_PART = re.compile(
    r"(?:by |before |until )?(?:later )?this (?P<how>(?:early |mid |late )?)"
    r"(?P<part>morning|lunch(?:time)?|afternoon|aft|evening|eve)(?!\w)"
    r"|(?:by |before |until )?(?:later )?(?P<tonight>tonight)(?!\w)"
    r"|(?P<rest>(?:later(?: on)?|any ?time|some ?time) today|(?:the )?rest of (?:the day|today))(?!\w)"
)
_SEVERAL = re.compile(
    r"(?:(?:from|between|on|the|either) ){0,2}(?P<number>\d{1,2})(?:st|nd|rd|th)?"
    r"(?= ?(?:-|/|,|to |or |and |until |through |&)"
    r"(?: ?(?:or |and |the )?(?:the )?\d{1,2}(?:st|nd|rd|th)? ?(?:-|/|,|to|or|and|until|through)){0,4}"
    rf" ?(?:or |and )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ?{MONTH})"
)
_ONE_MORE = re.compile(r"(?:the )?(?P<number>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\w|[:.]\d| ?(?:am|pm)\b)")
_NTH_ALONE = re.compile(
    rf"(?:the )?{NTH}(?: (?:1|one))?"
    rf"(?!\w| (?:of|week|day|working|half|thing|{'|'.join(name[:3] for name in (*DAYS, *MONTHS))}))"
)
_NTH_OR = re.compile(rf"(?:the )?{NTH}(?= (?:or|and) (?:the )?(?P<other>{NTH.replace('<nth>', '<nth2>')}) {DAY})")
_LONGEST_NAME = 40
_NTH_DAY = re.compile(rf"\b{NTH} {DAY}")
_MONTH_FIRST = re.compile(rf"{MONTH}(?: the)?[ -]?\d{{1,2}}(?:st|nd|rd|th)?$")
_SHORT_PART = re.compile(r"(?:(?:on |in |the )*)(?:am|pm|eve|nights?|lunch)(?!\w)")
_STEMS = listed(
    """
    mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec tod tom ton yes ove day wee for yea
    hal qua noo mid mor lun aft eve nig am pm fir sec thi fou las fin tim sam hou hr h min m cou few sev chr eas box
    ban new nye twe bur val shr pan ash st mot pal mau goo ear whi spr fat lat sum hog bon guy arm rem end eod eow
    cop cob clo sta beg bac res w wc wb dea nex com fol bre tea
    """
)
"""The first letters of the words of dates and times."""
_LEADS = listed(
    """
    on at in the by before until up to no not later than after from since starting any some anytime sometime time
    between about around say for of within over during this just shortly straight nothing only a an another lasting
    is it like maybe now or so towards part past point all either finishing as both and but
    """
)
_COUNTED = re.compile(r" ?(?:%|°|per ?cent|degrees|stars?|out of|points?|k\b|m\b|million|bn|[a-z]{3,6}days\b)")


def scan(words: Words, today: date, *, in_field: bool = False) -> Iterator[Part | None]:
    """The parts in their order; None for each word that is none of them.

    In a field a day that there is not is a ValueError; in a sentence it is no day.
    """
    text, at, tried = words.text, 0, 0
    before: list[Part] = []
    for start, may_say in zip(words.at, _may_say(words), strict=True):
        if start < at or (start and text[start].isalnum() and text[start - 1].isalnum()):
            continue
        tried += may_say
        if tried > MOST_TRIED and not in_field:
            return
        try:
            parts = list(_parts_at(text, start, before, today) if may_say else _joint_at(text, start))
        except (ValueError, OverflowError):
            if in_field:
                raise
            parts = []
        if not parts:
            before = []
            at = start + 1
            yield None
            continue
        at = parts[-1].said[1]
        before = [*before[-2:], *parts]
        yield from parts


def _parts_at(text: str, at: int, before: list[Part], today: date) -> Iterator[Part]:
    digit = text[at].isdigit()
    labelled = digit and context.labelled(text, at)
    if not digit and (found := _TODAYS_PART.match(text, at)):
        name = "evening" if found["tonight"] else f"{found['how']}{found['part']}"
        part = part_at(name, 0) if not found["rest"] else Hours(part="day")
        how = How.BY if found[0].startswith(("by", "before", "until")) else How.EXACT
        yield Part(found.span(), days=Days(today, how=how, said=found.span()), sure=2)
        if part:
            yield Part((found.end(), found.end()), hours=replace(part, said=found.span()), sure=2)
        return
    if not digit and (found := _SAME_TIME.match(text, at)):
        yield Part(found.span(), same_time=True, sure=0)
        return
    if (elapsed := _elapsed_at(text, at)) is not None:
        yield elapsed
        return
    if not labelled and (found := _SEVERAL.match(text, at)):
        number = int(found["number"])
        between = found[0].startswith("between")
        start = found.start() if found[0].startswith(("from", "between")) else found.start("number")
        said = start, found.end()
        yield Part(said, days=Days(number=number, between=between, said=said, sure=1), sure=1)
        return
    if not labelled and before and before[-1].joint and (listed := _one_more_number(text, at, before)):
        yield listed
        return
    if nth := _one_more_nth(text, at, before, today):
        yield nth
        return
    if not labelled and (days := days_at(text, at, today)):
        sure: Sure = 1 if days.sure == 0 and _ON.search(text[max(0, at - 8) : days.said[0]]) else days.sure
        yield Part(days.said, days=days, sure=sure)
        return
    if not digit and (found := _EARLY_OR_LATE.match(text, at)) and not _BE_LATE.search(text[max(0, at - 10) : at]):
        yield Part(found.span(), hours=Hours(part=_EARLY_PARTS[found[1]], said=found.span()), sure=0)
        return
    if hours := length_at(text, at):
        yield Part(hours.said, hours=hours, sure=0)
        return
    if not labelled and (hours := clocks_at(text, at)) and not _COUNTED.match(text, hours.said[1]):
        yield Part(hours.said, hours=hours, sure=_sure_of(hours, text[slice(*hours.said)]))
        return
    if not digit and (hours := part_at(text, at)) and _part_stands(text, hours, before):
        yield Part(hours.said, hours=hours, sure=1 if re.match(r"in |at |first|over ", text[at:]) else 0)
        return
    yield from _joint_at(text, at)


def _may_say(words: Words) -> list[bool]:
    """Of each word, whether something that says when may begin with it: it is of dates, or leads to one that is."""
    may, following = [], False
    for start, end in zip(reversed(words.at), reversed([*words.at[1:], len(words.text)]), strict=False):
        word = words.text[start:end].strip()
        following = word[:1].isdigit() or word[:3] in _STEMS or (word in _LEADS and following)
        may.append(following)
    return may[::-1]


def _joint_at(text: str, at: int) -> Iterator[Part]:
    if text.startswith("not", at) and text.endswith("why ", 0, at):
        yield Part((at, at + 3), small=True)
    elif found := _JOINT.match(text, at) if text[at].isalnum() else _MARK_JOINT.match(text, at):
        yield Part(found.span(), joint=_JOINTS[found["joint"]])
    elif (found := _SMALL.match(text, at)) and not _sentence_ends(text, at):
        yield Part(found.span(), small=True)


def _elapsed_at(text: str, at: int) -> Part | None:
    lead = _ELAPSED.match(text, at)
    if lead and lead["bare"]:
        hours = 1 if lead["bare"].endswith("hour") else 3 if lead["few"] else 2
        length = timedelta(minutes=10) if lead["few"] == "minutes" else timedelta(hours=hours)
        end = lead.end()
    elif (hours_ := length_at(text, lead.end() if lead else at)) and hours_.minutes:
        length, end = timedelta(minutes=hours_.minutes), hours_.said[1]
        if text[at:end].startswith(("for ", "of ", "lasting ")) or (
            lead and text[lead.end() : end].startswith(("for ", "of "))
        ):
            return None
        if more := _FROM_NOW.match(text, end):
            end = more.end()
        elif lead is None:
            return None
    else:
        return None
    if more := _AFTER.match(text, end):
        end = more.end()
    sure: Sure = 0 if text[at:end] in ("in a minute", "in a min", "within a minute") else 1
    return Part((at, end), elapsed=length, sure=sure)


def _one_more_number(text: str, at: int, before: list[Part]) -> Part | None:
    """The 22 of "Jan 18-22": a number that is joined to a date whose number stood last."""
    if len(before) < 2 or before[-2].days is None or before[-1].joint not in ("to", "or", "and", ","):
        return None
    if not _MONTH_FIRST.search(text[slice(*before[-2].days.said)]):
        return None
    found = _ONE_MORE.match(text, at)
    if found is None or (before[-1].joint == "," and not re.search(r"(?:st|nd|rd|th)$", found[0])):
        return None
    return Part(found.span(), days=Days(number=int(found["number"]), said=found.span(), sure=1), sure=1)


def _one_more_nth(text: str, at: int, before: list[Part], today: date) -> Part | None:
    """The first of "the first or third Monday in May", and the third of "the second Monday in May or the third"."""
    if found := _NTH_OR.match(text, at):
        named = text[found.end("other") : found.end("other") + _LONGEST_NAME]
    elif len(before) > 1 and before[-1].joint in ("or", "and") and before[-2].days:
        other = _NTH_DAY.search(text, *before[-2].days.said)
        found = _NTH_ALONE.match(text, at) if other else None
        named = text[other.end("nth") : before[-2].days.said[1]] if other else ""
    if found is None:
        return None
    days = days_at(f"{found['nth']}{named}", 0, today)
    return Part(found.span(), days=replace(days, said=found.span()), sure=1) if days else None


def _sure_of(hours: Hours, said: str) -> Sure:
    if said.endswith(("end of the day", "end of day")) and not said.startswith(("by", "before")):
        return 0
    if hours.first is None or not hours.first.bare or (hours.last and not hours.last.bare):
        return 2
    return 0 if hours.bare or (hours.first.hour > 12 and hours.first.minute == 0 and "00" not in said) else 1


def _part_stands(text: str, hours: Hours, before: list[Part]) -> bool:
    """ "Am" and "eve" are parts of a day only behind a day."""
    if _SHORT_PART.fullmatch(text[slice(*hours.said)]) is None:
        return True
    return any(part.days or (part.hours and part.hours.part) for part in before if part.says)


def _sentence_ends(text: str, at: int) -> bool:
    return _STOP.match(text, at) is not None and (text[at] != "." or _SHORT.search(text[max(0, at - 5) : at]) is None)
