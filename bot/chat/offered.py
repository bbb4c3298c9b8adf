"""The buttons that were offered last: which of them typed words press, and which are remembered after a turn."""

import re
from datetime import datetime, timedelta

from bot.chat.effects import Menu, Replace, Say, Suggest, Unsay
from bot.chat.messages import Message, in_the_open
from bot.chat.replies import asks, by_label, label_words, number_of, offer, without_replies
from bot.chat.router import Routes, Secrets
from bot.chat.turns import Turn
from storage.shared.people import Account

_COURTESY = re.compile(r"(?: (?:please|pls|thanks|thank you))+$")
_LAST = re.compile(r"(?:the )?last(?: one| option)")

STANDS = timedelta(hours=1)
"""For so long what the conversation asked last is not answered by accident when something unasked comes in below."""


def stays_typed(routes: Routes, data: str) -> bool:
    """Whether the label of this button can be typed beside those that are shown below it, such as a question's."""
    found = routes.presses.get(data.partition(":")[0])
    return found is not None and found[1].meanwhile


def typed_press(turn: Turn) -> str | None:
    """The button offered last whose label, or whose number, these words are."""
    words = _COURTESY.sub("", label_words(turn.text))
    numbers = [number for number, _, _ in turn.account.offered if number]
    typed = numbers[-1] if numbers and _LAST.fullmatch(words) else number_of(turn.text)
    digest = turn.kit.secrets.digest("label", words)
    return next(
        (data for number, label, data in turn.account.offered if label == digest or number == typed != ""), None
    )


def press_for_time(turn: Turn) -> str:
    """The button offered last that a day or a time is for, where these words say one and nothing else; else empty."""
    presses = turn.kit.routes.presses
    offered = (data for _, _, data in turn.account.offered)
    takes_times = (data for data in offered if (found := presses.get(data.partition(":")[0])) and found[1].times)
    data = next(takes_times, "")
    return data if data and turn.kit.understanding.is_a_time(turn.text) else ""


def offered_after(turn: Turn, *, in_window: bool) -> list[list[str]] | None:
    """The buttons that are shown last from now on; None where that is as it was.

    Those of what is for a window count as it has them; should it not open, there is what stands in its place. Yes and
    no are for what stands last of all. Where help stands above it, its labels can be typed as well. What was said in
    passing, or was not understood, leaves what stood above it to be typed: by its numbers, unless there are others.
    """
    last, secrets = True, turn.kit.secrets
    for number, answer in reversed(list(enumerate(turn.answers))):
        if isinstance(answer, Say | Replace):
            shown = [in_the_open(answer.message, answer.again)] if answer.again else [answer.message]
            if answer.again and in_window:
                shown.insert(0, answer.message)
            if buttons := [button for message in shown for button in message.buttons]:
                above = [
                    button
                    for before in turn.answers[:number]
                    if isinstance(before, Say)
                    for button in before.message.buttons
                    if stays_typed(turn.kit.routes, button.press)
                ]
                offered = offer(buttons, secrets, replies=last) + offer(above, secrets, replies=False)
                if turn.passing:
                    return _and_besides(offered, by_label(turn.account.offered, secrets))
                return offered
        last &= isinstance(answer, Suggest | Menu | Unsay)
    if last:
        return None
    return (without_replies if turn.passing else by_label)(turn.account.offered, secrets)


def offered_beside(account: Account, message: Message, secrets: Secrets, now: datetime) -> None:
    """This stands below, unasked: for a while yes, no and numbers are for what the conversation asked last all the
    same, and what came in between is typed by its labels."""
    offered, unasked = account.offered, offer(message.buttons, secrets)
    is_open = account.asked_at is not None and now - account.asked_at <= STANDS
    if not (is_open and by_label(offered, secrets) != offered):
        account.offered, account.asked_at = unasked or without_replies(offered, secrets), None
    elif unasked:
        answers = offered if asks(offered, secrets) else without_replies(offered, secrets)
        others = [entry for entry in offered if entry in by_label(offered, secrets)]
        answers = [entry for entry in answers if entry not in others]
        account.offered = _and_besides(_and_besides(answers, by_label(unasked, secrets)), others)


def _and_besides(first: list[list[str]], others: list[list[str]]) -> list[list[str]]:
    """These, and what else can be typed without being one of them."""
    labels = {label for _, label, _ in first}
    return first + [entry for entry in others if entry[1] not in labels]
