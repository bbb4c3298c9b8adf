"""Settings: how each person is spoken to, and when. None of it is private, so it works on a locked account too."""

import calendar
from datetime import time
from typing import Literal

from bot.chat.dispatch import WANT
from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Choices, Form, Json, Opening, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import CHOOSE, choices
from handlers.reminders.planning import plan_again
from handlers.settings import private_text
from handlers.settings.hours import hour_of, hours_of, shown
from handlers.settings.zones import place, zone_named

router = Router("settings")

CHANGE = Press("settings.change")
PLAIN_MODE = Press("settings.plain_mode", str)

DAYS = tuple(calendar.day_name)

Switch = Literal["on", "off"]
SWITCHES: dict[str, Switch] = {"on": "on", "off": "off"}
PLAIN_MODE_IS = "Plain mode: each step is a new message, with the choices numbered in the text."


class ZoneText(ShortText):
    """A time zone, by a city or by its own name."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return zone_named(str(super()._accept(raw, opening)))


class HourText(ShortText):
    """An hour of the day."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return shown(hour_of(str(super()._accept(raw, opening))))


class SettingsForm(Form):
    route = "settings.form"
    title = "Your settings"
    private = False

    zone = ZoneText("Which time zone are you in?", help="A large city near you, such as Paris.", most=60)
    quiet_from = HourText("From when on shall I be quiet?", help="Such as 21:30.", most=20)
    quiet_until = HourText("Until when?", help="The next morning is fine, such as 7.", most=20)
    morning = HourText("When shall your morning message come?", help="What can wait is in it. Such as 8.", most=20)
    days_off = Choices(
        "On which days is nothing to come that can wait?",
        {day.casefold(): day for day in DAYS},
        required=False,
    )
    plain_mode = Choice("Plain mode?", {"on": "On", "off": "Off"}, help=PLAIN_MODE_IS)
    platform = Choice("Where shall my messages go?")


# ---------------------------------------------------------------- the whole of them


@router.intent(
    "settings",
    "See my settings",
    "settings",
    "my settings",
    "change my settings",
    "preferences",
    command="settings",
    help="your time zone, quiet hours, plain mode and where messages go",
)
async def settings(turn: Turn) -> None:
    person = turn.person
    fields = {
        "Time zone": _zone_shown(person.zone),
        "Quiet hours": f"{shown(person.quiet_from)} to {shown(person.quiet_until)}",
        "Morning message": f"{shown(person.morning)}, with what can wait",
        "Days off": ", ".join(DAYS[day] for day in sorted(person.days_off)) or "none",
        "Plain mode": "on" if person.plain_mode else "off",
        "Messages go to": (await _platform(turn)).capitalize(),
    }
    buttons = [Button("Change settings", CHANGE(), "main"), _switch(turn)]
    if not turn.has_windows:
        fields["Private text"] = private_text.summary(person)
        buttons.append(Button("Private text", WANT("private_text")))
    if len(turn.cohorts) > 1:
        current = [cohort.name for cohort in turn.cohorts if cohort.id == person.cohort_id]
        fields["Cohort you deal with"] = current[0] if current else "not chosen"
    await turn.say(
        Message(
            title="Your settings",
            fields=fields,
            buttons=(*buttons, *_cohorts(turn)),
        )
    )


@router.pressed(CHANGE, opens=True)
async def change(turn: Turn) -> None:
    person = turn.person
    platforms = sorted({account.platform for account in await turn.db.people.accounts(person.id)})
    await turn.ask(
        SettingsForm,
        answers={
            "zone": person.zone,
            "quiet_from": shown(person.quiet_from),
            "quiet_until": shown(person.quiet_until),
            "morning": shown(person.morning),
            "days_off": [DAYS[day].casefold() for day in sorted(person.days_off)],
            "plain_mode": "on" if person.plain_mode else "off",
            "platform": await _platform(turn),
        },
        options={"platform": {platform: platform.capitalize() for platform in platforms}},
    )


@router.submitted(SettingsForm)
async def changed(turn: Turn, form: SettingsForm) -> None:
    person = turn.person
    person.zone = form.zone
    person.quiet_from, person.quiet_until = _quiet(hour_of(form.quiet_from), hour_of(form.quiet_until))
    person.morning = hour_of(form.morning)
    person.days_off = [number for number, day in enumerate(DAYS) if day.casefold() in form.days_off]
    person.plain_mode = form.plain_mode == "on"
    person.platform = form.platform
    await _keep(turn)
    await settings(turn)


async def _keep(turn: Turn) -> None:
    """When somebody wants to hear from us decides when their reminders come."""
    await turn.db.people.save(turn.person)
    await plan_again(turn, *turn.cohorts)


async def _platform(turn: Turn) -> str:
    """Where messages go first, as things stand."""
    platforms = [account.platform for account in await turn.db.people.accounts(turn.person.id)]
    preferred = turn.person.platform
    return preferred if preferred in platforms else platforms[0]


# ---------------------------------------------------------------- one by one


@router.intent(
    "time_zone",
    "Set my time zone",
    "my time zone is {zone}",
    "my timezone is {zone}",
    "set my time zone to {zone}",
    "time zone {zone}",
    "timezone {zone}",
)
async def time_zone(turn: Turn) -> None:
    if "zone" not in turn.slots:
        raise Refusal("Say where you are, such as “my time zone is Paris”.")
    turn.person.zone = zone_named(turn.slots["zone"])
    await _keep(turn)
    await turn.say(f"Your time zone is {_zone_shown(turn.person.zone)} now.")


@router.intent(
    "quiet_hours",
    "Set my quiet hours",
    "quiet hours {hours}",
    "my quiet hours are {hours}",
    "set my quiet hours to {hours}",
)
async def quiet_hours(turn: Turn) -> None:
    if "hours" not in turn.slots:
        raise Refusal("Say from when until when, such as “quiet hours 21:30 to 7”.")
    person = turn.person
    person.quiet_from, person.quiet_until = _quiet(*hours_of(turn.slots["hours"]))
    await _keep(turn)
    await turn.say(f"Quiet from {shown(person.quiet_from)} until {shown(person.quiet_until)}, in your time.")


@router.intent(
    "morning_hour",
    "Set the hour of my morning message",
    "morning message at {hour}",
    "my morning message at {hour}",
    "send my morning message at {hour}",
)
async def morning_hour(turn: Turn) -> None:
    if "hour" not in turn.slots:
        raise Refusal("Say at what hour, such as “morning message at 8:30”.")
    turn.person.morning = hour_of(turn.slots["hour"])
    await _keep(turn)
    await turn.say(f"Your morning message comes at {shown(turn.person.morning)} now, in your time.")


@router.intent("plain_mode", "Turn plain mode on or off", "plain mode {switch}", "turn plain mode {switch}")
async def plain_mode(turn: Turn) -> None:
    switch = SWITCHES.get(turn.slots.get("switch", "").strip(" .!").casefold())
    if switch is None:
        raise Refusal("Say “plain mode on” or “plain mode off”.")
    await _set_plain_mode(turn, switch)


@router.pressed(PLAIN_MODE)
async def switched(turn: Turn, switch: str) -> None:
    await _set_plain_mode(turn, SWITCHES.get(switch, "off"))


async def _set_plain_mode(turn: Turn, switch: Switch) -> None:
    turn.person.plain_mode = switch == "on"
    await turn.db.people.save(turn.person)
    await turn.say(
        "Plain mode is on: each step is a new message, with the choices numbered in the text. Say “plain mode off” to "
        "end it."
        if switch == "on"
        else "Plain mode is off."
    )


def offer_plain_mode() -> Button:
    """For those who join."""
    return Button("Turn plain mode on", PLAIN_MODE("on"))


@router.pressed(CHOOSE)
async def choose_cohort(turn: Turn, cohort_id: int) -> None:
    cohort = next((cohort for cohort in turn.cohorts if cohort.id == cohort_id), None)
    if cohort is None:
        raise Refusal("You aren’t in that cohort any more. Say “settings” to see yours.")
    turn.person.cohort_id = cohort.id
    await turn.db.people.save(turn.person)
    await turn.replace(f"From now on I take it that you mean {literal(cohort.name)}. Say “settings” to change that.")


def _switch(turn: Turn) -> Button:
    return Button("Turn plain mode off", PLAIN_MODE("off")) if turn.person.plain_mode else offer_plain_mode()


def _cohorts(turn: Turn) -> tuple[Button, ...]:
    others = [cohort for cohort in turn.cohorts if cohort.id != turn.person.cohort_id]
    return choices(others)[:20] if len(turn.cohorts) > 1 else ()


def _quiet(quiet_from: time, quiet_until: time) -> tuple[time, time]:
    """They may cross midnight; of the same hour twice nobody can say whether it is all day or none of it."""
    if quiet_from == quiet_until:
        raise Refusal("Those are the same time twice. Say from when until when, such as “quiet hours 21:30 to 7”.")
    return quiet_from, quiet_until


def _zone_shown(zone: str) -> str:
    return f"{place(zone)} ({zone})"
