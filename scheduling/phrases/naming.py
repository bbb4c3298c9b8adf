"""The days that are named at a place of plain words, with what leads to them: "by Friday", "between Monday"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from scheduling.phrases import dated, weeks
from scheduling.phrases.meant import How
from scheduling.phrases.named import Days, Read, Sure

_WAYS = (*dated.rule.known, *weeks.rule.known, *dated.month_alone.known)


@cache
def _rules() -> list[tuple[re.Pattern[str], Read]]:
    """Compiled when first asked for: see `warming`."""
    return [(re.compile(pattern, re.ASCII), read) for pattern, read in _WAYS]


@cache
def _any_rule() -> re.Pattern[str]:
    """The rules as one pattern, which tells quickly that none of them fits."""
    ways = (re.sub(r"\(\?P<\w+>", "(?:", re.sub(r"\(\?P=\w+\)", "[-/.]", pattern)) for pattern, _ in _WAYS)
    return re.compile("|".join(ways), re.ASCII)


_LEAD = re.compile(
    r"(?:(?P<by>by|between now and|before|until|up to|up until|no later than|not later than)"
    r"|(?P<from>after|from|starting(?: on| from)?|not before|no earlier than|any ?time after|any ?time from)"
    r"|(?P<between>between|any ?time between)) (?:(?:on|about|around) )?|(?:about|around|say|for|like|at) (?=\d)"
)
_LATE = re.compile(r" (?:onwards?|or (?:later|after))(?!\w)")


def days_at(words: str, at: int, today: date) -> Days | None:
    """The days that are named at this place of plain words. Raises ValueError for a day that there is not."""
    lead = _LEAD.match(words, at)
    start = lead.end() if lead else at
    if _any_rule().match(words, start) is None:
        return None
    for pattern, read in _rules():
        found = pattern.match(words, start)
        if found is None:
            continue
        days = read(found, today)
        if days is None:
            continue
        end = found.end()
        how = days.how
        if words.startswith(" 's", end):
            # "From Monday's session": whose it is, and no beginning.
            return replace(days, said=(start, end))
        if lead and lead["by"]:
            how = How.UNTIL if lead["by"] in ("until", "up to", "up until") else How.BY
            if lead["by"] == "before" and "end of" not in found[0]:
                days = replace(days, shift=days.shift - 1)
        elif lead and lead["from"]:
            how = How.FROM
            if lead["from"].endswith("after"):
                days = _after(days, today)
        elif more := _LATE.match(words, end):
            how, end = How.FROM, more.end()
        between = bool(lead and (lead["between"] or lead["from"] == "from"))
        sure: Sure = 1 if lead and days.sure == 0 else days.sure
        return replace(days, how=how, between=between, said=(at, end), sure=sure)
    return None


def _after(days: Days, today: date) -> Days:
    if days.first is not None and days.last is not None:
        return replace(days, first=days.last + timedelta(days=1), last=None, window=False)
    return replace(days, shift=days.shift + 1)
