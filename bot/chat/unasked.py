"""What stands beneath every unasked message: later, less of it, and why it came."""

from dataclasses import replace

from bot.chat.messages import MOST_BUTTONS, Button, Message, Press
from storage.shared.deliveries import Delivery
from storage.shared.reminders import MORNING

SNOOZE = Press("reminders.snooze", str)
MUTE = Press("reminders.mute", str)
WHY = Press("reminders.why", str)


def beneath(message: Message, delivery: Delivery) -> Message:
    """The message with these, which are typed by their words: numbers are for what the message itself asks."""
    later = Button("Remind me later", SNOOZE(delivery.id), numbered=False)
    mute = Button("Mute", MUTE(delivery.id), numbered=False, describe="Fewer messages like this")
    why = Button("Why this?", WHY(delivery.id), numbered=False, describe="Why did I get this message?")
    more = (later, why) if delivery.kind == MORNING else (later, mute, why)
    room = MOST_BUTTONS - len(more)
    return replace(message, buttons=(*message.buttons[:room], *more))
