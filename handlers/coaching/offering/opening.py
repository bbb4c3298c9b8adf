"""What a coach would offer or change is shown as a short list and a picture, and is so only once that is confirmed."""

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import JsonValue

from bot.chat.drafts import FORGET
from bot.chat.errors import Refusal
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.times import spoken
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.programmes.model import CoachingRules
from handlers.coaching.following.telling import follow
from handlers.coaching.offering.hours_changed import (
    CHANGED_SINCE,
    affected,
    as_seen,
    cancel_all,
    doubts,
    first_free,
    sessions_in_words,
    to_be_elsewhere,
)
from handlers.coaching.offering.reading import Said
from handlers.coaching.offering.wanted import Changed, OfferDraft, Wanted, how, listed, short, when
from handlers.coaching.offering.week import WEEK_OF, draw_soon
from handlers.coaching.rules import coaching_of
from handlers.undo import UNDO
from scheduling.meeting_place import meet_at
from storage.shared.coaching.places import ENDED
from storage.shared.people import Role

router = Router("opening times")

OPEN = Press("offers.open", str)
"""Do what was shown; what is booked stays."""
OPEN_AND_CANCEL = Press("offers.open_and_cancel", str)
"""The same, and cancel what is booked outside the new hours."""
LEAVE = Press("offers.leave", str)
INSTEAD = Press("offers.instead", str, int)
"""The other reading of what was said, by its number."""
ADJUST = Press("offers.adjust", str, int)
"""Change one of the times that were shown, by its number; `offer_form` asks."""

LIFE = timedelta(days=1)
GONE = "I no longer have those times. Please say them once more, or say “my offers” to see what is open."
LEFT = "I left everything as it is."
SESSIONS_CHANGED = "Sessions were changed with that, so I can’t take it back. “my offers” changes it again."
BOOKED_SINCE = "Somebody has booked one of those times since, so I have left them open. “my offers” shows them."


def rules_of(view: View) -> CoachingRules:
    """How coaching is booked where the speaker coaches."""
    here = {part.cohort_id for part in view.memberships if part.role == Role.COACH}
    return next(view.kit.programmes[cohort.programme].coaching for cohort in view.cohorts if cohort.id in here)


def today(view: View) -> date:
    return view.now.astimezone(view.zone).date()


# ---------------------------------------------------------------- showing it


async def consider(turn: Turn, changed: Sequence[Changed], said: Said | None = None) -> None:
    """Show what this means, and ask. Raises Refusal where there is nothing to change."""
    if all(each.seen == each.wanted for each in changed):
        raise Refusal("That is how it is already. Say “my offers” to see what is open.")
    draft = OfferDraft(made_at=turn.now, changed=list(changed))
    if said is not None:
        draft.why, draft.instead = said.why, list(said.instead)
        draft.a_day, draft.a_week = said.a_day, said.a_week
    await turn.vault.add(draft)
    await turn.later(FORGET, at=turn.now + LIFE, entry=draft.id)
    await show(turn, draft)


async def show(turn: Turn, draft: OfferDraft) -> None:
    """Show a draft as it is now, and draw its week where somebody wants pictures."""
    booked = await affected(turn, draft.changed)
    draft.affected = [each.booking.id for each in booked]
    await turn.vault.change(draft)
    parts = [_in_words(turn, each) for each in draft.changed]
    if draft.why:
        parts.append(draft.why)
    parts += await doubts(turn, draft, timedelta(hours=rules_of(turn).notice_hours))
    if cap := capped(draft.a_day, draft.a_week):
        parts.append(f"From then on you have at most {cap}.")
    if booked:
        lines = "\n".join(await sessions_in_words(turn, booked, turn.zone))
        parts.append(f"Booked at times that would no longer be on offer:\n\n{lines}")
    if there := await to_be_elsewhere(turn, draft.changed):
        lines = "\n".join(await sessions_in_words(turn, [each for each, _ in there], turn.zone))
        parts.append(f"Booked already, and there as well from then on; whoever comes hears of it:\n\n{lines}")
    if all(each.seen is None for each in draft.changed):
        parts.append("Nobody can book any of it before you open it.")
    await turn.replace(Message("\n\n".join(parts), title=_asks(draft), buttons=_buttons(turn, draft)))
    if _adds(draft) and not turn.person.plain_mode:
        await draw_soon(turn, draft.id)


def _in_words(view: View, changed: Changed) -> str:
    day, notice_hours = today(view), rules_of(view).notice_hours
    if changed.wanted is None:
        assert changed.seen is not None
        return f"**Closed:** {when(changed.seen, day)}"
    words = listed(changed.wanted, day, notice_hours)
    if changed.seen is None:
        return words
    was = [line for line in how(changed.seen, notice_hours) if line not in how(changed.wanted, notice_hours)]
    return f"{words}\n\nUntil now: {'; '.join([when(changed.seen, day), *was])}."


def capped(a_day: int | None, a_week: int | None) -> str:
    """How many sessions a coach has at most: "3 a day and 8 a week"; empty where that is as they come."""
    return " and ".join(f"{count} a {unit}" for count, unit in ((a_day, "day"), (a_week, "week")) if count)


def _adds(draft: OfferDraft) -> bool:
    return any(each.wanted for each in draft.changed)


def _asks(draft: OfferDraft) -> str:
    if not _adds(draft):
        return "Shall I close these times?"
    return "Shall I change it like this?" if any(each.seen for each in draft.changed) else "Shall I open these times?"


def _buttons(view: View, draft: OfferDraft) -> tuple[Button, ...]:
    does = "Close them" if not _adds(draft) else "Open them" if draft.changed[0].seen is None else "Change it"
    if draft.affected:
        buttons = [
            Button(f"{does}, and keep what is booked", OPEN(draft.id), "main"),
            Button(f"{does}, and cancel what is booked", OPEN_AND_CANCEL(draft.id), "danger"),
        ]
    else:
        buttons = [Button(does, OPEN(draft.id), "main")]
    day = today(view)
    buttons += [
        Button(label_of(f"I meant {short(wanted, day)}"), INSTEAD(draft.id, number))
        for number, (_, wanted) in enumerate(draft.instead)
    ]
    several = len(draft.changed) > 1
    buttons += [
        Button(label_of(f"Adjust {short(each.wanted, day)}" if several else "Adjust it"), ADJUST(draft.id, number))
        for number, each in enumerate(draft.changed)
        if each.wanted
    ]
    buttons = buttons[: MOST_BUTTONS - 2]
    if _adds(draft) and view.person.plain_mode:
        buttons.append(Button("Show me a picture", WEEK_OF(draft.id)))
    return (*buttons, Button("Leave it", LEAVE(draft.id)))


# ---------------------------------------------------------------- yes, no, and otherwise


async def draft_of(turn: Turn, draft_id: str) -> OfferDraft:
    """What was shown. Raises Refusal."""
    draft = await turn.vault.get(OfferDraft, draft_id)
    if draft is None:
        raise Refusal(GONE)
    return draft


@router.pressed(INSTEAD, allow=Role.COACH, private=True)
async def instead(turn: Turn, draft_id: str, number: int) -> None:
    draft = await draft_of(turn, draft_id)
    if not 0 <= number < len(draft.instead):
        raise Refusal(GONE)
    at, wanted = draft.instead[number]
    draft.changed[at] = draft.changed[at].model_copy(update={"wanted": wanted})
    draft.instead, draft.why = [other for other in draft.instead if other[0] != at], ""
    await show(turn, draft)


@router.pressed(LEAVE, allow=Role.COACH, private=True)
async def leave(turn: Turn, draft_id: str) -> None:
    await turn.vault.delete((await draft_of(turn, draft_id)).id)
    await turn.replace(LEFT)


@router.pressed(OPEN, allow=Role.COACH, private=True, changes=True)
async def open_them(turn: Turn, draft_id: str) -> None:
    await _carry_out(turn, await draft_of(turn, draft_id), cancels=False)


@router.pressed(OPEN_AND_CANCEL, allow=Role.COACH, private=True, changes=True)
async def open_and_cancel(turn: Turn, draft_id: str) -> None:
    await _carry_out(turn, await draft_of(turn, draft_id), cancels=True)


async def _carry_out(turn: Turn, draft: OfferDraft, *, cancels: bool) -> None:
    """What somebody has booked there since it was shown is shown first."""
    await turn.db.bookings.lock([turn.person.id])
    await as_seen(turn, draft.changed)
    booked = await affected(turn, draft.changed)
    if not {each.booking.id for each in booked} <= set(draft.affected):
        await show(turn, draft)
        return
    changes = await cancel_all(turn, booked) if cancels else []
    elsewhere = await to_be_elsewhere(turn, draft.changed)
    for each, wanted in elsewhere:
        changes += await meet_at(coaching_of(turn), each.booking.id, turn.person.id, wanted.place, wanted.link)
    done = await apply(turn, draft.changed)
    caps = await _cap(turn, draft)
    await turn.vault.delete(draft.id)
    words = [await _done(turn, done)]
    if not changes and not elsewhere:
        undo_id = await turn.can_undo(
            "your change of the times you offer", as_before, [each.model_dump(mode="json") for each in done], caps
        )
        buttons: tuple[Button, ...] = (Button("Undo", UNDO(undo_id), numbered=False),)
        if booked:
            words.append("What is booked stays as it is.")
    else:
        await follow(turn, changes)
        await turn.cannot_undo(SESSIONS_CHANGED)
        buttons = ()
        words.append("What was booked is changed with it, and whoever comes hears of it.")
    await turn.replace(Message(" ".join(words), buttons=buttons))


async def apply(turn: Turn, changed: Sequence[Changed]) -> list[Changed]:
    """Make it so; gives the same, each with its offer's id. Raises Refusal where one is not as it was."""
    offers, done = await as_seen(turn, changed), list[Changed]()
    for each in changed:
        if each.offer_id is None:
            assert each.wanted is not None
            offer = await turn.db.offers.add(each.wanted.new(turn.person.id, turn.now))
        else:
            offer = offers[each.offer_id]
            if each.wanted is None:
                offer.closed_at = turn.now
            else:
                each.wanted.put(offer)
            await turn.db.offers.save(offer)
        done.append(each.model_copy(update={"offer_id": offer.id}))
    return done


async def _cap(turn: Turn, draft: OfferDraft) -> list[int | None]:
    """Set how many sessions there are at most, where that was said; gives what was so a day and a week before."""
    coach = await turn.db.coaches.get(turn.person.id)
    before = [coach.a_day, coach.a_week]
    if draft.a_day or draft.a_week:
        coach.a_day, coach.a_week = draft.a_day or coach.a_day, draft.a_week or coach.a_week
        await turn.db.coaches.save(coach)
    return before


async def _done(turn: Turn, done: Sequence[Changed]) -> str:
    open_now = [each.wanted for each in done if each.wanted]
    if not open_now:
        return "Closed: nobody can book these times any more."
    notice = timedelta(hours=rules_of(turn).notice_hours)
    found = [free.starts for wanted in open_now if (free := await first_free(turn, wanted, notice))]
    said = "; ".join(f"**{when(wanted, today(turn))}**" for wanted in open_now)
    return f"Open: {said}. {f'The first time to book is {spoken(min(found), turn.zone)}.' if found else ''}".rstrip()


@router.undo("offers.as_before")
async def as_before(turn: Turn, changed: list[dict[str, JsonValue]], caps: list[int | None]) -> str:
    """What was new is closed, what was changed or closed is as it was: unless somebody has booked what is new.

    `caps` are how many sessions there were at most, a day and a week; with none of the two, that stays.
    """
    done = [Changed.model_validate(each) for each in changed]
    await turn.db.bookings.lock([turn.person.id])
    for each in done:
        offer = await turn.db.offers.get(each.offer_id or 0)
        now = None if offer is None or offer.closed_at else Wanted.model_validate(offer)
        if offer is None or offer.coach_id != turn.person.id or now != each.wanted:
            raise Refusal(CHANGED_SINCE)
        if each.seen is None and any(
            booked.booking.state not in ENDED for booked in await turn.db.bookings.of_offer(offer.id)
        ):
            raise Refusal(BOOKED_SINCE)
    for each in done:
        offer = await turn.db.offers.get(each.offer_id or 0)
        assert offer is not None  # as it was a moment ago
        offer.closed_at = turn.now if each.seen is None else None
        await turn.db.offers.save(each.seen.put(offer) if each.seen else offer)
    if caps:
        coach = await turn.db.coaches.get(turn.person.id)
        coach.a_day, coach.a_week = caps
        await turn.db.coaches.save(coach)
    return "Your times are as they were before."
