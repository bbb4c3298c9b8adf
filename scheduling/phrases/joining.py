"""From the parts of a phrase to what it says: one time, several alternatives, or a range."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from scheduling.phrases.dates import coming_number
from scheduling.phrases.meaning import Reader, Said, Unclear
from scheduling.phrases.meant import How
from scheduling.phrases.named import Days
from scheduling.phrases.scanning import Joint, Part

MOST = 8
"""As many alternatives are read."""


def alternatives(parts: Sequence[Part], reader: Reader, *, moved: bool = False) -> list[Said]:
    """What the parts say, where they fit together; of what is moved, to when. Raises Unclear."""
    said, fitting = _gathered(parts, reader.today)
    if fitting < len(parts):
        raise Unclear
    shared = _shared(said)
    kept = [_target(one) if moved else one for one in shared if not one.ruled_out]
    for other in said:
        if other.ruled_out and other.days and other.hours is None:
            kept = [left for one in kept for left in _without(one, other.days, reader)]
    kept = _in_order(kept, reader.today)
    return [each for one in kept for each in _each_day(one, reader)][:MOST]


def fitting(parts: Sequence[Part], reader: Reader) -> int:
    """How many of the parts, from the first on, go together."""
    return _gathered(parts, reader.today)[1]


def _gathered(parts: Sequence[Part], today: date) -> tuple[list[Said], int]:
    """What the parts say one after the other, up to the one that does not go with those before it."""
    said: list[Said] = []
    joint: Joint = ""
    ruling_out = False
    for index, part in enumerate(parts):
        if part.joint:
            ruling_out = part.joint == "not" or (ruling_out and part.joint in ("or", "and", "to"))
            joint = part.joint if part.joint != "," or not joint else joint
            continue
        if part.small:
            continue
        more = _alone(part)
        if part.days and part.days.how is How.UNTIL and said and said[-1].days and not joint:
            joint = "to"
        if not said or joint == "not" or said[-1].ruled_out != ruling_out:
            said.append(replace(more, ruled_out=ruling_out))
        elif joint == "to" or (joint == "and" and _between(said[-1])):
            together = _together(said[-1], part, today)
            if together is None or _is_end(said[-1], part):
                if said[-1].to:
                    return said, index
                together = replace(said[-1], to=more)
            said[-1] = together
        elif joint == "or":
            said.append(replace(more, ruled_out=ruling_out))
        elif (together := _together(said[-1], part, today)) is not None:
            said[-1] = together
        elif joint in (",", "and") and not (joint == "," and _bounds_only(said[-1], more)):
            said.append(replace(more, ruled_out=ruling_out))
        elif (apart := _ends_apart(said[-1], part)) is not None:
            said[-1] = apart
        else:
            return said, index
        joint = ""
    return said, len(parts)


def _bounds_only(said: Said, more: Said) -> bool:
    """Whether only one of two says until when: "done by noon, so 10am Friday?"."""
    hours, others = said.hours, more.hours
    return bool(hours and others and hours.first and others.first and (hours.how is How.BY) != (others.how is How.BY))


def _without(said: Said, days: Days, reader: Reader) -> list[Said]:
    """Some days without one of them, or two: "next week except Friday"."""
    if said.days is None or not said.days.window or said.days.first is None or said.days.last is None or said.to:
        return [said]
    first, last = said.days.first, said.days.last
    if days.weekday is not None and days.first is None:
        out = first + timedelta(days=(days.weekday - first.weekday()) % 7)
    else:
        ruled_out = reader.read(Said(days)).meant.start
        out = ruled_out.date() if isinstance(ruled_out, datetime) else ruled_out
    if not first <= out <= last:
        return [said]
    left = [(first, out - timedelta(days=1)), (out + timedelta(days=1), last)]
    return [replace(said, days=replace(said.days, first=one, last=other)) for one, other in left if one <= other]


def _ends_apart(said: Said, part: Part) -> Said | None:
    """The range of "Monday 10am to 2pm Tuesday", whose end turns out to be on another day."""
    if said.to is not None or part.days is None or said.days is None or said.hours is None or said.hours.last is None:
        return None
    end = replace(said.hours, first=said.hours.last, last=None)
    return replace(said, hours=replace(said.hours, last=None), to=Said(part.days, end))


def _alone(part: Part) -> Said:
    return Said(part.days, part.hours, part.elapsed, part.same_time)


def _between(said: Said) -> bool:
    return said.to is None and said.days is not None and said.days.between


def _is_end(said: Said, part: Part) -> bool:
    """Whether a part behind "to" is the other end of a range, and not just more about the one."""
    return (part.days is not None and said.days is not None) or (part.hours is not None and said.hours is not None)


def _together(said: Said, part: Part, today: date) -> Said | None:
    if said.to is not None:
        to = _together(said.to, part, today)
        return replace(said, to=to) if to else None
    if part.days is not None:
        return said.with_days(part.days, today)
    if part.hours is not None:
        return said.with_hours(part.hours)
    if part.elapsed is not None:
        if said.elapsed or said.days or said.same_time:
            return None
        return replace(said, elapsed=part.elapsed)
    if said.same_time:
        return None
    return said if said.hours and said.hours.first else replace(said, same_time=True)


def _shared(said: list[Said]) -> list[Said]:
    """Each with what was said once for all: the hours of "Mon or Tue after 4", the day of "2 or 3 on Friday"."""
    if len(said) < 2:
        return said
    shared = []
    for index, one in enumerate(said):
        near = [*said[index + 1 :], *reversed(said[:index])]
        near = [other for other in near if not other.ruled_out or one.ruled_out]
        days = one.days or next((other.days for other in near if other.days), None)
        if days is not None and one.days is not None:
            days = _like(days, [other.days for other in near if other.days])
        hours = one.hours
        if hours is None or (hours.first is None and not hours.part and one.elapsed is None):
            hours = next((other.hours for other in near if other.hours), hours)
        elif hours.first and not hours.part:
            parts = [other.hours.part for other in near if other.hours and other.hours.part]
            hours = replace(hours, part=parts[0]) if parts and not hours.first.sure and one.days is None else hours
        if one.elapsed is not None:
            days, hours = None, one.hours
        shared.append(replace(one, days=days, hours=hours))
    return shared


def _like(days: Days, others: list[Days]) -> Days:
    """A day with the week or the month of another that was said beside it: the Monday of "Mon or Tue next week"."""
    for other in others:
        if days.weekday is not None and days.first is None and days.number is None and days.week is None:
            if other.week is not None:
                return replace(days, week=other.week)
            if other.which == "next" and not days.which and not days.shift:
                return replace(days, which="next")
        if days.number is not None and other.first is not None and days.first is None and other.last is None:
            try:
                return replace(days, first=other.first.replace(day=days.number), number=None, yearless=other.yearless)
            except ValueError:
                continue
    return days


def _target(said: Said) -> Said:
    """When something is moved to, from another time."""
    if said.to is not None:
        hours = said.to.hours or (said.hours if said.to.days else None)
        return replace(said.to, days=said.to.days or said.days, hours=hours)
    if said.hours and said.hours.last:
        return replace(said, hours=replace(said.hours, first=said.hours.last, last=None))
    return said


def _in_order(said: list[Said], today: date) -> list[Said]:
    """Days of a month that was not named are of the same one: the 10th of "the 3rd or the 10th", said on the 6th."""
    ordered: list[Said] = []
    for one in said:
        before = ordered[-1].days if ordered else None
        if before and before.number and before.weekday is None and one.days and (one.days.number or 0) > before.number:
            first = coming_number(coming_number(today, before.number), one.days.number or 0)
            one = replace(one, days=replace(one.days, first=first, number=None))
        ordered.append(one)
    return ordered


def _each_day(said: Said, reader: Reader) -> list[Said]:
    """A range of days with hours is each of its days: "Mon-Weds 2-3pm"."""
    if said.to is None or said.to.days is None or said.hours is not None or said.to.hours is None:
        return [said]
    span = reader.read(replace(said, to=replace(said.to, hours=None))).meant
    if isinstance(span.start, datetime) or span.end is None:
        raise Unclear
    days = [span.start + timedelta(days=ahead) for ahead in range(min((span.end - span.start).days + 1, MOST))]
    return [Said(Days(day), said.to.hours) for day in days]
