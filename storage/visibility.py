"""Who sees what, and for how long: the one table. What people are told, and docs/privacy.md, are printed from it.

A shared table, or a kind of entry, that is not in it fails the tests; so does a column that can hold words and is not
named here. Whoever adds one decides here who sees it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """The sorts of thing that there are."""

    CONTENT = "content"
    MEETING = "meeting"
    LOGISTICS = "logistics"
    BOOKKEEPING = "bookkeeping"


@dataclass(frozen=True)
class Told:
    """What a sort is called, and what is true of all of it."""

    title: str
    rule: str


SORTS: Mapping[Sort, Told] = {
    Sort.CONTENT: Told(
        "What you write",
        "You, and whoever you choose to share it with, until you take it back. It is kept locked under a key of your "
        "own: the director, your employer and whoever looks after this service don’t read it.",
    ),
    Sort.MEETING: Told(
        "That two people meet, or share something",
        "Those two. Of sessions, the director sees how many of those due were used, without dates or reasons.",
    ),
    Sort.LOGISTICS: Told(
        "Who is in, coming and booked",
        "You and those who run the programme, by name, because they organise it.",
    ),
    Sort.BOOKKEEPING: Told(
        "My own bookkeeping",
        "Nobody in the programme. Whoever looks after this service can see that something happened and when, never "
        "what anybody wrote.",
    ),
}


@dataclass(frozen=True)
class Thing:
    """One kind of thing that is kept: which sort it is, who sees it, and how long it is kept."""

    name: str
    sort: Sort
    seen_by: str
    kept: str
    words: frozenset[str] = frozenset()
    """The columns of its table that are text, JSON or bytes. None of them ever holds content that can be read."""


WITH_PERSON = "until you delete everything"
WITH_COHORT = "as long as the cohort’s record"
HOURS = f"{WITH_COHORT}; without your name once you delete everything"
NOBODY = "nobody; only the bot uses it"
HEALTH = "whoever looks after the service: that it happened, not what was said"

ENTRIES: Mapping[str, Thing] = {
    "reflection": Thing(
        "Your private notes",
        Sort.CONTENT,
        "you, and whoever you share one with",
        "until the day shown with each one, which you can put off; or until you delete it",
    ),
    "needs": Thing(
        "What you need, of food and of access",
        Sort.CONTENT,
        "you, and those who see to an event once you pass it on for that event",
        "until you delete it; what you passed on, until a week after the event",
    ),
    "not_with": Thing(
        "Whom you would rather not be in a group with",
        Sort.CONTENT,
        "you, and the coach whom you told",
        "until you take it back; by the coach, as long as what is shared with them",
    ),
    "own_reminder": Thing(
        "What you asked me to remind you of",
        Sort.CONTENT,
        "you; and where you chose to have the words in the notice, whoever can read our conversation",
        "until you say that it is done, or delete it; one that has come, 30 days",
    ),
    "draft": Thing("Your drafts", Sort.CONTENT, "you", "30 days, unless your programme says otherwise"),
    "asked": Thing(
        "What you asked for in words of your own, to show it in a window, or to do it once you press; and the number "
        "that you would like to be rung on",
        Sort.CONTENT,
        "you; such a number, whom you ask to ring you as well",
        "a day",
    ),
    "offer_draft": Thing(
        "Times for coaching that you have said, or changed, and not opened yet", Sort.CONTENT, "you", "a day"
    ),
    "event_change": Thing(
        "A change to the timetable that you have asked for and not confirmed", Sort.CONTENT, "you", "a day"
    ),
    "before": Thing(
        "What you have just changed, or deleted, as it was before, so that you can take that back",
        Sort.CONTENT,
        "you, once you take it back",
        "ten minutes",
    ),
    "calendar_address": Thing(
        "The address of a calendar that you have me read",
        Sort.CONTENT,
        "you, and the part of me that reads it every few hours",
        "until you stop it, or your last cohort has ended",
    ),
    "export": Thing("The passphrase of an export", Sort.CONTENT, "nobody", "until the file has been made and sent"),
}
"""Every kind of private entry, by the `kind` under which vaults keep it."""

TABLES: Mapping[str, Thing] = {
    "share": Thing(
        "That you share something, with whom and until when, and whether it has been opened (not what it says)",
        Sort.MEETING,
        "you and the one you share it with, and nobody else",
        "6 months after the programme, unless your programme says otherwise; or until you take it back",
        frozenset({"desk", "entry", "post"}),
    ),
    "ring": Thing(
        "That you would like somebody to ring you, when you asked, and when they saw it (not why)",
        Sort.MEETING,
        "you and the one you asked, and nobody else",
        "7 days",
    ),
    "booking": Thing(
        "Your coaching sessions: when, and whether you met (never what it is about)",
        Sort.MEETING,
        "you and your coach; the director sees how many you have used; in a group, the others only where you said yes",
        HOURS,
        frozenset({"state", "proposed", "uid"}),
    ),
    "assignment": Thing(
        "Who coaches you, and since when", Sort.MEETING, "you, your coach, and the director, who may change it", HOURS
    ),
    "bar": Thing(
        "That two people are kept apart (neither who asked for it, nor why)",
        Sort.MEETING,
        NOBODY,
        f"{WITH_COHORT}, or until one of the two deletes everything",
    ),
    "slot": Thing(
        "A coach’s sessions: when and where",
        Sort.MEETING,
        "the coach, and whoever is in them",
        HOURS,
        frozenset({"place", "link", "uid"}),
    ),
    "place": Thing("How many places a session has", Sort.MEETING, "the coach, and whoever could book it", HOURS),
    "person": Thing(
        "Your name, e-mail address and settings",
        Sort.LOGISTICS,
        "your name: your cohort; your address: those who run the programme; your settings: you",
        WITH_PERSON,
        frozenset({"name", "email", "zone", "platform", "vault", "days_off", "calendar_title"}),
    ),
    "membership": Thing(
        "Your role in a cohort, and your organisation",
        Sort.LOGISTICS,
        "your cohort, and those who run the programme",
        f"{WITH_COHORT}; without your name once you delete everything",
        frozenset({"role", "state", "organisation"}),
    ),
    "coach": Thing(
        "What a coach says of themselves, and how they are booked",
        Sort.LOGISTICS,
        "the profile: your cohort; the rest: you",
        f"{WITH_COHORT}; the profile until you delete everything",
        frozenset({"about"}),
    ),
    "offer": Thing(
        "The times at which a coach can be booked",
        Sort.LOGISTICS,
        "those who may book them",
        WITH_COHORT,
        frozenset({"zone", "rule", "except_on", "place", "link"}),
    ),
    "busy_time": Thing(
        "When you have something else on (never what it is)",
        Sort.LOGISTICS,
        "you; others see only that you are not free",
        "until the day after; or until you take it back",
        frozenset({"source"}),
    ),
    "calendar_feed": Thing(
        "That you have an address for your calendar (not the address)",
        Sort.LOGISTICS,
        "you",
        "until you end it, or delete everything",
        frozenset({"hash"}),
    ),
    "handover": Thing(
        "That the director’s right is on its way from one person to another",
        Sort.LOGISTICS,
        "the two of them, and whoever has that right",
        WITH_COHORT,
    ),
    "cohort": Thing(
        "The cohort’s name and dates",
        Sort.LOGISTICS,
        "everybody in it",
        "as long as the programme’s team keeps it",
        frozenset({"name", "programme", "zone"}),
    ),
    "event": Thing(
        "The programme’s timetable",
        Sort.LOGISTICS,
        "everybody in the cohort",
        WITH_COHORT,
        frozenset({"kind", "key", "title", "place", "way_in", "step_free", "link", "uid", "told", "word"}),
    ),
    "attendance": Thing(
        "Whether you come to an event, and came",
        Sort.LOGISTICS,
        "you, and those who run the programme",
        f"{WITH_COHORT}; without your name once you delete everything",
        frozenset({"answer"}),
    ),
    "reminder_choice": Thing(
        "How you want your reminders", Sort.LOGISTICS, "you", WITH_PERSON, frozenset({"kind", "how", "platform"})
    ),
    "muted_event": Thing("The events you want to hear nothing more about", Sort.LOGISTICS, "you", WITH_PERSON),
    "leave": Thing("The days on which you are away (no reason)", Sort.LOGISTICS, "you", WITH_PERSON),
    "hold": Thing(
        "That messages to somebody, or to a cohort, wait", Sort.LOGISTICS, "the director", "until they go again"
    ),
    "agreement": Thing(
        "That you agreed on confidentiality, and when",
        Sort.LOGISTICS,
        "you, and those who run the programme",
        WITH_PERSON,
        frozenset({"programme", "version"}),
    ),
    "account": Thing(
        "The chat accounts that you use, and what you asked for last there (its name, such as “timetable”, no words)",
        Sort.LOGISTICS,
        "you; the director sees that you joined, and nothing more of it",
        WITH_PERSON,
        frozenset({"platform", "team", "user", "display_name", "offered", "dialogue", "menu", "goes_on", "lately"}),
    ),
    "joining_code": Thing(
        "That you were invited, and whether you joined (not the code)",
        Sort.LOGISTICS,
        "those who run the programme",
        "a code that was not used, 30 days longer than it works; that you joined, until you delete everything",
        frozenset({"hash"}),
    ),
    "delivery": Thing(
        "Messages to you, and what became of them (never anything private)",
        Sort.LOGISTICS,
        "the words: you, and where you use neither app, those who run the programme, who tell you; that it arrived: "
        "whoever sent it",
        "the words 30 days after they were sent; that it was sent, 24 months, unless your programme says otherwise",
        frozenset({"id", "key", "kind", "rides_with", "job", "arguments", "body", "state", "steps", "sent", "why"}),
    ),
    "deletion": Thing(
        "That you asked for everything to be deleted, and when it was done",
        Sort.LOGISTICS,
        "you",
        "for good, without your name, so that a backup put back loses it again",
        frozenset({"vault"}),
    ),
    "link": Thing(
        "Offers to connect a second account",
        Sort.BOOKKEEPING,
        "you",
        "a day, where nothing came of it; otherwise until you delete everything",
        frozenset({"hash"}),
    ),
    "recovery": Thing(
        "A check for your recovery words (not the words)", Sort.BOOKKEEPING, NOBODY, WITH_PERSON, frozenset({"hash"})
    ),
    "try": Thing(
        "How often a code or recovery words were tried", Sort.BOOKKEEPING, HEALTH, "a day", frozenset({"what"})
    ),
    "open_form": Thing(
        "That a form is open (what you answer to a private one is in your private notes)",
        Sort.BOOKKEEPING,
        NOBODY,
        "30 days",
        frozenset({"id", "route", "draft", "answers", "zone", "asked"}),
    ),
    "undo": Thing(
        "What you did last, so that you can take it back (nothing that you wrote)",
        Sort.BOOKKEEPING,
        NOBODY,
        "a day; it can be taken back for ten minutes",
        frozenset({"turn", "what", "by", "given"}),
    ),
    "handle": Thing(
        "Which of my messages can be put in another’s place, or put away",
        Sort.BOOKKEEPING,
        NOBODY,
        "30 days; of what is private, until it has been put away",
        frozenset({"name", "sent", "form"}),
    ),
    "turn": Thing(
        "What you just told me, sealed until I have answered",
        Sort.BOOKKEEPING,
        HEALTH,
        "the words until they are answered; that there was something, 7 days",
        frozenset({"id", "platform", "key", "owner", "state", "inbound", "effects", "outcome", "reference"}),
    ),
    "home": Thing(
        "That you opened my page on a platform that keeps one, and whether it is up to date (not what it says)",
        Sort.BOOKKEEPING,
        NOBODY,
        WITH_PERSON,
        frozenset({"digest"}),
    ),
    "busy": Thing("That you are in a session, so that no other is booked then", Sort.BOOKKEEPING, NOBODY, "a day"),
    "plan": Thing(
        "That an event’s reminders have been planned", Sort.BOOKKEEPING, NOBODY, WITH_COHORT, frozenset({"digest"})
    ),
    "pace": Thing(
        "When I may next send something to a chat, so that I never send too fast",
        Sort.BOOKKEEPING,
        NOBODY,
        "a day",
        frozenset({"bucket"}),
    ),
    "watch": Thing(
        "Which of several copies of me asks Telegram what there is",
        Sort.BOOKKEEPING,
        NOBODY,
        "until another does",
        frozenset({"task", "holder"}),
    ),
    "act": Thing(
        "Who did what and when, for what has to be accounted for (no wording, no reasons)",
        Sort.BOOKKEEPING,
        f"you, of what you did and what concerns you; {HEALTH}",
        "24 months, unless your programme says otherwise; as a number once you delete everything",
        frozenset({"act", "object"}),
    ),
    "restoration": Thing("That everything was put back from a backup, and when", Sort.BOOKKEEPING, HEALTH, "for good"),
    "round": Thing(
        "How many things of each sort ended their life, night by night (numbers only)",
        Sort.BOOKKEEPING,
        HEALTH,
        "for good",
        frozenset({"ended"}),
    ),
}
"""Every shared table, by its name in the database."""


def things(sort: Sort) -> list[Thing]:
    """Everything of one sort, what is private first."""
    return [thing for thing in (*ENTRIES.values(), *TABLES.values()) if thing.sort is sort]


def table() -> str:
    """All of it as one Markdown table, for a page."""
    rows = [
        f"| {thing.name} | {SORTS[sort].title} | {thing.seen_by} | {thing.kept} |"
        for sort in Sort
        for thing in things(sort)
    ]
    return "\n".join(["| What | Sort | Who sees it | How long it is kept |", "| --- | --- | --- | --- |", *rows])


PLATFORM = (
    "Whoever owns the chat workspace or app may be able to read what passes through it: ordinary messages, and what I "
    "show you there. Private text is shown only when you ask for it, and put away where the app allows that."
)
MASTER_KEY = (
    "Someone who controlled both the running server and its master key could read what is private, by setting out to. "
    "In passing nobody does: not in the database, a backup, a log or a command."
)
SAFETY = "Nobody’s safety is kept secret: say “agreement” for the limits."
