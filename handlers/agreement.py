"""The confidentiality agreement: asked at joining and when it changes. Until a yes, nothing private is kept."""

from bot.chat.messages import Button, Message, Press
from bot.chat.router import Router
from bot.chat.turns import Turn
from bot.chat.view import View
from bot.chat.wanting import WANT
from bot.programmes import Programme
from storage.shared.cohorts import RUN_IT

router = Router("agreement")

AGREE = Press("agreement.agree", str, str)
READ = Press("agreement.read", str)
NOT_NOW = Press("agreement.not_now")

NOT_YET = (
    "Before I keep anything private, we agree on confidentiality. Nothing has been kept yet; please send it again "
    "after you agree."
)
STANDS = "What you wrote just now still stands where you wrote it; delete it there once you have sent it again."
CHANGED = "Our agreement on confidentiality has changed. What you kept before is safe. Please read it before we go on."


async def agreed(turn: Turn) -> bool:
    """Whether the speaker has agreed to what their programmes ask today; where not, it is put before them.

    What they typed is not kept, and so not taken back either: they are to send it again.
    """
    missing = turn.to_agree
    if missing is None:
        return True
    words = CHANGED if _agreed_before(turn, missing) else NOT_YET
    await turn.say(f"{words} {STANDS}" if turn.said_in and turn.slots else words)
    await _put_before(turn, missing)
    return False


async def offer(turn: Turn) -> None:
    """Put the agreement before somebody who has just arrived, if there is one they have not agreed to."""
    missing = turn.to_agree
    if missing is not None:
        await _put_before(turn, missing)


@router.intent(
    "agreement",
    "Our confidentiality agreement",
    "agreement",
    "confidentiality",
    "the confidentiality agreement",
    "what did i agree to",
    command="agreement",
    help="read what we agree about confidentiality",
)
async def show(turn: Turn) -> None:
    template = turn.programme
    missing = turn.to_agree
    if missing is not None:
        await _put_before(turn, missing)
    else:
        await turn.say(_page(turn, template))


@router.intent(
    "agree", "Agree to it", "i agree", "i agree to it", "i agree to this", "agreed", "yes i agree", acts=True
)
async def say_so(turn: Turn) -> None:
    """Said rather than pressed, and maybe later: it counts where what it is about has been put before them."""
    missing = turn.to_agree
    if missing is None:
        await turn.say("You had agreed already: thank you." if turn.programmes else "There is nothing to agree to.")
    elif await turn.db.conversations.handle(turn.account.id, _handle(missing)) is None:
        await _put_before(turn, missing)
    else:
        await _agree(turn, missing)


@router.pressed(AGREE)
async def agree(turn: Turn, key: str, version: str) -> None:
    template = _programme_of(turn, key)
    if template is None or version != template.agreement.version:
        await turn.replace("The agreement has changed since. Say “agreement” to read it as it is now.")
        await offer(turn)
        return
    if _has_agreed(turn, template):
        await turn.replace("You had agreed already: thank you.")
        return
    await _agree(turn, template)


async def _agree(turn: Turn, template: Programme) -> None:
    key, version = template.key, template.agreement.version
    await turn.db.agreements.agree(turn.person.id, key, version, turn.now)
    await turn.db.audit.record("agreed", f"{key} {version}", turn.now, turn.person.id)
    words = "Thank you: agreed. Your private notes are ready. Say “reflect” to write the first one."
    if turn.roles.isdisjoint(RUN_IT):
        await turn.replace(words)
    else:
        words = f"{words}\n\nTo prepare the programme for everybody, say “set up the cohort”."
        await turn.replace(Message(words, buttons=(Button("Set the cohort up", WANT("set_up_cohort"), "main"),)))


@router.pressed(READ)
async def read(turn: Turn, key: str) -> None:
    template = _programme_of(turn, key)
    if template is not None:
        await turn.say(_page(turn, template))


@router.pressed(NOT_NOW)
async def not_now(turn: Turn) -> None:
    await turn.replace(
        "That’s fine. Whatever keeps nothing private works. Say “agreement” whenever you would like to read it again."
    )


@router.home(300, waiting=True, weekly=True)
async def before_you_begin(view: View) -> Message | None:
    missing = view.to_agree
    if missing is None:
        return None
    changed = _agreed_before(view, missing)
    return Message(
        CHANGED if changed else "Before I keep anything private, we agree on confidentiality.",
        title="" if changed else "Before you begin",
        buttons=(Button("Read the agreement", WANT("agreement"), "main"),),
    )


def _has_agreed(view: View, template: Programme) -> bool:
    return (template.key, template.agreement.version) in view.agreed


def _agreed_before(view: View, template: Programme) -> bool:
    """Whether they agreed to any version of this programme's."""
    return any(key == template.key for key, _ in view.agreed)


def _programme_of(turn: Turn, key: str) -> Programme | None:
    return next((template for template in turn.programmes if template.key == key), None)


async def _put_before(turn: Turn, template: Programme) -> None:
    """The five lines, remembered as put before them."""
    await turn.say(_five_lines(template), handle=_handle(template))


def _handle(template: Programme) -> str:
    return f"agreement {template.key} {template.agreement.version}"


def _five_lines(template: Programme) -> Message:
    return Message(
        "\n".join(f"{number}. {line}" for number, line in enumerate(template.agreement.lines, 1)),
        title="What we agree about confidentiality",
        buttons=(
            Button("I agree", AGREE(template.key, template.agreement.version), "main"),
            Button("Read the whole", READ(template.key)),
            Button("Not now", NOT_NOW()),
        ),
    )


def _page(turn: Turn, template: Programme) -> Message:
    page = f"{template.agreement.page}\n\nVersion {template.agreement.version}."
    if _has_agreed(turn, template):
        return Message(f"{page} You have agreed to this.")
    return Message(page, buttons=(Button("I agree", AGREE(template.key, template.agreement.version), "main"),))
