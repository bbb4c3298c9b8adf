"""What can be typed in the place of a press: a label, its number, and yes or no to what was said last."""

import re
from collections.abc import Sequence
from itertools import count

from bot.chat.messages import Button
from bot.chat.router import Secrets
from bot.chat.turns import AWAY, Turn

YES, NO = "yes", "no"

_REPLIES = {
    YES: (
        *("yes", "y", "yep", "yup", "yeah", "aye", "yes please", "yes pls", "yeah please", "please do"),
        *("ok", "okay", "k", "sure", "correct", "that's right", "yes that's right", "do it", "yes do it"),
        *("go ahead", "yes go ahead", "go on", "go on then", "yes go on", "yeah go on", "yeah go on then"),
    ),
    NO: (
        *("no", "n", "nope", "nah", "no thanks", "no ta", "no thank you", "not now", "wait no", "no wait", "no don't"),
        *("neither", "neither of them", "none", "none of these", "none of them", "cancel", "cancel that", "leave it"),
        *("forget it", "never mind", "nevermind"),
    ),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_PLACE = re.compile(rf"(?:the )?(?P<place>{'|'.join(_ORDINALS)})(?: one| option)?")
_DECLINES = ("leave it ", "not ", "no ", "no, ", "don't ", "stop it ", "cancel ", "i can't ")
"""How the label of a button begins that stands for a no."""


_ASIDES = r"(?:(?:actually|no|oh|ok|wait|sorry|please|hang on|on second thoughts?) )*"
"""What may stand before a yes or a no, and is neither more nor less of it."""
_ASIDE = re.compile(rf"^{_ASIDES}(?=.)")
_CANCELLED = re.compile(
    rf"{_ASIDES}(?:cancel|(?:cancel|forget|scrap|drop|abandon) (?:that|it|this|the form|the whole thing)|never ?mind|"
    r"(?:i've|i have) changed my mind|i (?:don't|do not) want to(?: do (?:this|it|that))?(?: any ?more)?)"
    r"(?: please| then| thanks| now)?"
)


def offer(buttons: Sequence[Button], secrets: Secrets, *, replies: bool = True) -> list[list[str]]:
    """Buttons as they are remembered, so that each can be typed: number, digest of the label, data.

    With `replies`, as they are what was said last, yes and no are remembered as further labels of theirs; a no that no
    button stands for leaves everything as it is.
    """
    numbers = count(1)
    offered = [
        [
            str(next(numbers)) if button.numbered else "",
            secrets.digest("label", label_words(button.label)),
            button.press,
        ]
        for button in buttons
    ]
    if replies:
        meant = {NO: ""} if buttons else {}
        offered += [["", _digest(secrets, word), data] for word, data in (meant | _meant_by(buttons)).items()]
    return offered


def without_replies(offered: Sequence[list[str]], secrets: Secrets) -> list[list[str]]:
    """What was offered, now that something else was said after it: its labels can be typed, and no yes or no."""
    replies = {_digest(secrets, word) for word in (YES, NO)}
    return [entry for entry in offered if entry[1] not in replies]


def is_reply(text: str) -> str:
    """Whether these words are a yes or a no; empty where they are neither."""
    words = label_words(text).replace(",", "")
    plainly = _ASIDE.sub("", words)
    return next((word for word, said in _REPLIES.items() if words in said or plainly in said), "")


def is_cancelled(text: str) -> bool:
    """Whether these words put an end to what is being asked: "cancel", "actually cancel that", "oh, forget it"."""
    return _CANCELLED.fullmatch(label_words(text).replace(",", "").lstrip("/")) is not None


def can_be_declined(turn: Turn) -> bool:
    """Whether what was said last had buttons, so that a no is to those."""
    return any(label == _digest(turn.kit.secrets, NO) for _, label, _ in turn.account.offered)


def replied(turn: Turn, text: str) -> str:
    """The press that these words are a yes or a no to; empty where they are none."""
    word = is_reply(text)
    digest = _digest(turn.kit.secrets, word)
    return next((data for _, label, data in turn.account.offered if word and label == digest), "")


def number_of(text: str) -> str:
    """The number of the button that these words mean: "2", or "the second one"."""
    found = _PLACE.fullmatch(label_words(text))
    return str(_ORDINALS.index(found["place"]) + 1) if found else text.strip()


def _meant_by(buttons: Sequence[Button]) -> dict[str, str]:
    """Yes is the one main button, or a dangerous one beside nothing but a no. No is the plain one that declines."""
    main = {button.press for button in buttons if button.style == "main"}
    danger = {button.press for button in buttons if button.style == "danger"}
    plain = {
        button.press: label_words(button.label)
        for button in buttons
        if button.style == "plain" and not AWAY.values(button.press)
    }
    declining = {press for press, label in plain.items() if f"{label} ".startswith(_DECLINES)}
    yes = main if main or declining != set(plain) else danger
    if len(yes) != 1:
        return {}
    return {YES: yes.pop()} | ({NO: declining.pop()} if len(declining) == 1 else {})


def _digest(secrets: Secrets, word: str) -> str:
    return secrets.digest("reply", word)


def label_words(label: str) -> str:
    """A label as it is compared: without case, with plain apostrophes, and without what stands at its ends."""
    return " ".join(label.casefold().replace("’", "'").strip(" .!?…✓").split())
