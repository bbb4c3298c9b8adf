"""Where times stand in free text, and whether they are times at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduling.phrases import context
from scheduling.phrases.joining import alternatives, fitting
from scheduling.phrases.meaning import Reader, Said, Unclear
from scheduling.phrases.names import MONTHS
from scheduling.phrases.scanning import Part, scan
from scheduling.phrases.words import Words

MOST_PARTS = 30
"""So many parts make one phrase at the most."""

_ANY_TIME = re.compile("(?:any|some) ?time")
_PLURAL_PART = re.compile(r"(?:morning|afternoon|evening|night|lunchtime)s\b")
_MONTH_ALONE = re.compile("|".join(MONTHS))
_CLEAR = re.compile(r"\d{1,2}[.:]\d\d|(?!19|20)[012]\d[0-5]\d")


@dataclass(frozen=True)
class Found:
    """A phrase that says a time, and how likely it is the one that is meant."""

    said: list[Said]
    span: tuple[int, int]
    """Where in the plain words."""
    weight: float
    closed: bool
    """Whether nothing follows that it may be about, as the train of "the 3pm train"."""

    leans: bool
    """Whether it is a time only beside a day that is said elsewhere: "away Monday till ten, quarter past suits"."""

    @property
    def same_time(self) -> bool:
        return any(one.same_time for one in self.said)

    @property
    def days(self) -> bool:
        return any(one.days or one.elapsed for one in self.said)

    @property
    def hours(self) -> bool:
        return any(
            one.elapsed or one.same_time or (one.hours and (one.hours.first or one.hours.part)) for one in self.said
        )


def phrases(words: Words, reader: Reader) -> Iterator[Found]:
    """Each phrase of the words that says a time."""
    text = words.text
    for cluster in _clusters(words, reader.today):
        for parts in (some for each in _without_ruled_out(cluster, text) for some in _fitting(each, reader)):
            said = _trimmed(parts, text)
            stands = bool(said) and _stands(said, text)
            if (stands or (said and _leans(said, text))) and (found := _found(said, text, reader, leans=not stands)):
                yield found


def _found(parts: list[Part], text: str, reader: Reader, *, leans: bool) -> Found | None:
    start, end = parts[0].said[0], parts[-1].said[1]
    if context.chosen(text, start):
        parts = [replace(part, days=part.days and replace(part.days, between=False)) for part in parts]
    try:
        said = alternatives(parts, reader, moved=context.moved(text, start))
    except (Unclear, ValueError, OverflowError):
        return None
    if not said:
        return None
    if text[start:].startswith("until ") and context.put_off(text, start):
        said = [one.exactly() for one in said]
    days = any(one.days or one.elapsed for one in said)
    hours = any(one.hours and one.hours.first for one in said)
    weight = context.weight(text, start, end) + 0.6 * days + 0.5 * hours
    return Found(said, (start, end), weight, context.followed(text, end) or text.startswith(",", end), leans)


def _clusters(words: Words, today: date) -> Iterator[list[Part]]:
    cluster: list[Part] = []
    for part in scan(words, today):
        if part is not None:
            cluster.append(part)
        elif cluster:
            yield cluster
            cluster = []
    if cluster:
        yield cluster


def _without_ruled_out(parts: list[Part], text: str) -> list[list[Part]]:
    """The parts, cut at a comma behind what does not suit: "I'm not free Monday, Tuesday at 11"."""
    joints = [(index, part.joint) for index, part in enumerate(parts) if part.joint in (",", "or", "and")]
    if len(joints) != 1 or joints[0][1] != ",":
        return [parts]
    before, after = parts[: joints[0][0]], parts[joints[0][0] + 1 :]
    if not any(part.days for part in before):
        return [parts]
    if any(part.days for part in after):
        return [before, after] if context.ruled_out(text, parts[0].said[0]) else [parts]
    # "a hearing from 1 to 3 on Monday, 3.15 suits": the range is what is in the way.
    in_the_way = any(part.hours and part.hours.last for part in before) and context.suited(text, parts[-1].said[1])
    return [before, after] if in_the_way else [parts]


def _fitting(parts: list[Part], reader: Reader) -> Iterator[list[Part]]:
    """The parts, cut where they don't go together."""
    while parts:
        end = _boundary(parts, fitting(parts[:MOST_PARTS], reader))
        yield parts[:end]
        parts = parts[end:]


def _boundary(parts: list[Part], end: int) -> int:
    """Where parts that don't all go together are cut: at a comma or a dash before the last day, rather than behind it.

    What would be left over, the 4.30 of "not until 4 - Friday at 4.30", is of that day.
    """
    if end >= len(parts) or not parts[end].hours:
        return end
    for index in range(end - 1, 0, -1):
        if parts[index].joint:
            after = next((part for part in parts[index:end] if part.says), None)
            return index if after and after.days and any(part.says for part in parts[:index]) else end
        if parts[index].hours:
            return end
    return end


def _trimmed(parts: list[Part], text: str) -> list[Part]:
    """Without what joins nothing at the ends, and without mere numbers that stand before a word that they count."""
    first, last = 0, len(parts)
    while last and not (parts[last - 1].says and (_closes(parts[last - 1], text) or _is_a_date(parts[:last]))):
        last -= 1
    while first < last and not _opens(parts[first], text):
        first += 1
    return parts[first:last]


def _closes(part: Part, text: str) -> bool:
    of_a_day = part.hours is not None and (part.hours.part or _CLEAR.search(text, *part.said))
    return part.sure > 0 or bool(of_a_day) or context.followed(text, part.said[1])


def _is_a_date(parts: list[Part]) -> bool:
    """Whether the last of the parts is the number of the weekday before it: "Thursday 21st"."""
    return len(parts) > 1 and parts[-1].days is not None and parts[-2].days is not None


def _opens(part: Part, text: str) -> bool:
    """Whether a phrase may begin with it: not with a number that something has, but with "any time"."""
    start = part.said[0]
    if not part.says:
        return part.joint == "not" or _ANY_TIME.fullmatch(text, *part.said) is not None
    if part.sure > 0 or not text[start].isdigit():
        return True
    return context.opened(text, start) or (_CLEAR.fullmatch(text, *part.said) is not None and text[start - 1] == " ")


def _stands(parts: list[Part], text: str) -> bool:
    """Whether these are times at all."""
    start, end = parts[0].said[0], parts[-1].said[1]
    says = [part for part in parts if part.says]
    days = [part for part in says if part.days]
    hours = [part for part in says if part.hours and (part.hours.first or part.hours.part)]
    elapsed = any(part.elapsed for part in says)
    same_time = any(part.same_time for part in says)
    if context.never(text, start, end) or not (days or hours or elapsed or same_time):
        return False
    if hours and not days and any(_PLURAL_PART.search(text, *part.said) for part in hours):
        return False
    named = not context.followed(text, end) and context.attributed(text, start)
    if not days and not elapsed and (named or context.verse(text, start)):
        return False
    if any(part.sure == 2 for part in says):
        return True
    followed = context.followed(text, end)
    alone = not text[:start].strip(" .,!?-") and not text[end:].strip(" .,!?-")
    if days and all(_MONTH_ALONE.fullmatch(text, *part.said) for part in days):
        return alone and not hours
    if ((days or elapsed) and (hours or same_time)) or len(days) > 1:
        return followed
    if any(part.sure == 1 for part in says):
        return followed and not context.labelled(text, start)
    clear = any(part.hours and (part.hours.last or _CLEAR.fullmatch(text, *part.said)) for part in hours)
    return (alone and (bool(days) or clear)) or (clear and followed and context.asked(text, start))


def _leans(parts: list[Part], text: str) -> bool:
    """Whether it is a time of day where there is a day for it: two numbers with a dot between, and it suits."""
    start, end = parts[0].said[0], parts[-1].said[1]
    says = [part for part in parts if part.says]
    if any(part.hours is None or part.hours.first is None for part in says) or context.never(text, start, end):
        return False
    clear = any(part.hours and (part.hours.last or _CLEAR.fullmatch(text, *part.said)) for part in says)
    if all(part.hours and part.hours.bare for part in says) and context.offered(text, start, end):
        return True
    return (
        clear
        and context.followed(text, end)
        and (context.suited(text, end) or context.closed(text, end) or context.begins(text, start))
        and not context.labelled(text, start)
        and not context.attributed(text, start)
    )
