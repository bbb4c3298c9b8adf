"""Turn: one thing that a person did, and the bot's answer to it. It is all that a handler can reach."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import ParamSpec

from pydantic import JsonValue, TypeAdapter

from bot.chat.drafts import Draft, Drafts, begun_before
from bot.chat.effects import Effect, PutAway, Replace, Say, Show, Standing, Suggest, Unsay
from bot.chat.errors import Ambiguous, Refusal
from bot.chat.fetching import Fetched
from bot.chat.forms import Answers, Form, Options
from bot.chat.markdown import units
from bot.chat.messages import MOST_BUTTONS, Button, Message, Press, message_json
from bot.chat.platform import Profile
from bot.chat.router import TakeBack
from bot.chat.view import View
from storage.private.desks import desk_vault
from storage.private.entries import Entry
from storage.private.vault import VaultWrite
from storage.shared.conversations import OpenForm
from storage.shared.deliveries import Delivery, Urgency
from storage.shared.people import PRIVATE_MINUTES, Account, Person
from storage.shared.undo import Undo

P = ParamSpec("P")
given_json = TypeAdapter(list[JsonValue])

UNDO_WITHIN = timedelta(minutes=10)
"""For so long people can take back what they did."""

GOES_ON_WITHIN = timedelta(seconds=3)
"""So soon after one another the pieces of a long message come, and nobody types anything else."""

GOES_ON = "You began this before, so we go on from there. Say “cancel” to drop it."

AWAY = Press("private.away", str)
"""Put away what stands under this name."""


@dataclass
class Turn(View):
    """Who, when, what, and how to answer. One unit of work: it is committed when the handler returns."""

    id: str
    text: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    """The words of the text that others of their cohorts go by."""
    prepared: object = None
    files: Fetched | None = None
    """What came with the words, fetched; None where nothing did that is kept."""
    late: bool = False
    """It could not be handled when it arrived, and that is long ago."""
    pressing: str = ""
    """The data of the button that was pressed, or typed."""
    wanting: str = ""
    """The intent that was understood, where it needs no further words."""
    passing: bool = False
    """It was said in passing, or was not understood: what stands above it can go on being answered."""
    pressed_on: str = ""
    """The message whose button was pressed."""
    said_in: str = ""
    """The person's own message."""
    said_at: datetime | None = None
    """When they said it, where the platform tells: what has waited for the bot arrives all at once."""
    asks_in_forms: bool = True
    has_windows: bool = False
    """Private text is shown in windows here, and never stands in the conversation."""
    retracts: bool = False
    """A message can be taken back here, the person's own included."""
    has_menu: bool = False
    profile: Profile | None = None
    """What the platform says of somebody who has not joined."""
    answers: list[Effect] = field(default_factory=list)
    posts: list[VaultWrite] = field(default_factory=list)
    said_in_public: bool = False
    hushed: bool = False
    """Nothing of the answer is to be seen where it was said, not even that there is one."""
    stays: str = ""
    """What they are told at the end, where words of theirs are left standing that should not be."""
    owes: bool = False
    """Something was written that the delivery engine is to be woken for."""
    concerns: set[int] = field(default_factory=set)
    """Whose Homes may read otherwise for this, beside the speaker's own."""

    # ------------------------------------------------------------ answering

    async def say(
        self, message: Message | str, *, handle: str = "", form: str = "", shows_content: bool = True
    ) -> None:
        """Answer with this.

        `form` is the opening whose answers a private message shows; one that shows no content itself, such as most
        questions of a private form, stands as long as any other.
        """
        message, standing = self._stands(_message(message), form, shows_content)
        self.answers.append(Say(message, handle, await self._again_if_private(message), standing))

    async def replace(
        self, message: Message | str, *, handle: str = "", form: str = "", shows_content: bool = True
    ) -> None:
        """Put this where the message with the pressed button was, or the last one sent under `handle`."""
        if not self.pressed_on and not handle:
            await self.say(message, form=form, shows_content=shows_content)
        else:
            message, standing = self._stands(_message(message), form, shows_content)
            sent = "" if handle else self.pressed_on
            self.answers.append(Replace(message, sent, handle, await self._again_if_private(message), standing))

    def _stands(self, message: Message, form: str, shows_content: bool) -> tuple[Message, Standing | None]:
        """What is private stands in the conversation where there are no windows: it gets a button to be put away by."""
        if not (message.private and shows_content and self.retracts) or self.has_windows:
            return message, None
        name = f"{self.id}.{len(self.answers)}"
        minutes = self.speaker.private_minutes if self.speaker else PRIVATE_MINUTES
        if len(message.buttons) < MOST_BUTTONS:  # where there is no room for it, it can be said all the same
            message = replace(message, buttons=(*message.buttons, Button("Put away", AWAY(name), numbered=False)))
        return message, Standing(name, minutes, form)

    def put_away(self, name: str) -> None:
        """Put away what stands under this name, and the message whose button was pressed."""
        self.answers.append(PutAway(name, self.pressed_on))

    async def _again_if_private(self, message: Message) -> str:
        return await self._again() if message.private and not message.openly else ""

    async def _again(self) -> str:
        """What asks for the same once more, where it is shown in a window and there may be none for it now."""
        if not self.has_windows:
            return ""
        from bot.chat.again import ask_again

        return await ask_again(self)

    async def unsay(self, *, sent: str = "", private: bool = True, secret: bool = False, note: bool = True) -> None:
        """Take the person's own message back from the platform, as well as it can: this one, or an earlier one.

        Where it can't, they are told how to do it themselves, if there were `private` words in it. Whoever chose to
        leave their messages keeps those with private words, but for what is `secret`, such as a passphrase. Words that
        are no `note` need no advice on the next one.
        """
        sent = sent or self.said_in
        if not sent or (private and not secret and self.retracts and not self._tidies):
            return
        stays = (self.manner.stays_in_public if self.said_in_public else self.manner.stays) if private else ""
        if stays and note and self.manner.next_note:
            stays = f"{stays} {self.manner.next_note}"
        if self.retracts:
            self.answers.append(Unsay(sent, stays))
        else:
            self.stays = stays

    @property
    def typing_goes(self) -> bool | None:
        """Whether what they typed to be kept is taken back; None where they typed nothing here, or it never can be."""
        typed = self.said_in or not self.asks_in_forms
        return self._tidies if typed and self.retracts else None

    @property
    def _tidies(self) -> bool:
        """To leave what they type is for their own conversation, not for one that others read."""
        return self.speaker is None or self.speaker.tidies or self.said_in_public

    async def may_go_on(self, press: str) -> None:
        """These words may be the beginning of more, cut by an app for being too long: the rest is for this press."""
        if self.manner.splits_at and units(self.text) >= self.manner.splits_at // 2:  # they cut where a paragraph ends
            self.account.goes_on, self.account.goes_on_until = press, (self.said_at or self.now) + GOES_ON_WITHIN
            await self.db.people.save_account(self.account)

    @property
    def goes_on(self) -> bool:
        """Whether the rest of what was said just now, or just before, may be on the way."""
        until = self.account.goes_on_until
        return until is not None and (self.said_at or self.now) <= until

    async def take_up(self) -> str:
        """The press that these words are for, as the rest of what was said just before; empty where there is none.

        Only what follows directly is that rest: the words after it are for no such press, unless it goes on again.
        """
        press = self.account.goes_on if self.goes_on else ""
        if self.account.goes_on_until is not None:
            self.account.goes_on, self.account.goes_on_until = "", None
            await self.db.people.save_account(self.account)
        return press

    async def ask(
        self,
        form: type[Form],
        *,
        about: str = "",
        answers: Answers | None = None,
        options: Mapping[str, Options] | None = None,
        faults: Mapping[str, Refusal] | None = None,
        intro: str = "",
        only_here: bool = False,
    ) -> None:
        """Ask this form: whole where the platform can, question by question where not.

        `about` comes back with the answers; `answers` are filled in already; `options` are those of the choices that
        depend on the moment; `intro` is said in the place of the form's own, and may be private. `only_here`
        says that the answers are words of theirs that stand nowhere else. What they began of the same before is gone
        on with.
        """
        from bot.chat.dialogue import begin

        opening = OpenForm(
            account_id=self.account.id,
            route=form.route,
            answers=None if form.private else {},
            opened_at=self.now,
            zone=self.zone.key,
        )
        draft = Draft(
            made_at=self.now,
            form=form.route,
            about=about,
            answers=dict(answers or {}),
            options={name: dict(choices) for name, choices in (options or {}).items()},
            faults={name: fault.words for name, fault in (faults or {}).items()},
            ways={name: dict(fault.ways) for name, fault in (faults or {}).items() if isinstance(fault, Ambiguous)},
            untouched=not only_here,
        )
        before = None if only_here else await begun_before(self, form, about)
        if before is not None and (before[1].untouched or about or not answers or not form.private):
            # What they answered to a private form stands nowhere else; what others see is filled in as it is now.
            keeping = not before[1].untouched and (form.private or not answers)
            opening, draft = before[0], before[1].asked_again(draft, keeping=keeping)
            opening.opened_at, opening.zone = self.now, self.zone.key
            await Drafts(self, opening).save(draft, untouched=draft.untouched)
            if keeping and draft.answers and not self.asks_in_forms:
                await self.say(GOES_ON)
        else:
            await Drafts(self, opening).begin(draft)
        if self.asks_in_forms:
            await self.db.conversations.open(opening)
            await self.show(opening, draft, intro=intro, again=await self._again() if intro else "")
        else:
            if intro:
                await self.say(Message(intro, private=True))
            await begin(self, opening, draft)

    async def show(self, opening: OpenForm, draft: Draft, *, step: int = 0, intro: str = "", again: str = "") -> None:
        """Open a form whole, as it stands; where it is shown in steps, at this one."""
        self.answers.append(
            Show(
                opening=opening.id,
                route=opening.route,
                answers=draft.answers,
                options=draft.options,
                faults=draft.faults,
                opened_at=opening.opened_at,
                zone=opening.zone,
                step=step,
                intro=intro,
                again=again,
            )
        )

    def suggest(self, prompts: Mapping[str, str]) -> None:
        """Offer a few things to say, each by its title, where the platform can before anything is said."""
        self.answers.append(Suggest(dict(prompts)))

    # ------------------------------------------------------------ taking it back

    async def can_undo(self, what: str, take_back: TakeBack[P], *given: P.args, **_: P.kwargs) -> int:
        """For ten minutes “undo” takes back what this turn has just done, by calling this with these values.

        `what` says in a few of the bot's own words what is taken back: "your apologies for Module 3". Nothing private
        may be in it, nor in the values. Gives the id by which a button takes it back.
        """
        return await self._keep_undo(what, self.kit.routes.names_of_undos[take_back], given)

    async def cannot_undo(self, why: str) -> None:
        """What this turn has done is for good: this sentence is said to “undo”, and nothing before it is taken back."""
        await self._keep_undo(why)

    async def _keep_undo(self, what: str, by: str = "", given: Sequence[object] = ()) -> int:
        values, until = given_json.validate_python(given), self.now + UNDO_WITHIN
        undo = Undo(person_id=self.person.id, turn=self.id, what=what, by=by, given=values, until=until)
        return (await self.db.undos.keep(undo)).id

    # ------------------------------------------------------------ others, and later

    async def tell(
        self,
        person: Person,
        message: Message | str,
        *,
        at: datetime | None = None,
        key: str | None = None,
        account: Account | None = None,
        again: bool = False,
        urgent: bool = False,
        kind: str | None = None,
        event_id: int | None = None,
    ) -> None:
        """Owe this to somebody: it goes out after the commit, or when its time comes. Nothing private may be in it.

        `again` says that twice is better than never, where a platform can't tell whether it arrived. What nobody asked
        for says of which `kind` it is, and about which event: it goes when its reader wants to hear of such things.
        What is `urgent` goes before whatever else is owed.
        """
        self.owes = True
        self.concerns.add(person.id)
        message = _message(message)
        if message.private:
            raise ValueError("a private message can't be a delivery: word it when it falls due")
        await self.db.deliveries.owe(
            Delivery(
                key=key,
                person_id=person.id,
                account_id=account.id if account else None,
                kind=kind,
                event_id=event_id,
                body=message_json.dump_python(message, mode="json"),
                again=again,
                urgency=Urgency.ANSWER if urgent else Urgency.DUE,
                due_at=at or self.now,
                made_at=self.now,
            )
        )

    async def later(
        self,
        job: str,
        *,
        person: Person | None = None,
        at: datetime | None = None,
        key: str | None = None,
        kind: str | None = None,
        event_id: int | None = None,
        **arguments: str | int,
    ) -> None:
        """Have this job done by the delivery engine, for the speaker or somebody else; unasked, where it has a kind."""
        person = person or self.person
        self.owes = True
        self.concerns.add(person.id)
        await self.db.deliveries.owe(
            Delivery(
                key=key,
                person_id=person.id,
                kind=kind,
                event_id=event_id,
                job=job,
                arguments=dict(arguments),
                urgency=Urgency.ANSWER if at is None else Urgency.DUE,
                due_at=at or self.now,
                made_at=self.now,
            )
        )

    async def post(self, to: Person, entry: Entry) -> str:
        """Put a copy of this into somebody's letterbox; gives the post's id, by which it can be taken back."""
        return await self._post(to.vault, entry)

    async def post_to_desk(self, name: str, entry: Entry) -> str:
        """The same, on a desk of the bot's own."""
        return await self._post(desk_vault(name), entry)

    async def _post(self, vault_id: str, entry: Entry) -> str:
        seed = blake2s(f"{self.id}/{len(self.posts)}".encode(), digest_size=16).digest()
        post_id = urlsafe_b64encode(seed).decode().rstrip("=")
        self.posts.append(await self.kit.posts.post(vault_id, post_id, entry))
        return post_id

    def take_back(self, vault_id: str, post_id: str) -> None:
        """Take a post of the speaker's back from where it lies."""
        self.posts.append(self.kit.posts.take_back(vault_id, post_id))


def joined(beginning: str, rest: str) -> str:
    """Words that an app has cut in two, as they were: it cuts where a sentence ends, if it can."""
    return f"{beginning}\n\n{rest}" if beginning.rstrip().endswith((".", "!", "?", ":")) else f"{beginning} {rest}"


def _message(message: Message | str) -> Message:
    return Message(message) if isinstance(message, str) else message
