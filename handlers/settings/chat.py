"""Settings: how each person is spoken to, and when. None of it is private, so it works on a locked account too."""

from datetime import time
from typing import Literal

from bot.chat.errors import Refusal
from bot.chat.forms import Choice, Choices, Form, Json, Opening, ShortText
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.times import place_of
from bot.chat.turns import Turn
from bot.chat.view import CHOOSE, choices
from bot.chat.wanting import WANT
from handlers.said import settings as ways
from handlers.settings import private_text
from handlers.settings.changing import DAYS, days_off, in_logs, in_logs_otherwise, said, zone_shown
from handlers.settings.changing import change as change_settings
from handlers.settings.hours import hour_of, hours_of, shown
from scheduling.phrases.zones import zone_named
from storage.shared.people import Role

router = Router("settings")

CHANGE = Press("settings.change")
PLAIN_MODE = Press("settings.plain_mode", str)

Switch = Literal["on", "off"]
SWITCHES: dict[str, Switch] = {"on": "on", "off": "off"}
PLAIN_MODE_IS = "Plain mode: each step is a new message, with the choices numbered in the text."


class ZoneText(ShortText):
    """A time zone, by a city or by its own name."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return zone_named(str(super()._accept(raw, opening)))


class HourText(ShortText):
    """An hour of the day."""

    of_a_day = False

    def _accept(self, raw: Json, opening: Opening) -> Json:
        return shown(hour_of(str(super()._accept(raw, opening)), of_a_day=self.of_a_day))


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
    *ways.SETTINGS,
    command="settings",
    help="your time zone, quiet hours, plain mode and where messages go",
)
async def settings(turn: Turn) -> None:
    person = turn.person
    fields = {
        "Time zone": zone_shown(person.zone),
        "Quiet hours": f"{shown(person.quiet_from)} to {shown(person.quiet_until)}",
        "Morning message": f"{shown(person.morning)}, with what can wait",
        "Days off": days_off(person),
        "Plain mode": "on" if person.plain_mode else "off",
        "Messages go to": (await _platform(turn)).capitalize(),
    }
    buttons = [Button("Change settings", CHANGE(), "main"), _switch(turn)]
    if not turn.has_windows:
        fields["Private text"] = private_text.summary(person)
        buttons.append(Button("Private text", WANT("private_text")))
    if Role.PARTICIPANT in turn.roles:
        fields["Coaches’ logs of hours"] = f"have {in_logs(person)}"
        buttons.append(in_logs_otherwise(person))
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
    quiet_from, quiet_until = _quiet(hour_of(form.quiet_from), hour_of(form.quiet_until))
    await change_settings(
        turn,
        zone=form.zone,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        morning=hour_of(form.morning),
        days_off=[number for number, day in enumerate(DAYS) if day.casefold() in form.days_off],
        plain_mode=form.plain_mode == "on",
        platform=form.platform if form.platform != await _platform(turn) else turn.person.platform,
    )
    await settings(turn)


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
    "change my time zone to {zone}",
    "set my timezone to {zone}",
    "change my timezone to {zone}",
    "time zone {zone}",
    "timezone {zone}",
    *ways.TIME_ZONE,
    acts="when told",
)
async def time_zone(turn: Turn) -> None:
    if "zone" not in turn.slots:
        raise Refusal("Say where you are, such as “my time zone is Paris”.")
    await change_settings(turn, zone=zone_named(turn.slots["zone"]))
    await turn.say(said(turn.person, "zone"))


async def _hours_meant(turn: Turn) -> str:
    if "hours" not in turn.slots:
        return ""
    quiet_from, quiet_until = _quiet(*hours_of(turn.slots["hours"]))
    return f"every day from {quiet_from:%H:%M} to {quiet_until:%H:%M} ({place_of(turn.zone, turn.now)})"


@router.intent(
    "quiet_hours",
    "Set my quiet hours",
    "quiet hours {hours}",
    "my quiet hours are {hours}",
    "set my quiet hours to {hours}",
    *ways.QUIET_HOURS,
    acts="when told",
    about=_hours_meant,
)
async def quiet_hours(turn: Turn) -> None:
    if "hours" not in turn.slots:
        raise Refusal("Say from when until when, such as “quiet hours 21:30 to 7”.")
    quiet_from, quiet_until = _quiet(*hours_of(turn.slots["hours"]))
    await change_settings(turn, quiet_from=quiet_from, quiet_until=quiet_until)
    await turn.say(said(turn.person, "quiet_from"))


async def _hour_meant(turn: Turn) -> str:
    if "hour" not in turn.slots:
        return ""
    return f"every day at {hour_of(turn.slots['hour']):%H:%M} ({place_of(turn.zone, turn.now)})"


@router.intent(
    "morning_hour",
    "Set the hour of my morning message",
    "morning message at {hour}",
    "my morning message at {hour}",
    "send my morning message at {hour}",
    *ways.MORNING_HOUR,
    acts="when told",
    about=_hour_meant,
)
async def morning_hour(turn: Turn) -> None:
    if "hour" not in turn.slots:
        raise Refusal("Say at what hour, such as “morning message at 8:30”.")
    await change_settings(turn, morning=hour_of(turn.slots["hour"]))
    await turn.say(said(turn.person, "morning"))


@router.intent(
    "plain_mode", "Turn plain mode on or off", "plain mode {switch}", "turn plain mode {switch}", acts="when told"
)
async def plain_mode(turn: Turn) -> None:
    switch = SWITCHES.get(turn.slots.get("switch", "").strip(" .!").casefold())
    if switch is None:
        raise Refusal("Say “plain mode on” or “plain mode off”.")
    await _set_plain_mode(turn, switch)


@router.pressed(PLAIN_MODE)
async def switched(turn: Turn, switch: str) -> None:
    await _set_plain_mode(turn, SWITCHES.get(switch, "off"))


async def _set_plain_mode(turn: Turn, switch: Switch) -> None:
    await change_settings(turn, plain_mode=switch == "on")
    await turn.say(
        "Plain mode is on: each step is a new message, with the choices numbered in the text. Say “plain mode off” to "
        "end it."
        if switch == "on"
        else said(turn.person, "plain_mode")
    )


def offer_plain_mode() -> Button:
    """For those who join."""
    return Button("Turn plain mode on", PLAIN_MODE("on"))


@router.pressed(CHOOSE)
async def choose_cohort(turn: Turn, cohort_id: int) -> None:
    cohort = next((cohort for cohort in turn.cohorts if cohort.id == cohort_id), None)
    if cohort is None:
        raise Refusal("You aren’t in that cohort any more. Say “settings” to see yours.")
    await change_settings(turn, cohort_id=cohort.id)
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
