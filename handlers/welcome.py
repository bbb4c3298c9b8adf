"""First contact, and joining."""

from bot.chat.dispatch import SEEN_IN_GROUPS
from bot.chat.errors import Refusal
from bot.chat.markdown import literal
from bot.chat.messages import Button, Message, Press, label_of
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import HELLO, WANT
from handlers import agreement, joining
from handlers.accounts import linking
from handlers.accounts.belonging import called
from handlers.accounts.telling import tell_other_accounts
from handlers.help import what_you_can_do
from handlers.joining import MOST_TRIES_OVERALL, as_code, code_in, invited, join, may_try
from handlers.reminders.planning import plan_again
from handlers.roster.listed import concern_those_who_run
from handlers.settings.chat import offer_plain_mode
from scheduling.phrases.zones import is_zone
from storage.shared.people import Person, Role

router = Router("welcome")

KNOWN_ELSEWHERE = (
    "Somebody with your e-mail address uses me on another account already. If that is you, say “link” there, and type "
    "the code that you get here. Otherwise, type the joining code you were sent."
)
JOIN_AS_INVITED = Press("welcome.join_as_invited")
WRONG_CODE = (
    "That code doesn’t work: it may have a typing mistake, have been used, or have expired after seven days. "
    "Check it and type it again, or ask your programme’s team for a new one."
)
WRONG_LINK = (
    "That link doesn’t work: a part of it may be missing. Open it again from where you got it, or type the joining "
    "code that came with it."
)
NO_CODE = "hello"
"""What a link brings along that is only to open the conversation."""
CALLED = {
    Role.PARTICIPANT: "a participant",
    Role.COACH: "a coach",
    Role.MENTOR: "a mentor",
    Role.DIRECTOR: "the director",
    Role.ADMINISTRATOR: "the administrator",
    Role.SPONSOR: "a sponsor",
    Role.ALUMNUS: "one of the alumni",
}
TOO_MANY = "That was too many codes for now. Please try again in an hour, or ask your programme’s team for help."


@router.intent(
    HELLO,
    "Say hello",
    *("hello", "hi", "hey", "hiya", "hi there", "hello there", "hey there", "start"),
    *("good morning", "good afternoon", "good evening", "morning"),
    command="start",
    strangers=True,
)
async def hello(turn: Turn) -> None:
    """Whoever arrives, and whatever a stranger says that says nothing else."""
    brought = turn.slots.get("code", "")
    came_with = code_in(turn.kit.secrets, brought) or brought
    code = as_code(came_with or turn.text)
    if link_code := as_code(came_with, linking.LENGTH):
        await linking.use_code(turn, link_code)
    elif turn.speaker is None and code is None and brought not in ("", NO_CODE):
        await turn.say(WRONG_LINK)
    elif turn.speaker is not None:
        await turn.say(what_you_can_do(turn))
        await agreement.offer(turn)
    elif code is not None:
        await _join(turn, code)
    elif turn.account.greeted_at is None:
        if not turn.said_in_public:  # from where a stranger may not be reached
            turn.account.greeted_at = turn.now
            await turn.db.people.save_account(turn.account)
        await turn.say(await _first_contact(turn))
    elif invited_person := await invited(turn.db, _address(turn), turn.now):
        await turn.say(_invitation("", invited_person))
    else:
        await turn.say("To begin, type the joining code you were sent: sixteen letters and digits, in groups of four.")


@router.home(0, strangers=True)
async def before_joining(view: View) -> Message:
    words = f"{_who_i_am(view)}To begin, press below: the rest is in our conversation."
    return Message(words, buttons=(Button("Begin", WANT(HELLO), "main"),))


async def _first_contact(turn: Turn) -> Message:
    """What it is, and how to begin. The platform's e-mail address is a hint, and opens nothing but a first account."""
    if person := await invited(turn.db, _address(turn), turn.now):
        return _invitation(_who_i_am(turn), person)
    known = await turn.db.people.with_email(_address(turn)) if _address(turn) else None
    if known is not None and await turn.db.people.accounts(known.id):
        return Message(_who_i_am(turn) + KNOWN_ELSEWHERE)
    return Message(f"{_who_i_am(turn)}To begin, type the joining code you were sent.")


def _who_i_am(view: View) -> str:
    return (
        "Hello, I’m Waymark, the assistant of your leadership programme. I’m a bot, not a person. I keep your private "
        "notes, locked under a key of your own, and share one only when you say so.\n\n"
        f"Two honest limits: {view.manner.seen_by}, and nobody’s safety is kept secret.\n\n"
    )


def _invitation(words: str, person: Person) -> Message:
    return Message(
        f"{words}You are invited as {literal(person.name)}. Press below to join, or type another joining code.",
        buttons=(Button(label_of(f"Join as {person.name}"), JOIN_AS_INVITED(), "main"),),
    )


def _address(turn: Turn) -> str:
    return turn.profile.email if turn.profile else ""


@router.pressed(JOIN_AS_INVITED, strangers=True)
async def join_as_invited(turn: Turn) -> None:
    if turn.speaker is not None:
        raise Refusal("You have joined already. Say “help” to see what you can do.")
    if turn.profile is None:
        raise Refusal("I couldn’t look you up just now. Please press it again in a minute.")
    person = await joining.join_as_invited(turn.db, turn.account, _address(turn), turn.now)
    if person is None:
        raise Refusal("That invitation isn’t open any more. Type the joining code you were sent, or ask for a new one.")
    await _take_in(turn, person)


@router.intent(
    "join", "Join with a code", "join {code}", "my code is {code}", command="join", strangers=True, acts=True
)
async def join_with(turn: Turn) -> None:
    if turn.speaker is not None:
        raise Refusal("You have joined already. Say “help” to see what you can do.")
    code = as_code(turn.slots.get("code", ""))
    if code is None:
        await turn.say("Type the joining code you were sent: sixteen letters and digits, in groups of four.")
    else:
        await _join(turn, code)


async def _join(turn: Turn, code: str) -> None:
    if not await may_try(turn.db, "join", turn.account.id, turn.now, overall=MOST_TRIES_OVERALL):
        await turn.say(TOO_MANY)
        return
    person = await join(turn.db, turn.kit.secrets, turn.account, code, turn.now)
    await turn.unsay(private=False)
    if person is None:
        await turn.say(WRONG_CODE)
    else:
        await _take_in(turn, person)


async def _take_in(turn: Turn, person: Person) -> None:
    turn.speaker = person
    if turn.profile is not None and turn.account.admitted and is_zone(turn.profile.zone):
        person.zone = turn.profile.zone
        await turn.db.people.save(person)
    await tell_other_accounts(
        turn,
        person,
        f"A joining code of yours was just used on another account, {called(turn.account)}. It can’t open your "
        "private notes. If that wasn’t you, say “accounts” to disconnect it, and tell your programme’s team.",
    )
    await _welcome(turn, person)


async def _welcome(turn: Turn, person: Person) -> None:
    parts = await turn.db.cohorts.joined(person.id)
    turn.memberships = [membership for membership, _ in parts]
    turn.cohorts = list({cohort.id: cohort for _, cohort in parts}.values())
    turn.agreed = await turn.db.agreements.versions(person.id)
    for cohort in turn.cohorts:
        await concern_those_who_run(turn, cohort)
    await plan_again(turn, *turn.cohorts)
    places = " and ".join(f"{literal(cohort.name)}, as {CALLED[Role(membership.role)]}" for membership, cohort in parts)
    words = f"Welcome, {literal(person.name)}. You have joined {places}."
    if not turn.account.admitted:
        words += (
            "\n\nYour private notes were begun on another account, so they stay locked here. To open them, say “link” "
            "on that account, or “recover” with your six recovery words."
        )
    buttons = []
    if not person.plain_mode:
        words += "\n\nIf you would rather have choices numbered in the text, and no message that changes, press below."
        buttons.append(offer_plain_mode())
    if turn.manner.in_groups:
        words += "\n\nBefore you join a group here, you can choose what others see of you there."
        buttons.append(Button("What others see of me", WANT(SEEN_IN_GROUPS)))
    await turn.say(Message(words, buttons=tuple(buttons)))
    await agreement.offer(turn)
