"""The form in which a coach says what they offer: from the beginning, or of something that is there already."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.chat.errors import Ambiguous, Refusal
from bot.chat.forms import Answers, Choice, Form, Json, Number, Opening, ShortText
from bot.chat.messages import Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from handlers.coaching.offering.hours_changed import own_offer
from handlers.coaching.offering.opening import ADJUST, GONE, consider, draft_of, rules_of, show, today
from handlers.coaching.offering.reading import LONGEST, MOST_GAP, MOST_NOTICE, MOST_PLACES, SHORTEST, read_offers
from handlers.coaching.offering.wanted import Changed, Wanted, short, when
from handlers.timetable.forms import an_address
from storage.shared.people import Role

router = Router("coaching offer form")

NEW = Press("offers.new")
EDIT = Press("offers.edit", int)

ONE_BY_ONE, OPEN_GROUP, FIXED_GROUP = "one", "open", "fixed"
NO_HOURS = Refusal("From when to when? Say it with the day, such as “Tuesdays 2–5pm” or “14 January 10–12”.")
HOW_MANY = "Please say how many places the group has."


class WhenText(ShortText):
    """Days and hours, once or again and again."""

    def _accept(self, raw: Json, opening: Opening) -> Json:
        words = str(super()._accept(raw, opening))
        said = read_offers(words, opening.now, opening.zone, SHORTEST)
        if not said.offers:
            raise NO_HOURS
        if said.instead and len(said.offers) == 1:
            day = opening.now.astimezone(opening.zone).date()
            readings = [said.offers[0], *(other for _, other in said.instead)]
            raise Ambiguous(said.why, {when(each, day): short(each, day) for each in readings}, typed=words)
        return words


class OfferForm(Form):
    """It is about nothing; about an offer's id, as "offer 12"; or about one time of a draft, as "draft … 0"."""

    route = "offers.form"
    title = "Times for coaching"
    done = "Show me"
    private = False

    when = WhenText(
        "On which days, and from when to when?",
        help="Such as “Tuesdays 2–5pm until July, not on 14 June”, or “14 January 10–12”.",
    )
    minutes = Number("How many minutes does a session take?", least=SHORTEST, most=LONGEST)
    gap = Number("How many minutes are there between two sessions?", least=0, most=MOST_GAP, required=False)
    sort = Choice(
        "Who comes to a session?",
        {
            ONE_BY_ONE: "One person",
            OPEN_GROUP: "A group: people book each time by itself",
            FIXED_GROUP: "A group: the same people every time",
        },
    )
    places = Number("How many places has a group?", help="Leave it empty for one person.", least=2, most=MOST_PLACES,
                    required=False)  # fmt: skip
    fewest = Number(
        "With how many does a group take place?",
        help="With fewer I ask you the day before. Leave it empty for one person.",
        least=0,
        most=MOST_PLACES,
        required=False,
    )
    notice = Number(
        "Until how many hours before can it be booked?",
        help="Leave it empty for what is usual in the programme.",
        least=0,
        most=MOST_NOTICE // 60,
        required=False,
    )
    place = ShortText("Where do you meet?", help="Leave it empty where you agree on it each time.", required=False)
    link = ShortText("A link to meet online?", required=False, check=an_address)

    @classmethod
    def clashes(cls, answers: Answers) -> dict[str, str]:
        places, fewest = answers.get("places"), answers.get("fewest")
        if "places" in answers and answers.get("sort") in (OPEN_GROUP, FIXED_GROUP) and places is None:
            return {"places": HOW_MANY}
        if isinstance(places, int) and isinstance(fewest, int) and fewest > places:
            return {"fewest": f"With {places} places there can’t be {fewest}."}
        return {}


async def ask(turn: Turn, answers: Answers | None = None, faults: Mapping[str, Refusal] | None = None) -> None:
    """Ask for new times, filled in with what is known of them."""
    usual: Answers = {"minutes": rules_of(turn).minutes, "gap": 0, "sort": ONE_BY_ONE}
    await turn.ask(OfferForm, answers=usual | (answers or {}), faults=faults)


async def ask_of_group(turn: Turn, offers: Sequence[Wanted]) -> None:
    """Ask for how many a group is, and for the times of it where they were not said."""
    answers = _answers(offers[0], today(turn)) if offers else {}
    fixed = bool(offers) and offers[0].fixed
    answers |= {"sort": FIXED_GROUP if fixed else OPEN_GROUP, "places": None, "fewest": rules_of(turn).fewest}
    await ask(turn, answers, {"places": Refusal(HOW_MANY)} if offers else None)


def _answers(wanted: Wanted, day: date) -> Answers:
    """Times as the form has them. What is empty is answered as well, and not asked again."""
    group = wanted.places > 1
    return {
        "when": when(wanted, day),
        "minutes": wanted.minutes,
        "gap": wanted.gap,
        "sort": ONE_BY_ONE if not group else FIXED_GROUP if wanted.fixed else OPEN_GROUP,
        "places": wanted.places if group else None,
        "fewest": wanted.fewest if group else None,
        "notice": None if wanted.notice is None else wanted.notice // 60,
        "place": wanted.place or None,
        "link": wanted.link or None,
    }


@router.pressed(NEW, allow=Role.COACH, private=True, opens=True)
async def new(turn: Turn) -> None:
    await ask(turn)


@router.pressed(EDIT, allow=Role.COACH, private=True, opens=True)
async def edit(turn: Turn, offer_id: int) -> None:
    offer = await own_offer(turn, offer_id)
    answers = _answers(Wanted.model_validate(offer), today(turn))
    await turn.ask(OfferForm, about=f"offer {offer.id}", answers=answers)


@router.pressed(ADJUST, allow=Role.COACH, private=True, opens=True)
async def adjust(turn: Turn, draft_id: str, number: int) -> None:
    draft = await draft_of(turn, draft_id)
    wanted = draft.changed[number].wanted if 0 <= number < len(draft.changed) else None
    if wanted is None:
        raise Refusal(GONE)
    await turn.ask(OfferForm, about=f"draft {draft.id} {number}", answers=_answers(wanted, today(turn)))


@router.submitted(OfferForm, allow=Role.COACH, private=True)
async def filled(turn: Turn, form: OfferForm) -> None:
    what, _, which = form.about.partition(" ")
    if what == "offer":
        offer = await own_offer(turn, int(which))
        seen = Wanted.model_validate(offer)
        (wanted,) = _read(turn, form, seen)
        await consider(turn, [Changed(offer_id=offer.id, seen=seen, wanted=wanted)])
    elif what == "draft":
        draft_id, _, number = which.partition(" ")
        draft, at = await draft_of(turn, draft_id), int(number)
        (wanted,) = _read(turn, form, draft.changed[at].wanted)
        draft.changed[at] = draft.changed[at].model_copy(update={"wanted": wanted})
        draft.instead, draft.why = [other for other in draft.instead if other[0] != at], ""
        await show(turn, draft)
    else:
        await consider(turn, [Changed(wanted=wanted) for wanted in _read(turn, form)])


def _read(turn: Turn, form: OfferForm, was: Wanted | None = None) -> tuple[Wanted, ...]:
    """What the form says. Days that read as they did are as they were: every other week keeps its weeks."""
    group = form.sort != ONE_BY_ONE
    if group and form.places is None:
        raise Refusal(HOW_MANY, field="places")
    if was is not None and form.when == when(was, today(turn)):
        offers: tuple[Wanted, ...] = (was,)
    else:
        offers = read_offers(form.when, turn.now, turn.zone, form.minutes).offers
    if was is not None and len(offers) != 1:
        raise Refusal("Please give one of these at a time, and say “offer times” for the other.", field="when")
    changes = {
        "minutes": form.minutes,
        "gap": form.gap or 0,
        "places": form.places or 1 if group else 1,
        "fewest": _fewest(turn, form) if group else 0,
        "fixed": form.sort == FIXED_GROUP,
        "notice": None if form.notice is None else form.notice * 60,
        "place": form.place,
        "link": form.link,
        "paused": was is not None and was.paused,
    }
    wanted = tuple(each.but(**changes) for each in offers)
    if any(each.fits < 1 for each in wanted):
        raise Refusal("A session takes longer than these hours. Please give longer hours, or fewer minutes.",
                      field="minutes")  # fmt: skip
    return wanted


def _fewest(turn: Turn, form: OfferForm) -> int:
    if form.fewest is not None:
        return form.fewest
    return min(rules_of(turn).fewest, form.places or 0)
