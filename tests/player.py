"""One account of somebody in a test: what they do, and what they see."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.chat.dialogue import LAST_LOOK
from bot.chat.forms import Answers, Json
from bot.chat.markdown import plain
from bot.chat.messages import Button, File, Message
from bot.chat.platform import Address, Arrived, FormView, Inbound, Received, What
from storage.shared.conversations import OpenForm
from storage.shared.people import Account, Person
from storage.shared.unit import SharedUnit
from tests.stages import Screen, Seen, Sending, Stage
from tests.stages.telegram import TelegramScreen

if TYPE_CHECKING:
    from tests.cast import Cast


@dataclass
class Player:
    """One account of somebody's, as it talks to the bot."""

    cast: "Cast"
    user: str
    name: str
    on_roster: Person | None
    code: str
    stage: Stage | None = None
    """Where they are, if it is not where everybody is."""
    screen_of: Screen = field(init=False)
    _before: dict[str, object] = field(default_factory=dict)
    """What stood on the screen before this player last did something."""
    _form_before: str = ""
    _own_before: int = 0

    def __post_init__(self) -> None:
        self.screen_of = (self.stage or self.cast.stage).screen(self.user, self.name)

    @property
    def address(self) -> Address:
        return self.screen_of.address

    # ------------------------------------------------------------ doing

    async def arrives(self, code: str = "") -> None:
        await self._turn_begins()
        if isinstance(self.screen_of, TelegramScreen):
            await self.screen_of.arrives(code)
            await self._turn_ends()
        else:
            await self.does(Arrived(code))

    async def says(self, text: str) -> None:
        await self._turn_begins()
        await self.screen_of.says(text)
        await self._turn_ends()

    async def sends(self, *files: Sending, text: str = "") -> None:
        """Send these files in one message, where the platform puts several into one."""
        await self._turn_begins()
        await self.screen_of.sends(files, text)
        await self._turn_ends()

    async def presses(self, label: str) -> None:
        """Press the latest button with this label; or type it, where that is how the conversation is held."""
        seen, button = self._button(label)
        if self.cast.way.types and label in self._last_labels():
            await self.says(label)
            return
        await self._turn_begins()
        await self.screen_of.presses(seen, button)
        await self._turn_ends()

    async def opens_home(self) -> None:
        await self._turn_begins()
        await self.screen_of.opens_home()
        await self._turn_ends()

    async def presses_at_home(self, label: str) -> None:
        buttons = [button for part in self.home for button in part.buttons if button.label == label]
        assert buttons, f"{self.name} sees no button “{label}” on this Home:\n{self.home_in_words}"
        await self._turn_begins()
        await self.screen_of.presses_at_home(buttons[0])
        await self._turn_ends()

    async def presses_data(self, data: str) -> None:
        """Press a button that only a tampered app could show."""
        await self._turn_begins()
        await self.screen_of.presses_data(data)
        await self._turn_ends()

    async def fills(self, **answers: Json) -> None:
        """Fill the open form in and send it, whichever way it is asked."""
        if self.cast.way.forms:
            faults = await self.tries_to_fill(**answers)
            assert not faults, faults
        else:
            await self._dialogue(answers)

    async def opens_it_again(self) -> None:
        """Go on with a form that was refused: one that is asked question by question is asked on already."""
        if self.cast.way.forms:
            await self.presses("Open it again")

    async def tries_to_fill(self, **answers: Json) -> dict[str, str]:
        """Send a form that is shown whole; gives the faults beside its fields."""
        form = self.form
        assert form is not None, f"{self.name} has no form open"
        await self._turn_begins()
        faults = await self.screen_of.submits(answers)
        await self._turn_ends()
        return faults

    async def _dialogue(self, answers: Answers) -> None:
        """Answer the questions as they come; what is filled in already is changed at the last look."""
        since, asked = self._before, set[str]()
        while (opening := await self._opening()) and opening.asked not in asked:
            form = self.cast.app.kit.routes.forms[opening.route][0]
            left = [number for number, name in enumerate(form.fields, 1) if name in answers and name not in asked]
            if opening.asked == LAST_LOOK and len(form.fields) == 1 and asked and not form.shared:
                break  # it was refused: one question alone has no last look otherwise
            if not left or opening.asked != LAST_LOOK:
                asked.add(opening.asked)
            if opening.asked == LAST_LOOK:
                await self.says(f"change {left[0]}" if left else form.done)
            else:
                await self.says(_typed(answers.get(opening.asked)))
            assert self.latest, f"{self.name} is asked the same again:\n{self.screen}"
        self._before = since

    async def _opening(self) -> OpenForm | None:
        """The dialogue that is open."""
        async with self.cast.app.database.unit() as unit:
            account = await unit.people.at(*self.address)
            return await unit.conversations.form(account.dialogue, account.id) if account and account.dialogue else None

    async def does(self, what: What, key: str = "") -> Received:
        """Do something as the platform would tell it, past what its page allows."""
        inbound = Inbound(self.address, key or self.cast.key(), what, self.name)
        received = await self.cast.app.intake.receive(inbound)
        await self.cast.settle()
        return received

    async def _turn_begins(self) -> None:
        await self.cast.before_a_line()
        self._before = {seen.ref: seen.stamp for seen in self.screen_of.seen}
        form = self.form
        self._form_before = form.opening if form else ""
        self._own_before = len(self.own_lines)

    async def _turn_ends(self) -> None:
        await self.cast.settle()
        while await self.screen_of.follows():
            await self.cast.settle()

    # ------------------------------------------------------------ seeing

    @property
    def form(self) -> FormView | None:
        """The form that is shown whole."""
        return self.screen_of.form

    @property
    def home(self) -> list[Message]:
        """What stands on this player's Home."""
        return self.screen_of.home

    @property
    def home_in_words(self) -> str:
        return "\n---\n".join(_words(part) for part in self.home)

    def sees_at_home(self, *words: str) -> None:
        for expected in words:
            assert expected in self.home_in_words, f"{self.name} does not see “{expected}” in:\n{self.home_in_words}"

    def does_not_see_at_home(self, *words: str) -> None:
        for unexpected in words:
            assert unexpected not in self.home_in_words, f"{self.name} sees “{unexpected}” in:\n{self.home_in_words}"

    async def account(self) -> Account:
        async with self.cast.app.database.unit() as unit:
            return await self._account(unit)

    async def _account(self, unit: SharedUnit) -> Account:
        account = await unit.people.at(*self.address)
        assert account is not None, f"{self.name} has never said anything"
        return account

    @property
    def own_lines(self) -> list[str]:
        """What this player typed, as far as it stands in the conversation."""
        return self.screen_of.own_lines

    @property
    def latest(self) -> list[Message]:
        """What came, or changed, since this player last did something."""
        return [seen.message for seen in self.screen_of.seen if self._before.get(seen.ref) != seen.stamp]

    def _button(self, label: str) -> tuple[Seen, Button]:
        for seen in reversed(self.screen_of.seen):
            for button in seen.message.buttons:
                if button.label == label:
                    return seen, button
        raise AssertionError(f"{self.name} sees no button “{label}” in:\n{self.screen}")

    def _last_labels(self) -> list[str]:
        """The labels that can be typed: those of the buttons shown last."""
        with_buttons = [seen.message for seen in self.screen_of.seen if seen.message.buttons]
        return [button.label for button in with_buttons[-1].buttons] if with_buttons else []

    @property
    def screen(self) -> str:
        return "\n---\n".join(_words(seen.message) for seen in self.screen_of.seen)

    def sees(self, *words: str) -> None:
        """Each of these is in what came since this player last did something."""
        latest = "\n---\n".join(_words(message) for message in self.latest)
        form = self.form
        if form is not None and form.opening != self._form_before:
            latest += f"\n---\n{plain(form.intro)}"
        for expected in words:
            assert expected in latest, f"{self.name} does not see “{expected}” in:\n{latest or '(nothing)'}"

    def does_not_see(self, *words: str) -> None:
        """None of these is anywhere on this screen."""
        for unexpected in words:
            assert unexpected not in self.screen, f"{self.name} sees “{unexpected}” in:\n{self.screen}"

    def finds_taken_back(self, words: str) -> None:
        """These, just typed, do not stay in the conversation; where that can't be, its author is told so."""
        if not self.cast.way.slack:
            assert not any(words in line for line in self.own_lines)
        elif any(words in line for line in self.own_lines[self._own_before :]):
            self.sees("your own message is still above", "Delete message")

    def sees_nothing(self) -> None:
        assert not self.latest, "\n".join(_words(message) for message in self.latest)

    @property
    def files(self) -> list[File]:
        return [part for seen in self.screen_of.seen for part in seen.message.attachments if isinstance(part, File)]


def _words(message: Message) -> str:
    parts = [message.title, plain(message.text), *(f"{name}: {value}" for name, value in message.fields.items())]
    parts += [f"[{button.label}]" for button in message.buttons]
    parts += [part.about if isinstance(part, File) else part.alt for part in message.attachments]
    return "\n".join(part for part in parts if part)


def _typed(answer: Json) -> str:
    """An answer as it is typed in a dialogue."""
    match answer:
        case None:
            return "skip"
        case bool():
            return "yes" if answer else "no"
        case list():
            return ", ".join(answer)
        case _:
            return str(answer)
