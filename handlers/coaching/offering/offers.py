"""What a coach offers: all of it, one of it, paused and taken up again, without a day, and closed."""

import re
from collections.abc import Sequence
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.errors import Refusal
from bot.chat.forms import Form, Json, Opening, ShortText
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from handlers.coaching import presses
from handlers.coaching.offering import form as offer_form
from handlers.coaching.offering.hours_changed import own_offer, own_offers
from handlers.coaching.offering.opening import apply, as_before, capped, consider, rules_of, show, today
from handlers.coaching.offering.wanted import Changed, OfferDraft, Wanted, listed, short, when
from handlers.coaching.offering.week import WEEK
from handlers.said import offering as said
from handlers.undo import UNDO
from scheduling.availability import hours
from scheduling.phrases import read_availabilities
from scheduling.phrases.days import Span, find_days, read_days
from scheduling.unasked import at_wall
from storage.shared.coaching.offers import Offer
from storage.shared.people import Role

router = Router("times on offer")

PAUSE = Press("offers.pause", int)
"""One offer, by its id; 0 for all of them, as below."""
RESUME = Press("offers.resume", int)
WITHOUT = Press("offers.without", int)
"""Leave days out."""
CLOSE = Press("offers.close", int)

ALL = 0
_AGAIN = re.compile(r"\b(?:my|the|those|all|more)\b\D*day (?:slots|times|hours|sessions|offers?)\b", re.IGNORECASE)
"""Something that comes again, though it was said as one day: "my Tuesday slots"."""
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_OF_ONE = re.compile(r"\b(?:it|days out)\b", re.IGNORECASE)
_PAUSES = re.compile(r"\b(?:pause|suspend|stop|break|hold)\b", re.IGNORECASE)
JUST_NOW = timedelta(minutes=10)
NONE_YET = (
    "You offer no times yet. Say for example “Tuesdays 2–5pm until July, 60 minutes, with 15 between”, or press for a "
    "form."
)
SAYS = "Choose one to change it, or say “no coaching on 14 July” or “offer Thursday 10–12”."
WHOLE_DAYS = (
    "I leave out whole days. For a part of one, say “I’m busy on Thursday from 2 to 4”: nobody can book it then."
)
NOTHING_THEN = "You offer nothing {days}. Say “my offers” to see what you do."


# ---------------------------------------------------------------- all of it


@router.intent(
    "my_offers",
    "See the times I offer",
    "my offers",
    "the times i offer",
    "what do i offer",
    "pause my offers",
    "open my offers again",
    "pause it",
    "close it",
    "open it again",
    "leave days out",
    *said.MY_OFFERS,
    command="offers",
    help="what participants can book with you: change it, pause it, leave a day out, close it",
    allow=Role.COACH,
)
async def my_offers(turn: Turn) -> None:
    if _PAUSES.search(turn.text) and _are_days(turn, turn.text) and not _AGAIN.search(turn.text):
        await _leave_out(turn, await own_offers(turn), read_days(turn.text, turn.now, turn.zone))
    else:
        await _meant(turn, turn.text)


async def _meant(turn: Turn, words: str) -> None:
    """The page of the only offer that these words are about, "close my Tuesday offer", "pause it"; or all of them."""
    days = set(_DAY.findall(words.casefold()))
    offers = [
        offer
        for offer in await own_offers(turn)
        if days <= set(_DAY.findall(when(Wanted.model_validate(offer), today(turn)).casefold()))
    ]
    if len(offers) == 1 and (days or _OF_ONE.search(words)):
        await one(turn, offers[0].id)
    else:
        await turn.say(await _every(turn))


async def _every(view: View) -> Message:
    offers = await own_offers(view)
    profile = Button("My coaching profile", WANT("coaching_profile"))
    if not offers:
        return Message(NONE_YET, buttons=(Button("Offer times", offer_form.NEW(), "main"), profile))
    day, each = today(view), [Wanted.model_validate(offer) for offer in offers]
    coach = await view.db.coaches.get(view.person.id)
    lines = [f"- {when(wanted, day)}{' (paused)' if wanted.paused else ''}" for wanted in each]
    parts = ["\n".join(lines)]
    if cap := capped(coach.a_day, coach.a_week):
        parts.append(f"At most {cap}.")
    buttons = [Button("Offer more times", offer_form.NEW(), "main"), Button("Show my week", WEEK()), profile]
    if any(not wanted.paused for wanted in each):
        buttons.append(Button("Pause all", PAUSE(ALL)))
    if any(wanted.paused for wanted in each):
        buttons.append(Button("Open all again", RESUME(ALL)))
    ones = [
        Button(label_of(short(wanted, day)), presses.OFFER(offer.id))
        for offer, wanted in zip(offers, each, strict=True)
    ]
    return Message(
        "\n\n".join([*parts, SAYS]),
        title="Times you offer",
        buttons=(*ones[: MOST_BUTTONS - len(buttons)], *buttons),
    )


# ---------------------------------------------------------------- one of it


@router.pressed(presses.OFFER, allow=Role.COACH)
async def one(turn: Turn, offer_id: int) -> None:
    offer = await own_offer(turn, offer_id)
    wanted = Wanted.model_validate(offer)
    paused = "\n\nIt is paused: nobody can book it." if offer.paused else ""
    await turn.say(
        Message(
            f"{listed(wanted, today(turn), rules_of(turn).notice_hours)}{paused}",
            buttons=(
                Button("Change it", offer_form.EDIT(offer.id), "main"),
                Button("Leave days out", WITHOUT(offer.id)),
                Button("Open it again", RESUME(offer.id)) if offer.paused else Button("Pause it", PAUSE(offer.id)),
                Button("Close it", CLOSE(offer.id), "danger"),
            ),
        )
    )


async def _those(view: View, offer_id: int) -> list[Offer]:
    """The offer with this id, or all."""
    return await own_offers(view) if offer_id == ALL else [await own_offer(view, offer_id)]


@router.pressed(PAUSE, allow=Role.COACH, changes=True)
async def pause(turn: Turn, offer_id: int) -> None:
    await _set_paused(turn, offer_id, paused=True)


@router.pressed(RESUME, allow=Role.COACH, changes=True)
async def resume(turn: Turn, offer_id: int) -> None:
    await _set_paused(turn, offer_id, paused=False)


async def _set_paused(turn: Turn, offer_id: int, *, paused: bool) -> None:
    await turn.db.bookings.lock([turn.person.id])
    seen = {offer.id: Wanted.model_validate(offer) for offer in await _those(turn, offer_id)}
    changed = [
        Changed(offer_id=offer_id, seen=was, wanted=was.but(paused=paused))
        for offer_id, was in seen.items()
        if was.paused != paused
    ]
    if changed:
        done = [each.model_dump(mode="json") for each in await apply(turn, changed)]
        what = "your pause of the times you offer" if paused else "that you opened them again"
        undo_id = await turn.can_undo(what, as_before, done, [])
        label, press = ("Open again", RESUME(offer_id)) if paused else ("Pause again", PAUSE(offer_id))
        other_way = Button(label, press, numbered=False)
    words = (
        "Paused: nobody can book these times. What is booked already takes place."
        if paused
        else "Open again: participants can book these times."
    )
    await turn.replace(
        Message(words, buttons=(other_way, Button("Undo", UNDO(undo_id), numbered=False)) if changed else ())
    )


@router.pressed(CLOSE, allow=Role.COACH, private=True)
async def close(turn: Turn, offer_id: int) -> None:
    await consider(
        turn,
        [Changed(offer_id=offer.id, seen=Wanted.model_validate(offer)) for offer in await _those(turn, offer_id)],
    )


# ---------------------------------------------------------------- without a day


class DaysText(ShortText):
    """Whole days: one, or one stretch of them."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        words = str(super()._accept(raw, opening))
        read_days(words, opening.now, opening.zone)
        return words


class WithoutForm(Form):
    """It is about the offer's id, or 0 for all."""

    route = "offers.without_days"
    title = "Days to leave out"
    done = "Show me"
    private = False

    days = DaysText("Which days are not on offer?", help="Such as “14 July”, or “from 2 to 20 August”.", most=100)


@router.pressed(WITHOUT, allow=Role.COACH, private=True, opens=True)
async def without(turn: Turn, offer_id: int) -> None:
    await _those(turn, offer_id)
    await turn.ask(WithoutForm, about=str(offer_id))


@router.submitted(WithoutForm, allow=Role.COACH, private=True)
async def days_said(turn: Turn, form: WithoutForm) -> None:
    days = read_days(form.days, turn.now, turn.zone)
    await _leave_out(turn, await _those(turn, int(form.about)), days)


async def take_away(turn: Turn, words: str) -> None:
    """Leave out the days that were said; where none were, or all such days, ask which times shall go."""
    if _AGAIN.search(words) or read_availabilities(words, turn.now, turn.zone) or not _are_days(turn, words):
        await _meant(turn, words)
        return
    days = read_days(words, turn.now, turn.zone)
    if not await _left_out_of_a_draft(turn, days):
        await _leave_out(turn, await own_offers(turn), days)


def _are_days(turn: Turn, words: str) -> bool:
    return find_days(words, turn.now, turn.zone) is not None


async def _left_out_of_a_draft(turn: Turn, days: Span) -> bool:
    """What was shown just before is shown without them; False where it is on none of them."""
    drafts = [draft for draft in await turn.vault.all(OfferDraft) if turn.now - draft.made_at <= JUST_NOW]
    for draft in sorted(drafts, key=lambda draft: draft.made_at, reverse=True)[:1]:
        without = [each.wanted and without_days(each.wanted, days) for each in draft.changed]
        if any(wanted is not None for wanted in without):
            draft.changed = [
                each.model_copy(update={"wanted": wanted}) if wanted else each
                for each, wanted in zip(draft.changed, without, strict=True)
            ]
            await show(turn, draft)
            return True
    return False


async def _leave_out(turn: Turn, offers: Sequence[Offer], days: Span) -> None:
    if days.part:
        raise Refusal(WHOLE_DAYS)
    changed = [each for offer in offers if (each := _but_for(offer, days))]
    if not changed:
        raise Refusal(NOTHING_THEN.format(days=days))
    await consider(turn, changed)


def _but_for(offer: Offer, days: Span) -> Changed | None:
    """An offer without these days; None where it is on none of them. What is once, and then, is closed."""
    seen = Wanted.model_validate(offer)
    wanted = without_days(seen, days)
    if wanted is None:
        return None
    return Changed(offer_id=offer.id, seen=seen, wanted=wanted if seen.rule else None)


def without_days(wanted: Wanted, days: Span) -> Wanted | None:
    """The same but for these days; None where it is on none of them."""
    zone = ZoneInfo(wanted.zone)
    first, last = at_wall(days.first, time(), zone), at_wall(days.last, time.max, zone)
    out = {day for day, _, _ in hours(wanted.new(0, first), first, last)}
    return wanted.but(except_on=tuple(sorted({*wanted.except_on, *out}))) if out else None
