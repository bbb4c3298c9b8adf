"""The buttons that were offered last: which of them typed words press, and which are remembered after a turn."""

from bot.chat.effects import Menu, Replace, Say, Suggest, Unsay
from bot.chat.messages import in_the_open
from bot.chat.replies import label_words, number_of, offer, without_replies
from bot.chat.router import Routes
from bot.chat.turns import Turn


def stays_typed(routes: Routes, data: str) -> bool:
    """Whether the label of this button can be typed beside those that are shown below it, such as a question's."""
    found = routes.presses.get(data.partition(":")[0])
    return found is not None and found[1].meanwhile


def typed_press(turn: Turn) -> str | None:
    """The button offered last whose label, or whose number, these words are."""
    typed = number_of(turn.text)
    digest = turn.kit.secrets.digest("label", label_words(turn.text))
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
    no are for what stands last of all. Where help stands above it, its labels can be typed as well.
    """
    last = True
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
                secrets = turn.kit.secrets
                return offer(buttons, secrets, replies=last) + offer(above, secrets, replies=False)
        last &= isinstance(answer, Suggest | Menu | Unsay)
    return None if last else without_replies(turn.account.offered, turn.kit.secrets)
