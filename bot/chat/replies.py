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
        *("sounds good", "that sounds good", "works for me", "that works", "that works for me", "fine by me"),
        *("go ahead", "yes go ahead", "go on", "go on then", "yes go on", "yeah go on", "yeah go on then"),
    ),
    NO: (
        *("no", "n", "nope", "nah", "no thanks", "no ta", "no thank you", "not now", "wait no", "no wait", "no don't"),
        *("neither", "neither of them", "none", "none of these", "none of them", "cancel", "cancel that", "leave it"),
        *("forget it", "never mind", "nevermind", "keep it", "keep that", "leave it as it is", "leave it alone"),
    ),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_PLACE = re.compile(
    rf"(?:the )?(?:(?P<place>{'|'.join(_ORDINALS)})(?: one| option)?"
    r"|(?P<number>[1-9])(?:st|nd|rd|th) (?:one|option))"
)
_MORE = re.compile(r"^more (?:times|coaches|groups)$")
_MINUTES = re.compile(r"\bmins\b")
_AGREES = "yes "
"""How the label of a button begins that stands for a yes, whatever else can be pressed beside it."""
_REFUSES = "no "
"""How it begins where it is the very answer to what was asked, though it does something."""
_DECLINES = ("leave it ", "not ", "no ", "don't ", "stop it ", "cancel ", "i can't ")
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


def by_label(offered: Sequence[list[str]], secrets: Secrets) -> list[list[str]]:
    """What was offered, where numbers mean something else by now as well: it can be typed by its words."""
    return [["", label, data] for _, label, data in without_replies(offered, secrets)]


def asks(offered: Sequence[list[str]], secrets: Secrets) -> bool:
    """Whether there is something in it that a yes is the answer to."""
    return any(label == _digest(secrets, YES) for _, label, _ in offered)


def is_reply(text: str) -> str:
    """Whether these words are a yes or a no; empty where they are neither."""
    words = label_words(text)
    plainly = _ASIDE.sub("", words)
    return next((word for word, said in _REPLIES.items() if words in said or plainly in said), "")


def is_cancelled(text: str) -> bool:
    """Whether these words put an end to what is being asked: "cancel", "actually cancel that", "oh, forget it"."""
    return _CANCELLED.fullmatch(label_words(text).lstrip("/")) is not None


def can_be_declined(turn: Turn) -> bool:
    """Whether what was said last had buttons, so that a no is to those."""
    return any(label == _digest(turn.kit.secrets, NO) for _, label, _ in turn.account.offered)


def replied(turn: Turn, text: str) -> str:
    """The press that these words are a yes or a no to; empty where they are none."""
    word = is_reply(text)
    digest = _digest(turn.kit.secrets, word)
    return next((data for _, label, data in turn.account.offered if word and label == digest), "")


def number_of(text: str) -> str:
    """The number of the button that these words mean: "2", "the second", or "2nd one"."""
    found = _PLACE.fullmatch(label_words(text))
    if found is None:
        return text.strip()
    return found["number"] or str(_ORDINALS.index(found["place"]) + 1)


def _meant_by(buttons: Sequence[Button]) -> dict[str, str]:
    """Yes is the one main button, or the one that begins so, or a dangerous one beside nothing but a no. No is the
    plain one that declines."""
    main = {button.press for button in buttons if button.style == "main"}
    main = main or {button.press for button in buttons if f"{label_words(button.label)} ".startswith(_AGREES)}
    danger = {button.press for button in buttons if button.style == "danger"}
    plain = {
        button.press: label_words(button.label)
        for button in buttons
        if button.style == "plain" and not AWAY.values(button.press)
    }
    declining = {press for press, label in plain.items() if f"{label} ".startswith(_DECLINES)}
    yes = main if main or declining != set(plain) else danger
    declining |= {button.press for button in buttons if f"{label_words(button.label)} ".startswith(_REFUSES)}
    if len(yes) != 1:
        return {}
    return {YES: yes.pop()} | ({NO: declining.pop()} if len(declining) == 1 else {})


def _digest(secrets: Secrets, word: str) -> str:
    return secrets.digest("reply", word)


def label_words(label: str) -> str:
    """A label as it is compared: without case and commas, with plain apostrophes, without what stands at its ends, and
    in one of the ways in which people type it."""
    words = " ".join(label.casefold().replace("’", "'").replace(",", " ").strip(" .!?…✓").split())
    return _MINUTES.sub("minutes", _MORE.sub("more", words))
