"""The words of dates and times as they are spelt on a phone, and slips of the finger put right."""

from rapidfuzz.distance import OSA

from scheduling.phrases.names import DAYS, MONTHS, listed

SPELT = {
    **dict.fromkeys(("tmw", "tmrw", "tmro", "tmoro", "tmorrow", "2moro", "2morro", "2morow", "2morrow"), "tomorrow"),
    **dict.fromkeys(("tomoz", "tomos", "tomo", "2mrw", "2mro", "2mw", "2mr"), "tomorrow"),
    **dict.fromkeys(("tonite", "2nite", "2night", "tonihgt"), "tonight"),
    **dict.fromkeys(("2day", "tdy", "toady"), "today"),
    **dict.fromkeys(("wk", "wks", "weeek"), "week"),
    **dict.fromkeys(("wkend", "wknd", "weeknd", "wkends", "w/e"), "weekend"),
    **dict.fromkeys(("nxt", "netx", "nex", "enxt"), "next"),
    **dict.fromkeys(("aft", "aftn", "arvo", "aftnoon"), "afternoon"),
    **dict.fromkeys(("morn", "mornin", "mrng"), "morning"),
    **dict.fromkeys(("thr", "thrs"), "thurs"),
    "wedn": "wed",
    "frid": "fri",
    "satur": "sat",
    **dict.fromkeys(("til", "till", "untill", "unitl", "utnil"), "until"),
    **dict.fromkeys(("evry", "evey", "evrey", "eveyr", "eevry", "everry", "ervery"), "every"),
    **dict.fromkeys(("alternte", "altenate", "alternat", "altnernate", "aternate"), "alternate"),
    **dict.fromkeys(("betwen", "beetween", "btwn", "inbetween"), "between"),
    **dict.fromkeys(("abt", "arnd", "aprox", "approx", "approximately", "roughly", "circa"), "about"),
    **dict.fromkeys(("b4", "befor", "bfore"), "before"),
    **dict.fromkeys(("affter", "afetr", "aftr"), "after"),
    **dict.fromkeys(("mins", "minuets"), "minutes"),
    "hrs": "hours",
    "we'd": "we would",
    "qtr": "quarter",
    "xmas": "christmas",
    "fortn8": "fortnight",
    "thru": "through",
    "hlaf": "half",
    "&": "and",
    "+": "and",
    "~": "about",
    "@": "at",
}

# What a slip of the finger is put right to: long words only, where one or two letters do not make another word.
_REPAIRABLE = (
    *DAYS,
    *(f"{day}s" for day in DAYS),
    *(month for month in MONTHS if len(month) > 4),
    *("today", "tomorrow", "tonight", "morning", "lunchtime", "afternoon", "evening", "midday", "midnight"),
    *("minute", "minutes", "hours", "weeks", "month", "months", "fortnight", "weekend", "quarter", "christmas"),
    *("weekly", "monthly", "fortnightly", "weekday", "weekdays", "mornings", "afternoons", "evenings", "easter"),
    "quarterly",
)
_ORDINARY = listed(
    """
    april aught augusta avril christian christians christina christos christy easier easterly eastern eaten eater
    eaters ester evading event eventing events faraday foresight forthright freda frida fridge fridges hoards honour
    honours horus hourly house houses july june mach macho mandate manning marched marcher marchers marches marci
    marco marcy marking markings marsh match mature may meaning meanings meekly meeting meetings member members
    merch merging middy midway minister minuet minus minuses minute minutely minutiae mixture mixtures moaning
    mocking modes molding money moneys monkey monkeys monte monty mooning mooring mopping morning morphing moths
    motoring moulding mount mounting mounts mourning mouth mouths moving muddy parch quarrel quarrels quarry quarter
    quarters quartet quartets quartz quieter quitter saturate saturated soundly sunbed sundae sundaes sunders
    sundials sundress sundries sundry sunny sunrays taught teddy thought tidal tight toddy tonight torch tough
    untidy warning weakened weakens weakly weeds weeps workday workdays wreck wrecks
    """
)
"""Ordinary words that lie a slip or two away from one of those."""
_RIGHT = _ORDINARY | {*_REPAIRABLE, *(f"{word}s" for word in _REPAIRABLE)}
_BY_LETTER: dict[str, tuple[str, ...]] = {
    letter: tuple(word for word in _REPAIRABLE if word[0] == letter) for letter in {word[0] for word in _REPAIRABLE}
}


def repaired(word: str) -> str:
    if len(word) < 5 or len(word) > 13 or word in _RIGHT:
        return word
    slips = 1 if len(word) < 7 else 2
    near, best = word, slips + 1
    for right in _BY_LETTER.get(word[0], ()):
        if abs(len(right) - len(word)) <= slips:
            distance = OSA.distance(word, right, score_cutoff=best)
            # Of two that are as near, the one that ends like it: "fortnighty" is fortnightly.
            if distance < best or (distance == best <= slips and near[-1] != word[-1] == right[-1]):
                near, best = right, distance
    return near
