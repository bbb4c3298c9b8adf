"""Slack as a stage: the real adapter and its libraries, over HTTP, at the fake Slack of the tests."""

from collections.abc import Iterator, Sequence

import aiohttp

from bot.app import App
from bot.chat.forms import Answers, Json
from bot.chat.markdown import literal
from bot.chat.messages import Button, File, Message
from bot.chat.platform import Address, FormView
from bot.platforms.slack.adapter import SlackPlatform
from bot.platforms.slack.calling import Slack, web_client
from bot.platforms.slack.forms import MOST_INPUT, Shown, shown_json
from bot.platforms.slack.transport import Http
from bot.web import WebServer
from scheduling.clock import Clock
from storage.shared.unit import SharedDatabase
from tests.platforms.fake import Obj
from tests.platforms.slack.inputs import Given
from tests.platforms.slack.people import Person
from tests.platforms.slack.screen import screen_words
from tests.platforms.slack.server import FakeSlack
from tests.platforms.slack.workspace import SlackMessage
from tests.stages import QUICK, Seen, Sending, Unpaced

WAITING = ("is ready for you", "so I show it in a window")
"""What is said of a form, and of private words, that wait for the one button of the message to be pressed."""


class SlackStage:
    """A workspace."""

    name = "slack"

    def __init__(self, clock: Clock, *, agent_view: bool = False) -> None:
        self.fake = FakeSlack(pace=QUICK, now=clock.now, agent_view=agent_view)
        self._agent_view = agent_view
        self._people: dict[str, Person] = {}

    async def begin(self) -> None:
        await self.fake.start()

    async def platform(self, database: SharedDatabase) -> SlackPlatform:
        self._session = aiohttp.ClientSession()
        client = web_client(self.fake.bot_token, self.fake.url, self._session)
        self._http = Http(client, [self.fake.signing_secret])
        self.app: App | None = None
        slack = Slack(client, self._session, Unpaced(), QUICK)
        self.adapter = SlackPlatform(slack, self._http, agent_view=self._agent_view)
        return self.adapter

    async def open(self, app: App) -> None:
        self.app = app
        self._web = WebServer("127.0.0.1", 0, app.healthy, [self._http])
        await self._web.start()
        self.fake.deliver_to(f"http://127.0.0.1:{self._web.port}/slack/events")

    async def close(self) -> None:
        await self._web.stop()
        await self._session.close()

    async def end(self) -> None:
        await self.fake.stop()
        assert self.fake.violations == []

    def person(self, user: str) -> Person:
        """Whoever has Slack before them."""
        return self._people[user]

    def screen(self, user: str, name: str) -> "SlackScreen":
        person = self.fake.person(f"U0{user.upper()}", name=name, email=f"{user}@elsewhere.example")
        self._people[user] = person
        return SlackScreen(self, person)

    def fails_to_give_files(self, times: int) -> None:
        self.fake.trouble("download", "500", times)

    def everywhere(self) -> Iterator[tuple[str, str]]:
        for user, person in self._people.items():
            by_the_bot = [message for message in person.dm if message.from_bot and not message.deleted]
            yield user, repr((by_the_bot, person.ephemerals, person.modals, person.home))


class SlackScreen:
    """What one person sees of the bot on Slack."""

    def __init__(self, stage: SlackStage, person: Person) -> None:
        self.address = Address("slack", stage.fake.team, person.id)
        self._stage = stage
        self._person = person
        self._followed: set[str] = set()

    # ------------------------------------------------------------ seeing

    @property
    def seen(self) -> list[Seen]:
        messages = [message for message in self._person.dm if message.from_bot and not message.deleted]
        messages.sort(key=lambda message: message.edited or message.ts)
        windows = [view for view in self._person.modals if not view.get("submit")]
        return [
            *(Seen(message.ts, (message.text, repr(message.blocks)), _message(message)) for message in messages),
            *(Seen(view["id"], view["hash"], _window(view)) for view in windows),
        ]

    @property
    def form(self) -> FormView | None:
        view = self._person.modal
        shown = _form(view) if view else None
        if view is None or shown is None:
            return None
        assert self._stage.app is not None
        form = self._stage.app.kit.routes.forms[shown.route][0]
        intro = literal("\n".join(screen_words({"type": "modal", **view}).split("\n")))
        return FormView(
            shown.opening, form.title, intro, form.done, form.fields, {}, {}, shown.at, shown.zone, shown.route
        )

    @property
    def own_lines(self) -> list[str]:
        return [message.text for message in self._person.dm if not message.from_bot and not message.deleted]

    @property
    def home(self) -> list[Message]:
        view = self._person.home
        return [Message(_words(view["blocks"]), buttons=_buttons(view["blocks"]))] if view else []

    # ------------------------------------------------------------ doing

    async def has_begun(self) -> None: ...

    async def arrives(self) -> None:
        await self._person.opens_messages()

    async def opens_home(self) -> None:
        await self._person.opens_home()

    async def presses_at_home(self, button: Button) -> None:
        await self._close_windows()
        await self._person.presses(button.press, on=self._person.home)

    async def says(self, text: str) -> None:
        """A word after a stroke is a command; whatever else is said is a message, for which windows are closed."""
        await self._close_windows()
        if text.lstrip().startswith("/"):
            await self._person.commands("/waymark", text.lstrip().removeprefix("/"))
        else:
            await self._person.types(text)
        assert self._person.failures == []

    async def sends(self, files: Sequence[Sending], text: str) -> None:
        await self._close_windows()
        shared = [
            self._person.file(file.name, file.data, file.media_type, seconds=file.seconds, size=file.size or None)
            for file in files
        ]
        await self._person.shares(*shared, text=text)
        assert self._person.failures == []

    async def presses(self, seen: Seen, button: Button) -> None:
        window = next((view for view in self._person.modals if view["id"] == seen.ref), None)
        if window is None:
            await self._close_windows()
            message = next(message for message in self._person.dm if message.ts == seen.ref)
            await self._person.presses(button.press, on=message)
        else:
            await self._person.presses(button.press, on=window)
        self._followed.add(seen.ref)
        assert self._person.failures == []

    async def presses_data(self, data: str) -> None:
        element = {"type": "button", "action_id": "press.0", "text": {"type": "plain_text", "text": "?"}, "value": data}
        blocks = [{"type": "actions", "block_id": "tampered", "elements": [element]}]
        app = self._stage.fake.workspace.app.user
        nowhere = SlackMessage(self._person.channel.id, "1.000001", app, "", blocks=blocks, from_bot=True)
        await self._close_windows()
        await self._person.presses(data, on=nowhere)

    async def submits(self, answers: Answers) -> dict[str, str]:
        assert self._stage.app is not None
        for name, given in answers.items():
            await self._fill(name, given)
        await self._person.submits()
        assert self._person.failures == []
        return {name.partition(".")[0]: words for name, words in self._person.faults.items()}

    async def _fill(self, name: str, given: Json) -> None:
        if not isinstance(given, str) or len(given) <= MOST_INPUT:
            await self._person.fills(**{name: _meant(given, self._inputs(name)[0])})
            return
        pieces = [given[start : start + MOST_INPUT] for start in range(0, len(given), MOST_INPUT)]
        await self._person.fills(**{name: pieces[0]})
        for piece in pieces[1:]:
            async with self._stage.fake.expecting("views.update"):
                await self._person.presses(name)  # the button that makes more room has the field's name for its value
            await self._person.fills(**{self._inputs(name)[-1]["block_id"]: piece})

    def _inputs(self, name: str) -> list[Obj]:
        """What asks one question: an input, or several for a long text."""
        view = self._person.modal
        assert view is not None
        inputs = [block for block in view["blocks"] if block["type"] == "input"]
        return [block for block in inputs if block["block_id"] == name or block["block_id"].startswith(f"{name}.")]

    async def _settle(self) -> None:
        assert self._stage.app is not None
        await self._stage.app.settle()

    async def follows(self) -> bool:
        """Private things that were asked for in words, and forms, wait behind a button; people press it."""
        for message in reversed(self._person.dm):
            waits = message.from_bot and any(words in message.text for words in WAITING)
            if waits and not message.deleted and message.ts not in self._followed:
                self._followed.add(message.ts)
                await self._person.presses(_buttons(message.blocks)[0].press, on=message)
                return True
        return False

    async def _close_windows(self) -> None:
        while self._person.modals:
            await self._person.closes()
        await self._settle()


def _form(view: Obj) -> Shown | None:
    return shown_json.validate_json(view["private_metadata"]) if view.get("private_metadata") else None


def _meant(answer: Json, asked: Obj) -> Given:
    """An answer as it is given to this input; options are chosen by their words, in any case, or by their place."""
    match answer:
        case bool():
            return "yes" if answer else "no"
        case str() if options := asked["element"].get("options"):
            labels: list[str] = [option["text"]["text"] for option in options]
            alike = [label for label in labels if label.casefold() == answer.casefold()]
            by_place = dict(zip(map(str, range(1, len(labels) + 1)), labels, strict=True))
            return next(iter(alike), by_place.get(answer, answer))
        case int() | float():
            return str(answer)
        case _:
            return answer


def _message(message: SlackMessage) -> Message:
    files = tuple(File(file.data or b"", file.name, file.alt or file.title) for file in message.files)
    return Message(_words(message.blocks) or "-", buttons=_buttons(message.blocks), attachments=files)


def _window(view: Obj) -> Message:
    return Message(_words(view["blocks"]), title=view["title"]["text"], buttons=_buttons(view["blocks"]), private=True)


def _words(blocks: list[Obj]) -> str:
    view = {"type": "home", "blocks": [block for block in blocks if block["type"] != "actions"]}
    return literal(screen_words(view))


def _buttons(blocks: list[Obj]) -> tuple[Button, ...]:
    elements = [element for block in blocks if block["type"] == "actions" for element in block["elements"]]
    return tuple(Button(element["text"]["text"], element["value"]) for element in elements)
